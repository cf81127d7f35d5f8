//! `award-kit panel`, `scoring-copy` and `minute`, run as a program.

use crate::command_line::{answer, folder, json_answer, kit, put, refusal};
use award_kit::archive::{KeptTraining, read_training, write_training};
use award_kit::assessment::text;
use award_kit::date::parse_date;
use award_kit::panel::{FactorOffset, ItemOffset, TrainingEntry, TrainingRecord};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The worked sample with every rating moved by some points, and a word of its own.
fn scored(folder: &Path, name: &str, moved: &[i64]) -> String {
    let mut file: Value = serde_json::from_str(&fs::read_to_string("assets/samples/manufacturing.zh.json").expect("the sample")).expect("JSON");
    for (at, item) in file["items"].as_object_mut().expect("items").values_mut().enumerate() {
        let rating = item["percent"].as_i64().expect("a rating") + moved[at % moved.len()];
        item["percent"] = json!(rating.clamp(0, 100));
        item["strengths"] = json!(name);
    }
    put(folder, name, file.to_string())
}

fn panel(files: &[String], more: &[&str]) -> Value {
    let files = files.iter().map(String::as_str);
    let all: Vec<&str> = ["panel"].into_iter().chain(files).chain(more.iter().copied()).collect();
    json_answer(&all)
}

fn workshop(name: &str) -> Vec<String> {
    let folder = folder(name);
    vec![
        scored(&folder, "丙.json", &[0, 5, -10]),
        scored(&folder, "甲.json", &[5]),
        scored(&folder, "乙.json", &[-5, 30]),
    ]
}

#[test]
fn panel_gives_spread_agreement_start_and_interval_in_any_order_of_the_files() {
    let files = workshop("panel");
    let told = panel(&files, &[]);
    let turned: Vec<String> = files.iter().rev().cloned().collect();
    assert_eq!(panel(&turned, &[]), told);
    let item = &told["items"][0];
    assert_eq!((&item["id"], &item["n"]), (&json!("leadership.senior-leaders"), &json!(3)));
    let ratings: Vec<i64> = item["ratings"].as_object().expect("ratings").values().filter_map(Value::as_i64).collect();
    assert_eq!(ratings.len(), 3);
    assert_eq!((&item["min"], &item["max"]), (&json!(ratings.iter().min()), &json!(ratings.iter().max())));
    assert_eq!(item["sd"], json!(5));
    assert!(told["alpha"].as_f64().is_some_and(|alpha| alpha > 0.0 && alpha < 1.0));
    assert!(told["icc"].is_number() && told["icc_average"].is_number());
    let names: Vec<&Value> = told["shifts"].as_array().expect("shifts").iter().map(|shift| &shift["assessor"]).collect();
    assert_eq!(names, [&json!("丙"), &json!("乙"), &json!("甲")]);
    let (low, start, high) = (&told["interval"]["low"], &told["start"]["points"], &told["interval"]["high"]);
    assert!(low.as_f64() <= start.as_f64() && start.as_f64() <= high.as_f64(), "{low} {start} {high}");
    assert_eq!(told["problems"], json!([]));
    assert_eq!(told["tolerance"], json!(20));
    assert_eq!(panel(&files, &["--tolerance", "5"])["tolerance"], json!(5));
}

#[test]
fn identical_assessors_agree_in_full() {
    let folder = folder("panel-identical");
    let files = ["a.json", "b.json", "c.json"].map(|name| scored(&folder, name, &[0]));
    let told = panel(&files, &[]);
    assert_eq!((&told["alpha"], &told["icc"]), (&json!(1.0), &json!(1.0)));
    assert!(told["items"].as_array().expect("items").iter().all(|item| item["sd"] == json!(0)));
    assert_eq!(told["interval"]["low"], told["interval"]["high"]);
}

#[test]
fn a_damaged_file_among_ten_stops_nothing_and_is_named() {
    let folder = folder("panel-damaged");
    let mut files: Vec<String> = (0..9).map(|at| scored(&folder, &format!("{at}.json"), &[5 * (at % 3)])).collect();
    files.insert(4, put(&folder, "damaged.json", "{\"format\": \"award-kit.sco"));
    let told = panel(&files, &["--language", "en"]);
    assert_eq!(told["items"][3]["n"], json!(9));
    let problem = &told["problems"][0];
    assert_eq!(
        (&problem["file"], &problem["code"], &problem["counts"]),
        (&json!("damaged.json"), &json!("not_json"), &json!(false))
    );
    assert!(problem["text"].as_str().is_some_and(|text| text.contains("damaged.json")));
}

