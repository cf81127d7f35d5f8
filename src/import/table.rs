//! A table as it was read: cells in rows, with the sheet's name. And the JSON text by which the worker hands it to the page.

use serde_json::{Value, json};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Number(f64),
    /// Never blank.
    Text(String),
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The sheet's name; empty where the file has none.
    pub name: String,
    /// Rows may be of different lengths; what lies beyond is empty.
    pub rows: Vec<Vec<Cell>>,
    /// Whether numbers shown as per cent came as such. Where not, 0.96 may have been 96 %.
    pub percents_seen: bool,
}

/// The sheets of a file, in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    pub tables: Vec<Table>,
}

/// A cell of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub table: usize,
    pub row: usize,
    pub column: usize,
}

impl Spot {
    /// Its name in a spreadsheet: `C5` for row 4 and column 2.
    pub fn name(self) -> String {
        let mut letters = Vec::new();
        let mut left = self.column + 1;
        while left > 0 {
            left -= 1;
            letters.push((b'A' + (left % 26) as u8) as char);
            left /= 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        [letters, (self.row + 1).to_string()].concat()
    }
}

impl Cell {
    /// A text, or empty where it is blank.
    pub fn text(text: &str) -> Cell {
        if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }
    /// What stands there, as text: `2014` for the number 2014.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => text.clone(),
        }
    }
}

impl Table {
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }
    /// The number of columns of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

impl Book {
    /// As JSON text. Numbers stand as text with all their digits, because readers of JSON may round them.
    pub fn to_json(&self) -> String {
        let cell = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Number(number) => ["n", &number.to_string()].concat(),
            Cell::Text(text) => ["t", text].concat(),
        };
        let tables = self.tables.iter().map(|table| {
            let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            json!({ "name": table.name, "percents_seen": table.percents_seen, "rows": rows })
        });
        json!({ "tables": tables.collect::<Vec<Value>>() }).to_string()
    }
    /// Reads what [`Book::to_json`] wrote.
    pub fn from_json(text: &str) -> Option<Book> {
        let value: Value = serde_json::from_str(text).ok()?;
        let cell = |value: &Value| {
            let text = value.as_str()?;
            match text.split_at_checked(1) {
                None => Some(Cell::Empty),
                Some(("n", number)) => number.parse().ok().map(Cell::Number),
                Some((_, text)) => Some(Cell::Text(text.to_owned())),
            }
        };
        let table = |value: &Value| {
            let rows = value["rows"].as_array()?.iter().map(|row| row.as_array()?.iter().map(cell).collect());
            Some(Table {
                name: value["name"].as_str()?.to_owned(),
                rows: rows.collect::<Option<Vec<Vec<Cell>>>>()?,
                percents_seen: value["percents_seen"].as_bool()?,
            })
        };
        let tables = value["tables"].as_array()?.iter().map(table).collect::<Option<Vec<Table>>>()?;
        Some(Book { tables })
    }
}
