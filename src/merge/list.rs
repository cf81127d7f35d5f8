//! The list of parts that were handed out, kept with the whole: to whom, what of, when, and when it came back. A member of
//! the file of its own, absent where nothing was handed out; a kit that does not know it carries it along.
//!
//! It stands beside the history of the assessment, because undoing brings no file back.

use super::hand_out::HandedOut;
use super::wanted::Wanted;
use crate::archive::{Kept, Project};
use crate::date::{Date, parse_date};
use crate::order;
use serde_json::{Map, Value, json};

/// By the key of the part: `{department, items, handed_out, deadline, instruction, returned, state, brought}`.
pub(super) const MEMBER: &str = "departments";
const POINTER: &str = "/departments";

/// One part on the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedPart {
    /// What tells it from every other part.
    pub key: String,
    pub department: String,
    /// Ids of the items.
    pub items: Vec<String>,
    pub handed_out: Option<Date>,
    pub wanted: Wanted,
    /// When it came back last; none while it is out.
    pub returned: Option<Date>,
    /// The hash of the state that came back last.
    pub(super) state: String,
    /// By pointer, what that state had changed since the part was handed out; null where something was taken away.
    pub(super) brought: Map<String, Value>,
}

fn list(project: &Project) -> Option<&Map<String, Value>> {
    project.kept.iter().find(|kept| kept.pointer == POINTER)?.value.as_object()
}

/// The parts that were handed out, in the order of that; what is written in a way this kit does not read is left out.
pub fn listed_parts(project: &Project) -> Vec<ListedPart> {
    let list = list(project).into_iter().flatten();
    let part = |(key, value): (&String, &Value)| {
        let day = |name: &str| value.get(name).and_then(Value::as_str).and_then(parse_date);
        let items = value.get("items")?.as_array()?;
        Some(ListedPart {
            key: key.clone(),
            department: value.get("department")?.as_str()?.to_owned(),
            items: items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            handed_out: day("handed_out"),
            wanted: Wanted::of(value),
            returned: day("returned"),
            state: value.get("state").and_then(Value::as_str).unwrap_or_default().to_owned(),
            brought: value.get("brought").and_then(Value::as_object).cloned().unwrap_or_default(),
        })
    };
    list.filter_map(part).collect()
}

/// How many parts on the list have not come back.
pub fn parts_out(project: &Project) -> usize {
    let list = list(project).into_iter().flatten();
    list.filter(|(_, entry)| entry.get("department").is_some() && entry.get("returned").is_none())
        .count()
}

/// Changes the list, which is gone from the file where nothing is left on it.
fn change(project: &mut Project, change: impl FnOnce(&mut Map<String, Value>)) {
    let mut list = list(project).cloned().unwrap_or_default();
    change(&mut list);
    project.kept.retain(|kept| kept.pointer != POINTER);
    if !list.is_empty() {
        project.kept.push(Kept {
            pointer: POINTER.to_owned(),
            value: Value::Object(list),
        });
        // As they are written, so that what is read again is the same.
        order::sort_by(&mut project.kept, |one, other| one.pointer.cmp(&other.pointer));
    }
}

/// Puts a part on the list of the whole it was handed out from.
pub fn list_part(whole: &mut Project, part: &HandedOut, day: Date) {
    let mut entry = json!({ "department": part.department, "items": part.items, "handed_out": day.to_string() });
    entry.as_object_mut().into_iter().for_each(|entry| part.wanted.put_into(entry));
    change(whole, |list| drop(list.insert(part.key.clone(), entry)));
}

/// Takes a part off the list.
pub fn unlist_part(whole: &mut Project, key: &str) {
    change(whole, |list| drop(list.shift_remove(key)));
}

/// Notes that a part came back in a state; one that was not on the list is put there.
pub(super) fn note_return(whole: &mut Project, part: &HandedOut, day: Date, state: &str, brought: Map<String, Value>) {
    change(whole, |list| {
        let entry = list
            .entry(part.key.clone())
            .or_insert_with(|| json!({ "department": part.department, "items": part.items }));
        if let Value::Object(entry) = entry {
            entry.insert("returned".into(), Value::String(day.to_string()));
            entry.insert("state".into(), Value::String(state.to_owned()));
            entry.insert("brought".into(), Value::Object(brought));
        }
    });
}

/// Adds the parts that were handed out according to another state of the same assessment and are not on our list, so that
/// going back to an earlier state forgets no file that is out.
pub fn add_missing_parts(ours: &mut Project, other: &Project) {
    add(ours, other, |own, entry| own.is_none() && entry.get("handed_out").is_some());
}

/// Adds the parts of the list of another copy. Of a part that stands on both, ours stays, unless only theirs is back.
pub(super) fn join_lists(ours: &mut Project, theirs: &Project) {
    let is_back = |entry: &Value| entry.get("returned").is_some();
    add(ours, theirs, |own, entry| own.is_none_or(|own| !is_back(own) && is_back(entry)));
}

fn add(ours: &mut Project, theirs: &Project, wanted: impl Fn(Option<&Value>, &Value) -> bool) {
    let Some(theirs) = list(theirs) else { return };
    change(ours, |ours| {
        for (key, entry) in theirs {
            if wanted(ours.get(key), entry) {
                ours.insert(key.clone(), entry.clone());
            }
        }
    });
}
