//! The parts of a workbook or document that is a zip file, as texts, and no more of them than there may be. What the file says of its parts' sizes is not
//! believed.

use super::TableError;
use super::encoding::decoded;
use std::io::{Cursor, Read};

pub(crate) struct Parts<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Parts<'a> {
    /// Of which at most so many bytes are unpacked in all.
    pub(crate) fn within(bytes: &'a [u8], most: u64) -> Result<Parts<'a>, TableError> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Unreadable)?;
        Ok(Parts { archive, left: most })
    }

    /// Where a part lies, whatever its letters' case and strokes.
    fn index(&self, name: &str) -> Option<usize> {
        let plain = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_lowercase();
        let name = plain(name);
        (0..self.archive.len()).find(|at| self.archive.name_for_index(*at).is_some_and(|known| plain(known) == name))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// A part as text, also where it is in UTF-16; none where it is not there.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, TableError> {
        let Some(at) = self.index(name) else { return Ok(None) };
        let part = self.archive.by_index(at).map_err(|_| TableError::Unreadable)?;
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| TableError::Unreadable)?;
        self.left = self.left.checked_sub(read as u64).ok_or(TableError::TooLarge)?;
        match String::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Ok(Some(text)),
            Ok(text) => decoded(text.as_bytes()).map(Some),
            Err(error) => decoded(error.as_bytes()).map(Some),
        }
    }
}
