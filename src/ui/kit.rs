//! What nearly every page inside the frame needs and hardly ever changes: criteria, language, the way to make a change.

use super::screen::Screen;
use super::shelf::Shelf;
use super::store::Store;
use crate::criteria::{Library, Pack, Words as PackWords};
use crate::language::{Language, Words};
use std::rc::Rc;
use yew::prelude::*;

pub use super::screen::Notice;

/// The context of the pages inside the frame. Equal as long as nothing near-constant changes, so it wakes its readers
/// rarely.
#[derive(Clone, PartialEq)]
pub struct Kit {
    /// The criteria of the open assessment; those of a new one where none is open.
    pub pack: Rc<Pack>,
    /// All criteria that are there.
    pub library: Rc<Library>,
    /// How more of them are had.
    pub shelf: Shelf,
    pub language: Language,
    pub store: Store,
    /// Tells the user one sentence.
    pub notify: Callback<Notice>,
}

impl Kit {
    /// What a page needs beside the screen it is on.
    pub fn new(screen: &Screen, shelf: &Shelf, store: &Store, pack: Rc<Pack>) -> Kit {
        Kit {
            pack,
            library: shelf.library(),
            shelf: shelf.clone(),
            language: screen.language,
            store: store.clone(),
            notify: screen.notify.clone(),
        }
    }
    /// The kit's words.
    pub fn words(&self) -> &'static Words {
        self.language.words()
    }
    /// The pack's words.
    pub fn pack_words(&self) -> PackWords<'_> {
        self.pack.words(self.language.tag())
    }
}

/// The kit the component stands in.
#[hook]
pub fn use_kit() -> Kit {
    use_context::<Kit>().expect("every page stands inside the frame's context")
}
