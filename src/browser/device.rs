//! This device, as `saving` asks of it.

use super::database::{self, StorageError, Transaction};
use super::{clock, digest, journal, known, local, storage, windows};
use crate::date::Date;
use crate::saving::{Device, Window};
use gloo::timers::callback::Timeout;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The device this page runs on.
#[derive(Debug, Clone, Copy, Default)]
pub struct ThisDevice;

impl Device for ThisDevice {
    type Timer = Timeout;
    type Transaction = Transaction;

    fn now(&self) -> f64 {
        clock::now()
    }
    fn day(&self, moment: f64) -> Date {
        clock::day(moment)
    }
    fn new_id(&self) -> String {
        storage::new_id()
    }
    fn after(&self, milliseconds: u32, call: impl FnOnce() + 'static) -> Timeout {
        Timeout::new(milliseconds, call)
    }
    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        wasm_bindgen_futures::spawn_local(task);
    }
    fn window(&self) -> Rc<Window> {
        journal::window()
    }
    fn open_windows(&self) -> impl Future<Output = BTreeSet<String>> {
        windows::open()
    }
    fn tell_saved(&self, id: &str, revision: u32) {
        windows::tell_saved(id, revision);
    }
    fn reading(&self, store: &'static str) -> impl Future<Output = Result<Transaction, StorageError>> {
        database::reading(store)
    }
    fn writing(&self, stores: &'static [&'static str]) -> impl Future<Output = Result<Transaction, StorageError>> {
        database::writing(stores)
    }
    fn writing_at_once(&self, stores: &'static [&'static str]) -> Option<Transaction> {
        database::writing_at_once(stores)
    }
    fn hash(&self, text: &str) -> impl Future<Output = Option<String>> {
        digest::of_text(text)
    }
    fn notes(&self, record: &str) -> Vec<(String, String)> {
        journal::notes(record)
    }
    fn note(&self, record: &str, writer: &str, text: &str) {
        local::set(&journal::noted_at(record, writer), text);
    }
    fn remove_note(&self, record: &str, writer: &str) {
        local::remove(&journal::noted_at(record, writer));
    }
    fn is_meant_to_be_here(&self, id: &str) -> bool {
        known::is_noted(id)
    }
}
