//! Files that come back: in any order, half done, twice, of others, damaged.

use super::people::{bytes, copy_of, filled_by, gathered, judged, of_others, rated};
use crate::samples::{BEIJING, DEMO, cases};
use award_kit::archive::{
    Dropped, Gathering, PanelRecord, Project, ReadError, ScoringCopy, gather_files, open_panel, subject_of, write, write_panel, write_scoring,
};
use award_kit::assessment::{Action, ItemChange, text};
use award_kit::criteria::ItemSlot;
use award_kit::language::Language;
use award_kit::panel::{Panel, Problem};
use award_kit::report::say;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

fn names(gathering: &Gathering) -> Vec<&str> {
    gathering.gathered.sheets.iter().map(|sheet| &*sheet.sheet.assessor).collect()
}

fn codes(gathering: &Gathering) -> Vec<(&str, &str)> {
    let problems = gathering.gathered.problems.iter();
    problems.map(|problem| (&**problem.file(), problem.code())).collect()
}

fn full(assessor: &str, level: u8) -> Vec<u8> {
    bytes(&filled_by(assessor, &[Some(level); 3]))
}

/// Ten files, with everything that can be the matter with one.
fn a_basket() -> Vec<(&'static str, Vec<u8>)> {
    let mut other_edition: Value = serde_json::from_slice(&full("孙", 40)).expect("JSON");
    other_edition["pack"]["edition"] = json!("0");
    let mut older_criteria: Value = serde_json::from_slice(&full("吴", 45)).expect("JSON");
    older_criteria["pack"]["hash"] = json!("sha256:older");
    older_criteria["scores"]["gone.item"] = json!({ "percent": 50 });
    let beijing = ScoringCopy::for_assessor(&BEIJING, &Project::blank(&BEIJING), "郑", &[]);
    let changed = Action::Item(ItemSlot(0), ItemChange::AddEvidence(text("E-9"))).apply(&judged());
    let mut cut = full("冯", 50);
    cut.truncate(200);
    vec![
        ("赵.json", full("赵", 40)),
        ("钱.json", bytes(&filled_by("钱", &[Some(45), None, Some(50)]))),
        ("孙.json", other_edition.to_string().into_bytes()),
        ("李.json", full("李", 60)),
        ("周.json", bytes(&rated(copy_of(&of_others(), "周"), &[Some(50); 3]))),
        ("吴.json", older_criteria.to_string().into_bytes()),
        ("郑.json", write_scoring(&beijing, &BEIJING).into_bytes()),
        ("王.json", bytes(&rated(copy_of(&changed, "王"), &[Some(55); 3]))),
        ("冯.json", cut),
        ("陈.json", bytes(&copy_of(&judged(), "陈"))),
        ("photo.jpg", vec![0xff, 0xd8, 0xff, 0xe0]),
    ]
}

#[test]
fn everything_that_can_be_the_matter_with_a_file_is_named_and_stops_nothing() {
    let gathering = gathered(&a_basket());
    assert_eq!(names(&gathering), ["吴", "李", "王", "赵", "钱", "陈"]);
    assert_eq!(
        codes(&gathering),
        [
            ("吴.json", "criteria_changed"),
            ("吴.json", "unknown_items"),
            ("周.json", "other_assessment"),
            ("孙.json", "other_edition"),
            ("王.json", "answers_changed"),
            ("郑.json", "other_pack"),
            ("钱.json", "half_done"),
            ("陈.json", "nothing_rated"),
        ]
    );
    let unreadable: Vec<(&str, &str)> = gathering.unreadable.iter().map(|file| (&*file.file, file.error.code())).collect();
    assert_eq!(unreadable, [("photo.jpg", "not_text"), ("冯.json", "not_json")]);
    for language in Language::ALL {
        for problem in &gathering.gathered.problems {
            let said = say::gathered(*language, problem);
            assert!(said.contains(&**problem.file()) && !said.contains('{'), "{said}");
        }
        for file in &gathering.unreadable {
            assert!(say::unreadable(*language, file).contains(&*file.file));
        }
    }
}

