//! What saving asks of the device it runs on, and of the page that shows what is saved.

use super::journal::Window;
use super::rejoining::Joining;
use super::{Former, News, Snapshot, StorageError, Store, Trail};
use crate::archive::journal::Mark;
use crate::archive::versions::Occasion;
use crate::date::Date;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The store of the database that holds the last full records of each assessment.
pub const RECORDS: &str = "assessments";
/// The store of what the list shows of them.
pub const CARDS: &str = "cards";
/// The store of what was typed and stands in no full record yet.
pub const JOURNAL: &str = "journal";

/// A record or an entry of the journal, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub content: String,
    /// Of an entry the revision it started from.
    pub revision: u32,
    /// Who wrote it.
    pub by: Mark,
    /// When it was written, in milliseconds since 1970; 0 where it does not tell.
    pub at: f64,
    /// The hash of the content; none where it has none.
    pub sha256: Option<String>,
    /// Of an entry whether it holds the whole record.
    pub whole: Option<bool>,
}

/// The device: its clock, its database, and the other windows on it. Cloning gives another handle to the same.
pub trait Device: Clone + 'static {
    /// A call that is to come; dropped, it does not.
    type Timer;
    type Transaction: Transaction;

    /// Milliseconds since 1970.
    fn now(&self) -> f64;
    /// The day of a moment where the device is.
    fn day(&self, moment: f64) -> Date;
    /// An id that was never given before.
    fn new_id(&self) -> String;
    /// Calls after some milliseconds.
    fn after(&self, milliseconds: u32, call: impl FnOnce() + 'static) -> Self::Timer;
    fn spawn(&self, task: impl Future<Output = ()> + 'static);
    /// The window this runs in.
    fn window(&self) -> Rc<Window>;
    /// The names of all windows that are open, this one among them.
    fn open_windows(&self) -> impl Future<Output = BTreeSet<String>>;
    /// Tells the other windows that a record is kept at a revision.
    fn tell_saved(&self, id: &str, revision: u32);
    /// A transaction that only reads one store.
    fn reading(&self, store: &'static str) -> impl Future<Output = Result<Self::Transaction, StorageError>>;
    /// A transaction that writes, so that it outlives a power cut.
    fn writing(&self, stores: &'static [&'static str]) -> impl Future<Output = Result<Self::Transaction, StorageError>>;
    /// The same, begun now; none where the database has to be opened first.
    fn writing_at_once(&self, stores: &'static [&'static str]) -> Option<Self::Transaction>;
    /// The SHA-256 of a text in hexadecimal digits; none where it cannot be had.
    fn hash(&self, text: &str) -> impl Future<Output = Option<String>>;
    /// What windows have noted of a record outside of the database as they went, by writer.
    fn notes(&self, record: &str) -> Vec<(String, String)>;
    /// Notes something of a record at once, in the place of what this writer noted of it before.
    fn note(&self, record: &str, writer: &str, text: &str);
    fn remove_note(&self, record: &str, writer: &str);
    /// Whether an assessment is meant to be here: it was kept and nobody has removed it. Where its record is gone all the same, the
    /// browser has cleared its storage.
    fn is_meant_to_be_here(&self, id: &str) -> bool;
}

/// A transaction under way. Between two requests of one nothing else is waited for: it ends by itself when nothing is asked of
/// it any more.
pub trait Transaction {
    /// The keys of a store that begin so, in their order.
    fn keys_of(&self, store: &str, start: &str) -> impl Future<Output = Result<Vec<String>, StorageError>>;
    /// None where nothing lies there that can be read.
    fn row(&self, store: &str, key: &str) -> impl Future<Output = Result<Option<Row>, StorageError>>;
    /// Those under keys that begin so, in the order of the keys.
    fn rows(&self, store: &str, start: &str) -> impl Future<Output = Result<Vec<Row>, StorageError>>;
    fn lay(&self, store: &str, key: &str, row: &Row) -> impl Future<Output = Result<(), StorageError>>;
    fn lay_text(&self, store: &str, key: &str, text: &str) -> impl Future<Output = Result<(), StorageError>>;
    fn take_away(&self, store: &str, key: &str) -> impl Future<Output = Result<(), StorageError>>;
    /// Lays a row and ends the transaction without waiting for either.
    fn lay_and_end(self, store: &str, key: &str, row: &Row);
    /// Ends it as if it had never begun.
    fn give_up(self);
    /// Waits until everything lies on the disk.
    fn kept(self) -> impl Future<Output = Result<(), StorageError>>;
}

/// The page that shows what is saved.
pub trait Page: Sized + 'static {
    type Device: Device;

    fn device(&self) -> Self::Device;
    /// Whether nobody sees it: it may never wake again.
    fn is_hidden(&self) -> bool;
    /// What is open now; none where nothing is.
    fn show(&self, open: Option<Snapshot>);
    /// Lets the user know something.
    fn say(&self, news: News);
    /// What makes one of what two windows wrote; none where it cannot be had.
    fn joining(&self) -> impl Future<Output = Option<Joining>>;
    /// Keeps an assessment as it stood as an earlier version, where that can be done.
    fn keep_version(&self, former: Former, occasion: Occasion);
    /// Puts down what undo and redo lead through.
    fn put_down_steps(&self, trail: &Trail<'_>);
    /// A record was kept.
    fn saved(&self, store: &Store<Self>);
    /// An assessment is no longer meant to be on this device.
    fn forget(&self, id: &str);
}
