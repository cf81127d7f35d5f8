//! Own values beside their target and benchmark: another unit in all years, a share for a percentage, a reference in the place of a value,
//! two rows exchanged. Three years say nothing of this by themselves.
//!
//! The widths are ours. Who reports an indicator names a target he may reach and a benchmark he can be compared with, so both lie within a
//! factor of five of his values; a wrong unit is out by ten at least. What may be shares of one, `share_of_one.rs` knows.

use super::context::Bounds;
use super::finding::{FigureDoubt, FigureFinding, Reference, Subject};
use super::off_line::Beside;
use super::reading::IndicatorReading;
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Goal};
use crate::indicators::arithmetic::{ln, median, ratio};
use crate::indicators::share_of_one::{FAR, apart, may_be_shares};
use crate::indicators::typed::decimals;
use crate::indicators::{Direction, Series};

/// Rows are exchanged only where their values are out by at least an eighth of every reference, the target among them …
const OUT: f64 = 1.12;
/// … and would be out by at most a seventh of that beside every one of the other's. A benchmark alone may lie far away.
const FITS: f64 = 0.15;

/// What values are measured by: the target, and the usual benchmark of the years that have both.
fn references(reading: &IndicatorReading, record: &FigureRecord) -> Vec<(Reference, f64)> {
    let usual = usual(&reading.series);
    let target = record.target.and_then(|goal| match goal {
        Goal::Value(value) => Some(value),
        Goal::Within { low, high } => usual.map(|usual| usual.clamp(low, high)),
    });
    let both = reading.benchmark.map(|year, value| reading.series.at(year).map(|_| value));
    let beside = if both.known().is_empty() {
        self::usual(&reading.benchmark)
    } else {
        self::usual(&both)
    };
    let all = [
        target.map(|value| (Reference::Target, value)),
        beside.map(|value| (Reference::Benchmark, value)),
    ];
    all.into_iter().flatten().filter(|(_, value)| *value != 0.0).collect()
}

/// At least two digits that say something: 10 and 0.7 have, 7 and 0 have not.
pub(super) fn has_digits(value: f64) -> bool {
    value.abs() >= 10.0 || decimals(value) > 0
}

fn usual(series: &Series) -> Option<f64> {
    median(&series.values())
}

/// All years out by at least five times against every reference there is, and the same way; few counted things excepted.
///
/// A revenue of 483,000,000 beside a target of 50,000 is 9,660 times it: yuan instead of 万元.
pub(super) fn far(reading: &IndicatorReading, record: &FigureRecord) -> Option<FigureDoubt> {
    let usual = usual(&reading.series)?;
    let all = references(reading, record);
    let (reference, against) = *all.first()?;
    if reading.series.counts_few() && against.abs() < 10.0 {
        return None;
    }
    let times = ratio(usual, against)?;
    let far = |&(_, against): &(Reference, f64)| {
        let of = ratio(usual, against).unwrap_or(1.0);
        if times > 1.0 {
            of >= FAR
        } else {
            (0.0..=1.0 / FAR).contains(&of) && of > 0.0
        }
    };
    all.iter().all(far).then_some(FigureDoubt::FarFromReference { reference, against, times })
}

/// A percentage that should be high, two years at least and none above 1: typed as a share of one.
///
/// 0.981, 0.986, 0.989 of an indicator in per cent is 98.9.
pub(super) fn share_for_percent(reading: &IndicatorReading, record: &FigureRecord, bounds: &Bounds) -> Option<FigureDoubt> {
    let high = bounds
        .high
        .filter(|high| *high == 100.0 && reading.direction == Some(Direction::HigherIsBetter))?;
    let values = reading.series.values();
    let against: Vec<f64> = references(reading, record).into_iter().map(|(_, against)| against).collect();
    let corrected = values.last().map(|value| value * high)?;
    (values.len() >= 2 && may_be_shares(&values, &against, bounds.decimals)).then_some(FigureDoubt::ShareForPercent { corrected })
}

/// Every year that has a benchmark, at least two, the same as it to the last digit, off the ends of what is possible and with two digits at
/// least, so that it is no chance.
pub(super) fn copied_benchmark(reading: &IndicatorReading, bounds: &Bounds) -> Option<FigureDoubt> {
    let benchmark = reading.benchmark.known();
    let same = |&(year, value): &(i32, f64)| {
        reading.series.at(year) == Some(value) && has_digits(value) && value != 100.0 && Some(value) != bounds.low && Some(value) != bounds.high
    };
    let years = benchmark.len();
    (years >= 2 && benchmark.iter().all(same)).then_some(FigureDoubt::CopiedBenchmark { years })
}

/// The reference a value that is off is the same as, where that is no chance: not of few counted things, and with two digits at least. A target
/// may have been reached exactly, so it must be far off, or the same in three digits at least.
pub(super) fn same_as(reading: &IndicatorReading, record: &FigureRecord, beside: &Beside, (year, value): (i32, f64)) -> Option<Reference> {
    if reading.series.is_counting() && reading.series.known().iter().all(|(_, value)| value.abs() < 100.0) || !has_digits(value) {
        return None;
    }
    if reading.benchmark.at(year) == Some(value) {
        return Some(Reference::Benchmark);
    }
    let digits = value.to_string().chars().filter(char::is_ascii_digit).count();
    (record.target == Some(Goal::Value(value)) && (beside.is_far_off() || digits >= 3)).then_some(Reference::Target)
}

/// Pairs of rows whose values fit each other's references and not their own.
///
/// On-time handling of 84.2 with a target of 98 and loyalty of 97.0 with one of 84: each is out by a seventh, and would fit to a hundredth
/// beside the other's.
pub(super) fn exchanged_rows(book: &FigureBook, indicators: &[&IndicatorReading]) -> Vec<FigureFinding> {
    struct Row {
        slot: FigureSlot,
        usual: f64,
        against: Vec<f64>,
    }
    let rows = indicators.iter().filter_map(|reading| {
        let (usual, record) = (usual(&reading.series)?, book.record(reading.slot)?);
        let all = references(reading, record);
        let with_target = all.iter().any(|(reference, _)| *reference == Reference::Target);
        let against: Vec<f64> = all.into_iter().map(|(_, against)| against).collect();
        let (nearest, _) = out(usual, &against).filter(|_| with_target)?;
        (nearest >= ln(OUT)?).then_some(Row {
            slot: reading.slot,
            usual,
            against,
        })
    });
    let rows: Vec<Row> = rows.collect();
    let fits = |one: &Row, other: &Row| {
        let own = out(one.usual, &one.against).map_or(0.0, |(nearest, _)| nearest);
        out(other.usual, &one.against).is_some_and(|(_, farthest)| farthest <= FITS * own)
    };
    // Told of both, so that neither order of rows nor the page one stands on matters.
    let told = rows.iter().filter_map(|one| {
        let other = rows.iter().find(|other| other.slot != one.slot && fits(one, other) && fits(other, one))?;
        let (subject, doubt) = (Subject::Indicator(one.slot), FigureDoubt::ExchangedRows { other: other.slot });
        Some(FigureFinding { subject, year: None, doubt })
    });
    told.collect()
}

/// How far a size is from the nearest and from the farthest of its references, as logarithms of factors.
fn out(usual: f64, against: &[f64]) -> Option<(f64, f64)> {
    let each: Option<Vec<f64>> = against.iter().map(|against| ln(apart(usual, *against)?)).collect();
    let ends = |(near, far): (f64, f64), of: f64| (near.min(of), far.max(of));
    each.filter(|each| !each.is_empty())
        .map(|each| each.into_iter().fold((f64::INFINITY, 0.0), ends))
}
