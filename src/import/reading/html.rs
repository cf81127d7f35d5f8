//! Tables of a web page, which many systems give out as .xls: each table of the page, as it is shown.

use super::super::struck::left;
use super::super::table::{Book, Cell};
use super::apart::Apart;
use super::apart_html::ApartMarks;
use super::cells::{Cells, Joined};
use super::hidden_html::{HiddenClasses, Unshown};
use super::markup::{Mark, Markup, Tag};
use super::ods::number;
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TableError};
use std::collections::BTreeSet;

/// A table that is being read.
struct Open {
    cells: Cells,
    row: usize,
    column: usize,
    /// How many columns were described so far, and whether the group that is open hides its own.
    described: usize,
    group_is_hidden: bool,
    /// Places that cells from above or from the left reach over.
    taken: BTreeSet<(usize, usize)>,
    /// Whether it is not shown, and whether the group of rows that is open is not.
    is_hidden: bool,
    rows_are_hidden: bool,
    /// The cell that is open: its place, its text, and the number it says it holds.
    cell: Option<(usize, usize, String, Option<f64>)>,
    /// How all characters of it stand.
    of_cell: Apart,
    /// Its title, while that is read.
    caption: Option<String>,
    /// What stands above it.
    above: Vec<String>,
}

/// What stands above a table: so many lines right in front of it, of so many characters.
const MOST_ABOVE: usize = 4;
const LONGEST_ABOVE: usize = 120;

pub(super) fn read(text: &str) -> Result<Book, TableError> {
    let mut book = Book::default();
    let mut open: Option<Open> = None;
    let (mut depth, mut left) = (0_usize, MOST_CELLS);
    let mut marks = Markup::new(text);
    let mut hidden = HiddenClasses::default();
    let (mut above, mut apart) = (Vec::new(), ApartMarks::default());
    let mut unshown = Unshown::default();
    while let Some(mark) = marks.next() {
        if unshown.meets(&mark, &hidden) {
            continue;
        }
        apart.meets(&mark);
        match mark {
            // What stands in them is no mark, however it looks.
            Mark::Open(tag) if tag.is("script") || tag.is("style") => {
                let inside = marks.leave_out(tag.name);
                if tag.is("style") {
                    hidden.read(inside);
                    apart.read(inside);
                }
            }
            Mark::Open(tag) if tag.is("table") => {
                depth += 1;
                if depth == 1 {
                    open = Some(Open {
                        cells: Cells::new("", left),
                        row: 0,
                        column: 0,
                        described: 0,
                        group_is_hidden: false,
                        taken: BTreeSet::new(),
                        is_hidden: hidden.hide(&tag),
                        rows_are_hidden: false,
                        cell: None,
                        of_cell: Apart::default(),
                        caption: None,
                        above: std::mem::take(&mut above),
                    });
                }
            }
            Mark::Close(name) if name.eq_ignore_ascii_case("table") => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(table) = open.take()
                {
                    left = close(table, &mut book)?;
                }
            }
            // A table within a cell is part of its text.
            mark if depth == 1 => {
                if let Some(table) = &mut open {
                    table.mark(mark, &hidden, &apart)?;
                }
            }
            Mark::Text(text) if depth > 1 => {
                if let Some((.., content, _)) = open.as_mut().and_then(|table| table.cell.as_mut()) {
                    content.push_str(&apart.letters().beside(&text));
                }
            }
            Mark::Text(text) if !text.trim().is_empty() => {
                let line = text.split_whitespace().collect::<Vec<&str>>().join(" ");
                above.push(line.chars().take(LONGEST_ABOVE).collect());
                if above.len() > MOST_ABOVE {
                    above.remove(0);
                }
            }
            _ => {}
        }
    }
    if let Some(table) = open {
        close(table, &mut book)?;
    }
    Ok(book)
}

fn close(mut open: Open, book: &mut Book) -> Result<usize, TableError> {
    open.end_cell()?;
    let (mut table, left) = open.cells.finish()?;
    // Where nothing stands above it, it is the next part of the one before.
    table.above = match book.tables.last() {
        Some(before) if open.above.is_empty() => before.above.clone(),
        _ => open.above,
    };
    book.tables.push(table);
    Ok(left)
}

