//! A checked pack and how its parts are reached.

use super::content::{PackContent, PackFiles, PackView, text_file};
use super::fault::{Fault, FaultCode};
use super::hash::content_hash;
use super::operand::{Operand, operands};
use super::reference::PackReference;
use super::sources::{Attribution, Sources};
use super::structure::{Category, Condition, Edition, Item, Rubric, SelfCheck, Structure};
use super::texts::Words;
use super::{base, check, places};
use crate::json::{self, Absent, ById, FromJson, WrongKind};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The languages every pack is written in; it may have more.
pub(super) const LANGUAGES: [&str; 2] = ["zh", "en"];

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

/// The largest file of a pack that is read, in bytes. The default pack takes about 100 kB in all.
pub const MAX_BYTES: usize = 10_000_000;

/// A pack that has passed every check. Packs of the same content hash are equal.
#[derive(Debug, Clone)]
pub struct Pack {
    structure: Structure,
    sources: Sources,
    content: PackContent,
    /// By language and id, the texts with figures filled in ([`super::places`]); null where there are none.
    filled: Value,
    /// Computed when it is first asked for, unless the file it was read from tells it.
    hash: OnceLock<String>,
    /// Category and place in it, for every item in order.
    items: Vec<(usize, usize)>,
    /// Inputs and indicators by id.
    pub(super) operands: BTreeMap<String, Operand>,
}

impl Pack {
    /// Reads and checks a pack that stands alone; all faults are collected.
    pub fn load(files: &PackFiles<'_>) -> Result<Pack, Vec<Fault>> {
        Pack::load_on(files, None)
    }

    /// Reads and checks a pack; all faults are collected. `base` is the pack it builds on ([`PackFiles::base`]), where
    /// that one could be had.
    pub fn load_on(files: &PackFiles<'_>, base: Option<&Pack>) -> Result<Pack, Vec<Fault>> {
        let mut faults = Vec::new();
        let own = files.parse(&mut faults);
        let wanted = own.as_ref().and_then(|own| own.structure.get("base"));
        let base = base.filter(|base| wanted.and_then(Value::as_str) == Some(base.id()));
        if let (Some(wanted), None) = (wanted, base) {
            faults.push(unknown_base(wanted));
            return Err(Fault::in_order(faults));
        }
        let mut languages: Vec<&str> = files.texts.iter().map(|(tag, _)| *tag).collect();
        languages.extend(base.into_iter().flat_map(Pack::languages));
        find_missing_languages(&languages, &mut faults);
        let Some(mut content) = own else { return Err(Fault::in_order(faults)) };
        if let Some(base) = base {
            content = over_base(content, &base.content, &base.sources).0;
            // What a file lacks that could not be read is not known.
            let read = |file: &str| !faults.iter().any(|fault| fault.code != FaultCode::RepeatedField && fault.file == file);
            content.texts.retain(|(tag, _)| read(&text_file(tag)));
        }
        Pack::build(content, faults, &|_| true)
    }

    /// A pack compiled into the program on its base, without the check that the kit's own tests make once and for all.
    /// None where it cannot be read at all.
    pub(super) fn trusted(files: &PackFiles<'_>, base: Option<&PackFiles<'_>>) -> Option<Pack> {
        let faults = &mut Vec::new();
        let own = files.parse(faults)?;
        let Some(base) = base else {
            let structure = json::typed(&own.structure, Absent::Wrong).content?;
            let sources = json::typed(&own.sources, Absent::Wrong).content?;
            return Some(Pack::filled(own, structure, sources));
        };
        let base = base.parse(faults)?;
        let base_sources = json::typed(&base.sources, Absent::Wrong).content?;
        let (content, typed) = over_base(own, &base, &base_sources);
        let (structure, sources) = typed?;
        Some(Pack::filled(content, structure, sources))
    }

    /// A pack that the build has checked, filled and hashed, taken as it stands; none where it cannot be read at all.
    pub(super) fn taken(content: PackContent, filled: Value, hash: String) -> Option<Pack> {
        let structure = json::typed(&content.structure, Absent::Wrong).content?;
        let sources = json::typed(&content.sources, Absent::Wrong).content?;
        let pack = Pack::of(content, filled, structure, sources);
        // Its first setting, which cannot fail.
        pack.hash.set(hash).ok()?;
        Some(pack)
    }

    /// Checks a pack that is there as JSON already; all faults are collected.
    pub fn from_content(content: PackContent) -> Result<Pack, Vec<Fault>> {
        Pack::checked(content, &|_| true)
    }

    /// The same for a pack that was kept: one of a format before 1.3 may have texts that say other figures.
    pub(super) fn from_kept(content: PackContent) -> Result<Pack, Vec<Fault>> {
        let version = content.structure.get("version").and_then(Value::as_str);
        let old = matches!(version, Some("1.0" | "1.1" | "1.2"));
        Pack::checked(content, &|code| !(old && matches!(code, FaultCode::TextFigure | FaultCode::TextPlace)))
    }

    fn checked(content: PackContent, counts: &dyn Fn(FaultCode) -> bool) -> Result<Pack, Vec<Fault>> {
        let mut faults = Vec::new();
        find_missing_languages(&content.texts.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>(), &mut faults);
        Pack::build(content, faults, counts)
    }

