//! A neutral document as a Word document (Office Open XML, by the crate `docx-rs`): A4, named heading styles, a table
//! of contents field, tables with repeated header rows.
//!
//! Same document, same bytes: paragraph ids are given here, times are fixed, and nothing is counted across documents.

mod body;
mod package;
mod styles;
mod text;

use super::ExportError;
use crate::date::Date;
use crate::report::Document;

/// The bytes of the finished file. The draft date becomes the file's date; without one the file has none.
pub(super) fn write(document: &Document, date: Option<Date>) -> Result<Vec<u8>, ExportError> {
    let docx = body::build(document);
    package::finish(docx.build(), document, date).map_err(|error| ExportError::Failed { detail: error.to_string() })
}
