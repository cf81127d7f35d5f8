//! What must hold between figures, year by year.
//!
//! How far figures may differ is our own choice, wide enough for rounding: a ratio by 1 % of what it should be, a growth
//! in per cent by half a point, a sum by 0.1 % of its limit, and *at most* not at all.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::values::Values;
use crate::assessment::FigureSlot;
use crate::criteria::{IdentityRule, Operand, Pack};
use crate::indicators::Series;
use crate::indicators::arithmetic::ratio;

/// The identities that do not hold, each with the first thing it names as the subject.
pub(super) fn broken(pack: &Pack, values: &Values) -> Vec<FigureFinding> {
    let mut found = Vec::new();
    for (at, identity) in pack.structure().identities.iter().enumerate() {
        let subject = identity.rule.operands().first().and_then(|(_, id)| pack.operand(id));
        let Some(subject) = subject.map(subject_of) else { continue };
        let series = |id: &str| pack.operand(id).map(|operand| values.of_operand(operand));
        check(&identity.rule, &series, &mut |year, value, expected| {
            found.push(FigureFinding {
                subject,
                year: Some(year),
                doubt: FigureDoubt::BrokenIdentity { identity: at, value, expected },
            });
        });
    }
    found
}

fn subject_of(operand: Operand) -> Subject {
    match operand {
        Operand::Input(slot) => Subject::Input(slot),
        Operand::Indicator(slot) => Subject::Indicator(FigureSlot::Catalogue(slot)),
    }
}

/// Tells each year in which a rule does not hold, with what stands there and what should or could.
fn check<'a>(rule: &IdentityRule, series: &dyn Fn(&str) -> Option<&'a Series>, tell: &mut dyn FnMut(i32, f64, f64)) -> Option<()> {
    match rule {
        IdentityRule::AtMost { left, right } => {
            let right = series(right)?;
            for &(year, value) in series(left)?.known() {
                if let Some(most) = right.at(year)
                    && value > most + 1e-9 * most.abs().max(value.abs())
                {
                    tell(year, value, most);
                }
            }
        }
        IdentityRule::SumAtMost { of, limit } => {
            let all: Option<Vec<&Series>> = of.iter().map(|id| series(id)).collect();
            let all = all?;
            for &(year, _) in all.first()?.known() {
                let sum: Option<f64> = all.iter().map(|series| series.at(year)).sum();
                if let Some(sum) = sum
                    && sum > limit + 1e-3 * limit.abs()
                {
                    tell(year, sum, *limit);
                }
            }
        }
        IdentityRule::GrowthOf { growth: moved, series: of } | IdentityRule::FallOf { fall: moved, series: of } => {
            let sign = if matches!(rule, IdentityRule::FallOf { .. }) { -100.0 } else { 100.0 };
            let of = series(of)?;
            for &(year, value) in series(moved)?.known() {
                if let (Some(now), Some(before)) = (of.at(year), of.at(year - 1))
                    && let Some(change) = ratio(now - before, before.abs())
                    && (value - sign * change).abs() > 0.5
                {
                    tell(year, value, sign * change);
                }
            }
        }
        IdentityRule::Ratio { result, top, bottom, per } => {
            let (top, bottom) = (series(top)?, series(bottom)?);
            for &(year, value) in series(result)?.known() {
                if let (Some(top), Some(bottom)) = (top.at(year), bottom.at(year))
                    && let Some(quotient) = ratio(top, bottom)
                {
                    let expected = quotient * f64::from(*per);
                    if (value - expected).abs() > 0.01 * expected.abs() {
                        tell(year, value, expected);
                    }
                }
            }
        }
    }
    Some(())
}
