//! Do the values go one way: the Mann-Kendall test, exact for short series.
//!
//! Mann (1945), Kendall (1970). S = pairs of years in which the later value is higher − pairs in which it is lower. If the
//! years had no influence, every order of the same values would be equally likely; how many of these orders give a certain S
//! is counted, not approximated. With ties only the distinct orders are counted. The number of orders with a given number of
//! falling pairs is the coefficient of the Gaussian multinomial [n]! ÷ ∏ [tied]! (MacMahon 1915), so no list is made and no
//! normal approximation is needed.

use super::series::Series;
use std::cmp::Ordering;

/// S and how many orders of the same values go as high or as low.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MannKendall {
    /// Number of values.
    pub n: usize,
    /// Pairs of years in which the later value is higher, lower, the same.
    pub rising: u32,
    pub falling: u32,
    pub tied: u32,
    /// Distinct orders of the values: n! when none is tied.
    pub orders: u64,
    /// Orders whose S is at least, and at most, the one found.
    pub as_high: u64,
    pub as_low: u64,
}

impl MannKendall {
    /// Tests a series; none with fewer than three values.
    ///
    /// 2, 4, 3, 5: five pairs rise and one falls, so S = 4; of the 24 orders four go as high, so p one-sided is 4/24.
    pub fn of(series: &Series) -> Option<MannKendall> {
        let ranks = ranks(series.known());
        if ranks.len() < 3 {
            return None;
        }
        let (mut rising, mut falling, mut tied) = (0, 0, 0);
        for (at, earlier) in ranks.iter().enumerate() {
            for later in &ranks[at + 1..] {
                match later.cmp(earlier) {
                    Ordering::Greater => rising += 1,
                    Ordering::Less => falling += 1,
                    Ordering::Equal => tied += 1,
                }
            }
        }
        let counts = orders_by_falling_pairs(&ranks, (rising + falling) as usize);
        Some(MannKendall {
            n: ranks.len(),
            rising,
            falling,
            tied,
            orders: counts.iter().sum(),
            as_high: counts.iter().take(falling as usize + 1).sum(),
            as_low: counts.iter().skip(falling as usize).sum(),
        })
    }

    /// The test of the same values with the sign turned: what rose falls.
    pub(super) fn turned(self) -> MannKendall {
        MannKendall {
            rising: self.falling,
            falling: self.rising,
            as_high: self.as_low,
            as_low: self.as_high,
            ..self
        }
    }

    /// S, from −n (n − 1) ÷ 2 to n (n − 1) ÷ 2.
    pub fn s(&self) -> i64 {
        i64::from(self.rising) - i64::from(self.falling)
    }

    /// One-sided probability of an S at least as high by chance.
    pub fn p_rising(&self) -> f64 {
        self.as_high as f64 / self.orders as f64
    }

    /// One-sided probability of an S at least as low by chance.
    pub fn p_falling(&self) -> f64 {
        self.as_low as f64 / self.orders as f64
    }

    /// Two-sided probability of an S at least as far from zero by chance. The distribution is symmetric, also with ties.
    pub fn p(&self) -> f64 {
        let one_sided = self.as_high.min(self.as_low);
        if self.s() == 0 { 1.0 } else { 2.0 * one_sided as f64 / self.orders as f64 }
    }

    /// The smallest one-sided probability these values could reach in any order, the two-sided is twice that: 1/6 for
    /// 3 different values, 1/24 for 4, 1/120 for 5; 1/3 for 3 values of which two are tied.
    pub fn smallest_p(&self) -> f64 {
        1.0 / self.orders as f64
    }
}

/// The place of each value among the different values, from 0. Values that differ only by rounding are tied: distances to
/// the two ends of a range, 10 − 9.3 and 20.7 − 20, must stay tied whatever the unit.
fn ranks(known: &[(i32, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..known.len()).collect();
    order.sort_unstable_by(|&one, &other| known[one].1.total_cmp(&known[other].1));
    let mut ranks = vec![0; known.len()];
    for pair in order.windows(2) {
        let (lower, higher) = (known[pair[0]].1, known[pair[1]].1);
        let tied = higher - lower <= 1e-9 * lower.abs().max(higher.abs());
        ranks[pair[1]] = ranks[pair[0]] + usize::from(!tied);
    }
    ranks
}

/// Distinct orders with 0, 1, 2 … falling pairs; the last place is the number of pairs that are not tied.
///
/// ∏ (1 − qʲ) over 1 to n, divided by the same product for each group of ties, as a power series. Sums between may leave the
/// range, so they wrap; the counts themselves are at most 20! and fit.
fn orders_by_falling_pairs(ranks: &[usize], untied: usize) -> Vec<u64> {
    let mut counts = vec![0_u64; untied + 1];
    counts[0] = 1;
    for power in 1..=ranks.len() {
        for at in (power..=untied).rev() {
            counts[at] = counts[at].wrapping_sub(counts[at - power]);
        }
    }
    for rank in 0..ranks.len() {
        for power in 1..=ranks.iter().filter(|&&other| other == rank).count() {
            for at in power..=untied {
                counts[at] = counts[at].wrapping_add(counts[at - power]);
            }
        }
    }
    counts
}
