//! Writing by department: parts handed out and taken back, two states merged, and nothing lost in any order.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO, NEW, actions, assessments, cases, counted, percent, register_changes};
use award_kit::archive::{Kept, Project, open_bytes, to_value, write};
use award_kit::assessment::{
    Action, Assessment, EvidenceEntry, FigureChange, FigureSlot, Goal, ImprovementAction, ImprovementChange, IncidentChange, IncidentText, ItemChange,
    OwnIndicator, ProfileText, RegisterChange, text,
};
use award_kit::criteria::{IndicatorSlot, ItemSlot, Kind, Pack};
use award_kit::merge::{Choice, Merge, Sides, hand_out, handed_out, merge, take_back};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const SIDES: Sides<'_> = Sides {
    ours: "质量部",
    theirs: "销售部",
};

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn of_older_kit(project: Project) -> Project {
    let assessment = counted(project.assessment);
    Project { assessment, ..project }
}

fn answer(item: usize, words: &str) -> Action {
    let change = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text(words),
    };
    Action::Item(ItemSlot(item), change)
}

fn merged(pack: &Pack, base: Option<&Project>, ours: &Project, theirs: &Project) -> Project {
    let merge = merge(pack, base, ours, theirs);
    assert_eq!(merge.conflicts, []);
    kept_both(pack, &merge)
}

