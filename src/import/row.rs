//! One row of a table: each of its cells understood, or refused with a reason.

use super::choice;
use super::column::{Column, Meaning};
use super::fold::{narrow, years};
use super::mapping::Mapping;
use super::refused::{Reason, Refused};
use super::table::{Cell, Spot, Table};
use super::value::Taken;
use crate::assessment::{Goal, text};
use crate::indicators::{Refusal, Series, read_number};

/// A row under the meaning of its columns.
pub(super) struct Row<'a> {
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    /// Table and row; the column is that of the cell at hand.
    pub(super) spot: Spot,
}

/// A cell understood: where, what it is about, and what it says.
pub(super) type Understood = (Spot, Column, Taken);

impl Row<'_> {
    fn at(&self, column: usize) -> Spot {
        Spot { column, ..self.spot }
    }
    fn cell(&self, column: usize) -> &Cell {
        self.table.cell(self.spot.row, column)
    }
    /// The first column of a meaning whose cell is not blank.
    pub(super) fn column(&self, meaning: Meaning) -> Option<usize> {
        let columns = self.mapping.columns.iter().enumerate().filter(|(_, column)| column.meaning == meaning);
        columns.map(|(at, _)| at).find(|at| !self.cell(*at).is_empty())
    }
    /// The text of a meaning; empty where it is blank.
    pub(super) fn text(&self, meaning: Meaning) -> String {
        self.column(meaning).map_or_else(String::new, |at| self.cell(at).shown())
    }
    /// The number of a meaning, for the definition of an indicator.
    pub(super) fn number(&self, meaning: Meaning) -> Result<Option<f64>, Refused> {
        match self.column(meaning) {
            Some(at) => self.read_number(at, Column::plain(meaning), &[]),
            None => Ok(None),
        }
    }
    /// Whether something that is entered stands here.
    pub(super) fn says_something(&self) -> bool {
        let mut entered = self.mapping.columns.iter().enumerate().filter(|(_, column)| column.meaning.is_entered());
        entered.any(|(at, _)| !self.cell(at).is_empty() && !is_dash(self.cell(at)))
    }
    /// Whether something that defines an indicator stands here.
    pub(super) fn defines(&self) -> bool {
        let mut defining = self.mapping.columns.iter().enumerate().filter(|(_, column)| column.meaning.defines());
        defining.any(|(at, _)| !self.cell(at).is_empty())
    }
    pub(super) fn refused(&self, at: usize, column: Column, reason: Reason) -> Refused {
        Refused {
            spot: self.at(at),
            column,
            text: self.cell(at).shown(),
            reason,
        }
    }

    /// Every cell that says something, in the order of the columns. `units` are the names of the indicator's own unit.
    pub(super) fn cells(&self, units: &[&str]) -> Vec<Result<Understood, Refused>> {
        let mut all = Vec::new();
        for (at, column) in self.mapping.columns.iter().enumerate() {
            if column.meaning.is_entered() && !self.cell(at).is_empty() {
                all.extend(self.understood(at, *column, units).transpose());
            }
        }
        all
    }

    /// None where the cell says that there is nothing, or where another cell tells it with this one.
    fn understood(&self, at: usize, column: Column, units: &[&str]) -> Result<Option<Understood>, Refused> {
        let refused = |reason| self.refused(at, column, reason);
        let shown = self.cell(at).shown();
        let column = if column.meaning.has_year() && column.year.is_none() {
            Column {
                year: Some(self.year(column.meaning).ok_or_else(|| refused(Reason::NoYear))?),
                ..column
            }
        } else {
            column
        };
        let number = || self.read_number(at, column, units);
        let choice = |taken: Option<Taken>| taken.map(Some).ok_or_else(|| refused(Reason::Choice));
        let taken = match column.meaning {
            Meaning::Value | Meaning::Benchmark | Meaning::Projected => number()?.map(Taken::Number),
            Meaning::Target => match range(&shown) {
                Some((low, high)) => self.goal(at, column, &low, &high, units)?,
                None => number()?.map(|value| Taken::Goal(Goal::Value(value))),
            },
            Meaning::TargetLow | Meaning::TargetHigh => return self.target_range(at, column, units),
            Meaning::Rank => self.rank(at, column)?,
            // Told with the rank.
            Meaning::RankOf if self.column(Meaning::Rank).is_some() => None,
            Meaning::RankOf => return Err(refused(Reason::Rank)),
            Meaning::Whose => choice(choice::whose(&shown).map(Taken::Whose))?,
            Meaning::Origins => choice(choice::origins(&shown).map(Taken::Origins))?,
            Meaning::Computed => choice(choice::yes(&shown).map(Taken::Computed))?,
            _ => Some(Taken::Text(text(shown.clone()))),
        };
        Ok(taken.map(|taken| (self.at(at), column, taken)))
    }

    /// The year of the row, or the last among the columns.
    fn year(&self, meaning: Meaning) -> Option<i32> {
        if self.mapping.is_by_year() {
            return match years(&self.text(Meaning::Year)).as_slice() {
                [year] => Some(*year),
                _ => None,
            };
        }
        let of_values = self.mapping.columns.iter().filter(|column| column.meaning == Meaning::Value);
        of_values.filter_map(|column| column.year).max().filter(|_| meaning != Meaning::Value)
    }

    /// The number of a cell in the indicator's unit; none where a dash says that there is none.
    fn read_number(&self, at: usize, column: Column, units: &[&str]) -> Result<Option<f64>, Refused> {
        let refused = |reason| self.refused(at, column, reason);
        let row_unit = self.text(Meaning::Unit);
        let own = units.iter().any(|unit| same_unit(unit, &row_unit));
        let in_unit = (!row_unit.trim().is_empty() && !own && !units.is_empty()).then_some(row_unit.trim());
        let text = match self.cell(at) {
            Cell::Empty => return Ok(None),
            Cell::Number(number) => {
                let share = units.iter().any(|unit| matches!(unit.trim(), "%" | "‰"));
                if share && !self.table.percents_seen && *number != 0.0 && number.abs() <= 1.0 {
                    return Err(refused(Reason::Share));
                }
                if !number.is_finite() || number.abs() > Series::LIMIT {
                    return Err(refused(Reason::Number(Refusal::TooLarge)));
                }
                if in_unit.is_none() {
                    return Ok(Some(*number + 0.0));
                }
                number.to_string()
            }
            Cell::Text(text) if column.meaning == Meaning::Target => bound(text).to_owned(),
            Cell::Text(text) => text.clone(),
        };
        let read = read_number(&text, units);
        let plain = read.is_ok_and(|reading| !reading.unit && reading.share.is_none() && !reading.multiplier);
        let read = match in_unit {
            Some(unit) if plain => read_number(&[text.as_str(), unit].concat(), units),
            _ => read,
        };
        match read {
            Ok(reading) => Ok(Some(reading.value)),
            Err(Refusal::Empty | Refusal::NoValue) => Ok(None),
            Err(refusal) => Err(refused(Reason::Number(refusal))),
        }
    }

    fn goal(&self, at: usize, column: Column, low: &str, high: &str, units: &[&str]) -> Result<Option<Taken>, Refused> {
        // `95–98%`: the unit behind the range counts for both ends.
        let (Ok(high), Ok(low)) = (read_number(high, units), read_number(low, units)) else {
            return Err(self.refused(at, column, Reason::Range));
        };
        let goal = Goal::within(low.value, high.value).ok_or_else(|| self.refused(at, column, Reason::Range))?;
        Ok(Some(Taken::Goal(goal)))
    }

    /// Both ends of a target range are told at the lower one.
    fn target_range(&self, at: usize, column: Column, units: &[&str]) -> Result<Option<Understood>, Refused> {
        let refused = || self.refused(at, column, Reason::Range);
        let (Some(low), Some(high)) = (self.column(Meaning::TargetLow), self.column(Meaning::TargetHigh)) else {
            return Err(refused());
        };
        if self.column(Meaning::Target).is_some() {
            return Err(self.refused(at, column, Reason::Twice));
        }
        if column.meaning == Meaning::TargetHigh {
            return Ok(None);
        }
        let ends = (self.read_number(low, column, units)?, self.read_number(high, column, units)?);
        let (Some(low), Some(high)) = ends else { return Err(refused()) };
        let goal = Goal::within(low, high).ok_or_else(refused)?;
        Ok(Some((self.at(at), Column::plain(Meaning::Target), Taken::Goal(goal))))
    }

    /// `3` with 40 in the column of how many, or `3/40`.
    fn rank(&self, at: usize, column: Column) -> Result<Option<Taken>, Refused> {
        let refused = || self.refused(at, column, Reason::Rank);
        let shown: String = narrow(&self.cell(at).shown()).collect();
        let (place, of) = match shown.split_once('/') {
            Some((place, of)) => (place.to_owned(), of.to_owned()),
            None => (shown, self.text(Meaning::RankOf)),
        };
        if is_dash(self.cell(at)) {
            return Ok(None);
        }
        let whole = |text: &str| narrow(text).collect::<String>().trim().parse::<u32>().map_err(|_| refused());
        Ok(Some(Taken::Rank(whole(&place)?, whole(&of)?)))
    }
}

/// A dash or stroke, as tables show that there is no value.
fn is_dash(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if read_number(text, &[]) == Err(Refusal::NoValue))
}

fn same_unit(one: &str, other: &str) -> bool {
    narrow(one).collect::<String>().trim() == narrow(other).collect::<String>().trim()
}

/// `95` of `≥95`, as targets are written; which way is better, the indicator says.
fn bound(text: &str) -> &str {
    let is_mark = |mark: char| matches!(mark, '≥' | '≤' | '>' | '<' | '＞' | '＜' | '=') || mark.is_whitespace();
    text.trim_start_matches(is_mark)
}

/// The ends of `95–98`, `95 ~ 98`, `95至98`, `95 to 98`.
fn range(text: &str) -> Option<(String, String)> {
    let narrow: String = narrow(text).collect();
    let marks = [" to ", "至", "到", "~", "～", "—", "–"];
    let (low, high) = marks.iter().find_map(|mark| narrow.split_once(mark))?;
    let has_figure = |text: &str| text.contains(|mark: char| mark.is_ascii_digit());
    (has_figure(low) && has_figure(high)).then(|| (low.trim().to_owned(), high.trim().to_owned()))
}
