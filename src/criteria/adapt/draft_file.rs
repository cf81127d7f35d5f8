//! A draft as one file, to be kept while it is being worked on, also with faults. It holds its original too, so that
//! what was changed can be told whatever has become of that pack since.

use super::draft::Draft;
use super::notes::Notes;
use crate::criteria::fault::{Fault, FaultCode};
use crate::criteria::pack::Pack;
use crate::criteria::pack_file::{put_content, take_content};
use crate::json::{self, Absent, ToJson};
use serde_json::{Map, Value};
use std::rc::Rc;

const FORMAT: &str = "award-kit.pack-draft";

/// The name faults give to the file.
const NAME: &str = "draft";

impl Draft {
    /// The draft as JSON on one line. Reading it again and writing it gives the same bytes.
    pub fn write(&self) -> String {
        let mut file = Map::new();
        json::set(&mut file, "format", FORMAT.into());
        json::set(&mut file, "version", "1.1".into());
        put_content(&mut file, self.view());
        json::set(&mut file, "notes", self.notes.to_json());
        let mut original = Map::new();
        put_content(&mut original, self.original.content().view());
        json::set(&mut file, "original", Value::Object(original));
        Value::Object(file).to_string()
    }

    /// Reads a draft that was written. Only its original is checked; the draft may have faults of its own.
    pub fn read(text: &str) -> Result<Draft, Vec<Fault>> {
        let single = |code| vec![Fault::new(code, NAME, "")];
        let parsed = json::parse(text).map_err(|at| {
            let mut faults = single(FaultCode::NotJson);
            faults[0].given = [at.line.to_string(), at.column.to_string()].join(":");
            faults
        })?;
        let Value::Object(mut file) = parsed.value else {
            return Err(single(FaultCode::UnknownFormat));
        };
        if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(single(FaultCode::UnknownFormat));
        }
        let Some(Value::Object(mut original)) = file.remove("original") else {
            return Err(single(FaultCode::FileMissing));
        };
        let original = Pack::from_kept(take_content(&mut original))?;
        let notes = json::typed::<Notes>(&file.remove("notes").unwrap_or_default(), Absent::Default);
        let notes = notes.content.ok_or_else(|| single(FaultCode::WrongKind))?;
        let content = take_content(&mut file);
        let mut draft = Draft {
            typed: (Rc::new(original.structure().clone()), Rc::new(original.sources().clone())),
            original: Rc::new(original),
            structure: Rc::new(content.structure),
            sources: Rc::new(content.sources),
            texts: Rc::new(content.texts),
            cases: Rc::new(content.cases),
            filled: Rc::default(),
            notes: Rc::new(notes),
        };
        let mut faults = Vec::new();
        let readable = [draft.read_structure(&mut faults), draft.read_sources(&mut faults)];
        draft.fill_texts();
        if readable == [true; 2] && faults.is_empty() { Ok(draft) } else { Err(faults) }
    }
}
