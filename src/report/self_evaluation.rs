//! Part 4: the self-evaluation report, clause by clause, every answer in the order of the pack: approach, deployment,
//! learning and integration of a process, and of a result its figures below the answers. What is not meant for the kind
//! of applicant says so; what was written there is kept.

use super::document::ParagraphStyle;
use super::draft::Draft;
use super::figures;
use super::say;
use super::written::text_of;
use crate::assessment::{Field, ItemRecord};
use crate::criteria::{CategorySlot, ItemSlot, Kind};
use crate::language::fill;
use crate::scoring::{Maximum, Points, Score};

pub(super) fn write(draft: &mut Draft<'_>, score: &Score) {
    draft.heading(1, draft.words.report_evaluation());
    for at in 0..draft.pack.categories().len() {
        category(draft, score, CategorySlot(at));
    }
    figures::of_no_item(draft);
}

/// One item alone: answers, figures and evidence.
pub(super) fn one_item(draft: &mut Draft<'_>, score: &Score, slot: ItemSlot) {
    item(draft, slot, score.items[slot.0].maximum);
}

fn category(draft: &mut Draft<'_>, score: &Score, slot: CategorySlot) {
    let (pack, words) = (draft.pack, draft.words);
    let category = pack.category(slot);
    let name = fill(
        words.term_numbered(),
        &[("number", &category.number), ("name", draft.pack_words.category(&category.id))],
    );
    let of_category = score.categories[slot.0];
    let heading = match of_category.items {
        // Bonus items alone.
        0 if score.category_applies(pack, slot) => name,
        0 => fill(words.report_evaluation_not_applicable(), &[("name", &name)]),
        _ => pointed(words.report_evaluation_pointed(), &name, of_category.tally.max),
    };
    draft.heading(2, heading);
    for slot in pack.items_of(slot) {
        item(draft, slot, score.items[slot.0].maximum);
    }
}

/// A name with its points: `4.1.2 高层领导的作用（50 分）`.
fn pointed(text: &str, name: &str, points: Points) -> String {
    fill(text, &[("name", name), ("points", &points.to_string())])
}

fn item(draft: &mut Draft<'_>, slot: ItemSlot, maximum: Maximum) {
    let words = draft.words;
    let record = draft.assessment.item(slot).clone();
    let name = say::item_name(draft.pack, draft.language, slot);
    let heading = match maximum {
        Maximum::Counted(max) => pointed(words.report_evaluation_pointed(), &name, max),
        Maximum::Bonus(max) => pointed(words.report_evaluation_bonus(), &name, max),
        Maximum::NotApplicable => fill(words.report_evaluation_not_applicable(), &[("name", &name)]),
    };
    draft.heading(3, heading);
    // Nobody has to answer what does not apply, or a bonus item that is not rated.
    let expected = match maximum {
        Maximum::Counted(_) => true,
        Maximum::Bonus(_) => record.percent.is_some(),
        Maximum::NotApplicable => {
            let told = if has_text(&record) {
                words.report_evaluation_not_for_kind_kept()
            } else {
                words.report_evaluation_not_for_kind()
            };
            draft.paragraphs(ParagraphStyle::Note, told);
            false
        }
    };
    if !record.is_unanswered() {
        whole_item(draft, slot, expected);
        for scope in (1..record.scopes()).filter(|&scope| !record.scope_is_empty(scope)) {
            sub_clause(draft, slot, scope);
        }
    } else if maximum != Maximum::NotApplicable {
        if expected {
            draft.missing();
        }
        factors(draft, slot, 0);
    }
    figures::of_item(draft, slot);
    let applies = maximum != Maximum::NotApplicable;
    remark(draft, words.report_evaluation_strengths(), Field::Strengths(slot), applies);
    remark(draft, words.report_evaluation_opportunities(), Field::Opportunities(slot), applies);
    let evidence = record.evidence.join("\n");
    if !evidence.trim().is_empty() {
        draft.heading(4, words.report_evaluation_evidence());
        draft.paragraphs(ParagraphStyle::Entry, &evidence);
    }
}

/// Whether anything of the item stands in the report.
fn has_text(record: &ItemRecord) -> bool {
    let remarks = [&record.strengths, &record.opportunities];
    !record.is_unanswered() || remarks.iter().any(|text| !text.trim().is_empty()) || !record.evidence.is_empty()
}

/// What concerns the whole item, under a heading of its own; where it is empty and the item applies, nothing but the place to write it.
fn remark(draft: &mut Draft<'_>, heading: &str, field: Field, applies: bool) {
    if !text_of(draft.assessment, field).trim().is_empty() {
        draft.heading(4, heading);
        draft.written(field);
    } else if applies {
        draft.asked(heading, field);
    }
}

/// The answers of one scope.
fn factors(draft: &mut Draft<'_>, slot: ItemSlot, scope: usize) {
    let rubric = draft.pack.rubric_of(slot);
    for (factor, known) in rubric.factors.iter().enumerate() {
        draft.asked(draft.pack_words.factor(&rubric.id, &known.id), Field::Answer { item: slot, scope, factor });
    }
}

/// The answers of the item as a whole; where they are expected, a factor without an answer in any scope is shown as
/// missing.
fn whole_item(draft: &mut Draft<'_>, slot: ItemSlot, expected: bool) {
    let record = draft.assessment.item(slot).clone();
    let rubric = draft.pack.rubric_of(slot);
    for (at, factor) in rubric.factors.iter().enumerate() {
        let label = draft.pack_words.factor(&rubric.id, &factor.id);
        let field = Field::Answer {
            item: slot,
            scope: 0,
            factor: at,
        };
        let is_answered = |scope: usize| !record.answer(scope, at).trim().is_empty();
        if expected && !(0..record.scopes()).any(is_answered) {
            draft.paragraphs(ParagraphStyle::Label, label);
            draft.written(field);
        } else if is_answered(0) {
            draft.asked(label, field);
        }
    }
}

fn sub_clause(draft: &mut Draft<'_>, slot: ItemSlot, scope: usize) {
    let item = draft.pack.item(slot);
    let prompt = &item.prompts[scope - 1];
    let heading = match &prompt.number {
        Some(number) => fill(
            draft.words.term_numbered(),
            &[("number", number), ("name", draft.pack_words.prompt_name(&item.id, &prompt.id))],
        ),
        None => draft.pack_words.prompt(&item.id, &prompt.id).to_owned(),
    };
    draft.heading(4, heading);
    if !Kind::among(draft.assessment.organisation.kind, &prompt.applies_to) {
        draft.paragraphs(ParagraphStyle::Note, draft.words.report_evaluation_prompt_not_for_kind());
    }
    factors(draft, slot, scope);
}
