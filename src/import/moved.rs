//! A table with one of its rows further up, where headings stand behind or between the rows they are about. Where each row stood is kept.

use super::table::{Cell, Table};

/// The table with a row moved up to another place. Cells that were joined with others stay joined with them.
pub(super) fn moved(mut table: Table, from: usize, to: usize) -> Table {
    if from <= to || from >= table.rows.len() {
        return table;
    }
    let place = |row: usize| match row {
        _ if row == from => to,
        _ if (to..from).contains(&row) => row + 1,
        _ => row,
    };
    let joined = |row: usize, column: usize, cell: &Cell| match cell {
        Cell::Joined { up, left } if *up > 0 => match row.checked_sub(*up).and_then(|first| place(row).checked_sub(place(first))) {
            Some(up) => Cell::Joined { up, left: *left },
            // It was joined with one that stands below it now.
            None => table.reaching(row, column).clone(),
        },
        cell => cell.clone(),
    };
    let row = |(row, cells): (usize, &Vec<Cell>)| cells.iter().enumerate().map(|(column, cell)| joined(row, column, cell)).collect();
    let mut rows: Vec<Vec<Cell>> = table.rows.iter().enumerate().map(row).collect();
    let mut order: Vec<usize> = (0..rows.len()).map(|row| table.row_in_file(row)).collect();
    let (cells, stood) = (rows.remove(from), order.remove(from));
    rows.insert(to, cells);
    order.insert(to, stood);
    table.hidden_rows = table.hidden_rows.iter().map(|row| place(*row)).collect();
    Table { rows, order, ..table }
}
