//! What a table holds: cells as an office writes them, and what is taken over, refused with its reason, or asked for.

use super::awards::{award, either, figure_name};
use super::given::{Fact, Given, Lines};
use super::markdown::Wrong;
use super::run::Told;
use award_kit::assessment::Assessment;
use award_kit::import::{Book, Cell, Column, Mapping, Plan, Spot, Table, Taken, plan};
use award_kit::language::{Language, codes, fill};
use award_kit::report::say;
use std::collections::BTreeSet;

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let tables = match given.take(["name", "名称"]) {
        Some(name) => vec![one_cell(&name, given)?],
        None => sheets(given)?,
    };
    let book = Book { tables, ..Book::default() }.arranged();
    let mappings: Vec<Mapping> = book.tables.iter().map(Mapping::guess).collect();
    let asked: Vec<Option<Mapping>> = mappings.iter().cloned().map(Some).collect();
    let plan = plan(&pack, &Assessment::blank(&pack), &book, &asked);
    let language = given.language;
    let mut told = Told::default();
    let outcome = either(language, "Outcome", "结果");
    taken(&pack, language, &book, &plan, outcome, &mut told);
    let why = |code| language.words().by_code(&codes::REFUSED, code);
    let refused = either(language, "not taken over: ", "未导入：");
    for cell in &plan.refused {
        told.code(cell.reason.code());
        told.line(
            place(&book, cell.spot),
            [&cell.text, either(language, ", ", "，"), refused, why(cell.reason.code())].concat(),
        );
        told.also(outcome, [refused, why(cell.reason.code())].concat());
    }
    for row in &plan.unknown {
        told.code(row.reason.code());
        let at = (book.in_file(row.spot).row + 1).to_string();
        told.line(
            [either(language, "Row ", "第 "), &at, either(language, "", " 行")].concat(),
            [&after_name(language, &row.name), refused, why(row.reason.code())].concat(),
        );
        told.also(outcome, [refused, why(row.reason.code())].concat());
    }
    for (at, (table, mapping)) in book.tables.iter().zip(&mappings).enumerate() {
        if !mapping.is_usable() {
            let nothing = either(language, "nothing in it is understood", "未能读出");
            told.line(either(language, "Table", "表"), nothing);
            told.also(outcome, nothing);
            continue;
        }
        for column in mapping.open_columns(table) {
            let name = book.cell_name(Spot { table: at, row: 0, column });
            let name = name.trim_end_matches('1').to_owned();
            told.line(
                either(language, "To choose", "待选定"),
                fill(language.words().import_open_columns(), &[("columns", &name)]),
            );
        }
    }
    Ok(told)
}

/// A name in front of what is said of it; nothing where there is none.
fn after_name(language: Language, name: &str) -> String {
    match name.trim() {
        "" => String::new(),
        name => [name, either(language, ", ", "，")].concat(),
    }
}

/// A cell by its name, after the sheet where there are several.
fn place(book: &Book, spot: Spot) -> String {
    let sheets: BTreeSet<&str> = book.tables.iter().map(|table| table.name.as_str()).collect();
    let name = book.cell_name(spot);
    match book.tables.get(spot.table) {
        Some(table) if sheets.len() > 1 => [&table.name, "!", &name].concat(),
        _ => name,
    }
}

fn taken(pack: &award_kit::criteria::Pack, language: Language, book: &Book, plan: &Plan, outcome: &'static str, told: &mut Told) {
    for step in &plan.taken {
        let (name, unit) = figure_name(pack, language, step.subject);
        let value = match &step.value {
            Taken::Number(_) | Taken::Goal(_) => quantity(language, &say::taken(language, &step.value), &unit),
            value => say::taken(language, value),
        };
        let converted = if step.converted {
            either(language, " (converted)", "（已换算）")
        } else {
            ""
        };
        let value = [&value, converted].concat();
        let colon = either(language, ": ", "：");
        told.line(
            place(book, step.spot),
            [&name, either(language, ", ", "，"), &heading(language, step.column), colon, &value].concat(),
        );
        told.also(outcome, [&name, colon, &value].concat());
        told.also(either(language, "Taken as", "导入为"), heading(language, step.column));
    }
}

fn quantity(language: Language, value: &str, unit: &str) -> String {
    match unit {
        "" => value.to_owned(),
        "%" | "‰" => [value, unit].concat(),
        unit => fill(language.words().term_quantity(), &[("value", value), ("unit", unit)]),
    }
}

