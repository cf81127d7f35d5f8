//! The letter of commitment, on a page of its own, with places for signature, seal and day. Its sentences are the kit's own; an
//! agency that prescribes others puts them into its template.

use crate::language::fill;
use crate::report::document::{Block, KeyValue, ParagraphStyle};
use crate::report::draft::{Draft, pair};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.paragraphs(ParagraphStyle::Title, words.clean_commitment());
    sentences(draft);
}

/// What is committed to, and the places, without the title.
pub(super) fn sentences(draft: &mut Draft<'_>) {
    let words = draft.words;
    let opening = fill(words.clean_commitment_opening(), &[("award", draft.pack_words.name())]);
    let sentences = [
        &opening,
        words.clean_commitment_true(),
        words.clean_commitment_lawful(),
        words.clean_commitment_review(),
        words.clean_commitment_after(),
        words.clean_commitment_closing(),
    ];
    for sentence in sentences {
        draft.paragraphs(ParagraphStyle::Body, sentence);
    }
    let lines: [KeyValue; 3] = [words.clean_representative(), words.clean_applicant_seal(), words.clean_signed_on()].map(|label| pair(label, ""));
    draft.blocks.push(Block::Lines(lines.into()));
}
