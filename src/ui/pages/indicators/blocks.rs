//! Blocks of cells to and from Excel, WPS and LibreOffice: copied, cut, cleared, pasted, each as one step of undo.

use super::desk::{self, At, Desk};
use crate::assessment::Assessment;
use crate::import;
use crate::indicators::{Block, Cell, Pasted, block_cells, clear_cells, copy_cells, paste_cells, pasted_lines, read_results};
use crate::language::{Words, fill};
use crate::ui::kit::Notice;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer};

/// The record, once what is typed counts.
fn present(desk: &Desk) -> Option<Rc<Assessment>> {
    desk.writing.commit(&desk.kit);
    desk.kit.store.snapshot().map(|open| open.assessment)
}

/// The cells of the block that is selected.
fn selected(desk: &Desk) -> Option<Vec<Vec<Cell>>> {
    let (sheet, block) = desk.block()?;
    Some(block.cells(&desk.sheets[sheet]))
}

fn clipboard(event: &web_sys::Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}

/// The block goes to the clipboard; without one the cell, unless a part of its text is marked.
fn put(desk: &Desk, event: &web_sys::Event, alone: bool) -> Option<()> {
    let cells = match selected(desk) {
        Some(cells) => cells,
        None => {
            let At { cell, input, .. } = desk::at(event).filter(|_| alone)?;
            if input.selection_start().ok()? != input.selection_end().ok()? {
                return None;
            }
            vec![vec![cell]]
        }
    };
    let assessment = present(desk)?;
    let text = copy_cells(&assessment, &read_results(&desk.kit.pack, &assessment), &cells);
    clipboard(event)?.set_data("text/plain", &text).ok()?;
    event.prevent_default();
    let n = cells.iter().map(Vec::len).sum::<usize>().to_string();
    desk.kit.notify.emit(Notice::good(fill(desk.kit.words().grid_copied(), &[("n", &n)])));
    Some(())
}

pub fn copy(desk: &Desk, event: &web_sys::Event) {
    put(desk, event, true);
}

pub fn cut(desk: &Desk, event: &web_sys::Event) {
    if put(desk, event, false).is_some() {
        clear(desk);
    }
}

/// Clears the block; false where none is selected.
pub fn clear(desk: &Desk) -> bool {
    let Some((cells, assessment)) = selected(desk).zip(present(desk)) else {
        return false;
    };
    desk.kit.store.dispatch(clear_cells(&desk.kit.pack, &assessment, &cells));
    true
}

/// A block goes in from the cell, or from the first of those selected; a single value is left to a single cell. A block that brings
/// names or headings, or a figure that has to be looked at, is handed to the import.
pub fn paste(desk: &Desk, event: &web_sys::Event) {
    let (Some(data), Some(at)) = (clipboard(event), desk::at(event)) else {
        return;
    };
    let text = data.get_data("text/plain").unwrap_or_default();
    let single = !text.trim_end_matches(['\r', '\n']).contains(['\t', '\r', '\n']);
    let here = desk.place(at.sheet, at.cell).map(|place| (at.sheet, Block::between(place, place)));
    let block = match desk.block() {
        Some(block) => Some(block),
        None if single => return,
        None => here,
    };
    let (Some((sheet, block)), Some(assessment)) = (block, present(desk)) else {
        return;
    };
    event.prevent_default();
    let mut table = import::PastedBlock {
        sheet: desk.sheets[sheet].clone(),
        at: (block.rows.0, block.columns.0),
        lines: block_cells(&text),
    };
    if table.is_table() {
        return desk.handed.emit(table);
    }
    let pasted = paste_cells(&desk.kit.pack, &assessment, &desk.sheets[sheet], block, &text);
    if pasted.doubtful > 0 {
        table.lines = pasted_lines(block, &text);
        return desk.handed.emit(table);
    }
    let bad = pasted.refused > 0 || pasted.beside > 0;
    let told = told(desk.kit.words(), &pasted);
    desk.kit.store.dispatch(pasted.action);
    desk.kit.notify.emit(Notice::new(told, bad).of_typed());
}

/// What pasting has done; what it has not done only where that is the case.
fn told(words: &Words, pasted: &Pasted) -> String {
    let clauses = [
        (words.grid_pasted(), pasted.written, true),
        (words.grid_pasted_cleared(), pasted.cleared, false),
        (words.grid_pasted_refused(), pasted.refused, false),
        (words.grid_pasted_beside(), pasted.beside, false),
    ];
    let told = clauses.iter().filter(|(_, n, always)| *always || *n > 0);
    let told: Vec<String> = told.map(|(text, n, _)| fill(text, &[("n", &n.to_string())])).collect();
    told.join(words.grid_clause()) + words.grid_full_stop()
}
