//! Workbooks (Office Open XML, by the crate `rust_xlsxwriter`).
//!
//! Same input, same bytes: nothing here reads the clock, and what stands in a cell never depends on the machine.

mod rating_sheet;
mod template;
mod template_look;
mod template_rows;
mod workbook;

pub(super) use rating_sheet::write as write_rating_sheet;
pub(super) use template::write as write_template;
pub(super) use workbook::{write, write_desk};
