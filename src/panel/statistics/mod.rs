//! What several ratings of the same items say: their spread, how far the assessors agree, who is harsh or lenient, and
//! the interval of the total.
//!
//! Ratings are whole percentages, so every sum is one of integers: the order of the assessors changes no bit of a result.
//! Where a statistic is not defined the result is none, never zero. Knows nothing of packs' texts, files or screens.

mod agreement;
mod calibrated;
mod correlation;
mod incomplete;
mod matrix;
mod shift;
mod spread;
mod total;

pub use agreement::{Alpha, Strength, alpha};
pub use calibrated::calibrated;
pub use correlation::{Correlation, correlation};
pub use incomplete::{Incomplete, correlation_of_all};
pub use matrix::Ratings;
pub use shift::{Shift, shifts};
pub use spread::Spread;
pub use total::{TotalDistribution, total_distribution};
