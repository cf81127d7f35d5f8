//! Three-way merging of JSON: objects member by member, lists as sets, everything else as a whole.

use super::conflict::Conflict;
use super::join::holds;
use crate::json::push;
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Entries of these members are things of their own: one that was taken away on one side and changed on the other is one
/// conflict.
const ENTRIES: [&str; 7] = ["/indicators", "/own_indicators", "/evidence", "/actions", "/incidents", "/units", "/notes"];

/// A merge under way.
pub(super) struct ThreeWay {
    /// Whether the state both come from is known.
    based: bool,
    pub conflicts: Vec<Conflict>,
    pub taken: Vec<String>,
}

/// What stands at a place in the three states.
struct Three<'a> {
    base: Option<&'a Value>,
    ours: Option<&'a Value>,
    theirs: Option<&'a Value>,
}

impl ThreeWay {
    pub fn new(based: bool) -> ThreeWay {
        ThreeWay {
            based,
            conflicts: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Merges the members of a whole file.
    pub fn objects(&mut self, base: Option<&Map<String, Value>>, ours: &Map<String, Value>, theirs: &Map<String, Value>) -> Map<String, Value> {
        self.members("", base, Some(ours), Some(theirs))
    }

    fn members(
        &mut self,
        pointer: &str,
        base: Option<&Map<String, Value>>,
        ours: Option<&Map<String, Value>>,
        theirs: Option<&Map<String, Value>>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for key in keys(base, ours, theirs) {
            let three = Three {
                base: base.and_then(|members| members.get(key)),
                ours: ours.and_then(|members| members.get(key)),
                theirs: theirs.and_then(|members| members.get(key)),
            };
            if let Some(value) = self.value(pointer, &push(pointer, key), &three) {
                merged.insert(key.to_owned(), value);
            }
        }
        merged
    }

    fn value(&mut self, parent: &str, pointer: &str, three: &Three<'_>) -> Option<Value> {
        let Three { base, ours, theirs } = *three;
        if same(ours, theirs) {
            return ours.cloned();
        }
        if self.based && same(base, theirs) {
            return ours.cloned();
        }
        let gone = ours.is_none() || theirs.is_none();
        let all_objects = [base, ours, theirs].into_iter().flatten().all(Value::is_object);
        if all_objects && !is_whole(pointer) && !(gone && ENTRIES.contains(&parent)) {
            let [base, ours, theirs] = [base, ours, theirs].map(|value| value.and_then(Value::as_object));
            let merged = self.members(pointer, base, ours, theirs);
            if gone && merged.is_empty() {
                return three.ours.or(three.theirs).filter(|_| !self.based).cloned();
            }
            return Some(Value::Object(merged));
        }
        if !self.based && gives_way(theirs, ours) {
            return ours.cloned();
        }
        if self.based && same(base, ours) || !self.based && gives_way(ours, theirs) {
            self.taken.push(pointer.to_owned());
            return theirs.cloned();
        }
        if let Some(merged) = lists(base, ours, theirs).filter(|_| !is_whole(pointer)) {
            self.taken.push(pointer.to_owned());
            return Some(merged);
        }
        if let (Some(Value::String(one)), Some(Value::String(other))) = (ours, theirs) {
            if holds(pointer, one, other) {
                return ours.cloned();
            }
            if holds(pointer, other, one) {
                self.taken.push(pointer.to_owned());
                return theirs.cloned();
            }
        }
        self.conflicts.push(Conflict {
            pointer: pointer.to_owned(),
            base: base.cloned(),
            ours: ours.cloned(),
            theirs: theirs.cloned(),
        });
        ours.or(theirs).cloned()
    }
}

/// All members' names, each side's in the order they have there, whichever side is ours. Where that leaves open which comes
/// first, shorter ones do, so that `own-2` stands before `own-10`; where the sides contradict each other, the one that
/// changed the order.
fn keys<'a>(base: Option<&'a Map<String, Value>>, ours: Option<&'a Map<String, Value>>, theirs: Option<&'a Map<String, Value>>) -> Vec<&'a str> {
    let names = |members: Option<&'a Map<String, Value>>| members.into_iter().flat_map(Map::keys).map(String::as_str);
    let as_before = [ours, theirs].map(|side| names(side).eq(names(base)));
    let mut waiting: [BTreeSet<&str>; 2] = [names(ours).collect(), names(theirs).collect()];
    let (mut ours, mut theirs) = (names(ours).peekable(), names(theirs).peekable());
    let mut keys = Vec::new();
    loop {
        while ours.next_if(|key| !waiting[0].contains(key)).is_some() {}
        while theirs.next_if(|key| !waiting[1].contains(key)).is_some() {}
        let next = match (ours.peek(), theirs.peek()) {
            (None, None) => return keys,
            (Some(key), None) | (None, Some(key)) => *key,
            (Some(one), Some(other)) => {
                let first = (one.len(), *one) <= (other.len(), *other);
                match (waiting[1].contains(one), waiting[0].contains(other)) {
                    (true, false) => *other,
                    (false, true) => *one,
                    (true, true) if as_before == [true, false] => *other,
                    (true, true) if as_before == [false, true] => *one,
                    _ if first => *one,
                    _ => *other,
                }
            }
        };
        keys.push(next);
        for waiting in &mut waiting {
            waiting.remove(next);
        }
    }
}

