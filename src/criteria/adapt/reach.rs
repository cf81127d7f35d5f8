//! Reaching into the JSON of a pack by names and ids: `["categories", "leadership", "points"]`.

use serde_json::Value;

/// What an element of a list is known by: its id; where it has none, the factor it is about; a text is its own id.
pub(super) fn id_of(element: &Value) -> Option<&str> {
    match element {
        Value::String(id) => Some(id),
        Value::Object(members) => members.get("id").or_else(|| members.get("factor"))?.as_str(),
        _ => None,
    }
}

/// What stands at a path.
pub(super) fn reach<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, segment| match value {
        Value::Object(members) => members.get(*segment),
        Value::Array(list) => list.iter().find(|element| id_of(element) == Some(segment)),
        _ => None,
    })
}

/// What stands at a path, to be changed.
pub(super) fn reach_mut<'a>(value: &'a mut Value, path: &[&str]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, segment| match value {
        Value::Object(members) => members.get_mut(*segment),
        Value::Array(list) => list.iter_mut().find(|element| id_of(element) == Some(segment)),
        _ => None,
    })
}

/// The elements of the list at a path.
pub(super) fn list<'a>(value: &'a Value, path: &[&str]) -> &'a [Value] {
    reach(value, path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The category an item stands in.
pub(super) fn category_of(structure: &Value, item: &str) -> Option<String> {
    let categories = list(structure, &["categories"]);
    let found = categories.iter().find(|category| reach(category, &["items", item]).is_some())?;
    id_of(found).map(str::to_owned)
}
