//! Which references name which entries.

use super::mention::NumberIndex;
use super::number::usual;
use super::{EvidenceEntry, EvidenceRegister};
use crate::assessment::figures::FigureSlot;
use crate::assessment::record::{Assessment, Text, text};
use crate::criteria::{ConditionSlot, IndicatorSlot, ItemSlot};
use std::rc::Rc;

/// Where a reference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Referrer {
    Condition(ConditionSlot),
    /// One of an item's references, by its position.
    Item(ItemSlot, usize),
    Figure(FigureSlot),
}

/// A reference that names at least one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub place: Referrer,
    /// Positions of the entries it names, each once, in the order of the text.
    pub entries: Vec<usize>,
    /// Numbers of the register's form that no entry has.
    pub missing: Vec<Text>,
}

/// The references of an assessment and the entries they name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// By entry: where it is named, in the order of the submission.
    pub of_entry: Vec<Vec<Referrer>>,
    /// In the order of the submission: conditions, items, indicators.
    pub references: Vec<Reference>,
}

impl Links {
    /// Whether some reference names the entry.
    pub fn is_linked(&self, entry: usize) -> bool {
        self.of_entry.get(entry).is_some_and(|places| !places.is_empty())
    }
    /// The reference at a place; none where it names no number.
    pub fn at(&self, place: Referrer) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.place == place)
    }
}

/// Every reference to evidence with its place, in the order of the submission.
pub(super) fn references(assessment: &Assessment) -> impl Iterator<Item = (Referrer, &Text)> {
    let conditions = assessment.eligibility.conditions.iter().enumerate();
    let conditions = conditions.map(|(at, condition)| (Referrer::Condition(ConditionSlot(at)), &condition.evidence));
    let items = assessment.items.iter().enumerate().flat_map(|(item, record)| {
        let references = record.evidence.iter().enumerate();
        references.map(move |(at, reference)| (Referrer::Item(ItemSlot(item), at), reference))
    });
    let catalogue = assessment.figures.indicators.iter().enumerate();
    let catalogue = catalogue.map(|(at, record)| (Referrer::Figure(FigureSlot::Catalogue(IndicatorSlot(at))), &record.evidence));
    let own = assessment.figures.own.iter().enumerate();
    let own = own.map(|(at, own)| (Referrer::Figure(FigureSlot::Own(at)), &own.record.evidence));
    conditions.chain(items).chain(catalogue).chain(own)
}

/// Finds the numbers of entries in every reference. Without a register nothing is one.
pub fn links(assessment: &Assessment) -> Links {
    let register = &assessment.evidence;
    let mut links = Links {
        of_entry: vec![Vec::new(); register.entries.len()],
        references: Vec::new(),
    };
    if register.is_empty() {
        return links;
    }
    let index = NumberIndex::of(register);
    for (place, content) in references(assessment) {
        if let Some(reference) = found(&index, place, content) {
            reference.entries.iter().for_each(|entry| links.of_entry[*entry].push(place));
            links.references.push(reference);
        }
    }
    links
}

/// The numbers a single reference names; none where it names no number.
pub fn reference(register: &EvidenceRegister, place: Referrer, content: &str) -> Option<Reference> {
    found(&NumberIndex::of(register), place, content)
}

fn found(index: &NumberIndex<'_>, place: Referrer, content: &str) -> Option<Reference> {
    let mut reference = Reference {
        place,
        entries: Vec::new(),
        missing: Vec::new(),
    };
    for mention in index.mentions(content) {
        match mention.entry {
            Some(entry) if reference.entries.contains(&entry) => {}
            Some(entry) => reference.entries.push(entry),
            None => reference.missing.push(text(&content[mention.place])),
        }
    }
    (!reference.entries.is_empty() || !reference.missing.is_empty()).then_some(reference)
}

/// An entry for every number that an item's references begin with and no entry has yet, in the order of the submission:
/// `E-03 企业文化手册` becomes E-03 with that title. Numbers of the usual form only, as in `E-03` or `E3`.
pub fn entries_from_references(assessment: &Assessment) -> Vec<Rc<EvidenceEntry>> {
    let mut register = EvidenceRegister::clone(&assessment.evidence);
    let before = register.entries.len();
    for (place, reference) in references(assessment) {
        if !matches!(place, Referrer::Item(..)) {
            continue;
        }
        let (number, title) = reference.trim().split_once(char::is_whitespace).unwrap_or((reference.trim(), ""));
        if usual(number) && register.is_free(number) {
            register.entries.push(Rc::new(EvidenceEntry {
                number: text(number),
                title: text(title.trim()),
                ..EvidenceEntry::default()
            }));
        }
    }
    register.entries.split_off(before)
}
