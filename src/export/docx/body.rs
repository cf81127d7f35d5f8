//! The blocks of a document as paragraphs and tables.

use super::styles::{TEXT_WIDTH, styles};
use super::text::{legal, lines, run};
use crate::language::Language;
use crate::report::{Alignment, Block, Cover, Document, KeyValue, ParagraphStyle, Row, Table as Grid, Weight};
use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, Header, PageMargin, PageNum, Paragraph, Shading, Table, TableAlignmentType, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableOfContents, TableOfContentsItem, TableRow, VAlignType, WidthType,
};

/// Height of a header row in twentieths of a point; [`super::package`] knows header rows by it.
pub(super) const HEADER_ROW_HEIGHT: f32 = 401.0;
/// A row with texts at most so wide is kept on one page; a Chinese character is twice as wide as a Latin one.
const KEPT_TOGETHER: usize = 900;
/// First paragraph id; lower ones are given to the table of contents while it is written.
const FIRST_ID: u32 = 0x1000_0000;
const SHADE: &str = "EDEFF2";

/// The whole document, ready to be written.
pub(super) fn build(document: &Document) -> Docx {
    let chinese = document.language == Language::Zh;
    let mut writer = Writer {
        chinese,
        next_id: FIRST_ID,
        bookmarks: 0,
        break_before: false,
        introduces: false,
        docx: Docx::new().styles(styles(chinese)),
    };
    let header = writer.paragraph("Header", &document.header);
    let footer = writer.footer(&document.footer);
    writer.docx = writer
        .docx
        .page_size(11906, 16838)
        .page_margin(PageMargin {
            top: 1440,
            bottom: 1300,
            left: 1418,
            right: 1418,
            header: 720,
            footer: 640,
            gutter: 0,
        })
        .header(Header::new().add_paragraph(header))
        .footer(Footer::new().add_paragraph(footer))
        .title_pg();
    for (at, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(at + 1);
        let note = |block: Option<&Block>| {
            matches!(
                block,
                Some(Block::Paragraph {
                    style: ParagraphStyle::Note,
                    ..
                })
            )
        };
        writer.introduces = matches!(next, Some(Block::Table(_) | Block::KeyValues(_))) || note(Some(block)) && note(next);
        writer.block(block, document);
    }
    writer.docx
}

struct Writer {
    chinese: bool,
    next_id: u32,
    bookmarks: usize,
    /// The next paragraph begins a page.
    break_before: bool,
    /// The paragraph introduces what follows, a table or another note, and must not be parted from it.
    introduces: bool,
    docx: Docx,
}

impl Writer {
    fn blank(&mut self, style: &str) -> Paragraph {
        let id = self.next_id;
        self.next_id += 1;
        Paragraph::new().id(format!("{id:08X}")).style(style)
    }

    fn paragraph(&mut self, style: &str, text: &str) -> Paragraph {
        let run = run(text, self.chinese);
        self.blank(style).add_run(run)
    }

    fn add(&mut self, paragraph: Paragraph) {
        let begins_page = std::mem::take(&mut self.break_before);
        let paragraph = if begins_page { paragraph.page_break_before(true) } else { paragraph };
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn write(&mut self, style: &str, text: &str) {
        let paragraph = self.paragraph(style, text);
        self.add(paragraph);
    }

    fn block(&mut self, block: &Block, document: &Document) {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Contents { title } => self.contents(title, document),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { style, text } => {
                let style = match style {
                    ParagraphStyle::Body => "BodyText",
                    ParagraphStyle::Label => "Label",
                    ParagraphStyle::Entry => "Entry",
                    ParagraphStyle::Note => "Note",
                    ParagraphStyle::Missing => "Missing",
                };
                let paragraph = self.paragraph(style, text);
                let introduces = self.introduces;
                self.add(if introduces { paragraph.keep_next(true) } else { paragraph });
            }
            Block::Table(grid) => self.table(grid),
            Block::KeyValues(pairs) => self.key_values(pairs, document.language.words().report_not_filled),
            Block::PageBreak => self.break_before = true,
            Block::Chart(_) | Block::Section(_) => {}
        }
    }

    fn footer(&mut self, text: &str) -> Paragraph {
        let (before, after) = text.split_once("{page}").unwrap_or((text, ""));
        let (before, after) = (run(before, self.chinese), run(after, self.chinese));
        self.blank("Footer").add_run(before).add_page_num(PageNum::new()).add_run(after)
    }

    fn cover(&mut self, cover: &Cover) {
        self.write("CoverAward", &cover.award);
        self.write("Title", &cover.title);
        self.write("CoverOrganisation", &cover.organisation);
        for line in &cover.lines {
            self.write("CoverLine", line);
        }
        if let Some(warning) = &cover.warning {
            self.write("CoverWarning", warning);
        }
        for note in &cover.notes {
            self.write("CoverNote", note);
        }
        self.break_before = true;
    }

