//! What plain facts say: the band of each factor with its reasons, a range for the item, what is still open, and the beginning of a
//! paragraph. It proposes; nothing of it is kept, and no rating changes by it.
//!
//! Three-valued: what was not answered is neither so nor not so, and a factor then has a range of bands. Knows pack, interview
//! and record, and what the figures say; must not know the text shown, JSON, the clock, the browser.

mod answer;
mod figures;
mod outcome;
mod requirement;

pub use answer::{Given, Said, read};
pub use figures::{FiguresTold, told_by_figures};
pub use outcome::{Beside, FactorOutcome, Outcome, evaluate};
pub use requirement::{Asked, Held};
