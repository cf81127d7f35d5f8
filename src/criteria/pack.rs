//! A checked pack and how its parts are reached.

use super::check;
use super::fault::{Fault, FaultCode};
use super::hash::content_hash;
use super::sources::{Attribution, Sources};
use super::structure::{Category, Condition, Edition, Item, Rubric, SelfCheck, Structure};
use super::texts::Words;
use crate::json;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// The languages every pack is written in; it may have more.
const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Position of a category in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CategorySlot(pub usize);
/// Position of an item among all items of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemSlot(pub usize);
/// Position of an eligibility condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConditionSlot(pub usize);
/// Position of an edition of the eligibility rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionSlot(pub usize);
/// Position of a self-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SelfCheckSlot(pub usize);

/// The text of a pack's files, before anything is known about them.
#[derive(Debug, Clone, Copy)]
pub struct PackFiles<'a> {
    /// `pack.json`
    pub structure: &'a str,
    /// `sources.json`
    pub sources: &'a str,
    /// Language tag and `text.<tag>.json`.
    pub texts: &'a [(&'a str, &'a str)],
}

/// A pack that has passed every check.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    structure: Structure,
    sources: Sources,
    texts: Vec<(String, BTreeMap<String, String>)>,
    hash: String,
    /// Category and place in it, for every item in order.
    items: Vec<(usize, usize)>,
}

impl Pack {
    /// Reads and checks a pack; all faults are collected.
    pub fn load(files: &PackFiles<'_>) -> Result<Pack, Vec<Fault>> {
        let mut faults = Vec::new();
        let structure = read::<Structure>("pack.json", files.structure, &mut faults);
        let sources = read::<Sources>("sources.json", files.sources, &mut faults);
        let mut texts = Vec::new();
        let mut values = Vec::new();
        for (language, text) in files.texts {
            let name = format!("text.{language}.json");
            if let Some((words, value)) = read::<BTreeMap<String, String>>(&name, text, &mut faults) {
                texts.push((String::from(*language), words));
                values.push((name, value));
            }
        }
        for language in LANGUAGES {
            if !files.texts.iter().any(|(tag, _)| *tag == language) {
                faults.push(Fault {
                    code: FaultCode::FileMissing,
                    file: format!("text.{language}.json"),
                    pointer: String::new(),
                    given: String::new(),
                    wanted: String::new(),
                });
            }
        }
        let (Some((structure, structure_value)), Some((sources, sources_value))) = (structure, sources) else {
            return Err(faults);
        };
        check::check(&structure, &structure_value, &sources, &texts, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let named = [("pack.json", &structure_value), ("sources.json", &sources_value)];
        let hash = content_hash(named.into_iter().chain(values.iter().map(|(name, value)| (name.as_str(), value))));
        let items = structure
            .categories
            .iter()
            .enumerate()
            .flat_map(|(at, category)| (0..category.items.len()).map(move |item| (at, item)))
            .collect();
        Ok(Pack {
            structure,
            sources,
            texts,
            hash,
            items,
        })
    }

    pub fn id(&self) -> &str {
        &self.structure.id
    }
    pub fn edition(&self) -> &str {
        &self.structure.edition
    }
    /// Content hash of all files, `sha256:` and 64 hexadecimal digits.
    pub fn hash(&self) -> &str {
        &self.hash
    }
    pub fn structure(&self) -> &Structure {
        &self.structure
    }

    /// The words in a language; in the pack's first language where it lacks that one.
    pub fn words(&self, language: &str) -> Words<'_> {
        let found = self.texts.iter().find(|(tag, _)| tag == language).or_else(|| self.texts.first());
        static NO_TEXTS: BTreeMap<String, String> = BTreeMap::new();
        Words {
            texts: found.map_or(&NO_TEXTS, |(_, texts)| texts),
        }
    }

    /// Source and status of a figure, such as `points/leadership.governance`.
    pub fn attribution(&self, figure: &str) -> Option<&Attribution> {
        self.sources.of(figure)
    }
    /// Ids of all sources, in order.
    pub fn source_ids(&self) -> &[String] {
        &self.sources.sources
    }

