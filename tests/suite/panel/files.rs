//! Scoring copies and records of panels as files: blind, written and read byte for byte, refused in one sentence.

use super::people::{bytes, copy_of, filled_by, judged, of_others, panel, rated, with_words};
use crate::samples::{BEIJING, DEMO, assessments, cases, day, percent, slot};
use award_kit::archive::{
    PanelRecord, Project, ReadError, ScoringCopy, assessment_key, is_scoring, open_panel, open_scoring, write, write_panel, write_scoring,
};
use award_kit::assessment::{Action, ItemChange, Percent, text};
use award_kit::criteria::ItemSlot;
use award_kit::language::Language;
use award_kit::panel::{PanelAction, Signature, blind};
use award_kit::report::{Block, item_document, say};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

fn reopened(copy: &ScoringCopy) -> ScoringCopy {
    let opened = open_scoring(&bytes(copy)).unwrap_or_else(|error| panic!("{error}"));
    opened.with_pack(&DEMO).unwrap_or_else(|error| panic!("{error}"))
}

fn file(copy: &ScoringCopy) -> Value {
    serde_json::from_slice(&bytes(copy)).expect("JSON")
}

#[test]
fn a_scoring_copy_holds_all_answers_and_nobodys_judgement() {
    let copy = copy_of(&judged(), "张");
    let written = write_scoring(&copy, &DEMO);
    for kept in ["示例 3（registered_address）", "方法“稳定”，展开到各部门。", "E-1 质量手册", "三年内无"] {
        assert!(written.contains(kept), "{kept}");
    }
    for hidden in ["优势 strengths", "改进机会 opportunities", "按 4.4 评定"] {
        assert!(!written.contains(hidden), "{hidden}");
    }
    let answers = file(&copy)["answers"].clone();
    for item in answers["items"].as_object().expect("items").values() {
        assert_eq!((&item["percent"], &item["bands"]), (&Value::Null, &json!({})));
    }
    assert_eq!(answers["reference_points"], Value::Null);
}

#[test]
fn what_a_newer_kit_keeps_in_an_assessment_does_not_slip_into_a_scoring_copy() {
    let mut project = Project::new(judged());
    project.kept.push(award_kit::archive::Kept {
        pointer: "/items/a.one/percent_before".into(),
        value: json!(85),
    });
    let copy = ScoringCopy::for_assessor(&DEMO, &project, "张", &[]);
    assert!(!write_scoring(&copy, &DEMO).contains("percent_before"));
}

#[test]
fn a_scoring_copy_is_told_from_other_files_by_what_it_says_of_itself() {
    let copy = copy_of(&judged(), "A");
    let text = write_scoring(&copy, &DEMO);
    assert!(is_scoring(text.as_bytes()) && is_scoring(["\u{feff}", &text].concat().as_bytes()));
    assert!(is_scoring(write_scoring(&copy.handed_back(), &DEMO).as_bytes()));
    let project = write(&Project::new(judged()), &DEMO);
    for other in [project.as_bytes(), b"{}", b"", b"\xff", &text.as_bytes()[..40]] {
        assert!(!is_scoring(other));
    }
}

#[test]
fn one_item_can_be_read_alone_and_holds_nobodys_judgement() {
    let copy = copy_of(&judged(), "A");
    let read = copy.read.as_ref().expect("answers");
    for (slot, _) in DEMO.items() {
        let document = item_document(&DEMO, read, Language::En, slot);
        assert_eq!(document, item_document(&DEMO, read, Language::En, slot));
        assert_eq!(document.title, say::item_name(&DEMO, Language::En, slot));
        let first = document.blocks.iter().find_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        });
        assert!(first.is_none_or(|level| level == 1));
        let record = judged();
        let (told, strengths) = (format!("{document:?}"), &record.item(slot).strengths);
        assert!(strengths.is_empty() || !told.contains(&**strengths), "{told}");
    }
}

#[test]
fn what_comes_back_is_small_counted_and_holds_no_answers() {
    let filled = with_words(rated(copy_of(&judged(), "张"), &[Some(40), None, Some(60)]), "说明");
    let back = filled.handed_back();
    assert_eq!((back.sheet.counter, back.handed_back().sheet.counter), (1, 2));
    assert_eq!((&file(&back)["answers"], &file(&back)["counter"]), (&Value::Null, &json!(1)));
    assert!(bytes(&back).len() < bytes(&filled).len());
    assert_eq!(back.sheet.judgements, filled.sheet.judgements);
    assert_eq!((back.sheet.rated(), back.sheet.assigned.len()), (2, 3));
}

#[test]
fn items_can_be_assigned() {
    let two = [ItemSlot(2), ItemSlot(0)];
    let copy = ScoringCopy::for_assessor(&DEMO, &Project::new(judged()), " 李 ", &two);
    assert_eq!(copy.sheet.assigned, [ItemSlot(0), ItemSlot(2)]);
    assert_eq!(&*copy.sheet.assessor, "李");
    assert_eq!(reopened(&copy), copy);
}

