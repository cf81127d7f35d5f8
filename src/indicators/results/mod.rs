//! The figures of an assessment under its pack: values typed or computed, what they say, what does not fit, how much of
//! each results item they cover, and which bands they hint at. Nothing of it is kept; it follows from the figures.
//!
//! Knows pack and record; must not know the text shown, JSON, the clock, the browser.

mod by_year;
mod context;
mod counted;
mod counting;
mod coverage;
mod finding;
mod formula;
mod glance;
mod hint;
mod identities;
mod inputs;
mod off_line;
mod origins;
mod reading;
mod recomputed;
mod references;
mod values;
mod verify;

pub use coverage::{AreaReading, ItemReading};
pub use finding::{FigureDoubt, FigureFinding, Reference, Subject};
pub use formula::evaluate;
pub use glance::{Glance, Mark};
pub use hint::{FactorHint, Hint, HintReason};
pub use origins::{OriginReading, OriginsReading, read_origins};
pub use reading::IndicatorReading;

use crate::assessment::Assessment;
use crate::criteria::Pack;
use values::Values;

/// Everything the figures say.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Indicators of the catalogue in the order of the pack, then those of one's own; also those without a figure.
    pub indicators: Vec<IndicatorReading>,
    /// What does not fit: by indicator in that order, then what inputs alone do not fit.
    pub findings: Vec<FigureFinding>,
    /// The results items, in the order of the pack.
    pub items: Vec<ItemReading>,
}

/// Reads all figures of an assessment.
pub fn read_results(pack: &Pack, assessment: &Assessment) -> Results {
    let values = Values::of(pack, &assessment.figures);
    let indicators = reading::all(pack, &assessment.figures, assessment.organisation.kind, &values);
    let findings = verify::all(pack, assessment, &values, &indicators);
    let items = coverage::all(pack, assessment, &indicators);
    Results { indicators, findings, items }
}