#[test]
fn a_scoring_copy_goes_out_blind_and_comes_back() {
    let folder = folder("panel-copies");
    let judged = "assets/samples/manufacturing.zh.json";
    let mut files = Vec::new();
    for (name, rating) in [("张", 40), ("李", 60)] {
        let out = folder.join(format!("{name}.json")).display().to_string();
        let items = "leadership.governance,results.finance";
        assert_eq!(answer(&["scoring-copy", judged, "--assessor", name, "--items", items, "-o", &out]), "");
        let mut copy: Value = serde_json::from_str(&fs::read_to_string(&out).expect("the copy")).expect("JSON");
        assert_eq!(copy["items"], json!(["leadership.governance", "results.finance"]));
        assert_eq!(copy["answers"]["items"]["leadership.governance"]["percent"], Value::Null);
        copy["scores"] = json!({ "leadership.governance": { "percent": rating } });
        copy["answers"] = Value::Null;
        files.push(put(&folder, &format!("{name}.json"), copy.to_string()));
    }
    let told = panel(&files, &["--assessment", judged]);
    let governance = &told["items"][1];
    assert_eq!(
        (&governance["n"], &governance["asked"], &governance["median"]),
        (&json!(2), &json!(2), &json!(50))
    );
    let codes: Vec<&Value> = told["problems"].as_array().expect("problems").iter().map(|problem| &problem["code"]).collect();
    assert_eq!(codes, [&json!("half_done"), &json!("half_done")]);
}

#[test]
fn the_record_of_a_panel_is_written_read_and_becomes_a_minute() {
    let folder = folder("panel-record");
    let files = workshop("panel-record-files");
    let record = folder.join("panel.json").display().to_string();
    let told = panel(&files, &["-o", &record]);
    assert_eq!(panel(std::slice::from_ref(&record), &[]), told);
    let minute = folder.join("minute.docx").display().to_string();
    assert_eq!(answer(&["minute", &record, "-o", &minute]), "");
    assert!(fs::read(&minute).expect("the minute").starts_with(b"PK"));
    let schema = json_answer(&["schema", "panel"]);
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let written = serde_json::from_str(&fs::read_to_string(&record).expect("the record")).expect("JSON");
    assert!(validator.is_valid(&written), "{:?}", validator.iter_errors(&written).next());
}

#[test]
fn the_schema_of_a_scoring_copy_accepts_what_the_kit_writes() {
    let folder = folder("panel-schema");
    let out = folder.join("copy.json").display().to_string();
    answer(&["scoring-copy", "assets/samples/service.en.json", "--assessor", "Li", "-o", &out]);
    let validator = jsonschema::validator_for(&json_answer(&["schema", "scoring"])).expect("a JSON Schema");
    let written = serde_json::from_str(&fs::read_to_string(&out).expect("the copy")).expect("JSON");
    assert!(validator.is_valid(&written), "{:?}", validator.iter_errors(&written).next());
}

#[test]
fn the_schema_of_a_record_of_training_accepts_what_the_kit_writes_and_refuses_what_it_refuses() {
    let validator = jsonschema::validator_for(&json_answer(&["schema", "training"])).expect("a JSON Schema");
    let item = ItemOffset {
        item: text("leadership.governance"),
        reference: 50,
        own: 45,
        step: 5,
        factors: vec![FactorOffset {
            factor: text("approach"),
            bands: -1,
        }],
        ..ItemOffset::default()
    };
    let entry = TrainingEntry {
        date: parse_date("2016-05-01"),
        items: vec![item],
        ..TrainingEntry::default()
    };
    let record = TrainingRecord {
        trainee: text("Li"),
        entries: vec![entry, TrainingEntry::default()],
    };
    let written = write_training(&KeptTraining::new(record));
    let value: Value = serde_json::from_str(&written).expect("JSON");
    assert!(validator.is_valid(&value), "{:?}", validator.iter_errors(&value).next());
    for (from, to) in [
        ("\"own\": 45", "\"own\": 145"),
        ("2016-05-01", "May"),
        ("\"approach\": -1", "\"approach\": \"low\""),
    ] {
        let wrong = written.replacen(from, to, 1);
        assert_ne!(wrong, written);
        assert!(read_training(wrong.as_bytes()).is_err(), "{wrong}");
        assert!(!validator.is_valid(&serde_json::from_str(&wrong).expect("JSON")), "{wrong}");
    }
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let folder = folder("panel-refused");
    let sample = "assets/samples/manufacturing.zh.json";
    let out = folder.join("x.json").display().to_string();
    assert!(refusal(&["panel", "no-such-file.json"]).contains("no-such-file.json"));
    assert!(refusal(&["scoring-copy", sample, "--assessor", "a", "--items", "no.item", "-o", &out]).contains("no.item"));
    refusal(&["scoring-copy", sample, "--assessor", " ", "-o", &out]);
    assert!(refusal(&["minute", sample, "-o", &out]).contains("评审组记录"));
    assert_eq!(kit(&["panel"]).status.code(), Some(2));
    let nothing = put(&folder, "nothing.json", "");
    assert_eq!(panel(&[nothing], &[])["problems"][0]["code"], json!("empty"));
}
