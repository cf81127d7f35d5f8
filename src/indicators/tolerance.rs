//! Where differences end to count. The widths are our own choice, because no published one exists; what is compared with
//! them is made so that a change of unit cannot tip it.

/// A gap to the benchmark of at most 1 % of the benchmark counts as level with it.
pub const LEVEL_WITH: f64 = 0.01;

/// Values that lie within 2 % of their median magnitude, and show no order, count as flat.
pub const FLAT_WITHIN: f64 = 0.02;

/// Whether `size` is at most `limit`, with room for rounding. 0.98 lies 0.020000000000000018 below 1, and 98 lies 2 below
/// 100; both must get the same answer about 2 %.
pub(super) fn at_most(size: f64, limit: f64) -> bool {
    size <= limit * (1.0 + 1e-9)
}
