//! Verification: what an examiner would catch in the figures of one indicator.
//!
//! These rules are the kit's own, because no published ones exist:
//!
//! - **Identical years**: at least three values, all the same to the last digit, of an indicator that is shown with decimals, was typed with
//!   as many, and does not stand at the end of what is possible. Three times 100 % can be; three times 97.43 % was copied.
//! - **Single origin**: whoever is said to be ahead of others (better than the benchmark in the last common year, or placed in the
//!   first quarter of the field) needs a second origin beside the enterprise's own word.
//! - **Another unit, sudden step**: the steps the statistics find, or, where they find none, the years that stand out. A slip of unit is told
//!   as that, and the step after a year that was told, which often leads back, is not told again. A step from the first year to all others
//!   is the first year's. Growth is not judged (12.6, 1.3, 14.9 % can be), nor a year that a formula confirms from what is entered, nor one in
//!   which an input of the formula was told.
//! - **One year off**: a lone sign, exchanged digits, a reference or another indicator's value in its place; `off_line.rs`.
//! - **References**: all years in another unit, or the values of another row; `references.rs`.
//! - **Inputs**: by their years, their wholes and the profile; `inputs.rs`.
//! - **Formula**: a typed value that is not what its formula gives; `recomputed.rs` tells how far it may be off.
//! - **Missing year**: between the first and the last year that count, where there is any value, and no reason is given.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::off_line::Beside;
use super::reading::IndicatorReading;
use super::references::{self, Bounds};
use super::values::Values;
use super::{counted, identities, inputs, recomputed};
use crate::assessment::{Assessment, FigureBook, FigureRecord, FigureSlot, Origin, Origins, Yearly};
use crate::criteria::{Formula, Pack};
use crate::indicators::Series;
use crate::indicators::typed::decimals_of;

/// What verification of one indicator knows of the rest.
struct Context<'a> {
    pack: &'a Pack,
    book: &'a FigureBook,
    values: &'a Values,
    /// What was found of inputs.
    inputs: &'a [FigureFinding],
    /// Typed values that no formula confirms.
    mismatched: &'a [(Subject, i32)],
}

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
    let typed: Vec<&IndicatorReading> = indicators.iter().filter(|reading| !reading.computed && !context.is_growth(reading.slot)).collect();
    broken.extend(references::exchanged_rows(book, &typed));
    broken.extend(exchanged_years(&context, &typed));
    broken.extend(of_inputs.iter().cloned());
    let mut found = Vec::new();
    for reading in indicators {
        let subject = Subject::Indicator(reading.slot);
        if let Some(record) = book.record(reading.slot) {
            let is_told = |year: i32| broken.iter().any(|one| one.subject == subject && one.year == Some(year));
            let exchanged = broken.iter().any(|one| one.subject == subject && matches!(one.doubt, FigureDoubt::ExchangedRows { .. }));
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

impl Context<'_> {
    fn formula(&self, slot: FigureSlot) -> Option<&Formula> {
        match slot {
            FigureSlot::Catalogue(slot) => self.pack.indicator(slot).formula.as_ref(),
            FigureSlot::Own(_) => None,
        }
    }

    /// Whether an indicator is a change over the year before, which may be anything: by its formula, or because −100 % is its least.
    fn is_growth(&self, slot: FigureSlot) -> bool {
        let by_formula = matches!(self.formula(slot), Some(Formula::Growth { .. } | Formula::Fall { .. }));
        by_formula || bounds(self.pack, self.book, slot).low == Some(-100.0) && bounds(self.pack, self.book, slot).high.is_none()
    }

    /// Whether an input of the formula was told in a year.
    fn rests_on_told(&self, subject: Subject, year: i32) -> bool {
        let Subject::Indicator(slot) = subject else { return false };
        let operands = self.formula(slot).map(Formula::operands).unwrap_or_default();
        operands.iter().any(|(_, id)| {
            let input = self.pack.input_slot(id).map(Subject::Input);
            input.is_some_and(|input| self.inputs.iter().any(|one| one.subject == input && one.year == Some(year)))
        })
    }

    /// Whether what stands there needs no doubt of its own: the formula gives the same, or an input of it was told.
    fn is_settled(&self, reading: &IndicatorReading, year: i32) -> bool {
        let subject = Subject::Indicator(reading.slot);
        let confirmed = !reading.computed && reading.by_formula.at(year).is_some() && !self.mismatched.contains(&(subject, year));
        confirmed || self.rests_on_told(subject, year)
    }

    /// Whether an indicator counts whole things.
    fn counts(&self, slot: FigureSlot) -> bool {
        match slot {
            FigureSlot::Catalogue(slot) => {
                let indicator = self.pack.indicator(slot);
                indicator.formula.is_none() && indicator.decimals == 0 && counted::unit_counts(self.pack, &indicator.unit)
            }
            FigureSlot::Own(at) => self.book.own.get(at).is_some_and(|own| own.decimals == 0 && counted::counts(&own.unit)),
        }
    }
}

fn bounds(pack: &Pack, book: &FigureBook, slot: FigureSlot) -> Bounds {
    let (low, high, decimals) = match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = pack.indicator(slot);
            (indicator.low, indicator.high, indicator.decimals)
        }
        FigureSlot::Own(at) => book.own.get(at).map_or((None, None, 0), |own| (own.low, own.high, own.decimals)),
    };
    Bounds { low, high, decimals }
}

