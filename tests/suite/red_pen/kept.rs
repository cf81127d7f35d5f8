//! Turning a rule off: with a reason, kept in the file, carried by older kits, merged.

use crate::samples::{BEIJING, after};
use award_kit::archive::{Project, open, write};
use award_kit::assessment::{Action, Assessment, Field, text};
use award_kit::criteria::ItemSlot;
use award_kit::merge::{Choice, Sides, hand_out, merge};
use award_kit::red_pen::red_pen;
use serde_json::{Value, json};

const CODE: &str = "praise_without_figure";

fn off(reason: &str) -> Action {
    Action::RuleOff(text(CODE), Some(text(reason)))
}

fn praising() -> Assessment {
    let field = Field::Answer {
        item: ItemSlot(0),
        scope: 0,
        factor: 0,
    };
    after(&BEIJING, &[field.write(text("成效显著。"))])
}

fn file(assessment: &Assessment) -> Value {
    serde_json::from_str(&write(&Project::new(assessment.clone()), &BEIJING)).expect("JSON")
}

fn reopened(file: &Value) -> Project {
    open(&file.to_string())
        .and_then(|opened| opened.with_pack(&BEIJING))
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_rule_is_turned_off_with_a_reason_and_on_again() {
    let before = praising();
    assert_eq!(red_pen(&BEIJING, &before).len(), 1);
    assert_eq!(off("  ").apply(&before), before);
    let without = off("引用顾客原话").apply(&before);
    assert_eq!(red_pen(&BEIJING, &without), Vec::new());
    assert_eq!(without.rules_off.reason(CODE).map(|reason| &**reason), Some("引用顾客原话"));
    let other = off("另有理由").apply(&without);
    assert_eq!(other.rules_off.iter().count(), 1);
    assert_eq!(Action::RuleOff(text(CODE), None).apply(&other), before);
}

#[test]
fn it_stands_in_the_file_only_where_there_is_one_and_raises_its_minor_version() {
    let blank = file(&praising());
    assert_eq!((&blank["version"], blank.get("rules_off")), (&json!("1.1"), None));
    let without = off("引用顾客原话").apply(&praising());
    let written = file(&without);
    assert_eq!(written["version"], json!("1.4"));
    assert_eq!(written["rules_off"], json!({ CODE: "引用顾客原话" }));
    let mut project = reopened(&written);
    assert_eq!(project.assessment, without);
    // A rule of a newer kit stays, and with the last of them the version falls back.
    let mut newer = written.clone();
    newer["rules_off"]["zz_newer"] = json!("以后");
    assert_eq!(file(&reopened(&newer).assessment), newer);
    project.assessment = Action::RuleOff(text(CODE), None).apply(&project.assessment);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), blank);
    let mut bad = written;
    bad["rules_off"][CODE] = json!(1);
    assert!(open(&bad.to_string()).is_err());
}

#[test]
fn two_states_bring_their_rules_and_a_part_has_those_of_the_whole() {
    let base = Project::new(praising());
    let with = |reason: &str| Project::new(off(reason).apply(&base.assessment));
    let other = Project::new(Action::RuleOff(text("long_sentence"), Some(text("模板要求"))).apply(&base.assessment));
    let merged = merge(&BEIJING, Some(&base), &with("甲"), &other);
    let sides = Sides {
        ours: "我方", theirs: "对方"
    };
    let both = merged.settled(&BEIJING, &[], sides).expect("it settles").assessment;
    assert_eq!((merged.conflicts.len(), both.rules_off.iter().count()), (0, 2));
    let merged = merge(&BEIJING, Some(&base), &with("甲"), &with("乙"));
    assert_eq!(merged.conflicts[0].pointer, ["/rules_off/", CODE].concat());
    let theirs = merged.settled(&BEIJING, &[Choice::Theirs], sides).expect("it settles").assessment;
    assert_eq!(theirs.rules_off.reason(CODE).map(|reason| &**reason), Some("乙"));

    let part = hand_out(&BEIJING, &with("甲"), "质量管理部", &[ItemSlot(0)]);
    assert_eq!(red_pen(&BEIJING, &part.assessment), Vec::new());
}
