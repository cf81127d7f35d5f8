//! The journal: what is typed is put down within milliseconds, before the full record is written.
//!
//! Nobody waits for an entry: a put that is only begun outlives the end of the browser. Every window has one entry for
//! each record it writes, which the next one replaces and the full record cuts.

use super::StorageError;
use super::device::{Device, JOURNAL, Row, Transaction};
use crate::archive::journal::{Entry, Mark, Written};
use crate::json::parse;
use serde_json::Value;
use std::cell::{Cell, RefCell};

/// A window, as a writer of records and entries.
pub struct Window {
    name: String,
    seq: Cell<u32>,
    /// Entries of windows that are gone, which this one has put into what it holds.
    taken: RefCell<Vec<(String, Mark)>>,
}

impl Window {
    /// Under a name no other window ever has.
    pub fn new(name: String) -> Window {
        Window {
            name,
            seq: Cell::new(0),
            taken: RefCell::default(),
        }
    }
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The next place in the order of all it writes.
    pub fn next_mark(&self) -> Mark {
        self.seq.set(self.seq.get() + 1);
        Mark {
            writer: self.name.clone(),
            seq: self.seq.get(),
        }
    }
    /// Notes that what it holds of a record has an entry in it: the next full record cuts it.
    pub fn take(&self, record: &str, entry: &Entry) {
        self.taken.borrow_mut().push((record.to_owned(), entry.mark.clone()));
    }
}

/// Where the entry of a writer lies; where all of a record do, for no writer.
fn key(record: &str, writer: &str) -> String {
    [record, "|", writer].concat()
}

/// Puts down what was written of a record since its revision `base`, without waiting.
pub fn put_down<D: Device>(device: &D, of: &str, base: u32, written: Written) {
    let mark = device.window().next_mark();
    let key = key(of, &mark.writer);
    let (content, whole) = match written {
        Written::Changes(changes) => (Value::Object(changes).to_string(), false),
        Written::Whole(content) => (content, true),
    };
    let row = Row {
        content,
        revision: base,
        by: mark,
        whole: Some(whole),
        ..Row::default()
    };
    let put = move |transaction: D::Transaction| transaction.lay_and_end(JOURNAL, &key, &row);
    match device.writing_at_once(&[JOURNAL]) {
        Some(transaction) => put(transaction),
        None => {
            let later = device.clone();
            device.spawn(async move {
                if let Ok(transaction) = later.writing(&[JOURNAL]).await {
                    put(transaction);
                }
            });
        }
    }
}

/// Takes away what a full record, written at a mark, holds: this window's entry, unless it was put down later, and those
/// that were taken.
pub async fn cut<D: Device, T: Transaction>(device: &D, transaction: &T, record: &str, written: &Mark) -> Result<(), StorageError> {
    let taken = device.window().taken.borrow().clone();
    let taken = taken.iter().filter(|(of, _)| of == record).map(|(_, mark)| mark);
    for mark in taken.chain([written]) {
        remove(device, transaction, record, mark).await?;
    }
    Ok(())
}

/// Takes away the entry of a writer, unless another one was put down there later.
async fn remove<D: Device, T: Transaction>(device: &D, transaction: &T, record: &str, mark: &Mark) -> Result<(), StorageError> {
    if mark.writer == LEFT_BY_EARLIER {
        device.remove_note(record);
    }
    let key = key(record, &mark.writer);
    let there = transaction.row(JOURNAL, &key).await?;
    if there.is_some_and(|there| there.by.seq <= mark.seq) {
        transaction.take_away(JOURNAL, &key).await?;
    }
    Ok(())
}

/// Lets go of these entries of a record and of no others, because what they hold is kept elsewhere.
pub fn let_go<D: Device>(device: &D, record: &str, entries: Vec<Mark>) {
    let (later, record) = (device.clone(), record.to_owned());
    device.spawn(async move {
        // What stays is offered again, which is better than lost.
        let Ok(transaction) = later.writing(&[JOURNAL]).await else { return };
        for mark in &entries {
            if remove(&later, &transaction, &record, mark).await.is_err() {
                break;
            }
        }
    });
}

/// Takes this window's entry of a record away, because what it holds is kept elsewhere.
pub fn withdraw<D: Device>(device: &D, record: &str) {
    let (later, record, mark) = (device.clone(), record.to_owned(), device.window().next_mark());
    device.spawn(async move {
        if let Ok(transaction) = later.writing(&[JOURNAL]).await {
            // What stays is offered again, which is better than lost.
            let _ = cut(&later, &transaction, &record, &mark).await;
        }
    });
}

/// Whether other windows, gone or open, have something of a record in the journal.
pub async fn has_left<D: Device>(device: &D, record: &str) -> Result<bool, StorageError> {
    let own = key(record, device.window().name());
    let keys = device.reading(JOURNAL).await?.keys_of(JOURNAL, &key(record, "")).await?;
    Ok(keys.iter().any(|key| *key != own) || device.note(record).is_some())
}

/// The writer of what an earlier version of this page has left outside of the database.
pub const LEFT_BY_EARLIER: &str = "local storage";

/// The entries of a record by windows that are gone.
pub async fn entries<D: Device>(device: &D, record: &str) -> Result<Vec<Entry>, StorageError> {
    let rows = device.reading(JOURNAL).await?.rows(JOURNAL, &key(record, "")).await?;
    let mut entries: Vec<Entry> = rows.into_iter().filter_map(entry).collect();
    if !entries.is_empty() {
        let open = device.open_windows().await;
        entries.retain(|entry| !open.contains(&entry.mark.writer));
    }
    entries.extend(noted(device, record));
    Ok(entries)
}

fn entry(row: Row) -> Option<Entry> {
    let written = if row.whole == Some(true) {
        Written::Whole(row.content)
    } else {
        let Value::Object(changes) = parse(&row.content).ok()?.value else {
            return None;
        };
        Written::Changes(changes)
    };
    Some(Entry {
        mark: row.by,
        base: row.revision,
        written,
    })
}

/// What an earlier version of this page noted: the revision it started from on a line, then the whole text.
fn noted<D: Device>(device: &D, record: &str) -> Option<Entry> {
    let note = device.note(record)?;
    let (base, content) = note.split_once('\n')?;
    Some(Entry {
        mark: Mark {
            writer: LEFT_BY_EARLIER.into(),
            seq: 1,
        },
        base: base.parse().ok()?,
        written: Written::Whole(content.to_owned()),
    })
}
