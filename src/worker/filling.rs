//! The task `fill`: the clean submission in an agency's own template.

use super::Arguments;
use crate::export::{Options, fill_template};
use crate::language::Language;

/// Criteria as one file, assessment file, day, template; gives the document and what is to be told, a line each.
pub(super) fn fill(language: Language, arguments: &Arguments) -> Result<Vec<Vec<u8>>, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let (day, _) = arguments.written(2);
    let filled = fill_template(&project, &pack, &Options::new(language).dated(day), arguments.content(3));
    let (bytes, told) = filled.map_err(|error| error.sentence(language))?;
    Ok(vec![bytes, told.sentences(language).join("\n").into_bytes()])
}
