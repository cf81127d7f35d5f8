//! A table parted into several, by rows or by columns. Cells keep their places.

use super::sheet::titles;
use super::table::{Cell, Table};

/// Parts that begin in these rows; what is said `above` the first of them counts for those that follow.
pub(super) fn by_rows(table: Table, starts: &[usize], above: &[String]) -> Vec<Table> {
    if starts.len() < 2 {
        return vec![table];
    }
    let ends = starts.iter().skip(1).copied().chain([table.rows.len()]);
    let part = |(start, end): (&usize, usize)| {
        let inside = |(at, cells): (usize, &Vec<Cell>)| if (*start..end).contains(&at) { cells.clone() } else { Vec::new() };
        Table {
            rows: table.rows.iter().take(end).enumerate().map(inside).collect(),
            above: if *start == 0 { table.above.clone() } else { above.to_vec() },
            ..without_rows(&table)
        }
    };
    starts.iter().zip(ends).map(part).collect()
}

/// Parts that begin in these columns; titles and captions above the headings in `first` count for all of them, but for those that have their own.
pub(super) fn by_columns(table: Table, starts: &[usize], first: usize) -> Vec<Table> {
    if starts.len() < 2 {
        return vec![table];
    }
    let ends = starts.iter().skip(1).copied().chain([table.width()]);
    let part = |(start, end): (&usize, usize)| {
        let cell = |row: usize, (at, cell): (usize, &Cell)| {
            let own = || (*start..end).any(|at| !table.cell(row, at).is_empty());
            let title = row < first && *start > 0 && at == 0 && !own();
            if (*start..end).contains(&at) || title { cell.clone() } else { Cell::Empty }
        };
        let row = |(row, cells): (usize, &Vec<Cell>)| cells.iter().take(end).enumerate().map(|place| cell(row, place)).collect();
        Table {
            rows: table.rows.iter().enumerate().map(row).collect(),
            above: titles(&table, first),
            ..without_rows(&table)
        }
    };
    starts.iter().zip(ends).map(part).collect()
}

/// What a table says besides its cells.
fn without_rows(table: &Table) -> Table {
    Table {
        name: table.name.clone(),
        percents_seen: table.percents_seen,
        hidden_rows: table.hidden_rows.clone(),
        hidden_columns: table.hidden_columns.clone(),
        turned: table.turned,
        order: table.order.clone(),
        ..Table::default()
    }
}
