//! Ways of breaking the interview, each by one change, and what the check says of it.

use super::interview;
use crate::samples::{DEMO, NATIONAL};
use award_kit::criteria::FaultCode::{self, *};
use award_kit::criteria::{Fault, Interview, InterviewFiles};
use serde_json::{Value, json};

const FILE: &str = "interview.json";
const ZH: &str = "interview.zh.json";
const EN: &str = "interview.en.json";

fn read(file: &str) -> Value {
    let path = format!("{}/criteria/gbt-19580-2012/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file of the interview")).expect("JSON")
}

/// The faults of the interview with one value put in the place of another; null takes a member away.
fn broken(file: &str, pointer: &str, value: Value) -> Result<Interview, Vec<Fault>> {
    let mut files = [FILE, ZH, EN].map(|name| (name, read(name)));
    let (_, changed) = files.iter_mut().find(|(name, _)| *name == file).expect("a file");
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    match changed.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Object(members) if value.is_null() => drop(members.remove(name)),
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        Value::Array(list) if name == "-" => list.push(value),
        Value::Array(list) => list[name.parse::<usize>().expect("a position")] = value,
        other => panic!("{other}"),
    }
    let [structure, zh, en] = files.map(|(_, content)| content.to_string());
    Interview::load(&InterviewFiles {
        structure: &structure,
        texts: &[("zh", zh.as_str()), ("en", en.as_str())],
    })
}

#[test]
fn one_change_gives_one_fault_with_its_place() {
    let when = "/rules/0/factors/0/bands/0/when";
    let rule = |value: Value| (FILE, "/rules/0/factors/0/bands/0/when/0", value);
    let at_least = |question: &str, option: &str| json!({ "kind": "at_least", "question": question, "option": option });
    let cases: Vec<((&str, &str, Value), FaultCode, &str)> = vec![
        ((FILE, "/format", json!("award-kit.pack")), UnknownFormat, "/format"),
        ((FILE, "/version", json!("2.0")), UnknownFormat, "/version"),
        ((FILE, "/questions/0/kind", json!("text")), WrongKind, "/questions/0/kind"),
        ((FILE, "/questions/0/more", json!(1)), UnknownField, "/questions/0/more"),
        (
            (FILE, "/questions/0/options", json!(["None", "habit", "partly", "written"])),
            MalformedId,
            "/questions/0/options/0",
        ),
        ((FILE, "/questions/1/options", json!(["a"])), UnusableRule, "/questions/1/options"),
        ((FILE, "/questions/12/most", json!(0)), UnusableRule, "/questions/12/most"),
        ((FILE, "/questions/12/figures", json!("covered")), UnusableRule, "/questions/12/figures"),
        ((FILE, "/questions/12/figures", json!("weather")), WrongKind, "/questions/12/figures"),
        (
            rule(json!({ "kind": "at_most", "question": "method", "option": "written" })),
            WrongKind,
            "/rules/0/factors/0/bands/0/when/0/kind",
        ),
        (rule(at_least("way", "written")), UnknownId, "/rules/0/factors/0/bands/0/when/0/question"),
        (rule(at_least("method", "best")), UnknownId, "/rules/0/factors/0/bands/0/when/0/option"),
        // Every answer is at least the worst one.
        (rule(at_least("method", "none")), UnusableRule, "/rules/0/factors/0/bands/0/when/0/option"),
        // A choice is no list.
        (
            rule(json!({ "kind": "count", "question": "method", "least": 1 })),
            UnusableRule,
            "/rules/0/factors/0/bands/0/when/0/question",
        ),
        (
            rule(json!({ "kind": "share", "question": "matters", "percent": 101 })),
            UnusableRule,
            "/rules/0/factors/0/bands/0/when/0/percent",
        ),
        (
            rule(json!({ "kind": "within", "question": "since", "months": 12 })),
            UnusableRule,
            "/rules/0/factors/0/bands/0/when/0/question",
        ),
        (rule(json!({ "kind": "any", "of": [] })), UnusableRule, "/rules/0/factors/0/bands/0/when/0/of"),
        // A rule that asks for nothing hides those behind it; one that asks for something leaves a path without a band.
        ((FILE, when, json!([])), UnusableRule, when),
        (
            (
                FILE,
                "/rules/0/factors/0/bands/5/when",
                json!([{ "kind": "count", "question": "owner", "least": 1 }]),
            ),
            UnusableRule,
            "/rules/0/factors/0/bands/5/when",
        ),
        (
            (FILE, "/rules/0/factors/0/bands/1/band", json!("90-100")),
            DuplicateId,
            "/rules/0/factors/0/bands/1",
        ),
        ((FILE, "/rules/0/factors/0/told/0", json!("way")), UnknownId, "/rules/0/factors/0/told/0"),
        ((FILE, "/items/0/item", json!("leadership")), MalformedId, "/items/0/item"),
        ((FILE, "/items/1/item", json!("leadership.senior-leaders")), DuplicateId, "/items/1"),
        ((FILE, "/items/0/rules", json!("prose")), UnknownId, "/items/0/rules"),
        // Asked for nothing, and asked for but not asked.
        ((FILE, "/items/0/questions/-", json!("years")), UnusableRule, "/items/0/questions/10"),
        ((FILE, "/items/0/questions/9", json!("method")), DuplicateId, "/items/0/questions/9"),
        ((FILE, "/items/0/options/practice", json!(["a"])), UnusableRule, "/items/0/options/practice"),
        ((FILE, "/items/0/options/years", json!(["a"])), UnknownId, "/items/0/options/years"),
        ((FILE, "/items/0/options/matters", json!([])), UnusableRule, "/items/0/options/matters"),
        ((FILE, "/items/0/worded/-", json!("years")), UnknownId, "/items/0/worded/3"),
        ((ZH, "/question.method", Value::Null), TextMissing, ""),
        ((EN, "/told.since.none", json!(" ")), TextMissing, ""),
        ((EN, "/question.method.best", json!("The best")), TextUnknown, "/question.method.best"),
        ((ZH, "/question.method.name", json!("成文<b>做法</b>")), TextNotPlain, "/question.method.name"),
        ((ZH, "/question.method", json!("{thing}有没有成文的做法？")), TextNotPlain, "/question.method"),
        ((EN, "/question.method.name", json!(5)), WrongKind, "/question.method.name"),
    ];
    for ((file, pointer, value), code, wanted) in cases {
        let faults = broken(file, pointer, value.clone()).expect_err(&format!("{pointer} = {value} is found"));
        let found: Vec<(FaultCode, &str, &str)> = faults.iter().map(|fault| (fault.code, fault.file.as_str(), fault.pointer.as_str())).collect();
        assert!(found.contains(&(code, file, wanted)), "{pointer} = {value}: {found:?}");
    }
}

