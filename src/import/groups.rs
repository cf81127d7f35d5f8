//! The groups that the rows of a table stand in: below titles between them, beside a cell in front that reaches over several, in a year that is told
//! for the first of them; and what remarks behind them say.

use super::bodies::{are_bodies, is_of_parts, is_surely_part, is_whole};
use super::column::Meaning;
use super::fold::fold;
use super::headings::{headings, is_figure};
use super::mapping::{Mapping, texts_below};
use super::qualified::is_something_else;
use super::rows::{Known, NoMatch};
use super::section::{Section, is_another, is_over_periods, level, of_period, remark};
use super::stated::alone;
use super::table::{Cell, Table};
use crate::indicators::Measure;
use std::collections::BTreeSet;

/// Headings of columns that part the rows, at their ends; and of remarks.
const OF_GROUPS: &[&str] = &[
    "类别", "分类", "类型", "类", "板块", "方面", "维度", "层面", "对象", "范围", "口径", "组别", "期间", "category", "type", "group", "class", "scope",
    "period",
];
/// The same behind the figures, which say of what they are.
const OF_SCOPES: &[&str] = &["口径", "范围", "scope", "basis"];
pub(super) const OF_REMARKS: &[&str] = &["备注", "说明", "注", "附注", "remark", "remarks", "note", "notes", "comment", "comments"];

/// The most characters of a title.
const LONGEST: usize = 120;

pub(super) struct Groups<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    /// What the titles above say, the nearest last, each below the one before it.
    titles: Vec<(u8, Section)>,
    /// Columns in front of the figures that are not taken over, and what stood last in each.
    in_front: Vec<(usize, Section)>,
    /// Columns behind the first of the figures that are not taken over.
    behind: Vec<usize>,
    /// Those of them that say of what the figures are.
    scopes: Vec<usize>,
    /// Columns that are not taken over in which a part of the year may stand, with their headings; and all others.
    of_periods: Vec<(usize, String)>,
    others: Vec<usize>,
    /// Columns of parts of the organisation and of products, and what stood last in each.
    of_parts: Vec<(usize, String)>,
    /// What stood last in columns of years and kinds in front of the names.
    year: String,
    kind: String,
}

/// What is said of a row besides what the table says.
pub(super) struct Group {
    pub(super) section: Section,
    /// The year and the kind of figures that a row above tells for its group; empty where there is none.
    pub(super) year: String,
    pub(super) kind: String,
    /// It is of a part of the organisation or of one product.
    pub(super) is_of_part: bool,
    /// It is a title itself.
    pub(super) is_title: bool,
}

