//! Criteria packs kept on this device: imported ones, and ones that are being adapted.

use super::database::{Keys, PACKS, StorageError, reading, writing};
use crate::json::{self, Absent, ToJson, from_members, to_members};

/// A pack of this device as it is kept: one that is finished, or one that is being adapted.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptPack {
    pub key: String,
    /// The finished pack as one file.
    pub file: Option<String>,
    /// The pack that is being adapted.
    pub draft: Option<String>,
    /// Milliseconds since 1970.
    pub modified: f64,
}

from_members! { KeptPack { key, file, draft, modified } }
to_members! { KeptPack { key, file, draft, modified } }

/// All packs of this device, in the order in which they came.
pub async fn list() -> Result<Vec<KeptPack>, StorageError> {
    let values = reading(PACKS).await?.all(PACKS, Keys::All).await?;
    Ok(values.iter().filter_map(|value| kept(&value.as_string()?)).collect())
}

/// One of them.
pub async fn load(key: &str) -> Result<Option<KeptPack>, StorageError> {
    let value = reading(PACKS).await?.get(PACKS, key).await?;
    Ok(value.and_then(|value| kept(&value.as_string()?)))
}

/// Keeps a pack, in place of what was kept under its key.
pub async fn save(pack: &KeptPack) -> Result<(), StorageError> {
    let transaction = writing(&[PACKS]).await?;
    transaction.put(PACKS, &pack.key, &pack.to_json().to_string().into()).await?;
    transaction.committed().await
}

pub async fn remove(key: &str) -> Result<(), StorageError> {
    let transaction = writing(&[PACKS]).await?;
    transaction.delete(PACKS, Keys::One(key)).await?;
    transaction.committed().await
}

fn kept(content: &str) -> Option<KeptPack> {
    let parsed = json::parse(content).ok()?;
    json::typed(&parsed.value, Absent::Wrong).content
}
