//! What stands around every page: the top line, the rail, the foot of narrow screens, and notices.

mod foot;
mod notice;
mod part;
mod rail;
mod top;

pub use foot::foot;
pub use notice::notice_bar;
pub use part::{department, part_line};
pub use rail::Rail;
pub use top::{organisation_name, storage_words, top, use_undo_keys};
