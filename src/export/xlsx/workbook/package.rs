//! What the file says of itself: title, author, day. The time of making never stands in it. And the parts that are completed
//! once the file is written.

use super::book::{Book, Place};
use super::caches::filled;
use super::text::legal;
use crate::date::Date;
use crate::language::fill;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};
use std::collections::BTreeMap;
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

/// The same file with charts that hold what formulas came to; without a word about when it was made unless it is `dated`.
pub(super) fn finished(bytes: &[u8], dated: bool, results: &BTreeMap<Place, f64>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at)?;
        let name = entry.name().to_owned();
        let chart = name.starts_with("xl/charts/chart");
        if !chart && (dated || name != CORE) {
            writer.raw_copy_file(entry)?;
            continue;
        }
        drop(entry);
        let mut part = String::new();
        archive.by_index(at)?.read_to_string(&mut part)?;
        if chart {
            part = filled(&part, results);
        } else {
            for tag in ["created", "modified"] {
                part = without(&part, tag);
            }
        }
        writer.start_file(name, options)?;
        writer.write_all(part.as_bytes())?;
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
