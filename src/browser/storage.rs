//! Assessments on this device, in IndexedDB: one record each, with a card for the list.
//!
//! A record carries a revision. Saving names the revision it started from, in one transaction with the check, so that
//! nothing newer is ever overwritten by something older.

use super::{attachments, compared, local, panels};
use crate::json::{ById, ToJson, to_members};
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode, TransactionResult};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const DATABASE: &str = "award-kit";
pub(super) const RECORDS: &str = "assessments";
const CARDS: &str = "cards";
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
/// Raised with every store that is added.
const VERSION: u32 = 5;

/// What the list shows of an assessment without reading it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: String,
    pub name: String,
    pub pack: String,
    /// The criteria in short, in the languages they were there in when it was saved.
    pub criteria: ById<String>,
    pub fictional: bool,
    pub rated: usize,
    pub items: usize,
    /// Points as they are printed.
    pub points: String,
    /// Milliseconds since 1970.
    pub modified: f64,
}

to_members! { Card { id, name, pack, criteria, fictional, rated, items, points, modified } }

/// A record as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub content: String,
    pub revision: u32,
}

/// Why something could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// Another window has saved since.
    Newer,
    Failed,
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let exception: JsValue = match error {
            idb::Error::DomException(exception) => exception.into(),
            idb::Error::AddFailed(exception) | idb::Error::UpdateFailed(exception) => exception,
            _ => return StorageError::Failed,
        };
        match Reflect::get(&exception, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() {
            Some("QuotaExceededError") => StorageError::Full,
            _ => StorageError::Failed,
        }
    }
}

/// The database while it is used; closed at the end, also of a failure: an open one would keep erasing waiting.
pub(super) struct Opened(pub(super) Database);

impl Drop for Opened {
    fn drop(&mut self) {
        self.0.close();
    }
}

pub(super) async fn database() -> Result<Opened, StorageError> {
    let factory = Factory::new().map_err(|_| StorageError::Blocked)?;
    let mut request = factory.open(DATABASE, Some(VERSION)).map_err(|_| StorageError::Blocked)?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let there = database.store_names();
            for store in [RECORDS, CARDS, PACKS, ATTACHMENTS, PANELS, SCORING, RECEIVED, TRAINING] {
                if !there.iter().any(|name| name == store) {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        }
    });
    request.await.map(Opened).map_err(|_| StorageError::Blocked)
}

