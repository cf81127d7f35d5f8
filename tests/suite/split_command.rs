//! `award-kit split`, run as a program: a report of last time told piece by piece, and the assessment that begins with it.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use serde_json::{Value, json};
use std::fs;

/// An overview, a clause with a heading of the writer's own in it, a section whose words tell where it belongs, and a table.
const REPORT: &str = "\
组织概述
本单位成立于 2003 年。
## 4.1.3 组织治理
董事会下设审计委员会。
### 监督
监事会每季度检查一次。
## 顾客的声音
每年调查顾客需求，细分市场，了解顾客期望和偏好。
## 4.7.4 财务结果
主要指标见下表（单位：万元）。
指标\t2013年\t2014年\t2015年
利润总额\t4930\t5840\t6850
";

#[test]
fn a_report_is_told_piece_by_piece_and_what_is_certain_begins_an_assessment() {
    let folder = folder("split");
    let report = put(&folder, "report.txt", REPORT);
    let out = folder.join("out.json").display().to_string();
    let told = json_answer(&["split", &report, "-o", &out]);
    let pieces: Vec<Value> = told["pieces"]
        .as_array()
        .expect("pieces")
        .iter()
        .map(|piece| json!([piece["place"], piece["number"], piece["certain"], piece["taken"], piece["text"]]))
        .collect();
    let governance = "董事会下设审计委员会。\n监督\n监事会每季度检查一次。";
    let finance = "主要指标见下表（单位：万元）。\n指标\t2013年\t2014年\t2015年\n利润总额\t4930\t5840\t6850";
    let customers = "顾客的声音\n每年调查顾客需求，细分市场，了解顾客期望和偏好。";
    let expected = [
        json!(["overview", "", true, true, "本单位成立于 2003 年。"]),
        json!(["leadership.governance", "4.1.3", true, true, governance]),
        json!(["customers.knowledge", "4.3.2", false, false, customers]),
        json!(["results.finance", "4.7.4", true, true, finance]),
    ];
    assert_eq!(pieces, expected);
    assert_eq!(told["figures"]["taken"].as_array().map(Vec::len), Some(3), "{}", told["figures"]);
    let read = |path: &str| -> Value { serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON") };
    let file = read(&out);
    let answer_of = |file: &Value, item: &str, factor: &str| file["items"][item]["answers"][""][factor].clone();
    assert_eq!(answer_of(&file, "leadership.governance", "approach"), governance);
    assert_eq!(answer_of(&file, "customers.knowledge", "approach"), Value::Null);
    assert_eq!(file["organisation"]["environment"], "本单位成立于 2003 年。");
    // With what is only likely as well.
    json_answer(&["split", &report, "-o", &out, "--likely"]);
    assert_eq!(answer_of(&read(&out), "customers.knowledge", "approach"), customers);
    assert!(answer(&["score", &out]).contains("\"points\""));
}

#[test]
fn figures_without_a_unit_are_asked_for_and_answered_in_the_call() {
    let folder = folder("split-units");
    let report = put(&folder, "report.txt", REPORT.replace("（单位：万元）", ""));
    let out = folder.join("out.json").display().to_string();
    let told = json_answer(&["split", &report, "-o", &out]);
    assert_eq!(told["figures"]["taken"], json!([]), "{}", told["figures"]);
    assert_eq!(told["figures"]["units"].as_array().map(Vec::len), Some(1), "{}", told["figures"]);
    let told = json_answer(&["split", &report, "-o", &out, "--unit", "千元"]);
    let taken: Vec<&Value> = told["figures"]["taken"].as_array().into_iter().flatten().map(|step| &step["value"]).collect();
    assert_eq!(taken, [&json!("493"), &json!("584"), &json!("685")], "{}", told["figures"]);
    let file = fs::read_to_string(&out).expect("a file");
    assert!(file.contains("584") && !file.contains("5840,"), "{file}");
    let sentence = refusal(&["split", &report, "-o", &out, "--unit", "斤两"]);
    assert!(sentence.contains("斤两"), "{sentence}");
}

#[test]
fn what_is_no_report_is_refused_and_nothing_is_written() {
    let folder = folder("split-refused");
    let out = folder.join("out.json").display().to_string();
    let empty = put(&folder, "empty.txt", " \n");
    let sentence = refusal(&["split", &empty, "-o", &out]);
    assert!(sentence.contains("empty.txt") && sentence.contains("没有文字"), "{sentence}");
    assert!(!fs::exists(&out).expect("the folder"));
}
