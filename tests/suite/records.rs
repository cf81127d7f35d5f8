//! Records beside the assessments that two windows wrote: nothing that was typed is lost, and ratings are those chosen last.

use award_kit::merge::joined_records;
use proptest::prelude::*;
use serde_json::{Value, json};

fn joined(base: &Value, saved: &Value, own: &Value) -> Value {
    let joined = joined_records(&base.to_string(), &saved.to_string(), &own.to_string()).expect("records");
    serde_json::from_str(&joined).expect("JSON")
}

#[test]
fn what_only_one_window_changed_is_taken_and_texts_of_both_stay() {
    let base = json!({ "scores": { "a": { "percent": 40, "remark": "" }, "b": { "percent": null, "strengths": "好" } }, "assessor": "甲" });
    let saved = json!({ "scores": { "a": { "percent": 50, "remark": "第一窗口" }, "b": { "percent": null, "strengths": "好" } }, "assessor": "甲" });
    let own = json!({ "scores": { "a": { "percent": 60, "remark": "第二窗口" }, "b": { "percent": 30, "strengths": "好" } }, "assessor": "甲" });
    let wanted = json!({ "scores": { "a": { "percent": 60, "remark": "第一窗口\n\n第二窗口" }, "b": { "percent": 30, "strengths": "好" } }, "assessor": "甲" });
    assert_eq!(joined(&base, &saved, &own), wanted);
}

#[test]
fn a_record_inside_a_record_is_joined_by_its_members() {
    let with = |remark: &str, percent: u32, members: &str| {
        let record = json!({ "scores": { "a": { "percent": percent, "remark": remark } } }).to_string();
        json!({ "members": [members], "record": record })
    };
    let found = joined(&with("", 40, "甲"), &with("先写的", 40, "甲"), &with("", 50, "甲、乙"));
    assert_eq!(found, with("先写的", 50, "甲、乙"));
}

#[test]
fn what_is_no_record_is_not_joined() {
    assert_eq!(joined_records("{}", "damaged", "{}"), None);
    assert_eq!(joined_records("[]", "{}", "{}"), None);
}

fn record() -> impl Strategy<Value = Value> {
    let judgement = (0_u32..20, "[甲乙丙 ]{0,4}", "[丁戊 ]{0,3}");
    prop::collection::btree_map("[a-d]", judgement, 0..4).prop_map(|scores| {
        let score = |(percent, remark, strengths): (u32, String, String)| json!({ "percent": percent, "remark": remark, "strengths": strengths });
        json!({ "scores": scores.into_iter().map(|(item, told)| (item, score(told))).collect::<serde_json::Map<_, _>>() })
    })
}

proptest! {
    #[test]
    fn one_side_alone_is_what_comes_of_it(base in record(), own in record()) {
        prop_assert_eq!(joined(&base, &base, &own), own.clone());
        prop_assert_eq!(joined(&base, &own, &own), own);
    }

    #[test]
    fn no_text_of_either_side_is_lost(base in record(), saved in record(), own in record()) {
        let found = joined(&base, &saved, &own);
        for side in [&saved, &own] {
            for (item, told) in side["scores"].as_object().expect("scores") {
                for text in ["remark", "strengths"] {
                    let written = told[text].as_str().expect("a text");
                    let was = base["scores"][item][text].as_str().unwrap_or_default();
                    let there = found["scores"][item][text].as_str().unwrap_or_default();
                    prop_assert!(written == was || there.contains(written), "{item}/{text}: {written:?} is not in {there:?}");
                }
            }
        }
    }
}
