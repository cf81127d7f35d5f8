//! Parts that come back from departments: recognised, looked at before anything changes, taken in at once, and told in words.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO, NEW, cases, day, percent};
use award_kit::archive::{Project, ReadError, carry, carry_as_proposed, open_bytes, plan, to_value, write};
use award_kit::assessment::{
    Action, EvidenceEntry, FigureChange, FigureSlot, ImprovementAction, ImprovementChange, ItemChange, OwnIndicator, ProfileText, RegisterChange, text,
};
use award_kit::criteria::{IndicatorSlot, ItemSlot, Lineage, Pack, built_in};
use award_kit::language::Language;
use award_kit::merge::{
    Before, Brought, Choice, Conflict, Matter, NotTaken, OtherCriteria, Returned, Round, Settling, add_missing_parts, drop_aside, hand_out, handed_out,
    list_part, listed_parts, note_sent, part_of, parts_out, recognise, recognise_under, round, set_aside, unlist_part, use_aside,
};
use award_kit::report::say;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const OURS: &str = "本自评";

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn answer(item: usize, words: &str) -> Action {
    let change = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text(words),
    };
    Action::Item(ItemSlot(item), change)
}

fn answered(project: &Project, item: usize) -> &str {
    project.assessment.items[item].answer(0, 0)
}

/// The organisation's assessment, and a part of it as the department opens it.
fn handed(pack: &Pack, whole: &mut Project, department: &str, items: &[usize], on: &str) -> Project {
    let items: Vec<ItemSlot> = items.iter().map(|item| ItemSlot(*item)).collect();
    let part = hand_out(pack, whole, department, &items);
    list_part(whole, &handed_out(&part).expect("handed out"), day(on));
    opened(pack, &part)
}

fn opened(pack: &Pack, project: &Project) -> Project {
    let written = write(project, pack);
    let opened = open_bytes(written.as_bytes()).and_then(|opened| opened.with_pack(pack)).expect("it opens");
    assert_eq!(write(&opened, pack), written);
    opened
}

/// As the department saves it to be given back.
fn sent(pack: &Pack, part: &mut Project) -> String {
    note_sent(pack, part);
    write(part, pack)
}

fn taken(pack: &Pack, whole: &Project, files: &[(&str, String)]) -> Vec<Returned> {
    let mut all = Vec::new();
    for (name, content) in files {
        all.push(recognise(pack, whole, name, content.as_bytes(), &all).unwrap_or_else(|reason| panic!("{name}: {reason:?}")));
    }
    all
}

fn all_in(pack: &Pack, whole: &Project, files: &[Returned], choice: Choice) -> Round {
    let choose = |_: usize, _: &Conflict| choice;
    let found = round(pack, whole, files, day("2026-12-01"), &Settling { ours: OURS, choose: &choose });
    assert!(found.steps.iter().all(|step| step.failed.is_none()));
    found
}

#[test]
fn the_list_tells_what_is_out_and_what_came_back_and_is_absent_where_nothing_is_on_it() {
    let mut whole = Project::new(filled(&DEMO));
    let untouched = write(&whole, &DEMO);
    let mut sales = handed(&DEMO, &mut whole, "销售部", &[0, 1], "2026-11-02");
    handed(&DEMO, &mut whole, "生产部", &[1], "2026-11-03");
    whole = opened(&DEMO, &whole);
    let told: Vec<_> = listed_parts(&whole)
        .into_iter()
        .map(|part| (part.department, part.items.len(), part.handed_out, part.returned))
        .collect();
    assert_eq!(
        told,
        [
            ("销售部".to_owned(), 2, Some(day("2026-11-02")), None),
            ("生产部".to_owned(), 1, Some(day("2026-11-03")), None)
        ]
    );
    // A part carries no list, and says whose it is.
    assert_eq!(listed_parts(&sales), []);
    assert_eq!(part_of(&sales).map(|part| part.department), Some("销售部".to_owned()));
    sales = after(&sales, &[answer(0, "销售部所写")]);
    let files = taken(&DEMO, &whole, &[("a.json", sent(&DEMO, &mut sales))]);
    let result = opened(&DEMO, &all_in(&DEMO, &whole, &files, Choice::Both).result);
    let returned: Vec<_> = listed_parts(&result).iter().map(|part| part.returned).collect();
    assert_eq!(returned, [Some(day("2026-12-01")), None]);
    assert_eq!(answered(&result, 0), "销售部所写");
    let mut bare = whole.clone();
    let keys: Vec<String> = listed_parts(&whole).into_iter().map(|part| part.key).collect();
    keys.iter().for_each(|key| unlist_part(&mut bare, key));
    assert_eq!(write(&bare, &DEMO), untouched);
}

