//! Typed values against what their formula gives of what is entered.
//!
//! An examiner computes again from the figures that stand there, and compares with the digits that were typed. So a value may differ by half
//! a unit of the last digit typed, and by what the rounding of the figures in the formula makes of the result (`formula::measure`); things that
//! are counted are exact.
//!
//! Worked: 58 of 860 persons are 6.744 %. Typed as 6.7 it fits (0.044 ≤ 0.05), as 7 also (0.256 ≤ 0.5), and as 6.8 it does not (0.056).
//! A return of 154 on an equity of 1000, in 万元, may be 15.34 to 15.46 %: 15 fits, and 15.4, and 15.6 does not.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::formula::Quantity;
use super::values::{Values, is_computed};
use crate::assessment::{FigureBook, FigureSlot};
use crate::criteria::Pack;

/// The typed values that do not fit, by indicator in the order of the pack, then by year.
pub(super) fn mismatches(pack: &Pack, book: &FigureBook, values: &Values) -> Vec<FigureFinding> {
    let mut found = Vec::new();
    for (slot, indicator) in pack.indicators() {
        if indicator.formula.is_none() || is_computed(pack, book, slot) {
            continue;
        }
        for &(year, value) in values.of_slot(FigureSlot::Catalogue(slot)).known() {
            if let Some(expected) = values.measured(slot, year)
                && let Some(typed) = values.typed(book, slot, year)
                && !fits(typed, expected)
            {
                found.push(FigureFinding {
                    subject: Subject::Indicator(FigureSlot::Catalogue(slot)),
                    year: Some(year),
                    doubt: FigureDoubt::FormulaMismatch {
                        value,
                        expected: expected.value,
                    },
                });
            }
        }
    }
    found
}

/// Whether two figures may be the same before they were rounded.
pub(super) fn fits(typed: Quantity, expected: Quantity) -> bool {
    let room = typed.room + expected.room;
    (typed.value - expected.value).abs() <= room + 1e-9 * expected.value.abs().max(room)
}
