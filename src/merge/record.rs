//! Two states of a record beside the assessments, such as a scoring copy or a panel, made into one.

use super::three_way::ThreeWay;
use crate::json::{put, scan, unmarked};
use serde_json::{Map, Value};

/// Members that are free texts, so that two can stand under each other.
const TEXTS: [&str; 5] = ["strengths", "opportunities", "remark", "reason", "note"];

/// What comes of a record that was saved elsewhere and of what was written here, both going on from `base`; none where one of
/// them cannot be read. What only one side changed is taken. Of what both changed, both texts stand under each other, and of
/// anything else, such as a rating, what was chosen here counts, because it is the later choice.
///
/// A record may hold another one as a text; that is joined by its members, too.
pub fn joined_records(base: &str, saved: &str, own: &str) -> Option<String> {
    let [base, saved, own] = [base, saved, own].map(read);
    joined(base?, saved?, own?).map(|members| unmarked(Value::Object(members).to_string()))
}

fn read(record: &str) -> Option<Map<String, Value>> {
    match scan(record).parse().ok()?.value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

fn joined(mut base: Map<String, Value>, mut saved: Map<String, Value>, mut own: Map<String, Value>) -> Option<Map<String, Value>> {
    let names: Vec<String> = own.keys().cloned().collect();
    for name in names {
        let inner = [&base, &saved, &own].map(|members| members.get(&name).and_then(Value::as_str).and_then(read));
        if let [Some(was), Some(there), Some(here)] = inner {
            let text = unmarked(Value::Object(joined(was, there, here)?).to_string());
            for members in [&mut base, &mut saved, &mut own] {
                members.insert(name.clone(), Value::String(text.clone()));
            }
        }
    }
    let mut found = ThreeWay::new(true);
    let mut merged = Value::Object(found.objects(Some(&base), &saved, &own));
    for conflict in found.conflicts {
        let is_text = TEXTS.iter().any(|name| conflict.pointer.rsplit('/').next() == Some(name));
        let settled = match (conflict.ours, conflict.theirs) {
            (Some(Value::String(saved)), Some(Value::String(own))) if is_text => Some(Value::String(under_each_other(&saved, &own))),
            // What was taken away on one side and changed on the other stays.
            (saved, own) => own.or(saved),
        };
        put(&mut merged, &conflict.pointer, settled);
    }
    match merged {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// Both texts; one that holds the other stands for both.
fn under_each_other(saved: &str, own: &str) -> String {
    match (saved.contains(own), own.contains(saved)) {
        (true, _) => saved.to_owned(),
        (_, true) => own.to_owned(),
        _ => [saved, "\n\n", own].concat(),
    }
}
