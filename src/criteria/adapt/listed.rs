//! The lists of a pack: taking something out of one, bringing it back, and putting it in another order.
//!
//! What goes takes along what names it (a condition its place in the editions, an orientation the tags), and comes back
//! with it, so that taking away and bringing back leaves the original, in whatever order. What comes back names nothing
//! that is gone meanwhile.

use super::draft::Draft;
use super::perform::insert_in_order;
use super::reach::{id_of, list, reach, reach_mut};
use serde_json::{Value, json};
use std::rc::Rc;

/// A list of things with ids. Their order in the file is the order on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    Categories,
    /// The items of a category.
    Items(String),
    /// The prompts of an item.
    Prompts(String),
    Conditions,
    Editions,
    /// The conditions an edition asks for.
    OfEdition(String),
    SelfChecks,
    Stages,
    Facts,
    Limits,
    Orientations,
    Ideas,
    /// Open questions: what nobody could find.
    Missing,
    Sectors,
    References,
}

impl Draft {
    /// Where a list is in `pack.json`.
    pub(super) fn path_of(&self, list: &Listed) -> Vec<String> {
        let path: &[&str] = match list {
            Listed::Categories => &["categories"],
            Listed::Items(category) => &["categories", category, "items"],
            Listed::Prompts(item) => {
                let mut path = self.item_path(item);
                path.push("prompts".into());
                return path;
            }
            Listed::Conditions => &["eligibility", "conditions"],
            Listed::Editions => &["eligibility", "editions"],
            Listed::OfEdition(edition) => &["eligibility", "editions", edition, "conditions"],
            Listed::SelfChecks => &["eligibility", "self_checks"],
            Listed::Stages => &["stages"],
            Listed::Facts => &["facts"],
            Listed::Limits => &["limits"],
            Listed::Orientations => &["orientations"],
            Listed::Ideas => &["ideas"],
            Listed::Missing => &["missing"],
            Listed::Sectors => &["size"],
            Listed::References => &["scoring", "reference_lines"],
        };
        path.iter().map(|segment| (*segment).to_owned()).collect()
    }

    /// What the original has in a list and the draft has no more, by id.
    pub fn gone(&self, from: &Listed) -> Vec<String> {
        let path = self.path_of(from);
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let there: Vec<&str> = list(&self.structure, &path).iter().filter_map(id_of).collect();
        let before = list(&self.original.content().structure, &path).iter().filter_map(id_of);
        before.filter(|id| !there.contains(id)).map(str::to_owned).collect()
    }

    /// Takes something out of a list, with what names it.
    pub(super) fn take(&mut self, from: &Listed, id: &str) {
        match from {
            Listed::Items(_) => return self.retire(id),
            Listed::Categories => {
                for item in ids(&self.structure, &["categories", id, "items"]) {
                    self.retire(&item);
                }
            }
            Listed::Conditions => {
                for edition in ids(&self.structure, &["eligibility", "editions"]) {
                    self.remove(&self.path_of(&Listed::OfEdition(edition)), id);
                }
            }
            Listed::Editions => self.leave_edition(id),
            Listed::Orientations => self.each_tagged(|tags, _| tags.retain(|tag| tag.as_str() != Some(id))),
            _ => {}
        }
        self.change_list(&self.path_of(from), |list| list.retain(|element| id_of(element) != Some(id)));
    }

    /// Brings something of the original back to its place in a list, as it was there.
    pub(super) fn bring_back(&mut self, to: &Listed, id: &str) {
        if let Listed::Items(_) = to {
            return self.restore(id);
        }
        let pack = self.original.clone();
        let original = &pack.content().structure;
        let path = self.path_of(to);
        let there: Vec<&str> = path.iter().map(String::as_str).collect();
        let before = list(original, &there);
        let Some(element) = before.iter().find(|element| id_of(element) == Some(id)) else {
            return;
        };
        let is_gone = matches!(to, Listed::OfEdition(_)) && !self.is_there(&["eligibility", "conditions", id]);
        if is_gone || self.is_there(&[&there[..], &[id]].concat()) {
            return;
        }
        let element = self.without_the_gone(element);
        self.change_list(&path, |list| insert_in_order(list, element, before));
        match to {
            Listed::Categories => {
                let items = ids(original, &["categories", id, "items"]);
                self.set_retired(|retired| retired.retain(|known| !items.iter().any(|item| known.as_str() == Some(item))));
            }
            Listed::Conditions => {
                for edition in ids(original, &["eligibility", "editions"]) {
                    if list(original, &["eligibility", "editions", &edition, "conditions"])
                        .iter()
                        .any(|known| id_of(known) == Some(id))
                    {
                        self.set_in_edition(&edition, id, true);
                    }
                }
            }
            Listed::Orientations => self.each_tagged(|tags, before| {
                if before.iter().any(|tag| tag.as_str() == Some(id)) {
                    insert_in_order(tags, id.into(), before);
                }
            }),
            _ => {}
        }
    }

