//! The task `minute`: the minute of a panel as a Word document.

use super::Arguments;
use crate::archive::ReadError;
use crate::language::Language;
use crate::report::say;

/// Criteria as one file, record of the panel, `anonymous` or empty.
pub(super) fn minute(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let record = arguments
        .panel(1, &pack, language)?
        .ok_or_else(|| say::read_error(language, &ReadError::Empty))?;
    crate::export::minute(&record.panel, &pack, language, arguments.is_anonymous(2)).map_err(|error| error.sentence(language))
}
