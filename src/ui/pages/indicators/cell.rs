//! The cells of the grid by name: `c12/y2013` is the value of 2013 of the catalogue's indicator 12, `o0/t` the target of the
//! first own indicator, `i3/y2013` an input. What is written into one becomes an action of the assessment.

use crate::assessment::{Action, Assessment, FigureChange, FigureSlot, Goal};
use crate::criteria::{IndicatorSlot, InputSlot, Pack};
use crate::indicators::{Reading, Refusal, read_number};
use crate::report::say;

/// What a row of the grid is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row {
    Figure(FigureSlot),
    Input(InputSlot),
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub row: Row,
    pub column: Column,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Year(i32),
    Benchmark(i32),
    Target,
    Projected,
}

impl Cell {
    pub fn name(self) -> String {
        let row = match self.row {
            Row::Figure(FigureSlot::Catalogue(slot)) => format!("c{}", slot.0),
            Row::Figure(FigureSlot::Own(at)) => format!("o{at}"),
            Row::Input(slot) => format!("i{}", slot.0),
        };
        let column = match self.column {
            Column::Year(year) => format!("y{year}"),
            Column::Benchmark(year) => format!("b{year}"),
            Column::Target => "t".to_owned(),
            Column::Projected => "p".to_owned(),
        };
        [row, column].join("/")
    }

    pub fn named(name: &str) -> Option<Cell> {
        let (row, column) = name.split_once('/')?;
        let (kind, at) = row.split_at_checked(1)?;
        let at: usize = at.parse().ok()?;
        let row = match kind {
            "c" => Row::Figure(FigureSlot::Catalogue(IndicatorSlot(at))),
            "o" => Row::Figure(FigureSlot::Own(at)),
            "i" => Row::Input(InputSlot(at)),
            _ => return None,
        };
        let (kind, year) = column.split_at_checked(1)?;
        let column = match kind {
            "y" => Column::Year(year.parse().ok()?),
            "b" => Column::Benchmark(year.parse().ok()?),
            "t" => Column::Target,
            "p" => Column::Projected,
            _ => return None,
        };
        Some(Cell { row, column })
    }

    /// The value that stands in it.
    pub fn value(self, assessment: &Assessment) -> Option<f64> {
        let figures = &assessment.figures;
        let slot = match self.row {
            Row::Figure(slot) => slot,
            Row::Input(slot) => {
                let Column::Year(year) = self.column else { return None };
                return figures.input(slot).at(year).copied();
            }
        };
        let record = figures.record(slot)?;
        match self.column {
            Column::Year(year) => record.values.at(year).copied(),
            Column::Benchmark(year) => record.benchmark.values.at(year).copied(),
            Column::Projected => record.projected,
            Column::Target => match record.target? {
                Goal::Value(value) => Some(value),
                Goal::Within { .. } => None,
            },
        }
    }

    /// What writing a value into it does.
    pub fn action(self, value: Option<f64>) -> Option<Action> {
        let slot = match (self.row, self.column) {
            (Row::Input(input), Column::Year(year)) => return Some(Action::Input { input, year, value }),
            (Row::Input(_), _) => return None,
            (Row::Figure(slot), _) => slot,
        };
        let change = match self.column {
            Column::Year(year) => FigureChange::Value { year, value },
            Column::Benchmark(year) => FigureChange::BenchmarkValue { year, value },
            Column::Target => FigureChange::Target(value.map(Goal::Value)),
            Column::Projected => FigureChange::Projected(value),
        };
        Some(Action::Figure(slot, change))
    }

    /// Reads what was written: a value, none where it says that there is none, or why it is not understood.
    pub fn read(self, pack: &Pack, assessment: &Assessment, text: &str) -> Result<Option<Reading>, Refusal> {
        let unit = match self.row {
            Row::Figure(FigureSlot::Catalogue(slot)) => Some(&pack.indicator(slot).unit),
            Row::Input(slot) => Some(&pack.input(slot).unit),
            Row::Figure(FigureSlot::Own(_)) => None,
        };
        let own = match self.row {
            Row::Figure(FigureSlot::Own(at)) => assessment.figures.own.get(at).map_or("", |own| &*own.unit),
            _ => "",
        };
        let units: Vec<&str> = match unit {
            Some(unit) => pack.languages().map(|language| pack.words(language).unit(unit)).collect(),
            None => vec![own],
        };
        match read_number(text, &units) {
            Ok(reading) => Ok(Some(reading)),
            Err(Refusal::Empty | Refusal::NoValue) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }

    /// Digits after the decimal point it is shown with.
    pub fn decimals(self, pack: &Pack, assessment: &Assessment) -> u8 {
        match self.row {
            Row::Figure(FigureSlot::Catalogue(slot)) => pack.indicator(slot).decimals,
            Row::Figure(FigureSlot::Own(at)) => assessment.figures.own.get(at).map_or(2, |own| own.decimals),
            Row::Input(_) => 2,
        }
    }

    /// The value as it is shown: every digit that was given.
    pub fn shown(self, pack: &Pack, assessment: &Assessment) -> String {
        let Some(value) = self.value(assessment) else { return String::new() };
        let rounded = say::figure_number(value, self.decimals(pack, assessment));
        // Digits beyond the usual ones are not hidden.
        if rounded.parse() == Ok(value) { rounded } else { value.to_string() }
    }
}
