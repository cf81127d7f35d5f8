//! The one database of this kit on the device: opened when it is first asked for, kept open as long as the page lives, and
//! let go of when another window wants to erase or renew it.
//!
//! Whatever writes is *strict*: it is told done when it lies on the disk, not when the system has been handed it, so that
//! it outlives a power cut. Browsers take that as a wish of each transaction (`durability` of `IDBTransactionOptions`,
//! Indexed Database API 3.0); one that does not know it works as before.

use super::clock;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

pub(super) use crate::saving::{CARDS, JOURNAL, RECORDS, StorageError};

const DATABASE: &str = "award-kit";
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

/// Earlier versions of assessments ([`super::versions`]): what the list shows, and what they hold.
pub(super) const VERSIONS: &str = "versions";
pub(super) const VERSION_CONTENTS: &str = "version-contents";
/// Steps of undo ([`super::steps`]).
pub(super) const STEPS: &str = "steps";

/// The folder of the user's own, and what was written into it ([`super::folder`]).
pub(super) const FOLDER: &str = "folder";

pub(super) const STORES: [&str; 13] = [
    RECORDS,
    CARDS,
    PACKS,
    ATTACHMENTS,
    PANELS,
    SCORING,
    RECEIVED,
    TRAINING,
    JOURNAL,
    VERSIONS,
    VERSION_CONTENTS,
    STEPS,
    FOLDER,
];
/// Raised with every store that is added.
const VERSION: u32 = 7;
/// How long the database is waited for, in milliseconds. One that opens at all opens within a few hundred.
const PATIENCE: i32 = 5_000;
/// How long something is waited for that is read, in milliseconds; evidence of many megabytes on a slow disk has come by then. What is written
/// is waited for without end, because it may have been done all the same: who writes says that it takes long.
const READING: i32 = 10_000;

/// The mode of a transaction that only reads.
const READ: &str = "readonly";

/// By the name of the browser's exception.
fn error_of(exception: &JsValue) -> StorageError {
    match Reflect::get(exception, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => StorageError::Full,
        Some("SecurityError" | "InvalidAccessError" | "NotSupportedError") => StorageError::Blocked,
        Some("VersionError") => StorageError::Outdated,
        Some("UnknownError" | "DataError" | "NotReadableError") => StorageError::Broken,
        _ => StorageError::Failed,
    }
}

impl From<JsValue> for StorageError {
    fn from(exception: JsValue) -> Self {
        error_of(&exception)
    }
}

thread_local! {
    /// The connection, while there is one.
    static CONNECTION: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// Its opening, for which everybody waits who asks meanwhile.
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Begins to open it, for those who will ask: that takes as long as other things of a start, and none waits for the other.
pub(super) fn begin() {
    spawn_local(async {
        // Whoever asks is told of a failure.
        let _ = connection().await;
    });
}

async fn connection() -> Result<IdbDatabase, StorageError> {
    if let Some(open) = CONNECTION.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let opening = OPENING.with_borrow_mut(|opening| opening.get_or_insert_with(|| future_to_promise(opened())).clone());
    match JsFuture::from(clock::within(&opening, PATIENCE)).await {
        Ok(open) => open.dyn_into().map_err(|_| StorageError::Silent),
        Err(code) => Err(code
            .as_f64()
            .and_then(|code| StorageError::ALL.get(code as usize))
            .copied()
            .unwrap_or(StorageError::Failed)),
    }
}

/// The connection, or the position of the error in the list of all. It goes on when nobody waits any longer: the next one
/// who asks finds it open.
async fn opened() -> Result<JsValue, JsValue> {
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

fn factory() -> Result<IdbFactory, StorageError> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).ok();
    factory.and_then(|factory| factory.dyn_into().ok()).ok_or(StorageError::Blocked)
}

async fn open() -> Result<IdbDatabase, StorageError> {
    let request = factory()?.open_with_u32(DATABASE, VERSION)?;
    let opening = request.clone();
    let renew = Closure::<dyn Fn()>::new(move || {
        if let Ok(database) = opening.result().map(JsCast::unchecked_into::<IdbDatabase>) {
            let there = database.object_store_names();
            for store in STORES.into_iter().filter(|store| !there.contains(store)) {
                let _ = database.create_object_store(store);
            }
        }
    });
    request.set_onupgradeneeded(Some(renew.as_ref().unchecked_ref()));
    let open: IdbDatabase = answer(&request, None).await?.unchecked_into();
    let gone = Closure::<dyn Fn()>::new(let_go).into_js_value();
    open.set_onversionchange(Some(gone.unchecked_ref()));
    open.set_onclose(Some(gone.unchecked_ref()));
    Ok(open)
}

/// What a request has come to.
async fn answer(request: &IdbRequest, patience: Option<i32>) -> Result<JsValue, StorageError> {
    let mut answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    if let Some(patience) = patience {
        answered = clock::within(&answered, patience);
    }
    match JsFuture::from(answered).await {
        Ok(event) if event.is_undefined() => Err(StorageError::Silent),
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error()?.map_or(StorageError::Failed, |error| error_of(&error))),
    }
}

/// Closes the connection once what is under way on it has ended. The next one who asks opens it anew.
fn let_go() {
    if let Some(open) = CONNECTION.take() {
        open.close();
    }
}

