//! Entries that stand under the same id on both sides, though they are different things: ids of older kits count, and two
//! places that count give the same. One of them gets another id, so that both are kept.

use super::entries::{SECTIONS, Section};
use super::hand_out::HandedOut;
use super::join::holds;
use crate::assessment::Identity;
use serde_json::{Map, Value};

/// Which side's entries keep their ids, because there are files out that name them so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
    Ours,
    Theirs,
    /// The thing whose name comes first, whichever side it is on.
    First,
}

/// Gives what a part adds ids of its own: those that count may stand for something else in the whole. They are derived
/// from the part and the id it gave, so that the same entry always gets the same one, whenever the part comes back.
pub(super) fn keep_parts_own(part: &HandedOut, file: &mut Map<String, Value>) {
    let Some(base) = part.base.as_object() else { return };
    for section in SECTIONS {
        for id in section.ids(file) {
            if !section.has(base, &id) && !Identity::is_written(&id, section.stem) {
                section.rename(file, &id, &section.derived(&[&part.key, &id]));
            }
        }
    }
}

/// Gives another id to one of two entries that both sides added under the same, where they are different things.
pub(super) fn keep_apart(base: Option<&Map<String, Value>>, ours: &mut Map<String, Value>, theirs: &mut Map<String, Value>, keeps: Keeps) {
    for section in SECTIONS {
        for id in section.ids(ours) {
            let known = base.is_some_and(|base| section.has(base, &id)) || Identity::is_written(&id, section.stem);
            let [one, other] = [&*ours, &*theirs].map(|file| section.entries(file).and_then(|entries| entries.get(&id)).cloned());
            let (Some(one), Some(other)) = (one.filter(|_| !known), other) else {
                continue;
            };
            if !differ(section, &one, &other) {
                continue;
            }
            let [one, other] = [&one, &other].map(|entry| [word(entry, section.name), word(entry, "day")]);
            let first = match keeps {
                Keeps::Ours => true,
                Keeps::Theirs => false,
                Keeps::First => one < other,
            };
            let (side, what) = if first { (&mut *theirs, other) } else { (&mut *ours, one) };
            section.rename(side, &id, &section.derived(&[&id, what[0], what[1]]));
        }
    }
}

fn word<'a>(entry: &'a Value, member: &str) -> &'a str {
    entry.get(member).and_then(Value::as_str).unwrap_or_default().trim()
}

/// Whether two entries are different things: their names differ, or the days of two incidents do, which have no name. A
/// name that was joined from the other and a third is none that differs.
fn differ(section: Section, one: &Value, other: &Value) -> bool {
    let place = ["/", section.member, "/id/", section.name].concat();
    let text = |entry: &Value| entry.get(section.name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (name, other_name) = (text(one), text(other));
    if holds(&place, &name, &other_name) || holds(&place, &other_name, &name) {
        return false;
    }
    [section.name, "day"].iter().any(|member| {
        let (one, other) = (word(one, member), word(other, member));
        !one.is_empty() && !other.is_empty() && one != other
    })
}
