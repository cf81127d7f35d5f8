//! A pack that is being changed: the original, the files as they are now, and what is remembered beside them.
//!
//! A draft may have faults at any time. What is inside is shared until it is changed, so a copy costs next to nothing.

use super::difference::{Side, differences_between, figures_at};
use super::notes::{Cited, Notes};
use super::wording::Wording;
use crate::criteria::content::PackView;
use crate::criteria::fault::Fault;
use crate::criteria::lineage::Succession;
use crate::criteria::pack::{Pack, read};
use crate::criteria::places::{filled, names_taken};
use crate::criteria::sources::{Attribution, Sources, figures};
use crate::criteria::structure::{Change, Structure};
use crate::json::{self, ToJson};
use serde_json::{Map, Value};
use std::rc::Rc;

/// A copy of a pack that is being changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub(super) original: Rc<Pack>,
    pub(super) structure: Rc<Value>,
    pub(super) sources: Rc<Value>,
    pub(super) texts: Rc<Vec<(String, Value)>>,
    /// Worked cases, as `cases.json`; null where there are none.
    pub(super) cases: Rc<Value>,
    /// The texts with figures filled in.
    pub(super) filled: Rc<Value>,
    pub(super) notes: Rc<Notes>,
    /// What the two say.
    pub(super) typed: (Rc<Structure>, Rc<Sources>),
}

/// How the points of a draft add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Points of all items without the bonus items.
    pub points: u32,
    /// What they shall add up to.
    pub total: u32,
    /// Points of the bonus items.
    pub bonus: u32,
}

impl Draft {
    /// A draft that is still the pack itself. `citation` says in each language what a figure rests on that was changed
    /// without a word about its source.
    pub fn of(pack: &Pack, citation: &Wording) -> Draft {
        let content = pack.content();
        let mut structure = content.structure.clone();
        if let Value::Object(members) = &mut structure {
            json::set(members, "adapted", record(pack, &[], &[]));
        }
        let mut draft = Draft {
            notes: Rc::new(Notes {
                here: here(pack, citation),
                ..Notes::default()
            }),
            structure: Rc::new(structure),
            sources: Rc::new(content.sources.clone()),
            texts: Rc::new(content.texts.clone()),
            cases: Rc::new(content.cases.clone()),
            filled: Rc::new(pack.view().filled.clone()),
            typed: (Rc::new(pack.structure().clone()), Rc::new(pack.sources().clone())),
            original: Rc::new(pack.clone()),
        };
        // With the record in it; a checked pack can always be read.
        draft.read_structure(&mut Vec::new());
        draft
    }

