//! Which way an indicator is meant to go.

use super::tolerance::at_most;

/// Which values are better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Direction {
    HigherIsBetter,
    LowerIsBetter,
    /// Good from `low` to `high`, both included; outside, the nearer the better. `low` must not lie above `high`; see [`Direction::range`].
    Range {
        low: f64,
        high: f64,
    },
}

impl Direction {
    /// A target range; none unless both ends are finite and in order.
    pub fn range(low: f64, high: f64) -> Option<Direction> {
        (low.is_finite() && high.is_finite() && low <= high).then_some(Direction::Range { low, high })
    }

    /// The value turned so that more is better, in the indicator's unit: itself, its negative, or minus the distance to the range.
    /// A defect rate of 3 ‰ has the merit −3; a debt ratio of 65 % with the range 40–60 % has −5, one of 50 % has 0.
    pub fn merit(self, value: f64) -> f64 {
        match self {
            Direction::HigherIsBetter => value,
            // Not `-value`: a negative zero would be printed as one.
            Direction::LowerIsBetter => 0.0 - value,
            Direction::Range { low, .. } if value < low => value - low,
            Direction::Range { high, .. } if value > high => high - value,
            Direction::Range { .. } => 0.0,
        }
    }

    /// How much better a value is than a reference, in the indicator's unit; below zero is worse. What differs only by rounding,
    /// such as the computed 0.1 + 0.2 from 0.3, or 9.3 and 20.7 from the range 10–20, is zero.
    pub fn advantage(self, value: f64, reference: f64) -> f64 {
        let (own, other) = (self.merit(value), self.merit(reference));
        let size = value.abs().max(reference.abs()).max(own.abs()).max(other.abs());
        if at_most((own - other).abs(), 1e-9 * size) { 0.0 } else { own - other }
    }

    /// The direction of the same indicator with its sign turned: 10–20 becomes −20 to −10.
    pub fn flipped(self) -> Direction {
        match self {
            Direction::HigherIsBetter => Direction::LowerIsBetter,
            Direction::LowerIsBetter => Direction::HigherIsBetter,
            Direction::Range { low, high } => Direction::Range {
                low: 0.0 - high,
                high: 0.0 - low,
            },
        }
    }
}
