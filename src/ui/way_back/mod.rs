//! The way back from what was done, and the second place: earlier versions of the open assessment are kept, the steps of undo
//! outlive its being left, and what is saved is also written into a folder of the user's own, where one was chosen. A part
//! that comes when the browser is idle.

pub mod folder;
mod steps;

use super::app::WayBack;
use super::frame::WORKSPACE;
use super::store::Former;
use super::store::{News, SaveState, Snapshot, Store};
use crate::archive::versions::Occasion;
use crate::assessment::ProfileText;
use crate::browser::room::{self, Room};
use crate::browser::storage::StorageError;
use crate::browser::versions::{self, Version};
use crate::browser::{backups, clock, known};
use crate::language::Words;
use folder::Second;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

pub static WAY_BACK: WayBack = WayBack {
    keep,
    put_down: steps::put_down,
    recall,
    saved,
    mark,
    frame: &WORKSPACE,
};

/// After how many days without a backup one is reminded of it.
const REMIND_AFTER: f64 = 7.0;
/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// For how many whole days there was no backup of an assessment outside of the browser; none where there is a folder that is
/// written into, where that is not long, or where nothing was changed since.
pub fn days_without(open: &Snapshot) -> Option<u32> {
    let since = backups::since(&open.id)?;
    let changed = !matches!(open.save, SaveState::Saved(at) if at <= since);
    if matches!(folder::state(&open.id), Second::Written { .. }) || !changed {
        return None;
    }
    let days = (clock::now() - since) / DAY;
    (days >= REMIND_AFTER).then_some(days as u32)
}

fn mark(words: &'static Words, open: &Snapshot) -> String {
    match folder::state(&open.id) {
        Second::Changed(_) | Second::Closed(_) | Second::Failed(_) => words.second_mark().to_owned(),
        _ if days_without(open).is_some() => words.second_due().to_owned(),
        _ => String::new(),
    }
}

fn saved(store: &Store) {
    note(store);
    folder::saved(store);
}

/// Notes that what is open is kept on this device.
fn note(store: &Store) {
    if let Some(open) = store.snapshot().filter(|open| matches!(open.save, SaveState::Saved(_))) {
        known::note(&open.id, open.assessment.organisation.text(ProfileText::Name).trim());
    }
}

fn recall(store: &Store, id: String) {
    note(store);
    steps::recall(store, id);
    folder::write_now(store);
    let store = store.clone();
    spawn_local(async move {
        if let Some(room) = room::room().await.filter(Room::is_nearly_full) {
            store.say(News::NearlyFull(room.percent()));
        }
    });
}

/// The keeping of a version, which is waited for.
pub type Keeping = Pin<Box<dyn Future<Output = Result<(), StorageError>>>>;

fn keep(former: Former, occasion: Occasion, name: String) -> Keeping {
    Box::pin(async move {
        let Former { card, content, files } = former;
        let version = Version::of(&card, occasion, &name, files);
        versions::keep(&card.id, &version, &content).await
    })
}
