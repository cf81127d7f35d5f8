//! What nearly every screen needs and hardly ever changes: criteria, language, the way to make a change.

use super::shelf::Shelf;
use super::store::Store;
use crate::browser::settings::Appearance;
use crate::criteria::{Library, Pack, Words as PackWords};
use crate::language::{Language, Words};
use std::rc::Rc;
use yew::prelude::*;

/// The context of all pages. Equal as long as nothing near-constant changes, so it wakes its readers rarely.
#[derive(Clone, PartialEq)]
pub struct Kit {
    /// The criteria of the open assessment; those of a new one where none is open.
    pub pack: Rc<Pack>,
    /// All criteria that are there.
    pub library: Rc<Library>,
    /// How more of them are had.
    pub shelf: Shelf,
    pub language: Language,
    pub appearance: Appearance,
    pub store: Store,
    pub set_language: Callback<Language>,
    pub set_appearance: Callback<Appearance>,
    /// Tells the user one sentence.
    pub notify: Callback<Notice>,
}

/// A sentence shown until it is dismissed or the next one comes.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub bad: bool,
}

impl Notice {
    pub fn good(text: impl Into<String>) -> Notice {
        Notice { text: text.into(), bad: false }
    }
    pub fn bad(text: impl Into<String>) -> Notice {
        Notice { text: text.into(), bad: true }
    }
}

impl Kit {
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
    use_context::<Kit>().expect("every component stands inside the app's context")
}
