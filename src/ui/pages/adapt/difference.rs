//! The table of what changed, as a document to be published: made by the worker from the original and the finished pack.

use crate::browser::documents::{Given, Request};
use crate::criteria::{Draft, Pack, write_pack_file};
use crate::export::Target;
use crate::language::fill;
use crate::ui::kit::Kit;
use crate::ui::parts::offer_made;

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
    let name = fill(kit.words().difference_file(), &[("id", pack.id()), ("ending", ending)]);
    offer_made(kit, request, name, target);
}
