//! Workbooks of the newer kind, .xlsx and .xlsm: the visible worksheets, each number as it is shown but with all its digits.

use super::super::table::{Book, Cell, Doubt};
use super::apart::Apart;
use super::cells::{Cells, Joined, place, range};
use super::format::{built_in, shown};
use super::markup::{Mark, Markup, Tag};
use super::parts::Parts;
use super::{MOST_CELLS, MOST_STRINGS, TableError};
use std::collections::BTreeMap;

/// What the cells of all sheets share.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    /// The format of each style of cells, and how its characters stand.
    formats: Vec<(String, Apart)>,
    epoch_1904: bool,
    /// The file asks to be computed when it is opened: its writer has put 0 where results belong.
    uncomputed: bool,
}

/// Reads a workbook; the part that is the workbook is found by what the file says.
pub(super) fn read(parts: &mut Parts<'_>) -> Result<Book, TableError> {
    let root = related(parts, "_rels/.rels", "")?;
    let path = root
        .iter()
        .find(|(_, (kind, _))| kind.ends_with("/officeDocument"))
        .map(|(_, (_, path))| path.clone());
    let path = path.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if path.to_lowercase().ends_with(".bin") || parts.has("xl/workbook.bin") {
        return Err(TableError::Binary);
    }
    let text = parts.text(&path)?.ok_or(TableError::Unreadable)?;
    let (folder, file) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, file)| (folder, file));
    let relations = related(parts, &[folder, "/_rels/", file, ".rels"].concat(), folder)?;
    let mut shared = Shared::default();
    let mut sheets = Vec::new();
    for mark in Markup::new(&text) {
        match mark {
            Mark::Open(tag) if tag.is("sheet") => sheets.push((
                tag.attribute("name").unwrap_or_default().into_owned(),
                tag.attribute("id").unwrap_or_default().into_owned(),
                tag.attribute("state").is_none_or(|state| state == "visible"),
            )),
            Mark::Open(tag) if tag.is("workbookPr") => shared.epoch_1904 = tag.flag("date1904"),
            Mark::Open(tag) if tag.is("calcPr") => shared.uncomputed = tag.flag("fullCalcOnLoad"),
            _ => {}
        }
    }
    if sheets.is_empty() {
        return Err(TableError::Unreadable);
    }
    let part = |kind: &str| relations.values().find(|(known, _)| known.ends_with(kind)).map(|(_, path)| path.clone());
    if let Some(text) = part("/sharedStrings").map(|path| parts.text(&path)).transpose()?.flatten() {
        shared.strings = strings(&text)?;
    }
    if let Some(text) = part("/styles").map(|path| parts.text(&path)).transpose()?.flatten() {
        shared.formats = formats(&text);
    }
    let mut book = Book::default();
    let mut left = MOST_CELLS;
    for (name, id, visible) in sheets {
        let Some((kind, path)) = relations.get(&id) else { continue };
        // Charts, dialogues and sheets of macros hold no table.
        if !kind.ends_with("/worksheet") {
            continue;
        }
        if !visible {
            book.hidden.push(name);
            continue;
        }
        let Some(text) = parts.text(path)? else { continue };
        let (table, rest) = sheet(&text, &name, &shared, left)?;
        left = rest;
        book.tables.push(table);
    }
    Ok(book)
}

/// What a part is related to: kind and path, by id.
fn related(parts: &mut Parts<'_>, path: &str, folder: &str) -> Result<BTreeMap<String, (String, String)>, TableError> {
    let Some(text) = parts.text(path)? else { return Ok(BTreeMap::new()) };
    let relations = Markup::new(&text).filter_map(|mark| match mark {
        Mark::Open(tag) if tag.is("Relationship") => {
            let target = tag.attribute("Target")?.replace('\\', "/");
            let path = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => resolved(folder, &target),
            };
            Some((tag.attribute("Id")?.into_owned(), (tag.attribute("Type")?.into_owned(), path)))
        }
        _ => None,
    });
    Ok(relations.collect())
}