fn begun(open: &IdbDatabase, stores: &[&str], mode: &str) -> Result<Transaction, StorageError> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let begin: Function = Reflect::get(open, &"transaction".into())?.dyn_into()?;
    Ok(Transaction {
        begun: begin.call3(open, &names, &mode.into(), &options)?.unchecked_into(),
        reads: mode == READ,
    })
}

/// A connection that the browser has closed meanwhile is opened anew.
async fn transaction(stores: &[&str], mode: &str) -> Result<Transaction, StorageError> {
    if let Ok(begun) = begun(&connection().await?, stores, mode) {
        return Ok(begun);
    }
    let_go();
    begun(&connection().await?, stores, mode)
}

/// A transaction that only reads.
pub(super) async fn reading(store: &str) -> Result<Transaction, StorageError> {
    transaction(&[store], READ).await
}

/// A transaction that writes, so that it outlives a power cut.
pub(super) async fn writing(stores: &[&str]) -> Result<Transaction, StorageError> {
    transaction(stores, "readwrite").await
}

/// A transaction that begins now, for a page that may be gone before anything is waited for; none where there is no
/// connection yet.
pub(super) fn writing_at_once(stores: &[&str]) -> Option<Transaction> {
    CONNECTION.with_borrow(|open| begun(open.as_ref()?, stores, "readwrite").ok())
}

/// A transaction under way. It ends by itself when nothing is asked of it any more.
pub struct Transaction {
    begun: IdbTransaction,
    reads: bool,
}

/// Which keys of a store.
#[derive(Clone, Copy)]
pub enum Keys<'a> {
    All,
    One(&'a str),
    /// Those that begin so.
    Beginning(&'a str),
}

impl Keys<'_> {
    fn query(self) -> Result<JsValue, StorageError> {
        Ok(match self {
            Keys::All => JsValue::UNDEFINED,
            Keys::One(key) => key.into(),
            Keys::Beginning(start) => IdbKeyRange::bound(&start.into(), &[start, "\u{ffff}"].concat().into())?.into(),
        })
    }
}

impl Transaction {
    async fn answer(&self, request: &IdbRequest) -> Result<JsValue, StorageError> {
        answer(request, self.reads.then_some(READING)).await
    }
    fn store(&self, name: &str) -> Result<IdbObjectStore, StorageError> {
        Ok(self.begun.object_store(name)?)
    }
    /// None where nothing lies there.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, StorageError> {
        let value = self.answer(&self.store(store)?.get(&key.into())?).await?;
        Ok((!value.is_undefined()).then_some(value))
    }
    /// In the order of the keys.
    pub async fn all(&self, store: &str, keys: Keys<'_>) -> Result<Array, StorageError> {
        Ok(self.answer(&self.store(store)?.get_all_with_key(&keys.query()?)?).await?.unchecked_into())
    }
    /// In their order.
    pub async fn keys(&self, store: &str, keys: Keys<'_>) -> Result<Vec<String>, StorageError> {
        let found: Array = self.answer(&self.store(store)?.get_all_keys_with_key(&keys.query()?)?).await?.unchecked_into();
        Ok(found.iter().filter_map(|key| key.as_string()).collect())
    }
    /// Keys and values, in the order of the keys.
    pub async fn entries(&self, store: &str) -> Result<Vec<(String, JsValue)>, StorageError> {
        let store = self.store(store)?;
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        // Requests of a transaction are answered in their order.
        let values: Array = self.answer(&values).await?.unchecked_into();
        let keys: Array = keys.result()?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).zip(values.iter()).collect())
    }
    pub async fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StorageError> {
        self.answer(&self.begin_to_put(store, key, value)?).await.map(drop)
    }
    /// Without waiting for what comes of it.
    pub fn begin_to_put(&self, store: &str, key: &str, value: &JsValue) -> Result<IdbRequest, StorageError> {
        Ok(self.store(store)?.put_with_key(value, &key.into())?)
    }
    /// Some of them; all are those that begin with nothing.
    pub async fn delete(&self, store: &str, keys: Keys<'_>) -> Result<(), StorageError> {
        self.answer(&self.store(store)?.delete(&keys.query()?)?).await.map(drop)
    }
    /// Ends it now: what was asked of it is done, and nothing more is taken. Browsers that do not know that wait a moment.
    pub fn commit(&self) {
        if let Ok(commit) = Reflect::get(&self.begun, &"commit".into()).and_then(JsCast::dyn_into::<Function>) {
            let _ = commit.call0(&self.begun);
        }
    }
    /// Ends it as if it had never begun.
    pub fn abort(self) {
        let _ = self.begun.abort();
    }
    /// Waits until everything lies on the disk.
    pub async fn committed(self) -> Result<(), StorageError> {
        let ended = Promise::new(&mut |resolve, reject| {
            self.begun.set_oncomplete(Some(&resolve));
            self.begun.set_onabort(Some(&reject));
        });
        self.commit();
        // One that the browser gives up at its end without a reason found no room.
        let reason = |_| self.begun.error().map_or(StorageError::Full, |error| error_of(&error));
        JsFuture::from(ended).await.map(drop).map_err(reason)
    }
}

/// Removes the database.
pub(super) async fn erase() -> Result<(), StorageError> {
    let_go();
    let request = factory()?.delete_database(DATABASE)?;
    answer(&request, None).await.map(drop)
}
