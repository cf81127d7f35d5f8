//! The journal on this device, as this window writes it. What it does is `saving`.

use super::database::{JOURNAL, Keys, StorageError, Transaction};
use super::device::ThisDevice;
use super::local;
use super::rows::content_of;
use super::storage::new_id;
use crate::archive::journal::{Entry, Mark, Written};
use crate::saving::{self, LEFT_BY_EARLIER, Window};
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

/// The same as this window goes, with a note that is there at once.
pub fn leave_behind(of: &str, base: u32, written: Written) {
    saving::leave_behind(&ThisDevice, of, base, written);
}

/// Notes that what this window holds of a record has an entry in it: the next full record cuts it.
pub fn take(record: &str, entry: &Entry) {
    window().take(record, entry);
}

/// Takes away what a full record, written at a mark, holds.
pub(super) fn cut(transaction: &Transaction, record: &str, written: &Mark) -> impl Future<Output = Result<(), StorageError>> {
    saving::cut(&ThisDevice, transaction, record, written)
}

/// Takes the notes away that say the same as what was cut.
pub(super) fn drop_notes(record: &str, written: &Mark) {
    saving::drop_notes(&ThisDevice, record, written);
}

/// The entries of a record by windows that are gone.
pub(super) fn entries(record: &str) -> impl Future<Output = Result<Vec<Entry>, StorageError>> {
    saving::entries(&ThisDevice, record)
}

/// Takes all entries of a record away.
pub(super) async fn remove_with(transaction: &Transaction, record: &str) -> Result<(), StorageError> {
    for (writer, _) in notes(record) {
        local::remove(&noted_at(record, &writer));
    }
    transaction.delete(JOURNAL, Keys::Beginning(&[record, "|"].concat())).await
}

/// What every note begins with.
const NOTED: &str = "award-kit.unsaved.";

/// Where a window notes what is not kept as it goes; earlier versions of the page had one place for all windows.
pub(super) fn noted_at(record: &str, writer: &str) -> String {
    match writer {
        LEFT_BY_EARLIER => [NOTED, record].concat(),
        _ => [NOTED, record, "|", writer].concat(),
    }
}

/// What was noted of a record, by writer.
pub(super) fn notes(record: &str) -> Vec<(String, String)> {
    let start = [NOTED, record].concat();
    let note = |key: String| {
        let writer = match key.strip_prefix(&start)? {
            "" => LEFT_BY_EARLIER,
            rest => rest.strip_prefix('|')?,
        };
        Some((writer.to_owned(), local::get(&key)?))
    };
    local::keys(&start).into_iter().filter_map(note).collect()
}

/// Whether something of a record is noted.
pub fn is_noted(record: &str) -> bool {
    !notes(record).is_empty()
}

/// Forgets all that was noted.
pub(super) fn forget_notes() {
    for key in local::keys(NOTED) {
        local::remove(&key);
    }
}

/// All that is put down or noted, as text: whatever it names is still wanted.
pub(super) async fn texts(transaction: &Transaction) -> Result<Vec<String>, StorageError> {
    let values = transaction.all(JOURNAL, Keys::All).await?;
    let notes = local::keys(NOTED);
    let notes = notes.iter().filter_map(|key| local::get(key));
    Ok(values.iter().filter_map(|entry| content_of(&entry)).chain(notes).collect())
}
