//! Workbooks (Office Open XML, by the crate `rust_xlsxwriter`).
//!
//! Same input, same bytes: nothing here reads the clock, and what stands in a cell never depends on the machine.

mod template;
mod template_look;
mod template_rows;
mod workbook;

pub(super) use template::write as write_template;
pub(super) use workbook::{write, write_desk};
