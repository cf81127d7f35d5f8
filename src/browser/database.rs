//! The one database of this kit on the device: opened when it is first asked for, kept open as long as the page lives, and
//! let go of when another window wants to erase or renew it.
//!
//! Whatever writes is *strict*: it is told done when it lies on the disk, not when the system has been handed it, so that
//! it outlives a power cut. Browsers take that as a wish of each transaction (`durability` of `IDBTransactionOptions`,
//! Indexed Database API 3.0); one that does not know it works as before.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode, TransactionResult};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::IdbDatabase;

const DATABASE: &str = "award-kit";
/// Assessments ([`super::storage`]): the last full records of each.
pub(super) const RECORDS: &str = "assessments";
/// What the list shows of them.
pub(super) const CARDS: &str = "cards";
/// What was typed and stands in no full record yet ([`super::journal`]).
pub(super) const JOURNAL: &str = "journal";
/// Criteria packs of this device ([`super::packs`]).
pub(super) const PACKS: &str = "packs";
/// Evidence files of this device ([`super::attachments`]).
pub(super) const ATTACHMENTS: &str = "attachments";
/// Panels, scoring copies and files of assessors ([`super::panels`]).
pub(super) const PANELS: &str = "panels";
pub(super) const SCORING: &str = "scoring";
pub(super) const RECEIVED: &str = "received";
/// Cases of the training and records of trainees ([`super::training`]).
pub(super) const TRAINING: &str = "training";

const STORES: [&str; 9] = [RECORDS, CARDS, PACKS, ATTACHMENTS, PANELS, SCORING, RECEIVED, TRAINING, JOURNAL];
/// Raised with every store that is added.
const VERSION: u32 = 6;
/// How long the database is waited for, in milliseconds. One that opens at all opens within a few hundred.
const PATIENCE: i32 = 5_000;

/// Why something could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// The browser's storage does not answer.
    Silent,
    /// Another window of this page, of an earlier version, holds the database.
    Held,
    /// A later version of this page has renewed the database; this one cannot use it.
    Outdated,
    /// The browser's own storage is in trouble; what lies there may still be whole.
    Broken,
    /// There is no room left.
    Full,
    /// Another window has saved since.
    Newer,
    /// What was kept is no longer there: deleted in another window, cleared by the user, or lost by the browser.
    Gone,
    Failed,
}

impl StorageError {
    const ALL: [StorageError; 9] = [
        StorageError::Blocked,
        StorageError::Silent,
        StorageError::Held,
        StorageError::Outdated,
        StorageError::Broken,
        StorageError::Full,
        StorageError::Newer,
        StorageError::Gone,
        StorageError::Failed,
    ];

    /// By the name of the browser's exception.
    fn of(exception: &JsValue) -> StorageError {
        match Reflect::get(exception, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() {
            Some("QuotaExceededError") => StorageError::Full,
            Some("SecurityError" | "InvalidAccessError" | "NotSupportedError") => StorageError::Blocked,
            Some("VersionError") => StorageError::Outdated,
            Some("UnknownError" | "DataError" | "NotReadableError") => StorageError::Broken,
            _ => StorageError::Failed,
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let exception: JsValue = match error {
            idb::Error::DomException(exception) => exception.into(),
            idb::Error::IndexedDbNotFound(_) => return StorageError::Blocked,
            idb::Error::IndexedDbOpenFailed(exception) => exception,
            idb::Error::AddFailed(exception) | idb::Error::UpdateFailed(exception) | idb::Error::GetFailed(exception) => exception,
            _ => return StorageError::Failed,
        };
        StorageError::of(&exception)
    }
}

thread_local! {
    /// The connection, while there is one.
    static CONNECTION: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// Its opening, for which everybody waits who asks meanwhile.
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// Whether the opening waits for another window.
    static HELD: Cell<bool> = const { Cell::new(false) };
}

async fn connection() -> Result<IdbDatabase, StorageError> {
    if let Some(open) = CONNECTION.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let opening = OPENING.with_borrow_mut(|opening| opening.get_or_insert_with(|| future_to_promise(opened())).clone());
    match JsFuture::from(Promise::race(&Array::of2(&opening, &after(PATIENCE)))).await {
        Ok(open) => open.dyn_into().map_err(|_| if HELD.get() { StorageError::Held } else { StorageError::Silent }),
        Err(code) => Err(code.as_f64().and_then(|code| StorageError::ALL.get(code as usize)).copied().unwrap_or(StorageError::Failed)),
    }
}

/// A promise of nothing, after some milliseconds.
fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        let _ = gloo::utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    })
}

