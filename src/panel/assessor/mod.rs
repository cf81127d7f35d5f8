//! What one assessor fills: a sheet with a judgement for every item, blind to everybody else's.

mod blind;
mod judgement;
mod sheet;

pub use blind::blind;
pub use judgement::{Confidence, Judgement};
pub use sheet::{Sheet, SheetChange, Subject};
