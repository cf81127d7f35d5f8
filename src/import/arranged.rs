//! Tables as they are understood: several of a sheet apart, each with its own headings, and one whose years run down turned.

use super::column::Meaning;
use super::further::{begins, name_names, without_years};
use super::heading::{heading, year};
use super::headings::{extended, is_caption, is_figure};
use super::mapping::{Mapping, headed};
use super::sheet::titles;
use super::table::{Book, Cell, Table};

/// The book with its tables apart and turned where that is needed. Cells keep their places.
pub(super) fn arranged(book: Book) -> Book {
    let tables = book.tables.into_iter().flat_map(below_each_other).flat_map(beside_each_other).map(turned);
    Book { tables: tables.collect() }
}

/// The most tables one sheet is taken apart into.
const MOST_PARTS: usize = 60;

/// Parts a table where headings stand again further down; what stands right above them goes with them.
fn below_each_other(mut table: Table) -> Vec<Table> {
    let guess = Mapping::guess(&table);
    if !guess.is_usable() {
        return vec![table];
    }
    let mut starts = vec![0];
    let mut doubtful = false;
    let mut row = guess.heading + 1;
    while row < table.rows.len() && starts.len() < MOST_PARTS {
        match begins(&table, row, &guess) {
            Some(true) => {
                let titles = (guess.heading + 1..row).rev().take_while(|above| is_title(&table, *above)).last();
                starts.push(titles.unwrap_or(row));
                name_names(&mut table, row, &guess);
                row = extended(&table, row);
                doubtful = false;
            }
            Some(false) => doubtful = true,
            None if doubtful => without_years(&mut table, row),
            None => {}
        }
        row += 1;
    }
    let ends = starts.iter().skip(1).copied().chain([table.rows.len()]);
    if starts.len() == 1 {
        return vec![table];
    }
    let above = titles(&table, guess.heading);
    let part = |(start, end): (&usize, usize)| {
        let inside = |(at, cells): (usize, &Vec<Cell>)| if (*start..end).contains(&at) { cells.clone() } else { Vec::new() };
        Table {
            rows: table.rows.iter().take(end).enumerate().map(inside).collect(),
            hidden_rows: table.hidden_rows.clone(),
            hidden_columns: table.hidden_columns.clone(),
            above: if *start == 0 { table.above.clone() } else { above.clone() },
            name: table.name.clone(),
            ..table
        }
    };
    starts.iter().zip(ends).map(part).collect()
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
    if starts.len() == 1 || !guess.is_usable() || !starts.iter().zip(&ends).all(whole) {
        return vec![table];
    }
    let first = guess.heading;
    let part = |(start, end): (&usize, &usize)| {
        let cell = |row: usize, (at, cell): (usize, &Cell)| {
            // Titles and captions above count for all of them, but for those that have their own.
            let own = || (*start..*end).any(|at| !table.cell(row, at).is_empty());
            let title = row < first && *start > 0 && at == 0 && !own();
            if (*start..*end).contains(&at) || title { cell.clone() } else { Cell::Empty }
        };
        let row = |(row, cells): (usize, &Vec<Cell>)| cells.iter().take(*end).enumerate().map(|place| cell(row, place)).collect();
        Table {
            rows: table.rows.iter().enumerate().map(row).collect(),
            hidden_rows: table.hidden_rows.clone(),
            hidden_columns: table.hidden_columns.clone(),
            above: titles(&table, first),
            name: table.name.clone(),
            ..table
        }
    };
    starts.iter().zip(&ends).map(part).collect()
}

/// A table whose years run down with a column for each indicator, turned.
fn turned(table: Table) -> Table {
    let Some(column) = column_of_years(&table) else { return table };
    let guess = Mapping::guess(&table);
    let named = |meaning: Meaning| guess.columns.iter().any(|column| column.meaning == meaning);
    if guess.is_usable() && (named(Meaning::Name) || named(Meaning::Id) || named(Meaning::Number)) {
        return table;
    }
    let first = (0..table.rows.len()).find(|row| year(&table.cell(*row, column).shown()).is_some()).unwrap_or(0);
    let texts = |row: usize| {
        (0..table.length(row))
            .filter(|at| *at != column && matches!(table.reaching(row, *at), Cell::Text(_)))
            .count()
    };
    if !(0..first).any(|row| texts(row) > 0) {
        return table;
    }
    // What stands alone above the headings names no indicator; it may tell the unit of all of them.
    let (titles, table) = without_titles(table, first);
    let cell = |row: usize, column: usize| match table.cell(row, column) {
        Cell::Joined { up, left } => Cell::Joined { up: *left, left: *up },
        cell => cell.clone(),
    };
    let width = table.width();
    let mut rows: Vec<Vec<Cell>> = (0..width).map(|at| (0..table.rows.len()).map(|row| cell(row, at)).collect()).collect();
    // What stands over the years does not name an indicator.
    if let Some(cells) = rows.get_mut(column) {
        for cell in cells.iter_mut().take(first) {
            if heading(&[cell.shown()]).column.meaning == Meaning::Year {
                *cell = Cell::Text("指标".to_owned());
            }
        }
    }
    Table {
        name: table.name,
        above: table.above.into_iter().chain(titles).collect(),
        rows,
        percents_seen: table.percents_seen,
        hidden_rows: table.hidden_columns,
        hidden_columns: table.hidden_rows,
        turned: true,
    }
}

/// The titles above the row in which years begin, and the table without them; its rows keep their places.
fn without_titles(mut table: Table, years: usize) -> (Vec<String>, Table) {
    let mut titles = Vec::new();
    // The row right above the years holds the headings.
    for row in 0..years.saturating_sub(1) {
        if is_title(&table, row) {
            let cells = table.rows.get_mut(row).map(std::mem::take).unwrap_or_default();
            titles.extend(cells.iter().filter(|cell| !cell.is_empty()).map(Cell::shown));
        }
    }
    (titles, table)
}

/// The first column in which years stand, each once and more of them than of anything else, below some heading; at least two of them.
fn column_of_years(table: &Table) -> Option<usize> {
    (0..table.width().min(6)).find(|at| {
        let shown = |row: usize| table.cell(row, *at).shown();
        let Some(first) = (0..table.rows.len()).find(|row| year(&shown(*row)).is_some()) else {
            return false;
        };
        let (mut years, mut others) = (Vec::new(), 0);
        for row in first..table.rows.len() {
            match (year(&shown(row)), shown(row).trim().is_empty()) {
                (Some(year), _) if !years.contains(&year) => years.push(year),
                (Some(_), _) => return false,
                (None, true) => {}
                // A note below.
                (None, false) if years.len() > 1 && is_title(table, row) => {}
                // `2015年计划`, `平均`: what such a row is, its heading says once the table is turned.
                (None, false) => others += 1,
            }
        }
        // One column of them, not years as headings.
        let beside =
            (0..table.length(first)).any(|other| other != *at && year(&table.cell(first, other).shown()).is_some() && !is_figure(table.cell(first, other)));
        years.len() > 1 && others < years.len() && !beside
    })
}
