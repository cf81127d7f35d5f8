//! How one assessment stands under several packs, side by side; how two assessments differ, be it an earlier file, a
//! target profile or another organisation's; and where the next points are cheapest.
//!
//! Pure; knows no text. Nothing of it is kept.

mod actions;
mod brought;
mod difference;
mod figures;
mod next_points;
mod standing;
mod texts;
mod wording;

pub use actions::ActionDifference;
pub use brought::{Brought, Carried, brought};
pub use difference::{Change, Difference, ItemDifference, TallyChange, difference};
pub use figures::{FigureDifference, YearChange};
pub use next_points::{NextPoints, next_points};
pub use standing::{Standing, standing, standing_under, standings};
pub use texts::{TextDifference, TextPlace};
pub use wording::{Piece, is_rewritten, wording};
