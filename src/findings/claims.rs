//! Claims without evidence: by item, the sentences of its answers that claim something ([`super::claim`]) and name no evidence.
//!
//! A sentence ends with `。`, `！`, `？`, a line, or a full stop before a capital letter; references in brackets right behind its end
//! belong to it. Without a register a number of the usual form, as in `E-03`, counts as evidence named. A claim is no finding: not
//! every figure wants a document of its own, so nothing is counted as missing.

use super::claim::is_claim;
use crate::assessment::{Assessment, Manner, NumberIndex};
use crate::criteria::{ItemSlot, Kind, Pack};
use std::ops::Range;

/// What one item claims without evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    pub item: ItemSlot,
    /// As they were written, in the order of the answers.
    pub sentences: Vec<String>,
}

/// The claims of the items that apply to the kind of applicant, in their order; items without any are left out.
pub fn claims(pack: &Pack, assessment: &Assessment) -> Vec<Claims> {
    let index = NumberIndex::of(&assessment.evidence);
    let items = pack.items().filter(|(_, item)| Kind::among(assessment.organisation.kind, &item.applies_to));
    let found = items.map(|(item, _)| {
        let (record, factors) = (assessment.item(item), pack.rubric_of(item).factors.len());
        let answers = (0..record.scopes()).flat_map(|scope| (0..factors).map(move |factor| record.answer(scope, factor)));
        let sentences = answers.flat_map(|answer| unpinned(&index, answer)).collect();
        Claims { item, sentences }
    });
    found.filter(|found| !found.sentences.is_empty()).collect()
}

/// The claims of a text that name no evidence.
fn unpinned(index: &NumberIndex<'_>, text: &str) -> Vec<String> {
    let places: Vec<usize> = index.mentions(text, Manner::Prose).into_iter().map(|mention| mention.place.start).collect();
    let claims = sentences(text, &places).into_iter().filter(|sentence| {
        let names = places.iter().any(|place| sentence.contains(place));
        !names && is_claim(&text[sentence.clone()])
    });
    claims.map(|sentence| text[sentence].trim().to_owned()).collect()
}

/// The sentences of a text, with the references behind each, whose places are given.
pub(crate) fn sentences(text: &str, references: &[usize]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut begins, mut at) = (0, 0);
    while let Some(sign) = text[at..].chars().next() {
        at += sign.len_utf8();
        if ends(sign, &text[at..]) {
            at = behind(text, at, references);
            found.push(begins..at);
            begins = at;
        }
    }
    found.push(begins..text.len());
    found
}

/// Whether a sign before the rest of a text ends a sentence.
fn ends(sign: char, rest: &str) -> bool {
    match sign {
        '。' | '！' | '？' | '!' | '?' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
        '.' => {
            let next = rest.trim_start();
            // `No. 5` and `e.g. this` go on.
            next.len() < rest.len() && next.starts_with(|sign: char| !sign.is_ascii_digit() && !sign.is_lowercase())
        }
        _ => false,
    }
}

/// The end of a sentence with closing quotation marks and with brackets that name evidence.
fn behind(text: &str, end: usize, references: &[usize]) -> usize {
    let rest = &text[end..];
    let quoted = rest.trim_start_matches(['”', '’', '」', '"']).trim_start_matches([' ', '\u{3000}']);
    let from = text.len() - quoted.len();
    let closes = quoted
        .starts_with(['〔', '（', '【', '［', '(', '['])
        .then(|| quoted.find(['〕', '）', '】', '］', ')', ']']))
        .flatten();
    let closes = closes.and_then(|at| Some(from + at + quoted[at..].chars().next()?.len_utf8()));
    closes
        .filter(|closes| references.iter().any(|place| (from..*closes).contains(place)))
        .unwrap_or(end)
}
