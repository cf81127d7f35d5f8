//! The assessment as a workbook an examiner can recalculate: scores with live formulas, indicators with charts, and
//! everything they stand on.
//!
//! The results come from the core (`scoring`, `indicators`, `eligibility`) and are written beside the formulas, so that
//! a reader that does not calculate shows what the kit shows. Must not know: files, the clock, the browser.

mod actions;
mod book;
mod caches;
mod cell;
mod charts;
mod desk;
mod eligibility;
mod evidence;
mod findings;
mod formula;
mod improvement;
mod indicators;
mod inputs;
mod looks;
mod notes;
mod package;
mod page;
mod panel;
mod points;
mod radar;
mod reasons;
mod register;
mod scale;
mod scores;
mod self_checks;
mod sources;
mod summary;
mod text;

pub(in crate::export) use desk::write as write_desk;

use super::super::ExportError;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::date::Date;
use crate::export::Options;
use book::Book;
use rust_xlsxwriter::{Workbook, XlsxError};

/// The bytes of the finished workbook. The draft date becomes the file's date; without one the file has none.
pub(in super::super) fn write(pack: &Pack, assessment: &Assessment, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    let date = options.draft_date;
    let book = Book::of(pack, assessment, options);
    let failed = |detail: String| ExportError::Failed { detail };
    let bytes = build(&book, date).map_err(|error| failed(error.to_string()))?;
    package::finished(&bytes, date.is_some(), &book.results_of.borrow()).map_err(|error| failed(error.to_string()))
}

fn build(book: &Book<'_>, date: Option<Date>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&package::properties(book, date)?);
    notes::write(book, workbook.add_worksheet())?;
    scores::write(book, workbook.add_worksheet())?;
    reasons::write(book, workbook.add_worksheet())?;
    scale::write(book, workbook.add_worksheet())?;
    radar::write(book, workbook.add_worksheet())?;
    if let Some(judged) = &book.panel {
        panel::write(book, judged, workbook.add_worksheet())?;
    }
    indicators::write(book, workbook.add_worksheet())?;
    if charts::any(book) {
        charts::write(book, workbook.add_worksheet())?;
    }
    if !book.inputs.is_empty() {
        inputs::write(book, workbook.add_worksheet())?;
    }
    findings::write(book, workbook.add_worksheet())?;
    eligibility::write(book, workbook.add_worksheet())?;
    if self_checks::any(book) {
        self_checks::write(book, workbook.add_worksheet())?;
    }
    if register::any(book) {
        register::write(book, workbook.add_worksheet())?;
    } else {
        evidence::write(book, workbook.add_worksheet())?;
    }
    improvement::write(book, workbook.add_worksheet())?;
    if actions::any(book) {
        actions::write(book, workbook.add_worksheet())?;
    }
    sources::write(book, workbook.add_worksheet())?;
    workbook.save_to_buffer()
}
