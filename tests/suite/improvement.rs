//! Improvement actions and targets: in the record, in the file, ranked, and what the total would be.

use crate::samples::{BEIJING, DEMO, NEW, after, assessments, cases, counted, day, percent, rated, slot};
use award_kit::archive::{Project, open, write};
use award_kit::assessment::{
    Action, ActionChange, ActionText, Assessment, Field, FigureChange, FigureSlot, History, Identity, ImprovementAction, ImprovementChange, IncidentChange,
    IncidentKind, IncidentText, ItemChange, Percent, Progress, RegisterChange, SelfCheckAnswer, Size, StageChange, adopt_opportunities, text,
};
use award_kit::criteria::{Pack, SelfCheckSlot};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::export::{Options, Target, export};
use award_kit::findings::{FigureDoubts, Finding, Place, findings, findings_with};
use award_kit::language::Language;
use award_kit::scoring::{Assumption, Points, rank_actions, reached, score, what_if};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

fn add(item: &str, title: &str) -> Action {
    Action::Improve(ImprovementChange::Add(
        NEW,
        Rc::new(ImprovementAction {
            item: text(item),
            title: text(title),
            ..ImprovementAction::default()
        }),
    ))
}

fn change(at: usize, change: ActionChange) -> Action {
    Action::Improve(ImprovementChange::Change(at, change))
}

fn target(pack: &Pack, item: &str, value: u8) -> Action {
    Action::Improve(ImprovementChange::Target(slot(pack, item), Some(percent(value))))
}

