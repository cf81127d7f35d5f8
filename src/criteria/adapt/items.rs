//! What comes and goes as a whole: items, prompts and reference lines, with their ids and texts.

use super::draft::Draft;
use super::perform::{insert_in_order, words};
use super::reach::{category_of, id_of, list, reach, reach_mut};
use super::wording::Wording;
use crate::criteria::kind::Kind;
use serde_json::{Map, Value, json};
use std::rc::Rc;

/// A new item.
#[derive(Debug, Clone, PartialEq)]
pub struct NewItem {
    /// Id of its category.
    pub category: String,
    /// What its id is made from: letters a–z and digits count, the rest does not.
    pub name: String,
    /// The printed number.
    pub number: String,
    pub points: u32,
    /// Id of the rubric it is judged by.
    pub rubric: String,
    pub bonus: bool,
    /// Kinds of applicant it applies to; none: all.
    pub applies_to: Vec<Kind>,
    /// The name shown.
    pub text: Wording,
    pub prompt: NewPrompt,
}

/// A new prompt of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPrompt {
    /// What its id is made from.
    pub name: String,
    /// The printed number of a sub-clause that can be answered on its own, and its short name; none for guidance only.
    pub numbered: Option<(String, Wording)>,
    /// The question.
    pub text: Wording,
}

impl Draft {
    /// The id a new item of a category gets: `new_item_id("leadership", "Digital quality")` is
    /// `leadership.digital-quality`. An id that is there or was there once gets a number.
    pub fn new_item_id(&self, category: &str, name: &str) -> String {
        self.new_item_id_beside(category, name, &[])
    }

    /// [`Draft::new_item_id`] of an item that comes together with others.
    pub(super) fn new_item_id_beside(&self, category: &str, name: &str, others: &[String]) -> String {
        let structure = self.structure();
        let there = structure.categories.iter().flat_map(|category| &category.items).map(|item| &item.id);
        let became = self.notes.items.iter().flat_map(|entry| &entry.to);
        let taken: Vec<&String> = there.chain(&structure.retired).chain(became).chain(others).collect();
        let taken = |id: &str| taken.iter().any(|known| *known == id) || self.original.item_slot(id).is_some();
        free_id(&[category, ".", &slug(name, "item")].concat(), &taken)
    }

    /// The id a new prompt of an item gets.
    pub fn new_prompt_id(&self, item: &str, name: &str) -> String {
        let mut path = self.item_path(item);
        path.push("prompts".into());
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        self.new_id(&path, &slug(name, "prompt"))
    }

    /// The id a new reference line gets.
    pub fn new_reference_id(&self, name: &str) -> String {
        self.new_id(&["scoring", "reference_lines"], &slug(name, "line"))
    }

    fn new_id(&self, path: &[&str], wanted: &str) -> String {
        let there = list(&self.structure, path);
        free_id(wanted, &|id| there.iter().any(|known| id_of(known) == Some(id)))
    }

    pub(super) fn add_item(&mut self, new: &NewItem) {
        if reach(&self.structure, &["categories", &new.category]).is_none() {
            return;
        }
        let id = self.new_item_id(&new.category, &new.name);
        let mut item = Map::new();
        for (name, value) in [
            ("id", id.as_str().into()),
            ("number", new.number.as_str().into()),
            ("points", new.points.into()),
            ("rubric", new.rubric.as_str().into()),
            ("orientations", json!([])),
        ] {
            item.insert(name.into(), value);
        }
        if !new.applies_to.is_empty() {
            item.insert("applies_to".into(), words(&new.applies_to));
        }
        if new.bonus {
            item.insert("bonus".into(), true.into());
        }
        item.insert("prompts".into(), json!([]));
        self.append(&["categories", &new.category, "items"], Value::Object(item));
        self.say(&["item.", &id].concat(), &new.text);
        self.add_prompt(&id, &new.prompt);
    }

    pub(super) fn add_prompt(&mut self, item: &str, new: &NewPrompt) {
        let Some(category) = category_of(&self.structure, item) else { return };
        let id = self.new_prompt_id(item, &new.name);
        let number = new.numbered.as_ref().map(|(number, _)| number.as_str());
        let prompt = json!({ "id": id, "number": number, "orientations": [] });
        self.append(&["categories", &category, "items", item, "prompts"], prompt);
        let text = ["prompt.", item, ".", &id].concat();
        if let Some((_, name)) = &new.numbered {
            self.say(&[&text, ".name"].concat(), name);
        }
        self.say(&text, &new.text);
    }

    pub(super) fn add_reference(&mut self, name: &str, points: u32, text: &Wording) {
        let id = self.new_reference_id(name);
        self.append(&["scoring", "reference_lines"], json!({ "id": id, "points": points }));
        self.say(&["reference.", &id].concat(), text);
    }

    /// Takes an item away. The id of one the original has is noted, so that nothing else gets it.
    pub(super) fn retire(&mut self, item: &str) {
        let Some(category) = category_of(&self.structure, item) else { return };
        self.remove(&["categories".into(), category, "items".into()], item);
        if self.original.item_slot(item).is_some() {
            self.set_retired(|retired| retired.push(item.into()));
        }
    }

    /// Brings an item of the original back to its place there.
    pub(super) fn restore(&mut self, item: &str) {
        let pack = self.original.clone();
        let original = &pack.content().structure;
        let (Some(category), None) = (category_of(original, item), category_of(&self.structure, item)) else {
            return;
        };
        let items = ["categories", &category, "items"];
        let Some(before) = reach(original, &items).and_then(|items| reach(items, &[item])) else {
            return;
        };
        let element = self.without_the_gone(before);
        if let Some(Value::Array(there)) = reach_mut(Rc::make_mut(&mut self.structure), &items) {
            insert_in_order(there, element, list(original, &items));
            self.set_retired(|retired| retired.retain(|id| id.as_str() != Some(item)));
        }
    }

    pub(super) fn set_retired(&mut self, change: impl Fn(&mut Vec<Value>)) {
        let mut retired = list(&self.structure, &["retired"]).to_vec();
        change(&mut retired);
        self.set_option(&[], "retired", Value::Array(retired), json!([]));
    }

    fn append(&mut self, path: &[&str], element: Value) {
        if let Some(Value::Array(list)) = reach_mut(Rc::make_mut(&mut self.structure), path) {
            list.push(element);
        }
    }

    /// Sets a text in every language of the pack.
    pub(super) fn say(&mut self, id: &str, text: &Wording) {
        for (language, texts) in Rc::make_mut(&mut self.texts) {
            if let Value::Object(texts) = texts {
                texts.insert(id.to_owned(), text.get(language).into());
            }
        }
    }
}

/// A name as part of an id: its letters a–z and digits, with `-` for what stands between; `otherwise` where it has none.
pub(super) fn slug(name: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    match slug.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        slug => slug.to_owned(),
    }
}

/// An id that is not taken: `line`, `line-2`, `line-3` …
pub(super) fn free_id(wanted: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let mut id = wanted.to_owned();
    let mut number = 1;
    while taken(&id) {
        number += 1;
        id = [wanted, "-", &number.to_string()].concat();
    }
    id
}
