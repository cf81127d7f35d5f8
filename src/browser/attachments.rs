//! Evidence files on this device, by the SHA-256 of their content, so that one file serves several entries.
//!
//! A file stays as long as some kept assessment names its hash. It goes with the last assessment that named it, and
//! otherwise when the list of assessments is shown, unless it came within the last hour: an assessment that names it may
//! not be kept yet.

use super::clock;
use super::database::{ATTACHMENTS, JOURNAL, RECORDS, StorageError, committed, transaction};
use super::journal;
use super::storage::content_of;
use crate::assessment::{EvidenceFile, hexadecimal, sha256, text};
use idb::{Transaction, TransactionMode};
use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// The largest file that is kept, in bytes.
pub const MAX_FILE_BYTES: f64 = 100_000_000.0;
/// How long a file that no assessment names is left alone, in milliseconds.
const YOUNG: f64 = 3_600_000.0;

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachError {
    /// Larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// It is gone, or the browser may not read it.
    Unreadable,
    Storage(StorageError),
}

impl From<StorageError> for AttachError {
    fn from(error: StorageError) -> Self {
        AttachError::Storage(error)
    }
}

/// Keeps a file and tells what an entry says of it.
pub async fn attach(file: &File) -> Result<EvidenceFile, AttachError> {
    if file.size() > MAX_FILE_BYTES {
        return Err(AttachError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| AttachError::Unreadable)?;
    let hash = hash(&buffer.unchecked_into()).await;
    keep(&[(hash.clone(), Blob::clone(file))]).await?;
    Ok(EvidenceFile {
        name: text(file.name()),
        size: file.size() as u64,
        media_type: text(file.type_()),
        sha256: text(hash),
    })
}

/// The hash of some bytes: by the browser where it offers that (not on pages without transport security), else here.
async fn hash(buffer: &ArrayBuffer) -> String {
    match by_browser(buffer).await {
        Some(digest) => hexadecimal(&digest),
        None => sha256(&Uint8Array::new(buffer).to_vec()),
    }
}

async fn by_browser(buffer: &ArrayBuffer) -> Option<Vec<u8>> {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(JsValue::is_object);
    let subtle = member(&member(&gloo::utils::window(), "crypto")?, "subtle")?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = digest.call2(&subtle, &"SHA-256".into(), buffer).ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec())
}

/// Keeps files by their hashes, all or none.
pub async fn keep(files: &[(String, Blob)]) -> Result<(), StorageError> {
    if files.is_empty() {
        return Ok(());
    }
    let transaction = transaction(&[ATTACHMENTS], TransactionMode::ReadWrite).await?;
    let store = transaction.object_store(ATTACHMENTS)?;
    for (hash, blob) in files {
        let value = js_sys::Object::new();
        let _ = Reflect::set(&value, &"file".into(), blob);
        let _ = Reflect::set(&value, &"added".into(), &clock::now().into());
        store.put(&value, Some(&JsValue::from_str(hash)))?.await?;
    }
    committed(transaction).await
}

/// The file of a hash; none where it is not kept here.
pub async fn load(hash: &str) -> Result<Option<Blob>, StorageError> {
    let transaction = transaction(&[ATTACHMENTS], TransactionMode::ReadOnly).await?;
    let value = transaction.object_store(ATTACHMENTS)?.get(JsValue::from_str(hash))?.await?;
    Ok(value.and_then(|value| blob(&value)))
}

/// The hashes of all files of this device with their sizes in bytes.
pub async fn sizes() -> Result<BTreeMap<String, u64>, StorageError> {
    let transaction = transaction(&[ATTACHMENTS], TransactionMode::ReadOnly).await?;
    let store = transaction.object_store(ATTACHMENTS)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let values = store.get_all(None, None)?.await?;
    let sized = keys.iter().zip(&values);
    Ok(sized.filter_map(|(key, value)| Some((key.as_string()?, blob(value)?.size() as u64))).collect())
}

/// Removes the files that no kept assessment names and that have been here for a while.
pub async fn sweep() -> Result<(), StorageError> {
    let transaction = transaction(&[RECORDS, ATTACHMENTS, JOURNAL], TransactionMode::ReadWrite).await?;
    let before = clock::now() - YOUNG;
    remove_unused(&transaction, &|_, added| added < before).await?;
    committed(transaction).await
}

/// Removes the files an assessment named that is gone and that no other one names.
pub(super) async fn remove_with(transaction: &Transaction, content: &str) -> Result<(), StorageError> {
    remove_unused(transaction, &|hash, _| content.contains(hash)).await
}

/// Removes those of the chosen files that neither a record nor the journal names.
async fn remove_unused(transaction: &Transaction, chosen: &dyn Fn(&str, f64) -> bool) -> Result<(), StorageError> {
    let store = transaction.object_store(ATTACHMENTS)?;
    let keys = store.get_all_keys(None, None)?.await?;
    if keys.is_empty() {
        return Ok(());
    }
    let values = store.get_all(None, None)?.await?;
    let records = transaction.object_store(RECORDS)?.get_all(None, None)?.await?;
    let kept: Vec<String> = records.iter().filter_map(content_of).collect();
    let written = journal::texts(transaction).await?;
    for (key, value) in keys.iter().zip(&values) {
        let (Some(hash), added) = (key.as_string(), member(value, "added").and_then(|added| added.as_f64()).unwrap_or(0.0)) else {
            continue;
        };
        let named = kept.iter().chain(&written).any(|content| content.contains(&hash));
        if !named && chosen(&hash, added) {
            store.delete(key.clone())?.await?;
        }
    }
    Ok(())
}

fn member(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into()).ok()
}

fn blob(value: &JsValue) -> Option<Blob> {
    member(value, "file")?.dyn_into().ok()
}
