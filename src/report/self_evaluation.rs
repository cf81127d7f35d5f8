//! Part 3: the self-evaluation report, clause by clause, every answer in the order of the pack.

use super::document::ParagraphStyle;
use super::draft::Draft;
use super::say;
use crate::criteria::{CategorySlot, ItemSlot};
use crate::language::fill;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.heading(1, draft.words.report_evaluation);
    for at in 0..draft.pack.categories().len() {
        category(draft, CategorySlot(at));
    }
}

fn category(draft: &mut Draft<'_>, slot: CategorySlot) {
    let pack = draft.pack;
    let category = pack.category(slot);
    let name = fill(
        draft.words.term_numbered,
        &[("number", &category.number), ("name", draft.pack_words.category(&category.id))],
    );
    draft.heading(2, pointed(draft, &name, category.points));
    for slot in pack.items_of(slot) {
        item(draft, slot);
    }
}

/// A name with its points: `4.1.2 高层领导的作用（50 分）`.
fn pointed(draft: &Draft<'_>, name: &str, points: u32) -> String {
    fill(draft.words.report_evaluation_pointed, &[("name", name), ("points", &points.to_string())])
}

fn item(draft: &mut Draft<'_>, slot: ItemSlot) {
    let words = draft.words;
    let item = draft.pack.item(slot);
    let record = draft.assessment.item(slot).clone();
    let name = say::item_name(draft.pack, draft.language, slot);
    draft.heading(3, pointed(draft, &name, item.points));
    if record.is_unanswered() {
        draft.missing();
    } else {
        whole_item(draft, slot);
        for scope in (1..record.scopes()).filter(|&scope| !record.scope_is_empty(scope)) {
            sub_clause(draft, slot, scope);
        }
    }
    part(draft, words.report_evaluation_strengths, ParagraphStyle::Body, &record.strengths);
    part(draft, words.report_evaluation_opportunities, ParagraphStyle::Body, &record.opportunities);
    part(draft, words.report_evaluation_evidence, ParagraphStyle::Entry, &record.evidence.join("\n"));
}

/// What concerns the whole item, under a heading of its own; nothing where it is empty.
fn part(draft: &mut Draft<'_>, heading: &str, style: ParagraphStyle, text: &str) {
    if !text.trim().is_empty() {
        draft.heading(4, heading);
        draft.paragraphs(style, text);
    }
}

/// The answers of the item as a whole; a factor without an answer in any scope is shown as missing.
fn whole_item(draft: &mut Draft<'_>, slot: ItemSlot) {
    let record = draft.assessment.item(slot).clone();
    let rubric = draft.pack.rubric_of(slot);
    for (at, factor) in rubric.factors.iter().enumerate() {
        let label = draft.pack_words.factor(&rubric.id, &factor.id);
        if (0..record.scopes()).all(|scope| record.answer(scope, at).trim().is_empty()) {
            draft.paragraphs(ParagraphStyle::Label, label);
            draft.missing();
        } else {
            draft.labelled(label, ParagraphStyle::Body, record.answer(0, at));
        }
    }
}

fn sub_clause(draft: &mut Draft<'_>, slot: ItemSlot, scope: usize) {
    let record = draft.assessment.item(slot).clone();
    let (item, rubric) = (draft.pack.item(slot), draft.pack.rubric_of(slot));
    let prompt = &item.prompts[scope - 1];
    let heading = match &prompt.number {
        Some(number) => fill(
            draft.words.term_numbered,
            &[("number", number), ("name", draft.pack_words.prompt_name(&item.id, &prompt.id))],
        ),
        None => draft.pack_words.prompt(&item.id, &prompt.id).to_owned(),
    };
    draft.heading(4, heading);
    for (at, factor) in rubric.factors.iter().enumerate() {
        draft.labelled(draft.pack_words.factor(&rubric.id, &factor.id), ParagraphStyle::Body, record.answer(scope, at));
    }
}
