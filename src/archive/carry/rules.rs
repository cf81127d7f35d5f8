//! The rules: a file under one pack as a file under another, with what has no place in it left out. What was left out
//! is found by carrying back (`restore`).

use super::join::{holds, join, share};
use super::ways::{Section, Ways};
use crate::archive::envelope::Envelope;
use crate::archive::read::opened;
use crate::archive::write::to_value;
use crate::archive::{Project, ReadError};
use crate::assessment::Percent;
use crate::criteria::{Pack, Succession};
use crate::json;
use serde_json::{Map, Value};

/// Where the edition of the eligibility rules stands.
pub(super) const EDITION: &str = "/eligibility/edition";

/// From which pack to which, by which ways, and what is not to be carried.
#[derive(Clone, Copy)]
pub(super) struct Journey<'a> {
    pub from: &'a Pack,
    pub to: &'a Pack,
    pub ways: &'a Ways,
    /// Pointers of what stays behind, such as `/items/leadership.governance`.
    pub declined: &'a [String],
    /// The language of headings.
    pub language: &'a str,
}

/// One source of the answers to an id of the new pack.
struct Source<'a> {
    id: &'a str,
    value: Option<&'a Value>,
    /// The entry that leads here has other successors.
    split: bool,
    /// This is the first of the successors.
    first: bool,
}

impl Journey<'_> {
    /// The file under the new pack, by the rules alone.
    pub fn carried(&self, file: &Value) -> Result<Value, ReadError> {
        let mut carried = file.clone();
        for section in [Section::Items, Section::Conditions, Section::SelfChecks] {
            if let Some(Value::Object(list)) = carried.pointer_mut(section.pointer()) {
                let before = std::mem::take(list);
                *list = self.section(section, &before);
            }
        }
        if let Some(Value::Object(eligibility)) = carried.get_mut("eligibility") {
            let edition = self.edition(eligibility.get("edition"));
            json::set(eligibility, "edition", edition.into());
        }
        if let Some(Value::Object(notes)) = carried.get_mut("notes") {
            self.notes(notes);
        }
        settled(carried, self.to).map(|project| to_value(&project, self.to))
    }

    /// Another edition than the pack's default stays where the new pack has it; the default becomes the default.
    pub fn edition(&self, edition: Option<&Value>) -> String {
        let (from, to) = (&self.from.structure().eligibility, &self.to.structure().eligibility);
        let stays = |id: &&str| self.to.edition_slot(id).is_some() && (*id != from.default || self.declined(EDITION));
        let edition = edition.and_then(Value::as_str).filter(stays);
        edition.unwrap_or(&to.default).to_owned()
    }

    fn section(&self, section: Section, before: &Map<String, Value>) -> Map<String, Value> {
        let mut after = Map::new();
        for id in section.ids(self.to) {
            if let Some(value) = self.target(section, before, id) {
                after.insert(id.to_owned(), value);
            }
        }
        for (id, value) in before {
            let leaves = self.entries(section).any(|entry| entry.from.contains(id) && !entry.to.is_empty());
            // What was never answered is nothing to keep.
            let nothing = section.knows(self.from, id) && !holds(value);
            if !section.knows(self.to, id) && !leaves && !nothing {
                after.insert(id.clone(), value.clone());
            }
        }
        after
    }

    /// Notes name the item its texts have gone to.
    fn notes(&self, notes: &mut Map<String, Value>) {
        for item in notes.values_mut().filter_map(|note| note.get_mut("item")) {
            let mut entries = self.entries(Section::Items);
            let gone = entries.find(|entry| entry.from.iter().any(|id| item.as_str() == Some(id)));
            if let Some(to) = gone.and_then(|entry| entry.to.first()) {
                *item = Value::from(to.as_str());
            }
        }
    }

    /// The entries that are not declined.
    fn entries(&self, section: Section) -> impl Iterator<Item = &Succession> {
        let declined = move |entry: &&Succession| !entry.from.iter().any(|id| self.declined(&json::push(section.pointer(), id)));
        self.ways.of(section).iter().filter(declined)
    }

    /// The answers to an id of the new pack.
    pub fn target(&self, section: Section, before: &Map<String, Value>, id: &str) -> Option<Value> {
        let parts = self.sources(section, before, id);
        let taken = |source: &Source<'_>| source.value.map(|value| if source.split { share(value, source.first) } else { value.clone() });
        if let [only] = parts.as_slice() {
            return taken(only);
        }
        let heading = |source: &Source<'_>| section.heading([self.from, self.to], source.id, self.language);
        let parts: Vec<(String, Value)> = parts.iter().map(|source| (heading(source), taken(source).unwrap_or_default())).collect();
        (!parts.is_empty()).then(|| join(&parts))
    }

    /// Where the answers to an id of the new pack come from: the ids that have become it; its own, old or kept, too
    /// where the lineage does not lead elsewhere with them. Of the one kind and the other, what is blank stands back.
    fn sources<'a>(&'a self, section: Section, before: &'a Map<String, Value>, target: &'a str) -> Vec<Source<'a>> {
        let mut sources = Vec::new();
        for entry in self.entries(section).filter(|entry| entry.to.iter().any(|id| id == target)) {
            sources.extend(entry.from.iter().map(|id| Source {
                id,
                value: before.get(id),
                split: entry.to.len() > 1,
                first: entry.to[0] == target,
            }));
        }
        if let Some(own) = self.own(section, before, target) {
            let blank = |value: Option<&Value>| !value.is_some_and(holds);
            if sources.iter().all(|source| blank(source.value)) {
                sources.clear();
            }
            if sources.is_empty() || !blank(Some(own)) {
                let own = Source {
                    id: target,
                    value: Some(own),
                    split: false,
                    first: true,
                };
                sources.insert(0, own);
            }
        }
        sources
    }

    /// Answers that stand under an id of the new pack already.
    pub fn own<'a>(&self, section: Section, before: &'a Map<String, Value>, target: &str) -> Option<&'a Value> {
        let own = before.get(target)?;
        let leads_elsewhere = self.ways.of(section).iter().any(|entry| entry.from.iter().any(|id| id == target));
        (!leads_elsewhere && !self.declined(&json::push(section.pointer(), target))).then_some(own)
    }

    fn declined(&self, pointer: &str) -> bool {
        self.declined.iter().any(|declined| declined == pointer)
    }
}

/// Reads a file under a pack. A rating that is no step of the pack is no rating under it, an edition it does not have
/// becomes its default; so no file that was read or made by the kit is refused.
pub(super) fn settled(mut file: Value, pack: &Pack) -> Result<Project, ReadError> {
    if let Some(Value::Object(reference)) = file.get_mut("pack") {
        json::set(reference, "id", pack.id().into());
        json::set(reference, "edition", pack.edition().into());
    }
    if let Some(edition) = file.pointer_mut(EDITION)
        && edition.as_str().is_none_or(|id| pack.edition_slot(id).is_none())
    {
        *edition = Value::Null;
    }
    if let Some(Value::Object(items)) = file.get_mut("items") {
        for (id, item) in items {
            if let Some(percent) = item.get_mut("percent")
                && pack.item_slot(id).is_some()
                && !is_step(percent, pack)
            {
                *percent = Value::Null;
            }
        }
    }
    opened(Envelope::of(file))?.with_pack(pack)
}

/// Whether a value is a rating in the pack's steps.
pub(super) fn is_step(percent: &Value, pack: &Pack) -> bool {
    let value = percent.as_u64().and_then(|value| u8::try_from(value).ok());
    value.is_some_and(|value| Percent::new(value, pack.structure().scoring.step).is_some())
}
