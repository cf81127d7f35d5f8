//! How fast do the values change: the Theil-Sen line, which one wrong year cannot turn.

use super::arithmetic::middle;
use super::series::Series;

/// A straight line through the years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// In the indicator's unit per year.
    pub slope: f64,
    /// The first year with a value.
    pub start: i32,
    /// The line's height in that year: the intercept when years are counted from it.
    pub height: f64,
}

impl Line {
    /// The line's height in a year, also a coming one.
    pub fn at(&self, year: i32) -> f64 {
        self.height + self.slope * f64::from(year.saturating_sub(self.start))
    }
}

/// The Theil-Sen line (Theil 1950, Sen 1968): the median slope of all pairs of years, with the real distance between them;
/// none with fewer than two values. Intercept = median of the values − slope × median of the years.
///
/// 10, 12, missing, 15: slopes 2, 5/3 and 3/2, median 5/3; values' median 12, years' median 1, so it starts at 12 − 5/3 = 10.33.
pub fn theil_sen(series: &Series) -> Option<Line> {
    let known = series.known();
    let (start, _) = *known.first()?;
    let mut slopes = Vec::with_capacity(known.len() * known.len() / 2);
    for (at, (early, before)) in known.iter().enumerate() {
        slopes.extend(known[at + 1..].iter().map(|(late, after)| (after - before) / f64::from(late - early)));
    }
    let slope = middle(&mut slopes)?;
    let mut years: Vec<f64> = known.iter().map(|(year, _)| f64::from(year - start)).collect();
    Some(Line {
        slope,
        start,
        height: middle(&mut series.values())? - slope * middle(&mut years)?,
    })
}
