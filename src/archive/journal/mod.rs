//! The journal: what was typed and stands in no full record yet, and how it is put together with the record again.
//!
//! Every window (a *writer*) has one entry for each record it writes. Whatever a writer puts down, an entry or a full
//! record, bears the next number of its own count, so that of two things of one writer it is known which is later.

mod changes;
mod entry;

pub use changes::{Changes, changes, replay};
pub use entry::{Bearing, Entry, Gathered, Mark, Written, gather};
