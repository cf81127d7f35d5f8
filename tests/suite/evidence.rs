//! The evidence register: numbers, links, renumbering, the file, and what does not fit.

use crate::samples::{BEIJING, DEMO, NEW, after, cases, counted, day, numbers_of_evidence, references, register_changes, slot};
use award_kit::archive::{Project, carry, open, plan, write};
use award_kit::assessment::{
    Action, Assessment, EntryText, EvidenceEntry, EvidenceFile, EvidenceKind, EvidenceRegister, FigureChange, FigureSlot, FigureText, History, ItemChange,
    Links, Referrer, RegisterChange, Window, entries_from_references, is_evidence_number, links, text,
};
use award_kit::criteria::{ConditionSlot, IndicatorSlot, ItemSlot, Lineage, Pack};
use award_kit::eligibility::judge;
use award_kit::findings::{EvidenceFinding, Finding, Place, findings};
use award_kit::language::Language;
use award_kit::report::{Options, say, submission};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

fn add(number: &str, title: &str) -> Action {
    Action::Register(RegisterChange::Add(
        NEW,
        Rc::new(EvidenceEntry {
            number: text(number),
            title: text(title),
            place: text("档案室"),
            ..EvidenceEntry::default()
        }),
    ))
}

fn refer(item: usize, reference: &str) -> Action {
    Action::Item(ItemSlot(item), ItemChange::AddEvidence(text(reference)))
}

fn condition(at: usize, evidence: &str) -> Action {
    Action::ConditionEvidence(ConditionSlot(at), text(evidence))
}

fn figure(at: usize, evidence: &str) -> Action {
    let change = FigureChange::Text(FigureText::Evidence, text(evidence));
    Action::Figure(FigureSlot::Catalogue(IndicatorSlot(at)), change)
}

fn renumber(at: usize, number: &str) -> Action {
    Action::Register(RegisterChange::Renumber(at, text(number)))
}

fn numbers(register: &EvidenceRegister) -> Vec<&str> {
    register.entries.iter().map(|entry| &*entry.number).collect()
}

fn linked() -> Assessment {
    let actions = [
        add("E-01", "企业文化手册"),
        add("E-32", "过程能力分析报告"),
        add("附件3", "营业执照"),
        refer(0, "E-01 企业文化手册（第 4 版）"),
        refer(0, "E-99 没有登记"),
        refer(2, "附件3 营业执照"),
        refer(2, "GB/T 19580-2012 宣贯记录"),
        condition(1, "质量损失率降至 1.06%，见E-32、E-01。"),
        figure(0, "E-32"),
    ];
    counted(after(&BEIJING, &actions))
}

fn written(assessment: &Assessment, pack: &Pack) -> Value {
    serde_json::from_str(&write(&Project::new(assessment.clone()), pack)).expect("JSON")
}

fn reopened(file: &Value, pack: &Pack) -> Project {
    open(&file.to_string()).expect("a file").with_pack(pack).expect("it fits")
}

fn found(assessment: &Assessment) -> Vec<EvidenceFinding> {
    let record = &assessment.eligibility;
    let eligibility = judge(&BEIJING, assessment, record.edition, record.application_date, day("2026-01-01"));
    let all = findings(&BEIJING, assessment, &eligibility);
    let of_evidence = all.into_iter().filter_map(|finding| match finding {
        Finding::Evidence(found) => Some(found),
        _ => None,
    });
    of_evidence.collect()
}

#[test]
fn a_number_has_a_letter_and_no_spaces() {
    for good in ["E01", "E-01", "附件3", "证", "QMS-2015.a", "e_1", "1a", &"长".repeat(20)] {
        assert!(is_evidence_number(good), "{good}");
    }
    for bad in ["", "12", "E 01", "-E1", "E1-", "E/1", "E1,", "E\u{202e}1", &"长".repeat(21)] {
        assert!(!is_evidence_number(bad), "{bad}");
    }
}