#[test]
fn all_faults_are_collected_in_the_order_of_the_files() {
    let mut structure = read(FILE);
    structure["questions"][0]["id"] = json!("Method");
    structure["items"][3]["rules"] = json!("prose");
    let mut zh = read(ZH);
    zh["question.since"] = json!("");
    let (structure, zh) = (structure.to_string(), zh.to_string());
    let files = InterviewFiles {
        structure: &structure,
        texts: &[("zh", zh.as_str()), ("en", "{")],
    };
    let faults = Interview::load(&files).expect_err("faults");
    let codes: Vec<FaultCode> = faults.iter().map(|fault| fault.code).collect();
    for code in [MalformedId, UnknownId, TextMissing, NotJson] {
        assert!(codes.contains(&code), "{code:?}: {faults:#?}");
    }
    let missing = InterviewFiles {
        structure: "{}",
        texts: &[("zh", "{}")],
    };
    let faults = Interview::load(&missing).expect_err("faults");
    assert!(faults.iter().any(|fault| fault.code == FileMissing && fault.file == EN), "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.code == WrongKind && fault.file == FILE), "{faults:#?}");
}

#[test]
fn an_interview_is_held_to_the_pack_it_lies_beside() {
    assert_eq!(interview().faults_against(&NATIONAL), []);
    let faults = interview().faults_against(&DEMO);
    assert_eq!(faults.len(), 23);
    assert!(faults.iter().all(|fault| fault.code == UnknownId && fault.file == FILE));
    let wrong = broken(FILE, "/items/0/rules", json!("results"));
    // Rules for other questions than those asked are found before that.
    assert!(wrong.is_err());
    let upwards = broken(FILE, "/rules/0/factors/3/bands/1/band", json!("10-25"));
    let upwards = upwards.map(|interview| interview.faults_against(&NATIONAL)).unwrap_or_else(|faults| faults);
    assert!(!upwards.is_empty(), "the same band twice");
    let mut order = read(FILE);
    let bands = order.pointer_mut("/rules/0/factors/3/bands").expect("bands");
    bands[1]["band"] = json!("50-65");
    bands[2]["band"] = json!("70-85");
    let (zh, en) = (read(ZH).to_string(), read(EN).to_string());
    let turned = Interview::load(&InterviewFiles {
        structure: &order.to_string(),
        texts: &[("zh", zh.as_str()), ("en", en.as_str())],
    });
    let faults = turned.expect("sound by itself").faults_against(&NATIONAL);
    let found: Vec<(FaultCode, &str)> = faults.iter().map(|fault| (fault.code, fault.pointer.as_str())).collect();
    assert_eq!(found, [(UnusableRule, "/rules/0/factors/3/bands/2/band")]);
}
