//! A value read into a type, and everything that is amiss in it.

use super::FromJson;
use super::place::{Place, Stands, Step};
use serde_json::Value;
use std::cell::RefCell;

/// The most values of the wrong kind that are noted; a file with more of them is another kind of file.
const MOST: usize = 100;

/// What the absence of a member means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// A fault: the format asks for every member, unless it is an option.
    Wrong,
    /// The member's default: files of an older minor version lack what was added later.
    Default,
}

/// A value of another kind than the format asks for, or an object that lacks a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongKind {
    pub pointer: String,
    /// What stands there, as JSON; lists and objects as `[…]` and `{…}`.
    pub given: String,
    /// What should stand there: `0–255`, `"…"`, `[…]`, `{…}`, `{"points": …}` or the words of a choice.
    pub wanted: String,
}

/// A value read into a type.
#[derive(Debug)]
pub struct Typed<T> {
    /// None where anything is of the wrong kind.
    pub content: Option<T>,
    /// In the order of reading.
    pub wrong: Vec<WrongKind>,
    /// Pointers of the members the type does not know.
    pub unknown: Vec<String>,
}

/// Reads a value into a type and notes everything amiss.
pub fn typed<T: FromJson>(value: &Value, absent: Absent) -> Typed<T> {
    let notes = Notes {
        absent,
        wrong: RefCell::default(),
        unknown: RefCell::default(),
    };
    let content = T::from_json(Place {
        stands: Stands::Value(value),
        within: "".into(),
        step: Step::None,
        notes: &notes,
    });
    let wrong = notes.wrong.into_inner();
    Typed {
        content: wrong.is_empty().then_some(content),
        wrong,
        unknown: notes.unknown.into_inner(),
    }
}

/// What one reading of a file has found amiss so far.
#[derive(Debug)]
pub(super) struct Notes {
    pub(super) absent: Absent,
    wrong: RefCell<Vec<WrongKind>>,
    unknown: RefCell<Vec<String>>,
}

impl Notes {
    pub(super) fn wrong(&self, pointer: String, given: String, wanted: String) {
        let mut wrong = self.wrong.borrow_mut();
        if wrong.len() < MOST {
            wrong.push(WrongKind { pointer, given, wanted });
        }
    }
    pub(super) fn unknown(&self, pointer: String) {
        self.unknown.borrow_mut().push(pointer);
    }
}
