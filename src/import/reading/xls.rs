//! Workbooks of the older binary kind, .xls: what cells hold, calamine reads; how it is shown, `biff` tells.

use super::super::table::{Book, Cell};
use super::biff::{Look, Looks, looks};
use super::cells::Cells;
use super::compound::Compound;
use super::format::shown;
use super::{MOST_CELLS, TableError};
use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls};
use std::io::Cursor;

/// A workbook of the older binary kind, .xls; also an encrypted one of the newer kind.
pub(super) fn read(bytes: &[u8]) -> Result<Book, TableError> {
    let file = Compound::new(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).filter(|_| file.is_sound());
    let looks = looks(&stream.ok_or(TableError::Unreadable)?);
    if looks.encrypted {
        return Err(TableError::Encrypted);
    }
    let mut book: Xls<Cursor<&[u8]>> = Reader::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => TableError::Encrypted,
        _ => TableError::Unreadable,
    })?;
    let visible = book.sheets_metadata().iter();
    let visible = visible.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    let mut found = Book::default();
    let mut left = MOST_CELLS;
    for name in names {
        let range: Range<Data> = book.worksheet_range(&name).map_err(|_| TableError::Unreadable)?;
        let (top, first) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        let blank = Look::default();
        let look = looks.sheets.get(&name.to_lowercase()).unwrap_or(&blank);
        let mut cells = Cells::new(&name, left);
        for (row, column, data) in range.used_cells() {
            let (row, column) = (top + row, first + column);
            cells.put(row, column, cell(data, look.styles.get(&(row, column)), &looks))?;
        }
        look.hidden_rows.iter().for_each(|row| cells.hide_row(*row));
        look.hidden_columns.iter().for_each(|(first, last)| cells.hide_columns(*first, *last));
        for joined in &look.joined {
            cells.join(*joined)?;
        }
        let (table, rest) = cells.finish()?;
        left = rest;
        found.tables.push(table);
    }
    Ok(found)
}

fn cell(data: &Data, style: Option<&usize>, looks: &Looks) -> Cell {
    let format = style.and_then(|style| looks.formats.get(*style)).map_or("General", String::as_str);
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(whole) => shown(*whole as f64, format, looks.epoch_1904),
        Data::Float(value) => shown(*value, format, looks.epoch_1904),
        Data::DateTime(moment) => shown(moment.as_f64(), format, looks.epoch_1904),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Bool(true) => Cell::text("TRUE"),
        Data::Bool(false) => Cell::text("FALSE"),
        Data::Error(error) => Cell::text(&error.to_string()),
    }
}
