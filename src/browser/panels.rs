//! What stands beside the assessments: the panel of an assessment, the scoring copies that were opened here, cases and
//! records of the training, and the files of assessors as they came. Records carry a revision, as assessments do.

use super::storage::{self, PANELS, RECEIVED, SCORING, StorageError, Stored, TRAINING, committed, database, stored};
use crate::json::{self, Absent, ToJson, from_members, to_members};
use idb::{KeyRange, Query, Transaction, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// A store of records of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By the id of its assessment.
    Panel,
    /// By the hash of the file it came as.
    Scoring,
    /// By the keys of [`super::training`].
    Training,
}

impl Kind {
    const fn store(self) -> &'static str {
        match self {
            Kind::Panel => PANELS,
            Kind::Scoring => SCORING,
            Kind::Training => TRAINING,
        }
    }

    /// Under what a record is noted while it is not kept.
    pub fn note(self, key: &str) -> String {
        [self.store(), ".", key].concat()
    }
}

/// The panel of one assessment as it is kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptPanel {
    /// Who is asked to score.
    pub members: Vec<KeptMember>,
    /// Whether ratings are shown by letter.
    pub anonymous: bool,
    /// The record of the panel, as `archive` writes it.
    pub record: String,
}

/// One who is asked to score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptMember {
    pub name: String,
    /// Ids of categories; none means all of them.
    pub categories: Vec<String>,
}

from_members! { KeptMember { name, categories } KeptPanel { members, anonymous, record } }
to_members! { KeptMember { name, categories } KeptPanel { members, anonymous, record } }

impl KeptPanel {
    /// None where the text is no such record.
    pub fn read(content: &str) -> Option<KeptPanel> {
        let parsed = json::parse(content).ok()?;
        json::typed(&parsed.value, Absent::Default).content
    }
    pub fn write(&self) -> String {
        self.to_json().to_string()
    }
}

/// The record of a key; none where there is none. What was noted when the page was left comes before what was kept.
pub async fn load(kind: Kind, key: &str) -> Result<Option<Stored>, StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[kind.store()], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(kind.store())?.get(JsValue::from_str(key))?.await?;
    let kept = value.and_then(|value| stored(&value));
    let revision = kept.as_ref().map_or(0, |kept| kept.revision);
    let noted = storage::noted(&kind.note(key), revision);
    Ok(noted.map(|content| Stored { content, revision }).or(kept))
}

/// All records of a kind with their keys.
pub async fn list(kind: Kind) -> Result<Vec<(String, String)>, StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[kind.store()], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(kind.store())?;
    let keys = store.get_all_keys(None, None)?.await?;
    let values = store.get_all(None, None)?.await?;
    let both = keys.iter().zip(&values);
    Ok(both.filter_map(|(key, value)| Some((key.as_string()?, stored(value)?.content))).collect())
}

/// Keeps a record that was at revision `base` (0: new) and tells its new revision.
pub async fn save(kind: Kind, key: &str, content: &str, base: u32) -> Result<u32, StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[kind.store()], TransactionMode::ReadWrite)?;
    let Some(revision) = storage::put(&transaction, kind.store(), &JsValue::from_str(key), content, base).await? else {
        transaction.abort()?;
        return Err(StorageError::Newer);
    };
    committed(transaction).await?;
    Ok(revision)
}

/// Removes a record; with a panel go the files of its assessors.
pub async fn remove(kind: Kind, key: &str) -> Result<(), StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[kind.store(), RECEIVED], TransactionMode::ReadWrite)?;
    if kind == Kind::Panel {
        remove_with(&transaction, key).await?;
    } else {
        storage::forget_note(&kind.note(key));
        transaction.object_store(kind.store())?.delete(JsValue::from_str(key))?.await?;
    }
    committed(transaction).await
}

/// Removes the panel of an assessment within a transaction on its stores.
pub(super) async fn remove_with(transaction: &Transaction, id: &str) -> Result<(), StorageError> {
    storage::forget_note(&Kind::Panel.note(id));
    transaction.object_store(PANELS)?.delete(JsValue::from_str(id))?.await?;
    let (first, last) = (JsValue::from_str(&[id, "/"].concat()), JsValue::from_str(&[id, "/\u{ffff}"].concat()));
    let range = KeyRange::bound(&first, &last, None, None)?;
    transaction.object_store(RECEIVED)?.delete(Query::KeyRange(range))?.await?;
    Ok(())
}

/// Keeps files of assessors as they came, by the hash of each.
pub async fn keep_received(id: &str, files: &[(String, Blob)]) -> Result<(), StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[RECEIVED], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(RECEIVED)?;
    for (hash, blob) in files {
        store.put(blob, Some(&JsValue::from_str(&[id, "/", hash].concat())))?.await?;
    }
    committed(transaction).await
}

/// A file of an assessor as it came.
pub async fn received(id: &str, hash: &str) -> Result<Option<Blob>, StorageError> {
    let database = database().await?;
    let transaction = database.0.transaction(&[RECEIVED], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(RECEIVED)?.get(JsValue::from_str(&[id, "/", hash].concat()))?.await?;
    Ok(value.and_then(|value| value.dyn_into().ok()))
}
