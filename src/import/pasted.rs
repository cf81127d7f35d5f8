//! A block from a spreadsheet that is looked at cell by cell before it counts. One that brings names or headings with it is a table: counting
//! from the cell it was pasted at would put its figures beside their places. One of figures alone is made a table where figures of it are
//! doubtful. The cell it was pasted at tells what it does not say itself.

use super::dated::dated;
use super::fold::narrow;
use super::table::{Book, Cell, Table};
use crate::assessment::{Assessment, FigureSlot};
use crate::criteria::Pack;
use crate::indicators::{self, CellColumn, CellRow, Measure, Refusal, read_number};

/// A block that was pasted into a sheet, from the cell in this row and column on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedBlock {
    pub sheet: Vec<Vec<indicators::Cell>>,
    pub at: (usize, usize),
    pub lines: Vec<Vec<String>>,
}

impl PastedBlock {
    /// Whether it holds more than figures.
    pub fn is_table(&self) -> bool {
        Labels::of(&self.lines, &self.columns()).is_some()
    }

    fn columns(&self) -> Vec<CellColumn> {
        let row = self.sheet.get(self.at.0).into_iter().flatten();
        row.skip(self.at.1).map(|cell| cell.column).collect()
    }
}

/// A pasted block as a table. Rows without a name are those of the sheet from the cell on, columns without a heading likewise; where neither
/// is there, the figures are in the units the sheet shows.
pub fn pasted(pack: &Pack, assessment: &Assessment, block: &PastedBlock) -> Book {
    let PastedBlock { sheet, at, lines } = block;
    let columns = block.columns();
    let labels = Labels::of(lines, &columns).unwrap_or(Labels { headings: false, names: 0 });
    let mut rows = lines.to_vec();
    if !labels.headings {
        let names = (0..labels.names).map(|column| labels.heading(lines, column));
        rows.insert(0, names.chain(columns.iter().map(|column| heading(*column))).collect());
    }
    if labels.names == 0 {
        let of_rows = |what: fn(&Pack, &Assessment, CellRow) -> String, heading: &str| {
            let named = sheet.iter().skip(at.0);
            let named = named.map(|row| row.first().map_or_else(String::new, |cell| what(pack, assessment, cell.row)));
            std::iter::once(heading.to_owned()).chain(named).collect::<Vec<String>>()
        };
        let mut fronts = vec![of_rows(id, ID)];
        if !labels.headings {
            fronts.insert(0, of_rows(unit, UNIT));
        }
        for front in fronts {
            for (row, text) in rows.iter_mut().zip(front) {
                row.insert(0, text);
            }
        }
    }
    let table = Table {
        rows: rows.iter().map(|row| row.iter().map(|text| Cell::text(text)).collect()).collect(),
        // The clipboard holds what is shown.
        percents_seen: true,
        ..Table::default()
    };
    let tables = vec![table];
    Book { tables, ..Book::default() }.arranged()
}

const ID: &str = "id";
const UNIT: &str = "计量单位";

/// What a text of a block is taken for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    /// Nothing, or that there is no value.
    Nothing,
    Figure,
    /// A year, which a figure could be as well.
    Year(i32),
    /// A year and nothing else.
    MarkedYear,
    Words,
}

fn said(text: &str) -> Said {
    let narrowed: String = narrow(text).collect();
    let narrowed = narrowed.trim();
    match read_number(text, &[]) {
        Err(Refusal::Empty | Refusal::NoValue) => return Said::Nothing,
        Ok(_) => {
            let year = narrowed.parse().ok().filter(|year| narrowed.len() == 4 && (1900..=2100).contains(year));
            return year.map_or(Said::Figure, Said::Year);
        }
        Err(_) => {}
    }
    let dated = dated(narrowed);
    let is_mark = |mark: char| !mark.is_alphanumeric() || "年度末fyFY".contains(mark);
    if dated.years.len() == 1 && !dated.part && dated.rest.chars().all(is_mark) {
        return Said::MarkedYear;
    }
    match narrowed.chars().next() {
        Some(first) if first.is_ascii_digit() || matches!(first, '+' | '-' | '−' | '.' | '¥' | '$') => Said::Figure,
        _ => Said::Words,
    }
}

/// What a block says besides figures.
struct Labels {
    /// The first line holds headings.
    headings: bool,
    /// How many columns in front say what the rows are about.
    names: usize,
}

