//! The journal: what is typed is put down within milliseconds, before the full record is written.
//!
//! Nobody waits for an entry: a put that is only begun outlives the end of the browser. Every window has one entry for
//! each record it writes, which the next one replaces and the full record cuts. A window that goes leaves a note as well, outside of
//! the database: browsers give up what a window has begun to write and what waits for another window's turn when it goes
//! (Chromium 156, 8 of 8 trials).

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
    put(device, of, row_of(device, base, written));
}

/// The same as this window goes, with a note.
pub fn leave_behind<D: Device>(device: &D, of: &str, base: u32, written: Written) {
    let row = row_of(device, base, written);
    device.note(of, &row.by.writer, &note_of(&row));
    put(device, of, row);
}

/// Notes a record that was kept as a whole: where the disk was full, the browser may clear its storage when it is started next, also where
/// it has not done so at once and where there is room again (Chromium 156 with LevelDB, in each of 6 trials).
pub fn note_kept<D: Device>(device: &D, of: &str, revision: u32, mark: &Mark, content: &str) {
    let row = Row {
        content: content.to_owned(),
        revision,
        by: mark.clone(),
        whole: Some(true),
        ..Row::default()
    };
    device.note(of, &mark.writer, &note_of(&row));
}

fn row_of<D: Device>(device: &D, base: u32, written: Written) -> Row {
    let (content, whole) = match written {
        Written::Changes(changes) => (Value::Object(changes).to_string(), false),
        Written::Whole(content) => (content, true),
    };
    Row {
        content,
        revision: base,
        by: device.window().next_mark(),
        whole: Some(whole),
        ..Row::default()
    }
}

fn put<D: Device>(device: &D, of: &str, row: Row) {
    let key = key(of, &row.by.writer);
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
        remove(transaction, record, mark).await?;
    }
    Ok(())
}

/// Takes the notes away that say the same as what was cut, once that is certain.
pub fn drop_notes<D: Device>(device: &D, record: &str, written: &Mark) {
    let taken = device.window().taken.borrow().clone();
    let taken = taken.iter().filter(|(of, _)| of == record).map(|(_, mark)| mark);
    taken.chain([written]).for_each(|mark| drop_note(device, record, mark));
}

fn drop_note<D: Device>(device: &D, record: &str, mark: &Mark) {
    let there = noted(device, record).into_iter().find(|noted| noted.mark.writer == mark.writer);
    if there.is_some_and(|there| there.mark.seq <= mark.seq) {
        device.remove_note(record, &mark.writer);
    }
}

/// Takes away the entry of a writer, unless another one was put down there later.
async fn remove<T: Transaction>(transaction: &T, record: &str, mark: &Mark) -> Result<(), StorageError> {
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
            if remove(&transaction, &record, mark).await.is_err() {
                break;
            }
            drop_note(&later, &record, mark);
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
            drop_notes(&later, &record, &mark);
        }
    });
}

/// Whether other windows, gone or open, have something of a record in the journal.
pub async fn has_left<D: Device>(device: &D, record: &str) -> Result<bool, StorageError> {
    let own = key(record, device.window().name());
    let keys = device.reading(JOURNAL).await?.keys_of(JOURNAL, &key(record, "")).await?;
    let noted = device.notes(record);
    Ok(keys.iter().any(|key| *key != own) || noted.iter().any(|(writer, _)| *writer != device.window().name()))
}

/// The writer of what an earlier version of this page has left outside of the database.
pub const LEFT_BY_EARLIER: &str = "local storage";

/// The entries of a record by windows that are gone.
pub async fn entries<D: Device>(device: &D, record: &str) -> Result<Vec<Entry>, StorageError> {
    let rows = device.reading(JOURNAL).await?.rows(JOURNAL, &key(record, "")).await?;
    let mut entries: Vec<Entry> = rows.into_iter().filter_map(entry).collect();
    for noted in noted(device, record) {
        match entries.iter_mut().find(|entry| entry.mark.writer == noted.mark.writer) {
            Some(entry) if entry.mark.seq >= noted.mark.seq => {}
            Some(entry) => *entry = noted,
            None => entries.push(noted),
        }
    }
    if !entries.is_empty() {
        let open = device.open_windows().await;
        entries.retain(|entry| !open.contains(&entry.mark.writer));
    }
    Ok(entries)
}

fn entry(row: Row) -> Option<Entry> {
    let written = written(row.content, row.whole == Some(true))?;
    Some(Entry {
        mark: row.by,
        base: row.revision,
        written,
    })
}

fn written(content: String, whole: bool) -> Option<Written> {
    if whole {
        return Some(Written::Whole(content));
    }
    match parse(&content).ok()?.value {
        Value::Object(changes) => Some(Written::Changes(changes)),
        _ => None,
    }
}

/// An entry as a note: its number, the revision it started from and whether it is the whole text on a line, then what it holds.
fn note_of(row: &Row) -> String {
    let whole = if row.whole == Some(true) { "whole" } else { "changes" };
    format!("{} {} {whole}\n{}", row.by.seq, row.revision, row.content)
}

/// What windows have noted of a record as they went. Earlier versions of this page noted the revision they started from on a line,
/// then the whole text.
fn noted<D: Device>(device: &D, record: &str) -> Vec<Entry> {
    let noted = |(writer, note): (String, String)| {
        let (head, content) = note.split_once('\n')?;
        let head: Vec<&str> = head.split(' ').collect();
        let (seq, base, whole) = match head[..] {
            [seq, base, whole] => (seq.parse().ok()?, base, whole == "whole"),
            [base] => (1, base, true),
            _ => return None,
        };
        Some(Entry {
            mark: Mark { writer, seq },
            base: base.parse().ok()?,
            written: written(content.to_owned(), whole)?,
        })
    };
    device.notes(record).into_iter().filter_map(noted).collect()
}
