//! What the handlers of the page work on: the sheets of cells, what is being written, and the block that is selected.
//!
//! A sheet is a table one moves about in and copies blocks from: the grid is the first, the table of details the second. A cell can
//! stand in both.

use super::writing::Writing;
use crate::browser::page;
use crate::import::PastedBlock;
use crate::indicators::{Block, Cell};
use crate::ui::kit::Kit;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The sheet, the cell where selecting began and the one where it is.
pub type Selected = Option<(usize, Cell, Cell)>;

pub struct Desk {
    pub kit: Kit,
    pub writing: Rc<Writing>,
    pub sheets: Vec<Vec<Vec<Cell>>>,
    pub selected: Rc<RefCell<Selected>>,
    pub redraw: UseForceUpdateHandle,
    /// Takes a table that was pasted, to be looked at before it counts.
    pub handed: Callback<PastedBlock>,
}

/// A cell on the page.
pub struct At {
    pub sheet: usize,
    pub cell: Cell,
    pub input: HtmlInputElement,
}

/// The cell an event comes from.
pub fn at(event: &web_sys::Event) -> Option<At> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let input: HtmlInputElement = match element.closest("td").ok().flatten() {
        Some(td) => td.query_selector("[data-cell]").ok()??.dyn_into().ok()?,
        None => element.dyn_into().ok()?,
    };
    of(input)
}

fn of(input: HtmlInputElement) -> Option<At> {
    let cell = Cell::named(&input.get_attribute("data-cell")?)?;
    let sheet = usize::from(input.id().starts_with("d-"));
    Some(At { sheet, cell, input })
}

/// The id of a cell's field in a sheet.
pub fn field_id(sheet: usize, cell: Cell) -> String {
    match sheet {
        0 => cell.name(),
        _ => ["d-", &cell.name()].concat(),
    }
}

impl Desk {
    /// Row and column of a cell in a sheet.
    pub fn place(&self, sheet: usize, cell: Cell) -> Option<(usize, usize)> {
        let rows = self.sheets.get(sheet)?.iter().enumerate();
        rows.filter_map(|(at, row)| Some((at, row.iter().position(|known| *known == cell)?))).next()
    }

    /// The block that is selected, of two cells at least.
    pub fn block(&self) -> Option<(usize, Block)> {
        let (sheet, anchor, head) = (*self.selected.borrow())?;
        let block = Block::between(self.place(sheet, anchor)?, self.place(sheet, head)?);
        (block.size() != (1, 1)).then_some((sheet, block))
    }

    pub fn select(&self, selected: Selected) {
        if *self.selected.borrow() != selected {
            *self.selected.borrow_mut() = selected;
            self.redraw.force_update();
        }
    }

    /// The cell that has the focus.
    pub fn focused(&self) -> Option<At> {
        let active = gloo::utils::document().active_element()?;
        of(active.dyn_into().ok()?)
    }

    /// Goes to a cell; what stands there is marked, so that what is typed next replaces it.
    pub fn go(&self, sheet: usize, cell: Cell) {
        page::focus_text(&field_id(sheet, cell));
    }
}
