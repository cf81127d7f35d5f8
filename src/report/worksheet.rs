//! The paper worksheet of an assessor: for each item the ladder to circle a rating on, the bands of its factors, and lines to write on.

use super::document::{Alignment, Document, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::pinned::Pinned;
use super::say;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::language::{Language, fill};
use crate::panel::Sheet;

/// Blank lines under each title.
const LINES: usize = 3;

/// The worksheet for the items an assessor is asked for.
pub fn worksheet(pack: &Pack, sheet: &Sheet, language: Language) -> Document {
    let blank = Assessment::blank(pack);
    let mut draft = Draft::new(pack, &blank, language);
    let words = draft.words;
    draft.heading(1, words.worksheet_title());
    draft.paragraphs(ParagraphStyle::Note, words.worksheet_how());
    let organisation = say::on_one_line(language, sheet.subject.organisation.trim());
    let organisation = if organisation.is_empty() { words.none().to_owned() } else { organisation };
    let given = |label: &str, value: &str| KeyValue {
        label: label.to_owned(),
        value: Some(value.to_owned()),
        written: None,
    };
    draft.key_values(vec![
        given(words.minute_organisation(), &organisation),
        given(words.minute_criteria(), draft.pack_words.name()),
        given(words.worksheet_assessor(), &say::on_one_line(language, &sheet.assessor)),
        given(words.worksheet_date(), ""),
    ]);
    for slot in &sheet.assigned {
        item(&mut draft, *slot);
    }
    Document {
        title: words.worksheet_title().to_owned(),
        author: organisation.clone(),
        language,
        header: fill(words.worksheet_header(), &[("organisation", &organisation)]),
        footer: words.minute_footer().to_owned(),
        blocks: draft.blocks,
        mark: String::new(),
        pinned: Pinned::default(),
    }
}

fn item(draft: &mut Draft<'_>, slot: crate::criteria::ItemSlot) {
    let (pack, words) = (draft.pack, draft.words);
    let (rubric, step) = (pack.rubric_of(slot), usize::from(pack.structure().scoring.step.max(1)));
    let name = say::item_name(pack, draft.language, slot);
    draft.heading(2, name.clone());
    let steps: Vec<String> = (0..=100_u32).step_by(step).map(|percent| percent.to_string()).collect();
    let bands: Vec<String> = rubric.bands.iter().map(|band| draft.language.band(band.from, band.to)).collect();
    let row = |label: &str, content: String| Row {
        weight: Weight::Plain,
        cells: vec![label.to_owned(), content],
    };
    let mut rows = vec![row(words.worksheet_percent(), steps.join("  "))];
    for factor in &rubric.factors {
        rows.push(row(draft.pack_words.factor(&rubric.id, &factor.id), bands.join("   ")));
    }
    let lines = ["\u{a0}"; LINES].join("\n");
    for title in [words.item_strengths(), words.item_opportunities(), words.item_remark()] {
        rows.push(row(title, lines.clone()));
    }
    let columns = [
        (words.feedback_item_factor(), 20, Alignment::Start),
        (words.report_score_percent(), 80, Alignment::Start),
    ];
    draft.table(&name, &columns, rows);
}
