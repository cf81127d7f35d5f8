//! From what assessors wrote to what the panel says: comments taken apart into sentences and put beside their like, what becomes of
//! each, and what recurs over the items.
//!
//! Every sentence of the panel names the comments it was made of, so that each comment is accounted for: used, set aside with a
//! reason, or not dealt with yet.

mod comments;
mod likeness;
mod record;
mod split;
mod themes;

pub use comments::{Cues, Group, Outcome, Said, comments, left};
pub use likeness::{ALIKE, likeness};
pub use record::{Aside, ItemSentences, Sentence, Side, Source, Theme, Visit};
pub use split::split;
pub use themes::{About, Proposal, proposals};
