//! How the indicator stands beside its benchmark, year by year, and whether a gap closes.

use super::direction::Direction;
use super::series::Series;
use super::theil_sen::theil_sen;
use super::tolerance::{LEVEL_WITH, at_most, yardstick, yardstick_of};

/// Where a value stands beside the benchmark of the same year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Behind,
    /// Apart by at most 1 % of the benchmark, and near a ceiling by at most a tenth of what is left to it.
    Level,
    Leads,
}

/// Which way the gap goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// It turns in the indicator's favour: a shortfall closes, or a lead grows.
    Gaining,
    /// It turns against it.
    Losing,
    /// Over all years the gap's line moves by at most as much as counts as level.
    Holding,
    /// Fewer than three years have both values.
    TooShort,
}

/// An indicator beside its benchmark. Only years that have both values count.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The gaps by year, in the unit: above zero is better than the benchmark.
    pub gaps: Vec<(i32, f64)>,
    /// In the first such year.
    pub first: Standing,
    /// In the last such year.
    pub latest: Standing,
    pub course: Course,
    /// Theil-Sen slope of the gaps, in the unit per year: above zero is in the indicator's favour; none with fewer than two.
    pub slope: Option<f64>,
}

impl Comparison {
    /// Whether a shortfall is closing or has been closed: behind in the first year, and gaining since.
    pub fn closes(&self) -> bool {
        self.first == Standing::Behind && self.course == Course::Gaining
    }

    /// The last year that has both, which the standing is of; it may lie before the last year with a value.
    pub fn year(&self) -> i32 {
        self.gaps.last().map_or(0, |(year, _)| *year)
    }
}

/// Where a value stands. Higher is better: 91.3 leads 89.5, 99.1 is level with 99.5 (0.4 %), 13.6 is behind 18.2.
pub fn standing(value: f64, benchmark: f64, direction: Direction) -> Standing {
    standing_below(None, value, benchmark, direction)
}

/// The same where there is a most that is possible: of 98.9 % beside 99.8 % what is left is 1.1 beside 0.2, and 0.9 apart is more than a
/// tenth of the larger; so it is behind. 98.9 beside 99.0 is level.
pub(super) fn standing_below(ceiling: Option<f64>, value: f64, benchmark: f64, direction: Direction) -> Standing {
    let gap = direction.advantage(value, benchmark);
    let left = ceiling.map(|ceiling| ceiling - value.min(benchmark));
    if at_most(gap.abs(), LEVEL_WITH * yardstick(benchmark.abs(), left)) {
        Standing::Level
    } else if gap > 0.0 {
        Standing::Leads
    } else {
        Standing::Behind
    }
}

/// Compares year by year; none where no year has both values.
///
/// Own 80, 84, 88 beside 90, 91, 92: gaps −10, −7, −4, slope +3 a year: behind, and the gap closes.
pub fn compare(own: &Series, benchmark: &Series, direction: Direction) -> Option<Comparison> {
    let apart = own.map(|year, value| Some(direction.advantage(value, benchmark.at(year)?)));
    let stands = |(year, _): (i32, f64)| Some(standing_below(own.ceiling(), own.at(year)?, benchmark.at(year)?, direction));
    let (start, latest) = (apart.start()?, apart.latest()?);
    let gaps = apart.known().to_vec();
    let slope = theil_sen(&apart).map(|line| line.slope);
    let beside = apart.map(|year, _| benchmark.at(year));
    let course = match slope {
        Some(slope) if gaps.len() >= 3 => {
            let moved = slope * f64::from(latest.0 - start.0);
            if at_most(moved.abs(), LEVEL_WITH * yardstick_of(&beside)) {
                Course::Holding
            } else if moved > 0.0 {
                Course::Gaining
            } else {
                Course::Losing
            }
        }
        _ => Course::TooShort,
    };
    Some(Comparison {
        first: stands(start)?,
        latest: stands(latest)?,
        gaps,
        course,
        slope,
    })
}
