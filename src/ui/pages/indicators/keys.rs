//! Moving about and selecting as in a spreadsheet, by keys and by mouse.
//!
//! Enter and the arrows go along columns and rows, left and right at the ends of a text that is written in. With Shift they select a
//! block, as do Shift with a click and dragging; Control and A select all. The focus goes along, so that what is selected is told.

use super::blocks;
use super::desk::{self, At, Desk};
use crate::indicators::Cell;
use crate::ui::parts::key_of;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent, MouseEvent};

/// A key was pressed.
pub fn down(desk: &Desk, event: &web_sys::Event) {
    let (Some(key), Some(at)) = (event.dyn_ref::<KeyboardEvent>(), desk::at(event)) else {
        return;
    };
    let Some(name) = key_of(key).filter(|_| !key.alt_key()) else { return };
    let writing = desk.writing.text(at.cell).is_some();
    let done = match name.as_str() {
        _ if key.ctrl_key() || key.meta_key() => with_control(desk, &at, &name.to_ascii_lowercase(), key.shift_key(), writing),
        "Escape" | "Tab" => {
            desk.select(None);
            false
        }
        "Delete" | "Backspace" => blocks::clear(desk),
        "Enter" => step(desk, &at, if key.shift_key() { (-1, 0) } else { (1, 0) }, false),
        "ArrowUp" => step(desk, &at, (-1, 0), key.shift_key()),
        "ArrowDown" => step(desk, &at, (1, 0), key.shift_key()),
        "ArrowLeft" if (key.shift_key() && !writing) || is_at_end(&at.input, true) => step(desk, &at, (0, -1), key.shift_key()),
        "ArrowRight" if (key.shift_key() && !writing) || is_at_end(&at.input, false) => step(desk, &at, (0, 1), key.shift_key()),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// Control and A, Z or Y; a text that is being written keeps its own.
fn with_control(desk: &Desk, at: &At, key: &str, shift: bool, writing: bool) -> bool {
    match key {
        _ if writing => return false,
        "a" => {
            let sheet = desk.sheets.get(at.sheet).filter(|_| desk.place(at.sheet, at.cell).is_some());
            let ends = sheet.and_then(|sheet| Some((*sheet.first()?.first()?, *sheet.last()?.last()?)));
            let Some((first, last)) = ends else { return false };
            desk.select(Some((at.sheet, first, last)));
        }
        "z" if shift => desk.kit.store.redo(),
        "z" => desk.kit.store.undo(),
        "y" => desk.kit.store.redo(),
        _ => return false,
    }
    true
}

/// Whether the caret stands at the beginning or end of the text, or all of it is marked.
fn is_at_end(input: &HtmlInputElement, beginning: bool) -> bool {
    let length = input.value().encode_utf16().count() as u32;
    let from = input.selection_start().ok().flatten().unwrap_or(0);
    let to = input.selection_end().ok().flatten().unwrap_or(length);
    let all = from == 0 && to == length;
    all || (from == to && from == if beginning { 0 } else { length })
}

/// One cell further, selecting where `along`.
fn step(desk: &Desk, at: &At, (down, right): (isize, isize), along: bool) -> bool {
    let Some((row, column)) = desk.place(at.sheet, at.cell) else { return false };
    let target = row.checked_add_signed(down).zip(column.checked_add_signed(right));
    let cell = target.and_then(|(row, column)| desk.sheets[at.sheet].get(row)?.get(column).copied());
    let Some(cell) = cell else { return false };
    desk.go(at.sheet, cell);
    desk.select(along.then(|| (at.sheet, anchor(desk, at), cell)));
    true
}

/// Where selecting began; the cell itself where it begins.
fn anchor(desk: &Desk, at: &At) -> Cell {
    match *desk.selected.borrow() {
        Some((sheet, anchor, _)) if sheet == at.sheet => anchor,
        _ => at.cell,
    }
}

/// The mouse was pressed: with Shift up to this cell, else a new beginning.
pub fn press(desk: &Desk, event: &web_sys::Event) {
    let (Some(mouse), Some(at)) = (event.dyn_ref::<MouseEvent>(), desk::at(event)) else {
        return;
    };
    if mouse.button() != 0 {
        return;
    }
    let from = desk.focused().filter(|from| mouse.shift_key() && from.sheet == at.sheet);
    match from {
        Some(from) if desk.place(at.sheet, at.cell).is_some() => {
            event.prevent_default();
            let anchor = anchor(desk, &from);
            desk.go(at.sheet, at.cell);
            desk.select(Some((at.sheet, anchor, at.cell)));
        }
        _ => {
            // Beside the field, but in its cell.
            if event.target().is_some_and(|target| !target.is_instance_of::<HtmlInputElement>()) {
                event.prevent_default();
                desk.go(at.sheet, at.cell);
            }
            desk.select(None);
        }
    }
}

/// The mouse is over a cell: selects up to it while its button is held in another.
pub fn drag(desk: &Desk, event: &web_sys::Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    if mouse.buttons() & 1 == 0 {
        return;
    }
    let (Some(at), Some(from)) = (desk::at(event), desk.focused()) else { return };
    if from.sheet == at.sheet && desk.place(at.sheet, at.cell).is_some() {
        desk.select(Some((at.sheet, from.cell, at.cell)));
    }
}
