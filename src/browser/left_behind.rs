//! What windows that are gone have left in the journal.

use super::database::{JOURNAL, Keys, StorageError, reading};
use super::journal::{LEFT_BY_EARLIER, WHOLE, key, noted_at};
use super::storage::stored;
use super::{local, windows};
use crate::archive::journal::{Entry, Mark, Written};
use crate::json::parse;
use js_sys::Reflect;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// The entries of a record by windows that are gone.
pub async fn entries(record: &str) -> Result<Vec<Entry>, StorageError> {
    let values = reading(JOURNAL).await?.all(JOURNAL, Keys::Beginning(&key(record, ""))).await?;
    let mut entries: Vec<Entry> = values.iter().filter_map(|value| entry(&value)).collect();
    if !entries.is_empty() {
        let open = windows::open().await;
        entries.retain(|entry| !open.contains(&entry.mark.writer));
    }
    entries.extend(noted(record));
    Ok(entries)
}

fn entry(value: &JsValue) -> Option<Entry> {
    let there = stored(value)?;
    let is_whole = Reflect::get(value, &WHOLE.into()).is_ok_and(|whole| whole.is_truthy());
    let written = if is_whole {
        Written::Whole(there.content)
    } else {
        let Value::Object(changes) = parse(&there.content).ok()?.value else {
            return None;
        };
        Written::Changes(changes)
    };
    Some(Entry {
        mark: there.by,
        base: there.revision,
        written,
    })
}

/// What an earlier version of this page noted: the revision it started from on a line, then the whole text.
fn noted(record: &str) -> Option<Entry> {
    let note = local::get(&noted_at(record))?;
    let (base, content) = note.split_once('\n')?;
    Some(Entry {
        mark: Mark {
            writer: LEFT_BY_EARLIER.into(),
            seq: 1,
        },
        base: base.parse().ok()?,
        written: Written::Whole(content.to_owned()),
    })
}
