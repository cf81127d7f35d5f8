//! Workbooks of the older binary kind, .xls, and what else lies in files of that kind.

use super::super::table::Book;
use super::TableError;
use super::biff;
use super::compound::Compound;

/// A workbook of the older binary kind, .xls; an encrypted one of the newer kind is told as such.
pub(super) fn read(bytes: &[u8]) -> Result<Book, TableError> {
    let file = Compound::new(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    biff::read(&stream.ok_or(TableError::Unreadable)?)
}
