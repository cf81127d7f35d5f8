//! The one store and the one shelf. They outlive every page, so that what is being saved while the user goes elsewhere is
//! saved, and criteria that are there stay there.

use crate::ui::shelf::Shelf;
use crate::ui::store::{Store, guard};
use yew::Callback;

/// What is worked on and what it is judged by.
#[derive(Clone)]
pub struct Desk {
    pub store: Store,
    pub shelf: Shelf,
}

thread_local! {
    static DESK: Desk = {
        let desk = Desk { store: Store::default(), shelf: Shelf::default() };
        desk.shelf.start();
        // The page is guarded as long as it is there.
        std::mem::forget(guard(&desk.store));
        desk
    };
}

pub fn desk() -> Desk {
    DESK.with(Desk::clone)
}

/// Lets go of the open assessment, and calls back once everything is kept.
pub fn leave(kept: Callback<()>) {
    let Desk { store, .. } = desk();
    store.close();
    store.when_idle(kept);
}

/// Forgets the open assessment, because everything was erased.
pub fn forget() {
    desk().store.forget();
}
