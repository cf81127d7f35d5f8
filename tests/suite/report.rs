//! What is told: every code has its words, and the draft submission holds every answer, in order, and says what is missing.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO, assessments, cases, day, slot};
use award_kit::archive::{ReadError, open_bytes};
use award_kit::assessment::{Action, Assessment, Confidentiality, Division, EvidenceKind, IncidentKind, ItemChange, ProfileText, text};
use award_kit::criteria::{Fault, FaultCode, Pack, built_in};
use award_kit::eligibility::{Doubt, Elapsed, Outcome, Reason, Verdict};
use award_kit::findings::Finding;
use award_kit::language::Language;
use award_kit::report::{Block, Options, ParagraphStyle, Piece, say, submission};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PROFILE_CHOICES: [&str; 8] = [
    "kind",
    "registration_date",
    "registration_place",
    "legal_status",
    "sector",
    "staff",
    "revenue",
    "assets",
];

/// Why a file is no JSON, as far as that can be told.
const NOT_JSON: [&str; 10] = [
    "not_json_encoding",
    "not_json_quote",
    "not_json_sign",
    "not_json_digit",
    "not_json_space",
    "not_json_comma_missing",
    "not_json_comma_left",
    "not_json_unclosed",
    "not_json_odd",
    "not_json_ends",
];

/// Every code of the core with its group.
fn codes() -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = FaultCode::ALL.iter().map(|code| ("fault", code.name())).collect();
    all.extend(NOT_JSON.iter().map(|code| ("fault", *code)));
    all.extend(["mended", "wanted_whole", "wanted_whole_to"].map(|code| ("fault", code)));
    all.extend(ReadError::CODES.iter().map(|code| ("error", *code)));
    all.extend(award_kit::export::ExportError::CODES.iter().map(|code| ("error", *code)));
    all.extend(award_kit::lock::LockError::CODES.iter().map(|code| ("error", *code)));
    all.extend(Reason::CODES.iter().map(|code| ("reason", *code)));
    all.extend(Doubt::CODES.iter().map(|code| ("doubt", *code)));
    all.extend(award_kit::indicators::FigureDoubt::CODES.iter().map(|code| ("figure", *code)));
    all.extend(award_kit::indicators::HintReason::CODES.iter().map(|code| ("hint", *code)));
    all.extend(Finding::CODES.iter().map(|code| ("finding", *code)));
    all.extend(award_kit::findings::ProfileDoubt::CODES.iter().map(|code| ("finding", *code)));
    all.extend(award_kit::findings::EvidenceFinding::CODES.iter().map(|code| ("finding", *code)));
    all.extend(EvidenceKind::ALL.iter().map(|kind| ("evidence_kind", kind.word())));
    all.extend(Confidentiality::ALL.iter().map(|known| ("confidentiality", known.word())));
    all.extend(IncidentKind::ALL.iter().map(|kind| ("incident", kind.word())));
    all.extend(Outcome::ALL.iter().map(|outcome| ("outcome", outcome.code())));
    all.extend([("outcome", "eligible"), ("outcome", "not_eligible"), ("outcome", "verdict_undecided")]);
    all.extend(ProfileText::ALL.iter().map(|field| ("profile", field.key())));
    all.extend(award_kit::benchmark::CardFaultCode::ALL.iter().map(|code| ("card_fault", code.code())));
    all.extend(PROFILE_CHOICES.iter().map(|key| ("profile", *key)));
    all
}

#[test]
fn every_code_of_the_core_has_words_in_every_language() {
    for language in Language::ALL {
        let list = |group: &str| {
            award_kit::language::CODES
                .iter()
                .find(|(name, _)| *name == group)
                .expect("the group is known")
                .1
        };
        let missing: Vec<_> = codes()
            .into_iter()
            .filter(|(group, code)| !language.words().has_code(list(group), code))
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
    }
}

