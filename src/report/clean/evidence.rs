//! The evidence list: number, title, kind and day of each piece, and where it is referred to. Who keeps it, where it lies and who
//! may see it are matters of the house.

use crate::assessment::{EvidenceEntry, EvidenceKind, Referrer, links};
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;
use crate::report::{evidence, say};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    let links = links(draft.assessment);
    let entries = draft.assessment.evidence.entries.iter().zip(&links.of_entry);
    let rows: Vec<Row> = entries.map(|(entry, places)| row(draft, entry, places)).collect();
    let registered = !rows.is_empty();
    let columns = [
        (words.report_evidence_number(), 10, Alignment::Start),
        (words.clean_evidence_title(), 42, Alignment::Start),
        (words.clean_evidence_day(), 24, Alignment::Start),
        (words.clean_evidence_items(), 24, Alignment::Start),
    ];
    if registered {
        draft.table_of_entries(words.report_evidence_caption(), &columns, rows);
    }
    let caption = if registered {
        words.clean_evidence_others()
    } else {
        words.report_evidence_caption()
    };
    evidence::unregistered(draft, caption, &links);
}

fn row(draft: &Draft<'_>, entry: &EvidenceEntry, places: &[Referrer]) -> Row {
    let mut named: Vec<String> = Vec::new();
    for place in places {
        if let Some(told) = clause(draft, *place).filter(|told| !named.contains(told)) {
            named.push(told);
        }
    }
    // A kind of its own is in the title already.
    let kind = (entry.kind != EvidenceKind::Other).then(|| say::evidence_kind(draft.language, entry.kind).to_owned());
    let day = entry.date.map(|day| say::date(draft.language, day));
    let kind: Vec<String> = kind.into_iter().chain(day).collect();
    Row {
        weight: Weight::Plain,
        cells: vec![
            entry.number.to_string(),
            entry.title.trim().to_owned(),
            kind.join("\n"),
            named.join(draft.words.term_figure_separator()),
        ],
    }
}

/// The number of the clause a reference stands at, of an indicator the clause it belongs to; none where it belongs to none, as conditions and the overview do.
fn clause(draft: &Draft<'_>, place: Referrer) -> Option<String> {
    let item = match place {
        Referrer::Item(item, _) | Referrer::Texts(item) => Some(item),
        Referrer::Figure(slot) => {
            let reading = draft.results.indicators.iter().find(|reading| reading.slot == slot)?;
            reading.place.map(|(item, _)| item)
        }
        Referrer::Condition(_) | Referrer::Overview(_) => None,
    };
    item.map(|item| draft.pack.item(item).number.to_string())
}