#[test]
fn the_next_number_goes_on_from_the_last_one() {
    for (there, next) in [
        (vec![], "E01"),
        (vec!["E-09"], "E-10"),
        (vec!["E-099", "E-100"], "E-101"),
        (vec!["E07", "A1"], "A2"),
        (vec!["附件3", "说明"], "附件4"),
        (vec!["说明"], "E01"),
        (vec!["E2", "E1"], "E3"),
    ] {
        let actions: Vec<Action> = there.iter().map(|number| add(number, "")).collect();
        let register = after(&DEMO, &actions).evidence.clone();
        assert_eq!(numbers(&register), there);
        assert_eq!(&*register.next_number(), next, "{there:?}");
    }
    let taken = after(&DEMO, &[add("E01", "一"), add("E01", "二"), add("12", "三")]);
    assert_eq!(
        numbers(&taken.evidence),
        ["E01", "E02", "E03"],
        "a number that is taken or none gives way to the next"
    );
}

#[test]
fn a_number_in_a_reference_is_a_link_to_its_entry() {
    let Links { of_entry, references } = links(&linked());
    let [first, second, third] = of_entry.as_slice() else {
        panic!("three entries")
    };
    assert_eq!(first, &[Referrer::Condition(ConditionSlot(1)), Referrer::Item(ItemSlot(0), 0)]);
    let indicator = Referrer::Figure(FigureSlot::Catalogue(IndicatorSlot(0)));
    assert_eq!(second, &[Referrer::Condition(ConditionSlot(1)), indicator]);
    assert_eq!(third, &[Referrer::Item(ItemSlot(2), 0)]);
    let missing: Vec<(Referrer, &str)> = references
        .iter()
        .flat_map(|reference| reference.missing.iter().map(|number| (reference.place, &**number)))
        .collect();
    assert_eq!(missing, [(Referrer::Item(ItemSlot(0), 1), "E-99")]);
    assert!(links(&Assessment::blank(&BEIJING)).references.is_empty());
}

#[test]
fn a_number_stands_alone_in_a_text() {
    let linked = |reference: &str| {
        let assessment = after(&DEMO, &[add("E3", ""), add("E-1", ""), refer(0, reference)]);
        links(&assessment)
            .at(Referrer::Item(ItemSlot(0), 0))
            .map_or(0, |reference| reference.entries.len())
    };
    for (reference, count) in [
        ("E3", 1),
        ("见E3。", 1),
        ("(E3)", 1),
        ("E3.", 1),
        ("E3、E-1", 2),
        ("E3 E3", 1),
        ("E3：E-1，E3", 2),
        ("E32", 0),
        ("E3a", 0),
        ("XE3", 0),
        ("E3-1", 0),
        ("E-1.2", 0),
        ("e3", 0),
        ("E_3", 0),
    ] {
        assert_eq!(linked(reference), count, "{reference}");
    }
}

#[test]
fn renumbering_renames_the_references_that_link_to_the_entry_as_one_step() {
    let before = History::new(linked());
    let history = before.after(&renumber(1, "P-7")).expect("a change");
    let renamed = history.present();
    assert_eq!(numbers(&renamed.evidence), ["E-01", "P-7", "附件3"]);
    assert_eq!(&*renamed.eligibility.conditions[1].evidence, "质量损失率降至 1.06%，见P-7、E-01。");
    assert_eq!(&*renamed.figures.indicators[0].evidence, "P-7");
    assert_eq!(renamed.items, before.present().items, "nothing there names it");
    assert_eq!(links(renamed).of_entry, links(before.present()).of_entry);
    assert_eq!(history.undone().expect("one step").present(), before.present());
    for refused in ["E-01", "E-32", "12", "", "P 7"] {
        assert!(before.after(&renumber(1, refused)).is_none(), "{refused}");
    }
}

#[test]
fn removing_an_entry_leaves_its_references_as_texts() {
    let removed = Action::Register(RegisterChange::Remove(1)).apply(&linked());
    assert_eq!(removed.eligibility.conditions, linked().eligibility.conditions);
    let numbers: Vec<EvidenceFinding> = found(&removed)
        .into_iter()
        .filter(|found| matches!(found, EvidenceFinding::Missing { .. }))
        .collect();
    assert_eq!(numbers.len(), 3, "E-32 twice and E-99: {numbers:?}");
}