#[test]
fn an_assessor_can_work_in_the_pages_of_items() {
    let copy = with_words(rated(copy_of(&judged(), "张"), &[Some(40), None, Some(60)]), "说明");
    let shown = copy.sheet.in_assessment(copy.read.as_ref().expect("something to read"));
    assert_eq!(shown.items[0].percent, Some(percent(40)));
    assert_eq!(&*shown.items[1].strengths, "强：说明");
    assert_eq!(shown.items[1].answer(0, 0), judged().items[1].answer(0, 0));
    assert_eq!(blind(&DEMO, &shown), blind(&DEMO, &judged()));
}

#[test]
fn the_key_stays_while_only_judgements_change() {
    let before = judged();
    let key = assessment_key(&DEMO, &before);
    assert!(key.starts_with("sha256:") && key.len() == 71);
    let judgements = [
        ItemChange::Percent(Percent::new(95, 5)),
        ItemChange::Percent(None),
        ItemChange::Band { factor: 0, band: None },
        ItemChange::Strengths(text("别的")),
        ItemChange::Opportunities(text("别的")),
        ItemChange::Remark(text("别的")),
    ];
    for change in judgements {
        let after = Action::Item(ItemSlot(1), change.clone()).apply(&before);
        assert_eq!(assessment_key(&DEMO, &after), key, "{change:?}");
    }
    assert_eq!(assessment_key(&DEMO, &Action::ReferencePoints(Some(1)).apply(&before)), key);
    let answers = [
        ItemChange::Answer {
            scope: 0,
            factor: 0,
            text: text("别的"),
        },
        ItemChange::AddEvidence(text("E-9")),
    ];
    for change in answers {
        let after = Action::Item(ItemSlot(1), change.clone()).apply(&before);
        assert_ne!(assessment_key(&DEMO, &after), key, "{change:?}");
    }
    assert_ne!(assessment_key(&DEMO, &of_others()), key);
}

/// What is changed in a sound file, and how it is refused.
type Bad = (fn(&mut Value), ReadError);

#[test]
fn bad_scoring_copies_are_refused_with_their_place() {
    let bad: Vec<Bad> = vec![
        (|file| file["format"] = json!("award-kit.pack"), ReadError::NotScoring),
        (|file| file["version"] = json!("2.0"), ReadError::NewerVersion { version: "2.0".into() }),
        (
            |file| file["scores"]["a.one"]["percent"] = json!(47),
            ReadError::BadValue {
                pointer: "/scores/a.one/percent".into(),
                value: "47".into(),
            },
        ),
        (
            |file| file["scores"]["a.one"]["confidence"] = json!("sure"),
            ReadError::WrongKind {
                pointer: "/scores/a.one/confidence".into(),
            },
        ),
        (
            |file| file["answers"]["organisation"]["staff"] = json!("many"),
            ReadError::WrongKind {
                pointer: "/answers/organisation/staff".into(),
            },
        ),
        (|file| file["answers"] = json!([1]), ReadError::WrongKind { pointer: "/answers".into() }),
        (
            |file| file["pack"]["edition"] = json!("9"),
            ReadError::UnknownPack {
                id: "demo-mini".into(),
                edition: "9".into(),
            },
        ),
    ];
    let first = DEMO.items().next().map(|(_, item)| item.id.clone()).expect("an item");
    let sound = file(&rated(copy_of(&judged(), "张"), &[Some(40)]));
    for (change, error) in bad {
        let mut changed: Value = serde_json::from_str(&sound.to_string().replace(&first, "a.one")).expect("JSON");
        change(&mut changed);
        let written = changed.to_string().replace("a.one", &first);
        let found = open_scoring(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).err();
        let expected = format!("{error:?}").replace("a.one", &first);
        assert_eq!(found.map(|found| format!("{found:?}")), Some(expected));
    }
    let of_the_kit = award_kit::archive::write(&Project::new(judged()), &DEMO);
    assert_eq!(open_scoring(of_the_kit.as_bytes()).err(), Some(ReadError::NotScoring));
    assert_eq!(open_panel(of_the_kit.as_bytes()).err(), Some(ReadError::NotPanel));
    assert_eq!(open_scoring(b"").err(), Some(ReadError::Empty));
    assert_eq!(open_panel(&[0xff, 0xfe]).err(), Some(ReadError::NotText));
}

