//! A checked pack and how its parts are reached.

use super::check;
use super::fault::{Fault, FaultCode};
use super::hash::ContentHash;
use super::sources::{Attribution, Sources};
use super::structure::{Category, Condition, Edition, Item, Rubric, SelfCheck, Structure};
use super::texts::Words;
use crate::json::{self, Absent, ById, FromJson, WrongKind};
use serde_json::Value;

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

/// A pack that has passed every check. Packs of the same content hash are equal.
#[derive(Debug, Clone)]
pub struct Pack {
    structure: Structure,
    sources: Sources,
    /// By language: an object of texts by id.
    texts: Vec<(String, Value)>,
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
        for (language, text) in files.texts {
            if let Some((_, value)) = read::<ById<String>>(&text_file(language), text, &mut faults) {
                texts.push((String::from(*language), value));
            }
        }
        for language in LANGUAGES {
            if !files.texts.iter().any(|(tag, _)| *tag == language) {
                faults.push(Fault::new(FaultCode::FileMissing, &text_file(language), ""));
            }
        }
        let (Some((structure, structure_value)), Some((sources, sources_value))) = (structure, sources) else {
            return Err(faults);
        };
        check::check(&structure, &sources, &texts, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut hash = ContentHash::new();
        hash.add("pack.json", &structure_value);
        hash.add("sources.json", &sources_value);
        for (language, texts) in &texts {
            hash.add(&text_file(language), texts);
        }
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
            hash: hash.finish(),
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
        Words {
            texts: found.map(|(_, texts)| texts),
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

impl PartialEq for Pack {
    fn eq(&self, other: &Pack) -> bool {
        self.hash == other.hash
    }
}

/// The file of a language's texts.
pub(super) fn text_file(language: &str) -> String {
    ["text.", language, ".json"].concat()
}

/// A file of the pack as its type and as it stands; none where it cannot be read.
fn read<T: FromJson>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<(T, Value)> {
    let value = parsed(file, text, faults)?;
    let typed = json::typed::<T>(&value, Absent::Wrong);
    add_faults(file, typed.wrong, typed.unknown, faults);
    Some((typed.content?, value))
}

fn add_faults(file: &str, wrong: Vec<WrongKind>, unknown: Vec<String>, faults: &mut Vec<Fault>) {
    for WrongKind { pointer, given, wanted } in wrong {
        let fault = Fault::new(FaultCode::WrongKind, file, &pointer);
        faults.push(Fault { given, wanted, ..fault });
    }
    for pointer in unknown {
        faults.push(Fault::new(FaultCode::UnknownField, file, &pointer));
    }
}

fn parsed(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Value> {
    match json::parse(text) {
        Ok(parsed) => {
            for pointer in parsed.repeated {
                faults.push(Fault::new(FaultCode::RepeatedField, file, &pointer));
            }
            Some(parsed.value)
        }
        Err(at) => {
            let mut fault = Fault::new(FaultCode::NotJson, file, "");
            fault.given = [at.line.to_string(), at.column.to_string()].join(":");
            faults.push(fault);
            None
        }
    }
}
