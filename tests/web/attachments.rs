//! Evidence files on this device: kept by their content, gone with the last assessment that names them, never before.

use crate::storage::save;
use award_kit::assessment::sha256;
use award_kit::browser::attachments::{AttachError, attach, keep, load, sizes, sweep};
use award_kit::browser::storage::{Card, erase, load as load_record, new_id, remove};
use award_kit::json::ById;
use idb::{DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, File};

fn card(id: &str) -> Card {
    Card {
        id: id.into(),
        name: "甲".into(),
        pack: "demo-mini".into(),
        criteria: ById::default(),
        fictional: false,
        rated: 0,
        items: 3,
        points: "0".into(),
        modified: 1.0,
    }
}

fn blob(content: &[u8]) -> Blob {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(content))).unwrap()
}

async fn content(blob: &Blob) -> Vec<u8> {
    Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.unwrap()).to_vec()
}

/// Content no other test has.
fn unique() -> Vec<u8> {
    [new_id().as_bytes(), &[0, 255, 10, 13]].concat()
}

async fn is_kept(hash: &str) -> bool {
    let there = sizes().await.unwrap().contains_key(hash);
    assert_eq!(there, load(hash).await.unwrap().is_some());
    there
}

#[wasm_bindgen_test]
async fn a_file_comes_back_as_it_was_attached_and_is_known_by_its_content() {
    let bytes = unique();
    let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice())), "手册.pdf").unwrap();
    let named = attach(&file).await.unwrap();
    assert_eq!((&*named.name, named.size, &*named.sha256), ("手册.pdf", bytes.len() as u64, &*sha256(&bytes)));
    assert_eq!(sizes().await.unwrap().get(&*named.sha256), Some(&(bytes.len() as u64)));
    assert_eq!(content(&load(&named.sha256).await.unwrap().unwrap()).await, bytes);
    assert_eq!(attach(&file).await, Ok::<_, AttachError>(named), "the same file is kept once");
}

#[wasm_bindgen_test]
async fn a_file_goes_with_the_last_assessment_that_names_it() {
    let (hash, first, second) = (sha256(&unique()), new_id(), new_id());
    keep(&[(hash.clone(), blob(b"1"))]).await.unwrap();
    for id in [&first, &second] {
        save(&card(id), &["{\"sha256\": \"", &hash, "\"}"].concat(), 0).await.unwrap();
    }
    remove(&first).await.unwrap();
    assert!(is_kept(&hash).await);
    remove(&second).await.unwrap();
    assert!(!is_kept(&hash).await);
}

#[wasm_bindgen_test]
async fn removing_an_assessment_leaves_the_files_of_others_alone() {
    let (hash, other) = (sha256(&unique()), new_id());
    keep(&[(hash.clone(), blob(b"1"))]).await.unwrap();
    save(&card(&other), "nothing named", 0).await.unwrap();
    remove(&other).await.unwrap();
    assert!(is_kept(&hash).await, "its assessment may not be kept yet");
}

#[wasm_bindgen_test]
async fn clearing_away_takes_old_files_that_nothing_names() {
    let [named, young, old] = [(); 3].map(|()| sha256(&unique()));
    let id = new_id();
    save(&card(&id), &named, 0).await.unwrap();
    keep(&[(named.clone(), blob(b"1")), (young.clone(), blob(b"2")), (old.clone(), blob(b"3"))])
        .await
        .unwrap();
    for hash in [&named, &old] {
        age(hash).await;
    }
    sweep().await.unwrap();
    assert!(is_kept(&named).await && is_kept(&young).await && !is_kept(&old).await);
}

/// Makes a file as if it had come long ago.
async fn age(hash: &str) {
    let database = Factory::new().unwrap().open("award-kit", None).unwrap().await.unwrap();
    let transaction = database.transaction(&["attachments"], TransactionMode::ReadWrite).unwrap();
    let store = transaction.object_store("attachments").unwrap();
    let value = store.get(JsValue::from_str(hash)).unwrap().await.unwrap().unwrap();
    js_sys::Reflect::set(&value, &"added".into(), &1.0.into()).unwrap();
    store.put(&value, Some(&JsValue::from_str(hash))).unwrap().await.unwrap();
    transaction.commit().unwrap().await.unwrap();
    database.close();
}

#[wasm_bindgen_test]
async fn a_database_from_before_there_were_files_keeps_what_it_holds() {
    erase().await.unwrap();
    let mut request = Factory::new().unwrap().open("award-kit", Some(2)).unwrap();
    request.on_upgrade_needed(|event| {
        for store in ["assessments", "cards", "packs"] {
            event.database().unwrap().create_object_store(store, ObjectStoreParams::new()).unwrap();
        }
    });
    let database = request.await.unwrap();
    let transaction = database.transaction(&["assessments"], TransactionMode::ReadWrite).unwrap();
    let record = js_sys::Object::new();
    js_sys::Reflect::set(&record, &"revision".into(), &3.into()).unwrap();
    js_sys::Reflect::set(&record, &"content".into(), &"旧".into()).unwrap();
    let store = transaction.object_store("assessments").unwrap();
    store.put(&record, Some(&"old".into())).unwrap().await.unwrap();
    transaction.commit().unwrap().await.unwrap();
    database.close();
    let stored = load_record("old").await.unwrap().unwrap();
    assert_eq!((stored.content.as_str(), stored.revision), ("旧", 3));
    assert!(sizes().await.unwrap().is_empty());
}
