//! The journal on this device, as this window writes it. What it does is `saving`.

use super::database::{JOURNAL, Keys, StorageError, Transaction};
use super::device::ThisDevice;
use super::local;
use super::rows::content_of;
use super::storage::new_id;
use crate::archive::journal::{Entry, Mark, Written};
use crate::saving::{self, Window};
use std::rc::Rc;

thread_local! {
    static WINDOW: Rc<Window> = Rc::new(Window::new(new_id()));
}

/// This window.
pub(super) fn window() -> Rc<Window> {
    WINDOW.with(Rc::clone)
}

/// The name of this window.
pub fn writer() -> String {
    window().name().to_owned()
}

/// The next place in the order of all this window writes.
pub fn next_mark() -> Mark {
    window().next_mark()
}

/// Puts down what was written of a record since its revision `base`, without waiting.
pub fn put_down(of: &str, base: u32, written: Written) {
    saving::put_down(&ThisDevice, of, base, written);
}

/// Notes that what this window holds of a record has an entry in it: the next full record cuts it.
pub fn take(record: &str, entry: &Entry) {
    window().take(record, entry);
}

/// Takes away what a full record, written at a mark, holds.
pub(super) fn cut(transaction: &Transaction, record: &str, written: &Mark) -> impl Future<Output = Result<(), StorageError>> {
    saving::cut(&ThisDevice, transaction, record, written)
}

/// The entries of a record by windows that are gone.
pub(super) fn entries(record: &str) -> impl Future<Output = Result<Vec<Entry>, StorageError>> {
    saving::entries(&ThisDevice, record)
}

/// Takes all entries of a record away.
pub(super) async fn remove_with(transaction: &Transaction, record: &str) -> Result<(), StorageError> {
    local::remove(&noted_at(record));
    transaction.delete(JOURNAL, Keys::Beginning(&[record, "|"].concat())).await
}

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