#[test]
fn no_words_are_kept_for_a_code_that_is_gone() {
    let known: BTreeSet<String> = codes().into_iter().map(|(group, code)| format!("{group}.{code}")).collect();
    let words: serde_json::Map<String, serde_json::Value> = serde_json::from_str(include_str!("../../src/language/zh/codes.json")).expect("codes.json is JSON");
    // Regions and the command line's own errors are looked up by values no enum lists.
    let gone: Vec<&String> = words
        .keys()
        .filter(|key| !key.starts_with("region.") && !key.starts_with("error.") && !known.contains(*key))
        .collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn every_province_and_every_district_of_beijing_has_a_name() {
    let name = |code: &str| say::region(Language::Zh, Division::parse(code).expect("a division"));
    for (code, expected) in [
        ("110000", "北京市"),
        ("110108", "北京市海淀区"),
        ("110119", "北京市延庆区"),
        ("120000", "天津市"),
        ("130102", "河北省（130102）"),
        ("820000", "澳门特别行政区"),
        ("100000", "国家登记机关"),
        ("990000", "990000"),
    ] {
        assert_eq!(name(code), expected);
    }
    assert_eq!(
        say::region(Language::En, Division::parse("110108").expect("a division")),
        "Haidian District, Beijing"
    );
    let words: Vec<&str> = include_str!("../../src/language/en/codes.json").matches("\"region.").collect();
    assert_eq!(words.len(), 34 + 16 + 1);
}

#[test]
fn reasons_say_how_long_and_since_when() {
    let (elapsed, reached_on) = (Elapsed { years: 2, months: 8 }, day("2017-03-18"));
    let reason = Reason::YearsNotReached { elapsed, reached_on };
    assert_eq!(
        say::reason(Language::Zh, reason),
        "自登记之日至申报日：2 年 8 个月，年限不足；2017年3月18日起满足年限条件。"
    );
    assert_eq!(
        say::reason(Language::En, reason),
        "The time from registration to the application date is 2 years and 8 months, which is too short; the required period is complete on 18 March 2017."
    );
    let one = say::elapsed(Language::En, Elapsed { years: 1, months: 0 });
    assert_eq!(one, "1 year");
}

#[test]
fn a_sentence_about_a_file_stays_on_one_line_and_short() {
    let value = format!("a\u{202e}\n\u{7}{}", "长".repeat(100_000));
    let pointer = "/items/leadership.governance/percent".to_owned();
    for language in Language::ALL {
        let sentence = say::read_error(
            *language,
            &ReadError::BadValue {
                pointer: pointer.clone(),
                value: value.clone(),
            },
        );
        assert!(sentence.contains(&pointer), "{sentence}");
        assert!(sentence.chars().count() < 300 && !sentence.contains(['\n', '\u{202e}', '\u{7}']), "{sentence}");
    }
}

#[test]
fn a_fault_names_its_file_and_place() {
    let fault = Fault {
        code: FaultCode::NotJson,
        file: "pack.json".into(),
        pointer: String::new(),
        given: "3:17".into(),
        wanted: String::new(),
    };
    assert_eq!(say::fault(Language::En, &fault), "pack.json: not valid JSON from line 3, column 17.");
    let places = |text: &str| text.contains('{') || text.contains('}');
    for language in Language::ALL {
        for code in FaultCode::ALL {
            let fault = Fault {
                code,
                given: "1:1".into(),
                ..fault.clone()
            };
            assert!(!places(&say::fault(*language, &fault)), "{code:?} leaves a place open");
        }
    }
}

#[test]
fn the_verdict_has_its_own_words_for_undecided() {
    let said = Verdict::ALL.map(|verdict| say::verdict(Language::Zh, verdict));
    assert_eq!(said, ["符合申报条件", "暂不符合申报条件", "申报资格待定"]);
}

fn sample(language: Language) -> (Pack, Assessment) {
    let path = format!("{}/assets/samples/manufacturing.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
    let pack = built_in(&opened.pack().id).expect("its pack is built in");
    let project = opened.with_pack(&pack).expect("it fits its pack");
    (pack, project.assessment)
}

/// What a text becomes in a document: its lines that are not empty.
fn lines(content: &str) -> impl Iterator<Item = &str> {
    content
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty())
}

/// Every text a person wrote into the items, in the order of the report.
fn item_texts(pack: &Pack, assessment: &Assessment) -> Vec<String> {
    let mut all = Vec::new();
    for (slot, _) in pack.items() {
        let record = assessment.item(slot);
        let whole = record.answers().map(|answer| answer.to_string());
        all.extend(whole.chain([record.strengths.to_string(), record.opportunities.to_string()]));
        all.extend(record.evidence.iter().map(|reference| reference.to_string()));
    }
    all
}

#[test]
fn report_holds_every_answer_in_order() {
    for language in Language::ALL {
        let (pack, assessment) = sample(*language);
        let told = submission(&pack, &assessment, *language, &Options::default()).plain_text();
        let mut rest = told.as_str();
        let texts = item_texts(&pack, &assessment);
        for line in texts.iter().flat_map(|content| lines(content)) {
            let at = rest.find(line).unwrap_or_else(|| panic!("{}: missing or out of order: {line}", language.tag()));
            rest = &rest[at + line.len()..];
        }
        for field in ProfileText::ALL {
            for line in lines(assessment.organisation.text(*field)) {
                assert!(told.contains(line.trim()), "{}: {} is missing", language.tag(), field.key());
            }
        }
        let records = &assessment.eligibility;
        let notes = records
            .conditions
            .iter()
            .map(|condition| &condition.evidence)
            .chain(records.self_checks.iter().map(|check| &check.note));
        for note in notes.chain(assessment.items.iter().map(|item| &item.remark)) {
            assert!(told.contains(note.trim()), "{}: {note} is missing", language.tag());
        }
    }
}

#[test]
fn answers_to_a_sub_clause_stand_under_its_own_heading() {
    let item = slot(&BEIJING, "leadership.senior-leaders");
    let answer = ItemChange::Answer {
        scope: 2,
        factor: 0,
        text: text("每季度召开质量例会。"),
    };
    let assessment = Action::Item(item, answer).apply(&Assessment::blank(&BEIJING));
    let document = submission(&BEIJING, &assessment, Language::Zh, &Options::default());
    let at = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Paragraph { text, .. } if text == "每季度召开质量例会。"));
    let at = at.expect("the answer is there");
    let heading = document.blocks[..at].iter().rev().find_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text.as_str())),
        _ => None,
    });
    assert_eq!(heading, Some((4, "b 双向沟通")));
}

