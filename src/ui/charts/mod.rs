//! Charts for reading: few, labelled, each with its words beside it. Data goes into SVG attributes, because the
//! page's policy allows no inline style.

mod categories;
mod course;
mod glance;
mod mark;
mod origins;
mod pairs;
mod total;

pub use categories::category_bars;
pub use course::{Course, Legend, course};
pub use glance::{GlanceItem, GlanceWords, glance};
pub use mark::inline_sign;
pub use origins::{OriginBar, OriginWords, origin_bars};
pub use pairs::{PairBars, pair_bars, pair_legend};
pub use total::total_scale;