fn kept_both(pack: &Pack, merge: &Merge) -> Project {
    merge.keeping_both(pack, SIDES).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_only_one_side_changed_is_taken_field_by_field() {
    let base = Project::new(filled(&DEMO));
    let ours = after(&base, &[answer(0, "我方"), Action::Item(ItemSlot(1), ItemChange::Strengths(text("我方优势")))]);
    let theirs = after(
        &base,
        &[
            Action::Item(ItemSlot(0), ItemChange::Percent(Some(percent(95)))),
            Action::Item(ItemSlot(1), ItemChange::Opportunities(text("对方机会"))),
            Action::Profile(ProfileText::Industry, text("仪器")),
            Action::Item(ItemSlot(2), ItemChange::Band { factor: 0, band: None }),
        ],
    );
    let result = merged(&DEMO, Some(&base), &ours, &theirs).assessment;
    assert_eq!(&**result.items[0].answer(0, 0), "我方");
    assert_eq!(result.items[0].percent, Some(percent(95)));
    assert_eq!((&*result.items[1].strengths, &*result.items[1].opportunities), ("我方优势", "对方机会"));
    assert_eq!(&**result.organisation.text(ProfileText::Industry), "仪器");
    assert_eq!(result.items[2].bands[0], None);
    let found = merge(&DEMO, Some(&base), &ours, &theirs);
    assert!(found.taken.contains(&"/organisation/industry".to_owned()), "{:?}", found.taken);
}

#[test]
fn a_text_both_changed_is_chosen_or_kept_in_both_versions() {
    let base = Project::new(filled(&DEMO));
    let ours = after(&base, &[answer(0, "我方的说法")]);
    let theirs = after(&base, &[answer(0, "对方的说法")]);
    let found = merge(&DEMO, Some(&base), &ours, &theirs);
    let [conflict] = found.conflicts.as_slice() else {
        panic!("{:?}", found.conflicts)
    };
    assert_eq!(conflict.item(), DEMO.items().next().map(|(_, item)| item.id.clone()));
    assert_eq!((&conflict.ours, &conflict.theirs), (&Some(json!("我方的说法")), &Some(json!("对方的说法"))));
    assert!(conflict.can_be_joined() && conflict.base.is_some());
    let table = [
        (Choice::Ours, "我方的说法"),
        (Choice::Theirs, "对方的说法"),
        (Choice::Both, "【1/2 质量部】\n我方的说法\n\n【2/2 销售部】\n对方的说法"),
    ];
    for (choice, expected) in table {
        let settled = found.settled(&DEMO, &[choice], SIDES).expect("a file");
        assert_eq!(&**settled.assessment.items[0].answer(0, 0), expected);
        assert_eq!(settled.kept, []);
    }
}

#[test]
fn what_cannot_be_joined_stays_ours_and_theirs_is_set_aside_in_the_file() {
    let base = Project::blank(&DEMO);
    let rate = |value| Action::Item(ItemSlot(0), ItemChange::Percent(Some(percent(value))));
    let (ours, theirs) = (after(&base, &[rate(40)]), after(&base, &[rate(60)]));
    let found = merge(&DEMO, Some(&base), &ours, &theirs);
    assert!(!found.conflicts[0].can_be_joined());
    let kept = kept_both(&DEMO, &found);
    assert_eq!(kept.assessment.items[0].percent, Some(percent(40)));
    let pointer = &found.conflicts[0].pointer;
    let value: Value = serde_json::from_str(&write(&kept, &DEMO)).expect("JSON");
    assert_eq!(value["set_aside"][pointer.as_str()], json!([{ "from": "销售部", "value": 60 }]));
    let reopened = open_bytes(write(&kept, &DEMO).as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
    assert_eq!(reopened.as_ref().map(|again| write(again, &DEMO)), Ok(write(&kept, &DEMO)));
    let chosen = found.settled(&DEMO, &[Choice::Theirs], SIDES).expect("a file");
    assert_eq!((chosen.assessment.items[0].percent, chosen.kept.len()), (Some(percent(60)), 0));
}

#[test]
fn a_single_line_is_joined_on_one_line() {
    let base = Project::blank(&DEMO);
    let name = |words| Action::Profile(ProfileText::Name, text(words));
    let found = merge(&DEMO, Some(&base), &after(&base, &[name("甲厂")]), &after(&base, &[name("乙厂")]));
    let kept = kept_both(&DEMO, &found);
    assert_eq!(
        &**kept.assessment.organisation.text(ProfileText::Name),
        "甲厂【1/2 质量部】 / 乙厂【2/2 销售部】"
    );
}

#[test]
fn without_a_base_what_differs_is_a_conflict_unless_one_side_is_blank() {
    let blank = Project::blank(&DEMO);
    let ours = after(
        &blank,
        &[answer(0, "同"), answer(1, "我"), Action::Item(ItemSlot(0), ItemChange::AddEvidence(text("E1")))],
    );
    let theirs = after(
        &blank,
        &[
            answer(0, "同"),
            answer(1, "他"),
            answer(2, "他"),
            Action::Kind(Some(Kind::Service)),
            Action::Item(ItemSlot(0), ItemChange::AddEvidence(text("E2"))),
        ],
    );
    let found = merge(&DEMO, None, &ours, &theirs);
    assert_eq!(found.conflicts.len(), 1, "{:?}", found.conflicts);
    let result = kept_both(&DEMO, &found).assessment;
    assert_eq!(&**result.items[2].answer(0, 0), "他");
    assert_eq!(result.organisation.kind, Some(Kind::Service));
    assert_eq!(result.items[0].evidence, [text("E1"), text("E2")]);
}

#[test]
fn lists_lose_what_either_side_took_away_and_gain_what_either_added() {
    let add = |reference| Action::Item(ItemSlot(0), ItemChange::AddEvidence(text(reference)));
    let base = after(&Project::blank(&DEMO), &[add("一"), add("二"), add("三")]);
    let ours = after(&base, &[Action::Item(ItemSlot(0), ItemChange::RemoveEvidence(0)), add("四")]);
    let theirs = after(&base, &[Action::Item(ItemSlot(0), ItemChange::RemoveEvidence(2)), add("五"), add("四")]);
    let result = merged(&DEMO, Some(&base), &ours, &theirs).assessment;
    let mut found: Vec<&str> = result.items[0].evidence.iter().map(|reference| &**reference).collect();
    assert_eq!(found.remove(0), "二");
    found.sort_unstable();
    assert_eq!(found, ["五", "四"]);
}

#[test]
fn a_goal_is_one_value_and_not_mixed_of_two() {
    let base = Project::blank(&BEIJING);
    let goal = |goal| Action::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), FigureChange::Target(Some(goal)));
    let ours = after(&base, &[goal(Goal::Value(90.0))]);
    let theirs = after(&base, &[goal(Goal::Within { low: 1.0, high: 2.0 })]);
    let found = merge(&BEIJING, Some(&base), &ours, &theirs);
    assert_eq!(kept_both(&BEIJING, &found).assessment.figures.indicators[0].target, Some(Goal::Value(90.0)));
}

fn own(name: &str) -> Action {
    Action::AddOwn(
        NEW,
        Rc::new(OwnIndicator {
            name: text(name),
            ..OwnIndicator::default()
        }),
    )
}

fn entry(title: &str) -> Action {
    Action::Register(RegisterChange::Add(
        NEW,
        Rc::new(EvidenceEntry {
            title: text(title),
            ..EvidenceEntry::default()
        }),
    ))
}

