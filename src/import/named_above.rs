//! A table whose title names its one indicator, with years down and nothing but kinds of figures across: `顾客满意度` above `年份 | 目标 | 实际`. The
//! title's name is put beside each year, so that each row is one of that indicator.

use super::arranged::is_title;
use super::column::{Column, Meaning};
use super::dated::dated;
use super::fold::fold;
use super::groups::OF_REMARKS;
use super::heading::{heading, is_heading, says_years, year};
use super::headings::{is_caption, is_figure};
use super::stated::{bracketed, of_caption};
use super::table::{Cell, Table};
use super::titled::Titled;
use super::turned::column_of_years;

/// The most characters of a name.
const LONGEST: usize = 60;

/// The table with the name in its title or in that of its sheet in a column of its own behind all others, where no other place names an indicator.
pub(super) fn with_names(mut table: Table) -> Table {
    let Some((column, heading)) = years_alone(&table) else { return table };
    let Some(name) = named(&table, heading) else { return table };
    let behind = table.width();
    put(&mut table, heading, behind, "指标");
    if !says_years(&table.reaching(heading, column).shown()) {
        put(&mut table, heading, column, "年份");
    }
    for row in heading + 1..table.rows.len() {
        let has_figure = (0..behind).any(|at| at != column && is_figure(table.cell(row, at)));
        if year(&table.cell(row, column).shown()).is_some() || has_figure {
            put(&mut table, row, behind, &name);
        }
    }
    table
}

/// The column of years and the row of headings of a table in which only kinds of figures stand beside years.
fn years_alone(table: &Table) -> Option<(usize, usize)> {
    let years = column_of_years(table)?;
    let row = years.first.checked_sub(1)?;
    let over = heading(&[table.reaching(row, years.column).shown()]).column.meaning;
    let over_years = table.reaching(row, years.column).is_empty() || over == Meaning::Year || over.names();
    if !over_years || !(0..row).all(|above| is_title(table, above)) {
        return None;
    }
    let others = || (0..table.width()).filter(|at| *at != years.column);
    let said = |at: usize| table.reaching(row, at).shown();
    let is_plain = |at: usize| {
        let text = said(at);
        if text.trim().is_empty() {
            return !(row + 1..table.rows.len()).any(|below| !is_title(table, below) && matches!(table.cell(below, at), Cell::Text(_)));
        }
        let meaning = heading(std::slice::from_ref(&text)).column.meaning;
        !meaning.names() && meaning != Meaning::Kind && (is_heading(&text) || OF_REMARKS.contains(&fold(&text).as_str()))
    };
    let is_value = |at: usize| heading(&[said(at)]).column == Column::plain(Meaning::Value);
    (others().all(is_plain) && others().any(is_value)).then_some((years.column, row))
}

/// The name in the nearest title that has one, in what stood above the table, or in the name of its sheet.
fn named(table: &Table, heading: usize) -> Option<String> {
    let texts = |row: usize| (0..table.length(row)).map(move |at| table.cell(row, at));
    let titles = (0..heading).rev().filter(|row| !is_caption(table, *row)).flat_map(texts);
    let titles = titles.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
    let all: Vec<String> = titles.chain(table.above.iter().rev().cloned()).chain([table.name.clone()]).collect();
    // `2014年上半年顾客满意度`: not of whole years, whatever stands in the headings.
    let is_of_part = |text: &String| {
        let titled = Titled::read(text);
        titled.of_part || !titled.parts_of.is_empty()
    };
    if all.iter().any(is_of_part) {
        return None;
    }
    all.into_iter()
        .filter(|text| text.chars().nth(LONGEST).is_none())
        .find_map(|text| name_in(&text))
}

/// Words around the name of an indicator in a title, at its ends.
const IN_FRONT: &[&str] = &[
    "附表",
    "附图",
    "表",
    "图",
    "table",
    "figure",
    "近三年",
    "近五年",
    "近几年",
    "历年",
    "各年度",
    "各年",
    "年度",
    "全年",
];
const BEHIND: &[&str] = &[
    "目标完成情况",
    "完成情况",
    "实现情况",
    "达成情况",
    "目标与实际",
    "目标及实际",
    "目标与实际对比",
    "实际与目标",
    "情况",
    "统计表",
    "统计",
    "一览表",
    "汇总表",
    "汇总",
    "对比表",
    "对比图",
    "对比",
    "趋势图",
    "趋势",
    "变化",
    "分析",
    "数据",
    "表",
    "图",
    "results",
    "trend",
    "chart",
];

/// The name of an indicator in a title, without its number, its years and what the table shows of it; none where nothing is left, or no more than
/// a unit.
fn name_in(title: &str) -> Option<String> {
    if title.contains("单位") || (bracketed(title).1.trim().is_empty() && !of_caption(title).is_empty()) {
        return None;
    }
    let rest = dated(title).rest.replace("#年度", "#").replace("#年", "#");
    let (inside, outside) = bracketed(&rest);
    let is_loose = |mark: char| !mark.is_alphanumeric() || mark == '#';
    let mut name = outside.trim_matches(is_loose);
    loop {
        let lower = name.to_lowercase();
        let front = IN_FRONT.iter().find(|word| lower.starts_with(*word)).map_or(0, |word| word.len());
        let mut shorter = name.get(front..).unwrap_or(name).trim_start_matches(is_loose);
        if front > 0 || shorter.len() < name.len() || name.starts_with(|mark: char| mark.is_ascii_digit()) {
            shorter = shorter.trim_start_matches(|mark: char| mark.is_ascii_digit() || is_loose(mark));
        }
        // Between two years that were taken off.
        if outside.contains('#') {
            shorter = shorter.trim_start_matches(|mark: char| is_loose(mark) || matches!(mark, '至' | '到'));
        }
        let back = BEHIND.iter().find(|word| shorter.to_lowercase().ends_with(*word)).map_or(0, |word| word.len());
        shorter = shorter.get(..shorter.len() - back).unwrap_or(shorter).trim_end_matches(is_loose);
        if shorter == name {
            break;
        }
        name = shorter;
    }
    let beside = inside
        .iter()
        .filter(|text| text.chars().any(|mark| mark != '#'))
        .map(|text| ["（", text, "）"].concat());
    let is_name = name.chars().filter(|mark| mark.is_alphabetic()).count() > 1 && fold(name) != "sheet";
    is_name.then(|| std::iter::once(name.to_owned()).chain(beside).collect())
}

fn put(table: &mut Table, row: usize, column: usize, text: &str) {
    let Some(cells) = table.rows.get_mut(row) else { return };
    if cells.len() <= column {
        cells.resize_with(column + 1, Cell::default);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = Cell::text(text);
    }
}
