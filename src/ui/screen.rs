//! What every screen needs, also before any criteria are there: the language, the look, and the way to tell the user
//! something.

use crate::browser::clock;
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

/// A sentence shown until it is dismissed or the next one comes; one that is no error leaves by itself after the time to read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub bad: bool,
    /// When it was told, in milliseconds.
    pub told: f64,
    /// Whether it is about what was typed on the page shown.
    pub typed: bool,
}

impl Notice {
    pub fn good(text: impl Into<String>) -> Notice {
        Notice::new(text.into(), false)
    }
    pub fn bad(text: impl Into<String>) -> Notice {
        Notice::new(text.into(), true)
    }
    pub fn new(text: String, bad: bool) -> Notice {
        Notice {
            text,
            bad,
            told: clock::now(),
            typed: false,
        }
    }
    /// About what was typed on the page shown.
    pub fn of_typed(self) -> Notice {
        Notice { typed: true, ..self }
    }
    /// Whether it goes when another page is shown: all but an error that is not about what was typed. What leads to a page, or leaves a
    /// field by a link, tells first and leaves then.
    pub fn goes(&self) -> bool {
        const LEAVING: f64 = 1_000.0;
        (self.typed || !self.bad) && clock::now() - self.told > LEAVING
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
