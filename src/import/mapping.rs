//! What the columns of a table mean: guessed from its headings, corrected by the user, and remembered for the next table of the
//! same shape.

use super::bodies::are_bodies;
use super::column::{Column, Meaning};
use super::dated::dated;
use super::fold::fold;
use super::groups::OF_REMARKS;
use super::heading::{Headed, heading, kind, year};
use super::headings::{extended, headings, is_caption, is_figure};
use super::table::{Cell, Table};
use crate::criteria::Aim;
use crate::json::parse;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// How far down headings are looked for.
const HEADINGS_WITHIN: usize = 40;

/// How many rows tell what a column without a heading holds.
const LOOKED_AT: usize = 400;

/// The meaning of a table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The row of the headings; what stands above and in it is not taken over.
    pub heading: usize,
    pub columns: Vec<Column>,
    /// Rows that are not known are added as indicators of one's own.
    pub add_own: bool,
    /// In which unit figures stand beside which none is stated, by what [is asked](super::UnitAsked::family). Never remembered: the next table may
    /// stand in another.
    pub units: BTreeMap<String, String>,
    /// Which way is better for rows that become indicators of one's own, by [folded](fold) name, where the table does not say it. Never remembered.
    pub directions: BTreeMap<String, Aim>,
    /// The figures are those of the whole organisation, though the title [names a part](super::Plan::parts) of it. Never remembered.
    pub whole: bool,
}

impl Mapping {
    /// The best guess, also where it is not [usable](Mapping::is_usable).
    pub fn guess(table: &Table) -> Mapping {
        let mut best = (0, Mapping::none(table));
        let first = table.rows.iter().position(|row| row.iter().any(|cell| !cell.is_empty())).unwrap_or(0);
        for row in first..table.rows.len().min(first + HEADINGS_WITHIN) {
            let mapping = Mapping::with_heading(table, row);
            let known = mapping.columns.iter().filter(|column| column.meaning != Meaning::Skip).count();
            // A row of headings without a single name or year is a chance hit, and so is a caption.
            let told = headed(table, row).iter().any(|headed| headed.column.meaning.names());
            let weight = match (mapping.is_usable(), told && !is_caption(table, row)) {
                (true, true) => known + 200,
                (true, false) => known + 100,
                _ => known,
            };
            if weight > best.0 {
                best = (weight, mapping);
            }
            // Certain headings are found; what stands further down is another table's.
            if best.0 > 200 && row > best.1.heading + 3 {
                break;
            }
        }
        let (_, best) = best;
        match extended(table, best.heading) {
            row if row != best.heading => Mapping::with_heading(table, row),
            _ => best,
        }
    }

    /// Nothing taken over.
    fn none(table: &Table) -> Mapping {
        Mapping {
            heading: 0,
            columns: vec![Column::SKIP; table.width()],
            add_own: false,
            units: BTreeMap::new(),
            directions: BTreeMap::new(),
            whole: false,
        }
    }

    /// Says which way is better for rows of a name that become indicators of one's own; none takes it back.
    pub fn decide(&mut self, name: &str, direction: Option<Aim>) {
        match direction {
            Some(direction) => drop(self.directions.insert(fold(name), direction)),
            None => drop(self.directions.remove(&fold(name))),
        }
    }

    /// Which way was said to be better for rows of a name.
    pub fn direction(&self, name: &str) -> Option<Aim> {
        self.directions.get(&fold(name)).copied()
    }

