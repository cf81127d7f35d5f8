//! What the columns of a table mean: guessed from its headings, corrected by the user, and remembered for the next table of the
//! same shape.

use super::column::{Column, Meaning};
use super::fold::{fold, years};
use super::heading::heading;
use super::table::{Cell, Table};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How far down headings are looked for.
const HEADINGS_WITHIN: usize = 40;

/// The meaning of a table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The row of the headings; what stands above and in it is not taken over.
    pub heading: usize,
    pub columns: Vec<Column>,
    /// Rows that are not known are added as indicators of one's own.
    pub add_own: bool,
}

impl Mapping {
    /// The best guess, also where it is not [usable](Mapping::is_usable).
    pub fn guess(table: &Table) -> Mapping {
        let mut best = (0, Mapping::none(table));
        for row in 0..table.rows.len().min(HEADINGS_WITHIN) {
            let mapping = Mapping::with_heading(table, row);
            let known = mapping.columns.iter().filter(|column| column.meaning != Meaning::Skip).count();
            // A row of headings without a single name or year is a chance hit.
            let weight = if mapping.is_usable() { known + 100 } else { known };
            if weight > best.0 {
                best = (weight, mapping);
            }
        }
        best.1
    }

    /// Nothing taken over.
    fn none(table: &Table) -> Mapping {
        Mapping {
            heading: 0,
            columns: vec![Column::SKIP; table.width()],
            add_own: false,
        }
    }

    /// The guess where the headings stand in one row.
    pub fn with_heading(table: &Table, row: usize) -> Mapping {
        let texts = headings(table, row);
        let guessed: Vec<Column> = texts.iter().map(|text| heading(text)).collect();
        let year_of = |at: usize| texts.get(at).and_then(|text| years(text).into_iter().max());
        let mut columns = vec![Column::SKIP; texts.len()];
        for (at, column) in guessed.iter().enumerate() {
            // Of several columns for one thing, the one of the latest year counts, else the first.
            let rivals = guessed.iter().enumerate().filter(|(_, other)| *other == column);
            let latest = rivals.max_by_key(|(rival, _)| (year_of(*rival), std::cmp::Reverse(*rival)));
            if latest.is_some_and(|(latest, _)| latest == at) {
                columns[at] = *column;
            }
        }
        let mut mapping = Mapping {
            heading: row,
            columns,
            add_own: false,
        };
        if !mapping.has(|meaning| meaning == Meaning::Name)
            && let Some(at) = unnamed_column_of_names(table, &mapping)
        {
            mapping.columns[at] = Column::plain(Meaning::Name);
        }
        // Only our own template asks for the place in the criteria beside an id.
        mapping.add_own = mapping.has(|meaning| meaning == Meaning::Id) && mapping.has(|meaning| meaning == Meaning::Clause);
        mapping
    }

    /// Whether it tells what a row is about and has something to take over.
    pub fn is_usable(&self) -> bool {
        self.has(Meaning::names) && self.has(Meaning::is_entered)
    }

    /// Whether there is a row per indicator and year.
    pub fn is_by_year(&self) -> bool {
        self.has(|meaning| meaning == Meaning::Year)
    }

    fn has(&self, is: impl Fn(Meaning) -> bool) -> bool {
        self.columns.iter().any(|column| is(column.meaning))
    }

    /// The headings of the columns, with those of joined cells above.
    pub fn headings(&self, table: &Table) -> Vec<String> {
        headings(table, self.heading)
    }

    /// What a table's headings are remembered by: the same for the same headings, also with other years in them.
    pub fn signature(&self, table: &Table) -> String {
        let shape = |text: &String| years(text).iter().fold(fold(text), |text, year| text.replace(&year.to_string(), "#"));
        let shapes: Vec<String> = headings(table, self.heading).iter().map(shape).collect();
        let hash = Sha256::digest(shapes.join("\u{1f}").as_bytes());
        hash.iter().take(8).fold(String::new(), |text, byte| {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
            text + &String::from_iter([digit(byte >> 4), digit(byte & 15)])
        })
    }

    /// As it is remembered: `{"version": 1, "columns": ["id", "name", "value:2014"], "add_own": false}`. The row of the headings is
    /// not part of it: it is where they are found.
    pub fn to_json(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|column| column.code()).collect();
        json!({ "version": 1, "columns": columns, "add_own": self.add_own }).to_string()
    }

    /// What is remembered, for a table with the same signature; years are those of this table's headings. None where it does not
    /// fit or is not understood.
    pub fn remembered(text: &str, table: &Table, heading: usize) -> Option<Mapping> {
        let value: Value = serde_json::from_str(text).ok().filter(|value: &Value| value["version"] == 1)?;
        let codes = value["columns"].as_array()?.iter().map(|code| Column::from_code(code.as_str()?));
        let mut columns = codes.collect::<Option<Vec<Column>>>()?;
        let texts = headings(table, heading);
        if columns.len() != texts.len() {
            return None;
        }
        for (column, text) in columns.iter_mut().zip(&texts) {
            if let (Some(_), [year]) = (column.year, years(text).as_slice()) {
                column.year = Some(*year);
            }
        }
        Some(Mapping {
            heading,
            columns,
            add_own: value["add_own"].as_bool()?,
        })
    }
}

/// The headings of the columns: what stands in the row, with what stands above it where cells were joined: a group such as
/// “benchmark” over several years, or a heading that reaches down into this row.
fn headings(table: &Table, row: usize) -> Vec<String> {
    let above: Vec<&Cell> = match row.checked_sub(1) {
        Some(above) => (0..table.width()).map(|at| table.cell(above, at)).collect(),
        None => Vec::new(),
    };
    // A lone cell above is a title.
    let groups = above.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let mut group = String::new();
    let mut all = Vec::with_capacity(table.width());
    for at in 0..table.width() {
        let own = table.cell(row, at).shown();
        let over = above.get(at).map_or_else(String::new, |cell| cell.shown());
        if !over.is_empty() {
            group.clone_from(&over);
        }
        let is_year = !own.is_empty() && fold(&own).trim_end_matches(['年', '度']).parse::<i32>().is_ok();
        all.push(match (own.is_empty(), groups) {
            (true, true) => over,
            (false, true) if is_year => [group.as_str(), " ", &own].concat(),
            _ => own,
        });
    }
    all
}

/// The first column without a heading that holds a different text in nearly every row.
fn unnamed_column_of_names(table: &Table, mapping: &Mapping) -> Option<usize> {
    let below = || table.rows.iter().skip(mapping.heading + 1);
    (0..mapping.columns.len()).find(|&at| {
        let texts: BTreeSet<&str> = below()
            .filter_map(|row| match row.get(at) {
                Some(Cell::Text(text)) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        mapping.columns[at] == Column::SKIP && texts.len() > 1 && texts.len() * 2 > below().count()
    })
}