/// The cards of all assessments, last changed first.
pub async fn list() -> Result<Vec<Card>, StorageError> {
    let Opened(database) = &database().await?;
    let transaction = database.transaction(&[CARDS], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(CARDS)?.get_all(None, None)?.await?;
    let mut cards: Vec<Card> = Vec::new();
    for card in values.iter().filter_map(|value| card(&value.as_string()?)) {
        let place = cards.partition_point(|before| before.modified >= card.modified);
        cards.insert(place, card);
    }
    Ok(cards)
}

/// The record of that id; none where there is none.
pub async fn load(id: &str) -> Result<Option<Stored>, StorageError> {
    let Opened(database) = &database().await?;
    let transaction = database.transaction(&[RECORDS], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(RECORDS)?.get(JsValue::from_str(id))?.await?;
    Ok(value.and_then(|value| stored(&value)))
}

/// Keeps a record that was at revision `base` (0: new) and tells its new revision.
pub async fn save(card: &Card, content: &str, base: u32) -> Result<u32, StorageError> {
    let Opened(database) = &database().await?;
    save_in(database, card, content, base).await
}

async fn save_in(database: &Database, card: &Card, content: &str, base: u32) -> Result<u32, StorageError> {
    let transaction = database.transaction(&[RECORDS, CARDS], TransactionMode::ReadWrite)?;
    let key = JsValue::from_str(&card.id);
    let Some(revision) = put(&transaction, RECORDS, &key, content, base).await? else {
        transaction.abort()?;
        return Err(StorageError::Newer);
    };
    let card = card.to_json().to_string();
    transaction.object_store(CARDS)?.put(&card.into(), Some(&key))?.await?;
    committed(transaction).await?;
    Ok(revision)
}

/// Puts a record that was at revision `base` into a store; none where another revision lies there.
pub(super) async fn put(transaction: &Transaction, store: &str, key: &JsValue, content: &str, base: u32) -> Result<Option<u32>, StorageError> {
    let records = transaction.object_store(store)?;
    let present = records.get(key.clone())?.await?;
    if present.and_then(|value| stored(&value)).map_or(0, |stored| stored.revision) != base {
        return Ok(None);
    }
    let revision = base + 1;
    let record = js_sys::Object::new();
    let _ = Reflect::set(&record, &"revision".into(), &revision.into());
    let _ = Reflect::set(&record, &"content".into(), &content.into());
    records.put(&record, Some(key))?.await?;
    Ok(Some(revision))
}

/// Waits until everything of a transaction is kept. One that the browser gives up at its end found no room.
pub(super) async fn committed(transaction: Transaction) -> Result<(), StorageError> {
    match transaction.commit()?.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(StorageError::Full),
    }
}

/// How the keys of notes begin.
pub(super) const NOTES: &str = "award-kit.unsaved.";

/// Where a note lies in local storage, which answers at once.
fn note_key(id: &str) -> String {
    [NOTES, id].concat()
}

/// Notes a content that is not kept yet, for a page that is being left: the database answers too late for that. It
/// started from revision `base`, which stands in the first line. Without local storage, or where it is too small,
/// nothing is noted.
pub fn note(id: &str, content: &str, base: u32) {
    local::set(&note_key(id), &[&base.to_string(), "\n", content].concat());
}

/// What was noted of an assessment after revision `base` and never kept.
pub fn noted(id: &str, base: u32) -> Option<String> {
    let note = local::get(&note_key(id))?;
    let (noted_at, content) = note.split_once('\n')?;
    (noted_at == base.to_string()).then(|| content.to_owned())
}

pub fn forget_note(id: &str) {
    local::remove(&note_key(id));
}

/// Removes one assessment with its panel, and the evidence files that no other one names.
pub async fn remove(id: &str) -> Result<(), StorageError> {
    forget_note(id);
    let Opened(database) = &database().await?;
    let transaction = database.transaction(&[RECORDS, CARDS, ATTACHMENTS, PANELS, RECEIVED], TransactionMode::ReadWrite)?;
    let records = transaction.object_store(RECORDS)?;
    let gone = records.get(JsValue::from_str(id))?.await?;
    for store in [RECORDS, CARDS] {
        transaction.object_store(store)?.delete(JsValue::from_str(id))?.await?;
    }
    panels::remove_with(&transaction, id).await?;
    compared::remove_with(&transaction, id).await?;
    if let Some(content) = gone.as_ref().and_then(content_of) {
        attachments::remove_with(&transaction, &content).await?;
    }
    committed(transaction).await
}

/// Removes everything this kit keeps.
pub async fn erase() -> Result<(), StorageError> {
    for key in local::keys(&note_key("")) {
        local::remove(&key);
    }
    let factory = Factory::new().map_err(|_| StorageError::Blocked)?;
    Ok(factory.delete(DATABASE)?.await?)
}

/// A card as it was kept; read by the browser, because the list is shown before the kit's own reader of JSON is there.
fn card(content: &str) -> Option<Card> {
    let card = js_sys::JSON::parse(content).ok()?;
    let member = |name: &str| Reflect::get(&card, &name.into()).ok();
    let number = |name: &str| member(name)?.as_f64();
    let mut criteria = ById::default();
    // Cards of earlier versions do not tell it.
    if let Some(names) = member("criteria").and_then(|names| names.dyn_into::<js_sys::Object>().ok()) {
        for entry in js_sys::Object::entries(&names).iter() {
            let entry = js_sys::Array::from(&entry);
            criteria.0.extend(entry.get(0).as_string().zip(entry.get(1).as_string()));
        }
    }
    Some(Card {
        id: member("id")?.as_string()?,
        name: member("name")?.as_string()?,
        pack: member("pack")?.as_string()?,
        criteria,
        fictional: member("fictional")?.as_bool()?,
        rated: number("rated")? as usize,
        items: number("items")? as usize,
        points: member("points")?.as_string()?,
        modified: number("modified")?,
    })
}

pub(super) fn stored(value: &JsValue) -> Option<Stored> {
    Some(Stored {
        content: content_of(value)?,
        revision: Reflect::get(value, &"revision".into()).ok()?.as_f64()? as u32,
    })
}

/// The content of a record as it lies in the database.
pub(super) fn content_of(value: &JsValue) -> Option<String> {
    Reflect::get(value, &"content".into()).ok()?.as_string()
}

/// An id no other assessment has.
pub fn new_id() -> String {
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}{random:08x}", js_sys::Date::now() as u64)
}

/// Bytes used by this page's storage, and whether the browser has promised to keep it. None where it does not tell.
pub async fn usage() -> Option<(f64, bool)> {
    let manager = gloo::utils::window().navigator().storage();
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    let used = Reflect::get(&estimate, &"usage".into()).ok()?.as_f64()?;
    let persisted = JsFuture::from(manager.persisted().ok()?).await.ok()?.is_truthy();
    Some((used, persisted))
}

/// Asks the browser to keep this page's storage for good; tells whether it does.
pub async fn persist() -> bool {
    let manager = gloo::utils::window().navigator().storage();
    let Ok(promise) = manager.persist() else { return false };
    JsFuture::from(promise.unchecked_into::<js_sys::Promise>())
        .await
        .is_ok_and(|granted| granted.is_truthy())
}
