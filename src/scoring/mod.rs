//! What is it worth: the maximum of every item for a kind of applicant, points, subtotals, the range a total can still
//! take, bands, a suggested percent range, and what improvement would bring.
//!
//! Integers throughout: points are hundredths, percentages whole.

mod band;
mod improvement;
mod maximum;
mod points;
mod score;
mod suggestion;

pub use band::{band_of, steps_of};
pub use improvement::{Assumption, RankedAction, assumed, rank_actions, reached, supposed, what_if};
pub use maximum::{Maximum, maxima};
pub use points::Points;
pub use score::{CategoryScore, ItemScore, Score, Tally, next_band_gain, score};
pub use suggestion::{Suggestion, suggest};
