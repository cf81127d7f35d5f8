//! Entries keep apart what is not the same, and references follow them, whatever order files come back in.

use crate::samples::{BEIJING, DEMO, NEW};
use award_kit::archive::{Kept, Project, open_bytes, to_value, write};
use award_kit::assessment::{
    Action, ActionChange, ActionText, EvidenceEntry, ImprovementAction, ImprovementChange, ItemChange, OwnIndicator, Progress, RegisterChange, text,
};
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::merge::{
    Against, Choice, Merge, Sides, drop_aside, hand_out, handed_out, list_part, listed_parts, merge, merge_files, part_of, set_aside, take_back, use_aside,
};
use serde_json::{Value, json};
use std::rc::Rc;

const SIDES: Sides<'_> = Sides {
    ours: "总部", theirs: "部门"
};

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn both(pack: &Pack, merge: &Merge) -> Project {
    merge.keeping_both(pack, SIDES).unwrap_or_else(|error| panic!("{error}"))
}

fn back(pack: &Pack, whole: &Project, part: &Project) -> Project {
    let found = take_back(pack, whole, part).expect("a base").expect("handed out");
    assert_eq!(found.conflicts, []);
    both(pack, &found)
}

/// An action with the id a kit that counts gave it.
fn counted(id: &str, title: &str, item: &str) -> Action {
    Action::Improve(ImprovementChange::Add(
        NEW,
        Rc::new(ImprovementAction {
            id: text(id),
            title: text(title),
            item: text(item),
            ..ImprovementAction::default()
        }),
    ))
}

fn entry(key: &str, number: &str, title: &str) -> Action {
    Action::Register(RegisterChange::Add(
        NEW,
        Rc::new(EvidenceEntry {
            key: text(key),
            number: text(number),
            title: text(title),
            ..EvidenceEntry::default()
        }),
    ))
}

fn own(id: &str, name: &str, unit: &str) -> Action {
    Action::AddOwn(
        NEW,
        Rc::new(OwnIndicator {
            id: text(id),
            name: text(name),
            unit: text(unit),
            ..OwnIndicator::default()
        }),
    )
}

fn refer(item: usize, words: &str) -> Action {
    Action::Item(ItemSlot(item), ItemChange::AddEvidence(text(words)))
}

fn answer(item: usize, words: &str) -> Action {
    let text = text(words);
    Action::Item(ItemSlot(item), ItemChange::Answer { scope: 0, factor: 0, text })
}

fn renumber(at: usize, number: &str) -> Action {
    Action::Register(RegisterChange::Renumber(at, text(number)))
}

#[test]
fn what_a_part_of_an_older_kit_adds_takes_no_id_that_stands_for_something_else() {
    let [first, second] = [0, 1].map(|at| BEIJING.item(ItemSlot(at)).id.clone());
    let whole = after(&Project::blank(&BEIJING), &[counted("action-1", "镀锌线改造", &first)]);
    let [p, q] = [0, 1].map(|at| hand_out(&BEIJING, &whole, ["甲部", "乙部"][at], &[ItemSlot(at)]));
    // Its part does not hold the first action, so an older kit counts from the beginning.
    let q = after(&q, &[counted("action-1", "供方审核", &second), own("own-1", "事故", "次")]);
    let done = [
        ActionChange::Progress(Progress::Done),
        ActionChange::Text(ActionText::Note, text("镀锌线已运行")),
    ];
    let p = after(&p, &done.map(|change| Action::Improve(ImprovementChange::Change(0, change))));
    let p = after(&p, &[own("own-1", "能耗", "kg")]);
    let one = back(&BEIJING, &back(&BEIJING, &whole, &q), &p);
    let other = back(&BEIJING, &back(&BEIJING, &whole, &p), &q);
    assert_eq!(write(&one, &BEIJING), write(&other, &BEIJING));
    let told: Vec<(&str, Progress, &str)> = one
        .assessment
        .improvement
        .actions
        .iter()
        .map(|action| (&*action.title, action.progress, &*action.note))
        .collect();
    assert_eq!(told, [("镀锌线改造", Progress::Done, "镀锌线已运行"), ("供方审核", Progress::Open, "")]);
    let own: Vec<(&str, &str)> = one.assessment.figures.own.iter().map(|own| (&*own.name, &*own.unit)).collect();
    assert_eq!(own.len(), 2);
    assert!(own.contains(&("事故", "次")) && own.contains(&("能耗", "kg")));
    // Taken back again, nothing is added.
    assert_eq!(write(&back(&BEIJING, &one, &q), &BEIJING), write(&one, &BEIJING));
}