    /// The guess where the headings end with this row.
    pub fn with_heading(table: &Table, row: usize) -> Mapping {
        let headed = headed(table, row);
        let mut columns = vec![Column::SKIP; headed.len()];
        let values = headed.iter().filter(|one| one.column.meaning == Meaning::Value);
        let latest = values.filter_map(|one| one.year).max();
        for (at, one) in headed.iter().enumerate() {
            // Of several columns for one thing, the one of the latest year counts, then the one that says so most surely. Where two say so as
            // surely, figures stand in both and those that differ are asked for; of other things, the first counts.
            // Targets of the latest year with values count, before those of years to come, with which no value is to be compared.
            let rank = |headed: &Headed| {
                let is_goal = matches!(headed.column.meaning, Meaning::Target | Meaning::TargetLow | Meaning::TargetHigh);
                let comes = is_goal && headed.year.zip(latest).is_some_and(|(year, latest)| year > latest);
                (!comes, headed.year, headed.surely)
            };
            let rivals = || headed.iter().enumerate().filter(|(_, other)| other.column == one.column);
            let beaten = rivals().any(|(_, rival)| rank(rival) > rank(one));
            let figures = matches!(one.column.meaning, Meaning::Value | Meaning::Benchmark | Meaning::Target | Meaning::Projected);
            let follows = !figures && rivals().any(|(rival, _)| rival < at);
            // A year alone is not taken where something that is not understood says the same year.
            let doubtful = one.surely == 0
                && one.column.meaning == Meaning::Value
                && headed.iter().any(|other| other.open && other.year == one.year && one.column.year.is_some());
            if !beaten && !follows && !doubtful {
                columns[at] = one.column;
            }
        }
        let mut mapping = Mapping {
            heading: row,
            columns,
            ..Mapping::none(table)
        };
        // `年度` over names, where years stand across.
        for at in 0..mapping.columns.len() {
            if mapping.columns[at].meaning == Meaning::Year && holds_no_year(table, row, at) {
                mapping.columns[at] = Column::SKIP;
            }
        }
        // `单位` over plants and companies.
        for at in 0..mapping.columns.len() {
            if mapping.columns[at].meaning == Meaning::Unit && are_bodies(&texts_below(table, row, at)) {
                mapping.columns[at] = Column::SKIP;
            }
        }
        if !mapping.has(|meaning| meaning == Meaning::Name)
            && let Some(at) = unnamed_column_of_names(table, &mapping)
        {
            mapping.columns[at] = Column::plain(Meaning::Name);
        }
        if !mapping.has(|meaning| meaning == Meaning::Kind)
            && let Some(at) = column_of_kinds(table, &mapping)
        {
            mapping.columns[at] = Column::plain(Meaning::Kind);
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
        headings(table, self.heading).iter().map(|levels| levels.join(" ")).collect()
    }

    /// Columns about a year that are left out because it is not certain what their headings mean, so that it has to be said.
    pub fn open_columns(&self, table: &Table) -> Vec<usize> {
        let headed = headed(table, self.heading);
        let of_open_year = |one: &Headed| one.year.is_some() && headed.iter().any(|other| other.open && other.year == one.year);
        let is_open = |at: usize| {
            headed
                .get(at)
                .is_some_and(|one| one.open || (one.surely == 0 && one.column.meaning == Meaning::Value && of_open_year(one)))
        };
        let skipped = self.columns.iter().enumerate().filter(|(_, column)| **column == Column::SKIP);
        skipped.map(|(at, _)| at).filter(|at| is_open(*at)).collect()
    }

    /// Columns of figures that are left out and not open: of a part of a year, of another year than the one that counts, rates of completion. What
    /// is left out is said.
    pub fn left_columns(&self, table: &Table) -> Vec<usize> {
        let (open, headings) = (self.open_columns(table), headings(table, self.heading));
        let holds_figures = |at: usize| (self.heading + 1..table.rows.len()).take(LOOKED_AT).any(|row| is_figure(table.cell(row, at)));
        let skipped = self.columns.iter().enumerate().filter(|(_, column)| **column == Column::SKIP);
        skipped
            .map(|(at, _)| at)
            .filter(|at| !open.contains(at) && headings.get(*at).is_some_and(|levels| !levels.is_empty()) && holds_figures(*at))
            .collect()
    }

    /// What a table's headings are remembered by: the same for the same headings, also with other years in them.
    pub fn signature(&self, table: &Table) -> String {
        let shape = |text: &String| {
            let dated = dated(text);
            let rest: Vec<String> = dated.rest.split('#').map(fold).collect();
            // The end of a year and any other day are not the same heading.
            rest.join(if dated.part { "##" } else { "#" })
        };
        let shapes: Vec<String> = self.headings(table).iter().map(shape).collect();
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
        let value = parse(text).ok().map(|parsed| parsed.value).filter(|value| value["version"] == 1)?;
        let codes = value["columns"].as_array()?.iter().map(|code| Column::from_code(code.as_str()?));
        let mut columns = codes.collect::<Option<Vec<Column>>>()?;
        let texts = headed(table, heading);
        if columns.len() != texts.len() {
            return None;
        }
        for (column, headed) in columns.iter_mut().zip(&texts) {
            if let (Some(_), Some(year)) = (column.year, headed.year) {
                column.year = Some(year);
            }
        }
        Some(Mapping {
            heading,
            columns,
            add_own: value["add_own"].as_bool()?,
            ..Mapping::none(table)
        })
    }
}

/// What the headings of each column say, where the lowest stand in this row.
pub(super) fn headed(table: &Table, row: usize) -> Vec<Headed> {
    headings(table, row).iter().map(|levels| heading(levels)).collect()
}

/// The texts in a column.
pub(super) fn texts_below(table: &Table, heading: usize, at: usize) -> Vec<&str> {
    let cells = (heading + 1..table.rows.len()).take(LOOKED_AT).map(|row| table.cell(row, at));
    cells
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None })
        .collect()
}