    fn is_there(&self, path: &[&str]) -> bool {
        reach(&self.structure, path).is_some()
    }

    /// Something of the original that comes back, without the orientations and conditions it names that are gone. Each of
    /// them comes back to it with its own return.
    pub(super) fn without_the_gone(&self, element: &Value) -> Value {
        let kept = |name: &str, value: &Value| match (name, value) {
            ("orientations", Value::Array(tags)) => self.those_there(tags, &["orientations"]),
            ("conditions", Value::Array(ids)) => self.those_there(ids, &["eligibility", "conditions"]),
            _ => self.without_the_gone(value),
        };
        match element {
            Value::Object(members) => Value::Object(members.iter().map(|(name, value)| (name.clone(), kept(name, value))).collect()),
            Value::Array(list) => list.iter().map(|value| self.without_the_gone(value)).collect(),
            _ => element.clone(),
        }
    }

    fn those_there(&self, named: &[Value], path: &[&str]) -> Value {
        let there = list(&self.structure, path);
        let known = named.iter().filter(|id| there.iter().any(|known| id_of(known) == id_of(id)));
        known.cloned().collect()
    }

    /// Moves something a place up or down in its list.
    pub(super) fn shift(&mut self, within: &Listed, id: &str, up: bool) {
        let path = self.path_of(within);
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let all = list(&self.structure, &path);
        let Some(at) = all.iter().position(|element| id_of(element) == Some(id)) else {
            return;
        };
        let (first, second) = if up { (at.checked_sub(1), at) } else { (Some(at), at + 1) };
        if let (Some(first), true) = (first, second < all.len())
            && let Some(Value::Array(list)) = reach_mut(Rc::make_mut(&mut self.structure), &path)
        {
            list.swap(first, second);
        }
    }

    /// Another edition is in force before one goes; the last one stays.
    fn leave_edition(&mut self, id: &str) {
        let rules = &self.structure().eligibility;
        let other = rules.editions.iter().find(|edition| edition.id != id).map(|edition| edition.id.clone());
        if let (true, Some(other)) = (rules.default == id, other)
            && let Some(Value::Object(rules)) = reach_mut(Rc::make_mut(&mut self.structure), &["eligibility"])
        {
            rules.insert("default".into(), other.into());
        }
    }

    /// Changes the tags of every item and prompt, beside those it has in the original.
    fn each_tagged(&mut self, change: impl Fn(&mut Vec<Value>, &[Value])) {
        let pack = self.original.clone();
        let original = &pack.content().structure;
        for category in ids(&self.structure, &["categories"]) {
            for item in ids(&self.structure, &["categories", &category, "items"]) {
                let path = ["categories", &category, "items", &item];
                let prompts = ids(&self.structure, &[&path[..], &["prompts"]].concat());
                let below = prompts.iter().map(|prompt| [&path[..], &["prompts", prompt]].concat());
                for path in std::iter::once(path.to_vec()).chain(below) {
                    let path = [&path[..], &["orientations"]].concat();
                    let before = list(original, &path);
                    let mut tags = list(&self.structure, &path).to_vec();
                    change(&mut tags, before);
                    if tags != list(&self.structure, &path)
                        && let Some(Value::Array(there)) = reach_mut(Rc::make_mut(&mut self.structure), &path)
                    {
                        *there = tags;
                    }
                }
            }
        }
    }

    /// Changes a list; one that may be left out stands there only if it holds something or the original says so too.
    pub(super) fn change_list(&mut self, path: &[String], change: impl FnOnce(&mut Vec<Value>)) {
        let segments: Vec<&str> = path.iter().map(String::as_str).collect();
        let mut changed = list(&self.structure, &segments).to_vec();
        change(&mut changed);
        match path {
            [name] if matches!(name.as_str(), "ideas" | "missing" | "retired") => self.set_option(&[], name, Value::Array(changed), json!([])),
            _ => {
                if let Some(Value::Array(list)) = reach_mut(Rc::make_mut(&mut self.structure), &segments) {
                    *list = changed;
                }
            }
        }
    }
}

/// The ids of the elements of a list.
pub(super) fn ids(structure: &Value, path: &[&str]) -> Vec<String> {
    list(structure, path).iter().filter_map(id_of).map(str::to_owned).collect()
}
