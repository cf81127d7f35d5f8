//! Items split and merged, with their lineage: which items of the original have become which, so that an assessment of
//! last session can be carried over.
//!
//! The old items are retired and new ones take their places, because an id never comes to mean something else. Prompts,
//! key requirements and indicators go along with their texts.

use super::draft::Draft;
use super::items::free_id;
use super::listed::ids;
use super::reach::{category_of, id_of, list, reach, reach_mut};
use super::wording::Wording;
use crate::criteria::lineage::{Note, Succession, SuccessionKind};
use crate::json::ById;
use serde_json::{Map, Value, json};
use std::rc::Rc;

/// A new item made of older ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What its id is made from.
    pub name: String,
    /// The printed number.
    pub number: String,
    pub points: u32,
    /// The name shown.
    pub text: Wording,
    /// Ids of the prompts it takes over from the item that is split. Those nobody takes go to the first part.
    pub prompts: Vec<String>,
    /// Ids of the key requirements it takes over, with their indicators. Those nobody takes go to the first part.
    pub areas: Vec<String>,
}

impl Draft {
    /// What has become of items of the original, as `lineage.json` would say it: entries whose new items are there and
    /// whose old ones are not, with the kind that follows from their number.
    pub fn succession(&self) -> Vec<Succession> {
        let there = |id: &String| category_of(&self.structure, id).is_some();
        let kept = self.notes.items.iter().filter_map(|entry| {
            let from: Vec<String> = entry.from.iter().filter(|id| !there(id)).cloned().collect();
            let to: Vec<String> = entry.to.iter().filter(|id| there(id)).cloned().collect();
            let kind = SuccessionKind::of(from.len(), to.len()).filter(|kind| *kind != SuccessionKind::Retired)?;
            Some(Succession {
                kind,
                from,
                to,
                note: entry.note.clone(),
            })
        });
        kept.collect()
    }

