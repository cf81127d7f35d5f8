//! The changes of figures, each one small value.

use super::{FigureBook, FigureRecord, Goal, Origin, OwnIndicator, Whose};
use crate::assessment::identity::Identity;
use crate::assessment::record::Text;
use crate::criteria::{Aim, IndicatorSlot};
use std::rc::Rc;

/// An indicator of the catalogue or one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureSlot {
    Catalogue(IndicatorSlot),
    Own(usize),
}

/// A change of one indicator's figures.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureChange {
    Value { year: i32, value: Option<f64> },
    Computed(bool),
    Target(Option<Goal>),
    BenchmarkWhose(Option<Whose>),
    BenchmarkValue { year: i32, value: Option<f64> },
    Rank(Option<(u32, u32)>),
    Origin(Origin, bool),
    Projected(Option<f64>),
    Text(FigureText, Text),
}

/// A text field of one indicator's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureText {
    /// Why a year has no value.
    Gap(i32),
    BenchmarkName,
    Evidence,
}

/// A change of an own indicator itself.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnChange {
    /// Item and area.
    Place(Text, Text),
    Direction(Aim),
    /// 0 to 4; more becomes 4.
    Decimals(u8),
    Bounds(Option<f64>, Option<f64>),
    Text(OwnText, Text),
}

/// A text field of an own indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnText {
    Name,
    Unit,
    Formula,
}

impl FigureChange {
    pub(in crate::assessment) fn apply(&self, record: &mut FigureRecord) {
        match self {
            FigureChange::Value { year, value } => record.values.set(*year, value.and_then(finite)),
            FigureChange::Computed(computed) => record.computed = *computed,
            FigureChange::Target(target) => record.target = target.filter(|goal| goal.is_sound()),
            FigureChange::BenchmarkWhose(whose) => record.benchmark.whose = *whose,
            FigureChange::BenchmarkValue { year, value } => record.benchmark.values.set(*year, value.and_then(finite)),
            FigureChange::Rank(rank) => record.rank = *rank,
            FigureChange::Origin(origin, on) => record.origins.set(*origin, *on),
            FigureChange::Projected(value) => record.projected = value.and_then(finite),
            FigureChange::Text(FigureText::Gap(year), reason) => record.gaps.set(*year, (!reason.is_empty()).then(|| reason.clone())),
            FigureChange::Text(FigureText::BenchmarkName, name) => record.benchmark.name = name.clone(),
            FigureChange::Text(FigureText::Evidence, evidence) => record.evidence = evidence.clone(),
        }
    }
}

/// A number as it is kept: finite, and zero without a sign.
pub(in crate::assessment) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value + 0.0)
}

impl OwnChange {
    fn apply(&self, own: &mut OwnIndicator) {
        match self {
            OwnChange::Place(item, area) => (own.item, own.area) = (item.clone(), area.clone()),
            OwnChange::Direction(direction) => own.direction = *direction,
            OwnChange::Decimals(decimals) => own.decimals = (*decimals).min(4),
            OwnChange::Bounds(low, high) => (own.low, own.high) = (low.and_then(finite), high.and_then(finite)),
            OwnChange::Text(OwnText::Name, name) => own.name = name.clone(),
            OwnChange::Text(OwnText::Unit, unit) => own.unit = unit.clone(),
            OwnChange::Text(OwnText::Formula, formula) => own.formula = formula.clone(),
        }
    }
}

impl FigureBook {
    pub(in crate::assessment) fn change(&mut self, slot: FigureSlot, change: &FigureChange) {
        if let Some(record) = self.record_mut(slot) {
            change.apply(record);
        }
    }
    pub(in crate::assessment) fn change_own(&mut self, at: usize, change: &OwnChange) {
        if let Some(own) = self.own.get_mut(at) {
            change.apply(Rc::make_mut(own));
        }
    }
    /// Adds an own indicator, under the identity where the id it brings is taken or empty.
    pub(in crate::assessment) fn add_own(&mut self, identity: Identity, own: &OwnIndicator) {
        let mut own = own.clone();
        own.id = identity.of_new("own-", &own.id, &|id| self.own.iter().any(|there| *there.id == *id));
        self.own.push(Rc::new(own));
    }
    pub(in crate::assessment) fn remove_own(&mut self, at: usize) {
        if at < self.own.len() {
            self.own.remove(at);
        }
    }
}
