//! Reaching into the JSON of a pack by names and ids: `["categories", "leadership", "points"]`.

use crate::criteria::content::PackView;
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

impl<'a> PackView<'a> {
    /// Something in `pack.json` by names and ids: `at(&["facts", "prize", "unit"])`.
    pub fn at(self, path: &[&str]) -> Option<&'a Value> {
        reach(self.structure, path)
    }

    /// An item in `pack.json`.
    pub fn item(self, id: &str) -> Option<&'a Value> {
        let category = category_of(self.structure, id)?;
        self.at(&["categories", &category, "items", id])
    }

    /// Ids of the things in a list of `pack.json`, such as its categories.
    pub fn ids(self, path: &[&str]) -> impl Iterator<Item = &'a str> + use<'a> {
        list(self.structure, path).iter().filter_map(id_of)
    }

    /// The item a text id or the like begins with, and what follows: `leadership.governance.board` is `board` of
    /// `leadership.governance`.
    pub fn split_item<'t>(self, id: &'t str) -> Option<(&'a str, &'t str)> {
        let mut items = self.ids(&["categories"]).flat_map(|category| self.ids(&["categories", category, "items"]));
        items.find_map(|item| Some((item, id.strip_prefix(item)?.strip_prefix('.')?)))
    }
}
