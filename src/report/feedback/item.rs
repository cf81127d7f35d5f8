//! One item of the feedback report: band in words, why it matters, strengths and opportunities with factor and evidence.

use super::observations::{Side, said};
use crate::assessment::ItemRecord;
use crate::criteria::{Band, ItemSlot};
use crate::language::fill;
use crate::report::document::{Alignment, KeyValue, ParagraphStyle, Row, Weight};
use crate::report::draft::{Draft, one_line, pair};
use crate::report::say;
use crate::scoring::{Maximum, Score};

/// Nothing for an item that does not apply, or a bonus item that is not rated.
pub fn write(draft: &mut Draft<'_>, score: &Score, slot: ItemSlot) {
    let of_item = &score.items[slot.0];
    let max = match of_item.maximum {
        Maximum::Counted(max) => max,
        Maximum::Bonus(max) if of_item.percent.is_some() => max,
        _ => return,
    };
    let words = draft.words;
    let record = draft.assessment.item(slot).clone();
    draft.heading(2, say::item_name(draft.pack, draft.language, slot));
    let mut pairs = vec![pair(words.feedback_item_band(), &band_told(draft, slot, of_item.band))];
    pairs.push(why(draft, slot, &max.to_string(), &score.total.max.to_string()));
    let evidence = one_line(&record.evidence.join(words.term_figure_separator()));
    let evidence = if evidence.is_empty() { words.feedback_item_no_evidence() } else { &evidence };
    pairs.push(pair(words.feedback_item_evidence(), evidence));
    draft.key_values(pairs);
    factors(draft, slot, &record);
    let parts = [
        (
            Side::Strength,
            words.report_evaluation_strengths(),
            &record.strengths,
            words.feedback_item_no_strengths(),
        ),
        (
            Side::Opportunity,
            words.report_evaluation_opportunities(),
            &record.opportunities,
            words.feedback_item_no_opportunities(),
        ),
    ];
    for (side, title, written, none) in parts {
        let told = said(draft, slot, of_item.band, side);
        part(draft, title, written, &told, none);
    }
}

/// The range of the band the item lies in: `50%–65%`.
fn band_told(draft: &Draft<'_>, slot: ItemSlot, band: Option<usize>) -> String {
    let words = draft.words;
    let Some(band) = band.and_then(|band| draft.pack.rubric_of(slot).bands.get(band)) else {
        return words.feedback_item_unrated().to_owned();
    };
    range(draft, band)
}

fn range(draft: &Draft<'_>, band: &Band) -> String {
    draft.language.percents(band.from, band.to)
}

fn why(draft: &Draft<'_>, slot: ItemSlot, points: &str, total: &str) -> KeyValue {
    let words = draft.words;
    let mut lines = vec![fill(words.feedback_item_weight(), &[("points", points), ("total", total)])];
    let orientations = &draft.pack.item(slot).orientations;
    if !orientations.is_empty() {
        let names: Vec<&str> = orientations.iter().map(|id| draft.pack_words.orientation(id)).collect();
        lines.push(fill(words.feedback_item_orientations(), &[("orientations", &names.join(words.term_list()))]));
    }
    pair(words.feedback_item_why(), &lines.join("\n"))
}

/// The chosen band of every factor in words; nothing where none is chosen.
fn factors(draft: &mut Draft<'_>, slot: ItemSlot, record: &ItemRecord) {
    let words = draft.words;
    let rubric = draft.pack.rubric_of(slot);
    let chosen = rubric.factors.iter().zip(&record.bands);
    let rows = chosen.filter_map(|(factor, &band)| {
        let band = rubric.bands.get(band?)?;
        Some(Row {
            weight: Weight::Plain,
            cells: vec![
                draft.pack_words.factor(&rubric.id, &factor.id).to_owned(),
                range(draft, band),
                draft.pack_words.band(&rubric.id, &band.id, &factor.id).to_owned(),
            ],
        })
    });
    let rows = rows.collect();
    let columns = [
        (words.feedback_item_factor(), 18, Alignment::Start),
        (words.feedback_item_chosen(), 18, Alignment::Centre),
        (words.feedback_item_words(), 64, Alignment::Start),
    ];
    let name = draft.pack_words.item(&draft.pack.item(slot).id);
    draft.table(&fill(words.feedback_item_factors(), &[("name", name)]), &columns, rows);
}

/// What the person wrote, then what bands and figures add, a paragraph for each factor; says so where there is neither.
fn part(draft: &mut Draft<'_>, title: &str, written: &str, more: &[String], none: &str) {
    draft.heading(3, title);
    if written.trim().is_empty() && more.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, none);
        return;
    }
    draft.paragraphs(ParagraphStyle::Body, written);
    draft.paragraphs(ParagraphStyle::Body, &more.join("\n"));
}
