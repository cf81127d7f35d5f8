//! The lineage of packs: what the file may say, and the ways it gives between packs.

use crate::carrying::{entry, lineage, step};
use award_kit::criteria::{Fault, FaultCode, Lineage, LineageStep, Pack, PackReference, Succession, SuccessionKind, built_in_packs};
use serde_json::{Value, json};

type Name = (&'static str, &'static str);
const OLD: Name = ("award", "2012");
const MID: Name = ("award", "2016");
const NEW: Name = ("award", "2020");
const SISTER: Name = ("sister", "1");

fn between(lineage: &Lineage, from: Name, to: Name) -> Option<LineageStep> {
    let name = |(id, edition): Name| PackReference {
        id: id.into(),
        edition: edition.into(),
        hash: String::new(),
    };
    lineage.between(&name(from), &name(to))
}

/// The entries for items in short form.
fn items(step: Option<LineageStep>) -> Vec<Short> {
    let short = |entry: Succession| (entry.kind, entry.from.join(" "), entry.to.join(" "));
    step.expect("a way").items.into_iter().map(short).collect()
}

/// Kind, old ids and new ids.
type Short = (SuccessionKind, String, String);

fn short(kind: SuccessionKind, from: &str, to: &str) -> Short {
    (kind, from.into(), to.into())
}

