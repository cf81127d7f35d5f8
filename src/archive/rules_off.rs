//! Rules of the red pen that are turned off, in the file: a member of its own, code by code with the reason, which came with version 1.4
//! and is written only where there are any. A code this kit does not know is kept.

use crate::assessment::{RulesOff, text};
use crate::json::{ById, Object, Part, ToJson, set};
use serde_json::{Map, Value};

/// The rules turned off of an assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct RulesOffFile {
    /// By code of the rule: why it is turned off.
    pub rules_off: ById<String>,
}

impl Part for RulesOffFile {
    fn read_members(object: &mut Object<'_>) -> RulesOffFile {
        RulesOffFile {
            rules_off: object.member("rules_off"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.rules_off.0.is_empty() {
            set(object, "rules_off", self.rules_off.to_json());
        }
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for RulesOffFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

pub(super) fn read(file: &RulesOffFile) -> RulesOff {
    RulesOff::of(file.rules_off.0.iter().map(|(code, reason)| (text(code), text(reason))))
}

/// What is written.
pub(super) fn file_of(off: &RulesOff) -> RulesOffFile {
    let all = off.iter().map(|(code, reason)| (String::from(&**code), String::from(&**reason)));
    RulesOffFile {
        rules_off: ById(all.collect()),
    }
}
