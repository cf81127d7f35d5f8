//! `award-kit hand-out`, `merge` and `compare`, run as a program.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use serde_json::{Value, json};
use std::fs;

const SAMPLE: &str = "assets/samples/manufacturing.zh.json";

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

#[test]
fn a_part_goes_out_comes_back_and_is_merged_against_what_it_began_with() {
    let folder = folder("merge-part");
    let part = folder.join("part.json").display().to_string();
    answer(&[
        "hand-out",
        SAMPLE,
        "--department",
        "销售部",
        "--items",
        "customers.knowledge,results.customers",
        "-o",
        &part,
    ]);
    let mut value = read(&part);
    assert_eq!(value["handed_out"]["items"], json!(["customers.knowledge", "results.customers"]));
    assert_eq!(json_answer(&["score", &part])["unrated"], json!(21));
    value["items"]["customers.knowledge"]["strengths"] = json!("部门改写");
    value["items"]["results.customers"]["percent"] = json!(5);
    let part = put(&folder, "part.json", value.to_string());
    let mut whole = read(SAMPLE);
    whole["items"]["results.customers"]["percent"] = json!(10);
    let whole = put(&folder, "whole.json", whole.to_string());
    let out = folder.join("out.json").display().to_string();
    let told = json_answer(&["merge", &whole, &part, "-o", &out]);
    assert_eq!(told["base"], json!("part"));
    assert_eq!(told["taken"], json!(["/items/customers.knowledge/strengths"]));
    let conflict = &told["conflicts"][0];
    assert_eq!(
        (&conflict["item"], &conflict["ours"], &conflict["theirs"]),
        (&json!("results.customers"), &json!(10), &json!(5))
    );
    assert_eq!(
        (conflict["kept"].as_str(), told["conflicts"].as_array().map(Vec::len)),
        (Some("set_aside"), Some(1))
    );
    let merged = read(&out);
    assert_eq!(merged["items"]["customers.knowledge"]["strengths"], json!("部门改写"));
    assert_eq!(merged["items"]["results.customers"]["percent"], json!(10));
    assert_eq!(
        merged["set_aside"]["/items/results.customers/percent"],
        json!([{ "from": "销售部", "value": 5 }])
    );
    assert!(merged.get("handed_out").is_none());
    assert_eq!(answer(&["score", &out]), answer(&["score", &whole]));
}

#[test]
fn two_states_are_merged_with_and_without_their_base() {
    let folder = folder("merge-states");
    let (mut ours, mut theirs) = (read(SAMPLE), read(SAMPLE));
    ours["items"]["leadership.governance"]["remark"] = json!("我方");
    theirs["items"]["leadership.governance"]["remark"] = json!("对方");
    theirs["items"]["results.finance"]["opportunities"] = json!("对方机会");
    let ours = put(&folder, "ours.json", ours.to_string());
    let theirs = put(&folder, "theirs.json", theirs.to_string());
    let out = folder.join("out.json").display().to_string();
    let told = json_answer(&["merge", &ours, &theirs, "--base", SAMPLE, "-o", &out]);
    assert_eq!(
        (told["conflicts"].as_array().map(Vec::len), told["taken"].as_array().map(Vec::len)),
        (Some(1), Some(1))
    );
    let joined = read(&out)["items"]["leadership.governance"]["remark"].clone();
    assert_eq!(joined, json!("【1/2 ours】\n我方\n\n【2/2 theirs】\n对方"));
    let without = json_answer(&["merge", &ours, &theirs, "-o", &out]);
    assert_eq!((&without["base"], without["conflicts"].as_array().map(Vec::len)), (&Value::Null, Some(2)));
}

