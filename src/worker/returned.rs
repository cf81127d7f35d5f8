//! The task `return`: a draft that was edited in a word processor, taken apart for merging.

use super::Arguments;
use crate::archive::{self, ReadError};
use crate::language::Language;
use crate::report::say;
use crate::returned::{Reading, read_draft, sides, told};
use serde_json::{Value, json};

/// Of criteria as one file, an assessment file, a Word document and whose it is; gives JSON text: an entry for each reading of the document – as it stands, and
/// where something is only proposed in it with all of that – with `base` and `theirs`, two assessment files, and `told`.
pub(super) fn returned(language: Language, arguments: &Arguments) -> Result<String, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let draft = read_draft(&pack, &project, arguments.content(2)).map_err(|error| error.sentence(language))?;
    let mut readings: Vec<Value> = Vec::new();
    for reading in [Reading::Agreed, Reading::Proposed] {
        let said = told(&pack, &project, &draft, reading, language);
        if reading == Reading::Proposed && said["proposals"] == 0 {
            break;
        }
        let failed = |error: ReadError| say::read_error(language, &error);
        let [base, theirs] = sides(&pack, &project, &draft, reading, arguments.text(3)).map_err(failed)?;
        let [base, theirs] = [base, theirs].map(|side| archive::write(&side, &pack));
        readings.push(json!({ "base": base, "theirs": theirs, "told": said }));
    }
    Ok(Value::from(readings).to_string())
}
