//! Lists of references in brackets, which may be written shorter than the register's numbers: `〔证6〕`, `（见证据 6、8）`, `[E-6]`.
//!
//! All of a bracket is references, or nothing of it is read in this way. A count alone means the one entry whose number ends with
//! it; where there are two of them, it means none.

use super::mention::{MOST_DIGITS, Mention, NumberIndex, after, digits, ends, fold, folded};
use super::number::split;

const BRACKETS: [(char, char); 8] = [
    ('〔', '〕'),
    ('（', '）'),
    ('【', '】'),
    ('［', '］'),
    ('﹝', '﹞'),
    ('〈', '〉'),
    ('(', ')'),
    ('[', ']'),
];
/// The longest list, in bytes.
const LONGEST: usize = 300;
/// What stands between references, and before the first.
const BETWEEN: [&str; 21] = [
    "、", "，", ",", "；", ";", "/", "：", ":", "及", "和", "与", "另见", "参见", "详见", "见", "and", "&", "see", "See", "\u{3000}", "\u{a0}",
];
/// What stands before a count, the longer first.
const WORDS: [&str; 6] = ["证据", "佐证", "证", "Evidence", "evidence", "Ev."];

/// How a reference is written that is none of the register's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Short {
    /// The letters before its count; none where a word stands there.
    letters: Option<String>,
    count: u64,
}

impl Short {
    fn fits(&self, number: &str) -> bool {
        let (prefix, digits) = split(number);
        let letters = self.letters.as_deref().is_none_or(|letters| prefix.trim_end_matches('-') == letters);
        letters && digits.parse() == Ok(self.count)
    }
}

/// The references in a bracket that begins at a place, and where it ends; none where there is no bracket, or other words are in it.
pub(super) fn list(index: &NumberIndex<'_>, text: &str, at: usize) -> Option<(Vec<Mention>, usize)> {
    let begins = text[at..].chars().next()?;
    let closes = BRACKETS.iter().find(|(open, _)| *open == begins)?.1;
    let from = at + begins.len_utf8();
    let mut signs = text[from..].char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (length, _) = signs.find(|(_, sign)| *sign == closes)?;
    let (to, end) = (from + length, from + length + closes.len_utf8());
    let mut found: Vec<Mention> = Vec::new();
    let mut last = None;
    let mut next = skipped(text, from, to);
    while next < to {
        let known = index.mention_at(&text[..to], next).filter(|mention| mention.entry.is_some());
        let (mention, short) = match known {
            Some(mention) => (mention, None),
            None => {
                let (short, length) = short(&text[next..to], last.as_ref())?;
                let place = next..next + length;
                (resolved(index, &short).map(|entry| Mention { place, entry })?, Some(short))
            }
        };
        last = short.or_else(|| written(&text[mention.place.clone()]));
        next = skipped(text, mention.place.end, to);
        found.push(mention);
    }
    (!found.is_empty()).then_some((found, end))
}

/// Whether a spelling that was found in a text means a number.
pub(crate) fn means(spelling: &str, number: &str) -> bool {
    folded(spelling) == folded(number) || short(spelling, Some(&Short { letters: None, count: 0 })).is_some_and(|(short, _)| short.fits(number))
}

/// The one entry that is meant, or none of more or of no entry; nothing where the letters are not the register's.
fn resolved(index: &NumberIndex<'_>, short: &Short) -> Option<Option<usize>> {
    let known = |letters: &String| index.is_empty() || index.numbers().any(|(number, _)| split(number).0.trim_end_matches('-') == letters);
    if short.letters.as_ref().is_some_and(|letters| !known(letters)) {
        return None;
    }
    let mut fitting = index.numbers().filter(|(number, _)| short.fits(number)).map(|(_, entry)| entry);
    let first = fitting.next();
    Some(first.filter(|_| fitting.next().is_none()))
}

/// A number as what a count behind it goes on from.
fn written(number: &str) -> Option<Short> {
    let number = folded(number);
    let (prefix, digits) = split(&number);
    let letters = Some(prefix.trim_end_matches('-').to_owned());
    digits.parse().ok().map(|count| Short { letters, count })
}

/// A short reference at the beginning of a text and how long it is. A count alone goes on from the one before.
fn short(text: &str, last: Option<&Short>) -> Option<(Short, usize)> {
    let word = WORDS.iter().find_map(|word| after(text, word));
    let (letters, length) = match word {
        Some(length) => (None, length + (text[length..].len() - text[length..].trim_start().len())),
        None => match letters(text) {
            (0, _) => (last?.letters.clone(), 0),
            (length, letters) => (Some(letters), length),
        },
    };
    let digits = digits(&text[length..]);
    let end = length + digits.len();
    let count = folded(digits).parse().ok()?;
    ((1..=MOST_DIGITS).contains(&digits.chars().count()) && ends(&text[end..])).then_some((Short { letters, count }, end))
}

/// One to three capital letters with a hyphen or none, and how long they are.
fn letters(text: &str) -> (usize, String) {
    let rest = text.trim_start_matches(|sign| fold(sign).is_ascii_uppercase());
    let letters = folded(&text[..text.len() - rest.len()]);
    if !(1..=3).contains(&letters.len()) {
        return (0, String::new());
    }
    let hyphen = rest.chars().next().filter(|sign| fold(*sign) == '-').map_or(0, char::len_utf8);
    (text.len() - rest.len() + hyphen, letters)
}

/// How long a number is that has capital letters and a hyphen before its digits, as in `E-03`.
pub(super) fn hyphened(text: &str) -> Option<usize> {
    let (length, _) = letters(text);
    let hyphen = text[..length].chars().next_back().filter(|sign| fold(*sign) == '-');
    let (_, end) = hyphen.and_then(|_| short(text, None))?;
    Some(end)
}

/// Where what follows begins.
fn skipped(text: &str, mut at: usize, to: usize) -> usize {
    loop {
        let rest = &text[at..to];
        let blank = rest.len() - rest.trim_start().len();
        let step = BETWEEN
            .iter()
            .find(|between| rest[blank..].starts_with(**between))
            .map_or(0, |between| between.len());
        if blank + step == 0 {
            return at;
        }
        at += blank + step;
    }
}