fn task(title: &str) -> Action {
    let action = ImprovementAction {
        title: text(title),
        ..ImprovementAction::default()
    };
    Action::Improve(ImprovementChange::Add(NEW, Rc::new(action)))
}

#[test]
fn things_both_sides_added_under_one_id_are_kept_apart_and_references_follow() {
    let base = of_older_kit(after(&Project::blank(&DEMO), &[entry("质量手册")]));
    let refer = |item: usize| Action::Item(ItemSlot(item), ItemChange::AddEvidence(text("E02 见第 3 页")));
    let ours = of_older_kit(after(&base, &[own("甲指标"), entry("甲证据"), task("甲行动"), refer(0)]));
    let theirs = of_older_kit(after(&base, &[own("乙指标"), entry("乙证据"), task("乙行动"), refer(1)]));
    let result = merged(&DEMO, Some(&base), &ours, &theirs);
    assert_eq!(result, merged(&DEMO, Some(&base), &theirs, &ours));
    let Assessment {
        figures,
        evidence,
        improvement,
        items,
        ..
    } = &result.assessment;
    assert_eq!(
        figures.own.iter().map(|own| (&*own.id, &*own.name)).collect::<Vec<_>>(),
        [("own-1", "乙指标"), ("own-esv6zk0j8wjpf", "甲指标")]
    );
    let entries: Vec<(&str, &str)> = evidence.entries.iter().map(|entry| (&*entry.number, &*entry.title)).collect();
    assert_eq!(entries.len(), 3);
    assert_eq!(improvement.actions.len(), 2);
    for (item, title) in [(0, "甲证据"), (1, "乙证据")] {
        let number = entries.iter().find(|(_, known)| *known == title).map(|(number, _)| *number).expect("the entry");
        assert!(items[item].evidence[0].starts_with(number), "{title}: {:?} {entries:?}", items[item].evidence);
    }
}

#[test]
fn a_number_given_to_two_entries_is_borne_by_one_and_references_follow() {
    let base = of_older_kit(after(&Project::blank(&DEMO), &[entry("质量手册")]));
    let refer = |item: usize, number: &str| Action::Item(ItemSlot(item), ItemChange::AddEvidence(text(number)));
    let renumbered = Action::Register(RegisterChange::Renumber(0, text("E02")));
    let ours = after(&base, &[refer(0, "E01"), renumbered]);
    let theirs = of_older_kit(after(&base, &[entry("体系证书"), refer(1, "E02")]));
    let result = merged(&DEMO, Some(&base), &ours, &theirs);
    assert_eq!(result, merged(&DEMO, Some(&base), &theirs, &ours));
    let Assessment { evidence, items, .. } = &result.assessment;
    let entries: Vec<(&str, &str)> = evidence.entries.iter().map(|entry| (&*entry.number, &*entry.title)).collect();
    assert_eq!(entries, [("E02", "质量手册"), ("E02-sc", "体系证书")]);
    assert_eq!((&*items[0].evidence[0], &*items[1].evidence[0]), ("E02", "E02-sc"));
    // An exchange of numbers is none of this.
    let two = after(&base, &[entry("体系证书")]);
    let exchange = [("E9", 0), ("E01", 1), ("E02", 0)].map(|(number, at)| Action::Register(RegisterChange::Renumber(at, text(number))));
    let exchanged = after(&two, &exchange);
    assert_eq!(merged(&DEMO, Some(&two), &exchanged, &two), exchanged);
}

