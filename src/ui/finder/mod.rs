//! Finding and going there: a field over whatever page there is, in which items, prompts, texts, figures, evidence, what is missing, terms,
//! pages and a few actions are found (Ctrl K, Command K on a Mac), and the keys of that page (?). A part of its own that comes when it is
//! asked for.

mod dialog;
mod entries;
mod goal;
mod keys;

use super::app::Workspace;
use super::frame::WORKSPACE;
use super::kit::Kit;
use super::route::Route;
use super::shell::Over;
use super::store::Snapshot;
use dialog::FinderDialog;
use keys::KeysDialog;
use yew::prelude::*;

/// What lies in the part.
pub struct Finder {
    /// Draws what is asked for over the page of an address; the callback is told when it is to go, or what is to come in its place.
    pub draw: fn(&Kit, Option<&Snapshot>, &Route, Over, Callback<Over>) -> Html,
    /// The frame it stands over.
    pub frame: &'static Workspace,
}

pub static FINDER: Finder = Finder {
    draw: |_, open, route, over, then| match over {
        Over::Nothing => Html::default(),
        Over::Finder => html! { <FinderDialog open={open.cloned()} route={route.clone()} {then} /> },
        Over::Keys | Over::KeysByMark => {
            html! { <KeysDialog route={route.clone()} by_mark={over == Over::KeysByMark} close={then.reform(|()| Over::Nothing)} /> }
        }
    },
    frame: &WORKSPACE,
};
