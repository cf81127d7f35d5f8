//! The table of what differs between two packs, as a document to be published.

use super::{Call, Failure, files, packs};
use crate::criteria::Pack;
use crate::export;
use std::path::Path;

/// Writes the table; its form follows from the name of the file.
pub(super) fn document(from: &Pack, to: &Pack, source: &Path, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let lineage = packs::lineage(&[source], language)?;
    let ends = |ending: &str| output.extension().is_some_and(|found| found == ending);
    let bytes = if ends("md") {
        export::pack_difference_markdown(from, to, &lineage, language)
    } else if ends("html") {
        export::pack_difference_page(from, to, &lineage, language)
    } else {
        export::pack_difference(from, to, &lineage, language).map_err(|error| Failure(error.sentence(language)))?
    };
    files::write(output, source, &bytes, call)?;
    Ok(String::new())
}
