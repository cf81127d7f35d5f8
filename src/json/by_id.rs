//! An object whose members are named by ids.

use super::{FromJson, Place, ToJson};
use serde_json::{Map, Value};

/// Values by id, in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct ById<T>(pub Vec<(String, T)>);

impl<T> ById<T> {
    /// The value of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, value)| value)
    }
}

impl<T> Default for ById<T> {
    fn default() -> ById<T> {
        ById(Vec::new())
    }
}

impl<T: FromJson> FromJson for ById<T> {
    fn from_json(place: Place<'_>) -> ById<T> {
        // Grown by doubling, a large file would be held three times.
        let count = place.stands.members().map_or(0, Map::len);
        let mut all = Vec::with_capacity(count);
        for (id, place) in place.entries() {
            all.push((id.to_owned(), T::from_json(place)));
        }
        ById(all)
    }
}

impl<T: ToJson> ToJson for ById<T> {
    fn to_json(&self) -> Value {
        Value::Object(self.0.iter().map(|(id, value)| (id.clone(), value.to_json())).collect())
    }
}

#[cfg(feature = "schema")]
impl<T: ToJson> serde::Serialize for ById<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ById<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<String, T>>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, T>>::json_schema(generator)
    }
}
