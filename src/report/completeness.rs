//! Part 8: what is missing or contradictory, what does not fit in the figures, and the lengths against their limits.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::findings::{Finding, lengths};
use crate::language::{fill, grouped};

pub(super) fn write(draft: &mut Draft<'_>, found: &[Finding]) {
    let words = draft.words;
    draft.heading(1, words.report_completeness());
    if found.is_empty() {
        let told = if draft.results.findings.is_empty() {
            words.report_completeness_none()
        } else {
            words.report_completeness_figures_only()
        };
        draft.paragraphs(ParagraphStyle::Body, told);
    } else {
        let count = fill(words.report_completeness_count(), &[("count", &found.len().to_string())]);
        draft.paragraphs(ParagraphStyle::Body, &count);
        for finding in found {
            draft.paragraphs(ParagraphStyle::Entry, &say::finding(draft.pack, draft.language, finding));
        }
    }
    figures(draft);
    written(draft);
}

/// What an examiner would ask about the figures.
fn figures(draft: &mut Draft<'_>) {
    let told: Vec<String> = draft
        .results
        .findings
        .iter()
        .map(|finding| say::figure_finding(draft.pack, draft.assessment, draft.language, finding))
        .collect();
    if told.is_empty() {
        return;
    }
    draft.heading(2, draft.words.report_completeness_figures());
    for sentence in told {
        draft.paragraphs(ParagraphStyle::Entry, &sentence);
    }
}

fn written(draft: &mut Draft<'_>) {
    let words = draft.words;
    let rows: Vec<Row> = lengths(draft.pack, draft.assessment)
        .iter()
        .map(|length| {
            let limit = &draft.pack.structure().limits[length.limit];
            let state = if length.written > length.allowed {
                words.report_lengths_over()
            } else {
                words.report_lengths_within()
            };
            Row {
                weight: Weight::Plain,
                cells: vec![
                    draft.pack_words.limit(&limit.id).to_owned(),
                    grouped(length.written as u64),
                    grouped(length.allowed as u64),
                    state.to_owned(),
                    draft.source_and_status(&format!("limit/{}", limit.id)),
                ],
            }
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    draft.heading(2, words.report_lengths());
    let columns = [
        (words.report_lengths_part(), 20, Alignment::Start),
        (words.report_lengths_written(), 14, Alignment::End),
        (words.report_lengths_allowed(), 16, Alignment::End),
        (words.report_lengths_state(), 14, Alignment::Centre),
        (words.report_eligibility_source(), 36, Alignment::Start),
    ];
    draft.table(words.report_lengths(), &columns, rows);
}
