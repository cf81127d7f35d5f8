//! How good is a value: against a target, a benchmark, or a target range.

use super::arithmetic::ratio;
use super::direction::Direction;
use super::series::Series;

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// At least, or at most, by the indicator's direction.
    Value(f64),
    /// From `low` to `high`, whatever the direction.
    Within { low: f64, high: f64 },
}

/// A value beside what it is measured by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// How much better than the reference, in the unit; below zero is worse. Within a range: zero, outside minus the distance.
    pub gap: f64,
    /// Gap ÷ magnitude of the reference, a share; none where that is zero. For a range the reference is the nearer end.
    pub relative: Option<f64>,
    /// Attainment, a share: 1 + relative gap. 1 is reached, above is better.
    pub attainment: Option<f64>,
    /// As good as the reference, or better.
    pub met: bool,
}

/// A value against a reference by direction.
///
/// Higher is better: 95 against 100 has gap −5, attainment 0.95, which is value ÷ reference. Lower is better: 0.6 against 0.5
/// has gap −0.1, attainment 0.8, which is 2 − value ÷ reference, the usual way for indicators that should fall; it also holds
/// for a value of zero (attainment 2), where reference ÷ value does not.
pub fn against(value: f64, reference: f64, direction: Direction) -> Level {
    level(direction.advantage(value, reference), reference)
}

/// A value against what is to be reached. 63 with the range 40–60 has gap −3, relative gap −0.05, attainment 0.95.
pub fn against_target(value: f64, target: Target, direction: Direction) -> Level {
    match target {
        Target::Value(reference) => against(value, reference, direction),
        Target::Within { low, high } => {
            let nearer = if value < low { low } else { high };
            let gap = Direction::Range { low, high }.advantage(value, nearer);
            if gap == 0.0 {
                return Level {
                    gap,
                    relative: Some(0.0),
                    attainment: Some(1.0),
                    met: true,
                };
            }
            level(gap, nearer)
        }
    }
}

fn level(gap: f64, reference: f64) -> Level {
    let relative = ratio(gap, reference.abs());
    Level {
        gap,
        relative,
        attainment: relative.map(|relative| 1.0 + relative),
        met: gap >= 0.0,
    }
}

/// In how many years the target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attained {
    pub met: usize,
    /// Years that have both a value and a target.
    pub of: usize,
}

/// Target attainment over the years, each year against its own target; years without a value or a target do not count.
/// Values 95, missing, 97 and targets 94, 95, 98: one of two.
pub fn attained(series: &Series, targets: &Series, direction: Direction) -> Attained {
    let pairs = series.known().iter().filter_map(|&(year, value)| Some((value, targets.at(year)?)));
    pairs.fold(Attained { met: 0, of: 0 }, |count, (value, target)| Attained {
        met: count.met + usize::from(against(value, target, direction).met),
        of: count.of + 1,
    })
}
