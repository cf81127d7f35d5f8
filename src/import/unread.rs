//! Names of indicators beside figures of which nothing became: they are told, so that no table comes to nothing without a word.

use super::column::Meaning;
use super::headings::is_figure;
use super::mapping::Mapping;
use super::rows::{Known, NoMatch};
use super::table::{Cell, Table};
use std::ops::Range;

/// The most cells that are looked at, and the most that are told.
const LOOKED_AT: usize = 20_000;
const MOST_TOLD: usize = 100;

/// The most characters of a name.
const LONGEST: usize = 60;

/// In each of these rows the first name of an indicator with a figure in its row, or where `across` in its column: row, column and name.
pub(super) fn unread(table: &Table, mapping: &Mapping, known: &Known, rows: Range<usize>, across: bool) -> Vec<(usize, usize, String)> {
    let meaning = |at: usize| mapping.columns.get(at).map_or(Meaning::Skip, |column| column.meaning);
    let is_counted = |at: usize| !meaning(at).names() && !meaning(at).defines() && !matches!(meaning(at), Meaning::Year | Meaning::Kind);
    let is_figure = |row: usize, at: usize| is_counted(at) && is_figure(table.cell(row, at));
    let in_columns: Vec<bool> = (0..table.width())
        .map(|at| across && (0..table.rows.len()).any(|row| is_figure(row, at)))
        .collect();
    let mut looked_at = 0;
    let of_row = |row: usize| {
        let in_row = (0..table.length(row)).any(|at| is_figure(row, at));
        (0..table.length(row)).find_map(|at| {
            let Cell::Text(text) = table.cell(row, at) else { return None };
            if !(in_row || in_columns[at]) || looked_at == LOOKED_AT || text.chars().nth(LONGEST).is_some() {
                return None;
            }
            looked_at += 1;
            let is_known = !matches!(known.find("", "", text), Err(NoMatch::Unknown));
            is_known.then(|| (row, at, text.trim().to_owned()))
        })
    };
    rows.filter_map(of_row).take(MOST_TOLD).collect()
}
