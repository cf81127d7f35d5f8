//! A neutral document as a Word document (Office Open XML, by the crate `docx-rs`): A4, named heading styles, a table
//! of contents field, tables with repeated header rows, numbered captions, charts that Word draws itself.
//!
//! Same document, same bytes: paragraph ids are given here, times are fixed, and nothing is counted across documents.

mod body;
mod changes;
mod chart;
mod columns;
mod controls;
mod described;
mod fields;
mod forms;
mod order;
mod package;
mod pages;
mod pinned;
mod styles;
mod table_styles;
mod tables;
pub(super) mod template;
mod text;
mod theme;

pub use changes::Revision;

use self::changes::Changes;
use super::{ExportError, StyleSet};
use crate::date::Date;
use crate::report::Document;

/// The bytes of the finished file. The draft date becomes the file's date; without one the file has none.
pub(super) fn write(document: &Document, date: Option<Date>, set: &StyleSet) -> Result<Vec<u8>, ExportError> {
    write_tracked(document, date, set, None)
}

/// The same, with what changed in texts that know what stood there before as insertions and deletions.
pub(super) fn write_tracked(document: &Document, date: Option<Date>, set: &StyleSet, revision: Option<Revision>) -> Result<Vec<u8>, ExportError> {
    let failed = |detail: String| ExportError::Failed { detail };
    let changes = revision.map(|revision| Changes::new(revision, document.language == crate::language::Language::Zh));
    let built = body::build(document, set, &[], changes);
    let mut parts = built.docx.build();
    described::describe(&mut parts.document, &built.tables);
    pages::with_headers(&mut parts.document);
    controls::place(&mut parts.document, &built.controls);
    let mut more = chart::place(&mut parts, &built.charts).map_err(failed)?;
    let record = controls::record(document, &built.controls);
    if !record.is_empty() {
        package::replace(&mut parts.document_rels, "</Relationships>", &controls::relation());
        package::replace(&mut parts.content_type, "</Types>", controls::KIND);
    }
    more.extend(record);
    package::finish(parts, more, document, date, set).map_err(|error| failed(error.to_string()))
}