/// The same, members in the same order. Null is nothing.
fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    let something = |value: Option<&'_ Value>| value.is_some_and(|value| !value.is_null());
    match (one, other) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            let alike = |((name, one), (other_name, other)): ((&String, &Value), (&String, &Value))| name == other_name && same(Some(one), Some(other));
            one.len() == other.len() && one.iter().zip(other).all(alike)
        }
        (Some(one), Some(other)) if something(Some(one)) && something(Some(other)) => one == other,
        _ => !something(one) && !something(other),
    }
}

/// Whether a value in which nothing was filled in gives way to another: to what was filled in, and of two that say nothing
/// one does, whichever side it is on.
fn gives_way(one: Option<&Value>, other: Option<&Value>) -> bool {
    let written = |value: Option<&Value>| value.filter(|value| !value.is_null()).map(Value::to_string);
    is_blank(one) && (!is_blank(other) || written(one) <= written(other))
}

/// Whether nothing was filled in: nothing, an empty text, list or object, or `false`. 0 is a value.
fn is_blank(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null | Value::Bool(false)) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(Value::Object(members)) => members.values().all(|value| is_blank(Some(value))),
        Some(_) => false,
    }
}

/// Whether what stands at a place is one value, though it has members: a target, a rank, the years, a file, the record
/// of carries.
fn is_whole(pointer: &str) -> bool {
    let of_figures = pointer.starts_with("/indicators/") || pointer.starts_with("/own_indicators/");
    match pointer.rsplit('/').next() {
        Some("target" | "rank") => of_figures,
        Some("file") => pointer.starts_with("/evidence/"),
        Some("years" | "carried") => pointer.matches('/').count() == 1,
        _ => false,
    }
}

/// Lists as sets that may hold a thing twice: what either side took away is gone, what either side added is there, what
/// both added once is there once. First comes what the base holds, then what was added, in an order that does not depend
/// on which side is ours. None where one of them is no list.
fn lists(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let (base, ours, theirs) = (list(base)?, list(ours)?, list(theirs)?);
    let count = |list: &[Value], thing: &Value| list.iter().filter(|other| *other == thing).count();
    let wanted = |thing: &Value| {
        let (before, one, other) = (count(base, thing), count(ours, thing), count(theirs, thing));
        match (one.cmp(&before), other.cmp(&before)) {
            (Ordering::Equal, _) => other,
            (_, Ordering::Equal) => one,
            (Ordering::Less, Ordering::Less) => one.min(other),
            _ => one.max(other),
        }
    };
    let mut sides = [ours, theirs];
    sides.sort_by_cached_key(|side| side.iter().map(Value::to_string).collect::<Vec<String>>());
    let mut merged: Vec<Value> = Vec::new();
    for thing in base.iter().chain(sides.into_iter().flatten()) {
        if count(&merged, thing) < wanted(thing) {
            merged.push(thing.clone());
        }
    }
    Some(Value::Array(merged))
}

/// Nothing is an empty list.
fn list(value: Option<&Value>) -> Option<&[Value]> {
    match value {
        None | Some(Value::Null) => Some(&[]),
        Some(Value::Array(list)) => Some(list),
        Some(_) => None,
    }
}
