//! The evidence to have at hand: of one item, and all of it by the place where it is kept.

use crate::assessment::{EvidenceEntry, Links, Referrer};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::report::document::{Alignment, ParagraphStyle, Row, Weight};
use crate::report::draft::{Draft, one_line};
use crate::report::{evidence, say};

/// The entries an item or its indicators name, by position.
fn named(draft: &Draft<'_>, links: &Links, item: ItemSlot) -> Vec<usize> {
    let is_here = |place: &Referrer| match place {
        Referrer::Item(slot, _) | Referrer::Texts(slot) => *slot == item,
        Referrer::Figure(slot) => {
            let mut readings = draft.results.indicators.iter().filter(|reading| reading.slot == *slot);
            readings.any(|reading| reading.place.is_some_and(|(slot, _)| slot == item))
        }
        Referrer::Condition(_) | Referrer::Overview(_) => false,
    };
    let entries = links.of_entry.iter().enumerate();
    entries.filter(|(_, places)| places.iter().any(is_here)).map(|(at, _)| at).collect()
}

/// The places where the evidence of some items is kept, each once, as far as they are noted.
pub fn places(draft: &Draft<'_>, links: &Links, items: &[ItemSlot]) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for at in items.iter().flat_map(|item| named(draft, links, *item)) {
        let place = draft.assessment.evidence.entries.get(at).map(|entry| one_line(&entry.place));
        places.extend(place.filter(|place| !place.is_empty() && !places.contains(place)));
    }
    places
}

/// The evidence of an item with who keeps it and where, then references that name no entry; says so where there is none.
pub fn of_item(draft: &mut Draft<'_>, links: &Links, item: ItemSlot) {
    let words = draft.words;
    let entries = &draft.assessment.evidence.entries;
    let mut told: Vec<String> = named(draft, links, item)
        .into_iter()
        .filter_map(|at| Some(told(draft, entries.get(at)?)))
        .collect();
    let references = draft.assessment.item(item).evidence.iter().enumerate();
    let others = references.filter(|(at, _)| links.at(Referrer::Item(item, *at)).is_none_or(|reference| reference.entries.is_empty()));
    told.extend(others.map(|(_, reference)| one_line(reference)).filter(|reference| !reference.is_empty()));
    if told.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.feedback_item_no_evidence());
    } else {
        draft.labelled(words.site_review_evidence(), ParagraphStyle::Entry, &told.join("\n"));
    }
}

/// `E-03 企业文化手册（质量管理部；档案室 2 号柜）`.
fn told(draft: &Draft<'_>, entry: &EvidenceEntry) -> String {
    let words = draft.words;
    let place = match one_line(&entry.place) {
        place if place.is_empty() => words.site_review_no_place().to_owned(),
        place => place,
    };
    let kept: Vec<String> = [one_line(&entry.owner), place].into_iter().filter(|part| !part.is_empty()).collect();
    let name = one_line(&fill(words.term_numbered(), &[("number", &entry.number), ("name", &entry.title)]));
    fill(words.report_status(), &[("text", &name), ("status", &kept.join(words.term_figure_separator()))])
}

/// The register, a group of rows for each place in the order in which places come up; last what has none.
pub fn by_place(draft: &mut Draft<'_>, links: &Links) {
    let words = draft.words;
    draft.heading(1, words.site_review_by_place());
    let entries = draft.assessment.evidence.entries.clone();
    if entries.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.site_review_no_register());
    }
    let mut places: Vec<String> = Vec::new();
    for place in entries.iter().map(|entry| one_line(&entry.place)) {
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    places.push(String::new());
    let mut rows: Vec<Row> = Vec::new();
    for place in &places {
        let here = entries.iter().zip(&links.of_entry).filter(|(entry, _)| one_line(&entry.place) == *place);
        let begun = rows.len();
        rows.extend(here.map(|(entry, referrers)| row(draft, entry, referrers)));
        if rows.len() > begun {
            let title = if place.is_empty() { words.site_review_no_place() } else { place.as_str() };
            let mut cells = vec![title.to_owned()];
            cells.resize(COLUMNS, String::new());
            rows.insert(begun, Row { weight: Weight::Group, cells });
        }
    }
    let columns: [_; COLUMNS] = [
        (words.report_evidence_title(), 32, Alignment::Start),
        (words.report_evidence_number(), 11, Alignment::Start),
        (words.site_review_keeper(), 17, Alignment::Start),
        (words.site_review_confidentiality(), 12, Alignment::Start),
        (words.report_evidence_places(), 28, Alignment::Start),
    ];
    draft.table(words.site_review_by_place_caption(), &columns, rows);
    evidence::unregistered(draft, words.report_evidence_unregistered(), links);
}

const COLUMNS: usize = 5;

fn row(draft: &Draft<'_>, entry: &EvidenceEntry, referrers: &[Referrer]) -> Row {
    let mut named: Vec<String> = Vec::new();
    for place in referrers {
        let told = evidence::told(draft, *place);
        if !named.contains(&told) {
            named.push(told);
        }
    }
    Row {
        weight: Weight::Plain,
        cells: vec![
            one_line(&entry.title),
            entry.number.to_string(),
            one_line(&entry.owner),
            say::confidentiality(draft.language, entry.confidentiality).to_owned(),
            named.join(draft.words.term_figure_separator()),
        ],
    }
}
