//! The kit's own words in a document, so that they are told from what a person writes into it: each heading, sentence and row of a table by a
//! short hash, without what a person typed at a marked place.

use super::caption::{CaptionKind, Piece};
use super::document::{Block, Document, KeyValue};
use super::written::carried;
use crate::assessment::sha256;
use std::collections::BTreeSet;

/// A line as it is known: the first four bytes of the SHA-256 of its characters without white space. Of 3,000 known lines another one is taken for one of
/// them once in 1.4 million times.
pub fn word(line: &str) -> Option<[u8; 4]> {
    let plain: String = carried(line).chars().filter(|sign| !sign.is_whitespace()).collect();
    let hash = sha256(plain.as_bytes());
    let byte = |at: usize| u8::from_str_radix(hash.get(at * 2..at * 2 + 2)?, 16).ok();
    let bytes = [byte(0)?, byte(1)?, byte(2)?, byte(3)?];
    (!plain.is_empty()).then_some(bytes)
}

impl Document {
    /// All lines of the kit's own: paragraphs and headings each, and the cells of a row together.
    pub fn own_words(&self) -> BTreeSet<[u8; 4]> {
        let words = self.language.words();
        let mut lines: Vec<String> = vec![words.report_not_filled().to_owned(), words.report_write_here().to_owned()];
        let mut blocks = self.blocks.iter();
        while let Some(block) = blocks.next() {
            match block {
                Block::Written { covers, label, .. } => {
                    lines.extend(label.clone());
                    if *covers > 0 {
                        blocks.nth(covers - 1);
                    }
                }
                Block::Cover(cover) => {
                    lines.extend([cover.award.clone(), cover.title.clone(), cover.organisation.clone()]);
                    lines.extend(cover.lines.iter().chain(&cover.notes).chain(&cover.warning).cloned());
                }
                Block::Contents { title } | Block::Captions { title, .. } => lines.push(title.clone()),
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => lines.push(text.clone()),
                Block::References(pieces) => lines.push(pieces.iter().map(|piece: &Piece| piece.told(self.language)).collect()),
                Block::Table(table) => {
                    lines.push(table.columns.iter().map(|column| &*column.title).collect());
                    lines.extend(table.rows.iter().map(|row| row.cells.concat()));
                }
                Block::KeyValues(pairs) | Block::Lines(pairs) => lines.extend(pairs.iter().map(|pair| row(pair, words.report_not_filled()))),
                Block::Chart(_) | Block::Section(_) | Block::PageBreak | Block::Turn(_) => {}
            }
        }
        for kind in [CaptionKind::Table, CaptionKind::Figure] {
            lines.extend(self.captions(kind).map(|caption| caption.told(self.language)));
        }
        lines.iter().filter_map(|line| word(line)).collect()
    }
}

/// A label with its value, unless a person typed that.
fn row(pair: &KeyValue, missing: &str) -> String {
    let value = if pair.written.is_some() {
        ""
    } else {
        pair.value.as_deref().unwrap_or(missing)
    };
    [&pair.label, value].concat()
}
