//! The files of entries: attached, and offered again.

use crate::assessment::{Action, EntryText, EvidenceFile, RegisterChange, text};
use crate::browser::attachments::{self, AttachError};
use crate::browser::files;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Id of the input that picks a file.
pub(super) const INPUT: &str = "entry-file";

/// Keeps a file on this device, then names it in the entry. An entry without a title is called as the file is.
pub(super) fn attach(kit: &Kit, at: usize, file: File, count: Callback<()>) {
    let kit = kit.clone();
    // The entry may be another one, or elsewhere, by the time the file is kept.
    let key = kit
        .store
        .snapshot()
        .and_then(|open| Some(open.assessment.evidence.entries.get(at)?.key.clone()));
    spawn_local(async move {
        let (words, name) = (kit.words(), say::on_one_line(kit.language, &file.name()));
        let told = |text: &str| fill(text, &[("name", &name)]);
        let kept = match attachments::attach(&file).await {
            Ok(kept) => kept,
            Err(error) => {
                kit.notify.emit(Notice::bad(match error {
                    AttachError::TooLarge => told(words.register_attach_too_large()),
                    AttachError::Unreadable => told(words.register_attach_unreadable()),
                    AttachError::Storage(error) => fill(words.register_not_attached(), &[("name", &name), ("reason", storage_words(words, error))]),
                }));
                return;
            }
        };
        let Some(open) = kit.store.snapshot() else { return };
        let entries = &open.assessment.evidence.entries;
        let Some((at, entry)) = entries.iter().enumerate().find(|(_, entry)| Some(&entry.key) == key.as_ref()) else {
            return;
        };
        let stem = kept.name.rsplit_once('.').map_or(&*kept.name, |(stem, _)| stem);
        let mut actions = vec![Action::Register(RegisterChange::File(at, Some(kept.clone())))];
        if entry.title.trim().is_empty() {
            actions.push(Action::Register(RegisterChange::Text(at, EntryText::Title, text(stem))));
        }
        kit.store.dispatch(Action::Several(actions));
        let size = say::file_size(kept.size);
        kit.notify
            .emit(Notice::good(fill(words.register_attached(), &[("name", &name), ("size", &size)])));
        count.emit(());
    });
}

/// Offers the file of an entry under its name.
pub(super) fn open(kit: &Kit, file: EvidenceFile) {
    let kit = kit.clone();
    spawn_local(async move {
        let words = kit.words();
        let told = match attachments::load(&file.sha256).await {
            Ok(Some(blob)) if files::download_blob(&blob, &file.name).is_ok() => return,
            Ok(Some(_)) => words.file_not_saved(),
            Ok(None) => words.register_not_here(),
            Err(error) => storage_words(words, error),
        };
        kit.notify.emit(Notice::bad(told));
    });
}
