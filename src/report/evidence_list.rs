//! The evidence register as a table: what each entry is, where it lies, and what refers to it.

use super::document::{Alignment, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::assessment::{EvidenceEntry, FigureSlot, Links, Referrer};
use crate::language::fill;

/// Writes the table of all entries.
pub(super) fn write(draft: &mut Draft<'_>, links: &Links) {
    let words = draft.words;
    let entries = draft.assessment.evidence.entries.iter().enumerate();
    let rows = entries.map(|(at, entry)| Row {
        weight: Weight::Plain,
        cells: vec![
            entry.number.to_string(),
            what(draft, entry),
            when(draft, entry),
            place(draft, entry),
            places(draft, links.of_entry.get(at).map_or(&[], Vec::as_slice)),
        ],
    });
    let rows = rows.collect();
    let columns = [
        (words.register_number, 10, Alignment::Start),
        (words.register_name, 30, Alignment::Start),
        (words.register_date, 16, Alignment::Start),
        (words.register_place, 20, Alignment::Start),
        (words.report_evidence_places, 24, Alignment::Start),
    ];
    draft.table(words.register_title, &columns, rows);
}

/// Title, and below it kind and confidentiality.
fn what(draft: &Draft<'_>, entry: &EvidenceEntry) -> String {
    let title = match entry.title.trim() {
        "" => draft.words.register_untitled,
        title => title,
    };
    let kind = say::evidence_kind(draft.language, entry.kind);
    let who = say::confidentiality(draft.language, entry.confidentiality);
    [title, "\n", kind, draft.words.term_list, who].concat()
}

/// The day, and below it the last day it is valid on.
fn when(draft: &Draft<'_>, entry: &EvidenceEntry) -> String {
    let date = entry.date.map(|date| date.to_string());
    let valid = entry
        .valid_until
        .map(|date| fill(draft.words.report_evidence_valid, &[("date", &date.to_string())]));
    date.into_iter().chain(valid).collect::<Vec<String>>().join("\n")
}

/// Place, keeper and file, a line each.
fn place(draft: &Draft<'_>, entry: &EvidenceEntry) -> String {
    let file = entry.file.as_ref().map(|file| {
        let values = [("name", &*file.name), ("size", &say::file_size(file.size))];
        fill(draft.words.report_evidence_file, &values)
    });
    let lines = [entry.place.trim().to_owned(), entry.owner.trim().to_owned()].into_iter().chain(file);
    lines.filter(|line| !line.is_empty()).collect::<Vec<String>>().join("\n")
}

/// What refers to it, each once.
fn places(draft: &Draft<'_>, places: &[Referrer]) -> String {
    let mut told: Vec<String> = Vec::new();
    for place in places {
        let own = match place {
            Referrer::Figure(FigureSlot::Own(at)) => draft.assessment.figures.own.get(*at).map_or("", |own| &*own.name),
            _ => "",
        };
        let name = say::referrer(draft.pack, draft.language, *place, own);
        if !told.contains(&name) {
            told.push(name);
        }
    }
    told.join(draft.words.term_figure_separator)
}
