//! Verification: what an examiner would catch in the figures of one indicator.
//!
//! These rules are the kit's own, because no published ones exist:
//!
//! - **Single origin**: whoever is said to be ahead of others (better than the benchmark in the last common year, or placed in the
//!   first quarter of the field) needs a second origin beside the enterprise's own word.
//! - **Years**: another unit, a sudden step, one year off, identical years; `by_year.rs`.
//! - **References**: all years in another unit, or the values of another row; `references.rs`.
//! - **Inputs**: by their years, their wholes and the profile; `inputs.rs`.
//! - **Formula**: a typed value that is not what its formula gives; `recomputed.rs` tells how far it may be off.
//! - **Missing year**: between the first and the last year that count, where there is any value, and no reason is given.

use super::context::{Bounds, Context, bounds};
use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::reading::IndicatorReading;
use super::values::Values;
use super::{by_year, identities, inputs, recomputed, references};
use crate::assessment::{Assessment, FigureRecord, Origin, Origins, Yearly};
use crate::criteria::Pack;
use crate::indicators::Series;

/// Everything that is found: by indicator in the order of the readings, then what inputs alone do not fit.
pub(super) fn all(pack: &Pack, assessment: &Assessment, values: &Values, indicators: &[IndicatorReading]) -> Vec<FigureFinding> {
    let book = &assessment.figures;
    let of_inputs = inputs::all(pack, assessment, values);
    let identities::Broken { findings: mut broken, told } = identities::broken(pack, book, values);
    let recomputed = recomputed::mismatches(pack, book, values);
    let place = |finding: &FigureFinding| Some((finding.subject, finding.year?));
    let mismatched: Vec<(Subject, i32)> = told.iter().copied().chain(recomputed.iter().filter_map(place)).collect();
    let context = Context {
        pack,
        book,
        values,
        inputs: &of_inputs,
        mismatched: &mismatched,
    };
    // What an identity tells of a year the formula does not tell again, nor what follows from an input that was told.
    broken.extend(recomputed.into_iter().filter(|finding| {
        let Some((subject, year)) = place(finding) else { return true };
        !told.contains(&(subject, year)) && !context.rests_on_told(subject, year)
    }));
    let typed: Vec<&IndicatorReading> = indicators
        .iter()
        .filter(|reading| !reading.computed && !context.is_growth(reading.slot))
        .collect();
    broken.extend(references::exchanged_rows(book, &typed));
    broken.extend(by_year::exchanged_years(&context, &typed));
    broken.extend(of_inputs.iter().cloned());
    let mut found = Vec::new();
    for reading in indicators {
        let subject = Subject::Indicator(reading.slot);
        if let Some(record) = book.record(reading.slot) {
            let is_told = |year: i32| broken.iter().any(|one| one.subject == subject && one.year == Some(year));
            let exchanged = broken
                .iter()
                .any(|one| one.subject == subject && matches!(one.doubt, FigureDoubt::ExchangedRows { .. }));
            let mut add = |year, doubt| found.push(FigureFinding { subject, year, doubt });
            let bounds = bounds(pack, book, reading.slot);
            check(reading, record, &bounds, &context, &is_told, &mut add);
            if !reading.series.known().is_empty() && !context.is_growth(reading.slot) && !exchanged {
                check_references(reading, record, &bounds, &context, &mut add);
            }
        }
        let (of_this, others) = broken.into_iter().partition(|finding| finding.subject == subject);
        let mut of_this: Vec<FigureFinding> = of_this;
        found.append(&mut of_this);
        broken = others;
    }
    found.append(&mut broken);
    found
}

/// What target and benchmark say of all years.
fn check_references(reading: &IndicatorReading, record: &FigureRecord, bounds: &Bounds, context: &Context<'_>, add: &mut dyn FnMut(Option<i32>, FigureDoubt)) {
    if let Some(doubt) = references::share_for_percent(reading, record, bounds) {
        add(None, doubt);
    } else if !reading.series.known().iter().all(|(year, _)| context.is_settled(reading, *year))
        && let Some(doubt) = references::far(reading, record)
    {
        add(None, doubt);
    }
    if let Some(doubt) = references::copied_benchmark(reading, bounds) {
        add(None, doubt);
    }
}

fn check(
    reading: &IndicatorReading,
    record: &FigureRecord,
    bounds: &Bounds,
    context: &Context<'_>,
    is_told: &dyn Fn(i32) -> bool,
    add: &mut dyn FnMut(Option<i32>, FigureDoubt),
) {
    let known = reading.series.known();
    for &(year, value) in known {
        if bounds.excludes(value) {
            add(Some(year), bounds.impossible(value));
        }
    }
    // What no series holds is told here, in the years that count.
    for (year, value) in beyond_all_bounds(&record.values, context.values.years).filter(|_| !record.computed) {
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
    check_years(reading, record, context.values, add);
    by_year::check(reading, record, bounds, context, is_told, add);
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

fn beyond_all_bounds(values: &Yearly<f64>, years: Option<(i32, i32)>) -> impl Iterator<Item = (i32, f64)> {
    let within = move |year: i32| years.is_some_and(|(first, last)| (first..=last).contains(&year));
    let all = values.iter().map(|(year, value)| (year, *value));
    all.filter(move |(year, value)| within(*year) && value.abs() > Series::LIMIT)
}
