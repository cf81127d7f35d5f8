//! Copying and changing a pack: the draft, the edits a person can make, and what differs from the original.
//!
//! Every change goes through one small value, [`Edit`]; sums, sources and texts follow by themselves, so that a draft
//! can be checked at any time. Knows nothing of the text shown, of the clock or of where a draft is kept.

mod attribute;
mod cases;
mod difference;
mod draft;
mod draft_file;
mod edit;
mod history;
mod items;
mod listed;
mod notes;
mod perform;
mod reach;
mod resume;
mod settle;
mod succession;
mod things;
mod wording;

pub use cases::CaseList;
pub use difference::{differences, differences_of, place_kinds};
pub use draft::{Draft, Sum};
pub use edit::{Citation, Edit};
pub use history::DraftHistory;
pub use items::{NewItem, NewPrompt};
pub use listed::Listed;
pub use succession::Part;
pub use things::{NewThing, What};
pub use wording::Wording;
