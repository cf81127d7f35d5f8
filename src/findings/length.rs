//! How long the parts of the submission are, against the pack's limits.

use crate::assessment::{Assessment, ProfileText};
use crate::criteria::Pack;

/// The length of a text in 字数, as Chinese office software and submission rules count it: every Chinese character and
/// full-width mark is one, and so is every run of other characters between white space.
/// `质量 award 2016` counts 4; `合格率 98.6%，` counts 5.
pub fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut inside_word = false;
    for character in text.chars() {
        if is_wide(character) {
            count += 1;
            inside_word = false;
        } else if character.is_whitespace() || character.is_control() {
            inside_word = false;
        } else {
            count += usize::from(!inside_word);
            inside_word = true;
        }
    }
    count
}

/// Ideographs, kana and full-width forms (Unicode blocks from CJK radicals to ideographs, and their supplements).
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
        && !character.is_whitespace()
}

/// One limited part of the submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// Position of the limit in the pack.
    pub limit: usize,
    /// In 字数, see [`characters`].
    pub written: usize,
    pub allowed: usize,
}

/// The length of every part the pack limits: `profile` is the organisation overview, `report` all answers to items.
pub fn lengths(pack: &Pack, assessment: &Assessment) -> Vec<Length> {
    let limits = pack.structure().limits.iter().enumerate();
    let measured = limits.filter_map(|(at, limit)| {
        let written = match limit.id.as_str() {
            "profile" => ProfileText::OVERVIEW.iter().map(|&topic| characters(assessment.organisation.text(topic))).sum(),
            "report" => assessment.items.iter().flat_map(|item| item.answers()).map(|answer| characters(answer)).sum(),
            _ => return None,
        };
        Some(Length {
            limit: at,
            written,
            allowed: limit.characters as usize,
        })
    });
    measured.collect()
}
