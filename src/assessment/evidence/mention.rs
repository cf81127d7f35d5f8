//! Numbers of entries found in a text: the one place that says what a reference to evidence looks like. Documents, findings,
//! renumbering and merging ask here.
//!
//! | written | names |
//! |---|---|
//! | `E-06`, also with full-width signs or another dash | the entry of that number |
//! | `〔证6〕`, `（证据 6、8）`, `[evidence 6]` | the one entry whose number ends with 6, see [`super::bracketed`] |
//! | `[E-6]` | the one entry whose number begins with E and ends with 6 |
//!
//! A range is no reference to what lies between its ends.

use super::EvidenceRegister;
use super::bracketed;
use super::number::{split, usual};
use crate::order;
use std::collections::BTreeMap;
use std::ops::Range;

/// The most digits of something that looks like a number and is none of the register's.
pub(super) const MOST_DIGITS: usize = 4;

/// A number that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// The entry's position; none where the register has no such number, or more than one entry it may mean.
    pub entry: Option<usize>,
}

/// What a text is, and so how much in it is taken for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// A field for references: every number of the register, and whatever has a known prefix before one to four digits.
    Reference,
    /// Sentences: numbers with a digit, others in brackets alone, because `A` may be a word. What no entry bears is one in
    /// brackets, or where letters and a hyphen of the register stand before its digits, as in `E-99`; `E10` may be a fuel.
    Prose,
}

/// The register's numbers, to be found quickly.
pub(crate) struct NumberIndex<'a> {
    by_number: BTreeMap<&'a str, usize>,
    /// Those that are not written in narrow signs, by what they are in those.
    by_narrow: BTreeMap<String, usize>,
    /// What stands before the digits, the longest first.
    prefixes: Vec<&'a str>,
    /// Whether a number may begin with an ideograph; where none does, most of a Chinese text need not be looked at.
    ideographs_begin: bool,
}

impl<'a> NumberIndex<'a> {
    pub fn of(register: &'a EvidenceRegister) -> NumberIndex<'a> {
        // One by one: collecting sorts first, by another copy of the sorting code for every kind of map.
        let (mut by_number, mut by_narrow) = (BTreeMap::new(), BTreeMap::new());
        for (at, entry) in register.entries.iter().enumerate() {
            by_number.insert(&*entry.number, at);
        }
        for (number, at) in by_number.iter().filter(|(number, _)| !number.is_ascii()) {
            by_narrow.insert(folded(number), *at);
        }
        let mut prefixes: Vec<&str> = by_number.keys().map(|number| split(number).0).collect();
        order::sort_by(&mut prefixes, |one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        prefixes.dedup();
        let ideographs_begin = prefixes.is_empty() || prefixes.iter().any(|prefix| prefix.starts_with(is_ideograph));
        NumberIndex {
            by_number,
            by_narrow,
            prefixes,
            ideographs_begin,
        }
    }

    /// The numbers in a text, from left to right. A number stands alone: no ASCII letter, digit, underscore, hyphen or full
    /// stop belongs to it on either side, so `E-3` is not found in `E-32`, and `E-32` is found in `见E-32、`.
    pub fn mentions(&self, text: &str, manner: Manner) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut before = None;
        let mut at = 0;
        while let Some(character) = text[at..].chars().next() {
            if !self.ideographs_begin && is_ideograph(character) {
                before = Some(character);
                at += character.len_utf8();
                continue;
            }
            if let Some((listed, end)) = bracketed::list(self, text, at) {
                found.extend(listed);
                before = None;
                at = end;
                continue;
            }
            let mention = if before.is_some_and(holds_together) {
                None
            } else {
                self.mention_at(text, at)
            };
            match mention.filter(|mention| self.is_taken(&text[mention.place.clone()], mention.entry, manner)) {
                Some(mention) => {
                    // Two numbers never touch, whatever they end with.
                    before = Some('0');
                    at = mention.place.end;
                    found.push(mention);
                }
                None => {
                    before = Some(character);
                    at += character.len_utf8();
                }
            }
        }
        found
    }

    /// Whether what may be a number is taken for one.
    fn is_taken(&self, number: &str, entry: Option<usize>, manner: Manner) -> bool {
        if manner == Manner::Reference {
            return true;
        }
        match entry {
            Some(_) => number.chars().any(|sign| fold(sign).is_ascii_digit()),
            None => {
                let number = folded(number);
                usual(&number) && split(&number).0.ends_with('-')
            }
        }
    }

    /// A number that begins at a place, without regard to what stands before it.
    pub(super) fn mention_at(&self, text: &str, at: usize) -> Option<Mention> {
        let rest = &text[at..];
        if self.prefixes.is_empty() {
            return bracketed::hyphened(rest).map(|length| Mention {
                place: at..at + length,
                entry: None,
            });
        }
        self.prefixes.iter().find_map(|prefix| {
            let length = after(rest, prefix)?;
            let digits = digits(&rest[length..]);
            let end = length + digits.len();
            if !ends(&rest[end..]) {
                return None;
            }
            let entry = self.entry(&rest[..end]);
            let looks = (1..=MOST_DIGITS).contains(&digits.chars().count());
            (entry.is_some() || looks).then_some(Mention { place: at..at + end, entry })
        })
    }

    /// The entry of a number, in whatever signs that is written.
    fn entry(&self, number: &str) -> Option<usize> {
        let exact = self.by_number.get(number);
        let entry = exact.or_else(|| {
            let folded = folded(number);
            self.by_number.get(&*folded).or_else(|| self.by_narrow.get(&folded))
        });
        entry.copied()
    }

    /// Whether there is no register; then whatever has the usual form is one of the numbers it may once have.
    pub(super) fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }

    /// All numbers with their entries.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (&'a str, usize)> {
        self.by_number.iter().map(|(number, entry)| (*number, *entry))
    }
}

/// A full-width sign as its narrow one, and every dash as a hyphen.
pub(super) fn fold(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        sign => sign,
    }
}

fn is_ideograph(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

pub(super) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// How long a beginning is, whatever signs it is written in; none where the text begins otherwise.
pub(super) fn after(text: &str, beginning: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    for wanted in beginning.chars() {
        signs.next().filter(|(_, sign)| *sign == wanted || fold(*sign) == fold(wanted))?;
    }
    Some(text.len() - signs.as_str().len())
}

/// The digits a text begins with.
pub(super) fn digits(text: &str) -> &str {
    let rest = text.trim_start_matches(|sign| fold(sign).is_ascii_digit());
    &text[..text.len() - rest.len()]
}

/// Whether a character before a word belongs to it.
fn holds_together(character: char) -> bool {
    fold(character).is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.')
}

/// Whether a word ends before this: hyphens and full stops belong to it only where something follows.
pub(super) fn ends(rest: &str) -> bool {
    let goes_on = |character: char| fold(character).is_ascii_alphanumeric() || character == '_';
    let next = rest.trim_start_matches(['-', '.']).chars().next();
    !next.is_some_and(goes_on)
}
