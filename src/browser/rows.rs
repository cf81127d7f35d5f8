//! Records and entries of the journal as they lie in the database, and what `saving` asks of a transaction.

use super::database::{Keys, StorageError, Transaction};
use crate::archive::journal::Mark;
use crate::saving::{self, Row};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// As it lies in the database.
pub(super) fn value(row: &Row) -> Object {
    let value = Object::new();
    let set = |name: &str, member: JsValue| {
        let _ = Reflect::set(&value, &name.into(), &member);
    };
    set("revision", row.revision.into());
    set("content", (&*row.content).into());
    set("writer", (&*row.by.writer).into());
    set("seq", row.by.seq.into());
    if row.at != 0.0 {
        set("at", row.at.into());
    }
    if let Some(hash) = &row.sha256 {
        set("sha256", (&**hash).into());
    }
    if let Some(whole) = row.whole {
        set("whole", whole.into());
    }
    value
}

/// None where it cannot be read.
pub(super) fn row(value: &JsValue) -> Option<Row> {
    let member = |name: &str| Reflect::get(value, &name.into()).ok();
    let text = |name: &str| member(name)?.as_string();
    let number = |name: &str| member(name)?.as_f64();
    Some(Row {
        content: content_of(value)?,
        revision: number("revision")? as u32,
        by: Mark {
            writer: text("writer").unwrap_or_default(),
            seq: number("seq").unwrap_or(0.0) as u32,
        },
        at: number("at").unwrap_or(0.0),
        sha256: text("sha256"),
        whole: member("whole").map(|whole| whole.is_truthy()),
    })
}

/// The content of a record as it lies in the database.
pub(super) fn content_of(value: &JsValue) -> Option<String> {
    Reflect::get(value, &"content".into()).ok()?.as_string()
}

impl saving::Transaction for Transaction {
    fn keys_of(&self, store: &str, start: &str) -> impl Future<Output = Result<Vec<String>, StorageError>> {
        self.keys(store, Keys::Beginning(start))
    }
    async fn row(&self, store: &str, key: &str) -> Result<Option<Row>, StorageError> {
        Ok(self.get(store, key).await?.and_then(|value| row(&value)))
    }
    async fn rows(&self, store: &str, start: &str) -> Result<Vec<Row>, StorageError> {
        let values = self.all(store, Keys::Beginning(start)).await?;
        Ok(values.iter().filter_map(|value| row(&value)).collect())
    }
    async fn lay(&self, store: &str, key: &str, row: &Row) -> Result<(), StorageError> {
        self.put(store, key, &value(row)).await
    }
    async fn lay_text(&self, store: &str, key: &str, text: &str) -> Result<(), StorageError> {
        self.put(store, key, &text.into()).await
    }
    fn take_away(&self, store: &str, key: &str) -> impl Future<Output = Result<(), StorageError>> {
        self.delete(store, Keys::One(key))
    }
    fn lay_and_end(self, store: &str, key: &str, row: &Row) {
        let _ = self.begin_to_put(store, key, &value(row));
        self.commit();
    }
    fn give_up(self) {
        self.abort();
    }
    fn kept(self) -> impl Future<Output = Result<(), StorageError>> {
        self.committed()
    }
}