#[test]
fn compare_tells_gains_losses_and_what_changed_since() {
    let folder = folder("compare");
    let mut later = read(SAMPLE);
    let item = &mut later["items"]["leadership.governance"];
    let before = item["percent"].as_i64().expect("a rating");
    item["percent"] = json!(before + 10);
    item["strengths"] = json!("今年的优势");
    let indicator = later["indicators"]
        .as_object()
        .and_then(|all| all.keys().next().cloned())
        .expect("an indicator");
    later["indicators"][&indicator]["values"]["2015"] = json!(1.5);
    let path = put(&folder, "later.json", later.to_string());
    let told = json_answer(&["compare", SAMPLE, &path]);
    let points = json_answer(&["score", &path])["items"][1]["max"].as_f64().expect("points");
    assert_eq!(told["total"]["gained"].as_f64(), Some(points / 10.0));
    assert_eq!(told["items"][1]["percent"], json!({ "before": before, "after": before + 10 }));
    assert_eq!(told["items"][1]["texts"][0]["place"], json!("strengths"));
    assert_eq!(told["figures"][0]["id"], json!(indicator));
    assert_eq!(told["figures"][0]["values"][0]["after"], json!(1.5));
    assert_eq!(told["carried"], json!(false));
    let back = json_answer(&["compare", &path, SAMPLE]);
    assert_eq!(back["total"]["gained"].as_f64(), Some(-points / 10.0));
    assert!(told["next"].as_array().is_some_and(|next| next.len() > 10 && next[0]["gain"].is_number()));
}

#[test]
fn compare_writes_a_document_where_it_is_told_to() {
    let folder = folder("compare-document");
    let mut later = read(SAMPLE);
    later["items"]["leadership.governance"]["strengths"] = json!("今年的优势");
    let path = put(&folder, "later.json", later.to_string());
    let out = |name: &str| folder.join(name).display().to_string();
    assert_eq!(answer(&["compare", SAMPLE, &path, "-o", &out("told.md")]), "");
    let told = fs::read_to_string(out("told.md")).expect("the document");
    assert!(told.contains("今年的优势") && told.contains("manufacturing.zh.json"));
    assert_eq!(answer(&["compare", SAMPLE, &path, "-o", &out("told.docx")]), "");
    assert!(fs::read(out("told.docx")).expect("the document").starts_with(b"PK"));
    assert!(!refusal(&["compare", SAMPLE, &path, "-o", &path]).is_empty());
}

#[test]
fn a_part_says_what_is_wanted_of_it_and_the_notes_of_a_file_are_listed() {
    let folder = folder("wanted");
    let mut file = read(SAMPLE);
    let note = |item: &str, done: bool| json!({ "text": "核对数据", "author": "李工", "day": "2026-11-30", "done": done, "item": item });
    file["notes"] = json!({ "note-a": note("results.customers", false), "note-b": note("customers.knowledge", true) });
    let whole = put(&folder, "whole.json", file.to_string());
    let told = json_answer(&["notes", &whole, "--language", "en"]);
    assert_eq!((&told["open"], &told["done"]), (&json!(1), &json!(1)));
    let first = &told["notes"][0];
    assert_eq!(
        (&first["id"], &first["item"], &first["text"]),
        (&json!("note-a"), &json!("results.customers"), &json!("核对数据"))
    );
    assert!(first["place"].as_str().is_some_and(|place| place.starts_with("4.7")), "{first}");
    let part = folder.join("part.json").display().to_string();
    let asked = ["hand-out", &whole, "--department", "销售部", "--items", "results.customers", "-o", &part];
    let wanted = ["--deadline", "2026-12-10", "--instruction", "补齐近 3 年数据"];
    answer(&[&asked[..], &wanted].concat());
    let value = read(&part);
    assert_eq!(
        (&value["handed_out"]["deadline"], &value["handed_out"]["instruction"]),
        (&json!("2026-12-10"), &json!("补齐近 3 年数据"))
    );
    assert_eq!(value["notes"].as_object().map(serde_json::Map::len), Some(1));
    answer(&asked);
    let bare = read(&part);
    assert_eq!((bare["handed_out"].get("deadline"), bare["handed_out"].get("instruction")), (None, None));
    assert!(refusal(&[&asked[..], &["--deadline", "2026-02-30"]].concat()).contains("2026-02-30"));
}

#[test]
fn a_file_of_other_criteria_is_carried_to_be_compared_and_not_merged() {
    let folder = folder("compare-packs");
    let other = put(&folder, "other.json", answer(&["new", "--pack", "beijing-session-3"]));
    let told = json_answer(&["compare", SAMPLE, &other]);
    assert_eq!(told["carried"], json!(true));
    assert!(told["total"]["gained"].as_f64().is_some_and(|gained| gained < 0.0));
    let out = folder.join("out.json").display().to_string();
    assert!(refusal(&["merge", SAMPLE, &other, "-o", &out]).contains("beijing-session-3"));
    assert!(refusal(&["hand-out", SAMPLE, "--department", "a", "--items", "x.y", "-o", &out]).contains("x.y"));
}