/// The connection, or the position of the error in the list of all. It goes on when nobody waits any longer: the next one
/// who asks finds it open.
async fn opened() -> Result<JsValue, JsValue> {
    HELD.set(false);
    let outcome = open().await;
    OPENING.set(None);
    match outcome {
        Ok(open) => {
            CONNECTION.set(Some(open.clone()));
            Ok(open.into())
        }
        Err(error) => Err((error as u32).into()),
    }
}

async fn open() -> Result<IdbDatabase, StorageError> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_blocked(|_| HELD.set(true));
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let there = database.store_names();
            for store in STORES {
                if !there.iter().any(|name| name == store) {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        }
    });
    let mut database: Database = request.await?;
    database.on_version_change(|_| let_go());
    database.on_close(|_| let_go());
    database.forget_callbacks();
    Ok(database.into())
}

/// Closes the connection once what is under way on it has ended. The next one who asks opens it anew.
fn let_go() {
    if let Some(open) = CONNECTION.take() {
        open.close();
    }
}

fn begun(open: &IdbDatabase, stores: &[&str], mode: TransactionMode) -> Result<Transaction, StorageError> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    let mode = match mode {
        TransactionMode::ReadWrite => "readwrite",
        _ => "readonly",
    };
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let begin: Option<Function> = Reflect::get(open, &"transaction".into()).ok().and_then(|begin| begin.dyn_into().ok());
    let begin = begin.ok_or(StorageError::Failed)?;
    let transaction = begin.call3(open, &names, &mode.into(), &options);
    transaction.and_then(|transaction| Transaction::try_from(transaction).map_err(|_| JsValue::NULL)).map_err(|error| StorageError::of(&error))
}

/// A transaction on some stores, for reading or for writing so that it outlives a power cut. A connection that the browser
/// has closed meanwhile is opened anew.
pub(super) async fn transaction(stores: &[&str], mode: TransactionMode) -> Result<Transaction, StorageError> {
    if let Ok(begun) = begun(&connection().await?, stores, mode) {
        return Ok(begun);
    }
    let_go();
    begun(&connection().await?, stores, mode)
}

/// A transaction that begins now, for a page that may be gone before anything is waited for; none where there is no
/// connection yet.
pub(super) fn transaction_at_once(stores: &[&str]) -> Option<Transaction> {
    CONNECTION.with_borrow(|open| begun(open.as_ref()?, stores, TransactionMode::ReadWrite).ok())
}

/// Waits until everything of a transaction lies on the disk.
pub(super) async fn committed(transaction: Transaction) -> Result<(), StorageError> {
    let itself: JsValue = transaction.into();
    let transaction = Transaction::try_from(itself.clone()).map_err(|_| StorageError::Failed)?;
    match transaction.commit()?.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(aborted(&itself)),
    }
}

/// Why the browser has given a transaction up. One that it gives up at its end without a reason found no room.
fn aborted(transaction: &JsValue) -> StorageError {
    match Reflect::get(transaction, &"error".into()) {
        Ok(error) if error.is_object() => StorageError::of(&error),
        _ => StorageError::Full,
    }
}

/// Removes the database.
pub(super) async fn erase() -> Result<(), StorageError> {
    let_go();
    Ok(Factory::new()?.delete(DATABASE)?.await?)
}
