//! What carrying back would not bring back: found, set down, and laid over what carrying back gives.

use super::rules::{EDITION, Journey, settled};
use super::ways::Section;
use crate::archive::ReadError;
use crate::archive::write::to_value;
use crate::criteria::Pack;
use crate::json::{push, segment, split_last};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Where figures, targets, stages and notes stand. They go by their ids; what the new pack does not know is kept.
const FIGURES: [&str; 5] = ["/inputs", "/indicators", "/targets", "/road", "/notes"];

/// Where the version stands. What comes alive under the new pack may raise it.
const VERSION: &str = "/version";

/// Values by JSON pointer; null where nothing stands.
pub(super) type Originals = Map<String, Value>;

/// What of a file is not as carrying back gives it. Laid over what that gives ([`lay_over`]) it makes the file again, to
/// the byte.
pub(super) fn originals(file: &Value, back: &Value, pack: &Pack) -> Result<Originals, ReadError> {
    let mut originals = Originals::new();
    for (pointer, was, is) in pairs(file, back) {
        differences(&pointer, was, is, &mut originals);
    }
    let mut again = back.clone();
    lay_over(&mut again, &originals);
    let again = to_value(&settled(again, pack)?, pack);
    for (pointer, was, is) in pairs(file, &again) {
        if was.map(Value::to_string) != is.map(Value::to_string) {
            // Member by member it does not come out the same, as where only the order of members differs: the whole.
            originals.retain(|known, _| known != &pointer && !known.starts_with(&[&pointer, "/"].concat()));
            originals.insert(pointer, was.cloned().unwrap_or_default());
        }
    }
    Ok(originals)
}

/// Whatever has answers of its own, in both files.
fn pairs<'a>(one: &'a Value, other: &'a Value) -> Vec<(String, Option<&'a Value>, Option<&'a Value>)> {
    let mut pairs: BTreeMap<String, (Option<&Value>, Option<&Value>)> = BTreeMap::new();
    for pointer in [EDITION, VERSION] {
        pairs.insert(pointer.into(), (one.pointer(pointer), other.pointer(pointer)));
    }
    for pointer in Section::ALL.map(Section::pointer).into_iter().chain(FIGURES) {
        let list = |file: &'a Value| file.pointer(pointer).and_then(Value::as_object).into_iter().flatten();
        for (id, value) in list(one) {
            pairs.entry(push(pointer, id)).or_default().0 = Some(value);
        }
        for (id, value) in list(other) {
            pairs.entry(push(pointer, id)).or_default().1 = Some(value);
        }
    }
    pairs.into_iter().map(|(pointer, (one, other))| (pointer, one, other)).collect()
}

fn differences(pointer: &str, was: Option<&Value>, is: Option<&Value>, found: &mut Originals) {
    if was == is {
        return;
    }
    if let (Some(Value::Object(was)), Some(Value::Object(is))) = (was, is) {
        for name in was.keys().chain(is.keys().filter(|name| !was.contains_key(*name))) {
            differences(&push(pointer, name), was.get(name), is.get(name), found);
        }
    } else {
        found.insert(pointer.to_owned(), was.cloned().unwrap_or_default());
    }
}

/// Sets the values at their places; null takes a member away.
pub(super) fn lay_over(file: &mut Value, originals: &Originals) {
    for (pointer, value) in originals {
        let Some((parent, name)) = split_last(pointer) else { continue };
        let mut object = &mut *file;
        for step in parent.split('/').skip(1) {
            if !object.is_object() {
                *object = Value::Object(Map::new());
            }
            let Value::Object(members) = object else { break };
            object = members.entry(segment(step)).or_insert_with(|| Value::Object(Map::new()));
        }
        if let Value::Object(members) = object {
            if value.is_null() {
                members.shift_remove(&name);
            } else {
                members.insert(name, value.clone());
            }
        }
    }
}

/// The originals that hold still: those of whose successors nothing has been changed or declined since. `journey` is the
/// one they were set down on, `present` the file as it is now after it, `undone` what it would have been before it had
/// nothing been changed.
pub(super) fn untouched(originals: &Originals, journey: &Journey<'_>, present: &Value, undone: &Value, declined: &[String]) -> Result<Originals, ReadError> {
    let made = journey.carried(undone)?;
    let is_declined = |place: &str| {
        let mut below = declined.iter().filter_map(|declined| place.strip_prefix(declined.as_str()));
        below.any(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let still = originals.iter().filter(|(pointer, _)| {
        let mut places = successors(pointer, journey).into_iter();
        places.all(|place| !is_declined(&place) && present.pointer(&place) == made.pointer(&place))
    });
    Ok(still.map(|(pointer, value)| (pointer.clone(), value.clone())).collect())
}

/// The places that what stands at a place has gone to.
fn successors(pointer: &str, journey: &Journey<'_>) -> Vec<String> {
    let mut places = vec![pointer.to_owned()];
    for section in Section::ALL {
        let Some(rest) = pointer.strip_prefix(section.pointer()).and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        let (id, rest) = rest.split_once('/').map_or((rest, String::new()), |(id, rest)| (id, ["/", rest].concat()));
        let id = segment(id);
        for entry in journey.ways.of(section).iter().filter(|entry| entry.from.contains(&id)) {
            places.extend(entry.to.iter().map(|to| [&push(section.pointer(), to), rest.as_str()].concat()));
        }
    }
    places
}
