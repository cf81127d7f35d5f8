//! Numbers and ranges as the kit writes them, in documents and on the screen: one form each.

use super::{Language, fill};

/// A whole number with its digits in groups of three: `870`, `4,930`, `2,000,000`.
pub fn grouped(whole: u64) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number that is written out with the sign for minus instead of a hyphen: `-3` is `−3`.
pub fn with_minus(number: String) -> String {
    match number.strip_prefix('-') {
        Some(rest) => [MINUS, rest].concat(),
        None => number,
    }
}

const MINUS: &str = "−";

/// A number that is written out, with its whole part in groups of three: `61200.5` is `61,200.5`, `−4930` is `−4,930`. What is
/// no such number, and powers of ten, stay as they are.
pub fn in_groups(number: &str) -> String {
    let (sign, digits) = number.strip_prefix(MINUS).map_or(("", number), |rest| (MINUS, rest));
    let (whole, rest) = digits.split_at(digits.find(['.', 'e']).unwrap_or(digits.len()));
    match whole.parse::<u64>() {
        Ok(whole) if !rest.contains('e') => [sign, &grouped(whole), rest].concat(),
        _ => number.to_owned(),
    }
}

impl Language {
    /// From one value to another: `40～50`, in English `40–50`.
    pub fn range(self, from: &str, to: &str) -> String {
        fill(self.words().range(), &[("from", from), ("to", to)])
    }

    /// A scoring band by its ends, 0 to 100: `30～45`, in English `30–45`.
    pub fn band(self, from: u8, to: u8) -> String {
        self.range(&from.to_string(), &to.to_string())
    }

    /// A range of percentage scores, with the sign at both ends: `30%～45%`.
    pub fn percents(self, from: u8, to: u8) -> String {
        self.range(&[&from.to_string(), "%"].concat(), &[&to.to_string(), "%"].concat())
    }
}
