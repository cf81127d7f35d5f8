//! The tasks `pack-difference` and `pack-publish`: what differs between two packs, as a document to be published, and a pack as the
//! files its host publishes it by.

use super::Arguments;
use crate::criteria::{Index, Lineage};
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

/// What a host offers that has the kit as it comes.
const OF_KIT: &str = include_str!("../../criteria/index.json");

/// The pack as one file, the index of the host as it is now, and `default` where the pack is to be that. Where no index can be read, as
/// in a page without a host, it is the kit's own, so that no pack that lies there is dropped.
pub(super) fn publish(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let index = Index::salvaged(arguments.text(1))
        .0
        .or_else(|| Index::sound(OF_KIT))
        .unwrap_or_else(Index::of_kit);
    export::publication(&pack, index, arguments.text(2) == "default").map_err(|error| error.sentence(language))
}
