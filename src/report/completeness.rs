//! Part 5: what is missing or contradictory, and the lengths against their reference limits.

use super::document::ParagraphStyle;
use super::draft::{Draft, grouped};
use super::say;
use crate::findings::{Finding, lengths};
use crate::language::fill;

pub(super) fn write(draft: &mut Draft<'_>, found: &[Finding]) {
    let words = draft.words;
    draft.heading(1, words.report_completeness);
    if found.is_empty() {
        draft.paragraphs(ParagraphStyle::Body, words.report_completeness_none);
    } else {
        let count = fill(words.report_completeness_count, &[("count", &found.len().to_string())]);
        draft.paragraphs(ParagraphStyle::Body, &count);
        for finding in found {
            draft.paragraphs(ParagraphStyle::Entry, &say::finding(draft.pack, draft.language, finding));
        }
    }
    for length in lengths(draft.pack, draft.assessment) {
        let limit = &draft.pack.structure().limits[length.limit];
        let text = fill(
            words.report_completeness_length,
            &[
                ("limit", draft.pack_words.limit(&limit.id)),
                ("written", &grouped(length.written as u64)),
                ("allowed", &grouped(length.allowed as u64)),
                ("status", draft.status(&format!("limit/{}", limit.id))),
            ],
        );
        draft.paragraphs(ParagraphStyle::Note, &text);
    }
}
