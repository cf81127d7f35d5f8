//! Delimited text: commas, semicolons or tabs, whichever there are more of outside of quotation marks in its first lines.

use super::super::table::{Book, Cell, Table};
use super::encoding::decoded;
use super::{MOST_CELLS, MOST_ROWS, TableError};

pub(super) fn delimited(bytes: &[u8]) -> Result<Book, TableError> {
    let text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    // Excel's own first line, which says what the delimiter is.
    let first = text.lines().next().unwrap_or_default();
    let (delimiter, text) = match first.strip_prefix("sep=").map(str::as_bytes) {
        Some(&[delimiter]) => (delimiter, text.split_once('\n').map_or("", |(_, rest)| rest)),
        _ => (delimiter(&text), text.as_str()),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut rows, mut cells, mut before) = (Vec::new(), 0, 1);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| TableError::Unreadable)? {
        // The reader leaves blank lines out; they count where a cell is named.
        let inside: u64 = record.iter().map(|cell| cell.matches('\n').count() as u64).sum();
        let after = reader.position().line();
        let blank = (after - before).saturating_sub(1 + inside) as usize;
        before = after;
        cells += record.len();
        if cells > MOST_CELLS || rows.len() + blank >= MOST_ROWS {
            return Err(TableError::TooLarge);
        }
        rows.resize_with(rows.len() + blank, Vec::new);
        rows.push(record.iter().map(Cell::text).collect());
    }
    let table = Table {
        name: String::new(),
        rows,
        percents_seen: true,
        ..Table::default()
    };
    Ok(Book { tables: vec![table] })
}

fn delimiter(text: &str) -> u8 {
    let mut counts = [(b'\t', 0), (b',', 0), (b';', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
        if lines == 20 {
            break;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(delimiter, _)| *delimiter)
}
