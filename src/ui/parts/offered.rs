//! A file for the user to save: handed to the browser, or made by the worker first; and what is told of it.

use crate::browser::documents::{self, Made, Request, Undone};
use crate::browser::files;
use crate::export::Target;
use crate::language::{Language, fill};
use crate::ui::kit::{Kit, Notice};
use yew::Callback;

/// Hands a file over, and tells its name or that it could not be saved.
pub fn offer(language: Language, notify: &Callback<Notice>, bytes: &[u8], name: &str, target: Target) {
    let words = language.words();
    notify.emit(match files::download(bytes, name, target.media_type()) {
        Ok(()) => Notice::good(fill(words.file_saved(), &[("name", name)])),
        Err(_) => Notice::bad(words.file_not_saved()),
    });
}

/// Has a document made and hands it over under that name.
pub fn offer_made(kit: &Kit, request: Request, name: String, target: Target) {
    let (kit, failure) = (kit.clone(), kit.words().document_failed());
    documents::ask(
        request,
        failure,
        |_, _| {},
        move |reply| match reply {
            Ok(Made::Bytes(bytes)) => offer(kit.language, &kit.notify, &bytes, &name, target),
            Err(Undone::Cancelled) => {}
            Err(Undone::Failed(sentence)) => kit.notify.emit(Notice::bad(sentence)),
            Ok(_) => kit.notify.emit(Notice::bad(failure)),
        },
    );
}
