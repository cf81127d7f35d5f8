//! Earlier versions of assessments on this device: a card for the list, and beside it the content, compressed.
//!
//! A version lies under the moment whose state it holds, so that keeping it twice is the same as once.

use super::clock;
use super::compression::{compressed, text_of};
use super::database::{Keys, StorageError, Transaction, VERSION_CONTENTS, VERSIONS, reading, writing};
use super::storage::Card;
pub use crate::archive::versions::Version;
use crate::archive::versions::{Dated, Occasion, thinned};
use crate::json::{self, Absent, ToJson};
use wasm_bindgen::JsValue;

impl Version {
    /// Of the assessment of a card, as it stood when that was written.
    pub fn of(card: &Card, occasion: Occasion, name: &str, files: Vec<String>) -> Version {
        Version {
            at: card.modified.trunc(),
            occasion: occasion.word().to_owned(),
            name: name.to_owned(),
            pack: card.pack.clone(),
            points: card.points.clone(),
            rated: card.rated as u32,
            items: card.items as u32,
            files,
        }
    }

    fn read(value: &JsValue) -> Option<Version> {
        let parsed = json::parse(&value.as_string()?).ok()?;
        json::typed(&parsed.value, Absent::Default).content
    }

    fn value(&self) -> JsValue {
        self.to_json().to_string().into()
    }
}

/// Where a version lies; in the order of time.
fn key(id: &str, at: f64) -> String {
    format!("{id}/{at:015.0}")
}

/// The versions of an assessment, the latest first.
pub async fn list(id: &str) -> Result<Vec<Version>, StorageError> {
    let values = reading(VERSIONS).await?.all(VERSIONS, of(&start(id))).await?;
    Ok(values.iter().rev().filter_map(|value| Version::read(&value)).collect())
}

fn start(id: &str) -> String {
    [id, "/"].concat()
}

const fn of(start: &str) -> Keys<'_> {
    Keys::Beginning(start)
}

/// Keeps a version with its content, and lets go of those that time has thinned out. Nothing happens where there is a
/// version of that moment already.
pub async fn keep(id: &str, version: &Version, content: &str) -> Result<(), StorageError> {
    let content = compressed(content).await;
    let key = key(id, version.at);
    let transaction = writing(&[VERSIONS, VERSION_CONTENTS]).await?;
    if transaction.get(VERSIONS, &key).await?.is_some() {
        transaction.abort();
        return Ok(());
    }
    transaction.put(VERSIONS, &key, &version.value()).await?;
    transaction.put(VERSION_CONTENTS, &key, &content).await?;
    thin(&transaction, id).await?;
    transaction.committed().await
}

async fn thin(transaction: &Transaction, id: &str) -> Result<(), StorageError> {
    let values = transaction.all(VERSIONS, of(&start(id))).await?;
    let there: Vec<Version> = values.iter().filter_map(|value| Version::read(&value)).collect();
    let dated: Vec<Dated> = there
        .iter()
        .map(|version| Dated {
            day: clock::day_and_time(version.at).0,
            named: !version.name.is_empty(),
        })
        .collect();
    for at in thinned(&dated, clock::today()) {
        delete(transaction, id, there[at].at).await?;
    }
    Ok(())
}

async fn delete(transaction: &Transaction, id: &str, at: f64) -> Result<(), StorageError> {
    let key = key(id, at);
    transaction.delete(VERSIONS, Keys::One(&key)).await?;
    transaction.delete(VERSION_CONTENTS, Keys::One(&key)).await
}

/// The text of a version; none where it is not there or damaged.
pub async fn content(id: &str, at: f64) -> Result<Option<String>, StorageError> {
    let kept = reading(VERSION_CONTENTS).await?.get(VERSION_CONTENTS, &key(id, at)).await?;
    Ok(match kept {
        Some(kept) => text_of(&kept).await,
        None => None,
    })
}

/// Gives a version a name, or takes it away with an empty one.
pub async fn rename(id: &str, at: f64, name: &str) -> Result<(), StorageError> {
    let key = key(id, at);
    let transaction = writing(&[VERSIONS]).await?;
    let there = transaction.get(VERSIONS, &key).await?.and_then(|value| Version::read(&value));
    let Some(there) = there else { return Err(StorageError::Gone) };
    let named = Version {
        name: name.to_owned(),
        ..there
    };
    transaction.put(VERSIONS, &key, &named.value()).await?;
    transaction.committed().await
}

/// Removes a version.
pub async fn remove(id: &str, at: f64) -> Result<(), StorageError> {
    let transaction = writing(&[VERSIONS, VERSION_CONTENTS]).await?;
    delete(&transaction, id, at).await?;
    transaction.committed().await
}
