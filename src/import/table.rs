//! A table as it was read: cells in rows, with the sheet's name. And the JSON text by which the worker hands it to the page.

use crate::json::parse;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Number(f64),
    /// Never blank.
    Text(String),
    /// Covered by a cell that lies that many rows above and columns to the left and was joined with it.
    Joined {
        up: usize,
        left: usize,
    },
    /// What stands here cannot be known; with what is seen of it.
    Doubt(Doubt, String),
}

/// Why it cannot be known what stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// A formula whose result was not stored.
    NoResult,
    /// The last three digits or more are not shown, and no unit says that they are thousands.
    Scaled,
    /// The format shows something else than the number, in a way that is not understood.
    Format,
    /// It stands below a row of years that may be headings.
    Year,
    /// The commas that part its thousands may be those that part the cells of the file.
    Comma,
    /// It is struck out.
    Struck,
}

impl Doubt {
    const ALL: [Doubt; 6] = [Doubt::NoResult, Doubt::Scaled, Doubt::Format, Doubt::Year, Doubt::Comma, Doubt::Struck];

    /// Its code, for words.
    pub const fn code(self) -> &'static str {
        match self {
            Doubt::NoResult => "no_result",
            Doubt::Scaled => "scaled",
            Doubt::Format => "format",
            Doubt::Year => "no_year",
            Doubt::Comma => "ambiguous_comma",
            Doubt::Struck => "struck_out",
        }
    }
}

/// One table: a sheet, or one of several in a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The sheet's name; empty where the file has none.
    pub name: String,
    /// Rows may be of different lengths; what lies beyond is empty.
    pub rows: Vec<Vec<Cell>>,
    /// Whether numbers shown as per cent came as such. Where not, 0.96 may have been 96 %.
    pub percents_seen: bool,
    /// Rows that are hidden or filtered away.
    pub hidden_rows: BTreeSet<usize>,
    pub hidden_columns: BTreeSet<usize>,
    /// What stands above the first table of the same sheet, where this is another one.
    pub above: Vec<String>,
    /// Rows and columns are exchanged against the file, where years ran down and indicators across.
    pub turned: bool,
    /// Where each row stood, if rows stand in another order than in the file; else empty.
    pub order: Vec<usize>,
}

/// The sheet of choices that the kit's own template hides.
pub const HIDDEN_LISTS: &str = "lists";

/// The sheets of a file, in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    pub tables: Vec<Table>,
    /// Sheets that the file hides; they are not read.
    pub hidden: Vec<String>,
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
        super::struck::kept(text)
    }
    /// Whether nothing of its own stands there.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty | Cell::Joined { .. })
    }
    /// What stands there, as text: `2014` for the number 2014.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty | Cell::Joined { .. } => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) | Cell::Doubt(_, text) => text.clone(),
        }
    }
    fn to_text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Number(number) => ["n", &number.to_string()].concat(),
            Cell::Text(text) => ["t", text].concat(),
            Cell::Joined { up, left } => ["j", &up.to_string(), " ", &left.to_string()].concat(),
            Cell::Doubt(doubt, text) => ["d", doubt.code(), " ", text].concat(),
        }
    }
    fn from_text(text: &str) -> Option<Cell> {
        match text.split_at_checked(1) {
            None => Some(Cell::Empty),
            Some(("n", number)) => number.parse().ok().map(Cell::Number),
            Some(("j", places)) => {
                let (up, left) = places.split_once(' ')?;
                Some(Cell::Joined {
                    up: up.parse().ok()?,
                    left: left.parse().ok()?,
                })
            }
            Some(("d", rest)) => {
                let (code, text) = rest.split_once(' ')?;
                let doubt = Doubt::ALL.into_iter().find(|doubt| doubt.code() == code)?;
                Some(Cell::Doubt(doubt, text.to_owned()))
            }
            Some((_, text)) => Some(Cell::Text(text.to_owned())),
        }
    }
}

