//! Manuscripts out of files: Word documents (.docx, also as WPS and LibreOffice write them) and plain text, with headings as Markdown marks
//! them. What a file is, its first bytes say.

mod lines;
mod marks;
mod numbering;
mod plain;
mod styles;
mod word;

pub use lines::{Line, Mark as PlaceMark, Note, Notes, Proposal, Way, is_prompt};

use super::{Block, Manuscript};
use crate::archive::MAX_BYTES;
use crate::import::{Parts, TableError, decoded};
use crate::language::{Language, codes, fill};

/// The most characters of a manuscript: thirteen times the 30,000 that a report may have.
const MOST_CHARACTERS: usize = 400_000;
/// The most bytes of a document once it is unpacked.
const MOST_UNPACKED: u64 = 50_000_000;

/// Why no manuscript could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManuscriptError {
    /// More bytes, packed or unpacked, or characters than a report has.
    TooLarge,
    /// A document that is broken.
    Unreadable,
    /// A document of the binary kind (.doc, .wps), or one with a password.
    Binary,
    /// A zip file that holds something else, such as a workbook.
    Other,
    /// A text in no encoding that is known.
    Encoding,
    /// Nothing stands in it.
    Empty,
}

impl ManuscriptError {
    /// Every code, for tests.
    pub const CODES: [&'static str; 6] = ["too_large", "unreadable", "binary", "other", "encoding", "empty"];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            ManuscriptError::TooLarge => "too_large",
            ManuscriptError::Unreadable => "unreadable",
            ManuscriptError::Binary => "binary",
            ManuscriptError::Other => "other",
            ManuscriptError::Encoding => "encoding",
            ManuscriptError::Empty => "empty",
        }
    }

    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let characters = MOST_CHARACTERS.to_string();
        fill(language.words().by_code(&codes::MANUSCRIPT, self.code()), &[("characters", &characters)])
    }
}

impl From<TableError> for ManuscriptError {
    fn from(error: TableError) -> ManuscriptError {
        match error {
            TableError::TooLarge => ManuscriptError::TooLarge,
            TableError::Encoding => ManuscriptError::Encoding,
            TableError::Empty => ManuscriptError::Empty,
            TableError::Encrypted | TableError::Binary => ManuscriptError::Binary,
            TableError::Unreadable => ManuscriptError::Unreadable,
        }
    }
}

/// The manuscript of a file: .docx, or text.
pub fn read_manuscript(bytes: &[u8]) -> Result<Manuscript, ManuscriptError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ManuscriptError::TooLarge);
    }
    let read = if bytes.starts_with(b"PK\x03\x04") {
        word::read(&mut Parts::within(bytes, MOST_UNPACKED)?)?.0
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(ManuscriptError::Binary);
    } else {
        plain::read(&decoded(bytes)?)
    };
    match read.characters() {
        0 => Err(ManuscriptError::Empty),
        1..=MOST_CHARACTERS => Ok(read),
        _ => Err(ManuscriptError::TooLarge),
    }
}

/// The lines of a Word document to the letter, with the marks of the kit's places, and the notes beside them.
pub fn read_lines(bytes: &[u8]) -> Result<(Vec<Line>, Notes), ManuscriptError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ManuscriptError::TooLarge);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(ManuscriptError::Binary);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(ManuscriptError::Unreadable);
    }
    let (_, lines, notes) = word::read(&mut Parts::within(bytes, MOST_UNPACKED)?)?;
    let characters = |line: &Line| line.texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    match lines.iter().map(characters).sum::<usize>() {
        0 => Err(ManuscriptError::Empty),
        1..=MOST_CHARACTERS => Ok((lines, notes)),
        _ => Err(ManuscriptError::TooLarge),
    }
}

impl Manuscript {
    fn characters(&self) -> usize {
        self.blocks.iter().map(|block| block.text().chars().count()).sum()
    }

    /// Adds a block that holds something.
    fn push(&mut self, block: Block) {
        if !block.text().trim().is_empty() {
            self.blocks.push(block);
        }
    }
}