#[test]
fn a_part_is_known_as_one_whatever_is_named_as_the_base_and_goes_along_to_other_criteria() {
    let folder = folder("merge-carried");
    let path = |name: &str| folder.join(name).display().to_string();
    let (part, out) = (path("part.json"), path("out.json"));
    answer(&["hand-out", SAMPLE, "--department", "销售部", "--items", "customers.knowledge", "-o", &part]);
    let mut value = read(&part);
    value["items"]["customers.knowledge"]["strengths"] = json!("部门改写");
    let part = put(&folder, "part.json", value.to_string());
    let answered = |file: &str| {
        read(file)["items"]
            .as_object()
            .expect("items")
            .values()
            .filter(|item| !item["strengths"].as_str().unwrap_or_default().is_empty())
            .count()
    };
    for (ours, theirs) in [(SAMPLE, part.as_str()), (&part, SAMPLE)] {
        let told = json_answer(&["merge", ours, theirs, "--base", SAMPLE, "-o", &out]);
        assert_eq!(
            (&told["base"], &told["conflicts"], &told["unfollowed"]),
            (&json!("part"), &json!([]), &json!([]))
        );
        assert_eq!(answered(&out), answered(SAMPLE));
        assert_eq!(read(&out)["items"]["customers.knowledge"]["strengths"], json!("部门改写"));
        assert!(read(&out).get("handed_out").is_none());
    }
    // The whole went over to other criteria since.
    let whole = path("carried.json");
    answer(&["carry", SAMPLE, "--pack", "gbt-19580-2012", "-o", &whole]);
    let told = json_answer(&["merge", &whole, &part, "-o", &out]);
    assert_eq!((&told["base"], &told["conflicts"]), (&json!("part"), &json!([])));
    let result = read(&out);
    assert_eq!(result["pack"]["id"], json!("gbt-19580-2012"));
    let items = result["items"].as_object().expect("items");
    assert!(items.values().any(|item| item["strengths"] == json!("部门改写")));
}

#[test]
fn a_part_of_before_the_whole_was_carried_may_come_first() {
    let folder = folder("merge-part-first");
    let place = |name: &str| folder.join(name).display().to_string();
    let (part, whole) = (place("part.json"), place("whole.json"));
    answer(&["hand-out", SAMPLE, "--department", "销售部", "--items", "customers.knowledge", "-o", &part]);
    let mut value = read(&part);
    value["items"]["customers.knowledge"]["strengths"] = json!("部门改写");
    let part = put(&folder, "part.json", value.to_string());
    answer(&["carry", SAMPLE, "--pack", "beijing-session-3", "-o", &whole]);
    let (first, second) = (place("first.json"), place("second.json"));
    answer(&["merge", &part, &whole, "-o", &first]);
    answer(&["merge", &whole, &part, "-o", &second]);
    for merged in [&first, &second] {
        let merged = read(merged);
        assert_eq!(merged["pack"]["id"], json!("beijing-session-3"));
        assert!(merged.to_string().contains("部门改写"));
        assert!(merged.get("handed_out").is_none());
    }
    assert_eq!(answer(&["score", &first]), answer(&["score", &second]));
}

#[test]
fn a_bundle_with_a_document_that_differs_says_so_in_a_line() {
    let folder = folder("bundle-differs");
    let zip = folder.join("all.zip").display().to_string();
    answer(&["export", SAMPLE, "--to", "zip", "-o", &zip]);
    let bytes = fs::read(&zip).expect("a file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let entry = archive.by_index(at).expect("an entry");
        if !entry.name().ends_with(".docx") {
            writer.raw_copy_file(entry).expect("copied");
        }
    }
    let changed = put(&folder, "changed.zip", writer.finish().expect("a zip").into_inner());
    let run = crate::command_line::kit(&["score", &changed, "--language", "en"]);
    let told = String::from_utf8(run.stderr).expect("text");
    assert!(run.status.success());
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains(".docx") && told.contains("whole and unaffected"), "{told}");
    assert_eq!(String::from_utf8(run.stdout).expect("text"), answer(&["score", SAMPLE]));
}
