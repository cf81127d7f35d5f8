//! The recycle bin: what is deleted is off the list and gone for open windows, comes back as it was, and is let go of for good.

use crate::storage::{card, save};
use award_kit::browser::bin::{self, Binned};
use award_kit::browser::labels;
use award_kit::browser::storage::{StorageError, list, load, new_id};
use wasm_bindgen_test::wasm_bindgen_test;

async fn lies_there(id: &str) -> Option<Binned> {
    bin::list().await.unwrap().into_iter().find(|binned| binned.id == id)
}

async fn is_listed(id: &str) -> bool {
    list().await.unwrap().iter().any(|card| card.id == id)
}

#[wasm_bindgen_test]
async fn what_is_deleted_comes_back_with_all_its_records() {
    let id = new_id();
    for revision in 0..3 {
        let written = format!("第 {revision} 稿");
        assert_eq!(save(&card(&id, "甲", f64::from(revision)), &written, revision).await, Ok(revision + 1));
    }
    bin::put(&id, "甲").await.unwrap();
    assert!(!is_listed(&id).await);
    assert!(load(&id).await.unwrap().is_none());
    let binned = lies_there(&id).await.unwrap();
    assert_eq!((binned.name.as_str(), binned.days_left()), ("甲", 30));
    bin::restore(&binned).await.unwrap();
    assert!(is_listed(&id).await);
    assert!(lies_there(&id).await.is_none());
    assert_eq!(load(&id).await.unwrap().unwrap().content, "第 2 稿");
    assert_eq!(save(&card(&id, "甲", 4.0), "第 3 稿", 3).await, Ok(4));
}

#[wasm_bindgen_test]
async fn a_window_in_which_a_deleted_assessment_is_open_is_told_that_it_is_gone() {
    let id = new_id();
    save(&card(&id, "乙", 1.0), "一", 0).await.unwrap();
    bin::put(&id, "乙").await.unwrap();
    assert_eq!(save(&card(&id, "乙", 2.0), "二", 1).await, Err(StorageError::Gone));
    assert!(!is_listed(&id).await);
}

#[wasm_bindgen_test]
async fn what_is_let_go_of_is_nowhere() {
    let id = new_id();
    save(&card(&id, "丙", 1.0), "一", 0).await.unwrap();
    bin::put(&id, "丙").await.unwrap();
    bin::purge(&lies_there(&id).await.unwrap()).await.unwrap();
    assert!(lies_there(&id).await.is_none());
    assert!(!is_listed(&id).await);
    assert!(load(&id).await.unwrap().is_none());
}

#[wasm_bindgen_test]
async fn a_name_of_ones_own_is_shown_in_the_list_and_taken_away_by_an_empty_one() {
    let id = new_id();
    save(&card(&id, "丁", 1.0), "一", 0).await.unwrap();
    let name = || async { list().await.unwrap().into_iter().find(|card| card.id == id).unwrap().name };
    labels::set(&id, " 2016 初稿 ");
    assert_eq!(name().await, "2016 初稿");
    labels::set(&id, " ");
    assert_eq!(name().await, "丁");
}
