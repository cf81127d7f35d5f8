//! How far the ratings of one item lie apart.

use super::matrix::Sums;

/// The ratings of one item in a few numbers, all in percentage points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many ratings; at least 1.
    pub count: usize,
    /// The middle rating, or the mean of the two in the middle: of 35, 45, 50 and 75 it is 47.5.
    pub median: f64,
    pub mean: f64,
    pub lowest: u8,
    pub highest: u8,
    /// The sample standard deviation, √(Σ(x − mean)² ÷ (n − 1)): of 40, 50 and 60 it is 10. None for a single rating.
    pub deviation: Option<f64>,
}

impl Spread {
    /// Of some ratings in any order; none without a rating.
    pub fn of(ratings: impl IntoIterator<Item = u8>) -> Option<Spread> {
        let mut counts = [0_usize; 256];
        let mut sums = Sums::default();
        for rating in ratings {
            counts[usize::from(rating)] += 1;
            sums.add(rating);
        }
        let mean = sums.mean()?;
        let count = sums.count as usize;
        // The rating at a place among those in order, counted from 0.
        let at = |place: usize| {
            let mut before = 0;
            (0..=u8::MAX).find(|rating| {
                before += counts[usize::from(*rating)];
                before > place
            })
        };
        let (lower, upper) = (at((count - 1) / 2)?, at(count / 2)?);
        let degrees = sums.count * (sums.count - 1);
        Some(Spread {
            count,
            median: f64::from(u16::from(lower) + u16::from(upper)) / 2.0,
            mean,
            lowest: at(0)?,
            highest: at(count - 1)?,
            deviation: (degrees > 0).then(|| (sums.scatter() as f64 / degrees as f64).sqrt()),
        })
    }

    /// Highest minus lowest, in percentage points.
    pub fn range(&self) -> u8 {
        self.highest - self.lowest
    }
    /// Twice the median, which is whole.
    pub fn median_doubled(&self) -> u16 {
        (self.median * 2.0) as u16
    }
    /// The median in the pack's steps, halves up: 47.5 in steps of 5 is 50, 42.5 is 45. Lies between lowest and highest
    /// where these are in the same steps.
    pub fn rounded_median(&self, step: u8) -> u8 {
        let step = u16::from(step.max(1));
        let doubled = self.median_doubled();
        ((doubled + step) / (2 * step) * step).min(100) as u8
    }
}
