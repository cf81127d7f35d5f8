//! Score cards on the command line: one made, many merged, what is left out named, and a host's folder checked with what is published.

use crate::command_line::{answer, folder, json_answer, kit, put, refusal};
use serde_json::{Value, json};
use std::fs;

/// A blank assessment of a kind, every item rated by a rule of its place.
fn rated(kind: &str, nth: usize) -> String {
    let mut file = json_answer(&["new"]);
    file["organisation"]["kind"] = kind.into();
    file["organisation"]["name"] = format!("第 {nth} 家公司").into();
    for (at, (_, item)) in file["items"].as_object_mut().expect("items").iter_mut().enumerate() {
        item["percent"] = ((nth * 7 + at * 3 + nth * at) % 21 * 5).into();
    }
    file.to_string()
}

/// A folder with so many cards of each kind.
fn cards(name: &str, counts: &[(&str, usize)]) -> std::path::PathBuf {
    let folder = folder(name);
    let received = folder.join("received");
    fs::create_dir_all(&received).expect("a folder");
    for (kind, n) in counts {
        for nth in 0..*n {
            let file = put(&folder, "assessment.json", rated(kind, nth));
            let card = received.join(format!("{kind}-{nth:02}.json")).display().to_string();
            assert_eq!(answer(&["score-card", &file, "-o", &card]), "");
        }
    }
    received
}

#[test]
fn a_card_is_written_of_what_is_rated_as_a_whole_and_holds_no_name() {
    let folder = folder("score-card");
    let file = put(&folder, "a.json", rated("service", 3));
    let card = folder.join("card.json").display().to_string();
    assert_eq!(answer(&["score-card", &file, "-o", &card]), "");
    let written = fs::read_to_string(&card).expect("a card");
    assert!(!written.contains("家公司"), "{written}");
    let told: Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(
        (&told["format"], &told["kind"], &told["size"]),
        (&json!("award-kit.score-card"), &json!("service"), &Value::Null)
    );
    let open = put(&folder, "open.json", answer(&["new"]));
    assert!(refusal(&["score-card", &open, "-o", &card, "--language", "en"]).contains("kind of organisation"));
    let kind = rated("service", 3).replacen("\"percent\":", "\"percent\":null,\"percents\":", 1);
    let open = put(&folder, "open.json", kind);
    assert!(refusal(&["score-card", &open, "-o", &card, "--language", "en"]).contains("not rated yet: 1"));
    assert_eq!(fs::read_to_string(&card).expect("the card"), written, "a refusal changes nothing");
}

