//! Files of the kit that other programs have saved again, and registers of any size.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO};
use award_kit::archive::{Project, is_ours, open, open_bytes, other_encoding, write};
use award_kit::json::parse;
use cpu_time::ThreadTime;
use serde_json::{Map, Value, json};

fn demo() -> String {
    write(&Project::new(filled(&DEMO)), &DEMO)
}

#[test]
fn half_a_character_as_an_escape_is_read_and_places_stay() {
    let table = [
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\ude00b""#, "\u{fffd}b"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\ude00\ude00""#, "😀\u{fffd}"),
        (r#""\uD83D\n质""#, "\u{fffd}\n质"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\\ud83d \ud83d""#, "\\ud83d \u{fffd}"),
        (r#""\\\ud83d""#, "\\\u{fffd}"),
        (r#""\ud83d😀""#, "\u{fffd}😀"),
    ];
    for (written, expected) in table {
        assert_eq!(parse(written).map(|parsed| parsed.value), Ok(json!(expected)), "{written}");
    }
    // What is no JSON for another reason is refused at its own place.
    for wrong in [r#"{"a": "\ud83d", b}"#, r#"["\ud83d" 1]"#, r#""\ud8"#, r#""\u""#, "\"\\", r#""\ud83d\x""#] {
        let at = parse(wrong).expect_err(wrong);
        assert!(at.line == 1 && at.column > 1, "{wrong}: {at:?}");
    }
    let whole = demo().replacen("\"name\": \"", "\"name\": \"\\ud83d", 1);
    let project = open(&whole).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens");
    assert!(write(&project, &DEMO).contains('\u{fffd}'));
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[cfg(feature = "documents")]
#[test]
fn a_backup_saved_again_in_another_encoding_is_read() {
    use award_kit::archive::as_utf8;
    let text = demo();
    let marked = format!("\u{feff}{text}");
    let in_gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    let saved = [
        ("utf-16le", utf16(&text, u16::to_le_bytes)),
        ("utf-16le", utf16(&marked, u16::to_le_bytes)),
        ("utf-16be", utf16(&text, u16::to_be_bytes)),
        ("utf-16be", utf16(&marked, u16::to_be_bytes)),
        ("gb18030", in_gb),
    ];
    let project = open(&text).and_then(|opened| opened.with_pack(&DEMO)).expect("it opens");
    for (name, bytes) in saved {
        assert_eq!(other_encoding(&bytes), Some(name));
        let decoded = as_utf8(&bytes).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(open_bytes(&decoded).and_then(|opened| opened.with_pack(&DEMO)).as_ref(), Ok(&project), "{name}");
    }
    assert_eq!(other_encoding(text.as_bytes()), None);
    assert_eq!(other_encoding(marked.as_bytes()), None);
    // Bytes that could be characters of GB 18030 and are no file of the kit stay what they are.
    let cut = &"{\"name\": \"质".as_bytes()[..12];
    let pdf = [0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80];
    let other = encoding_rs::GB18030.encode("{\"名称\": \"质量\"}").0.into_owned();
    let half = &utf16(&text, u16::to_le_bytes)[..1001];
    for bytes in [cut, &pdf, &other, half, b"\xff\xfe", b""] {
        assert_eq!(as_utf8(bytes), None, "{bytes:?}");
    }
    assert!(!is_ours("[]") && !is_ours("{}") && is_ours("{\"format\":\"award-kit.panel\"}"));
}

#[test]
fn sixty_thousand_entries_of_evidence_are_read_in_time_that_grows_with_them() {
    let file = |count: usize| {
        let mut value: Value = serde_json::from_str(&write(&Project::blank(&BEIJING), &BEIJING)).expect("JSON");
        let entries: Map<String, Value> = (0..count)
            .map(|at| {
                (
                    format!("evidence-{at}"),
                    json!({ "number": format!("E-{at:05}"), "title": format!("第 {at} 份"), "later": at }),
                )
            })
            .collect();
        value["version"] = json!("1.2");
        value["evidence"] = entries.into();
        value.to_string()
    };
    let timed = |text: &str| {
        let begun = ThreadTime::now();
        let project = open(text).and_then(|opened| opened.with_pack(&BEIJING)).expect("it opens");
        let read = begun.elapsed();
        let written = write(&project, &BEIJING);
        (project.assessment.evidence.entries.len(), read, begun.elapsed(), written)
    };
    let (count, read, whole, written) = timed(&file(60_000));
    println!("60,000 entries: read in {read:?}, read and written in {whole:?}");
    assert_eq!(count, 60_000);
    assert!(written.contains("\"later\": 59999"), "what a newer version wrote is kept");
    // Ten times as many take ten times as long; with the square of the number it would be a hundred times.
    let fewer = file(6_000);
    let tenth = (0..3).map(|_| timed(&fewer).2).min().expect("three times");
    let times = whole.as_secs_f64() / tenth.as_secs_f64();
    assert!(times < 30.0, "{times} times as long: {whole:?} against {tenth:?}");
    let twice = file(3).replace("E-00001", "E-00000");
    assert!(
        open(&twice).and_then(|opened| opened.with_pack(&BEIJING)).is_err(),
        "a number that stands twice is still refused"
    );
}
