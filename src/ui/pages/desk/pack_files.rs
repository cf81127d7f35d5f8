//! The criteria that are there as files for the worker. Each is written once, and one at a time, because writing one takes as long as the
//! page may be busy.

use crate::criteria::{Pack, write_pack_file};
use crate::ui::kit::Kit;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Blob;

/// What was written so far, by key: a pack's id and edition and the hash of its content.
#[derive(Default)]
pub(super) struct PackFiles(RefCell<Vec<(String, Blob)>>);

impl PackFiles {
    /// Writes the first pack that is not there as a file yet; tells whether there was one.
    pub fn write_one(&self, kit: &Kit) -> bool {
        let mut files = self.0.borrow_mut();
        let next = there(kit).find(|(key, _)| !files.iter().any(|(known, _)| known == key));
        let Some((key, pack)) = next else { return false };
        let file = Blob::new_with_str_sequence(&js_sys::Array::of1(&write_pack_file(&pack).into()));
        file.map(|file| files.push((key, file))).is_ok()
    }

    /// The keys of the packs that are there as files, and those files.
    pub fn written(&self, kit: &Kit) -> (Vec<String>, Vec<Blob>) {
        let files = self.0.borrow();
        let of = |(key, _): (String, Rc<Pack>)| files.iter().find(|(known, _)| *known == key).cloned();
        there(kit).filter_map(of).unzip()
    }
}

/// The packs that count, each with its key.
fn there(kit: &Kit) -> impl Iterator<Item = (String, Rc<Pack>)> {
    let library = kit.shelf.library();
    let shown = library.held().iter().filter(|held| !library.is_hidden(held));
    let keyed = shown.map(|held| ([held.pack.key().as_str(), " ", held.pack.hash()].concat(), held.pack.clone()));
    keyed.collect::<Vec<(String, Rc<Pack>)>>().into_iter()
}
