//! Workbooks: what a cell holds, not how it is shown; but a number shown as per cent is one: 0.963 shown as 96.3% is `96.3%`.

use super::super::table::{Book, Cell, Table};
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, TableError};
use calamine::{Data, ExcelDateTime, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use std::io::{Cursor, Read};

type Bytes<'a> = Cursor<&'a [u8]>;

fn unreadable(error: impl std::fmt::Display) -> TableError {
    TableError::Unreadable { detail: error.to_string() }
}

/// A workbook in a zip file: .xlsx, .xlsm, .ods.
pub(super) fn packed(bytes: &[u8]) -> Result<Book, TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let (mut left, mut is_open_document) = (MOST_UNPACKED, false);
    // What the file says of its parts' sizes is not believed.
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(unreadable)?;
        is_open_document |= part.name() == "content.xml";
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(unreadable)?;
        left = left.checked_sub(unpacked).ok_or(TableError::TooLarge)?;
    }
    if is_open_document {
        let mut book: Ods<Bytes<'_>> = Reader::new(Cursor::new(bytes)).map_err(unreadable)?;
        return sheets(&mut book, unreadable);
    }
    let mut book: Xlsx<Bytes<'_>> = Reader::new(Cursor::new(bytes)).map_err(refused)?;
    let mut tables = Vec::new();
    let mut left = MOST_CELLS;
    for name in visible(book.sheets_metadata()) {
        let rows = rows_of(&mut book, &name, &mut left)?;
        tables.push(Table {
            name,
            rows,
            percents_seen: true,
            ..Table::default()
        });
    }
    Ok(Book { tables })
}

/// A workbook of the older binary kind, .xls; also an encrypted one of the newer kind.
pub(super) fn old(bytes: &[u8]) -> Result<Book, TableError> {
    if contains_utf16(bytes, "EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    let mut book: Xls<Bytes<'_>> = Reader::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => TableError::Encrypted,
        error => unreadable(error),
    })?;
    sheets(&mut book, unreadable)
}

fn refused(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Encrypted,
        error => unreadable(error),
    }
}

fn visible(sheets: &[Sheet]) -> Vec<String> {
    let shown = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    sheets.iter().filter(shown).map(|sheet| sheet.name.clone()).collect()
}

/// The sheets of a book whose formats are not seen.
fn sheets<'a, R: Reader<Bytes<'a>>>(book: &mut R, failed: impl Fn(R::Error) -> TableError) -> Result<Book, TableError> {
    let mut tables = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let range: Range<Data> = book.worksheet_range(&name).map_err(&failed)?;
        let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        if top + range.height() > MOST_ROWS || left + range.width() > MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        let mut rows = vec![Vec::new(); top];
        rows.extend(range.rows().map(|row| {
            let before = std::iter::repeat_n(Cell::Empty, left);
            before.chain(row.iter().map(|data| cell(data, false))).collect()
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

/// The cells of a sheet, read one by one, so that one far away takes no room.
fn rows_of(book: &mut Xlsx<Bytes<'_>>, name: &str, left: &mut usize) -> Result<Vec<Vec<Cell>>, TableError> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    let is_percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| shows_percent(&format.format_code)))
        .collect();
    while let Some((found, style)) = reader.next_cell_with_style_id().map_err(refused)? {
        let content = cell(&Data::from(found.get_value().clone()), is_percent.get(style).copied().unwrap_or(false));
        if content.is_empty() {
            continue;
        }
        let (row, column) = found.get_position();
        let (row, column) = (row as usize, column as usize);
        *left = left.checked_sub(1).ok_or(TableError::TooLarge)?;
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, Cell::default);
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = content;
            }
        }
    }
    Ok(rows)
}

fn cell(data: &Data, percent: bool) -> Cell {
    let number = |number: f64| {
        if percent { Cell::Text(as_percent(number)) } else { Cell::Number(number) }
    };
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(whole) => number(*whole as f64),
        Data::Float(value) => number(*value),
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

/// A per-cent sign outside of quotation marks.
fn shows_percent(format: &str) -> bool {
    format.split('"').step_by(2).any(|part| part.contains('%'))
}

/// A number as per cent, digit by digit: 0.963 is `96.3%`, not 96.30000000000001%.
fn as_percent(number: f64) -> String {
    let written = number.to_string();
    let (whole, behind) = written.split_once('.').unwrap_or((&written, ""));
    let padded = [behind, "00"].concat();
    let (shifted, rest) = padded.split_at_checked(2).unwrap_or((&padded, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole),
    };
    let before = [digits, shifted].concat();
    let before = match before.trim_start_matches('0') {
        "" => "0",
        before => before,
    };
    let rest = rest.trim_end_matches('0');
    [sign, before, if rest.is_empty() { "" } else { "." }, rest, "%"].concat()
}

fn contains_utf16(bytes: &[u8], text: &str) -> bool {
    let needle: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(needle.len()).any(|window| window == needle)
}
