//! The task `pack-difference`: what differs between two packs, as a document to be published.

use super::Arguments;
use crate::criteria::Lineage;
use crate::export;
use crate::language::Language;

/// `docx` or `html`, and the two packs each as one file. Which items have become which is told by the second itself.
pub(super) fn difference(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let (from, to) = (arguments.pack(1, language)?, arguments.pack(2, language)?);
    let lineage = Lineage::default();
    match arguments.text(0) {
        "html" => Ok(export::pack_difference_page(&from, &to, &lineage, language)),
        _ => export::pack_difference(&from, &to, &lineage, language).map_err(|error| error.sentence(language)),
    }
}