    /// The pack it was made from.
    pub fn original(&self) -> &Pack {
        &self.original
    }
    /// The files as they are now; their words have the figures of now filled in.
    pub fn view(&self) -> PackView<'_> {
        PackView {
            structure: &self.structure,
            sources: &self.sources,
            texts: &self.texts,
            filled: &self.filled,
            cases: &self.cases,
        }
    }
    /// What `pack.json` says now; it may have faults.
    pub fn structure(&self) -> &Structure {
        &self.typed.0
    }
    /// What `sources.json` says now.
    pub fn sources(&self) -> &Sources {
        &self.typed.1
    }
    /// It and its original, for looking names up: what is new and what is gone.
    pub fn sides(&self) -> [PackView<'_>; 2] {
        [self.view(), self.original.view()]
    }
    /// Source and status of a figure as it is now, or of the first one that follows from a change at that place; none
    /// where no figure does, as with texts.
    pub fn attribution(&self, place: &str) -> Option<&Attribution> {
        self.sources().of(figures_at(&self.figures(), place).next()?)
    }
    /// Every figure it has now.
    pub fn figures(&self) -> Vec<String> {
        figures(self.structure())
    }
    /// Whether somebody said where a figure, or one that follows from a change at that place, comes from.
    pub fn is_attributed(&self, place: &str) -> bool {
        figures_at(&self.figures(), place).any(|figure| self.notes.given(figure).is_some())
    }
    /// Why a place was changed; empty where nobody said so.
    pub fn reason(&self, place: &str) -> &str {
        self.notes.reason(place)
    }

    /// How the points add up now: 970 of 1000.
    pub fn sum(&self) -> Sum {
        let mut sum = Sum {
            points: 0,
            total: self.structure().scoring.total,
            bonus: 0,
        };
        for item in self.structure().categories.iter().flat_map(|category| &category.items) {
            let part = if item.bonus { &mut sum.bonus } else { &mut sum.points };
            *part = part.saturating_add(item.points);
        }
        sum
    }

    /// Everything that differs from the original, with reasons and sources.
    pub fn changes(&self) -> Vec<Change> {
        let original = Side::new(self.original.content().view(), Some(self.original.structure()), Some(self.original.sources()));
        let mut changes = differences_between(&original, &Side::new(self.view(), Some(self.structure()), Some(self.sources())));
        for change in &mut changes {
            change.why = self.notes.reason(&change.place).to_owned();
        }
        changes
    }

    /// The finished pack, which carries the record of what was changed; all faults where it has any.
    pub fn finish(&self) -> Result<Pack, Vec<Fault>> {
        let mut content = self.view().to_content();
        if let Value::Object(members) = &mut content.structure {
            let items = self.succession();
            json::set(members, "adapted", record(&self.original, &self.changes(), &items));
            // Older readers do not know the record, or what items have become.
            let version = members.get("version").and_then(Value::as_str);
            let raised = match version {
                Some("1.0" | "1.1" | "1.2" | "1.3") if !items.is_empty() => Some("1.4"),
                Some("1.0") => Some("1.1"),
                _ => None,
            };
            if let Some(raised) = raised {
                json::set(members, "version", raised.into());
            }
        }
        let pack = Pack::from_content(content)?;
        let taken = names_taken(&pack, &self.original);
        if taken.is_empty() { Ok(pack) } else { Err(taken) }
    }

    /// Whether it could be finished now: the faults it has, those of reasons and citations among them.
    pub fn check(&self) -> Result<Pack, Vec<Fault>> {
        self.finish()
    }

    /// Reads again what `pack.json` says; false, and nothing is changed, where that cannot be done.
    pub(super) fn read_structure(&mut self, faults: &mut Vec<Fault>) -> bool {
        let structure = read::<Structure>("pack.json", &self.structure, faults).map(Rc::new);
        structure.map(|structure| self.typed.0 = structure).is_some()
    }

    /// Fills the figures of now into the texts.
    pub(super) fn fill_texts(&mut self) {
        self.filled = Rc::new(filled(self.structure(), &self.texts));
    }

    /// Reads again what `sources.json` says.
    pub(super) fn read_sources(&mut self, faults: &mut Vec<Fault>) -> bool {
        let sources = read::<Sources>("sources.json", &self.sources, faults).map(Rc::new);
        sources.map(|sources| self.typed.1 = sources).is_some()
    }
}

/// The member `adapted`.
pub(super) fn record(original: &Pack, changes: &[Change], items: &[Succession]) -> Value {
    let mut record = Map::new();
    json::set(&mut record, "from", original.reference().to_json());
    let changes = changes.iter().map(|change| {
        let mut told = Map::new();
        for (name, text) in [
            ("place", &change.place),
            ("old", &change.old),
            ("new", &change.new),
            ("why", &change.why),
            ("source", &change.source),
        ] {
            json::set(&mut told, name, text.as_str().into());
        }
        Value::Object(told)
    });
    json::set(&mut record, "changes", changes.collect());
    if !items.is_empty() {
        json::set(&mut record, "items", items.iter().map(ToJson::to_json).collect());
    }
    Value::Object(record)
}

/// The source of figures that are changed without a word: `adapted-here`, or the next free id where the original has
/// that one with another citation.
fn here(pack: &Pack, citation: &Wording) -> Cited {
    let same = |id: &str| {
        pack.languages()
            .all(|language| pack.words(language).source(id) == citation.get_or_first(language))
    };
    let mut source = String::from("adapted-here");
    let mut number = 1;
    while pack.source_ids().contains(&source) && !same(&source) {
        number += 1;
        source = ["adapted-here-", &number.to_string()].concat();
    }
    Cited {
        source,
        texts: citation.clone(),
    }
}
