//! Typed values against what their formula gives of what is entered.
//!
//! An examiner computes again from the figures that stand there, and compares with the digits shown. So a value may differ by half a unit
//! of its last digit. Inputs are taken as they stand; an indicator the formula names, whose values are typed, may itself be rounded by half
//! a unit of its last digit, and what that makes of the result is allowed on top.
//!
//! Worked: 58 of 860 persons are 6.744 %. With one decimal 6.7 fits (0.044 ≤ 0.05), and 6.8 does not (0.056).

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::formula::evaluate;
use super::values::{Values, is_computed};
use crate::assessment::{FigureBook, FigureSlot};
use crate::criteria::{Formula, Operand, Pack};

/// The typed values that do not fit, by indicator in the order of the pack, then by year.
pub(super) fn mismatches(pack: &Pack, book: &FigureBook, values: &Values) -> Vec<FigureFinding> {
    let mut found = Vec::new();
    for (slot, indicator) in pack.indicators() {
        let (Some(formula), false) = (&indicator.formula, is_computed(pack, book, slot)) else {
            continue;
        };
        let slot = FigureSlot::Catalogue(slot);
        let by_formula = values.by_formula(slot);
        for &(year, value) in values.of_slot(slot).known() {
            let Some(expected) = by_formula.at(year) else { continue };
            let room = half_unit(indicator.decimals) + rounding(pack, book, values, formula, (year, expected));
            if (value - expected).abs() > room + 1e-9 * expected.abs().max(room) {
                let doubt = FigureDoubt::FormulaMismatch { value, expected };
                found.push(FigureFinding {
                    subject: Subject::Indicator(slot),
                    year: Some(year),
                    doubt,
                });
            }
        }
    }
    found
}

/// Half a unit of the last of so many decimals: 0.05 of one.
fn half_unit(decimals: u8) -> f64 {
    0.5 * 10_f64.powi(-i32::from(decimals))
}

/// How far the result may be off because the typed indicators in the formula are rounded: the sum of what each does alone.
fn rounding(pack: &Pack, book: &FigureBook, values: &Values, formula: &Formula, (year, expected): (i32, f64)) -> f64 {
    let mut room = 0.0;
    let mut seen: Vec<&str> = Vec::new();
    for (_, id) in formula.operands() {
        let Some(Operand::Indicator(slot)) = pack.operand(id) else { continue };
        if is_computed(pack, book, slot) || seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let half = half_unit(pack.indicator(slot).decimals);
        for moved in [year, year - 1] {
            let off = |by: f64| {
                let value = |of: &str, at: i32| {
                    let value = values.of_operand_at(pack, book, of, at)?;
                    Some(if of == id && at == moved { value + by } else { value })
                };
                evaluate(formula, year, &value).map_or(0.0, |found| (found - expected).abs())
            };
            room += off(half).max(off(-half));
        }
    }
    room
}