impl Labels {
    fn of(lines: &[Vec<String>], columns: &[CellColumn]) -> Option<Labels> {
        let said: Vec<Vec<Said>> = lines.iter().map(|line| line.iter().map(|text| said(text)).collect()).collect();
        let headings = said.len() > 1 && said.first().is_some_and(|first| is_heading(first, columns));
        let below = &said[usize::from(headings)..];
        let width = said.iter().map(Vec::len).max()?;
        let mut names = 0;
        while names < width && is_of_names(below, names) {
            names += 1;
        }
        // Numbers of a list stand in front of names.
        if names == 0 && is_of_numbers(&lines[usize::from(headings)..]) && is_of_names(below, 1) {
            names = (1..width).take_while(|column| is_of_names(below, *column)).count() + 1;
        }
        // Years that run down name the rows of a table that is turned.
        let all = |is: fn(&Said) -> bool| below.iter().all(|line| line.first().is_some_and(is));
        if names == 0 && headings && width > 1 && all(|said| matches!(said, Said::Year(_) | Said::MarkedYear)) {
            names = 1;
        }
        let figures = below
            .iter()
            .any(|line| line.iter().skip(names).any(|said| !matches!(said, Said::Nothing | Said::Words)));
        ((headings || names > 0) && figures).then_some(Labels { headings, names })
    }

    /// The heading of a column of names.
    fn heading(&self, lines: &[Vec<String>], column: usize) -> String {
        let texts = || lines.iter().filter_map(|line| line.get(column)).filter(|text| !text.trim().is_empty());
        let are_units = texts().all(|text| Measure::read(&narrow(text).collect::<String>()).is_some());
        let heading = match (said_of(texts()), are_units) {
            (false, _) => "序号",
            (true, true) => UNIT,
            (true, false) => "指标名称",
        };
        heading.to_owned()
    }
}

/// Whether texts are words.
fn said_of<'a>(mut texts: impl Iterator<Item = &'a String>) -> bool {
    texts.any(|text| said(text) == Said::Words)
}

/// Whether a line is one of headings: words and years, and no figure. Years that could be figures are none only where they follow each
/// other, or are those of the columns they stand in.
fn is_heading(line: &[Said], columns: &[CellColumn]) -> bool {
    if line.contains(&Said::Figure) || line.iter().all(|said| *said == Said::Nothing) {
        return false;
    }
    let years: Vec<(usize, i32)> = line
        .iter()
        .enumerate()
        .filter_map(|(at, said)| match said {
            Said::Year(year) => Some((at, *year)),
            _ => None,
        })
        .collect();
    let follow = |step: i32| years.len() > 1 && years.windows(2).all(|pair| pair[1].1 - pair[0].1 == step);
    let fit = || years.iter().all(|(at, year)| columns.get(*at) == Some(&CellColumn::Year(*year)));
    years.is_empty() || follow(1) || follow(-1) || fit()
}

/// Whether at least half of what stands in a column are words.
fn is_of_names(lines: &[Vec<Said>], column: usize) -> bool {
    let there = || lines.iter().filter_map(|line| line.get(column)).filter(|said| **said != Said::Nothing);
    let words = there().filter(|said| **said == Said::Words).count();
    words > 0 && 2 * words >= there().count()
}

/// Whether the first column counts the rows.
fn is_of_numbers(lines: &[Vec<String>]) -> bool {
    let first = |line: &Vec<String>| line.first().and_then(|text| text.trim().parse::<usize>().ok());
    lines.iter().enumerate().all(|(at, line)| first(line) == Some(at + 1))
}

/// A heading that says what a column of a sheet holds.
fn heading(column: CellColumn) -> String {
    let plain = match column {
        CellColumn::Year(year) => return year.to_string() + "年",
        CellColumn::Benchmark(year) => return ["标杆", &year.to_string(), "年"].concat(),
        CellColumn::Target => "目标",
        CellColumn::Low => "目标下限",
        CellColumn::High => "目标上限",
        CellColumn::Projected => "预测",
        CellColumn::Place => "排名",
        CellColumn::Of => "排名总数",
        CellColumn::Least => "可能的最小值",
        CellColumn::Most => "可能的最大值",
    };
    plain.to_owned()
}

fn id(pack: &Pack, assessment: &Assessment, row: CellRow) -> String {
    match row {
        CellRow::Figure(FigureSlot::Catalogue(slot)) => pack.indicator(slot).id.clone(),
        CellRow::Figure(FigureSlot::Own(at)) => assessment.figures.own.get(at).map_or_else(String::new, |own| own.id.to_string()),
        CellRow::Input(slot) => pack.input(slot).id.clone(),
    }
}

/// The unit the sheet shows a row's figures in.
fn unit(pack: &Pack, assessment: &Assessment, row: CellRow) -> String {
    let of_pack = |unit: &str| {
        pack.languages()
            .next()
            .map_or_else(String::new, |language| pack.words(language).unit(unit).to_owned())
    };
    match row {
        CellRow::Figure(FigureSlot::Catalogue(slot)) => of_pack(&pack.indicator(slot).unit),
        CellRow::Figure(FigureSlot::Own(at)) => assessment.figures.own.get(at).map_or_else(String::new, |own| own.unit.to_string()),
        CellRow::Input(slot) => of_pack(&pack.input(slot).unit),
    }
}
