//! The cells by name: `c12/y2013` is the value of 2013 of the catalogue's indicator 12, `o0/t` the target of the first own
//! indicator, `i3/y2013` an input; and what stands in them.

use super::written::{plain_number, plain_range};
use crate::assessment::{Assessment, FigureRecord, FigureSlot, Goal};
use crate::criteria::{IndicatorSlot, InputSlot, Pack};

/// What a row of the sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellRow {
    Figure(FigureSlot),
    Input(InputSlot),
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub row: CellRow,
    pub column: CellColumn,
}

/// What stands in a column. Lower and upper end of the target, and rank and field, are pairs: one is kept only with the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellColumn {
    Year(i32),
    Benchmark(i32),
    Target,
    Projected,
    Low,
    High,
    Place,
    Of,
    /// The least and the most that is possible at all, of an own indicator.
    Least,
    Most,
}

/// The columns without a year, by the letter in their names.
const LETTERS: [(&str, CellColumn); 8] = [
    ("t", CellColumn::Target),
    ("p", CellColumn::Projected),
    ("l", CellColumn::Low),
    ("h", CellColumn::High),
    ("r", CellColumn::Place),
    ("n", CellColumn::Of),
    ("a", CellColumn::Least),
    ("z", CellColumn::Most),
];

impl Cell {
    pub fn new(row: CellRow, column: CellColumn) -> Cell {
        Cell { row, column }
    }

    /// The name of a row: `c12`, `o0`, `i3`.
    pub fn row_name(row: CellRow) -> String {
        let (letter, at) = match row {
            CellRow::Figure(FigureSlot::Catalogue(slot)) => ("c", slot.0),
            CellRow::Figure(FigureSlot::Own(at)) => ("o", at),
            CellRow::Input(slot) => ("i", slot.0),
        };
        [letter, &at.to_string()].concat()
    }

    /// The row of a name.
    pub fn row_named(name: &str) -> Option<CellRow> {
        let (letter, at) = name.split_at_checked(1)?;
        let at: usize = at.parse().ok()?;
        match letter {
            "c" => Some(CellRow::Figure(FigureSlot::Catalogue(IndicatorSlot(at)))),
            "o" => Some(CellRow::Figure(FigureSlot::Own(at))),
            "i" => Some(CellRow::Input(InputSlot(at))),
            _ => None,
        }
    }

    pub fn name(self) -> String {
        let column = match self.column {
            CellColumn::Year(year) => ["y", &year.to_string()].concat(),
            CellColumn::Benchmark(year) => ["b", &year.to_string()].concat(),
            other => LETTERS.iter().find(|(_, column)| *column == other).map_or("", |(letter, _)| letter).to_owned(),
        };
        [Cell::row_name(self.row), column].join("/")
    }

    pub fn named(name: &str) -> Option<Cell> {
        let (row, column) = name.split_once('/')?;
        let row = Cell::row_named(row)?;
        let (letter, year) = column.split_at_checked(1)?;
        let column = match letter {
            "y" => CellColumn::Year(year.parse().ok()?),
            "b" => CellColumn::Benchmark(year.parse().ok()?),
            _ => LETTERS.iter().find(|(letter, _)| *letter == column)?.1,
        };
        Some(Cell { row, column })
    }

    /// The other cell of a pair.
    pub fn partner(self) -> Option<Cell> {
        let column = match self.column {
            CellColumn::Low => CellColumn::High,
            CellColumn::High => CellColumn::Low,
            CellColumn::Place => CellColumn::Of,
            CellColumn::Of => CellColumn::Place,
            _ => return None,
        };
        Some(Cell { column, ..self })
    }

    /// Whether a formula gives its value, so that nothing can be written there.
    pub fn is_computed(self, pack: &Pack, assessment: &Assessment) -> bool {
        match (self.row, self.column) {
            (CellRow::Figure(FigureSlot::Catalogue(slot)), CellColumn::Year(_)) => {
                assessment.figures.indicator(slot).computed && pack.indicator(slot).formula.is_some()
            }
            _ => false,
        }
    }

    /// The value that was entered; none where nothing stands there, and for a target that is a range.
    pub fn value(self, assessment: &Assessment) -> Option<f64> {
        let slot = match (self.row, self.column) {
            (CellRow::Input(slot), CellColumn::Year(year)) => return assessment.figures.input(slot).at(year).copied(),
            (CellRow::Input(_), _) => return None,
            (CellRow::Figure(slot), _) => slot,
        };
        let record = assessment.figures.record(slot)?;
        let own = match slot {
            FigureSlot::Own(at) => assessment.figures.own.get(at),
            FigureSlot::Catalogue(_) => None,
        };
        match self.column {
            CellColumn::Year(year) => record.values.at(year).copied(),
            CellColumn::Benchmark(year) => record.benchmark.values.at(year).copied(),
            CellColumn::Projected => record.projected,
            CellColumn::Target => match record.target? {
                Goal::Value(value) => Some(value),
                Goal::Within { .. } => None,
            },
            CellColumn::Low => Some(ends(record)?.0),
            CellColumn::High => Some(ends(record)?.1),
            CellColumn::Place => record.rank.map(|(place, _)| place.into()),
            CellColumn::Of => record.rank.map(|(_, of)| of.into()),
            CellColumn::Least => own?.low,
            CellColumn::Most => own?.high,
        }
    }

    /// What stands there as a spreadsheet reads it; empty where nothing does.
    pub fn plain(self, assessment: &Assessment) -> String {
        let range = match (self.row, self.column) {
            (CellRow::Figure(slot), CellColumn::Target) => assessment.figures.record(slot).and_then(|record| record.target),
            _ => None,
        };
        match range {
            Some(Goal::Within { low, high }) => plain_range(low, high),
            _ => self.value(assessment).map_or_else(String::new, plain_number),
        }
    }

    /// Digits after the decimal point it is shown with.
    pub fn decimals(self, pack: &Pack, assessment: &Assessment) -> u8 {
        match (self.row, self.column) {
            (_, CellColumn::Place | CellColumn::Of) => 0,
            (CellRow::Figure(FigureSlot::Catalogue(slot)), _) => pack.indicator(slot).decimals,
            (CellRow::Figure(FigureSlot::Own(at)), _) => assessment.figures.own.get(at).map_or(2, |own| own.decimals),
            (CellRow::Input(_), _) => 2,
        }
    }
}

/// The ends of the target; of a single value both.
fn ends(record: &FigureRecord) -> Option<(f64, f64)> {
    match record.target? {
        Goal::Value(value) => Some((value, value)),
        Goal::Within { low, high } => Some((low, high)),
    }
}