#[test]
fn what_a_newer_version_noted_of_an_entry_goes_along_when_that_gets_another_id() {
    let with = |title: &str, typed: &str| {
        let mut side = after(&Project::blank(&DEMO), &[counted("action-1", title, ""), entry("E01", "E01", title)]);
        for pointer in ["/actions/action-1/later", "/evidence/E01/later"] {
            let value = json!({ "text": typed });
            side.kept.push(Kept {
                pointer: pointer.into(),
                value,
            });
        }
        side
    };
    let (one, other) = (with("甲", "甲所写"), with("乙", "乙所写"));
    for (ours, theirs) in [(&one, &other), (&other, &one)] {
        let file = to_value(&both(&DEMO, &merge(&DEMO, None, ours, theirs)), &DEMO);
        for section in ["actions", "evidence"] {
            let entries = file[section].as_object().expect("entries");
            let told: Vec<(&Value, &Value)> = entries.values().map(|entry| (&entry["title"], &entry["later"]["text"])).collect();
            assert_eq!(told.len(), 2, "{section}");
            assert!(
                told.contains(&(&json!("甲"), &json!("甲所写"))) && told.contains(&(&json!("乙"), &json!("乙所写"))),
                "{told:?}"
            );
        }
    }
}

#[test]
fn what_was_set_aside_of_an_entry_still_names_it_when_that_gets_another_id() {
    let base = after(&Project::blank(&DEMO), &[counted("action-1", "乙措施", "")]);
    let size = |size| Action::Improve(ImprovementChange::Change(0, ActionChange::Days(Some(size))));
    let found = merge(&DEMO, Some(&base), &after(&base, &[size(5)]), &after(&base, &[size(9)]));
    let noted = both(&DEMO, &found);
    let stranger = after(&Project::blank(&DEMO), &[counted("action-1", "丙措施", "")]);
    let first = after(&Project::blank(&DEMO), &[counted("action-1", "一措施", "")]);
    for other in [&stranger, &first] {
        for result in [merge(&DEMO, None, &noted, other), merge(&DEMO, None, other, &noted)].map(|merge| both(&DEMO, &merge)) {
            let aside = set_aside(&result);
            assert_eq!(aside.len(), 1);
            let used = use_aside(&DEMO, &result, &aside[0]).expect("it reads");
            let days: Vec<(&str, Option<u32>)> = used.assessment.improvement.actions.iter().map(|action| (&*action.title, action.days)).collect();
            assert!(
                days.contains(&("乙措施", Some(9))) && days.iter().filter(|(_, days)| days.is_none()).count() == 1,
                "{days:?}"
            );
            assert_eq!(set_aside(&drop_aside(&DEMO, &result, &aside[0]).expect("it reads")), []);
        }
    }
}

#[test]
fn a_part_is_one_whatever_it_is_merged_with() {
    let mut whole = Project::blank(&DEMO);
    whole = after(&whole, &[answer(0, "总部"), answer(1, "总部"), answer(2, "总部")]);
    let part = hand_out(&DEMO, &whole, "部门", &[ItemSlot(1)]);
    list_part(&mut whole, &handed_out(&part).expect("handed out"), crate::samples::day("2026-11-02"));
    let returned = after(&part, &[answer(1, "部门")]);
    let result = |given: Option<&Project>, ours: &Project, theirs: &Project| {
        let (found, against) = merge_files(&DEMO, given, ours, theirs).expect("a base");
        assert_eq!(against, Against::Part);
        assert_eq!(found.conflicts, []);
        both(&DEMO, &found)
    };
    let expected = write(&result(None, &whole, &returned), &DEMO);
    for given in [None, Some(&whole), Some(&part), Some(&returned)] {
        for (ours, theirs) in [(&whole, &returned), (&returned, &whole)] {
            let joined = result(given, ours, theirs);
            assert_eq!(part_of(&joined), None);
            assert_eq!(listed_parts(&joined).len(), 1);
            let answers = [0, 1, 2].map(|item| joined.assessment.items[item].answer(0, 0).to_string());
            assert_eq!(answers, ["总部", "部门", "总部"]);
            assert_eq!(write(&joined, &DEMO), expected);
        }
    }
    // Two states of one part stay a part, merged against a third one.
    let other = after(&part, &[answer(1, "另")]);
    let (found, against) = merge_files(&DEMO, Some(&part), &part, &other).expect("a base");
    assert_eq!(
        (against, found.conflicts.len(), part_of(&both(&DEMO, &found)).is_some()),
        (Against::Given, 0, true)
    );
}