    /// The field, filled with the headings; the page numbers come when Word updates it, which it is asked to do.
    fn contents(&mut self, title: &str, document: &Document) {
        self.write("ContentsTitle", title);
        let mut contents = TableOfContents::new().heading_styles_range(1, 3).hyperlink().dirty().without_sdt();
        contents.page_ref_placeholder = Some(String::new());
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, text)),
            _ => None,
        });
        for (at, (level, text)) in headings.enumerate().filter(|(_, (level, _))| *level <= 3) {
            // docx-rs escapes the text itself.
            let item = TableOfContentsItem::new().text(legal(text)).level(level.into()).toc_key(bookmark(at + 1));
            contents = contents.add_item(item);
        }
        if !contents.items.is_empty() {
            self.docx = std::mem::take(&mut self.docx).add_table_of_contents(contents);
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.bookmarks += 1;
        let id = self.bookmarks;
        let run = run(text, self.chinese);
        let heading = self.blank(&format!("Heading{}", level.clamp(1, 4)));
        let heading = heading.add_bookmark_start(id, bookmark(id)).add_run(run).add_bookmark_end(id);
        self.add(heading);
    }

    fn table(&mut self, grid: &Grid) {
        let widths = widths(&grid.columns.iter().map(|column| column.width).collect::<Vec<u32>>());
        let mut rows = Vec::with_capacity(grid.rows.len() + 1);
        let titles = grid.columns.iter().zip(&widths).map(|(column, &width)| {
            let paragraph = self.paragraph("TableHeading", &column.title).align(aligned(column.alignment));
            cell(width).shading(shade()).vertical_align(VAlignType::Center).add_paragraph(paragraph)
        });
        let titles = titles.collect::<Vec<TableCell>>();
        rows.push(TableRow::new(titles).cant_split().row_height(HEADER_ROW_HEIGHT));
        rows.extend(grid.rows.iter().map(|row| self.row(row, grid, &widths)));
        self.finish_table(rows, widths);
    }

    fn row(&mut self, row: &Row, grid: &Grid, widths: &[usize]) -> TableRow {
        let style = if row.weight == Weight::Plain { "TableText" } else { "TableHeading" };
        let cells = row.cells.iter().zip(&grid.columns).zip(widths).map(|((text, column), &width)| {
            let mut filled = self.fill(cell(width), style, text, aligned(column.alignment));
            if row.weight != Weight::Plain {
                filled = filled.shading(shade());
            }
            filled
        });
        let cells = cells.collect();
        kept(TableRow::new(cells), row.cells.iter().map(|text| width(text)).sum())
    }

    fn key_values(&mut self, pairs: &[KeyValue], missing: &str) {
        let widths = widths(&[32, 68]);
        let rows = pairs.iter().map(|pair| {
            let label = self.paragraph("TableHeading", &pair.label);
            let label = cell(widths[0]).shading(shade()).add_paragraph(label);
            let value = match &pair.value {
                Some(value) => self.fill(cell(widths[1]), "TableText", value, AlignmentType::Left),
                None => self.fill(cell(widths[1]), "TableMissing", missing, AlignmentType::Left),
            };
            kept(TableRow::new(vec![label, value]), width(pair.value.as_deref().unwrap_or_default()))
        });
        let rows = rows.collect();
        self.finish_table(rows, widths);
    }

    /// A cell with a paragraph for every line of the text.
    fn fill(&mut self, mut cell: TableCell, style: &str, text: &str, alignment: AlignmentType) -> TableCell {
        for line in lines(text) {
            cell = cell.add_paragraph(self.paragraph(style, line).align(alignment));
        }
        cell
    }

    fn finish_table(&mut self, rows: Vec<TableRow>, widths: Vec<usize>) {
        let borders = [
            TableBorderPosition::Top,
            TableBorderPosition::Bottom,
            TableBorderPosition::Left,
            TableBorderPosition::Right,
            TableBorderPosition::InsideH,
            TableBorderPosition::InsideV,
        ];
        let borders = borders.into_iter().fold(TableBorders::with_empty(), |borders, position| {
            borders.set(TableBorder::new(position).border_type(BorderType::Single).size(4).color("8C8C8C"))
        });
        let table = Table::new(rows)
            .set_grid(widths)
            .width(TEXT_WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .align(TableAlignmentType::Center)
            .margins(TableCellMargins::new().margin(20, 85, 20, 85))
            .set_borders(borders);
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        let after = self.blank("AfterTable");
        self.add(after);
    }
}

/// How wide a text is, in Latin characters.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character < '\u{2e80}' { 1 } else { 2 }).sum()
}

/// A row on one page, unless it is too wide for that to look well.
fn kept(row: TableRow, width: usize) -> TableRow {
    if width <= KEPT_TOGETHER { row.cant_split() } else { row }
}

fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}

fn cell(width: usize) -> TableCell {
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

/// Shares of the text width; the last column takes what rounding leaves.
fn widths(shares: &[u32]) -> Vec<usize> {
    let whole = shares.iter().map(|&share| share as usize).sum::<usize>().max(1);
    let mut widths: Vec<usize> = shares.iter().map(|&share| TEXT_WIDTH * share as usize / whole).collect();
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += TEXT_WIDTH - used;
    }
    widths
}
