//! Numbers of evidence in what comes of two states: every entry bears one, and no two bear the same.

use crate::assessment::{is_evidence_number, sha256};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The number of an entry: its key where it has no other.
pub(super) fn number_of(key: &str, entry: &Value) -> String {
    entry.get("number").and_then(Value::as_str).unwrap_or(key).to_owned()
}

fn set(entry: &mut Value, number: String) {
    if let Value::Object(entry) = entry {
        entry.insert("number".into(), Value::String(number));
    }
}

fn register(file: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    file.get_mut("evidence").and_then(Value::as_object_mut)
}

/// The numbers by key.
fn numbers(file: &Map<String, Value>) -> BTreeMap<String, String> {
    let entries = file.get("evidence").and_then(Value::as_object).into_iter().flatten();
    entries.map(|(key, entry)| (key.clone(), number_of(key, entry))).collect()
}

/// Writes the number of every entry out, also where it is its key: a number is never nothing, so that none gives way to
/// that of the other side as if it were not there.
pub(super) fn write_out(file: &mut Map<String, Value>) {
    for (key, entry) in register(file).into_iter().flatten() {
        let number = number_of(key, entry);
        set(entry, number);
    }
}

/// Of two numbers for one entry that both sides gave, one that another entry of the other side bears gives way: there it
/// has given way already.
pub(super) fn give_way(base: Option<&Map<String, Value>>, ours: &mut Map<String, Value>, theirs: &mut Map<String, Value>) {
    let was = base.map(numbers).unwrap_or_default();
    let (mut mine, mut others) = (numbers(ours), numbers(theirs));
    for key in mine.keys().cloned().collect::<Vec<String>>() {
        let (Some(one), Some(other)) = (mine.get(&key).cloned(), others.get(&key).cloned()) else {
            continue;
        };
        if one == other || was.get(&key).is_some_and(|was| *was == one || *was == other) {
            continue;
        }
        let borne = |numbers: &BTreeMap<String, String>, number: &str| numbers.values().any(|known| known == number);
        let (side, known, number) = match (borne(&mine, &other), borne(&others, &one)) {
            (true, false) => (&mut *theirs, &mut others, one),
            (false, true) => (&mut *ours, &mut mine, other),
            // Nothing tells which of them has given way.
            _ => continue,
        };
        if let Some(entry) = register(side).and_then(|entries| entries.get_mut(&key)) {
            set(entry, number.clone());
        }
        known.insert(key, number);
    }
}

/// Gives every entry that bears the number of one before it, by their keys, a number of its own: two sides may have given
/// the same, and so may what was chosen place by place. It does not depend on what else there is, so that files that are
/// taken in one after the other give the same in any order.
pub(super) fn make_distinct(file: &mut Map<String, Value>) {
    let mut borne = BTreeSet::new();
    let mut late = numbers(file);
    late.retain(|_, number| !borne.insert(number.clone()));
    for (key, number) in late {
        let new = another(&key, &number, &borne);
        if let Some(entry) = register(file).and_then(|entries| entries.get_mut(&key)) {
            set(entry, new.clone());
        }
        borne.insert(new);
    }
}

/// `E-02` becomes `E-02-kq`, with letters that follow from the key; where that is no number or taken, with more of them.
fn another(key: &str, number: &str, borne: &BTreeSet<String>) -> String {
    let letters: String = sha256(key.as_bytes())
        .bytes()
        .map(|digit| char::from(b"bcdfghjkmnpqrstv"[(char::from(digit).to_digit(16).unwrap_or_default()) as usize]))
        .collect();
    let free = |number: &String| is_evidence_number(number) && !borne.contains(number);
    let of = |stem: &str, length: usize| [stem, "-", &letters[..length]].concat();
    let tried = (2..=16).map(|length| of(number, length)).chain((2..=16).map(|length| of("E", length)));
    let mut tried = tried.filter(free);
    // Two keys with the same first 64 bits of a hash are not to be expected; if so, one counts.
    tried.next().unwrap_or_else(|| {
        let mut counted = (1_u64..).map(|count| ["E", &count.to_string()].concat()).filter(free);
        counted.next().unwrap_or_default()
    })
}
