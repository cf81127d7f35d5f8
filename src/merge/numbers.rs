//! Evidence numbers that two different entries would bear once both sides are merged, because one side gave an old entry a
//! number that the other side gave to another one.

use super::separate::free;
use crate::assessment::{Action, Assessment, RegisterChange, Text, is_evidence_number};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Gives another number to the later of two such entries, by their keys, on whichever side it bears the number. The
/// references of that side follow.
pub(super) fn keep_unlike(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    let keys: BTreeSet<Text> = [&*ours, &*theirs]
        .into_iter()
        .flat_map(|side| side.evidence.entries.iter().map(|entry| entry.key.clone()))
        .collect();
    let mut borne = BTreeSet::new();
    for key in keys {
        let Some(number) = merged_number(base, ours, theirs, &key) else { continue };
        if borne.insert(number.clone()) {
            continue;
        }
        let taken = |side: &Assessment, id: &str| side.evidence.entries.iter().any(|entry| *entry.key == *id || *entry.number == *id);
        let new = another(&number, &|id| taken(ours, id) || taken(theirs, id) || base.is_some_and(|base| taken(base, id)));
        for side in [&mut *ours, &mut *theirs] {
            let bears = side.evidence.entries.iter().position(|entry| entry.key == key && entry.number == number);
            if let Some(at) = bears {
                *side = Action::Register(RegisterChange::Renumber(at, new.clone())).apply(side);
            }
        }
        borne.insert(new);
    }
}

/// The number an entry has in what comes of both; none where it goes.
fn merged_number(base: Option<&Assessment>, ours: &Assessment, theirs: &Assessment, key: &str) -> Option<Text> {
    let entry = |side: &Assessment| side.evidence.entries.iter().find(|entry| *entry.key == *key).cloned();
    let was = base.and_then(entry);
    match (entry(ours), entry(theirs)) {
        (Some(one), Some(other)) if was.as_ref().is_some_and(|was| was.number == one.number) => Some(other.number.clone()),
        (Some(one), Some(_)) => Some(one.number.clone()),
        // One side took away what the other left as it was.
        (Some(left), None) | (None, Some(left)) if was.as_ref() == Some(&left) => None,
        (Some(left), None) | (None, Some(left)) => Some(left.number.clone()),
        (None, None) => None,
    }
}

/// Writes the number of every entry out, also where it is its key: a number is never nothing, so that none gives way to
/// that of the other side as if it were not there.
pub(super) fn write_out(members: &mut Map<String, Value>) {
    let Some(Value::Object(entries)) = members.get_mut("evidence") else { return };
    for (key, entry) in entries {
        if let Value::Object(entry) = entry
            && entry.get("number").is_none_or(Value::is_null)
        {
            entry.insert("number".into(), Value::String(key.clone()));
        }
    }
}

/// Gives every entry that bears the number of one before it, by their keys, a number of its own: what was chosen place by
/// place may have given both the same.
pub(super) fn make_distinct(file: &mut Value) {
    let Some(Value::Object(entries)) = file.get_mut("evidence") else { return };
    let number = |key: &str, entry: &Value| entry.get("number").and_then(Value::as_str).unwrap_or(key).to_owned();
    let all: BTreeSet<String> = entries.iter().map(|(key, entry)| number(key, entry)).collect();
    let mut keys: Vec<String> = entries.keys().cloned().collect();
    crate::order::sort(&mut keys);
    let mut borne = BTreeSet::new();
    for key in keys {
        let Some(entry) = entries.get_mut(&key) else { continue };
        let number = number(&key, entry);
        if borne.insert(number.clone()) {
            continue;
        }
        let new = another(&number, &|id| all.contains(id) || borne.contains(id));
        if let Value::Object(entry) = entry {
            entry.insert("number".into(), Value::String(new.to_string()));
        }
        borne.insert(new.to_string());
    }
}

/// A free number after the pattern of another, as far as that leaves room to count.
fn another(number: &str, is_taken: &dyn Fn(&str) -> bool) -> Text {
    let stem = number.trim_end_matches(|character: char| character.is_ascii_digit());
    let found = free(if stem.is_empty() { "E" } else { stem }, is_taken);
    if is_evidence_number(&found) { found } else { free("E", is_taken) }
}
