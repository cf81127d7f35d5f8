//! Ratings out of a table: the sheet an assessor filled, or any table with items down and assessors across.
//!
//! Rows are known by the number, id or name of an item, in any language; columns by what stands above them. What is no percentage in the
//! criteria's steps is refused with its cell, and nothing is rounded or guessed.

use super::table::{Book, Cell, Spot, Table};
use crate::assessment::Percent;
use crate::criteria::{ItemSlot, Pack};
use crate::language::Language;
use crate::typed::narrow;

/// What one assessor gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRatings {
    /// As it stands in the table; empty where a sheet of one assessor names none.
    pub assessor: String,
    /// By item, each once.
    pub ratings: Vec<(ItemSlot, Percent)>,
    /// Strengths, opportunities and reason of an item, where the sheet has columns for them.
    pub words: Vec<(ItemSlot, [String; 3])>,
}

/// What a table holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableRatings {
    pub sheets: Vec<SheetRatings>,
    /// Cells that are no rating, with what stands there.
    pub refused: Vec<(Spot, String)>,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
enum Column {
    /// The ratings of an assessor; without a name where the sheet is of one.
    Rating(Option<String>),
    /// Strengths, opportunities or the reason.
    Words(usize),
    Other,
}

/// Reads the ratings of a book; empty where no table has rows of items.
pub fn ratings(pack: &Pack, book: &Book) -> TableRatings {
    let mut all = TableRatings::default();
    for (at, table) in book.tables.iter().enumerate() {
        of_table(pack, table, at, &mut all);
    }
    all
}

fn of_table(pack: &Pack, table: &Table, at: usize, all: &mut TableRatings) {
    let rows: Vec<(usize, ItemSlot)> = (0..table.rows.len()).filter_map(|row| Some((row, item_of(pack, &table.rows[row])?))).collect();
    // One row may be a sentence that names an item.
    let Some((first, _)) = rows.first().filter(|_| rows.len() > 1) else { return };
    let columns = columns(table, *first);
    let one = one_assessor(table);
    for (column, what) in columns.iter().enumerate() {
        let Column::Rating(name) = what else { continue };
        if is_of_points(pack, table, &rows, column) {
            continue;
        }
        let shares = is_of_one(table, &rows, column);
        let mut refused = Vec::new();
        let mut sheet = SheetRatings {
            assessor: name.clone().or_else(|| one.clone()).unwrap_or_default(),
            ..SheetRatings::default()
        };
        for (row, slot) in &rows {
            let cell = table.rows[*row].get(column).unwrap_or(&Cell::Empty);
            let spot = Spot { table: at, row: *row, column };
            match value(pack, cell, shares) {
                Value::None => {}
                Value::Percent(percent) if sheet.ratings.iter().all(|(known, _)| known != slot) => sheet.ratings.push((*slot, percent)),
                Value::Percent(_) | Value::Refused => refused.push((spot, cell.shown())),
            }
        }
        if name.is_none() {
            for (row, slot) in &rows {
                let written = |part: usize| {
                    let column = columns.iter().position(|column| *column == Column::Words(part));
                    let cell = column.and_then(|column| table.rows[*row].get(column));
                    cell.map_or_else(String::new, |cell| cell.shown().trim().to_owned())
                };
                let words = [written(0), written(1), written(2)];
                if words.iter().any(|text| !text.is_empty()) {
                    sheet.words.push((*slot, words));
                }
            }
        }
        // A column in which nothing is a rating is of something else.
        if !sheet.ratings.is_empty() || !sheet.words.is_empty() {
            all.sheets.push(sheet);
            all.refused.extend(refused);
        }
    }
}

/// The item a row is of, by the first of its cells that names one.
fn item_of(pack: &Pack, row: &[Cell]) -> Option<ItemSlot> {
    row.iter().take(4).find_map(|cell| match cell {
        Cell::Text(text) => named(pack, text),
        _ => None,
    })
}

fn named(pack: &Pack, text: &str) -> Option<ItemSlot> {
    let written = narrow(text);
    let written = written.trim();
    let (number, name) = written.split_once(' ').unwrap_or((written, ""));
    let is = |slot: ItemSlot| {
        let item = pack.item(slot);
        let of_language = |language: &Language| narrow(pack.words(language.tag()).item(&item.id)).eq_ignore_ascii_case(written);
        let beside = |language: &Language| narrow(pack.words(language.tag()).item(&item.id)).eq_ignore_ascii_case(name.trim());
        item.id == written || item.number == written || Language::ALL.iter().any(of_language) || (item.number == number && Language::ALL.iter().any(beside))
    };
    pack.items().map(|(slot, _)| slot).find(|slot| is(*slot))
}

/// What each column is by the row above the first item's; rows between that say nothing are passed over.
fn columns(table: &Table, first: usize) -> Vec<Column> {
    let head = (0..first).rev().map(|row| &table.rows[row]).find(|row| heads(row));
    let width = table.width();
    let of = |column: usize| match head.and_then(|head| head.get(column)) {
        Some(Cell::Text(text)) => meaning(text),
        _ => Column::Other,
    };
    (0..width).map(of).collect()
}

