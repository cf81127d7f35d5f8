//! What the tests of carrying are made from: packs that have become others, and a journey there and back that checks
//! itself.

use crate::samples::{BEIJING, DEMO};
use award_kit::archive::{Plan, Project, carry, open, plan, write};
use award_kit::criteria::{FaultCode, Lineage, Pack, PackContent};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A pack made from another by changing its structure; texts and sources follow.
pub fn variant(of: &Pack, change: impl FnOnce(&mut Value)) -> Pack {
    let mut content: PackContent = of.content().clone();
    change(&mut content.structure);
    for _ in 0..9 {
        let faults = match Pack::from_content(content.clone()) {
            Ok(pack) => return pack,
            Err(faults) => faults,
        };
        for fault in faults {
            let texts = content.texts.iter_mut().find(|(tag, _)| fault.file == format!("text.{tag}.json"));
            let texts = texts.and_then(|(_, texts)| texts.as_object_mut());
            let figures = content.sources["figures"].as_object_mut().expect("figures");
            match (fault.code, texts) {
                (FaultCode::TextMissing, Some(texts)) => drop(texts.insert(fault.given.clone(), json!(format!("〔{}〕", fault.given)))),
                // A rule that has no such figure any more.
                (FaultCode::TextPlace, Some(texts)) => drop(texts.insert(fault.pointer[1..].to_owned(), json!(format!("〔{}〕", &fault.pointer[1..])))),
                (FaultCode::TextUnknown, Some(texts)) => drop(texts.shift_remove(&fault.given)),
                (FaultCode::SourceUnknown, _) => drop(figures.shift_remove(&fault.given)),
                (FaultCode::SourceMissing, _) => {
                    let any = figures["total"].clone();
                    figures.insert(fault.given.clone(), any);
                }
                _ => panic!("{fault:?}"),
            }
        }
    }
    panic!("the pack cannot be mended");
}

fn list<'a>(structure: &'a mut Value, pointer: &str) -> &'a mut Vec<Value> {
    let list = structure.pointer_mut(pointer).and_then(Value::as_array_mut);
    list.unwrap_or_else(|| panic!("{pointer} is a list"))
}

pub fn named(structure: &mut Value, id: &str, edition: &str) {
    structure["id"] = json!(id);
    structure["edition"] = json!(edition);
}

/// A newer edition of demo-mini: one item renamed, one split, one new, one prompt gone and one new, steps of 10, other
/// bands; a condition renamed, one split, one new; a self-check gone and one new; another edition of the rules.
pub static NEXT: LazyLock<Pack> = LazyLock::new(|| {
    variant(&DEMO, |pack| {
        named(pack, "demo-mini", "next");
        pack["scoring"]["step"] = json!(10);
        let band = |id: &str, from: u8, to: u8| json!({ "id": id, "from": from, "to": to });
        pack["rubrics"][0]["bands"] = json!([band("0-45", 0, 40), band("50-80", 50, 80), band("90-100", 90, 100)]);
        pack["rubrics"][1]["bands"] = json!([band("0-45", 0, 40), band("50-100", 50, 100)]);
        list(pack, "/rubrics/0/factors")[3] = json!({ "id": "merging", "letter": "I" });
        let [direction, improvement] = list(pack, "/categories/0/items").as_slice() else {
            panic!("two items")
        };
        let (mut duties, mut improvement) = (direction.clone(), improvement.clone());
        let mut aims = duties.clone();
        aims["id"] = json!("practice.aims");
        aims["points"] = json!(10);
        duties["id"] = json!("practice.duties");
        duties["points"] = json!(10);
        duties["prompts"] = json!([{ "id": "duty", "number": "1.2.1" }, { "id": "risk", "number": "1.2.2" }]);
        improvement["id"] = json!("practice.betterment");
        improvement["points"] = json!(30);
        improvement["prompts"] = json!([{ "id": "projects", "number": "1.3.1" }]);
        let mut novelty = improvement.clone();
        novelty["id"] = json!("practice.novelty");
        novelty["points"] = json!(20);
        *list(pack, "/categories/0/items") = vec![aims, novelty, duties, improvement];
        pack["eligibility"] = json!({
            "default": "later",
            "conditions": [
                { "id": "registered", "rule": { "kind": "registered_in", "division": "11" } },
                { "id": "five-years", "rule": { "kind": "years_since_registration", "years": 5 } },
                { "id": "system-there", "rule": { "kind": "declared" } },
                { "id": "system-lived", "rule": { "kind": "declared" } },
                { "id": "no-breach", "rule": { "kind": "free_of", "years": 3 } },
            ],
            "editions": [{ "id": "demo", "conditions": ["registered"] }, { "id": "later", "conditions": ["registered", "five-years", "system-there", "system-lived", "no-breach"] }],
            "self_checks": [{ "id": "export", "look_back_years": null }],
        });
    })
});

