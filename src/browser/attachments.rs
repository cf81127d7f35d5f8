//! Evidence files on this device, by the SHA-256 of their content, so that one file serves several entries.
//!
//! A file stays as long as some kept assessment, one of its earlier versions or a step of undo names its hash. It goes with the last assessment that named it, and
//! otherwise when the list of assessments is shown, unless it came within the last hour: an assessment that names it may
//! not be kept yet.

use super::clock;
use super::database::{ATTACHMENTS, JOURNAL, Keys, RECORDS, STEPS, StorageError, Transaction, VERSIONS, reading, writing};
use super::digest;
use super::journal;
use super::rows::content_of;
use super::windows;
use crate::assessment::{EvidenceFile, sha256, text};
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// The largest file that is kept, in bytes.
pub const MAX_FILE_BYTES: f64 = 100_000_000.0;
/// How long a file that no assessment names is left alone, in milliseconds.
const YOUNG: f64 = 3_600_000.0;
/// The same where it is not known whether another window is open.
const MONTH: f64 = 30.0 * 86_400_000.0;

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
    let hash = hash_of(file).await.map_err(|_| AttachError::Unreadable)?;
    keep(&[(hash.clone(), Blob::clone(file))]).await?;
    Ok(EvidenceFile {
        name: text(file.name()),
        size: file.size() as u64,
        media_type: text(file.type_()),
        sha256: text(hash),
    })
}

/// The hash of a file's content; an error where it is gone, or the browser may not read it.
pub(super) async fn hash_of(file: &File) -> Result<String, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(hash(&buffer.unchecked_into()).await)
}

/// The hash of some bytes: by the browser where it offers that, else here.
async fn hash(buffer: &ArrayBuffer) -> String {
    match digest::sha256(buffer).await {
        Some(hash) => hash,
        None => sha256(&Uint8Array::new(buffer).to_vec()),
    }
}

/// Keeps files by their hashes, all or none.
pub async fn keep(files: &[(String, Blob)]) -> Result<(), StorageError> {
    if files.is_empty() {
        return Ok(());
    }
    let transaction = writing(&[ATTACHMENTS]).await?;
    for (hash, blob) in files {
        let value = js_sys::Object::new();
        let _ = Reflect::set(&value, &"file".into(), blob);
        let _ = Reflect::set(&value, &"added".into(), &clock::now().into());
        transaction.put(ATTACHMENTS, hash, &value).await?;
    }
    transaction.committed().await
}

/// The file of a hash; none where it is not kept here.
pub async fn load(hash: &str) -> Result<Option<Blob>, StorageError> {
    let value = reading(ATTACHMENTS).await?.get(ATTACHMENTS, hash).await?;
    Ok(value.and_then(|value| blob(&value)))
}

/// The hashes of all files of this device with their sizes in bytes.
pub async fn sizes() -> Result<BTreeMap<String, u64>, StorageError> {
    let entries = reading(ATTACHMENTS).await?.entries(ATTACHMENTS).await?.into_iter();
    Ok(entries.filter_map(|(key, value)| Some((key, blob(&value)?.size() as u64))).collect())
}

/// Removes the files that no kept assessment names and that have been here for a while. What another window can undo, or keep anew,
/// nothing else names: while there is one, all files stay, and where that is not known, for a month.
pub async fn sweep() -> Result<(), StorageError> {
    let age = match windows::is_alone().await {
        Some(true) => YOUNG,
        Some(false) => return Ok(()),
        None => MONTH,
    };
    let transaction = writing(&[RECORDS, ATTACHMENTS, JOURNAL, VERSIONS, STEPS]).await?;
    let before = clock::now() - age;
    remove_unused(&transaction, &|_, added| added < before).await?;
    transaction.committed().await
}

/// Removes the files an assessment named that is gone and that no other one names. Not while another window is open, which may have it
/// and keep it anew; what nobody keeps is swept later.
pub(super) async fn remove_with(transaction: &Transaction, content: &str, alone: bool) -> Result<(), StorageError> {
    if !alone {
        return Ok(());
    }
    remove_unused(transaction, &|hash, _| content.contains(hash)).await
}

/// Removes those of the chosen files that no record, no entry of the journal, no earlier version and no step of undo names.
async fn remove_unused(transaction: &Transaction, chosen: &dyn Fn(&str, f64) -> bool) -> Result<(), StorageError> {
    let keys = transaction.keys(ATTACHMENTS, Keys::All).await?;
    if keys.is_empty() {
        return Ok(());
    }
    let values = transaction.all(ATTACHMENTS, Keys::All).await?;
    let records = transaction.all(RECORDS, Keys::All).await?;
    let kept: Vec<String> = records.iter().filter_map(|record| content_of(&record)).collect();
    let mut written = journal::texts(transaction).await?;
    for store in [VERSIONS, STEPS] {
        let values = transaction.all(store, Keys::All).await?;
        written.extend(values.iter().filter_map(|value| value.as_string()));
    }
    for (hash, value) in keys.iter().zip(values.iter()) {
        let added = member(&value, "added").and_then(|added| added.as_f64()).unwrap_or(0.0);
        let named = kept.iter().chain(&written).any(|content| content.contains(hash));
        if !named && chosen(hash, added) {
            transaction.delete(ATTACHMENTS, Keys::One(hash)).await?;
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
