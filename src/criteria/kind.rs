//! The kinds of applicant a pack can tell apart.

use crate::json::{FromJson, Place, ToJson};
use serde_json::Value;

/// The kind of applicant; the 2016 criteria hold indicators for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Kind {
    Manufacturing,
    Service,
    PublicWelfare,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::Manufacturing, Kind::Service, Kind::PublicWelfare];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Manufacturing => "manufacturing",
            Kind::Service => "service",
            Kind::PublicWelfare => "public_welfare",
        }
    }

    /// Whether something that is meant for some kinds (none listed: for all) is meant for an applicant of this kind;
    /// while the applicant's kind is not known, everything is.
    pub fn among(kind: Option<Kind>, meant_for: &[Kind]) -> bool {
        meant_for.is_empty() || kind.is_none_or(|kind| meant_for.contains(&kind))
    }
}

impl FromJson for Kind {
    fn from_json(place: Place<'_>) -> Kind {
        place.choice(&Kind::ALL.map(|kind| (kind.word(), kind)))
    }
}

impl ToJson for Kind {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Kind);
