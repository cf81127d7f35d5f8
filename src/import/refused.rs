//! Why a cell is not taken over, by code; the words are looked up by it.

use super::column::Column;
use super::table::{Doubt, Spot};
use crate::indicators::{Refusal, Subject};

/// A cell that is not taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub spot: Spot,
    /// What its column means.
    pub column: Column,
    pub text: String,
    pub reason: Reason,
    /// What it is about, where that is known.
    pub subject: Option<Subject>,
    /// The units that do not agree, where two are stated.
    pub units: Vec<String>,
}

impl Refused {
    /// The same, of what it is about.
    pub(super) fn of(self, subject: Subject) -> Refused {
        Refused {
            subject: Some(subject),
            ..self
        }
    }
}

/// Why a cell is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No number that is understood.
    Number(Refusal),
    /// 1 or less for a share, from a file that does not tell whether it was shown as per cent: 0.96 or 96 %?
    Share,
    /// None of the choices.
    Choice,
    /// No year in the row, or none among the columns.
    NoYear,
    /// A range whose ends are not in order, or one end alone.
    Range,
    /// A rank without of how many.
    Rank,
    /// The same thing stands elsewhere in the tables with another value.
    Twice,
    /// Rows of one indicator with different values, which another column tells apart: a product, a region, an average.
    ToldApart,
    /// An input has years alone.
    InputOnlyYears,
    /// Two places state different units for it.
    TwoUnits,
    /// No unit stands beside it anywhere, and what it is of is written in several scales.
    NoUnit,
    /// It lies in a row or column that is hidden or filtered away.
    Hidden,
    /// One cell joined over several years or indicators.
    Joined,
    /// The title of the table says that it is of a part of a year, of a plan, or of others.
    Part,
    /// A target of a year after the latest one with a value, or a projection of one that has a value.
    OtherYear,
    /// Its indicator is computed by its formula, beside which a value would not be shown.
    Computed,
    /// It cannot be known what stands there.
    Doubt(Doubt),
}

impl Reason {
    /// Its code, for words.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::Number(Refusal::AmbiguousComma) => "ambiguous_comma",
            Reason::Number(Refusal::BrokenGrouping) => "broken_grouping",
            Reason::Number(Refusal::AmbiguousMultiplier) => "ambiguous_multiplier",
            Reason::Number(Refusal::NotAShare) => "not_a_share",
            Reason::Number(Refusal::OtherUnit) => "other_unit",
            Reason::Number(Refusal::Currency) => "currency",
            Reason::Number(Refusal::Date) => "date",
            Reason::Number(Refusal::TooLarge) => "too_large",
            Reason::Number(Refusal::Empty | Refusal::NoValue | Refusal::NotANumber) => "not_a_number",
            Reason::Share => "share",
            Reason::Choice => "choice",
            Reason::NoYear => "no_year",
            Reason::Range => "range",
            Reason::Rank => "rank",
            Reason::Twice => "twice",
            Reason::ToldApart => "told_apart",
            Reason::InputOnlyYears => "input_only_years",
            Reason::TwoUnits => "two_units",
            Reason::NoUnit => "no_unit",
            Reason::Hidden => "hidden",
            Reason::Joined => "joined",
            Reason::Part => "part_of_year",
            Reason::OtherYear => "other_year",
            Reason::Computed => "computed",
            Reason::Doubt(doubt) => doubt.code(),
        }
    }
    /// Every code, for tests.
    pub const CODES: [&'static str; 28] = [
        "told_apart",
        "no_unit",
        "ambiguous_comma",
        "broken_grouping",
        "ambiguous_multiplier",
        "not_a_share",
        "other_unit",
        "date",
        "too_large",
        "not_a_number",
        "share",
        "choice",
        "no_year",
        "range",
        "rank",
        "twice",
        "input_only_years",
        "currency",
        "two_units",
        "hidden",
        "joined",
        "part_of_year",
        "other_year",
        "computed",
        "no_result",
        "scaled",
        "format",
        "struck_out",
    ];
}
