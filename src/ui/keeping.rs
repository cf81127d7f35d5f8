//! One record beside the assessments, kept by itself within a second, never overwritten by something older. What changes
//! goes into the journal before that.
//!
//! Whoever owns the record tells of a change and hands over how it is written, which is done when it is saved, and how it is
//! taken over: what another window has saved is shown, and where both wrote the two are made into one.

use super::app::{Merging, Part, given, load};
use super::kit::Kit;
use super::shell::storage_words;
use super::store::SaveState;
use crate::archive::journal::Written;
use crate::browser::panels::{self, Kind};
use crate::browser::storage::StorageError;
use crate::browser::{clock, journal, page, windows};
use crate::language::fill;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long to wait for more changes before saving, in milliseconds.
const REST: u32 = 300;
/// How long a change waits for more before it is put into the journal, in milliseconds.
const PAUSE: u32 = 20;
/// How long the record may be under way before it is said that the storage does not answer, in milliseconds. It goes on being waited for.
const SILENCE: u32 = 8_000;

struct Inner {
    kind: Kind,
    key: String,
    revision: Cell<u32>,
    /// Counts changes.
    changes: Cell<u32>,
    /// The change up to which everything is kept.
    kept: Cell<u32>,
    state: RefCell<SaveState>,
    saving: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    pause: RefCell<Option<Timeout>>,
    write: Box<dyn Fn() -> String>,
    take: Box<dyn Fn(&str) -> bool>,
    /// What is kept, as this window knows it.
    base: RefCell<String>,
    hearing: RefCell<Option<EventListener>>,
    redraw: Callback<()>,
}

/// A handle to what sees to one record's being kept.
#[derive(Clone)]
pub struct Keeping(Rc<Inner>);

impl Keeping {
    /// Of a record that is kept at a revision, 0 where it is not kept yet; `write` gives it as it is, and `take` makes it what a
    /// text says, which is false where that cannot be read.
    pub fn new(
        kind: Kind,
        key: &str,
        revision: u32,
        write: impl Fn() -> String + 'static,
        take: impl Fn(&str) -> bool + 'static,
        redraw: Callback<()>,
    ) -> Keeping {
        let keeping = Keeping(Rc::new(Inner {
            kind,
            key: key.to_owned(),
            revision: Cell::new(revision),
            changes: Cell::new(0),
            kept: Cell::new(0),
            state: RefCell::new(SaveState::Saved(0.0)),
            saving: Cell::new(false),
            timer: RefCell::default(),
            pause: RefCell::default(),
            base: RefCell::new(write()),
            write: Box::new(write),
            take: Box::new(take),
            hearing: RefCell::default(),
            redraw,
        }));
        // The listener must not keep alive what holds it.
        let (record, of) = (Rc::downgrade(&keeping.0), kind.journalled(key));
        *keeping.0.hearing.borrow_mut() = windows::on_saved(move |id, revision| {
            if let Some(inner) = record.upgrade().filter(|inner| id == of && inner.revision.get() < revision) {
                Keeping(inner).follow();
            }
        });
        keeping
    }

    /// Shows what another window has saved, unless something is written here that is not kept yet: then saving joins the two.
    fn follow(&self) {
        let keeping = self.clone();
        spawn_local(async move {
            let inner = &keeping.0;
            let Ok(Some(stored)) = panels::load(inner.kind, &inner.key).await else {
                return;
            };
            if !keeping.is_unsaved() && !inner.saving.get() && stored.revision > inner.revision.get() && (inner.take)(&stored.content) {
                inner.revision.set(stored.revision);
                *inner.base.borrow_mut() = stored.content;
                inner.redraw.emit(());
            }
        });
    }

    /// Makes one of what another window has saved and what was written here; false where that cannot be had now. Then what was written
    /// here stands on the page alone, which is said, and the next change tries again.
    async fn join(&self) -> bool {
        let inner = &self.0;
        let joined = async {
            load(Part::Merging).await.ok()?;
            let stored = panels::kept(inner.kind, &inner.key).await.ok()??;
            let base = inner.base.borrow().clone();
            let joined = (given::<Merging>(Part::Merging)?.records)(&base, &stored.content, &(inner.write)())?;
            (inner.take)(&joined).then_some(stored)
        };
        let Some(stored) = joined.await else { return false };
        inner.revision.set(stored.revision);
        *inner.base.borrow_mut() = stored.content;
        *inner.state.borrow_mut() = SaveState::Pending;
        true
    }

    /// Whether the storage has not answered for long.
    fn is_silent(&self) -> bool {
        *self.0.state.borrow() == SaveState::Failed(StorageError::Silent)
    }

    /// Whether another window goes on with the record.
    fn is_behind(&self) -> bool {
        *self.0.state.borrow() == SaveState::Failed(StorageError::Newer)
    }

