//! The sheet of self-checks: bars of other places' awards, which change no verdict, with answer, note and source.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::criteria::SelfCheckSlot;
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;

pub(super) fn any(book: &Book<'_>) -> bool {
    !book.pack.structure().eligibility.self_checks.is_empty()
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_self_checks(), &[46.0, 12.0, 72.0, 9.0, 12.0]);
    page.across(0, 0, words.workbook_sheet_self_checks(), Look::Title);
    page.across(1, 0, words.workbook_self_checks_note(), Look::Note);
    page.head(
        HEAD,
        &[
            words.report_eligibility_self_check(),
            words.report_eligibility_answer(),
            words.report_eligibility_note(),
            words.workbook_source(),
            words.workbook_status(),
        ],
    );
    for (at, row) in (0..book.pack.structure().eligibility.self_checks.len()).zip(HEAD + 1..) {
        let id = &book.pack.self_check(SelfCheckSlot(at)).id;
        let record = &book.assessment.eligibility.self_checks[at];
        let (source, status) = book.source(&["self_check/", id].concat());
        page.texts(
            row,
            &[
                (book.pack_words.self_check(id), Look::Text),
                (say::self_check(book.language, record.answer), Look::Centre),
                (record.note.trim(), Look::Text),
                (&source, Look::Centre),
                (status, Look::Centre),
            ],
        );
    }
    page.finish(Fit::Width)
}
