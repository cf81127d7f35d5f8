//! The report, clause by clause: what was written to each, in the order of the pack, then the figures of the clause as one table
//! with the charts worth showing. What nobody wrote to does not stand in it.

use crate::assessment::ItemRecord;
use crate::criteria::{CategorySlot, ItemSlot};
use crate::language::fill;
use crate::report::document::ParagraphStyle;
use crate::report::draft::Draft;
use crate::report::{figures, say};

pub(super) fn write(draft: &mut Draft<'_>) {
    for at in 0..draft.pack.categories().len() {
        category(draft, CategorySlot(at));
    }
    let before = draft.blocks.len();
    draft.heading(2, draft.words.clean_other_results());
    if !figures::submitted_of_no_item(draft) {
        draft.blocks.truncate(before);
    }
}

fn category(draft: &mut Draft<'_>, slot: CategorySlot) {
    let pack = draft.pack;
    let category = pack.category(slot);
    let name = [("number", category.number.as_str()), ("name", draft.pack_words.category(&category.id))];
    let before = draft.blocks.len();
    draft.heading(2, fill(draft.words.term_numbered(), &name));
    let begun = draft.blocks.len();
    for slot in pack.items_of(slot) {
        item(draft, slot);
    }
    if draft.blocks.len() == begun {
        draft.blocks.truncate(before);
    }
}

/// One item under its name; nothing where it holds nothing.
fn item(draft: &mut Draft<'_>, slot: ItemSlot) {
    let before = draft.blocks.len();
    draft.heading(3, say::item_name(draft.pack, draft.language, slot));
    let begun = draft.blocks.len();
    within(draft, slot);
    if draft.blocks.len() == begun {
        draft.blocks.truncate(before);
    }
}

/// What stands under the name of an item: answers, figures, and the evidence it names.
pub(super) fn within(draft: &mut Draft<'_>, slot: ItemSlot) {
    let record = draft.assessment.item(slot).clone();
    for scope in 0..record.scopes() {
        if !record.scope_is_empty(scope) {
            answers(draft, slot, &record, scope);
        }
    }
    figures::submitted(draft, slot);
    let named: Vec<&str> = record
        .evidence
        .iter()
        .map(|reference| reference.trim())
        .filter(|reference| !reference.is_empty())
        .collect();
    if !named.is_empty() {
        let told = fill(draft.words.clean_item_evidence(), &[("list", &named.join(draft.words.term_list()))]);
        draft.paragraphs(ParagraphStyle::Body, &told);
    }
}

fn answers(draft: &mut Draft<'_>, slot: ItemSlot, record: &ItemRecord, scope: usize) {
    let (item, rubric) = (draft.pack.item(slot), draft.pack.rubric_of(slot));
    // A prompt without a number has no name: what it says is told to whoever writes, not to whoever reads.
    let prompt = scope.checked_sub(1).and_then(|at| item.prompts.get(at));
    if let Some((prompt, number)) = prompt.and_then(|prompt| Some((prompt, prompt.number.as_ref()?))) {
        let name = draft.pack_words.prompt_name(&item.id, &prompt.id);
        draft.heading(4, fill(draft.words.term_numbered(), &[("number", number), ("name", name)]));
    }
    for (at, factor) in rubric.factors.iter().enumerate() {
        draft.labelled(draft.pack_words.factor(&rubric.id, &factor.id), ParagraphStyle::Body, record.answer(scope, at));
    }
}
