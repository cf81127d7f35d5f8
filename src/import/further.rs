//! Where a further table of a sheet begins: headings stand again, or years that are the headings of what follows and no figures of a row.

use super::arranged::is_title;
use super::fold::fold;
use super::heading::{heading, year};
use super::headings::{is_caption, is_figure};
use super::mapping::Mapping;
use super::stated::{bracketed, of_caption};
use super::table::{Cell, Doubt, Table};
use crate::indicators::read_number;

/// Words of a row of days and years that are its figures: `首次认证年份`, `完成时间`.
const OF_DAYS: &[&str] = &["年份", "年限", "时间", "日期", "年月", "年代", "日", "year", "years", "date", "since"];
/// Words for what a table holds, over the names of a further one: `质量情况`.
const OF_TABLES: &[&str] = &[
    "情况",
    "指标",
    "项目",
    "名称",
    "内容",
    "数据",
    "表",
    "方面",
    "部分",
    "板块",
    "类别",
    "结果",
    "绩效",
    "indicators",
    "results",
    "figures",
    "data",
];

/// Puts a word for names where a further table has none over them, so that they are known however few they are. What states a unit stays.
pub(super) fn name_names(table: &mut Table, row: usize, first: &Mapping) {
    let at = names_at(first);
    let said = table.cell(row, at).shown();
    let names = |at: usize| heading(&[table.reaching(row, at).shown()]).column.meaning.names();
    let is_plain = !(0..table.length(row)).any(names) && of_caption(&said).is_empty();
    if let Some(cell) = table.rows.get_mut(row).and_then(|cells| cells.get_mut(at)).filter(|_| is_plain) {
        *cell = Cell::Text("指标".to_owned());
    }
}

/// Where the names of a table stand.
fn names_at(mapping: &Mapping) -> usize {
    mapping.columns.iter().position(|column| column.meaning.names()).unwrap_or(0)
}

/// The figures of a row below years that may be those of a further table or of a row of years: which of them count has to be asked.
pub(super) fn without_years(table: &mut Table, row: usize) {
    for cell in table.rows.get_mut(row).into_iter().flatten() {
        if is_figure(cell) || matches!(cell, Cell::Number(_)) {
            *cell = Cell::Doubt(Doubt::Year, cell.shown());
        }
    }
}

/// Whether headings of a further table stand in a row: a word for names where they stand, or the same as in the first table's, or years alone;
/// and beside it nothing but headings. `Some(false)` where years stand beside a text that may be the name of what they are.
pub(super) fn begins(table: &Table, row: usize, first: &Mapping) -> Option<bool> {
    let cells = |row: usize| {
        (0..table.length(row))
            .map(move |at| (at, table.reaching(row, at)))
            .filter(|(_, cell)| !cell.is_empty())
    };
    let headed = |cell: &Cell| heading(&[cell.shown()]).column;
    if cells(row).count() < 2 {
        return None;
    }
    let is_text = |cell: &Cell| matches!(cell, Cell::Text(_));
    // Names stand where they stand in the first table, or first in the row.
    let of_names = |(place, (at, cell)): &(usize, (usize, &Cell))| {
        let there = *place == 0 || first.columns.get(*at).is_some_and(|column| column.meaning.names());
        there && is_text(cell) && headed(cell).meaning.names()
    };
    let names = cells(row).enumerate().any(|place| of_names(&place));
    let names_at = names_at(first);
    // `2015年 | 2016年` with nothing over the names, or with a text that is no name of an indicator's column. Years as numbers could be
    // figures, but where nothing is named and they follow each other.
    let nothing_else = || !cells(row).any(|(_, cell)| is_figure(cell)) && !is_caption(table, row);
    let entered = || cells(row).any(|(_, cell)| headed(cell).meaning.is_entered());
    if names && nothing_else() && entered() {
        return Some(true);
    }
    let over: Vec<&Cell> = cells(row).filter(|(at, _)| *at != names_at).map(|(_, cell)| cell).collect();
    let told = over.iter().map(|cell| year(&cell.shown())).collect::<Option<Vec<i32>>>()?;
    let follow = || told.len() > 1 && told.windows(2).all(|pair| (pair[1] - pair[0]).abs() == 1);
    let are_texts = over.iter().all(|cell| is_text(cell) && !is_figure(cell));
    match table.reaching(row, names_at) {
        _ if told.is_empty() => None,
        title if title.is_empty() => (are_texts || follow()).then_some(true),
        Cell::Text(title) if are_texts => {
            let is_over = is_over_years(title, &told, || is_title(table, row - 1) || told_by(first).eq(told.iter().copied()));
            // Of a file of text all is text: `利润总额,1998,1999` are figures.
            let are_numbers = over.iter().all(|cell| read_number(&cell.shown(), &[]).is_ok());
            is_over.filter(|sure| *sure || !are_numbers)
        }
        _ => None,
    }
}

/// The years of a mapping's columns.
fn told_by(mapping: &Mapping) -> impl Iterator<Item = i32> + '_ {
    mapping.columns.iter().filter_map(|column| column.year)
}

/// Whether a text ends in a word for what a table holds: `财务指标（亿元）`.
pub(super) fn is_over_a_table(title: &str) -> bool {
    let folded = fold(&bracketed(title).1);
    OF_TABLES.iter().any(|word| folded.ends_with(word))
}

/// Whether a text in front of years stands over the names of a further table; none where it names them itself. A title above, or a word for what
/// a table holds, says so.
fn is_over_years(title: &str, years: &[i32], titled: impl Fn() -> bool) -> Option<bool> {
    let folded = fold(title);
    let ends = |words: &[&str]| words.iter().any(|word| folded.ends_with(word));
    let apart = years.iter().enumerate().all(|(at, year)| !years[..at].contains(year));
    match (ends(OF_TABLES), ends(OF_DAYS) || !apart) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => Some(titled()),
    }
}
