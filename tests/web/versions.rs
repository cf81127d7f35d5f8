//! Earlier versions on this device: kept with their content, listed, thinned out, and gone with their assessment.

use crate::storage::{card, keys, put, save};
use award_kit::archive::versions::Occasion;
use award_kit::browser::storage::{new_id, remove};
use award_kit::browser::versions::{self, Version};
use award_kit::browser::{attachments, clock};
use wasm_bindgen_test::wasm_bindgen_test;

const DAY: f64 = 86_400_000.0;

async fn keep(id: &str, at: f64, name: &str, content: &str) {
    let version = Version::of(&card(id, "甲", at), Occasion::DayEnd, name, Vec::new());
    versions::keep(id, &version, content).await.expect("kept");
}

async fn moments(id: &str) -> Vec<f64> {
    let all = versions::list(id).await.expect("a list");
    all.into_iter().map(|version| version.at).collect()
}

#[wasm_bindgen_test]
async fn a_version_comes_back_as_it_was_kept_and_takes_less_room() {
    let (id, at) = (new_id(), clock::now().trunc());
    let written = "质量奖自评 \0 😀 <script> \" \\ ".repeat(5000);
    keep(&id, at, "送审稿", &written).await;
    assert_eq!(versions::content(&id, at).await, Ok(Some(written.clone())));
    let kept = &versions::list(&id).await.expect("a list")[0];
    assert_eq!(
        (kept.at, kept.occasion(), &*kept.name, &*kept.points),
        (at, Some(Occasion::DayEnd), "送审稿", "62.5")
    );
    // Keeping the same moment again changes nothing.
    keep(&id, at, "", "something else").await;
    assert_eq!(versions::content(&id, at).await, Ok(Some(written)));
}

#[wasm_bindgen_test]
async fn of_long_ago_the_last_of_a_week_stays_and_what_has_a_name() {
    let (id, now) = (new_id(), clock::now().trunc());
    // Noon, so that an hour more is the same day; 70 days ago to 64 are two weeks at most.
    let (day, _) = clock::day_and_time(now - 70.0 * DAY);
    let monday = now - 70.0 * DAY - DAY * f64::from(chrono_weekday(day));
    keep(&id, monday, "第一稿", "a").await;
    keep(&id, monday + 1.0, "", "b").await;
    keep(&id, monday + DAY, "", "c").await;
    keep(&id, now, "", "d").await;
    assert_eq!(moments(&id).await, [now, monday + DAY, monday]);
    assert_eq!(versions::content(&id, monday + 1.0).await, Ok(None));
    // Without its name it is one of that week as well.
    versions::rename(&id, monday, "").await.expect("renamed");
    keep(&id, now + 1.0, "", "e").await;
    assert_eq!(moments(&id).await, [now + 1.0, now, monday + DAY]);
    versions::remove(&id, now).await.expect("removed");
    assert_eq!(moments(&id).await, [now + 1.0, monday + DAY]);
}

/// Days since Monday.
fn chrono_weekday(day: award_kit::date::Date) -> u32 {
    use chrono::Datelike;
    day.weekday().num_days_from_monday()
}

#[wasm_bindgen_test]
async fn versions_go_with_their_assessment_and_with_no_other() {
    let (id, longer) = (new_id(), clock::now().trunc());
    let other = [&id, "0"].concat();
    save(&card(&id, "甲", 1.0), "{}", 0).await.expect("saved");
    keep(&id, longer, "", "a").await;
    keep(&other, longer, "", "b").await;
    remove(&id).await.expect("removed");
    assert_eq!(moments(&id).await, [0.0; 0]);
    assert_eq!(versions::content(&other, longer).await, Ok(Some("b".into())));
    for store in ["versions", "version-contents"] {
        let left = keys(store).await;
        assert!(!left.iter().any(|key| key.starts_with(&[&id, "/"].concat())), "{store}: {left:?}");
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_unpacked_is_none() {
    let (id, at) = (new_id(), clock::now().trunc());
    keep(&id, at, "", "a").await;
    let key = keys("version-contents").await.into_iter().find(|key| key.starts_with(&id)).expect("a key");
    put("version-contents", &key, &js_sys::Uint8Array::from(&[31, 139, 8, 0, 1, 2, 3][..]).into()).await;
    assert_eq!(versions::content(&id, at).await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_file_that_only_an_earlier_version_or_undo_names_is_not_cleared_away() {
    let (id, at) = (new_id(), clock::now().trunc());
    let hash = |letter: &str| letter.repeat(64);
    for letter in ["a", "b", "c"] {
        let value = js_sys::Object::new();
        let blob = web_sys::Blob::new().expect("a blob");
        js_sys::Reflect::set(&value, &"file".into(), &blob).expect("set");
        js_sys::Reflect::set(&value, &"added".into(), &0.into()).expect("set");
        put("attachments", &hash(letter), &value).await;
    }
    let version = Version::of(&card(&id, "甲", at), Occasion::Asked, "", vec![hash("a")]);
    versions::keep(&id, &version, "{}").await.expect("kept");
    put("steps", &id, &[r#"{"back":[{"/evidence":""#, &hash("b"), r#""}]}"#].concat().into()).await;
    attachments::sweep().await.expect("swept");
    let left = keys("attachments").await;
    assert!(left.contains(&hash("a")) && left.contains(&hash("b")), "{left:?}");
    assert!(!left.contains(&hash("c")), "{left:?}");
}
