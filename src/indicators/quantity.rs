//! The figures of an organisation's profile as people write them: read as in the grid of indicators, and kept as whole numbers.

use super::number::{Refusal, read_number};
use crate::assessment::Quantity;

/// A figure of the profile, and whether decimals were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuantityReading {
    /// Persons, or 10,000 yuan.
    pub value: u64,
    /// Decimals were written and are not kept. They are cut off and not rounded, so that no bound of a size class is reached by it.
    pub cut: bool,
    /// Another figure is kept than the digits that were written: 12,000 of `1.2万`.
    pub converted: bool,
}

/// Reads a figure; none where nothing was written, or a mark that there is none.
///
/// `86,012.35` is 86,012 with decimals cut, `８.6亿` of revenue 86,000, `1.2万` of persons 12,000; `1.2万` of revenue is refused, because
/// it may be 1.2 or 12,000 of 10,000 yuan, as are `12.5` persons, `-3` and dates.
pub fn read_quantity(text: &str, quantity: Quantity) -> Result<Option<QuantityReading>, Refusal> {
    let units: &[&str] = match quantity {
        Quantity::Staff => &["人", "名", "persons", "person", "people", "employees"],
        Quantity::Revenue | Quantity::Assets => &["万元", "10,000 yuan"],
    };
    let read = match read_number(text, units) {
        Err(Refusal::Empty | Refusal::NoValue) => return Ok(None),
        read => read?,
    };
    let cut = read.value.fract() != 0.0;
    if read.value < 0.0 || cut && quantity == Quantity::Staff {
        return Err(Refusal::NotANumber);
    }
    Ok(Some(QuantityReading {
        // At most a quadrillion, which is exact.
        value: read.value.trunc() as u64,
        cut,
        converted: read.power != 0,
    }))
}
