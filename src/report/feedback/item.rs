//! One item of the feedback report: band in words, why it matters, strengths and opportunities with factor and evidence.

use crate::assessment::ItemRecord;
use crate::criteria::ItemSlot;
use crate::indicators::{IndicatorReading, Judgement, Standing};
use crate::language::fill;
use crate::report::document::{Alignment, KeyValue, ParagraphStyle, Row, Weight};
use crate::report::draft::{Draft, one_line, pair};
use crate::report::figures::{comparison_told, indicator_name, level_told, trend_told};
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
    let (above, below) = beside_the_band(draft, slot, &record, of_item.band);
    let (good, poor) = figures(draft, slot);
    part(
        draft,
        words.report_evaluation_strengths(),
        &record.strengths,
        above.into_iter().chain(good).collect(),
        words.feedback_item_no_strengths(),
    );
    part(
        draft,
        words.report_evaluation_opportunities(),
        &record.opportunities,
        below.into_iter().chain(poor).collect(),
        words.feedback_item_no_opportunities(),
    );
}

/// The range of the band the item lies in: `50–65%`.
fn band_told(draft: &Draft<'_>, slot: ItemSlot, band: Option<usize>) -> String {
    let words = draft.words;
    let Some(band) = band.and_then(|band| draft.pack.rubric_of(slot).bands.get(band)) else {
        return words.feedback_item_unrated().to_owned();
    };
    fill(words.feedback_item_range(), &[("from", &band.from.to_string()), ("to", &band.to.to_string())])
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
                fill(words.feedback_item_range(), &[("from", &band.from.to_string()), ("to", &band.to.to_string())]),
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

/// Factors whose band lies above the item's, and those below.
fn beside_the_band(draft: &Draft<'_>, slot: ItemSlot, record: &ItemRecord, band: Option<usize>) -> (Vec<String>, Vec<String>) {
    let words = draft.words;
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let Some(of_item) = band else { return (above, below) };
    let rubric = draft.pack.rubric_of(slot);
    for (factor, &chosen) in rubric.factors.iter().zip(&record.bands) {
        let Some((at, band)) = chosen.and_then(|at| Some((at, rubric.bands.get(at)?))) else {
            continue;
        };
        let (text, to) = match at.cmp(&of_item) {
            std::cmp::Ordering::Greater => (words.feedback_item_above(), &mut above),
            std::cmp::Ordering::Less => (words.feedback_item_below(), &mut below),
            std::cmp::Ordering::Equal => continue,
        };
        let told = draft.pack_words.band(&rubric.id, &band.id, &factor.id);
        to.push(fill(text, &[("factor", draft.pack_words.factor(&rubric.id, &factor.id)), ("words", told)]));
    }
    (above, below)
}

/// What figures say for the item and against it: level, trend and comparison, with the evidence named beside them.
fn figures(draft: &Draft<'_>, slot: ItemSlot) -> (Vec<String>, Vec<String>) {
    let (mut good, mut poor) = (Vec::new(), Vec::new());
    let of_item = draft
        .results
        .indicators
        .iter()
        .filter(|reading| reading.applies && reading.place.is_some_and(|(item, _)| item == slot));
    for reading in of_item {
        let trend = reading.trend();
        let beside = reading.statistics.as_ref().filter(|_| reading.direction.is_some());
        let beside = beside.and_then(|found| found.comparison.as_ref()).map(|comparison| comparison.latest);
        let (up, down) = (trend == Some(Judgement::Improving), trend == Some(Judgement::Worsening));
        let met = reading
            .statistics
            .as_ref()
            .filter(|_| reading.direction.is_some())
            .and_then(|found| found.target);
        let (reached, missed) = (met.is_some_and(|level| level.met), met.is_some_and(|level| !level.met));
        let (leads, behind) = (beside == Some(Standing::Leads), beside == Some(Standing::Behind));
        if reached || up || leads {
            good.push(figure(draft, slot, reading, [reached, up, leads]));
        }
        if missed || down || behind {
            poor.push(figure(draft, slot, reading, [missed, down, behind]));
        }
    }
    (good, poor)
}

fn figure(draft: &Draft<'_>, slot: ItemSlot, reading: &IndicatorReading, [level, trend, comparison]: [bool; 3]) -> String {
    let words = draft.words;
    let rubric = draft.pack.rubric_of(slot);
    let factor = |id: &str| {
        rubric
            .factors
            .iter()
            .any(|factor| factor.id == id)
            .then(|| draft.pack_words.factor(&rubric.id, id))
    };
    let (mut factors, mut told) = (Vec::new(), Vec::new());
    if level {
        factors.extend(factor("level"));
        told.push(level_told(draft, reading));
    }
    if trend {
        factors.extend(factor("trend"));
        told.push(trend_told(draft, reading).to_owned());
    }
    if comparison {
        factors.extend(factor("comparison"));
        told.push(comparison_told(draft, reading));
    }
    let indicator = indicator_name(draft, reading.slot);
    let told = one_line(&told.join(words.term_figure_separator()));
    let told = fill(
        words.feedback_item_figure(),
        &[
            ("indicator", &one_line(&indicator)),
            ("factors", &factors.join(words.term_list())),
            ("told", &told),
        ],
    );
    let evidence = draft.assessment.figures.record(reading.slot).map_or("", |record| record.evidence.trim());
    if evidence.is_empty() {
        return told;
    }
    fill(words.feedback_item_with_evidence(), &[("told", &told), ("evidence", &one_line(evidence))])
}

/// What the person wrote, then what bands and figures add; says so where there is neither.
fn part(draft: &mut Draft<'_>, title: &str, written: &str, more: Vec<String>, none: &str) {
    draft.heading(4, title);
    if written.trim().is_empty() && more.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, none);
        return;
    }
    draft.paragraphs(ParagraphStyle::Body, written);
    draft.paragraphs(ParagraphStyle::Entry, &more.join("\n"));
}
