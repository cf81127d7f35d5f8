//! Workbooks as one XML file, as Excel 2003 and many systems write them, mostly named .xls.

use super::super::table::{Book, Cell, Doubt, Table};
use super::apart::Apart;
use super::cells::{Cells, Joined};
use super::format::shown;
use super::markup::{Mark, Markup, Tag};
use super::{MOST_CELLS, TableError};
use std::collections::BTreeMap;

pub(super) fn read(text: &str) -> Result<Book, TableError> {
    let mut book = Book::default();
    let mut styles: BTreeMap<String, Style> = BTreeMap::new();
    let (mut style, mut left) = (String::new(), MOST_CELLS);
    let mut marks = Markup::new(text);
    while let Some(mark) = marks.next() {
        match mark {
            Mark::Open(tag) if tag.is("Style") => {
                style = tag.attribute("ID").unwrap_or_default().into_owned();
                // A style has what the one it comes from has.
                if let Some(inherited) = tag.attribute("Parent").and_then(|parent| styles.get(&*parent).cloned()) {
                    styles.insert(style.clone(), inherited);
                }
            }
            Mark::Open(tag) if tag.is("Font") => {
                let apart = &mut styles.entry(style.clone()).or_default().apart;
                apart.struck |= tag.flag("StrikeThrough");
                apart.raised |= tag.attribute("VerticalAlign").is_some_and(|place| place == "Superscript");
            }
            Mark::Open(tag) if tag.is("NumberFormat") => {
                if let Some(format) = tag.attribute("Format") {
                    styles.entry(style.clone()).or_default().format = Some(named(&format).to_owned());
                }
            }
            Mark::Open(tag) if tag.is("Worksheet") => {
                let name = tag.attribute("Name").unwrap_or_default();
                let (table, rest) = sheet(&mut marks, &name, &styles, left)?;
                left = rest;
                match table {
                    Some(table) => book.tables.push(table),
                    None => book.hidden.push(name.into_owned()),
                }
            }
            _ => {}
        }
    }
    Ok(book)
}

/// How a style shows what stands in its cells.
#[derive(Clone, Default)]
struct Style {
    format: Option<String>,
    apart: Apart,
}

/// The codes of formats that have names.
fn named(format: &str) -> &str {
    match format {
        "Percent" => "0.00%",
        "Standard" => "#,##0.00",
        "Fixed" => "0.00",
        "Scientific" => "0.00E+00",
        "Short Date" | "Medium Date" | "Long Date" | "General Date" => "yyyy-m-d",
        "Currency" => "¥#,##0.00",
        "Euro Currency" => "€#,##0.00",
        "General" | "Yes/No" | "True/False" | "On/Off" => "General",
        "Short Time" | "Medium Time" | "Long Time" => "h:mm",
        code => code,
    }
}

/// A sheet up to its end, where it is visible, and how many cells may still come.
fn sheet(marks: &mut Markup<'_>, name: &str, styles: &BTreeMap<String, Style>, left: usize) -> Result<(Option<Table>, usize), TableError> {
    let mut cells = Cells::new(name, left);
    let (mut row, mut column, mut defined) = (0_usize, 0_usize, 0_usize);
    let (mut of_row, mut visible) = (None::<String>, true);
    let mut of_columns: Vec<(usize, usize, String)> = Vec::new();
    let index = |tag: &Tag<'_>, next: usize| tag.number::<usize>("Index").and_then(|index| index.checked_sub(1)).unwrap_or(next);
    while let Some(mark) = marks.next() {
        match mark {
            Mark::Close("Worksheet") => break,
            Mark::Open(tag) if tag.is("Column") => {
                let first = index(&tag, defined);
                let last = first.saturating_add(tag.number("Span").unwrap_or(0));
                if tag.flag("Hidden") || tag.number::<f64>("Width") == Some(0.0) {
                    cells.hide_columns(first, last);
                }
                if let Some(style) = tag.attribute("StyleID") {
                    of_columns.push((first, last, style.into_owned()));
                }
                defined = last.saturating_add(1);
            }
            Mark::Open(tag) if tag.is("Row") => {
                row = index(&tag, row);
                column = 0;
                of_row = tag.attribute("StyleID").map(|style| style.into_owned());
                if tag.flag("Hidden") || tag.number::<f64>("Height") == Some(0.0) {
                    cells.hide_row(row);
                }
            }
            Mark::Close("Row") => row = row.saturating_add(1),
            Mark::Open(tag) if tag.is("Cell") => {
                column = index(&tag, column);
                let (right, down): (usize, usize) = (tag.number("MergeAcross").unwrap_or(0), tag.number("MergeDown").unwrap_or(0));
                if right > 0 || down > 0 {
                    cells.join(Joined {
                        top: row,
                        left: column,
                        bottom: row.saturating_add(down),
                        right: column.saturating_add(right),
                    })?;
                }
                let of_column = || {
                    of_columns
                        .iter()
                        .find(|(first, last, _)| (*first..=*last).contains(&column))
                        .map(|(.., style)| style.clone())
                };
                let style = tag
                    .attribute("StyleID")
                    .map(|style| style.into_owned())
                    .or_else(|| of_row.clone())
                    .or_else(of_column);
                let style = style.and_then(|style| styles.get(&style));
                let format = style.and_then(|style| style.format.as_deref()).unwrap_or("General");
                let apart = style.map_or_else(Apart::default, |style| style.apart);
                cells.put(row, column, apart.whole(cell(&tag, marks, format)))?;
                column = column.saturating_add(right + 1);
            }
            Mark::Open(tag) if tag.is("Visible") => {
                if let Some(Mark::Text(state)) = marks.next() {
                    visible = !state.contains("Hidden");
                }
            }
            _ => {}
        }
    }
    let (table, rest) = cells.finish()?;
    Ok((visible.then_some(table), rest))
}

fn cell(tag: &Tag<'_>, marks: &mut Markup<'_>, format: &str) -> Cell {
    let (mut kind, mut text, mut inside) = (String::new(), String::new(), false);
    // A comment at the cell holds data of its own.
    let mut comment = false;
    let mut apart = Apart::default();
    for mark in marks {
        match mark {
            Mark::Close("Cell") => break,
            Mark::Open(tag) if tag.is("Comment") => comment = true,
            Mark::Close("Comment") => comment = false,
            Mark::Open(data) if data.is("Data") && !comment => {
                kind = data.attribute("Type").unwrap_or_default().into_owned();
                inside = true;
            }
            Mark::Close("Data") => inside = false,
            Mark::Open(mark) if mark.is("Sup") => apart.raised = true,
            Mark::Close("Sup") => apart.raised = false,
            Mark::Open(mark) if mark.is("S") => apart.struck = true,
            Mark::Close("S") => apart.struck = false,
            Mark::Text(more) if inside => text.push_str(&apart.beside(&more)),
            _ => {}
        }
    }
    match (kind.as_str(), text.trim().parse::<f64>()) {
        ("Number", Ok(number)) => shown(number, format, false),
        ("DateTime", _) if format.contains('y') && !format.contains(['m', 'd']) => Cell::text(&[text.split('-').next().unwrap_or_default(), "年"].concat()),
        ("DateTime", _) => Cell::text(text.split('T').next().unwrap_or_default()),
        ("Boolean", _) => Cell::text(if text.trim() == "1" { "TRUE" } else { "FALSE" }),
        ("", _) => tag
            .attribute("Formula")
            .map_or(Cell::Empty, |formula| Cell::Doubt(Doubt::NoResult, formula.into_owned())),
        _ => Cell::text(&text),
    }
}