#[test]
fn writing_on_in_a_title_is_one_step_of_undo() {
    let title = |words: &str| Action::Register(RegisterChange::Text(0, EntryText::Title, text(words)));
    let before = History::new(linked());
    let after = before.after(&title("质")).and_then(|history| history.after(&title("质量"))).expect("changes");
    assert_eq!(after.undone().expect("a step").present(), before.present());
}

#[test]
fn entries_are_proposed_for_numbers_that_items_begin_their_references_with() {
    let assessment = after(
        &BEIJING,
        &[
            add("E-01", "企业文化手册"),
            refer(0, "E-01 企业文化手册"),
            refer(0, "E-02 管理评审纪要"),
            refer(1, "E-02 同一份"),
            refer(1, "ISO 9001 证书"),
            refer(1, "附件 5"),
            refer(2, "QA7"),
            condition(0, "E-09 证书"),
        ],
    );
    let proposed = entries_from_references(&assessment);
    let told: Vec<(&str, &str)> = proposed.iter().map(|entry| (&*entry.number, &*entry.title)).collect();
    assert_eq!(told, [("E-02", "管理评审纪要"), ("QA7", "")]);
}

#[test]
fn the_register_stands_in_a_member_of_its_own_that_came_with_version_1_2() {
    let blank = written(&Assessment::blank(&BEIJING), &BEIJING);
    assert_eq!((blank.get("evidence"), &blank["version"]), (None, &json!("1.1")));
    let file = EvidenceFile {
        name: text("手册.pdf"),
        size: 20_480,
        media_type: text("application/pdf"),
        sha256: text("0123456789abcdef".repeat(4)),
    };
    let actions = [
        Action::Register(RegisterChange::Kind(1, EvidenceKind::TestReport)),
        Action::Register(RegisterChange::Date(1, Some(day("2016-03-01")))),
        Action::Register(RegisterChange::File(1, Some(file))),
        renumber(1, "P-7"),
    ];
    let assessment = actions.iter().fold(linked(), |before, action| action.apply(&before));
    let written = written(&assessment, &BEIJING);
    assert_eq!(written["version"], "1.2");
    let keys: Vec<&String> = written["evidence"].as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["E-01", "E-32", "附件3"], "a key stays when the number changes");
    let entry = json!({
        "number": "P-7",
        "title": "过程能力分析报告",
        "kind": "test_report",
        "date": "2016-03-01",
        "valid_until": null,
        "owner": "",
        "confidentiality": "internal",
        "place": "档案室",
        "file": { "name": "手册.pdf", "size": 20480, "media_type": "application/pdf", "sha256": "0123456789abcdef".repeat(4) },
    });
    assert_eq!(written["evidence"]["E-32"], entry);
    assert_eq!(reopened(&written, &BEIJING).assessment, assessment);
}

#[test]
fn an_entry_that_says_little_reads_with_defaults() {
    let mut file = written(&Assessment::blank(&DEMO), &DEMO);
    file["evidence"] = json!({ "E01": {}, "E02": { "kind": null, "file": null } });
    let assessment = reopened(&file, &DEMO).assessment;
    assert_eq!(numbers(&assessment.evidence), ["E01", "E02"]);
    assert_eq!(assessment.evidence.entries[0].kind, EvidenceKind::Other);
}

