//! The tasks `minute` and `visits`: the minute of a panel and its site-visit list as Word documents.

use super::Arguments;
use crate::archive::ReadError;
use crate::language::Language;
use crate::report::say;

/// Criteria as one file, record of the panel, `anonymous` or empty; the minute.
pub(super) fn minute(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let record = arguments
        .panel(1, &pack, language)?
        .ok_or_else(|| say::read_error(language, &ReadError::Empty))?;
    crate::export::minute(&record.panel, &pack, language, arguments.is_anonymous(2)).map_err(|error| error.sentence(language))
}

/// Criteria as one file, record of the panel; the site-visit list.
pub(super) fn visits(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let record = arguments
        .panel(1, &pack, language)?
        .ok_or_else(|| say::read_error(language, &ReadError::Empty))?;
    crate::export::visits(&record.panel, &pack, language).map_err(|error| error.sentence(language))
}
