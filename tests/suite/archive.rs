//! The file format: written and read again byte for byte, members of newer versions carried along, bad input refused
//! in one sentence that names the place.

use crate::samples::{AWKWARD, BEIJING, DEMO, LEGAL_STATUSES, assessments, cases, day, percent};
use award_kit::archive::{MAX_BYTES, Project, ReadError, open, open_bytes, to_value, write};
use award_kit::assessment::{Answer, Assessment, Division, Percent, ProfileText, SelfCheckAnswer, text};
use award_kit::criteria::Kind;
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::merge::{Sides, hand_out, merge};
use award_kit::scoring::score;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;

/// An assessment with something in every place there is.
pub fn filled(pack: &Pack) -> Assessment {
    let mut assessment = Assessment::blank(pack);
    assessment.fictional = true;
    assessment.reference_points = Some(60);
    let organisation = Rc::make_mut(&mut assessment.organisation);
    organisation.kind = Some(Kind::Manufacturing);
    organisation.legal_status = Some(LEGAL_STATUSES[0]);
    organisation.registration_date = Some(day("2012-02-29"));
    organisation.registration_place = Division::parse("110108");
    organisation.sector = Some(text("other"));
    (organisation.staff, organisation.revenue, organisation.assets) = (Some(860), Some(61_200), Some(0));
    // Without the management model, as most assessments are; `parts_asked_for` has it.
    let fields = ProfileText::ALL.iter().filter(|field| !ProfileText::MODEL.contains(field));
    for (at, &field) in fields.enumerate() {
        organisation.set_text(field, text(format!("示例 {}（{}）", at + 1, field.key())));
    }
    organisation.set_text(ProfileText::Name, text("北京虚构仪器有限公司"));
    organisation.set_text(ProfileText::CreditCode, text("91110108MA0000001D"));
    let eligibility = Rc::make_mut(&mut assessment.eligibility);
    eligibility.application_date = Some(day("2016-12-02"));
    for (at, condition) in eligibility.conditions.iter_mut().enumerate() {
        condition.answer = [Answer::Met, Answer::NotMet, Answer::Undecided][at % 3];
        condition.evidence = text(format!("E-{at}"));
    }
    for check in &mut eligibility.self_checks {
        check.answer = SelfCheckAnswer::Clear;
        check.note = text("三年内无");
    }
    for (slot, item) in pack.items() {
        let rubric = pack.rubric_of(slot);
        let record = Rc::make_mut(&mut assessment.items[slot.0]);
        for scope in 0..record.scopes() {
            for (factor, content) in rubric.factors.iter().enumerate() {
                record.set_answer(
                    scope,
                    factor,
                    text(format!("{} {scope} {}：\n方法“稳定”，展开到各部门。", item.number, content.letter)),
                );
            }
        }
        record.strengths = text("优势 strengths");
        record.opportunities = text("改进机会 opportunities");
        record.remark = text("按 4.4 评定");
        record.evidence = vec![text("E-1 质量手册"), text("E-2 \"minutes\"")];
        record.bands = (0..rubric.factors.len()).map(|factor| Some(factor % rubric.bands.len())).collect();
        record.percent = Some(percent((slot.0 % 21) as u8 * 5));
    }
    assessment
}