#[test]
fn however_numbers_meet_and_whatever_is_chosen_no_two_entries_bear_one() {
    let renumber = |at: usize, number: &str| Action::Register(RegisterChange::Renumber(at, text(number)));
    let numbered = |number: &str| {
        Action::Register(RegisterChange::Add(
            NEW,
            Rc::new(EvidenceEntry {
                number: text(number),
                ..EvidenceEntry::default()
            }),
        ))
    };
    let two = after(&Project::blank(&DEMO), &[entry("手册"), entry("证书")]);
    let longest = "ABCDEFGHIJKLMNOPQRST";
    let table: [(&str, Vec<Action>, Vec<Action>, bool); 6] = [
        (
            "an old entry gets the number of a new one, without a base",
            vec![renumber(1, "E03")],
            vec![entry("报告")],
            false,
        ),
        ("the same with a base", vec![renumber(1, "E03")], vec![entry("报告")], true),
        ("two entries get one number", vec![renumber(0, "X1")], vec![renumber(1, "X1")], true),
        (
            "numbers go round on one side",
            vec![renumber(0, "X1"), renumber(1, "X2")],
            vec![renumber(0, "X2")],
            true,
        ),
        (
            "what was taken away elsewhere",
            vec![renumber(0, "E9"), Action::Register(RegisterChange::Remove(1))],
            vec![renumber(1, "E9")],
            true,
        ),
        (
            "a number that leaves no room to count",
            vec![renumber(0, longest)],
            vec![renumber(1, longest)],
            true,
        ),
    ];
    for (about, ours, theirs, based) in table {
        let (ours, theirs) = (after(&two, &ours), after(&two, &theirs));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let found = merge(&DEMO, based.then_some(&two), ours, theirs);
            let all = [Choice::Ours, Choice::Theirs, Choice::Both];
            for (first, second) in all.into_iter().flat_map(|first| all.map(|second| (first, second))) {
                let settled = found.settled(&DEMO, &[first, second], SIDES).unwrap_or_else(|error| panic!("{about}: {error}"));
                let reopened = open_bytes(write(&settled, &DEMO).as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
                assert!(reopened.is_ok(), "{about}: {reopened:?}");
            }
        }
    }
    // The case that was found at random: one renumbers, the other adds, and nobody knows what both come from.
    let base = after(&Project::blank(&DEMO), &[numbered("E10")]);
    let (one, other) = (after(&base, &[entry("")]), after(&base, &[renumber(0, "E11")]));
    for (ours, theirs) in [(&one, &other), (&other, &one)] {
        let kept = kept_both(&DEMO, &merge(&DEMO, None, ours, theirs));
        assert_eq!(kept.assessment.evidence.entries.len(), 2);
    }
}

#[test]
fn incidents_noted_on_both_sides_are_both_kept() {
    let base = Project::blank(&DEMO);
    let noted = |what: &str| {
        let log = [IncidentChange::Add(NEW, None), IncidentChange::Text(0, IncidentText::What, text(what))];
        of_older_kit(after(&base, &log.map(Action::Incident)))
    };
    let (ours, theirs) = (noted("甲事件"), noted("乙事件"));
    let result = merged(&DEMO, Some(&base), &ours, &theirs);
    assert_eq!(result, merged(&DEMO, Some(&base), &theirs, &ours));
    let incidents: Vec<(&str, &str)> = result
        .assessment
        .road
        .incidents
        .iter()
        .map(|incident| (&*incident.id, &*incident.what))
        .collect();
    assert_eq!(incidents, [("incident-1", "乙事件"), ("incident-1hz4xhg6z66z0", "甲事件")]);
    // The same incident in both files stays one.
    assert_eq!(merged(&DEMO, None, &ours, &ours).assessment.road.incidents.len(), 1);
}

#[test]
fn an_entry_taken_away_on_one_side_and_changed_on_the_other_stays() {
    let base = after(&Project::blank(&DEMO), &[task("行动")]);
    let ours = after(&base, &[Action::Improve(ImprovementChange::Remove(0))]);
    let note = award_kit::assessment::ActionChange::Text(award_kit::assessment::ActionText::Note, text("还在做"));
    let theirs = after(&base, &[Action::Improve(ImprovementChange::Change(0, note))]);
    let found = merge(&DEMO, Some(&base), &ours, &theirs);
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(&*kept_both(&DEMO, &found).assessment.improvement.actions[0].note, "还在做");
    let gone = found.settled(&DEMO, &[Choice::Ours], SIDES).expect("a file");
    assert!(gone.assessment.improvement.actions.is_empty());
}

#[test]
fn members_this_version_does_not_know_are_merged_too() {
    let keep = |pointer: &str, value: Value| Kept {
        pointer: pointer.into(),
        value,
    };
    let base = Project::blank(&DEMO);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.kept = vec![keep("/later", json!({ "a": 1 }))];
    theirs.kept = vec![keep("/later", json!({ "b": 2 })), keep("/organisation/later", json!("x"))];
    theirs.minor = 7;
    let result = merged(&DEMO, Some(&base), &ours, &theirs);
    assert_eq!(
        result.kept,
        [keep("/later", json!({ "a": 1, "b": 2 })), keep("/organisation/later", json!("x"))]
    );
    assert_eq!(result.minor, 7);
}

