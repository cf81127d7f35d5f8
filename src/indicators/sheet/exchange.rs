//! Blocks of cells that are copied, cleared and pasted. Each is one action, so one step of undo.

use super::block::{block_cells, block_text};
use super::cell::{Cell, CellColumn, CellRow};
use super::doubtful::doubtful;
use super::written::{Written, plain_number};
use crate::assessment::{Action, Assessment};
use crate::criteria::Pack;
use crate::indicators::Results;

/// A block of a sheet: rows and columns from and to, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl Block {
    /// The block with these two corners, in any order; a place is a row and a column.
    pub fn between(one: (usize, usize), other: (usize, usize)) -> Block {
        Block {
            rows: (one.0.min(other.0), one.0.max(other.0)),
            columns: (one.1.min(other.1), one.1.max(other.1)),
        }
    }
    pub fn contains(self, (row, column): (usize, usize)) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }
    /// How many rows and columns it has.
    pub fn size(self) -> (usize, usize) {
        (self.rows.1 - self.rows.0 + 1, self.columns.1 - self.columns.0 + 1)
    }
    /// Its cells of a sheet.
    pub fn cells(self, sheet: &[Vec<Cell>]) -> Vec<Vec<Cell>> {
        let (height, width) = self.size();
        let rows = sheet.iter().skip(self.rows.0).take(height);
        rows.map(|row| row.iter().skip(self.columns.0).take(width).copied().collect()).collect()
    }
}

/// The text of cells: figures in plain form with all their digits, computed ones as the formula gives them, nothing where there is none.
pub fn copy_cells(assessment: &Assessment, results: &Results, cells: &[Vec<Cell>]) -> String {
    let one = |cell: &Cell| match (cell.row, cell.column) {
        (CellRow::Figure(slot), CellColumn::Year(year)) => {
            let reading = results.indicators.iter().find(|reading| reading.slot == slot && reading.computed);
            reading.map_or_else(
                || cell.plain(assessment),
                |reading| reading.series.at(year).map_or_else(String::new, plain_number),
            )
        }
        _ => cell.plain(assessment),
    };
    let lines: Vec<Vec<String>> = cells.iter().map(|row| row.iter().map(one).collect()).collect();
    block_text(&lines)
}

/// Takes away what stands in cells; computed ones stay.
pub fn clear_cells(pack: &Pack, assessment: &Assessment, cells: &[Vec<Cell>]) -> Action {
    let all = cells.iter().flatten().filter(|cell| !cell.is_computed(pack, assessment));
    Action::Several(all.filter_map(|cell| cell.action(assessment, Written::Nothing)).collect())
}

/// What pasting does.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    pub action: Action,
    /// Cells that get a figure.
    pub written: usize,
    /// Cells that lose theirs, because nothing stands in their place, or that there is no value.
    pub cleared: usize,
    /// Cells whose text is not understood; they stay as they were.
    pub refused: usize,
    /// Texts that fall beside the sheet or on computed cells.
    pub beside: usize,
    /// Cells whose figure has to be looked at: it is another number in the cell's unit than was written, or may be a share of one.
    pub doubtful: usize,
}

/// The cells of a text from the clipboard; a single value fills the whole block.
pub fn pasted_lines(block: Block, text: &str) -> Vec<Vec<String>> {
    let lines = block_cells(text);
    if let [line] = lines.as_slice()
        && let [value] = line.as_slice()
    {
        let (height, width) = block.size();
        return vec![vec![value.clone(); width]; height];
    }
    lines
}

/// Reads a text from the clipboard into a sheet, from the first cell of a block on; a single value fills the whole block.
pub fn paste_cells(pack: &Pack, assessment: &Assessment, sheet: &[Vec<Cell>], block: Block, text: &str) -> Pasted {
    let (mut actions, mut cleared, mut refused, mut beside, mut doubts) = (Vec::new(), 0, 0, 0, 0);
    for (down, line) in pasted_lines(block, text).iter().enumerate() {
        let mut of_row = Vec::new();
        for (right, text) in line.iter().enumerate() {
            let row = sheet.get(block.rows.0 + down);
            let cell = row.and_then(|row| row.get(block.columns.0 + right));
            let Some(cell) = cell.filter(|cell| !cell.is_computed(pack, assessment)) else {
                beside += usize::from(!text.trim().is_empty());
                continue;
            };
            let Some((written, action)) = read(pack, assessment, *cell, text) else {
                refused += 1;
                continue;
            };
            of_row.push((*cell, written));
            if written != Written::Nothing {
                actions.push(action);
            } else if !cell.plain(assessment).is_empty() {
                actions.push(action);
                cleared += 1;
            }
        }
        doubts += doubtful(pack, assessment, &of_row);
    }
    Pasted {
        written: actions.len() - cleared,
        cleared,
        action: Action::Several(actions),
        refused,
        beside,
        doubtful: doubts,
    }
}

fn read(pack: &Pack, assessment: &Assessment, cell: Cell, text: &str) -> Option<(Written, Action)> {
    let written = cell.read(pack, assessment, text).ok()?;
    Some((written, cell.action(assessment, written)?))
}
