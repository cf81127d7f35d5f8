//! What both sides changed differently, and how it is settled.

use super::Sides;
use super::join::{is_free_text, joined};
use crate::json::{put, segment};
use serde_json::{Map, Value};

/// Where versions stand that could neither be joined nor were chosen. The kit carries it along like any member it does
/// not count.
pub(super) const SET_ASIDE: &str = "set_aside";

/// One value that both sides changed differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// JSON pointer into the assessment file.
    pub pointer: String,
    /// What both come from; none where nothing stood there, or where it is not known.
    pub base: Option<Value>,
    /// None where our side took it away.
    pub ours: Option<Value>,
    pub theirs: Option<Value>,
}

/// How a conflict is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Ours,
    Theirs,
    /// Free texts are joined, each under a line that says whose it is. Of what cannot be joined ours stays, and theirs is
    /// set aside in the file.
    Both,
}

impl Conflict {
    /// Id of the item it is in.
    pub fn item(&self) -> Option<String> {
        let id = self.pointer.strip_prefix("/items/")?.split('/').next()?;
        Some(segment(id))
    }
    /// Whether both versions are free texts, which can be joined.
    pub fn can_be_joined(&self) -> bool {
        let text = |side: &Option<Value>| side.as_ref().is_none_or(Value::is_string);
        is_free_text(&self.pointer) && text(&self.ours) && text(&self.theirs)
    }

    pub(super) fn settle(&self, choice: Choice, sides: Sides<'_>, file: &mut Value) {
        match choice {
            Choice::Ours => put(file, &self.pointer, self.ours.clone()),
            Choice::Theirs => put(file, &self.pointer, self.theirs.clone()),
            Choice::Both => match (&self.ours, &self.theirs) {
                (Some(Value::String(ours)), Some(Value::String(theirs))) if self.can_be_joined() => {
                    put(file, &self.pointer, Some(Value::String(joined(&self.pointer, ours, theirs, sides))));
                }
                (Some(_), Some(theirs)) => set_aside(file, &self.pointer, sides.theirs, theirs),
                // One side took it away: it stays.
                (None, kept) | (kept, None) => put(file, &self.pointer, kept.clone()),
            },
        }
    }
}

/// Notes a version by its pointer, under the name of its side; several of one place stand in a list.
pub(super) fn set_aside(file: &mut Value, pointer: &str, whose: &str, version: &Value) {
    let Value::Object(members) = file else { return };
    let aside = members.entry(SET_ASIDE).or_insert_with(|| Value::Object(Map::new()));
    let Value::Object(aside) = aside else { return };
    let note = serde_json::json!({ "from": whose, "value": version });
    let list = aside.entry(pointer.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(list) = list
        && !list.contains(&note)
    {
        list.push(note);
    }
}
