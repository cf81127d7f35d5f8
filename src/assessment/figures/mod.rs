//! The figures one organisation enters: indicators of the catalogue, indicators of its own, and the quantities they are
//! computed from, by year. A missing year is missing, never zero.

mod change;
mod own;
mod record;
mod yearly;

pub(super) use change::finite;
pub use change::{FigureChange, FigureSlot, FigureText, OwnChange, OwnText};
pub use own::OwnIndicator;
pub use record::{Benchmark, FigureRecord, Goal, Origin, Origins, Whose};
pub use yearly::{Window, Yearly};

use crate::criteria::{IndicatorSlot, InputSlot, Pack};
use std::rc::Rc;

/// All figures of an assessment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureBook {
    /// The years asked for; none: all years that have a value.
    pub window: Option<Window>,
    /// By input of the pack.
    pub inputs: Vec<Rc<Yearly<f64>>>,
    /// By indicator of the pack.
    pub indicators: Vec<Rc<FigureRecord>>,
    /// The organisation's own indicators, in the order they were added.
    pub own: Vec<Rc<OwnIndicator>>,
}

impl FigureBook {
    /// Without a figure, in the slots of a pack.
    pub(super) fn blank(pack: &Pack) -> FigureBook {
        FigureBook {
            window: None,
            inputs: vec![Rc::default(); pack.inputs().len()],
            indicators: vec![Rc::default(); pack.indicators().len()],
            own: Vec::new(),
        }
    }

    /// Whether nothing has been entered at all, not even the years.
    pub fn is_blank(&self) -> bool {
        self.window.is_none()
            && self.own.is_empty()
            && self.inputs.iter().all(|input| input.is_empty())
            && self.indicators.iter().all(|record| record.is_blank())
    }
    pub fn input(&self, slot: InputSlot) -> &Rc<Yearly<f64>> {
        &self.inputs[slot.0]
    }
    pub fn indicator(&self, slot: IndicatorSlot) -> &Rc<FigureRecord> {
        &self.indicators[slot.0]
    }
    /// The record of a slot; none where the own indicator is gone.
    pub fn record(&self, slot: FigureSlot) -> Option<&FigureRecord> {
        match slot {
            FigureSlot::Catalogue(slot) => self.indicators.get(slot.0).map(Rc::as_ref),
            FigureSlot::Own(at) => self.own.get(at).map(|own| &own.record),
        }
    }
    pub(super) fn record_mut(&mut self, slot: FigureSlot) -> Option<&mut FigureRecord> {
        match slot {
            FigureSlot::Catalogue(slot) => self.indicators.get_mut(slot.0).map(Rc::make_mut),
            FigureSlot::Own(at) => self.own.get_mut(at).map(|own| &mut Rc::make_mut(own).record),
        }
    }
}