impl<'a> Groups<'a> {
    pub(super) fn of(table: &'a Table, mapping: &'a Mapping) -> Groups<'a> {
        let figures = mapping.columns.iter().position(|column| column.meaning.is_figure()).unwrap_or(0);
        let headings = headings(table, mapping.heading);
        let is_headed = |at: usize, words: &[&str]| {
            let texts = || headings.get(at).into_iter().flatten().map(|text| fold(text)).filter(|text| !text.is_empty());
            texts().all(|text| words.iter().any(|word| text.ends_with(word)))
        };
        let skipped = || (0..mapping.columns.len()).filter(|at| mapping.columns[*at].meaning == Meaning::Skip);
        let in_front: Vec<usize> = skipped().filter(|at| *at < figures && is_headed(*at, OF_GROUPS)).collect();
        let behind = skipped().filter(|at| *at > figures && is_headed(*at, OF_REMARKS)).collect();
        let scopes = skipped()
            .filter(|at| *at > figures && headings.get(*at).is_some_and(|texts| !texts.is_empty()) && is_headed(*at, OF_SCOPES))
            .collect();
        let of_periods: Vec<(usize, String)> = skipped()
            .filter_map(|at| Some((at, headings.get(at)?.iter().rev().find(|text| is_over_periods(text))?.clone())))
            .collect();
        let others = skipped().filter(|at| !in_front.contains(at)).collect();
        let is_over_parts = |at: usize| {
            let texts = || headings.get(at).into_iter().flatten();
            let are_units = texts().any(|text| text.trim() == "单位") && !are_bodies(&texts_below(table, mapping.heading, at));
            texts().any(|text| is_of_parts(text)) && !are_units
        };
        let of_parts = skipped().filter(|at| is_over_parts(*at) && parts_differ(table, mapping, *at));
        Groups {
            table,
            mapping,
            titles: Vec::new(),
            in_front: in_front.into_iter().map(|at| (at, Section::default())).collect(),
            behind,
            scopes,
            of_periods,
            others,
            of_parts: of_parts.map(|at| (at, String::new())).collect(),
            year: String::new(),
            kind: String::new(),
        }
    }

    /// What is said of a row. Rows are asked for from the top down.
    pub(super) fn row(&mut self, row: usize, known: &Known) -> Group {
        let title = self
            .title_in(row)
            .filter(|(title, _)| matches!(known.find("", "", title), Err(NoMatch::Unknown)));
        let is_title = title.is_some();
        if let Some((title, unit)) = title {
            let title = [title, unit].concat();
            let own = level(&title);
            self.titles.retain(|(level, _)| *level < own);
            self.titles.push((own, Section::of_title(&title)));
            self.in_front.iter_mut().for_each(|(_, last)| *last = Section::default());
            self.of_parts.iter_mut().for_each(|(_, last)| last.clear());
            (self.year, self.kind) = Default::default();
        }
        let mut all = Section::default();
        for (at, last) in &mut self.in_front {
            if let Cell::Text(text) = self.table.reaching(row, *at) {
                // A unit is that of its own row.
                let is_unit = alone(text).is_some_and(|alone| Measure::read(&alone).is_some());
                *last = if is_unit { Section::default() } else { Section::read(text) };
            }
            all = all.with(last);
        }
        for at in &self.behind {
            if let Cell::Text(text) = self.table.reaching(row, *at)
                && let Some(remark) = remark(text)
            {
                all = all.with(&remark);
            }
        }
        for at in &self.scopes {
            let text = self.table.reaching(row, *at).shown();
            all.titled = all.titled.with(&Section::read(&text).titled);
            all.is_of_another |= is_something_else(&text) || is_surely_part(&text);
        }
        for (at, heading) in &self.of_periods {
            all.titled = all.titled.with(&of_period(heading, &self.table.reaching(row, *at).shown()));
        }
        all.is_of_another |= self.others.iter().any(|at| is_another(&self.table.reaching(row, *at).shown()));
        let names = self.mapping.columns.iter().position(|column| column.meaning.names()).unwrap_or(0);
        for (at, last) in &mut self.of_parts {
            let cell = self.table.reaching(row, *at);
            // A cell in front of the names counts for the rows below it as well.
            if !cell.is_empty() || *at > names {
                *last = cell.shown();
            }
        }
        let in_column = self.of_parts.iter().any(|(_, part)| !part.trim().is_empty() && !is_whole(part));
        self.year = self.told(row, Meaning::Year, &self.year);
        self.kind = self.told(row, Meaning::Kind, &self.kind);
        let section = self.titles.iter().rev().fold(all, |all, (_, title)| all.with(title));
        Group {
            is_of_part: in_column || section.is_of_part,
            section,
            year: self.year.clone(),
            kind: self.kind.clone(),
            is_title,
        }
    }

    /// What a column in front of names tells of a group, which its first row says.
    fn told(&self, row: usize, meaning: Meaning, before: &str) -> String {
        let place = |meaning: Meaning| self.mapping.columns.iter().position(|column| column.meaning == meaning);
        let (Some(told), Some(names)) = (place(meaning), place(Meaning::Name)) else {
            return String::new();
        };
        let cell = self.table.reaching(row, told);
        if told > names {
            String::new()
        } else if cell.is_empty() {
            before.to_owned()
        } else {
            cell.shown()
        }
    }

    /// The title that stands in a row between others: one text or year alone, or with a unit where figures stand, which is given apart.
    fn title_in(&self, row: usize) -> Option<(String, String)> {
        let mut cells = (0..self.table.length(row))
            .map(|at| (at, self.table.cell(row, at)))
            .filter(|(_, cell)| !cell.is_empty());
        let ((at, first), second, third) = (cells.next()?, cells.next(), cells.next());
        // Where kinds or units stand, it is one of those.
        let meaning = self.mapping.columns.get(at).map_or(Meaning::Skip, |column| column.meaning);
        let is_below = |at: usize| matches!(self.table.cell(row, at), Cell::Joined { up, .. } if *up > 0);
        if !(meaning.names() || meaning == Meaning::Skip) || (0..self.table.length(row)).any(is_below) {
            return None;
        }
        let is_of_figures = |at: usize| self.mapping.columns.get(at).is_some_and(|column| column.meaning.is_figure());
        let is_unit = |cell: &Cell| match cell {
            Cell::Text(text) => alone(text).is_some_and(|alone| Measure::read(&alone).is_some()) || text.contains("单位"),
            _ => false,
        };
        if third.is_some() || is_figure(first) || first.shown().chars().nth(LONGEST).is_some() {
            return None;
        }
        match second {
            None => Some((first.shown(), String::new())),
            Some((at, unit)) => (is_of_figures(at) && is_unit(unit)).then(|| (first.shown(), [" 单位：", &unit.shown()].concat())),
        }
    }
}

/// Whether a column tells parts apart: what stands in it differs from row to row, or is a part by its words. Behind the names a blank cell is the whole.
fn parts_differ(table: &Table, mapping: &Mapping, at: usize) -> bool {
    let names = mapping.columns.iter().position(|column| column.meaning.names()).unwrap_or(0);
    let mut told = BTreeSet::new();
    for row in mapping.heading + 1..table.rows.len() {
        let cell = table.reaching(row, at);
        if !cell.is_empty() || (at > names && !table.cell(row, names).is_empty()) {
            let part = cell.shown();
            told.insert(if is_whole(&part) { String::new() } else { fold(&part) });
        }
    }
    told.len() > 1 || told.iter().any(|part| is_surely_part(part))
}
