//! Files that come back: read, recognised, and laid on the desk.

use super::desk::{Refused, at_desk};
use crate::browser::files;
use crate::language::fill;
use crate::merge::{NotTaken, recognise};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{FileTarget, files_target, open_bundle};
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
    files_target(INPUT, ".json,.zip,application/json,application/zip", move |files| {
        take(&kit, &id, files, &redraw);
    })
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
            let name = file.name();
            if files::is_zip(&file).await {
                let (later, id, redraw) = (kit.clone(), id.clone(), redraw.clone());
                open_bundle(&kit, file, move |opened| {
                    lay(&later, &id, &name, opened.map(|(bytes, _)| bytes).map_err(Err));
                    redraw.emit(());
                });
                continue;
            }
            let read = files::read(&file).await.map_err(|error| Ok(NotTaken::Unreadable(error)));
            lay(&kit, &id, &name, read);
        }
        redraw.emit(());
    });
}

fn lay(kit: &Kit, id: &str, name: &str, read: Result<Vec<u8>, Result<NotTaken, String>>) {
    let Some(whole) = kit.store.project().filter(|_| kit.store.snapshot().is_some_and(|open| *open.id == *id)) else {
        return;
    };
    at_desk(id, |desk| {
        desk.reading = desk.reading.saturating_sub(1);
        let taken = read.and_then(|bytes| recognise(&kit.pack, &whole, name, &bytes, &desk.files).map_err(Ok));
        match taken {
            Ok(file) => desk.files.push(file),
            Err(reason) => desk.refused.push(Refused { file: name.to_owned(), reason }),
        }
        desk.version += 1;
    });
}
