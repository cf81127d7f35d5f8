//! Which lines are shown, and in which order.

use super::line::{Line, State};
use crate::order;
use std::cmp::Ordering;

/// What lines can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// The name of the file.
    #[default]
    File,
    Organisation,
    Code,
    Verdict,
    Missing,
    Total,
    Serious,
    Evidence,
}

impl Column {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Column; 8] = [
        Column::File,
        Column::Organisation,
        Column::Code,
        Column::Verdict,
        Column::Missing,
        Column::Total,
        Column::Serious,
        Column::Evidence,
    ];

    /// The word that stands for it.
    pub const fn word(self) -> &'static str {
        match self {
            Column::File => "file",
            Column::Organisation => "organisation",
            Column::Code => "code",
            Column::Verdict => "verdict",
            Column::Missing => "missing",
            Column::Total => "total",
            Column::Serious => "serious",
            Column::Evidence => "evidence",
        }
    }

    /// Whether it is a text; figures stand at the end of their column.
    pub const fn is_text(self) -> bool {
        matches!(self, Column::File | Column::Organisation | Column::Code | Column::Verdict)
    }

    fn text(self, line: &Line) -> &str {
        match self {
            Column::Organisation => &line.organisation,
            Column::Code => &line.credit_code,
            Column::Verdict => &line.verdict,
            _ => &line.file,
        }
    }

    /// None where the line has nothing of it.
    fn number(self, line: &Line) -> Option<f64> {
        let count = |count: Option<usize>| count.map(|count| count as f64);
        match self {
            Column::Missing => count(line.missing),
            Column::Total => line.total,
            Column::Serious => count(line.serious),
            _ => count(line.evidence_present.or(line.evidence_files)),
        }
    }
}

/// Which lines are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    #[default]
    All,
    Unreadable,
    Altered,
    SameCode,
    Shared,
    TooLong,
    /// Not eligible, or undecided.
    NotEligible,
}

impl Wanted {
    /// All of them.
    pub const ALL: [Wanted; 7] = [
        Wanted::All,
        Wanted::Unreadable,
        Wanted::Altered,
        Wanted::SameCode,
        Wanted::Shared,
        Wanted::TooLong,
        Wanted::NotEligible,
    ];

    /// The code looked up for words.
    pub const fn code(self) -> &'static str {
        match self {
            Wanted::All => "all",
            Wanted::Unreadable => "unreadable",
            Wanted::Altered => "altered",
            Wanted::SameCode => "same_code",
            Wanted::Shared => "shared",
            Wanted::TooLong => "too_long",
            Wanted::NotEligible => "not_eligible",
        }
    }

    /// Whether a line is wanted.
    pub fn takes(self, line: &Line) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Unreadable => line.state == State::Unreadable,
            Wanted::Altered => line.state == State::Altered,
            Wanted::SameCode => !line.same_code.is_empty(),
            Wanted::Shared => !line.shared.is_empty(),
            Wanted::TooLong => line.is_too_long(),
            Wanted::NotEligible => matches!(line.verdict.as_str(), "not_eligible" | "undecided"),
        }
    }
}

/// How the lines are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub by: Column,
    pub down: bool,
    pub wanted: Wanted,
    /// Letters that stand in the name of the file or the organisation or in the code; empty for all.
    pub search: String,
}

impl Listing {
    /// Sorted by a column: texts and then figures up first, a second time the other way.
    pub fn sorted_by(&self, by: Column) -> Listing {
        let down = if self.by == by { !self.down } else { !by.is_text() };
        Listing { by, down, ..self.clone() }
    }

    /// The positions of the lines that are shown, in their order. Lines without a figure come last either way, and equal ones stay in
    /// the order of their files.
    pub fn of(&self, lines: &[impl AsRef<Line>]) -> Vec<usize> {
        let search = self.search.trim().to_lowercase();
        let has = |line: &Line| {
            [&line.file, &line.organisation, &line.credit_code]
                .iter()
                .any(|text| text.to_lowercase().contains(&search))
        };
        let mut shown: Vec<usize> = (0..lines.len())
            .filter(|at| {
                let line = lines[*at].as_ref();
                self.wanted.takes(line) && (search.is_empty() || has(line))
            })
            .collect();
        let turned = |order: Ordering| if self.down { order.reverse() } else { order };
        order::sort_by(&mut shown, |one, other| {
            let (one, other) = (lines[*one].as_ref(), lines[*other].as_ref());
            if self.by.is_text() {
                return turned(self.by.text(one).cmp(self.by.text(other)));
            }
            match (self.by.number(one), self.by.number(other)) {
                (Some(one), Some(other)) => turned(one.total_cmp(&other)),
                (one, other) => other.is_some().cmp(&one.is_some()),
            }
        });
        shown
    }
}
