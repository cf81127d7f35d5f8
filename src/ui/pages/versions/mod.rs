//! The earlier versions of an assessment: keeping one, the list of those there are, and one of them to look at, to compare
//! with and to restore.

mod list;
mod restoring;
mod second;
mod version;

pub use list::VersionsPage;
pub use version::VersionPage;

use crate::browser::compared::{self, Compared};
use crate::browser::page;
use crate::browser::versions::Version;
use crate::language::{Words, codes};
use crate::ui::kit::{Kit, Notice};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How a version is called: by its name, else by its occasion.
pub(super) fn called(words: &Words, version: &Version) -> String {
    match version.name.trim() {
        "" => words.by_code(&codes::OCCASION, &version.occasion).to_owned(),
        name => name.to_owned(),
    }
}

/// Goes to the page that compares, with a version beside what stands now.
pub(super) fn compare(kit: &Kit, id: &Rc<str>, at: f64) {
    let (kit, id) = (kit.clone(), id.clone());
    spawn_local(async move {
        match compared::keep(&id, Some(&Compared::Version(at))).await {
            Ok(()) => page::go(&Route::Compare { id: id.to_string() }.href()),
            Err(error) => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
        }
    });
}
