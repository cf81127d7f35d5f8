//! How far the work on an assessment is: what to do next and why, how every item stands, which days lie ahead, and what is
//! found by weight.
//!
//! Nothing of it is kept; it follows from the assessment and from what the other rooms say of it. Knows no text shown, no
//! clock, no browser.

mod ahead;
mod heap;
mod items;
mod listing;
mod next;

pub use ahead::{Ahead, Event, ahead, days_between};
pub use heap::{Heap, Subject, Weight, heaps};
pub use items::{Holder, ItemStanding, State, item_standings};
pub use listing::{Column, Listing, listed};
pub use next::{Next, Step, next};
