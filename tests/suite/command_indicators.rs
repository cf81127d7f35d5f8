//! `award-kit indicators`, run as a program.

use serde_json::{Value, json};
use std::process::Command;

fn indicators(language: &str) -> Value {
    let file = format!("assets/samples/manufacturing.{language}.json");
    let output = Command::new(env!("CARGO_BIN_EXE_award-kit"))
        .args(["indicators", &file, "--language", language])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn by_id<'a>(list: &'a Value, id: &str) -> &'a Value {
    let mut all = list.as_array().expect("a list").iter();
    all.find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id} stands there"))
}

#[test]
fn every_statistic_of_an_indicator_is_told() {
    let told = indicators("en");
    let share = by_id(&told["indicators"], "market-share");
    assert_eq!(share["values"], json!({ "2013": 8.1, "2014": 8.9, "2015": 9.6 }));
    assert_eq!(
        (&share["item"], &share["area"], &share["own"]),
        (&json!("results.customers"), &json!("market"), &json!(false))
    );
    // 8.1, 8.9, 9.6: slopes 0.8, 0.7 and 0.75; three rising pairs, so S = 3 and p = 2/6; (9.6 ÷ 8.1)^½ − 1.
    let number = |value: &Value| value.as_f64().expect("a number");
    assert!((number(&share["slope"]) - 0.75).abs() < 1e-9);
    assert_eq!(share["mann_kendall"]["s"], 3);
    assert!((number(&share["mann_kendall"]["p"]) - 1.0 / 3.0).abs() < 1e-12);
    assert!((number(&share["growth"]) - 0.088_662_107_903_635_5).abs() < 1e-9);
    assert!((number(&share["gap"]) + 3.2).abs() < 1e-9);
    assert_eq!(share["trend"], json!({ "judgement": "improving", "evidence": "weak" }));
    assert_eq!(
        (&share["level"]["target"]["met"], &share["level"]["benchmark"]["met"]),
        (&json!(false), &json!(false))
    );
    let rank = by_id(&told["indicators"], "sector-rank");
    assert!((number(&rank["level"]["rank"]["percentile"]) - 38.0 / 40.0).abs() < 1e-12);
    let growth = by_id(&told["indicators"], "revenue-growth");
    assert!(growth["computed"] == true && (number(&growth["values"]["2013"]) - 10.99875902008549).abs() < 1e-9);
    assert!(by_id(&told["indicators"], "own-1")["own"] == true);
}

#[test]
fn findings_coverage_and_hints_are_told_in_the_language_asked_for() {
    let [zh, en] = ["zh", "en"].map(indicators);
    let finding = |told: &Value| by_id(&told["indicators"], "technology-transfer")["findings"][0].clone();
    assert_eq!((&finding(&zh)["code"], &finding(&zh)["year"]), (&json!("impossible_value"), &json!(2014)));
    assert_eq!(finding(&zh)["text"], "科技成果转化率：2014 年为 175，不在可能的范围内（0 至 100）。");
    let english = finding(&en)["text"].as_str().expect("a sentence").to_owned();
    assert!(english.ends_with(": 175 in 2014 is outside the possible range (0 to 100)."), "{english}");
    let item = by_id(&en["items"], "results.products");
    assert_eq!(item["coverage"], json!({ "areas": 3, "figure": 3, "trend": 3, "comparison": 1 }));
    assert_eq!(
        by_id(&item["areas"], "conformity")["indicators"],
        json!(["conforming-rate", "spot-check-pass-rate"])
    );
    let hint = &item["hint"];
    assert_eq!(hint["factors"].as_array().map(Vec::len), Some(4));
    assert!(hint["low"].as_u64() <= hint["high"].as_u64());
    assert_eq!(hint["factors"][3]["text"], "Key requirements: 3; with data: 3.");
    assert_eq!(en["items"].as_array().map(Vec::len), Some(6));
    let lows = |items: &Value| {
        let items = items.as_array().expect("items").iter();
        items.map(|item| item["hint"]["low"].clone()).collect::<Vec<Value>>()
    };
    assert_eq!(lows(&zh["items"]), lows(&en["items"]));
}
