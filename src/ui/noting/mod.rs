//! Notes beside what they are about: a quiet mark at an answer, a figure or an item that says how many there are, to be opened, read and
//! written in place. A part of its own, which comes when the browser has nothing more pressing to do.

mod acts;
mod entry;
mod form;
mod mark;

use super::app::Workspace;
use super::frame::WORKSPACE;
use super::kit::Kit;
use super::store::Snapshot;
use crate::assessment::{Field, FigureSlot};
use crate::criteria::ItemSlot;
use yew::prelude::*;

pub use acts::{by, goal, perform};

/// What a mark stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Item(ItemSlot),
    /// An answer or another text of an item.
    Text(Field),
    /// An indicator with all its years.
    Figure(FigureSlot),
}

/// What lies in the part.
pub struct NoteMarks {
    /// The notes at a place.
    pub mark: fn(&Kit, &Snapshot, About) -> Html,
    /// The frame it stands in.
    pub frame: &'static Workspace,
}

pub static NOTE_MARKS: NoteMarks = NoteMarks {
    mark: mark::mark,
    frame: &WORKSPACE,
};
