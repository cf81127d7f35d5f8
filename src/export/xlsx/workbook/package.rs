//! What the file says of itself: title, author, day. The time of making never stands in it.

use super::book::Book;
use super::text::legal;
use crate::date::Date;
use crate::language::fill;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

const CORE: &str = "docProps/core.xml";

/// Title, author and day. The crate would put in the present time; the day takes its place.
pub(super) fn properties(book: &Book<'_>, date: Option<Date>) -> Result<DocProperties, XlsxError> {
    // Excel knows no earlier day than the first of its calendar.
    let (year, month, day) = date.map_or((1980, 1, 1), |date| (date.year().clamp(1900, 9999), date.month(), date.day()));
    let title = fill(
        "{award} · {title}",
        &[("award", book.pack_words.name()), ("title", book.words.workbook_title())],
    );
    let at = ExcelDateTime::from_ymd(year as u16, month as u8, day as u8)?;
    Ok(DocProperties::new()
        .set_title(legal(&title))
        .set_author(legal(&book.organisation))
        .set_creation_datetime(&at))
}

/// The same file without a word about when it was made.
pub(super) fn without_time(bytes: &[u8]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for at in 0..archive.len() {
        let mut entry = archive.by_index_raw(at)?;
        if entry.name() != CORE {
            writer.raw_copy_file(entry)?;
            continue;
        }
        drop(entry);
        let mut core = String::new();
        entry = archive.by_index(at)?;
        entry.read_to_string(&mut core)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(CORE, options)?;
        for tag in ["created", "modified"] {
            core = without(&core, tag);
        }
        writer.write_all(core.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Markup without an element of that name; user text cannot hold one, because its `<` is escaped.
fn without(core: &str, tag: &str) -> String {
    let (open, close) = (["<dcterms:", tag].concat(), ["</dcterms:", tag, ">"].concat());
    match (core.find(&open), core.find(&close)) {
        (Some(from), Some(to)) if from < to => [&core[..from], &core[to + close.len()..]].concat(),
        _ => core.to_owned(),
    }
}
