//! Evidence that is in no register: every reference once, with all that names it. Below the register where there is one, else
//! on a sheet of its own.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use super::text::pieces;
use crate::assessment::{Referrer, links};
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;

/// One reference and what it is evidence for.
struct Reference {
    named: String,
    used_for: Vec<String>,
}

/// Every reference that names no entry of the register, in the order of the submission: conditions, items, indicators.
fn references(book: &Book<'_>) -> Vec<Reference> {
    let links = links(book.assessment);
    let mut all: Vec<Reference> = Vec::new();
    let mut add = |place: Referrer, written: &str, used_for: String| {
        if links.at(place).is_some_and(|found| !found.entries.is_empty()) {
            return;
        }
        for named in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match all.iter_mut().find(|known| is_same(&known.named, named)) {
                Some(known) => {
                    known.used_for.push(used_for.clone());
                    // The fuller name stays.
                    if named.len() > known.named.len() {
                        known.named = named.to_owned();
                    }
                }
                None => all.push(Reference {
                    named: named.to_owned(),
                    used_for: vec![used_for.clone()],
                }),
            }
        }
    };
    for judged in &book.eligibility.conditions {
        let name = book.pack_words.condition(&book.pack.condition(judged.condition).id);
        let written = &book.assessment.eligibility.conditions[judged.condition.0].evidence;
        add(Referrer::Condition(judged.condition), written, name.to_owned());
    }
    for (slot, _) in book.pack.items() {
        for (at, reference) in book.assessment.item(slot).evidence.iter().enumerate() {
            add(Referrer::Item(slot, at), reference, say::item_name(book.pack, book.language, slot));
        }
    }
    for reading in &book.results.indicators {
        if let Some(record) = book.assessment.figures.record(reading.slot) {
            let name = say::indicator_name(book.pack, book.assessment, book.language, reading.slot);
            add(Referrer::Figure(reading.slot), &record.evidence, name);
        }
    }
    all
}

/// Whether two references name the same evidence: the same wording, or one is the number the other begins with (`E-36`).
fn is_same(one: &str, other: &str) -> bool {
    let begins = |number: &str, whole: &str| whole.split_whitespace().next() == Some(number);
    one == other || begins(one, other) || begins(other, one)
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_evidence(), &[6.0, 70.0, 76.0]);
    page.across(0, 0, words.workbook_sheet_evidence(), Look::Title);
    let all = references(book);
    page.across(
        1,
        0,
        if all.is_empty() {
            words.workbook_evidence_none()
        } else {
            words.workbook_evidence_note()
        },
        Look::Note,
    );
    if all.is_empty() {
        return page.finish(Fit::Width);
    }
    page.head(HEAD, &[words.workbook_number(), words.report_evaluation_evidence(), words.workbook_used_for()]);
    rows(&mut page, HEAD + 1, &all, 2);
    page.finish(Fit::Width)
}

/// The references below the rows of the register, in its columns of title and use; nothing where there are none.
pub(super) fn below(page: &mut Page<'_, '_>, row: u32, used_for: u16) {
    let all = references(page.book);
    if !all.is_empty() {
        page.across(row, 0, page.book.words.workbook_evidence_note(), Look::Group);
        rows(page, row + 1, &all, used_for);
    }
}

/// Numbered from 1 on: the name in the second column, what it is used for in the one that is given.
fn rows(page: &mut Page<'_, '_>, mut row: u32, all: &[Reference], last: u16) {
    for (number, reference) in (1..).zip(all) {
        let mut used_for = reference.used_for.clone();
        used_for.dedup();
        let (named, used_for) = (pieces(&reference.named), pieces(&used_for.join(page.book.words.term_figure_separator())));
        for at in 0..named.len().max(used_for.len()) {
            let piece = |pieces: &[String]| pieces.get(at).cloned().unwrap_or_default();
            page.number(row, 0, f64::from(number), Look::Centre, "0");
            page.text(row, 1, &piece(&named), Look::Text);
            for col in 2..last {
                page.blank(row, col, Look::Text);
            }
            page.text(row, last, &piece(&used_for), Look::Text);
            row += 1;
        }
    }
}
