//! `award-kit template` and `award-kit import`, run as a program: figures out to a workbook and back, told as JSON.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use crate::import_files::{blank, figures, read_into};
use crate::samples::BEIJING;
use award_kit::archive::open_bytes;
use award_kit::assessment::Assessment;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn assessment(path: &str) -> Assessment {
    let opened = open_bytes(&fs::read(path).expect(path)).expect("an assessment");
    opened.with_pack(&BEIJING).expect("it fits").assessment
}

fn at(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn template_of_an_assessment_is_taken_back_into_a_blank_one() {
    let folder = folder("import-template");
    let sample = "assets/samples/manufacturing.en.json";
    let workbook = at(&folder, "template.xlsx");
    assert_eq!(answer(&["template", sample, "-o", &workbook, "--language", "en"]), "");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let out = at(&folder, "out.json");
    let told = json_answer(&["import", &empty, &workbook, "-o", &out]);
    for list in ["conflicts", "unknown", "refused"] {
        assert_eq!(told[list], json!([]), "{list}");
    }
    assert_eq!(figures(&assessment(&out)), figures(&assessment(sample)));
    let sheets = told["sheets"].as_array().expect("sheets");
    assert_eq!((&sheets[0]["name"], &sheets[1]["name"]), (&json!("Indicators"), &json!("Inputs")));
}

#[test]
fn template_without_an_assessment_takes_its_pack_kind_and_years_from_the_call() {
    let folder = folder("import-blank-template");
    let [one, other] = ["one.xlsx", "other.xlsx"].map(|name| at(&folder, name));
    for path in [&one, &other] {
        answer(&["template", "-o", path, "--kind", "service", "--years", "2014-2018", "--pack", "gbt-19580-2012"]);
    }
    let bytes = fs::read(&one).expect("the workbook");
    assert_eq!(bytes, fs::read(&other).expect("the workbook"));
    assert_eq!(read_into(&blank(), &bytes).changes(true), 0);
    let sentence = refusal(&["template", "-o", &one, "--years", "2014-2040"]);
    assert!(sentence.contains("2014-2016"), "{sentence}");
}

#[test]
fn what_was_taken_and_what_was_not_is_told_with_its_cell() {
    let folder = folder("import-table");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let table = put(&folder, "table.csv", "指标;单位;2014;2015\n顾客满意度;分;88,5;91.3\n厂区绿化率;%;30;31\n");
    let out = at(&folder, "out.json");
    let told = json_answer(&["import", &empty, &table, "-o", &out, "--language", "en"]);
    let step = json!({
        "sheet": "", "cell": "D2", "id": "customer-satisfaction", "what": "value:2015",
        "given": "91.3", "unit": "分", "converted": false, "value": "91.3", "present": null,
    });
    assert_eq!(told["taken"], json!([step]));
    assert_eq!(told["refused"][0]["cell"], "C2");
    assert_eq!(
        (&told["refused"][0]["given"], &told["refused"][0]["reason"]),
        (&json!("88,5"), &json!("ambiguous_comma"))
    );
    assert_eq!((&told["unknown"][0]["row"], &told["unknown"][0]["name"]), (&json!(3), &json!("厂区绿化率")));
    // Again into the result, with another value: kept, unless it is to be replaced.
    let other = put(&folder, "other.csv", "指标,2015\n顾客满意度,92\n");
    let [kept, replaced] = ["kept.json", "replaced.json"].map(|name| at(&folder, name));
    let told = json_answer(&["import", &out, &other, "-o", &kept]);
    assert_eq!((&told["conflicts"][0]["present"], &told["replaced"]), (&json!("91.3"), &json!(false)));
    assert_eq!(fs::read(&kept).expect("a file"), fs::read(&out).expect("a file"));
    json_answer(&["import", &out, &other, "-o", &replaced, "--replace"]);
    let read: Value = serde_json::from_slice(&fs::read(&replaced).expect("a file")).expect("JSON");
    assert_eq!(read["indicators"]["customer-satisfaction"]["values"], json!({ "2015": 92 }));
}

#[test]
fn one_sheet_can_be_asked_for_and_one_that_is_not_there_is_named() {
    let folder = folder("import-sheet");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let (table, out) = ("tests/cases/libreoffice-tables/company.xlsx", at(&folder, "out.json"));
    let told = json_answer(&["import", &empty, table, "-o", &out, "--sheet", "按年"]);
    let cells = told["taken"].as_array().expect("a list").len();
    assert_eq!((told["sheets"].as_array().map(Vec::len), cells), (Some(1), 5));
    assert_eq!(told["refused"][0]["reason"], json!("no_unit"), "0.0012 without a sign or unit");
    let sentence = refusal(&["import", &empty, table, "-o", &out, "--sheet", "底稿"]);
    assert!(sentence.contains("经营指标"), "{sentence}");
}

#[test]
fn table_without_figures_and_files_that_are_none_change_nothing() {
    let folder = folder("import-refused");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let out = at(&folder, "out.json");
    let prose = put(&folder, "prose.csv", "这里没有指标\n也没有数据\n");
    let broken = put(&folder, "broken.xlsx", b"PK\x03\x04 and nothing more");
    for table in [prose, broken, at(&folder, "missing.xlsx"), folder.display().to_string()] {
        refusal(&["import", &empty, &table, "-o", &out]);
        assert!(!Path::new(&out).exists(), "{table}");
    }
    let table = "tests/cases/libreoffice-tables/company.xlsx";
    refusal(&["import", &empty, table, "-o", &empty]);
}

#[test]
fn questions_are_told_with_their_cells_and_answered_in_the_call() {
    let folder = folder("import-asked");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let out = at(&folder, "out.json");
    let table = put(&folder, "table.csv", "顺义分公司主要指标\n指标,2014\n主营业务收入,4.83\n顾客满意度,91\n");
    let told = json_answer(&["import", &empty, &table, "-o", &out]);
    assert_eq!(told["parts"], json!([{ "sheet": "", "title": "顺义分公司主要指标", "whole": false }]));
    assert_eq!((&told["taken"], &told["unknown"][0]["reason"]), (&json!([]), &json!("part_row")));
    let told = json_answer(&["import", &empty, &table, "-o", &out, "--whole", "--language", "zh"]);
    let choices = ["元", "千元", "万元", "百万元", "亿元"];
    let asked = json!({ "sheet": "", "cells": ["B3"], "kept_in": "万元", "choices": choices, "answer": null });
    assert_eq!((&told["units"], &told["parts"][0]["whole"]), (&json!([asked]), &json!(true)));
    let refused = &told["refused"][0];
    assert_eq!((&refused["reason"], &refused["id"]), (&json!("no_unit"), &json!("main-revenue")));
    let told = json_answer(&["import", &empty, &table, "-o", &out, "--whole", "--unit", "亿元"]);
    assert_eq!((&told["units"][0]["answer"], &told["refused"]), (&json!("亿元"), &json!([])));
    assert_eq!(
        (&told["taken"][0]["value"], &told["taken"][0]["unit"], &told["taken"][0]["converted"]),
        (&json!("48300"), &json!("亿元"), &json!(true))
    );
    let sentence = refusal(&["import", &empty, &table, "-o", &out, "--unit", "斤两"]);
    assert!(sentence.contains("斤两"), "{sentence}");
}
