//! What stands behind the figure, or was stated for it elsewhere: per-cent signs, multipliers, the unit.

use super::Refusal;
use super::unit::Measure;

/// A sign of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// `%`
    Percent,
    /// `‰`
    Permille,
}

impl Share {
    fn read(text: &str) -> Option<Share> {
        match text {
            "%" => Some(Share::Percent),
            "‰" => Some(Share::Permille),
            _ => None,
        }
    }
}

/// What a suffix does to the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Suffix {
    /// The power of ten from the figure as written to the indicator's unit.
    pub(super) power: i32,
    pub(super) share: Option<Share>,
    pub(super) multiplier: bool,
    pub(super) unit: bool,
}

/// Reads a suffix beside the names of the indicator's unit; all are narrow and trimmed. `stated` tells that the unit was stated for the
/// figure and does not stand behind it: `万` is then a unit, 万元 or 万人, and not a part of the figure.
pub(super) fn suffix(text: &str, units: &[String], stated: bool) -> Result<Suffix, Refusal> {
    let share = Share::read(text);
    let plain = Suffix { share, ..Suffix::default() };
    if text.is_empty() {
        return Ok(plain);
    }
    if units.iter().any(|unit| unit.eq_ignore_ascii_case(text)) {
        return Ok(Suffix { unit: true, ..plain });
    }
    if text.contains(|mark: char| mark.is_ascii_digit()) && Measure::read(text).is_none() {
        // A unit that was stated and is not known is another one.
        return Err(if stated { Refusal::OtherUnit } else { Refusal::NotANumber });
    }
    // `96:100`, `96.3（100）`: a second number is no multiplier of the first.
    if !stated && text.contains(|mark: char| mark.is_ascii_digit()) && !text.contains(char::is_alphabetic) {
        return Err(Refusal::NotANumber);
    }
    let found = Measure::any(text);
    let own: Vec<Measure> = units.iter().filter(|unit| !unit.is_empty()).map(|unit| Measure::any(unit)).collect();
    let multiplier = found.power > 0;
    if found.base.is_empty() {
        let power = bare(found.power, &own, stated)?;
        return Ok(Suffix { power, multiplier, ..plain });
    }
    if found.is_currency() {
        return if own.iter().any(|own| own.base == "元" && own.power == 0) {
            Ok(Suffix { unit: true, ..plain })
        } else if own.iter().any(|own| own.base == "元") {
            Err(Refusal::Currency)
        } else {
            Err(Refusal::OtherUnit)
        };
    }
    match own.iter().find(|own| own.is_of(&found)) {
        Some(own) => Ok(Suffix {
            power: found.power - own.power,
            multiplier,
            unit: share.is_none(),
            ..plain
        }),
        None if found.is_share() => Err(Refusal::NotAShare),
        // `91¹`, `91*`: the mark of a note.
        None if !text.contains(char::is_alphabetic) => Err(Refusal::NotANumber),
        None => Err(Refusal::OtherUnit),
    }
}

/// A multiplier without a unit. 3亿 where the unit is 万元 can only be 3亿元, but 1.2万 may be 1.2 万元 or 12,000 of them. Where it was
/// stated as the unit, it is one of the indicator's base.
fn bare(power: i32, own: &[Measure], stated: bool) -> Result<i32, Refusal> {
    let of = own.iter().map(|own| own.power).max().unwrap_or_default();
    if own.iter().any(Measure::is_share) || (!stated && power <= of) || (stated && own.is_empty()) {
        return Err(Refusal::AmbiguousMultiplier);
    }
    Ok(power - of)
}
