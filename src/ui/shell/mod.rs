//! What stands around every page: the top line, the rail, the foot of narrow screens, and notices.

mod foot;
mod missing;
mod notice;
mod part;
mod rail;
mod standing;
mod top;
mod trouble;

pub use foot::foot;
pub use missing::{MISSINGS, Missings};
pub use notice::notice_bar;
pub use part::{RETURNING, Returning, department};
pub use rail::Rail;
pub use standing::{Over, organisation_name, standing, undo_tools, use_keys};
pub use top::{TopLine, top_line};
pub use trouble::{record_words, storage_words};
