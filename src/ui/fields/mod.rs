//! Form fields: each knows the slot it writes into.

mod asked;
mod choice;
mod date;
mod kept;
mod number;
mod select;
mod text;

pub use asked::AskedField;
pub use choice::{Choose, choice};
pub use date::{DateSlot, date_field};
pub use kept::{KeptInput, Written};
pub use number::number_field;
pub use select::{Entry, options, select};
pub use text::{Slot, TextField};
