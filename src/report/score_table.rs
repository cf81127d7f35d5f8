//! Part 5: the score table: every item with its maximum for this kind of applicant, the subtotals, the total, bonus
//! items apart, how it was rounded, and what the points are.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::language::fill;
use crate::scoring::{CategoryScore, ItemScore, Maximum, Points, Score, Tally};

pub(super) fn write(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    draft.heading(1, words.report_score());
    table(draft, score);
    if score.unrated > 0 {
        let text = fill(
            words.report_score_range(),
            &[
                ("items", &score.counted().to_string()),
                ("unrated", &score.unrated.to_string()),
                ("low", &score.range.0.to_string()),
                ("high", &score.range.1.to_string()),
            ],
        );
        draft.paragraphs(ParagraphStyle::Note, &text);
    }
    let rounding = say::rounding(draft.language, draft.pack.structure().scoring.rounding);
    draft.paragraphs(ParagraphStyle::Note, &fill(words.report_score_rule(), &[("rounding", rounding)]));
    for told in say::what_counts(draft.pack, draft.language, draft.assessment, score) {
        draft.paragraphs(ParagraphStyle::Note, &told);
    }
    draft.paragraphs(ParagraphStyle::Note, draft.pack_words.points_note());
    if let Some(attribution) = draft.pack.attribution("points") {
        let (source, status) = (draft.pack_words.source(&attribution.source), say::status(draft.language, attribution.status));
        draft.paragraphs(
            ParagraphStyle::Note,
            &fill(words.report_score_source(), &[("source", source), ("status", status)]),
        );
    }
}

fn table(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let mut rows = Vec::new();
    for category in &score.categories {
        let items = score.items.iter().filter(|item| draft.pack.category_of(item.item) == category.category);
        let items: Vec<Row> = items.filter(|item| !is_bonus(item)).map(|item| item_row(draft, item)).collect();
        if !items.is_empty() {
            rows.push(category_row(draft, category));
            rows.extend(items);
        }
    }
    for (rubric, tally) in draft.pack.structure().rubrics.iter().zip(&score.rubrics) {
        let judged = |item: &&ItemScore| draft.pack.item(item.item).rubric == rubric.id && !is_bonus(item);
        let rated = score.items.iter().filter(judged).any(|item| item.points.is_some());
        rows.push(tally_row(draft, Weight::Group, draft.pack_words.rubric(&rubric.id), tally, rated));
    }
    rows.push(tally_row(draft, Weight::Total, words.report_score_total(), &score.total, score.rated() > 0));
    rows.extend(bonus_rows(draft, score));
    let columns = [
        (words.report_score_clause(), 12, Alignment::Start),
        (words.report_score_name(), 46, Alignment::Start),
        (words.report_score_maximum(), 14, Alignment::End),
        (words.report_score_percent(), 14, Alignment::End),
        (words.report_score_points(), 14, Alignment::End),
    ];
    draft.table(words.report_score_caption(), &columns, rows);
}

/// Bonus items that apply stand apart, below the total; one that does not apply stands in its category like any other.
fn is_bonus(item: &ItemScore) -> bool {
    matches!(item.maximum, Maximum::Bonus(_))
}

/// The bonus items and the total with them; nothing where there are none.
fn bonus_rows(draft: &Draft<'_>, score: &Score) -> Vec<Row> {
    let words = draft.words;
    if !score.has_bonus() {
        return Vec::new();
    }
    let bonus: Vec<&ItemScore> = score.items.iter().filter(|item| is_bonus(item)).collect();
    let rated = bonus.iter().any(|item| item.points.is_some());
    let mut rows = vec![tally_row(draft, Weight::Group, words.term_bonus(), &score.bonus, rated)];
    rows.extend(bonus.into_iter().map(|item| item_row(draft, item)));
    let both = Tally {
        points: score.total.points + score.bonus.points,
        max: score.total.max + score.bonus.max,
    };
    rows.push(tally_row(draft, Weight::Total, words.term_bonus_total(), &both, rated || score.rated() > 0));
    rows
}

fn category_row(draft: &Draft<'_>, score: &CategoryScore) -> Row {
    let category = draft.pack.category(score.category);
    let applies = score.items > 0;
    Row {
        weight: Weight::Group,
        cells: vec![
            category.number.clone(),
            draft.pack_words.category(&category.id).to_owned(),
            if applies {
                score.tally.max.to_string()
            } else {
                draft.words.none().to_owned()
            },
            if applies {
                String::new()
            } else {
                draft.words.term_not_applicable().to_owned()
            },
            so_far(draft, &score.tally, score.rated > 0),
        ],
    }
}

/// Points so far; a dash while nothing is rated, because not rated is not 0.
fn so_far(draft: &Draft<'_>, tally: &Tally, rated: bool) -> String {
    if rated { tally.points.to_string() } else { draft.words.none().to_owned() }
}

fn item_row(draft: &Draft<'_>, score: &ItemScore) -> Row {
    let item = draft.pack.item(score.item);
    let or_none = |points: Option<Points>| points.map_or_else(|| draft.words.none().to_owned(), |points| points.to_string());
    Row {
        weight: Weight::Plain,
        cells: vec![
            item.number.clone(),
            draft.pack_words.item(&item.id).to_owned(),
            or_none(score.maximum.points()),
            percent(draft, score),
            or_none(score.points),
        ],
    }
}

/// The rating, or in words why there is none.
pub(super) fn percent(draft: &Draft<'_>, score: &ItemScore) -> String {
    match score.percent {
        _ if !score.maximum.applies() => draft.words.term_not_applicable().to_owned(),
        Some(percent) => percent.to_string(),
        None => draft.words.report_not_rated().to_owned(),
    }
}

fn tally_row(draft: &Draft<'_>, weight: Weight, name: &str, tally: &Tally, rated: bool) -> Row {
    Row {
        weight,
        cells: vec![
            String::new(),
            name.to_owned(),
            tally.max.to_string(),
            String::new(),
            so_far(draft, tally, rated),
        ],
    }
}