#[test]
fn of_two_sheets_of_one_assessor_the_later_counts() {
    let first = filled_by("赵", &[Some(40), None, None]);
    let second = rated(first.clone(), &[Some(45), Some(50), Some(55)]).handed_back();
    let gathering = gathered(&[("赵.json", bytes(&second)), ("赵 (1).json", bytes(&first))]);
    assert_eq!(gathering.gathered.sheets.len(), 1);
    assert_eq!(gathering.gathered.sheets[0].sheet.counter, 2);
    assert_eq!(
        gathering.gathered.problems,
        [Problem::Superseded {
            file: text("赵 (1).json"),
            assessor: text("赵"),
            counted: text("赵.json"),
        }]
    );
}

#[test]
fn a_name_is_one_whether_its_marks_stand_in_the_letters_or_after_them() {
    for (composed, decomposed) in [
        ("José", "Jose\u{301}"),
        ("Nguyễn Thị Ệ", "Nguye\u{302}\u{303}n  Thi\u{323} E\u{323}\u{302}"),
        ("Åsa Öz", "A\u{30a}sa O\u{308}z"),
    ] {
        let gathering = gathered(&[
            ("1.json", bytes(&filled_by(composed, &[Some(40); 3]))),
            ("2.json", bytes(&filled_by(decomposed, &[Some(45); 3]))),
        ]);
        assert_eq!(names(&gathering), [composed]);
    }
    // Another mark is another name, and one that fits no letter stays.
    let others = ["José", "Jose\u{300}", "Jose", "\u{301}Jose", "J\u{31b}ose"];
    let files: Vec<(String, Vec<u8>)> = others.iter().enumerate().map(|(at, name)| (format!("{at}.json"), full(name, 40))).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    assert_eq!(names(&gathered(&files)).len(), 5);
}

#[test]
fn the_same_sheet_twice_counts_once() {
    let one = filled_by("赵", &[Some(40); 3]);
    let spaced = award_kit::archive::open_scoring(&bytes(&one))
        .and_then(|opened| opened.with_pack(&DEMO))
        .expect("it reads");
    let gathering = gathered(&[("a.json", bytes(&one)), ("b.json", bytes(&spaced))]);
    assert_eq!(codes(&gathering), [("a.json", "same_again")]);
    assert_eq!(names(&gathering), ["赵"]);
}

#[test]
fn where_neither_is_the_later_the_fuller_one_counts_and_that_is_said() {
    let few = filled_by(" 赵  一 ", &[Some(40), None, None]);
    let more = filled_by("赵 一", &[Some(40), Some(50), None]);
    let gathering = gathered(&[("few.json", bytes(&few)), ("more.json", bytes(&more))]);
    assert_eq!(codes(&gathering), [("few.json", "uncertain"), ("more.json", "half_done")]);
    assert_eq!(&*gathering.gathered.sheets[0].file, "more.json");
}

#[test]
fn an_assessment_counts_as_the_sheet_of_who_the_file_is_named_after() {
    let project = Project::new(judged());
    let written = write(&project, &DEMO).into_bytes();
    let gathering = gathered(&[("第一组/张工.json", written), ("李.json", full("李", 60))]);
    assert_eq!(names(&gathering), ["张工", "李"]);
    let sheet = &gathering.gathered.sheets[0].sheet;
    assert_eq!(sheet.judgement(ItemSlot(1)).percent, judged().items[1].percent);
    assert_eq!(&*sheet.judgement(ItemSlot(1)).strengths, "优势 strengths");
}

#[test]
fn the_assessment_meant_can_be_named() {
    let subject = subject_of(&DEMO, &of_others());
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.json", full("赵", 40)),
        ("b.json", full("钱", 40)),
        ("c.json", bytes(&rated(copy_of(&of_others(), "孙"), &[Some(50); 3]))),
    ];
    let files: Vec<Dropped<'_>> = files.iter().map(|(name, bytes)| Dropped { name, bytes }).collect();
    let named = gather_files(&DEMO, Some(&subject), &[], &files);
    assert_eq!(names(&named), ["孙"]);
    assert_eq!(names(&gather_files(&DEMO, None, &[], &files)), ["赵", "钱"]);
}

#[test]
fn files_may_come_one_after_another() {
    let basket = a_basket();
    let all = gathered(&basket);
    let mut before = Vec::new();
    for (name, bytes) in &basket {
        let subject = subject_of(&DEMO, &judged());
        let gathering = gather_files(&DEMO, Some(&subject), &before, &[Dropped { name, bytes }]);
        before = gathering.gathered.sheets;
    }
    assert_eq!(before, all.gathered.sheets);
}