/// Whether a row can head columns: two texts or more, and behind the first no figure. The row of a clause that is no item heads nothing.
fn heads(row: &[Cell]) -> bool {
    let texts: Vec<&String> = row
        .iter()
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None })
        .collect();
    let is_figure = |text: &&String| narrow(text).trim().trim_end_matches('%').parse::<f64>().is_ok();
    texts.len() > 1 && !texts.iter().skip(1).any(is_figure)
}

fn meaning(heading: &str) -> Column {
    let written = narrow(heading).trim().to_lowercase();
    let is = |words: &dyn Fn(crate::language::Words) -> Vec<&'static str>| {
        Language::ALL
            .iter()
            .any(|language| words(*language.words()).iter().any(|word| written == word.to_lowercase()))
    };
    if is(&|words| vec![words.rating_sheet_percent(), words.workshop_column_rating()]) {
        return Column::Rating(None);
    }
    for (part, words) in [
        (
            0,
            &(|words: crate::language::Words| vec![words.item_strengths()]) as &dyn Fn(crate::language::Words) -> Vec<&'static str>,
        ),
        (1, &|words| vec![words.item_opportunities()]),
        (2, &|words| vec![words.item_remark(), words.workshop_reason()]),
    ] {
        if is(words) {
            return Column::Words(part);
        }
    }
    // What a table of ratings has beside the assessors.
    let beside = |words: crate::language::Words| {
        vec![
            words.rating_sheet_number(),
            words.rating_sheet_item(),
            words.rating_sheet_points(),
            words.workshop_column_item(),
            words.workshop_column_median(),
            words.workshop_column_mean(),
            words.workshop_column_range(),
            words.workshop_column_sd(),
            words.workshop_column_agreed(),
            words.workshop_column_treatment(),
            words.report_score_clause(),
            words.report_score_name(),
            words.report_score_maximum(),
        ]
    };
    if is(&beside) || written.is_empty() {
        Column::Other
    } else {
        Column::Rating(Some(narrow(heading).split_whitespace().collect::<Vec<&str>>().join(" ")))
    }
}

/// The assessor a sheet names: what stands beside the word.
fn one_assessor(table: &Table) -> Option<String> {
    let is_label = |text: &str| {
        let written = narrow(text);
        let written = written.trim().trim_end_matches(':');
        Language::ALL.iter().any(|language| written == language.words().minute_assessor())
    };
    table.rows.iter().find_map(|row| {
        let at = row.iter().position(|cell| matches!(cell, Cell::Text(text) if is_label(text)))?;
        let name = row.get(at + 1..)?.iter().find(|cell| !cell.is_empty())?.shown();
        Some(name.split_whitespace().collect::<Vec<&str>>().join(" "))
    })
}

/// Whether a column's numbers are shares of one: none above 1, and one between 0 and 1.
fn is_of_one(table: &Table, rows: &[(usize, ItemSlot)], column: usize) -> bool {
    let numbers = rows.iter().filter_map(|(row, _)| match table.rows[*row].get(column) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    });
    let numbers: Vec<f64> = numbers.collect();
    numbers.iter().all(|number| (0.0..=1.0).contains(number)) && numbers.iter().any(|number| *number > 0.0 && *number < 1.0)
}

/// Whether a column holds the items' points and no ratings.
fn is_of_points(pack: &Pack, table: &Table, rows: &[(usize, ItemSlot)], column: usize) -> bool {
    let is = |(row, slot): &(usize, ItemSlot)| match table.rows[*row].get(column) {
        Some(Cell::Number(number)) => f64::from(pack.item(*slot).points) == *number,
        _ => false,
    };
    rows.iter().all(is)
}

enum Value {
    None,
    Percent(Percent),
    Refused,
}

fn value(pack: &Pack, cell: &Cell, shares: bool) -> Value {
    let step = pack.structure().scoring.step;
    let number = match cell {
        Cell::Empty | Cell::Joined { .. } => return Value::None,
        Cell::Number(number) => Some(if shares { (number * 1e6).round() / 1e4 } else { *number }),
        Cell::Text(text) => {
            let written = narrow(text);
            let written = written.trim();
            // Ways of saying that there is none.
            if matches!(written, "-" | "/" | "—" | "n/a" | "N/A") {
                return Value::None;
            }
            let (digits, _) = written.split_once('%').filter(|(_, rest)| rest.trim().is_empty()).unwrap_or((written, ""));
            digits.trim().parse::<f64>().ok()
        }
        Cell::Doubt(..) => None,
    };
    let whole = number.filter(|number| number.fract() == 0.0 && (0.0..=100.0).contains(number));
    match whole.and_then(|number| Percent::new(number as u8, step)) {
        Some(percent) => Value::Percent(percent),
        None => Value::Refused,
    }
}
