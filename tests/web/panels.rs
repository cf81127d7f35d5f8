//! Panels and scoring copies on this device: kept by revision, gone with their assessment and with everything else.

use crate::storage::{self, elsewhere, keys, put, record};
use award_kit::browser::panels::{self, KeptCourse, KeptMember, KeptPanel, KeptWork, Kind, keep_received, list, load, received, remove};
use award_kit::browser::storage::{Card, StorageError, new_id, remove as remove_assessment};
use award_kit::browser::training::{KeptRun, Place};
use award_kit::json::ById;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

fn blob(text: &str) -> Blob {
    Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).unwrap()
}

async fn save(kind: Kind, key: &str, content: &str, base: u32) -> Result<u32, StorageError> {
    panels::save(kind, key, content, base, &elsewhere()).await
}

/// Leaves something in the journal, as a window does that ends before it has saved.
async fn leave_behind(of: &str, base: u32, content: &str) {
    let members = [
        ("revision", base.into()),
        ("content", content.into()),
        ("writer", "gone".into()),
        ("seq", 3.into()),
        ("whole", true.into()),
    ];
    put("journal", &[of, "|gone"].concat(), &record(&members)).await;
}

async fn content(kind: Kind, key: &str) -> Option<String> {
    load(kind, key).await.unwrap().map(|stored| stored.content)
}

#[wasm_bindgen_test]
async fn a_panel_comes_back_as_it_was_kept() {
    let kept = KeptPanel {
        members: vec![KeptMember {
            name: "甲 \"A\"".into(),
            categories: vec!["leadership".into()],
        }],
        anonymous: true,
        minutes: 240,
        pause: 10,
        every: 90,
        course: KeptCourse {
            item: "results.products".into(),
            later: vec!["leadership.governance".into()],
            worked: vec![KeptWork {
                item: "results.products".into(),
                worked: 90_500.0,
            }],
            since: 1_795_000_000_000.0,
            pause: 0.0,
        },
        record: "{}\n".into(),
    };
    assert_eq!(KeptPanel::read(&kept.write()), Some(kept));
    // One that was kept before sessions had an agenda.
    let before = KeptPanel::read(r#"{"members":[],"anonymous":true,"record":"{}"}"#).expect("a panel");
    assert_eq!((before.anonymous, before.minutes, before.record.as_str()), (true, 0, "{}"));
    assert_eq!(before.course, KeptCourse::default());
    assert_eq!(KeptPanel::read("no panel"), None);
}

#[wasm_bindgen_test]
async fn a_case_of_the_training_comes_back_as_it_was_kept_and_is_no_scoring_copy() {
    let kept = KeptRun {
        reference: "{\n}".into(),
        copy: "\"甲\"".into(),
        finished: "2016-05-01".into(),
    };
    let (run, record) = (Place::Run(Place::new_id()), Place::Record("甲/乙".into()));
    for place in [&run, &record] {
        assert_eq!(Place::of(&place.key()).as_ref(), Some(place));
        assert_eq!(save(Kind::Training, &place.key(), &kept.write(), 0).await, Ok(1));
        assert_eq!(save(Kind::Training, &place.key(), "late", 0).await, Err(StorageError::Newer));
        assert_eq!(content(Kind::Scoring, &place.key()).await, None);
    }
    let found = list(Kind::Training).await.unwrap();
    let mine = found.iter().find(|(key, _)| *key == run.key()).map(|(_, content)| KeptRun::read(content));
    assert_eq!(mine, Some(Some(kept)));
    remove(Kind::Training, &run.key()).await.unwrap();
    assert_eq!(content(Kind::Training, &run.key()).await, None);
    assert!(content(Kind::Training, &record.key()).await.is_some());
}

#[wasm_bindgen_test]
async fn something_older_overwrites_nothing_and_kinds_stand_apart() {
    let key = new_id();
    assert_eq!(load(Kind::Panel, &key).await, Ok(None));
    assert_eq!(save(Kind::Panel, &key, "first", 0).await, Ok(1));
    assert_eq!(save(Kind::Scoring, &key, "copy", 0).await, Ok(1));
    for base in [0, 2] {
        assert_eq!(save(Kind::Panel, &key, "late", base).await, Err(StorageError::Newer));
    }
    assert_eq!(save(Kind::Panel, &key, "second", 1).await, Ok(2));
    assert_eq!(content(Kind::Panel, &key).await.as_deref(), Some("second"));
    assert_eq!(content(Kind::Scoring, &key).await.as_deref(), Some("copy"));
    assert!(list(Kind::Scoring).await.unwrap().contains(&(key.clone(), "copy".to_owned())));
    remove(Kind::Scoring, &key).await.unwrap();
    assert_eq!(load(Kind::Scoring, &key).await, Ok(None));
    assert_eq!(content(Kind::Panel, &key).await.as_deref(), Some("second"));
}

#[wasm_bindgen_test]
async fn what_was_typed_before_a_window_ended_comes_before_what_was_kept() {
    let key = new_id();
    save(Kind::Scoring, &key, "kept", 0).await.unwrap();
    leave_behind(&Kind::Scoring.journalled(&key), 1, "typed").await;
    assert_eq!(content(Kind::Scoring, &key).await.as_deref(), Some("typed"));
    // Until it is kept it comes back every time.
    assert_eq!(content(Kind::Scoring, &key).await.as_deref(), Some("typed"));
    save(Kind::Scoring, &key, "newer", 1).await.unwrap();
    assert_eq!(content(Kind::Scoring, &key).await.as_deref(), Some("newer"));
    leave_behind(&Kind::Scoring.journalled(&key), 1, "typed into an earlier one").await;
    assert_eq!(content(Kind::Scoring, &key).await.as_deref(), Some("newer"));
    remove(Kind::Scoring, &key).await.unwrap();
    assert!(!keys("journal").await.iter().any(|left| left.contains(&key)));
}

#[wasm_bindgen_test]
async fn panel_and_files_go_with_their_assessment_and_with_everything() {
    let (id, other) = (new_id(), new_id());
    for id in [&id, &other] {
        let card = Card {
            id: id.clone(),
            name: String::new(),
            pack: String::new(),
            criteria: ById::default(),
            fictional: false,
            rated: 0,
            items: 0,
            points: String::new(),
            modified: 1.0,
        };
        storage::save(&card, "", 0).await.unwrap();
        save(Kind::Panel, id, "panel", 0).await.unwrap();
        keep_received(id, &[("sha256:1".to_owned(), blob("file"))]).await.unwrap();
    }
    remove_assessment(&id).await.unwrap();
    assert_eq!(load(Kind::Panel, &id).await, Ok(None));
    assert!(received(&id, "sha256:1").await.unwrap().is_none());
    let kept = received(&other, "sha256:1").await.unwrap();
    assert_eq!(kept.map(|blob| blob.size()), Some(4.0));
    award_kit::browser::storage::erase().await.unwrap();
    assert_eq!(load(Kind::Panel, &other).await, Ok(None));
    assert!(received(&other, "sha256:1").await.unwrap().is_none());
}
