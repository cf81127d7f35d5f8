//! Files that come back: read, recognised, and laid on the desk.

use super::desk::{Refused, at_desk};
use crate::browser::files;
use crate::criteria::Lineage;
use crate::language::fill;
use crate::merge::{NotTaken, OtherCriteria, criteria_named, recognise_under};
use crate::ui::app::{Merging, Part, given, load};
use crate::ui::kit::{Kit, Notice};
use crate::ui::pages::compare::lineage;
use crate::ui::parts::{FileTarget, files_target, open_bundle, unlocked};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// Id of the input that picks files.
pub(super) const INPUT: &str = "returned-files";
/// The most files that are taken at once.
const MOST: usize = 50;

/// The whole page takes files.
pub(super) fn target(kit: &Kit, id: &str, redraw: &Callback<()>) -> FileTarget {
    let (kit, id, redraw) = (kit.clone(), id.to_owned(), redraw.clone());
    files_target(INPUT, ".json,.zip,.docx,.age,application/json,application/zip", move |files| {
        take(&kit, &id, files, &redraw);
    })
}

/// Whether a file is a document of a word processor, by its name: bundles are zip files as well.
pub fn is_draft(name: &str) -> bool {
    let name = name.to_lowercase();
    [".docx", ".docm", ".dotx", ".doc", ".wps"].iter().any(|ending| name.ends_with(ending))
}

thread_local! {
    static HANDED_OVER: RefCell<Option<File>> = RefCell::default();
}

/// Hands over a file that was opened elsewhere, for the page to take when it is shown.
pub fn hand_over(file: File) {
    HANDED_OVER.set(Some(file));
}

pub(super) fn take_handed_over(kit: &Kit, id: &str, redraw: &Callback<()>) {
    take(kit, id, HANDED_OVER.take().into_iter().collect(), redraw);
}

fn take(kit: &Kit, id: &str, dropped: Vec<File>, redraw: &Callback<()>) {
    if dropped.is_empty() {
        return;
    }
    if dropped.len() > MOST {
        let n = dropped.len().to_string();
        kit.notify.emit(Notice::bad(fill(kit.words().departments_too_many(), &[("n", &n)])));
        return;
    }
    at_desk(id, |desk| {
        desk.refused.clear();
        desk.reading += dropped.len();
    });
    redraw.emit(());
    let (kit, id, redraw) = (kit.clone(), id.to_owned(), redraw.clone());
    spawn_local(async move {
        for file in dropped {
            let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
                at_desk(&id, |desk| desk.reading = desk.reading.saturating_sub(1));
                continue;
            };
            let name = file.name();
            if is_draft(&name) {
                match load(Part::Merging).await.ok().and_then(|()| given::<Merging>(Part::Merging)) {
                    Some(merging) => (merging.lay_draft)(&kit, &id, file, &redraw),
                    None => lay(&kit, &id, &name, Err(Err(kit.words().part_missing_note().to_owned()))).await,
                }
                continue;
            }
            if files::is_zip(&file).await {
                let (later, id, redraw) = (kit.clone(), id.clone(), redraw.clone());
                open_bundle(&kit, file, move |opened| {
                    spawn_local(async move {
                        lay(&later, &id, &name, opened.map(|brought| brought.content).map_err(Err)).await;
                        redraw.emit(());
                    });
                });
                continue;
            }
            let read = files::read(&file).await.map_err(|error| Ok(NotTaken::Unreadable(error)));
            lay(&kit, &id, &name, read).await;
        }
        redraw.emit(());
    });
}

async fn lay(kit: &Kit, id: &str, name: &str, read: Result<Vec<u8>, Result<NotTaken, String>>) {
    let lineage = match &read {
        Ok(bytes) => other_criteria(kit, bytes).await,
        Err(_) => Lineage::default(),
    };
    let Some(whole) = kit.store.project().filter(|_| kit.store.snapshot().is_some_and(|open| *open.id == *id)) else {
        return;
    };
    let library = kit.shelf.library();
    let others = OtherCriteria {
        pack: &|reference| library.edition(&reference.id, &reference.edition).cloned(),
        lineage: &lineage,
        language: kit.language.tag(),
        carry: given::<Merging>(Part::Merging).map(|merging| merging.carry),
    };
    at_desk(id, |desk| {
        desk.reading = desk.reading.saturating_sub(1);
        let taken = read.and_then(|bytes| recognise_under(&kit.pack, &others, &whole, name, &bytes, &desk.files).map_err(Ok));
        match taken {
            Ok(file) => desk.files.push(file),
            Err(reason) => desk.refused.push(Refused { file: name.to_owned(), reason }),
        }
        desk.version += 1;
    });
}

/// Fetches the criteria a file is under, where they are not those of the assessment, and what leads from one to the other.
async fn other_criteria(kit: &Kit, bytes: &[u8]) -> Lineage {
    let mut all = criteria_named(bytes);
    all.retain(|named| named.id != kit.pack.id() || named.edition != kit.pack.edition());
    for named in &all {
        kit.shelf.bring(&named.id, &named.edition).await;
    }
    if all.is_empty() || load(Part::Merging).await.is_err() {
        return Lineage::default();
    }
    lineage().await
}
