//! How an entry of the lineage is written: as `lineage.json` has it.

use super::{Note, Succession, SuccessionKind};
use crate::json::{ToJson, to_members};
use serde_json::Value;

to_members! {
    Succession { kind, from, to, note }
}

impl ToJson for SuccessionKind {
    fn to_json(&self) -> Value {
        self.word().into()
    }
}

impl ToJson for Note {
    fn to_json(&self) -> Value {
        self.0.to_json()
    }
}
