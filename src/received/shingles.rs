//! The texts of a draft as a few thousand hashes of short runs of letters, by which passages that stand in two drafts are found without
//! either text: of every window of neighbouring runs the least hash is taken (winnowing; Schleimer, Wilkerson and Aiken 2003), so
//! that both drafts take the same ones wherever they hold the same passage.
//!
//! Paragraphs are read as the red pen reads them for the same paragraph in two items: by their letters alone, marks, blanks and
//! case left out.

use crate::assessment::{Assessment, Field, ProfileText};
use crate::criteria::{ItemSlot, Pack};
use crate::json::{self, Absent, ToJson, from_members, to_members};
use crate::language::Language;
use crate::report::say;

/// Letters of a run, and runs of a window: a run is a word or two, and every passage of 43 ideographs or 131 Latin letters that is the
/// same gives at least one hash.
const CHINESE: (usize, usize) = (12, 32);
const OTHER: (usize, usize) = (36, 96);
/// Letters of the beginning of a paragraph that are kept to show it.
const OPENING: usize = 24;
/// What letters are weighed with; any odd number that is not small does.
const BASE: u64 = 0x0000_0100_0000_01b3;

/// The hashes of one draft and where they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shingles {
    pub(super) paragraphs: Vec<Paragraph>,
    /// Hash and paragraph, in order, each pair once.
    pub(super) hashes: Vec<(u64, u16)>,
}

/// A paragraph that gave hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Where it stands, in words.
    pub place: String,
    pub opening: String,
    /// How many letters a hash stands for, on average.
    pub stride: u32,
}

from_members! { Paragraph { place, opening, stride } }
to_members! { Paragraph { place, opening, stride } }

impl Shingles {
    /// Of the profile and of all answers. Places are told in a language; nothing else depends on it.
    pub fn of(pack: &Pack, assessment: &Assessment, language: Language) -> Shingles {
        let mut all = Shingles::default();
        for topic in ProfileText::OVERVIEW.into_iter().chain(ProfileText::MODEL) {
            let field = Field::Profile(topic);
            all.add(assessment.organisation.text(topic), &|| say::field_place(pack, language, field, ""));
        }
        for (at, record) in assessment.items.iter().enumerate() {
            let item = ItemSlot(at);
            for scope in 0..record.scopes() {
                for factor in 0..pack.rubric_of(item).factors.len() {
                    let field = Field::Answer { item, scope, factor };
                    all.add(record.answer(scope, factor), &|| say::field_place(pack, language, field, ""));
                }
            }
        }
        all.hashes.sort_unstable();
        all.hashes.dedup();
        all
    }

    /// For handing them on from one program to another: a list of paragraphs as JSON behind its length in four bytes, then ten bytes for
    /// every hash, the lowest byte first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let paragraphs = self.paragraphs.to_json().to_string();
        let mut bytes = (paragraphs.len() as u32).to_le_bytes().to_vec();
        bytes.extend_from_slice(paragraphs.as_bytes());
        for (hash, paragraph) in &self.hashes {
            bytes.extend_from_slice(&hash.to_le_bytes());
            bytes.extend_from_slice(&paragraph.to_le_bytes());
        }
        bytes
    }

    /// The same back; none where they are not what [`Shingles::to_bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Option<Shingles> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (paragraphs, hashes) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let parsed = json::parse(std::str::from_utf8(paragraphs).ok()?).ok()?;
        let paragraphs: Vec<Paragraph> = json::typed(&parsed.value, Absent::Default).content?;
        let hash = |ten: &[u8]| {
            let (hash, paragraph) = ten.split_first_chunk::<8>()?;
            let paragraph = u16::from_le_bytes(paragraph.try_into().ok()?);
            (usize::from(paragraph) < paragraphs.len()).then_some((u64::from_le_bytes(*hash), paragraph))
        };
        let hashes = (hashes.len() % 10 == 0).then(|| hashes.chunks_exact(10).map(hash).collect::<Option<Vec<(u64, u16)>>>())??;
        Some(Shingles { paragraphs, hashes })
    }

    fn add(&mut self, text: &str, place: &dyn Fn() -> String) {
        let mut told = None;
        for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
            let letters: Vec<char> = line.chars().filter(|sign| is_letter(*sign)).map(|sign| sign.to_ascii_lowercase()).collect();
            let chinese = letters.iter().filter(|letter| **letter >= '\u{2e80}').count() * 4 >= letters.len();
            let (run, window) = if chinese { CHINESE } else { OTHER };
            let Ok(at) = u16::try_from(self.paragraphs.len()) else { return };
            if letters.len() < run {
                continue;
            }
            self.hashes.extend(winnowed(&runs(&letters, run), window).into_iter().map(|hash| (hash, at)));
            self.paragraphs.push(Paragraph {
                place: told.get_or_insert_with(place).clone(),
                opening: line.trim().chars().take(OPENING).collect(),
                stride: (window as u32).div_ceil(2),
            });
        }
    }
}

