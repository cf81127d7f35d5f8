//! What stands beside the assessments: the panel of an assessment, the scoring copies that were opened here, cases and
//! records of the training, and the files of assessors as they came. Records carry a revision, as assessments do.

use super::database::{JOURNAL, Keys, PANELS, RECEIVED, SCORING, StorageError, TRAINING, Transaction, reading, writing};
use super::rows::row;
use super::storage::{self, Stored};
use super::{journal, windows};
use crate::archive::journal::{Bearing, Mark};
use crate::json::{self, Absent, ToJson, from_members, to_members};
use wasm_bindgen::JsCast;
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

    /// What a record is called in the journal.
    pub fn journalled(self, key: &str) -> String {
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
    /// Minutes of the session, of a break, and between breaks; 0 where there is none.
    pub minutes: u32,
    pub pause: u32,
    pub every: u32,
    /// How far the session in the room is.
    pub course: KeptCourse,
    /// The record of the panel, as `archive` writes it.
    pub record: String,
}

/// How far a session is. Items by id, moments and durations in milliseconds, 0 for none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptCourse {
    pub item: String,
    pub later: Vec<String>,
    pub worked: Vec<KeptWork>,
    pub since: f64,
    pub pause: f64,
}

/// How long an item was worked on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptWork {
    pub item: String,
    pub worked: f64,
}

/// One who is asked to score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptMember {
    pub name: String,
    /// Ids of categories; none means all of them.
    pub categories: Vec<String>,
}

from_members! {
    KeptMember { name, categories }
    KeptWork { item, worked }
    KeptCourse { item, later, worked, since, pause }
    KeptPanel { members, anonymous, minutes, pause, every, course, record }
}
to_members! {
    KeptMember { name, categories }
    KeptWork { item, worked }
    KeptCourse { item, later, worked, since, pause }
    KeptPanel { members, anonymous, minutes, pause, every, course, record }
}

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

/// The record of a key as it was kept last; none where there is none.
pub async fn kept(kind: Kind, key: &str) -> Result<Option<Stored>, StorageError> {
    let value = reading(kind.store()).await?.get(kind.store(), key).await?;
    Ok(value.and_then(|value| row(&value)).map(Stored::from))
}

/// The record of a key; none where there is none. What was typed before a window ended comes before what was kept.
pub async fn load(kind: Kind, key: &str) -> Result<Option<Stored>, StorageError> {
    let kept = kept(kind, key).await?;
    let (revision, by) = kept.as_ref().map_or((0, Mark::default()), |kept| (kept.revision, kept.by.clone()));
    for entry in journal::entries(&kind.journalled(key)).await? {
        if entry.bearing(revision, &by) == Bearing::Continues
            && let Some(content) = entry.replayed(None)
        {
            journal::take(&kind.journalled(key), &entry);
            return Ok(Some(Stored {
                content,
                revision,
                by: entry.mark,
                at: 0.0,
                damaged: 0,
            }));
        }
    }
    Ok(kept)
}

/// All records of a kind with their keys.
pub async fn list(kind: Kind) -> Result<Vec<(String, String)>, StorageError> {
    let entries = reading(kind.store()).await?.entries(kind.store()).await?.into_iter();
    Ok(entries.filter_map(|(key, value)| Some((key, row(&value)?.content))).collect())
}

/// Keeps a record that was at revision `base` (0: new) and tells its new revision, once it lies on the disk.
pub async fn save(kind: Kind, key: &str, content: &str, base: u32, mark: &Mark) -> Result<u32, StorageError> {
    let transaction = writing(&[kind.store(), JOURNAL]).await?;
    let Some(revision) = storage::put(&transaction, kind.store(), key, content, base, mark).await? else {
        transaction.abort();
        return Err(StorageError::Newer);
    };
    journal::cut(&transaction, &kind.journalled(key), mark).await?;
    transaction.committed().await?;
    journal::drop_notes(&kind.journalled(key), mark);
    windows::tell_saved(&kind.journalled(key), revision);
    Ok(revision)
}

/// Removes a record; with a panel go the files of its assessors.
pub async fn remove(kind: Kind, key: &str) -> Result<(), StorageError> {
    let transaction = writing(&[kind.store(), RECEIVED, JOURNAL]).await?;
    if kind == Kind::Panel {
        remove_with(&transaction, key).await?;
    } else {
        journal::remove_with(&transaction, &kind.journalled(key)).await?;
        transaction.delete(kind.store(), Keys::One(key)).await?;
    }
    transaction.committed().await
}

/// Removes the panel of an assessment within a transaction on its stores.
pub(super) async fn remove_with(transaction: &Transaction, id: &str) -> Result<(), StorageError> {
    journal::remove_with(transaction, &Kind::Panel.journalled(id)).await?;
    transaction.delete(PANELS, Keys::One(id)).await?;
    transaction.delete(RECEIVED, Keys::Beginning(&received_key(id, ""))).await
}

fn received_key(id: &str, hash: &str) -> String {
    [id, "/", hash].concat()
}

/// Keeps files of assessors as they came, by the hash of each.
pub async fn keep_received(id: &str, files: &[(String, Blob)]) -> Result<(), StorageError> {
    let transaction = writing(&[RECEIVED]).await?;
    for (hash, blob) in files {
        transaction.put(RECEIVED, &received_key(id, hash), blob).await?;
    }
    transaction.committed().await
}

/// A file of an assessor as it came.
pub async fn received(id: &str, hash: &str) -> Result<Option<Blob>, StorageError> {
    let value = reading(RECEIVED).await?.get(RECEIVED, &received_key(id, hash)).await?;
    Ok(value.and_then(|value| value.dyn_into().ok()))
}
