//! What the figures say: agreement with other programs, worked cases, laws, and numbers as people write them.

mod laws;
mod levels;
mod numbers;
mod references;
mod standing_out;
mod trends;

use award_kit::indicators::Series;

/// A series from 2012 on.
fn series(values: &[Option<f64>]) -> Series {
    Series::new(2012, values.iter().copied()).unwrap_or_else(|fault| panic!("{values:?}: {fault:?}"))
}

/// A series from 2012 on without gaps.
fn known(values: &[f64]) -> Series {
    series(&values.iter().copied().map(Some).collect::<Vec<_>>())
}

/// Two numbers that agree to 1e-9 of the larger of one and the number.
fn agree(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}
