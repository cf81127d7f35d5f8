//! Which column and row of the panel's sheet holds what.

use crate::criteria::{Pack, Rounding};
use crate::export::PanelShown;
use crate::panel::{Panel, PanelReading, read_shown};

/// Clause, name and maximum stand before the assessors.
pub(super) const NUMBER: u16 = 0;
pub(super) const NAME: u16 = 1;
pub(super) const MAX: u16 = 2;
pub(super) const FIRST: u16 = 3;
/// Where the tolerance stands, and the table's header below it.
pub(super) const TOLERANCE: u32 = 2;
pub(super) const HEAD: u32 = 3;

/// What stands after the assessors, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Count,
    Sum,
    Median,
    Mean,
    Lowest,
    Highest,
    Deviation,
    Treatment,
    Proposal,
    Start,
    Agreed,
    Points,
    Reason,
    /// What the kit computed; no formula of a sheet tells it.
    Calibrated,
    Strengths,
    Opportunities,
}

/// A panel with all that is read from it.
pub(in super::super) struct Plan<'a> {
    pub(super) panel: &'a Panel,
    pub(super) anonymous: bool,
    pub(super) reading: PanelReading,
    /// Positions among the assessors, in the order of the columns: by name, or without names as they are shown.
    pub(super) assessors: Vec<usize>,
}

impl<'a> Plan<'a> {
    pub fn of(pack: &Pack, shown: PanelShown<'a>) -> Plan<'a> {
        let reading = read_shown(pack, shown.panel, shown.anonymous);
        // Where a letter would be a name, a column is no assessor: the ratings of an item stand upwards in as many as there are.
        let assessors: Vec<usize> = (0..reading.assessors.len()).collect();
        Plan {
            panel: shown.panel,
            anonymous: shown.anonymous,
            reading,
            assessors,
        }
    }

    /// The column after the last assessor's, and those that follow.
    pub(super) fn col(&self, after: After) -> u16 {
        FIRST + self.assessors.len() as u16 + after as u16
    }
    /// The column of the last assessor; the first one's where there is none.
    pub(super) fn last_assessor(&self) -> u16 {
        FIRST + (self.assessors.len() as u16).saturating_sub(1)
    }
    /// The row of an item, by its position in the reading.
    pub(super) fn row(&self, item: usize) -> u32 {
        HEAD + 1 + item as u32
    }
    /// The first and the last row of items; none where no item applies.
    pub(super) fn rows(&self) -> Option<(u32, u32)> {
        let last = self.reading.items.len().checked_sub(1)?;
        Some((self.row(0), self.row(last)))
    }
    /// Whether a maximum has hundredths.
    pub(super) fn is_fractional(&self) -> bool {
        let mut maxima = self.reading.items.iter().filter_map(|item| item.maximum.points());
        maxima.any(|points| points.hundredths() % 100 != 0)
    }
    /// How points are shown: with decimals only where there can be any.
    pub(super) fn points(&self, pack: &Pack) -> &'static str {
        let exact = pack.structure().scoring.rounding == Rounding::Exact;
        if exact || self.is_fractional() { "0.00" } else { "0" }
    }
}