impl Table {
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }
    /// The cell, or the one that was joined with it and reaches here.
    pub fn reaching(&self, row: usize, column: usize) -> &Cell {
        match self.cell(row, column) {
            Cell::Joined { up, left } => match (row.checked_sub(*up), column.checked_sub(*left)) {
                (Some(row), Some(column)) => self.cell(row, column),
                _ => &Cell::Empty,
            },
            cell => cell,
        }
    }
    /// Whether it was joined with cells below it or to its right.
    pub fn is_joined(&self, row: usize, column: usize) -> bool {
        *self.cell(row, column + 1) == Cell::Joined { up: 0, left: 1 } || *self.cell(row + 1, column) == Cell::Joined { up: 1, left: 0 }
    }
    /// Whether it lies in a row or column that is hidden or filtered away.
    pub fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.hidden_rows.contains(&row) || self.hidden_columns.contains(&column)
    }
    /// The row as it stood before headings were put above the rows they are about; in a turned table, the column of the file.
    pub fn row_in_file(&self, row: usize) -> usize {
        self.order.get(row).copied().unwrap_or(row)
    }
    /// The number of columns of a row.
    pub(super) fn length(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }
    /// The number of columns of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

impl Book {
    /// The book as it is understood: several tables of a sheet apart, and one whose years run down turned.
    pub fn arranged(self) -> Book {
        super::arranged::arranged(self)
    }
    /// The name of a cell in its file's sheet.
    pub fn cell_name(&self, spot: Spot) -> String {
        self.in_file(spot).name()
    }
    /// Where a cell stands in its file's sheet.
    pub fn in_file(&self, spot: Spot) -> Spot {
        let Some(table) = self.tables.get(spot.table) else { return spot };
        let (row, column) = (table.row_in_file(spot.row), spot.column);
        let (row, column) = if table.turned { (column, row) } else { (row, column) };
        Spot { row, column, ..spot }
    }
    /// As JSON text. Numbers stand as text with all their digits, because readers of JSON may round them.
    pub fn to_json(&self) -> String {
        let tables = self.tables.iter().map(|table| {
            let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(Cell::to_text).collect()).collect();
            json!({
                "name": table.name, "percents_seen": table.percents_seen, "turned": table.turned, "rows": rows,
                "above": table.above, "hidden_rows": table.hidden_rows, "hidden_columns": table.hidden_columns, "order": table.order,
            })
        });
        json!({ "tables": tables.collect::<Vec<Value>>(), "hidden": self.hidden }).to_string()
    }
    /// Reads what [`Book::to_json`] wrote.
    pub fn from_json(text: &str) -> Option<Book> {
        let value = parse(text).ok()?.value;
        let cell = |value: &Value| Cell::from_text(value.as_str()?);
        let list = |value: &Value| {
            let all = value.as_array()?.iter().map(|place| usize::try_from(place.as_u64()?).ok());
            all.collect::<Option<Vec<usize>>>()
        };
        let places = |value: &Value| list(value).map(BTreeSet::from_iter);
        let table = |value: &Value| {
            let rows = value["rows"].as_array()?.iter().map(|row| row.as_array()?.iter().map(cell).collect());
            Some(Table {
                name: value["name"].as_str()?.to_owned(),
                rows: rows.collect::<Option<Vec<Vec<Cell>>>>()?,
                percents_seen: value["percents_seen"].as_bool()?,
                hidden_rows: places(&value["hidden_rows"])?,
                hidden_columns: places(&value["hidden_columns"])?,
                above: value["above"]
                    .as_array()?
                    .iter()
                    .map(|text| text.as_str().map(str::to_owned))
                    .collect::<Option<Vec<String>>>()?,
                turned: value["turned"].as_bool()?,
                order: list(&value["order"])?,
            })
        };
        let tables = value["tables"].as_array()?.iter().map(table).collect::<Option<Vec<Table>>>()?;
        let hidden = value["hidden"].as_array()?.iter().map(|name| name.as_str().map(str::to_owned));
        Some(Book {
            tables,
            hidden: hidden.collect::<Option<Vec<String>>>()?,
        })
    }
}
