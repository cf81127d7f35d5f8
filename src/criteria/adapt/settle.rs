//! What follows from an edit: categories' points, sources of changed figures, and texts for what there is.
//!
//! Sources and the list of texts are made anew from the original and from what was given, so a change that is taken back
//! leaves nothing behind.

use super::draft::Draft;
use super::notes::Notes;
use super::reach::{id_of, list, reach_mut};
use super::succession::redirected;
use crate::criteria::indicator::fitting;
use crate::criteria::texts::required;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::rc::Rc;

impl Draft {
    /// Sees to what follows from an edit of `before`; false where the draft could not be read again.
    pub(super) fn settle(&mut self, before: &Draft) -> bool {
        let mut faults = Vec::new();
        let mut readable = true;
        if !Rc::ptr_eq(&self.structure, &before.structure) {
            self.add_up();
            self.keep_indicators();
            readable = self.read_structure(&mut faults);
        }
        if readable {
            self.attribute_changes();
        }
        if !Rc::ptr_eq(&self.sources, &before.sources) {
            readable &= self.read_sources(&mut faults);
        }
        if readable {
            self.keep_texts();
        }
        if !Rc::ptr_eq(&self.structure, &before.structure) || !Rc::ptr_eq(&self.texts, &before.texts) {
            self.fill_texts();
        }
        readable
    }

    /// A category's points are those of its items without the bonus items.
    fn add_up(&mut self) {
        let mut sums = Vec::new();
        for category in list(&self.structure, &["categories"]) {
            let mut sum = 0_u32;
            for item in list(category, &["items"]) {
                let counts = item.get("bonus") != Some(&Value::Bool(true));
                let points = item.get("points").and_then(Value::as_u64).unwrap_or_default();
                sum = sum.saturating_add(if counts { u32::try_from(points).unwrap_or(u32::MAX) } else { 0 });
            }
            if category.get("points").and_then(Value::as_u64) != Some(sum.into()) {
                sums.push((id_of(category).unwrap_or_default().to_owned(), sum));
            }
        }
        for (category, sum) in sums {
            if let Some(Value::Object(category)) = reach_mut(Rc::make_mut(&mut self.structure), &["categories", &category]) {
                category.insert("points".into(), sum.into());
            }
        }
    }

    /// Keeps the indicators of the items that are there; those of an item that came back are the original's.
    fn keep_indicators(&mut self) {
        let pack = self.original.clone();
        let original = |name: &str| pack.content().structure.get(name).cloned().unwrap_or_default();
        let categories = self.structure.get("categories").cloned().unwrap_or_default();
        let indicators = redirected(&original("indicators"), &self.structure, &self.notes.items);
        let (indicators, identities) = fitting(&categories, &original("inputs"), &indicators, &original("identities"));
        for (name, value) in [("indicators", indicators), ("identities", identities)] {
            if self.structure.get(name).is_some_and(|there| *there != value)
                && let Value::Object(members) = Rc::make_mut(&mut self.structure)
            {
                members.insert(name.into(), value);
            }
        }
    }

    /// Keeps the texts of what is there and no others, in the order of the original. A text that came back is the
    /// original's; those of the draft's own sources are as they were given.
    fn keep_texts(&mut self) {
        let needed = required(self.structure(), self.sources());
        let (original, notes) = (self.original.clone(), self.notes.clone());
        if self.texts.iter().all(|(language, texts)| are_complete(language, texts, &needed, &notes)) {
            return;
        }
        let mut all = Vec::new();
        for (language, texts) in self.texts.iter() {
            let none = Map::new();
            let now = texts.as_object().unwrap_or(&none);
            let before = original.content().texts_of(language).unwrap_or(&none);
            all.push((language.clone(), Value::Object(texts_kept(language, now, before, &needed, &notes))));
        }
        self.texts = Rc::new(all);
    }
}

/// Whether the texts of a language are those needed.
fn are_complete(language: &str, texts: &Value, needed: &[String], notes: &Notes) -> bool {
    let said = |id: &String| texts.get(id).and_then(Value::as_str);
    let as_given = |id: &String| {
        let citation = id.strip_prefix("source.").and_then(|source| notes.citation(source));
        citation.is_none_or(|citation| said(id) == Some(citation.get_or_first(language)))
    };
    texts.as_object().is_some_and(|texts| texts.len() == needed.len()) && needed.iter().all(|id| said(id).is_some() && as_given(id))
}

/// The texts of one language.
fn texts_kept(language: &str, now: &Map<String, Value>, before: &Map<String, Value>, needed: &[String], notes: &Notes) -> Map<String, Value> {
    let known: BTreeSet<&str> = needed.iter().map(String::as_str).collect();
    let mut kept = Map::new();
    for (id, text) in before.iter().chain(now) {
        if known.contains(id.as_str()) && !kept.contains_key(id) {
            kept.insert(id.clone(), now.get(id).unwrap_or(text).clone());
        }
    }
    for id in needed {
        let citation = id.strip_prefix("source.").and_then(|source| notes.citation(source));
        match citation {
            Some(citation) => drop(kept.insert(id.clone(), citation.get_or_first(language).into())),
            None if kept.contains_key(id) => {}
            None => drop(kept.insert(id.clone(), "".into())),
        }
    }
    kept
}
