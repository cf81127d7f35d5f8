//! Part 7: the list of evidence: every reference once, with the places that name it.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::{Draft, one_line};
use super::figures::indicator_name;
use super::say;
use crate::assessment::FigureSlot;

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_evidence);
    let found = pieces(draft);
    if found.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.report_evidence_none);
        return;
    }
    draft.paragraphs(ParagraphStyle::Note, words.report_evidence_note);
    let rows = found.into_iter().enumerate().map(|(at, piece)| Row {
        weight: Weight::Plain,
        cells: vec![(at + 1).to_string(), piece.reference, piece.places.join(words.term_figure_separator)],
    });
    let rows = rows.collect();
    let columns = [
        (words.report_number, 8, Alignment::Centre),
        (words.report_evidence_reference, 46, Alignment::Start),
        (words.report_evidence_places, 46, Alignment::Start),
    ];
    draft.table(words.report_evidence_caption, &columns, rows);
}

/// A piece of evidence and where it is named.
struct Piece {
    reference: String,
    places: Vec<String>,
}

/// All evidence in the order it is first named: so far the references of items and indicators. A register enters here.
fn pieces(draft: &Draft<'_>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for (slot, _) in draft.pack.items() {
        for reference in &draft.assessment.item(slot).evidence {
            add(&mut found, reference, say::item_name(draft.pack, draft.language, slot));
        }
    }
    for reading in &draft.results.indicators {
        let Some(record) = draft.assessment.figures.record(reading.slot) else {
            continue;
        };
        add(&mut found, &record.evidence, named(draft, reading.slot));
    }
    conditions(draft, &mut found);
    found
}

/// Conditions are answered in prose that names evidence by number; prose that is nothing but a reference is one.
fn conditions(draft: &Draft<'_>, found: &mut Vec<Piece>) {
    let conditions = &draft.pack.structure().eligibility.conditions;
    for (condition, record) in conditions.iter().zip(&draft.assessment.eligibility.conditions) {
        let place = draft.pack_words.condition(&condition.id).to_owned();
        let text = record.evidence.trim();
        let mut known = false;
        for piece in found
            .iter_mut()
            .filter(|piece| number(&piece.reference).is_some_and(|number| names(text, number)))
        {
            known = true;
            if !piece.places.contains(&place) {
                piece.places.push(place.clone());
            }
        }
        if !known && number(text) == Some(text) {
            add(found, text, place);
        }
    }
}

/// Whether a text holds a number that does not go on: `E-3` stands in `见 E-3、E-12`, and not in `E-32`.
fn names(text: &str, number: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|character: char| character.is_ascii_alphanumeric() || character == '-');
    text.match_indices(number).any(|(at, _)| !goes_on(&text[at + number.len()..]))
}

fn named(draft: &Draft<'_>, slot: FigureSlot) -> String {
    one_line(&indicator_name(draft, slot))
}

/// Adds a place to the piece of that number, or a new piece. `E-36` is the piece that was named `E-36 检验报告`.
fn add(found: &mut Vec<Piece>, reference: &str, place: String) {
    let reference = reference.trim();
    if reference.is_empty() {
        return;
    }
    let same = |piece: &Piece| {
        piece.reference == reference
            || number(reference).is_some_and(|own| number(&piece.reference) == Some(own) && (own == reference || own == piece.reference))
    };
    let Some(piece) = found.iter_mut().find(|piece| same(piece)) else {
        found.push(Piece {
            reference: reference.to_owned(),
            places: vec![place],
        });
        return;
    };
    if piece.reference.len() < reference.len() {
        piece.reference = reference.to_owned();
    }
    if !piece.places.contains(&place) {
        piece.places.push(place);
    }
}

/// The number a reference begins with: its first word, where that holds a digit.
fn number(reference: &str) -> Option<&str> {
    reference
        .split_whitespace()
        .next()
        .filter(|word| word.len() <= 24 && word.contains(|character: char| character.is_ascii_digit()))
}
