//! The text fields of the profile as members of the organisation.

use crate::assessment::ProfileText;
#[cfg(feature = "schema")]
use crate::assessment::with_profile_texts;
use crate::json::{Object, Part, ToJson, set};
use serde_json::{Map, Value};

/// The profile's texts, in the order of [`ProfileText::ALL`], each a member under its own name; those of the
/// management model, which came with version 1.3, stand only where they are filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileTexts(pub Vec<String>);

impl Default for ProfileTexts {
    fn default() -> ProfileTexts {
        ProfileTexts(vec![String::new(); ProfileText::ALL.len()])
    }
}

impl Part for ProfileTexts {
    fn read_members(object: &mut Object<'_>) -> ProfileTexts {
        ProfileTexts(ProfileText::ALL.iter().map(|field| object.member(field.key())).collect())
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        for (field, text) in ProfileText::ALL.iter().zip(&self.0) {
            if !text.is_empty() || !ProfileText::MODEL.contains(field) {
                set(object, field.key(), text.to_json());
            }
        }
    }
}

#[cfg(feature = "schema")]
macro_rules! define_profile_text_members {
    ($($name:ident $key:ident $lines:literal,)*) => {
        /// Stands for the texts in the schema.
        #[derive(Default, schemars::JsonSchema)]
        #[schemars(default)]
        pub struct ProfileTextMembers { $($key: String),* }
    };
}
#[cfg(feature = "schema")]
with_profile_texts!(define_profile_text_members);
