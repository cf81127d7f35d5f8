//! What a carried file remembers: the member `carried`, a list with an entry for every carry that has not been undone,
//! the last one last.

use super::join::holds;
use super::restore::Originals;
use crate::archive::{Kept, Project};
use crate::criteria::{Pack, PackReference};
use crate::json::{self, Absent, FromJson, Place, ToJson, from_members, set, to_members};
use serde_json::Value;
use std::fmt;

/// The member's name.
const MEMBER: &str = "carried";
pub(super) const POINTER: &str = "/carried";

/// In the first record: what stood in the member's place before.
const BEFORE: &str = "before";

/// One carry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    /// The criteria the file was under before.
    pub from: PackReference,
    /// The criteria it was carried to.
    pub to: PackReference,
    /// The language of the headings that were set.
    pub language: String,
    /// Pointers of what was not to be carried.
    pub declined: Vec<String>,
    /// What carrying back by the rules alone would not bring back, by pointer in the file before.
    pub originals: Held,
}

/// Values by pointer, as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Held(pub Originals);

from_members! {
    Record { from, to, language, declined, originals }
}
to_members! {
    Record { from, to, language, declined, originals }
}

impl FromJson for Held {
    fn from_json(place: Place<'_>) -> Held {
        Held(place.entries().map(|(pointer, place)| (pointer.to_owned(), place.as_it_is())).collect())
    }
}

impl ToJson for Held {
    fn to_json(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

/// The carries of a file.
#[derive(Clone, Default)]
pub(super) struct Records {
    /// As they stand in the file.
    list: Vec<Value>,
    /// Something else that stood in the member's place.
    other: Option<Value>,
}

impl Records {
    /// Takes the member out of a file.
    pub fn take(file: &mut Value) -> Records {
        let member = file.as_object_mut().and_then(|members| members.shift_remove(MEMBER));
        Records::of_member(member)
    }

    pub fn of(project: &Project) -> Records {
        let mut kept = project.kept.iter();
        Records::of_member(kept.find(|kept| kept.pointer == POINTER).map(|kept| kept.value.clone()))
    }

    fn of_member(member: Option<Value>) -> Records {
        match member {
            Some(Value::Array(list)) => Records { list, other: None },
            other => Records { list: Vec::new(), other },
        }
    }

    /// The last carry.
    pub fn newest(&self) -> Option<Record> {
        json::typed::<Record>(self.list.last()?, Absent::Default).content
    }

    /// The last carry, where it led from the one pack to the other.
    pub fn last(&self, from: &Pack, to: &Pack) -> Option<Record> {
        let is = |reference: &PackReference, pack: &Pack| reference.id == pack.id() && reference.edition == pack.edition();
        self.newest().filter(|record| is(&record.from, from) && is(&record.to, to))
    }

    /// Pointers of everything that was set down, in the written file.
    pub fn pointers(&self) -> Vec<String> {
        let mut pointers = Vec::new();
        for (at, record) in self.list.iter().enumerate() {
            let Some(originals) = record.get("originals").and_then(Value::as_object) else {
                continue;
            };
            let list = [POINTER, "/", &at.to_string(), "/originals"].concat();
            let held = originals.iter().filter(|(_, value)| holds(value));
            pointers.extend(held.map(|(pointer, _)| json::push(&list, pointer)));
        }
        pointers
    }

    pub fn without_last(&self) -> Records {
        let mut before = self.clone();
        let last = before.list.pop();
        if before.list.is_empty() {
            before.other = last.and_then(|record| record.get(BEFORE).cloned());
        }
        before
    }

    pub fn with(&self, record: &Record) -> Records {
        let mut after = self.clone();
        let mut record = record.to_json();
        if let (Value::Object(members), Some(other)) = (&mut record, after.other.take()) {
            set(members, BEFORE, other);
        }
        after.list.push(record);
        after
    }

    fn into_value(self) -> Option<Value> {
        if self.list.is_empty() { self.other } else { Some(Value::Array(self.list)) }
    }

    /// The member as it is kept; none where there is nothing to remember.
    pub fn into_kept(self) -> Option<Kept> {
        self.into_value().map(|value| Kept {
            pointer: POINTER.into(),
            value,
        })
    }
}

impl fmt::Display for Records {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.clone().into_value() {
            Some(value) => value.fmt(formatter),
            None => Ok(()),
        }
    }
}
