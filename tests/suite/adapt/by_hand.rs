//! What the page can do, an editor of the files can do: the same change by hand in the files and by edits gives the same
//! pack, but for the record of its changes.

use super::lists::{new, new_condition};
use super::succession::{merge_customers, split_governance};
use super::{both, draft, points};
use crate::samples::BEIJING;
use award_kit::criteria::{Draft, Edit, Listed, Measure, Pack, PackContent, Rule, SizeBounds, What, differences};
use serde_json::{Value, json};

/// What an editor does to the files.
enum Hand {
    /// Writes a value over another one in `pack.json`, or puts it there.
    Set(&'static str, Value),
    /// Adds to the end of a list in `pack.json`.
    Add(&'static str, Value),
    /// Takes something out of `pack.json`.
    Drop(&'static str),
    /// Writes a text in Chinese and English.
    Say(&'static str, &'static str, &'static str),
    /// Takes a text out of both languages.
    Unsay(&'static str),
    /// Names the source of a figure, which is the editor's own.
    Cite(&'static str),
    /// Takes out what was said of a figure that is gone.
    Uncite(&'static str),
}

use Hand::{Add, Cite, Drop, Say, Set, Uncite, Unsay};

/// A change by edits and the same change by hand.
type Pair = (&'static str, Vec<Edit>, Vec<Hand>);

fn at(list: &str, id: &str) -> String {
    let all = BEIJING.content().structure.pointer(list).and_then(Value::as_array).expect("a list");
    let at = all.iter().position(|element| element["id"] == id || *element == id).expect("it is there");
    format!("{list}/{at}")
}

/// A pointer that lives as long as the tests.
fn pointer(list: &str, id: &str, rest: &str) -> &'static str {
    Box::leak([&at(list, id), rest].concat().into_boxed_str())
}

fn pairs() -> Vec<Pair> {
    let condition = |id: &str, rest: &str| pointer("/eligibility/conditions", id, rest);
    let edition = |id: &str, rest: &str| pointer("/eligibility/editions", id, rest);
    let category = |id: &str, rest: &str| pointer("/categories", id, rest);
    let items = |id: &str| category(id, "/items");
    vec![
        (
            "five years instead of three",
            vec![Edit::Years {
                condition: "three-years".into(),
                years: 5,
            }],
            vec![
                Set(condition("three-years", "/rule/years"), 5.into()),
                Cite("edition/2014/three-years"),
                Cite("edition/2016/three-years"),
            ],
        ),
        (
            "a condition more",
            vec![new_condition("Zero carbon", Rule::FreeOf { years: 3 })],
            vec![
                Add(
                    "/eligibility/conditions",
                    json!({ "id": "zero-carbon", "rule": { "kind": "free_of", "years": 3 } }),
                ),
                Add(edition("2016", "/conditions"), "zero-carbon".into()),
                Say("condition.zero-carbon", "新增", "New"),
                Say("condition.zero-carbon.hint", "附证明", "Attach a certificate"),
                Cite("edition/2016/zero-carbon"),
            ],
        ),
        (
            "a condition judged by another rule",
            vec![Edit::Rule {
                condition: "legal-personality".into(),
                rule: Rule::Declared,
            }],
            vec![
                Set(condition("legal-personality", "/rule"), json!({ "kind": "declared" })),
                Cite("edition/2014/legal-personality"),
                Cite("edition/2016/legal-personality"),
            ],
        ),
        (
            "points, and dates of an edition",
            vec![
                points("leadership.governance", 40),
                points("leadership.social-responsibility", 20),
                Edit::EditionDates {
                    edition: "session-3".into(),
                    opens: Some(crate::samples::day("2027-03-01")),
                    closes: Some(crate::samples::day("2027-04-30")),
                },
            ],
            vec![
                Set(pointer(items("leadership"), "leadership.governance", "/points"), 40.into()),
                Set(pointer(items("leadership"), "leadership.social-responsibility", "/points"), 20.into()),
                Set(edition("session-3", "/opens"), "2027-03-01".into()),
                Set(edition("session-3", "/closes"), "2027-04-30".into()),
                Cite("points/leadership.governance"),
                Cite("points/leadership.social-responsibility"),
                Cite("edition_dates/session-3"),
            ],
        ),
        (
            "stages, facts, questions and limits",
            vec![
                new(
                    "Defence",
                    What::Stage {
                        note: both("现场陈述", "In person"),
                    },
                ),
                new(
                    "Group units",
                    What::Fact {
                        value: Some(1),
                        unit: "organisations".into(),
                    },
                ),
                new("Fee of 2027", What::Missing),
                Edit::Take {
                    list: Listed::Limits,
                    id: "profile".into(),
                },
            ],
            vec![
                Add("/stages", "defence".into()),
                Say("stage.defence", "新增", "New"),
                Say("stage.defence.note", "现场陈述", "In person"),
                Add("/facts", json!({ "id": "group-units", "value": 1, "unit": "organisations" })),
                Say("fact.group-units", "新增", "New"),
                Add("/missing", "fee-of-2027".into()),
                Say("missing.fee-of-2027", "新增", "New"),
                Drop(pointer("/limits", "profile", "")),
                Unsay("limit.profile"),
                Cite("stage/defence"),
                Cite("fact/group-units"),
                Uncite("limit/profile"),
            ],
        ),
        (
            "an orientation with its tag, and a size class",
            vec![
                new("Green", What::Orientation),
                Edit::Tags {
                    item: "leadership.governance".into(),
                    prompt: None,
                    orientations: vec!["green".into()],
                },
                Edit::SizeBounds {
                    sector: "industry".into(),
                    bounds: SizeBounds {
                        measure: Measure::Staff,
                        large: 1200,
                        medium: 300,
                        small: 20,
                    },
                },
            ],
            vec![
                Add("/orientations", "green".into()),
                Say("orientation.green", "新增", "New"),
                Set(pointer(items("leadership"), "leadership.governance", "/orientations"), json!(["green"])),
                Set(pointer("/size", "industry", "/bounds/0/large"), 1200.into()),
                Cite("orientation/green"),
                Cite("size/industry"),
            ],
        ),
        (
            "an item split",
            vec![split_governance()],
            vec![
                Set(items("leadership"), parts_of_leadership()),
                Add("/retired", "leadership.governance".into()),
                Say("item.leadership.governing", "拆分后的条款", "A part"),
                Say("item.leadership.appraisal", "拆分后的条款", "A part"),
                Say(
                    "*prompt.leadership.governing.governance-system",
                    "prompt.leadership.governance.governance-system",
                    "",
                ),
                Say(
                    "*prompt.leadership.appraisal.leader-evaluation",
                    "prompt.leadership.governance.leader-evaluation",
                    "",
                ),
                Say("*prompt.leadership.governing.council", "prompt.leadership.governance.council", ""),
                Unsay("item.leadership.governance"),
                Cite("points/leadership.governing"),
                Cite("points/leadership.appraisal"),
            ],
        ),
    ]
}

/// The items of the category with governance split.
fn parts_of_leadership() -> Value {
    let items = BEIJING.content().structure.pointer(&at("/categories", "leadership")).expect("a category")["items"].clone();
    let mut all = Vec::new();
    for item in items.as_array().expect("a list") {
        if item["id"] != "leadership.governance" {
            all.push(item.clone());
            continue;
        }
        for (id, number, points, prompts) in [
            ("leadership.governing", "4.1.3", 20, &[0, 2][..]),
            ("leadership.appraisal", "4.1.4", 10, &[1][..]),
        ] {
            let mut part = item.clone();
            part["id"] = id.into();
            part["number"] = number.into();
            part["points"] = points.into();
            part["prompts"] = prompts.iter().map(|prompt| item["prompts"][*prompt].clone()).collect();
            all.push(part);
        }
    }
    Value::Array(all)
}

fn by_hand(hands: &[Hand]) -> PackContent {
    let mut content = BEIJING.content().clone();
    let texts_of = |content: &mut PackContent, change: &dyn Fn(&str, &mut serde_json::Map<String, Value>)| {
        for (language, texts) in &mut content.texts {
            change(language, texts.as_object_mut().expect("texts"));
        }
    };
    let own = |content: &mut PackContent| {
        let sources = content.sources["sources"].as_array_mut().expect("a list");
        if !sources.iter().any(|source| source == "adapted-here") {
            sources.push("adapted-here".into());
        }
        let own = super::citation();
        texts_of(content, &|language, texts| {
            texts.insert("source.adapted-here".into(), own.get(language).into());
        });
    };
    for hand in hands {
        match hand {
            Set(pointer, value) => {
                let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
                match content.structure.pointer_mut(parent).expect("a parent") {
                    Value::Object(members) => drop(members.insert(member.to_owned(), value.clone())),
                    other => other[member.parse::<usize>().expect("a position")] = value.clone(),
                }
            }
            Add(pointer, value) => {
                let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
                let list = &mut content.structure.pointer_mut(parent).expect("a parent")[member];
                match list {
                    Value::Array(list) => list.push(value.clone()),
                    other => *other = json!([value]),
                }
            }
            Drop(pointer) => {
                let (parent, at) = pointer.rsplit_once('/').expect("a pointer");
                let list = content.structure.pointer_mut(parent).and_then(Value::as_array_mut).expect("a list");
                list.remove(at.parse().expect("a position"));
            }
            Say(id, zh, en) => texts_of(&mut content, &|language, texts| match id.strip_prefix('*') {
                // Under another id, with the name of the sub-clause.
                Some(id) => {
                    for end in ["", ".name"] {
                        if let Some(text) = texts.shift_remove(&[zh, end].concat()) {
                            texts.insert([id, end].concat(), text);
                        }
                    }
                }
                None => drop(texts.insert((*id).to_owned(), if language == "zh" { *zh } else { *en }.into())),
            }),
            Unsay(id) => texts_of(&mut content, &|_, texts| drop(texts.shift_remove(*id))),
            Cite(figure) => {
                own(&mut content);
                content.sources["figures"][*figure] = json!({ "source": "adapted-here", "status": "assumed" });
            }
            Uncite(figure) => drop(content.sources["figures"].as_object_mut().expect("figures").shift_remove(*figure)),
        }
    }
    content
}

#[test]
fn edits_and_an_editors_hand_give_the_same_pack() {
    for (what, edits, hands) in pairs() {
        let edited = edits.iter().fold(draft(&BEIJING), |draft, edit| draft.apply(edit));
        let finished = edited.finish().unwrap_or_else(|faults| panic!("{what}: {faults:#?}"));
        let mut content = finished.content().clone();
        let members = content.structure.as_object_mut().expect("an object");
        members.shift_remove("adapted");
        members.insert("version".into(), BEIJING.structure().version.as_str().into());
        let mut written = by_hand(&hands);
        written.structure.as_object_mut().expect("an object").shift_remove("adapted");
        let told = differences(&written, &content);
        let told: Vec<(&str, &str, &str)> = super::told(&told)
            .into_iter()
            .filter(|(place, _, _)| !place.starts_with("text/") && *place != "other/text.json")
            .collect();
        assert_eq!(told, [], "{what}");
        assert_eq!(content.structure, written.structure, "{what}");
        assert_eq!(content.sources, written.sources, "{what}");
        assert_eq!(content.texts, written.texts, "{what}");
        Pack::from_content(written).unwrap_or_else(|faults| panic!("{what}: by hand: {faults:#?}"));
    }
}

#[test]
fn a_merger_by_edits_checks_like_one_by_hand() {
    let merged: Draft = draft(&BEIJING).apply(&merge_customers());
    let pack = merged.finish().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut content = pack.content().clone();
    content.structure.as_object_mut().expect("an object").shift_remove("adapted");
    Pack::from_content(content).unwrap_or_else(|faults| panic!("without the record: {faults:#?}"));
}