/// What a column was taken for, as the page of import says it.
fn heading(language: Language, column: Column) -> String {
    let words = language.words();
    let name = words.by_code(&codes::SHEET_COLUMN, column.meaning.code());
    match column.year {
        Some(year) => fill(words.template_of_year(), &[("heading", name), ("year", &year.to_string())]),
        None => name.to_owned(),
    }
}

/// A table of one figure out of what a row of a list says of it.
fn one_cell(name: &Fact, given: &mut Given) -> Result<Table, Wrong> {
    let written = |fact: Option<Fact>| fact.map(|fact| fact.value);
    let chinese = name.value.chars().any(|sign| sign > '\u{2e80}');
    let heading = written(given.take(["heading", "表头"])).unwrap_or_else(|| "2014".to_owned());
    let unit = written(given.take(["unit", "单位"]));
    let caption = written(given.take(["caption", "表名"]));
    let cell = given.take(["cell", "单元格"]).ok_or_else(|| name.wrong("the cell is missing"))?;
    let mut heads = vec![if chinese { "指标".to_owned() } else { "Indicator".to_owned() }];
    let mut row = vec![name.value.clone()];
    if let Some(unit) = unit {
        heads.push(if chinese { "计量单位".to_owned() } else { "Unit".to_owned() });
        row.push(unit);
    }
    heads.push(heading);
    row.push(cell.value);
    let rows: Vec<Vec<String>> = caption.map(|caption| vec![caption]).into_iter().chain([heads, row]).collect();
    Ok(table(String::new(), &rows))
}

fn table(name: String, rows: &[Vec<String>]) -> Table {
    let cell = |text: &String| match text.parse::<f64>() {
        Ok(number) if text.bytes().any(|byte| byte.is_ascii_digit()) => Cell::Number(number),
        _ => Cell::text(text),
    };
    Table {
        name,
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        percents_seen: true,
        ..Table::default()
    }
}

/// The sheets of the file: a block each, with its name behind the word `table`.
fn sheets(given: &mut Given) -> Result<Vec<Table>, Wrong> {
    let names: Vec<String> = given.notes("table");
    let all: Vec<Lines> = given.tables();
    let mut tables: Vec<Table> = Vec::new();
    for (name, lines) in names.into_iter().zip(all) {
        let rows: Vec<Vec<String>> = lines.rows.into_iter().map(|(_, cells)| cells).collect();
        tables.push(table(name, &rows));
    }
    let Some(first) = tables.first_mut() else {
        return Err(Wrong::at(0, "a case of import gives a block `table`"));
    };
    if let Some(fact) = given.take(["hidden rows", "隐藏的行"]) {
        first.hidden_rows = list(&fact)?.into_iter().map(|row| row.saturating_sub(1)).collect();
    }
    if let Some(fact) = given.take(["hidden columns", "隐藏的列"]) {
        let columns = fact
            .value
            .split([',', '、'])
            .map(|column| spot(&[column.trim(), "1"].concat()).map(|(_, column)| column));
        first.hidden_columns = columns.collect::<Option<_>>().ok_or_else(|| fact.wrong("no columns as B, C"))?;
    }
    if let Some(fact) = given.take(["joined cells", "合并的单元格"]) {
        for range in fact.value.split([',', '、']) {
            join(first, range.trim()).ok_or_else(|| fact.wrong("no cells as B1:C1"))?;
        }
    }
    Ok(tables)
}

fn list(fact: &Fact) -> Result<Vec<usize>, Wrong> {
    let numbers = fact.value.split([',', '、']).map(|number| number.trim().parse());
    numbers.collect::<Result<_, _>>().map_err(|_| fact.wrong("no rows as 2, 3"))
}

/// Row and column of a cell's name.
fn spot(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|sign: char| sign.is_ascii_digit())?;
    let column = name[..digits].bytes().try_fold(0_usize, |column, letter| {
        letter.is_ascii_uppercase().then(|| column * 26 + usize::from(letter - b'A') + 1)
    })?;
    let row: usize = name[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn join(table: &mut Table, range: &str) -> Option<()> {
    let (first, last) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (spot(first)?, spot(last)?);
    for row in top..=bottom {
        for column in left..=right {
            let cells = table.rows.get_mut(row)?;
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if (row, column) != (top, left) {
                cells[column] = Cell::Joined {
                    up: row - top,
                    left: column - left,
                };
            }
        }
    }
    Some(())
}