#[test]
fn what_cannot_be_in_a_register_is_refused_with_its_place() {
    let file = written(&linked(), &BEIJING);
    let hash = "0123456789abcdef".repeat(4);
    let cases = [
        ("/evidence/E-01/number", json!("E-32"), "/evidence/E-32/number"),
        ("/evidence/E-01/number", json!("12"), "/evidence/E-01/number"),
        ("/evidence/E-01/kind", json!("hearsay"), "/evidence/E-01/kind"),
        ("/evidence/E-01/date", json!("2015-02-29"), "/evidence/E-01/date"),
        ("/evidence/E-01/valid_until", json!("soon"), "/evidence/E-01/valid_until"),
        ("/evidence/E-01/file", json!({ "sha256": "short" }), "/evidence/E-01/file/sha256"),
        ("/evidence/E-01/file", json!({ "sha256": hash.to_uppercase() }), "/evidence/E-01/file/sha256"),
        ("/evidence/E-01/file", json!({ "sha256": hash, "size": -1 }), "/evidence/E-01/file/size"),
        ("/evidence", json!([]), "/evidence"),
        ("/evidence", json!({ "E 01": {} }), "/evidence/E 01/number"),
    ];
    for (pointer, value, place) in cases {
        let mut file = file.clone();
        *file.pointer_mut(pointer).expect("a member") = value;
        let error = open(&file.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect_err(pointer);
        assert!(error.to_string().contains(&format!("{place:?}")), "{pointer}: {error}");
        let sentence = say::read_error(Language::Zh, &error);
        assert!(sentence.contains(place), "{sentence}");
    }
}

#[test]
fn members_a_newer_kit_put_into_an_entry_are_kept_and_go_with_it() {
    let mut file = written(&linked(), &BEIJING);
    file["evidence"]["E-32"]["reviewed"] = json!({ "by": "外审" });
    let project = reopened(&file, &BEIJING);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), file);
    let changed = |action: Action| {
        let project = Project {
            assessment: action.apply(&project.assessment),
            ..project.clone()
        };
        serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON")
    };
    assert_eq!(changed(renumber(1, "P-7"))["evidence"]["E-32"]["reviewed"], json!({ "by": "外审" }));
    let removed = changed(Action::Register(RegisterChange::Remove(1)));
    assert_eq!(removed["evidence"].get("E-32"), None, "what is left of an entry is no entry");
}

#[test]
fn the_register_goes_along_to_other_criteria_and_back() {
    let file = write(&Project::new(linked()), &BEIJING);
    let project = open(&file).expect("a file").with_pack(&BEIJING).expect("it fits");
    let there = plan(&project, &BEIJING, &DEMO, &Lineage::default(), "zh").expect("a plan");
    let carried = carry(&project, &BEIJING, &DEMO, &there).expect("a carry");
    assert_eq!(carried.assessment.evidence, project.assessment.evidence);
    let back = plan(&carried, &DEMO, &BEIJING, &Lineage::default(), "zh").expect("a plan");
    let again = carry(&carried, &DEMO, &BEIJING, &back).expect("a carry");
    assert_eq!(write(&again, &BEIJING), file);
}

#[test]
fn what_does_not_fit_is_found_with_its_place() {
    let entry = |number: &str, kind: EvidenceKind, date: &str, valid: Option<&str>| {
        Action::Register(RegisterChange::Add(
            NEW,
            Rc::new(EvidenceEntry {
                number: text(number),
                kind,
                date: Some(day(date)),
                valid_until: valid.map(day),
                place: text("档案室"),
                ..EvidenceEntry::default()
            }),
        ))
    };
    let governance = slot(&BEIJING, "leadership.governance");
    let assessment = after(
        &BEIJING,
        &[
            Action::ApplicationDate(Some(day("2016-12-02"))),
            Action::Years(Window::new(2013, 3)),
            entry("E01", EvidenceKind::Certificate, "2010-06-01", Some("2016-12-02")),
            entry("E02", EvidenceKind::Certificate, "2010-06-01", Some("2016-12-01")),
            entry("E03", EvidenceKind::Audit, "2012-12-31", None),
            entry("E04", EvidenceKind::Audit, "2013-01-01", None),
            entry("E05", EvidenceKind::Other, "2001-01-01", None),
            Action::Register(RegisterChange::Text(4, EntryText::Place, text(" "))),
            Action::Item(governance, ItemChange::AddEvidence(text("E01、E02、E03、E04"))),
            Action::Item(governance, ItemChange::AddEvidence(text("E07 内部审计"))),
        ],
    );
    let told: Vec<(&str, Place)> = found(&assessment).iter().map(|found| (found.code(), found.place())).collect();
    assert_eq!(
        told,
        [
            ("evidence_missing", Place::Item(governance)),
            ("evidence_expired", Place::Evidence(1)),
            ("evidence_old", Place::Evidence(2)),
            ("evidence_unlinked", Place::Evidence(4)),
            ("evidence_nowhere", Place::Evidence(4)),
        ]
    );
    for language in Language::ALL {
        for finding in found(&assessment) {
            let sentence = say::finding(&BEIJING, *language, &Finding::Evidence(finding));
            assert!(!sentence.contains(['{', '}']), "{sentence}");
        }
    }
    let zh = say::finding(&BEIJING, Language::Zh, &Finding::Evidence(found(&assessment)[1].clone()));
    assert_eq!(zh, "证据 E02：有效期至2016年12月1日，申报日已过期。");
}