/// `xl` and `../a/./b` are `a/b`.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The texts that cells name by number. How many the file says there are is not believed.
fn strings(text: &str) -> Result<Vec<String>, TableError> {
    let mut all = Vec::new();
    let mut marks = Markup::new(text);
    while let Some(mark) = marks.next() {
        if let Mark::Open(tag) = mark
            && tag.is("si")
        {
            if all.len() >= MOST_STRINGS {
                return Err(TableError::TooLarge);
            }
            all.push(string(&mut marks, "si"));
        }
    }
    Ok(all)
}

/// The text up to the end of a mark, without how it is pronounced.
fn string(marks: &mut Markup<'_>, end: &str) -> String {
    let (mut text, mut inside, mut spoken, mut apart) = (String::new(), false, false, Apart::default());
    for mark in marks {
        match mark {
            Mark::Open(tag) if tag.is("r") => apart = Apart::default(),
            Mark::Open(tag) if tag.is("vertAlign") || tag.is("strike") => apart.read(tag.name, tag.attribute("val").as_deref()),
            Mark::Close("r") => apart = Apart::default(),
            Mark::Open(tag) if tag.is("rPh") => spoken = true,
            Mark::Close("rPh") => spoken = false,
            Mark::Open(tag) if tag.is("t") => inside = true,
            Mark::Close("t") => inside = false,
            Mark::Close(name) if name == end => break,
            Mark::Text(more) if inside && !spoken => text.push_str(&apart.beside(&more)),
            _ => {}
        }
    }
    without_escapes(text)
}

/// `_x000D_` stands for a sign that XML cannot hold.
fn without_escapes(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("_x") {
        whole.push_str(before);
        let code = behind
            .get(..4)
            .filter(|_| behind.get(4..5) == Some("_"))
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        match code.and_then(char::from_u32) {
            Some(mark) => {
                whole.push(mark);
                rest = behind.get(5..).unwrap_or_default();
            }
            None => {
                whole.push_str("_x");
                rest = behind;
            }
        }
    }
    whole + rest
}

/// The format's code of each style, and how the characters of its font stand.
fn formats(text: &str) -> Vec<(String, Apart)> {
    let (mut codes, mut all, mut inside) = (BTreeMap::new(), Vec::new(), false);
    let (mut fonts, mut among_fonts): (Vec<Apart>, bool) = (Vec::new(), false);
    for mark in Markup::new(text) {
        match mark {
            Mark::Open(tag) if tag.is("fonts") => among_fonts = true,
            Mark::Close("fonts") => among_fonts = false,
            Mark::Open(tag) if tag.is("font") && among_fonts => fonts.push(Apart::default()),
            Mark::Open(tag) if among_fonts && (tag.is("vertAlign") || tag.is("strike")) => {
                if let Some(font) = fonts.last_mut() {
                    font.read(tag.name, tag.attribute("val").as_deref());
                }
            }
            Mark::Open(tag) if tag.is("numFmt") => {
                if let (Some(id), Some(code)) = (tag.number::<u32>("numFmtId"), tag.attribute("formatCode")) {
                    codes.insert(id, code.into_owned());
                }
            }
            Mark::Open(tag) if tag.is("cellXfs") => inside = true,
            Mark::Close("cellXfs") => inside = false,
            Mark::Open(tag) if tag.is("xf") && inside => {
                let id = tag.number("numFmtId").unwrap_or(0);
                let font = tag.number("fontId").and_then(|font: usize| fonts.get(font)).copied().unwrap_or_default();
                all.push((codes.get(&id).cloned().unwrap_or_else(|| built_in(id).to_owned()), font));
            }
            _ => {}
        }
    }
    all
}

