//! Entries of a file by their ids: own indicators, actions, incidents, controlled units, evidence, notes. Renaming one takes along whatever
//! stands in it, also what this version does not know, what was set aside of it, and notes that are about it.

use super::conflict::SET_ASIDE;
use crate::assessment::{Identity, sha256};
use crate::json::push;
use serde_json::{Map, Value, json};

/// A member of the file that holds entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    pub member: &'static str,
    /// What ids given by this kit begin with.
    pub stem: &'static str,
    /// The member of an entry that says what it is.
    pub name: &'static str,
}

pub(super) const SECTIONS: [Section; 6] = [
    Section::of("own_indicators", "own-", "name"),
    Section::of("actions", "action-", "title"),
    Section::of("incidents", "incident-", "what"),
    Section::of("units", "unit-", "name"),
    Section::of("evidence", "evidence-", "title"),
    Section::of("notes", "note-", "text"),
];

impl Section {
    const fn of(member: &'static str, stem: &'static str, name: &'static str) -> Section {
        Section { member, stem, name }
    }

    pub fn entries(self, file: &Map<String, Value>) -> Option<&Map<String, Value>> {
        file.get(self.member)?.as_object()
    }

    /// The ids of a file's entries, in their order.
    pub fn ids(self, file: &Map<String, Value>) -> Vec<String> {
        self.entries(file).into_iter().flat_map(Map::keys).cloned().collect()
    }

    pub fn has(self, file: &Map<String, Value>, id: &str) -> bool {
        self.entries(file).is_some_and(|entries| entries.contains_key(id))
    }

    /// The id that one gets from what tells it apart: always the same one.
    pub fn derived(self, from: &[&str]) -> String {
        let hash = sha256(json!([self.member, from]).to_string().as_bytes());
        let bits = hash.chars().filter_map(|digit| digit.to_digit(16)).take(16);
        let bits = bits.fold(0_u64, |bits, digit| bits << 4 | u64::from(digit));
        Identity::from_bits(bits).after(self.stem).to_string()
    }

    /// Gives an entry another id, in its place in the order; nothing happens where that is taken.
    pub fn rename(self, file: &mut Map<String, Value>, old: &str, new: &str) {
        if self.has(file, new) {
            return;
        }
        let Some(Value::Object(entries)) = file.get_mut(self.member) else { return };
        *entries = renamed(entries, |id| (id == old).then(|| new.to_owned()));
        let [from, to] = [old, new].map(|id| push(&push("", self.member), id));
        if let Some(Value::Object(aside)) = file.get_mut(SET_ASIDE) {
            *aside = renamed(aside, |pointer| {
                let rest = pointer.strip_prefix(&from)?;
                (rest.is_empty() || rest.starts_with('/')).then(|| [&to, rest].concat())
            });
        }
        if self.member == "own_indicators"
            && let Some(Value::Object(notes)) = file.get_mut("notes")
        {
            let about = notes.values_mut().filter_map(|note| note.get_mut("own_indicator"));
            about.filter(|id| id.as_str() == Some(old)).for_each(|id| *id = Value::from(new));
        }
    }
}

fn renamed(members: &Map<String, Value>, new: impl Fn(&str) -> Option<String>) -> Map<String, Value> {
    let members = members.iter();
    members
        .map(|(name, value)| (new(name).unwrap_or_else(|| name.clone()), value.clone()))
        .collect()
}
