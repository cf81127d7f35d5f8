//! What was written into a cell: nothing, a figure, or a range such as `40~60`.

use crate::indicators::{Reading, Refusal, read_number};

/// What was understood of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Written {
    /// Empty, or a dash: there is no value.
    Nothing,
    Figure(Reading),
    /// From the first to the second; the first is not the larger one.
    Range(Reading, Reading),
}

impl Written {
    /// The figure; none for nothing and for a range.
    pub fn figure(self) -> Option<f64> {
        match self {
            Written::Figure(reading) => Some(reading.value),
            Written::Nothing | Written::Range(..) => None,
        }
    }
    /// Whether nothing but signs, digits and points was written.
    pub fn is_plain(self) -> bool {
        match self {
            Written::Nothing => true,
            Written::Figure(reading) => reading.is_plain(),
            Written::Range(low, high) => low.is_plain() && high.is_plain(),
        }
    }
}

/// Reads a figure; a range only where one can stand.
///
/// `40~60`, `40–60%`, `40 至 60`, `-5~5` and `40-60` are ranges; `60~40` is refused.
pub(super) fn read_written(text: &str, units: &[&str], range: bool) -> Result<Written, Refusal> {
    match read_number(text, units) {
        Ok(reading) => Ok(Written::Figure(reading)),
        Err(Refusal::Empty | Refusal::NoValue) => Ok(Written::Nothing),
        Err(refusal) => match parted(text).filter(|_| range) {
            Some((low, high)) => {
                let (low, high) = (read_number(low, units)?, read_number(high, units)?);
                if low.value > high.value {
                    return Err(Refusal::NotANumber);
                }
                Ok(Written::Range(low, high))
            }
            None => Err(refusal),
        },
    }
}

/// The two ends of a range. A hyphen parts them only behind a digit or a sign of a share.
fn parted(text: &str) -> Option<(&str, &str)> {
    let mut before = None::<char>;
    for (at, mark) in text.char_indices() {
        let hyphen = matches!(mark, '-' | '－') && before.is_some_and(|mark| mark.is_ascii_digit() || matches!(mark, '%' | '％' | '‰' | '０'..='９'));
        if hyphen || matches!(mark, '~' | '～' | '〜' | '–' | '—' | '至' | '到') {
            let (low, rest) = text.split_at(at);
            return Some((low, rest.strip_prefix(mark)?));
        }
        if !mark.is_whitespace() {
            before = Some(mark);
        }
    }
    None
}

/// A value as every spreadsheet reads it: all its digits, no grouping, no unit, no exponent. 1234.5 is `1234.5`.
pub fn plain_number(value: f64) -> String {
    value.to_string()
}

/// A range as a spreadsheet leaves it alone: `40~60`, which it takes neither for a day nor for a difference.
pub(super) fn plain_range(low: f64, high: f64) -> String {
    [plain_number(low), plain_number(high)].join("~")
}