#[test]
fn a_list_that_is_written_otherwise_is_kept_and_read_as_far_as_it_goes() {
    let mut value = to_value(&Project::blank(&DEMO), &DEMO);
    value["departments"] = json!({ "x": 1, "y": { "department": "甲", "items": ["a", 2], "handed_out": "someday", "later": true } });
    let content = format!("{value:#}\n");
    let project = open_bytes(content.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens");
    let parts = listed_parts(&project);
    assert_eq!((parts.len(), parts[0].items.len(), parts[0].handed_out), (1, 1, None));
    assert_eq!(to_value(&project, &DEMO)["departments"], value["departments"]);
}

#[test]
fn what_a_file_is_is_told_by_one_clear_sentence_and_the_others_go_on() {
    let whole = after(
        &Project::new(filled(&BEIJING)),
        &[
            Action::Profile(ProfileText::Name, text("甲公司")),
            Action::Profile(ProfileText::CreditCode, text("")),
        ],
    );
    let written = |project: &Project| write(project, &BEIJING);
    let other = after(&whole, &[Action::Profile(ProfileText::Name, text("乙公司"))]);
    let edition = written(&whole).replace("\"edition\": \"2016\"", "\"edition\": \"2019\"");
    let pack = write(&Project::blank(&DEMO), &DEMO);
    let known = taken(&BEIJING, &whole, &[("第一份.json", written(&whole))]);
    let table: [(&str, String, &str); 6] = [
        ("damaged.json", written(&whole)[..400].to_owned(), "damaged.json："),
        ("edition.json", edition, "2019"),
        ("pack.json", pack, DEMO.id()),
        ("other.json", written(&other), "乙公司"),
        ("again.json", written(&whole), "第一份.json"),
        ("picture.json", "\u{fffd}PNG".to_owned(), "picture.json："),
    ];
    for (name, content, told) in table {
        let reason = recognise(&BEIJING, &whole, name, content.as_bytes(), &known).expect_err(name);
        for &language in Language::ALL {
            let sentence = say::not_taken(language, name, &reason);
            assert!(sentence.contains(name) && !sentence.contains('{'), "{sentence}");
            assert!(language != Language::Zh || sentence.contains(told), "{sentence}");
        }
    }
    // The credit codes decide where both have one, whatever the names.
    let code = |code: &str, name: &str| {
        let actions = [
            Action::Profile(ProfileText::CreditCode, text(code)),
            Action::Profile(ProfileText::Name, text(name)),
        ];
        after(&whole, &actions)
    };
    let (one, renamed, stranger) = (
        code("91110108MA01A2B3C4", "甲公司"),
        code("91110108MA01A2B3C4", "甲集团"),
        code("91110108MA01A2B3C5", "甲公司"),
    );
    assert!(recognise(&BEIJING, &one, "x", written(&renamed).as_bytes(), &[]).is_ok());
    let refused = recognise(&BEIJING, &one, "x", written(&stranger).as_bytes(), &[]);
    assert!(matches!(refused, Err(NotTaken::OtherOrganisation { .. })));
    assert!(matches!(
        recognise(&BEIJING, &one, "x", b"{}", &[]),
        Err(NotTaken::Unreadable(ReadError::NotAssessment))
    ));
}

#[test]
fn before_anything_changes_it_is_told_what_each_file_brings() {
    let mut whole = Project::new(filled(&BEIJING));
    let mut sales = handed(&BEIJING, &mut whole, "销售部", &[4, 18], "2026-11-02");
    let entry = EvidenceEntry {
        title: text("顾客满意度调查"),
        ..EvidenceEntry::default()
    };
    let task = ImprovementAction {
        title: text("回访"),
        ..ImprovementAction::default()
    };
    sales = after(
        &sales,
        &[
            answer(4, "销售部所写"),
            Action::Item(ItemSlot(18), ItemChange::Percent(Some(percent(95)))),
            Action::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), FigureChange::Value { year: 2025, value: Some(98.1) }),
            Action::Register(RegisterChange::Add(NEW, Rc::new(entry))),
            Action::Improve(ImprovementChange::Add(NEW, Rc::new(task))),
        ],
    );
    let files = taken(&BEIJING, &whole, &[("销售部.json", sent(&BEIJING, &mut sales))]);
    let found = all_in(&BEIJING, &whole, &files, Choice::Both);
    let brings = found.steps[0].brings();
    let items: Vec<&str> = [4, 18].map(|item| BEIJING.item(ItemSlot(item)).id.as_str()).into();
    assert_eq!(brings.items, items);
    assert_eq!(brings.counts, [1, 1, 1, 1, 1, 0, 0]);
    assert_eq!(
        say::brought(Language::Zh, &brings).as_deref(),
        Some("2 项条款（文字 1 处、评分 1 处、指标数据 1 处、证据 1 处、改进措施 1 处）")
    );
    assert_eq!(say::brought(Language::En, &Brought::default()), None);
    let shown = found.steps[0].merge.value(&format!("/items/{}/percent", items[1]));
    assert_eq!(shown, Some(&json!(95)));
    assert_eq!(Matter::ALL.map(|matter| matter as usize), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn two_files_that_meet_in_one_place_are_a_conflict_of_the_two_departments() {
    let mut whole = Project::new(filled(&DEMO));
    let mut parts = ["甲部", "乙部"].map(|department| handed(&DEMO, &mut whole, department, &[0], "2026-11-02"));
    parts[0] = after(&parts[0], &[answer(0, "甲部所写")]);
    parts[1] = after(&parts[1], &[answer(0, "乙部所写")]);
    let [one, other] = parts.each_mut().map(|part| sent(&DEMO, part));
    // The order in which they are dropped is irrelevant.
    for order in [
        [("1.json", one.clone()), ("2.json", other.clone())],
        [("2.json", other.clone()), ("1.json", one.clone())],
    ] {
        let files = taken(&DEMO, &whole, &order);
        let found = all_in(&DEMO, &whole, &files, Choice::Both);
        assert_eq!(files[found.steps[0].file].file, "1.json");
        assert_eq!(found.steps[0].merge.conflicts, []);
        let second = &found.steps[1];
        assert_eq!(second.ours_from, [Some(found.steps[0].file)]);
        assert_eq!(answered(&found.result, 0), "【1/2 甲部】\n甲部所写\n\n【2/2 乙部】\n乙部所写");
        let theirs = all_in(&DEMO, &whole, &files, Choice::Theirs).result;
        assert_eq!(answered(&theirs, 0), "乙部所写");
    }
}

#[test]
fn a_part_that_is_returned_again_goes_on_from_what_was_taken_in_before() {
    let mut whole = Project::new(filled(&DEMO));
    let mut part = handed(&DEMO, &mut whole, "甲部", &[0, 1], "2026-11-02");
    part = after(&part, &[answer(0, "初稿"), answer(1, "已定")]);
    let first = sent(&DEMO, &mut part);
    let files = taken(&DEMO, &whole, &[("初稿.json", first.clone())]);
    whole = opened(&DEMO, &all_in(&DEMO, &whole, &files, Choice::Both).result);
    // The whole has worked on one of them since.
    whole = after(&whole, &[answer(1, "总部改定")]);
    part = after(&part, &[answer(0, "二稿")]);
    let second = sent(&DEMO, &mut part);
    let files = taken(&DEMO, &whole, &[("二稿.json", second)]);
    let found = all_in(&DEMO, &whole, &files, Choice::Both);
    assert_eq!(found.steps[0].before, Before::Earlier(Some(day("2026-12-01"))));
    assert_eq!(found.steps[0].merge.conflicts, []);
    assert_eq!((answered(&found.result, 0), answered(&found.result, 1)), ("二稿", "总部改定"));
    // The earlier file again takes nothing back without asking.
    let old = taken(&DEMO, &found.result, &[("初稿.json", first)]);
    let again = all_in(&DEMO, &found.result, &old, Choice::Ours);
    assert!(matches!(again.steps[0].before, Before::Other(_)));
    assert_eq!(again.steps[0].merge.conflicts.len(), 2);
    assert_eq!(answered(&again.result, 0), "二稿");
    for before in [Before::Same(None), again.steps[0].before, found.steps[0].before] {
        assert!(say::taken_before(Language::En, before).is_some_and(|told| !told.contains('{')));
    }
}

#[test]
fn what_was_set_aside_is_listed_used_or_let_go() {
    let base = Project::blank(&DEMO);
    let mut whole = base.clone();
    let rate = |value| Action::Item(ItemSlot(0), ItemChange::Percent(Some(percent(value))));
    let mut part = handed(&DEMO, &mut whole, "甲部", &[0], "2026-11-02");
    part = after(&part, &[rate(60)]);
    whole = after(&whole, &[rate(40)]);
    let files = taken(&DEMO, &whole, &[("a.json", sent(&DEMO, &mut part))]);
    let result = opened(&DEMO, &all_in(&DEMO, &whole, &files, Choice::Both).result);
    let aside = set_aside(&result);
    let [one] = aside.as_slice() else { panic!("{aside:?}") };
    assert_eq!((one.from.as_str(), &one.value), ("甲部", &json!(60)));
    let used = use_aside(&DEMO, &result, one).expect("it reads");
    assert_eq!((used.assessment.items[0].percent, set_aside(&used).len()), (Some(percent(60)), 0));
    let dropped = drop_aside(&DEMO, &result, one).expect("it reads");
    assert_eq!((dropped.assessment.items[0].percent, set_aside(&dropped).len()), (Some(percent(40)), 0));
    assert_eq!(listed_parts(&used), listed_parts(&result));
}

#[test]
fn a_file_whose_joining_could_not_be_read_is_left_out_with_its_reason_and_the_others_go_on() {
    let mut whole = Project::new(filled(&DEMO));
    let mut parts = [0, 1].map(|item| handed(&DEMO, &mut whole, ["甲部", "乙部"][item], &[item], "2026-11-02"));
    parts[0] = after(&parts[0], &[answer(0, "甲部所写")]);
    parts[1] = after(&parts[1], &[answer(1, "乙部所写")]);
    let [one, other] = parts.each_mut().map(|part| sent(&DEMO, part));
    // The list says of what came back before what nobody can have written there.
    let first = taken(&DEMO, &whole, &[("1.json", one.clone())]);
    let joined = all_in(&DEMO, &whole, &first, Choice::Both).result;
    let mut value = to_value(&joined, &DEMO);
    let key = listed_parts(&joined)[0].key.clone();
    value["departments"][&key]["brought"]["/organisation/registration_date"] = json!("someday");
    let content = format!("{value:#}\n");
    whole = open_bytes(content.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens");
    let files = taken(&DEMO, &whole, &[("1.json", one), ("2.json", other)]);
    let choose = |_: usize, _: &Conflict| Choice::Theirs;
    let settling = Settling { ours: OURS, choose: &choose };
    let found = round(&DEMO, &whole, &files, day("2026-12-01"), &settling);
    assert!(matches!(&found.steps[0].failed, Some(ReadError::BadValue { pointer, .. }) if pointer.ends_with("/registration_date")));
    assert_eq!(found.steps[1].failed, None);
    assert_eq!((answered(&found.result, 0), answered(&found.result, 1)), ("甲部所写", "乙部所写"));
    let returned: Vec<bool> = listed_parts(&found.result).iter().map(|part| part.returned.is_some()).collect();
    assert_eq!(returned, [true, true]);
}

#[test]
fn a_number_given_to_one_entry_that_another_has_by_now_gives_way() {
    let entry = |title: &str| {
        Action::Register(RegisterChange::Add(
            NEW,
            Rc::new(EvidenceEntry {
                title: text(title),
                ..EvidenceEntry::default()
            }),
        ))
    };
    let renumber = |at, number: &str| Action::Register(RegisterChange::Renumber(at, text(number)));
    let mut whole = after(&Project::new(filled(&DEMO)), &[entry("手册"), entry("报告")]);
    let mut part = handed(&DEMO, &mut whole, "甲部", &[0], "2026-11-02");
    whole = after(&whole, &[renumber(0, "X1"), renumber(1, "X2")]);
    part = after(&part, &[renumber(0, "X2"), answer(0, "甲部所写")]);
    let files = taken(&DEMO, &whole, &[("1.json", sent(&DEMO, &mut part))]);
    let result = opened(&DEMO, &all_in(&DEMO, &whole, &files, Choice::Theirs).result);
    let mut numbers: Vec<&str> = result.assessment.evidence.entries.iter().map(|entry| &*entry.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["X1", "X2"]);
    assert_eq!(answered(&result, 0), "甲部所写");
}

#[test]
fn the_list_goes_along_to_other_criteria_and_back() {
    let mut whole = Project::new(filled(&BEIJING));
    handed(&BEIJING, &mut whole, "甲部", &[0], "2026-11-02");
    let national = built_in("gbt-19580-2012").expect("built in");
    let over = |project: &Project, from: &Pack, to: &Pack| {
        let plan = plan(project, from, to, &Lineage::built_in(), "zh").expect("a plan");
        carry(project, from, to, &plan).expect("carried")
    };
    let there = over(&whole, &BEIJING, &national);
    assert_eq!(listed_parts(&there), listed_parts(&whole));
    assert_eq!(write(&over(&there, &national, &BEIJING), &BEIJING), write(&whole, &BEIJING));
}

#[test]
fn a_part_of_before_the_whole_went_over_to_other_criteria_comes_back_there() {
    let national = built_in("gbt-19580-2012").expect("built in");
    let lineage = Lineage::built_in();
    let over = |project: &Project, from: &Pack, to: &Pack| {
        let plan = plan(project, from, to, &lineage, "zh").expect("a plan");
        carry(project, from, to, &plan).expect("carried")
    };
    let others = OtherCriteria {
        pack: &|reference| built_in(&reference.id).map(Rc::new),
        lineage: &lineage,
        language: "zh",
        carry: Some(carry_as_proposed),
    };
    let task = ImprovementAction {
        title: text("回访"),
        ..ImprovementAction::default()
    };
    let mut whole = Project::new(filled(&BEIJING));
    let part = handed(&BEIJING, &mut whole, "甲部", &[0, 18], "2026-11-02");
    let mut part = after(
        &part,
        &[
            answer(0, "甲部所写"),
            Action::Item(ItemSlot(18), ItemChange::Percent(Some(percent(95)))),
            Action::Improve(ImprovementChange::Add(NEW, Rc::new(task))),
        ],
    );
    let file = sent(&BEIJING, &mut part);
    // What comes of it is what taking it in before would have brought.
    let before = all_in(&BEIJING, &whole, &taken(&BEIJING, &whole, &[("1.json", file.clone())]), Choice::Both).result;
    let expected = over(&before, &BEIJING, &national);
    let there = opened(&national, &over(&whole, &BEIJING, &national));
    let refused = recognise(&national, &there, "1.json", file.as_bytes(), &[]);
    assert!(matches!(refused, Err(NotTaken::OtherPack { .. })), "{refused:?}");
    // As it is, or after the department itself went over.
    let carried = write(&over(&part, &BEIJING, &national), &national);
    for file in [file, carried] {
        let returned = recognise_under(&national, &others, &there, "1.json", file.as_bytes(), &[]).unwrap_or_else(|reason| panic!("{reason:?}"));
        let found = all_in(&national, &there, std::slice::from_ref(&returned), Choice::Both);
        assert_eq!(found.steps[0].merge.conflicts, []);
        let result = opened(&national, &found.result);
        assert_eq!(result.assessment, expected.assessment);
        let parts = listed_parts(&result);
        assert_eq!((parts.len(), parts[0].returned.is_some()), (1, true), "it is the one on the list");
        let again = all_in(&national, &result, &[returned], Choice::Both);
        assert!(matches!(again.steps[0].before, Before::Same(_)));
        assert_eq!(again.steps[0].merge.taken, Vec::<String>::new());
    }
    // A whole is still carried by whoever knows what is to become of it.
    let whole = write(&whole, &BEIJING);
    let refused = recognise_under(&national, &others, &there, "2.json", whole.as_bytes(), &[]);
    assert!(matches!(refused, Err(NotTaken::OtherPack { .. })), "{refused:?}");
}

#[test]
fn going_back_to_an_earlier_state_forgets_no_part_that_is_out() {
    let mut whole = Project::new(filled(&DEMO));
    let mut first = handed(&DEMO, &mut whole, "甲部", &[0], "2026-11-02");
    let files = taken(&DEMO, &whole, &[("1.json", sent(&DEMO, &mut first))]);
    let mut joined = all_in(&DEMO, &whole, &files, Choice::Both).result;
    handed(&DEMO, &mut joined, "乙部", &[1], "2026-11-05");
    add_missing_parts(&mut whole, &joined);
    let told: Vec<_> = listed_parts(&whole).into_iter().map(|part| (part.department, part.returned)).collect();
    assert_eq!(told, [("甲部".to_owned(), None), ("乙部".to_owned(), None)]);
    assert_eq!(parts_out(&whole), 2);
    assert_eq!(parts_out(&joined), 1);
}

#[test]
fn every_place_of_a_filled_file_has_its_words_and_every_value_its_own() {
    let own = OwnIndicator {
        name: text("返修率"),
        item: text(&BEIJING.item(ItemSlot(18)).id),
        ..OwnIndicator::default()
    };
    let entry = EvidenceEntry {
        key: text("E01"),
        title: text("质量手册"),
        ..EvidenceEntry::default()
    };
    let task = ImprovementAction {
        title: text("回访"),
        item: text(&BEIJING.item(ItemSlot(4)).id),
        ..ImprovementAction::default()
    };
    let project = after(
        &Project::new(filled(&BEIJING)),
        &[
            Action::AddOwn(NEW, Rc::new(own)),
            Action::Register(RegisterChange::Add(NEW, Rc::new(entry))),
            Action::Improve(ImprovementChange::Add(NEW, Rc::new(task))),
            Action::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), FigureChange::Value { year: 2025, value: Some(98.0) }),
        ],
    );
    let file = to_value(&project, &BEIJING);
    let mut places = Vec::new();
    leaves(&file, String::new(), &mut places);
    assert!(places.len() > 50);
    for (pointer, value) in places {
        let about = pointer.split('/').nth(1).unwrap_or_default();
        if ["format", "version", "pack", "fictional", "reference_points"].contains(&about) {
            continue;
        }
        for &language in Language::ALL {
            let told = say::file_place(&BEIJING, language, &pointer, &[&project.assessment]);
            assert!(!told.contains('/') || told.contains(' ') && !told.contains(&pointer), "{pointer}: {told}");
            assert!(!told.contains('{') && !told.contains('_'), "{pointer}: {told}");
            let shown = say::file_value(&BEIJING, language, &pointer, value);
            assert!(!shown.contains('{'), "{pointer}: {shown}");
        }
    }
    let first = &BEIJING.item(ItemSlot(0));
    let factor = &BEIJING.rubric_of(ItemSlot(0)).factors[0].id;
    let place = |pointer: &str| say::file_place(&BEIJING, Language::Zh, pointer, &[&project.assessment]);
    assert_eq!(
        place(&format!("/items/{}/answers//{factor}", first.id)),
        format!("{} · 方法", say::item_name(&BEIJING, Language::Zh, ItemSlot(0)))
    );
    let indicator = &BEIJING.indicator(IndicatorSlot(0)).id;
    assert!(place(&format!("/indicators/{indicator}/values/2025")).ends_with(" · 2025 年"));
    assert_eq!(place("/evidence/E01/owner"), "证据 E01 质量手册 · 保管部门或人员");
    assert_eq!(place("/organisation/phone~1x"), "组织信息 · phone/x");
    assert_eq!(place("/later/x"), "/later/x");
    let value = |pointer: &str, value: Value| say::file_value(&BEIJING, Language::En, pointer, &value);
    assert_eq!(value("/items/x/percent", json!(60)), "60%");
    assert_eq!(value("/indicators/x/values/2025", json!(98.0)), "98");
    assert_eq!(value("/actions/action-1/due", json!("2026-12-01")), "1 December 2026");
    assert_eq!(value("/evidence/E01/kind", json!("audit")), "Audited statements");
    assert_eq!(value("/indicators/x/rank", json!({ "place": 3, "of": 40 })), "3 of 40");
    assert_eq!(value("/items/x/evidence", json!(["E01", "E02"])), "E01\nE02");
    assert!(value("/evidence/E01", json!({ "title": "Manual", "owner": "Office" })).contains("Office"));
}

