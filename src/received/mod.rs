//! Received drafts read into the lines of `desk`, and what several of them have in common.
//!
//! A file becomes a [`Draft`] by itself (`Desk::read`, behind `documents`), so that files are read in any order and beside each
//! other; [`gathered`] makes lines of them all, the same ones whatever order they came in. Numbers come from the core, sentences from
//! `report/say`. Must not know: storage, the page.

#[cfg(feature = "documents")]
mod document;
#[cfg(feature = "documents")]
mod reading;
mod shared;
mod shingles;
mod table;

#[cfg(feature = "documents")]
pub use document::{Compared, compared};
#[cfg(feature = "documents")]
pub use reading::{Desk, PASSPHRASES};
pub use shingles::Shingles;
pub use table::{Draft, MOST_FILES, gathered};
