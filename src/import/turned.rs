//! A table whose years run down with a column for each indicator, turned; also where the column of years stands last or between the others, and
//! where several such tables stand below or beside each other.

use super::arranged::{MOST_PARTS, is_title, with_titles};
use super::column::Meaning;
use super::dated::dated;
use super::fold::fold;
use super::group_names::is_plain_group;
use super::groups::OF_REMARKS;
use super::heading::{heading, kind, says_years, year};
use super::headings::{carried, is_figure};
use super::mapping::Mapping;
use super::moved::moved;
use super::parted::{by_columns, by_rows};
use super::qualified::is_something_else;
use super::section::{is_over_periods, of_period, remark};
use super::stated::{alone, of_caption};
use super::table::{Cell, Table};
use crate::indicators::Measure;

/// How far down the first year is looked for.
const YEARS_WITHIN: usize = 40;

/// More rows that tell no year than a column of years can have, each being of the years from 1900 to 2100 and there once.
const MOST_OTHERS: usize = 201;

/// A table whose years run down with a column for each indicator, turned.
pub(super) fn turned(table: Table) -> Table {
    let Some(Years { column, first, .. }) = column_of_years(&table) else {
        return table;
    };
    let guess = Mapping::guess(&table);
    if guess.is_usable() && guess.columns.iter().any(|column| column.meaning.names()) {
        return table;
    }
    let is_text = |row: usize, at: usize| at != column && matches!(table.reaching(row, at), Cell::Text(_));
    if !(0..first).any(|row| (0..table.length(row)).any(|at| is_text(row, at))) {
        return table;
    }
    // What stands alone above the headings names no indicator; it may tell the unit of all of them.
    let (titles, mut table) = without_titles(table, first);
    say_of_years(&mut table, column, first);
    name_columns(&mut table, column, first);
    let cell = |row: usize, column: usize| match table.cell(row, column) {
        Cell::Joined { up, left } => Cell::Joined { up: *left, left: *up },
        cell => cell.clone(),
    };
    let rows = (0..table.width()).map(|at| (0..table.rows.len()).map(|row| cell(row, at)).collect());
    let rows: Vec<Vec<Cell>> = rows.collect();
    let turned = Table {
        name: table.name,
        above: table.above.into_iter().chain(titles).collect(),
        rows,
        percents_seen: table.percents_seen,
        hidden_rows: table.hidden_columns,
        hidden_columns: table.hidden_rows,
        turned: true,
        order: Vec::new(),
    };
    moved(turned, column, 0)
}

/// Puts beside each year what a remark or a column of periods says of its figures, `2013年（期间：上半年）`, since it is the heading of them once the table
/// is turned.
fn say_of_years(table: &mut Table, years: usize, first: usize) {
    for at in (0..table.width()).filter(|at| *at != years) {
        let heading = (0..first).rev().map(|row| table.reaching(row, at).shown()).find(|text| !text.trim().is_empty());
        let Some(heading) = heading else { continue };
        let (of_periods, of_remarks) = (is_over_periods(&heading), OF_REMARKS.contains(&fold(&heading).as_str()));
        if !of_periods && !of_remarks {
            continue;
        }
        for row in first..table.rows.len() {
            let (told, year_of) = (table.reaching(row, at).shown(), table.cell(row, years).shown());
            let of_part = of_periods && of_period(&heading, &told).of_part;
            let says = of_part || (of_remarks && remark(&told).is_some_and(|remark| remark.titled.of_part || remark.is_of_another));
            if says && let Some(year) = year(&year_of) {
                put(
                    table,
                    row,
                    years,
                    Cell::Text([&year.to_string(), "年（", heading.trim(), "：", told.trim(), "）"].concat()),
                );
            }
        }
    }
}

/// The titles above the row in which years begin, and the table without them; its rows keep their places.
fn without_titles(mut table: Table, years: usize) -> (Vec<String>, Table) {
    let mut titles = Vec::new();
    // The row right above the years holds the headings.
    for row in 0..years.saturating_sub(1) {
        let is_alone = table.rows[row].iter().filter(|cell| !cell.is_empty()).count() == 1;
        if is_alone || is_title(&table, row) {
            let cells = table.rows.get_mut(row).map(std::mem::take).unwrap_or_default();
            titles.extend(cells.iter().filter(|cell| !cell.is_empty()).map(Cell::shown));
        }
    }
    (titles, table)
}

/// A column in which years stand.
pub(super) struct Years {
    pub(super) column: usize,
    /// The first row with a year.
    pub(super) first: usize,
    /// How surely it is one.
    surely: u8,
}

