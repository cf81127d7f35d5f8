//! Assessments on this device: kept, listed, removed, and never overwritten by something older.

use crate::page::until;
use award_kit::archive::journal::Mark;
use award_kit::browser::storage::{self, Card, Saving, StorageError, erase, list, load, new_id, remove};
use award_kit::json::ById;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

pub fn card(id: &str, name: &str, modified: f64) -> Card {
    Card {
        id: id.into(),
        name: name.into(),
        pack: "demo-mini".into(),
        criteria: ById::default(),
        fictional: false,
        rated: 1,
        items: 3,
        points: "62.5".into(),
        modified,
    }
}

/// Another window.
pub fn elsewhere() -> Mark {
    Mark {
        writer: "elsewhere".into(),
        seq: 1,
    }
}

/// Keeps a record as another window does.
pub async fn save(card: &Card, content: &str, base: u32) -> Result<u32, StorageError> {
    let mark = elsewhere();
    storage::save(&Saving {
        card,
        content,
        base,
        mark: &mark,
    })
    .await
}

async fn names() -> Vec<String> {
    list().await.unwrap().into_iter().map(|card| card.name).collect()
}

async fn content(id: &str) -> Option<String> {
    load(id).await.unwrap().map(|stored| stored.content)
}

#[wasm_bindgen_test]
async fn a_record_comes_back_as_it_was_kept() {
    let id = new_id();
    let written = "质量 \0 \u{1} \u{202e}rtl 😀 \r\n \"<script>\" \\".repeat(1000);
    assert_eq!(save(&card(&id, "甲", 1.0), &written, 0).await, Ok(1));
    let stored = load(&id).await.unwrap().unwrap();
    assert_eq!((stored.content.as_str(), stored.revision), (written.as_str(), 1));
    let listed = list().await.unwrap().into_iter().find(|listed| listed.id == id);
    assert_eq!(listed, Some(card(&id, "甲", 1.0)));
}

#[wasm_bindgen_test]
async fn what_is_not_there_is_not_found() {
    assert_eq!(load("nothing").await, Ok(None));
}

#[wasm_bindgen_test]
async fn the_list_begins_with_the_last_change() {
    erase().await.unwrap();
    for (name, modified) in [("old", 10.0), ("new", 30.0), ("middle", 20.0)] {
        save(&card(name, name, modified), "", 0).await.unwrap();
    }
    assert_eq!(names().await, ["new", "middle", "old"]);
    save(&card("old", "old", 40.0), "", 1).await.unwrap();
    assert_eq!(names().await, ["old", "new", "middle"]);
}

#[wasm_bindgen_test]
async fn something_older_overwrites_nothing() {
    let id = new_id();
    assert_eq!(save(&card(&id, "first", 1.0), "first", 0).await, Ok(1));
    assert_eq!(save(&card(&id, "second", 2.0), "second", 1).await, Ok(2));
    for base in [0, 1, 3] {
        assert_eq!(save(&card(&id, "late", 3.0), "late", base).await, Err(StorageError::Newer));
    }
    assert_eq!(content(&id).await.as_deref(), Some("second"));
    assert!(!names().await.contains(&"late".to_owned()));
    assert_eq!(save(&card(&id, "third", 4.0), "third", 2).await, Ok(3));
}

#[wasm_bindgen_test]
async fn of_two_saves_at_once_one_wins_and_the_other_is_told() {
    let id = new_id();
    save(&card(&id, "base", 1.0), "base", 0).await.unwrap();
    type Outcome = (String, Result<u32, StorageError>);
    let outcomes: Rc<RefCell<Vec<Outcome>>> = Rc::default();
    for writer in ["one", "other", "third"] {
        let (id, outcomes) = (id.clone(), outcomes.clone());
        spawn_local(async move {
            let outcome = save(&card(&id, writer, 2.0), writer, 1).await;
            outcomes.borrow_mut().push((writer.to_owned(), outcome));
        });
    }
    until("all three saves have answered", || outcomes.borrow().len() == 3).await;
    let outcomes = outcomes.take();
    let won: Vec<&str> = outcomes
        .iter()
        .filter(|(_, outcome)| *outcome == Ok(2))
        .map(|(writer, _)| writer.as_str())
        .collect();
    assert_eq!(won.len(), 1, "{outcomes:?}");
    assert!(
        outcomes.iter().all(|(_, outcome)| matches!(outcome, Ok(2) | Err(StorageError::Newer))),
        "{outcomes:?}"
    );
    let stored = load(&id).await.unwrap().unwrap();
    assert_eq!((stored.content.as_str(), stored.revision), (won[0], 2));
}

#[wasm_bindgen_test]
async fn saves_of_different_assessments_at_once_all_succeed() {
    let ids: Vec<String> = (0..20).map(|_| new_id()).collect();
    let done = Rc::new(RefCell::new(0));
    for id in ids.clone() {
        let done = done.clone();
        spawn_local(async move {
            assert_eq!(save(&card(&id, &id, 1.0), &id, 0).await, Ok(1));
            *done.borrow_mut() += 1;
        });
    }
    until("all saves have answered", || *done.borrow() == ids.len()).await;
    for id in &ids {
        assert_eq!(content(id).await.as_ref(), Some(id));
    }
}

#[wasm_bindgen_test]
async fn a_removed_assessment_is_gone_and_is_not_brought_back_by_a_window_that_had_it_open() {
    let (id, other) = (new_id(), new_id());
    save(&card(&id, "gone", 1.0), "gone", 0).await.unwrap();
    save(&card(&other, "stays", 1.0), "stays", 0).await.unwrap();
    remove(&id).await.unwrap();
    assert_eq!(load(&id).await, Ok(None));
    assert!(!names().await.contains(&"gone".to_owned()));
    assert_eq!(save(&card(&id, "gone", 2.0), "gone", 1).await, Err(StorageError::Gone));
    assert_eq!(load(&id).await, Ok(None));
    assert_eq!(content(&other).await.as_deref(), Some("stays"));
}

