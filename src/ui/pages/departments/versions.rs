//! Versions of one place side by side, in full, and the place as a link.

use super::View;
use super::places::pointer_route;
use crate::assessment::Assessment;
use crate::report::say;
use yew::prelude::*;

/// One version of a place.
pub(super) struct Version {
    pub label: String,
    pub text: String,
    /// Whether it is the one that counts.
    pub on: bool,
}

impl Version {
    pub fn of(label: &str, text: String) -> Version {
        Version {
            label: label.to_owned(),
            text,
            on: false,
        }
    }
}

pub(super) fn versions(all: Vec<Version>) -> Html {
    html! {
        <div class="versions">{ for all.into_iter().map(|version| html! {
            <div class={classes!(version.on.then_some("on"))}><b class="small">{ version.label }</b><p class="written">{ version.text }</p></div>
        }) }</div>
    }
}

/// The place in words, leading to its page.
pub(super) fn place_link(view: &View<'_>, pointer: &str, known: &[&Assessment]) -> Html {
    let told = say::file_place(&view.kit.pack, view.kit.language, pointer, known);
    match pointer_route(view.kit, view.assessment, view.id, pointer) {
        Some(route) => html! { <p><a href={route.href()}><b>{ told }</b></a></p> },
        None => html! { <p><b>{ told }</b></p> },
    }
}
