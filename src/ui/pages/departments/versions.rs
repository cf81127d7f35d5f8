//! Versions of one place side by side, in full, with what is new in the wording, and the place as a link.

use super::View;
use super::places::pointer_route;
use crate::assessment::Assessment;
use crate::comparison::{Piece, wording};
use crate::report::say;
use yew::prelude::*;

/// From how many characters on a text is read word by word.
const LONG: usize = 20;

/// One version of a place.
pub(super) struct Version {
    pub label: String,
    pub text: String,
    /// What it is compared with; empty for nothing.
    pub against: String,
    /// Whether it is the one that counts.
    pub on: bool,
}

impl Version {
    pub fn of(label: &str, text: String) -> Version {
        Version {
            label: label.to_owned(),
            text,
            against: String::new(),
            on: false,
        }
    }
}

pub(super) fn versions(all: Vec<Version>) -> Html {
    html! {
        <div class="versions">{ for all.into_iter().map(|version| html! {
            <div class={classes!(version.on.then_some("on"))}><b class="small">{ &version.label }</b><p class="written">{ told(&version) }</p></div>
        }) }</div>
    }
}

/// The text, what is new in it underlined where most of it stands as it was.
fn told(version: &Version) -> Html {
    let letters = |text: &str| text.chars().count();
    let (before, after) = (letters(&version.against), letters(&version.text));
    if before.min(after) < LONG || version.against == version.text {
        return html! { version.text.clone() };
    }
    let pieces = wording(&version.against, &version.text);
    let same: usize = pieces.iter().map(|piece| if let Piece::Same(text) = piece { letters(text) } else { 0 }).sum();
    if same * 3 < before.min(after) {
        return html! { version.text.clone() };
    }
    html! { { for pieces.into_iter().map(|piece| match piece {
        Piece::Same(text) => html! { text },
        Piece::Gone(_) => Html::default(),
        Piece::New(text) => html! { <ins>{ text }</ins> },
    }) } }
}

/// The place in words, leading to its page.
pub(super) fn place_link(view: &View<'_>, pointer: &str, known: &[&Assessment]) -> Html {
    let told = say::file_place(&view.kit.pack, view.kit.language, pointer, known);
    match pointer_route(view.kit, view.assessment, view.id, pointer) {
        Some(route) => html! { <p><a href={route.href()}><b>{ told }</b></a></p> },
        None => html! { <p><b>{ told }</b></p> },
    }
}
