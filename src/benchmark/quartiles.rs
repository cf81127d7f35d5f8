//! Quartiles that are no single card's value: each is the mean of the three cards about its place (pseudo-quantiles, as offices of statistics
//! tell them of personal records), rounded, and coded at both ends. Lowest and highest values are not told.
//!
//! Tried by going through all ratings that 5, 6 and 7 cards can have (`tests/suite/benchmark.rs`): rounded to tens and told from 20 to 80 no
//! three quartiles are left of which one could say that a card has a certain value, not even by who knows the number of cards; rounded to
//! fives, or without the ends, there were some.

use super::disclosure::LEAST;
use crate::order;

/// A lower quartile, a median and an upper quartile, in whole per cent; never falling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quartiles {
    pub lower: u8,
    pub median: u8,
    pub upper: u8,
}

/// How coarsely quartiles are told, in whole per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coarseness {
    /// What they are rounded to, halves up.
    pub unit: u8,
    /// The lowest that is told, for itself and all below it; what lies as far from 100 stands for all above.
    pub end: u8,
}

impl Coarseness {
    /// Of ratings in steps of five per cent or finer: tens from 20 to 80.
    pub const RATING: Coarseness = Coarseness { unit: 10, end: 20 };
    /// Of totals, which are far finer: per cents from 2 to 98.
    pub const TOTAL: Coarseness = Coarseness { unit: 1, end: 2 };

    /// Of ratings in steps of so many per cent: never finer than twice the step.
    pub fn of_ratings(step: u8) -> Coarseness {
        match step {
            0..=5 => Coarseness::RATING,
            _ => Coarseness { unit: 20, end: 20 },
        }
    }
}

/// Quartiles of at least [`LEAST`] values in hundredths of a per cent; none of fewer.
///
/// The place of the lower quartile among n sorted values, counted from 0, is (n + 1) / 4 rounded down, that of the median (n - 1) / 2, and
/// the upper one is as far from the other end as the lower. 40, 45, 50, 60 and 80 % give 50 (of 40, 45, 50), 50 (45, 50, 60: 51.7) and 60
/// (50, 60, 80: 63.3).
pub fn quartiles(values: &[u32], told: Coarseness) -> Option<Quartiles> {
    let n = values.len();
    if n < LEAST || told.unit == 0 {
        return None;
    }
    let mut sorted = values.to_vec();
    order::sort(&mut sorted);
    let about = |place: usize| {
        let sum: u64 = sorted[place - 1..=place + 1].iter().map(|value| u64::from(*value)).sum();
        let unit = u64::from(told.unit) * 100;
        let rounded = (2 * sum + 3 * unit) / (6 * unit) * u64::from(told.unit);
        rounded.clamp(told.end.into(), (100 - told.end).into()) as u8
    };
    let low = (n + 1) / 4;
    Some(Quartiles {
        lower: about(low),
        median: about((n - 1) / 2),
        upper: about(n - 1 - low),
    })
}
