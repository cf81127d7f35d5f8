//! Points as integers.

use crate::assessment::Percent;
use crate::criteria::Rounding;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// Points in hundredths: 27.5 points are 2750. Exact for every whole maximum and whole percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Points(u64);

impl Points {
    /// Whole points.
    pub fn whole(points: u32) -> Points {
        Points(u64::from(points) * 100)
    }
    /// Points from their number of hundredths: 2750 are 27.5 points.
    pub const fn of_hundredths(hundredths: u64) -> Points {
        Points(hundredths)
    }
    /// The points of one item: maximum × percentage by the pack's rounding rule.
    /// 50 points at 55 % are 27.5 exactly, and 28 where items are rounded half up.
    ///
    /// Only a maximum that sharing out has made fractional can give what is no whole hundredth, and that is rounded
    /// half up: 57.14 points at 55 % are 31.427, so 31.43; rounded to whole points they are 31. 100 % always earn the
    /// maximum itself, and nothing earns more: 53.5 points at 95 % are 50.825, rounded 51, and at 100 % they are 53.5.
    pub fn earned(maximum: Points, percent: Percent, rounding: Rounding) -> Points {
        if percent.value() >= 100 {
            return maximum;
        }
        // In hundredths of a hundredth.
        let exact = maximum.0 * u64::from(percent.value());
        let rounded = match rounding {
            Rounding::Exact => (exact + 50) / 100,
            Rounding::ItemHalfUp => (exact + 5_000) / 10_000 * 100,
        };
        Points(rounded.min(maximum.0))
    }
    /// The number of hundredths.
    pub fn hundredths(self) -> u64 {
        self.0
    }
    /// Whether they are whole points.
    pub fn is_whole(self) -> bool {
        self.0.is_multiple_of(100)
    }
    /// As a decimal number, for output only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

/// Never below zero.
impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(all: I) -> Points {
        all.fold(Points::default(), Add::add)
    }
}

/// Without trailing zeros: `27.5`, `28`, `0.25`.
impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(formatter, "{whole}"),
            part if part % 10 == 0 => write!(formatter, "{whole}.{}", part / 10),
            part => write!(formatter, "{whole}.{part:02}"),
        }
    }
}
