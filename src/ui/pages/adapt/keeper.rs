//! The draft on the page: changed by edits, undone, and kept on this device within a second.

use super::with_cases_of_host;
use crate::browser::clock;
use crate::browser::packs::{self, KeptPack};
use crate::browser::storage::{StorageError, new_id};
use crate::criteria::{Draft, DraftHistory, Edit};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How long the keeper waits for more changes before it saves, in milliseconds.
const REST: u32 = 300;

/// Whether the draft is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Saved {
    Yes,
    Soon,
    No(StorageError),
}

struct Inner {
    key: String,
    history: RefCell<Option<DraftHistory>>,
    missing: Cell<bool>,
    saved: Cell<Saved>,
    saving: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    redraw: Callback<()>,
}

/// A handle to the draft of one page.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

/// Keeps a new draft and tells its key.
pub async fn keep_new(draft: &Draft) -> Result<String, StorageError> {
    let key = new_id();
    packs::save(&kept(&key, draft)).await?;
    Ok(key)
}

fn kept(key: &str, draft: &Draft) -> KeptPack {
    KeptPack {
        key: key.to_owned(),
        file: None,
        draft: Some(draft.write()),
        modified: clock::now(),
    }
}

impl Keeper {
    /// Opens the draft of a key; `redraw` is told of every change.
    pub fn open(key: String, redraw: Callback<()>) -> Keeper {
        let keeper = Keeper(Rc::new(Inner {
            key,
            history: RefCell::default(),
            missing: Cell::new(false),
            saved: Cell::new(Saved::Yes),
            saving: Cell::new(false),
            timer: RefCell::default(),
            redraw,
        }));
        let opened = keeper.clone();
        spawn_local(async move {
            let found = packs::load(&opened.0.key).await.ok().flatten();
            let mut draft = found.and_then(|kept| Draft::read(&kept.draft?).ok());
            if let Some(read) = draft.take() {
                draft = Some(with_cases_of_host(read).await);
            }
            opened.0.missing.set(draft.is_none());
            *opened.0.history.borrow_mut() = draft.map(DraftHistory::new);
            opened.0.redraw.emit(());
        });
        keeper
    }

    /// The draft as it is now; none while it is being read, or where there is none.
    pub fn draft(&self) -> Option<Draft> {
        self.0.history.borrow().as_ref().map(|history| history.present().clone())
    }
    /// Whether nothing is kept under the key.
    pub fn is_missing(&self) -> bool {
        self.0.missing.get()
    }
    pub fn saved(&self) -> Saved {
        self.0.saved.get()
    }
    /// Whether there is something to undo, and to redo.
    pub fn steps(&self) -> (bool, bool) {
        self.0
            .history
            .borrow()
            .as_ref()
            .map_or((false, false), |history| (history.can_undo(), history.can_redo()))
    }

    /// Makes the edit that `edit` makes of the draft, if any.
    pub fn make(&self, edit: impl FnOnce(&Draft) -> Option<Edit>) {
        self.change(|history| history.after(&edit(history.present())?));
    }
    pub fn undo(&self) {
        self.change(DraftHistory::undone);
    }
    pub fn redo(&self) {
        self.change(DraftHistory::redone);
    }

    fn change(&self, next: impl FnOnce(&DraftHistory) -> Option<DraftHistory>) {
        let next = self.0.history.borrow().as_ref().and_then(next);
        let Some(next) = next else { return };
        *self.0.history.borrow_mut() = Some(next);
        self.0.saved.set(Saved::Soon);
        let keeper = self.clone();
        self.0.timer.borrow_mut().get_or_insert_with(|| Timeout::new(REST, move || keeper.save()));
        self.0.redraw.emit(());
    }

    /// Saves what is not kept yet, without waiting.
    pub fn save(&self) {
        *self.0.timer.borrow_mut() = None;
        if self.0.saving.get() || self.0.saved.get() == Saved::Yes {
            return;
        }
        let Some(draft) = self.draft() else { return };
        let kept = kept(&self.0.key, &draft);
        self.0.saving.set(true);
        let keeper = self.clone();
        spawn_local(async move {
            let outcome = packs::save(&kept).await;
            keeper.0.saving.set(false);
            match outcome {
                // What was changed meanwhile is saved next.
                Ok(()) if keeper.draft() != Some(draft) => keeper.save(),
                Ok(()) => keeper.0.saved.set(Saved::Yes),
                Err(error) => keeper.0.saved.set(Saved::No(error)),
            }
            keeper.0.redraw.emit(());
        });
    }
}
