//! How much has changed between two years, and at which yearly rate.

use super::arithmetic::{ratio, root};
use super::direction::Direction;
use super::series::Series;

/// The step between two years that have a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    pub from: i32,
    pub to: i32,
    /// Later − earlier, in the indicator's unit.
    pub absolute: f64,
    /// Change ÷ magnitude of the earlier value, a share; none where that is zero. From −50 to −40 it is +0.2.
    pub relative: Option<f64>,
    /// Change for the better, in the unit: below zero where it got worse.
    pub better: f64,
    /// Compound yearly rate, a share; none unless both values are positive. See [`compound_rate`].
    pub yearly: Option<f64>,
}

/// From the year with a value before the last to the last; none with fewer than two values. 2014: 80, 2016: 96 is +16, +0.2,
/// and 9.54 % a year, because two years lie between.
pub fn since_previous(series: &Series, direction: Direction) -> Option<Change> {
    let mut backwards = series.known().iter().rev().copied();
    let latest = backwards.next()?;
    Some(between(backwards.next()?, latest, direction))
}

/// From the first value to the last; none with fewer than two.
pub fn since_first(series: &Series, direction: Direction) -> Option<Change> {
    let (start, latest) = (series.start()?, series.latest()?);
    (start.0 < latest.0).then(|| between(start, latest, direction))
}

fn between((from, before): (i32, f64), (to, after): (i32, f64), direction: Direction) -> Change {
    Change {
        from,
        to,
        absolute: after - before,
        relative: ratio(after - before, before.abs()),
        better: direction.advantage(after, before),
        yearly: compound_rate(before, after, to.abs_diff(from)),
    }
}

/// The compound annual growth rate (CAGR): (last ÷ first)^(1 ÷ years) − 1, a share; none unless both values are positive and
/// at least one year lies between. 100 that became 133.1 in 3 years grew by 0.1 a year.
pub fn compound_rate(first: f64, last: f64, years: u32) -> Option<f64> {
    if !(first > 0.0 && last > 0.0) {
        return None;
    }
    Some(root(ratio(last, first)?, years)? - 1.0)
}
