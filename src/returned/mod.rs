//! A draft that went out as a Word document and comes back edited: which text is at which place, whether it changed there or here, and
//! what of it belongs nowhere.
//!
//! A text is found by the content control it left in, else by the bookmark of the same name, else by the headings and labels around it.
//! Both marks hold the hash of the text that went out, so that what changed there is told from what changed here. Changes that are only
//! proposed (tracked) are not taken unless the person says so; the kit's own words never become an answer.

mod headings;
mod passages;
mod standing;
mod told;

pub use passages::{By, Draft, Passage, Stray, read_draft};
pub use standing::{Standing, sides};
pub use told::told;

/// Which of its two readings a draft is taken in: as it stands while nothing that is proposed is taken, or with all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    #[default]
    Agreed,
    Proposed,
}
