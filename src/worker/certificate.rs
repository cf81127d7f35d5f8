//! The task `certificate`: the certificate of a trainee's record as a Word document.

use super::Arguments;
use crate::archive::read_training;
use crate::language::Language;
use crate::report::say;

/// Criteria as one file, record of a trainee.
pub(super) fn certificate(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let kept = read_training(arguments.text(1).as_bytes()).map_err(|error| say::read_error(language, &error))?;
    crate::export::certificate(&kept, &pack, language).map_err(|error| error.sentence(language))
}