/// Pairs of indicators of which one year fits the line of the other, and not its own.
fn exchanged_years(context: &Context<'_>, indicators: &[&IndicatorReading]) -> Vec<FigureFinding> {
    let mut off = Vec::new();
    for reading in indicators {
        for &(year, value) in reading.series.known() {
            let beside = Beside::of(&reading.series, year).filter(|beside| beside.is_off() && !context.is_settled(reading, year));
            off.extend(beside.map(|beside| (reading.slot, year, value, beside)));
        }
    }
    // Told of both, as rows are.
    let told = off.iter().filter_map(|(slot, year, value, beside)| {
        let fits = |(one, of, other, theirs): &&(FigureSlot, i32, f64, Beside)| {
            one != slot && of == year && beside.is_restored_by(*other) && theirs.is_restored_by(*value)
        };
        let (other, ..) = off.iter().find(fits)?;
        let doubt = FigureDoubt::ExchangedYear { value: *value, other: *other };
        Some(FigureFinding {
            subject: Subject::Indicator(*slot),
            year: Some(*year),
            doubt,
        })
    });
    told.collect()
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
    check_values(reading, record, bounds, context, is_told, add);
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

fn check_values(
    reading: &IndicatorReading,
    record: &FigureRecord,
    bounds: &Bounds,
    context: &Context<'_>,
    is_told: &dyn Fn(i32) -> bool,
    add: &mut dyn FnMut(Option<i32>, FigureDoubt),
) {
    let Some(statistics) = &reading.statistics else { return };
    let known = reading.series.known();
    if context.counts(reading.slot)
        && let Some((year, value)) = inputs::fraction(&reading.series)
    {
        add(Some(year), FigureDoubt::NotWhole { value });
    }
    if !context.is_growth(reading.slot) {
        let steps = if statistics.sudden_steps.is_empty() {
            &statistics.outlying_years
        } else {
            &statistics.sudden_steps
        };
        // A step from the first year to all others is the first year's.
        let named = |year: i32| match known {
            [(first, _), (second, _), ..] if *second == year && !statistics.sudden_steps.is_empty() => *first,
            _ => year,
        };
        let sudden: Vec<i32> = steps.iter().map(|step| named(step.year)).collect();
        let one_off = inputs::one_year_off(&reading.series);
        let mut before_was_told = false;
        for &(year, value) in known {
            if context.is_settled(reading, year) || is_told(year) {
                before_was_told = is_told(year);
                continue;
            }
            let slip = statistics.unit_slips.iter().find(|slip| slip.year == year);
            let copied = || {
                Beside::of(&reading.series, year).filter(Beside::is_off)?;
                references::same_as(reading, record, year, value)
            };
            let doubt = if let Some(slip) = slip {
                let (power, corrected) = (slip.power, slip.corrected);
                Some(FigureDoubt::UnitSlip { power, corrected })
            } else if bounds.excludes(value) {
                sudden.contains(&year).then_some(FigureDoubt::SuddenStep { value })
            } else if let Some((_, doubt)) = one_off.as_ref().filter(|(of, _)| *of == year) {
                Some(doubt.clone())
            } else if let Some(reference) = copied() {
                Some(FigureDoubt::CopiedReference { value, reference })
            } else {
                (!before_was_told && sudden.contains(&year)).then_some(FigureDoubt::SuddenStep { value })
            };
            before_was_told = doubt.is_some();
            if let Some(doubt) = doubt {
                add(Some(year), doubt);
            }
        }
    }
    if let [(_, first), _, _, ..] = known {
        let at_end = bounds.low == Some(*first) || bounds.high == Some(*first) || *first == 0.0 || *first == 100.0;
        let in_full = decimals_of(reading.series.values().into_iter()) >= i32::from(bounds.decimals);
        let settled = known.iter().all(|(year, _)| context.is_settled(reading, *year));
        if bounds.decimals > 0 && in_full && !at_end && !settled && known.iter().all(|(_, value)| value == first) {
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
