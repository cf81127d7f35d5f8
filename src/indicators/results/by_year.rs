//! What is found of single years beside the others, and of years that are all the same.
//!
//! - **Another unit, sudden step**: the steps the statistics find, or, where they find none, the years that stand out. A slip of unit is told
//!   as that, and the step after a year that was told, which often leads back, is not told again. A step from the first year to all others
//!   is the first year's. Growth is not judged (12.6, 1.3, 14.9 % can be), nor a year that a formula confirms from what is entered, nor one in
//!   which an input of the formula was told.
//! - **One year off**: a lone sign, exchanged digits, a reference or another indicator's value in its place; `off_line.rs`.
//! - **Identical years**: at least three values, all the same to the last digit, of an indicator that is shown with decimals, was typed with
//!   as many, and does not stand at the end of what is possible. Three times 100 % can be; three times 97.43 % was copied. Of an
//!   indicator without decimals they are told where they are the target's: three times 52 with a target of 52.

use super::context::{Bounds, Context};
use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::off_line::{Beside, one_year_off};
use super::reading::IndicatorReading;
use super::{inputs, references};
use crate::assessment::{FigureRecord, FigureSlot, Goal};
use crate::indicators::typed::decimals_of;

/// Pairs of indicators of which one year fits the line of the other, and not its own.
pub(super) fn exchanged_years(context: &Context<'_>, indicators: &[&IndicatorReading]) -> Vec<FigureFinding> {
    let mut off = Vec::new();
    for reading in indicators.iter().filter(|reading| !reading.series.counts_few()) {
        for &(year, value) in reading.series.known() {
            let beside = Beside::of(&reading.series, year).filter(|beside| beside.is_far_off() && !context.is_settled(reading, year));
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

/// What is found in the values of one indicator, by themselves; `is_told` of years that something else was said of, which leaves no more than
/// a slip of unit to tell.
pub(super) fn check(
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
        let one_off = one_year_off(&reading.series);
        let mut before_was_told = false;
        for &(year, value) in known {
            if context.is_settled(reading, year) {
                before_was_told = false;
                continue;
            }
            let slip = statistics.unit_slips.iter().find(|slip| slip.year == year);
            let copied = || {
                let beside = Beside::of(&reading.series, year).filter(Beside::is_off)?;
                references::same_as(reading, record, &beside, (year, value))
            };
            let doubt = if let Some(slip) = slip {
                let (power, corrected) = (slip.power, slip.corrected);
                Some(FigureDoubt::UnitSlip { power, corrected })
            } else if is_told(year) {
                None
            } else if bounds.excludes(value) {
                sudden.contains(&year).then_some(FigureDoubt::SuddenStep { value })
            } else if let Some((_, doubt)) = one_off.as_ref().filter(|(of, _)| *of == year) {
                Some(doubt.clone())
            } else if let Some(reference) = copied() {
                Some(FigureDoubt::CopiedReference { value, reference })
            } else {
                (!before_was_told && sudden.contains(&year)).then_some(FigureDoubt::SuddenStep { value })
            };
            before_was_told = doubt.is_some() || is_told(year);
            if let Some(doubt) = doubt {
                add(Some(year), doubt);
            }
        }
    }
    if let [(_, first), _, _, ..] = known {
        let at_end = bounds.low == Some(*first) || bounds.high == Some(*first) || *first == 0.0 || *first == 100.0;
        let in_full = decimals_of(reading.series.values().into_iter()) >= i32::from(bounds.decimals);
        let settled = known.iter().all(|(year, _)| context.is_settled(reading, *year));
        let is_target = record.target == Some(Goal::Value(*first)) && references::has_digits(*first);
        if in_full && (bounds.decimals > 0 || is_target) && !at_end && !settled && known.iter().all(|(_, value)| value == first) {
            let (value, years) = (*first, known.len());
            add(None, FigureDoubt::IdenticalYears { value, years });
        }
    }
}
