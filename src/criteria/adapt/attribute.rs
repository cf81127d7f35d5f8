//! Where the figures of a draft come from: what is said of them, and what follows where nothing is said.

use super::difference::{figures_at, follows_from, structure_places};
use super::draft::Draft;
use super::edit::Citation;
use super::notes::Notes;
use super::reach::list;
use crate::criteria::sources::{Attribution, Status, figures, is_below};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Draft {
    /// Notes where the figures come from that follow from a place. A citation without words takes back what was said.
    pub(super) fn attribute(&mut self, place: &str, citation: &Citation, status: Status) {
        let all = self.figures();
        let figures: Vec<&String> = figures_at(&all, place).collect();
        if figures.is_empty() {
            return;
        }
        let original = self.original.clone();
        let changed = structure_places(&original.content().structure, &self.structure);
        let notes = Rc::make_mut(&mut self.notes);
        let source = match citation {
            Citation::Known(source) if self.typed.1.sources.contains(source) => source.clone(),
            Citation::Known(_) => return,
            Citation::Given(wording) if wording.is_blank() => {
                notes.given.retain(|given| !figures.contains(&&given.figure));
                return;
            }
            Citation::Given(wording) => {
                let sources = original.source_ids();
                let languages: Vec<&str> = original.languages().collect();
                match sources
                    .iter()
                    .find(|id| wording.says(&languages, &|language| original.words(language).source(id)))
                {
                    Some(known) => known.clone(),
                    None => notes.source_of(wording, &languages, &figures, &|id| sources.iter().any(|source| source == id)),
                }
            }
        };
        for figure in figures {
            let unchanged = !changed.iter().any(|place| follows_from(figure, place));
            notes.give(figure, &source, status, unchanged);
        }
    }

    /// Gives every figure that is not the original's a source of its own, and every other one that of the original.
    pub(super) fn attribute_changes(&mut self) {
        let original = self.original.clone();
        let places = structure_places(&original.content().structure, &self.structure);
        let by_other: Vec<&String> = places
            .iter()
            .filter(|place| place.starts_with("rule/") || place.starts_with("bonus/"))
            .collect();
        let changed = |figure: &str| places.contains(figure) || by_other.iter().any(|place| follows_from(figure, place));
        let figures = figures(self.structure());
        let there: BTreeSet<&str> = figures.iter().map(String::as_str).collect();
        let mut notes = Notes::clone(&self.notes);
        let stays = |figure: &str| !there.contains(figure) || changed(figure);
        notes.given.retain(|given| given.unchanged || stays(&given.figure));
        notes.tidy();
        let here = || Attribution {
            source: notes.here.source.clone(),
            status: Status::Assumed,
            confidence: None,
        };
        let mut own = BTreeMap::new();
        for figure in &figures {
            if let Some(given) = notes.given(figure) {
                own.insert(figure.as_str(), given.attribution.clone());
            } else if changed(figure) {
                own.insert(figure, here());
            }
        }
        let sources = joined(&original.content().sources, &figures, &there, &own, &notes);
        // Two objects are equal in whatever order their members stand.
        let same = *self.sources == sources && keys(&self.sources).eq(keys(&sources));
        if !same {
            self.sources = Rc::new(sources);
        }
        if *self.notes != notes {
            self.notes = Rc::new(notes);
        }
    }
}

/// The figures and groups of `sources.json`, in order.
fn keys(sources: &Value) -> impl Iterator<Item = &String> {
    let figures = sources.get("figures").and_then(Value::as_object);
    figures.into_iter().flat_map(Map::keys)
}

/// `sources.json` of the original with the entries that are the draft's own, and without those nothing needs.
fn joined(original: &Value, figures: &[String], there: &BTreeSet<&str>, own: &BTreeMap<&str, Attribution>, notes: &Notes) -> Value {
    let none = Map::new();
    let before = original.get("figures").and_then(Value::as_object).unwrap_or(&none);
    let mut entries = Map::new();
    for (key, entry) in before {
        let needed = there.contains(key.as_str()) || figures.iter().any(|figure| is_below(figure, key));
        if needed {
            entries.insert(key.clone(), own.get(key.as_str()).map_or_else(|| entry.clone(), Attribution::to_value));
        }
    }
    let mut cited = BTreeSet::new();
    for figure in figures {
        if let Some(attribution) = own.get(figure.as_str()) {
            cited.insert(attribution.source.as_str());
            entries.entry(figure.as_str()).or_insert_with(|| attribution.to_value());
        }
    }
    let mut sources = list(original, &["sources"]).to_vec();
    for known in std::iter::once(&notes.here).chain(&notes.cited) {
        let listed = sources.iter().any(|source| source.as_str() == Some(&known.source));
        if cited.contains(known.source.as_str()) && !listed {
            sources.push(known.source.as_str().into());
        }
    }
    let mut whole = original.as_object().cloned().unwrap_or_default();
    whole.insert("sources".into(), Value::Array(sources));
    whole.insert("figures".into(), Value::Object(entries));
    Value::Object(whole)
}
