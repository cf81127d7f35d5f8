//! Tables as they are understood: several of a sheet apart, each with its own headings, one whose years run down turned, and headings that stand
//! below their figures put above them.

use super::column::Meaning;
use super::footing::with_headings_first;
use super::further::{begins, name_names, without_years};
use super::headings::{extended, is_caption, is_figure};
use super::mapping::{Mapping, headed};
use super::named_above::with_names;
use super::parted::{by_columns, by_rows};
use super::sheet::titles;
use super::table::{Book, Cell, Table};
use super::turned::{turned, turned_below_each_other, turned_beside_each_other};

/// The book with its tables apart and turned where that is needed. The cells' places in the file are known.
pub(super) fn arranged(book: Book) -> Book {
    let tables = book.tables.into_iter().flat_map(below_each_other).flat_map(beside_each_other);
    Book {
        hidden: book.hidden,
        tables: tables.map(with_names).map(turned).map(with_headings_first).collect(),
    }
}

/// The most tables one sheet is taken apart into.
pub(super) const MOST_PARTS: usize = 60;

/// Parts a table where headings stand again further down; what stands right above them goes with them.
fn below_each_other(mut table: Table) -> Vec<Table> {
    let guess = Mapping::guess(&table);
    if !guess.is_usable() {
        return turned_below_each_other(table);
    }
    let mut starts = vec![0];
    let mut last = guess.heading;
    let mut doubtful = false;
    let mut row = guess.heading + 1;
    while row < table.rows.len() && starts.len() < MOST_PARTS {
        match begins(&table, row, &guess) {
            Some(true) => {
                starts.push(with_titles(&table, row, guess.heading + 1));
                name_names(&mut table, row, &guess);
                row = extended(&table, row);
                last = row;
                doubtful = false;
            }
            Some(false) => doubtful = true,
            None if doubtful => without_years(&mut table, row),
            None => {}
        }
        row += 1;
    }
    // Figures above the first headings and none below the last: each may be about those that stand above it.
    let figures = |row: usize| (0..table.length(row)).any(|at| is_figure(table.cell(row, at)));
    if starts.len() > 1 && (0..guess.heading).any(figures) && !(last + 1..table.rows.len()).any(figures) {
        let rows: Vec<usize> = (0..table.rows.len()).filter(|row| figures(*row)).collect();
        rows.into_iter().for_each(|row| without_years(&mut table, row));
    }
    let above = titles(&table, guess.heading);
    by_rows(table, &starts, &above)
}

/// The first row of the titles that stand right above a row, not further up than the first of all.
pub(super) fn with_titles(table: &Table, row: usize, first: usize) -> usize {
    let titles = (first..row).rev().take_while(|above| is_title(table, *above));
    titles.last().unwrap_or(row)
}

/// A row with one text alone, or a blank one.
pub(super) fn is_title(table: &Table, row: usize) -> bool {
    let mut cells = (0..table.length(row)).map(|at| table.cell(row, at)).filter(|cell| !cell.is_empty());
    match (cells.next(), cells.next()) {
        (None, _) => true,
        (Some(Cell::Text(_)), None) => true,
        _ => is_caption(table, row),
    }
}

/// Parts a table where a second column of names stands behind figures, with figures of its own.
fn beside_each_other(table: Table) -> Vec<Table> {
    let guess = Mapping::guess(&table);
    if !guess.is_usable() {
        return turned_beside_each_other(table);
    }
    let meanings: Vec<Meaning> = headed(&table, guess.heading).iter().map(|headed| headed.column.meaning).collect();
    let mut starts = vec![0];
    for (at, meaning) in meanings.iter().enumerate() {
        let from = starts.last().copied().unwrap_or(0);
        let before = || meanings.get(from..at).into_iter().flatten();
        let entered = |meaning: &Meaning| meaning.is_entered();
        if meaning.names() && before().any(|meaning| meaning.names()) && before().any(entered) {
            starts.push(at);
        }
    }
    // Each needs a name and a figure.
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([meanings.len()]).collect();
    let whole = |(start, end): (&usize, &usize)| {
        let inside = meanings.get(*start..*end).unwrap_or_default();
        inside.iter().any(|meaning| meaning.names()) && inside.iter().any(|meaning| meaning.is_entered() && meaning.is_figure())
    };
    if starts.iter().zip(&ends).all(whole) {
        by_columns(table, &starts, guess.heading)
    } else {
        vec![table]
    }
}
