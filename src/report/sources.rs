//! Part 9: every source the submission's figures stand on, what it is used for, and the status of those figures.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::assessment::FigureSlot;
use crate::criteria::Status;
use crate::language::fill;

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_sources());
    let criteria = fill(
        words.report_sources_criteria(),
        &[
            ("id", draft.pack.id()),
            ("edition", draft.pack_words.edition_name()),
            ("hash", draft.pack.hash()),
        ],
    );
    draft.paragraphs(ParagraphStyle::Note, &criteria);
    if let Some(adapted) = &draft.pack.structure().adapted {
        let (from, n) = (&adapted.from, adapted.changes.len().to_string());
        let adapted = fill(words.report_sources_adapted(), &[("id", &from.id), ("edition", &from.edition), ("n", &n)]);
        draft.paragraphs(ParagraphStyle::Note, &adapted);
    }
    draft.paragraphs(ParagraphStyle::Note, words.report_sources_note());
    let uses = uses(draft);
    let rows = draft.pack.source_ids().iter().filter_map(|source| {
        let statuses = [Status::Published, Status::Unverified, Status::Assumed];
        let used = statuses.iter().filter_map(|status| {
            let figures: Vec<&str> = uses
                .iter()
                .filter(|(id, found, _)| id == source && found == status)
                .map(|(_, _, figure)| *figure)
                .collect();
            let text = figures.join(words.term_list());
            (!figures.is_empty()).then(|| fill(words.report_status(), &[("text", &text), ("status", say::status(draft.language, *status))]))
        });
        let used = used.collect::<Vec<String>>();
        (!used.is_empty()).then(|| Row {
            weight: Weight::Plain,
            cells: vec![draft.pack_words.source(source).to_owned(), used.join(words.term_figure_separator())],
        })
    });
    let form = Row {
        weight: Weight::Plain,
        cells: vec![
            words.report_form_source().to_owned(),
            fill(
                words.report_status(),
                &[("text", words.report_form_fields()), ("status", say::status(draft.language, Status::Published))],
            ),
        ],
    };
    let rows = rows.chain([form]).collect();
    let columns = [
        (words.report_sources_source(), 60, Alignment::Start),
        (words.report_sources_used_for(), 40, Alignment::Start),
    ];
    draft.table(words.report_sources_caption(), &columns, rows);
}

/// Source, status and kind of every figure the submission shows, each combination once.
fn uses<'a>(draft: &Draft<'a>) -> Vec<(&'a str, Status, &'static str)> {
    let structure = draft.pack.structure();
    let edition = draft.pack.edition_rules(draft.assessment.eligibility.edition);
    let mut figures: Vec<String> = ["total", "step", "rounding"].map(String::from).to_vec();
    figures.extend(draft.pack.items().map(|(_, item)| format!("points/{}", item.id)));
    figures.extend(structure.maturity.iter().map(|band| format!("maturity/{}", band.id)));
    figures.extend(structure.scoring.reference_lines.iter().map(|line| format!("reference/{}", line.id)));
    figures.extend(edition.conditions.iter().map(|condition| format!("edition/{}/{condition}", edition.id)));
    figures.extend(structure.eligibility.self_checks.iter().map(|check| format!("self_check/{}", check.id)));
    figures.extend(draft.assessment.organisation.sector.iter().map(|sector| format!("size/{sector}")));
    figures.extend(structure.limits.iter().map(|limit| format!("limit/{}", limit.id)));
    let shown = draft.results.indicators.iter().filter(|reading| reading.has_figure());
    figures.extend(shown.filter_map(|reading| match reading.slot {
        FigureSlot::Catalogue(slot) => Some(format!("indicator/{}", draft.pack.indicator(slot).id)),
        FigureSlot::Own(_) => None,
    }));
    let mut uses = Vec::new();
    for figure in &figures {
        let Some(attribution) = draft.pack.attribution(figure) else { continue };
        let used = (attribution.source.as_str(), attribution.status, say::figure_kind(draft.language, figure));
        if !uses.contains(&used) {
            uses.push(used);
        }
    }
    uses
}
