//! Assessments on this device, in IndexedDB: the last full records of each, with a card for the list.
//!
//! A record carries a revision. Saving names the revision it started from, in one transaction with the check, so that
//! nothing newer is ever overwritten by something older. A record also carries the hash of its content: one that does not
//! fit it gives way to the one before, and is not replaced by it until something is saved.

use super::database::{self, CARDS, JOURNAL, Keys, RECORDS, STEPS, Transaction, VERSION_CONTENTS, VERSIONS, reading, writing};
use super::{attachments, backups, compared, digest, journal, known, panels, windows};
use crate::archive::journal::Mark;
use crate::json::{ById, ToJson, to_members};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use super::database::StorageError;

/// How many full records of an assessment are kept.
const GENERATIONS: usize = 3;

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

impl Card {
    /// Of an assessment of which nothing but the id can be read.
    fn damaged(id: String) -> Card {
        Card {
            id,
            name: String::new(),
            pack: String::new(),
            criteria: ById::default(),
            fictional: false,
            rated: 0,
            items: 0,
            points: String::new(),
            modified: 0.0,
        }
    }
    /// Whether nothing but its id could be read.
    pub fn is_damaged(&self) -> bool {
        self.pack.is_empty()
    }
}

/// A record as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub content: String,
    /// Of the last record there is: what is saved next goes on from it, also where it was damaged.
    pub revision: u32,
    /// Who wrote the content.
    pub by: Mark,
    /// When it was written, in milliseconds since 1970; 0 where it is not known (records of earlier versions).
    pub at: f64,
    /// How many later records lay before it and were damaged.
    pub damaged: usize,
}

/// What is to be saved of an assessment.
pub struct Saving<'a> {
    pub card: &'a Card,
    pub content: &'a str,
    /// The revision it started from; 0: new.
    pub base: u32,
    /// Where the content stands among all this window has written.
    pub mark: &'a Mark,
}

/// The cards of all assessments, last changed first; one that cannot be read stands for an assessment all the same.
pub async fn list() -> Result<Vec<Card>, StorageError> {
    let mut cards: Vec<Card> = Vec::new();
    for (id, value) in reading(CARDS).await?.entries(CARDS).await? {
        let card = value.as_string().and_then(|value| card(&value)).unwrap_or_else(|| Card::damaged(id));
        let place = cards.partition_point(|before| before.modified >= card.modified);
        cards.insert(place, card);
    }
    Ok(cards)
}

/// The last record of that id that is whole; none where nothing was kept. Where none of those that are there is whole, the
/// last one that can be read, as it is.
pub async fn load(id: &str) -> Result<Option<Stored>, StorageError> {
    let (mut revision, mut last) = (None, None);
    for damaged in 0.. {
        // Each in a transaction of its own, which does not last while the hash is made.
        let transaction = reading(RECORDS).await?;
        let there = generations(&transaction, id).await?;
        let Some((key, _)) = there.get(damaged) else { break };
        let revision = *revision.get_or_insert(there[0].1);
        let Some(value) = transaction.get(RECORDS, key).await? else { continue };
        let Some(read) = stored(&value) else { continue };
        let read = Stored { revision, damaged, ..read };
        if is_whole(&value, &read.content).await {
            return Ok(Some(read));
        }
        last.get_or_insert(read);
    }
    Ok(last)
}

/// Whether a record is as it was written. Where no hash was or can be made, it is taken to be.
async fn is_whole(record: &JsValue, content: &str) -> bool {
    let Some(written) = Reflect::get(record, &"sha256".into()).ok().and_then(|hash| hash.as_string()) else {
        return true;
    };
    digest::of_text(content).await.is_none_or(|hash| hash == written)
}

/// The keys of the records of an assessment with their revisions, the latest first.
async fn generations(transaction: &Transaction, id: &str) -> Result<Vec<(String, u32)>, StorageError> {
    let keys = transaction.keys(RECORDS, Keys::Beginning(&[id, "/"].concat())).await?;
    let revision = |key: String| Some((key.rsplit_once('/')?.1.parse().ok()?, key));
    let mut found: Vec<(String, u32)> = keys.into_iter().rev().filter_map(revision).map(|(revision, key)| (key, revision)).collect();
    // Earlier versions kept one record, under the id alone.
    if found.len() < GENERATIONS
        && let Some(earlier) = transaction.get(RECORDS, id).await?.and_then(|value| stored(&value))
    {
        found.push((id.to_owned(), earlier.revision));
    }
    Ok(found)
}

