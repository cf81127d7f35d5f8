//! Numbers in members this version does not know: a file opened and saved holds them digit for digit, however large, small or
//! oddly written they are.

use crate::archive::filled;
use crate::panel::people::{bytes, filled_by, gathered, judged};
use crate::samples::DEMO;
use crate::samples::cases;
use award_kit::archive::journal::{changes, replay};
use award_kit::archive::{PanelRecord, Project, ReadError, ScoringCopy, open, open_bytes, open_panel, open_scoring, write, write_panel, write_scoring};
use award_kit::assessment::{Action, ItemChange, text};
use award_kit::criteria::ItemSlot;
use award_kit::json::{scan, unmarked};
use award_kit::merge::joined_records;
use award_kit::panel::Panel;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Numbers as others may write them; what none of them may become is another one.
const NUMBERS: [&str; 22] = [
    "0",
    "-0",
    "-0.0",
    "0.0",
    "1.0",
    "1.50",
    "60",
    "1E5",
    "1e5",
    "1e+5",
    "1E-07",
    "100e-2",
    "1e400",
    "-1e-400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "0.1000000000000000055511151231257827",
    "0.1",
    "3.141592653589793",
    "0.00001",
];

/// A written file with members put into some objects, each of which holds numbers; members nobody knows stand last.
fn with_numbers(written: &str, places: &[&str], numbers: &[&str]) -> String {
    let mut file: Value = serde_json::from_str(written).expect("JSON");
    let member = json!({ "of": "@0@", "more": ["@1@", { "@": "@2@" }, "1E5"], "\u{fffd}1E5": "文" });
    for place in places {
        let object = file.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        object.insert("zz_later".into(), member.clone());
    }
    let mut text = format!("{file:#}\n");
    for (at, number) in numbers.iter().enumerate() {
        text = text.replace(&format!("\"@{at}@\""), number);
    }
    text
}

fn assessment() -> String {
    write(&Project::new(filled(&DEMO)), &DEMO)
}

fn saved(file: &str) -> Result<String, ReadError> {
    open(file).and_then(|opened| opened.with_pack(&DEMO)).map(|project| write(&project, &DEMO))
}

fn panel() -> String {
    let gathering = gathered(&[("甲.json", bytes(&filled_by("甲", &[Some(50)])))]);
    let mut panel = Panel::new(&DEMO, gathering.gathered.subject.expect("a subject"));
    panel.sheets = gathering.gathered.sheets;
    write_panel(&PanelRecord::new(panel), &DEMO)
}

