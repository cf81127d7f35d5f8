//! Formulas computed for one year.

use crate::criteria::Formula;
use crate::indicators::arithmetic::ratio;

/// A formula's value in a year; `value` gives an operand in a year. None where an operand is missing, where it would be
/// divided by zero, or where sigma is not positive. Growth and fall divide by the magnitude of last year's value, so that
/// −40 after −50 has grown by 20 %.
///
/// Share: 9,850 of 10,000 per 100 is 98.5. Cpk: mean 10.02, sigma 0.01, limits 9.95 and 10.05 give
/// min(0.03, 0.07) ÷ 0.03 = 1.
pub fn evaluate(formula: &Formula, year: i32, value: &dyn Fn(&str, i32) -> Option<f64>) -> Option<f64> {
    let now = |id: &str| value(id, year);
    let moved = |id: &str| {
        let before = value(id, year - 1)?;
        Some(ratio(now(id)? - before, before.abs())? * 100.0)
    };
    let found = match formula {
        Formula::Share { part, whole, per } => ratio(now(part)?, now(whole)?)? * f64::from(*per),
        Formula::Growth { of } => moved(of)?,
        Formula::Fall { of } => 0.0 - moved(of)?,
        Formula::Difference { plus, minus } => now(plus)? - now(minus)?,
        Formula::Sum { of } => of.iter().try_fold(0.0, |sum, id| Some(sum + now(id)?))?,
        Formula::Product { of, per } => ratio(of.iter().try_fold(1.0, |product, id| Some(product * now(id)?))?, f64::from(*per))?,
        Formula::Capability { mean, sigma, lower, upper } => {
            let (mean, sigma) = (now(mean)?, now(sigma).filter(|sigma| *sigma > 0.0)?);
            ratio((now(upper)? - mean).min(mean - now(lower)?), 3.0 * sigma)?
        }
    };
    Some(found + 0.0).filter(|found| found.is_finite())
}

/// A value, and how far it may lie from what was counted because figures are rounded where they are typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quantity {
    pub value: f64,
    /// Not below zero; zero of what is exact.
    pub room: f64,
}

/// A formula's value in a year, and the room that the rounding of its operands leaves it: the sum of what each does alone.
///
/// 0.0769 after 0.0823 is a fall of 6.56 %. Each may be off by 0.00005, which makes 0.061 and 0.057 of it: room 0.118.
pub(super) fn measure(formula: &Formula, year: i32, quantity: &dyn Fn(&str, i32) -> Option<Quantity>) -> Option<Quantity> {
    let value = evaluate(formula, year, &|id, at| quantity(id, at).map(|found| found.value))?;
    let years = if matches!(formula, Formula::Growth { .. } | Formula::Fall { .. }) {
        2
    } else {
        1
    };
    let operands = formula.operands();
    let mut room = 0.0;
    for (at, (_, id)) in operands.iter().enumerate() {
        if operands[..at].iter().any(|(_, before)| before == id) {
            continue;
        }
        for moved in (0..years).map(|back| year - back) {
            let off = |way: f64| {
                let turned = |of: &str, at: i32| quantity(of, at).map(|found| found.value + if of == *id && at == moved { way * found.room } else { 0.0 });
                evaluate(formula, year, &turned).map_or(0.0, |found| (found - value).abs())
            };
            if quantity(id, moved).is_some_and(|found| found.room > 0.0) {
                room += off(1.0).max(off(-1.0));
            }
        }
    }
    Some(Quantity { value, room })
}