fn planned() -> Assessment {
    counted(after(
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
    ))
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
fn an_id_is_never_given_again_once_its_entry_is_gone() {
    let drawn = |bits: u64| Identity::from_bits(bits);
    let action = |bits| Action::Improve(ImprovementChange::Add(drawn(bits), Rc::default()));
    let own = |bits| Action::AddOwn(drawn(bits), Rc::default());
    let entry = |bits| Action::Register(RegisterChange::Add(drawn(bits), Rc::default()));
    let incident = |bits| Action::Incident(IncidentChange::Add(drawn(bits), None));
    let remove = [
        Action::Improve(ImprovementChange::Remove(0)),
        Action::RemoveOwn(0),
        Action::Register(RegisterChange::Remove(0)),
        Action::Incident(IncidentChange::Remove(0)),
    ];
    let ids = |assessment: &Assessment| {
        [
            assessment.improvement.actions[0].id.clone(),
            assessment.figures.own[0].id.clone(),
            assessment.evidence.entries[0].key.clone(),
            assessment.road.incidents[0].id.clone(),
        ]
    };
    let added = |before: &Assessment, bits| {
        let all = [action(bits), own(bits), entry(bits), incident(bits)];
        all.iter().fold(before.clone(), |before, action| action.apply(&before))
    };
    let first = added(&Assessment::blank(&DEMO), 7);
    assert_eq!(
        ids(&first).map(|id| id.to_string()),
        ["action-0000000000007", "own-0000000000007", "evidence-0000000000007", "incident-0000000000007"]
    );
    let again = added(&remove.iter().fold(first.clone(), |before, action| action.apply(&before)), 8);
    assert!(ids(&first).iter().zip(ids(&again)).all(|(before, after)| *before != after));
    // The number is what people see, and goes on counting.
    assert_eq!(&*again.evidence.entries[0].number, "E01");
    // The same draw twice is still two entries.
    let twice = added(&first, 7);
    assert_ne!(twice.improvement.actions[0].id, twice.improvement.actions[1].id);
    assert_ne!(twice.evidence.entries[0].key, twice.evidence.entries[1].key);
    assert!(Identity::is_written(&twice.figures.own[1].id, "own-") && !Identity::is_written("own-1", "own-"));
    let mut further: Vec<String> = drawn(7).further().take(1000).map(|identity| identity.after("").to_string()).collect();
    further.sort_unstable();
    further.dedup();
    assert_eq!(further.len(), 1000);
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
    let adopt = |assessment: &Assessment| adopt_opportunities(&assessment.improvement, NEW, "practice.direction", &record.opportunities);
    let action = adopt(before.present()).expect("two new actions");
    let with = before.after(&action).expect("a change");
    let titles: Vec<&str> = with.present().improvement.actions.iter().map(|action| &*action.title).collect();
    assert_eq!(titles, ["目标未分解到班组", "评审间隔过长"]);
    assert!(with.present().improvement.actions.iter().all(|action| &*action.item == "practice.direction"));
    assert_eq!(adopt(with.present()), None);
    assert_eq!(with.undone().expect("a step").present(), before.present());
}

/// Three actions and their gain and effort, on an assessment rated `ratings`.
fn weighed(ratings: &[Option<u8>], actions: &[(&str, Option<u8>, Option<u32>)]) -> Assessment {
    let mut assessment = rated(&BEIJING, ratings);
    for (at, (item, gain, days)) in actions.iter().enumerate() {
        for action in [add(item, "措施"), change(at, ActionChange::Gain(*gain)), change(at, ActionChange::Days(*days))] {
            assessment = action.apply(&assessment);
        }
    }
    assessment
}

fn all_at(percent: u8) -> Vec<Option<u8>> {
    vec![Some(percent); BEIJING.items().len()]
}

#[test]
fn actions_are_ranked_by_points_for_a_day_then_by_points_and_ties_stay_in_order() {
    let points = |item: &str| BEIJING.item(slot(&BEIJING, item)).points;
    let (first, second) = ("leadership.senior-leaders", "leadership.governance");
    assert_eq!(points(first), 50);
    let mut assessment = weighed(
        &all_at(50),
        &[
            (second, Some(10), None),
            (first, Some(10), Some(20)),
            (first, Some(10), Some(4)),
            (first, None, Some(1)),
            ("", Some(50), Some(1)),
            (first, Some(20), Some(8)),
            (second, Some(50), None),
        ],
    );
    assessment = change(6, ActionChange::Progress(Progress::Done)).apply(&assessment);
    let ranked = rank_actions(&BEIJING, &assessment);
    let order: Vec<usize> = ranked.iter().map(|ranked| ranked.at).collect();
    assert_eq!(order, [2, 5, 1, 0, 3, 4, 6]);
    assert_eq!(ranked[0].points, Some(Points::of_hundredths(500)), "50 points × 10 %");
    assert_eq!(ranked[0].points_per_day(), Some(Points::of_hundredths(125)));
    assert_eq!(
        ranked[1].points_per_day(),
        Some(Points::of_hundredths(125)),
        "equal, so in the order of the plan"
    );
    assert_eq!(ranked[3].points, Some(Points::of_hundredths(u64::from(points(second)) * 10)));
    assert!(ranked[4..].iter().all(|ranked| ranked.points.is_none()));
}

#[test]
fn a_gain_counts_as_far_as_there_is_room() {
    let assessment = weighed(&all_at(95), &[("leadership.senior-leaders", Some(10), Some(1))]);
    assert_eq!(rank_actions(&BEIJING, &assessment)[0].points, Some(Points::of_hundredths(250)));
}

#[test]
fn a_size_stands_for_days_until_days_are_given() {
    let size = |size| {
        let action = ImprovementAction {
            size: Some(size),
            ..ImprovementAction::default()
        };
        (
            action.effort(),
            ImprovementAction {
                days: Some(3),
                ..action.clone()
            }
            .effort(),
        )
    };
    assert_eq!(Size::ALL.map(size), [(Some(5), Some(3)), (Some(20), Some(3)), (Some(60), Some(3))]);
}

#[test]
fn what_the_total_would_be_with_actions_done_and_targets_met() {
    let item = slot(&BEIJING, "leadership.senior-leaders");
    let mut assessment = weighed(
        &all_at(50),
        &[("leadership.senior-leaders", Some(10), None), ("leadership.senior-leaders", Some(15), None)],
    );
    let now = score(&BEIJING, &assessment).total.points;
    let at = |assessment: &Assessment, assumption| reached(&BEIJING, assessment, item, assumption).map(Percent::value);
    assert_eq!(at(&assessment, Assumption::Actions), Some(75));
    assert_eq!(at(&assessment, Assumption::Targets), Some(50));
    assessment = target(&BEIJING, "leadership.senior-leaders", 80).apply(&assessment);
    assert_eq!(at(&assessment, Assumption::Both), Some(80));
    let total = |assumption| what_if(&BEIJING, &assessment, assumption).total.points;
    assert_eq!(total(Assumption::Actions), now + Points::of_hundredths(1250), "50 points × 25 %");
    assert_eq!(total(Assumption::Targets), now + Points::of_hundredths(1500), "50 points × 30 %");
    assert_eq!(total(Assumption::Both), now + Points::of_hundredths(1500));
    // Not rated is not zero: without a target nobody knows what is reached.
    let mut open = all_at(50);
    open[item.0] = None;
    let open = weighed(&open, &[("leadership.senior-leaders", Some(10), None)]);
    assert_eq!(at(&open, Assumption::Both), None);
    assert_eq!(what_if(&BEIJING, &open, Assumption::Both), score(&BEIJING, &open));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn improvement_never_lowers_a_total_and_both_are_no_less_than_either(assessment in assessments(&BEIJING)) {
        let now = score(&BEIJING, &assessment);
        let [actions, targets, both] = [Assumption::Actions, Assumption::Targets, Assumption::Both].map(|assumption| what_if(&BEIJING, &assessment, assumption));
        for part in [&actions, &targets] {
            prop_assert!(now.total.points <= part.total.points && part.total.points <= both.total.points);
            prop_assert_eq!(part.total.max, now.total.max);
        }
        let categories: Points = both.categories.iter().map(|category| category.tally.points).sum();
        prop_assert_eq!(categories, both.total.points);
    }

    #[test]
    fn every_action_is_ranked_once_and_no_worse_one_goes_before_a_better_one(assessment in assessments(&DEMO)) {
        let ranked = rank_actions(&DEMO, &assessment);
        let mut places: Vec<usize> = ranked.iter().map(|ranked| ranked.at).collect();
        places.sort_unstable();
        prop_assert!(places.iter().copied().eq(0..assessment.improvement.actions.len()));
        for pair in ranked.windows(2) {
            prop_assert!(pair[0].points_per_day() >= pair[1].points_per_day());
        }
    }
}

fn found(assessment: &Assessment, today: &str) -> Vec<Finding> {
    let eligibility = judge(&BEIJING, assessment, BEIJING.default_edition(), None, day(today));
    findings(&BEIJING, assessment, &eligibility)
}

fn codes(assessment: &Assessment, today: &str, place: Place) -> Vec<&'static str> {
    let found = found(assessment, today);
    found.iter().filter(|finding| finding.place() == place).map(Finding::code).collect()
}

