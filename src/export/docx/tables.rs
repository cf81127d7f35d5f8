//! Tables: labels with values, grids with a header row that is repeated on every page, charts side by side.

use super::body::Writer;
use super::columns::{by_share, columns};
use super::described::{Described, Heads};
use crate::export::plain::lines;
use crate::report::{Alignment, KeyValue, Row, Table as Grid, Weight};
use docx_rs::{AlignmentType, Paragraph, Shading, Table, TableAlignmentType, TableCell, TableLayoutType, TableRow, VAlignType, WidthType};

/// Height of a header row in twentieths of a point; [`super::package`] knows header rows by it.
pub(super) const HEADER_ROW_HEIGHT: f32 = 401.0;
/// A row with texts at most so wide is kept on one page; a Chinese character is twice as wide as a Latin one.
const KEPT_TOGETHER: usize = 900;
/// So many rows are few.
const FEW: usize = 6;
/// From so many columns on the text is a size smaller.
const MANY_COLUMNS: usize = 7;
/// By so many half points.
pub(super) const SMALLER: usize = 3;
const SHADE: &str = "EDEFF2";

impl Writer<'_> {
    pub fn table(&mut self, grid: &Grid) {
        let small = grid.columns.len() >= MANY_COLUMNS;
        let size = self.set.of(self.language).table_size - if small { SMALLER } else { 0 };
        let widths = columns(grid, self.text_width(), size);
        let mut rows = Vec::with_capacity(grid.rows.len() + 1);
        let heading = if small { "TableHeadingSmall" } else { "TableHeading" };
        let titles = grid.columns.iter().zip(&widths).map(|(column, &width)| {
            let paragraph = self.paragraph(heading, &column.title).align(aligned(column.alignment)).keep_next(true);
            cell(width).shading(shade()).vertical_align(VAlignType::Center).add_paragraph(paragraph)
        });
        let titles = titles.collect::<Vec<TableCell>>();
        rows.push(TableRow::new(titles).cant_split().row_height(HEADER_ROW_HEIGHT));
        let totals = grid.rows.iter().rev().take_while(|row| row.weight != Weight::Plain).count();
        let has_total = grid.rows.last().is_some_and(|row| row.weight == Weight::Total);
        let wide: usize = grid.rows.iter().flat_map(|row| &row.cells).map(|text| width(text)).sum();
        // A few short rows stay together; so do the sums at the end with the last row they add up.
        let few = grid.rows.len() <= FEW && wide <= KEPT_TOGETHER;
        let stays = |at: usize| at + 1 < grid.rows.len() && (few || has_total && at + 1 + totals >= grid.rows.len());
        rows.extend(grid.rows.iter().enumerate().map(|(at, row)| {
            let entry = grid.entries.then_some(at);
            self.row(row, entry, grid, &widths, stays(at))
        }));
        let titles: Vec<&str> = grid.columns.iter().map(|column| column.title.as_str()).collect();
        let said = Described {
            caption: grid.caption.told(self.language),
            description: self.listed(&titles),
            heads: Heads::Row,
        };
        self.finish_table(rows, widths, "ReportTable", said);
    }

    /// `stays`: on the page of the row that follows. `entry`: the entry of the evidence register that the row is.
    fn row(&mut self, row: &Row, entry: Option<usize>, grid: &Grid, widths: &[usize], stays: bool) -> TableRow {
        let small = grid.columns.len() >= MANY_COLUMNS;
        let style = match (row.weight, small) {
            (Weight::Plain, false) => "TableText",
            (Weight::Plain, true) => "TableTextSmall",
            (_, false) => "TableHeading",
            (_, true) => "TableHeadingSmall",
        };
        // The title of the rows below goes across, and stays with them.
        if row.weight == Weight::Group && row.cells.iter().skip(1).all(String::is_empty) {
            let title = row.cells.first().map_or("", String::as_str);
            let paragraph = self.paragraph(style, title).keep_next(true);
            let across = cell(widths.iter().sum()).grid_span(widths.len()).shading(shade()).add_paragraph(paragraph);
            return kept(TableRow::new(vec![across]), width(title));
        }
        let mut entry = entry;
        let cells = row.cells.iter().zip(&grid.columns).zip(widths).map(|((text, column), &width)| {
            let mut filled = match entry.take() {
                Some(entry) => {
                    let number = self.entry_number(style, text, entry);
                    cell(width).add_paragraph(if stays { number.keep_next(true) } else { number })
                }
                None => self.fill(cell(width), style, text, aligned(column.alignment), stays),
            };
            if row.weight != Weight::Plain {
                filled = filled.shading(shade());
            }
            filled
        });
        let cells = cells.collect();
        kept(TableRow::new(cells), row.cells.iter().map(|text| width(text)).sum())
    }

    pub fn key_values(&mut self, pairs: &[KeyValue], missing: &str) {
        let widths = self.widths(&[32, 68]);
        let wide: usize = pairs.iter().map(|pair| width(pair.value.as_deref().unwrap_or_default())).sum();
        // A few short lines stay together, and with the heading above them.
        let together = pairs.len() <= FEW && wide <= KEPT_TOGETHER;
        let rows = pairs.iter().enumerate().map(|(at, pair)| {
            let stays = together && at + 1 < pairs.len();
            let label = self.paragraph("TableHeading", &pair.label);
            let label = if stays { label.keep_next(true) } else { label };
            let label = cell(widths[0]).shading(shade()).add_paragraph(label);
            let value = match &pair.value {
                _ if pair.written.is_some() => self.filled(cell(widths[1]), pair, missing, stays),
                Some(value) => self.fill(cell(widths[1]), "TableText", value, AlignmentType::Left, stays),
                None => self.fill(cell(widths[1]), "TableMissing", missing, AlignmentType::Left, stays),
            };
            kept(TableRow::new(vec![label, value]), width(pair.value.as_deref().unwrap_or_default()))
        });
        let rows = rows.collect();
        let labels: Vec<&str> = pairs.iter().map(|pair| pair.label.as_str()).collect();
        let said = Described {
            caption: self.heading.clone(),
            description: self.listed(&labels),
            heads: Heads::Column,
        };
        self.finish_table(rows, widths, "ReportTable", said);
    }

    /// Two to a row, without lines; what stands in a cell stays together.
    pub fn side_by_side(&mut self, cells: Vec<[Paragraph; 2]>, captions: &[String]) {
        let widths = self.widths(&[1, 1]);
        let mut rows = Vec::with_capacity(cells.len().div_ceil(2));
        let mut cells = cells.into_iter().peekable();
        while cells.peek().is_some() {
            let pair = widths.iter().map(|&width| match cells.next() {
                Some(paragraphs) => paragraphs.into_iter().fold(cell(width), TableCell::add_paragraph),
                None => cell(width).add_paragraph(self.blank("TableText")),
            });
            rows.push(TableRow::new(pair.collect()).cant_split());
        }
        let captions: Vec<&str> = captions.iter().map(String::as_str).collect();
        let said = Described {
            caption: self.heading.clone(),
            description: self.listed(&captions),
            heads: Heads::None,
        };
        self.finish_table(rows, widths, "LayoutTable", said);
    }

    /// A cell with a paragraph for every line of the text.
    fn fill(&mut self, mut cell: TableCell, style: &str, text: &str, alignment: AlignmentType, stays: bool) -> TableCell {
        for line in lines(text) {
            let paragraph = self.paragraph(style, line).align(alignment);
            cell = cell.add_paragraph(if stays { paragraph.keep_next(true) } else { paragraph });
        }
        cell
    }

    /// A cell with a value somebody typed.
    fn filled(&mut self, cell: TableCell, pair: &KeyValue, missing: &str, stays: bool) -> TableCell {
        let style = if pair.value.is_some() { "TableText" } else { "TableMissing" };
        let paragraphs = pair
            .written
            .iter()
            .flat_map(|written| self.controlled(written, style, missing, false))
            .collect::<Vec<Paragraph>>();
        let laid = paragraphs.into_iter().map(|paragraph| {
            let paragraph = paragraph.align(AlignmentType::Left);
            if stays { paragraph.keep_next(true) } else { paragraph }
        });
        laid.fold(cell, TableCell::add_paragraph)
    }

    fn listed(&self, names: &[&str]) -> String {
        names.join(self.language.words().term_list())
    }

    fn widths(&self, shares: &[u32]) -> Vec<usize> {
        by_share(shares, self.text_width())
    }

    pub fn finish_table(&mut self, rows: Vec<TableRow>, widths: Vec<usize>, style: &str, said: Described) {
        self.tables.push(said);
        let table = Table::without_borders(rows)
            .style(style)
            .set_grid(widths)
            .width(self.text_width(), WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .align(TableAlignmentType::Center);
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        let after = self.blank("AfterTable");
        self.add(after);
    }
}

/// How wide a text is, in Latin characters.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|character| if character < '\u{2e80}' { 1 } else { 2 }).sum()
}

/// A row on one page, unless it is too wide for that to look well.
fn kept(row: TableRow, width: usize) -> TableRow {
    if width <= KEPT_TOGETHER { row.cant_split() } else { row }
}

pub(super) fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

fn shade() -> Shading {
    Shading::new().fill(SHADE)
}

fn aligned(alignment: Alignment) -> AlignmentType {
    match alignment {
        Alignment::Start => AlignmentType::Left,
        Alignment::Centre => AlignmentType::Center,
        Alignment::End => AlignmentType::Right,
    }
}
