//! Part 4: the score table: every item, the subtotals, the total, how it was rounded, what the points are, and what
//! the total is read against.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::criteria::CategorySlot;
use crate::language::fill;
use crate::scoring::{CategoryScore, ItemScore, Score, Tally};

/// Stands where there are no points.
const NONE: &str = "–";

pub(super) fn write(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    draft.heading(1, words.report_score);
    table(draft, score);
    if score.unrated > 0 {
        let text = fill(
            words.report_score_range,
            &[
                ("items", &score.items.len().to_string()),
                ("unrated", &score.unrated.to_string()),
                ("low", &score.range.0.to_string()),
                ("high", &score.range.1.to_string()),
            ],
        );
        draft.paragraphs(ParagraphStyle::Note, &text);
    }
    let rounding = say::rounding(draft.language, draft.pack.structure().scoring.rounding);
    draft.paragraphs(ParagraphStyle::Note, &fill(words.report_score_rule, &[("rounding", rounding)]));
    draft.paragraphs(ParagraphStyle::Note, draft.pack_words.points_note());
    if let Some(attribution) = draft.pack.attribution("points") {
        let (source, status) = (draft.pack_words.source(&attribution.source), say::status(draft.language, attribution.status));
        draft.paragraphs(
            ParagraphStyle::Note,
            &fill(words.report_score_source, &[("source", source), ("status", status)]),
        );
    }
    reading(draft, score);
    remarks(draft);
}

fn table(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let mut rows = Vec::new();
    for category in &score.categories {
        rows.push(category_row(draft, category));
        let items = score.items.iter().filter(|item| draft.pack.category_of(item.item) == category.category);
        rows.extend(items.map(|item| item_row(draft, item)));
    }
    for (rubric, tally) in draft.pack.structure().rubrics.iter().zip(&score.rubrics) {
        let judged = |item: &&ItemScore| draft.pack.item(item.item).rubric == rubric.id;
        let rated = score.items.iter().filter(judged).any(|item| item.points.is_some());
        rows.push(tally_row(Weight::Group, draft.pack_words.rubric(&rubric.id), tally, rated));
    }
    rows.push(tally_row(Weight::Total, words.report_score_total, &score.total, score.rated() > 0));
    let columns = [
        (words.report_score_clause, 12, Alignment::Start),
        (words.report_score_name, 46, Alignment::Start),
        (words.report_score_maximum, 14, Alignment::End),
        (words.report_score_percent, 14, Alignment::End),
        (words.report_score_points, 14, Alignment::End),
    ];
    draft.table(words.report_score, &columns, rows);
}

fn category_row(draft: &Draft<'_>, score: &CategoryScore) -> Row {
    let CategorySlot(at) = score.category;
    let category = draft.pack.category(CategorySlot(at));
    Row {
        weight: Weight::Group,
        cells: vec![
            category.number.clone(),
            draft.pack_words.category(&category.id).to_owned(),
            score.tally.max.to_string(),
            String::new(),
            so_far(&score.tally, score.rated > 0),
        ],
    }
}

/// Points so far; a dash while nothing is rated, because not rated is not 0.
fn so_far(tally: &Tally, rated: bool) -> String {
    if rated { tally.points.to_string() } else { NONE.to_owned() }
}

fn item_row(draft: &Draft<'_>, score: &ItemScore) -> Row {
    let item = draft.pack.item(score.item);
    let not_rated = || draft.words.report_not_rated.to_owned();
    Row {
        weight: Weight::Plain,
        cells: vec![
            item.number.clone(),
            draft.pack_words.item(&item.id).to_owned(),
            score.max.to_string(),
            score.percent.map_or_else(not_rated, |percent| percent.to_string()),
            score.points.map_or_else(|| NONE.to_owned(), |points| points.to_string()),
        ],
    }
}

fn tally_row(weight: Weight, name: &str, tally: &Tally, rated: bool) -> Row {
    Row {
        weight,
        cells: vec![String::new(), name.to_owned(), tally.max.to_string(), String::new(), so_far(tally, rated)],
    }
}

/// The meaning of the total once everything is rated, and the lines it is read against.
fn reading(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let lines = &draft.pack.structure().scoring.reference_lines;
    let whole = score.total.points.hundredths() / 100;
    let bands = &draft.pack.structure().maturity;
    let band = bands.iter().find(|band| whole <= u64::from(band.to)).filter(|_| score.unrated == 0);
    if band.is_none() && lines.is_empty() && draft.assessment.reference_points.is_none() {
        return;
    }
    draft.heading(2, words.report_score_reading);
    if let Some(band) = band {
        let text = fill(
            words.report_score_maturity,
            &[
                ("points", &score.total.points.to_string()),
                ("from", &band.from.to_string()),
                ("to", &band.to.to_string()),
                ("meaning", draft.pack_words.maturity(&band.id)),
                ("status", draft.status(&format!("maturity/{}", band.id))),
            ],
        );
        draft.paragraphs(ParagraphStyle::Body, &text);
    }
    draft.paragraphs(ParagraphStyle::Label, words.report_score_lines);
    if let Some(points) = draft.assessment.reference_points {
        draft.paragraphs(ParagraphStyle::Entry, &fill(words.report_score_own_line, &[("points", &points.to_string())]));
    }
    for line in lines {
        let status = draft.status(&format!("reference/{}", line.id));
        let text = fill(words.report_status, &[("text", draft.pack_words.reference(&line.id)), ("status", status)]);
        draft.paragraphs(ParagraphStyle::Entry, &text);
    }
}

/// Why the ratings are what they are, where somebody said so.
fn remarks(draft: &mut Draft<'_>) {
    let words = draft.words;
    let pack = draft.pack;
    let remarked: Vec<_> = pack
        .items()
        .map(|(slot, _)| slot)
        .filter(|&slot| !draft.assessment.item(slot).remark.trim().is_empty())
        .collect();
    if remarked.is_empty() {
        return;
    }
    draft.heading(2, words.report_score_remarks);
    for slot in remarked {
        let record = draft.assessment.item(slot).clone();
        let percent = record.percent.map_or_else(|| words.report_not_rated.to_owned(), |percent| percent.to_string());
        let label = fill(
            words.report_score_remark,
            &[("item", &say::item_name(pack, draft.language, slot)), ("percent", &percent)],
        );
        draft.labelled(&label, ParagraphStyle::Body, &record.remark);
    }
}