#[test]
fn late_actions_and_actions_without_an_owner_are_found_while_they_are_live() {
    let mut assessment = planned();
    assert_eq!(
        codes(&assessment, "2016-06-30", Place::Action(0)),
        Vec::<&str>::new(),
        "the last day is not late"
    );
    assert_eq!(codes(&assessment, "2016-07-01", Place::Action(0)), ["action_late"]);
    assert_eq!(codes(&assessment, "2016-07-01", Place::Action(1)), ["action_without_owner"]);
    for progress in [Progress::Done, Progress::Dropped] {
        for at in [0, 1] {
            assessment = change(at, ActionChange::Progress(progress)).apply(&assessment);
            assert_eq!(codes(&assessment, "2016-07-01", Place::Action(at)), Vec::<&str>::new());
        }
    }
    let eligibility = judge(&BEIJING, &planned(), BEIJING.default_edition(), None, Date::MAX);
    let found = findings(&BEIJING, &planned(), &eligibility);
    assert!(!found.iter().any(|finding| finding.code() == "action_late"), "without a day nothing is late");
}

#[test]
fn eighty_percent_without_evidence_is_told_apart_from_fifty() {
    let item = slot(&BEIJING, "leadership.governance");
    let rated = |value: u8| {
        let rating = Action::Item(item, ItemChange::Percent(Some(percent(value))));
        codes(&after(&BEIJING, &[rating]), "2016-07-01", Place::Item(item))
    };
    assert!(rated(75).contains(&"rated_without_evidence") && !rated(75).contains(&"rated_high_without_evidence"));
    assert!(rated(80).contains(&"rated_high_without_evidence") && !rated(80).contains(&"rated_without_evidence"));
    assert!(!rated(45).iter().any(|code| code.ends_with("without_evidence")));
}

