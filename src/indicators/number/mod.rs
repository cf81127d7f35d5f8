//! A number as people write it in Chinese and western tables, read exactly or refused with a reason. Nothing is guessed.
//!
//! Understood: `1,234.5`, `1 234.5`, `-5`, `−5`, `5-`, `+5`, `(5)`, `¥5`, `12.3%`, `4‰`, `１２３`, `1.2万`, `3亿`, `5百万`, `1.2E+05`, and
//! the indicator's unit behind the number, also with another multiplier: `3亿元` where the unit is 万元. [`Measure`] knows the units.
//! The digits stay decimal until the end, so `12.3%` of an indicator in per cent is the float nearest to 12.3.

mod digits;
mod suffix;
mod unit;

pub use suffix::Share;
pub use unit::Measure;

use super::series::Series;
use crate::typed::narrow;
use digits::digits;
use suffix::suffix;

/// Why a text is no number. `Empty` and `NoValue` mean that there is none: missing, not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// A dash, a stroke, dots or a word such as `无`, as tables show that there is no value.
    NoValue,
    /// `1,23`, `1.234,5`, `1,2345`: a comma that does not part thousands may be a decimal comma.
    AmbiguousComma,
    /// `12 34`: spaces that do not part thousands; or two figures below each other in one cell.
    BrokenGrouping,
    /// `1.2万` where the unit is 万元 itself, or has a multiplier in figures, or is a share: 1.2 or 12,000?
    AmbiguousMultiplier,
    /// A per-cent or per-mille sign where the unit is not a share.
    NotAShare,
    /// Another unit than the indicator's.
    OtherUnit,
    /// A currency sign where the unit is 万元 or 亿元: yuan, or the indicator's unit?
    Currency,
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
    read_number_in(text, units, "")
}

/// Reads a number for which a unit was stated elsewhere, in a heading or beside the name; what stands behind the figure itself counts
/// before it. `4.83` stated in 亿元 is 48,300 with the unit 万元.
pub fn read_number_in(text: &str, units: &[&str], stated: &str) -> Result<Reading, Refusal> {
    let narrowed = narrow(text);
    // A spreadsheet's mark for a text in front of it.
    let written = narrowed.trim().trim_start_matches('\'');
    if written.is_empty() {
        return Err(Refusal::Empty);
    }
    if says_none(written) {
        return Err(Refusal::NoValue);
    }
    let units: Vec<String> = units.iter().map(|unit| narrow(unit).trim().to_string()).collect();
    match number(written, &units, narrow(stated).trim()) {
        Ok(_) if is_of_several_lines(text) => Err(Refusal::BrokenGrouping),
        Ok(reading) => Ok(Reading {
            full_width: text.chars().any(|mark| ('\u{ff01}'..='\u{ff5e}').contains(&mark)),
            ..reading
        }),
        Err(_) if is_date(written) => Err(Refusal::Date),
        Err(refusal) => Err(refusal),
    }
}

/// Whether figures stand in several lines of one text: `91⏎900` is two of them, and no thousands are parted so.
fn is_of_several_lines(text: &str) -> bool {
    let ends = |mark: char| mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}');
    let holds_figure = |line: &&str| line.contains(|mark: char| mark.is_ascii_digit() || ('０'..='９').contains(&mark));
    text.split(ends).filter(holds_figure).count() > 1
}

/// Whether a text, narrow, says that there is no value.
fn says_none(text: &str) -> bool {
    let words = ["无", "暂无", "无数据", "暂无数据", "不适用", "n/a", "N/A", "na", "NA"];
    text.chars().all(|mark| matches!(mark, '-' | '/' | '\\' | '…' | '.')) && text != "." || words.contains(&text)
}

fn number(written: &str, units: &[String], stated: &str) -> Result<Reading, Refusal> {
    let (parentheses, unsigned) = match written.strip_prefix('(') {
        Some(inside) => (true, inside),
        None => (false, written.strip_prefix(['+', '-']).unwrap_or(written)),
    };
    let (currency, unsigned) = currency(unsigned.trim_start());
    // `¥-5`, `¥(5)`
    let (inner, unsigned) = match unsigned.strip_prefix('-') {
        Some(rest) if currency && !parentheses && !written.starts_with(['+', '-']) => (true, rest),
        _ => (false, unsigned),
    };
    let (parentheses, unsigned) = match unsigned.strip_prefix('(') {
        Some(inside) if currency && !parentheses && !inner && !written.starts_with(['+', '-']) => (true, inside),
        _ => (parentheses, unsigned),
    };
    let (figure, rest) = digits(unsigned.trim_start())?;
    let mut rest = rest.trim();
    if parentheses {
        // (5)%, or (5%)
        rest = rest.strip_prefix(')').or_else(|| rest.strip_suffix(')')).ok_or(Refusal::NotANumber)?.trim();
    }
    let signed = parentheses || inner || written.starts_with(['+', '-']);
    // `1,234.50-`, as bookkeeping programs write it
    let trailing = match rest.strip_suffix('-').filter(|_| !signed) {
        Some(before) => {
            rest = before.trim();
            true
        }
        None => false,
    };
    let (suffix_text, stated) = match (rest.is_empty(), stated.is_empty(), currency) {
        (true, false, _) => (stated, true),
        (true, true, true) => ("¥", true),
        _ => (rest, false),
    };
    let mut suffix = suffix(suffix_text, units, stated)?;
    // The unit was not written here.
    suffix.unit |= stated;
    let power = suffix.power + figure.exponent;
    let decimal = [figure.digits.as_str(), "e", &(power - figure.decimals).to_string()].concat();
    let size: f64 = decimal.parse().map_err(|_| Refusal::NotANumber)?;
    if size > Series::LIMIT {
        return Err(Refusal::TooLarge);
    }
    let negative = parentheses || inner || trailing || written.starts_with('-');
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

/// Takes off a sign of the kit's currency in front of a figure.
fn currency(text: &str) -> (bool, &str) {
    let signs = ["¥", "￥", "人民币", "rmb", "RMB", "cny", "CNY", "CN¥"];
    match signs.iter().find_map(|sign| text.strip_prefix(sign)) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
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
