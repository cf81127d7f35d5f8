//! The figure itself: digits, grouping, decimal point, exponent.

use super::Refusal;

/// Digits read, exactly as written.
#[derive(Debug, PartialEq)]
pub(super) struct Digits {
    /// All digits, without separators and point.
    pub(super) digits: String,
    /// How many of them stand behind the point.
    pub(super) decimals: i32,
    /// The written exponent of ten, 5 in `1.2E+05`.
    pub(super) exponent: i32,
    pub(super) grouped: bool,
}

/// Reads the digits at the start of a text, and gives back what follows.
pub(super) fn digits(text: &str) -> Result<(Digits, &str), Refusal> {
    let (groups, mut rest) = groups(text)?;
    let grouped = groups.len() > 1;
    let mut digits = groups.concat();
    let mut decimals = 0;
    if let Some(behind) = rest.strip_prefix('.') {
        let part = run(behind);
        digits.push_str(part);
        decimals = part.len() as i32;
        rest = behind.strip_prefix(part).unwrap_or_default();
        if rest.starts_with(',') {
            return Err(Refusal::AmbiguousComma);
        }
    }
    if digits.is_empty() {
        return Err(Refusal::NotANumber);
    }
    let (exponent, rest) = exponent(rest);
    let digits = Digits {
        digits,
        decimals,
        exponent,
        grouped,
    };
    Ok((digits, rest))
}

/// The digits before the point, split where commas or spaces stand between digits. Groups must be of three.
fn groups(text: &str) -> Result<(Vec<&str>, &str), Refusal> {
    let first = run(text);
    let mut groups = vec![first];
    let mut rest = text.strip_prefix(first).unwrap_or_default();
    let mut separator = None;
    while let Some((mark, behind)) = rest.chars().next().and_then(|mark| Some((mark, rest.strip_prefix(mark)?))) {
        let group = run(behind);
        let fault = match mark {
            ',' => Refusal::AmbiguousComma,
            ' ' if !group.is_empty() => Refusal::BrokenGrouping,
            _ => break,
        };
        let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
        if !begins || group.len() != 3 || separator.is_some_and(|before| before != mark) {
            return Err(fault);
        }
        separator = Some(mark);
        groups.push(group);
        rest = behind.strip_prefix(group).unwrap_or_default();
    }
    Ok((groups, rest))
}

/// `E+05`, as spreadsheets write large figures; zero where none follows.
fn exponent(text: &str) -> (i32, &str) {
    let read = || {
        let rest = text.strip_prefix(['e', 'E'])?;
        let (sign, rest) = match rest.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, rest.strip_prefix('+').unwrap_or(rest)),
        };
        let power = run(rest);
        let size: i32 = power.parse().ok().filter(|&size: &i32| size < 1000)?;
        Some((sign * size, rest.strip_prefix(power)?))
    };
    read().unwrap_or((0, text))
}

fn run(text: &str) -> &str {
    let end = text.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
