//! One entry of the journal, and what it means for the record that lies beside it.

use super::changes::{Changes, replay};
use crate::json::parse;
use serde_json::{Value, json};

/// Who wrote something, and where in the order of all that writer wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// One window from its opening to its end; empty where it is not known (records of earlier versions).
    pub writer: String,
    /// Counts what the writer put down, entries and records.
    pub seq: u32,
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// What changed since the record of revision `base`.
    Changes(Changes),
    /// The record's text as a whole.
    Whole(String),
}

/// What a writer typed since a record was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub mark: Mark,
    /// The revision it started from; 0: none was kept.
    pub base: u32,
    pub written: Written,
}

/// How an entry stands to the record that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It goes on from the record: put in its places, it is what the writer had on the screen.
    Continues,
    /// The record has it already.
    Covered,
    /// Another window has written the record meanwhile: what the entry holds is a version of its own.
    Diverges,
}

impl Entry {
    pub fn write(&self) -> String {
        let Mark { writer, seq } = &self.mark;
        let entry = match &self.written {
            Written::Changes(changes) => json!({ "writer": writer, "seq": seq, "base": self.base, "changes": changes }),
            Written::Whole(content) => json!({ "writer": writer, "seq": seq, "base": self.base, "whole": content }),
        };
        entry.to_string()
    }

    /// None where a text is no entry.
    pub fn read(text: &str) -> Option<Entry> {
        let Value::Object(mut members) = parse(text).ok()?.value else { return None };
        let number = |value: Option<&Value>| value.and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        let mark = Mark {
            writer: members.get("writer")?.as_str()?.to_owned(),
            seq: number(members.get("seq"))?,
        };
        let base = number(members.get("base"))?;
        let written = match (members.remove("changes"), members.remove("whole")) {
            (Some(Value::Object(changes)), None) => Written::Changes(changes),
            (None, Some(Value::String(content))) => Written::Whole(content),
            _ => return None,
        };
        Some(Entry { mark, base, written })
    }

    /// How it stands to the record of a revision that was written last under `by`.
    ///
    /// | record | entry | |
    /// |---|---|---|
    /// | revision 7 | base 7 | continues |
    /// | revision 8, by the entry's writer, number 40 | base 7, number 41 | continues: typed while revision 8 was on its way |
    /// | revision 8, by the entry's writer, number 40 | base 7, number 39 | covered |
    /// | revision 8, by another writer | base 7 | diverges |
    pub fn bearing(&self, revision: u32, by: &Mark) -> Bearing {
        if self.mark.writer == by.writer {
            return if self.mark.seq > by.seq { Bearing::Continues } else { Bearing::Covered };
        }
        if self.base == revision { Bearing::Continues } else { Bearing::Diverges }
    }

    /// The record's text with the entry put into it; none where the record cannot be read as JSON, or where there is none
    /// although the entry needs one.
    pub fn replayed(&self, record: Option<&str>) -> Option<String> {
        match &self.written {
            Written::Whole(content) => Some(content.clone()),
            Written::Changes(changes) => replay(record?, changes),
        }
    }
}
