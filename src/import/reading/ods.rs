//! Open document spreadsheets. A cell holds its number and, as text, what is shown of it; both together tell its unit.

use super::super::table::{Book, Cell, Doubt, Table};
use super::apart::Apart;
use super::cells::{Cells, Joined};
use super::format::shifted;
use super::markup::{Mark, Markup, Tag};
use super::parts::Parts;
use super::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TableError};
use crate::indicators::{Measure, Refusal, read_number};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn read(parts: &mut Parts<'_>) -> Result<Book, TableError> {
    let manifest = parts.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(TableError::Encrypted);
    }
    of_text(&parts.text("content.xml")?.ok_or(TableError::Unreadable)?)
}

/// A document as one text: what lies in a package as its content, or a file of its own (.fods).
pub(super) fn of_text(text: &str) -> Result<Book, TableError> {
    let styles = styles(text);
    let mut book = Book::default();
    let mut left = MOST_CELLS;
    let mut marks = Markup::new(text);
    let mut spreadsheet = false;
    while let Some(mark) = marks.next() {
        let Mark::Open(tag) = mark else { continue };
        spreadsheet |= tag.is("spreadsheet");
        if tag.is("table") && spreadsheet {
            let name = tag.attribute("name").unwrap_or_default();
            let visible = tag.attribute("style-name").is_none_or(|style| !styles.hidden.contains(&*style));
            let (table, rest) = sheet(&mut marks, &name, left, &styles)?;
            if visible {
                left = rest;
                book.tables.push(table);
            } else {
                book.hidden.push(name.into_owned());
            }
        }
    }
    if spreadsheet { Ok(book) } else { Err(TableError::Unreadable) }
}

/// What the names of styles stand for.
#[derive(Default)]
struct Styles {
    /// Of tables that are not shown.
    hidden: BTreeSet<String>,
    /// Of characters that stand apart.
    apart: BTreeMap<String, Apart>,
}

fn styles(text: &str) -> Styles {
    let mut style = String::new();
    let mut styles = Styles::default();
    for mark in Markup::new(text) {
        match mark {
            Mark::Open(tag) if tag.is("style") => style = tag.attribute("name").unwrap_or_default().into_owned(),
            Mark::Open(tag) if tag.is("table-properties") && tag.attribute("display").is_some_and(|shown| shown == "false") => {
                styles.hidden.insert(style.clone());
            }
            Mark::Open(tag) if tag.is("text-properties") => {
                let is = |name: &str| tag.attribute(name).is_some_and(|value| value != "none");
                let apart = Apart {
                    raised: tag.attribute("text-position").is_some_and(|place| is_raised(&place)),
                    struck: is("text-line-through-style") || is("text-line-through-type"),
                    hidden: tag.attribute("display").is_some_and(|shown| shown == "none"),
                };
                if apart.raised || apart.struck || apart.hidden {
                    styles.apart.insert(style.clone(), apart);
                }
            }
            Mark::Open(tag) if tag.is("table") => break,
            _ => {}
        }
    }
    styles
}

/// `super 58%`, `33% 58%`: above the line.
fn is_raised(place: &str) -> bool {
    let height = place.split_whitespace().next().unwrap_or_default();
    height == "super"
        || height
            .strip_suffix('%')
            .and_then(|height| height.parse::<f64>().ok())
            .is_some_and(|height| height > 0.0)
}

fn sheet(marks: &mut Markup<'_>, name: &str, left: usize, styles: &Styles) -> Result<(Table, usize), TableError> {
    let mut cells = Cells::new(name, left);
    let (mut row, mut column, mut defined) = (0_usize, 0_usize, 0_usize);
    let mut repeated = 1_usize;
    let is_hidden = |tag: &Tag<'_>| tag.attribute("visibility").is_some_and(|state| state != "visible");
    // What stands in the row, to be put down as often as it is repeated.
    let mut inside: Vec<(usize, Cell)> = Vec::new();
    while let Some(mark) = marks.next() {
        match mark {
            Mark::Close("table") => break,
            Mark::Open(tag) if tag.is("table-column") => {
                let count = tag.number("number-columns-repeated").unwrap_or(1).clamp(1, MOST_COLUMNS);
                if is_hidden(&tag) {
                    cells.hide_columns(defined, defined + count - 1);
                }
                defined = (defined + count).min(MOST_COLUMNS);
            }
            Mark::Open(tag) if tag.is("table-row") => {
                column = 0;
                repeated = tag.number("number-rows-repeated").unwrap_or(1).max(1);
                if is_hidden(&tag) {
                    (row..(row + repeated).min(MOST_ROWS)).for_each(|row| cells.hide_row(row));
                }
            }
            Mark::Close("table-row") => {
                if !inside.is_empty() {
                    for at in row..row.saturating_add(repeated) {
                        for (column, cell) in &inside {
                            cells.put(at, *column, cell.clone())?;
                        }
                    }
                    inside.clear();
                }
                row = row.saturating_add(repeated);
            }
            Mark::Open(tag) if tag.is("table-cell") || tag.is("covered-table-cell") => {
                let covered = tag.is("covered-table-cell");
                let count = tag.number("number-columns-repeated").unwrap_or(1_usize).max(1);
                let span = |name: &str| tag.number(name).unwrap_or(1_usize).max(1);
                let (down, right) = (span("number-rows-spanned"), span("number-columns-spanned"));
                if down > 1 || right > 1 {
                    cells.join(Joined {
                        top: row,
                        left: column,
                        bottom: row.saturating_add(down - 1),
                        right: column.saturating_add(right - 1),
                    })?;
                }
                let name = tag.name;
                let own = tag.attribute("style-name").and_then(|style| styles.apart.get(&*style).copied());
                let content = own.unwrap_or_default().whole(cell(&tag, marks, name, styles));
                if content != Cell::Empty && !covered {
                    for at in column..column.saturating_add(count) {
                        if inside.len() > MOST_COLUMNS {
                            return Err(TableError::TooLarge);
                        }
                        inside.push((at, content.clone()));
                    }
                }
                column = column.saturating_add(count);
            }
            _ => {}
        }
    }
    cells.finish()
}