#[test]
fn references_follow_an_entry_that_is_renumbered_and_two_that_exchange_their_numbers() {
    let two = after(
        &Project::blank(&DEMO),
        &[entry("E-01", "E-01", "手册"), entry("E-02", "E-02", "报告"), answer(2, "见 E-02")],
    );
    let exchanged = after(&two, &[renumber(0, "E-9"), renumber(1, "E-01"), renumber(0, "E-02")]);
    let referring = after(
        &two,
        &[
            refer(0, "见 E-01 第 3 页"),
            answer(1, "依据 E-01 编制，另见 E-02。"),
            answer(2, "见 E-02，已更新"),
        ],
    );
    for (ours, theirs) in [(&exchanged, &referring), (&referring, &exchanged)] {
        let found = merge(&DEMO, Some(&two), ours, theirs);
        assert_eq!((found.conflicts.as_slice(), found.unfollowed.as_slice()), (&[][..], &[][..]));
        let result = both(&DEMO, &found).assessment;
        let titles: Vec<(&str, &str)> = result.evidence.entries.iter().map(|entry| (&*entry.number, &*entry.title)).collect();
        assert_eq!(titles, [("E-02", "手册"), ("E-01", "报告")]);
        assert_eq!(&*result.items[0].evidence[0], "见 E-02 第 3 页");
        assert_eq!(&**result.items[1].answer(0, 0), "依据 E-02 编制，另见 E-01。");
        assert_eq!(&**result.items[2].answer(0, 0), "见 E-01，已更新");
    }
    // Numbers that are words stay words where they are no references.
    let word = after(&Project::blank(&DEMO), &[entry("A", "A", "手册"), answer(0, "A 级"), refer(1, "A")]);
    let renamed = after(&word, &[renumber(0, "B")]);
    let result = both(&DEMO, &merge(&DEMO, Some(&word), &renamed, &after(&word, &[answer(2, "另")]))).assessment;
    assert_eq!((&**result.items[0].answer(0, 0), &*result.items[1].evidence[0]), ("A 级", "B"));
}

#[test]
fn a_reference_whose_evidence_was_taken_away_is_told() {
    let base = after(&Project::blank(&DEMO), &[entry("E01", "E01", "手册")]);
    let gone = after(&base, &[Action::Register(RegisterChange::Remove(0))]);
    let referring = after(&base, &[refer(0, "E01 第 2 页")]);
    let found = merge(&DEMO, Some(&base), &gone, &referring);
    let told: Vec<(&str, &str)> = found.unfollowed.iter().map(|text| (&*text.pointer, &*text.number)).collect();
    let item = &DEMO.item(ItemSlot(0)).id;
    assert_eq!(told, [(&*format!("/items/{item}/evidence/0"), "E01")]);
    assert_eq!(&*both(&DEMO, &found).assessment.items[0].evidence[0], "E01 第 2 页");
}

#[test]
fn joining_the_same_texts_again_piles_up_nothing() {
    let base = Project::blank(&DEMO);
    let name = |name: &str| Action::Profile(award_kit::assessment::ProfileText::Name, text(name));
    let (one, other) = (
        after(&base, &[answer(0, "甲说"), name("甲厂")]),
        after(&base, &[answer(0, "乙说"), name("乙厂")]),
    );
    for based in [None, Some(&base)] {
        let joined = both(&DEMO, &merge(&DEMO, based, &one, &other));
        assert_eq!(&**joined.assessment.items[0].answer(0, 0), "【1/2 总部】\n甲说\n\n【2/2 部门】\n乙说");
        for again in [&one, &other, &joined] {
            let found = merge(&DEMO, based, &joined, again);
            assert_eq!(found.conflicts, []);
            assert_eq!(write(&both(&DEMO, &found), &DEMO), write(&joined, &DEMO));
        }
        // What was written since is one more part.
        let found = merge(&DEMO, based, &joined, &after(&other, &[answer(0, "乙又说")]));
        let result = found.settled(&DEMO, &[Choice::Both], SIDES).expect("a file").assessment;
        assert_eq!(
            &**result.items[0].answer(0, 0),
            "【1/3 总部】\n甲说\n\n【2/3 部门】\n乙说\n\n【3/3 部门】\n乙又说"
        );
    }
}

#[test]
fn an_entry_whose_name_was_joined_is_the_one_it_was_joined_from() {
    let base = after(&Project::blank(&DEMO), &[counted("action-1", "初", "")]);
    let named = |name: &str| {
        let change = ActionChange::Text(ActionText::Title, text(name));
        after(&base, &[Action::Improve(ImprovementChange::Change(0, change))])
    };
    let (one, other) = (named("甲"), named("乙"));
    let joined = both(&DEMO, &merge(&DEMO, Some(&base), &one, &other));
    for again in [&one, &other] {
        assert_eq!(both(&DEMO, &merge(&DEMO, None, &joined, again)), joined);
    }
}

#[test]
fn characters_that_stand_for_entries_while_merging_are_texts_like_any_other() {
    let awkward = "\u{fdd0}0\u{fdd1} E01 \u{fdd0}";
    let base = after(&Project::blank(&DEMO), &[entry("E01", "E01", "手册"), answer(0, awkward), refer(1, awkward)]);
    let found = merge(&DEMO, Some(&base), &base, &after(&base, &[renumber(0, "E07")]));
    let result = both(&DEMO, &found);
    assert_eq!(&**result.assessment.items[0].answer(0, 0), "\u{fdd0}0\u{fdd1} E07 \u{fdd0}");
    let reopened = open_bytes(write(&result, &DEMO).as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
    assert_eq!(reopened, Ok(result));
}
