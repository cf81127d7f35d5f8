//! Going on with a pack that was adapted before, against the same original.

use super::difference::{differences_of, follows_from, structure_places};
use super::draft::{Draft, record};
use super::notes::{Cited, Given, Notes};
use super::wording::Wording;
use crate::criteria::pack::Pack;
use crate::criteria::sources::{Attribution, Status, figures};
use crate::json;
use serde_json::Value;
use std::rc::Rc;

impl Draft {
    /// A draft of `original` that stands where an adapted pack does, with its sources and reasons, so that further
    /// changes are told against the original. None where the pack was not made from that original, or holds something
    /// no edit could have brought about; it can still be copied as a pack of its own ([`Draft::of`]).
    pub fn resume(pack: &Pack, original: &Pack, citation: &Wording) -> Option<Draft> {
        let adapted = pack.structure().adapted.as_ref().filter(|adapted| adapted.from == original.reference())?;
        let begin = Draft::of(original, citation);
        let mut draft = begin.clone();
        let mut structure = pack.content().structure.clone();
        if let Value::Object(members) = &mut structure {
            json::set(members, "adapted", record(original, &[], &[]));
            json::set(members, "version", original.structure().version.as_str().into());
        }
        let mut notes = cited(pack, original, &begin.notes);
        notes.items.clone_from(&adapted.items);
        notes.given = given(pack, original, &structure, &notes.here.source);
        for change in &adapted.changes {
            notes.set_reason(&change.place, &change.why);
        }
        draft.structure = Rc::new(structure);
        draft.texts = Rc::new(pack.content().texts.clone());
        draft.cases = Rc::new(pack.content().cases.clone());
        draft.notes = Rc::new(notes);
        let same = draft.settle(&begin)
            && differences_of(pack.content().view(), draft.view())
                .iter()
                .all(|change| change.place == "version");
        same.then_some(draft)
    }
}

/// The sources the adapted pack has beside those of its original.
fn cited(pack: &Pack, original: &Pack, begin: &Notes) -> Notes {
    let mut notes = begin.clone();
    for source in pack.source_ids().iter().filter(|source| !original.source_ids().contains(source)) {
        let texts: Vec<(&str, &str)> = pack.languages().map(|language| (language, pack.words(language).source(source))).collect();
        let cited = Cited {
            source: source.clone(),
            texts: Wording::new(&texts),
        };
        if source.starts_with("adapted-here") {
            notes.here = cited;
        } else {
            notes.cited.push(cited);
        }
    }
    notes
}

/// What must have been said of figures: every attribution that does not follow from the original and the changes.
fn given(pack: &Pack, original: &Pack, structure: &Value, here: &str) -> Vec<Given> {
    let places = structure_places(&original.content().structure, structure);
    let mut all = Vec::new();
    for figure in figures(pack.structure()) {
        let changed = places.iter().any(|place| follows_from(&figure, place));
        let without_word = Attribution {
            source: here.to_owned(),
            status: Status::Assumed,
            confidence: None,
        };
        let expected = if changed { Some(&without_word) } else { original.attribution(&figure) };
        if let Some(attribution) = pack.attribution(&figure)
            && expected != Some(attribution)
        {
            all.push(Given {
                attribution: attribution.clone(),
                unchanged: !changed,
                figure,
            });
        }
    }
    all
}