#[wasm_bindgen_test]
async fn erasing_removes_everything_and_the_storage_works_on() {
    let id = new_id();
    save(&card(&id, "erased", 1.0), "erased", 0).await.unwrap();
    erase().await.unwrap();
    assert_eq!(list().await, Ok(Vec::new()));
    assert_eq!(load(&id).await, Ok(None));
    assert_eq!(save(&card(&id, "again", 1.0), "again", 0).await, Ok(1));
    assert_eq!(names().await, ["again"]);
}

/// A store of the database, for what no window of the kit would write.
async fn raw(store: &str) -> (idb::Database, idb::Transaction) {
    let database = idb::Factory::new().unwrap().open("award-kit", None).unwrap().await.unwrap();
    let transaction = database.transaction(&[store], idb::TransactionMode::ReadWrite).unwrap();
    (database, transaction)
}

pub async fn keys(store: &str) -> Vec<String> {
    let (database, transaction) = raw(store).await;
    let keys = transaction.object_store(store).unwrap().get_all_keys(None, None).unwrap().await.unwrap();
    database.close();
    keys.iter().filter_map(JsValue::as_string).collect()
}

pub async fn put(store: &str, key: &str, value: &JsValue) {
    let (database, transaction) = raw(store).await;
    transaction.object_store(store).unwrap().put(value, Some(&key.into())).unwrap().await.unwrap();
    transaction.commit().unwrap().await.unwrap();
    database.close();
}

/// A record as it lies in the database.
pub fn record(members: &[(&str, JsValue)]) -> JsValue {
    let record = js_sys::Object::new();
    for (name, value) in members {
        js_sys::Reflect::set(&record, &(*name).into(), value).unwrap();
    }
    record.into()
}

#[wasm_bindgen_test]
async fn the_last_three_records_are_kept_and_a_damaged_one_gives_way_to_the_one_before() {
    let id = new_id();
    for (base, content) in ["one", "two", "three", "four"].into_iter().enumerate() {
        save(&card(&id, "", 1.0), content, base as u32).await.unwrap();
    }
    let own: Vec<String> = keys("assessments").await.into_iter().filter(|key| key.starts_with(&id)).collect();
    assert_eq!(own, [2, 3, 4].map(|revision| format!("{id}/{revision:010}")));
    let damage = async |revision: u32, members: &[(&str, JsValue)]| put("assessments", &format!("{id}/{revision:010}"), &record(members)).await;
    damage(4, &[("revision", 4.into()), ("content", "fou".into()), ("sha256", "00".into())]).await;
    let read = load(&id).await.unwrap().unwrap();
    assert_eq!((read.content.as_str(), read.revision, read.damaged), ("three", 4, 1));
    damage(3, &[("nothing", 4.into())]).await;
    let read = load(&id).await.unwrap().unwrap();
    assert_eq!((read.content.as_str(), read.revision, read.damaged), ("two", 4, 2));
    // The next one to be saved goes on after the damaged ones; the whole one stays until there are three after it.
    assert_eq!(save(&card(&id, "", 1.0), "five", 4).await, Ok(5));
    let read = load(&id).await.unwrap().unwrap();
    assert_eq!((read.content.as_str(), read.damaged), ("five", 0));
}

#[wasm_bindgen_test]
async fn what_an_earlier_version_kept_is_read_and_saved_on() {
    let id = new_id();
    save(&card(&new_id(), "", 1.0), "", 0).await.unwrap();
    put("assessments", &id, &record(&[("revision", 7.into()), ("content", "earlier".into())])).await;
    let read = load(&id).await.unwrap().unwrap();
    assert_eq!((read.content.as_str(), read.revision), ("earlier", 7));
    assert_eq!(save(&card(&id, "", 1.0), "late", 6).await, Err(StorageError::Newer));
    assert_eq!(save(&card(&id, "", 1.0), "later", 7).await, Ok(8));
    assert_eq!(content(&id).await.as_deref(), Some("later"));
    remove(&id).await.unwrap();
    assert!(!keys("assessments").await.iter().any(|key| key.starts_with(&id)));
}

#[wasm_bindgen_test]
async fn another_window_that_erases_is_not_kept_waiting_and_storage_works_on() {
    let id = new_id();
    save(&card(&id, "", 1.0), "before", 0).await.unwrap();
    // As another window does it, while this one holds its connection.
    idb::Factory::new().unwrap().delete("award-kit").unwrap().await.unwrap();
    assert_eq!(save(&card(&id, "", 1.0), "after", 1).await, Err(StorageError::Gone));
    assert_eq!(save(&card(&id, "", 1.0), "after", 0).await, Ok(1));
}

#[wasm_bindgen_test]
async fn a_later_version_of_the_page_takes_the_database_over_and_this_one_says_so() {
    erase().await.unwrap();
    list().await.unwrap();
    let later = idb::Factory::new().unwrap().open("award-kit", Some(1000)).unwrap().await.unwrap();
    assert_eq!(list().await, Err(StorageError::Outdated));
    later.close();
    idb::Factory::new().unwrap().delete("award-kit").unwrap().await.unwrap();
    assert_eq!(list().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn ids_do_not_repeat_and_fit_into_an_address() {
    let ids: BTreeSet<String> = (0..1000).map(|_| new_id()).collect();
    assert_eq!(ids.len(), 1000);
    assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric())));
}
