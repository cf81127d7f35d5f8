//! The store of this page: what `saving` decides, in front of the browser and of the parts that are loaded when they are needed.

use super::app::{Merging, Part, WayBack, given, load};
use crate::archive::versions::Occasion;
use crate::browser::device::ThisDevice;
use crate::browser::{known, page, settings, windows};
use crate::merge::Sides;
use crate::saving::{self, Joining, Page};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

pub use crate::saving::{Former, News, Remembered, SaveState, Snapshot, Trail, Whole};

/// A handle to the one store; equal to every other handle of it.
pub type Store = saving::Store<ThisPage>;

/// This page, as the store asks of it.
#[derive(Default)]
pub struct ThisPage {
    listener: RefCell<Callback<Option<Snapshot>>>,
    /// Who is told what the user is to know.
    told: RefCell<Callback<News>>,
}

impl Store {
    /// Who is told of every change.
    pub fn listen(&self, listener: Callback<Option<Snapshot>>) {
        *self.page().listener.borrow_mut() = listener;
    }

    /// Who is told what the user is to know.
    pub fn on_news(&self, told: Callback<News>) {
        *self.page().told.borrow_mut() = told;
    }

    /// Lets the user know something.
    pub fn say(&self, news: News) {
        self.page().say(news);
    }

    /// Calls back once nothing is being saved.
    pub fn when_idle(&self, call: Callback<()>) {
        self.once_idle(move || call.emit(()));
    }
}

impl Page for ThisPage {
    type Device = ThisDevice;

    fn device(&self) -> ThisDevice {
        ThisDevice
    }
    fn is_hidden(&self) -> bool {
        page::is_hidden()
    }
    fn show(&self, open: Option<Snapshot>) {
        let listener = self.listener.borrow().clone();
        listener.emit(open);
    }
    fn say(&self, news: News) {
        self.told.borrow().emit(news);
    }
    async fn joining(&self) -> Option<Joining> {
        load(Part::Merging).await.ok()?;
        let merging = given::<Merging>(Part::Merging)?;
        let words = settings::language().words();
        Some(Joining {
            join: merging.join,
            sides: Sides {
                ours: words.windows_other(),
                theirs: words.windows_this(),
            },
        })
    }
    fn keep_version(&self, former: Former, occasion: Occasion) {
        spawn_local(async move {
            if load(Part::WayBack).await.is_ok()
                && let Some(way_back) = given::<WayBack>(Part::WayBack)
            {
                // What storage cannot take it cannot take of the record either, which is told.
                let _ = (way_back.keep)(former, occasion, String::new()).await;
            }
        });
    }
    fn put_down_steps(&self, trail: &Trail<'_>) {
        if let Some(way_back) = given::<WayBack>(Part::WayBack) {
            (way_back.put_down)(trail);
        }
    }
    fn saved(&self, store: &Store) {
        if let Some(way_back) = given::<WayBack>(Part::WayBack) {
            (way_back.saved)(store);
        }
    }
    fn forget(&self, id: &str) {
        known::forget(id);
    }
}

/// Saves whenever the page is hidden or left, lets the browser ask while something is unsaved, follows the other windows, and
/// keeps a file dropped beside its place from taking the page away.
pub fn guard(store: &Store) -> impl Sized + use<> {
    let (hidden, leaving, gone, other) = (store.clone(), store.clone(), store.clone(), store.clone());
    windows::enter();
    (
        windows::on_saved(move |id, revision| other.follow(id, revision)),
        page::on_gone(move || gone.leave_behind()),
        page::on_hidden(move || hidden.leave()),
        page::on_leaving(move || {
            // Not only once the page is hidden: WebKit gives up what a page begins in the moment it goes.
            leaving.put_down();
            leaving.is_unsaved()
        }),
        page::refuse_drops(),
    )
}
