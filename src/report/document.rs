//! A document without a file format: headings, paragraphs and tables in reading order. The screen shows it as a
//! preview, the exporters write it.
//!
//! Texts hold no markup. A line feed inside a cell or a value separates paragraphs; other texts hold none.

use crate::language::Language;

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// Whose document it is; for the file's properties.
    pub author: String,
    pub language: Language,
    /// Stands at the top of every page but the cover.
    pub header: String,
    /// Stands at the bottom of every page but the cover, with `{page}` for the page number.
    pub footer: String,
    pub blocks: Vec<Block>,
}

/// One part of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title page.
    Cover(Cover),
    /// The place of the table of contents: headings of levels 1 to 3.
    Contents {
        title: String,
    },
    /// Levels 1 to 4.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        style: ParagraphStyle,
        text: String,
    },
    Table(Table),
    /// Labels with their values.
    KeyValues(Vec<KeyValue>),
    PageBreak,
}

/// The title page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    pub award: String,
    pub title: String,
    pub organisation: String,
    /// Edition and date, a line each.
    pub lines: Vec<String>,
    /// What must be known before reading.
    pub notes: Vec<String>,
    /// Said loudly; only for a sample.
    pub warning: Option<String>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    Body,
    /// A short title inside the text; stays with what follows.
    Label,
    /// One entry of a list.
    Entry,
    /// A remark on the document itself.
    Note,
    /// Says that something is missing.
    Missing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyValue {
    pub label: String,
    /// None where a required value is missing.
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table holds, for those who cannot see it.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Share of the width, relative to the other columns.
    pub width: u32,
    pub alignment: Alignment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Start,
    Centre,
    /// For figures.
    End,
}

/// A row with a text for every column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub weight: Weight,
    pub cells: Vec<String>,
}

/// How much a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// A subtotal, or the title of the rows below.
    Group,
    Total,
}

impl Document {
    /// All text in reading order, a line for every piece; for searching and for tests.
    pub fn plain_text(&self) -> String {
        let mut lines: Vec<&str> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Cover(cover) => {
                    lines.extend([cover.award.as_str(), &cover.title, &cover.organisation]);
                    lines.extend(cover.lines.iter().chain(&cover.notes).chain(&cover.warning).map(String::as_str));
                }
                Block::Contents { title } => lines.push(title),
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => lines.push(text),
                Block::Table(table) => {
                    lines.extend(table.columns.iter().map(|column| column.title.as_str()));
                    lines.extend(table.rows.iter().flat_map(|row| &row.cells).map(String::as_str));
                }
                Block::KeyValues(pairs) => lines.extend(pairs.iter().flat_map(|pair| [pair.label.as_str(), pair.value.as_deref().unwrap_or_default()])),
                Block::PageBreak => {}
            }
        }
        lines.join("\n")
    }
}
