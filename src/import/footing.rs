//! Headings that stand below the figures they are about, as some programs put years below the columns of a chart: put above them.

use super::arranged::is_title;
use super::column::Meaning;
use super::heading::{heading, year};
use super::headings::is_figure;
use super::mapping::{Mapping, headed};
use super::moved::moved;
use super::table::{Cell, Table};

/// The table with its headings above its figures, where nothing but notes stands below them. Figures above headings that have others below them
/// may be another table's, whose headings are missing: they stay where they are.
pub(super) fn with_headings_first(table: Table) -> Table {
    let Some(row) = footing(&table) else { return table };
    let guess = Mapping::guess(&table);
    if table.turned || (guess.is_usable() && guess.heading != row) {
        return table;
    }
    let first = (0..row).find(|row| !is_title(&table, *row)).unwrap_or(row);
    let mut raised = moved(table.clone(), row, first);
    name_names(&mut raised, first);
    let guess = Mapping::guess(&raised);
    if guess.is_usable() && guess.heading == first { raised } else { table }
}

/// The last row of a table, but for notes, where it holds headings and figures stand above it.
fn footing(table: &Table) -> Option<usize> {
    let row = (0..table.rows.len()).rev().find(|row| !is_title(table, *row))?;
    let cells: Vec<(usize, &Cell)> = (0..table.length(row))
        .map(|at| (at, table.cell(row, at)))
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    let columns = headed(table, row);
    let is_of_figures = |at: usize| columns.get(at).is_some_and(|headed| headed.column.meaning.is_figure());
    let names = |at: usize| columns.get(at).is_some_and(|headed| headed.column.meaning.names());
    let of_figures: Vec<usize> = cells.iter().map(|(at, _)| *at).filter(|at| is_of_figures(*at)).collect();
    let first = *of_figures.first()?;
    // What stands in front names the indicators, or the years; a row with another name holds figures that look like years.
    let in_front = || cells.iter().filter(|(at, _)| *at < first);
    let is_label =
        |cell: &Cell| matches!(heading(&[cell.shown()]).column.meaning, Meaning::Year | Meaning::Unit) || heading(&[cell.shown()]).column.meaning.names();
    let told: Vec<i32> = of_figures.iter().filter_map(|at| columns.get(*at)?.column.year).collect();
    let follow = told.len() > 1 && told.windows(2).all(|pair| (pair[1] - pair[0]).abs() == 1);
    let marked = of_figures
        .iter()
        .all(|at| matches!(table.cell(row, *at), Cell::Text(text) if text.trim().parse::<f64>().is_err()));
    let sure = in_front().any(|(at, _)| names(*at)) || follow || (marked && told.len() > 1);
    let plain = !cells.iter().any(|(_, cell)| is_figure(cell)) && in_front().all(|(_, cell)| is_label(cell));
    let is_named = |above: usize| (0..first).any(|at| matches!(table.cell(above, at), Cell::Text(_)));
    let is_row = |above: usize| is_named(above) && of_figures.iter().any(|at| is_figure(table.cell(above, *at)));
    (sure && plain && (0..row).any(is_row)).then_some(row)
}

/// A word for names over them where there is none, or one for years.
fn name_names(table: &mut Table, row: usize) {
    let is_of_year = |cell: &Cell| year(&cell.shown()).is_some();
    let first = (0..table.length(row)).find(|at| is_of_year(table.cell(row, *at))).unwrap_or(0);
    if (0..first).any(|at| heading(&[table.cell(row, at).shown()]).column.meaning.names()) {
        return;
    }
    let below = |at: usize| matches!(table.cell(row + 1, at), Cell::Text(_));
    let names = (0..first).find(|at| below(*at));
    if let Some(place) = names.and_then(|at| table.rows.get_mut(row)?.get_mut(at)) {
        *place = Cell::Text("指标".to_owned());
    }
}
