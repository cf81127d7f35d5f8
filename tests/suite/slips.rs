//! What an editor's hand and Notepad do to the JSON of criteria: each slip is named with its sign and place, and
//! `award-kit check --fix` mends what is certain and writes nothing else.

use award_kit::command::{Finished, run};
use award_kit::criteria::FaultCode;
use award_kit::date::Date;
use award_kit::json::{SlipKind, mend, number_in, parse};
use award_kit::report::say;
use award_kit::{criteria::Index, language::Language};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

use SlipKind::{CommaLeft, CommaMissing, Digit, Ends, Odd, Quote, Sign, Space, Unclosed};

/// A text, the slips in it with line and column, and what it was meant to be where that is certain.
type Case = (&'static str, &'static [(usize, usize, SlipKind)], Option<&'static str>);

const CASES: &[Case] = &[
    ("{}", &[], Some("{}")),
    ("{\"a\": [1, true, null, \"x\"]}", &[], Some("{\"a\": [1, true, null, \"x\"]}")),
    // Quotation marks, straight ones on one side too.
    (
        "{“a”: “甲”}",
        &[(1, 2, Quote('“')), (1, 4, Quote('”')), (1, 7, Quote('“')), (1, 9, Quote('”'))],
        Some("{\"a\": \"甲\"}"),
    ),
    ("{\"a\": \"甲“乙”丙\"}", &[], Some("{\"a\": \"甲“乙”丙\"}")),
    ("{\"a\": “甲“乙”丙”}", &[(1, 7, Quote('“')), (1, 13, Quote('”'))], Some("{\"a\": \"甲“乙”丙\"}")),
    ("{＂a＂: 1}", &[(1, 2, Quote('＂')), (1, 4, Quote('＂'))], Some("{\"a\": 1}")),
    // Signs and digits of full width outside of texts.
    ("{\"a\"：1}", &[(1, 5, Sign('：', ':'))], Some("{\"a\":1}")),
    ("{\"a\": 1，\"b\": 2}", &[(1, 8, Sign('，', ','))], Some("{\"a\": 1,\"b\": 2}")),
    (
        "[1、2；3;4]",
        &[(1, 3, Sign('、', ',')), (1, 5, Sign('；', ',')), (1, 7, Sign(';', ','))],
        Some("[1,2,3,4]"),
    ),
    (
        "｛\"a\"：［1］｝",
        &[
            (1, 1, Sign('｛', '{')),
            (1, 5, Sign('：', ':')),
            (1, 6, Sign('［', '[')),
            (1, 8, Sign('］', ']')),
            (1, 9, Sign('｝', '}')),
        ],
        Some("{\"a\":[1]}"),
    ),
    ("{\"a\": ６０}", &[(1, 7, Digit('６', '6')), (1, 8, Digit('０', '0'))], Some("{\"a\": 60}")),
    ("[－1．5]", &[(1, 2, Digit('－', '-')), (1, 4, Digit('．', '.'))], Some("[-1.5]")),
    ("{\"a\": \"６０：，\"}", &[], Some("{\"a\": \"６０：，\"}")),
    // Spaces that are none.
    (
        "{\u{3000}\"a\":\u{a0}1}",
        &[(1, 2, Space('\u{3000}')), (1, 7, Space('\u{a0}'))],
        Some("{ \"a\": 1}"),
    ),
    ("{\u{200b}\"a\": 1}", &[(1, 2, Space('\u{200b}'))], Some("{\"a\": 1}")),
    // Commas.
    ("{\n  \"a\": 1\n  \"b\": 2\n}", &[(2, 9, CommaMissing)], Some("{\n  \"a\": 1,\n  \"b\": 2\n}")),
    ("[\n  {}\n  {}\n]", &[(2, 5, CommaMissing)], Some("[\n  {},\n  {}\n]")),
    ("{\"a\": 1,}", &[(1, 8, CommaLeft)], Some("{\"a\": 1}")),
    ("[1,\n 2，\n]\n", &[(2, 3, Sign('，', ',')), (2, 3, CommaLeft)], Some("[1,\n 2\n]\n")),
    // What is meant is not certain.
    ("{\"a\": 1 \"b\": 2}", &[(1, 9, Odd('"'))], None),
    ("{\"a\": \"x\"y\"}", &[(1, 10, Odd('y'))], None),
    ("{\"a\": “x \"y\" z”}", &[(1, 7, Quote('“')), (1, 10, Odd('"'))], None),
    ("{\"a\": \"甲\n乙\"}", &[(1, 7, Unclosed)], None),
    ("{\"a\": “甲\n乙”}", &[(1, 7, Quote('“')), (1, 7, Unclosed)], None),
    ("{\"a\": [1, 2}", &[(1, 12, Odd('}'))], None),
    ("{\"a\": 1", &[(1, 8, Ends)], None),
    ("", &[(1, 1, Ends)], None),
    ("{\"a\"= 1}", &[(1, 5, Odd('='))], None),
    ("{a: 1}", &[(1, 2, Odd('a'))], None),
    ("{} // what it is", &[(1, 4, Odd('/'))], None),
    ("{\"a\": True}", &[(1, 7, Odd('T'))], None),
    ("[1,, 2]", &[(1, 4, Odd(','))], None),
];

#[test]
fn every_slip_is_found_with_its_place_and_mended_where_it_is_certain() {
    for (text, slips, wanted) in CASES {
        let mended = mend(text);
        let found: Vec<(usize, usize, SlipKind)> = mended.slips.iter().map(|slip| (slip.line, slip.column, slip.kind)).collect();
        assert_eq!(found, *slips, "{text}");
        assert_eq!(mended.is_certain().then_some(mended.text.as_str()), *wanted, "{text}");
        assert!(wanted.is_none_or(|wanted| parse(wanted).is_ok()), "{text}");
    }
}

/// Law: sound JSON is left as it is, whatever it holds.
#[test]
fn sound_files_have_no_slips() {
    for folder in fs::read_dir("criteria")
        .expect("the packs")
        .chain(fs::read_dir("assets/samples").expect("the samples"))
    {
        let path = folder.expect("an entry").path();
        let files = if path.is_dir() {
            fs::read_dir(&path).expect("a folder").map(|file| file.expect("a file").path()).collect()
        } else {
            vec![path]
        };
        for file in files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
            let text = fs::read_to_string(&file).expect("a text");
            let mended = mend(&text);
            assert!(mended.slips.is_empty() && mended.is_certain(), "{}: {:?}", file.display(), mended.slips);
            assert!(mended.text == text, "{}", file.display());
        }
    }
}

