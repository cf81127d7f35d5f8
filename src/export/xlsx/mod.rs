//! Workbooks (Office Open XML, by the crate `rust_xlsxwriter`).
//!
//! Same input, same bytes: nothing here reads the clock, and what stands in a cell never depends on the machine.

mod workbook;

pub(super) use workbook::write;