/// Letters and digits; of ideographs, which are most of a Chinese text, without a look into the tables of Unicode.
fn is_letter(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign) || sign.is_alphanumeric()
}

/// The hashes of all runs of so many letters, each made from the one before.
fn runs(letters: &[char], length: usize) -> Vec<u64> {
    let mut highest = 1_u64;
    for _ in 1..length {
        highest = highest.wrapping_mul(BASE);
    }
    let mut sum = 0_u64;
    let mut hashes = Vec::with_capacity(letters.len() - length + 1);
    for (at, letter) in letters.iter().enumerate() {
        if at >= length {
            sum = sum.wrapping_sub(u64::from(u32::from(letters[at - length])).wrapping_mul(highest));
        }
        sum = sum.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(*letter)));
        if at + 1 >= length {
            hashes.push(mixed(sum));
        }
    }
    hashes
}

/// Every bit of a number in every bit of another one (the finisher of MurmurHash3, Appleby).
fn mixed(mut number: u64) -> u64 {
    number = (number ^ number >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    number = (number ^ number >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    number ^ number >> 33
}

/// The least hash of every window, the last of equal ones, each place once. Of a text shorter than a window the least of all.
fn winnowed(hashes: &[u64], window: usize) -> Vec<u64> {
    let mut taken = Vec::new();
    let mut last = None;
    for end in 0..hashes.len() {
        if end + 1 < window.min(hashes.len()) {
            continue;
        }
        let start = (end + 1).saturating_sub(window);
        let least = match last {
            Some(at) if at >= start && hashes[at] < hashes[end] => continue,
            Some(at) if at >= start => end,
            _ => (start..=end).rev().min_by_key(|at| hashes[*at]).unwrap_or(end),
        };
        last = Some(least);
        taken.push(hashes[least]);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::{mixed, runs, winnowed};

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_run_has_the_same_hash_wherever_it_stands() {
        let text = letters("质量管理部每月汇总各基地的检验数据并组织分析");
        let moved = letters("另有一句话质量管理部每月汇总各基地的检验数据并组织分析");
        for length in [1, 2, 5, 12] {
            let (one, other) = (runs(&text, length), runs(&moved, length));
            assert_eq!(one, other[5..], "{length}");
            let fresh: Vec<u64> = text.windows(length).map(|run| runs(run, length)[0]).collect();
            assert_eq!(one, fresh, "{length}");
        }
    }

    #[test]
    fn every_window_gives_one_and_no_two_are_further_apart_than_a_window() {
        let hashes: Vec<u64> = (0..1000).map(mixed).collect();
        for window in [1, 2, 7, 32, 96] {
            let taken = winnowed(&hashes, window);
            let places: Vec<usize> = taken
                .iter()
                .map(|hash| hashes.iter().position(|known| known == hash).expect("one of them"))
                .collect();
            assert!(places.is_sorted(), "{window}");
            assert!(places[0] < window && places[places.len() - 1] + window >= hashes.len(), "{window}");
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] <= window), "{window}");
            for start in 0..=hashes.len() - window {
                let least = hashes[start..start + window].iter().min().expect("a window");
                assert!(taken.contains(least), "{window} at {start}");
            }
        }
        assert_eq!(winnowed(&[5, 3, 4], 32), [3]);
        assert_eq!(winnowed(&[], 32), [0_u64; 0]);
    }
}
