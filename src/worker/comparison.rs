//! The task `compare`: two assessments compared, as a Word document.

use super::Arguments;
use crate::date::parse_date;
use crate::language::Language;
use crate::report::Compared;

/// Criteria as one file, the two assessments under them, what the first is called or empty, a remark or empty, day or empty.
pub(super) fn compare(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let (before, after) = (arguments.project(1, &pack, language)?, arguments.project(2, &pack, language)?);
    let compared = Compared {
        before: &before.assessment,
        after: &after.assessment,
        name: arguments.text(3),
        note: arguments.text(4),
    };
    crate::export::comparison(&pack, &compared, language, parse_date(arguments.text(5))).map_err(|error| error.sentence(language))
}
