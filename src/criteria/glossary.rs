//! The field's terms side by side in two languages, shared by all packs: `criteria/glossary.json`.

use crate::json::{self, Absent, FromJson, Place, from_members};

/// A term of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub id: String,
    pub zh: String,
    pub en: String,
}

from_members! { Term { id, zh, en } }

struct GlossaryFile {
    terms: Vec<Term>,
}

impl FromJson for GlossaryFile {
    fn from_json(place: Place<'_>) -> GlossaryFile {
        let mut file = place.object();
        file.place("format");
        file.place("version");
        GlossaryFile { terms: file.member("terms") }
    }
}

/// Reads a glossary; none where the text is not one.
pub fn read_glossary(text: &str) -> Option<Vec<Term>> {
    let parsed = json::parse(text).ok()?;
    let file = json::typed::<GlossaryFile>(&parsed.value, Absent::Wrong).content?;
    Some(file.terms)
}
