//! A pack's own worked cases: what its rules come to for facts that an editor knows by heart ("registered on 18 March 2024,
//! so the years are reached on 18 March 2029"; "these ratings are 542 points"). They travel with the pack, beside its folder
//! as `cases.json` and in its one file as `cases`, and are run whenever it is checked and after every edit of a draft, so
//! that an editor sees what a change breaks.
//!
//! Knows no text and no file; what a case comes to is asked of eligibility and scoring.

mod read;
mod run;
mod write;

pub use read::{FILE, cases_of, read_cases};
pub use run::{Broken, run};

use crate::assessment::{Answer, LegalStatus};
use crate::criteria::Kind;
use crate::date::Date;
use crate::eligibility::Verdict;
use crate::scoring::Points;

/// The cases of a pack.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cases {
    pub years: Vec<YearsCase>,
    pub verdicts: Vec<VerdictCase>,
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

/// Whether an organisation may apply. What is not said of it is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictCase {
    /// Id of the edition of the conditions; none for the one in force.
    pub edition: Option<String>,
    /// The day of its registration.
    pub registered: Option<Date>,
    /// Where it is registered: six digits of GB/T 2260, such as `110108`.
    pub place: Option<String>,
    pub legal_status: Option<LegalStatus>,
    /// The day on which it applies.
    pub applies: Option<Date>,
    /// Its answers by condition id.
    pub answers: Vec<(String, Answer)>,
    /// Its answer to every other condition that is answered; none where it gave none.
    pub others: Option<Answer>,
    pub verdict: Verdict,
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
