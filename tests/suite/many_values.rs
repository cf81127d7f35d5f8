//! Files of very many small values: read within a bound on memory, or refused with the limit.

use crate::memory::peak;
use crate::samples::DEMO;
use award_kit::archive::{Dropped, MAX_BYTES, MAX_VALUES, Project, ReadError, ScoringCopy, gather_files, open_bytes, open_panel, write, write_scoring};
use award_kit::language::Language;
use award_kit::report::say;
use serde_json::{Value, json};

/// What no input takes more of, in worker and command line.
const MOST: usize = 512_000_000;

const TOO_MANY: ReadError = ReadError::TooMany { limit: MAX_VALUES };

fn copy() -> Value {
    let copy = ScoringCopy::for_assessor(&DEMO, &Project::blank(&DEMO), "甲", &[]).handed_back();
    serde_json::from_str(&write_scoring(&copy, &DEMO)).expect("JSON")
}

/// A file with these members put where `"@"` stands.
fn with(file: &Value, members: &str) -> Vec<u8> {
    let text = file.to_string().replacen("\"@\"", &["{", members, "}"].concat(), 1);
    assert!(text.len() as u64 <= MAX_BYTES, "{}", text.len());
    text.into_bytes()
}

fn joined(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<String>>().join(",")
}

#[test]
fn very_many_values_of_a_scoring_copy_stay_within_the_bound_or_are_refused() {
    type Shape = (&'static str, usize, fn(usize) -> String);
    let shapes: [Shape; 4] = [
        ("nothing said", 600_000, |at| format!("\"a{at}\":{{}}")),
        ("rated", 340_000, |at| format!("\"a{at}\":{{\"percent\":5}}")),
        ("rated", 600_000, |at| format!("\"a{at}\":{{\"percent\":5}}")),
        ("bands", 230_000, |at| format!("\"a{at}\":{{\"bands\":{{\"x\":\"y\"}}}}")),
    ];
    let mut file = copy();
    file["scores"] = json!("@");
    for (shape, count, one) in shapes {
        let bytes = with(&file, &joined(count, one));
        let files = [Dropped {
            name: "甲.json",
            bytes: &bytes,
        }];
        let (gathering, most) = peak(|| gather_files(&DEMO, None, &[], &files));
        println!("{shape}, {count}: {most} bytes");
        assert!(most < MOST, "{shape}, {count}: {most} bytes");
        let values = bytes.iter().filter(|byte| b",[{".contains(byte)).count();
        let refused: Vec<&ReadError> = gathering.unreadable.iter().map(|file| &file.error).collect();
        let expected = if values >= MAX_VALUES { vec![&TOO_MANY] } else { Vec::new() };
        assert_eq!(refused, expected, "{shape}, {count}");
    }
}

#[test]
fn very_many_values_of_a_panel_and_an_assessment_stay_within_the_bound_or_are_refused() {
    let mut panel = copy();
    panel["format"] = json!("award-kit.panel");
    panel["scores"] = json!("@");
    let mut assessment: Value = serde_json::from_str(&write(&Project::blank(&DEMO), &DEMO)).expect("JSON");
    assessment["items"] = json!("@");
    let one = |at: usize| format!("\"a{at}\":{{}}");
    for count in [1_001, 340_000, 1_100_000] {
        let bytes = with(&panel, &joined(count, one));
        let (record, most) = peak(|| open_panel(&bytes).and_then(|opened| opened.with_pack(&DEMO)));
        println!("panel, {count}: {most} bytes, {:?}", record.as_ref().err());
        assert!(matches!(record, Err(ReadError::TooMany { .. })));
        assert!(most < MOST, "panel, {count}: {most} bytes");
        let bytes = with(&assessment, &joined(count, one));
        let (project, most) = peak(|| open_bytes(&bytes).and_then(|opened| opened.with_pack(&DEMO)));
        println!("assessment, {count}: {most} bytes, {:?}", project.as_ref().err());
        assert!(most < MOST, "assessment, {count}: {most} bytes");
    }
}

#[test]
fn sixty_thousand_entries_of_evidence_are_read_and_written_in_memory_that_grows_with_their_number() {
    let entry = |at: usize| json!({ "title": format!("管理评审报告 {at}"), "kind": "certificate", "owner": "质量部", "place": "档案室", "date": "2016-03-01" });
    let of = |count: usize| {
        let mut file: Value = serde_json::from_str(&write(&Project::blank(&DEMO), &DEMO)).expect("JSON");
        file["evidence"] = (0..count)
            .map(|at| (format!("E-{at}"), entry(at)))
            .collect::<serde_json::Map<String, Value>>()
            .into();
        file["version"] = json!("1.2");
        let bytes = file.to_string().into_bytes();
        let (project, most) = peak(|| open_bytes(&bytes).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens"));
        assert_eq!(project.assessment.evidence.entries.len(), count);
        let (_, written) = peak(|| write(&project, &DEMO));
        println!("{count} entries: {most} bytes to read, {written} to write");
        most.max(written)
    };
    let (few, many) = (of(6_000), of(60_000));
    assert!(many < MOST && many < few * 12, "{few}, {many}");
}

#[test]
fn the_limit_is_said_in_both_languages() {
    for language in Language::ALL {
        let said = say::read_error(*language, &TOO_MANY);
        assert!(said.contains(&MAX_VALUES.to_string()), "{said}");
    }
}