#[test]
fn a_part_goes_to_a_department_and_comes_back_merged() {
    let whole = Project::new(filled(&BEIJING));
    let items = [ItemSlot(4), ItemSlot(18)];
    let part = hand_out(&BEIJING, &whole, "销售部", &items);
    let written = write(&part, &BEIJING);
    let opened = open_bytes(written.as_bytes())
        .and_then(|opened| opened.with_pack(&BEIJING))
        .expect("it opens as an assessment");
    assert_eq!(opened, part);
    let told = handed_out(&opened).expect("handed out");
    assert_eq!((told.department.as_str(), told.items.len()), ("销售部", 2));
    assert!(opened.assessment.items[4] == whole.assessment.items[4] && opened.assessment.items[5].is_unanswered());
    assert_eq!(opened.assessment.organisation, whole.assessment.organisation);
    // Meanwhile the whole is worked on as well.
    let whole = after(&whole, &[answer(0, "总部改动"), answer(18, "总部改动")]);
    let returned = after(&opened, &[answer(4, "部门所写"), answer(18, "部门改动"), task("部门行动")]);
    let found = take_back(&BEIJING, &whole, &returned).expect("a base").expect("handed out");
    assert_eq!(found.conflicts.len(), 1);
    let result = kept_both(&BEIJING, &found);
    assert_eq!(&**result.assessment.items[0].answer(0, 0), "总部改动");
    assert_eq!(&**result.assessment.items[4].answer(0, 0), "部门所写");
    assert!(result.assessment.items[18].answer(0, 0).contains("部门改动") && result.assessment.items[18].answer(0, 0).contains("总部改动"));
    assert_eq!(result.assessment.items[7], whole.assessment.items[7]);
    assert_eq!(result.assessment.improvement.actions.len(), 1);
    assert!(handed_out(&result).is_none() && result.kept.is_empty());
    assert_eq!(take_back(&BEIJING, &whole, &whole), Ok(None));
}

/// Changes of one item, and of one part of the rest.
fn edits(item: usize, profile: &'static [ProfileText]) -> impl Strategy<Value = Vec<Action>> {
    let own = actions(&DEMO).prop_filter_map("of this item or part", move |action| match action {
        Action::Item(_, change) => Some(Action::Item(ItemSlot(item), fitting(change))),
        Action::Profile(_, words) => Some(Action::Profile(profile[words.len() % profile.len()], words)),
        _ => None,
    });
    vec(own, 0..8)
}

/// A change that every item of the pack has room for.
fn fitting(change: ItemChange) -> ItemChange {
    match change {
        ItemChange::Answer { factor, text, .. } => ItemChange::Answer {
            scope: 0,
            factor: factor % 2,
            text,
        },
        ItemChange::Band { factor, .. } => ItemChange::Band {
            factor: factor % 2,
            band: Some(0),
        },
        other => other,
    }
}

/// Every text of a file.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// What a text says beside the numbers of entries, which follow these.
fn without_numbers<'a>(text: &'a str, numbers: &[&str]) -> Vec<&'a str> {
    match numbers.iter().find_map(|number| text.split_once(*number)) {
        Some((before, after)) => [without_numbers(before, numbers), without_numbers(after, numbers)].concat(),
        None => vec![text],
    }
}