#[test]
fn results_without_figures_and_figures_that_do_not_fit_lead_to_the_indicators() {
    let item = slot(&BEIJING, "results.customers");
    let rating = Action::Item(item, ItemChange::Percent(Some(percent(40))));
    let at_figures = |actions: &[Action]| codes(&after(&BEIJING, actions), "2016-07-01", Place::Figures(Some(item)));
    assert_eq!(at_figures(&[]), Vec::<&str>::new(), "nothing was written yet, which is told of the item");
    assert_eq!(at_figures(std::slice::from_ref(&rating)), ["results_without_figures"]);
    let slot = FigureSlot::Catalogue(BEIJING.indicator_slot("customer-satisfaction").expect("an indicator"));
    let value = |year, value| Action::Figure(slot, FigureChange::Value { year, value: Some(value) });
    let mut actions = vec![rating, value(2013, 88.0), value(2014, 90.0), value(2015, 91.0)];
    assert_eq!(at_figures(&actions), Vec::<&str>::new());
    actions.push(value(2016, 910.0));
    assert_eq!(at_figures(&actions), ["figures_doubtful"]);
    let assessment = after(&BEIJING, &actions);
    let doubts = FigureDoubts::of(&BEIJING, &assessment);
    let eligibility = judge(&BEIJING, &assessment, BEIJING.default_edition(), None, day("2016-07-01"));
    assert_eq!(
        findings_with(&BEIJING, &assessment, &eligibility, &doubts),
        findings(&BEIJING, &assessment, &eligibility)
    );
}

#[test]
fn a_self_check_that_applies_is_found_at_its_place() {
    let check = SelfCheckSlot(0);
    let assessment = after(&BEIJING, &[Action::SelfCheck(check, SelfCheckAnswer::Applies)]);
    assert_eq!(codes(&assessment, "2016-07-01", Place::SelfCheck(check)), ["self_check_applies"]);
    let clear = Action::SelfCheck(check, SelfCheckAnswer::Clear).apply(&assessment);
    assert_eq!(codes(&clear, "2016-07-01", Place::SelfCheck(check)), Vec::<&str>::new());
}

#[test]
fn nothing_in_a_worked_sample_becomes_late_as_years_go_by() {
    let mut assessment = planned();
    assessment.fictional = true;
    let dated = |day_of: &str| Action::ApplicationDate(Some(day(day_of))).apply(&assessment);
    assert_eq!(codes(&dated("2016-06-30"), "2026-07-01", Place::Action(0)), Vec::<&str>::new());
    assert_eq!(codes(&dated("2016-12-02"), "2026-07-01", Place::Action(0)), ["action_late"]);
    assert_eq!(
        codes(&assessment, "2026-07-01", Place::Action(0)),
        ["action_late"],
        "without a day of its own it goes by today"
    );
}

