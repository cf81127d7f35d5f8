//! What does not fit in the figures: a code, a place and its parameters.

use crate::assessment::FigureSlot;
use crate::criteria::InputSlot;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Indicator(FigureSlot),
    Input(InputSlot),
}

/// Something in the figures that an examiner would ask about. It blocks nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureFinding {
    pub subject: Subject,
    /// The year it stands in; none where it is about all of them.
    pub year: Option<i32>,
    pub doubt: FigureDoubt,
}

/// The kinds of findings.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureDoubt {
    /// Below the least or above the most that is possible.
    ImpossibleValue { value: f64, low: Option<f64>, high: Option<f64> },
    /// Out by a power of ten against the other years: 1 is ten times too large.
    UnitSlip { power: i32, corrected: f64 },
    /// The step into this year, or the year itself, stands out.
    SuddenStep { value: f64 },
    /// At least three years to the last digit the same.
    IdenticalYears { value: f64, years: usize },
    /// Figures that do not fit each other; the position of the identity in the pack.
    BrokenIdentity { identity: usize, value: f64, expected: f64 },
    /// A typed value that is not what the formula gives of what is entered.
    FormulaMismatch { value: f64, expected: f64 },
    /// Fewer than three values.
    TooShort { values: usize },
    /// No value and no reason.
    MissingYear,
    /// A benchmark, but not whose or who that is.
    UnnamedBenchmark,
    /// A rank that cannot be.
    ImpossibleRank { place: u32, of: u32 },
    /// Said to be ahead of others, on the enterprise's word alone.
    SingleOrigin,
    /// An origin, but no evidence.
    OriginWithoutEvidence,
}

impl FigureDoubt {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 12] = [
        "impossible_value",
        "unit_slip",
        "sudden_step",
        "identical_years",
        "broken_identity",
        "formula_mismatch",
        "too_short",
        "missing_year",
        "unnamed_benchmark",
        "impossible_rank",
        "single_origin",
        "origin_without_evidence",
    ];

    /// The code printed and looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            FigureDoubt::ImpossibleValue { .. } => "impossible_value",
            FigureDoubt::UnitSlip { .. } => "unit_slip",
            FigureDoubt::SuddenStep { .. } => "sudden_step",
            FigureDoubt::IdenticalYears { .. } => "identical_years",
            FigureDoubt::BrokenIdentity { .. } => "broken_identity",
            FigureDoubt::FormulaMismatch { .. } => "formula_mismatch",
            FigureDoubt::TooShort { .. } => "too_short",
            FigureDoubt::MissingYear => "missing_year",
            FigureDoubt::UnnamedBenchmark => "unnamed_benchmark",
            FigureDoubt::ImpossibleRank { .. } => "impossible_rank",
            FigureDoubt::SingleOrigin => "single_origin",
            FigureDoubt::OriginWithoutEvidence => "origin_without_evidence",
        }
    }
}
