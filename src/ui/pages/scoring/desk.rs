//! The scoring copy on the page: read under its criteria once these are there, changed, and kept within a second.

use crate::archive::{ReadError, ScoringCopy, open_scoring, write_scoring};
use crate::browser::panels::{self, Kind};
use crate::browser::storage::{StorageError, Stored};
use crate::criteria::{ItemSlot, Pack};
use crate::panel::{Judgement, SheetChange};
use crate::ui::keeping::Keeping;
use crate::ui::kit::Kit;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// A copy with its criteria.
#[derive(Clone)]
pub(super) struct Held {
    pub pack: Rc<Pack>,
    pub copy: Rc<ScoringCopy>,
}

/// Where the copy stands.
#[derive(Clone)]
pub(super) enum State {
    Reading,
    Missing,
    Failed(StorageError),
    Unreadable(ReadError),
    Ready(Held),
}

struct Inner {
    key: String,
    /// As it was read from storage, until its criteria are there.
    stored: RefCell<Option<Stored>>,
    state: Rc<RefCell<State>>,
    keeping: RefCell<Option<Keeping>>,
    redraw: Callback<()>,
}

/// A handle to the copy of one page.
#[derive(Clone)]
pub(super) struct Desk(Rc<Inner>);

impl Desk {
    /// Reads the copy of a key; `redraw` is told of every change.
    pub fn open(key: String, redraw: Callback<()>) -> Desk {
        let desk = Desk(Rc::new(Inner {
            key,
            stored: RefCell::default(),
            state: Rc::new(RefCell::new(State::Reading)),
            keeping: RefCell::default(),
            redraw,
        }));
        let opened = desk.clone();
        spawn_local(async move {
            match panels::load(Kind::Scoring, &opened.0.key).await {
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
        let read = open_scoring(stored.content.as_bytes()).and_then(|opened| {
            let reference = opened.pack().clone();
            let unknown = || ReadError::UnknownPack {
                id: reference.id.clone(),
                edition: reference.edition.clone(),
            };
            let pack = kit.shelf.library().edition(&reference.id, &reference.edition).cloned().ok_or_else(unknown)?;
            let copy = Rc::new(opened.with_pack(&pack)?);
            Ok(Held { pack, copy })
        });
        match read {
            Err(ReadError::UnknownPack { .. }) if !kit.shelf.is_settled() => {
                *self.0.stored.borrow_mut() = Some(stored);
                kit.shelf.want_all();
                kit.shelf.start_once();
                return;
            }
            Err(error) => *self.0.state.borrow_mut() = State::Unreadable(error),
            Ok(held) => {
                let state = self.0.state.clone();
                let write = move || match &*state.borrow() {
                    State::Ready(held) => write_scoring(&held.copy, &held.pack),
                    _ => String::new(),
                };
                *self.0.state.borrow_mut() = State::Ready(held);
                let keeping = Keeping::new(Kind::Scoring, &self.0.key, stored.revision, write, self.0.redraw.clone());
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

    fn replace(&self, next: impl FnOnce(&ScoringCopy) -> ScoringCopy) {
        let Some(held) = self.held() else { return };
        let copy = next(&held.copy);
        if copy == *held.copy {
            return;
        }
        *self.0.state.borrow_mut() = State::Ready(Held { copy: Rc::new(copy), ..held });
        self.0.keeping.borrow().iter().for_each(Keeping::changed);
    }
}
