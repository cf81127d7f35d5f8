//! What is wanted of a part that is handed out: the day it is to be back, and what is to be done with it.

use crate::date::{Date, parse_date};
use serde_json::{Map, Value};

/// Where the day stands, beside the department and the items.
const DEADLINE: &str = "deadline";
const INSTRUCTION: &str = "instruction";

/// What is wanted of a part; nothing of what is blank was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The last day on which it is in time.
    pub deadline: Option<Date>,
    /// What is to be done, in the words of whoever hands it out.
    pub instruction: String,
}

impl Wanted {
    /// What a file says of it.
    pub(super) fn of(note: &Value) -> Wanted {
        let word = |member: &str| note.get(member).and_then(Value::as_str).unwrap_or_default();
        Wanted {
            deadline: parse_date(word(DEADLINE)),
            instruction: word(INSTRUCTION).to_owned(),
        }
    }

    /// Writes what there is; what is blank is not written.
    pub(super) fn put_into(&self, note: &mut Map<String, Value>) {
        let instruction = self.instruction.trim();
        let told = [
            (DEADLINE, self.deadline.map(|day| day.to_string())),
            (INSTRUCTION, (!instruction.is_empty()).then(|| instruction.to_owned())),
        ];
        for (member, value) in told {
            match value {
                Some(value) => drop(note.insert(member.into(), Value::String(value))),
                None => drop(note.shift_remove(member)),
            }
        }
    }
}