#[test]
fn deep_nesting_and_many_slips_are_borne() {
    assert!(!mend(&"[".repeat(100_000)).is_certain());
    let many = mend(&format!("[{}1]", "1，".repeat(50_000)));
    assert!(many.is_certain());
    assert_eq!(many.slips.len(), 1000);
}

#[test]
fn a_number_in_a_text_is_known() {
    let cases = [
        ("60", Some("60")),
        (" ６０ ", Some("60")),
        ("-1.5", Some("-1.5")),
        ("007", None),
        ("", None),
        ("60 分", None),
        ("1.", None),
        ("1e3", None),
    ];
    for (text, wanted) in cases {
        assert_eq!(number_in(text).as_deref(), wanted, "{text}");
    }
}

fn kit(arguments: &[&str]) -> Finished {
    let all = [&["award-kit"], arguments, &["--language", "en"]].concat();
    run(all.into_iter().map(Into::into), Date::default())
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("slips").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for file in ["pack.json", "sources.json", "text.zh.json", "text.en.json"] {
        fs::copy(Path::new("tests/cases/broken-packs/valid").join(file), folder.join(file)).expect("a copy");
    }
    folder
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a text");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).expect("written");
}

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// How a sound pack is spoilt, what is said of it, and whether it is mended.
#[test]
fn check_names_the_slip_and_fix_mends_what_is_certain() {
    type Spoil = fn(&Path);
    let cases: &[(&str, Spoil, &str, bool)] = &[
        (
            "quotes",
            |pack| change(&pack.join("text.zh.json"), "\"最小包\"", "“最小包”"),
            "not_json: text.zh.json: line 3, column 17 holds the curly or full-width quotation mark “; it should be the straight one (U+0022).",
            true,
        ),
        (
            "colon",
            |pack| change(&pack.join("pack.json"), "\"edition\": ", "\"edition\"："),
            "not_json: pack.json: line 5, column 12 holds the full-width sign “：”; it should be “:”.",
            true,
        ),
        (
            "digit",
            |pack| change(&pack.join("pack.json"), "\"total\": 1,", "\"total\": １,"),
            "not_json: pack.json: line 6, column 25 holds the full-width digit “１”; it should be “1”.",
            true,
        ),
        (
            "comma left",
            |pack| change(&pack.join("text.en.json"), "\"Sample source\"\n", "\"Sample source\",\n"),
            "not_json: text.en.json: there is one comma too many at line 16, column 30; delete it.",
            true,
        ),
        (
            "comma missing",
            |pack| change(&pack.join("text.en.json"), "\"Smallest\",", "\"Smallest\""),
            "not_json: text.en.json: a comma is missing at line 3, column 27.",
            true,
        ),
        (
            "number as text",
            |pack| change(&pack.join("pack.json"), "\"points\": 1, \"items\"", "\"points\": \"１\", \"items\""),
            "number_as_text: pack.json, /categories/0/points: the number is written as the text \"１\"; take the quotation marks away and write 1.",
            true,
        ),
        (
            "UTF-16",
            |pack| {
                let path = pack.join("text.zh.json");
                let text = fs::read_to_string(&path).expect("a text");
                fs::write(path, utf_16(&text, false)).expect("written");
            },
            "not_json: text.zh.json: not saved as UTF-8; from line 1, column 1 it looks like UTF-16.",
            true,
        ),
        (
            "UTF-16, the other order",
            |pack| {
                let path = pack.join("text.zh.json");
                let text = fs::read_to_string(&path).expect("a text");
                fs::write(path, utf_16(&text, true)).expect("written");
            },
            "not_json: text.zh.json: not saved as UTF-8; from line 1, column 1 it looks like UTF-16.",
            true,
        ),
        (
            "GBK",
            |pack| {
                let path = pack.join("text.zh.json");
                let text = fs::read_to_string(&path).expect("a text");
                fs::write(path, encoding_rs::GB18030.encode(&text).0).expect("written");
            },
            "not_json: text.zh.json: not saved as UTF-8; from line 2, column 17 it looks like GBK.",
            true,
        ),
        (
            "line break",
            |pack| change(&pack.join("text.en.json"), "For the checker", "For the\nchecker"),
            "not_json: text.en.json: the text that begins at line 6, column 22 has no closing quotation mark in its line",
            false,
        ),
        (
            "cut off",
            |pack| {
                let path = pack.join("text.en.json");
                let text = fs::read_to_string(&path).expect("a text");
                fs::write(path, text.trim_end().trim_end_matches('}')).expect("written");
            },
            "not_json: text.en.json: the content ends at line 17, column 1 before it is complete",
            false,
        ),
        (
            "Latin-1",
            |pack| {
                let path = pack.join("text.en.json");
                let mut bytes = fs::read(&path).expect("a text");
                let at = bytes.iter().position(|byte| *byte == b'S').expect("a letter");
                bytes[at] = 0xe9;
                fs::write(path, bytes).expect("written");
            },
            "not_json: text.en.json: not saved as UTF-8",
            false,
        ),
        (
            "points",
            |pack| change(&pack.join("pack.json"), "\"points\": 1, \"items\"", "\"points\": 2, \"items\""),
            "points_do_not_add_up: ",
            false,
        ),
    ];
    for (what, spoil, said, mends) in cases {
        let pack = folder("check");
        spoil(&pack);
        let path = pack.display().to_string();
        let spoilt: Vec<Vec<u8>> = ["pack.json", "text.zh.json", "text.en.json"]
            .map(|name| fs::read(pack.join(name)).expect("bytes"))
            .into();
        let told = kit(&["check", &path]);
        assert_eq!((told.error.as_str(), told.status), ("", 1), "{what}");
        assert!(told.output.lines().next().is_some_and(|line| line.starts_with(said)), "{what}: {}", told.output);
        let fixed = kit(&["check", "--fix", &path]);
        assert_eq!((fixed.error.as_str(), fixed.status), ("", u8::from(!mends)), "{what}: {}", fixed.output);
        if *mends {
            let file = said.split([' ', ',', ':']).find(|word| word.ends_with(".json")).expect("a file");
            assert_eq!(fixed.output, format!("mended: {file}: corrected.\n"), "{what}");
            assert_eq!(kit(&["check", &path]).output, "", "{what}");
            for name in ["sources.json", "text.zh.json", "text.en.json"] {
                let sound = fs::read(Path::new("tests/cases/broken-packs/valid").join(name)).expect("bytes");
                assert!(fs::read(pack.join(name)).expect("bytes") == sound, "{what}: {name} is what it was before");
            }
        } else {
            assert_eq!(fixed.output, told.output, "{what}");
            let after: Vec<Vec<u8>> = ["pack.json", "text.zh.json", "text.en.json"]
                .map(|name| fs::read(pack.join(name)).expect("bytes"))
                .into();
            assert!(after == spoilt, "{what}: nothing is written");
        }
        assert_eq!(fs::read_dir(&pack).expect("the folder").count(), 4, "{what}: nothing else is left behind");
    }
}

