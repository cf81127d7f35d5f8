//! What inputs do not fit: by their own years, by what they are a part of, and by the profile.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::off_line::one_year_off;
use super::values::{Values, is_computed};
use crate::assessment::{Assessment, Quantity};
use crate::criteria::{Formula, InputSlot, Operand, Pack};
use crate::indicators::typed::decimals;
use crate::indicators::{Series, unit_slips};

/// The quantities of the profile with the id under which formulas name the same one: a pack whose inputs have it means the same by it, in
/// persons and in 10,000 yuan.
const PROFILE: [(&str, Quantity); 3] = [("staff", Quantity::Staff), ("revenue", Quantity::Revenue), ("assets", Quantity::Assets)];
/// The profile is of one year; no year of the figures is more than twice or less than half of it.
const UNLIKE: f64 = 2.0;

/// Input by input.
pub(super) fn all(pack: &Pack, assessment: &Assessment, values: &Values) -> Vec<FigureFinding> {
    let mut found = Vec::new();
    for (slot, _) in pack.inputs() {
        let series = values.of_operand(Operand::Input(slot));
        if series.known().is_empty() {
            continue;
        }
        let mut add = |year: Option<i32>, doubt: FigureDoubt| {
            let subject = Subject::Input(slot);
            found.push(FigureFinding { subject, year, doubt });
        };
        for (year, doubt) in by_its_years(series) {
            add(Some(year), doubt);
        }
        if let Some((year, value)) = not_whole(pack, slot, values) {
            add(Some(year), FigureDoubt::NotWhole { value });
        }
    }
    parts(pack, assessment, values, &mut found);
    profile(pack, assessment, values, &mut found);
    found
}

/// Slips of unit, and where there are none a lone sign or exchanged digits.
fn by_its_years(series: &Series) -> Vec<(i32, FigureDoubt)> {
    let slip = |slip: &crate::indicators::UnitSlip| {
        let (power, corrected) = (slip.power, slip.corrected);
        (slip.year, FigureDoubt::UnitSlip { power, corrected })
    };
    let slips: Vec<(i32, FigureDoubt)> = unit_slips(series).iter().map(slip).collect();
    if !slips.is_empty() {
        return slips;
    }
    one_year_off(series).into_iter().collect()
}

/// The first year in which something that is counted is no whole number: with two decimals or more, or below ten. An average of persons may
/// be 834.5, and 0.86 is thousands of them.
fn not_whole(pack: &Pack, slot: InputSlot, values: &Values) -> Option<(i32, f64)> {
    if !super::counted::unit_counts(pack, &pack.input(slot).unit) {
        return None;
    }
    fraction(values.of_operand(Operand::Input(slot)))
}

/// The first value that is no whole number.
pub(super) fn fraction(series: &Series) -> Option<(i32, f64)> {
    let odd = |(_, value): &&(i32, f64)| value.fract() != 0.0 && (value.abs() < 10.0 || decimals(*value) >= 2);
    series.known().iter().find(odd).copied()
}

/// Parts above their whole: wherever a share of a whole can be at most all of it. Where the share itself is computed its bound tells.
///
/// 2140 technical staff of 860.
fn parts(pack: &Pack, assessment: &Assessment, values: &Values, found: &mut Vec<FigureFinding>) {
    for (at, indicator) in pack.indicators() {
        let Some(Formula::Share { part, whole, per }) = &indicator.formula else {
            continue;
        };
        let bounded = indicator.high == Some(f64::from(*per));
        let (Some(part), Some(whole)) = (pack.input_slot(part), pack.input_slot(whole)) else {
            continue;
        };
        if !bounded || is_computed(pack, &assessment.figures, at) {
            continue;
        }
        let most = values.of_operand(Operand::Input(whole));
        for &(year, value) in values.of_operand(Operand::Input(part)).known() {
            let subject = Subject::Input(part);
            let told = |of: InputSlot| found.iter().any(|one| one.subject == Subject::Input(of) && one.year == Some(year));
            if let Some(most) = most.at(year)
                && value > most
                && !told(part)
                && !told(whole)
            {
                let doubt = FigureDoubt::PartAboveWhole { value, whole, most };
                found.push(FigureFinding {
                    subject,
                    year: Some(year),
                    doubt,
                });
            }
        }
    }
}

/// Quantities that the profile has, too. The nearest year is compared, so that growth is no doubt, and one wrong year is told as that.
///
/// Revenue of 483,000,000, 546,000,000 and 612,000,000 beside a profile of 61,200: yuan instead of 万元.
fn profile(pack: &Pack, assessment: &Assessment, values: &Values, found: &mut Vec<FigureFinding>) {
    for (id, quantity) in PROFILE {
        let Some(profile) = assessment.organisation.quantity(quantity).filter(|value| *value > 0) else {
            continue;
        };
        let profile = profile as f64;
        let is_reported = |formula: &Formula| matches!(formula, Formula::Sum { of } if of.len() == 1 && of[0] == id);
        let reported = pack.indicators().filter(|(_, indicator)| indicator.formula.as_ref().is_some_and(is_reported));
        let operands = pack.operand(id).into_iter().chain(reported.map(|(slot, _)| Operand::Indicator(slot)));
        for operand in operands {
            let apart = |value: f64| (value / profile).max(profile / value);
            let known = values.of_operand(operand).known().iter().filter(|(_, value)| *value > 0.0);
            let Some(&(_, value)) = known.min_by(|one, other| apart(one.1).total_cmp(&apart(other.1))) else {
                continue;
            };
            if apart(value) > UNLIKE {
                let subject = match operand {
                    Operand::Input(slot) => Subject::Input(slot),
                    Operand::Indicator(slot) => Subject::Indicator(crate::assessment::FigureSlot::Catalogue(slot)),
                };
                let doubt = FigureDoubt::UnlikeProfile { value, quantity, profile };
                found.push(FigureFinding { subject, year: None, doubt });
            }
            // What is reported of an input says the same again.
            break;
        }
    }
}
