//! Numbers as they are written. A member nobody knows may hold a number that no [`Value`] gives back as it stood: one beyond 64
//! bits, `1e400`, `0.10000000000000000555`, `-0`, `1E5`. Where that matters text is [scanned](scan) before it is parsed; such a
//! number is then a text that begins with [`MARK`], which no other text does, and [`unmarked`] writes it as it stood. A place
//! that asks for a number reads it as one.

use super::parse::{self, NotJson, Parsed};
use serde_json::Value;

/// Begins a number that is kept as it is written. Not a character, so that no text begins with it; one that does begins with U+FFFD
/// after it is read.
pub(crate) const MARK: char = '\u{ffff}';

/// A JSON text that was looked through.
#[derive(Debug)]
pub struct Scanned<'a> {
    text: &'a str,
    /// How many values it holds, or one more for each empty list and object; at least so many.
    pub values: usize,
    /// The text with its numbers marked, where that changes it.
    marked: Option<String>,
}

/// Looks through a JSON text.
pub fn scan(text: &str) -> Scanned<'_> {
    let bytes = text.as_bytes();
    let (mut marked, mut done, mut at, mut values) = (String::new(), 0, 0, 1);
    while let Some(byte) = bytes.get(at) {
        let begin = at;
        at += 1;
        match byte {
            b'"' => {
                if let Some(rest) = without_mark(&text[at..]) {
                    marked.push_str(&text[done..at]);
                    marked.push(char::REPLACEMENT_CHARACTER);
                    done = text.len() - rest.len();
                }
                while bytes.get(at).is_some_and(|byte| *byte != b'"') {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            b',' | b'[' | b'{' => values += 1,
            b'-' | b'0'..=b'9' => {
                while bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte)) {
                    at += 1;
                }
                let number = &text[begin..at];
                if is_number(number) && !is_given_back(number) {
                    marked.push_str(&text[done..begin]);
                    marked.extend(['"', MARK]);
                    marked.push_str(number);
                    marked.push('"');
                    done = at;
                }
            }
            _ => {}
        }
    }
    marked.push_str(&text[done..]);
    Scanned {
        text,
        values,
        marked: (done > 0).then_some(marked),
    }
}

impl Scanned<'_> {
    /// As [`parse`](super::parse), with the numbers as they are written.
    pub fn parse(&self) -> Result<Parsed, NotJson> {
        match self.marked.as_deref().map(parse::parse) {
            Some(Ok(parsed)) => Ok(parsed),
            // The places of what is wrong are those of the text itself.
            _ => parse::parse(self.text),
        }
    }
}

/// A JSON text of values that hold marked numbers, with these as they stood.
pub fn unmarked(text: String) -> String {
    let quoted = ['"', MARK].iter().collect::<String>();
    if !text.contains(&quoted) {
        return text;
    }
    let (mut whole, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(begin) = rest.find(&quoted) {
        let (before, marked) = rest.split_at(begin);
        let number = &marked[quoted.len()..];
        let (number, after) = number.split_once('"').unwrap_or((number, ""));
        whole.push_str(before);
        // Neither the end of a text nor the name of a member.
        if !before.ends_with('\\') && is_number(number) && !after.starts_with(':') {
            whole.push_str(number);
            rest = after;
        } else {
            whole.push_str(&quoted);
            rest = &marked[quoted.len()..];
        }
    }
    whole.push_str(rest);
    whole
}

/// A number, also one that is kept as it is written; none where it is larger than any double.
pub(super) fn number(value: &Value) -> Option<f64> {
    let marked = || parse::parse(value.as_str()?.strip_prefix(MARK)?).ok()?.value.as_f64();
    value.as_f64().or_else(marked)
}

/// What follows the mark at the beginning of a text, which may be written as an escape.
fn without_mark(text: &str) -> Option<&str> {
    let escaped = |text: &str| text.get(..6)?.eq_ignore_ascii_case("\\uffff").then_some(6);
    match text.strip_prefix(MARK) {
        Some(rest) => Some(rest),
        None => escaped(text).map(|width| &text[width..]),
    }
}

fn is_given_back(number: &str) -> bool {
    is_usual(number) || is_given_back_by_a_value(number)
}

/// At most fifteen characters that everybody writes in one way; most numbers of a file.
fn is_usual(number: &str) -> bool {
    let is_plain = number.len() <= 15 && !number.contains(['e', 'E']);
    let is_one_way = match number.split_once('.') {
        None => number != "-0",
        Some((whole, fraction)) => !matches!(whole, "0" | "-0") && !fraction.ends_with('0'),
    };
    is_plain && is_one_way
}

fn is_given_back_by_a_value(number: &str) -> bool {
    let again = parse::parse(number).map(|parsed| parsed.value.to_string());
    again.is_ok_and(|again| again == number)
}

/// Whether it is a number by the grammar of JSON (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let size = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let single = whole.len() == 1 || !whole.starts_with('0');
    digits(whole) && single && digits(fraction) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}
