//! The notes at a place of a page; nothing until their part has come.

use crate::ui::app::{Part, given};
use crate::ui::kit::Kit;
use crate::ui::noting::{About, NoteMarks};
use yew::prelude::*;

/// The mark of the notes about something.
pub fn note_mark(kit: &Kit, about: About) -> Html {
    let marks = given::<NoteMarks>(Part::Notes).zip(kit.store.snapshot());
    marks.map(|(marks, open)| (marks.mark)(kit, &open, about)).unwrap_or_default()
}
