//! `award-kit carry` and `award-kit under`, run as a program.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use serde_json::{Value, json};
use std::fs;

const SAMPLE: &str = "assets/samples/manufacturing.zh.json";

#[test]
fn carry_says_what_becomes_of_every_item_and_writes_the_file_where_it_is_told() {
    let folder = folder("carry");
    let out = folder.join("session-3.json").display().to_string();
    let told = json_answer(&["carry", SAMPLE, "--pack", "beijing-session-3", "-o", &out]);
    let names = |side: &str| [told[side]["id"].clone(), told[side]["edition"].clone()];
    assert_eq!(
        (names("from"), names("to")),
        ([json!("beijing-2016"), json!("2016")], [json!("beijing-session-3"), json!("3")])
    );
    assert!(told["to"]["hash"].as_str().is_some_and(|hash| hash.starts_with("sha256:")));
    assert_eq!(told["edition"], json!({ "from": "2016", "to": "session-3" }));
    assert_eq!(told["items"].as_array().map(Vec::len), Some(23));
    assert_eq!(told["items"][0]["kind"], json!("same"));
    assert_eq!(told["items"][0]["rating"], json!("carried"));
    let split = told["conditions"]
        .as_array()
        .expect("conditions")
        .iter()
        .find(|told| told["kind"] == "split")
        .expect("one is split");
    assert_eq!(
        (&split["from"], &split["to"]),
        (&json!(["leading-results"]), &json!(["good-results", "leading-results"]))
    );
    assert_eq!(
        (&split["carried"], &split["rating"], &split["to_check"]),
        (&json!(true), &json!("split"), &json!(true))
    );
    assert!(split["note"].as_str().is_some_and(|note| note.contains("第三届")), "{split}");
    assert!(split["text"].as_str().is_some_and(|text| text.contains("拆分为")), "{split}");

    let written: Value = serde_json::from_str(&fs::read_to_string(&out).expect("the file")).expect("JSON");
    assert_eq!(written["pack"]["id"], "beijing-session-3");
    for pointer in told["kept"].as_array().expect("kept") {
        let pointer = pointer.as_str().expect("a pointer");
        assert!(written.pointer(pointer).is_some_and(|value| !value.is_null()), "{pointer}");
    }
    assert_eq!(json_answer(&["score", &out])["total"], json_answer(&["score", SAMPLE])["total"]);
}

#[test]
fn carry_there_and_back_gives_the_same_file() {
    let folder = folder("carry-back");
    let first = folder.join("first.json").display().to_string();
    // As the kit writes it under the present criteria.
    answer(&["export", SAMPLE, "--to", "json", "-o", &first]);
    let source = fs::read_to_string(&first).expect("the file");
    for pack in [
        "gbt-19580-2012",
        "beijing-session-3",
        "tianjin-2020",
        "tianjin-2021",
        "hebei-2016",
        "hebei-2022",
        "demo-mini",
    ] {
        let (there, back) = (folder.join("there.json").display().to_string(), folder.join("back.json").display().to_string());
        assert_eq!(json_answer(&["carry", &first, "--pack", pack, "-o", &there])["returns"], json!(false));
        let told = json_answer(&["carry", &there, "--pack", "beijing-2016", "-o", &back]);
        assert_eq!(told["returns"], json!(true));
        assert!(fs::read_to_string(&back).expect("the file") == source, "{pack}");
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 3, "nothing else is left behind");
}

#[test]
fn carry_takes_packs_from_folders_and_spares_its_source() {
    let folder = folder("carry-own");
    let own = folder.join("own");
    fs::create_dir_all(&own).expect("a folder");
    for name in ["sources.json", "text.en.json", "text.zh.json"] {
        fs::copy(format!("criteria/demo-mini/{name}"), own.join(name)).expect("a copy");
    }
    let pack = fs::read_to_string("criteria/demo-mini/pack.json").expect("the pack");
    fs::write(own.join("pack.json"), pack.replace("\"id\": \"demo-mini\"", "\"id\": \"own\"")).expect("written");
    let own = own.display().to_string();
    let blank = answer(&["new", "--pack", &own]);
    let file = put(&folder, "own.json", &blank);
    assert!(refusal(&["carry", &file, "--pack", "demo-mini"]).contains("own"));
    let told = json_answer(&["carry", &file, "--from", &own, "--pack", "demo-mini", "--language", "en"]);
    assert_eq!((&told["from"]["id"], &told["items"][0]["text"]), (&json!("own"), &json!("Unchanged")));
    refusal(&["carry", &file, "--from", &own, "--pack", "demo-mini", "-o", &file]);
    assert_eq!(fs::read_to_string(&file).expect("the file"), blank);
    assert!(refusal(&["carry", &file]).contains("--pack"));
    assert!(refusal(&["carry", SAMPLE, "--pack", "nowhere"]).contains("nowhere"));
}

