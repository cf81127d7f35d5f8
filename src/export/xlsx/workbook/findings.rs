//! The sheet of what does not fit in the figures, a row each.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::indicators::Subject;
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_findings(), &[6.0, 40.0, 10.0, 96.0]);
    page.across(0, 0, words.workbook_sheet_findings(), Look::Title);
    let found = &book.results.findings;
    page.across(
        1,
        0,
        if found.is_empty() {
            words.grid_findings_none()
        } else {
            words.workbook_findings_note()
        },
        Look::Note,
    );
    if found.is_empty() {
        return page.finish(Fit::Width);
    }
    page.head(
        HEAD,
        &[words.workbook_number(), words.workbook_subject(), words.workbook_year(), words.workbook_told()],
    );
    for (row, (number, finding)) in (HEAD + 1..).zip((1..).zip(found)) {
        let subject = match finding.subject {
            Subject::Indicator(slot) => say::indicator_name(book.pack, book.assessment, book.language, slot),
            Subject::Input(slot) => book.pack_words.input(&book.pack.input(slot).id).to_owned(),
        };
        page.number(row, 0, f64::from(number), Look::Centre, "0");
        page.text(row, 1, &subject, Look::Text);
        page.maybe(row, 2, finding.year.map(f64::from), Look::Centre, "0");
        page.text(row, 3, &say::figure_finding(book.pack, book.assessment, book.language, finding), Look::Text);
    }
    page.finish(Fit::Width)
}
