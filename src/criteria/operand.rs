//! Positions of inputs and indicators, and how formulas and identities find what they name.

use super::indicator::{Indicator, Input};
use super::pack::{ItemSlot, Pack};
use super::structure::Structure;
use std::collections::BTreeMap;

/// Position of an input in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputSlot(pub usize);
/// Position of an indicator in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndicatorSlot(pub usize);

/// What a formula or an identity can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operand {
    Input(InputSlot),
    Indicator(IndicatorSlot),
}

/// Inputs and indicators by id; no two share one.
pub(super) fn operands(pack: &Structure) -> BTreeMap<String, Operand> {
    let mut all = BTreeMap::new();
    all.extend(pack.inputs.iter().enumerate().map(|(at, one)| (one.id.clone(), Operand::Input(InputSlot(at)))));
    all.extend(
        pack.indicators
            .iter()
            .enumerate()
            .map(|(at, one)| (one.id.clone(), Operand::Indicator(IndicatorSlot(at)))),
    );
    all
}

impl Pack {
    pub fn inputs(&self) -> impl ExactSizeIterator<Item = (InputSlot, &Input)> {
        self.structure().inputs.iter().enumerate().map(|(at, input)| (InputSlot(at), input))
    }
    pub fn indicators(&self) -> impl ExactSizeIterator<Item = (IndicatorSlot, &Indicator)> {
        self.structure()
            .indicators
            .iter()
            .enumerate()
            .map(|(at, indicator)| (IndicatorSlot(at), indicator))
    }
    pub fn input(&self, slot: InputSlot) -> &Input {
        &self.structure().inputs[slot.0]
    }
    pub fn indicator(&self, slot: IndicatorSlot) -> &Indicator {
        &self.structure().indicators[slot.0]
    }
    /// The input or indicator of an id.
    pub fn operand(&self, id: &str) -> Option<Operand> {
        self.operands.get(id).copied()
    }
    pub fn indicator_slot(&self, id: &str) -> Option<IndicatorSlot> {
        match self.operand(id) {
            Some(Operand::Indicator(slot)) => Some(slot),
            _ => None,
        }
    }
    pub fn input_slot(&self, id: &str) -> Option<InputSlot> {
        match self.operand(id) {
            Some(Operand::Input(slot)) => Some(slot),
            _ => None,
        }
    }
    /// Items that have areas: those whose figures are counted.
    pub fn results_items(&self) -> impl Iterator<Item = ItemSlot> {
        self.items().filter(|(_, item)| !item.areas.is_empty()).map(|(slot, _)| slot)
    }
}
