//! Improvement actions and targets: in the record, in the file, ranked, and what the total would be.

use crate::samples::{BEIJING, DEMO, after, day, percent, slot};
use award_kit::archive::{Project, open, write};
use award_kit::assessment::{
    Action, ActionChange, ActionText, Assessment, Field, History, ImprovementAction, ImprovementChange, ItemChange, Progress, Size, adopt_opportunities, text,
};
use award_kit::criteria::Pack;
use serde_json::{Value, json};
use std::rc::Rc;

fn add(item: &str, title: &str) -> Action {
    Action::Improve(ImprovementChange::Add(Rc::new(ImprovementAction {
        item: text(item),
        title: text(title),
        ..ImprovementAction::default()
    })))
}

fn change(at: usize, change: ActionChange) -> Action {
    Action::Improve(ImprovementChange::Change(at, change))
}

fn target(pack: &Pack, item: &str, value: u8) -> Action {
    Action::Improve(ImprovementChange::Target(slot(pack, item), Some(percent(value))))
}

fn planned() -> Assessment {
    after(
        &BEIJING,
        &[
            add("leadership.governance", "独立董事每年评价一次高层"),
            change(0, ActionChange::Text(ActionText::Owner, text("董事会办公室"))),
            change(0, ActionChange::Text(ActionText::Note, text("先修订议事规则"))),
            change(0, ActionChange::Start(Some(day("2016-03-01")))),
            change(0, ActionChange::Due(Some(day("2016-06-30")))),
            change(0, ActionChange::Progress(Progress::Doing)),
            change(0, ActionChange::Days(Some(12))),
            change(0, ActionChange::Gain(Some(10))),
            add("", "统一计量口径"),
            change(1, ActionChange::Size(Some(Size::Medium))),
            target(&BEIJING, "leadership.governance", 70),
        ],
    )
}

fn written(assessment: &Assessment, pack: &Pack) -> Value {
    serde_json::from_str(&write(&Project::new(assessment.clone()), pack)).expect("JSON")
}

fn reopened(file: &Value, pack: &Pack) -> Project {
    open(&file.to_string()).expect("a file").with_pack(pack).expect("it fits")
}

#[test]
fn a_plan_stands_in_members_of_its_own_and_comes_back() {
    let assessment = planned();
    let file = written(&assessment, &BEIJING);
    assert_eq!(file["version"], "1.2");
    assert_eq!(
        file["actions"]["action-1"],
        json!({
            "title": "独立董事每年评价一次高层",
            "item": "leadership.governance",
            "owner": "董事会办公室",
            "start": "2016-03-01",
            "due": "2016-06-30",
            "status": "doing",
            "days": 12,
            "size": null,
            "gain": 10,
            "note": "先修订议事规则",
        })
    );
    assert_eq!(file["actions"]["action-2"]["size"], "M");
    assert_eq!(file["targets"], json!({ "leadership.governance": 70 }));
    let project = reopened(&file, &BEIJING);
    assert_eq!(project, Project::new(assessment));
    assert_eq!(written(&project.assessment, &BEIJING), file);
}

#[test]
fn without_a_plan_the_file_is_as_it_was_before() {
    let file = written(&Assessment::blank(&BEIJING), &BEIJING);
    assert!(file.get("actions").is_none() && file.get("targets").is_none());
    assert_eq!(file["version"], "1.1");
    // A plan that is taken back leaves nothing behind.
    let mut assessment = reopened(&written(&planned(), &BEIJING), &BEIJING).assessment;
    for action in [
        Action::Improve(ImprovementChange::Remove(1)),
        Action::Improve(ImprovementChange::Remove(0)),
        Action::Improve(ImprovementChange::Target(slot(&BEIJING, "leadership.governance"), None)),
    ] {
        assessment = action.apply(&assessment);
    }
    assert_eq!(written(&assessment, &BEIJING), file);
}

#[test]
fn a_file_that_says_1_2_without_a_plan_goes_on_saying_it() {
    let mut file = written(&Assessment::blank(&BEIJING), &BEIJING);
    file["version"] = json!("1.2");
    let project = reopened(&file, &BEIJING);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), file);
}

