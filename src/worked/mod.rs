//! A pack's own worked cases: what its rules come to for facts that an editor knows by heart ("registered on 18 March 2024,
//! so the years are reached on 18 March 2029"; "these ratings are 542 points"). They lie beside the pack in `cases.json`
//! and are run whenever it is checked, so that an editor sees what a change breaks.
//!
//! Knows no text and no file; what a case comes to is asked of eligibility and scoring.

mod read;
mod run;

pub use read::{FILE, read_cases};
pub use run::{Broken, run};

use crate::criteria::Kind;
use crate::date::Date;
use crate::scoring::Points;

/// The cases of a pack.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cases {
    pub years: Vec<YearsCase>,
    pub totals: Vec<TotalCase>,
}

/// When an organisation reaches the years an edition asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct YearsCase {
    /// Id of the edition of the conditions; none for the one in force.
    pub edition: Option<String>,
    /// The day of its registration.
    pub registered: Date,
    /// The first day on which the years are reached; none where the edition asks for none.
    pub from: Option<Date>,
}

/// What ratings are worth.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalCase {
    /// The kind of applicant; none where it is not known.
    pub kind: Option<Kind>,
    /// Ratings in percent by item id.
    pub ratings: Vec<(String, u8)>,
    /// The rating of every other item; none where they are not rated.
    pub others: Option<u8>,
    pub total: Points,
}
