//! Where one stands among others, without a server: an applicant saves an anonymous score card, the authority merges many of them into
//! quartiles by cells of at least five, and publishes these beside the criteria.
//!
//! What keeps a single card from being recognised stands in [`disclosure`] (which cells are published at all) and [`quartiles`] (what is
//! told of them); why, in `docs/decisions/benchmark.md`. Percentages are whole per cent throughout. Must not know: text, files, the clock.

mod card;
mod cells;
mod disclosure;
mod fault;
mod merging;
mod publication;
mod quartiles;
mod reading;

pub use card::{CARD_FORMAT, NoCard, ScoreCard};
pub use cells::Cell;
pub use disclosure::{LEAST, published_parts};
pub use fault::{CardFault, CardFaultCode};
pub use merging::{LeftOut, Merged, Why, merge};
pub use publication::{BENCHMARK_FORMAT, Publication, PublishedCell};
pub use quartiles::{Coarseness, Quartiles, quartiles};