#[test]
fn the_built_in_lineage_reads_and_names_only_what_the_packs_have() {
    let text = include_str!("../../criteria/lineage.json");
    let lineage = Lineage::read(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(lineage, Lineage::built_in());
    let packs = built_in_packs();
    let packs: Vec<&Pack> = packs.iter().map(std::rc::Rc::as_ref).collect();
    assert_eq!(lineage.faults_against(&packs), []);
    for step in &lineage.steps {
        for name in [&step.from, &step.to] {
            assert!(packs.iter().any(|pack| (pack.id(), pack.edition()) == (&*name.id, &*name.edition)), "{name:?}");
        }
    }
}

#[test]
fn a_step_is_found_in_both_directions_and_the_one_written_down_goes_first() {
    let forth = [
        entry("renamed", &["a"], &["b"]),
        entry("split", &["c"], &["d", "e"]),
        entry("merged", &["f", "g"], &["h"]),
        entry("retired", &["i"], &[]),
    ];
    let lineage = lineage(&[
        step(OLD, NEW, &forth, &[]),
        step(SISTER, OLD, &[], &[]),
        step(OLD, SISTER, &[entry("retired", &["x"], &[])], &[]),
    ]);
    use SuccessionKind::{Merged, Renamed, Retired, Split};
    assert_eq!(
        items(between(&lineage, OLD, NEW)),
        [
            short(Renamed, "a", "b"),
            short(Split, "c", "d e"),
            short(Merged, "f g", "h"),
            short(Retired, "i", "")
        ]
    );
    assert_eq!(
        items(between(&lineage, NEW, OLD)),
        [short(Renamed, "b", "a"), short(Merged, "d e", "c"), short(Split, "h", "f g")]
    );
    assert_eq!(items(between(&lineage, OLD, SISTER)), [short(Retired, "x", "")]);
    assert_eq!(items(between(&lineage, SISTER, OLD)), []);
    assert_eq!(items(between(&lineage, OLD, OLD)), []);
    assert_eq!(between(&lineage, OLD, ("award", "1999")), None);
}

#[test]
fn several_steps_in_a_row_are_followed_as_one() {
    use SuccessionKind::{Merged, Renamed, Retired, Split};
    let one = |kind: &str, from: &[&str], to: &[&str]| vec![entry(kind, from, to)];
    type Case = (Vec<Value>, Vec<Value>, Vec<Short>);
    let cases: Vec<Case> = vec![
        (one("renamed", &["a"], &["b"]), one("renamed", &["b"], &["c"]), vec![short(Renamed, "a", "c")]),
        (one("renamed", &["a"], &["b"]), one("renamed", &["b"], &["a"]), vec![]),
        (
            one("renamed", &["a"], &["b"]),
            one("split", &["b"], &["c", "d"]),
            vec![short(Split, "a", "c d")],
        ),
        (
            one("renamed", &["a"], &["b"]),
            one("merged", &["b", "x"], &["c"]),
            vec![short(Merged, "a x", "c")],
        ),
        (one("renamed", &["a"], &["b"]), one("retired", &["b"], &[]), vec![short(Retired, "a", "")]),
        (
            one("split", &["a"], &["b", "c"]),
            one("renamed", &["c"], &["d"]),
            vec![short(Split, "a", "b d")],
        ),
        (
            one("split", &["a"], &["b", "c"]),
            one("merged", &["b", "c"], &["d"]),
            vec![short(Renamed, "a", "d")],
        ),
        (one("split", &["a"], &["b", "c"]), one("retired", &["c"], &[]), vec![short(Renamed, "a", "b")]),
        (
            one("merged", &["a", "b"], &["c"]),
            one("renamed", &["c"], &["d"]),
            vec![short(Merged, "a b", "d")],
        ),
        (
            one("retired", &["a"], &[]),
            one("renamed", &["b"], &["c"]),
            vec![short(Retired, "a", ""), short(Renamed, "b", "c")],
        ),
        // Several that become several others are left out.
        (one("merged", &["a", "b"], &["c"]), one("split", &["c"], &["d", "e"]), vec![]),
        // Two that change places in the second step.
        (
            one("renamed", &["a"], &["b"]),
            vec![entry("renamed", &["b"], &["c"]), entry("renamed", &["c"], &["b"])],
            vec![short(Renamed, "a", "c"), short(Renamed, "c", "b")],
        ),
    ];
    for (first, second, expected) in cases {
        let lineage = lineage(&[step(OLD, MID, &first, &[]), step(MID, NEW, &second, &[])]);
        assert_eq!(items(between(&lineage, OLD, NEW)), expected, "{first:?} {second:?}");
    }
    let lineage = lineage(&[
        step(OLD, MID, &[], &one("renamed", &["a"], &["b"])),
        step(NEW, MID, &[], &one("renamed", &["c"], &["b"])),
    ]);
    let way = between(&lineage, OLD, NEW).expect("a way");
    assert_eq!(
        (way.conditions[0].from.join(""), way.conditions[0].to.join("")),
        ("a".into(), "c".into()),
        "the second step is turned round"
    );
    assert_eq!(way.conditions[0].note.text("en"), "A note.", "the same note is not repeated");
}

#[test]
fn every_fault_of_a_lineage_is_found_with_its_place() {
    let whole = |steps: Value| json!({ "format": "award-kit.lineage", "version": "1.0", "steps": steps });
    let with = |entry: Value| whole(json!([{ "from": ["a", "1"], "to": ["b", "1"], "items": [entry], "conditions": [] }]));
    let note = json!({ "zh": "说明", "en": "A note" });
    let says = |kind: &str, from: &[&str], to: &[&str]| with(json!({ "kind": kind, "from": from, "to": to, "note": note }));
    let entry = "/steps/0/items/0";
    let at = |place: &str| [entry, place].concat();
    let cases = [
        (
            json!({ "format": "award-kit.pack", "version": "1.0", "steps": [] }),
            FaultCode::UnknownFormat,
            "/format".to_owned(),
        ),
        (
            json!({ "format": "award-kit.lineage", "version": "2.0", "steps": [] }),
            FaultCode::UnknownFormat,
            "/version".into(),
        ),
        (
            json!({ "format": "award-kit.lineage", "version": "1.0", "steps": [], "more": 1 }),
            FaultCode::UnknownField,
            "/more".into(),
        ),
        (whole(json!({})), FaultCode::WrongKind, "/steps".into()),
        (says("moved", &["a"], &["b"]), FaultCode::WrongKind, at("/kind")),
        (says("renamed", &["a"], &["b", "c"]), FaultCode::UnusableRule, at("/to")),
        (says("renamed", &[], &["b"]), FaultCode::UnusableRule, at("/from")),
        (says("split", &["a"], &["b"]), FaultCode::UnusableRule, at("/to")),
        (says("merged", &["a"], &["b"]), FaultCode::UnusableRule, at("/from")),
        (says("retired", &["a"], &["b"]), FaultCode::UnusableRule, at("/to")),
        (says("retired", &[], &[]), FaultCode::UnusableRule, at("/from")),
        (says("renamed", &["A!"], &["b"]), FaultCode::MalformedId, at("/from/0")),
        (says("merged", &["a", "a"], &["b"]), FaultCode::DuplicateId, at("/from/1")),
        (
            with(json!({ "kind": "renamed", "from": ["a"], "to": ["b"], "note": { "zh": "说明" } })),
            FaultCode::TextMissing,
            at("/note/en"),
        ),
        (
            with(json!({ "kind": "renamed", "from": ["a"], "to": ["b"], "note": { "zh": " ", "en": "A note" } })),
            FaultCode::TextMissing,
            at("/note/zh"),
        ),
        (
            with(json!({ "kind": "renamed", "from": ["a"], "to": ["b"] })),
            FaultCode::WrongKind,
            entry.into(),
        ),
        (
            whole(json!([{ "from": ["a"], "to": ["b", "1"], "items": [], "conditions": [] }])),
            FaultCode::UnusableRule,
            "/steps/0/from".into(),
        ),
        (
            whole(json!([{ "from": ["a", "1"], "to": ["a", "1"], "items": [], "conditions": [] }])),
            FaultCode::DuplicateId,
            "/steps/0".into(),
        ),
    ];
    for (file, code, pointer) in cases {
        let faults = Lineage::read(&file.to_string()).expect_err("a fault");
        let found: Vec<(FaultCode, &str)> = faults.iter().map(|fault| (fault.code, fault.pointer.as_str())).collect();
        assert_eq!(found, [(code, pointer.as_str())], "{file}");
        assert!(faults.iter().all(|fault| fault.file == "lineage.json"));
    }
    assert_eq!(codes("{"), [FaultCode::NotJson]);
    let twice = r#"{"format": "award-kit.lineage", "version": "1.0", "version": "1.0", "steps": []}"#;
    assert_eq!(codes(twice), [FaultCode::RepeatedField]);
}

fn codes(text: &str) -> Vec<FaultCode> {
    Lineage::read(text).expect_err("a fault").iter().map(|fault: &Fault| fault.code).collect()
}

#[test]
fn an_id_that_stands_in_no_pack_is_found_when_the_packs_are_there() {
    let packs = built_in_packs();
    let packs: Vec<&Pack> = packs.iter().map(std::rc::Rc::as_ref).collect();
    let step = step(
        ("beijing-2016", "2016"),
        ("demo-mini", "demo"),
        &[entry("renamed", &["leadership.nobody"], &["practice.direction"])],
        &[entry("renamed", &["registered"], &["nowhere"])],
    );
    let faults = lineage(&[step]).faults_against(&packs);
    let found: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.pointer.as_str(), fault.given.as_str())).collect();
    assert_eq!(
        found,
        [("/steps/0/items/0/from/0", "leadership.nobody"), ("/steps/0/conditions/0/to/0", "nowhere")]
    );
}
