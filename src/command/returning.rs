//! A draft that was edited in a word processor and comes back.

use super::answers::text;
use super::merging::conflict;
use super::{Call, Failure, files};
use crate::archive::{self, MAX_BYTES, ReadError};
use crate::language::Language;
use crate::merge::{Sides, merge};
use crate::report::say;
use crate::returned::{Reading, read_draft, sides, told};
use serde_json::{Value, json};
use std::path::Path;

/// What a draft would change, as [`told`] says it. Where a place is named the assessment is written with what changed in the draft alone; of what
/// changed on both sides it keeps both versions, and `conflicts` says which, as `merge` does. What belongs nowhere stands in the member `set_aside` then.
pub(super) fn import_draft(file: &Path, draft: &Path, pack: Option<&Path>, output: Option<&Path>, proposed: bool, call: Call<'_>) -> Result<String, Failure> {
    let language: Language = call.language;
    let (project, pack) = files::assessment(file, pack, call)?;
    let bytes = files::whole(draft, MAX_BYTES, language)?;
    let found = read_draft(&pack, &project, &bytes).map_err(|error| files::in_file(draft, &error.sentence(language), language))?;
    let reading = if proposed { Reading::Proposed } else { Reading::Agreed };
    let mut said = told(&pack, &project, &found, reading, language);
    if let Some(output) = output {
        let whose = draft.file_stem().unwrap_or_default().to_string_lossy();
        let failed = |error: ReadError| Failure(say::read_error(language, &error));
        let [base, theirs] = sides(&pack, &project, &found, reading, &whose).map_err(failed)?;
        let merged = merge(&pack, Some(&base), &project, &theirs);
        let names = Sides {
            ours: language.words().departments_ours(),
            theirs: &whose,
        };
        let kept = merged.keeping_both(&pack, names).map_err(failed)?;
        files::write(output, file, archive::write(&kept, &pack).as_bytes(), call)?;
        let conflicts = merged.conflicts.iter().map(|found| {
            let mut told = conflict(found);
            // Of what went out only its hash is known.
            told["base"] = Value::Null;
            told
        });
        said["conflicts"] = conflicts.collect();
    }
    said["written"] = json!(output.is_some());
    Ok(text(said))
}
