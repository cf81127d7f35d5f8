//! The tasks `split` and `begin`: a report of last time taken apart, and what was chosen of it taken into an assessment.

use super::Arguments;
use crate::archive;
use crate::assessment::Identity;
use crate::criteria::Pack;
use crate::language::Language;
use crate::manuscript::{Manuscript, Piece, Place, figures, read_manuscript, split, taking};
use serde_json::{Value, json};

/// Of criteria as one file, an assessment file and a report; gives JSON text: `pieces`, and `figures`, how many values its tables bring, `conflicts`, how many of them would
/// replace another and stay out, and `refused`.
pub(super) fn told(language: Language, arguments: &Arguments) -> Result<String, String> {
    let (pack, manuscript, pieces) = taken_apart(language, arguments)?;
    let project = arguments.project(1, &pack, language)?;
    let (_, _, plan) = figures(&pack, &project.assessment, &manuscript, &[]);
    let pieces: Vec<Value> = pieces.iter().map(|piece| piece.to_json(&pack, language, &manuscript)).collect();
    let refused = plan.refused.len() + plan.refused_more;
    Ok(json!({ "pieces": pieces, "figures": plan.taken.len(), "conflicts": plan.conflicts.len(), "refused": refused }).to_string())
}

/// Of criteria as one file, an assessment file, a report, the id of a place for each piece (JSON; empty for what is not taken) and 64 random bits as a number; gives the assessment's
/// file with what was chosen behind what stands there.
pub(super) fn begun(language: Language, arguments: &Arguments) -> Result<String, String> {
    let (pack, manuscript, mut pieces) = taken_apart(language, arguments)?;
    let mut project = arguments.project(1, &pack, language)?;
    let chosen: Vec<String> = serde_json::from_str(arguments.text(3)).unwrap_or_default();
    for (at, piece) in pieces.iter_mut().enumerate() {
        piece.place = chosen.get(at).map_or(Place::Nowhere, |id| Place::of_id(&pack, id));
    }
    let drawn = Identity::from_bits(arguments.text(4).parse().unwrap_or_default());
    let action = taking(&pack, &project.assessment, &manuscript, &pieces, &[], drawn);
    project.assessment = action.apply(&project.assessment);
    Ok(archive::write(&project, &pack))
}

fn taken_apart(language: Language, arguments: &Arguments) -> Result<(Pack, Manuscript, Vec<Piece>), String> {
    let pack = arguments.pack(0, language)?;
    let manuscript = read_manuscript(arguments.content(2)).map_err(|error| error.sentence(language))?;
    let pieces = split(&pack, &manuscript);
    Ok((pack, manuscript, pieces))
}
