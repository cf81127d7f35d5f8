//! What is being typed into cells, apart from the record.
//!
//! Typing draws nothing: the text stands in its field. It counts a moment after it was begun, and when the field is left, the page is
//! hidden or goes. Then what is not plain is told as it was understood, and what is not understood is named and the value before stands.

use super::desk::{self, Desk};
use super::grid;
use crate::assessment::Action;
use crate::indicators::{Cell, Refusal};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::store::Snapshot;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long what is typed waits for more before it counts, in milliseconds; as in a text field.
const REST: u32 = 250;

/// Texts by cell. There is one, or two where one half of a pair waits for the other.
#[derive(Default)]
pub struct Writing {
    texts: RefCell<Vec<(Cell, String)>>,
    timer: RefCell<Option<Timeout>>,
}

impl Writing {
    /// What is being written into a cell.
    pub fn text(&self, cell: Cell) -> Option<String> {
        let texts = self.texts.borrow();
        texts.iter().find(|(of, _)| *of == cell).map(|(_, text)| text.clone())
    }

    fn forget(&self, cell: Cell) {
        self.texts.borrow_mut().retain(|(of, _)| *of != cell);
    }

    fn note(self: &Rc<Self>, kit: &Kit, cell: Cell, text: String) {
        self.forget(cell);
        self.texts.borrow_mut().push((cell, text));
        let (writing, kit) = (self.clone(), kit.clone());
        let mut timer = self.timer.borrow_mut();
        timer.get_or_insert_with(|| Timeout::new(REST, move || writing.commit(&kit)));
    }

    /// What is typed counts, where it is understood.
    pub fn commit(&self, kit: &Kit) {
        *self.timer.borrow_mut() = None;
        let texts = self.texts.borrow().clone();
        for (cell, text) in texts {
            if let Ok(Some(action)) = self.action(kit, cell, &text) {
                kit.store.dispatch(action);
            }
        }
    }

    fn action(&self, kit: &Kit, cell: Cell, text: &str) -> Result<Option<Action>, Refusal> {
        let Some(open) = kit.store.snapshot() else { return Ok(None) };
        let beside = cell.partner().map(|other| self.text(other).unwrap_or_else(|| other.plain(&open.assessment)));
        cell.write(&kit.pack, &open.assessment, text, &beside.unwrap_or_default())
    }
}

/// A character was typed.
pub fn input(desk: &Desk, event: &web_sys::Event) {
    if let Some(at) = desk::at(event) {
        desk.writing.note(&desk.kit, at.cell, at.input.value());
        desk.select(None);
    }
}

/// A cell is left.
pub fn leave(desk: &Desk, event: &web_sys::Event) {
    let Some(cell) = desk::at(event).map(|at| at.cell) else { return };
    let (kit, writing) = (&desk.kit, &desk.writing);
    let Some(text) = writing.text(cell) else { return };
    writing.commit(kit);
    match writing.action(kit, cell, &text) {
        // One half of a pair waits for the other.
        Ok(None) => {}
        Ok(Some(_)) => {
            writing.forget(cell);
            cell.partner().into_iter().for_each(|other| writing.forget(other));
            tell(kit, cell, &text, false);
        }
        Err(_) => {
            writing.forget(cell);
            tell(kit, cell, &text, true);
        }
    }
    kit.store.settle();
    // Where the field already says what is kept, nothing is to be drawn.
    let same = |open: Snapshot| grid::shown(kit, &open.assessment, cell) == text;
    if !kit.store.snapshot().is_some_and(same) {
        desk.redraw.force_update();
    }
}

/// Says what was understood, or that it was not.
fn tell(kit: &Kit, cell: Cell, text: &str, refused: bool) {
    let Some(open) = kit.store.snapshot() else { return };
    let (words, name) = (kit.words(), grid::row_name(kit, &open.assessment, cell.row));
    let written = say::on_one_line(kit.language, text);
    if refused {
        let sentence = if cell.partner().is_some() {
            words.grid_refused_pair()
        } else {
            words.grid_refused()
        };
        kit.notify.emit(Notice::bad(fill(sentence, &[("name", &name), ("text", &written)])).of_typed());
    } else if cell.read(&kit.pack, &open.assessment, text).is_ok_and(|read| !read.is_plain()) {
        let value = grid::shown(kit, &open.assessment, cell);
        let told = fill(words.grid_understood(), &[("name", &name), ("text", &written), ("value", &value)]);
        kit.notify.emit(Notice::good(told).of_typed());
    }
}
