//! What writing into a cell does: a text is read and becomes an action of the assessment.

use super::cell::{Cell, CellColumn, CellRow};
use super::written::{Written, read_written};
use crate::assessment::{Action, Assessment, FigureChange, FigureSlot, Goal, OwnChange};
use crate::criteria::Pack;
use crate::indicators::Refusal;

impl Cell {
    /// The names of the unit a figure stands in there.
    pub(super) fn units<'a>(self, pack: &'a Pack, assessment: &'a Assessment) -> Vec<&'a str> {
        let named = |unit: &str| pack.languages().map(|language| pack.words(language).unit(unit)).collect();
        match (self.row, self.column) {
            (_, CellColumn::Place | CellColumn::Of) => Vec::new(),
            (CellRow::Figure(FigureSlot::Catalogue(slot)), _) => named(&pack.indicator(slot).unit),
            (CellRow::Figure(FigureSlot::Own(at)), _) => assessment.figures.own.get(at).map(|own| &*own.unit).into_iter().collect(),
            (CellRow::Input(slot), _) => named(&pack.input(slot).unit),
        }
    }

    /// Reads what was written, in the forms people use, or tells why it is not understood.
    pub fn read(self, pack: &Pack, assessment: &Assessment, text: &str) -> Result<Written, Refusal> {
        read_written(text, &self.units(pack, assessment), self.column == CellColumn::Target)
    }

    /// What writing a text into it does; `partner` is what stands in the other cell of a pair. None where nothing is to be done yet,
    /// because the pair is not whole.
    pub fn write(self, pack: &Pack, assessment: &Assessment, text: &str, partner: &str) -> Result<Option<Action>, Refusal> {
        let written = self.read(pack, assessment, text)?;
        let Some(other) = self.partner() else {
            return self.action(assessment, written).map(Some).ok_or(Refusal::NotANumber);
        };
        let Ok(beside) = other.read(pack, assessment, partner) else { return Ok(None) };
        let pair = match (written.figure(), beside.figure()) {
            (Some(here), Some(there)) if matches!(self.column, CellColumn::Low | CellColumn::Place) => Some((here, there)),
            (Some(here), Some(there)) => Some((there, here)),
            (None, None) => None,
            _ => return Ok(None),
        };
        let change = match self.column {
            CellColumn::Place | CellColumn::Of => {
                let whole = |value: f64| {
                    (value.fract() == 0.0 && (0.0..=4e9).contains(&value))
                        .then_some(value as u32)
                        .ok_or(Refusal::NotANumber)
                };
                FigureChange::Rank(pair.map(|(place, of)| Ok((whole(place)?, whole(of)?))).transpose()?)
            }
            _ => FigureChange::Target(pair.map(|(low, high)| Goal::within(low, high).ok_or(Refusal::NotANumber)).transpose()?),
        };
        Ok(self.figure(change))
    }

    /// What writing into a cell that is no pair does; none where it cannot stand there.
    pub fn action(self, assessment: &Assessment, written: Written) -> Option<Action> {
        let value = written.figure();
        let slot = match (self.row, self.column) {
            (CellRow::Input(input), CellColumn::Year(year)) => return Some(Action::Input { input, year, value }),
            (CellRow::Input(_), _) => return None,
            (CellRow::Figure(slot), _) => slot,
        };
        let change = match self.column {
            CellColumn::Year(year) => FigureChange::Value { year, value },
            CellColumn::Benchmark(year) => FigureChange::BenchmarkValue { year, value },
            CellColumn::Projected => FigureChange::Projected(value),
            CellColumn::Target => FigureChange::Target(match written {
                Written::Range(low, high) => Goal::within(low.value, high.value),
                _ => value.map(Goal::Value),
            }),
            CellColumn::Least | CellColumn::Most => return self.bound(assessment, slot, value),
            CellColumn::Low | CellColumn::High | CellColumn::Place | CellColumn::Of => return None,
        };
        self.figure(change)
    }

    fn figure(self, change: FigureChange) -> Option<Action> {
        match self.row {
            CellRow::Figure(slot) => Some(Action::Figure(slot, change)),
            CellRow::Input(_) => None,
        }
    }

    /// One end of what is possible; none where it would lie beyond the other end.
    fn bound(self, assessment: &Assessment, slot: FigureSlot, value: Option<f64>) -> Option<Action> {
        let FigureSlot::Own(at) = slot else { return None };
        let own = assessment.figures.own.get(at)?;
        let (low, high) = match self.column {
            CellColumn::Least => (value, own.high),
            _ => (own.low, value),
        };
        let sound = low.is_none_or(|low| high.is_none_or(|high| low <= high));
        sound.then_some(Action::Own(at, OwnChange::Bounds(low, high)))
    }
}