/// A pack in which two items of demo-mini are one and the third is gone; other conditions.
pub static MERGED: LazyLock<Pack> = LazyLock::new(|| {
    variant(&DEMO, |pack| {
        named(pack, "merged-pack", "1");
        pack["scoring"]["step"] = json!(25);
        for rubric in list(pack, "/rubrics") {
            rubric["bands"] = json!([{ "id": "0-45", "from": 0, "to": 25 }, { "id": "50-100", "from": 50, "to": 100 }]);
        }
        let mut whole = list(pack, "/categories/0/items")[0].clone();
        whole["id"] = json!("practice.whole");
        whole["points"] = json!(70);
        list(pack, "/categories/0/items").splice(.., [whole]);
        list(pack, "/categories/1/items")[0]["id"] = json!("outcomes.brand");
        pack["eligibility"] = json!({
            "default": "one",
            "conditions": [{ "id": "three-years", "rule": { "kind": "declared" } }, { "id": "sound", "rule": { "kind": "declared" } }],
            "editions": [{ "id": "one", "conditions": ["three-years", "sound"] }, { "id": "demo", "conditions": [] }],
            "self_checks": [{ "id": "accident", "look_back_years": 5 }],
        });
    })
});

/// Beijing's pack with items split, merged, renamed and retired.
pub static CAPITAL: LazyLock<Pack> = LazyLock::new(|| {
    variant(&BEIJING, |pack| {
        named(pack, "beijing-2030", "2030");
        pack["scoring"]["step"] = json!(10);
        for rubric in list(pack, "/rubrics") {
            let bands = ["0-5", "10-25", "30-45", "50-65", "70-85", "90-100"]
                .iter()
                .zip([(0, 0), (10, 20), (30, 40), (50, 60), (70, 80), (90, 100)]);
            rubric["bands"] = bands.map(|(id, (from, to))| json!({ "id": id, "from": from, "to": to })).collect();
        }
        let leadership = list(pack, "/categories/0/items");
        leadership[1]["points"] = json!(60);
        leadership[1]["id"] = json!("leadership.duty");
        leadership.remove(2);
        let strategy = list(pack, "/categories/1/items");
        let mut third = strategy[1].clone();
        strategy[1]["points"] = json!(20);
        third["points"] = json!(30);
        third["id"] = json!("strategy.follow-up");
        strategy.push(third);
        list(pack, "/categories/2/items")[0]["id"] = json!("customers.insight");
        list(pack, "/eligibility/conditions")[0]["id"] = json!("seated");
        for edition in list(pack, "/eligibility/editions") {
            for id in list(edition, "/conditions").iter_mut().filter(|id| *id == "registered") {
                *id = json!("seated");
            }
        }
    })
});

pub fn entry(kind: &str, from: &[&str], to: &[&str]) -> Value {
    json!({ "kind": kind, "from": from, "to": to, "note": { "zh": "说明。", "en": "A note." } })
}

pub fn step(from: (&str, &str), to: (&str, &str), items: &[Value], conditions: &[Value]) -> Value {
    json!({ "from": [from.0, from.1], "to": [to.0, to.1], "items": items, "conditions": conditions })
}

pub fn lineage(steps: &[Value]) -> Lineage {
    let file = json!({ "format": "award-kit.lineage", "version": "1.0", "steps": steps });
    Lineage::read(&file.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

pub static LINEAGE: LazyLock<Lineage> = LazyLock::new(|| {
    lineage(&[
        step(
            ("demo-mini", "demo"),
            ("demo-mini", "next"),
            &[
                entry("renamed", &["practice.improvement"], &["practice.betterment"]),
                entry("split", &["practice.direction"], &["practice.aims", "practice.duties"]),
            ],
            &[
                entry("renamed", &["three-years"], &["five-years"]),
                entry("split", &["quality-system"], &["system-there", "system-lived"]),
            ],
        ),
        step(
            ("demo-mini", "demo"),
            ("merged-pack", "1"),
            &[
                entry("merged", &["practice.direction", "practice.improvement"], &["practice.whole"]),
                entry("retired", &["outcomes.customers"], &[]),
            ],
            // Both of these stand in the old pack, and one keeps its id.
            &[entry("renamed", &["quality-system"], &["sound"])],
        ),
        step(
            ("beijing-2016", "2016"),
            ("beijing-2030", "2030"),
            &[
                entry("merged", &["leadership.governance", "leadership.social-responsibility"], &["leadership.duty"]),
                entry("split", &["strategy.deployment"], &["strategy.deployment", "strategy.follow-up"]),
                entry("renamed", &["customers.knowledge"], &["customers.insight"]),
            ],
            &[
                entry("renamed", &["registered"], &["seated"]),
                entry("renamed", &["capital-positioning"], &["lawful-policy"]),
            ],
        ),
    ])
});

pub fn planned(project: &Project, from: &Pack, to: &Pack, lineage: &Lineage) -> Plan {
    plan(project, from, to, lineage, "zh").unwrap_or_else(|error| panic!("{error}"))
}

/// Carried as its file then reads.
pub fn carried_by(project: &Project, from: &Pack, to: &Pack, plan: &Plan) -> Project {
    let carried = carry(project, from, to, plan).unwrap_or_else(|error| panic!("{error}"));
    let written = write(&carried, to);
    let reopened = reopened(&written, to);
    assert_eq!(reopened.assessment, carried.assessment);
    assert_eq!(write(&reopened, to), written);
    reopened
}

pub fn reopened(written: &str, pack: &Pack) -> Project {
    let opened = open(written).unwrap_or_else(|error| panic!("{error}"));
    opened.with_pack(pack).unwrap_or_else(|error| panic!("{error}"))
}

pub fn carried(project: &Project, from: &Pack, to: &Pack, lineage: &Lineage) -> Project {
    carried_by(project, from, to, &planned(project, from, to, lineage))
}

/// Every text of a file, with the place it stands at.
fn texts(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((at.to_owned(), text.clone())),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, value)| texts(value, &format!("{at}/{n}"), found)),
        Value::Object(members) => members.iter().for_each(|(name, value)| texts(value, &format!("{at}/{name}"), found)),
        _ => {}
    }
}

