//! Delimited text: commas, semicolons or tabs, whichever there are more of outside of quotation marks in its first lines.
//!
//! A quotation mark begins a quoted cell only where the cell is closed again right in front of a delimiter or line end; one that never is
//! stands for itself, so that it swallows nothing.

use super::super::headings::is_figure;
use super::super::table::{Book, Cell, Doubt, Table};
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TableError};
use crate::indicators::{Refusal, read_number};

pub(super) fn delimited(text: &str) -> Result<Book, TableError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Excel's own first line, which says what the delimiter is.
    let first = text.lines().next().unwrap_or_default();
    let (delimiter, text) = match first.strip_prefix("sep=").map(|mark| (mark.chars().next(), mark.chars().count())) {
        Some((Some(delimiter), 1)) => (delimiter, text.split_once('\n').map_or("", |(_, rest)| rest)),
        _ => (delimiter(&text), text.as_str()),
    };
    let mut reader = Cells { rest: text, unclosed: 0 };
    let (mut rows, mut row, mut cells) = (Vec::new(), Vec::new(), 0);
    while let Some((cell, end)) = reader.cell(delimiter) {
        cells += 1;
        if cells > MOST_CELLS || rows.len() >= MOST_ROWS || row.len() >= MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        row.push(Cell::text(cell.trim_matches(|mark: char| mark == '\t' || mark == '\u{a0}')));
        if end {
            let blank = row.iter().all(|cell| *cell == Cell::Empty);
            rows.push(if blank { Vec::new() } else { std::mem::take(&mut row) });
            row.clear();
        }
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    if delimiter == ',' {
        doubt_thousands(&mut rows);
    } else {
        doubt_points(&mut rows);
    }
    let table = Table {
        name: String::new(),
        rows,
        percents_seen: true,
        ..Table::default()
    };
    Ok(Book {
        tables: vec![table],
        ..Book::default()
    })
}

/// Marks the figures of rows that have more cells than the headings, where the commas between them may part thousands: `48,300` that was written
/// without quotation marks is `48` and `300`, and all behind it stands one cell too far.
fn doubt_thousands(rows: &mut [Vec<Cell>]) {
    let extent = |row: &Vec<Cell>| row.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
    let is_heading = |row: &&Vec<Cell>| row.iter().filter(|cell| **cell != Cell::Empty).count() > 1 && !row.iter().any(is_figure);
    let Some(width) = rows.iter().filter(is_heading).map(extent).max() else {
        return;
    };
    for row in rows.iter_mut() {
        let parted = row
            .windows(2)
            .any(|pair| matches!(pair, [Cell::Text(before), Cell::Text(behind)] if is_parted(before, behind)));
        if extent(row) > width && parted {
            for cell in row.iter_mut().filter(|cell| is_figure(cell)) {
                *cell = Cell::Doubt(Doubt::Comma, cell.shown());
            }
        }
    }
}

/// Marks the figures whose point may part thousands, where other figures of the file have a decimal comma: `48.300` beside `98,2`.
fn doubt_points(rows: &mut [Vec<Cell>]) {
    let is_doubted = |cell: &Cell, is: fn(&str) -> bool| matches!(cell, Cell::Text(text) if is(text.trim()));
    let has_comma = |text: &str| read_number(text, &[]) == Err(Refusal::AmbiguousComma);
    let may_part = |text: &str| {
        let groups = text.trim_start_matches(['-', '+', '(']).trim_end_matches(')');
        let mut groups = groups.split('.');
        let is_group = |group: &str, most: usize| group.len() <= most && !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
        groups.next().is_some_and(|first| is_group(first, 3)) && text.contains('.') && groups.all(|group| group.len() == 3 && is_group(group, 3))
    };
    if !rows.iter().flatten().any(|cell| is_doubted(cell, has_comma)) {
        return;
    }
    for cell in rows.iter_mut().flatten().filter(|cell| is_doubted(cell, may_part)) {
        *cell = Cell::Doubt(Doubt::Comma, cell.shown());
    }
}

/// Whether two cells read on as one number with its thousands parted: `48` and `300`, `-1` and `234.5`.
fn is_parted(before: &str, behind: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let before = before.trim().trim_start_matches(|mark: char| !mark.is_alphanumeric());
    let behind = behind.trim();
    (1..=3).contains(&before.len()) && digits(before) == before.len() && digits(behind) == 3
}

struct Cells<'a> {
    rest: &'a str,
    /// How many quotation marks were looked after to the end of the text in vain.
    unclosed: u8,
}

/// So many quotation marks that are never closed, and none is believed any more.
const MOST_UNCLOSED: u8 = 16;

impl<'a> Cells<'a> {
    /// The next cell, and whether its line ends with it.
    fn cell(&mut self, delimiter: char) -> Option<(String, bool)> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(cell) = self.quoted(delimiter) {
            return Some(cell);
        }
        let end = self.rest.find([delimiter, '\n']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        Some((cell.to_owned(), self.past(rest, delimiter)))
    }

    /// Goes past a delimiter or line end; whether the line is at its end.
    fn past(&mut self, rest: &'a str, delimiter: char) -> bool {
        match rest.strip_prefix(delimiter) {
            // A delimiter at the very end: one more cell that is empty.
            Some("") => {
                self.rest = "\n";
                false
            }
            Some(rest) => {
                self.rest = rest;
                false
            }
            None => {
                self.rest = rest.strip_prefix('\n').unwrap_or_default();
                true
            }
        }
    }

    fn quoted(&mut self, delimiter: char) -> Option<(String, bool)> {
        let inside = self.rest.trim_start_matches([' ', '\u{feff}']).strip_prefix('"')?;
        if self.unclosed >= MOST_UNCLOSED {
            return None;
        }
        let mut cell = String::new();
        let mut rest = inside;
        loop {
            let Some((before, behind)) = rest.split_once('"') else {
                self.unclosed += 1;
                return None;
            };
            cell.push_str(before);
            if let Some(more) = behind.strip_prefix('"') {
                cell.push('"');
                rest = more;
                continue;
            }
            let behind = behind.trim_start_matches(|mark| mark == ' ' || (mark == '\t' && delimiter != '\t'));
            let closes = behind.is_empty() || behind.starts_with([delimiter, '\n']);
            return closes.then(|| (cell, self.past(behind, delimiter)));
        }
    }
}

fn delimiter(text: &str) -> char {
    counted(text, true).or_else(|| counted(text, false)).unwrap_or(',')
}

/// The delimiter that stands most often in the first lines; none where a quotation mark stays open in them, or where there is none.
fn counted(text: &str, quotes: bool) -> Option<char> {
    let mut counts = [('\t', 0), (',', 0), (';', 0)];
    let (mut quoted, mut lines, mut before) = (false, 0, '\n');
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        match mark {
            '"' => quoted = quotes && !quoted,
            '\n' if !quoted => lines += 1,
            // Tabs beside another delimiter are there for the eye.
            '\t' if matches!(before, ',' | ';') || matches!(marks.peek(), Some(',' | ';')) => {}
            _ if !quoted => counts.iter_mut().filter(|(delimiter, _)| *delimiter == mark).for_each(|(_, count)| *count += 1),
            _ => {}
        }
        before = mark;
        if lines == 20 {
            break;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 0 && !quoted)?;
    counts.iter().find(|(_, count)| *count == most).map(|(delimiter, _)| *delimiter)
}