#[test]
fn cards_are_merged_and_what_is_left_out_is_named() {
    let received = cards("benchmark", &[("manufacturing", 8), ("service", 6), ("public_welfare", 3)]);
    put(&received, "twice.json", fs::read(received.join("service-00.json")).expect("a card"));
    let with_name = fs::read_to_string(received.join("service-01.json"))
        .expect("a card")
        .replacen('{', "{\"name\": \"甲\",", 1);
    put(&received, "with-name.json", with_name);
    put(&received, "other.json", answer(&["new"]));
    let older = fs::read_to_string(received.join("service-02.json"))
        .expect("a card")
        .replacen("\"2016\"", "\"2015\"", 1);
    put(&received, "older.json", older);
    let out = received.with_file_name("benchmark.json").display().to_string();
    let from = received.display().to_string();
    let told = json_answer(&["benchmark", &from, "-o", &out, "--language", "en"]);
    assert_eq!((&told["files"], &told["counted"]), (&json!(21), &json!(17)));
    let cells: Vec<(&Value, &Value)> = told["cells"]
        .as_array()
        .expect("cells")
        .iter()
        .map(|cell| (&cell["kind"], &cell["n"]))
        .collect();
    // Three of public welfare are too few; with both other kinds told they could be had by subtraction.
    assert_eq!(cells, [(&Value::Null, &json!(15)), (&json!("manufacturing"), &json!(5))]);
    let withheld: Vec<(&Value, &Value)> = told["withheld"]
        .as_array()
        .expect("withheld")
        .iter()
        .map(|cell| (&cell["kind"], &cell["n"]))
        .collect();
    assert_eq!(withheld, [(&json!("service"), &json!(6)), (&json!("public_welfare"), &json!(3))]);
    let left: Vec<(&Value, &Value)> = told["left_out"]
        .as_array()
        .expect("left out")
        .iter()
        .map(|out| (&out["file"], &out["reason"]))
        .collect();
    assert_eq!(
        left,
        [
            (&json!("older.json"), &json!("other_pack")),
            (&json!("other.json"), &json!("other_file")),
            (&json!("twice.json"), &json!("repeated")),
            (&json!("with-name.json"), &json!("unknown")),
        ]
    );
    for out in told["left_out"].as_array().expect("left out") {
        let text = out["text"].as_str().expect("a sentence");
        assert!(text.starts_with(out["file"].as_str().expect("a file")) && text.ends_with('.'), "{text}");
    }
    let written = fs::read_to_string(&out).expect("the file");
    let published: Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(published["format"], "award-kit.benchmark");
    assert_eq!(
        (&published["cells"][0]["n"], &published["cells"][1]["n"]),
        (&json!(15), &json!(5)),
        "17 and 8, rounded down"
    );
    // The same again is the same file; a few more cards are not told.
    assert_eq!(json_answer(&["benchmark", &from, "-o", &out, "--language", "en"]), told);
    fs::remove_file(received.join("manufacturing-00.json")).expect("removed");
    assert!(refusal(&["benchmark", &from, "-o", &out, "--language", "en"]).contains("--again"));
    assert_eq!(fs::read_to_string(&out).expect("the file"), written);
    assert_eq!(json_answer(&["benchmark", &from, "-o", &out, "--again"])["counted"], 16);
}

#[test]
fn of_too_few_nothing_is_written() {
    let received = cards("benchmark-few", &[("service", 4)]);
    let out = received.with_file_name("benchmark.json");
    let (from, to) = (received.display().to_string(), out.display().to_string());
    assert!(refusal(&["benchmark", &from, "-o", &to, "--language", "en"]).contains("counted: 4"));
    let none = folder("benchmark-none");
    put(&none, "a.json", "{}");
    let told = refusal(&["benchmark", &none.display().to_string(), "-o", &to, "--language", "en"]);
    assert!(told.contains("a.json"), "{told}");
    assert!(!out.exists());
}

#[test]
fn a_folder_of_packs_is_checked_with_its_distribution() {
    let received = cards("benchmark-host", &[("service", 6)]);
    let host = received.with_file_name("criteria");
    fs::create_dir_all(host.join("demo-mini")).expect("a folder");
    for name in ["pack.json", "sources.json", "text.en.json", "text.zh.json"] {
        fs::copy(format!("criteria/demo-mini/{name}"), host.join("demo-mini").join(name)).expect("copied");
    }
    let index = json!({ "format": "award-kit.criteria-index", "version": "1.2", "default": "demo-mini", "benchmark": "benchmark.json", "packs": [{ "id": "demo-mini" }] });
    put(&host, "index.json", index.to_string());
    let at = host.display().to_string();
    let check = || {
        let output = kit(&["check", &at, "--language", "en"]);
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (status, told) = check();
    assert!(
        status == Some(1) && told.starts_with("file_missing:") && told.contains("benchmark.json"),
        "{told}"
    );
    let out = host.join("benchmark.json").display().to_string();
    json_answer(&["benchmark", &received.display().to_string(), "-o", &out]);
    assert_eq!(check(), (Some(0), String::new()));
    let few = fs::read_to_string(&out).expect("the file").replacen("\"n\": 5", "\"n\": 3", 1);
    put(&host, "benchmark.json", few);
    let (status, told) = check();
    assert!(status == Some(1) && told.contains("benchmark.json") && told.contains("/cells/0/n"), "{told}");
}
