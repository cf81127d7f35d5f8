//! A table under its mapping, with what its texts say for all of its rows: units in headings and captions, and the year of a title.

use super::column::{Column, Meaning};
use super::heading::{heading, year};
use super::headings::{headings, top};
use super::mapping::Mapping;
use super::stated::{of_caption, of_name};
use super::table::{Cell, Table};
use std::collections::BTreeSet;

pub(super) struct Sheet<'a> {
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    /// The units stated in each column's heading.
    pub(super) of_columns: Vec<Vec<String>>,
    /// Columns that may hold units and are nothing else: without a heading, below the names where years run down, or one beside each year.
    pub(super) unit_columns: Vec<usize>,
    /// The units stated for the whole table.
    pub(super) captions: Vec<String>,
    /// The year of values whose headings tell none.
    pub(super) year: Option<i32>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(table: &'a Table, mapping: &'a Mapping) -> Sheet<'a> {
        let headings = headings(table, mapping.heading);
        let column = |at: usize| mapping.columns.get(at).copied().unwrap_or(Column::SKIP);
        let of_columns = headings.iter().map(|levels| levels.iter().flat_map(|text| of_name(text)).collect()).collect();
        // The heading of the names may be joined over them.
        let may_hold_units = |levels: &[String]| {
            let meaning = heading(levels).column.meaning;
            levels.iter().all(|text| text.trim().is_empty()) || matches!(meaning, Meaning::Unit | Meaning::Year) || meaning.names()
        };
        let unit_columns = headings
            .iter()
            .enumerate()
            .filter(|(at, levels)| column(*at) == Column::SKIP && may_hold_units(levels));
        let unit_columns = unit_columns.map(|(at, _)| at).collect();
        let above: Vec<String> = titles(table, mapping.heading);
        let names = headings.iter().enumerate().filter(|(at, _)| column(*at).meaning.names());
        let names = names.flat_map(|(_, levels)| levels.clone());
        // `单位：万元` as a heading of its own, over nothing that is taken over.
        let beside = headings
            .iter()
            .enumerate()
            .filter(|(at, _)| matches!(column(*at).meaning, Meaning::Skip | Meaning::Unit));
        let beside = beside.flat_map(|(_, levels)| levels.clone()).filter(|text| text.contains("单位"));
        let texts = [table.name.clone()]
            .into_iter()
            .chain(above.iter().cloned())
            .chain(names)
            .chain(beside)
            .chain(notes(table, mapping.heading));
        let mut captions: BTreeSet<String> = texts.flat_map(|text| of_caption(&text)).collect();
        if captions.is_empty() {
            captions = table.above.iter().flat_map(|text| of_caption(text)).collect();
        }
        let dated: Vec<i32> = above.iter().chain([&table.name]).filter_map(|text| only_year(text)).collect();
        let year = dated.first().copied().filter(|year| dated.iter().all(|other| other == year));
        Sheet {
            table,
            mapping,
            of_columns,
            unit_columns,
            captions: captions.into_iter().collect(),
            year,
        }
    }

    /// The year of a value under a heading without one: of the row where rows have years, else of the title.
    pub(super) fn year_of(&self, meaning: Meaning, of_row: Option<i32>) -> Option<i32> {
        if self.mapping.is_by_year() {
            return of_row;
        }
        let of_values = self.mapping.columns.iter().filter(|column| column.meaning == Meaning::Value);
        let last = of_values.filter_map(|column| column.year).max();
        match meaning {
            // Beside columns with years, one without may be anything.
            Meaning::Value if last.is_some() => None,
            _ => last.or(self.year),
        }
    }
}

/// The texts above the headings.
pub(super) fn titles(table: &Table, heading: usize) -> Vec<String> {
    let above = table.rows.iter().take(top(table, heading)).flatten();
    above
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text.clone()) } else { None })
        .collect()
}

/// Texts between or below the rows that may state a unit: alone in their row, with the word itself.
fn notes(table: &Table, heading: usize) -> impl Iterator<Item = String> + '_ {
    let alone = |row: &&Vec<Cell>| row.iter().filter(|cell| !cell.is_empty()).count() == 1;
    let rows = table.rows.iter().skip(heading + 1).filter(alone);
    rows.flatten().filter_map(|cell| match cell {
        Cell::Text(text) if text.contains("单位") || text.to_lowercase().contains("unit") => Some(text.clone()),
        _ => None,
    })
}

/// The one whole year a title tells, whatever else it says.
fn only_year(text: &str) -> Option<i32> {
    let dated = super::dated::dated(text);
    match dated.years.as_slice() {
        [only] if !dated.part => Some(*only),
        _ => year(text),
    }
}
