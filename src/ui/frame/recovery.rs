//! What windows that are gone have typed into an assessment and no full record holds, and which assessments are gone.

use crate::browser::device::ThisDevice;
use crate::browser::storage::{self, Stored};
use crate::browser::{journal, known, page};
use crate::language::fill;
use crate::saving::{self, Copies};
use crate::ui::app::Recovering;
use crate::ui::route::Route;
use crate::ui::screen::{Notice, Screen};
use wasm_bindgen_futures::spawn_local;

/// Gathers it.
pub fn recover(id: String, stored: Option<Stored>) -> Recovering {
    Box::pin(async move { saving::recover(&ThisDevice, &id, stored).await })
}

/// Keeps each as an assessment of its own and says so.
pub fn keep_copies(copies: Copies, screen: &Screen) {
    let screen = screen.clone();
    spawn_local(async move {
        if saving::keep_copies(&ThisDevice, &copies, screen.words().open_copy()).await > 0 {
            screen.notify.emit(Notice::good(screen.words().open_copies_kept()));
        }
    });
}

/// Opens an assessment that is no longer here although nobody has removed it, where it was noted in local storage: that brings it
/// back. Says which others are gone, once: the browser has cleared its storage, or lost it. A backup, also one in the folder, is what helps.
pub async fn lost(screen: &Screen) {
    let words = screen.words();
    let Ok(cards) = storage::list().await else { return };
    let (noted, ids): (Vec<String>, Vec<String>) = known::missing(&cards).partition(|id| journal::is_noted(id));
    if let Some(id) = noted.first() {
        screen.notify.emit(Notice::good(fill(words.home_brought_back(), &[("name", &known::name(id))])));
        page::go(&Route::Organisation { id: id.clone() }.href());
    }
    if ids.is_empty() {
        return;
    }
    let names: Vec<String> = ids.iter().map(|id| known::name(id)).collect();
    let named = names.iter().map(|name| if name.is_empty() { words.unnamed_organisation() } else { name });
    let told = fill(words.home_lost(), &[("names", &named.collect::<Vec<&str>>().join(words.list_separator()))]);
    screen.notify.emit(Notice::bad(told));
    ids.iter().for_each(|id| known::forget(id));
}
