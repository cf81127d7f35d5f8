//! Part 6: the improvement plan.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_improvement);
    let rows = rows(draft);
    if rows.is_empty() {
        draft.paragraphs(ParagraphStyle::Body, words.report_improvement_none);
        return;
    }
    draft.paragraphs(ParagraphStyle::Note, words.report_improvement_note);
    let columns = [
        (words.report_number, 8, Alignment::Centre),
        (words.report_improvement_item, 26, Alignment::Start),
        (words.report_evaluation_opportunities, 66, Alignment::Start),
    ];
    draft.table(words.report_improvement_caption, &columns, rows);
}

/// What is planned, in the order it is told: so far every item's opportunities. Actions enter here.
fn rows(draft: &Draft<'_>) -> Vec<Row> {
    let items = draft.pack.items().map(|(slot, _)| slot);
    let told = items.filter(|&slot| !draft.assessment.item(slot).opportunities.trim().is_empty());
    let rows = told.enumerate().map(|(at, slot)| Row {
        weight: Weight::Plain,
        cells: vec![
            (at + 1).to_string(),
            say::item_name(draft.pack, draft.language, slot),
            draft.assessment.item(slot).opportunities.trim().to_owned(),
        ],
    });
    rows.collect()
}
