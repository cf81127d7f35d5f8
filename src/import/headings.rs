//! Which texts stand over a column: its own heading, and those of groups above it that reach over several columns.

use super::column::Meaning;
use super::fold::fold;
use super::heading::{heading, is_heading};
use super::heading_words::{CONTAINED, WHOLE};
use super::stated::{alone, bracketed, of_caption};
use super::table::{Cell, Doubt, Table};
use crate::indicators::{Measure, read_number};

/// How many rows of headings stand above each other at most.
const LEVELS: usize = 4;

/// The headings of each column from the top down, where the lowest stand in this row.
pub(super) fn headings(table: &Table, row: usize) -> Vec<Vec<String>> {
    let first = top(table, row);
    let groups: Vec<Vec<String>> = (first..row).map(|above| carried(table, above)).collect();
    let column = |at: usize| {
        let own = said(table.reaching(row, at));
        let mut levels: Vec<String> = Vec::new();
        for (above, carried) in (first..row).zip(&groups) {
            // Nothing of its own below: what stands right above reaches down, but a group beside it does not reach over.
            let text = if own.trim().is_empty() {
                said(table.reaching(above, at))
            } else {
                carried[at].clone()
            };
            levels.push(text);
        }
        levels.push(own);
        levels.retain(|text| !text.trim().is_empty());
        levels.dedup();
        levels
    };
    (0..table.width()).map(column).collect()
}

/// What a heading says. One that is struck out has a sign of its own beside it, so that its column is asked for.
fn said(cell: &Cell) -> String {
    match cell {
        Cell::Doubt(Doubt::Struck, text) => [text, "ⓧ"].concat(),
        cell => cell.shown(),
    }
}

/// The first row of the headings that end with this one.
pub(super) fn top(table: &Table, row: usize) -> usize {
    let above = (row.saturating_sub(LEVELS - 1)..row).rev();
    above.take_while(|above| is_group(table, *above)).last().unwrap_or(row)
}

/// The texts of a row, each reaching to the right as far as cells are empty or joined.
pub(super) fn carried(table: &Table, row: usize) -> Vec<String> {
    let mut last = String::new();
    (0..table.width())
        .map(|at| {
            match table.cell(row, at) {
                Cell::Empty => {
                    // Joined cells end where they end.
                    if at > 0 && matches!(table.cell(row, at - 1), Cell::Joined { .. }) {
                        last.clear();
                    }
                }
                _ => last = said(table.reaching(row, at)),
            }
            last.clone()
        })
        .collect()
}

/// Whether a row above headings holds headings of groups: several texts, no figures, and no caption such as a unit, a date or who made it.
fn is_group(table: &Table, row: usize) -> bool {
    let cells = || (0..table.length(row)).map(|at| table.cell(row, at)).filter(|cell| !cell.is_empty());
    let caption = |cell: &Cell| matches!(cell, Cell::Text(text) if !of_caption(text).is_empty() && !is_heading(text));
    cells().count() > 1 && !is_caption(table, row) && !is_title_with_unit(table, row) && !cells().any(|cell| is_figure(cell) || caption(cell))
}

/// `经营情况表 | | | 亿元`: one unit behind texts that are no headings.
fn is_title_with_unit(table: &Table, row: usize) -> bool {
    let texts: Vec<String> = (0..table.length(row))
        .map(|at| table.cell(row, at).shown())
        .filter(|text| !text.trim().is_empty())
        .collect();
    let is_unit = |text: &String| alone(text).is_some_and(|alone| Measure::read(&alone).is_some());
    match texts.split_last() {
        Some((last, titles)) => is_unit(last) && !titles.is_empty() && !titles.iter().any(|text| is_unit(text) || is_heading(text)),
        None => false,
    }
}

/// A number that is no year.
pub(super) fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.fract() != 0.0 || !(1900.0..=2100.0).contains(number),
        Cell::Text(text) => {
            read_number(text, &[]).is_ok() && super::heading::year(text).is_none() || text.ends_with(['%', '％']) && read_number(text, &["%"]).is_ok()
        }
        Cell::Doubt(Doubt::Struck, text) => read_number(text, &[]).is_ok() && super::heading::year(text).is_none(),
        Cell::Doubt(..) => true,
        Cell::Empty | Cell::Joined { .. } => false,
    }
}

/// The last row of the headings that begin with this one: rows below go on with them where they hold texts and no figure, and say nothing new
/// in the first column.
pub(super) fn extended(table: &Table, row: usize) -> usize {
    let first = headings(table, row).iter().position(|levels| !levels.is_empty());
    let goes_on = |next: usize| {
        let own = || (0..table.length(next)).map(move |at| table.cell(next, at)).filter(|cell| !cell.is_empty());
        // A row of units has a word for them where the names stand, and the lowest of joined headings another word for names.
        let names = |cell: &Cell| heading(&[cell.shown()]).column.meaning.names();
        let is_name = |cell: &Cell| !cell.is_empty() && !says_units(cell) && !names(cell);
        let named = first.is_none_or(|at| is_name(table.cell(next, at)));
        !named && own().count() > 0 && !own().any(is_figure) && !is_title_over_rows(table, row, next)
    };
    (row + 1..table.rows.len().min(row + LEVELS))
        .take_while(|next| goes_on(*next))
        .last()
        .unwrap_or(row)
}

/// `财务指标 | | （亿元）` below several headings: a title of the rows that follow, with the unit of all of them; or without one, alone in its row or
/// joined over all columns: `一、财务指标`. What is a heading of names as it stands, such as `指标名称`, goes on with the headings.
fn is_title_over_rows(table: &Table, heading: usize, row: usize) -> bool {
    let there = |row: usize| {
        (0..table.length(row))
            .filter(move |at| !matches!(table.cell(row, *at), Cell::Empty | Cell::Joined { .. }))
            .collect::<Vec<usize>>()
    };
    let is_unit = |cell: &Cell| matches!(cell, Cell::Text(text) if alone(text).is_some_and(|alone| Measure::read(&alone).is_some()));
    match there(row).as_slice() {
        [title] => {
            let cell = table.cell(row, *title);
            there(heading).len() > 2 && !says_units(cell) && !is_unit(cell) && !is_word_for_names(&cell.shown())
        }
        [title, unit] => {
            there(heading).len() > 2 && !says_units(table.cell(row, *title)) && !is_unit(table.cell(row, *title)) && is_unit(table.cell(row, *unit))
        }
        _ => false,
    }
}

/// `指标名称`, `项目`, `序号`: a heading of names and nothing more.
fn is_word_for_names(text: &str) -> bool {
    let folded = fold(text);
    let mut known = CONTAINED.iter().chain(WHOLE);
    known.any(|(meaning, words)| meaning.names() && words.contains(&folded.as_str()))
}

/// `单位`, `计量单位：`, `（单位：亿元）`: what stands beside it, or in it, are units.
fn says_units(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let word = text.trim().trim_end_matches([':', '：']);
    let alone = heading(&[word.to_owned()]).column.meaning == Meaning::Unit;
    alone || (text.contains("单位") || text.to_lowercase().contains("unit")) && !of_caption(text).is_empty()
}

/// Whether a row is a caption: who made the table, of what day, in which unit.
pub(super) fn is_caption(table: &Table, row: usize) -> bool {
    (0..table.length(row)).any(|at| match table.cell(row, at) {
        Cell::Text(text) => bracketed(text).1.contains(':'),
        _ => false,
    })
}
