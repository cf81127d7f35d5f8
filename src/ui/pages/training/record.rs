//! The record of a trainee in this browser: read, added to, and kept, so that nothing of either side is lost.

use crate::archive::{KeptTraining, ReadError, read_training, write_training};
use crate::browser::journal;
use crate::browser::panels::{self, Kind};
use crate::browser::storage::StorageError;
use crate::browser::training::Place;
use crate::ui::kit::Kit;

/// Why nothing was added. What is kept is as it was.
pub(super) enum Trouble {
    Storage(StorageError),
    /// What is kept cannot be read by this kit.
    Unreadable(ReadError),
}

/// How often another window may be faster.
const TRIES: usize = 5;

/// Merges a record with the one this browser keeps of the same trainee; tells how many cases were added and how many were
/// there already.
pub(super) async fn add(record: &KeptTraining) -> Result<(usize, usize), Trouble> {
    let key = Place::Record(record.record.trainee.trim().to_owned()).key();
    let mut last = StorageError::Failed;
    for _ in 0..TRIES {
        let stored = panels::load(Kind::Training, &key).await.map_err(Trouble::Storage)?;
        let (merged, before, base) = match stored {
            Some(stored) => {
                let kept = read_training(stored.content.as_bytes()).map_err(Trouble::Unreadable)?;
                (kept.merged(record), kept.record.entries.len(), stored.revision)
            }
            None => (record.clone(), 0, 0),
        };
        let added = merged.record.entries.len() - before;
        match panels::save(Kind::Training, &key, &write_training(&merged), base, &journal::next_mark()).await {
            Ok(_) => return Ok((added, record.record.entries.len() - added)),
            Err(StorageError::Newer) => last = StorageError::Newer,
            Err(error) => return Err(Trouble::Storage(error)),
        }
    }
    Err(Trouble::Storage(last))
}

/// A trainee's name as it is shown.
pub(super) fn name(kit: &Kit, trainee: &str) -> String {
    match trainee.trim() {
        "" => kit.words().training_trainee_unnamed().to_owned(),
        name => name.to_owned(),
    }
}
