//! How far the panel agrees as a whole: Krippendorff's alpha with the interval metric.
//!
//! K. Krippendorff, *Content Analysis: An Introduction to Its Methodology*, chapter 11 (4th edition 2018), and
//! *Computing Krippendorff's Alpha-Reliability* (2011). Takes missing ratings as they are: an item counts with the
//! ratings it has, from two on.

use super::matrix::{Ratings, Sums};

/// Krippendorff's alpha, and on how much it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// 1: full agreement; 0: as if the ratings had been dealt out by chance; below 0: worse than that.
    pub value: f64,
    /// Items with two ratings or more.
    pub items: usize,
    /// Their ratings.
    pub ratings: usize,
    /// Whether all these ratings are the same. Then nothing differs that could be agreed on, and the value is 1 by
    /// definition here.
    pub uniform: bool,
}

/// What an alpha is good for, as Krippendorff (2004) puts it: from 0.8 on conclusions can be drawn, from 0.667 on
/// tentative ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    Reliable,
    Tentative,
    Weak,
}

impl Alpha {
    pub fn strength(&self) -> Strength {
        match self.value {
            value if value >= 0.8 => Strength::Reliable,
            value if value >= 0.667 => Strength::Tentative,
            _ => Strength::Weak,
        }
    }
}

/// α = 1 − Dₒ ÷ Dₑ, the observed against the expected disagreement, with squared differences.
///
/// With m ratings in an item, n in all items that have two or more, and S(x) = k Σx² − (Σx)² of k ratings, this is
/// 1 − (n − 1) Σ S(item) ÷ (m − 1) ÷ S(all). Two items rated 40, 50 and 60, 60: S is 100 and 0, and of all four
/// 4 × 11 300 − 210² = 1100, so α = 1 − 3 × 100 ÷ 1100 = 0.727.
///
/// None where no item has two ratings. Where all ratings are the same, disagreement and expectation are both 0; alpha
/// is then 1 by definition, and [`Alpha::uniform`] says so.
pub fn alpha(ratings: &Ratings) -> Option<Alpha> {
    let mut all = Sums::default();
    let (mut observed, mut items) = (0.0, 0);
    for item in 0..ratings.items() {
        let sums = Sums::of(ratings.given(item));
        if sums.count < 2 {
            continue;
        }
        items += 1;
        observed += sums.scatter() as f64 / (sums.count - 1) as f64;
        all.join(sums);
    }
    if items == 0 {
        return None;
    }
    let expected = all.scatter();
    let value = if expected == 0 {
        1.0
    } else {
        1.0 - (all.count - 1) as f64 * observed / expected as f64
    };
    Some(Alpha {
        value,
        items,
        ratings: all.count as usize,
        uniform: expected == 0,
    })
}
