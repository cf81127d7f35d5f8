//! Where something is written: what is written there in a row, until the place is left, is one step of undo.

use super::action::{Action, Field};
use super::figures::{FigureChange, FigureSlot, OwnChange};
use super::notes::NoteChange;
use crate::criteria::InputSlot;

/// A text field, a cell of figures, or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Text(Field),
    Input(InputSlot, i32),
    Value(FigureSlot, i32),
    Benchmark(FigureSlot, i32),
    Target(FigureSlot),
    Projected(FigureSlot),
    Rank(FigureSlot),
    Bounds(usize),
    Note(usize),
}

impl Spot {
    /// The place an action writes into; none for choices.
    pub(super) fn of(action: &Action) -> Option<Spot> {
        match *action {
            Action::Input { input, year, .. } => Some(Spot::Input(input, year)),
            Action::Note(NoteChange::Text(at, _)) => Some(Spot::Note(at)),
            Action::Own(at, OwnChange::Bounds(..)) => Some(Spot::Bounds(at)),
            Action::Figure(slot, ref change) => match *change {
                FigureChange::Value { year, .. } => Some(Spot::Value(slot, year)),
                FigureChange::BenchmarkValue { year, .. } => Some(Spot::Benchmark(slot, year)),
                FigureChange::Target(_) => Some(Spot::Target(slot)),
                FigureChange::Projected(_) => Some(Spot::Projected(slot)),
                FigureChange::Rank(_) => Some(Spot::Rank(slot)),
                _ => action.field().map(Spot::Text),
            },
            _ => action.field().map(Spot::Text),
        }
    }
}
