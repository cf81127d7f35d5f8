//! What a report that was written elsewhere holds: paragraphs and tables in reading order, and where each piece of it belongs in the
//! criteria.
//!
//! [`read_manuscript`] takes a Word document or plain text apart, [`split`] proposes a place for each piece: an item, the overview of the
//! organisation, or none. Every piece has exactly one place, so that nothing is lost, and what is not certain says so.

mod heading;
mod likeness;
#[cfg(feature = "documents")]
mod reading;
mod sequence;
mod split;
mod taking;
mod titles;
mod told;

#[cfg(feature = "documents")]
pub use reading::{Line, ManuscriptError, Note, Notes, PlaceMark, Proposal, Way, is_prompt, read_lines, read_manuscript};
pub use split::{Certainty, MOST_PIECES, Piece, Place, split};
pub use taking::{figures, taking};

/// A text document, without its looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manuscript {
    pub blocks: Vec<Block>,
    /// Paragraphs of tables of contents, which are no text of their own and are left out.
    pub contents: usize,
}

/// One paragraph or table, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(Paragraph),
    /// Rows of cells; a cell that goes over several columns stands in the first of them.
    Table(Vec<Vec<String>>),
}

/// A paragraph that is not blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// With the number or mark that a word processor puts before it.
    pub text: String,
    /// 1 for the highest heading to 9, as the document's own styles say; none for text.
    pub level: Option<u8>,
    /// All of it is bold.
    pub bold: bool,
}

impl Block {
    /// Its text; the cells of a row are parted by tabs.
    pub fn text(&self) -> String {
        match self {
            Block::Paragraph(paragraph) => paragraph.text.clone(),
            Block::Table(rows) => rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"),
        }
    }
}
