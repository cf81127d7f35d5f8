//! How steady are the values, with and without their trend.

use super::arithmetic::{magnitude, median_deviation, ratio};
use super::series::Series;
use super::theil_sen::theil_sen;

/// The third quartile of the normal distribution: MAD ÷ this estimates a standard deviation (Hampel 1974).
const NORMAL_QUARTILE: f64 = 0.674_489_750_196_081_7;

/// Coefficient of variation: sample standard deviation (n − 1) ÷ magnitude of the mean, a share; none with fewer than two
/// values, or unless all lie on the same side of zero. 90, 100, 110: standard deviation 10, mean 100, so 0.1.
pub fn coefficient_of_variation(series: &Series) -> Option<f64> {
    let values = series.values();
    let same_side = values.iter().all(|&value| value > 0.0) || values.iter().all(|&value| value < 0.0);
    if values.len() < 2 || !same_side {
        return None;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    ratio((squares / (count - 1.0)).sqrt(), mean.abs())
}

/// How far the values scatter around their own trend: MAD of the residuals of the Theil-Sen line ÷ 0.6745, in the unit; none
/// with fewer than three values. 10, 14, 13, 19, 18: the line starts at 9.5 with slope 2.25; the residuals 0.5, 2.25, −1, 2.75 and
/// −0.5 have the median 0.5 and the MAD 1.5, so 2.224.
pub fn residual_spread(series: &Series) -> Option<f64> {
    let line = theil_sen(series)?;
    let residuals: Vec<f64> = series.known().iter().map(|&(year, value)| value - line.at(year)).collect();
    if residuals.len() < 3 {
        return None;
    }
    Some(median_deviation(&residuals)? / NORMAL_QUARTILE)
}

/// [`residual_spread`] ÷ the median magnitude of the values, a share; none where that is zero.
pub fn relative_residual_spread(series: &Series) -> Option<f64> {
    ratio(residual_spread(series)?, magnitude(series.known()))
}
