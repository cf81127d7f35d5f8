//! The tasks `template` and `table`: the workbook in which figures are collected, and a file read into tables.

use super::Arguments;
use crate::assessment::Window;
use crate::export::{self, ExportError};
use crate::import::read_book;
use crate::language::Language;

/// Of criteria as one file, an assessment file, the first year and the number of years.
pub(super) fn template(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let (first, count) = (arguments.text(2).parse().ok(), arguments.text(3).parse().ok());
    let window = first.zip(count).and_then(|(first, count)| Window::new(first, count));
    let window = window.ok_or_else(|| ExportError::Unavailable.sentence(language))?;
    export::template(&pack, &project.assessment, language, window).map_err(|error| error.sentence(language))
}

/// Of the bytes of a file; gives the book as JSON text.
pub(super) fn table(language: Language, arguments: &Arguments) -> Result<String, String> {
    let book = read_book(arguments.bytes(0)).map_err(|error| error.sentence(language))?;
    Ok(book.to_json())
}
