//! Indicators a pack names: what is measured, in which unit, which way is better, and how it is computed.
//!
//! Knows nothing of the figures entered.

mod fitting;
mod formula;
mod identity;

pub(super) use fitting::fitting;
pub use formula::Formula;
pub use identity::{Identity, IdentityRule};

use super::kind::Kind;
use crate::json::{FromJson, Place, ToJson, from_members};
use serde_json::Value;

/// A quantity that formulas are computed from, such as revenue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    pub id: String,
    /// Id of its unit.
    pub unit: String,
}

/// What is measured every year.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    pub id: String,
    /// Id of the results item it belongs to.
    pub item: String,
    /// One of that item's areas.
    pub area: String,
    /// Id of its unit.
    pub unit: String,
    pub direction: Aim,
    /// Kinds of applicant it is meant for; none listed: all.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub applies_to: Vec<Kind>,
    /// Digits shown after the decimal point, 0 to 4.
    pub decimals: u8,
    /// The least that is possible at all; none: unbounded.
    pub low: Option<f64>,
    /// The most that is possible at all; none: unbounded.
    pub high: Option<f64>,
    /// How it is computed; none for what is only reported.
    pub formula: Option<Formula>,
}

/// Which way an indicator is meant to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Aim {
    /// Higher is better.
    #[default]
    Higher,
    /// Lower is better.
    Lower,
    /// Good within a range the user names as the target; neutral without one.
    Range,
}

impl Aim {
    /// All of them.
    pub const ALL: [Aim; 3] = [Aim::Higher, Aim::Lower, Aim::Range];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Aim::Higher => "higher",
            Aim::Lower => "lower",
            Aim::Range => "range",
        }
    }
}

from_members! {
    Input { id, unit }
}

impl FromJson for Aim {
    fn from_json(place: Place<'_>) -> Aim {
        place.choice(&Aim::ALL.map(|aim| (aim.word(), aim)))
    }
}

impl ToJson for Aim {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Aim);

impl FromJson for Indicator {
    fn from_json(place: Place<'_>) -> Indicator {
        let mut indicator = place.object();
        Indicator {
            id: indicator.member("id"),
            item: indicator.member("item"),
            area: indicator.member("area"),
            unit: indicator.member("unit"),
            direction: indicator.member("direction"),
            applies_to: indicator.member_or_default("applies_to"),
            decimals: indicator.member("decimals"),
            low: indicator.member("low"),
            high: indicator.member("high"),
            formula: indicator.member("formula"),
        }
    }
}
