//! Where differences end to count. The widths are our own choice, because no published one exists; what is compared with
//! them is made so that a change of unit cannot tip it.

use super::arithmetic::{magnitude, middle};
use super::series::Series;

/// A gap to the benchmark of at most 1 % of the benchmark counts as level with it.
pub const LEVEL_WITH: f64 = 0.01;

/// Values that lie within 2 % of their median magnitude, and show no order, count as flat.
pub const FLAT_WITHIN: f64 = 0.02;

/// Values that lie within half a per cent of their median magnitude are flat in whatever order they stand.
pub const STILL_WITHIN: f64 = 0.005;

/// Three years of which two are tied go one way where they move by more than 5 %; a tie takes away half of what they can prove.
pub(super) const TIED_WITHIN: f64 = 0.05;

/// So many times what is left to the most that is possible stands for the size of values near it.
const LEFT: f64 = 10.0;

/// What a difference is measured by: the size, or ten times what is left to the ceiling where that is less.
///
/// Availability of 98.9 % is close to 99.8 % by its size, but stands still five times as long: what is left is 1.1 beside 0.2. Ten times
/// means that up to 90.9 % nothing changes; beside 99 it is 10, so that level ends at 0.1 instead of 0.99.
pub(super) fn yardstick(size: f64, left: Option<f64>) -> f64 {
    left.map_or(size, |left| size.min(LEFT * left.max(0.0)))
}

/// The yardstick of a series: by its median magnitude, and by what the median value leaves to its ceiling.
pub(super) fn yardstick_of(series: &Series) -> f64 {
    let left = series.ceiling().and_then(|ceiling| Some(ceiling - middle(&mut series.values())?));
    yardstick(magnitude(series.known()), left)
}

/// Whether `size` is at most `limit`, with room for rounding. 0.98 lies 0.020000000000000018 below 1, and 98 lies 2 below
/// 100; both must get the same answer about 2 %.
pub(super) fn at_most(size: f64, limit: f64) -> bool {
    size <= limit * (1.0 + 1e-9)
}