/// The column in which years stand, each once and more of them than of anything else, below some heading: the one that is most surely so, and of
/// those the first.
pub(super) fn column_of_years(table: &Table) -> Option<Years> {
    let start = (0..table.rows.len()).find(|row| (0..table.length(*row)).any(|at| !table.cell(*row, at).is_empty()))?;
    let mut best: Option<Years> = None;
    for column in 0..table.width() {
        if let Some(years) = years_in(table, column, start)
            && best.as_ref().is_none_or(|best| years.surely > best.surely)
        {
            best = Some(years);
        }
    }
    // Years below another heading are figures, but where nothing stands in front of them.
    let is_front = |column: usize| (0..column).all(|at| (start..table.rows.len()).all(|row| table.cell(row, at).is_empty()));
    best.filter(|years| years.surely > 0 || is_front(years.column))
}

fn years_in(table: &Table, column: usize, start: usize) -> Option<Years> {
    let shown = |row: usize| table.cell(row, column).shown();
    let first = (start..table.rows.len().min(start + YEARS_WITHIN)).find(|row| year(&shown(*row)).is_some())?;
    let over: Vec<String> = (start..first)
        .filter(|row| !is_title(table, *row) || *row + 1 == first)
        .map(|row| table.reaching(row, column).shown())
        .filter(|text| !text.trim().is_empty())
        .collect();
    let (mut years, mut others, mut marked) = (Vec::new(), 0, true);
    for row in first..table.rows.len() {
        let text = shown(row);
        match year(&text) {
            Some(year) if !years.contains(&year) => {
                years.push(year);
                marked &= text.trim().parse::<f64>().is_err();
            }
            Some(_) => return None,
            None if text.trim().is_empty() => {}
            // A note below.
            None if !years.is_empty() && is_title(table, row) => {}
            // `2015年计划`, `平均`: what such a row is, its heading says once the table is turned.
            None => others += 1,
        }
        if others > MOST_OTHERS {
            return None;
        }
    }
    let surely = match over.last() {
        _ if over.iter().any(|text| says_years(text)) => 3,
        _ if marked => 2,
        None => 1,
        Some(text) if heading(std::slice::from_ref(text)).column.meaning.names() => 1,
        Some(_) => 0,
    };
    // One column of them, not years as headings.
    let beside = || (0..table.length(first)).any(|other| other != column && is_marked_year(table.cell(first, other)));
    let enough = if surely == 3 { !years.is_empty() } else { years.len() > 1 && !beside() };
    (enough && others < years.len()).then_some(Years { column, first, surely })
}

/// A year that is no figure.
fn is_marked_year(cell: &Cell) -> bool {
    year(&cell.shown()).is_some() && !is_figure(cell)
}

/// Sees to it that the names of the indicators are known as such, and that what groups above them say is said of each: a unit, that it is a
/// target, or something else than the figure itself.
fn name_columns(table: &mut Table, years: usize, first: usize) {
    let Some(names) = row_of_names(table, years, first) else { return };
    let columns: Vec<usize> = (0..table.width()).filter(|at| *at != years).collect();
    let mut beside: Vec<Vec<String>> = vec![Vec::new(); table.width()];
    for row in 0..names {
        let over = carried(table, row);
        let text = |at: usize| over.get(at).map_or("", String::as_str).trim();
        let are_kinds = columns.iter().any(|at| !text(*at).is_empty()) && columns.iter().all(|at| text(*at).is_empty() || kind(text(*at)).is_some());
        if are_kinds {
            for at in &columns {
                put(table, row, *at, Cell::text(text(*at)));
            }
            put(table, row, years, Cell::Text("数据类别".to_owned()));
            continue;
        }
        for at in &columns {
            // Nothing of its own below: what stands right above reaches down.
            let own = table.reaching(row, *at).clone();
            if table.reaching(names, *at).is_empty() && !own.is_empty() && is_name_below(table, names, *at) {
                put(table, names, *at, own);
            } else if !is_reaching(table, row, names, *at) && says_more(text(*at)) {
                beside[*at].push(text(*at).to_owned());
            }
        }
    }
    for at in &columns {
        let name = table.reaching(names, *at).shown();
        let groups = beside.get(*at).into_iter().flatten();
        let whole = groups.fold(name.clone(), |name, group| [&name, "（", group, "）"].concat());
        let joined_down = matches!(table.cell(names, *at), Cell::Joined { up, .. } if *up > 0);
        if !name.trim().is_empty() && (whole != name || joined_down) {
            put(table, names, *at, Cell::Text(whole));
        }
        // The numbers of a list.
        if matches!(heading(&[name]).column.meaning, Meaning::Number | Meaning::Id) {
            (names..table.rows.len()).for_each(|row| put(table, row, *at, Cell::Empty));
        }
    }
    for row in 0..first {
        let are_kinds = row < names && table.cell(row, years).shown() == "数据类别";
        let is_word = table.cell(row, years).is_empty() || says_years(&table.cell(row, years).shown());
        if row == names {
            put(table, row, years, Cell::Text("指标".to_owned()));
        } else if row < names && !are_kinds {
            table.rows.get_mut(row).into_iter().for_each(Vec::clear);
        } else if row > names && is_word {
            put(table, row, years, Cell::Empty);
        }
    }
}

