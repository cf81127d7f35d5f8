//! The command line, run as a program: the contract other programs rely on, and bad input met with one sentence.

use award_kit::criteria::{Draft, Edit, Wording, built_in, write_pack_file};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn kit(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_award-kit"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

/// Standard output of a call that went well.
pub fn answer(arguments: &[&str]) -> String {
    let output = kit(arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

pub fn json_answer(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(arguments)).expect("JSON")
}

/// The one sentence of a call that could not be done.
pub fn refusal(arguments: &[&str]) -> String {
    let output = kit(arguments);
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
    assert!(output.stdout.is_empty(), "{arguments:?} prints on standard output");
    assert_eq!(told.lines().count(), 1, "{arguments:?}: {told}");
    assert!(told.trim_end().chars().count() > 8 && told.chars().count() < 700, "{told}");
    told
}

pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-line").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub fn put(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, content).expect("the file is written");
    path.display().to_string()
}

/// A blank assessment with some members replaced.
fn blank_with(pack: &str, members: &[(&str, Value)]) -> String {
    let mut file = json_answer(&["new", "--pack", pack]);
    for (pointer, value) in members {
        *file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is in a blank file")) = value.clone();
    }
    file.to_string()
}

const GOVERNANCE: &str = "/items/leadership.governance/percent";

#[test]
fn new_prints_a_blank_file_that_scores_nothing_rated() {
    let folder = folder("new");
    for pack in ["beijing-2016", "demo-mini", "criteria/demo-mini"] {
        let file = put(&folder, "blank.json", answer(&["new", "--pack", pack]));
        let score = json_answer(&["score", &file]);
        assert_eq!(score["unrated"], json!(score["items"].as_array().expect("items").len()));
        assert_eq!(score["range"], json!({ "low": 0, "high": score["total"]["max"] }));
        assert_eq!(score["items"][0]["points"], Value::Null);
        assert_eq!(score["items"][0]["percent"], Value::Null);
    }
}

#[test]
fn score_gives_points_as_numbers_and_the_range_of_the_total() {
    let folder = folder("score");
    let file = put(
        &folder,
        "one.json",
        blank_with(
            "beijing-2016",
            &[
                ("/items/leadership.senior-leaders/percent", json!(55)),
                ("/items/results.products/percent", json!(0)),
            ],
        ),
    );
    let score = json_answer(&["score", &file]);
    assert_eq!(score["total"], json!({ "points": 27.5, "max": 1000 }));
    assert_eq!(score["process"], json!({ "points": 27.5, "max": 600 }));
    assert_eq!(score["results"], json!({ "points": 0, "max": 400 }));
    assert_eq!(
        score["items"][0],
        json!({ "id": "leadership.senior-leaders", "number": "4.1.2", "max": 50, "percent": 55, "points": 27.5, "applies": true, "bonus": false })
    );
    assert_eq!(
        score["categories"][0],
        json!({ "id": "leadership", "number": "4.1", "max": 110, "percent": null, "points": 27.5 })
    );
    assert_eq!(score["unrated"], json!(21));
    assert_eq!(score["range"], json!({ "low": 27.5, "high": 897.5 }));
    assert_eq!(score["bonus"], json!({ "points": 0, "max": 0 }));
}

/// demo-mini in a folder, with its `pack.json` changed.
fn changed_demo(folder: &Path, change: impl FnOnce(&mut Value)) -> String {
    for name in ["sources.json", "text.en.json", "text.zh.json"] {
        fs::copy(Path::new("criteria/demo-mini").join(name), folder.join(name)).expect("a copy");
    }
    let pack = fs::read_to_string("criteria/demo-mini/pack.json").expect("the pack");
    let mut pack = serde_json::from_str(&pack).expect("JSON");
    change(&mut pack);
    put(folder, "pack.json", pack.to_string());
    folder.display().to_string()
}

#[test]
fn score_says_which_items_do_not_apply_and_counts_bonus_items_apart() {
    let folder = folder("kinds");
    let pack = changed_demo(&folder, |pack| {
        let items = &mut pack["categories"][0]["items"];
        items[0]["applies_to"] = json!(["manufacturing"]);
        items[1]["bonus"] = json!(true);
        pack["categories"][0]["points"] = json!(40);
        pack["maturity"][1]["to"] = json!(70);
        pack["scoring"] =
            json!({ "total": 70, "step": 5, "rounding": "exact", "not_applicable": "redistribute", "reference_lines": [{ "id": "halfway", "points": 35 }] });
    });
    let members = [
        ("/organisation/kind", json!("service")),
        ("/items/practice.direction/percent", json!(55)),
        ("/items/practice.improvement/percent", json!(50)),
    ];
    let file = put(&folder, "kind.assessment", blank_with(&pack, &members));
    let score = json_answer(&["score", &file, "--pack", &pack]);
    assert_eq!(
        score["items"],
        json!([
            { "id": "practice.direction", "number": "1.1", "max": 0, "percent": 55, "points": null, "applies": false, "bonus": false },
            { "id": "practice.improvement", "number": "1.2", "max": 30, "percent": 50, "points": 15, "applies": true, "bonus": true },
            { "id": "outcomes.customers", "number": "2.1", "max": 70, "percent": null, "points": null, "applies": true, "bonus": false },
        ])
    );
    assert_eq!(score["total"], json!({ "points": 0, "max": 70 }));
    assert_eq!(score["bonus"], json!({ "points": 15, "max": 30 }));
    assert_eq!((&score["unrated"], &score["range"]), (&json!(1), &json!({ "low": 0, "high": 70 })));
    let told = answer(&["check", &file, "--pack", &pack]);
    assert!(
        !told.contains("1.1") && told.contains("rated_without_answer: 1.2") && told.contains("item_unanswered: 2.1"),
        "{told}"
    );
}

#[test]
fn eligibility_turns_with_the_day_and_the_edition() {
    let folder = folder("eligibility");
    let members = [
        ("/organisation/registration_date", json!("2013-12-02")),
        ("/organisation/registration_place", json!("110108")),
        ("/organisation/legal_status", json!("legal_person")),
    ];
    let file = put(&folder, "young.json", blank_with("beijing-2016", &members));
    let on = |day: &str, more: &[&str]| json_answer(&[&["eligibility", file.as_str(), "--on", day], more].concat());
    let early = on("2016-12-01", &["--language", "en"]);
    assert_eq!(early["verdict"], json!("not_eligible"));
    assert_eq!(early["edition"], json!("2016"));
    assert_eq!(early["first_eligible_on"], json!("2016-12-02"));
    assert_eq!(
        early["conditions"][2],
        json!({
            "id": "three-years",
            "outcome": "not_met",
            "reason": "years_not_reached",
            "text": "The time from registration to the application date is 2 years and 11 months, which is too short; the required period is complete on 2 December 2016.",
        })
    );
    let due = on("2016-12-02", &[]);
    assert_eq!(due["verdict"], json!("undecided"));
    assert_eq!(due["conditions"][2]["outcome"], json!("met"));
    assert_eq!(due["first_eligible_on"], Value::Null);
    let third = on("2016-12-01", &["--edition", "session-3"]);
    assert_eq!(third["edition"], json!("session-3"));
    assert!(
        third["conditions"]
            .as_array()
            .expect("conditions")
            .iter()
            .all(|condition| condition["id"] != json!("three-years"))
    );
}

#[test]
fn contradictions_are_findings_with_code_and_place() {
    let folder = folder("findings");
    let members = [
        ("/organisation/registration_date", json!("2017-01-01")),
        ("/organisation/credit_code", json!("91350100M000100Y40")),
    ];
    let file = put(&folder, "odd.json", blank_with("beijing-2016", &members));
    let found = json_answer(&["eligibility", &file, "--on", "2016-12-02"])["findings"].clone();
    assert_eq!(found[0]["code"], json!("registration_after_application"));
    assert_eq!(found[0]["place"], json!("/organisation/registration_date"));
    assert_eq!(found[0]["text"], json!("登记日期2017年1月1日晚于申报日期。"));
    let code = &found[1];
    assert_eq!(code["place"], json!("/organisation/credit_code"));
}

#[test]
fn check_prints_nothing_for_a_sound_pack_and_a_line_for_every_fault() {
    for pack in ["criteria/beijing-2016", "criteria/demo-mini"] {
        assert_eq!(answer(&["check", pack]), "");
    }
    let folder = folder("check");
    for name in ["sources.json", "text.en.json", "text.zh.json"] {
        fs::copy(Path::new("criteria/demo-mini").join(name), folder.join(name)).expect("a copy");
    }
    let path = folder.display().to_string();
    let faults = || {
        let output = kit(&["check", &path]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stderr.is_empty());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(faults(), "file_missing: pack.json：准则包缺少此文件。\n");
    let sound = fs::read_to_string("criteria/demo-mini/pack.json").expect("the pack");
    fs::write(folder.join("pack.json"), sound.replacen("\"points\": 40", "\"points\": 45", 1)).expect("written");
    let told = faults();
    assert_eq!(
        told,
        "points_do_not_add_up: pack.json 的 /categories/0/points：写明 70 分，各部分（不含加分项）合计 75 分。\n"
    );
    fs::write(folder.join("pack.json"), &sound[..sound.len() / 2]).expect("written");
    assert!(faults().starts_with("not_json: pack.json："));
    let file = put(&folder, "blank.json", answer(&["new", "--pack", "demo-mini"]));
    let told = refusal(&["score", &file, "--pack", &path]);
    assert!(told.contains("pack.json"), "{told}");
}

#[test]
fn check_prints_the_findings_of_an_assessment_and_calls_none_of_them_a_fault() {
    let folder = folder("check-assessment");
    let file = put(&folder, "blank.json", answer(&["new", "--pack", "demo-mini"]));
    let told = answer(&["check", &file]);
    assert!(told.starts_with("profile_missing: 未填写：组织名称。\n"), "{told}");
    assert!(told.contains("item_unanswered: 1.1 方向与责任：未填写。\n"), "{told}");
    assert_eq!(told.lines().count(), 17, "{told}");
}

#[test]
fn a_pack_from_a_folder_serves_as_a_built_in_one_does() {
    let folder = folder("own-pack");
    for name in ["sources.json", "text.en.json", "text.zh.json"] {
        let content = fs::read_to_string(Path::new("criteria/demo-mini").join(name)).expect("a file");
        fs::write(folder.join(name), format!("\u{feff}{content}")).expect("written");
    }
    let pack = fs::read_to_string("criteria/demo-mini/pack.json").expect("the pack");
    fs::write(folder.join("pack.json"), pack.replace("\"id\": \"demo-mini\"", "\"id\": \"own\"")).expect("written");
    let path = folder.display().to_string();
    let file = put(&folder, "own.assessment", answer(&["new", "--pack", &path]));
    assert_eq!(json_answer(&["score", &file, "--pack", &path])["total"]["max"], json!(100));
    let told = refusal(&["score", &file]);
    assert!(told.contains("own") && told.contains("--pack"), "{told}");
    let told = refusal(&["score", &file, "--pack", "beijing-2016"]);
    assert!(told.contains("own"), "{told}");
}

#[test]
fn export_writes_the_same_bytes_as_the_library() {
    use award_kit::archive::open_bytes;
    use award_kit::export::{Options, Target, export};
    use award_kit::language::Language;
    let folder = folder("export");
    let source = fs::read("assets/samples/manufacturing.zh.json").expect("the sample");
    let project = open_bytes(&source).expect("it opens").with_pack(&crate::samples::BEIJING).expect("it fits");
    for (name, target) in [("docx", Target::Docx), ("json", Target::Json)] {
        let out = folder.join(name).display().to_string();
        let more = ["--language", "en", "--draft-date", "2016-11-20"];
        let call = [&["export", "assets/samples/manufacturing.zh.json", "--to", name, "-o", &out], &more[..]].concat();
        assert_eq!(answer(&call), "");
        let bytes = export(
            &project,
            &crate::samples::BEIJING,
            target,
            &Options::new(Language::En).dated(Some(crate::samples::day("2016-11-20"))),
        );
        assert!(fs::read(&out).expect("the file") == bytes.expect("a document"), "{name}");
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2, "nothing else is left behind");
}

#[test]
fn export_spares_its_own_source_and_says_when_it_cannot_write() {
    let folder = folder("export-refused");
    let blank = answer(&["new", "--pack", "demo-mini"]);
    let file = put(&folder, "blank.json", &blank);
    refusal(&["export", &file, "--to", "json", "-o", &file]);
    assert_eq!(fs::read_to_string(&file).expect("the file"), blank);
    let nowhere = folder.join("no-such-folder/draft.docx").display().to_string();
    assert!(refusal(&["export", &file, "--to", "docx", "-o", &nowhere]).contains("no-such-folder"));
}

#[test]
fn schema_accepts_what_the_kit_writes_and_refuses_what_it_refuses() {
    let schema = json_answer(&["schema", "assessment"]);
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let mut files: Vec<String> = ["beijing-2016", "demo-mini"].map(|pack| answer(&["new", "--pack", pack])).to_vec();
    for language in ["zh", "en"] {
        files.push(fs::read_to_string(format!("assets/samples/manufacturing.{language}.json")).expect("the sample"));
    }
    for file in &files {
        let value: Value = serde_json::from_str(file).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    for (pointer, value) in [
        (GOVERNANCE, json!("50")),
        (GOVERNANCE, json!(105)),
        ("/organisation/registration_date", json!("2016/12/02")),
    ] {
        let file: Value = serde_json::from_str(&blank_with("beijing-2016", &[(pointer, value)])).expect("JSON");
        assert!(!validator.is_valid(&file), "{pointer}");
    }
    let schema = json_answer(&["schema", "pack"]);
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    for pack in ["gbt-19580-2012", "beijing-2016", "demo-mini"] {
        let file: Value = serde_json::from_str(&fs::read_to_string(format!("criteria/{pack}/pack.json")).expect("the pack")).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&file)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{pack}: {errors:?}");
    }
}

#[test]
fn bad_files_are_met_with_one_sentence_that_names_the_place() {
    let folder = folder("bad");
    let blank = answer(&["new", "--pack", "beijing-2016"]);
    let with = |pointer: &str, value: Value| blank_with("beijing-2016", &[(pointer, value)]);
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", Vec::new(), "空"),
        ("only-white-space", b" \n\t ".to_vec(), "空"),
        ("truncated", blank.as_bytes()[..blank.len() / 2].to_vec(), "行"),
        ("not-json", "申报材料".into(), "第 1 行第 1 列"),
        ("binary", vec![0xd0, 0xcf, 0x11, 0xe0, 0xff, 0xfe, 0x00, 0x80], "UTF-8"),
        ("begins-as-a-zip", vec![0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0x80], "材料包"),
        ("nested", nested.into_bytes(), "嵌套"),
        ("another-json", b"{\"a\": 1}".to_vec(), "自评文件"),
        ("a-number", b"42".to_vec(), "自评文件"),
        ("newer", with("/version", json!("2.0")).into_bytes(), "2.0"),
        ("no-version", with("/version", json!("new")).into_bytes(), "/version"),
        ("unknown-pack", with("/pack/id", json!("tianjin-2030")).into_bytes(), "tianjin-2030"),
        ("other-edition", with("/pack/edition", json!("2030")).into_bytes(), "2030"),
        ("percent-47", with(GOVERNANCE, json!(47)).into_bytes(), GOVERNANCE),
        ("percent-minus-5", with(GOVERNANCE, json!(-5)).into_bytes(), GOVERNANCE),
        ("percent-105", with(GOVERNANCE, json!(105)).into_bytes(), GOVERNANCE),
        ("percent-text", with(GOVERNANCE, json!("50")).into_bytes(), GOVERNANCE),
        ("percent-half", with(GOVERNANCE, json!(47.5)).into_bytes(), GOVERNANCE),
        (
            "no-such-day",
            with("/organisation/registration_date", json!("2015-02-29")).into_bytes(),
            "2015-02-29",
        ),
        (
            "date-with-slashes",
            with("/organisation/registration_date", json!("2015/02/28")).into_bytes(),
            "2015/02/28",
        ),
        (
            "date-as-number",
            with("/organisation/registration_date", json!(20150228)).into_bytes(),
            "/organisation/registration_date",
        ),
        (
            "application-date",
            with("/eligibility/application_date", json!("soon\nor later")).into_bytes(),
            "/eligibility/application_date",
        ),
        (
            "place",
            with("/organisation/registration_place", json!("11")).into_bytes(),
            "/organisation/registration_place",
        ),
        ("edition", with("/eligibility/edition", json!("1999")).into_bytes(), "/eligibility/edition"),
        (
            "twice",
            blank.replacen("\"fictional\"", "\"version\": \"1.0\", \"fictional\"", 1).into_bytes(),
            "/version",
        ),
        ("a-list-for-items", with("/items", json!([])).into_bytes(), "/items"),
    ];
    for (name, content, place) in &files {
        let file = put(&folder, name, content);
        for call in [
            &["score", file.as_str()][..],
            &["check", &file],
            &["eligibility", &file, "--on", "2016-12-02"],
            &["export", &file, "--to", "docx", "-o", "/dev/null/x"],
        ] {
            let told = refusal(call);
            assert!(told.contains(place) && told.contains(name), "{name}: {told}");
        }
        assert!(fs::read(&file).expect("the file") == *content, "{name} is untouched");
        let english = refusal(&["score", &file, "--language", "en"]);
        assert!(
            english.is_ascii() || place.is_ascii() || english.contains('“') || english.contains('–'),
            "{english}"
        );
    }
}

/// Nobody has the memory for so much, nor the time.
#[test]
fn a_file_of_200_gigabytes_is_refused_without_being_read() {
    let folder = folder("large");
    let path = folder.join("large.json");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(200_000_000_000).expect("a sparse file");
    let told = refusal(&["score", &path.display().to_string()]);
    assert!(told.contains("000.0 MB") && told.contains("20.0 MB"), "{told}");
    drop(file);
    fs::remove_file(&path).expect("removed");
}

#[test]
fn wrong_calls_are_met_with_one_sentence() {
    for (call, place) in [
        (&["score"][..], "FILE"),
        (&["score", "no-such-file.json"], "no-such-file.json"),
        (&["score", "criteria"], "criteria"),
        (&["check", "no-such-folder"], "no-such-folder"),
        (&["new", "--pack", "no-such-pack"], "no-such-pack"),
        (&["eligibility", "assets/samples/manufacturing.zh.json", "--on", "2015-02-29"], "2015-02-29"),
        (&["eligibility", "assets/samples/manufacturing.zh.json", "--edition", "1999"], "session-3"),
        (&["export", "assets/samples/manufacturing.zh.json", "--to", "pdf", "-o", "x"], "pdf"),
        (&["export", "assets/samples/manufacturing.zh.json", "--to", "docx"], "--output"),
        (&["schema", "screen"], "screen"),
        (&["score", "assets/samples/manufacturing.zh.json", "--language", "fr"], "fr"),
        (&["sing"], "sing"),
        (&[], "subcommand"),
    ] {
        let told = refusal(call);
        assert!(told.contains(place), "{call:?}: {told}");
    }
}

#[test]
fn awkward_texts_are_kept_and_exported() {
    let folder = folder("awkward");
    let texts = ["\u{0}\u{7}\u{1b}[31m", "👩‍🏭🇨🇳", "\u{202e}مرحبا\u{200f}", "=1+1", &"质".repeat(100_000)];
    for (at, text) in texts.iter().enumerate() {
        let members = [("/organisation/environment", json!(text)), ("/organisation/name", json!(text))];
        let file = put(&folder, &format!("{at}.json"), blank_with("demo-mini", &members));
        let (docx, copy) = (
            folder.join(format!("{at}.docx")).display().to_string(),
            folder.join(format!("{at}.copy")).display().to_string(),
        );
        answer(&["export", &file, "--to", "docx", "-o", &docx]);
        answer(&["export", &file, "--to", "json", "-o", &copy]);
        let kept: Value = serde_json::from_slice(&fs::read(&copy).expect("the copy")).expect("JSON");
        assert_eq!(kept["organisation"]["environment"], json!(text));
        assert_eq!(fs::read(&docx).expect("the document")[..2], *b"PK");
    }
}

#[test]
fn diff_names_every_place_where_two_packs_differ() {
    assert_eq!(json_answer(&["diff", "demo-mini", "criteria/demo-mini"]), json!({ "changes": [] }));
    let folder = folder("diff");
    for entry in fs::read_dir("criteria/demo-mini").expect("the pack") {
        let path = entry.expect("a file").path();
        fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("a copy");
    }
    let text = fs::read_to_string(folder.join("pack.json")).expect("pack.json");
    let changed = text
        .replacen("\"points\": 40", "\"points\": 35", 1)
        .replacen("\"points\": 30", "\"points\": 35", 1);
    let pack = put(&folder, "pack.json", &changed).replace("/pack.json", "");
    let told = json_answer(&["diff", "demo-mini", &pack, "--language", "en"]);
    assert_eq!(
        told["changes"][0],
        json!({
            "place": "points/practice.direction",
            "label": "Points of the item: 1.1 Direction and responsibility",
            "old": "40",
            "new": "35",
            "why": "",
            "source": "demo",
        })
    );
    assert_eq!(told["changes"].as_array().expect("changes").len(), 2);
    let chinese = json_answer(&["diff", "demo-mini", &pack]);
    assert_eq!(chinese["changes"][0]["label"], json!("条款分值：1.1 方向与责任"));
    refusal(&["diff", "demo-mini", "no-such-pack"]);
    refusal(&["diff", "demo-mini"]);
}

#[test]
fn diff_gives_the_reasons_of_a_pack_that_was_adapted() {
    let before = built_in("demo-mini").expect("a built-in pack");
    let points = |item: &str, points| Edit::Points { item: item.into(), points };
    let why = Edit::Reason {
        place: "points/practice.direction".into(),
        why: "公布的分值表".into(),
    };
    let edits = [points("practice.direction", 35), points("practice.improvement", 35), why];
    let draft = edits
        .iter()
        .fold(Draft::of(&before, &Wording::everywhere("修改")), |draft, edit| draft.apply(edit));
    let pack = draft.finish().expect("no faults");
    let file = put(&folder("diff-adapted"), "own.pack.json", write_pack_file(&pack));
    let told = json_answer(&["diff", "demo-mini", &file]);
    let told = told["changes"].as_array().expect("changes");
    let of = |place: &str| told.iter().find(|change| change["place"] == *place).unwrap_or_else(|| panic!("{place}"));
    assert_eq!(of("points/practice.direction")["why"], json!("公布的分值表"));
    assert_eq!(of("points/practice.direction")["source"], json!("adapted-here"));
    assert_eq!(of("points/practice.improvement")["why"], json!(""));
}

#[test]
fn what_the_system_says_of_a_file_is_told_in_our_words() {
    let folder = folder("system-words");
    let sample = "assets/samples/manufacturing.zh.json";
    put(&folder, "file", "");
    let long = "x".repeat(300);
    for name in ["no such folder/out.json", "file/out.json", &long] {
        let out = folder.join(name).display().to_string();
        let told = refusal(&["export", sample, "--to", "json", "-o", &out]);
        // The name of the file stands before it, shortened where it is long.
        let words = told.rsplit_once('（').map_or("", |(_, reason)| reason);
        assert!(!words.is_empty() && !words.contains(|letter: char| letter.is_ascii_alphabetic()), "{told}");
    }
}