fn reopened(written: &str, pack: &Pack) -> Project {
    let opened = open_bytes(written.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    opened.with_pack(pack).unwrap_or_else(|error| panic!("{error}"))
}

/// Writes, reads and writes again; gives back what was read.
fn round_trip(assessment: Assessment, pack: &Pack) -> Project {
    let project = Project::new(assessment);
    let written = write(&project, pack);
    let read = reopened(&written, pack);
    assert_eq!(read, project);
    assert_eq!(write(&read, pack), written);
    read
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn write_read_write_is_byte_identical(assessment in assessments(&DEMO)) {
        round_trip(assessment, &DEMO);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn write_read_write_is_byte_identical_for_beijing_2016(assessment in assessments(&BEIJING)) {
        let read = round_trip(assessment.clone(), &BEIJING);
        prop_assert_eq!(score(&BEIJING, &read.assessment), score(&BEIJING, &assessment));
    }
}

#[test]
fn a_full_and_a_blank_assessment_survive_byte_for_byte() {
    for pack in [&*BEIJING, &*DEMO] {
        round_trip(Assessment::blank(pack), pack);
        round_trip(filled(pack), pack);
    }
}

#[test]
fn awkward_texts_survive_in_every_kind_of_place() {
    for &words in AWKWARD {
        let mut assessment = filled(&DEMO);
        for &field in ProfileText::ALL {
            Rc::make_mut(&mut assessment.organisation).set_text(field, text(words));
        }
        let record = Rc::make_mut(&mut assessment.items[0]);
        record.set_answer(0, 0, text(words));
        record.evidence = vec![text(words); 3];
        record.remark = text(words);
        Rc::make_mut(&mut assessment.eligibility).conditions[0].evidence = text(words);
        let read = round_trip(assessment, &DEMO).assessment;
        assert_eq!(&**read.items[0].answer(0, 0), words);
    }
}

#[test]
fn a_text_of_100_000_characters_survives() {
    let long: String = "质量👩‍🏭\u{202e}\n".chars().cycle().take(100_000).collect();
    let mut assessment = Assessment::blank(&DEMO);
    Rc::make_mut(&mut assessment.items[0]).set_answer(1, 2, text(&long));
    Rc::make_mut(&mut assessment.organisation).set_text(ProfileText::Environment, text(&long));
    let read = round_trip(assessment, &DEMO).assessment;
    assert_eq!(read.items[0].answer(1, 2).chars().count(), 100_000);
}

#[test]
fn the_file_ends_with_a_line_feed_and_names_its_criteria() {
    let written = write(&Project::blank(&DEMO), &DEMO);
    assert!(written.starts_with("{\n  \"format\": \"award-kit.assessment\",\n  \"version\": \"1.1\",\n") && written.ends_with("}\n"));
    let file: Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(file["pack"], json!({ "id": "demo-mini", "edition": "demo", "hash": DEMO.hash() }));
    assert_eq!(file["items"]["practice.direction"]["percent"], Value::Null);
}

/// The file of a full demo-mini assessment, to be changed.
fn file() -> Value {
    serde_json::from_str(&write(&Project::new(filled(&DEMO)), &DEMO)).expect("JSON")
}

fn set(mut file: Value, pointer: &str, new: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let key = key.replace("~1", "/").replace("~0", "~");
    let object = file.pointer_mut(parent).and_then(Value::as_object_mut);
    object.unwrap_or_else(|| panic!("{parent} is an object")).insert(key, new);
    file
}

fn read_value(file: &Value) -> Result<Project, ReadError> {
    open_bytes(file.to_string().as_bytes())?.with_pack(&DEMO)
}

/// Makes a member's value.
type Member = fn() -> Value;

/// What a newer minor version might have added, at every level.
const NEWER: [(&str, Member); 18] = [
    (
        "/panel",
        || json!({ "assessors": [{ "name": "甲", "weights": [0.25, 1e-7, -3] }], "open": null }),
    ),
    ("/a~1b~0c", || json!("escaped")),
    ("/pack/publisher", || json!("市质监局")),
    ("/organisation/parent", || json!({ "name": "集团" })),
    ("/organisation/branches", || json!([])),
    ("/eligibility/channel", || json!("online")),
    ("/eligibility/answers/registered/checked_on", || json!("2016-11-03")),
    (
        "/eligibility/answers/no-debt",
        || json!({ "answer": "met", "evidence": "E-9", "checked_on": "2016-11-04" }),
    ),
    ("/eligibility/self_checks/accident/proof", || json!(true)),
    ("/eligibility/self_checks/export", || json!({ "answer": "clear", "note": "无", "proof": false })),
    ("/items/practice.direction/indicators", || json!([{ "id": "I-1", "values": [1, 2, 3] }])),
    ("/items/practice.direction/answers/risk", || json!({ "approach": "按新增分条款" })),
    ("/items/practice.direction/answers/goals/novelty", || json!("新因素")),
    ("/items/practice.direction/answers//novelty", || json!("新因素，整体")),
    ("/items/practice.direction/bands/novelty", || json!("50-100")),
    ("/items/practice.improvement/bands/approach", || json!("45-55")),
    (
        "/items/outcomes.brand",
        || json!({ "percent": 55, "answers": { "": { "level": "新评分项" } }, "evidence": ["E-5"], "indicators": [1], "weighting": { "by": 2 } }),
    ),
    ("/items/outcomes.silent", || json!({})),
];

fn newer() -> Value {
    let file = set(file(), "/version", json!("1.7"));
    NEWER.iter().fold(file, |file, (pointer, value)| set(file, pointer, value()))
}

#[test]
fn members_of_a_newer_minor_version_survive_at_every_level() {
    let newer = newer();
    let project = read_value(&newer).expect("a newer minor version is read");
    assert_eq!(project.minor, 7);
    let written = write(&project, &DEMO);
    let again: Value = serde_json::from_str(&written).expect("JSON");
    for (pointer, value) in NEWER {
        assert_eq!(again.pointer(pointer), Some(&value()), "{pointer}");
    }
    assert_eq!(again, newer);
    assert_eq!(write(&reopened(&written, &DEMO), &DEMO), written);
}

#[test]
fn each_member_of_a_newer_minor_version_survives_alone_in_an_almost_empty_file() {
    let bare = json!({ "format": "award-kit.assessment", "version": "1.7", "pack": { "id": "demo-mini", "edition": "demo" } });
    for (pointer, value) in NEWER {
        // The objects above the member are there, and otherwise empty.
        let mut file = bare.clone();
        let mut at = String::new();
        let segments: Vec<&str> = pointer.split('/').skip(1).collect();
        for segment in &segments[..segments.len() - 1] {
            at = format!("{at}/{segment}");
            if file.pointer(&at).is_none() {
                file = set(file, &at, json!({}));
            }
        }
        let file = set(file, pointer, value());
        let written = write(&read_value(&file).expect("the file is read"), &DEMO);
        let again: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(again.pointer(pointer), Some(&value()), "{pointer}");
        assert_eq!(write(&reopened(&written, &DEMO), &DEMO), written, "{pointer}");
    }
}

#[test]
fn what_is_kept_is_not_counted() {
    let project = read_value(&newer()).expect("a newer minor version is read");
    assert_eq!(project.assessment.items.len(), 3);
    let score = score(&DEMO, &project.assessment);
    assert_eq!((score.items.len(), score.total.max.to_string()), (3, "100".into()));
    assert_eq!(project.assessment.items[1].bands[0], None, "a band this version does not know is no band");
}

#[test]
fn what_is_kept_outlives_changes_and_gives_way_to_them() {
    let mut project = read_value(&newer()).expect("a newer minor version is read");
    let direction = Rc::make_mut(&mut project.assessment.items[0]);
    for scope in 0..direction.scopes() {
        for factor in 0..4 {
            direction.set_answer(scope, factor, text(""));
        }
    }
    Rc::make_mut(&mut project.assessment.items[1]).bands[0] = Some(1);
    let again: Value = serde_json::from_str(&write(&project, &DEMO)).expect("JSON");
    assert_eq!(again["items"]["practice.direction"]["answers"]["goals"], json!({ "novelty": "新因素" }));
    assert_eq!(
        again["items"]["practice.improvement"]["bands"]["approach"], "50-100",
        "the choice made now wins"
    );
    assert_eq!(again["version"], "1.7");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_member_anywhere_survives(
        place in proptest::sample::select(vec!["", "/organisation", "/eligibility", "/items", "/items/practice.direction", "/items/practice.direction/answers", "/pack"]),
        name in "[a-zA-Z0-9~/ 质\"\\\\]{1,8}",
        value in proptest::sample::select(vec![json!({}), json!({ "percent": 5, "x": { "y": [] } }), json!({ "a": "b" })]),
    ) {
        let pointer = award_kit::json::push(place, &name);
        let file = file();
        prop_assume!(file.pointer(&pointer).is_none());
        // An answer of an unknown prompt is text by factor; anything else there is of the wrong kind.
        let value = if place.ends_with("answers") { json!({ "approach": "x" }) } else { value };
        let file = set(file, &pointer, value);
        let again: Value = serde_json::from_str(&write(&read_value(&file).expect("the file is read"), &DEMO)).expect("JSON");
        prop_assert_eq!(again, file);
    }
}

#[test]
fn an_old_minimal_file_reads_as_blank() {
    let minimal = r#"{"format": "award-kit.assessment", "version": "1.0", "pack": {"id": "beijing-2016", "edition": "2016"}}"#;
    let opened = open(minimal).expect("an assessment");
    assert_eq!(
        (opened.pack().id.as_str(), opened.pack().edition.as_str(), opened.pack().hash.as_str()),
        ("beijing-2016", "2016", "")
    );
    assert!(!opened.criteria_changed(&BEIJING), "a file without hash says nothing about its criteria");
    let blank = Project {
        minor: 0,
        ..Project::blank(&BEIJING)
    };
    assert!(opened.with_pack(&BEIJING) == Ok(blank));
}

#[test]
fn a_byte_order_mark_and_spacing_are_accepted() {
    let written = write(&Project::new(filled(&DEMO)), &DEMO);
    let compact = file().to_string();
    for bytes in [format!("\u{feff}{written}"), format!("\r\n\t {compact}\r\n"), written.replace('\n', "\r\n")] {
        assert_eq!(write(&reopened(&bytes, &DEMO), &DEMO), written);
    }
}

#[test]
fn changed_criteria_are_noticed_and_the_file_still_opens() {
    let file = set(file(), "/pack/hash", json!("sha256:0000"));
    let opened = open(&file.to_string()).expect("an assessment");
    assert!(opened.criteria_changed(&DEMO));
    let project = opened.with_pack(&DEMO).expect("the same pack");
    assert!(write(&project, &DEMO).contains(DEMO.hash()), "the criteria judged by now are recorded");
}

fn bad(pointer: &str, value: &str) -> ReadError {
    ReadError::BadValue {
        pointer: pointer.into(),
        value: value.into(),
    }
}

fn wrong(pointer: &str) -> ReadError {
    ReadError::WrongKind { pointer: pointer.into() }
}

fn not_json(line: usize, column: usize) -> ReadError {
    ReadError::NotJson { line, column }
}

/// Bytes that are refused before anything is known about them, and why.
fn bad_bytes() -> Vec<(&'static str, Vec<u8>, ReadError)> {
    let deep = |depth: usize| format!("{{\"format\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    let too_large = |bytes: u64| ReadError::TooLarge { bytes };
    let start = "{\"format\": \"award-kit.assessment\", \"version\": ";
    let newer = |version: &str| ReadError::NewerVersion { version: version.into() };
    let version = |version: &str| format!("{start}{version}}}").into_bytes();
    vec![
        ("empty", b"".to_vec(), ReadError::Empty),
        ("white space", " \r\n\t\u{3000}".into(), ReadError::Empty),
        ("nothing but a byte-order mark", "\u{feff}".into(), ReadError::Empty),
        ("cut off", b"{\n  \"format\": \"award-kit.assess".to_vec(), not_json(2, 29)),
        ("plain text", b"award-kit".to_vec(), not_json(1, 1)),
        ("a page", b"<!doctype html>".to_vec(), not_json(1, 1)),
        ("two files in one", b"{}\n{}".to_vec(), not_json(2, 1)),
        ("zeros", vec![0; 64], not_json(1, 1)),
        ("a Word document", b"PK\x03\x04\x14\x00\x06\x00\x08\x00".to_vec(), not_json(1, 1)),
        ("a picture", b"\x89PNG\r\n\x1a\n".to_vec(), ReadError::NotText),
        ("GB 18030 text", b"{\"\xd6\xca\xc1\xbf\": 1}".to_vec(), ReadError::NotText),
        ("UTF-16", b"\xff\xfe{\x00}\x00".to_vec(), ReadError::NotText),
        ("one byte too many", vec![b' '; MAX_BYTES as usize + 1], too_large(MAX_BYTES + 1)),
        ("200 MB", vec![0; 200_000_000], too_large(200_000_000)),
        ("nested 1000 deep", deep(1000).into_bytes(), not_json(1, 171)),
        ("nested 100,000 deep", deep(100_000).into_bytes(), not_json(1, 171)),
        ("null", b"null".to_vec(), ReadError::NotAssessment),
        ("a list", b"[1, 2]".to_vec(), ReadError::NotAssessment),
        ("an empty object", b"{}".to_vec(), ReadError::NotAssessment),
        (
            "a criteria pack",
            b"{\"format\": \"award-kit.pack\", \"version\": \"1.0\"}".to_vec(),
            ReadError::NotAssessment,
        ),
        ("a format that is a number", b"{\"format\": 1}".to_vec(), ReadError::NotAssessment),
        ("no version", b"{\"format\": \"award-kit.assessment\"}".to_vec(), bad("/version", "")),
        ("a version of one part", version("\"1\""), bad("/version", "1")),
        ("a version of words", version("\"new\""), bad("/version", "new")),
        ("version zero", version("\"0.9\""), bad("/version", "0.9")),
        ("a version with a sign", version("\"1.-1\""), bad("/version", "1.-1")),
        ("a newer version", version("\"2.0\""), newer("2.0")),
        ("a much newer version", version("\"12.4\""), newer("12.4")),
        (
            "a newer version of another shape",
            format!("{start}\"2.0\", \"items\": [1], \"items\": 2}}").into_bytes(),
            newer("2.0"),
        ),
    ]
}

/// Changes of a good file, and why it is refused.
fn bad_files() -> Vec<(&'static str, Value, ReadError)> {
    let direction = "/items/practice.direction/percent";
    let registration = "/organisation/registration_date";
    let application = "/eligibility/application_date";
    let mut all = Vec::new();
    let mut refused = |pointer: &'static str, value: Value, error: ReadError| all.push((pointer, value, error));
    for value in [47, -5, 105, 101, 255, 256, 261, 1, 99, i64::MAX, i64::MIN] {
        refused(direction, json!(value), bad(direction, &value.to_string()));
    }
    for value in [json!("50"), json!(55.5), json!(1e300), json!(u64::MAX), json!(true), json!([50]), json!({})] {
        refused(direction, value, wrong(direction));
    }
    for value in [
        "2015-02-29",
        "2016-13-01",
        "2016-00-10",
        "2016-01-32",
        "16-1-1",
        "2016-1-1",
        "yesterday",
        "",
        "2016-12-02T00:00",
        " 2016-12-02",
        "２０１６-12-02",
        "2016/12/02",
        "20161202",
        "1900-02-29",
        "-016-12-02",
    ] {
        refused(registration, json!(value), bad(registration, value));
        refused(application, json!(value), bad(application, value));
    }
    refused(registration, json!(20_161_202), wrong(registration));
    refused(application, json!(["2016-12-02"]), wrong(application));
    for value in ["110", "1101080", "11010x", "北京市", "", "010108", "１１０１０８"] {
        refused("/organisation/registration_place", json!(value), bad("/organisation/registration_place", value));
    }
    refused("/organisation/registration_place", json!(110_108), wrong("/organisation/registration_place"));
    refused("/eligibility/edition", json!("2018"), bad("/eligibility/edition", "2018"));
    refused("/organisation/legal_status", json!("maybe"), wrong("/organisation/legal_status"));
    refused("/organisation/kind", json!("Manufacturing"), wrong("/organisation/kind"));
    refused("/organisation/staff", json!(-1), wrong("/organisation/staff"));
    refused("/organisation/staff", json!(1.5), wrong("/organisation/staff"));
    refused("/organisation/name", json!(null), wrong("/organisation/name"));
    refused("/organisation", json!([]), wrong("/organisation"));
    refused("/fictional", json!("no"), wrong("/fictional"));
    refused("/reference_points", json!(-600), wrong("/reference_points"));
    refused(
        "/eligibility/answers/registered/answer",
        json!("yes"),
        wrong("/eligibility/answers/registered/answer"),
    );
    refused(
        "/eligibility/self_checks/accident/answer",
        json!(false),
        wrong("/eligibility/self_checks/accident/answer"),
    );
    refused("/items", json!([]), wrong("/items"));
    refused("/items/practice.direction", json!(55), wrong("/items/practice.direction"));
    refused("/items/practice.direction/evidence", json!("E-1"), wrong("/items/practice.direction/evidence"));
    refused(
        "/items/practice.direction/evidence",
        json!(["E-1", 2]),
        wrong("/items/practice.direction/evidence/1"),
    );
    refused(
        "/items/practice.direction/answers/goals/approach",
        json!(1),
        wrong("/items/practice.direction/answers/goals/approach"),
    );
    refused(
        "/items/practice.direction/answers/goals",
        json!("text"),
        wrong("/items/practice.direction/answers/goals"),
    );
    refused(
        "/items/practice.direction/bands/approach",
        json!(1),
        wrong("/items/practice.direction/bands/approach"),
    );
    refused("/items/of~1another", json!({ "percent": "50" }), wrong("/items/of~1another/percent"));
    let pack = |id: &str, edition: &str| ReadError::UnknownPack {
        id: id.into(),
        edition: edition.into(),
    };
    refused("/pack/id", json!("tianjin-2020"), pack("tianjin-2020", "demo"));
    refused("/pack/id", json!("beijing-2016"), pack("beijing-2016", "demo"));
    refused("/pack/edition", json!("2014"), pack("demo-mini", "2014"));
    refused("/pack", json!({}), pack("", ""));
    refused("/pack", json!(null), wrong("/pack"));
    all
}

#[test]
fn bytes_that_are_no_assessment_are_refused_with_the_reason() {
    for (what, bytes, error) in bad_bytes() {
        assert_eq!(open_bytes(&bytes).err(), Some(error), "{what}");
    }
}

#[test]
fn bad_values_are_refused_with_their_place() {
    for (pointer, value, error) in bad_files() {
        let found = read_value(&set(file(), pointer, value.clone())).err();
        assert_eq!(found, Some(error), "{pointer} {value}");
    }
}

#[test]
fn repeated_members_are_refused_with_their_place() {
    let written = write(&Project::new(filled(&DEMO)), &DEMO);
    let table = [
        ("\"fictional\": true,", "\"fictional\": true, \"fictional\": true,", "/fictional"),
        ("\"percent\": 0,", "\"percent\": 0, \"percent\": 100,", "/items/practice.direction/percent"),
        (
            "\"outcomes.customers\": {",
            "\"practice.direction\": {}, \"outcomes.customers\": {",
            "/items/practice.direction",
        ),
        ("\"items\": {", "\"a/b\": 1, \"a/b\": 2, \"items\": {", "/a~1b"),
    ];
    for (from, to, pointer) in table {
        assert!(written.contains(from), "{from}");
        let twice = written.replacen(from, to, 1);
        assert_eq!(
            open_bytes(twice.as_bytes()).err(),
            Some(ReadError::Repeated { pointer: pointer.into() }),
            "{pointer}"
        );
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_never_half_read() {
    let written = write(&Project::blank(&DEMO), &DEMO);
    let end = written.trim_end().len();
    for cut in 0..end {
        if written.is_char_boundary(cut) {
            let error = open_bytes(&written.as_bytes()[..cut]).err();
            assert!(matches!(error, Some(ReadError::Empty | ReadError::NotJson { .. })), "cut at {cut}: {error:?}");
        }
    }
    assert!(open_bytes(&written.as_bytes()[..end]).is_ok());
}

#[test]
fn the_largest_size_is_still_looked_at() {
    let mut bytes = write(&Project::blank(&DEMO), &DEMO).into_bytes();
    bytes.resize(MAX_BYTES as usize, b' ');
    assert!(open_bytes(&bytes).is_ok());
}

#[test]
fn every_way_of_refusing_has_a_case() {
    let mut shown: BTreeSet<&str> = bad_bytes().iter().map(|(_, _, error)| error.code()).collect();
    shown.extend(bad_files().iter().map(|(_, _, error)| error.code()));
    shown.insert(ReadError::Repeated { pointer: String::new() }.code());
    // Of other formats: `panel/files.rs`.
    // Of files that cannot be had at all, which only whoever reads them knows.
    shown.insert(ReadError::NoContent.code());
    // Of very many values: `many_values.rs`.
    shown.insert(ReadError::TooMany { limit: 0 }.code());
    shown.extend([ReadError::NotScoring, ReadError::NotPanel, ReadError::NotTraining].map(|error| error.code()));
    assert_eq!(shown, BTreeSet::from(ReadError::CODES));
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn no_bytes_at_all_bring_the_kit_down(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open_bytes(&bytes).is_err());
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_and_never_brings_the_kit_down(at in 0..4000_usize, byte in any::<u8>()) {
        let mut bytes = write(&Project::new(filled(&DEMO)), &DEMO).into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(project) = open_bytes(&bytes).and_then(|opened| opened.with_pack(&DEMO)) {
            let written = write(&project, &DEMO);
            prop_assert_eq!(write(&reopened(&written, &DEMO), &DEMO), written);
        }
    }
}

#[test]
fn a_file_refused_leaves_nothing_behind() {
    // Opening gives either a whole project or an error: the work at hand is another value and is not touched.
    let present = filled(&DEMO);
    let before = present.clone();
    for (pointer, value, _) in bad_files() {
        assert!(read_value(&set(file(), pointer, value)).is_err());
    }
    assert_eq!(present, before);
    assert_eq!(present.item(ItemSlot(0)).percent, Some(percent(0)));
}

/// The default pack rated in steps of 1 %.
fn by_ones() -> Pack {
    let mut content = BEIJING.content().clone();
    content.structure["scoring"]["step"] = json!(1);
    for rubric in content.structure["rubrics"].as_array_mut().expect("rubrics") {
        let mut next = 0;
        for band in rubric["bands"].as_array_mut().expect("bands") {
            band["from"] = json!(next);
            next = band["to"].as_u64().expect("a number") + 1;
        }
    }
    Pack::from_content(content).expect("the changed pack has no fault")
}

#[test]
fn a_rating_that_changed_steps_do_not_allow_is_put_aside_and_comes_back_with_the_steps() {
    let fine = by_ones();
    let mut file: Value = serde_json::from_str(&write(&Project::blank(&fine), &fine)).expect("JSON");
    file["items"]["leadership.governance"]["percent"] = json!(47);
    file["items"]["leadership.senior-leaders"]["percent"] = json!(50);
    let project = open(&file.to_string()).expect("a file").with_pack(&BEIJING).expect("it opens all the same");
    let item = |project: &Project, id: &str| project.assessment.item(BEIJING.item_slot(id).expect("an item")).percent.map(Percent::value);
    assert_eq!(item(&project, "leadership.governance"), None);
    assert_eq!(item(&project, "leadership.senior-leaders"), Some(50));
    let kept = write(&project, &BEIJING);
    let again: Value = serde_json::from_str(&kept).expect("JSON");
    assert_eq!(again["items"]["leadership.governance"]["percent_before"], json!(47));
    // It is carried along by whoever opens and saves the file.
    let project = open(&kept).expect("a file").with_pack(&BEIJING).expect("it opens");
    assert_eq!(write(&project, &BEIJING), kept);
    let back = open(&kept).expect("a file").with_pack(&fine).expect("it opens");
    assert_eq!(item(&back, "leadership.governance"), Some(47));
    assert!(!write(&back, &fine).contains("percent_before"));
}

#[test]
fn a_rating_between_steps_in_a_file_of_these_very_criteria_is_refused_as_before() {
    let mut file: Value = serde_json::from_str(&write(&Project::blank(&BEIJING), &BEIJING)).expect("JSON");
    file["items"]["leadership.governance"]["percent"] = json!(47);
    let refused = open(&file.to_string()).expect("a file").with_pack(&BEIJING);
    assert!(matches!(refused, Err(ReadError::BadValue { .. })), "{refused:?}");
}

#[test]
fn an_edition_that_is_gone_from_changed_criteria_gives_way_to_the_one_in_force() {
    let mut file: Value = serde_json::from_str(&write(&Project::blank(&BEIJING), &BEIJING)).expect("JSON");
    file["eligibility"]["edition"] = json!("1999");
    file["pack"]["hash"] = json!("sha256:0000000000000000000000000000000000000000000000000000000000000000");
    let project = open(&file.to_string()).expect("a file").with_pack(&BEIJING).expect("it opens all the same");
    assert_eq!(project.assessment.eligibility.edition, BEIJING.default_edition());
}

#[test]
fn members_of_a_newer_version_are_kept_in_one_order_whatever_the_order_of_the_file() {
    let mut file: Value = serde_json::from_str(&write(&Project::blank(&BEIJING), &BEIJING)).expect("JSON");
    for name in ["zeta", "alpha", "mu"] {
        file["items"]["leadership.governance"][name] = json!(name);
    }
    let read = open(&file.to_string()).expect("a file").with_pack(&BEIJING).expect("it opens");
    let again = open(&write(&read, &BEIJING)).expect("a file").with_pack(&BEIJING).expect("it opens");
    assert_eq!(again, read);
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let project = Project::new(filled(&DEMO));
    let item = DEMO.items().next().map(|(_, item)| item.id.clone()).expect("an item");
    let mut file = to_value(&project, &DEMO);
    file["items"][&item]["percent"] = json!(60);
    file["organisation"]["staff"] = json!(0);
    let plain = file.to_string();
    let expected = open(&plain).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens");
    for (percent, staff) in [("60.0", "-0"), ("6e1", "0.0"), ("600e-1", "-0.0"), ("6.0E+1", "0e5")] {
        let written = plain.replacen("\"percent\":60,", &format!("\"percent\":{percent},"), 1);
        let written = written.replacen("\"staff\":0,", &format!("\"staff\":{staff},"), 1);
        assert_ne!(written, plain);
        assert_eq!(
            open(&written).and_then(|opened| opened.with_pack(&DEMO)).as_ref(),
            Ok(&expected),
            "{percent} {staff}"
        );
    }
    for percent in ["60.5", "6e-1", "1e300", "9007199254740994.0"] {
        let written = plain.replacen("\"percent\":60,", &format!("\"percent\":{percent},"), 1);
        assert!(open(&written).and_then(|opened| opened.with_pack(&DEMO)).is_err(), "{percent}");
    }
}

#[test]
fn what_is_nested_as_deeply_as_can_be_opened_is_read_again_after_anything_is_done_with_it() {
    let deep = |levels: usize| {
        (0..levels).fold(
            json!("innermost"),
            |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) },
        )
    };
    let item = DEMO.items().next().map(|(_, item)| item.id.clone()).expect("an item");
    let with = |pointer: &str, levels: usize| {
        let mut file = to_value(&Project::new(filled(&DEMO)), &DEMO);
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        file.pointer_mut(parent).expect("an object")[name] = deep(levels);
        open(&file.to_string()).and_then(|opened| opened.with_pack(&DEMO))
    };
    for (pointer, deepest) in [("/later".to_owned(), 126), (format!("/items/{item}/later"), 124), ("/carried".to_owned(), 126)] {
        assert!(with(&pointer, deepest + if pointer == "/carried" { 40 } else { 1 }).is_err(), "{pointer}");
        let project = with(&pointer, deepest).unwrap_or_else(|error| panic!("{pointer}: {error}"));
        let other = with(&pointer, deepest - 2).expect("it opens");
        let merged = merge(&DEMO, None, &project, &other)
            .keeping_both(&DEMO, Sides { ours: "甲", theirs: "乙" })
            .expect("it reads");
        let part = hand_out(&DEMO, &merged, "部门", &[ItemSlot(0)]);
        let mut again = vec![(merged.clone(), &*DEMO), (part, &*DEMO)];
        for to in [&*crate::carrying::NEXT, &*BEIJING] {
            for project in [&project, &merged] {
                again.push((crate::carrying::carried(project, &DEMO, to, &crate::carrying::LINEAGE), to));
            }
        }
        for (project, pack) in again {
            let written = write(&project, pack);
            let reopened = open(&written).and_then(|opened| opened.with_pack(pack));
            assert_eq!(reopened.map(|reopened| write(&reopened, pack)), Ok(written), "{pointer}");
        }
    }
}
