//! What stands around every page: the top line, the rail, the foot of narrow screens, and notices.

mod foot;
mod notice;
mod rail;
mod top;

pub use foot::Foot;
pub use notice::NoticeBar;
pub use rail::Rail;
pub use top::{Top, organisation_name, storage_words};