/// A cell, up to its end.
fn cell(tag: &Tag<'_>, marks: &mut Markup<'_>, name: &str, styles: &Styles) -> Cell {
    let mut spans: Vec<Apart> = Vec::new();
    let (mut text, mut inside, mut paragraphs, mut note) = (String::new(), 0, 0, 0);
    for mark in marks {
        match mark {
            Mark::Close(end) if end == name => break,
            Mark::Open(tag) if tag.is("annotation") => note += 1,
            Mark::Close("annotation") => note -= 1,
            Mark::Open(tag) if tag.is("p") && note == 0 => {
                if paragraphs > 0 {
                    text.push('\n');
                }
                paragraphs += 1;
                inside += 1;
            }
            Mark::Close("p") if note == 0 => inside -= 1,
            Mark::Open(tag) if tag.is("s") && inside > 0 => text.push_str(&" ".repeat(tag.number("c").unwrap_or(1_usize).min(1000))),
            Mark::Open(tag) if tag.is("tab") && inside > 0 => text.push('\t'),
            Mark::Open(tag) if tag.is("line-break") && inside > 0 => text.push('\n'),
            Mark::Open(tag) if tag.is("span") => {
                let apart = tag.attribute("style-name").and_then(|style| styles.apart.get(&*style).copied());
                spans.push(apart.or(spans.last().copied()).unwrap_or_default());
            }
            Mark::Close("span") => {
                spans.pop();
            }
            Mark::Text(more) if inside > 0 && note == 0 => text.push_str(&spans.last().copied().unwrap_or_default().beside(&more)),
            _ => {}
        }
    }
    let kind = tag.attribute("value-type").unwrap_or_default();
    let value = tag.number::<f64>("value");
    match (&*kind, value) {
        ("percentage", Some(value)) => Cell::Text([shifted(value, 2).as_str(), "%"].concat()),
        ("float" | "currency", Some(value)) => number(value, &text),
        // A year alone, as it is shown.
        ("date", _) if text.trim().ends_with('年') => Cell::text(&text),
        ("date", _) => Cell::text(tag.attribute("date-value").unwrap_or_default().split('T').next().unwrap_or_default()),
        ("time", _) => Cell::Doubt(Doubt::Format, text),
        _ if text.trim().is_empty() => match (tag.attribute("string-value"), tag.attribute("formula")) {
            (Some(text), _) => Cell::text(&text),
            (None, Some(formula)) if kind.is_empty() => Cell::Doubt(Doubt::NoResult, formula.into_owned()),
            _ => Cell::Empty,
        },
        _ => Cell::text(&text),
    }
}

/// A number with the unit that is shown behind it, where what is shown is the number or a power of ten of it.
pub(super) fn number(value: f64, shown: &str) -> Cell {
    let figures = |mark: char| mark.is_ascii_digit();
    let (Some(first), Some(last)) = (shown.find(figures), shown.rfind(figures)) else {
        return Cell::Number(value);
    };
    let before = shown
        .get(..first)
        .unwrap_or_default()
        .trim()
        .trim_end_matches(['-', '−', '(', '（', '.'])
        .trim();
    let behind = shown.get(last + 1..).unwrap_or_default().trim().trim_end_matches([')', '）']).trim();
    let digits: String = shown
        .get(first..=last)
        .unwrap_or_default()
        .chars()
        .filter(|mark| !matches!(mark, ',' | ' ' | '\u{a0}' | '，'))
        .collect();
    let reading = match read_number(&digits, &[]) {
        Ok(reading) => reading,
        Err(Refusal::Date) => return Cell::text(shown),
        Err(_) => return Cell::Number(value),
    };
    // How many digits behind the point are shown; as much may it differ.
    let tolerance = 0.5000001 * 10_f64.powi(reading.power - reading.decimals);
    let power = [0, -3, -4, -6, -7, -8, -9, 2]
        .into_iter()
        .find(|power| (value.abs() * 10_f64.powi(*power) - reading.value).abs() <= tolerance);
    let Some(power) = power else {
        return Cell::Doubt(Doubt::Format, shown.trim().to_owned());
    };
    let figure = shifted(value, power);
    let currency = Measure::read(before).is_some_and(|measure| measure.is_currency());
    match (Measure::read(behind), power) {
        (Some(_), _) => Cell::Text([figure.as_str(), behind].concat()),
        (None, 0) if currency => Cell::Text(["¥", &figure].concat()),
        (None, 0) => Cell::Number(value),
        (None, _) => Cell::Doubt(Doubt::Scaled, figure),
    }
}
