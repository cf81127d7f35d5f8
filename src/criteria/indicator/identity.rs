//! What must hold between quantities: inputs or indicators, by id.

use crate::json::{FromJson, Place};

/// A relation that figures must fit.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    pub id: String,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub rule: IdentityRule,
}

/// The relations, a closed list.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(tag = "kind", rename_all = "snake_case"))]
pub enum IdentityRule {
    /// Left ≤ right in every year.
    AtMost { left: String, right: String },
    /// All added give at most the limit.
    SumAtMost { of: Vec<String>, limit: f64 },
    /// The growth in per cent is that of the series.
    GrowthOf { growth: String, series: String },
    /// The fall in per cent is that of the series.
    FallOf { fall: String, series: String },
    /// Result = top ÷ bottom × per.
    Ratio { result: String, top: String, bottom: String, per: u32 },
}

impl IdentityRule {
    /// The words for the kinds, as they stand in files.
    const KINDS: [&'static str; 5] = ["at_most", "sum_at_most", "growth_of", "fall_of", "ratio"];

    /// What it speaks of, with the member it stands in.
    pub fn operands(&self) -> Vec<(&'static str, &str)> {
        match self {
            IdentityRule::AtMost { left, right } => vec![("left", left), ("right", right)],
            IdentityRule::SumAtMost { of, .. } => of.iter().map(|id| ("of", id.as_str())).collect(),
            IdentityRule::GrowthOf { growth, series } => vec![("growth", growth), ("series", series)],
            IdentityRule::FallOf { fall, series } => vec![("fall", fall), ("series", series)],
            IdentityRule::Ratio { result, top, bottom, .. } => vec![("result", result), ("top", top), ("bottom", bottom)],
        }
    }
}

impl FromJson for Identity {
    fn from_json(place: Place<'_>) -> Identity {
        let mut identity = place.object();
        let id = identity.member("id");
        let rule = match identity.place("kind").word(&IdentityRule::KINDS) {
            Some("at_most") => IdentityRule::AtMost {
                left: identity.member("left"),
                right: identity.member("right"),
            },
            Some("sum_at_most") => IdentityRule::SumAtMost {
                of: identity.member("of"),
                limit: identity.member("limit"),
            },
            Some("growth_of") => IdentityRule::GrowthOf {
                growth: identity.member("growth"),
                series: identity.member("series"),
            },
            Some("fall_of") => IdentityRule::FallOf {
                fall: identity.member("fall"),
                series: identity.member("series"),
            },
            Some(_) => IdentityRule::Ratio {
                result: identity.member("result"),
                top: identity.member("top"),
                bottom: identity.member("bottom"),
                per: identity.member("per"),
            },
            None => {
                identity.leave();
                IdentityRule::SumAtMost { of: Vec::new(), limit: 0.0 }
            }
        };
        Identity { id, rule }
    }
}
