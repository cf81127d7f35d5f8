//! The recycle bin: assessments that were deleted and can be put back for thirty days.
//!
//! Its records lie under a name no assessment has, so that a window in which it is open is told that it is gone, and the card lies among
//! the versions under the same name. Versions, steps, panel and evidence files stay where they are until the bin lets go of them.

use super::database::{CARDS, Keys, RECORDS, StorageError, Transaction, VERSIONS, reading, writing};
use super::{clock, known, storage};
use crate::json::{self, Absent, ToJson, from_members, to_members};
use crate::saving::generations;

/// How long an assessment stays in the bin, in milliseconds.
pub const KEPT: f64 = 30.0 * 86_400_000.0;
const START: &str = "bin/";

/// An assessment in the bin.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Binned {
    pub id: String,
    /// The name it went by in the list.
    pub name: String,
    /// When it was put there, in milliseconds since 1970.
    pub at: f64,
    /// Its card as it stood in the list.
    pub card: String,
}

from_members! { Binned { id, name, at, card } }
to_members! { Binned { id, name, at, card } }

impl Binned {
    /// The days it stays still, begun ones counted: 30 at first.
    pub fn days_left(&self) -> u32 {
        ((self.at + KEPT - clock::now()) / 86_400_000.0).ceil().clamp(0.0, 30.0) as u32
    }
}

fn key(id: &str) -> String {
    [START, id].concat()
}

/// Puts an assessment into the bin, under the name it goes by.
pub async fn put(id: &str, name: &str) -> Result<(), StorageError> {
    let transaction = writing(&[CARDS, RECORDS, VERSIONS]).await?;
    let card = transaction.get(CARDS, id).await?.and_then(|card| card.as_string()).unwrap_or_default();
    let binned = Binned {
        id: id.to_owned(),
        name: name.to_owned(),
        at: clock::now(),
        card,
    };
    transaction.put(VERSIONS, &key(id), &binned.to_json().to_string().into()).await?;
    transaction.delete(CARDS, Keys::One(id)).await?;
    for (from, _) in generations(&transaction, id).await? {
        carry(&transaction, &from, &key(&from)).await?;
    }
    transaction.committed().await?;
    // What is not on the list on purpose is not lost.
    known::forget(id);
    Ok(())
}

/// Puts what lies under a key of the records under another one.
async fn carry(transaction: &Transaction, from: &str, to: &str) -> Result<(), StorageError> {
    if let Some(record) = transaction.get(RECORDS, from).await? {
        transaction.put(RECORDS, to, &record).await?;
    }
    transaction.delete(RECORDS, Keys::One(from)).await
}

/// What lies in the bin, the last first.
pub async fn list() -> Result<Vec<Binned>, StorageError> {
    let values = reading(VERSIONS).await?.all(VERSIONS, Keys::Beginning(START)).await?;
    let read = |value: wasm_bindgen::JsValue| -> Option<Binned> { json::typed(&json::parse(&value.as_string()?).ok()?.value, Absent::Default).content };
    let mut binned: Vec<Binned> = values.iter().filter_map(read).collect();
    binned.sort_by(|one, other| other.at.total_cmp(&one.at));
    Ok(binned)
}

/// Puts an assessment back on the list.
pub async fn restore(binned: &Binned) -> Result<(), StorageError> {
    let transaction = writing(&[CARDS, RECORDS, VERSIONS]).await?;
    transaction.put(CARDS, &binned.id, &binned.card.as_str().into()).await?;
    for (from, _) in generations(&transaction, &key(&binned.id)).await? {
        carry(&transaction, &from, &from[START.len()..]).await?;
    }
    transaction.delete(VERSIONS, Keys::One(&key(&binned.id))).await?;
    transaction.committed().await?;
    known::note(&binned.id, &binned.name);
    Ok(())
}

/// Removes an assessment of the bin for good. It is put back before: what the end of the browser leaves half done is a whole assessment.
pub async fn purge(binned: &Binned) -> Result<(), StorageError> {
    restore(binned).await?;
    storage::remove(&binned.id).await
}

/// Removes what has lain in the bin for its time.
pub async fn sweep() -> Result<(), StorageError> {
    for binned in list().await?.into_iter().filter(|binned| clock::now() - binned.at > KEPT) {
        purge(&binned).await?;
    }
    Ok(())
}
