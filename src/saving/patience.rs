//! What could not be kept is tried again: when the user asks for it, and by itself where there was no room or the browser's storage failed,
//! because room comes without anybody telling. The waits grow, so that a full disk is not asked without end.

use super::open::Open;
use super::{Device, Page, StorageError, Store};
use std::cell::{Cell, RefCell};

/// How long the first try by itself waits, in milliseconds, and each time twice as long …
const FIRST: u32 = 2_000;
/// … up to this.
const LONGEST: u32 = 60_000;

/// The next try, and how long it waits.
pub(super) struct Patience<T> {
    timer: RefCell<Option<T>>,
    wait: Cell<u32>,
}

impl<T> Default for Patience<T> {
    fn default() -> Self {
        Patience {
            timer: RefCell::default(),
            wait: Cell::new(FIRST),
        }
    }
}

impl<P: Page> Store<P> {
    /// Tries again after a failure.
    pub fn retry(&self) {
        if let Some(id) = self.id() {
            self.of(&id, |open| {
                open.tried = open.kept;
                true
            });
        }
        self.save_now();
    }

    /// Sees to another try where something could not be kept that may be another time, and to none where there is nothing of that kind any more.
    pub(super) fn be_patient(&self) {
        let patience = self.patience();
        let mut waits = false;
        self.each(|open| waits |= may_pass(open));
        if !waits {
            *patience.timer.borrow_mut() = None;
            return patience.wait.set(FIRST);
        }
        let store = self.clone();
        patience.timer.borrow_mut().get_or_insert_with(|| {
            let wait = patience.wait.get();
            patience.wait.set(LONGEST.min(2 * wait));
            self.device().after(wait, move || store.try_again())
        });
    }

    fn try_again(&self) {
        *self.patience().timer.borrow_mut() = None;
        self.each(|open| {
            if may_pass(open) {
                open.tried = open.kept;
            }
        });
        self.save_now();
        // What is being saved now ends in another look.
    }
}

/// Chromium tells a full disk also as a database that cannot be opened.
fn may_pass(open: &Open) -> bool {
    matches!(open.failure, Some(StorageError::Full | StorageError::Broken | StorageError::Failed))
}
