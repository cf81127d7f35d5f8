//! References that name no entry of the register; without a register all of them: each once, with the places it stands at.

use super::register::told;
use crate::assessment::{Links, Referrer};
use crate::criteria::ConditionSlot;
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;

pub fn rows(draft: &Draft<'_>, links: &Links) -> Vec<Row> {
    let found = pieces(draft, links).into_iter().enumerate();
    let rows = found.map(|(at, piece)| Row {
        weight: Weight::Plain,
        cells: vec![(at + 1).to_string(), piece.reference, piece.places.join(draft.words.term_figure_separator())],
    });
    rows.collect()
}

pub fn write(draft: &mut Draft<'_>, caption: &str, rows: Vec<Row>) {
    let words = draft.words;
    let columns = [
        (words.report_number(), 8, Alignment::Centre),
        (words.report_evidence_reference(), 46, Alignment::Start),
        (words.report_evidence_places(), 46, Alignment::Start),
    ];
    draft.table(caption, &columns, rows);
}

/// A piece of evidence and where it is named.
struct Piece {
    reference: String,
    places: Vec<String>,
}

/// In the order they are first named: references of items and indicators, then conditions.
fn pieces(draft: &Draft<'_>, links: &Links) -> Vec<Piece> {
    let registered = |place: Referrer| links.at(place).is_some_and(|reference| !reference.entries.is_empty());
    let mut found: Vec<Piece> = Vec::new();
    let mut take = |place: Referrer, reference: &str| {
        if !registered(place) {
            add(&mut found, reference, told(draft, place));
        }
    };
    for (slot, _) in draft.pack.items() {
        for (at, reference) in draft.assessment.item(slot).evidence.iter().enumerate() {
            take(Referrer::Item(slot, at), reference);
        }
    }
    for reading in &draft.results.indicators {
        if let Some(record) = draft.assessment.figures.record(reading.slot) {
            take(Referrer::Figure(reading.slot), &record.evidence);
        }
    }
    conditions(draft, links, &mut found);
    found
}

/// Conditions are answered in prose that names evidence by number; prose that is nothing but a reference is one.
fn conditions(draft: &Draft<'_>, links: &Links, found: &mut Vec<Piece>) {
    let conditions = &draft.pack.structure().eligibility.conditions;
    for (at, (condition, record)) in conditions.iter().zip(&draft.assessment.eligibility.conditions).enumerate() {
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
        let registered = links
            .at(Referrer::Condition(ConditionSlot(at)))
            .is_some_and(|reference| !reference.entries.is_empty());
        if !known && !registered && number(text) == Some(text) {
            add(found, text, place);
        }
    }
}

/// Whether a text holds a number that does not go on: `E-3` stands in `见 E-3、E-12`, and not in `E-32`.
fn names(text: &str, number: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|character: char| character.is_ascii_alphanumeric() || character == '-');
    text.match_indices(number).any(|(at, _)| !goes_on(&text[at + number.len()..]))
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
