//! Tables out of files: workbooks and delimited text. What a file is, its first bytes say, not its name.
//!
//! Everything has a limit, because a file can say that it is small and be large: see [`TableError::TooLarge`].

mod apart;
mod apart_html;
mod biff;
mod biff_text;
mod cells;
mod compound;
mod delimited;
mod encoding;
mod format;
mod hidden_html;
mod html;
mod markup;
mod ods;
mod parts;
mod xls;
mod xlsx;
mod xml_2003;

pub(crate) use apart::Apart;
pub(crate) use encoding::decoded;
pub(crate) use markup::{Mark, Markup, Tag};
pub(crate) use parts::Parts;

use super::table::{Book, HIDDEN_LISTS};
use crate::archive::MAX_BYTES;
use crate::language::{Language, codes, fill};

/// The most rows of a table.
const MOST_ROWS: usize = 20_000;
/// The most columns of a table.
const MOST_COLUMNS: usize = 400;
/// The most cells of all tables that hold something.
const MOST_CELLS: usize = 400_000;
/// The most texts that the cells of a workbook share.
const MOST_STRINGS: usize = 1_000_000;
/// The most bytes of a workbook once it is unpacked.
const MOST_UNPACKED: u64 = 100_000_000;

/// Why no table could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// More bytes, packed or unpacked, rows, columns or cells than a table of indicators has.
    TooLarge,
    /// A workbook that is broken, or of a kind that is not read.
    Unreadable,
    Encrypted,
    /// A workbook of a binary kind that is not read, .xlsb.
    Binary,
    /// A text in no encoding that is known.
    Encoding,
    /// Nothing stands in it.
    Empty,
}

impl TableError {
    /// Every code, for tests.
    pub const CODES: [&'static str; 6] = [
        "table_too_large",
        "table_unreadable",
        "table_encrypted",
        "table_binary",
        "table_encoding",
        "table_empty",
    ];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            TableError::TooLarge => "table_too_large",
            TableError::Unreadable => "table_unreadable",
            TableError::Encrypted => "table_encrypted",
            TableError::Binary => "table_binary",
            TableError::Encoding => "table_encoding",
            TableError::Empty => "table_empty",
        }
    }
    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let (rows, columns) = (MOST_ROWS.to_string(), MOST_COLUMNS.to_string());
        let values = [("rows", rows.as_str()), ("columns", &columns)];
        fill(language.words().by_code(&codes::ERROR, self.code()), &values)
    }
}

/// How files begin that hold no table that is read, though some of them can be taken for a text: PDF, rich text, pictures, packed files, and web pages
/// saved in one file with their pictures.
const OTHER_KINDS: [&[u8]; 10] = [
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MIME-Version:",
    b"SQLite format",
];

/// The tables of a file: .xlsx, .xlsm, .xls, also in XML or as a web page, .ods, or delimited text. Hidden sheets are not read.
pub fn read_book(bytes: &[u8]) -> Result<Book, TableError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    let mut book = if bytes.starts_with(b"PK\x03\x04") {
        let mut parts = Parts::within(bytes, MOST_UNPACKED)?;
        // LibreOffice since 24.2 locks a spreadsheet as a whole: there is no content beside the package then.
        if parts.has("content.xml") || parts.has("encrypted-package") {
            ods::read(&mut parts)?
        } else {
            xlsx::read(&mut parts)?
        }
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        xls::read(bytes)?
    } else if OTHER_KINDS.iter().any(|begin| bytes.starts_with(begin)) {
        return Err(TableError::Unreadable);
    } else {
        text(&decoded(bytes)?)?
    };
    // What the kit hides itself holds no figures.
    book.hidden.retain(|name| name != HIDDEN_LISTS);
    let within = |table: &super::Table| table.rows.len() <= MOST_ROWS && table.width() <= MOST_COLUMNS;
    let cells: usize = book.tables.iter().flat_map(|table| &table.rows).map(Vec::len).sum();
    if !book.tables.iter().all(within) || cells > 4 * MOST_CELLS {
        return Err(TableError::TooLarge);
    }
    if cells == 0 { Err(TableError::Empty) } else { Ok(book.arranged()) }
}

/// A text: a workbook in XML, the tables of a web page, or delimited.
fn text(text: &str) -> Result<Book, TableError> {
    let start = text.trim_start_matches(|mark: char| mark.is_whitespace() || mark == '\u{feff}');
    if start.starts_with('<') {
        let head: String = start.chars().take(10_000).flat_map(char::to_lowercase).collect();
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("workbook") && !head.contains("<html") {
            return xml_2003::read(text);
        }
        if head.contains("<office:document") {
            return ods::of_text(text);
        }
        if head.contains("<table") || start.to_lowercase().contains("<table") {
            return html::read(text);
        }
    }
    delimited::delimited(text)
}