/// Whether several pieces stand in a text, one after the other, each with something between them.
fn stand_in(text: &str, pieces: &[&str]) -> bool {
    let mut rest = Some(text);
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        rest = rest.and_then(|rest| rest.split_once(*piece)).map(|(_, rest)| rest);
    }
    pieces.len() > 1 && rest.is_some()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn disjoint_edits_merge_in_either_order_to_the_same_without_a_conflict_and_again_to_the_same(
        base in assessments(&DEMO),
        one in edits(0, &[ProfileText::Industry, ProfileText::Certificates]),
        other in edits(1, &[ProfileText::Honours, ProfileText::Postcode]),
    ) {
        let base = Project::new(base);
        let (one, other) = (after(&base, &one), after(&base, &other));
        let both = merged(&DEMO, Some(&base), &one, &other);
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &other, &one), &DEMO), write(&both, &DEMO));
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &both, &one), &DEMO), write(&both, &DEMO));
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &other, &both), &DEMO), write(&both, &DEMO));
    }

    #[test]
    fn merging_with_what_nobody_changed_changes_nothing(base in assessments(&DEMO), edits in vec(actions(&DEMO), 0..12)) {
        let base = Project::new(base);
        let changed = after(&base, &edits);
        let written = write(&changed, &DEMO);
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &changed, &base), &DEMO), written.clone());
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &base, &changed), &DEMO), written.clone());
        prop_assert_eq!(write(&merged(&DEMO, Some(&base), &changed, &changed), &DEMO), written.clone());
        prop_assert_eq!(write(&merged(&DEMO, None, &changed, &changed), &DEMO), written);
    }

    #[test]
    fn no_text_is_lost_in_either_order(
        base in assessments(&DEMO),
        one in vec(actions(&DEMO), 0..16),
        other in vec(actions(&DEMO), 0..16),
        based in any::<bool>(),
    ) {
        let base = Project::new(base);
        let (one, other) = (after(&base, &one), after(&base, &other));
        let [before, first, second] = [&base, &one, &other].map(|project| to_value(project, &DEMO));
        let registers = [&base, &one, &other].map(|project| project.assessment.evidence.clone());
        let mut known: Vec<&str> = registers.iter().flat_map(|register| &register.entries).map(|entry| &*entry.number).collect();
        known.sort_unstable_by_key(|number| std::cmp::Reverse(number.len()));
        for (ours, theirs) in [(&one, &other), (&other, &one)] {
            let result = kept_both(&DEMO, &merge(&DEMO, based.then_some(&base), ours, theirs));
            let merged = to_value(&result, &DEMO);
            // A number that names an entry of the file is not lost where another one gave way to it.
            let numbers = merged["evidence"].as_object().into_iter().flat_map(|entries| entries.keys().map(String::as_str));
            let merged: Vec<&str> = texts(&merged).into_iter().chain(numbers).collect();
            for written in texts(&first).into_iter().chain(texts(&second)) {
                if written == first["version"] || written == second["version"] || based && texts(&before).contains(&written) {
                    continue;
                }
                let pieces = without_numbers(written, &known);
                prop_assert!(merged.iter().any(|text| text.contains(written) || stand_in(text, &pieces)), "{:?} is lost", written);
            }
            let again = write(&result, &DEMO);
            let reopened = open_bytes(again.as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
            prop_assert_eq!(reopened.map(|reopened| write(&reopened, &DEMO)), Ok(again));
        }
    }

    #[test]
    fn whatever_is_chosen_for_each_conflict_the_result_is_read_again(
        base in assessments(&DEMO),
        one in vec(prop_oneof![2 => actions(&DEMO), 1 => register_changes().prop_map(Action::Register)], 0..16),
        other in vec(prop_oneof![2 => actions(&DEMO), 1 => register_changes().prop_map(Action::Register)], 0..16),
        based in any::<bool>(),
        choices in vec(proptest::sample::select(&[Choice::Ours, Choice::Theirs, Choice::Both][..]), 24),
    ) {
        let base = Project::new(base);
        let (one, other) = (after(&base, &one), after(&base, &other));
        let settled = merge(&DEMO, based.then_some(&base), &one, &other).settled(&DEMO, &choices, SIDES);
        let written = settled.map(|settled| write(&settled, &DEMO));
        prop_assert!(written.is_ok(), "{:?}", written);
        let written = written.unwrap_or_default();
        let reopened = open_bytes(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
        prop_assert_eq!(reopened.map(|reopened| write(&reopened, &DEMO)), Ok(written));
    }

    #[test]
    fn parts_come_back_in_any_order(one in edits(0, &[ProfileText::Industry]), other in edits(1, &[ProfileText::Honours]), third in edits(2, &[ProfileText::Products])) {
        let whole = Project::new(filled(&DEMO));
        let part = |item: usize, edits: &[Action]| after(&hand_out(&DEMO, &whole, "部门", &[ItemSlot(item)]), edits);
        let parts = [part(0, &one), part(1, &other), part(2, &third)];
        let in_order = |order: [usize; 3]| {
            order.into_iter().fold(whole.clone(), |whole, at| {
                let found = take_back(&DEMO, &whole, &parts[at]).expect("a base").expect("handed out");
                assert_eq!(found.conflicts, []);
                kept_both(&DEMO, &found)
            })
        };
        let first = write(&in_order([0, 1, 2]), &DEMO);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            prop_assert_eq!(write(&in_order(order), &DEMO), first.clone());
        }
    }
}
