//! How an assessment comes to be kept: what is pending, what is put into the journal and when a full record is written, which
//! of the records is read, what becomes of what windows that are gone have left, and how two windows meet.
//!
//! Knows neither the page nor the browser. What it asks of them is [`Device`] (clock, timers, the database, the other
//! windows) and [`Page`] (who is told, and code that may have to be loaded first). The browser gives the one
//! (`browser/device`), the page the other (`ui/store`); tests give both, with faults drawn by a seed.

mod card;
mod device;
mod error;
mod journal;
mod open;
mod opening;
mod patience;
mod record;
mod rejoining;
mod snapshot;
mod store;
mod trail;

pub use card::Card;
pub use device::{CARDS, Device, JOURNAL, Page, RECORDS, Row, Transaction};
pub use error::StorageError;
pub use journal::{LEFT_BY_EARLIER, Window, cut, drop_notes, entries, has_left, leave_behind, put_down, withdraw};
pub use opening::{Copies, Found, found, keep_beside, keep_copies, recover};
pub use record::{Kept, Saving, Stored, generations, load, save};
pub use rejoining::{Join, Joining, join};
pub use snapshot::{News, Record, SaveState, Snapshot};
pub use store::Store;
pub use trail::{Former, Remembered, Take, Trail, Whole};