#[test]
fn targets_without_a_place_are_kept_and_not_counted() {
    let mut file = written(&planned(), &BEIJING);
    for (id, percent) in [
        ("leadership.gone", json!(60)),
        ("strategy.development", json!(47)),
        ("strategy.deployment", Value::Null),
    ] {
        file["targets"][id] = percent;
    }
    let project = reopened(&file, &BEIJING);
    assert_eq!(project.assessment, planned());
    assert_eq!(project.kept.len(), 3, "{:?}", project.kept);
    let again: Value = serde_json::from_str(&write(&project, &BEIJING)).expect("JSON");
    assert_eq!(again, file);
    // A target that is set takes the place of the one that was kept.
    let set = target(&BEIJING, "strategy.development", 60).apply(&project.assessment);
    let again: Value = serde_json::from_str(&write(&Project { assessment: set, ..project }, &BEIJING)).expect("JSON");
    assert_eq!(again["targets"]["strategy.development"], 60);
}

#[test]
fn values_that_cannot_be_are_refused_with_their_place() {
    let file = written(&planned(), &BEIJING);
    for (pointer, value) in [
        ("/actions/action-1/due", json!("2016-06-31")),
        ("/actions/action-1/start", json!("1 March")),
        ("/actions/action-1/gain", json!(101)),
        ("/actions/action-1/gain", json!(-1)),
        ("/actions/action-1/status", json!("late")),
        ("/actions/action-1/size", json!("XL")),
        ("/actions/action-1/days", json!(1.5)),
        ("/targets/leadership.governance", json!(105)),
    ] {
        let mut file = file.clone();
        *file.pointer_mut(pointer).expect("a member") = value;
        let error = open(&file.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect_err(pointer);
        assert!(error.to_string().contains(&format!("{pointer:?}")), "{pointer}: {error}");
    }
}

#[test]
fn what_a_newer_kit_wrote_into_an_action_stays_and_goes_with_it() {
    let mut file = written(&planned(), &BEIJING);
    file["version"] = json!("1.7");
    file["actions"]["action-2"]["cost"] = json!({ "yuan": 5 });
    let project = reopened(&file, &BEIJING);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), file);
    let without = Action::Improve(ImprovementChange::Remove(1)).apply(&project.assessment);
    let left: Value = serde_json::from_str(&write(
        &Project {
            assessment: without,
            ..project
        },
        &BEIJING,
    ))
    .expect("JSON");
    assert!(left["actions"].get("action-2").is_none());
}

#[test]
fn ids_of_actions_are_their_own_and_never_change() {
    let three = after(
        &DEMO,
        &[add("", "一"), add("", "二"), Action::Improve(ImprovementChange::Remove(0)), add("", "三")],
    );
    let ids: Vec<&str> = three.improvement.actions.iter().map(|action| &*action.id).collect();
    assert_eq!(ids, ["action-2", "action-3"]);
}

#[test]
fn writing_on_in_one_field_of_an_action_is_one_step_of_undo() {
    let mut history = History::new(planned());
    let field = Field::Improvement(0, ActionText::Title);
    for typed in ["独", "独立", "独立董事"] {
        history = history.after(&field.write(text(typed))).expect("a change");
    }
    history = history.after(&change(0, ActionChange::Gain(Some(15)))).expect("a change");
    assert!(history.after(&change(0, ActionChange::Gain(Some(15)))).is_none(), "the same gain is no change");
    let back = history.undone().expect("a step").undone().expect("a step");
    assert_eq!(**back.present(), planned());
}

#[test]
fn opportunities_become_actions_in_one_step_and_only_once() {
    let item = slot(&DEMO, "practice.direction");
    let written = Action::Item(item, ItemChange::Opportunities(text("目标未分解到班组\n\n  评审间隔过长 \r\n目标未分解到班组")));
    let before = History::new(after(&DEMO, &[written]));
    let record = before.present().item(item).clone();
    let adopt = |assessment: &Assessment| adopt_opportunities(&assessment.improvement, "practice.direction", &record.opportunities);
    let action = adopt(before.present()).expect("two new actions");
    let with = before.after(&action).expect("a change");
    let titles: Vec<&str> = with.present().improvement.actions.iter().map(|action| &*action.title).collect();
    assert_eq!(titles, ["目标未分解到班组", "评审间隔过长"]);
    assert!(with.present().improvement.actions.iter().all(|action| &*action.item == "practice.direction"));
    assert_eq!(adopt(with.present()), None);
    assert_eq!(with.undone().expect("a step").present(), before.present());
}
