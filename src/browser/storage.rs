//! Assessments on this device, in IndexedDB: the last full records of each, with a card for the list. How a record is read
//! and kept is `saving`.

use super::database::{self, CARDS, Keys, RECORDS, STEPS, Transaction, VERSION_CONTENTS, VERSIONS, reading, writing};
use super::device::ThisDevice;
use super::rows::{content_of, row, value};
use super::{attachments, backups, compared, journal, known, labels, panels, windows};
use crate::archive::journal::Mark;
use crate::json::ById;
use crate::saving::{self, Row, generations};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

pub use crate::saving::{Card, Saving, StorageError, Stored};

/// The cards of all assessments, last changed first, under the names somebody gave them on this device; one that cannot be read stands for an assessment all the same.
pub async fn list() -> Result<Vec<Card>, StorageError> {
    let mut cards: Vec<Card> = Vec::new();
    for (id, value) in reading(CARDS).await?.entries(CARDS).await? {
        let mut card = value.as_string().and_then(|value| card(&value)).unwrap_or_else(|| Card::damaged(id));
        card.name = labels::of(&card.id).unwrap_or(card.name);
        let place = cards.partition_point(|before| before.modified >= card.modified);
        cards.insert(place, card);
    }
    Ok(cards)
}

/// Has storage ready for what will be asked of it.
pub fn prepare() {
    database::begin();
}

/// The last record of that id that is whole.
pub fn load(id: &str) -> impl Future<Output = Result<Option<Stored>, StorageError>> {
    saving::load(&ThisDevice, id)
}

/// Keeps a record and tells its new revision, once it lies on the disk.
pub async fn save(saving: &Saving<'_>) -> Result<u32, StorageError> {
    saving::save(&ThisDevice, saving).await.map(|kept| kept.revision)
}

/// Puts a record of which only the last one is kept, at revision `base`, into a store; none where another revision lies
/// there.
pub(super) async fn put(transaction: &Transaction, store: &str, key: &str, content: &str, base: u32, by: &Mark) -> Result<Option<u32>, StorageError> {
    let present = transaction.get(store, key).await?.and_then(|value| row(&value));
    if present.map_or(0, |row| row.revision) != base {
        return Ok(None);
    }
    let revision = base + 1;
    let record = value(&Row {
        content: content.to_owned(),
        revision,
        by: by.clone(),
        ..Row::default()
    });
    transaction.put(store, key, &record).await?;
    Ok(Some(revision))
}

/// Removes one assessment with its panel, and the evidence files that no other one names.
pub async fn remove(id: &str) -> Result<(), StorageError> {
    // Asked before, because a transaction does not outlive waiting for anything else.
    let alone = windows::is_alone().await != Some(false);
    let transaction = writing(&database::STORES).await?;
    let mut contents = String::new();
    for (key, _) in generations(&transaction, id).await? {
        contents.extend(transaction.get(RECORDS, &key).await?.as_ref().and_then(content_of));
        transaction.delete(RECORDS, Keys::One(&key)).await?;
    }
    transaction.delete(CARDS, Keys::One(id)).await?;
    backups::forget(id);
    known::forget(id);
    labels::set(id, "");
    for store in [STEPS, database::FOLDER] {
        transaction.delete(store, Keys::One(id)).await?;
    }
    for store in [VERSIONS, VERSION_CONTENTS] {
        transaction.delete(store, Keys::Beginning(&[id, "/"].concat())).await?;
    }
    journal::remove_with(&transaction, id).await?;
    panels::remove_with(&transaction, id).await?;
    compared::remove_with(&transaction, id).await?;
    attachments::remove_with(&transaction, &contents, alone).await?;
    transaction.committed().await
}

/// Removes everything this kit keeps.
pub async fn erase() -> Result<(), StorageError> {
    journal::forget_notes();
    known::forget_all();
    database::erase().await
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
