//! Numbers of entries found in a text.

use super::EvidenceRegister;
use super::number::split;
use crate::order;
use std::collections::BTreeMap;
use std::ops::Range;

/// The most digits of something that looks like a number and is none of the register's.
const MOST_DIGITS: usize = 4;

/// A number that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// The entry's position; none where the register has no such number.
    pub entry: Option<usize>,
}

/// The register's numbers, to be found quickly.
pub(crate) struct NumberIndex<'a> {
    by_number: BTreeMap<&'a str, usize>,
    /// What stands before the digits, the longest first.
    prefixes: Vec<&'a str>,
}

impl<'a> NumberIndex<'a> {
    pub fn of(register: &'a EvidenceRegister) -> NumberIndex<'a> {
        let by_number: BTreeMap<&str, usize> = register.entries.iter().enumerate().map(|(at, entry)| (&*entry.number, at)).collect();
        let mut prefixes: Vec<&str> = by_number.keys().map(|number| split(number).0).collect();
        order::sort_by(&mut prefixes, |one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        prefixes.dedup();
        NumberIndex { by_number, prefixes }
    }

    /// The numbers in a text, from left to right: those of entries, and whatever has a known prefix before one to four
    /// digits. A number stands alone: no ASCII letter, digit, underscore, hyphen or full stop belongs to it on either side,
    /// so `E-3` is not found in `E-32`, and `E-32` is found in `见E-32、`.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut before = None;
        let mut at = 0;
        while let Some(character) = text[at..].chars().next() {
            let mention = if before.is_some_and(holds_together) {
                None
            } else {
                self.mention_at(text, at)
            };
            match mention {
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

    fn mention_at(&self, text: &str, at: usize) -> Option<Mention> {
        let rest = &text[at..];
        self.prefixes.iter().find_map(|prefix| {
            let after = rest.strip_prefix(prefix)?;
            let digits = after.len() - after.trim_start_matches(|character: char| character.is_ascii_digit()).len();
            let length = prefix.len() + digits;
            if !ends(&rest[length..]) {
                return None;
            }
            let entry = self.by_number.get(&rest[..length]).copied();
            let looks = (1..=MOST_DIGITS).contains(&digits);
            (entry.is_some() || looks).then_some(Mention { place: at..at + length, entry })
        })
    }
}

/// Whether a character before a word belongs to it.
fn holds_together(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.')
}

/// Whether a word ends before this: hyphens and full stops belong to it only where something follows.
fn ends(rest: &str) -> bool {
    let goes_on = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let mut characters = rest.trim_start_matches(['-', '.']).chars();
    let next = characters.next();
    !next.is_some_and(goes_on)
}
