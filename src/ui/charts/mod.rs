//! Charts for reading: few, labelled, each with its words beside it. Data goes into SVG attributes, because the
//! page's policy allows no inline style.

mod categories;
mod course;
mod dots;
mod glance;
mod mark;
mod offset;
mod origins;
mod pairs;
mod total;

pub use categories::category_bars;
pub use course::{Course, Legend, course};
pub use dots::{Dots, draw_dots};
pub use glance::{GlanceItem, GlanceWords, glance};
pub use mark::inline_sign;
pub use offset::{Offset, draw_offset, scale_of};
pub use origins::{OriginBar, OriginWords, origin_bars};
pub use pairs::{PairBars, pair_bars, pair_legend};
pub use total::total_scale;