/// A file, the places of it that are tried, and how it is opened and saved.
type Tried = (String, Vec<&'static str>, fn(&str) -> Result<String, ReadError>);

/// One of each kind.
fn files() -> Vec<Tried> {
    let scoring = |file: &str| {
        let copy = open_scoring(file.as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
        copy.map(|copy| write_scoring(&copy, &DEMO))
    };
    let panels = |file: &str| {
        let record = open_panel(file.as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
        record.map(|record| write_panel(&record, &DEMO))
    };
    let handed_out = ScoringCopy::for_assessor(&DEMO, &Project::new(judged()), "甲", &[]);
    vec![
        (assessment(), vec!["", "/organisation", "/items/practice.direction", "/pack"], saved),
        (
            write_scoring(&handed_out, &DEMO),
            vec!["", "/assessment", "/answers", "/answers/items/practice.direction"],
            scoring,
        ),
        (
            write_scoring(&filled_by("甲", &[Some(50)]), &DEMO),
            vec!["", "/scores/practice.direction"],
            scoring,
        ),
        (panel(), vec!["", "/scores/甲", "/scores/甲/scores/practice.direction"], panels),
    ]
}

fn is_given_back(numbers: &[&str]) {
    for (written, places, save) in files() {
        assert_eq!(save(&written).as_ref(), Ok(&written));
        let file = with_numbers(&written, &places, numbers);
        assert_eq!(save(&file).as_deref(), Ok(file.as_str()), "{numbers:?}");
        // Written in one line it is the same.
        let scanned = scan(&file).parse().expect("JSON");
        assert_eq!(save(&unmarked(scanned.value.to_string())), Ok(file));
    }
}

#[test]
fn a_file_opened_and_saved_holds_every_number_as_it_was_written() {
    for numbers in NUMBERS.chunks(2) {
        is_given_back(&[numbers[0], numbers[1], numbers[0]]);
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_file_opened_and_saved_holds_any_number_as_it_was_written(
        numbers in proptest::collection::vec("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?", 3)
    ) {
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        is_given_back(&numbers);
    }
}

#[test]
fn what_is_changed_beside_them_leaves_them_as_they_are() {
    let file = with_numbers(&assessment(), &["/items/practice.direction"], &["1E5", "1e400", "-0"]);
    let before = open(&file).and_then(|opened| opened.with_pack(&DEMO)).expect("an assessment");
    let change = Action::Item(ItemSlot(0), ItemChange::Remark(text("已核对")));
    let mut after = before.clone();
    after.assessment = change.apply(&before.assessment);
    let expected = write(&after, &DEMO);
    assert!(expected.contains("1e400") && expected.contains("已核对"));
    // By the journal, whose entries lie in storage as JSON.
    let entry = Value::Object(changes(&before.assessment, &after, &DEMO)).to_string();
    let entry = award_kit::json::parse(&entry).expect("JSON").value;
    let replayed = replay(&file, entry.as_object().expect("an object")).expect("a file");
    assert_eq!(saved(&replayed), Ok(expected.clone()));
    // By joining two windows' texts.
    assert_eq!(joined_records(&file, &file, &expected).map(|joined| saved(&joined)), Some(Ok(expected)));
}

#[test]
fn a_member_that_is_known_is_a_number_whatever_its_spelling() {
    let of = |member: &str, value: &str| {
        let mut file: Value = serde_json::from_str(&assessment()).expect("JSON");
        file["items"]["practice.direction"][member] = json!("@");
        saved(&file.to_string().replace("\"@\"", value))
    };
    let read = |saved: &str| serde_json::from_str::<Value>(saved).expect("JSON")["items"]["practice.direction"]["percent"].clone();
    for (written, percent) in [("60", 60), ("6E1", 60), ("60.0", 60), ("6000e-2", 60), ("-0", 0), ("0e5", 0)] {
        assert_eq!(of("percent", written).as_deref().map(read), Ok(json!(percent)), "{written}");
    }
    let wrong = |member: &str| {
        Err(ReadError::WrongKind {
            pointer: format!("/items/practice.direction/{member}"),
        })
    };
    for (member, written) in [("percent", "1e400"), ("percent", "6E-1"), ("strengths", "1E5"), ("strengths", "1e400")] {
        assert_eq!(of(member, written), wrong(member), "{member}: {written}");
    }
    // What is no number by the grammar is none here.
    for written in ["01", "1.", ".5", "1e", "+1", "-", "1e+", "--1", "1.5.2"] {
        assert!(matches!(of("zz", written), Err(ReadError::NotJson { .. })), "{written}");
    }
}

#[test]
fn a_text_is_never_taken_for_a_number() {
    let of = |member: &str, value: &str| {
        let mut file: Value = serde_json::from_str(&assessment()).expect("JSON");
        file["items"]["practice.direction"][member] = json!("@");
        saved(&file.to_string().replace("\"@\"", value)).expect("a file")
    };
    for member in ["strengths", "zz"] {
        for written in ["\"\u{ffff}1E5\"", "\"\\uffff1E5\"", "\"\\uFFFF1E5\""] {
            assert!(of(member, written).contains("\"\u{fffd}1E5\""), "{member}: {written}");
        }
        for written in ["\"a\\\"\u{ffff}1E5\"", "\"1E5\"", "\"\\\\\"", "\"{,[1E5\""] {
            assert!(of(member, written).contains(written), "{member}: {written}");
        }
    }
    // Nor one that was typed: it is read again, without what is no character.
    let change = Action::Item(ItemSlot(0), ItemChange::Strengths(text("\u{ffff}1E5")));
    let project = Project::new(change.apply(&filled(&DEMO)));
    let again = open_bytes(write(&project, &DEMO).as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
    assert_eq!(again.map(|again| again.assessment.items[0].strengths.to_string()), Ok("1E5".to_owned()));
}
