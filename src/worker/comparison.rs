//! The tasks `compare` and `tracked`: two assessments compared as a Word document, and the draft of the second with what changed since the first.

use super::Arguments;
use crate::date::parse_date;
use crate::export::Revision;
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

/// Criteria as one file, the two assessments under them, day or empty.
pub(super) fn tracked(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let [before, after] = [arguments.project(1, &pack, language)?, arguments.project(2, &pack, language)?].map(|project| project.assessment);
    let revision = Revision::new(None, &after, language, parse_date(arguments.text(3)));
    crate::export::tracked(&pack, &before, &after, revision, language).map_err(|error| error.sentence(language))
}
