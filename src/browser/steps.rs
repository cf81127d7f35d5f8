//! The steps of undo on this device, kept when an assessment is left.

use super::database::{STEPS, StorageError, reading, writing_at_once};

/// The steps kept of an assessment, as `archive` writes them; none where there are none.
pub async fn load(id: &str) -> Result<Option<String>, StorageError> {
    let kept = reading(STEPS).await?.get(STEPS, id).await?;
    Ok(kept.and_then(|kept| kept.as_string()))
}

/// Keeps the steps of an assessment without waiting: the page may be gone the next moment.
pub fn put_down(id: &str, steps: &str) {
    if let Some(transaction) = writing_at_once(&[STEPS]) {
        let _ = transaction.begin_to_put(STEPS, id, &steps.into());
        transaction.commit();
    }
}
