//! What has come in, as lines: what one line says of a received file, which of them are shown in which order, and how many are what.
//!
//! Who reads the files is `received`; sentences come from `report/say`. Must not know: how a file is read, storage, the page.

mod line;
mod listing;
mod summary;

pub use line::{AlteredLine, CategoryLine, Given, LengthLine, Line, ReasonLine, SharedLine, State};
pub use listing::{Column, Listing, Wanted};
pub use summary::Summary;
