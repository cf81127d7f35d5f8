//! Everything the figures of one indicator say, at once.

use super::change::{Change, since_first, since_previous};
use super::comparison::{Comparison, compare};
use super::direction::Direction;
use super::level::{Level, Target, against, against_target};
use super::outlier::{Outlier, outlying_years, sudden_steps};
use super::placement::{Placement, RankFault, placement};
use super::series::Series;
use super::steadiness::{coefficient_of_variation, relative_residual_spread};
use super::trend::{Trend, trend};
use super::unit_slip::{UnitSlip, unit_slips};

/// The figures of one indicator.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    pub series: &'a Series,
    pub direction: Direction,
    pub target: Option<Target>,
    pub benchmark: Option<&'a Series>,
    /// Rank and of how many.
    pub rank: Option<(u32, u32)>,
}

/// What they say. Nothing here is kept: it follows from the figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    /// The last value against the target.
    pub target: Option<Level>,
    /// The value against the benchmark, in the last year that has both.
    pub benchmark: Option<Level>,
    pub since_previous: Option<Change>,
    pub since_first: Option<Change>,
    pub trend: Trend,
    pub variation: Option<f64>,
    pub residual_spread: Option<f64>,
    pub comparison: Option<Comparison>,
    pub placement: Option<Result<Placement, RankFault>>,
    pub unit_slips: Vec<UnitSlip>,
    pub outlying_years: Vec<Outlier>,
    pub sudden_steps: Vec<Outlier>,
}

/// Computes all statistics of one indicator.
pub fn statistics(figures: &Figures<'_>) -> Statistics {
    let Figures { series, direction, .. } = *figures;
    let latest = series.latest().map(|(_, value)| value);
    let beside = |benchmark: &Series| {
        let both = |&(year, value): &(i32, f64)| Some((value, benchmark.at(year)?));
        series.known().iter().rev().find_map(both)
    };
    Statistics {
        target: latest.zip(figures.target).map(|(value, target)| against_target(value, target, direction)),
        benchmark: figures
            .benchmark
            .and_then(beside)
            .map(|(value, reference)| against(value, reference, direction)),
        since_previous: since_previous(series, direction),
        since_first: since_first(series, direction),
        trend: trend(series, direction),
        variation: coefficient_of_variation(series),
        residual_spread: relative_residual_spread(series),
        comparison: figures.benchmark.and_then(|benchmark| compare(series, benchmark, direction)),
        placement: figures.rank.map(|(rank, field)| placement(rank, field)),
        unit_slips: unit_slips(series),
        outlying_years: outlying_years(series),
        sudden_steps: sudden_steps(series),
    }
}