/// The lines that head joined texts.
static HEADINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut headings = BTreeSet::new();
    for pack in [&*DEMO, &*NEXT, &*MERGED, &*DEMO_AGAIN, &*BEIJING, &*CAPITAL] {
        for language in ["zh", "en"] {
            let words = pack.words(language);
            headings.extend(pack.items().map(|(_, item)| format!("{} {}", item.number, words.item(&item.id))));
            let conditions = pack.structure().eligibility.conditions.iter();
            headings.extend(conditions.map(|condition| words.condition(&condition.id).to_owned()));
        }
    }
    headings
});

pub fn assert_nothing_is_dropped(before: &str, after: &str) {
    let read = |file: &str| serde_json::from_str::<Value>(file).expect("JSON");
    let (mut old, mut new) = (Vec::new(), Vec::new());
    texts(&read(before), "", &mut old);
    texts(&read(after), "", &mut new);
    // What the kit wrote itself: names of packs, choices, which item a note is at, and the lines that head joined texts.
    let own = |at: &str| {
        let names_an_item = at.contains("/notes/") && at.ends_with("/item");
        names_an_item
            || ["/from/", "/to/", "/pack/", "/declined/", "/edition", "/language", "/version"]
                .iter()
                .any(|part| at.contains(part))
    };
    let there = |text: &str| new.iter().any(|(_, other)| other.contains(text));
    for (at, text) in old.iter().filter(|(at, _)| !own(at)) {
        let joined = || text.lines().all(|line| there(line) || HEADINGS.contains(line));
        assert!(there(text) || joined(), "{at} is lost: {text}\n{after}");
    }
}

/// Two files are the same to the byte; else says where they part.
fn assert_same(one: &str, other: &str) {
    if let Some(at) = one.lines().zip(other.lines()).position(|(one, other)| one != other) {
        let part = |file: &str| file.lines().skip(at.saturating_sub(12)).take(40).collect::<Vec<_>>().join("\n");
        panic!("the files part from line {}:\n{}\n--- and ---\n{}", at + 1, part(one), part(other));
    }
    assert_eq!(one.len(), other.len());
}

/// Carries there, checks that nothing is dropped, carries back and checks that the file is the same.
pub fn there_and_back(project: &Project, from: &Pack, to: &Pack, lineage: &Lineage, plan: &Plan) -> Project {
    let before = write(project, from);
    let there = carried_by(project, from, to, plan);
    assert_nothing_is_dropped(&before, &write(&there, to));
    let back = carried(&there, to, from, lineage);
    assert_same(&before, &write(&back, from));
    there
}

/// Puts members of newer minor versions, and answers to ids of other packs, into a file.
pub fn with_more(project: &Project, pack: &Pack, more: &[(&str, Value)]) -> Project {
    let mut file: Value = serde_json::from_str(&write(project, pack)).expect("JSON");
    for (pointer, value) in more {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let mut at = &mut file;
        for step in parent.split('/').skip(1) {
            let members = at.as_object_mut().unwrap_or_else(|| panic!("{pointer} lies in objects"));
            at = members.entry(step).or_insert_with(|| json!({}));
        }
        let members = at.as_object_mut().unwrap_or_else(|| panic!("{pointer} lies in an object"));
        members.insert(name.into(), value.clone());
    }
    reopened(&reopened_text(&file, pack), pack)
}

fn reopened_text(file: &Value, pack: &Pack) -> String {
    write(&reopened(&file.to_string(), pack), pack)
}

/// demo-mini under another name, so that every id stands on both sides.
pub static DEMO_AGAIN: LazyLock<Pack> = LazyLock::new(|| variant(&DEMO, |pack| named(pack, "demo-again", "demo")));