impl Open {
    fn mark(&mut self, mark: Mark<'_>, hidden: &HiddenClasses, apart: &ApartMarks) -> Result<(), TableError> {
        match mark {
            Mark::Open(tag) if tag.is("colgroup") => {
                self.group_is_hidden = hidden.hide(&tag);
                // One that says how many it has holds no columns of their own.
                if tag.attribute("span").is_some() {
                    self.describe(&tag, self.group_is_hidden);
                }
            }
            Mark::Close(name) if name.eq_ignore_ascii_case("colgroup") => self.group_is_hidden = false,
            Mark::Open(tag) if tag.is("col") => self.describe(&tag, self.group_is_hidden || hidden.hide(&tag)),
            Mark::Open(tag) if tag.is("tr") => {
                self.end_row()?;
                if self.is_hidden || self.rows_are_hidden || hidden.hide(&tag) {
                    self.cells.hide_row(self.row);
                }
            }
            Mark::Close(name) if name.eq_ignore_ascii_case("tr") => self.end_row()?,
            Mark::Open(tag) if tag.is("td") || tag.is("th") => {
                self.end_cell()?;
                self.begin(&tag, hidden.hide(&tag))?;
                self.of_cell = apart.cell();
            }
            Mark::Close(name) if name.eq_ignore_ascii_case("td") || name.eq_ignore_ascii_case("th") => self.end_cell()?,
            Mark::Open(tag) if tag.is("br") || tag.is("p") || tag.is("div") => {
                if let Some((.., text, _)) = &mut self.cell
                    && !text.trim().is_empty()
                {
                    text.push('\n');
                }
            }
            Mark::Open(tag) if ["thead", "tbody", "tfoot"].iter().any(|name| tag.is(name)) => {
                self.end_row()?;
                self.rows_are_hidden = hidden.hide(&tag);
            }
            Mark::Open(tag) if tag.is("caption") => self.caption = Some(String::new()),
            Mark::Close(name) if name.eq_ignore_ascii_case("caption") => self.above.extend(self.caption.take().map(|text| left(&text))),
            Mark::Text(more) => {
                if let Some(text) = self.cell.as_mut().map(|(.., text, _)| text).or(self.caption.as_mut()) {
                    text.push_str(&apart.letters().beside(&more));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The next columns, as a mark in front of the rows describes them.
    fn describe(&mut self, tag: &Tag<'_>, is_hidden: bool) {
        let count = tag.number::<usize>("span").unwrap_or(1).clamp(1, MOST_COLUMNS);
        if is_hidden && self.described < MOST_COLUMNS {
            self.cells.hide_columns(self.described, self.described + count - 1);
        }
        self.described = (self.described + count).min(MOST_COLUMNS);
    }

    fn begin(&mut self, tag: &Tag<'_>, is_hidden: bool) -> Result<(), TableError> {
        let span = |name: &str, most: usize| tag.number::<usize>(name).unwrap_or(1).clamp(1, most);
        let (down, right) = (span("rowspan", MOST_ROWS), span("colspan", MOST_COLUMNS));
        while self.taken.contains(&(self.row, self.column)) {
            self.column += 1;
        }
        let (row, column) = (self.row, self.column);
        if down > 1 || right > 1 {
            if self.taken.len() + down * right > MOST_CELLS {
                return Err(TableError::TooLarge);
            }
            self.taken
                .extend((row..row + down).flat_map(|row| (column..column + right).map(move |column| (row, column))));
            self.cells.join(Joined {
                top: row,
                left: column,
                bottom: row + down - 1,
                right: column + right - 1,
            })?;
        }
        if is_hidden {
            self.cells.hide_columns(column, column + right - 1);
        }
        self.cell = Some((row, column, String::new(), tag.number("num")));
        self.column += right;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some((row, column, text, value)) = self.cell.take() else { return Ok(()) };
        let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<&str>>().join(" "));
        let text = lines.filter(|line| !line.is_empty()).collect::<Vec<String>>().join("\n");
        let cell = value.map_or_else(|| Cell::text(&text), |value| number(value, &text));
        self.cells.put(row, column, self.of_cell.whole(cell))
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        if self.column > 0 {
            (self.row, self.column) = (self.row + 1, 0);
        }
        Ok(())
    }
}
