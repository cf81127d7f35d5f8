//! The session as it is led before everybody: what each key does, in which order the items come, and how the minutes are shared out.
//!
//! Knows no clock: the moment comes with every key, in milliseconds since any beginning, the same one as long as a [`Course`] is kept.

mod agenda;
mod course;
mod digits;
mod hand;
mod marks;
mod sequence;
mod slip;

pub use agenda::{Agenda, Plan, agenda};
pub use course::Course;
pub use digits::{Digits, SETTLED};
pub use hand::{Deed, Hand, Showing, Writing};
pub use marks::{Mark, Place, places};
pub use sequence::sequence;
pub use slip::is_key_slip;
