//! A number as people write it in Chinese and western tables, read exactly or refused with a reason. Nothing is guessed.
//!
//! Understood: `1,234.5`, `1 234.5`, `-5`, `−5`, `+5`, `(5)`, `12.3%`, `4‰`, `１２３`, `1.2万`, `3亿`, `5百万`, `1.2E+05`, and the
//! indicator's own unit behind the number, also with another multiplier: `3亿元` where the unit is 万元.
//! The digits stay decimal until the end, so `12.3%` of an indicator in per cent is the float nearest to 12.3.

mod digits;
mod suffix;

pub use suffix::Share;

use super::series::Series;
use digits::digits;
use suffix::suffix;

/// Why a text is no number. `Empty` and `NoValue` mean that there is none: missing, not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// A dash or stroke, as tables show that there is no value.
    NoValue,
    /// `1,23`, `1.234,5`, `1,2345`: a comma that does not part thousands may be a decimal comma.
    AmbiguousComma,
    /// `12 34`: spaces that do not part thousands.
    BrokenGrouping,
    /// `1.2万` where the unit is 万元 itself, or has a multiplier in figures, or is a share: 1.2 or 12,000?
    AmbiguousMultiplier,
    /// A per-cent or per-mille sign where the unit is not a share.
    NotAShare,
    /// Another unit than the indicator's.
    OtherUnit,
    /// `2016-12-02`, `2016年`, `12月`.
    Date,
    /// Beyond [`Series::LIMIT`].
    TooLarge,
    NotANumber,
}

/// A number, and what was understood on the way; to be shown wherever it is not [`Reading::is_plain`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// In the indicator's unit.
    pub value: f64,
    /// Decimals as written: 2 in `12.30`.
    pub decimals: i32,
    /// The power of ten from the figure written to the value: 4 for `1.2万`, −1 for `4‰` in an indicator in per cent.
    pub power: i32,
    /// The sign of a share that was written.
    pub share: Option<Share>,
    /// A multiplier such as 万 was written.
    pub multiplier: bool,
    /// The unit was written.
    pub unit: bool,
    /// Thousands were parted.
    pub grouped: bool,
    /// Parentheses stood for minus.
    pub parentheses: bool,
    /// Full-width characters were read as their narrow ones.
    pub full_width: bool,
}

impl Reading {
    /// Nothing but sign, digits and point was written.
    pub fn is_plain(&self) -> bool {
        let signs = self.share.is_some() || self.multiplier || self.unit || self.parentheses;
        !(signs || self.grouped || self.full_width || self.power != 0)
    }
}

/// Reads a number. `units` are the names of the indicator's unit, in any language; empty where it has none.
///
/// `1.2万` with the unit 人 is 12,000; `４．５％` with the unit % is 4.5; `3亿` with the unit 万元 is 30,000; `1,23` is refused.
pub fn read_number(text: &str, units: &[&str]) -> Result<Reading, Refusal> {
    let narrow = narrow(text);
    let written = narrow.trim();
    if written.is_empty() {
        return Err(Refusal::Empty);
    }
    if written.chars().all(|mark| matches!(mark, '-' | '–' | '—' | '/')) {
        return Err(Refusal::NoValue);
    }
    let units: Vec<String> = units.iter().map(|unit| self::narrow(unit).trim().to_string()).collect();
    match number(written, &units) {
        Ok(reading) => Ok(Reading {
            full_width: text.chars().any(|mark| ('\u{ff01}'..='\u{ff5e}').contains(&mark)),
            ..reading
        }),
        Err(_) if is_date(written) => Err(Refusal::Date),
        Err(refusal) => Err(refusal),
    }
}

fn number(written: &str, units: &[String]) -> Result<Reading, Refusal> {
    let (parentheses, unsigned) = match written.strip_prefix('(') {
        Some(inside) => (true, inside),
        None => (false, written.strip_prefix(['+', '-']).unwrap_or(written)),
    };
    let negative = parentheses || written.starts_with('-');
    let (figure, rest) = digits(unsigned.trim_start())?;
    let mut rest = rest.trim();
    if parentheses {
        // (5)%, or (5%)
        rest = rest.strip_prefix(')').or_else(|| rest.strip_suffix(')')).ok_or(Refusal::NotANumber)?.trim();
    }
    let suffix = suffix(rest, units)?;
    let power = suffix.power + figure.exponent;
    let decimal = [figure.digits.as_str(), "e", &(power - figure.decimals).to_string()].concat();
    let size: f64 = decimal.parse().map_err(|_| Refusal::NotANumber)?;
    if size > Series::LIMIT {
        return Err(Refusal::TooLarge);
    }
    Ok(Reading {
        // Not `-size`: a negative zero would be printed as one.
        value: if negative { 0.0 - size } else { size },
        decimals: figure.decimals,
        power,
        share: suffix.share,
        multiplier: suffix.multiplier,
        unit: suffix.unit,
        grouped: figure.grouped,
        parentheses,
        full_width: false,
    })
}

/// Full-width characters, minus signs and spaces of all kinds as their narrow ones; marks without width are dropped.
fn narrow(text: &str) -> String {
    let narrowed = |mark: char| match mark {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(mark as u32 - 0xfee0),
        '\u{2212}' => Some('-'),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => None,
        _ if mark.is_whitespace() => Some(' '),
        _ => Some(mark),
    };
    text.chars().filter_map(narrowed).collect()
}

/// A year before a dash or stroke, or figures with 年, 月, 日.
fn is_date(text: &str) -> bool {
    let is_mark = |mark: char| matches!(mark, '-' | '/' | '.' | '年' | '月' | '日');
    let parts: Vec<&str> = text.split(is_mark).filter(|part| !part.is_empty()).collect();
    let figures = parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|digit| digit.is_ascii_digit()));
    let year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let several = parts.len() > 1 && (parts.first().is_some_and(year) || parts.last().is_some_and(year));
    let named = text.contains(['年', '月', '日']) && text.starts_with(|mark: char| mark.is_ascii_digit());
    figures && (several || named)
}
