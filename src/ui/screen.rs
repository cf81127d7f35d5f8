//! What every screen needs, also before any criteria are there: the language, the look, and the way to tell the user
//! something.

use crate::browser::settings::Appearance;
use crate::language::{Language, Words};
use yew::prelude::*;

/// The context of the whole app.
#[derive(Clone, PartialEq)]
pub struct Screen {
    pub language: Language,
    pub appearance: Appearance,
    pub set_language: Callback<Language>,
    pub set_appearance: Callback<Appearance>,
    /// Tells the user one sentence.
    pub notify: Callback<Notice>,
    /// What the user is being told.
    pub notice: Option<Notice>,
    /// Takes the sentence away.
    pub close_notice: Callback<MouseEvent>,
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

impl Screen {
    /// The kit's words.
    pub fn words(&self) -> &'static Words {
        self.language.words()
    }
}

/// The screen the component stands on.
#[hook]
pub fn use_screen() -> Screen {
    use_context::<Screen>().expect("every component stands inside the app's context")
}
