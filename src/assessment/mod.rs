//! What is answered: the record one organisation fills, the actions that change it, and undo.
//!
//! Knows nothing of the text shown, of JSON, of time or of the browser.

mod action;
mod figures;
mod history;
mod organisation;
mod percent;
mod record;
mod spot;

pub use action::{Action, Field, ItemChange};
pub use figures::{
    Benchmark, FigureBook, FigureChange, FigureRecord, FigureSlot, FigureText, Goal, Origin, Origins, OwnChange, OwnIndicator, OwnText, Whose, Window, Yearly,
};
pub use history::History;
#[cfg(feature = "schema")]
pub(crate) use organisation::with_profile_texts;
pub use organisation::{Division, LegalStatus, Organisation, ProfileText, Quantity};
pub use percent::Percent;
pub use record::{Answer, Assessment, ConditionRecord, EligibilityRecord, ItemRecord, SelfCheckAnswer, SelfCheckRecord, Text, text};
