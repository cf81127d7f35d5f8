//! The register as a table, an entry a row.

use crate::assessment::{EvidenceEntry, FigureSlot, Links, Referrer};
use crate::language::fill;
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::{Draft, one_line};
use crate::report::figures::indicator_name;
use crate::report::say;

pub fn rows(draft: &Draft<'_>, links: &Links) -> Vec<Row> {
    let entries = draft.assessment.evidence.entries.iter().zip(&links.of_entry);
    entries.map(|(entry, places)| row(draft, entry, places)).collect()
}

pub fn write(draft: &mut Draft<'_>, rows: Vec<Row>) {
    let words = draft.words;
    let columns = [
        (words.report_evidence_number(), 8, Alignment::Start),
        (words.report_evidence_title(), 24, Alignment::Start),
        (words.report_evidence_kind(), 20, Alignment::Start),
        (words.report_evidence_keeping(), 18, Alignment::Start),
        (words.report_evidence_places(), 37, Alignment::Start),
    ];
    if !rows.is_empty() {
        draft.table_of_entries(words.report_evidence_caption(), &columns, rows);
    }
}

fn row(draft: &Draft<'_>, entry: &EvidenceEntry, places: &[Referrer]) -> Row {
    let (words, language) = (draft.words, draft.language);
    let date = |date| say::date(language, date);
    let file = entry.file.as_ref().map(|file| {
        let size = say::file_size(file.size);
        fill(words.report_status(), &[("text", &one_line(&file.name)), ("status", &size)])
    });
    let title = [Some(entry.title.trim().to_owned()), file];
    let until = entry.valid_until.map(|day| fill(words.report_evidence_until(), &[("date", &date(day))]));
    let kind = [Some(say::evidence_kind(language, entry.kind).to_owned()), entry.date.map(date), until];
    let keeping = [
        Some(entry.owner.trim().to_owned()),
        Some(entry.place.trim().to_owned()),
        Some(say::confidentiality(language, entry.confidentiality).to_owned()),
    ];
    let mut named: Vec<String> = Vec::new();
    for place in places {
        let told = told(draft, *place);
        if !named.contains(&told) {
            named.push(told);
        }
    }
    Row {
        weight: Weight::Plain,
        cells: vec![
            entry.number.to_string(),
            lines(title),
            lines(kind),
            lines(keeping),
            named.join(words.term_figure_separator()),
        ],
    }
}

/// What a reference stands at, by name.
pub fn told(draft: &Draft<'_>, place: Referrer) -> String {
    match place {
        Referrer::Figure(slot @ FigureSlot::Own(_)) => one_line(&indicator_name(draft, slot)),
        _ => say::referrer(draft.pack, draft.language, place, ""),
    }
}

fn lines<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}
