//! `award-kit interview`, and the check of an interview's files, run as a program.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_award-kit"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

fn answer(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interview").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A file with some answers about governance, judged on 2016-12-02.
fn answered(folder: &Path) -> String {
    let blank = run(&["new"]);
    let mut file: Value = serde_json::from_slice(&blank.stdout).expect("JSON");
    file["eligibility"]["application_date"] = json!("2016-12-02");
    let item = &mut file["items"]["leadership.governance"];
    item["percent"] = json!(70);
    item["bands"] = json!({ "approach": "50-65" });
    item["interview"] = json!({
        "method": "written", "since": 2011, "owner": ["董事会办公室", "审计部"], "matters": ["powers", "audit", "interests", "evaluation"],
        "places": ["board", "supervisors", "managers", "units"], "practice": "most", "reviewed": "2016-03-10", "facts": ["indicators"],
    });
    let path = folder.join("answered.json");
    fs::write(&path, file.to_string()).expect("a file");
    path.display().to_string()
}

#[test]
fn answers_bands_with_reasons_range_and_paragraphs_are_told() {
    let file = answered(&folder("told"));
    let told = answer(&["interview", &file, "--item", "leadership.governance"]);
    assert_eq!(told["on"], "2016-12-02");
    let item = &told["items"][0];
    assert_eq!((&item["id"], &item["number"]), (&json!("leadership.governance"), &json!("4.1.3")));
    assert_eq!(item["questions"].as_array().map(Vec::len), Some(10));
    assert_eq!(
        item["questions"][1],
        json!({ "id": "since", "question": "组织治理现行的做法从哪一年开始执行？", "given": "person", "answer": 2011, "text": "2011 年" })
    );
    assert_eq!(item["questions"][2]["text"], "董事会办公室、审计部");
    assert_eq!(
        (&item["questions"][9]["given"], &item["questions"][9]["answer"], &item["questions"][9]["text"]),
        (&json!("open"), &json!(null), &json!(null))
    );
    let factor = |at: usize| &item["factors"][at];
    assert_eq!(
        (&factor(0)["low"], &factor(0)["high"], &factor(0)["band"], &factor(0)["next"]),
        (&json!("50-65"), &json!("50-65"), &json!("50-65"), &json!("70-85"))
    );
    assert_eq!(factor(0)["text"], "方法：50～65 档");
    assert_eq!(
        factor(0)["reason"],
        "依据：成文做法：全部成文并在执行；开始执行的年份：2011 年；负责部门：董事会办公室、审计部；规定的事项：决策、执行和监督的分工、审计的独立性、出资人和其他相关方权益的保护、高层领导和治理机构成员的绩效评价。到 70～85 档还需：规定的事项不少于 6 项（共 6 项）。"
    );
    // What is left of learning is one answer, and the next band asks for more facts.
    assert_eq!(
        (&factor(2)["low"], &factor(2)["high"], &factor(2)["open"]),
        (&json!("10-25"), &json!("30-45"), &json!(["changed"]))
    );
    assert_eq!(factor(3)["open"], json!(["serves"]));
    assert_eq!(
        factor(0)["paragraph"],
        "组织治理的做法已全部成文并在执行。现行做法自 2011 年起执行。由董事会办公室、审计部负责。规定的事项有：决策、执行和监督的分工、审计的独立性、出资人和其他相关方权益的保护、高层领导和治理机构成员的绩效评价。步骤、频次和依据是："
    );
    assert_eq!(factor(3)["paragraph"], "");
    assert_eq!((&item["percent"], &item["beside"]), (&json!(70), &json!("above")));
    let difference = item["difference"].as_str().expect("a sentence");
    assert!(
        difference.starts_with("自评得分率 70% 比此范围高 ") && difference.ends_with(" 个百分点。"),
        "{difference}"
    );
}

#[test]
fn sentences_come_in_the_language_asked_for_and_all_items_without_one() {
    let file = answered(&folder("language"));
    let told = answer(&["interview", &file, "--language", "en"]);
    assert_eq!(told["items"].as_array().map(Vec::len), Some(23));
    let item = &told["items"][1];
    assert_eq!(item["factors"][1]["text"], "Deployment: band 50–65");
    assert_eq!(
        item["factors"][1]["paragraph"],
        "It is in use for: the governing body, the supervisory body, senior leaders, all units. There it is mostly followed, unevenly in a few units. How far each has got, what is not covered yet, and the figures are:"
    );
    let blank = &told["items"][0];
    assert_eq!((&blank["range"], &blank["beside"]), (&json!(null), &json!(null)));
    assert_eq!(blank["difference"], "Nothing is answered yet, so there is no band.");
    let unknown = run(&["interview", &file, "--item", "leadership.nobody"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn check_reads_the_interview_beside_a_pack() {
    let sound = run(&["check", "criteria/gbt-19580-2012"]);
    assert_eq!(
        (sound.status.code(), sound.stdout.len()),
        (Some(0), 0),
        "{}",
        String::from_utf8_lossy(&sound.stdout)
    );
    let copy = folder("check").join("gbt-19580-2012");
    fs::create_dir_all(&copy).expect("a folder");
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/gbt-19580-2012")).expect("the pack") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), copy.join(entry.file_name())).expect("a copy");
    }
    let file = copy.join("interview.json");
    let mut interview: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the interview")).expect("JSON");
    interview["items"][0]["item"] = json!("leadership.nobody");
    fs::write(&file, interview.to_string()).expect("a file");
    fs::remove_file(copy.join("interview.en.json")).expect("gone");
    let broken = run(&["check", &copy.display().to_string(), "--language", "en"]);
    let told = String::from_utf8_lossy(&broken.stdout);
    assert_eq!(broken.status.code(), Some(1));
    assert!(told.contains("file_missing: interview.en.json"), "{told}");
    assert!(told.contains("text_missing") && told.contains("interview.zh.json"), "{told}");
    // A pack that only lacks its interview has none of its own.
    fs::remove_file(&file).expect("gone");
    assert_eq!(run(&["check", &copy.display().to_string()]).status.code(), Some(0));
}
