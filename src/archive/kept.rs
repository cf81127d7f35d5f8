//! Members of a newer minor version: carried along and written back where they stood.

use crate::json;
use serde_json::Value;
use std::collections::BTreeSet;

/// A member this version does not know.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// JSON pointer of the member.
    pub pointer: String,
    pub value: Value,
}

impl Kept {
    /// The members at some pointers of a file; one inside another goes with it.
    pub(super) fn take(file: &Value, pointers: Vec<String>) -> Vec<Kept> {
        let mut all = BTreeSet::new();
        for pointer in &pointers {
            all.insert(pointer.as_str());
        }
        let inside_another = |pointer: &str| {
            let mut around = std::iter::successors(pointer.rsplit_once('/'), |(parent, _)| parent.rsplit_once('/'));
            around.any(|(parent, _)| all.contains(parent))
        };
        let outermost = pointers.iter().filter(|pointer| !inside_another(pointer));
        let found = outermost.filter_map(|pointer| {
            file.pointer(pointer).map(|value| Kept {
                pointer: pointer.clone(),
                value: value.clone(),
            })
        });
        found.collect()
    }

    /// What a scoring copy carries along, at its place inside the sheet of a panel, which ends in `/`; none of what is to be read, which
    /// a panel does not hold.
    pub(super) fn within(&self, sheet: &str) -> Option<Kept> {
        let member = self.pointer.strip_prefix('/').filter(|member| !member.starts_with("answers/"))?;
        Some(Kept {
            pointer: [sheet, member].concat(),
            value: self.value.clone(),
        })
    }

    /// Puts the member back, unless its object is gone or the place is taken.
    pub(super) fn put_back(&self, file: &mut Value) {
        let Some((parent, key)) = json::split_last(&self.pointer) else { return };
        let mut object = file;
        for segment in parent.split('/').skip(1) {
            let key = json::segment(segment);
            let Value::Object(members) = object else { return };
            object = members.entry(key).or_insert_with(|| Value::Object(serde_json::Map::new()));
        }
        if let Value::Object(members) = object {
            members.entry(key).or_insert_with(|| self.value.clone());
        }
    }
}