    /// Puts the parts of an item in its place. Of a part that is split again, the lineage leads from the original.
    pub(super) fn split(&mut self, item: &str, parts: &[Part], note: &Wording) {
        let old = self.item_path(item);
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let (Some(before), true) = (reach(&self.structure, &old).cloned(), parts.len() > 1) else {
            return;
        };
        let (prompts, areas) = (ids(&before, &["prompts"]), ids(&before, &["areas"]));
        let taken = |of: &dyn Fn(&Part) -> &Vec<String>, id: &String| parts.iter().position(|part| of(part).contains(id)).unwrap_or(0);
        let mut new = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let of = |all: &[String], of: &dyn Fn(&Part) -> &Vec<String>| all.iter().filter(|id| taken(of, id) == at).cloned().collect::<Vec<String>>();
            let id = self.part_id(item, &part.name, &new);
            let prompts = of(&prompts, &|part| &part.prompts);
            let areas = of(&areas, &|part| &part.areas);
            self.put_beside(item, &id, part, &before, &[(item, prompts)], &[(item, areas)]);
            new.push(id);
        }
        self.succeed(&[item.to_owned()], &new, note);
    }

    /// Puts one item in the place of the first of several, with the prompts and key requirements of them all. Its
    /// category, rubric and kinds of applicant are those of the first. An item that is named twice counts once.
    pub(super) fn merge(&mut self, items: &[String], into: &Part, note: &Wording) {
        let named = items.iter().enumerate().filter(|(at, item)| !items[..*at].contains(item));
        let items: Vec<String> = named
            .map(|(_, item)| item)
            .filter(|item| category_of(&self.structure, item).is_some())
            .cloned()
            .collect();
        let [first, _, ..] = items.as_slice() else { return };
        let at = |item: &str| {
            let path = self.item_path(item);
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            reach(&self.structure, &path).cloned().unwrap_or_default()
        };
        let before = at(first);
        let (mut prompts, mut areas) = (Vec::new(), Vec::new());
        for item in &items {
            let own = at(item);
            prompts.push((item.as_str(), ids(&own, &["prompts"])));
            areas.push((item.as_str(), ids(&own, &["areas"])));
        }
        let id = self.part_id(first, &into.name, &[]);
        self.put_beside(first, &id, into, &before, &prompts, &areas);
        self.succeed(&items, &[id], note);
    }

    /// The id of a new item in the category of another one; `new` are those that come with it.
    fn part_id(&self, item: &str, name: &str, new: &[String]) -> String {
        let category = category_of(&self.structure, item).unwrap_or_default();
        self.new_item_id_beside(&category, name, new)
    }

    /// Puts a new item behind the last of those already made of `item`, which stands before them: like `before`, with
    /// some prompts and key requirements of others.
    fn put_beside(&mut self, item: &str, id: &str, part: &Part, before: &Value, prompts: &[(&str, Vec<String>)], areas: &[(&str, Vec<String>)]) {
        let mut new = before.as_object().cloned().unwrap_or_default();
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut taken: Vec<String> = Vec::new();
        let mut all = Vec::new();
        for (old, ids) in prompts {
            for prompt in ids {
                let free = free_id(prompt, &|id| taken.iter().any(|known| known == id));
                let path = self.item_path(old);
                let path: Vec<&str> = path.iter().map(String::as_str).chain(["prompts", prompt.as_str()]).collect();
                let Some(Value::Object(mut found)) = reach(&self.structure, &path).cloned() else {
                    continue;
                };
                found.insert("id".into(), free.as_str().into());
                all.push(Value::Object(found));
                for end in ["", ".name"] {
                    texts.push((["prompt.", old, ".", prompt, end].concat(), ["prompt.", id, ".", &free, end].concat()));
                }
                taken.push(free);
            }
        }
        let mut listed: Vec<String> = Vec::new();
        for (old, ids) in areas {
            for area in ids.iter().filter(|area| !listed.contains(area)).cloned().collect::<Vec<String>>() {
                texts.push((["area.", old, ".", &area].concat(), ["area.", id, ".", &area].concat()));
                listed.push(area);
            }
        }
        new.insert("id".into(), id.into());
        new.insert("number".into(), part.number.as_str().into());
        new.insert("points".into(), part.points.into());
        new.insert("prompts".into(), Value::Array(all));
        if listed.is_empty() {
            new.shift_remove("areas");
        } else {
            new.insert("areas".into(), listed.into());
        }
        self.put_before(item, Value::Object(new));
        self.say(&["item.", id].concat(), &part.text);
        for (from, to) in texts {
            self.copy_text(&from, &to);
        }
    }

    /// A new item stands before the one it is made of, behind those made of it before, so that with the old one gone they
    /// stand in its place in order.
    fn put_before(&mut self, item: &str, element: Value) {
        let Some(category) = category_of(&self.structure, item) else { return };
        if let Some(Value::Array(items)) = reach_mut(Rc::make_mut(&mut self.structure), &["categories", &category, "items"]) {
            let at = items.iter().position(|known| id_of(known) == Some(item)).unwrap_or(items.len());
            items.insert(at, element);
        }
    }

    /// The words of one text under another id, in every language that has them.
    fn copy_text(&mut self, from: &str, to: &str) {
        for (_, texts) in Rc::make_mut(&mut self.texts) {
            if let (Some(text), Value::Object(texts)) = (texts.get(from).cloned(), texts) {
                texts.insert(to.to_owned(), text);
            }
        }
    }

    /// Retires the old items and notes what they have become. Of an item that had become something before and was brought
    /// back since, only this counts.
    fn succeed(&mut self, old: &[String], new: &[String], note: &Wording) {
        let mut from: Vec<String> = Vec::new();
        let mut also: Vec<String> = Vec::new();
        let entries = &mut Rc::make_mut(&mut self.notes).items;
        for entry in entries.iter_mut() {
            entry.from.retain(|id| !old.contains(id));
        }
        for item in old {
            // What was made in the draft itself leads back to the original.
            match entries.iter().position(|entry| entry.to.contains(item)) {
                Some(at) => {
                    let earlier = entries.remove(at);
                    from.extend(earlier.from);
                    also.extend(earlier.to.into_iter().filter(|id| !old.contains(id)));
                }
                None if self.original.item_slot(item).is_some() => from.push(item.clone()),
                None => {}
            }
        }
        let languages = self.original.languages();
        let texts = languages.map(|language| (language.to_owned(), note.get(language).to_owned())).collect();
        let entry = Succession {
            kind: SuccessionKind::Renamed,
            from,
            to: [also, new.to_vec()].concat(),
            note: Note(ById(texts)),
        };
        entries.push(entry);
        entries.retain(|entry| !entry.from.is_empty());
        for item in old {
            self.retire(item);
        }
    }
}

/// Indicators whose item was split or merged, at the item that has their key requirement now.
pub(super) fn redirected(indicators: &Value, structure: &Value, entries: &[Succession]) -> Value {
    let Some(all) = indicators.as_array().filter(|_| !entries.is_empty()) else {
        return indicators.clone();
    };
    let has = |item: &str, area: &str| {
        let category = category_of(structure, item);
        let path = ["categories", category.as_deref().unwrap_or_default(), "items", item, "areas"];
        list(structure, &path).iter().any(|known| id_of(known) == Some(area))
    };
    let moved = all.iter().map(|indicator| {
        let member = |name: &str| indicator.get(name).and_then(Value::as_str).unwrap_or_default();
        let (item, area) = (member("item"), member("area"));
        let gone = category_of(structure, item).is_none();
        let entry = entries.iter().find(|entry| gone && entry.from.iter().any(|id| id == item));
        let to = entry.and_then(|entry| entry.to.iter().find(|id| has(id, area)));
        match (to, indicator) {
            (Some(to), Value::Object(members)) => {
                let mut members: Map<String, Value> = members.clone();
                members.insert("item".into(), json!(to));
                Value::Object(members)
            }
            _ => indicator.clone(),
        }
    });
    moved.collect()
}