    /// The record has changed.
    pub fn changed(&self) {
        let inner = &self.0;
        inner.changes.set(inner.changes.get() + 1);
        let is_told = self.is_behind() || (inner.saving.get() && self.is_silent());
        if !is_told {
            *inner.state.borrow_mut() = SaveState::Pending;
        }
        if page::is_hidden() {
            self.leave();
        } else {
            let keeping = self.clone();
            inner.timer.borrow_mut().get_or_insert_with(|| Timeout::new(REST, move || keeping.save()));
        }
        let keeping = self.clone();
        inner.pause.borrow_mut().get_or_insert_with(|| Timeout::new(PAUSE, move || keeping.put_down()));
        inner.redraw.emit(());
    }

    fn is_unsaved(&self) -> bool {
        self.0.changes.get() != self.0.kept.get()
    }

    /// Saves what is not kept yet, without waiting; where another window goes on with the record, joins the two first.
    pub fn save(&self) {
        let inner = &self.0;
        *inner.timer.borrow_mut() = None;
        if inner.saving.get() || !self.is_unsaved() {
            return;
        }
        inner.saving.set(true);
        let (keeping, content, mark, changes) = (self.clone(), (inner.write)(), journal::next_mark(), inner.changes.get());
        let waiting = self.clone();
        let silence = Timeout::new(SILENCE, move || {
            *waiting.0.state.borrow_mut() = SaveState::Failed(StorageError::Silent);
            waiting.0.redraw.emit(());
        });
        spawn_local(async move {
            let inner = &keeping.0;
            let outcome = if keeping.is_behind() {
                Err(StorageError::Newer)
            } else {
                panels::save(inner.kind, &inner.key, &content, inner.revision.get(), &mark).await
            };
            drop(silence);
            if keeping.is_silent() {
                *inner.state.borrow_mut() = SaveState::Pending;
            }
            let goes_on = match outcome {
                Ok(revision) => {
                    *inner.base.borrow_mut() = content;
                    inner.revision.set(revision);
                    inner.kept.set(changes);
                    if !keeping.is_unsaved() {
                        *inner.state.borrow_mut() = SaveState::Saved(clock::now());
                    }
                    true
                }
                Err(error) => {
                    *inner.state.borrow_mut() = SaveState::Failed(error);
                    error == StorageError::Newer && keeping.join().await
                }
            };
            inner.saving.set(false);
            if goes_on {
                keeping.save();
            }
            inner.redraw.emit(());
        });
    }

    /// Puts what is not kept yet into the journal, without waiting.
    fn put_down(&self) {
        let inner = &self.0;
        *inner.pause.borrow_mut() = None;
        if self.is_unsaved() {
            let written = Written::Whole((inner.write)());
            journal::put_down(&inner.kind.journalled(&inner.key), inner.revision.get(), written);
        }
    }

    /// Leaves what is not kept yet behind as the page goes.
    fn leave_behind(&self) {
        let inner = &self.0;
        if self.is_unsaved() {
            let written = Written::Whole((inner.write)());
            journal::leave_behind(&inner.kind.journalled(&inner.key), inner.revision.get(), written);
        }
    }

    /// Saves, and puts what is not kept yet into the journal before: the page may be gone before the record is written.
    pub fn leave(&self) {
        self.put_down();
        self.save();
    }

    /// Whether everything is kept, in words; what to do where it is not.
    pub fn told(&self, kit: &Kit) -> Html {
        let words = kit.words();
        match &*self.0.state.borrow() {
            SaveState::Saved(0.0) => html! { <span class="saved good" role="status">{ words.workshop_kept() }</span> },
            SaveState::Saved(at) => html! { <span class="saved good" role="status">{ fill(words.workshop_kept_at(), &[("time", &clock::short(*at))]) }</span> },
            SaveState::Pending => html! { <span class="saved saving" role="status">{ words.saved_saving() }</span> },
            SaveState::Failed(StorageError::Newer) => html! { <span class="saved bad" role="status">{ words.workshop_newer() }</span> },
            SaveState::Failed(error) => {
                html! { <span class="saved bad" role="status">{ fill(words.adapt_not_saved(), &[("reason", storage_words(words, *error))]) }</span> }
            }
        }
    }
}

/// Saves whenever the page is hidden or left, and when the component goes.
#[hook]
pub fn use_kept(keeping: impl Fn() -> Option<Keeping> + Clone + 'static) {
    use_effect_with((), move |()| {
        let (on_hidden, on_gone) = (keeping.clone(), keeping.clone());
        let heard = (
            page::on_gone(move || on_gone().iter().for_each(Keeping::leave_behind)),
            page::on_hidden(move || on_hidden().iter().for_each(Keeping::leave)),
        );
        move || {
            drop(heard);
            keeping().iter().for_each(Keeping::leave);
        }
    });
}
