//! What the trend is called, and how much stands behind it.
//!
//! The rule is ours, because no published one exists for so few years. In this order:
//!
//! 1. fewer than three values: too short;
//! 2. all values within half a per cent of their size: flat, in whatever order. 1000, 1001, 1000.5, 1001.5, 1002 do not improve;
//! 3. an order that chance reaches in at most one case of six (one-sided exact Mann-Kendall p ≤ 1/6): improving or worsening;
//! 4. years that are tied and none that goes the other way, where the last stands at the best that is possible (95, 100, 100 %; 1, 0, 0
//!    accidents), or where three years moved by more than 5 % of their size or count few things (80, 80, 90 %; rank 4, 4, 3): improving or worsening. Ties take
//!    away from what the order can prove, and nothing contradicts;
//! 5. at least half of the pairs of years tied, three years of which two are tied, all values within 2 % of their size, or counts that move by
//!    one: flat;
//! 6. otherwise mixed.
//!
//! The size is the median magnitude, or ten times what is left to the most that is possible where that is less: 99.5, 99.7, 99.9 % move by
//! two fifths of a per cent of their magnitude, but what is left falls from 0.5 to 0.1.
//!
//! One sixth is as much as three years can ever prove, and they do so only if each is better than the one before. So a
//! judgement on three years is never more than weak evidence. Firm is a two-sided p of at most 5 %, the one that is shown: five years without a
//! fault (2/120) have it, four (2/24 = 0.083) and five with one neighbouring pair exchanged (10/120) have not. The judgement tells the
//! way, not the size: see the slope.

use super::arithmetic::{magnitude, ratio};
use super::direction::Direction;
use super::kendall::MannKendall;
use super::series::Series;
use super::theil_sen::{Line, theil_sen};
use super::tolerance::{FLAT_WITHIN, STILL_WITHIN, TIED_WITHIN, at_most, yardstick_of};

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
    /// Two-sided p at most 5 %.
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

impl Trend {
    /// Whether the years are too few for a firm judgement in any order: four or less.
    pub fn few_years(&self) -> bool {
        self.kendall.is_some_and(|test| test.n < 5)
    }
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
    let judged = turned.map(|test| judge(&test, series, direction));
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

fn judge(test: &MannKendall, series: &Series, direction: Direction) -> (Judgement, Evidence) {
    let size = yardstick_of(series);
    let merits = series.map(|_, value| Some(direction.merit(value)));
    let span = merits.span();
    if at_most(span, STILL_WITHIN * size) {
        return (Judgement::Flat, Evidence::None);
    }
    // Whole numbers of orders: no rounding decides. Half of a two-sided 5 % on each side.
    let reaches = |orders: u64| {
        if orders <= test.orders / 40 {
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
    let little = at_most(span, FLAT_WITHIN * size);
    let moved = test.n == 3 && (series.counts_few() || !at_most(span, TIED_WITHIN * size));
    // The best in the last year has been reached, the best in the first has been lost: 3, 0, 0, 0 accidents and 0, 0, 0, 3.
    let best_in = |year: Option<&(i32, f64)>| year.is_some_and(|(_, value)| is_the_best(*value, series, direction));
    if test.falling == 0 && test.rising > 0 && (moved || best_in(series.known().last())) {
        return (Judgement::Improving, Evidence::Weak);
    }
    if test.rising == 0 && test.falling > 0 && (moved || best_in(series.known().first())) {
        return (Judgement::Worsening, Evidence::Weak);
    }
    let tied = test.n == 3 && test.tied > 0 && (test.rising == 0 || test.falling == 0);
    let still = test.tied >= test.rising + test.falling || tied || little || (series.is_counting() && at_most(span, 1.0));
    (if still { Judgement::Flat } else { Judgement::Mixed }, Evidence::None)
}

/// Whether a value is the best there is: the ceiling of what should be high, zero of what should be low, or of what only fell short.
/// Asked where no year goes the other way, so that all others lie on the worse side.
fn is_the_best(value: f64, series: &Series, direction: Direction) -> bool {
    match direction {
        Direction::HigherIsBetter => Some(value) == series.ceiling() || value == 0.0,
        Direction::LowerIsBetter => value == 0.0,
        Direction::Range { .. } => false,
    }
}
