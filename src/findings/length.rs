//! How long the parts of the submission are, against the pack's limits.

use crate::assessment::{Assessment, ProfileText};
use crate::criteria::Pack;

/// The characters of a text as Chinese practice counts them: every character but white space.
/// `质量 award` counts 7.
pub fn characters(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}

/// One limited part of the submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// Position of the limit in the pack.
    pub limit: usize,
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