#[test]
fn without_a_register_references_are_texts_and_nothing_is_found() {
    let assessment = after(&BEIJING, &[refer(0, "E-01 企业文化手册"), refer(0, "E-02")]);
    assert!(found(&assessment).is_empty());
}

#[test]
fn sizes_are_told_in_powers_of_ten_rounded_up() {
    for (bytes, told) in [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1.0 kB"),
        (34_401, "34.5 kB"),
        (999_900, "999.9 kB"),
        (999_950, "1.0 MB"),
        (20_000_001, "20.1 MB"),
    ] {
        assert_eq!(say::file_size(bytes), told);
    }
}

#[test]
fn the_submission_lists_the_register_with_its_uses_and_apart_from_it_the_other_references() {
    let told = |assessment: &Assessment| submission(&BEIJING, assessment, Language::Zh, &Options::default()).plain_text();
    let document = told(&linked());
    let outside = Language::Zh.words().report_evidence_unregistered();
    for part in ["附件3\n营业执照\n其他\n档案室\n内部\n", "E-99 没有登记", "GB/T 19580-2012 宣贯记录"] {
        assert!(document.contains(part), "{part}");
    }
    let condition = BEIJING.words("zh").condition(&BEIJING.condition(ConditionSlot(1)).id).to_owned();
    let item = say::item_name(&BEIJING, Language::Zh, ItemSlot(0));
    assert!(document.contains(&[condition.as_str(), "；", &item].concat()), "what refers to E-01");
    let without = told(&after(&BEIJING, &[refer(0, "E-01 企业文化手册")]));
    assert!(without.contains("E-01 企业文化手册") && !without.contains(outside));
}

/// A register and references to it.
fn assessments() -> impl Strategy<Value = Assessment> {
    let reference = || references().prop_map(|reference| refer(0, &reference));
    let action = prop_oneof![
        register_changes().prop_map(Action::Register),
        reference(),
        references().prop_map(|reference| condition(0, &reference)),
    ];
    vec(action, 0..24).prop_map(|actions| after(&DEMO, &actions))
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn numbers_and_keys_of_a_register_are_numbers_and_never_stand_twice(assessment in assessments()) {
        let entries = &assessment.evidence.entries;
        for (at, entry) in entries.iter().enumerate() {
            prop_assert!(is_evidence_number(&entry.number));
            prop_assert!(entries[..at].iter().all(|other| other.number != entry.number && other.key != entry.key));
        }
        prop_assert!(assessment.evidence.is_free(&assessment.evidence.next_number()));
    }

    #[test]
    fn what_is_written_is_read_again_and_written_the_same(assessment in assessments()) {
        let file = write(&Project::new(assessment.clone()), &DEMO);
        let project = open(&file).expect("a file").with_pack(&DEMO).expect("it fits");
        prop_assert_eq!(&project.assessment, &assessment);
        prop_assert_eq!(write(&project, &DEMO), file);
    }

    #[test]
    fn renumbering_loses_no_link(assessment in assessments(), at in 0..6_usize, number in numbers_of_evidence()) {
        prop_assume!(number.is_ascii() && assessment.evidence.entries.iter().all(|entry| entry.number.is_ascii()));
        let before = links(&assessment);
        let after = links(&renumber(at, &number).apply(&assessment));
        for (before, after) in before.of_entry.iter().zip(&after.of_entry) {
            prop_assert!(before.iter().all(|place| after.contains(place)));
        }
    }

    #[test]
    fn renumbering_there_and_back_changes_nothing(assessment in assessments(), at in 0..6_usize) {
        if let Some(entry) = assessment.evidence.entries.get(at) {
            let there = renumber(at, "Z-777").apply(&assessment);
            prop_assert_eq!(renumber(at, &entry.number).apply(&there), assessment.clone());
        }
    }
}
