//! The changes of the register, each one small value. Entries are named by their position.

use super::mention::{Manner, NumberIndex};
use super::{Confidentiality, EvidenceEntry, EvidenceFile, EvidenceKind, EvidenceRegister, is_evidence_number};
use crate::assessment::figures::FigureBook;
use crate::assessment::identity::Identity;
use crate::assessment::organisation::ProfileText;
use crate::assessment::record::{Assessment, ItemRecord, Text, text};
use crate::date::Date;
use std::rc::Rc;

/// A change of the register.
#[derive(Debug, Clone, PartialEq)]
pub enum RegisterChange {
    /// Adds an entry, with the next number where the one it brings is taken or none, under that identity where the key it
    /// brings is taken or empty.
    Add(Identity, Rc<EvidenceEntry>),
    Text(usize, EntryText, Text),
    Kind(usize, EvidenceKind),
    Date(usize, Option<Date>),
    ValidUntil(usize, Option<Date>),
    Confidentiality(usize, Confidentiality),
    File(usize, Option<EvidenceFile>),
    /// Gives an entry another number; the references that name it follow, also those in the texts of the items and of the
    /// organisation overview. Nothing happens where the number is taken or none.
    Renumber(usize, Text),
    /// Removes an entry; the references that name it stay as texts.
    Remove(usize),
}

/// A text field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryText {
    Title,
    Owner,
    Place,
}

impl RegisterChange {
    pub(in crate::assessment) fn apply(&self, assessment: &mut Assessment) {
        if let RegisterChange::Renumber(at, number) = self {
            renumber(assessment, *at, number);
            return;
        }
        let register = Rc::make_mut(&mut assessment.evidence);
        let mut entry = |at: usize, change: &dyn Fn(&mut EvidenceEntry)| {
            if let Some(entry) = register.entries.get_mut(at) {
                change(Rc::make_mut(entry));
            }
        };
        match self {
            RegisterChange::Text(at, field, content) => entry(*at, &|entry| {
                *(match field {
                    EntryText::Title => &mut entry.title,
                    EntryText::Owner => &mut entry.owner,
                    EntryText::Place => &mut entry.place,
                }) = content.clone();
            }),
            RegisterChange::Kind(at, kind) => entry(*at, &|entry| entry.kind = *kind),
            RegisterChange::Date(at, date) => entry(*at, &|entry| entry.date = *date),
            RegisterChange::ValidUntil(at, date) => entry(*at, &|entry| entry.valid_until = *date),
            RegisterChange::Confidentiality(at, confidentiality) => entry(*at, &|entry| entry.confidentiality = *confidentiality),
            RegisterChange::File(at, file) => entry(*at, &|entry| entry.file = file.clone()),
            RegisterChange::Add(identity, new) => register.add(*identity, new),
            RegisterChange::Remove(at) if *at < register.entries.len() => drop(register.entries.remove(*at)),
            RegisterChange::Remove(_) | RegisterChange::Renumber(..) => {}
        }
    }
}

impl EvidenceRegister {
    fn add(&mut self, identity: Identity, new: &EvidenceEntry) {
        let mut entry = new.clone();
        if !self.is_free(&entry.number) {
            entry.number = self.next_number();
        }
        entry.key = identity.of_new("evidence-", &entry.key, &|key| self.entries.iter().any(|there| *there.key == *key));
        entry.file = entry.file.filter(|file| EvidenceFile::is_sha256(&file.sha256));
        self.entries.push(Rc::new(entry));
    }
}

fn renumber(assessment: &mut Assessment, at: usize, number: &Text) {
    let register = &assessment.evidence;
    if at >= register.entries.len() || !register.is_free(number) || !is_evidence_number(number) {
        return;
    }
    let before = register.clone();
    let renamed = Renamed {
        index: NumberIndex::of(&before),
        at,
        number,
    };
    for item in &mut assessment.items {
        renamed.item(item);
    }
    for topic in ProfileText::OVERVIEW {
        if let Some(content) = renamed.one(assessment.organisation.text(topic), Manner::Prose) {
            Rc::make_mut(&mut assessment.organisation).set_text(topic, content);
        }
    }
    let conditions = &assessment.eligibility.conditions;
    let changed: Vec<(usize, Text)> = conditions
        .iter()
        .enumerate()
        .filter_map(|(at, condition)| Some((at, renamed.one(&condition.evidence, Manner::Reference)?)))
        .collect();
    if !changed.is_empty() {
        let eligibility = Rc::make_mut(&mut assessment.eligibility);
        for (at, evidence) in changed {
            eligibility.conditions[at].evidence = evidence;
        }
    }
    if let Some(figures) = renamed.figures(&assessment.figures) {
        assessment.figures = Rc::new(figures);
    }
    if let Some(entry) = Rc::make_mut(&mut assessment.evidence).entries.get_mut(at) {
        Rc::make_mut(entry).number = number.clone();
    }
}

/// References in which one entry's number is another.
struct Renamed<'a> {
    index: NumberIndex<'a>,
    at: usize,
    number: &'a str,
}

impl Renamed<'_> {
    /// The text with the new number; none where it does not name the entry.
    fn one(&self, reference: &str, manner: Manner) -> Option<Text> {
        let mut renamed = String::new();
        let mut done = 0;
        for mention in self.index.mentions(reference, manner) {
            if mention.entry == Some(self.at) {
                renamed.push_str(&reference[done..mention.place.start]);
                renamed.push_str(self.number);
                done = mention.place.end;
            }
        }
        if done == 0 {
            return None;
        }
        renamed.push_str(&reference[done..]);
        Some(text(renamed))
    }

    fn all(&self, references: &[Text]) -> Option<Vec<Text>> {
        let renamed: Vec<Option<Text>> = references.iter().map(|reference| self.one(reference, Manner::Reference)).collect();
        renamed.iter().any(Option::is_some).then(|| {
            let both = references.iter().zip(renamed);
            both.map(|(reference, renamed)| renamed.unwrap_or_else(|| reference.clone())).collect()
        })
    }

    /// The references of an item, and its texts.
    fn item(&self, item: &mut Rc<ItemRecord>) {
        if let Some(evidence) = self.all(&item.evidence) {
            Rc::make_mut(item).evidence = evidence;
        }
        let factors = item.bands.len();
        for (scope, factor) in (0..item.scopes()).flat_map(|scope| (0..factors).map(move |factor| (scope, factor))) {
            if let Some(answer) = self.one(item.answer(scope, factor), Manner::Prose) {
                Rc::make_mut(item).set_answer(scope, factor, answer);
            }
        }
        let texts = [&item.strengths, &item.opportunities, &item.remark].map(|text| self.one(text, Manner::Prose));
        if texts.iter().any(Option::is_some) {
            let record = Rc::make_mut(item);
            let fields = [&mut record.strengths, &mut record.opportunities, &mut record.remark];
            for (field, text) in fields.into_iter().zip(texts) {
                *field = text.unwrap_or_else(|| field.clone());
            }
        }
    }

    fn figures(&self, figures: &FigureBook) -> Option<FigureBook> {
        let mut after = figures.clone();
        let mut changed = false;
        for record in &mut after.indicators {
            if let Some(evidence) = self.one(&record.evidence, Manner::Reference) {
                Rc::make_mut(record).evidence = evidence;
                changed = true;
            }
        }
        for own in &mut after.own {
            if let Some(evidence) = self.one(&own.record.evidence, Manner::Reference) {
                Rc::make_mut(own).record.evidence = evidence;
                changed = true;
            }
        }
        changed.then_some(after)
    }
}