#[test]
fn days_of_the_road_stand_by_stage_where_there_are_any_and_lead_into_the_calendar() {
    let stage = |at, change| Action::Stage(at, change);
    let assessment = after(
        &BEIJING,
        &[
            stage(0, StageChange::Day(Some(day("2016-12-02")))),
            stage(0, StageChange::Done(true)),
            stage(3, StageChange::Note(text("待通知"))),
            stage(7, StageChange::Done(true)),
        ],
    );
    assert_eq!(assessment.road.next(), Some(1));
    let file = written(&assessment, &BEIJING);
    assert_eq!(file["version"], "1.2");
    assert_eq!(
        file["road"],
        json!({
            "voluntary-application": { "day": "2016-12-02", "done": true, "note": "" },
            "site-review": { "day": null, "done": false, "note": "待通知" },
        })
    );
    assert_eq!(reopened(&file, &BEIJING), Project::new(assessment.clone()));
    let calendar = export(&Project::new(assessment), &BEIJING, Target::Ics, &Options::new(Language::En)).expect("a calendar");
    let calendar = String::from_utf8(calendar).expect("UTF-8");
    assert!(
        calendar.contains("UID:stage-voluntary-application.") && calendar.contains("DTSTART;VALUE=DATE:20161202"),
        "{calendar}"
    );
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    let mut unknown = file.clone();
    unknown["road"]["jury"] = json!({ "day": "2017-01-01" });
    let project = reopened(&unknown, &BEIJING);
    assert_eq!(project.kept.len(), 1);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), unknown);
    let mut bad = file.clone();
    bad["road"]["site-review"]["day"] = json!("soon");
    let error = open(&bad.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect_err("no day");
    assert!(error.to_string().contains("/road/site-review/day"), "{error}");
}

#[test]
fn incidents_are_kept_in_the_order_they_were_noted_and_only_where_there_are_any() {
    let incident = Action::Incident;
    let what = |at, written| Action::Incident(IncidentChange::Text(at, IncidentText::What, text(written)));
    let steps = [
        incident(IncidentChange::Add(NEW, Some(day("2018-03-05")))),
        incident(IncidentChange::Kind(0, Some(IncidentKind::Safety))),
        what(0, "铸造车间一人受伤"),
        incident(IncidentChange::Reported(0, Some(true))),
        incident(IncidentChange::Add(NEW, None)),
        what(1, "投诉"),
        incident(IncidentChange::Day(9, None)),
    ];
    let assessment = counted(after(&BEIJING, &steps));
    let file = written(&assessment, &BEIJING);
    assert_eq!((&file["version"], file.get("road")), (&json!("1.2"), None));
    assert_eq!(
        file["incidents"],
        json!({
            "incident-1": { "day": "2018-03-05", "kind": "safety", "what": "铸造车间一人受伤", "reported": true, "note": "" },
            "incident-2": { "day": null, "kind": null, "what": "投诉", "reported": null, "note": "" },
        })
    );
    assert_eq!(reopened(&file, &BEIJING), Project::new(assessment.clone()));

    // What a newer kit noted of an incident stays with it, and goes with it.
    let mut newer = file.clone();
    newer["incidents"]["incident-1"]["later"] = json!(1);
    let mut project = reopened(&newer, &BEIJING);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), newer);
    for left in [1, 0] {
        project.assessment = incident(IncidentChange::Remove(0)).apply(&project.assessment);
        let text = write(&project, &BEIJING);
        assert_eq!((text.matches("incident-").count(), text.contains("later")), (left, false), "{text}");
    }
    assert_eq!(project.assessment, Assessment::blank(&BEIJING));

    let mut bad = file.clone();
    bad["incidents"]["incident-1"]["day"] = json!("soon");
    let error = open(&bad.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect_err("no day");
    assert!(error.to_string().contains("/incidents/incident-1/day"), "{error}");
    bad["incidents"]["incident-1"] = json!({ "kind": "fire" });
    assert!(open(&bad.to_string()).is_err());
}
