//! Rules of the red pen that one assessment does without, each with the reason given. Codes are kept as they are written: a rule this
//! kit does not have may be one of a newer kit.

use super::record::Text;

/// The rules turned off, in the order of their codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RulesOff(Vec<(Text, Text)>);

impl RulesOff {
    /// From codes and reasons in any order; of a code that stands twice the last counts.
    pub fn of(all: impl IntoIterator<Item = (Text, Text)>) -> RulesOff {
        let mut off = RulesOff::default();
        for (code, reason) in all {
            off.put(code, Some(reason));
        }
        off
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Why a rule is turned off; none where it is not.
    pub fn reason(&self, code: &str) -> Option<&Text> {
        self.0.iter().find(|(known, _)| **known == *code).map(|(_, reason)| reason)
    }
    /// Codes and reasons.
    pub fn iter(&self) -> impl Iterator<Item = (&Text, &Text)> {
        self.0.iter().map(|(code, reason)| (code, reason))
    }
    /// Turns a rule off with a reason, or on again without one. A blank reason is none that anybody can check, and changes nothing.
    pub(super) fn set(&mut self, code: &Text, reason: Option<&Text>) {
        if reason.is_none_or(|reason| !reason.trim().is_empty()) {
            self.put(code.clone(), reason.cloned());
        }
    }
    fn put(&mut self, code: Text, reason: Option<Text>) {
        match (self.0.binary_search_by(|(known, _)| (**known).cmp(&*code)), reason) {
            (Ok(at), Some(reason)) => self.0[at].1 = reason,
            (Ok(at), None) => drop(self.0.remove(at)),
            (Err(at), Some(reason)) => self.0.insert(at, (code, reason)),
            (Err(_), None) => {}
        }
    }
}