/// Every place that holds no members of its own.
fn leaves<'a>(value: &'a Value, pointer: String, all: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                leaves(inner, award_kit::json::push(&pointer, name), all);
            }
        }
        _ => all.push((pointer, value)),
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn files_taken_in_at_once_in_any_order_or_one_by_one_give_the_same(words in proptest::collection::vec("[a-z甲乙丙]{0,6}", 3), order in Just([0_usize, 1, 2]).prop_shuffle()) {
        let mut whole = Project::new(filled(&DEMO));
        let mut parts = [0, 1, 2].map(|item| handed(&DEMO, &mut whole, &format!("{item} 部"), &[item], "2026-11-02"));
        for (item, part) in parts.iter_mut().enumerate() {
            *part = after(part, &[answer(item, &words[item])]);
        }
        let sent = parts.each_mut().map(|part| sent(&DEMO, part));
        let named = |at: usize| (["a.json", "b.json", "c.json"][at], sent[at].clone());
        let at_once = |order: [usize; 3]| {
            let files = taken(&DEMO, &whole, &order.map(named));
            let found = all_in(&DEMO, &whole, &files, Choice::Both);
            assert!(found.steps.iter().all(|step| step.merge.conflicts.is_empty()));
            write(&found.result, &DEMO)
        };
        let first = at_once([0, 1, 2]);
        prop_assert_eq!(at_once(order), first.clone());
        let one_by_one = order.into_iter().fold(whole.clone(), |whole, at| {
            let files = taken(&DEMO, &whole, &[named(at)]);
            all_in(&DEMO, &whole, &files, Choice::Both).result
        });
        prop_assert_eq!(write(&one_by_one, &DEMO), first);
    }
}
