//! The cells of a sheet as they are read one after the other, within the limits; joined and hidden ones among them.

use super::super::table::{Cell, Table};
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TableError};

/// Cells that are joined: from a row and column to the last of both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joined {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

pub(super) struct Cells {
    table: Table,
    joined: Vec<Joined>,
    /// How many cells may still come, in all sheets.
    left: usize,
}

impl Cells {
    pub(super) fn new(name: &str, left: usize) -> Cells {
        Cells {
            table: Table {
                name: name.to_owned(),
                percents_seen: true,
                ..Table::default()
            },
            joined: Vec::new(),
            left,
        }
    }

    /// Puts a cell down; one with nothing in it may lie anywhere.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), TableError> {
        if cell == Cell::Empty {
            return Ok(());
        }
        // A long text counts for several, because many cells may name the same one.
        let text = if let Cell::Text(text) = &cell { text.len() / 256 } else { 0 };
        self.left = self.left.checked_sub(1 + text).ok_or(TableError::TooLarge)?;
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(TableError::TooLarge);
        }
        let rows = &mut self.table.rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, Cell::default);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    pub(super) fn hide_row(&mut self, row: usize) {
        if row < MOST_ROWS {
            self.table.hidden_rows.insert(row);
        }
    }
    /// Hides columns from one to another.
    pub(super) fn hide_columns(&mut self, first: usize, last: usize) {
        self.table.hidden_columns.extend(first..=last.min(MOST_COLUMNS - 1));
    }
    pub(super) fn join(&mut self, joined: Joined) -> Result<(), TableError> {
        if self.joined.len() >= MOST_CELLS {
            return Err(TableError::TooLarge);
        }
        self.joined.push(joined);
        Ok(())
    }

    /// The table, and how many cells may still come.
    pub(super) fn finish(mut self) -> Result<(Table, usize), TableError> {
        let (rows, width) = (self.table.rows.len(), self.table.width());
        for joined in std::mem::take(&mut self.joined) {
            // Only as far as cells are, because a whole row may be joined.
            let (bottom, right) = (joined.bottom.min(rows.saturating_sub(1)), joined.right.min(width.saturating_sub(1)));
            for row in joined.top..=bottom.max(joined.top) {
                for column in joined.left..=right.max(joined.left) {
                    let (up, left) = (row - joined.top, column - joined.left);
                    let inside = row <= bottom && column <= right;
                    if inside && (up > 0 || left > 0) {
                        self.put(row, column, Cell::Joined { up, left })?;
                    }
                }
            }
        }
        let within = self.table.rows.len();
        self.table.hidden_rows.retain(|row| *row < within);
        self.table.hidden_columns.retain(|column| *column < width);
        Ok((self.table, self.left))
    }
}

/// A place such as `C5`, as row and column from 0.
pub(super) fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.trim().trim_start_matches('$');
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = name.split_at_checked(letters)?;
    let row: usize = row.trim_start_matches('$').parse().ok()?;
    let column = column.bytes().try_fold(0_usize, |column, letter| {
        column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some((row.checked_sub(1)?, column?.checked_sub(1)?))
}

/// A range such as `A1:C5`.
pub(super) fn range(name: &str) -> Option<Joined> {
    let (first, last) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    (bottom >= top && right >= left).then_some(Joined { top, left, bottom, right })
}
