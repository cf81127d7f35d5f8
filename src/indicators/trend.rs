//! What the trend is called, and how much stands behind it.
//!
//! The rule is ours, because no published one exists for so few years. In this order:
//!
//! 1. fewer than three values: too short;
//! 2. an order that chance reaches in at most one case of six (one-sided exact Mann-Kendall p ≤ 1/6): improving or worsening;
//! 3. at least half of the pairs of years tied, or all values within 2 % of their median magnitude: flat;
//! 4. otherwise mixed.
//!
//! One sixth is as much as three years can ever prove, and they do so only if each is better than the one before. So a
//! judgement on three years is never more than weak evidence; four years without a fault (1/24) or five with one neighbouring
//! pair exchanged (5/120) pass the customary 5 %. The judgement tells the way, not the size: see the slope.

use super::arithmetic::{magnitude, ratio};
use super::direction::Direction;
use super::kendall::MannKendall;
use super::series::Series;
use super::theil_sen::{Line, theil_sen};
use super::tolerance::{FLAT_WITHIN, at_most};

/// Where an indicator goes, for better or worse by its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    Improving,
    Worsening,
    /// Hardly anything moves.
    Flat,
    /// It moves, but not one way.
    Mixed,
    /// Fewer than three values.
    TooShort,
}

/// How much stands behind improving or worsening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// No direction is claimed.
    None,
    /// Chance alone would do the same in up to one case of six.
    Weak,
    /// One-sided p at most 5 %.
    Firm,
}

/// The trend of one indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    pub judgement: Judgement,
    pub evidence: Evidence,
    /// Of the values as they stand, not turned by direction; none with fewer than three.
    pub kendall: Option<MannKendall>,
    /// Through the values as they stand; none with fewer than two.
    pub line: Option<Line>,
    /// Slope ÷ median magnitude, a share per year: 2 a year at a level of 40 is 0.05.
    pub relative_slope: Option<f64>,
    /// The monotone share: pairs of years in which the later is better, and worse, out of all pairs; 1 is strictly monotone.
    pub better_share: Option<f64>,
    pub worse_share: Option<f64>,
}

/// Judges a trend.
///
/// 98.1, 98.6, 98.9, 99.2, 99.4 with higher better: S = 10, p one-sided 1/120, slope 0.3 a year: improving, firm.
/// 3, 2, 1 with lower better: p 1/6, improving, weak.
pub fn trend(series: &Series, direction: Direction) -> Trend {
    let kendall = MannKendall::of(series);
    let turned = match direction {
        Direction::HigherIsBetter => kendall,
        Direction::LowerIsBetter => kendall.map(MannKendall::turned),
        Direction::Range { .. } => MannKendall::of(&series.map(|_, value| Some(direction.merit(value)))),
    };
    let line = theil_sen(series);
    let level = magnitude(series.known());
    let judged = turned.map(|test| judge(&test, series, direction, level));
    let (judgement, evidence) = judged.unwrap_or((Judgement::TooShort, Evidence::None));
    let share = |pairs: u32, test: MannKendall| f64::from(pairs) / f64::from(test.rising + test.falling + test.tied);
    Trend {
        judgement,
        evidence,
        kendall,
        line,
        relative_slope: line.and_then(|line| ratio(line.slope, level)),
        better_share: turned.map(|test| share(test.rising, test)),
        worse_share: turned.map(|test| share(test.falling, test)),
    }
}

fn judge(test: &MannKendall, series: &Series, direction: Direction, level: f64) -> (Judgement, Evidence) {
    // Whole numbers of orders: no rounding decides.
    let reaches = |orders: u64| {
        if orders <= test.orders / 20 {
            Some(Evidence::Firm)
        } else {
            (orders <= test.orders / 6).then_some(Evidence::Weak)
        }
    };
    if let Some(evidence) = reaches(test.as_high) {
        return (Judgement::Improving, evidence);
    }
    if let Some(evidence) = reaches(test.as_low) {
        return (Judgement::Worsening, evidence);
    }
    let merits = series.known().iter().map(|&(_, value)| direction.merit(value));
    let (low, high) = merits.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), merit| (low.min(merit), high.max(merit)));
    let still = test.tied >= test.rising + test.falling || at_most(high - low, FLAT_WITHIN * level);
    (if still { Judgement::Flat } else { Judgement::Mixed }, Evidence::None)
}