#[test]
fn what_is_missing_says_so_and_not_rated_is_not_zero() {
    let blank = Assessment::blank(&BEIJING);
    let document = submission(&BEIJING, &blank, Language::Zh, &Options::default());
    let missing = |block: &&Block| matches!(block, Block::Paragraph { style: ParagraphStyle::Missing, text } if text == "未填写");
    // Every item, every topic of the overview, and what the organisation says of its own compliance.
    assert_eq!(document.blocks.iter().filter(missing).count(), 23 + ProfileText::OVERVIEW.len() + 1);
    let cells: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if table.caption.text == "得分表" => Some(table.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str))),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(cells.iter().filter(|cell| **cell == "未评").count(), 23);
    assert!(!cells.contains(&"0"), "no points are given where nothing is rated");
    assert!(document.plain_text().contains("共 23 个条款，其中 23 个未评"));
}

#[test]
fn the_document_names_what_the_points_stand_in_for_and_whose_practice_the_self_check_is() {
    for language in Language::ALL {
        let (pack, assessment) = sample(*language);
        let words = pack.words(language.tag());
        let told = submission(&pack, &assessment, *language, &Options::default()).plain_text();
        for text in [
            words.points_note(),
            words.disclaimer(),
            words.source("other-places"),
            words.source("national-table"),
        ] {
            assert!(told.contains(text), "{}: {text}", language.tag());
        }
    }
}

#[test]
fn a_fictional_sample_says_so_on_its_cover_and_a_real_one_does_not() {
    let cover = |fictional| {
        let mut assessment = filled(&DEMO);
        assessment.fictional = fictional;
        let document = submission(&DEMO, &assessment, Language::Zh, &Options::default());
        document.blocks.into_iter().find_map(|block| match block {
            Block::Cover(cover) => Some(cover),
            _ => None,
        })
    };
    let warned = cover(true).expect("a cover").warning.expect("a warning");
    assert!(warned.contains("虚构"));
    assert_eq!(cover(false).expect("a cover").warning, None);
}

#[test]
fn the_draft_date_is_printed_where_there_is_one() {
    let options = Options {
        draft_date: Some(day("2016-11-20")),
        section: None,
    };
    let dated = submission(&DEMO, &filled(&DEMO), Language::En, &options);
    assert!(dated.plain_text().contains("Date of the draft: 20 November 2016"));
    assert!(dated.header.ends_with("20 November 2016"));
    let undated = submission(&DEMO, &filled(&DEMO), Language::En, &Options::default());
    assert!(!undated.plain_text().contains("Date of the draft"));
}

#[test]
fn both_languages_have_the_same_parts_in_the_same_order() {
    let shape = |language| {
        let document = submission(&BEIJING, &Assessment::blank(&BEIJING), language, &Options::default());
        let kinds = document.blocks.iter().map(|block| match block {
            Block::Heading { level, .. } => format!("heading {level}"),
            Block::Table(table) => format!("table {}×{}", table.rows.len(), table.columns.len()),
            Block::KeyValues(pairs) | Block::Lines(pairs) => format!("{} values", pairs.len()),
            Block::Paragraph { style, .. } => format!("{style:?}"),
            Block::Chart(chart) => format!("chart {}×{}", chart.series.len(), chart.labels.len()),
            Block::Cover(_)
            | Block::Contents { .. }
            | Block::Captions { .. }
            | Block::Section(_)
            | Block::Written { .. }
            | Block::PageBreak
            | Block::Turn(_) => "page".into(),
            Block::References(pieces) => format!("references {}", pieces.iter().filter(|piece| matches!(piece, Piece::To(_))).count()),
        });
        kinds.collect::<Vec<String>>()
    };
    assert_eq!(shape(Language::Zh), shape(Language::En));
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_assessment_becomes_a_document_twice_the_same_and_whole(assessment in assessments(&DEMO)) {
        let options = Options::default();
        let document = submission(&DEMO, &assessment, Language::Zh, &options);
        prop_assert_eq!(&document, &submission(&DEMO, &assessment, Language::Zh, &options));
        let told = document.plain_text();
        for content in item_texts(&DEMO, &assessment) {
            for line in lines(&content) {
                prop_assert!(told.contains(line), "{:?} is missing", line);
            }
        }
        for block in &document.blocks {
            if let Block::Heading { text, .. } | Block::Paragraph { text, .. } = block {
                prop_assert!(!text.contains(['\n', '\r']) && !text.trim().is_empty());
            }
            if let Block::Table(table) = block {
                prop_assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
            }
        }
    }
}
