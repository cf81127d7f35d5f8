//! Answers of the interview in the file: a member of the item by the id of the question, which came with version 1.4 and is written only
//! where there are any.

use crate::assessment::{Fact, Facts, text};
use crate::json::{ById, FromJson, MARK, Object, Part, Place, ToJson, set};
use serde_json::{Map, Value};

/// The answers of an item.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct FactsFile {
    /// By question id, in the order of these ids.
    pub interview: ById<FactFile>,
}

/// One answer: an option, a day (`2015-11-20`) or `none`; a number or a year; options or names.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum FactFile {
    Word(String),
    Number(i64),
    Words(Vec<String>),
}

impl FromJson for FactFile {
    fn from_json(place: Place<'_>) -> FactFile {
        match place.look() {
            Some(Value::Array(_)) => FactFile::Words(Vec::from_json(place)),
            Some(Value::Number(_)) => FactFile::Number(place.integer()),
            // A number that is written as no program would.
            Some(Value::String(text)) if text.starts_with(MARK) => FactFile::Number(place.integer()),
            _ => FactFile::Word(place.text()),
        }
    }
}

impl ToJson for FactFile {
    fn to_json(&self) -> Value {
        match self {
            FactFile::Word(word) => word.to_json(),
            FactFile::Number(number) => number.to_json(),
            FactFile::Words(words) => words.to_json(),
        }
    }
}

impl Part for FactsFile {
    fn read_members(object: &mut Object<'_>) -> FactsFile {
        FactsFile {
            interview: object.member("interview"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.interview.0.is_empty() {
            set(object, "interview", self.interview.to_json());
        }
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(FactFile);

#[cfg(feature = "schema")]
impl serde::Serialize for FactsFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

/// The answers of the record.
pub(super) fn read(file: &FactsFile) -> Facts {
    let mut facts = Facts::default();
    for (question, fact) in &file.interview.0 {
        let fact = match fact {
            FactFile::Word(word) => Fact::Word(text(word)),
            FactFile::Number(number) => Fact::Number(*number),
            FactFile::Words(words) => Fact::Words(words.iter().map(text).collect()),
        };
        facts.set(&text(question), Some(fact));
    }
    facts
}

/// What is written.
pub(super) fn file_of(facts: &Facts) -> FactsFile {
    let written = facts.iter().map(|(question, fact)| {
        let fact = match fact {
            Fact::Word(word) => FactFile::Word(String::from(&**word)),
            Fact::Number(number) => FactFile::Number(*number),
            Fact::Words(words) => FactFile::Words(words.iter().map(|word| String::from(&**word)).collect()),
        };
        (String::from(&**question), fact)
    });
    FactsFile {
        interview: ById(written.collect()),
    }
}
