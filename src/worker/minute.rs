//! The task `minute`: the minute of a panel as a Word document.

use super::Arguments;
use crate::archive::{ReadError, open_panel};
use crate::language::Language;
use crate::report::say;

/// Criteria as one file, record of the panel, `anonymous` or empty.
pub(super) fn minute(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let unread = |error: ReadError| say::read_error(language, &error);
    let opened = open_panel(arguments.text(1).as_bytes()).map_err(unread)?;
    let record = opened.with_pack(&pack).map_err(unread)?;
    let anonymous = arguments.text(2) == "anonymous";
    crate::export::minute(&record.panel, &pack, language, anonymous).map_err(|error| error.sentence(language))
}
