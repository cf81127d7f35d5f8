//! How an indicator is computed from quantities. An operand is the id of an input, or of an indicator that stands before.

use crate::json::{FromJson, Place};

/// A formula, a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(tag = "kind", rename_all = "snake_case"))]
pub enum Formula {
    /// Part ÷ whole × per: 3 of 200 per 1000 is 15.
    Share { part: String, whole: String, per: u32 },
    /// (This year − last year) ÷ last year × 100: 110 after 100 is 10.
    Growth { of: String },
    /// (Last year − this year) ÷ last year × 100: 90 after 100 is 10.
    Fall { of: String },
    /// Plus − minus.
    Difference { plus: String, minus: String },
    /// All added; of one operand, that operand.
    Sum { of: Vec<String> },
    /// All multiplied, ÷ per: 90 %, 95 % and 98 % per 10,000 is 83.79 %.
    Product { of: Vec<String>, per: u32 },
    /// min(upper − mean, mean − lower) ÷ 3 sigma (Cpk).
    Capability {
        mean: String,
        sigma: String,
        lower: String,
        upper: String,
    },
}

impl Formula {
    /// The words for the kinds, as they stand in files.
    const KINDS: [&'static str; 7] = ["share", "growth", "fall", "difference", "sum", "product", "capability"];

    /// Its operands with the member they stand in.
    pub fn operands(&self) -> Vec<(&'static str, &str)> {
        match self {
            Formula::Share { part, whole, .. } => vec![("part", part), ("whole", whole)],
            Formula::Growth { of } | Formula::Fall { of } => vec![("of", of)],
            Formula::Difference { plus, minus } => vec![("plus", plus), ("minus", minus)],
            Formula::Sum { of } | Formula::Product { of, .. } => of.iter().map(|id| ("of", id.as_str())).collect(),
            Formula::Capability { mean, sigma, lower, upper } => vec![("mean", mean), ("sigma", sigma), ("lower", lower), ("upper", upper)],
        }
    }

    /// The number it multiplies or divides by, where it has one.
    pub fn per(&self) -> Option<u32> {
        match self {
            Formula::Share { per, .. } | Formula::Product { per, .. } => Some(*per),
            _ => None,
        }
    }
}

impl FromJson for Formula {
    fn from_json(place: Place<'_>) -> Formula {
        let mut formula = place.object();
        match formula.place("kind").word(&Formula::KINDS) {
            Some("share") => Formula::Share {
                part: formula.member("part"),
                whole: formula.member("whole"),
                per: formula.member("per"),
            },
            Some("growth") => Formula::Growth { of: formula.member("of") },
            Some("fall") => Formula::Fall { of: formula.member("of") },
            Some("difference") => Formula::Difference {
                plus: formula.member("plus"),
                minus: formula.member("minus"),
            },
            Some("sum") => Formula::Sum { of: formula.member("of") },
            Some("product") => Formula::Product {
                of: formula.member("of"),
                per: formula.member("per"),
            },
            Some(_) => Formula::Capability {
                mean: formula.member("mean"),
                sigma: formula.member("sigma"),
                lower: formula.member("lower"),
                upper: formula.member("upper"),
            },
            None => {
                formula.leave();
                Formula::Sum { of: Vec::new() }
            }
        }
    }
}