#[test]
fn under_puts_verdict_and_total_of_several_packs_side_by_side() {
    let told = json_answer(&["under", SAMPLE, "beijing-session-3", "tianjin-2020", "demo-mini"]);
    let packs = told["packs"].as_array().expect("packs");
    let short: Vec<[&Value; 3]> = packs.iter().map(|told| [&told["pack"]["id"], &told["verdict"], &told["total"]]).collect();
    let of_1000 = json!({ "points": 542, "max": 1000 });
    assert_eq!(
        short,
        [
            [&json!("beijing-2016"), &json!("eligible"), &of_1000],
            [&json!("beijing-session-3"), &json!("undecided"), &of_1000],
            [&json!("tianjin-2020"), &json!("not_eligible"), &of_1000],
            [&json!("demo-mini"), &json!("undecided"), &json!({ "points": 0, "max": 100 })],
        ]
    );
    assert_eq!(packs[0]["categories"], json_answer(&["score", SAMPLE])["categories"]);
    assert_eq!((&packs[0]["same"], &packs[0]["new"], &packs[0]["gone"]), (&json!(23), &json!([]), &json!([])));
    assert_eq!(
        (packs[3]["new"].as_array().map(Vec::len), packs[3]["gone"].as_array().map(Vec::len)),
        (Some(3), Some(23))
    );
    assert_eq!(
        (&packs[1]["gone_conditions"], &packs[1]["unrated"]),
        (&json!(["legal-personality", "three-years"]), &json!(0))
    );
    assert_eq!(packs[1]["first_eligible_on"], Value::Null);
    assert!(refusal(&["under", SAMPLE]).contains("PACK"));
    assert!(refusal(&["under", SAMPLE, "nowhere"]).contains("nowhere"));
}

/// A session made as files: the lineage beside the folder counts, as on the page; without it the kit's own.
#[test]
fn the_lineage_beside_the_folder_counts() {
    let folder = folder("carry-lineage");
    let own = folder.join("demo-2027");
    fs::create_dir_all(&own).expect("a folder");
    for name in ["sources.json", "text.en.json", "text.zh.json"] {
        let text = fs::read_to_string(format!("criteria/demo-mini/{name}")).expect("a text");
        fs::write(own.join(name), text.replace("practice.direction", "practice.course")).expect("written");
    }
    let pack = fs::read_to_string("criteria/demo-mini/pack.json").expect("the pack");
    let pack = pack
        .replace("\"id\": \"demo-mini\"", "\"id\": \"demo-2027\"")
        .replace("practice.direction", "practice.course");
    fs::write(own.join("pack.json"), pack).expect("written");
    let blank = answer(&["new", "--pack", "demo-mini"]);
    let file = put(&folder, "own.json", blank.replacen("\"percent\": null", "\"percent\": 60", 1));
    let to = own.display().to_string();
    let rating = || {
        let told = json_answer(&["carry", &file, "--from", "demo-mini", "--pack", &to]);
        let items = told["items"].as_array().expect("items").clone();
        items.iter().find(|item| item["to"] == json!(["practice.course"])).expect("the item")["kind"].clone()
    };
    assert_eq!(rating(), json!("new"), "nobody says that it is the other one");
    let note = json!({ "zh": "更名。", "en": "Renamed." });
    let entry = json!({ "kind": "renamed", "from": ["practice.direction"], "to": ["practice.course"], "note": note });
    let step = json!({ "from": ["demo-mini", "demo"], "to": ["demo-2027", "demo"], "items": [entry], "conditions": [] });
    let lineage = json!({ "format": "award-kit.lineage", "version": "1.0", "steps": [step] });
    fs::write(folder.join("lineage.json"), lineage.to_string()).expect("written");
    assert_eq!(rating(), json!("renamed"));
    let moved = json_answer(&["under", &file, &to])["packs"][1]["moved"].clone();
    assert_eq!(moved, json!(1));
    fs::write(folder.join("lineage.json"), "{").expect("written");
    assert!(refusal(&["carry", &file, "--pack", &to]).contains("lineage.json"));
}
