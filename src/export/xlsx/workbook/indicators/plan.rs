//! Which indicators the sheet shows, in which rows, and what stands in which column.

use crate::assessment::{Assessment, FigureBook, FigureSlot, Goal};
use crate::criteria::{Formula, IndicatorSlot, ItemSlot, Operand, Pack};
use crate::indicators::{IndicatorReading, Results, Series};

pub(in super::super) const TITLES: u32 = 2;
pub(in super::super) const NAME: u16 = 1;
pub(super) const UNIT: u16 = 2;
pub(super) const AIM: u16 = 3;
pub(in super::super) const FIRST_YEAR: u16 = 4;

/// The row of one indicator.
pub(in super::super) struct IndicatorRow {
    pub slot: FigureSlot,
    /// Its position among the readings.
    pub reading: usize,
    pub row: u32,
    /// Whether its values are computed by its formula.
    computed: bool,
}

impl IndicatorRow {
    /// The formula its values are computed by.
    pub fn computed<'a>(&self, pack: &'a Pack) -> Option<&'a Formula> {
        match self.slot {
            FigureSlot::Catalogue(slot) if self.computed => pack.indicator(slot).formula.as_ref(),
            _ => None,
        }
    }
}

/// In which row and column what stands.
pub(in super::super) struct Plan {
    pub rows: Vec<IndicatorRow>,
    /// The rows that name a results item; none for indicators that belong to none.
    pub(super) groups: Vec<(u32, Option<ItemSlot>)>,
    /// The first and the last year that count.
    pub years: Option<(i32, i32)>,
    /// Whether a target is a range.
    ranges: bool,
    projected: bool,
    gaps: bool,
}

/// What stands in which column behind the years.
pub(in super::super) struct Columns {
    pub(super) projected: Option<u16>,
    pub(super) target: u16,
    pub(super) high: Option<u16>,
    pub(super) whose: u16,
    pub benchmark: u16,
    pub(super) rank: u16,
    pub(super) origins: u16,
    pub(super) evidence: u16,
    pub(super) gaps: Option<u16>,
    /// The year before the first, for growth over another indicator.
    pub(super) prior: u16,
    /// The target by year, for the charts: its value or its lower end, and its upper end.
    pub low_line: u16,
    pub high_line: u16,
}

impl Plan {
    /// Indicators with something entered, and those they are computed from, by results item.
    pub fn of(pack: &Pack, assessment: &Assessment, results: &Results) -> Plan {
        let book = &assessment.figures;
        let mut shown: Vec<bool> = results
            .indicators
            .iter()
            .map(|reading| book.record(reading.slot).is_some_and(|record| !record.is_blank()))
            .collect();
        // A formula names only what stands before it.
        for at in (0..pack.indicators().len()).rev() {
            let reading = &results.indicators[at];
            let formula = pack.indicator(IndicatorSlot(at)).formula.as_ref().filter(|_| shown[at] && reading.computed);
            for (_, id) in formula.map(Formula::operands).unwrap_or_default() {
                if let Some(Operand::Indicator(IndicatorSlot(operand))) = pack.operand(id) {
                    shown[operand] = true;
                }
            }
        }
        let mut order: Vec<usize> = (0..shown.len()).filter(|at| shown[*at]).collect();
        let item = |at: usize| results.indicators[at].place.map(|(item, _)| item);
        order.sort_by_key(|at| item(*at).map_or(usize::MAX, |item| item.0));
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        let mut row = TITLES + 1;
        for at in order {
            if groups.last().is_none_or(|(_, known)| *known != item(at)) {
                groups.push((row, item(at)));
                row += 1;
            }
            let reading = &results.indicators[at];
            rows.push(IndicatorRow {
                slot: reading.slot,
                reading: at,
                row,
                computed: reading.computed,
            });
            row += 1;
        }
        let records = || rows.iter().filter_map(|row| book.record(row.slot));
        let years = rows.iter().find_map(|row| ends(&results.indicators[row.reading]));
        Plan {
            years: years.or_else(|| of_inputs(book)),
            ranges: records().any(|record| matches!(record.target, Some(Goal::Within { .. }))),
            projected: records().any(|record| record.projected.is_some()),
            gaps: records().any(|record| !record.gaps.is_empty()),
            rows,
            groups,
        }
    }

    /// The years that count.
    pub(super) fn years(&self) -> impl Iterator<Item = i32> {
        self.years.into_iter().flat_map(|(first, last)| first..=last)
    }

    /// How many years count.
    pub fn count(&self) -> u16 {
        self.years().count() as u16
    }

    /// The columns behind those of the years.
    pub fn columns(&self) -> Columns {
        let mut next = FIRST_YEAR + self.count();
        let mut take = |count: u16| {
            next += count;
            next - count
        };
        let mut some = |there: bool| there.then(|| take(1));
        let projected = some(self.projected);
        let target = take(1);
        let high = self.ranges.then(|| take(1));
        let (whose, benchmark, rank, origins, evidence) = (take(1), take(self.count()), take(1), take(1), take(1));
        let gaps = self.gaps.then(|| take(1));
        // A gap: what stands behind it is not printed.
        take(1);
        Columns {
            projected,
            target,
            high,
            whose,
            benchmark,
            rank,
            origins,
            evidence,
            gaps,
            prior: take(1),
            low_line: take(self.count()),
            high_line: take(self.count()),
        }
    }

    /// The cell of an indicator of the catalogue in a year.
    pub(super) fn place(&self, slot: IndicatorSlot, year: i32) -> Option<(u32, u16)> {
        let (first, last) = self.years?;
        let row = self.rows.iter().find(|row| row.slot == FigureSlot::Catalogue(slot))?.row;
        match year {
            _ if year == first - 1 => Some((row, self.columns().prior)),
            _ if (first..=last).contains(&year) => Some((row, FIRST_YEAR + (year - first) as u16)),
            _ => None,
        }
    }
}

/// The years asked for, or those of the inputs; of more than a series holds, the last.
fn of_inputs(book: &FigureBook) -> Option<(i32, i32)> {
    if let Some(window) = book.window {
        return Some((window.first(), window.last()));
    }
    let years = || book.inputs.iter().flat_map(|input| input.iter().map(|(year, _)| year));
    let (first, last) = (years().min()?, years().max()?);
    Some((first.max(last - Series::LONGEST as i32 + 1), last))
}

/// The years a reading spans.
fn ends(reading: &IndicatorReading) -> Option<(i32, i32)> {
    let mut years = reading.series.years().map(|(year, _)| year);
    let first = years.next()?;
    Some((first, years.last().unwrap_or(first)))
}