/// Where the record of a revision lies; in the order of revisions.
fn record_key(id: &str, revision: u32) -> String {
    format!("{id}/{revision:010}")
}

/// Keeps a record and tells its new revision, once it lies on the disk.
pub async fn save(saving: &Saving<'_>) -> Result<u32, StorageError> {
    let Saving { card, content, base, .. } = *saving;
    let hash = digest::of_text(content).await;
    let transaction = writing(&[RECORDS, CARDS, JOURNAL]).await?;
    let there = generations(&transaction, &card.id).await?;
    let present = there.first().map_or(0, |(_, revision)| *revision);
    if present != base {
        transaction.abort();
        return Err(if present == 0 { StorageError::Gone } else { StorageError::Newer });
    }
    let revision = base + 1;
    let record = record(revision, content, saving.mark);
    let _ = Reflect::set(&record, &"at".into(), &card.modified.into());
    if let Some(hash) = hash {
        let _ = Reflect::set(&record, &"sha256".into(), &hash.into());
    }
    transaction.put(RECORDS, &record_key(&card.id, revision), &record).await?;
    for (key, _) in there.iter().skip(GENERATIONS - 1) {
        transaction.delete(RECORDS, Keys::One(key)).await?;
    }
    transaction.put(CARDS, &card.id, &card.to_json().to_string().into()).await?;
    journal::cut(&transaction, &card.id, saving.mark).await?;
    transaction.committed().await?;
    windows::tell_saved(&card.id, revision);
    Ok(revision)
}

/// A record as it lies in the database.
pub(super) fn record(revision: u32, content: &str, by: &Mark) -> js_sys::Object {
    let record = js_sys::Object::new();
    let members: [(&str, JsValue); 4] = [
        ("revision", revision.into()),
        ("content", content.into()),
        ("writer", (&*by.writer).into()),
        ("seq", by.seq.into()),
    ];
    for (name, value) in members {
        let _ = Reflect::set(&record, &name.into(), &value);
    }
    record
}

/// Puts a record of which only the last one is kept, at revision `base`, into a store; none where another revision lies
/// there.
pub(super) async fn put(transaction: &Transaction, store: &str, key: &str, content: &str, base: u32, by: &Mark) -> Result<Option<u32>, StorageError> {
    let present = transaction.get(store, key).await?;
    if present.and_then(|value| stored(&value)).map_or(0, |stored| stored.revision) != base {
        return Ok(None);
    }
    let revision = base + 1;
    transaction.put(store, key, &record(revision, content, by)).await?;
    Ok(Some(revision))
}

/// Removes one assessment with its panel, and the evidence files that no other one names.
pub async fn remove(id: &str) -> Result<(), StorageError> {
    let transaction = writing(&database::STORES).await?;
    let mut contents = String::new();
    for (key, _) in generations(&transaction, id).await? {
        contents.extend(transaction.get(RECORDS, &key).await?.as_ref().and_then(content_of));
        transaction.delete(RECORDS, Keys::One(&key)).await?;
    }
    transaction.delete(CARDS, Keys::One(id)).await?;
    backups::forget(id);
    known::forget(id);
    for store in [STEPS, database::FOLDER] {
        transaction.delete(store, Keys::One(id)).await?;
    }
    for store in [VERSIONS, VERSION_CONTENTS] {
        transaction.delete(store, Keys::Beginning(&[id, "/"].concat())).await?;
    }
    journal::remove_with(&transaction, id).await?;
    panels::remove_with(&transaction, id).await?;
    compared::remove_with(&transaction, id).await?;
    attachments::remove_with(&transaction, &contents).await?;
    transaction.committed().await
}

/// Removes everything this kit keeps.
pub async fn erase() -> Result<(), StorageError> {
    journal::forget_earlier();
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

pub(super) fn stored(value: &JsValue) -> Option<Stored> {
    let number = |name: &str| Reflect::get(value, &name.into()).ok().and_then(|number| number.as_f64());
    let writer = Reflect::get(value, &"writer".into()).ok().and_then(|writer| writer.as_string());
    Some(Stored {
        content: content_of(value)?,
        revision: number("revision")? as u32,
        by: Mark {
            writer: writer.unwrap_or_default(),
            seq: number("seq").unwrap_or(0.0) as u32,
        },
        at: number("at").unwrap_or(0.0),
        damaged: 0,
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