/// Whether texts stand in a column and no year.
fn holds_no_year(table: &Table, heading: usize, at: usize) -> bool {
    let below = (heading + 1..table.rows.len()).map(|row| table.cell(row, at)).filter(|cell| !cell.is_empty());
    let mut texts = below.take(LOOKED_AT).peekable();
    texts.peek().is_some() && texts.all(|cell| matches!(cell, Cell::Text(text) if year(text).is_none()))
}

/// The first column whose cells all tell kinds of figures, values and others. There are few kinds.
fn column_of_kinds(table: &Table, mapping: &Mapping) -> Option<usize> {
    let headings = mapping.headings(table);
    let is_of_remarks = |at: usize| headings.get(at).is_some_and(|heading| OF_REMARKS.iter().any(|word| fold(heading) == *word));
    (0..mapping.columns.len()).filter(|at| !is_of_remarks(*at)).find(|&at| {
        let below = (mapping.heading + 1..table.rows.len())
            .map(|row| table.cell(row, at))
            .filter(|cell| !cell.is_empty());
        let texts: BTreeSet<String> = below.take(LOOKED_AT).map(Cell::shown).collect();
        let kinds = || texts.iter().map(|text| kind(text)).collect::<Option<BTreeSet<Meaning>>>();
        let few = mapping.columns[at] == Column::SKIP && (1..=8).contains(&texts.len());
        few && kinds().is_some_and(|kinds| kinds.iter().any(|kind| *kind != Meaning::Value))
    })
}

/// The first column without a heading that holds a text in most rows, and hardly the same one twice, but for tables below each other.
fn unnamed_column_of_names(table: &Table, mapping: &Mapping) -> Option<usize> {
    let below = || {
        table
            .rows
            .iter()
            .skip(mapping.heading + 1)
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .take(LOOKED_AT)
    };
    (0..mapping.columns.len()).find(|&at| {
        let texts: Vec<&str> = below()
            .filter_map(|row| match row.get(at) {
                // `12.6%` is none.
                Some(cell @ Cell::Text(text)) if !is_figure(cell) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let different: BTreeSet<&str> = texts.iter().copied().collect();
        mapping.columns[at] == Column::SKIP && different.len() > 1 && different.len() * 2 >= texts.len() && texts.len() * 2 > below().count()
    })
}
