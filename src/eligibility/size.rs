//! The size class of an organisation (国统字〔2017〕213号 as the pack holds it): a class is reached only when all its
//! lower bounds are, so the lowest class of any measure counts.

use crate::assessment::{Organisation, Quantity};
use crate::criteria::{Measure, Sector};

/// Size classes from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    Micro,
    Small,
    Medium,
    Large,
}

impl SizeClass {
    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            SizeClass::Micro => "micro",
            SizeClass::Small => "small",
            SizeClass::Medium => "medium",
            SizeClass::Large => "large",
        }
    }
}

/// The size class in a sector; none while a measure it needs is missing.
/// Industry with 860 persons and 612 million yuan (61,200): 860 is medium, 61,200 is large, so medium.
pub fn size_class(sector: &Sector, organisation: &Organisation) -> Option<SizeClass> {
    let classes = sector.bounds.iter().map(|bounds| {
        let quantity = match bounds.measure {
            Measure::Staff => Quantity::Staff,
            Measure::Revenue => Quantity::Revenue,
            Measure::Assets => Quantity::Assets,
        };
        let value = organisation.quantity(quantity)?;
        Some(if value >= bounds.large {
            SizeClass::Large
        } else if value >= bounds.medium {
            SizeClass::Medium
        } else if value >= bounds.small {
            SizeClass::Small
        } else {
            SizeClass::Micro
        })
    });
    classes.collect::<Option<Vec<SizeClass>>>()?.into_iter().min()
}
