//! Part 6: the improvement plan: actions in the order of their gain for the effort, what they and the targets would bring,
//! and the opportunities the items name.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::{Draft, one_line};
use super::say;
use crate::assessment::ImprovementAction;
use crate::language::{codes, fill};
use crate::scoring::{Assumption, RankedAction, rank_actions, score, what_if};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_improvement());
    let opportunities = opportunities(draft);
    if draft.assessment.improvement.is_blank() && opportunities.is_empty() {
        draft.paragraphs(ParagraphStyle::Body, words.report_improvement_none());
        return;
    }
    actions(draft);
    targets(draft);
    if !opportunities.is_empty() {
        draft.paragraphs(ParagraphStyle::Note, words.report_improvement_note());
        let columns = [
            (words.report_number(), 8, Alignment::Centre),
            (words.report_improvement_item(), 26, Alignment::Start),
            (words.report_evaluation_opportunities(), 66, Alignment::Start),
        ];
        draft.table(words.report_improvement_opportunities(), &columns, opportunities);
    }
}

fn actions(draft: &mut Draft<'_>) {
    let words = draft.words;
    let assessment = draft.assessment;
    let ranked = rank_actions(draft.pack, assessment);
    if ranked.is_empty() {
        return;
    }
    draft.paragraphs(ParagraphStyle::Note, words.improvement_order());
    let rows = ranked
        .iter()
        .enumerate()
        .map(|(place, ranked)| row(draft, place, ranked, &assessment.improvement.actions[ranked.at]));
    let rows = rows.collect();
    let columns = [
        (words.report_number(), 6, Alignment::Centre),
        (words.improvement_action(), 24, Alignment::Start),
        (words.report_improvement_item(), 18, Alignment::Start),
        (words.improvement_owner(), 15, Alignment::Start),
        (words.improvement_dates(), 16, Alignment::Start),
        (words.improvement_progress(), 9, Alignment::Centre),
        (words.improvement_effort(), 10, Alignment::Centre),
        (words.improvement_points(), 12, Alignment::End),
    ];
    draft.table(words.report_improvement_caption(), &columns, rows);
}

fn row(draft: &Draft<'_>, place: usize, ranked: &RankedAction, action: &ImprovementAction) -> Row {
    let words = draft.words;
    let dash = || words.none().to_owned();
    let item = ranked.item.map_or_else(dash, |slot| say::item_name(draft.pack, draft.language, slot));
    let days = [action.start, action.due].map(|date| date.map_or_else(dash, |date| say::date(draft.language, date)));
    Row {
        weight: Weight::Plain,
        cells: vec![
            (place + 1).to_string(),
            [&say::action_title(draft.language, ranked.at, &action.title), "\n", action.note.trim()].concat(),
            item,
            action.owner.trim().to_owned(),
            days.join("\n"),
            words.by_code(&codes::PROGRESS, action.progress.word()).to_owned(),
            effort(words, action),
            ranked.points.map_or_else(dash, |points| points.to_string()),
        ],
    }
}

/// An action that is to be done, with its state, who sees to it and by when, as far as that is noted: `修订供方评价办法（进行中；采购部；2017年6月30日）`.
pub(super) fn live_action(draft: &Draft<'_>, at: usize, action: &ImprovementAction) -> String {
    let words = draft.words;
    let state = words.by_code(&codes::PROGRESS, action.progress.word()).to_owned();
    let due = action.due.map_or_else(String::new, |day| say::date(draft.language, day));
    let known: Vec<String> = [state, one_line(&action.owner), due].into_iter().filter(|part| !part.is_empty()).collect();
    let title = one_line(&say::action_title(draft.language, at, &action.title));
    fill(
        words.report_status(),
        &[("text", &title), ("status", &known.join(words.term_figure_separator()))],
    )
}

/// The effort as it was given: person-days, else the size.
fn effort(words: &crate::language::Words, action: &ImprovementAction) -> String {
    match (action.days, action.size) {
        (Some(days), _) => fill(words.improvement_days_of(), &[("n", &days.to_string())]),
        (None, Some(size)) => say::action_size(words, size).to_owned(),
        (None, None) => words.none().to_owned(),
    }
}

/// Targets item by item, and what the total would be.
fn targets(draft: &mut Draft<'_>) {
    let (pack, words, assessment) = (draft.pack, draft.words, draft.assessment);
    if assessment.improvement.is_blank() {
        return;
    }
    let now = score(pack, assessment).total;
    let [actions, both] = [Assumption::Actions, Assumption::Both].map(|assumption| what_if(pack, assessment, assumption).total.points.to_string());
    let told = fill(
        words.improvement_outlook(),
        &[
            ("now", &now.points.to_string()),
            ("max", &now.max.to_string()),
            ("actions", &actions),
            ("both", &both),
        ],
    );
    draft.paragraphs(ParagraphStyle::Body, &told);
    let after = what_if(pack, assessment, Assumption::Targets);
    let rows = pack.items().filter_map(|(slot, _)| {
        let target = assessment.improvement.target(slot)?;
        let rated = |percent: Option<crate::assessment::Percent>| percent.map_or_else(|| words.report_not_rated().to_owned(), |percent| percent.to_string());
        let item = &after.items[slot.0];
        Some(Row {
            weight: Weight::Plain,
            cells: vec![
                say::item_name(pack, draft.language, slot),
                rated(assessment.item(slot).percent),
                target.to_string(),
                item.points.map_or_else(|| words.none().to_owned(), |points| points.to_string()),
            ],
        })
    });
    let rows = rows.collect();
    let columns = [
        (words.report_improvement_item(), 52, Alignment::Start),
        (words.improvement_now(), 16, Alignment::End),
        (words.improvement_target(), 16, Alignment::End),
        (words.improvement_target_points(), 16, Alignment::End),
    ];
    draft.table(words.improvement_targets(), &columns, rows);
}

/// Every item's opportunities, in the order of the items.
fn opportunities(draft: &Draft<'_>) -> Vec<Row> {
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
