//! The scoring copy on the page: read under its criteria once these are there, changed, and kept within a second.

use crate::archive::{ReadError, ScoringCopy, open_scoring, write_scoring};
use crate::browser::panels::{self, Kind};
use crate::browser::storage::{StorageError, Stored};
use crate::browser::training::KeptRun;
use crate::criteria::{ItemSlot, Pack};
use crate::date::{Date, parse_date};
use crate::panel::{Judgement, SheetChange};
use crate::ui::keeping::Keeping;
use crate::ui::kit::Kit;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// A copy with its criteria.
#[derive(Clone)]
pub struct Held {
    pub pack: Rc<Pack>,
    pub copy: Rc<ScoringCopy>,
    /// What a case of the training has besides.
    pub case: Option<Case>,
}

/// A copy that is scored against a reference.
#[derive(Clone)]
pub struct Case {
    /// The text of the reference's file.
    pub reference: Rc<str>,
    /// Ratings are no longer changed from that day on.
    pub finished: Option<Date>,
}

impl Held {
    pub fn is_finished(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.finished.is_some())
    }

    /// As it is kept.
    fn written(&self) -> String {
        let copy = write_scoring(&self.copy, &self.pack);
        let Some(case) = &self.case else { return copy };
        let run = KeptRun {
            reference: String::from(&*case.reference),
            copy,
            finished: case.finished.map(|day| day.to_string()).unwrap_or_default(),
        };
        run.write()
    }

    /// Reads what was kept under the criteria it names.
    fn read(kind: Kind, content: &str, kit: &Kit) -> Result<Held, ReadError> {
        let run = match kind {
            Kind::Training => Some(KeptRun::read(content).ok_or(ReadError::NotScoring)?),
            _ => None,
        };
        let copy = run.as_ref().map_or(content, |run| &run.copy);
        let opened = open_scoring(copy.as_bytes())?;
        let reference = opened.pack().clone();
        let pack = kit.shelf.library().edition(&reference.id, &reference.edition).cloned();
        let pack = pack.ok_or(ReadError::UnknownPack {
            id: reference.id,
            edition: reference.edition,
        })?;
        Ok(Held {
            copy: Rc::new(opened.with_pack(&pack)?),
            pack,
            case: run.map(|run| Case {
                finished: parse_date(&run.finished),
                reference: run.reference.into(),
            }),
        })
    }
}

/// Where the copy stands.
#[derive(Clone)]
pub enum State {
    Reading,
    Missing,
    Failed(StorageError),
    Unreadable(ReadError),
    Ready(Held),
}

struct Inner {
    kind: Kind,
    key: String,
    /// As it was read from storage, until its criteria are there.
    stored: RefCell<Option<Stored>>,
    state: Rc<RefCell<State>>,
    keeping: RefCell<Option<Keeping>>,
    redraw: Callback<()>,
}

/// A handle to the copy of one page.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

impl Desk {
    /// Reads the copy of a key, one of the workshop or of the training; `redraw` is told of every change.
    pub fn open(kind: Kind, key: String, redraw: Callback<()>) -> Desk {
        let desk = Desk(Rc::new(Inner {
            kind,
            key,
            stored: RefCell::default(),
            state: Rc::new(RefCell::new(State::Reading)),
            keeping: RefCell::default(),
            redraw,
        }));
        let opened = desk.clone();
        spawn_local(async move {
            match panels::load(opened.0.kind, &opened.0.key).await {
                Ok(Some(stored)) => *opened.0.stored.borrow_mut() = Some(stored),
                Ok(None) => *opened.0.state.borrow_mut() = State::Missing,
                Err(error) => *opened.0.state.borrow_mut() = State::Failed(error),
            }
            opened.0.redraw.emit(());
        });
        desk
    }

    pub fn state(&self) -> State {
        self.0.state.borrow().clone()
    }
    pub fn held(&self) -> Option<Held> {
        match &*self.0.state.borrow() {
            State::Ready(held) => Some(held.clone()),
            _ => None,
        }
    }
    pub fn keeping(&self) -> Option<Keeping> {
        self.0.keeping.borrow().clone()
    }
    pub fn judgement(&self, item: ItemSlot) -> Option<Judgement> {
        self.held().map(|held| held.copy.sheet.judgement(item).clone())
    }

    /// Reads what came from storage under its criteria, once they are there.
    pub fn settle(&self, kit: &Kit) {
        let Some(stored) = self.0.stored.borrow_mut().take() else { return };
        match Held::read(self.0.kind, &stored.content, kit) {
            Err(ReadError::UnknownPack { .. }) if !kit.shelf.is_settled() => {
                *self.0.stored.borrow_mut() = Some(stored);
                kit.shelf.want_all();
                return;
            }
            Err(error) => *self.0.state.borrow_mut() = State::Unreadable(error),
            Ok(held) => {
                let state = self.0.state.clone();
                let write = move || match &*state.borrow() {
                    State::Ready(held) => held.written(),
                    _ => String::new(),
                };
                *self.0.state.borrow_mut() = State::Ready(held);
                let (state, kind, kit) = (self.0.state.clone(), self.0.kind, kit.clone());
                let take = move |content: &str| match Held::read(kind, content, &kit) {
                    Ok(held) => {
                        *state.borrow_mut() = State::Ready(held);
                        true
                    }
                    Err(_) => false,
                };
                let keeping = Keeping::new(self.0.kind, &self.0.key, stored.revision, write, take, self.0.redraw.clone());
                *self.0.keeping.borrow_mut() = Some(keeping);
            }
        }
        self.0.redraw.emit(());
    }

    /// Changes one judgement.
    pub fn change(&self, item: ItemSlot, change: &SheetChange) {
        self.replace(|copy| ScoringCopy {
            sheet: copy.sheet.changed(item, change),
            ..copy.clone()
        });
    }

    /// Counts the copy up and gives the small file that goes back.
    pub fn hand_back(&self) -> Option<(Held, String)> {
        let held = self.held()?;
        let back = held.copy.handed_back();
        self.replace(|copy| ScoringCopy {
            sheet: back.sheet.clone(),
            ..copy.clone()
        });
        Some((self.held()?, write_scoring(&back, &held.pack)))
    }

    /// Ends the scoring of a case; the day it was ended first stays.
    pub fn finish(&self, day: Date) {
        let Some(held) = self.held().filter(|held| !held.is_finished()) else { return };
        let case = held.case.clone().map(|case| Case { finished: Some(day), ..case });
        self.put(Held { case, ..held });
    }

    fn replace(&self, next: impl FnOnce(&ScoringCopy) -> ScoringCopy) {
        let Some(held) = self.held().filter(|held| !held.is_finished()) else { return };
        let copy = next(&held.copy);
        if copy != *held.copy {
            self.put(Held { copy: Rc::new(copy), ..held });
        }
    }

    fn put(&self, held: Held) {
        *self.0.state.borrow_mut() = State::Ready(held);
        self.0.keeping.borrow().iter().for_each(Keeping::changed);
    }
}
