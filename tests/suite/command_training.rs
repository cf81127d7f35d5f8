//! `award-kit training`, `training-result` and `certificate`, run as a program.

use crate::command_line::{answer, folder, json_answer, kit, put, refusal};
use award_kit::archive::{KeptTraining, write_training};
use award_kit::assessment::text;
use award_kit::panel::{ItemOffset, TrainingEntry, TrainingRecord};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const CASE: &str = "assets/training/manufacturing.en.json";

/// A trainee's copy of the case in which some items are rated.
fn copy(folder: &Path, ratings: &[(&str, u8)]) -> String {
    let out = folder.join("copy.json").display().to_string();
    answer(&["scoring-copy", CASE, "--assessor", "Li", "--training", "-o", &out]);
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&out).expect("the copy")).expect("JSON");
    assert_eq!(file["answers"]["items"]["leadership.governance"].get("interview"), None);
    let scores: serde_json::Map<String, Value> = ratings.iter().map(|(item, own)| ((*item).to_owned(), json!({ "percent": own }))).collect();
    file["scores"] = Value::Object(scores);
    put(folder, "copy.json", file.to_string())
}

#[test]
fn a_copy_is_held_against_its_case_and_the_rule_missed_is_named() {
    let folder = folder("training-result");
    let copy = copy(&folder, &[("processes.design", 60), ("results.finance", 50), ("leadership.governance", 30)]);
    let told = json_answer(&["training-result", CASE, &copy, "--language", "en"]);
    assert_eq!(
        (&told["same_case"], &told["trainee"], &told["accuracy"]["compared"]),
        (&json!(true), &json!("Li"), &json!(3))
    );
    assert_eq!(told["items"].as_array().map(Vec::len), Some(23));
    let [missed] = &told["missed"].as_array().expect("missed")[..] else {
        panic!("{}", told["missed"])
    };
    assert_eq!(
        (&missed["id"], &missed["offset"], &missed["rule"], &missed["base"]),
        (&json!("processes.design"), &json!(15), &json!("limit"), &json!("30-45"))
    );
    let factor = json!([{ "factor": "deployment", "reference": "30-45", "own": "50-65", "chosen": false, "facts": ["places", "practice"] }]);
    assert_eq!(missed["factors"], factor);
    let text = missed["text"][1].as_str().expect("a sentence");
    assert!(
        text.starts_with("Deployment: the reference is band 30–45, below band 50–65 of the rating."),
        "{text}"
    );
    // What is near enough is a matter of the tolerance.
    let number = |points: &str| {
        let told = json_answer(&["training-result", CASE, &copy, "--tolerance", points]);
        told["missed"].as_array().map(Vec::len)
    };
    assert_eq!((number("4"), number("15")), (Some(2), Some(0)));
    let other = json_answer(&["training-result", "assets/training/manufacturing.zh.json", &copy]);
    assert_eq!(other["same_case"], json!(false));
}

fn record(folder: &Path, trainee: &str, own: [u8; 2]) -> String {
    let item = |(id, own): (&str, u8)| ItemOffset {
        item: text(id),
        reference: 50,
        own,
        step: 5,
        ..ItemOffset::default()
    };
    let entry = TrainingEntry {
        case: text("k"),
        title: text("Case"),
        items: ["leadership.governance", "results.finance"].into_iter().zip(own).map(item).collect(),
        ..TrainingEntry::default()
    };
    let record = TrainingRecord {
        trainee: text(trainee),
        entries: vec![entry],
    };
    put(folder, &format!("{trainee}.json"), write_training(&KeptTraining::new(record)))
}

#[test]
fn records_of_several_trainees_stand_side_by_side() {
    let folder = folder("training-group");
    let files = [record(&folder, "Li", [60, 60]), record(&folder, "Wang", [35, 65])];
    let told = json_answer(&["training", &files[0], &files[1]]);
    assert_eq!(json_answer(&["training", &files[1], &files[0]]), told);
    let group = &told["groups"][0];
    let shifts: Vec<&Value> = group["trainees"]
        .as_array()
        .expect("trainees")
        .iter()
        .map(|one| &one["accuracy"]["bias"])
        .collect();
    assert_eq!(shifts, [&json!(10.0), &json!(0.0)]);
    assert_eq!(group["items"][0]["offsets"], json!({ "Li": 10, "Wang": -15 }));
    assert_eq!((&group["items"][0]["spread"], &group["items"][0]["mean"]), (&json!(25), &json!(-2.5)));
    assert_eq!(
        (&group["diverging"], &group["off_together"]),
        (&json!(["leadership.governance"]), &json!(["results.finance"]))
    );
    assert_eq!(told["tolerance"], json!(20));
    let wider = json_answer(&["training", &files[0], &files[1], "--tolerance", "25"]);
    assert_eq!(wider["groups"][0]["diverging"], json!([]));
}

#[test]
fn a_certificate_is_written_in_both_languages_and_the_same_every_time() {
    let folder = folder("training-certificate");
    let file = record(&folder, "Li", [60, 60]);
    for language in ["zh", "en"] {
        let bytes = ["one.docx", "other.docx"].map(|name| {
            let out = folder.join(name).display().to_string();
            assert_eq!(answer(&["certificate", &file, "-o", &out, "--language", language]), "");
            fs::read(&out).expect("the certificate")
        });
        assert!(bytes[0].starts_with(b"PK") && bytes[0] == bytes[1]);
    }
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let folder = folder("training-refused");
    let out = folder.join("x.docx").display().to_string();
    let nothing = put(&folder, "nothing.json", "{}");
    assert!(refusal(&["training", &nothing]).contains("nothing.json"));
    assert!(refusal(&["certificate", CASE, "-o", &out]).contains("manufacturing.en.json"));
    assert!(refusal(&["training-result", CASE, &nothing]).contains("nothing.json"));
    assert!(refusal(&["training-result", "no-such-file.json", &nothing]).contains("no-such-file.json"));
    assert_eq!(kit(&["training"]).status.code(), Some(2));
}
