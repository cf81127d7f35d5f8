//! The sheet of eligibility: edition, day and verdict, every condition with answer, reason, evidence and source, and what
//! does not fit in the profile.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::eligibility::Outcome;
use crate::language::fill;
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 6] = [40.0, 14.0, 42.0, 36.0, 9.0, 12.0];

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_eligibility(), &WIDTHS);
    page.across(0, 0, words.workbook_sheet_eligibility(), Look::Title);
    let mut row = verdict(&mut page, 1) + 1;
    page.head(
        row,
        &[
            words.report_eligibility_condition(),
            words.report_eligibility_outcome(),
            words.workbook_reason(),
            words.report_evaluation_evidence(),
            words.workbook_source(),
            words.workbook_status(),
        ],
    );
    let edition = &book.pack.edition_rules(book.eligibility.edition).id;
    for judged in &book.eligibility.conditions {
        row += 1;
        let id = &book.pack.condition(judged.condition).id;
        let (source, status) = book.source(&["edition/", edition, "/", id].concat());
        page.texts(
            row,
            &[
                (book.pack_words.condition(id), Look::Text),
                (say::outcome(book.language, judged.outcome), Look::Centre),
                (&say::reason(book.language, judged.reason), Look::Text),
                (book.assessment.eligibility.conditions[judged.condition.0].evidence.trim(), Look::Text),
                (&source, Look::Centre),
                (status, Look::Centre),
            ],
        );
    }
    row += 2;
    row = doubts(&mut page, row);
    page.across(row, 0, words.workbook_sources_note(), Look::Note);
    page.finish(Fit::Width)
}

/// Edition, day of application and what follows; gives the next free row.
fn verdict(page: &mut Page<'_, '_>, mut row: u32) -> u32 {
    let book = page.book;
    let (words, found) = (book.words, &book.eligibility);
    let count = |outcome| found.count(outcome).to_string();
    let counts = fill(
        words.report_eligibility_counts(),
        &[
            ("verdict", say::verdict(book.language, found.verdict)),
            ("all", &found.conditions.len().to_string()),
            ("met", &count(Outcome::Met)),
            ("not_met", &count(Outcome::NotMet)),
            ("undecided", &count(Outcome::Undecided)),
        ],
    );
    let day = book.assessment.eligibility.application_date.map(|day| say::date(book.language, day));
    let edition = book.pack_words.edition(&book.pack.edition_rules(found.edition).id);
    let rows = [
        (words.report_eligibility_edition(), edition.to_owned()),
        (
            words.report_eligibility_application_date(),
            day.unwrap_or_else(|| words.report_not_filled().to_owned()),
        ),
        (words.report_eligibility_result(), counts),
    ];
    for (label, value) in rows
        .into_iter()
        .chain(say::verdict_notes(book.language, found).into_iter().map(|note| ("", note)))
    {
        page.text(row, 0, label, Look::Group);
        page.across(row, 1, &value, Look::Text);
        row += 1;
    }
    row
}

/// What does not fit in dates and credit code; gives the next free row.
fn doubts(page: &mut Page<'_, '_>, mut row: u32) -> u32 {
    let book = page.book;
    if book.eligibility.doubts.is_empty() {
        return row;
    }
    page.text(row, 0, book.words.report_eligibility_doubts(), Look::Section);
    for doubt in &book.eligibility.doubts {
        row += 1;
        page.across(row, 0, &say::doubt(book.language, doubt), Look::Text);
    }
    row + 2
}
