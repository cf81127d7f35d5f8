//! The sheet of the evidence register: an entry in a row, with the file's hash and all that names it, and below what is
//! referred to without an entry.

use super::book::Book;
use super::evidence;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::assessment::{EvidenceEntry, FigureSlot, Referrer};
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;
const USED_FOR: u16 = 9;

pub(super) fn any(book: &Book<'_>) -> bool {
    !book.assessment.evidence.entries.is_empty()
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let widths = [9.0, 34.0, 12.0, 11.5, 11.5, 14.0, 9.0, 20.0, 24.0, 40.0];
    let mut page = Page::new(sheet, book, words.workbook_sheet_register(), &widths);
    page.across(0, 0, words.workbook_sheet_register(), Look::Title);
    page.across(1, 0, words.workbook_register_note(), Look::Note);
    page.head(
        HEAD,
        &[
            words.register_number(),
            words.register_name(),
            words.register_kind(),
            words.register_date(),
            words.register_valid_until(),
            words.register_owner(),
            words.register_confidentiality(),
            words.register_place(),
            words.workbook_file(),
            words.workbook_used_for(),
        ],
    );
    let links = crate::assessment::links(book.assessment);
    for (at, row) in (0..book.assessment.evidence.entries.len()).zip(HEAD + 1..) {
        let named_by = links.of_entry.get(at).map_or(&[][..], Vec::as_slice);
        entry(&mut page, row, &book.assessment.evidence.entries[at], named_by);
    }
    let next = HEAD + 1 + book.assessment.evidence.entries.len() as u32;
    evidence::below(&mut page, next, USED_FOR);
    page.finish(Fit::Width)
}

fn entry(page: &mut Page<'_, '_>, row: u32, entry: &EvidenceEntry, named_by: &[Referrer]) {
    let book = page.book;
    let day = |date: Option<crate::date::Date>| date.map_or_else(String::new, |date| date.to_string());
    let title = match entry.title.trim() {
        "" => book.words.register_untitled(),
        title => title,
    };
    let file = entry.file.as_ref().map_or_else(String::new, |file| {
        let size = say::file_size(file.size);
        [file.name.as_ref(), " · ", &size, "\nSHA-256 ", file.sha256.as_ref()].concat()
    });
    let mut told: Vec<String> = Vec::new();
    for place in named_by {
        let name = named(book, *place);
        if !told.contains(&name) {
            told.push(name);
        }
    }
    page.texts(
        row,
        &[
            (entry.number.as_ref(), Look::Text),
            (title, Look::Text),
            (say::evidence_kind(book.language, entry.kind), Look::Centre),
            (&day(entry.date), Look::Centre),
            (&day(entry.valid_until), Look::Centre),
            (entry.owner.trim(), Look::Text),
            (say::confidentiality(book.language, entry.confidentiality), Look::Centre),
            (entry.place.trim(), Look::Text),
            (&file, Look::Text),
            (&told.join(book.words.term_figure_separator()), Look::Text),
        ],
    );
}

/// What names it.
fn named(book: &Book<'_>, place: Referrer) -> String {
    let own = match place {
        Referrer::Figure(FigureSlot::Own(at)) => book.assessment.figures.own.get(at).map_or("", |own| own.name.as_ref()),
        _ => "",
    };
    say::referrer(book.pack, book.language, place, own)
}
