//! Last time's report as a start: what a document holds, and where each piece of it belongs.

use super::answers::text;
use super::chance::drawn;
use super::{Call, Failure, files, packs, tables};
use crate::archive::{self, MAX_BYTES, Project};
use crate::criteria::{DEFAULT_PACK, Pack};
use crate::manuscript::{Certainty, Piece, Place, figures, read_manuscript, split, taking};
use serde_json::{Value, json};
use std::path::Path;

/// Takes a report apart: `pieces` in reading order, each with `place` (the id of an item, `overview` or null), `number` and `name` of the place,
/// `certain`, `heading`, `characters`, `tables` (a count), `taken` (whether it stands in the new file) and its `text`; `figures` as `import` tells them;
/// `characters` of all, and `contents`, the lines of tables of contents that were left out. Where a place is named an assessment is written with what is certain,
/// and with `likely` also what is only likely. Figures beside which no unit stands are in that of `units`.
pub(super) fn split_report(
    report: &Path,
    pack: Option<&Path>,
    output: Option<&Path>,
    likely: bool,
    units: &[String],
    call: Call<'_>,
) -> Result<String, Failure> {
    let language = call.language;
    tables::known_units(units, language)?;
    let pack: Pack = packs::pack(pack.unwrap_or(Path::new(DEFAULT_PACK)), language)?;
    let bytes = files::whole(report, MAX_BYTES, language)?;
    let manuscript = read_manuscript(&bytes).map_err(|error| files::in_file(report, &error.sentence(language), language))?;
    let pieces = split(&pack, &manuscript);
    let is_taken = |piece: &&Piece| piece.place != Place::Nowhere && (likely || piece.certainty == Certainty::Certain);
    let mut project = Project::blank(&pack);
    let (book, mappings, plan) = figures(&pack, &project.assessment, &manuscript, units);
    let told_figures = tables::told(&pack, &project, &book, &plan, &mappings, language);
    if let Some(output) = output {
        let action = taking(&pack, &project.assessment, &manuscript, pieces.iter().filter(is_taken), units, drawn());
        project.assessment = action.apply(&project.assessment);
        files::write(output, report, archive::write(&project, &pack).as_bytes(), call)?;
    }
    let told = pieces.iter().map(|piece| {
        let mut told = piece.to_json(&pack, language, &manuscript);
        told["taken"] = json!(output.is_some() && is_taken(&piece));
        told
    });
    Ok(text(json!({
        "pack": pack.reference().key(),
        "pieces": told.collect::<Vec<Value>>(),
        "figures": told_figures,
        "characters": manuscript.blocks.iter().map(|block| block.text().chars().count()).sum::<usize>(),
        "contents": manuscript.contents,
    })))
}
