//! Sheets that come back: which of them count, and what is to be said of the others. Nothing stops at one that does not
//! fit, and the order in which they come is irrelevant.

mod asked;
mod name;
mod problem;
mod sorting;

pub use asked::{Question, counting};
pub use problem::Problem;
pub use sorting::{Arrival, Collected, Gathered, gather};
