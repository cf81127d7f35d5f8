//! Form fields: each knows the slot it writes into, so no screen builds a callback for a field.

mod choice;
mod date;
mod number;
mod text;

pub use choice::{Choice, Choose};
pub use date::{DateField, DateSlot};
pub use number::NumberField;
pub use text::TextField;