#[test]
fn members_of_a_newer_version_are_kept_everywhere() {
    let mut value = file(&with_words(rated(copy_of(&judged(), "张"), &[Some(40)]), "说明"));
    let first = DEMO.items().next().map(|(_, item)| item.id.clone()).expect("an item");
    value["version"] = json!("1.7");
    value["mood"] = json!("good");
    value["scores"][&first]["colour"] = json!({ "r": 1 });
    value["scores"]["gone.item"] = json!({ "percent": 55 });
    value["answers"]["later"] = json!([1, 2]);
    value["answers"]["items"][&first]["later"] = json!("x");
    let copy = open_scoring(value.to_string().as_bytes())
        .and_then(|opened| opened.with_pack(&DEMO))
        .expect("it reads");
    assert_eq!(copy.kept.len(), 5);
    let again: Value = serde_json::from_slice(&bytes(&copy)).expect("JSON");
    assert_eq!(again, value);
    assert_eq!(bytes(&reopened(&copy)), bytes(&copy));
}

fn session() -> PanelRecord {
    let mut panel = panel(&[&[Some(40), Some(50), None], &[Some(80), Some(55), Some(30)], &[Some(60), None, Some(35)]]);
    let actions = [
        PanelAction::Tolerance(15),
        PanelAction::Facilitator(text("王主持")),
        PanelAction::Place(text("二楼会议室")),
        PanelAction::Date(Some(day("2016-12-02"))),
        PanelAction::Absent(vec![text("赵缺席")]),
        PanelAction::Remark(text("一行\n两行")),
        PanelAction::Open,
        PanelAction::TakeProposals,
        PanelAction::Agree(ItemSlot(0), Some(percent(75))),
        PanelAction::Reason(ItemSlot(0), text("现场查证后上调")),
        PanelAction::Note(ItemSlot(1), text("无异议")),
        PanelAction::Sign(Signature {
            name: text("王主持"),
            role: text("组长"),
            date: Some(day("2016-12-03")),
        }),
    ];
    for action in actions {
        panel = action.apply(&DEMO, &panel).unwrap_or_else(|refused| panic!("{action:?}: {refused:?}"));
    }
    PanelRecord::new(panel)
}

#[test]
fn the_record_of_a_session_is_written_and_read_byte_for_byte() {
    let record = session();
    let written = write_panel(&record, &DEMO);
    let read = open_panel(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("it reads");
    assert_eq!(read, record);
    assert_eq!(write_panel(&read, &DEMO), written);
    for held in ["王主持", "现场查证后上调", "2016-12-03", "sha256:1", "\"tolerance\": 15"] {
        assert!(written.contains(held), "{held}");
    }
}

#[test]
fn members_of_a_newer_version_are_kept_in_a_record_and_bad_ones_are_refused() {
    let mut value: Value = serde_json::from_str(&write_panel(&session(), &DEMO)).expect("JSON");
    value["later"] = json!(true);
    value["scores"]["评审员 1"]["later"] = json!("x");
    value["consensus"]["gone.item"] = json!({ "percent": 50 });
    let read = open_panel(value.to_string().as_bytes())
        .and_then(|opened| opened.with_pack(&DEMO))
        .expect("it reads");
    assert_eq!(serde_json::from_str::<Value>(&write_panel(&read, &DEMO)).expect("JSON"), value);
    value["tolerance"] = json!(101);
    let refused = open_panel(value.to_string().as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).err();
    assert_eq!(
        refused,
        Some(ReadError::BadValue {
            pointer: "/tolerance".into(),
            value: "101".into()
        })
    );
}

#[test]
fn the_key_is_of_the_criteria_too() {
    let item = slot(&BEIJING, "leadership.governance");
    let copy = ScoringCopy::for_assessor(&BEIJING, &Project::blank(&BEIJING), "张", &[item]);
    assert_ne!(copy.sheet.subject.key, copy_of(&judged(), "张").sheet.subject.key);
    assert_eq!(filled_by("张", &[]).sheet.subject, copy_of(&judged(), "李").sheet.subject);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_scoring_copy_is_written_and_read_byte_for_byte(
        assessment in assessments(&DEMO),
        name in crate::samples::writing(),
        ratings in vec(option::of((0..=20_u8).prop_map(|steps| steps * 5)), 3),
        words in crate::samples::writing(),
        back in any::<bool>(),
    ) {
        let copy = with_words(rated(copy_of(&assessment, &name), &ratings), &words);
        let copy = if back { copy.handed_back() } else { copy };
        let read = reopened(&copy);
        prop_assert_eq!(&read, &copy);
        prop_assert_eq!(bytes(&read), bytes(&copy));
    }

    #[test]
    fn no_bytes_at_all_bring_the_kit_down(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(open_scoring(&bytes).is_err() && open_panel(&bytes).is_err());
    }

    #[test]
    fn a_damaged_record_is_refused_or_read(at in 0..6000_usize, byte in any::<u8>()) {
        let mut bytes = write_panel(&session(), &DEMO).into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(opened) = open_panel(&bytes) {
            let _ = opened.with_pack(&DEMO);
        }
    }
}
