//! Finding and going there: a field over whatever page there is, in which items, prompts, texts, figures, evidence, what is missing, terms,
//! pages and a few actions are found (Ctrl K, Command K on a Mac). A part of its own that comes when it is asked for.

mod dialog;
mod entries;
mod goal;

use super::app::Workspace;
use super::frame::WORKSPACE;
use super::kit::Kit;
use super::route::Route;
use super::store::Snapshot;
use dialog::FinderDialog;
use yew::prelude::*;

/// What lies in the part.
pub struct Finder {
    /// Draws it over the page of an address; the callback is told when it is to go.
    pub draw: fn(&Kit, Option<&Snapshot>, &Route, Callback<()>) -> Html,
    /// The frame it stands over.
    pub frame: &'static Workspace,
}

pub static FINDER: Finder = Finder {
    draw: |_, open, route, close| html! { <FinderDialog open={open.cloned()} route={route.clone()} {close} /> },
    frame: &WORKSPACE,
};
