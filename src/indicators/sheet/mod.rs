//! The figures as a sheet of cells: which there are, what stands in one, what writing into one does, and blocks of cells as the
//! text that spreadsheets exchange.
//!
//! Knows pack and record; must not know the text shown, the clock, the browser.

mod block;
mod cell;
mod doubtful;
mod entry;
mod exchange;
mod written;

pub use block::{block_cells, block_text};
pub use cell::{Cell, CellColumn, CellRow};
pub use exchange::{Block, Pasted, clear_cells, copy_cells, paste_cells, pasted_lines};
pub use written::{Written, plain_number};
