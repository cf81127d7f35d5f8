//! Which references name which entries.

use super::mention::{Manner, NumberIndex};
use super::number::usual;
use super::{EvidenceEntry, EvidenceRegister};
use crate::assessment::figures::FigureSlot;
use crate::assessment::organisation::ProfileText;
use crate::assessment::record::{Assessment, ItemRecord, Text, text};
use crate::criteria::{ConditionSlot, IndicatorSlot, ItemSlot};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Where a reference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Referrer {
    Condition(ConditionSlot),
    /// One of an item's references, by its position.
    Item(ItemSlot, usize),
    /// The texts of an item: answers, strengths, opportunities and remark.
    Texts(ItemSlot),
    Figure(FigureSlot),
    /// A topic of the organisation overview.
    Overview(ProfileText),
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
    /// In the order of the submission: overview, conditions, items, indicators, texts of items.
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
    let mut take = |reference: Option<Reference>| {
        let Some(reference) = reference else { return };
        for entry in &reference.entries {
            let places = &mut links.of_entry[*entry];
            // An item that lists an entry and names it in a sentence is one place of use.
            let listed = |place: &Referrer| matches!((place, reference.place), (Referrer::Item(item, _), Referrer::Texts(texts)) if *item == texts);
            if !places.iter().any(listed) {
                places.push(reference.place);
            }
        }
        links.references.push(reference);
    };
    for topic in ProfileText::OVERVIEW {
        let content = std::iter::once(assessment.organisation.text(topic));
        take(found(&index, Referrer::Overview(topic), content, Manner::Prose));
    }
    for (place, content) in references(assessment) {
        take(found(&index, place, std::iter::once(content), Manner::Reference));
    }
    for (at, item) in assessment.items.iter().enumerate() {
        take(found(&index, Referrer::Texts(ItemSlot(at)), texts(item), Manner::Prose));
    }
    links
}

/// The texts of an item in which evidence is named.
pub(crate) fn texts(item: &ItemRecord) -> impl Iterator<Item = &Text> {
    let factors = item.bands.len();
    let answers = (0..item.scopes()).flat_map(move |scope| (0..factors).map(move |factor| item.answer(scope, factor)));
    answers.chain([&item.strengths, &item.opportunities, &item.remark])
}

/// The numbers a single reference names; none where it names no number.
pub fn reference(register: &EvidenceRegister, place: Referrer, content: &str) -> Option<Reference> {
    found(&NumberIndex::of(register), place, std::iter::once(content), Manner::Reference)
}

fn found<T: AsRef<str>>(index: &NumberIndex<'_>, place: Referrer, contents: impl Iterator<Item = T>, manner: Manner) -> Option<Reference> {
    let mut reference = Reference {
        place,
        entries: Vec::new(),
        missing: Vec::new(),
    };
    for content in contents {
        let content = content.as_ref();
        for mention in index.mentions(content, manner) {
            match mention.entry {
                Some(entry) if reference.entries.contains(&entry) => {}
                Some(entry) => reference.entries.push(entry),
                None => reference.missing.push(text(&content[mention.place])),
            }
        }
    }
    if manner == Manner::Prose {
        let mut told = BTreeSet::new();
        reference.missing.retain(|number| told.insert(number.clone()));
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
