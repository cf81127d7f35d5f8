//! Workbooks of the older binary kind, .xls: what a cell holds; how it is shown, its file tells in another way.

use super::super::table::{Book, Cell, Table};
use super::{MOST_COLUMNS, MOST_ROWS, TableError};
use calamine::{Data, ExcelDateTime, Range, Reader, SheetType, SheetVisible, Xls};
use std::io::Cursor;

/// A workbook of the older binary kind, .xls; also an encrypted one of the newer kind.
pub(super) fn read(bytes: &[u8]) -> Result<Book, TableError> {
    if contains_utf16(bytes, "EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    let mut book: Xls<Cursor<&[u8]>> = Reader::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => TableError::Encrypted,
        _ => TableError::Unreadable,
    })?;
    let shown = book.sheets_metadata().iter();
    let shown = shown.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let mut tables = Vec::new();
    for name in names {
        let range: Range<Data> = book.worksheet_range(&name).map_err(|_| TableError::Unreadable)?;
        let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        if top + range.height() > MOST_ROWS || left + range.width() > MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        let mut rows = vec![Vec::new(); top];
        rows.extend(range.rows().map(|row| {
            let before = std::iter::repeat_n(Cell::Empty, left);
            before.chain(row.iter().map(cell)).collect()
        }));
        tables.push(Table {
            name,
            rows,
            percents_seen: false,
            ..Table::default()
        });
    }
    Ok(Book { tables })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(whole) => Cell::Number(*whole as f64),
        Data::Float(value) => Cell::Number(*value),
        Data::String(text) => Cell::text(text),
        Data::Bool(true) => Cell::text("TRUE"),
        Data::Bool(false) => Cell::text("FALSE"),
        Data::DateTime(moment) => date(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Error(error) => Cell::text(&error.to_string()),
    }
}

fn date(moment: &ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Cell::Text(format!("{year:04}-{month:02}-{day:02}"))
}

fn contains_utf16(bytes: &[u8], text: &str) -> bool {
    let needle: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(needle.len()).any(|window| window == needle)
}
