//! A year entered in another unit: out by about a power of ten against the other years.

use super::arithmetic::{magnitude, ratio};
use super::series::Series;
use super::tolerance::at_most;

/// How far a ratio may lie from the power of ten, either way: the years also really change.
const ABOUT: f64 = 1.5;
/// How far each of the other years may lie from their median, either way: √10. Who grows tenfold anyway makes no slip.
const AGREE: f64 = 3.162_277_660_168_379_5;
/// The largest power looked for: yuan entered where 100 million yuan (亿元) is the unit.
const LARGEST: i32 = 8;

/// A year that looks like a slip of unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitSlip {
    pub year: i32,
    /// The power of ten by which it is out: 1 is ten times too large, −4 ten thousand times too small.
    pub power: i32,
    /// Value ÷ median of the other years.
    pub factor: f64,
    /// The median of the other years.
    pub usual: f64,
    /// The value if the slip is undone.
    pub corrected: f64,
}

/// The slips of unit in a series of at least three values, all positive or all negative: a year is one if its ratio to the
/// median of the others lies within the factor 1.5 of 10, 100 … 10⁸ or their inverses, and the others agree to within √10. Of few counted
/// things none is told: a rank that goes from 7 to 1 is no slip.
///
/// 0.214, 0.203, 0.196, 1.88, 0.181: the fourth is 9.42 times the median 0.1995 of the others, so it is ten times too large and
/// was probably 0.188.
pub fn unit_slips(series: &Series) -> Vec<UnitSlip> {
    let known = series.known();
    let same_side = known.iter().all(|&(_, value)| value > 0.0) || known.iter().all(|&(_, value)| value < 0.0);
    if known.len() < 3 || !same_side || series.counts_few() {
        return Vec::new();
    }
    known.iter().filter_map(|&(year, value)| slip(known, year, value)).collect()
}

fn slip(known: &[(i32, f64)], year: i32, value: f64) -> Option<UnitSlip> {
    let others: Vec<(i32, f64)> = known.iter().copied().filter(|&(other, _)| other != year).collect();
    let usual = magnitude(&others);
    let apart = |factor: f64| factor.max(1.0 / factor);
    let agree = |other: &(i32, f64)| ratio(other.1.abs(), usual).is_some_and(|factor| at_most(apart(factor), AGREE));
    if !others.iter().all(agree) {
        return None;
    }
    let factor = ratio(value.abs(), usual)?;
    let mut tens = 1.0;
    for power in 1..=LARGEST {
        tens *= 10.0;
        for (power, corrected) in [(power, value / tens), (-power, value * tens)] {
            if at_most(apart(corrected.abs() / usual), ABOUT) {
                return Some(UnitSlip {
                    year,
                    power,
                    factor,
                    usual: usual * value.signum(),
                    corrected,
                });
            }
        }
    }
    None
}
