//! A table under its mapping, with what its texts say for all of its rows: units in headings and captions, and the year of a title.

use super::column::{Column, Meaning};
use super::fold::narrow;
use super::heading::{heading, year};
use super::headings::{headings, top};
use super::mapping::Mapping;
use super::stated::{bracketed, of_caption, of_name};
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
    /// The title says that the table is of a part of the year, or of a plan.
    of_part: bool,
    /// Columns whose heading says itself that the year's own figure is meant.
    sure: Vec<bool>,
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
        // Titles that were taken off the table, because it was turned or is one of several, say it as well.
        let titles = if above.is_empty() { &table.above } else { &above };
        let of_part = titles.iter().chain([&table.name]).any(|text| is_of_part_or_plan(text));
        let dated: Vec<i32> = above.iter().chain([&table.name]).filter_map(|text| only_year(text)).collect();
        let year = dated.first().copied().filter(|year| dated.iter().all(|other| other == year));
        Sheet {
            table,
            mapping,
            of_columns,
            unit_columns,
            captions: captions.into_iter().collect(),
            year: year.filter(|_| !of_part),
            of_part,
            sure: headings.iter().map(|levels| heading(levels).surely > 0).collect(),
        }
    }

    /// Whether a column's values may be those of a part of a year, or of a plan.
    pub(super) fn is_of_part(&self, at: usize) -> bool {
        self.of_part && !self.sure.get(at).copied().unwrap_or(false)
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
        Cell::Text(text) if says_unit(text) => Some(text.clone()),
        _ => None,
    })
}

/// Whether a note can state a unit: by the word itself, or of what the amounts are.
fn says_unit(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["单位", "金额", "均为", "币种", "unit", "amounts", "figures", "currency", "rmb"]
        .iter()
        .any(|word| lower.contains(word))
}

/// The one whole year a title tells, whatever else it says, but that it is of a part of the year or of a plan. `质字〔2015〕12号` is the
/// number of a document.
fn only_year(text: &str) -> Option<i32> {
    if is_of_part_or_plan(text) || text.contains('号') && bracketed(text).0.iter().any(|inside| year(inside).is_some()) {
        return None;
    }
    let dated = super::dated::dated(text);
    match dated.years.as_slice() {
        [only] if !dated.part => Some(*only),
        _ => year(text),
    }
}

/// Whether a title says that its table is of a part of a year, or of a plan and not of what came of it: `2014年上半年`, `三季度`, `2014H1`,
/// `2014年预算表`.
pub(super) fn is_of_part_or_plan(text: &str) -> bool {
    let lower: String = narrow(text).filter(|mark| !mark.is_whitespace()).flat_map(char::to_lowercase).collect();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let part = has(&[
        "上半年",
        "下半年",
        "半年度",
        "半年报",
        "季度",
        "季报",
        "月份",
        "月度",
        "月报",
        "快报",
        "中期报告",
        "half-year",
        "halfyear",
        "quarter",
        "monthly",
        "firsthalf",
        "secondhalf",
    ]) || is_of_months(&lower)
        || ["h1", "h2", "q1", "q2", "q3", "q4", "1h", "2h"].iter().any(|mark| {
            lower.match_indices(mark).any(|(at, _)| {
                let before = lower.get(..at).and_then(|before| before.chars().next_back());
                let behind = lower.get(at + mark.len()..).and_then(|behind| behind.chars().next());
                before.is_none_or(|mark| !mark.is_ascii_alphabetic()) && behind.is_none_or(|mark| !mark.is_alphanumeric() || !mark.is_ascii())
            })
        });
    let plan = has(&[
        "预算",
        "概算",
        "计划表",
        "目标分解",
        "目标表",
        "目标值表",
        "预测",
        "预计",
        "budget",
        "forecast",
        "target",
    ]);
    let came = has(&[
        "完成", "实际", "实绩", "执行", "达成", "决算", "对比", "actual", "achieved", "result", "versus", "vs",
    ]);
    part || plan && !came
}

/// `1-6月`, but not `1-12月`; `6月经营情况`, but no day on which something was filled in.
fn is_of_months(text: &str) -> bool {
    let marks: Vec<char> = text.chars().collect();
    let digits = |range: &[char]| range.iter().collect::<String>().parse::<u32>().ok();
    for (at, _) in marks.iter().enumerate().filter(|(_, mark)| **mark == '月') {
        let start = marks[..at].iter().rposition(|mark| !mark.is_ascii_digit()).map_or(0, |before| before + 1);
        let Some(month) = digits(&marks[start..at]) else { continue };
        let before = start.checked_sub(1).map(|before| marks[before]);
        let is_range = before.is_some_and(|mark| matches!(mark, '-' | '—' | '–' | '~' | '～' | '至' | '到'));
        if is_range && month < 12 {
            return true;
        }
        let is_day = marks.get(at + 1).is_some_and(char::is_ascii_digit);
        let of_table = ["情况", "指标", "数据", "报表", "统计"].iter().any(|word| text.contains(word));
        let filled_in = ["日期", "填报", "编制", "制表", "印发", "截至", "截止"].iter().any(|word| text.contains(word));
        if !is_range && !is_day && of_table && !filled_in {
            return true;
        }
    }
    false
}
