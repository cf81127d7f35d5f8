//! The table of what changed, as a document to be published: made by the worker from the original and the finished pack.

use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::files;
use crate::criteria::{Draft, Pack, write_pack_file};
use crate::export::Target;
use crate::language::fill;
use crate::ui::kit::{Kit, Notice};

/// Has the table made in a form, and offers it.
pub fn download(kit: &Kit, draft: &Draft, pack: &Pack, target: Target) {
    let ending = target.name();
    let request = Request {
        task: "pack-difference",
        language: kit.language,
        given: [ending.to_owned(), write_pack_file(draft.original()), write_pack_file(pack)]
            .map(Given::Text)
            .into(),
    };
    let file = fill(kit.words().difference_file(), &[("id", pack.id()), ("ending", ending)]);
    let (kit, failure) = (kit.clone(), kit.words().document_failed());
    documents::ask(
        request,
        failure,
        |_, _| {},
        move |reply| {
            let saved = match reply {
                Ok(Made::Bytes(bytes)) => files::download(&bytes, &file, target.media_type()).map_err(|_| kit.words().file_not_saved().to_owned()),
                Err(Undone::Cancelled) => return,
                Err(Undone::Failed(sentence)) => Err(sentence),
                Ok(_) => Err(failure.to_owned()),
            };
            kit.notify.emit(match saved {
                Ok(()) => Notice::good(fill(kit.words().file_saved(), &[("name", &file)])),
                Err(sentence) => Notice::bad(sentence),
            });
        },
    );
}
