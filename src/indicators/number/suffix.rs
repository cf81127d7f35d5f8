//! What stands behind the figure: per-cent signs, Chinese multipliers, the unit.

use super::Refusal;

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
    fn power(self) -> i32 {
        match self {
            Share::Percent => -2,
            Share::Permille => -3,
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

/// Reads a suffix beside the names of the indicator's unit; both are narrow and trimmed.
pub(super) fn suffix(text: &str, units: &[String]) -> Result<Suffix, Refusal> {
    let share = Share::read(text);
    let plain = Suffix { share, ..Suffix::default() };
    if text.is_empty() {
        return Ok(plain);
    }
    if units.iter().any(|unit| unit == text) {
        return Ok(Suffix { unit: true, ..plain });
    }
    if let Some(share) = share {
        let own = units.iter().find_map(|unit| Share::read(unit)).ok_or(Refusal::NotAShare)?;
        let power = share.power() - own.power();
        return Ok(Suffix { power, ..plain });
    }
    let (power, name) = split(text);
    let multiplier = power > 0;
    if name.is_empty() {
        let power = bare(power, units)?;
        return Ok(Suffix { power, multiplier, ..plain });
    }
    if text.contains(|mark: char| mark.is_ascii_digit()) {
        return Err(Refusal::NotANumber);
    }
    let same = units.iter().map(|unit| split(unit)).find(|&(_, own)| own == name);
    let (own, _) = same.ok_or(Refusal::OtherUnit)?;
    Ok(Suffix {
        power: power - own,
        multiplier,
        unit: true,
        ..plain
    })
}

/// A multiplier without a unit. 3亿 where the unit is 万元 can only be 3亿元, but 1.2万 may be 1.2 万元 or 12,000 of them.
fn bare(power: i32, units: &[String]) -> Result<i32, Refusal> {
    let own = units.iter().map(|unit| split(unit).0).max().unwrap_or_default();
    // A unit such as `10,000 yuan` has a multiplier that is not read, and a share is not counted in thousands.
    let unclear = |unit: &String| unit.contains(|mark: char| mark.is_ascii_digit()) || Share::read(unit).is_some();
    if power <= own || (own == 0 && units.iter().any(unclear)) {
        return Err(Refusal::AmbiguousMultiplier);
    }
    Ok(power - own)
}

/// The power of ten of the multipliers a name begins with, and the rest: 万元 is 4 and 元, 百万 6 and nothing.
fn split(name: &str) -> (i32, &str) {
    let mut rest = name;
    let mut power = 0;
    while let Some((more, behind)) = rest.chars().next().and_then(|mark| Some((ten_to(mark)?, rest.strip_prefix(mark)?))) {
        power += more;
        rest = behind;
    }
    (power, rest.trim_start())
}

fn ten_to(mark: char) -> Option<i32> {
    match mark {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}