fn sheet(text: &str, name: &str, shared: &Shared, left: usize) -> Result<(super::super::Table, usize), TableError> {
    let mut cells = Cells::new(name, left);
    let (mut row, mut column) = (0, 0);
    let mut marks = Markup::new(text);
    while let Some(mark) = marks.next() {
        let Mark::Open(tag) = mark else {
            if matches!(mark, Mark::Close("row")) {
                (row, column) = (row + 1, 0);
            }
            continue;
        };
        match tag.name {
            "col" => hide_columns(&tag, &mut cells),
            "row" => {
                row = tag.number::<usize>("r").and_then(|row| row.checked_sub(1)).unwrap_or(row);
                column = 0;
                if tag.flag("hidden") || tag.number::<f64>("ht") == Some(0.0) {
                    cells.hide_row(row);
                }
            }
            "c" => {
                if let Some((at, of)) = tag.attribute("r").and_then(|name| place(&name)) {
                    (row, column) = (at, of);
                }
                let style = shared.formats.get(tag.number("s").unwrap_or(0_usize));
                let (format, apart) = style.map_or(("General", Apart::default()), |(format, apart)| (format, *apart));
                let content = cell(&tag, &mut marks, shared, format);
                cells.put(row, column, apart.whole(content))?;
                column += 1;
            }
            "mergeCell" => {
                if let Some(joined) = tag.attribute("ref").and_then(|name| range(&name)) {
                    cells.join(Joined { ..joined })?;
                }
            }
            _ => {}
        }
    }
    cells.finish()
}

fn hide_columns(tag: &Tag<'_>, cells: &mut Cells) {
    let hidden = tag.flag("hidden") || tag.number::<f64>("width") == Some(0.0);
    let first = tag.number::<usize>("min").and_then(|first| first.checked_sub(1));
    if let (true, Some(first), Some(last)) = (hidden, first, tag.number::<usize>("max")) {
        cells.hide_columns(first, last.saturating_sub(1));
    }
}

/// A cell, up to its end.
fn cell(tag: &Tag<'_>, marks: &mut Markup<'_>, shared: &Shared, format: &str) -> Cell {
    let kind = tag.attribute("t").unwrap_or_default();
    let (mut formula, mut value, mut inline) = (None::<String>, None::<String>, None);
    let mut into = 0;
    while let Some(mark) = marks.next() {
        match mark {
            Mark::Close("c") => break,
            Mark::Open(tag) if tag.is("f") => {
                formula = Some(String::new());
                into = 1;
            }
            Mark::Open(tag) if tag.is("v") => {
                value = Some(String::new());
                into = 2;
            }
            Mark::Open(tag) if tag.is("is") => inline = Some(string(marks, "is")),
            Mark::Close("f" | "v") => into = 0,
            Mark::Text(text) => match into {
                1 => formula.get_or_insert_default().push_str(&text),
                2 => value.get_or_insert_default().push_str(&text),
                _ => {}
            },
            _ => {}
        }
    }
    if let Some(inline) = inline {
        return Cell::text(&inline);
    }
    if let Some(formula) = formula {
        let result = value.as_deref().map(str::trim);
        let is_there = match result {
            // A formula that gives an empty text has its result.
            Some("") => kind == "str",
            Some("0") => !shared.uncomputed,
            result => result.is_some(),
        };
        if !is_there {
            return Cell::Doubt(Doubt::NoResult, ["=", formula.trim()].concat());
        }
    }
    let value = value.unwrap_or_default();
    if value.trim().is_empty() {
        return Cell::Empty;
    }
    match &*kind {
        "s" => value
            .trim()
            .parse()
            .ok()
            .and_then(|at: usize| shared.strings.get(at))
            .map_or(Cell::Empty, |text| Cell::text(text)),
        "str" | "inlineStr" => Cell::text(&without_escapes(value)),
        "b" => Cell::text(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
        // Errors of every kind, and days.
        "e" | "d" => Cell::text(value.split('T').next().filter(|_| kind == "d").unwrap_or(&value)),
        _ => match value.trim().parse::<f64>() {
            Ok(number) => shown(number, format, shared.epoch_1904),
            Err(_) => Cell::text(&value),
        },
    }
}
