//! What differs between two packs, told as places with the old and the new value.
//!
//! Complete: where nothing is told, the content hashes are equal but for the record of adaptation. What has no name is
//! told as `other/…`. Works on JSON, so that packs with faults can be compared too. Why something was changed is not
//! known here.

mod places;
mod sources;
mod structure;
mod texts;

pub use places::place_kinds;
pub(super) use sources::{figures_at, follows_from};

use crate::criteria::content::{PackContent, PackView};
use crate::criteria::sources::{Sources, figures};
use crate::criteria::structure::{Change, Structure};
use crate::criteria::texts::required;
use crate::json::{self, Absent};
use serde_json::Value;
use std::collections::BTreeSet;

/// Every difference between two packs, in the order of the pack: figures and structure, then sources, then texts. A
/// change names the source of the new figure; `why` is empty.
pub fn differences(from: &PackContent, to: &PackContent) -> Vec<Change> {
    differences_of(from.view(), to.view())
}

/// [`differences`] of packs that are only looked at.
pub fn differences_of(from: PackView<'_>, to: PackView<'_>) -> Vec<Change> {
    let read = |view: PackView<'_>| {
        let structure = json::typed::<Structure>(view.structure, Absent::Wrong).content;
        (structure, json::typed::<Sources>(view.sources, Absent::Wrong).content)
    };
    let (old, new) = (read(from), read(to));
    differences_between(&Side::new(from, old.0.as_ref(), old.1.as_ref()), &Side::new(to, new.0.as_ref(), new.1.as_ref()))
}

/// [`differences`] of packs that have been read.
pub(super) fn differences_between(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let (from, to) = (old.view, new.view);
    let mut changes = Vec::new();
    structure::compare(from.structure, to.structure, &mut changes);
    sources::compare(old, new, &mut changes);
    texts::compare(old, new, &mut changes);
    new.cite(&mut changes);
    if changes.is_empty()
        && let Some(file) = written_otherwise(from, to)
    {
        changes.push(Change {
            place: ["other/", &file].concat(),
            ..Change::default()
        });
    }
    changes
}

/// The places of `pack.json` alone that differ.
pub(super) fn structure_places(from: &Value, to: &Value) -> BTreeSet<String> {
    let mut changes = Vec::new();
    structure::compare(from, to, &mut changes);
    changes.into_iter().map(|change| change.place).collect()
}

/// One of the two packs, with what could be read of it.
pub(super) struct Side<'a> {
    view: PackView<'a>,
    sources: Option<&'a Sources>,
    figures: Vec<String>,
    /// Text ids it must have.
    required: BTreeSet<String>,
}

impl<'a> Side<'a> {
    /// A pack and what its files say; none where that cannot be read.
    pub fn new(view: PackView<'a>, structure: Option<&Structure>, sources: Option<&'a Sources>) -> Side<'a> {
        let required = match (structure, sources) {
            (Some(structure), Some(sources)) => required(structure, sources).into_iter().collect(),
            _ => BTreeSet::new(),
        };
        Side {
            view,
            figures: structure.map(figures).unwrap_or_default(),
            sources,
            required,
        }
    }

    /// The attribution that stands behind each of some changes.
    fn cite(&self, changes: &mut [Change]) {
        let Some(sources) = self.sources else { return };
        let known: BTreeSet<&str> = self.figures.iter().map(String::as_str).collect();
        for change in changes {
            let place = change.place.as_str();
            let by_other = ["rule/", "bonus/", "source/"].iter().any(|kind| place.starts_with(kind));
            let figure = if by_other {
                figures_at(&self.figures, place).next().map(String::as_str)
            } else {
                known.get(place).copied()
            };
            if let Some(found) = figure.and_then(|figure| sources.of(figure)) {
                change.source = found.source.clone();
            }
        }
    }
}

/// The first file that is written otherwise though nothing in it has another meaning, such as another order of texts.
fn written_otherwise(from: PackView<'_>, to: PackView<'_>) -> Option<String> {
    let alone = |structure: &Value| match structure {
        Value::Object(members) => {
            let mut members = members.clone();
            members.shift_remove("adapted");
            Value::Object(members).to_string()
        }
        odd => odd.to_string(),
    };
    let texts = |view: PackView<'_>| {
        view.texts
            .iter()
            .map(|(tag, texts)| [tag, "\n", &texts.to_string(), "\n"].concat())
            .collect::<String>()
    };
    if alone(from.structure) != alone(to.structure) {
        Some("pack.json".into())
    } else if alone(from.sources) != alone(to.sources) {
        Some("sources.json".into())
    } else {
        (texts(from) != texts(to)).then(|| "text.json".into())
    }
}