/// The row whose texts name the indicators: the one with a word for years where each row below says itself what it holds, else the lowest that
/// holds neither units nor kinds nor figures.
fn row_of_names(table: &Table, years: usize, first: usize) -> Option<usize> {
    let texts = |row: usize| {
        let cells = (0..table.length(row)).filter(move |at| *at != years).map(move |at| table.cell(row, at));
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<&Cell>>()
    };
    let is_unit = |cell: &Cell| matches!(cell, Cell::Text(text) if alone(text).is_some_and(|alone| Measure::read(&alone).is_some()));
    let is_kind = |cell: &Cell| kind(&cell.shown()).is_some();
    let names = |row: &usize| {
        let texts = texts(*row);
        let all = |is: fn(&Cell) -> bool| texts.iter().all(|cell| is(cell));
        let plain = !texts.iter().all(|cell| is_unit(cell)) && !texts.iter().all(|cell| is_kind(cell)) && !all(is_figure);
        plain && texts.iter().any(|cell| matches!(cell, Cell::Text(_)))
    };
    let label = |row: usize| table.cell(row, years).shown();
    let said = |row: &usize| {
        let below = (row + 1..first).all(|below| texts(below).is_empty() || !label(below).trim().is_empty());
        let word = says_years(&label(*row)) || heading(&[label(*row)]).column.meaning.names();
        word && below && names(row)
    };
    (0..first).rev().find(said).or_else(|| (0..first).rev().find(names))
}

/// Whether a blank cell in the row of names is one of a name of its own, and not of the name beside it.
fn is_name_below(table: &Table, names: usize, at: usize) -> bool {
    !matches!(table.cell(names, at), Cell::Joined { left, .. } if *left > 0)
}

/// Whether a name is joined with what stands in a row above it.
fn is_reaching(table: &Table, row: usize, names: usize, at: usize) -> bool {
    matches!(table.cell(names, at), Cell::Joined { up, .. } if *up > 0 && names - *up <= row)
}

/// Whether what stands over a group of names changes what their figures are.
fn says_more(text: &str) -> bool {
    let is_known = || is_plain_group(text) || kind(text).is_some();
    !text.is_empty() && (!of_caption(text).is_empty() || is_something_else(text) || !dated(text).years.is_empty() || !is_known())
}

fn put(table: &mut Table, row: usize, column: usize, cell: Cell) {
    let Some(cells) = table.rows.get_mut(row) else { return };
    if cells.len() <= column && cell != Cell::Empty {
        cells.resize_with(column + 1, Cell::default);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = cell;
    }
}

/// The columns of a row that say that years stand below: a word for them over a year.
fn words_for_years(table: &Table, row: usize) -> Vec<usize> {
    let texts = (0..table.length(row)).filter(|at| matches!(table.cell(row, *at), Cell::Text(_)));
    let over = |at: &usize| {
        let below = (row + 1..table.rows.len()).take(3).map(|below| table.cell(below, *at).shown());
        says_years(&table.cell(row, *at).shown()) && below.into_iter().any(|text| year(&text).is_some())
    };
    let texts: Vec<usize> = texts.collect();
    if texts.len() < 2 {
        Vec::new()
    } else {
        texts.into_iter().filter(over).collect()
    }
}

/// Parts a table where a word for years stands over years again further down.
pub(super) fn turned_below_each_other(table: Table) -> Vec<Table> {
    let rows = (0..table.rows.len()).filter(|row| !words_for_years(&table, *row).is_empty());
    let rows: Vec<usize> = rows.take(MOST_PARTS).collect();
    let Some((first, further)) = rows.split_first() else { return vec![table] };
    let starts: Vec<usize> = std::iter::once(0)
        .chain(further.iter().map(|row| with_titles(&table, *row, first + 1)))
        .collect();
    let above = (0..*first).filter(|row| is_title(&table, *row)).flat_map(|row| &table.rows[row]);
    let above: Vec<String> = above.filter(|cell| !cell.is_empty()).map(Cell::shown).collect();
    by_rows(table, &starts, &above)
}

/// Parts a table where several columns of years stand beside each other, each in front of its figures or each behind them.
pub(super) fn turned_beside_each_other(table: Table) -> Vec<Table> {
    let row = (0..table.rows.len()).find(|row| words_for_years(&table, *row).len() > 1);
    let Some(row) = row else { return vec![table] };
    let years = words_for_years(&table, row);
    let there = |at: &usize| !table.cell(row, *at).is_empty();
    let (first, last) = ((0..table.length(row)).find(there), (0..table.length(row)).rev().find(there));
    let starts: Vec<usize> = match (years.first(), years.last()) {
        (in_front, _) if in_front.copied() == first => std::iter::once(0).chain(years.iter().skip(1).copied()).collect(),
        (_, behind) if behind.copied() == last => std::iter::once(0).chain(years.iter().rev().skip(1).rev().map(|at| at + 1)).collect(),
        _ => return vec![table],
    };
    by_columns(table, &starts, row)
}
