//! The code itself: 25 letters and digits in five groups, as it is printed and as it is typed again.
//!
//! 14 of them are of the whole content, two of each of its five parts, and the last one checks the others: one wrong character
//! and two that changed places are always noticed, anything else 31 times out of 32.

use super::content::Part;
use crate::typed::narrow;
use std::fmt;

/// Digits and letters without I, L, O and U; a character's place is its value, 0 to 31.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of the whole content: 70 bits.
const WHOLE: usize = 14;
/// Characters of one part: 10 bits.
const OF_PART: usize = 2;
const LENGTH: usize = WHOLE + OF_PART * Part::ALL.len() + 1;
/// Characters between two strokes.
const GROUP: usize = 5;

/// A code whose check character fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Receipt {
    values: [u8; LENGTH],
}

/// Why a typed code is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// Not 25 characters.
    Length { found: usize },
    /// A character no code has; places count from 1.
    Character { place: usize, found: char },
    /// A character is wrong, or two have changed places.
    Check,
}

impl Slip {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 3] = ["receipt_length", "receipt_character", "receipt_check"];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            Slip::Length { .. } => "receipt_length",
            Slip::Character { .. } => "receipt_character",
            Slip::Check => "receipt_check",
        }
    }
}

impl Receipt {
    /// From the hashes of the whole and of each part, in the order of [`Part::ALL`].
    pub(super) fn of(whole: &[u8], parts: [&[u8]; Part::ALL.len()]) -> Receipt {
        let mut values = [0; LENGTH];
        let characters = symbols(whole, WHOLE).chain(parts.into_iter().flat_map(|part| symbols(part, OF_PART)));
        for (value, character) in values.iter_mut().zip(characters) {
            *value = character;
        }
        values[LENGTH - 1] = check(&values[..LENGTH - 1]);
        Receipt { values }
    }

    /// Reads a code as people type it: small letters, full width, with or without strokes and blanks, O for 0, I and L for 1.
    pub fn parse(typed: &str) -> Result<Receipt, Slip> {
        let parts = |mark: &char| mark.is_whitespace() || matches!(mark, '-' | '_' | '–' | '—' | '·' | '.');
        let bare: Vec<char> = narrow(typed).chars().filter(|mark| !parts(mark)).collect();
        if bare.len() != LENGTH {
            return Err(Slip::Length { found: bare.len() });
        }
        let mut values = [0; LENGTH];
        for (at, found) in bare.into_iter().enumerate() {
            let meant = match found.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let place = at + 1;
            let value = ALPHABET.iter().position(|letter| char::from(*letter) == meant);
            values[at] = value.ok_or(Slip::Character { place, found })? as u8;
        }
        if check(&values[..LENGTH - 1]) == values[LENGTH - 1] {
            Ok(Receipt { values })
        } else {
            Err(Slip::Check)
        }
    }

    /// The first code that stands in a text, as a page or a document has it.
    pub fn find(text: &str) -> Option<Receipt> {
        let is_of_code = |mark: char| mark.is_ascii_alphanumeric() || mark == '-';
        let length = LENGTH + LENGTH / GROUP - 1;
        text.split(|mark| !is_of_code(mark))
            .filter(|word| word.len() == length)
            .find_map(|word| Receipt::parse(word).ok())
    }

    /// The parts in which the contents of two codes differ. Empty for the same code, and for one of a thousand differences.
    pub fn differing(&self, other: &Receipt) -> Vec<Part> {
        let of = |receipt: &Receipt, at: usize| {
            let start = WHOLE + OF_PART * at;
            receipt.values[start..start + OF_PART].to_vec()
        };
        let parts = Part::ALL.into_iter().enumerate();
        parts.filter(|(at, _)| of(self, *at) != of(other, *at)).map(|(_, part)| part).collect()
    }
}

/// In groups: `7K2MD-XQ04R-…`.
impl fmt::Display for Receipt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, value) in self.values.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{}", char::from(ALPHABET[usize::from(*value)]))?;
        }
        Ok(())
    }
}

/// The first characters of a hash, five bits each.
fn symbols(hash: &[u8], count: usize) -> impl Iterator<Item = u8> + '_ {
    (0..count).map(|at| {
        let bit = |place: usize| hash.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
        (at * 5..at * 5 + 5).fold(0, |value, place| value << 1 | bit(place))
    })
}

/// The check character: the value that makes the sum of value × 2^place over the field of 32 elements (x⁵ + x² + 1) nothing. As 2
/// gives every element but 0 in turn, no weight of 31 places is that of another.
fn check(values: &[u8]) -> u8 {
    let twice = |value: u8| (value << 1) ^ if value & 16 > 0 { 0b10_0101 } else { 0 };
    // Once more at the end: the check character itself has the place 0.
    twice(values.iter().fold(0, |sum, value| twice(sum) ^ value))
}
