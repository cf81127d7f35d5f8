//! Notes: what somebody who works on an assessment says to the others of an answer, a figure or an item, open until it is done. Notes
//! are part of the work and of no document.

use super::action::Field;
use super::figures::{FigureSlot, FigureText};
use super::identity::Identity;
use super::record::{Assessment, Text};
use crate::criteria::{ItemSlot, Pack};
use crate::date::Date;
use std::rc::Rc;

/// All notes, in the order they were written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    pub entries: Vec<Rc<Note>>,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its name in the file; never changes.
    pub id: Text,
    pub place: NotePlace,
    /// Who wrote it, as they call themselves; may be empty.
    pub author: Text,
    /// The day it was written.
    pub day: Option<Date>,
    pub text: Text,
    /// Whether it is settled; open otherwise.
    pub done: bool,
}

/// What a note is about, by the ids of the pack: a note stays one whatever the criteria have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotePlace {
    /// An item as a whole.
    Item(Text),
    /// The answer to a factor, of a prompt or, where that is empty, of the item as a whole.
    Answer {
        item: Text,
        prompt: Text,
        factor: Text,
    },
    Strengths(Text),
    Opportunities(Text),
    Remark(Text),
    /// An indicator of the pack, or one of one's own; in a year, or all of it.
    Figure {
        indicator: Text,
        own: bool,
        year: Option<i32>,
    },
}

/// A change of the notes.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteChange {
    /// Adds a note, under that identity where it brings no id that is free. One without a word is none.
    Add(Identity, Rc<Note>),
    Text(usize, Text),
    Done(usize, bool),
    Remove(usize),
}

impl Notes {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    /// How many are open.
    pub fn open(&self) -> usize {
        self.entries.iter().filter(|note| !note.done).count()
    }
    /// The notes at a place, with their positions.
    pub fn at<'a>(&'a self, place: &'a NotePlace) -> impl Iterator<Item = (usize, &'a Rc<Note>)> {
        self.entries.iter().enumerate().filter(move |(_, note)| note.place == *place)
    }

    pub(super) fn change(&mut self, change: &NoteChange) {
        match change {
            NoteChange::Add(_, note) if note.text.trim().is_empty() => {}
            NoteChange::Add(identity, note) => {
                let id = identity.of_new("note-", &note.id, &|id| self.entries.iter().any(|there| *there.id == *id));
                self.entries.push(Rc::new(Note { id, ..Note::clone(note) }));
            }
            NoteChange::Text(at, text) => self.with(*at, |note| note.text = text.clone()),
            NoteChange::Done(at, done) => self.with(*at, |note| note.done = *done),
            NoteChange::Remove(at) if *at < self.entries.len() => {
                self.entries.remove(*at);
            }
            NoteChange::Remove(_) => {}
        }
    }

    fn with(&mut self, at: usize, change: impl FnOnce(&mut Note)) {
        if let Some(note) = self.entries.get_mut(at) {
            change(Rc::make_mut(note));
        }
    }
}

impl NotePlace {
    /// The place of a text field that can have notes; none of others.
    pub fn of(pack: &Pack, assessment: &Assessment, field: Field) -> Option<NotePlace> {
        let id = |item: ItemSlot| Text::from(pack.item(item).id.as_str());
        Some(match field {
            Field::Answer { item, scope, factor } => NotePlace::Answer {
                item: id(item),
                prompt: scope
                    .checked_sub(1)
                    .and_then(|at| pack.item(item).prompts.get(at))
                    .map_or("", |prompt| &prompt.id)
                    .into(),
                factor: pack.rubric_of(item).factors.get(factor)?.id.as_str().into(),
            },
            Field::Strengths(item) => NotePlace::Strengths(id(item)),
            Field::Opportunities(item) => NotePlace::Opportunities(id(item)),
            Field::Remark(item) => NotePlace::Remark(id(item)),
            Field::Figure(slot, FigureText::Gap(year)) => NotePlace::figure(pack, assessment, slot, Some(year))?,
            Field::Figure(slot, _) => NotePlace::figure(pack, assessment, slot, None)?,
            Field::Own(at, _) => NotePlace::figure(pack, assessment, FigureSlot::Own(at), None)?,
            _ => return None,
        })
    }

    /// The place of an indicator, in a year or as a whole; none of an own one that is not there.
    pub fn figure(pack: &Pack, assessment: &Assessment, slot: FigureSlot, year: Option<i32>) -> Option<NotePlace> {
        let (indicator, own) = match slot {
            FigureSlot::Catalogue(slot) => (pack.indicator(slot).id.as_str().into(), false),
            FigureSlot::Own(at) => (assessment.figures.own.get(at)?.id.clone(), true),
        };
        Some(NotePlace::Figure { indicator, own, year })
    }

    /// The indicator it is about; none where it is about none, or about one that is not there.
    pub fn indicator(&self, pack: &Pack, assessment: &Assessment) -> Option<FigureSlot> {
        match self {
            NotePlace::Figure { indicator, own: true, .. } => {
                let at = assessment.figures.own.iter().position(|own| own.id == *indicator)?;
                Some(FigureSlot::Own(at))
            }
            NotePlace::Figure { indicator, .. } => {
                let slot = pack.indicator_slot(indicator)?;
                Some(FigureSlot::Catalogue(slot))
            }
            _ => None,
        }
    }

    /// The id of the item it belongs to, also of one the pack does not have; that of an indicator is its item. None where an indicator is not
    /// there, or an own one belongs to no item.
    pub fn item<'a>(&'a self, pack: &'a Pack, assessment: &'a Assessment) -> Option<&'a str> {
        let id: &str = match self {
            NotePlace::Item(item) | NotePlace::Answer { item, .. } => item,
            NotePlace::Strengths(item) | NotePlace::Opportunities(item) | NotePlace::Remark(item) => item,
            NotePlace::Figure { .. } => match self.indicator(pack, assessment)? {
                FigureSlot::Catalogue(slot) => &pack.indicator(slot).item,
                FigureSlot::Own(at) => &assessment.figures.own.get(at)?.item,
            },
        };
        (!id.is_empty()).then_some(id)
    }
}
