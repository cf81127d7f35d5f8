//! Charts for reading: few, labelled, each with its words beside it. Data goes into SVG attributes, because the
//! page's policy allows no inline style.

mod categories;
mod course;
mod total;

pub use categories::category_bars;
pub use course::course;
pub use total::total_scale;
