//! Evidence pinned to a sentence: where a text of a document names an entry of the register, it leads to the row of that entry, and
//! the row to its file where that lies beside the document.

use super::document::{Block, Document};
use crate::assessment::{EvidenceRegister, Manner, NumberIndex};

/// What a document knows of the register.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pinned {
    pub(super) register: EvidenceRegister,
    /// By entry: where its file lies, relative to the document; none where it lies nowhere near. Short of entries: none.
    pub files: Vec<Option<String>>,
}

impl Pinned {
    pub(super) fn of(register: &EvidenceRegister) -> Pinned {
        Pinned {
            register: register.clone(),
            files: Vec::new(),
        }
    }
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'t> {
    Text(&'t str),
    /// Names the entry of a position.
    Entry(&'t str, usize),
}

/// Takes texts apart at what they name.
pub struct Pins<'d> {
    /// None where the document has no row to lead to.
    index: Option<NumberIndex<'d>>,
    files: &'d [Option<String>],
}

impl Pins<'_> {
    /// The pieces of a text, all of it and nothing else.
    pub fn spans<'t>(&self, text: &'t str) -> Vec<Span<'t>> {
        let mut spans = Vec::new();
        let mut done = 0;
        let mentions = self.index.as_ref().map_or_else(Vec::new, |index| index.mentions(text, Manner::Prose));
        for mention in mentions {
            let Some(entry) = mention.entry else { continue };
            if done < mention.place.start {
                spans.push(Span::Text(&text[done..mention.place.start]));
            }
            done = mention.place.end;
            spans.push(Span::Entry(&text[mention.place], entry));
        }
        if done < text.len() || spans.is_empty() {
            spans.push(Span::Text(&text[done..]));
        }
        spans
    }

    /// Where the file of an entry lies.
    pub fn file(&self, entry: usize) -> Option<&str> {
        self.files.get(entry)?.as_deref()
    }
}

/// A name for the row of an entry, the same in every language: `evidence-3` is the third row.
pub fn row_place(entry: usize) -> String {
    ["evidence-", &(entry + 1).to_string()].concat()
}

impl Document {
    /// What takes the texts of this document apart.
    pub fn pins(&self) -> Pins<'_> {
        let has_rows = self.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.entries));
        Pins {
            index: has_rows.then(|| NumberIndex::of(&self.pinned.register)),
            files: &self.pinned.files,
        }
    }
}
