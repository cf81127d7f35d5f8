//! Which of some indicators fit the categories of a pack: those whose item and area are there, and what is computed from
//! them. So a pack that builds on another inherits what it can use, and an item that is taken away takes its own along.
//!
//! Works on JSON; what cannot be read stays, so that the checker finds it.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The indicators and identities that fit, out of those given.
pub(in crate::criteria) fn fitting(categories: &Value, inputs: &Value, indicators: &Value, identities: &Value) -> (Value, Value) {
    let mut places = BTreeSet::new();
    for item in list(categories).iter().flat_map(|category| list(&category["items"])) {
        let Some(id) = item["id"].as_str() else { continue };
        places.extend(list(&item["areas"]).iter().filter_map(Value::as_str).map(|area| (id, area)));
    }
    let given: BTreeSet<&str> = list(indicators).iter().filter_map(|one| one["id"].as_str()).collect();
    let mut gone = BTreeSet::new();
    let mut left = Vec::new();
    for indicator in list(indicators) {
        let fits = match (indicator["item"].as_str(), indicator["area"].as_str()) {
            (Some(item), Some(area)) => places.contains(&(item, area)),
            _ => true,
        };
        let members = indicator["formula"].as_object();
        if fits && !members.is_some_and(|members| names(members).any(|id| gone.contains(id))) {
            left.push(indicator.clone());
        } else {
            gone.extend(indicator["id"].as_str());
        }
    }
    let known: BTreeSet<&str> = list(inputs).iter().filter_map(|one| one["id"].as_str()).collect();
    let missing = |id: &str| gone.contains(id) && given.contains(id) && !known.contains(id);
    let fits = |identity: &&Value| !identity.as_object().is_some_and(|members| names(members).any(missing));
    let kept = list(identities).iter().filter(fits).cloned().collect();
    (whole(indicators, left), whole(identities, kept))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The list, or what stands in its place.
fn whole(given: &Value, left: Vec<Value>) -> Value {
    if given.is_array() { Value::Array(left) } else { given.clone() }
}

/// The ids named in a formula or an identity.
fn names(members: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let named = members.iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "kind"));
    named.flat_map(|(_, value)| value.as_str().into_iter().chain(list(value).iter().filter_map(Value::as_str)))
}
