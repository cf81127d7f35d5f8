//! Full records: which of those that lie in the database is read, and how another one is laid beside them.
//!
//! A record carries a revision. Saving names the revision it started from, in one transaction with the check, so that
//! nothing newer is ever overwritten by something older. Where a browser without room has cleared its storage, what is open is kept anew
//! under the revision that follows. A record also carries the hash of its content: one that does not
//! fit it gives way to the one before, and is not replaced by it until something is saved.

use super::device::{CARDS, Device, JOURNAL, RECORDS, Row, Transaction};
use super::{Card, StorageError, journal};
use crate::archive::journal::Mark;
use crate::json::ToJson;

/// How many full records of an assessment are kept.
const GENERATIONS: usize = 3;

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

impl From<Row> for Stored {
    fn from(row: Row) -> Stored {
        Stored {
            content: row.content,
            revision: row.revision,
            by: row.by,
            at: row.at,
            damaged: 0,
        }
    }
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

/// The last record of that id that is whole; none where nothing was kept. Where none of those that are there is whole, the
/// last one that can be read, as it is.
pub async fn load<D: Device>(device: &D, id: &str) -> Result<Option<Stored>, StorageError> {
    let (mut revision, mut last) = (None, None);
    for damaged in 0.. {
        // Each in a transaction of its own, which does not last while the hash is made.
        let transaction = device.reading(RECORDS).await?;
        let there = generations(&transaction, id).await?;
        let Some((key, _)) = there.get(damaged) else { break };
        let revision = *revision.get_or_insert(there[0].1);
        let Some(row) = transaction.row(RECORDS, key).await? else { continue };
        let whole = is_whole(device, &row).await;
        let read = Stored {
            revision,
            damaged,
            ..row.into()
        };
        if whole {
            return Ok(Some(read));
        }
        last.get_or_insert(read);
    }
    Ok(last)
}

/// Whether a record is as it was written. Where no hash was or can be made, it is taken to be.
async fn is_whole<D: Device>(device: &D, row: &Row) -> bool {
    let Some(written) = &row.sha256 else { return true };
    device.hash(&row.content).await.is_none_or(|hash| hash == *written)
}

/// The keys of the records of an assessment with their revisions, the latest first.
pub async fn generations<T: Transaction>(transaction: &T, id: &str) -> Result<Vec<(String, u32)>, StorageError> {
    let keys = transaction.keys_of(RECORDS, id).await?;
    let revision = |key: &String| key.strip_prefix(id)?.strip_prefix('/')?.parse().ok();
    let mut found: Vec<(String, u32)> = keys.iter().rev().filter_map(|key| Some((key.clone(), revision(key)?))).collect();
    // Earlier versions kept one record, under the id alone.
    if found.len() < GENERATIONS
        && keys.first().is_some_and(|key| key == id)
        && let Some(earlier) = transaction.row(RECORDS, id).await?
    {
        found.push((id.to_owned(), earlier.revision));
    }
    Ok(found)
}

/// Where the record of a revision lies; in the order of revisions.
fn record_key(id: &str, revision: u32) -> String {
    format!("{id}/{revision:010}")
}

/// What became of a record that lies on the disk now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    pub revision: u32,
    /// Whether the one it goes on from was gone, though nobody had removed it.
    pub anew: bool,
}

/// Keeps a record, and tells once it lies on the disk.
pub async fn save<D: Device>(device: &D, saving: &Saving<'_>) -> Result<Kept, StorageError> {
    let Saving { card, content, base, mark } = *saving;
    let sha256 = device.hash(content).await;
    let transaction = device.writing(&[RECORDS, CARDS, JOURNAL]).await?;
    let there = generations(&transaction, &card.id).await?;
    let present = there.first().map_or(0, |(_, revision)| *revision);
    let anew = present == 0 && base > 0 && device.is_meant_to_be_here(&card.id);
    if present != base && !anew {
        transaction.give_up();
        return Err(if present == 0 { StorageError::Gone } else { StorageError::Newer });
    }
    let revision = base + 1;
    let row = Row {
        content: content.to_owned(),
        revision,
        by: mark.clone(),
        at: card.modified,
        sha256,
        whole: None,
    };
    transaction.lay(RECORDS, &record_key(&card.id, revision), &row).await?;
    for (key, _) in there.iter().skip(GENERATIONS - 1) {
        transaction.take_away(RECORDS, key).await?;
    }
    transaction.lay_text(CARDS, &card.id, &card.to_json().to_string()).await?;
    journal::cut(device, &transaction, &card.id, mark).await?;
    transaction.kept().await?;
    journal::drop_notes(device, &card.id, mark);
    device.tell_saved(&card.id, revision);
    Ok(Kept { revision, anew })
}
