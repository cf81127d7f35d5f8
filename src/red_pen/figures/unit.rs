//! How a number in a text relates to the unit of its figure in the table: 6.12 亿元 is 61,200 of 万元, 0.74% is 7,400 ppm.

use crate::indicators::Measure;

/// The unit of a figure of the table, by its names.
pub(super) struct Unit {
    names: Vec<String>,
    measure: Option<Measure>,
}

/// The longest unit in a text, in characters of Chinese and in words of English.
const LONGEST: usize = 6;
const MOST_WORDS: usize = 3;

/// What is written behind a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Behind {
    /// Nothing that could be a unit.
    Nothing,
    /// By so much of the table's unit is one of what is written.
    Times(f64),
    /// Something else.
    Other,
}

impl Unit {
    pub fn of(names: &[&str]) -> Unit {
        Unit {
            measure: names.iter().find_map(|name| Measure::read(name)),
            names: names.iter().filter(|name| !name.is_empty()).map(|name| name.to_ascii_lowercase()).collect(),
        }
    }

    /// What stands behind a number, with money in front of it or not; and how long it is.
    pub fn behind(&self, after: &str, money: bool) -> (Behind, usize) {
        let text = after.trim_start_matches(' ');
        let blank = after.len() - text.len();
        for sign in ["%", "‰"] {
            if text.starts_with(sign) {
                return (self.times(sign, false), blank + sign.len());
            }
        }
        if let Some(name) = self.names.iter().filter(|name| text.starts_with(name.as_str())).max_by_key(|name| name.len())
            && !money
            && ends(&text[name.len()..], name)
        {
            return (Behind::Times(1.0), blank + name.len());
        }
        for candidate in candidates(text) {
            if Measure::read(candidate).is_some() || money && Measure::read(&["rmb ", candidate].concat()).is_some() {
                return (self.times(candidate, money), blank + candidate.len());
            }
        }
        if money {
            return (self.times("元", false), 0);
        }
        let share = self.measure.as_ref().is_some_and(Measure::is_share);
        match text.chars().next() {
            _ if share => (Behind::Other, 0),
            None => (Behind::Nothing, 0),
            Some(sign) if sign.is_ascii_alphabetic() => (if goes_on(text) { Behind::Nothing } else { Behind::Other }, 0),
            Some(sign) if sign.is_alphanumeric() => (Behind::Other, 0),
            Some(_) => (Behind::Nothing, 0),
        }
    }

    fn times(&self, written: &str, money: bool) -> Behind {
        let read = if money {
            Measure::read(&["rmb ", written].concat())
        } else {
            Measure::read(written)
        };
        match (read, &self.measure) {
            (Some(read), Some(own)) if read.is_of(own) => Behind::Times(10_f64.powi(read.power - own.power)),
            _ => Behind::Other,
        }
    }
}

/// Whether the name of a unit ends here.
fn ends(rest: &str, name: &str) -> bool {
    !name.ends_with(|sign: char| sign.is_ascii_alphabetic()) || !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric())
}

/// Whether a sentence of English goes on behind a bare number.
fn goes_on(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "in", "and", "for", "with", "to", "against", "from", "compared", "while", "but", "or", "at", "than", "by",
    ];
    let word = text.split(|sign: char| !sign.is_ascii_alphabetic()).next().unwrap_or_default();
    WORDS.contains(&word)
}

/// What may be a unit at the beginning of a text, the longer first.
fn candidates(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    if text.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        let words = text.split(' ').take(MOST_WORDS);
        let mut end = 0;
        for word in words {
            let bare = word.trim_end_matches(|sign: char| !sign.is_ascii_alphanumeric());
            let Some(length) = bare
                .split(|sign: char| !sign.is_ascii() || matches!(sign, ',' | ';' | '(' | ')'))
                .next()
                .map(str::len)
            else {
                break;
            };
            found.push(&text[..end + length]);
            if length < word.len() {
                break;
            }
            end += word.len() + 1;
            if end >= text.len() {
                break;
            }
        }
    } else {
        let is_unit = |sign: char| !sign.is_ascii() && sign.is_alphanumeric() || sign == '/';
        let signs = text.char_indices().take(LONGEST).take_while(|(_, sign)| is_unit(*sign));
        found.extend(signs.map(|(at, sign)| &text[..at + sign.len_utf8()]));
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::{Behind, Unit};

    #[test]
    fn what_is_written_is_so_much_of_the_unit() {
        let cases: &[(&[&str], &str, bool, Behind)] = &[
            (&["%", "%"], "%、", false, Behind::Times(1.0)),
            (&["ppm", "ppm"], "%，", false, Behind::Times(1e4)),
            (&["万元", "10,000 yuan"], " 亿元，", false, Behind::Times(1e4)),
            (&["万元", "10,000 yuan"], " million, up", true, Behind::Times(100.0)),
            (&["万美元", "10,000 US dollars"], " 万美元；", false, Behind::Times(1.0)),
            (&["分", "out of 100"], " 分升至", false, Behind::Times(1.0)),
            (&["分", "out of 100"], "、", false, Behind::Nothing),
            (&["分", "out of 100"], " in 2015", false, Behind::Nothing),
            (&["%", "%"], " 件", false, Behind::Other),
            (&["天", "days"], " days.", false, Behind::Times(1.0)),
        ];
        for (names, after, money, expected) in cases {
            let (found, _) = Unit::of(names).behind(after, *money);
            match (&found, expected) {
                (Behind::Times(one), Behind::Times(other)) => assert!((one / other - 1.0).abs() < 1e-9, "{after}: {one}"),
                _ => assert_eq!(&found, expected, "{after}"),
            }
        }
    }
}
