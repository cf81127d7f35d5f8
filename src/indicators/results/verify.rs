//! Verification: what an examiner would catch in the figures of one indicator.
//!
//! These rules are the kit's own, because no published ones exist:
//!
//! - **Identical years**: at least three values, all the same to the last digit, of an indicator that is shown with decimals
//!   and does not stand at the end of what is possible. Three times 100 % can be; three times 97.43 % was copied.
//! - **Single origin**: whoever is said to be ahead of others (better than the benchmark in the last common year, or placed in the
//!   first quarter of the field) needs a second origin beside the enterprise's own word.
//! - **Sudden step**: the steps the statistics find, or, where they find none, the years that stand out. A slip of unit is told as that,
//!   and the step after a year that was told, which often leads back, is not told again.
//! - **Formula**: a typed value that is not what its formula gives; `recomputed.rs` tells how far it may be off.
//! - **Missing year**: between the first and the last year that count, where there is any value, and no reason is given.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::reading::IndicatorReading;
use super::values::Values;
use super::{identities, recomputed};
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Origin, Origins, Yearly};
use crate::criteria::Pack;
use crate::indicators::Series;

/// What is possible at all, and how many digits are shown.
struct Bounds {
    low: Option<f64>,
    high: Option<f64>,
    decimals: u8,
}

pub(super) fn all(pack: &Pack, book: &FigureBook, values: &Values, indicators: &[IndicatorReading]) -> Vec<FigureFinding> {
    let mut found = Vec::new();
    let mut broken = identities::broken(pack, values);
    // What an identity tells of a year is not told again by the formula.
    let told: Vec<(Subject, Option<i32>)> = broken.iter().map(|finding| (finding.subject, finding.year)).collect();
    let recomputed = recomputed::mismatches(pack, book, values).into_iter();
    broken.extend(recomputed.filter(|finding| !told.contains(&(finding.subject, finding.year))));
    for reading in indicators {
        let subject = Subject::Indicator(reading.slot);
        if let Some(record) = book.record(reading.slot) {
            check(reading, record, &bounds(pack, book, reading.slot), values, &mut |year, doubt| {
                found.push(FigureFinding { subject, year, doubt });
            });
        }
        let (of_this, others) = broken.into_iter().partition(|finding| finding.subject == subject);
        let mut of_this: Vec<FigureFinding> = of_this;
        found.append(&mut of_this);
        broken = others;
    }
    found.append(&mut broken);
    found
}

fn bounds(pack: &Pack, book: &FigureBook, slot: FigureSlot) -> Bounds {
    match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = pack.indicator(slot);
            Bounds {
                low: indicator.low,
                high: indicator.high,
                decimals: indicator.decimals,
            }
        }
        FigureSlot::Own(at) => Bounds {
            low: book.own[at].low,
            high: book.own[at].high,
            decimals: book.own[at].decimals,
        },
    }
}

fn check(reading: &IndicatorReading, record: &FigureRecord, bounds: &Bounds, values: &Values, add: &mut dyn FnMut(Option<i32>, FigureDoubt)) {
    let known = reading.series.known();
    for &(year, value) in known {
        if bounds.excludes(value) {
            add(Some(year), bounds.impossible(value));
        }
    }
    // What no series holds is told here, in the years that count.
    for (year, value) in beyond_all_bounds(&record.values, values.years).filter(|_| !record.computed) {
        add(Some(year), bounds.impossible(value));
    }
    if let Some((place, of)) = record.rank
        && (place == 0 || place > of)
    {
        add(None, FigureDoubt::ImpossibleRank { place, of });
    }
    if !record.benchmark.values.is_empty() && (record.benchmark.whose.is_none() || record.benchmark.name.trim().is_empty()) {
        add(None, FigureDoubt::UnnamedBenchmark);
    }
    if record.origins.count() > 0 && record.evidence.trim().is_empty() {
        add(None, FigureDoubt::OriginWithoutEvidence);
    }
    if known.is_empty() {
        return;
    }
    check_years(reading, record, values, add);
    check_values(reading, bounds, add);
    if reading.leads() == Some(true) && record.origins == Origins::from_iter([Origin::Enterprise]) {
        add(None, FigureDoubt::SingleOrigin);
    }
}

fn check_years(reading: &IndicatorReading, record: &FigureRecord, values: &Values, add: &mut dyn FnMut(Option<i32>, FigureDoubt)) {
    let known = reading.series.known();
    if known.len() < 3 {
        add(None, FigureDoubt::TooShort { values: known.len() });
    }
    let Some((first, last)) = values.years else { return };
    for year in first..=last {
        let reason = record.gaps.at(year).is_some_and(|reason| !reason.trim().is_empty());
        if reading.series.at(year).is_none() && !reason && record.values.at(year).is_none_or(|value| value.abs() <= Series::LIMIT) {
            add(Some(year), FigureDoubt::MissingYear);
        }
    }
}

fn check_values(reading: &IndicatorReading, bounds: &Bounds, add: &mut dyn FnMut(Option<i32>, FigureDoubt)) {
    let Some(statistics) = &reading.statistics else { return };
    let known = reading.series.known();
    let mut slips = Vec::new();
    for slip in &statistics.unit_slips {
        slips.push(slip.year);
        let (power, corrected) = (slip.power, slip.corrected);
        add(Some(slip.year), FigureDoubt::UnitSlip { power, corrected });
    }
    let steps = if statistics.sudden_steps.is_empty() {
        &statistics.outlying_years
    } else {
        &statistics.sudden_steps
    };
    let mut before_was_told = false;
    for &(year, value) in known {
        let is_slip = slips.contains(&year);
        let is_sudden = !is_slip && !before_was_told && steps.iter().any(|step| step.year == year);
        if is_sudden {
            add(Some(year), FigureDoubt::SuddenStep { value });
        }
        before_was_told = is_slip || is_sudden;
    }
    if let [(_, first), _, _, ..] = known {
        let at_end = bounds.low == Some(*first) || bounds.high == Some(*first) || *first == 0.0;
        if bounds.decimals > 0 && !at_end && known.iter().all(|(_, value)| value == first) {
            let (value, years) = (*first, known.len());
            add(None, FigureDoubt::IdenticalYears { value, years });
        }
    }
}

fn beyond_all_bounds(values: &Yearly<f64>, years: Option<(i32, i32)>) -> impl Iterator<Item = (i32, f64)> {
    let within = move |year: i32| years.is_some_and(|(first, last)| (first..=last).contains(&year));
    let all = values.iter().map(|(year, value)| (year, *value));
    all.filter(move |(year, value)| within(*year) && value.abs() > Series::LIMIT)
}

impl Bounds {
    /// Outside of what is possible, by more than rounding.
    fn excludes(&self, value: f64) -> bool {
        let room = 1e-9 * value.abs();
        self.low.is_some_and(|low| value < low - room) || self.high.is_some_and(|high| value > high + room)
    }
    fn impossible(&self, value: f64) -> FigureDoubt {
        FigureDoubt::ImpossibleValue {
            value,
            low: self.low,
            high: self.high,
        }
    }
}