#[test]
fn fix_mends_the_files_of_a_host_and_touches_nothing_but_criteria() {
    let host = folder("host");
    for name in ["pack.json", "sources.json", "text.zh.json", "text.en.json"] {
        fs::create_dir_all(host.join("valid")).expect("a folder");
        fs::rename(host.join(name), host.join("valid").join(name)).expect("moved");
    }
    let index = json!({ "format": "award-kit.criteria-index", "version": "1.1", "default": "valid", "packs": [{ "id": "valid" }] });
    fs::write(host.join("index.json"), index.to_string().replace(',', "，")).expect("written");
    change(&host.join("valid/text.zh.json"), "\"最小包\"", "“最小包”");
    let path = host.display().to_string();
    assert!(
        kit(&["check", &path])
            .output
            .starts_with("not_json: index.json: line 1, column 37 holds the full-width sign “，”")
    );
    let fixed = kit(&["check", "--fix", &path]);
    assert_eq!(
        (fixed.output.as_str(), fixed.status),
        ("mended: index.json: corrected.\nmended: valid/text.zh.json: corrected.\n", 0)
    );
    let sample = "assets/samples/manufacturing.zh.json";
    let refused = kit(&["check", "--fix", sample]);
    assert_eq!((refused.output.as_str(), refused.status), ("", 2));
    assert!(refused.error.contains(sample), "{}", refused.error);
}

#[test]
fn a_value_of_another_kind_is_told_in_words() {
    let value = |value: Value| json!({ "format": "award-kit.criteria-index", "version": "1.1", "default": value, "packs": [] }).to_string();
    let faults = Index::read(&value(json!(5))).expect_err("no text");
    assert_eq!(faults[0].code, FaultCode::WrongKind);
    let whole = |wanted: &str| {
        let fault = award_kit::criteria::Fault {
            given: "true".into(),
            wanted: wanted.into(),
            ..award_kit::criteria::Fault::new(FaultCode::WrongKind, "pack.json", "/x")
        };
        (say::fault(Language::Zh, &fault), say::fault(Language::En, &fault))
    };
    let unbounded = (
        "pack.json 的 /x：此处为 true，格式要求：不小于 0 的整数。",
        "pack.json, /x: true was found where the format asks for a whole number, 0 or more.",
    );
    for most in ["0–4294967295", "0–18446744073709551615"] {
        let (zh, en) = whole(most);
        assert_eq!((zh.as_str(), en.as_str()), unbounded);
    }
    assert!(whole("0–255").1.ends_with("a whole number from 0 to 255."));
    assert!(whole("\"…\"").1.ends_with("\"…\"."));
}
