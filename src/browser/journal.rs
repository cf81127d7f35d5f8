//! The journal on this device: what is typed is put down within milliseconds, before the full record is written.
//!
//! Nobody waits for an entry: a put that is only begun outlives the end of the browser. Every window has one entry for
//! each record it writes, which the next one replaces and the full record cuts.

use super::database::{JOURNAL, Keys, StorageError, Transaction, reading, writing, writing_at_once};
use super::local;
use super::storage::{content_of, new_id, record, stored};
use crate::archive::journal::{Entry, Mark, Written};
use js_sys::Reflect;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// The member of an entry that tells that it holds the whole record.
pub(super) const WHOLE: &str = "whole";

thread_local! {
    /// What this window is called.
    static WRITER: String = new_id();
    static SEQ: Cell<u32> = const { Cell::new(0) };
    /// Entries of windows that are gone, which this one has put into what it holds.
    static TAKEN: RefCell<Vec<(String, Mark)>> = const { RefCell::new(Vec::new()) };
}

/// The name of this window.
pub fn writer() -> String {
    WRITER.with(Clone::clone)
}

/// The next place in the order of all this window writes.
pub fn next_mark() -> Mark {
    let seq = SEQ.get() + 1;
    SEQ.set(seq);
    Mark { writer: writer(), seq }
}

/// Where the entry of a writer lies; where all of a record do, for no writer.
pub(super) fn key(record: &str, writer: &str) -> String {
    [record, "|", writer].concat()
}

/// Puts down what was written of a record since its revision `base`, without waiting.
pub fn put_down(of: &str, base: u32, written: Written) {
    let mark = next_mark();
    let key = key(of, &mark.writer);
    let (content, whole) = match written {
        Written::Changes(changes) => (Value::Object(changes).to_string(), false),
        Written::Whole(content) => (content, true),
    };
    let entry = record(base, &content, &mark);
    let _ = Reflect::set(&entry, &WHOLE.into(), &whole.into());
    let put = move |transaction: Transaction| {
        let _ = transaction.begin_to_put(JOURNAL, &key, &entry);
        transaction.commit();
    };
    match writing_at_once(&[JOURNAL]) {
        Some(transaction) => put(transaction),
        None => spawn_local(async move {
            if let Ok(transaction) = writing(&[JOURNAL]).await {
                put(transaction);
            }
        }),
    }
}

/// Notes that what this window holds of a record has an entry in it: the next full record cuts it.
pub fn take(record: &str, entry: &Entry) {
    TAKEN.with_borrow_mut(|taken| taken.push((record.to_owned(), entry.mark.clone())));
}

/// Takes away what a full record, written at a mark, holds: this window's entry, unless it was put down later, and those
/// that were taken.
pub(super) async fn cut(transaction: &Transaction, record: &str, written: &Mark) -> Result<(), StorageError> {
    let taken = TAKEN.with_borrow(Clone::clone);
    let taken = taken.iter().filter(|(of, _)| of == record).map(|(_, mark)| mark);
    for mark in taken.chain([written]) {
        if mark.writer == LEFT_BY_EARLIER {
            local::remove(&noted_at(record));
        }
        let key = key(record, &mark.writer);
        let there = transaction.get(JOURNAL, &key).await?.and_then(|entry| stored(&entry));
        if there.is_some_and(|there| there.by.seq <= mark.seq) {
            transaction.delete(JOURNAL, Keys::One(&key)).await?;
        }
    }
    Ok(())
}

/// Takes this window's entry of a record away, because what it holds is kept elsewhere.
pub fn withdraw(record: &str) {
    let (record, mark) = (record.to_owned(), next_mark());
    spawn_local(async move {
        if let Ok(transaction) = writing(&[JOURNAL]).await {
            // What stays is offered again, which is better than lost.
            let _ = cut(&transaction, &record, &mark).await;
        }
    });
}

/// Takes all entries of a record away.
pub(super) async fn remove_with(transaction: &Transaction, record: &str) -> Result<(), StorageError> {
    local::remove(&noted_at(record));
    transaction.delete(JOURNAL, Keys::Beginning(&key(record, ""))).await
}

/// Whether other windows, gone or open, have something of a record in the journal.
pub async fn has_left(record: &str) -> Result<bool, StorageError> {
    let own = key(record, &writer());
    let keys = reading(JOURNAL).await?.keys(JOURNAL, Keys::Beginning(&key(record, ""))).await?;
    Ok(keys.iter().any(|key| *key != own) || local::get(&noted_at(record)).is_some())
}

/// The writer of what an earlier version of this page has left in local storage.
pub(super) const LEFT_BY_EARLIER: &str = "local storage";

/// Where an earlier version noted what was not kept when the page was left.
pub(super) fn noted_at(record: &str) -> String {
    ["award-kit.unsaved.", record].concat()
}

/// Forgets all an earlier version noted.
pub(super) fn forget_earlier() {
    for key in local::keys(&noted_at("")) {
        local::remove(&key);
    }
}

/// All that is put down, as text: whatever it names is still wanted.
pub(super) async fn texts(transaction: &Transaction) -> Result<Vec<String>, StorageError> {
    let values = transaction.all(JOURNAL, Keys::All).await?;
    Ok(values.iter().filter_map(|entry| content_of(&entry)).collect())
}
