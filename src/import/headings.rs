//! Which texts stand over a column: its own heading, and those of groups above it that reach over several columns.

use super::heading::is_heading;
use super::stated::{bracketed, of_caption};
use super::table::{Cell, Table};
use crate::indicators::read_number;

/// How many rows of headings stand above each other at most.
const LEVELS: usize = 4;

/// The headings of each column from the top down, where the lowest stand in this row.
pub(super) fn headings(table: &Table, row: usize) -> Vec<Vec<String>> {
    let first = top(table, row);
    let groups: Vec<Vec<String>> = (first..row).map(|above| carried(table, above)).collect();
    let column = |at: usize| {
        let own = table.reaching(row, at).shown();
        let mut levels: Vec<String> = Vec::new();
        for (above, carried) in (first..row).zip(&groups) {
            // Nothing of its own below: what stands right above reaches down, but a group beside it does not reach over.
            let text = if own.trim().is_empty() {
                table.reaching(above, at).shown()
            } else {
                carried[at].clone()
            };
            levels.push(text);
        }
        levels.push(own);
        levels.retain(|text| !text.trim().is_empty());
        levels.dedup();
        levels
    };
    (0..table.width()).map(column).collect()
}

/// The first row of the headings that end with this one.
pub(super) fn top(table: &Table, row: usize) -> usize {
    let above = (row.saturating_sub(LEVELS - 1)..row).rev();
    above.take_while(|above| is_group(table, *above)).last().unwrap_or(row)
}

/// The texts of a row, each reaching to the right as far as cells are empty or joined.
fn carried(table: &Table, row: usize) -> Vec<String> {
    let mut last = String::new();
    (0..table.width())
        .map(|at| {
            match table.cell(row, at) {
                Cell::Empty => {
                    // Joined cells end where they end.
                    if at > 0 && matches!(table.cell(row, at - 1), Cell::Joined { .. }) {
                        last.clear();
                    }
                }
                _ => last = table.reaching(row, at).shown(),
            }
            last.clone()
        })
        .collect()
}

/// Whether a row above headings holds headings of groups: several texts, no figures, and no caption such as a unit, a date or who made it.
fn is_group(table: &Table, row: usize) -> bool {
    let cells = || (0..table.length(row)).map(|at| table.cell(row, at)).filter(|cell| !cell.is_empty());
    let caption = |cell: &Cell| matches!(cell, Cell::Text(text) if !of_caption(text).is_empty() && !is_heading(text));
    cells().count() > 1 && !is_caption(table, row) && !cells().any(|cell| is_figure(cell) || caption(cell))
}

/// A number that is no year.
pub(super) fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.fract() != 0.0 || !(1900.0..=2100.0).contains(number),
        Cell::Text(text) => {
            read_number(text, &[]).is_ok() && super::heading::year(text).is_none() || text.ends_with(['%', '％']) && read_number(text, &["%"]).is_ok()
        }
        Cell::Doubt(..) => true,
        Cell::Empty | Cell::Joined { .. } => false,
    }
}

/// The last row of the headings that begin with this one: rows below go on with them where they hold texts and no figure, and say nothing new
/// in the first column.
pub(super) fn extended(table: &Table, row: usize) -> usize {
    let first = headings(table, row).iter().position(|levels| !levels.is_empty());
    let goes_on = |next: usize| {
        let own = || (0..table.length(next)).map(move |at| table.cell(next, at)).filter(|cell| !cell.is_empty());
        let named = first.is_none_or(|at| !table.cell(next, at).is_empty());
        !named && own().count() > 0 && !own().any(is_figure)
    };
    (row + 1..table.rows.len().min(row + LEVELS))
        .take_while(|next| goes_on(*next))
        .last()
        .unwrap_or(row)
}

/// Whether a row is a caption: who made the table, of what day, in which unit.
pub(super) fn is_caption(table: &Table, row: usize) -> bool {
    (0..table.length(row)).any(|at| match table.cell(row, at) {
        Cell::Text(text) => bracketed(text).1.contains(':'),
        _ => false,
    })
}
