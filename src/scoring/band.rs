//! Which band a percentage lies in, and which percentages a band holds.

use crate::assessment::Percent;
use crate::criteria::{Band, Rubric};

/// The position of the band a percentage lies in. The checker has seen that bands cover every step.
pub fn band_of(rubric: &Rubric, percent: Percent) -> usize {
    rubric
        .bands
        .iter()
        .position(|band| percent.value() <= band.to)
        .unwrap_or(rubric.bands.len().saturating_sub(1))
}

/// The ratings a band holds, upwards: 50–65 in steps of 5 holds 50, 55, 60 and 65.
pub fn steps_of(band: &Band, step: u8) -> Vec<Percent> {
    (band.from..=band.to).filter_map(|value| Percent::new(value, step)).collect()
}