    fn build(content: PackContent, mut faults: Vec<Fault>, counts: &dyn Fn(FaultCode) -> bool) -> Result<Pack, Vec<Fault>> {
        let structure = read::<Structure>("pack.json", &content.structure, &mut faults);
        let sources = read::<Sources>("sources.json", &content.sources, &mut faults);
        for (language, texts) in &content.texts {
            // Most are texts throughout, and then there is nothing to be noted.
            if !texts.as_object().is_some_and(|texts| texts.values().all(Value::is_string)) {
                read::<ById<String>>(&text_file(language), texts, &mut faults);
            }
        }
        let (Some(structure), Some(sources)) = (structure, sources) else {
            return Err(Fault::in_order(faults));
        };
        check::check(&structure, &sources, &content.texts, &mut faults);
        faults.retain(|fault| counts(fault.code));
        if !faults.is_empty() {
            return Err(Fault::in_order(faults));
        }
        Ok(Pack::filled(content, structure, sources))
    }

    /// A pack whose figures are filled into its texts.
    fn filled(content: PackContent, structure: Structure, sources: Sources) -> Pack {
        let filled = places::filled(&structure, &content.texts);
        Pack::of(content, filled, structure, sources)
    }

    fn of(content: PackContent, filled: Value, structure: Structure, sources: Sources) -> Pack {
        let items = structure
            .categories
            .iter()
            .enumerate()
            .flat_map(|(at, category)| (0..category.items.len()).map(move |item| (at, item)))
            .collect();
        Pack {
            hash: OnceLock::new(),
            operands: operands(&structure),
            structure,
            sources,
            content,
            filled,
            items,
        }
    }

    pub fn id(&self) -> &str {
        &self.structure.id
    }
    pub fn edition(&self) -> &str {
        &self.structure.edition
    }
    /// Content hash of all files, `sha256:` and 64 hexadecimal digits.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| content_hash(&self.content))
    }
    pub fn structure(&self) -> &Structure {
        &self.structure
    }
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
    /// The files it was read from, with its base laid under them; texts are as they are written.
    pub fn content(&self) -> &PackContent {
        &self.content
    }
    /// Its worked cases, as `cases.json`; null where it has none.
    pub fn cases(&self) -> &Value {
        &self.content.cases
    }
    /// The same pack with the worked cases that lie beside it.
    #[must_use]
    pub fn with_cases(mut self, cases: Value) -> Pack {
        self.content.cases = cases;
        self
    }
    /// A look at it, with figures filled into its texts.
    pub fn view(&self) -> PackView<'_> {
        PackView {
            filled: &self.filled,
            ..self.content.view()
        }
    }
    /// How an assessment names it.
    pub fn reference(&self) -> PackReference {
        PackReference {
            id: self.id().into(),
            edition: self.edition().into(),
            hash: self.hash().into(),
        }
    }
    /// Id and edition in one word: `beijing-2016@2016`.
    pub fn key(&self) -> String {
        [self.id(), "@", self.edition()].concat()
    }
    /// The language tags it has texts in.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.content.texts.iter().map(|(tag, _)| tag.as_str())
    }

    /// The words in a language; in the pack's first language where it lacks that one.
    pub fn words(&self, language: &str) -> Words<'_> {
        self.view().words(language)
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
        std::ptr::eq(self, other) || self.hash() == other.hash()
    }
}

/// The languages every pack is written in and this one lacks.
fn find_missing_languages(there: &[&str], faults: &mut Vec<Fault>) {
    for language in LANGUAGES {
        if !there.contains(&language) {
            faults.push(Fault::new(FaultCode::FileMissing, &text_file(language), ""));
        }
    }
}

/// That the pack named as the base cannot be had, or is not named by a text.
fn unknown_base(wanted: &Value) -> Fault {
    match wanted.as_str() {
        Some(id) => Fault {
            given: id.to_owned(),
            ..Fault::new(FaultCode::UnknownBase, "pack.json", "/base")
        },
        None => Fault {
            given: wanted.to_string(),
            wanted: "\"…\"".to_owned(),
            ..Fault::new(FaultCode::WrongKind, "pack.json", "/base")
        },
    }
}

/// The whole of a pack that builds on another, as far as it can be read as one; what is amiss is found when the whole
/// is read.
fn over_base(own: PackContent, on: &PackContent, on_sources: &Sources) -> (PackContent, Option<(Structure, Sources)>) {
    let structure = base::structure(&own.structure, &on.structure);
    let Some(pack) = json::typed::<Structure>(&structure, Absent::Wrong).content else {
        return (PackContent { structure, ..own }, None);
    };
    let sources = base::sources(&own.sources, on_sources, &pack);
    let Some(cited) = json::typed::<Sources>(&sources, Absent::Wrong).content else {
        return (PackContent { structure, sources, ..own }, None);
    };
    let texts = base::texts(&own, on, &pack, &cited);
    let content = PackContent {
        structure,
        sources,
        texts,
        cases: own.cases,
    };
    (content, Some((pack, cited)))
}

/// A file of the pack as its type; none where it cannot be read.
pub(super) fn read<T: FromJson>(file: &str, value: &Value, faults: &mut Vec<Fault>) -> Option<T> {
    let typed = json::typed::<T>(value, Absent::Wrong);
    for WrongKind { pointer, given, wanted } in typed.wrong {
        let fault = match number_as_text(&given, &wanted) {
            Some(number) => Fault {
                wanted: number,
                ..Fault::new(FaultCode::NumberAsText, file, &pointer)
            },
            None => Fault {
                wanted,
                ..Fault::new(FaultCode::WrongKind, file, &pointer)
            },
        };
        faults.push(Fault { given, ..fault });
    }
    for pointer in typed.unknown {
        faults.push(Fault::new(FaultCode::UnknownField, file, &pointer));
    }
    typed.content
}

/// The number that was written as a text where a number is asked for.
fn number_as_text(given: &str, wanted: &str) -> Option<String> {
    let is_asked_for = wanted.starts_with("0–") || matches!(wanted, "1" | "0.5");
    let text = given.strip_prefix('"')?.strip_suffix('"')?;
    json::number_in(text).filter(|_| is_asked_for)
}
