//! A document without a file format: headings, paragraphs, tables and charts in reading order. The screen shows it as a
//! preview, the exporters write it.
//!
//! Texts hold no markup. A line feed inside a cell or a value separates paragraphs; other texts hold none.

use super::caption::{Caption, CaptionKind, Piece};
use super::chart::Chart;
use super::pinned::Pinned;
use super::section::Section;
use super::written::Written;
use crate::language::Language;

/// Headings up to which a part alone needs no table of contents.
const SHORT: usize = 12;

/// A finished document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub title: String,
    /// Whose document it is; for the file's properties.
    pub author: String,
    pub language: Language,
    /// Stands at the top of every page but the cover.
    pub header: String,
    /// Stands at the bottom of every page but the cover, with `{page}` for the page number.
    pub footer: String,
    /// Stands behind the page number, whatever a layout makes of that; empty for nothing.
    pub mark: String,
    pub blocks: Vec<Block>,
    /// The register whose rows its texts lead to, where it has them.
    pub pinned: Pinned,
}

/// One part of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A part of the submission begins and goes on to the next mark; shows nothing itself.
    Section(Section),
    /// The title page.
    Cover(Cover),
    /// The place of the table of contents: headings of levels 1 to 3.
    Contents {
        title: String,
    },
    /// The place of the list of tables or of figures.
    Captions {
        kind: CaptionKind,
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
    /// The blocks that follow show a text somebody typed; shows nothing itself, but where a person can write on.
    Written {
        written: Written,
        /// How many blocks those are: the text's paragraphs, or one that says that it is missing.
        covers: usize,
        /// What is asked for, where nothing of it is shown: an empty text that a document may offer to write.
        label: Option<String>,
    },
    /// A sentence that refers to tables and figures.
    References(Vec<Piece>),
    Table(Table),
    Chart(Chart),
    /// Labels with their values.
    KeyValues(Vec<KeyValue>),
    /// Lines of a form: a label with what is filled in, or with room for a hand, a signature or a seal.
    Lines(Vec<KeyValue>),
    PageBreak,
    /// From here on pages stand or lie on their side; begins a new one.
    Turn(Orientation),
}

/// How pages are laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    /// For tables with more beside each other than a standing page has room for.
    Landscape,
}

/// The title page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    pub award: String,
    pub title: String,
    pub organisation: String,
    /// Edition and date, a line each.
    pub lines: Vec<String>,
    /// Lines of a form, with room where there is no value.
    pub form: Vec<KeyValue>,
    /// What must be known before reading.
    pub notes: Vec<String>,
    /// Said loudly; only for a sample.
    pub warning: Option<String>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    Body,
    /// The title of a page of its own, which is not in the contents.
    Title,
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
    /// Where a person typed the value.
    pub written: Option<Written>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: Caption,
    /// Its rows are the entries of the evidence register, in their order.
    pub entries: bool,
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
    /// The cover and one part of the submission, or all of it. A short part goes without a table of contents.
    pub(super) fn only(mut self, section: Option<Section>) -> Document {
        let Some(section) = section else { return self };
        let mut within = None;
        self.blocks.retain(|block| {
            if let Block::Section(begins) = block {
                within = Some(*begins);
            }
            within.is_none_or(|within| within == section)
        });
        let headings = self
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Heading { level, .. } if *level <= 3))
            .count();
        if headings <= SHORT {
            self.blocks.retain(|block| !matches!(block, Block::Contents { .. } | Block::Captions { .. }));
        }
        self
    }

    /// The captions of one kind, in reading order.
    pub fn captions(&self, kind: CaptionKind) -> impl Iterator<Item = &Caption> {
        let all = self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(&table.caption),
            Block::Chart(chart) => Some(&chart.caption),
            _ => None,
        });
        all.filter(move |caption| caption.label.kind == kind)
    }

    /// All text in reading order, a line for every piece; for searching and for tests.
    pub fn plain_text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Cover(cover) => {
                    lines.extend([cover.award.clone(), cover.title.clone(), cover.organisation.clone()]);
                    lines.extend(cover.lines.iter().chain(&cover.notes).chain(&cover.warning).cloned());
                    lines.extend(said(&cover.form));
                }
                Block::Contents { title } | Block::Captions { title, .. } => lines.push(title.clone()),
                Block::References(pieces) => lines.push(pieces.iter().map(|piece| piece.told(self.language)).collect()),
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => lines.push(text.clone()),
                Block::Table(table) => self.table_text(table, &mut lines),
                Block::Chart(chart) => {
                    self.table_text(&chart.table(), &mut lines);
                    lines.push(chart.description.clone());
                }
                Block::KeyValues(pairs) | Block::Lines(pairs) => lines.extend(said(pairs)),
                Block::Section(_) | Block::Written { .. } | Block::PageBreak | Block::Turn(_) => {}
            }
        }
        lines.join("\n")
    }

    fn table_text(&self, table: &Table, lines: &mut Vec<String>) {
        lines.push(table.caption.told(self.language));
        lines.extend(table.columns.iter().map(|column| column.title.clone()));
        lines.extend(table.rows.iter().flat_map(|row| &row.cells).cloned());
    }
}

fn said(pairs: &[KeyValue]) -> impl Iterator<Item = String> {
    pairs.iter().flat_map(|pair| [pair.label.clone(), pair.value.clone().unwrap_or_default()])
}
