//! What a row that is about nothing known says of the indicator of one's own that it becomes: its name and its unit.

use super::column::Meaning;
use super::fold::fold;
use super::row::Row;
use super::stated::{bracketed, of_name, without_last_bracket};
use crate::indicators::{Measure, Refusal, read_number};

/// Ends of names of rates, folded.
const RATES: &[&str] = &["率", "比", "比重", "占比", "比例", "度", "rate", "ratio", "share"];
/// Ends of names of what else is no money: counts, ranks, times, scores.
const COUNTS: &[&str] = &[
    "数", "次", "量", "排名", "名次", "位次", "时间", "周期", "工时", "学时", "得分", "系数", "count", "number", "rank", "time", "days", "hours", "score",
    "index", "nps",
];

/// A name without the unit in its last bracket: `净利润` of `净利润（万元）`.
pub(super) fn without_unit(name: &str) -> &str {
    let is_unit = bracketed(name).0.last().is_some_and(|inside| Measure::read(inside).is_some());
    without_last_bracket(name).filter(|_| is_unit).unwrap_or(name)
}

impl Row<'_> {
    /// The unit as it is written in the row, beside the name, over the figures, or for the whole table where that states one alone and the name can bear
    /// it; empty where none is stated.
    pub(super) fn own_unit(&self, name: &str) -> String {
        let of_row = self.text(Meaning::Unit);
        if !of_row.trim().is_empty() && read_number(&of_row, &[]) != Err(Refusal::NoValue) {
            return of_row.trim().to_owned();
        }
        let near = self.units_alone().next().or_else(|| of_name(name).into_iter().next());
        if let Some(unit) = near.or_else(|| self.over_figures()) {
            return unit;
        }
        let captions = if self.group.section.units.is_empty() {
            &self.sheet.captions
        } else {
            &self.group.section.units
        };
        match captions.as_slice() {
            [only] if can_bear(name, only) => only.clone(),
            _ => String::new(),
        }
    }

    /// The unit in the first heading over a figure of the row.
    fn over_figures(&self) -> Option<String> {
        let figures = self.columns().filter(|(at, column)| column.meaning.is_figure() && !self.cell(*at).is_empty());
        figures.flat_map(|(at, _)| self.sheet.of_columns.get(at).into_iter().flatten()).next().cloned()
    }
}

/// Whether what has this name may be meant by the unit of a caption: no rate or count by money, and no amount by a share.
fn can_bear(name: &str, unit: &str) -> bool {
    let Some(measure) = Measure::read(unit) else { return false };
    let folded = fold(name);
    let ends = |list: &[&str]| list.iter().any(|end| folded.ends_with(end));
    match measure.is_share() {
        true => ends(RATES),
        false if measure.base.ends_with('元') => !ends(RATES) && !ends(COUNTS),
        false => !ends(RATES),
    }
}
