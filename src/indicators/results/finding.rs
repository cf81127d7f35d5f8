//! What does not fit in the figures: a code, a place and its parameters.

use crate::assessment::{FigureSlot, Quantity};
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

/// What own values are measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Target,
    Benchmark,
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
    /// All years so many times the target or benchmark, below 1 a part of it.
    FarFromReference { reference: Reference, against: f64, times: f64 },
    /// A share in per cent typed as a share of one; the last year in per cent.
    ShareForPercent { corrected: f64 },
    /// The only year with its sign.
    LoneSign { value: f64, corrected: f64 },
    /// Two neighbouring digits exchanged fit the other years.
    SwappedDigits { value: f64, corrected: f64 },
    /// Off the other years and the same as the target or benchmark.
    CopiedReference { value: f64, reference: Reference },
    /// So many years, all that have a benchmark, the same as it.
    CopiedBenchmark { years: usize },
    /// The values fit the target and benchmark of another indicator, and its values those of this one.
    ExchangedRows { other: FigureSlot },
    /// The value of this year fits another indicator, and that one's fits here.
    ExchangedYear { value: f64, other: FigureSlot },
    /// Not a whole number of what is counted.
    NotWhole { value: f64 },
    /// More than what it is a part of.
    PartAboveWhole { value: f64, whole: InputSlot, most: f64 },
    /// No year comes near what the profile says.
    UnlikeProfile { value: f64, quantity: Quantity, profile: f64 },
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
    pub const CODES: [&'static str; 23] = [
        "impossible_value",
        "unit_slip",
        "sudden_step",
        "identical_years",
        "far_from_reference",
        "share_for_percent",
        "lone_sign",
        "swapped_digits",
        "copied_reference",
        "copied_benchmark",
        "exchanged_rows",
        "exchanged_year",
        "not_whole",
        "part_above_whole",
        "unlike_profile",
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
            FigureDoubt::FarFromReference { .. } => "far_from_reference",
            FigureDoubt::ShareForPercent { .. } => "share_for_percent",
            FigureDoubt::LoneSign { .. } => "lone_sign",
            FigureDoubt::SwappedDigits { .. } => "swapped_digits",
            FigureDoubt::CopiedReference { .. } => "copied_reference",
            FigureDoubt::CopiedBenchmark { .. } => "copied_benchmark",
            FigureDoubt::ExchangedRows { .. } => "exchanged_rows",
            FigureDoubt::ExchangedYear { .. } => "exchanged_year",
            FigureDoubt::NotWhole { .. } => "not_whole",
            FigureDoubt::PartAboveWhole { .. } => "part_above_whole",
            FigureDoubt::UnlikeProfile { .. } => "unlike_profile",
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
