//! Every fault of a pack is found, with its file and place, and all of them at once.

use crate::faults_1_1::broken_by_format_1_1;
use crate::pack_files::Files;
use award_kit::criteria::FaultCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One way of breaking demo-mini, and all the faults it must give.
pub struct Broken {
    pub what: &'static str,
    pub files: Files,
    pub faults: Vec<(FaultCode, &'static str, &'static str)>,
}

fn broken_packs() -> Vec<Broken> {
    use FaultCode::*;
    const PACK: &str = "pack.json";
    const SOURCES: &str = "sources.json";
    const ZH: &str = "text.zh.json";
    const EN: &str = "text.en.json";
    let demo = Files::demo;
    let broken = |what, files, faults: &[(FaultCode, &'static str, &'static str)]| Broken {
        what,
        files,
        faults: faults.to_vec(),
    };
    let replaced = |from: &str, to: &str| {
        let mut files = demo();
        assert!(files.structure.contains(from), "{from}");
        files.structure = files.structure.replacen(from, to, 1);
        files
    };
    vec![
        broken("English file missing", Files { english: None, ..demo() }, &[(FileMissing, EN, "")]),
        broken("Chinese file missing", Files { chinese: None, ..demo() }, &[(FileMissing, ZH, "")]),
        broken(
            "no text file at all",
            Files {
                chinese: None,
                english: None,
                ..demo()
            },
            &[(FileMissing, ZH, ""), (FileMissing, EN, "")],
        ),
        broken(
            "structure cut off",
            Files {
                structure: "{\"format\":".into(),
                ..demo()
            },
            &[(NotJson, PACK, "")],
        ),
        broken("sources empty", Files { sources: "".into(), ..demo() }, &[(NotJson, SOURCES, "")]),
        broken(
            "text with a comma too many",
            Files {
                english: Some("{\"pack.name\": \"A\",}".into()),
                ..demo()
            },
            &[(NotJson, EN, "")],
        ),
        broken(
            "step as text",
            demo().set(PACK, "/scoring/step", json!("5")),
            &[(NumberAsText, PACK, "/scoring/step")],
        ),
        broken(
            "negative points",
            demo().set(PACK, "/categories/0/items/1/points", json!(-30)),
            &[(WrongKind, PACK, "/categories/0/items/1/points")],
        ),
        broken(
            "unknown rounding",
            demo().set(PACK, "/scoring/rounding", json!("half_even")),
            &[(WrongKind, PACK, "/scoring/rounding")],
        ),
        broken(
            "unknown measure",
            demo().set(PACK, "/size/0/bounds/0/measure", json!("floors")),
            &[(WrongKind, PACK, "/size/0/bounds/0/measure")],
        ),
        broken(
            "unknown status",
            demo().set(SOURCES, "/figures/step/status", json!("sure")),
            &[(WrongKind, SOURCES, "/figures/step/status")],
        ),
        broken(
            "a place that is no figure",
            demo().set(EN, "/pack.disclaimer", json!("For {years} years")),
            &[(TextPlace, EN, "/pack.disclaimer")],
        ),
        broken(
            "another figure than the rule's",
            demo().set(ZH, "/condition.three-years", json!("登记满 5 年")),
            &[(TextFigure, ZH, "/condition.three-years")],
        ),
        broken(
            "unknown rule",
            demo().set(PACK, "/eligibility/conditions/2/rule/kind", json!("judged")),
            &[(WrongKind, PACK, "/eligibility/conditions/2/rule/kind")],
        ),
        broken(
            "rule as a list",
            demo().set(PACK, "/eligibility/conditions/2/rule", json!(["declared"])),
            &[(WrongKind, PACK, "/eligibility/conditions/2/rule")],
        ),
        broken(
            "scoring as a list",
            demo().set(PACK, "/scoring", json!([100, 5, "exact", []])),
            &[(WrongKind, PACK, "/scoring")],
        ),
        broken(
            "member missing",
            demo().remove(PACK, "/categories/1/points"),
            &[(WrongKind, PACK, "/categories/1")],
        ),
        broken(
            "text that is a number",
            demo().set(EN, "/pack.name", json!(5)),
            &[(WrongKind, EN, "/pack.name")],
        ),
        broken(
            "unknown member",
            demo().set(PACK, "/scoring/weight", json!(1)),
            &[(UnknownField, PACK, "/scoring/weight")],
        ),
        broken(
            "unknown member of an item",
            demo().set(PACK, "/categories/0/items/1/weight", json!(5)),
            &[(UnknownField, PACK, "/categories/0/items/1/weight")],
        ),
        broken(
            "unknown member of a rule",
            demo().set(PACK, "/eligibility/conditions/1/rule/months", json!(6)),
            &[(UnknownField, PACK, "/eligibility/conditions/1/rule/months")],
        ),
        broken(
            "unknown member of a rule without members",
            demo().set(PACK, "/eligibility/conditions/2/rule/years", json!(3)),
            &[(UnknownField, PACK, "/eligibility/conditions/2/rule/years")],
        ),
        broken(
            "unknown member of a limit",
            demo().set(PACK, "/rubrics/0/limits/0/by", json!(1)),
            &[(UnknownField, PACK, "/rubrics/0/limits/0/by")],
        ),
        broken(
            "unknown member of a source",
            demo().set(SOURCES, "/figures/step/page", json!(3)),
            &[(UnknownField, SOURCES, "/figures/step/page")],
        ),
        broken(
            "member twice",
            replaced("\"edition\": \"demo\"", "\"edition\": \"demo\", \"edition\": \"x\""),
            &[(RepeatedField, PACK, "/edition")],
        ),
        broken(
            "text twice",
            Files {
                english: demo().english.map(|text| text.replacen('{', "{\"pack.name\": \"A\",", 1)),
                ..demo()
            },
            &[(RepeatedField, EN, "/pack.name")],
        ),
        broken(
            "another format",
            demo().set(PACK, "/format", json!("award-kit.assessment")),
            &[(UnknownFormat, PACK, "/format")],
        ),
        broken("newer format", demo().set(PACK, "/version", json!("2.0")), &[(UnknownFormat, PACK, "/version")]),
        broken(
            "pack id with capitals and a space",
            demo().set(PACK, "/id", json!("Demo Mini")),
            &[(MalformedId, PACK, "/id")],
        ),
        broken("empty pack id", demo().set(PACK, "/id", json!("")), &[(MalformedId, PACK, "/id")]),
        broken(
            "item not below its category",
            demo()
                .set(PACK, "/categories/1/items/0/id", json!("practice.customers"))
                .edit(ZH, rename("outcomes.customers", "practice.customers"))
                .edit(EN, rename("outcomes.customers", "practice.customers")),
            &[(MalformedId, PACK, "/categories/1/items/0/id")],
        ),
        broken(
            "stage twice",
            demo().set(PACK, "/stages", json!(["application", "application"])),
            &[(DuplicateId, PACK, "/stages/1")],
        ),
        broken(
            "source twice",
            demo().set(SOURCES, "/sources", json!(["demo", "demo"])),
            &[(DuplicateId, SOURCES, "/sources/1")],
        ),
        broken(
            "prompt twice",
            demo().edit(PACK, |pack| {
                let prompts = pack["categories"][1]["items"][0]["prompts"].as_array_mut().expect("prompts");
                prompts.push(prompts[0].clone());
            }),
            &[(DuplicateId, PACK, "/categories/1/items/0/prompts/4")],
        ),
        broken(
            "item twice",
            demo().edit(PACK, |pack| {
                let items = pack["categories"][0]["items"].as_array_mut().expect("items");
                items.push(items[1].clone());
                pack["categories"][0]["points"] = json!(100);
                pack["scoring"]["total"] = json!(130);
                pack["maturity"][1]["to"] = json!(130);
            }),
            &[(DuplicateId, PACK, "/categories/0/items/2")],
        ),
        broken(
            "condition twice in an edition",
            demo().set(PACK, "/eligibility/editions/0/conditions", json!(["registered", "three-years", "registered"])),
            &[(DuplicateId, PACK, "/eligibility/editions/0/conditions/2")],
        ),
        broken(
            "rubric that is not there",
            demo().set(PACK, "/categories/0/items/0/rubric", json!("other")),
            &[(UnknownId, PACK, "/categories/0/items/0/rubric")],
        ),
        broken(
            "orientation that is not there",
            demo().set(PACK, "/categories/0/items/1/orientations/0", json!("brand")),
            &[(UnknownId, PACK, "/categories/0/items/1/orientations/0")],
        ),
        broken(
            "orientation of a prompt that is not there",
            demo().set(PACK, "/categories/0/items/0/prompts/1/orientations", json!(["innovation", "brand"])),
            &[(UnknownId, PACK, "/categories/0/items/0/prompts/1/orientations/1")],
        ),
        broken(
            "limit on a factor that is not there",
            demo().set(PACK, "/rubrics/0/limits/0/factor", json!("level")),
            &[(UnknownId, PACK, "/rubrics/0/limits/0/factor")],
        ),
        broken(
            "ceiling below a band that is not there",
            demo().set(PACK, "/rubrics/1/limits/0/below", json!("30-45")),
            &[(UnknownId, PACK, "/rubrics/1/limits/0/below")],
        ),
        broken(
            "ceiling at a band that is not there",
            demo().set(PACK, "/rubrics/1/limits/0/band", json!("30-45")),
            &[(UnknownId, PACK, "/rubrics/1/limits/0/band")],
        ),
        broken(
            "edition with a condition that is not there",
            demo().set(PACK, "/eligibility/editions/0/conditions/1", json!("two-years")),
            &[(UnknownId, PACK, "/eligibility/editions/0/conditions/1")],
        ),
        broken(
            "default edition that is not there",
            demo().set(PACK, "/eligibility/default", json!("2016")),
            &[(UnknownId, PACK, "/eligibility/default")],
        ),
        broken(
            "figure with a source that is not there",
            demo().set(SOURCES, "/figures/step/source", json!("hearsay")),
            &[(UnknownId, SOURCES, "/figures/step/source")],
        ),
        broken(
            "item with a point too many",
            demo().set(PACK, "/categories/0/items/0/points", json!(41)),
            &[(PointsDoNotAddUp, PACK, "/categories/0/points")],
        ),
        broken(
            "category with a point too many",
            demo().set(PACK, "/categories/0/points", json!(71)),
            &[(PointsDoNotAddUp, PACK, "/scoring/total"), (PointsDoNotAddUp, PACK, "/categories/0/points")],
        ),
        broken(
            "step that does not divide 100",
            demo().set(PACK, "/scoring/step", json!(15)).edit(PACK, |pack| {
                for rubric in 0..2 {
                    pack["rubrics"][rubric]["bands"][1]["from"] = json!(60);
                }
            }),
            &[
                (UnusableStep, PACK, "/scoring/step"),
                (UnusableRule, PACK, "/rubrics/0/bands/1/to"),
                (UnusableRule, PACK, "/rubrics/1/bands/1/to"),
            ],
        ),
        broken(
            "step of nothing",
            demo().set(PACK, "/scoring/step", json!(0)).edit(PACK, |pack| {
                for rubric in 0..2 {
                    pack["rubrics"][rubric]["bands"][1]["from"] = json!(46);
                }
            }),
            &[(UnusableStep, PACK, "/scoring/step")],
        ),
        broken(
            "gap between bands",
            demo().set(PACK, "/rubrics/0/bands/1/from", json!(55)),
            &[(BandGap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "bands that begin above nothing",
            demo().set(PACK, "/rubrics/1/bands/0/from", json!(5)),
            &[(BandGap, PACK, "/rubrics/1/bands/0/from")],
        ),
        broken(
            "bands that end before 100",
            demo().set(PACK, "/rubrics/0/bands/1/to", json!(95)),
            &[(BandGap, PACK, "/rubrics/0/bands")],
        ),
        broken(
            "gap in the reading of totals",
            demo().set(PACK, "/maturity/1/from", json!(51)),
            &[(BandGap, PACK, "/maturity/1/from")],
        ),
        broken(
            "readings that end before the total",
            demo().set(PACK, "/maturity/1/to", json!(99)),
            &[(BandGap, PACK, "/maturity")],
        ),
        broken(
            "overlapping bands",
            demo().set(PACK, "/rubrics/0/bands/1/from", json!(45)),
            &[(BandOverlap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "overlapping readings",
            demo().set(PACK, "/maturity/1/from", json!(49)),
            &[(BandOverlap, PACK, "/maturity/1/from")],
        ),
        broken(
            "band that ends before it begins",
            demo().set(PACK, "/rubrics/0/bands/1/to", json!(30)),
            &[(BandOverlap, PACK, "/rubrics/0/bands/1/to"), (BandGap, PACK, "/rubrics/0/bands")],
        ),
        broken(
            "band that ends between two steps",
            demo().set(PACK, "/rubrics/0/bands/0/to", json!(47)),
            &[(UnusableRule, PACK, "/rubrics/0/bands/0/to"), (BandOverlap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "no years",
            demo().set(PACK, "/eligibility/conditions/1/rule/years", json!(0)),
            &[(UnusableRule, PACK, "/eligibility/conditions/1/rule/years")],
        ),
        broken(
            "more years than a century",
            demo().set(PACK, "/eligibility/conditions/1/rule/years", json!(101)),
            &[(UnusableRule, PACK, "/eligibility/conditions/1/rule/years")],
        ),
        broken(
            "division of three digits",
            demo().set(PACK, "/eligibility/conditions/0/rule/division", json!("110")),
            &[(UnusableRule, PACK, "/eligibility/conditions/0/rule/division")],
        ),
        broken(
            "division of letters",
            demo().set(PACK, "/eligibility/conditions/0/rule/division", json!("BJ")),
            &[(UnusableRule, PACK, "/eligibility/conditions/0/rule/division")],
        ),
        broken(
            "reference line above the total",
            demo().set(PACK, "/scoring/reference_lines/0/points", json!(101)),
            &[(UnusableRule, PACK, "/scoring/reference_lines/0/points")],
        ),
        broken("text missing", demo().remove(EN, "/category.practice"), &[(TextMissing, EN, "")]),
        broken(
            "text empty",
            demo().set(ZH, "/item.practice.direction", json!(" \n\u{3000}")),
            &[(TextMissing, ZH, "")],
        ),
        broken(
            "text of nothing",
            demo().set(ZH, "/category.other", json!("其他")),
            &[(TextUnknown, ZH, "/category.other")],
        ),
        broken(
            "figures without source",
            demo().remove(SOURCES, "/figures/limit"),
            &[(SourceMissing, SOURCES, "/figures"), (SourceMissing, SOURCES, "/figures")],
        ),
        broken(
            "source of half a group's name",
            demo().edit(SOURCES, |sources| sources["figures"]["point"] = sources["figures"]["points"].clone()),
            &[(SourceUnknown, SOURCES, "/figures/point")],
        ),
        broken(
            "source of nothing",
            demo().edit(SOURCES, |sources| {
                sources["figures"]["points/practice.nothing"] = sources["figures"]["points"].clone();
            }),
            &[(SourceUnknown, SOURCES, "/figures/points~1practice.nothing")],
        ),
    ]
}

/// Renames an item in all text ids.
pub fn rename(from: &'static str, to: &'static str) -> impl FnOnce(&mut Value) {
    move |value| {
        let members = std::mem::take(value.as_object_mut().expect("texts are an object"));
        *value = members.into_iter().map(|(id, text)| (id.replace(from, to), text)).collect();
    }
}

#[test]
fn every_fault_is_found_with_its_file_and_pointer() {
    let mut missed = Vec::new();
    for Broken { what, files, faults } in broken_packs().into_iter().chain(broken_by_format_1_1()) {
        let expected: Vec<(FaultCode, String, String)> = faults.iter().map(|&(code, file, pointer)| (code, file.into(), pointer.into())).collect();
        let found = files.faults();
        if found != expected {
            missed.push(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn no_kind_of_fault_is_left_without_a_broken_pack() {
    let broken = broken_packs().into_iter().chain(broken_by_format_1_1());
    let shown: BTreeSet<FaultCode> = broken.flat_map(|broken| broken.faults).map(|fault| fault.0).collect();
    let all: BTreeSet<FaultCode> = FaultCode::ALL.into_iter().collect();
    // A name is taken where another pack stands beside this one (tests/suite/figures_in_texts.rs).
    assert_eq!(shown.into_iter().chain([FaultCode::NameTaken]).collect::<BTreeSet<FaultCode>>(), all);
    let names: BTreeSet<&str> = all.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), FaultCode::ALL.len(), "every code has a name of its own");
}

#[test]
fn all_faults_of_a_pack_are_reported_at_once_in_the_order_of_the_files() {
    let files = Files::demo()
        .set("pack.json", "/scoring/weight", json!(1))
        .set("pack.json", "/categories/0/items/0/points", json!(39))
        .set("pack.json", "/rubrics/1/bands/1/from", json!(60))
        .set("pack.json", "/eligibility/default", json!("2018"))
        .remove("sources.json", "/figures/rounding")
        .remove("text.zh.json", "/pack.short")
        .set("text.en.json", "/item.practice.nothing", json!("Nothing"));
    let files = Files {
        english: files.english.map(|text| text.replacen('{', "{\"pack.name\": \"A\",", 1)),
        ..files
    };
    let found: Vec<FaultCode> = files.faults().into_iter().map(|fault| fault.0).collect();
    let expected = [
        FaultCode::UnknownField,
        FaultCode::BandGap,
        FaultCode::PointsDoNotAddUp,
        FaultCode::UnknownId,
        FaultCode::SourceMissing,
        FaultCode::TextMissing,
        FaultCode::RepeatedField,
        FaultCode::TextUnknown,
    ];
    assert_eq!(found, expected);
}

#[test]
fn all_values_of_another_kind_are_reported_at_once_in_every_file() {
    let files = Files::demo()
        .set("pack.json", "/scoring/step", json!("5"))
        .set("pack.json", "/scoring/rounding", json!("half_even"))
        .set("pack.json", "/scoring/weight", json!(1))
        .remove("pack.json", "/rubrics/0/factors/1/letter")
        .set("pack.json", "/rubrics/1/limits/0/kind", json!("floor"))
        .set("pack.json", "/categories/0/items/1/prompts", json!({}))
        .set("pack.json", "/eligibility/conditions/1/rule/years", json!(2.5))
        .set("pack.json", "/size/0/bounds/0/large", json!(-1))
        .set("sources.json", "/figures/step", json!("demo"))
        .set("sources.json", "/figures/total/confidence", json!(1))
        .set("text.zh.json", "/pack.name", json!(["示例"]))
        .set("text.en.json", "/pack.short", json!(null));
    let faults = files.load().expect_err("many faults");
    let found: Vec<[&str; 4]> = faults
        .iter()
        .map(|fault| [fault.file.as_str(), &fault.pointer, &fault.given, &fault.wanted])
        .collect();
    let expected = [
        ["pack.json", "/scoring/step", "\"5\"", "5"],
        ["pack.json", "/scoring/rounding", "\"half_even\"", "exact, item_half_up"],
        ["pack.json", "/rubrics/0/factors/1", "{…}", "{\"letter\": …}"],
        ["pack.json", "/rubrics/1/limits/0/kind", "\"floor\"", "own_band, ceiling"],
        ["pack.json", "/categories/0/items/1/prompts", "{…}", "[…]"],
        ["pack.json", "/eligibility/conditions/1/rule/years", "2.5", "0–4294967295"],
        ["pack.json", "/size/0/bounds/0/large", "-1", "0–18446744073709551615"],
        ["pack.json", "/scoring/weight", "", ""],
        ["sources.json", "/figures/total/confidence", "1", "high, medium, low"],
        ["sources.json", "/figures/step", "\"demo\"", "{…}"],
        ["text.zh.json", "/pack.name", "[…]", "\"…\""],
        ["text.en.json", "/pack.short", "null", "\"…\""],
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_fault_says_what_stands_there_and_what_should() {
    let files = Files::demo().set("pack.json", "/categories/0/items/0/points", json!(39));
    let fault = files.load().expect_err("the points do not add up").remove(0);
    assert_eq!((fault.given.as_str(), fault.wanted.as_str()), ("70", "69"));
    let cut_off = Files {
        sources: "{\n  \"sources\": [".into(),
        ..Files::demo()
    };
    assert_eq!(cut_off.load().expect_err("the file is cut off")[0].given, "2:15");
    let without = Files::demo().remove("text.en.json", "/pack.short");
    assert_eq!(without.load().expect_err("a text is missing")[0].given, "pack.short");
}
