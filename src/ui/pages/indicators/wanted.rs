//! A cell another page leads to: its field has the focus once the page of figures is there.

use crate::browser::page;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;

thread_local! {
    static WANTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Asks for a cell by its name.
pub fn want(cell: String) {
    WANTED.set(Some(cell));
}

/// Goes to the cell that was asked for, after the page has been brought to its top.
pub(super) fn go() {
    if let Some(cell) = WANTED.take() {
        Timeout::new(0, move || page::focus_text(&cell)).forget();
    }
}