    pub fn categories(&self) -> impl ExactSizeIterator<Item = (CategorySlot, &Category)> {
        self.structure
            .categories
            .iter()
            .enumerate()
            .map(|(slot, category)| (CategorySlot(slot), category))
    }
    pub fn category(&self, slot: CategorySlot) -> &Category {
        &self.structure.categories[slot.0]
    }
    /// All items in the order of the pack.
    pub fn items(&self) -> impl ExactSizeIterator<Item = (ItemSlot, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(slot, &(category, item))| (ItemSlot(slot), &self.structure.categories[category].items[item]))
    }
    pub fn item(&self, slot: ItemSlot) -> &Item {
        let (category, item) = self.items[slot.0];
        &self.structure.categories[category].items[item]
    }
    pub fn category_of(&self, slot: ItemSlot) -> CategorySlot {
        CategorySlot(self.items[slot.0].0)
    }
    pub fn item_slot(&self, id: &str) -> Option<ItemSlot> {
        self.items().find(|(_, item)| item.id == id).map(|(slot, _)| slot)
    }
    /// Slots of a category's items.
    pub fn items_of(&self, category: CategorySlot) -> impl Iterator<Item = ItemSlot> + '_ {
        self.items
            .iter()
            .enumerate()
            .filter(move |(_, (at, _))| *at == category.0)
            .map(|(slot, _)| ItemSlot(slot))
    }
    /// The rubric an item is judged by.
    pub fn rubric_of(&self, slot: ItemSlot) -> &Rubric {
        let id = &self.item(slot).rubric;
        let rubrics = &self.structure.rubrics;
        rubrics.iter().find(|rubric| rubric.id == *id).unwrap_or(&rubrics[0])
    }
    pub fn condition(&self, slot: ConditionSlot) -> &Condition {
        &self.structure.eligibility.conditions[slot.0]
    }
    pub fn condition_slot(&self, id: &str) -> Option<ConditionSlot> {
        self.structure
            .eligibility
            .conditions
            .iter()
            .position(|condition| condition.id == id)
            .map(ConditionSlot)
    }
    pub fn edition_rules(&self, slot: EditionSlot) -> &Edition {
        &self.structure.eligibility.editions[slot.0]
    }
    pub fn edition_slot(&self, id: &str) -> Option<EditionSlot> {
        self.structure.eligibility.editions.iter().position(|edition| edition.id == id).map(EditionSlot)
    }
    /// The edition of the eligibility rules in force for this pack.
    pub fn default_edition(&self) -> EditionSlot {
        self.edition_slot(&self.structure.eligibility.default).unwrap_or(EditionSlot(0))
    }
    pub fn self_check(&self, slot: SelfCheckSlot) -> &SelfCheck {
        &self.structure.eligibility.self_checks[slot.0]
    }
    pub fn self_check_slot(&self, id: &str) -> Option<SelfCheckSlot> {
        self.structure
            .eligibility
            .self_checks
            .iter()
            .position(|check| check.id == id)
            .map(SelfCheckSlot)
    }
}

fn read<T: DeserializeOwned>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<(T, Value)> {
    let fault = |code, pointer: &str, given: String| Fault {
        code,
        file: file.into(),
        pointer: pointer.into(),
        given,
        wanted: String::new(),
    };
    let parsed = match json::parse(text) {
        Ok(parsed) => parsed,
        Err(at) => {
            faults.push(fault(FaultCode::NotJson, "", format!("{}:{}", at.line, at.column)));
            return None;
        }
    };
    faults.extend(parsed.repeated.iter().map(|pointer| fault(FaultCode::RepeatedField, pointer, String::new())));
    match json::typed::<T>(&parsed.value) {
        Ok(typed) => {
            faults.extend(typed.unknown.iter().map(|pointer| fault(FaultCode::UnknownField, pointer, String::new())));
            Some((typed.content, parsed.value))
        }
        Err(error) => {
            faults.push(fault(FaultCode::WrongKind, &error.pointer, error.message));
            None
        }
    }
}