#[test]
fn nothing_at_all_gives_nothing() {
    assert_eq!(gathered(&[]), Gathering::default());
    let one = gathered(&[("x.json", b"{}".to_vec())]);
    assert_eq!(one.unreadable[0].error, ReadError::NotScoring);
    assert!(one.gathered.subject.is_none());
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_order_of_the_files_is_irrelevant(order in subsequence((0..14_usize).collect::<Vec<usize>>(), 0..=14).prop_shuffle()) {
        let mut basket = a_basket();
        let first = filled_by("李", &[Some(40), None, None]);
        basket.push(("李 again.json", bytes(&first)));
        basket.push(("李 third.json", bytes(&rated(first.clone(), &[Some(70); 3]))));
        basket.push(("李 fourth.json", bytes(&first.handed_back())));
        let mut sorted = order.clone();
        sorted.sort_unstable();
        let pick = |order: &[usize]| gathered(&order.iter().map(|at| basket[*at].clone()).collect::<Vec<_>>());
        prop_assert_eq!(pick(&order), pick(&sorted));
    }
}

/// The record of a panel with the sheets gathered, written and opened again, as JSON.
fn recorded(gathering: &Gathering, before: Option<PanelRecord>) -> (PanelRecord, Value) {
    let subject = gathering.gathered.subject.clone().expect("a subject");
    let mut record = before.unwrap_or_else(|| PanelRecord::new(Panel::new(&DEMO, subject)));
    record.kept = gathering.carried(&record.kept);
    record.panel.sheets.clone_from(&gathering.gathered.sheets);
    let written = write_panel(&record, &DEMO);
    let again = open_panel(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("a record");
    assert_eq!(write_panel(&again, &DEMO), written);
    (again, serde_json::from_str(&written).expect("JSON"))
}

#[test]
fn what_a_newer_kit_says_in_a_scoring_copy_stays_with_its_sheet() {
    let newer = |copy: &ScoringCopy, word: &str| {
        let mut file: Value = serde_json::from_slice(&bytes(copy)).expect("JSON");
        file["later"] = json!({ "said": word });
        file["assessment"]["later"] = json!(word);
        file["scores"]["practice.direction"]["later"] = json!([word]);
        file["scores"]["practice.of-later"] = json!({ "percent": 35, "remark": word });
        file.to_string().into_bytes()
    };
    let first = filled_by("赵/a", &[Some(40)]);
    let basket = [("赵.json", newer(&first, "一")), ("钱.json", bytes(&filled_by("钱", &[Some(45)])))];
    let (record, written) = recorded(&gathered(&basket), None);
    let sheet = &written["scores"]["赵/a"];
    assert_eq!(sheet["later"]["said"], "一");
    assert_eq!(sheet["assessment"], json!({ "later": "一" }));
    assert_eq!(sheet["scores"]["practice.direction"]["later"], json!(["一"]));
    assert_eq!(sheet["scores"]["practice.of-later"], json!({ "percent": 35, "remark": "一" }));
    assert!(written["scores"]["钱"].get("later").is_none());

    // What comes later from the same assessor takes the place of it; what did not come again stays.
    let again = [Dropped {
        name: "钱.json",
        bytes: &basket[1].1,
    }];
    let gathering = gather_files(&DEMO, None, &record.panel.sheets, &again);
    let (record, written) = recorded(&gathering, Some(record));
    assert_eq!(written["scores"]["赵/a"]["later"]["said"], "一");
    let newest = newer(&first.handed_back(), "二");
    let files = [Dropped {
        name: "赵（新）.json",
        bytes: &newest,
    }];
    let gathering = gather_files(&DEMO, None, &record.panel.sheets, &files);
    let (mut record, written) = recorded(&gathering, Some(record));
    let text = written["scores"].to_string();
    assert!(text.contains('二') && !text.contains('一'), "{text}");

    // And goes with the assessor.
    record.panel.sheets.retain(|sheet| &*sheet.sheet.assessor == "钱");
    let written: Value = serde_json::from_str(&write_panel(&record, &DEMO)).expect("JSON");
    let left: Vec<&String> = written["scores"].as_object().expect("scores").keys().collect();
    assert_eq!(left, ["钱"]);
}
