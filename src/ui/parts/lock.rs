//! Files that are locked with a passphrase: opened before anything else looks at them, and saved.

use super::lock_dialog::Locks;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{chance, files};
use crate::language::{Language, fill};
use crate::lock::{ENDING, MEDIA_TYPE};
use crate::ui::app::{Part, given, load};
use crate::ui::screen::Notice;
use web_sys::File;
use yew::Callback;

/// A file as it is, or as it is once its passphrase was entered; none where that was cancelled.
pub async fn unlocked(language: Language, notify: &Callback<Notice>, file: File) -> Option<File> {
    if !files::is_locked(&file).await {
        return Some(file);
    }
    (locks(language, notify).await?.open)(language, file).await
}

/// A passphrase that was chosen; none where that was cancelled.
pub async fn chosen(language: Language, notify: &Callback<Notice>) -> Option<String> {
    (locks(language, notify).await?.choose)(language).await
}

async fn locks(language: Language, notify: &Callback<Notice>) -> Option<&'static Locks> {
    let there = load(Part::Passphrase).await.ok().and_then(|()| given(Part::Passphrase));
    if there.is_none() {
        notify.emit(Notice::bad(language.words().part_missing_note()));
    }
    there
}

/// Has the worker lock a file and offers it under its name with `.age` behind it.
pub fn save_locked(language: Language, notify: &Callback<Notice>, content: Given, name: &str, passphrase: String) {
    let words = language.words();
    let Some(seed) = chance::seed() else {
        return notify.emit(Notice::bad(words.lock_failed()));
    };
    let (name, notify) = ([name, ENDING].concat(), notify.clone());
    let request = Request {
        task: "lock",
        language,
        given: vec![content, Given::Text(passphrase), Given::Bytes(seed)],
    };
    let answer = move |reply| {
        notify.emit(match reply {
            Ok(Made::Parts(parts)) => match files::download_parts(parts, &name, MEDIA_TYPE) {
                Ok(()) => Notice::good(fill(words.file_saved(), &[("name", &name)])),
                Err(_) => Notice::bad(words.file_not_saved()),
            },
            Err(Undone::Failed(sentence)) => Notice::bad(sentence),
            _ => Notice::bad(words.lock_failed()),
        });
    };
    documents::ask(request, words.lock_failed(), |_, _| {}, answer);
}
