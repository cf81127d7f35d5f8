//! Drafts that came in: a line each, whatever is wrong with a file; what several have in common; the same whatever order they came in.

use crate::command_line::{answer, folder, json_answer, kit, put, refusal};
use crate::documents::{SAMPLES, sample};
use crate::samples::{cases, day};
use crate::written_anew;
use award_kit::archive::{Project, write};
use award_kit::assessment::{Action, Assessment, EvidenceEntry, EvidenceFile, ItemChange, ProfileText, RegisterChange, bare_code, sha256, text};
use award_kit::criteria::{BUILT_IN, ItemSlot, Pack, built_in, write_pack_file};
use award_kit::desk::{Given, Line, State, Summary};
use award_kit::eligibility::CreditCode;
use award_kit::export::bundle::bundle;
use award_kit::export::{Options, Target, Variant, desk_csv, desk_lines, desk_page, desk_workbook, export};
use award_kit::json::{self, Absent, ToJson};
use award_kit::language::Language;
use award_kit::lock;
use award_kit::received::{Desk, Draft, Shingles, gathered};
use award_kit::report::say;
use award_kit::worker::{Arguments, Given as Given_, Made, perform};
use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

const PASSPHRASE: &str = "甲组 2016";

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| BUILT_IN.iter().map(|pack| built_in(pack.id).expect("built in")).collect());

/// A credit code that fits, another one for every number.
fn code(nth: usize) -> String {
    let start = format!("91110108MA{nth:07}");
    let fits = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(|check| format!("{start}{check}"));
    fits.into_iter().find(|code| CreditCode::parse(code).is_ok()).expect("one of 31 fits")
}

/// A sample as another organisation's.
fn of(name: &str, language: Language, nth: usize) -> (Pack, Assessment) {
    let (pack, assessment) = sample(name, language);
    let named = Action::Profile(ProfileText::Name, text(format!("第 {nth} 家公司"))).apply(&assessment);
    (pack, Action::Profile(ProfileText::CreditCode, text(code(nth))).apply(&named))
}

fn file(pack: &Pack, assessment: &Assessment) -> Vec<u8> {
    write(&Project::new(assessment.clone()), pack).into_bytes()
}

fn answered(assessment: &Assessment, item: usize, written: &str) -> Assessment {
    let change = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text(written),
    };
    Action::Item(ItemSlot(item), change).apply(assessment)
}

/// An assessment with an evidence file, and its bundle.
fn bundled(pack: &Pack, assessment: &Assessment, evidence: &[u8], variant: Variant) -> Vec<u8> {
    let entry = EvidenceEntry {
        number: text("E-99"),
        title: text("审计报告"),
        file: Some(EvidenceFile {
            name: text("审计.pdf"),
            size: evidence.len() as u64,
            media_type: text("application/pdf"),
            sha256: text(sha256(evidence)),
        }),
        ..EvidenceEntry::default()
    };
    let with = Action::Register(RegisterChange::Add(crate::samples::NEW, Rc::new(entry))).apply(assessment);
    let options = Options::new(Language::Zh).told_as(variant);
    let mut at_hand = |hash: &str| (hash == sha256(evidence)).then(|| evidence.to_vec());
    bundle(&Project::new(with), pack, &options, &mut at_hand, Vec::new(), &mut |_, _| {}).expect("a bundle")
}

/// What becomes of an entry of a zip, by its name; none where it is left out.
type Change<'a> = &'a dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>>;

/// A zip with its entries changed, left out or added.
fn repacked(bytes: &[u8], change: Change<'_>, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..archive.len() {
        let (name, content) = {
            let mut entry = archive.by_index(at).expect("an entry");
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("it unpacks");
            (entry.name().to_owned(), content)
        };
        if let Some(content) = change(&name, content) {
            writer.start_file(name, options).expect("an entry");
            writer.write_all(&content).expect("it is written");
        }
    }
    for (name, content) in more {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(content).expect("it is written");
    }
    writer.finish().expect("a zip").into_inner()
}

/// A zip in which the text of one part is another.
pub fn with_part(bytes: &[u8], part: &str, change: &dyn Fn(&str) -> String) -> Vec<u8> {
    let changed = |name: &str, content: Vec<u8>| {
        if name == part {
            Some(change(&String::from_utf8(content).expect("UTF-8")).into_bytes())
        } else {
            Some(content)
        }
    };
    repacked(bytes, &changed, &[])
}

/// Two drafts of different organisations share this.
const PAGE: &str = "质量管理部每月汇总 5 个基地的检验数据，组织跨部门小组分析原因，确定责任人和完成期限，在月度例会上通报进展；\
    对连续两个月未达标的过程，由分管副总经理主持专题评审，形成整改方案并报总经理办公会审定，整改效果由质量管理部在下一季度复核，\
    复核结果与部门绩效挂钩，并作为下一年度质量目标分解的依据；近 3 年共完成 46 项改进，其中 12 项写入企业标准，在供方中推广 7 项。";

/// What came in, by name: twelve drafts made from the samples, and what a folder holds besides.
fn received() -> Vec<(&'static str, Vec<u8>)> {
    let (zh, en) = (Language::Zh, Language::En);
    let (pack, first) = of("manufacturing", zh, 1);
    let first = answered(&first, 3, PAGE);
    let (_, second) = of("service", zh, 2);
    let (_, third) = of("public-welfare", zh, 3);
    let (_, fourth) = of("manufacturing", en, 4);
    let (_, fifth) = of("service", en, 5);
    let (_, sixth) = of("public-welfare", en, 6);
    let blank = Assessment::blank(&pack);
    let named = |nth: usize| {
        let named = Action::Profile(ProfileText::Name, text(format!("第 {nth} 家公司"))).apply(&blank);
        Action::Profile(ProfileText::CreditCode, text(code(nth))).apply(&named)
    };
    // The same page, two names in it changed.
    let copied = answered(&named(7), 5, &PAGE.replace("质量管理部", "运营保障中心").replace("46 项", "38 项"));
    let later = answered(&third, 2, "换过的内容。");
    let fifth_bundle = bundled(&pack, &fifth, b"%PDF-1.4 audit", Variant::Draft);
    let rerated = |name: &str, content: Vec<u8>| {
        let is_own = name.ends_with(".json") && name != "manifest.json";
        Some(if is_own {
            String::from_utf8(content)
                .expect("UTF-8")
                .replace("\"percent\": 50", "\"percent\": 95")
                .into_bytes()
        } else {
            content
        })
    };
    let clean = Options::new(zh).told_as(Variant::Submission);
    vec![
        ("01 京东.json", file(&pack, &first)),
        ("02.zip", bundled(&pack, &second, b"%PDF-1.4 one", Variant::Submission)),
        ("03.json", file(&pack, &third)),
        ("04.json", file(&pack, &fourth)),
        ("05.zip", repacked(&fifth_bundle, &rerated, &[("setup.exe", b"MZ")])),
        ("06.json", file(&pack, &sixth)),
        ("07.json", file(&pack, &copied)),
        ("08 later.json", file(&pack, &later)),
        ("09.json.age", lock::lock(&file(&pack, &named(9)), PASSPHRASE, &[7; lock::SEED])),
        ("10.json", b"{\"format\": \"award-kit.assessment\",".to_vec()),
        ("11.json", file(&pack, &blank)),
        ("12.docx", export(&Project::new(first), &pack, Target::Docx, &clean).expect("a document")),
    ]
}

fn desk(language: Language) -> Desk<'static> {
    Desk {
        packs: &PACKS,
        passphrases: &["not this one", PASSPHRASE],
        today: day("2016-11-20"),
        language,
    }
}

static DRAFTS: LazyLock<Vec<Draft>> = LazyLock::new(|| received().iter().map(|(name, bytes)| desk(Language::En).read(name, bytes)).collect());
static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| gathered(DRAFTS.clone()));

fn line(name: &str) -> &'static Line {
    LINES.iter().find(|line| line.file == name).unwrap_or_else(|| panic!("{name} has a line"))
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn twelve_drafts_give_twelve_lines_in_the_order_of_their_names() {
    let files: Vec<&str> = LINES.iter().map(|line| line.file.as_str()).collect();
    let expected: Vec<&str> = [
        "01 京东.json",
        "02.zip",
        "03.json",
        "04.json",
        "05.zip",
        "06.json",
        "07.json",
        "08 later.json",
        "09.json.age",
        "10.json",
        "11.json",
        "12.docx",
    ]
    .into();
    assert_eq!(files, expected);
    assert_eq!(
        Summary::of(&LINES),
        Summary {
            files: 12,
            unreadable: 1,
            altered: 1,
            repeated_codes: 1,
            sharing: 2
        }
    );
}

#[test]
fn a_line_says_what_the_other_commands_say() {
    let (pack, assessment) = of("manufacturing", Language::Zh, 1);
    let folder = folder("desk-same");
    let path = put(&folder, "one.json", file(&pack, &assessment));
    let desk = json_answer(&["desk", &path]);
    let (line, score) = (&desk["lines"][0], json_answer(&["score", &path]));
    assert_eq!(line["total"], score["total"]["points"]);
    assert_eq!(line["total_max"], score["total"]["max"]);
    assert_eq!(line["total_high"], score["range"]["high"]);
    assert_eq!(line["unrated"], score["unrated"]);
    let points = |of: &Value| -> Vec<Value> {
        of["categories"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| json!([one["id"], one["points"]]))
            .collect()
    };
    assert_eq!(points(line), points(&score));
    let eligibility = json_answer(&["eligibility", &path]);
    assert_eq!(line["verdict"], eligibility["verdict"]);
    assert_eq!(line["conditions"], eligibility["edition"]);
    assert_eq!(line["credit_code"], code(1).as_str());
    assert_eq!(line["credit_code_fits"], true);
    assert_eq!(line["file"], "one.json");
    assert_eq!(line["sha256"], sha256(&file(&pack, &assessment)).as_str());
    let found = answer(&["check", &path]);
    let weighed = ["serious", "lacking", "doubts"].map(|weight| line[weight].as_u64().expect("a count"));
    let red_pen = answer(&["explain"]);
    let of_red_pen = |code: &str| red_pen.lines().any(|line| line.starts_with(&format!("{code}:")));
    let findings = found.lines().filter(|line| !of_red_pen(line.split(':').next().unwrap_or_default())).count() as u64;
    assert_eq!(weighed.iter().sum::<u64>(), findings);
}

#[test]
fn an_altered_bundle_is_read_and_named_with_what() {
    let line = line("05.zip");
    assert_eq!((line.state, line.given), (State::Altered, Some(Given::Bundle)));
    let of: Vec<&str> = line.altered.iter().map(|altered| altered.of.as_str()).collect();
    assert_eq!(of, ["assessment", "receipt"], "{:#?}", line.altered);
    assert_eq!(line.altered[1].parts, ["ratings"]);
    assert!(
        line.altered[0].text.starts_with("Not the one that was packed: assessment file “"),
        "{}",
        line.altered[0].text
    );
    assert!(
        line.altered[1].text.ends_with("it differs in: ratings, strengths and opportunities."),
        "{}",
        line.altered[1].text
    );
    assert_eq!(line.unlisted, ["setup.exe"]);
    assert_eq!(line.organisation, "第 5 家公司", "it is read all the same");
    assert!(line.total > Some(0.0));
}

/// Whoever makes the hash of the changed file anew is told by the receipt.
#[test]
fn everything_in_a_bundle_that_does_not_fit_is_named() {
    let (pack, assessment) = of("service", Language::Zh, 20);
    let bytes = bundled(&pack, &assessment, b"%PDF-1.4 evidence", Variant::Submission);
    let own = |name: &str| name.ends_with(".json") && name != "manifest.json";
    let changed = |content: Vec<u8>| String::from_utf8(content).expect("UTF-8").replace("第 20 家公司", "第 21 家公司").into_bytes();
    let rehashed = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        let mut part = |name: &str| {
            let mut content = Vec::new();
            archive.by_name(name).expect(name).read_to_end(&mut content).expect("it unpacks");
            content
        };
        let mut manifest: Value = serde_json::from_slice(&part("manifest.json")).expect("JSON");
        let content = changed(part(names.iter().find(|name| own(name)).expect("the assessment")));
        manifest["project"]["size"] = content.len().into();
        manifest["project"]["sha256"] = sha256(&content).into();
        manifest.to_string().into_bytes()
    };
    let manifest = rehashed(&bytes);
    /// A name, what is changed, and what is told of it: which file, and whether it is missing.
    type Row<'a> = (&'a str, Change<'a>, &'a [(&'a str, bool)]);
    let rows: [Row<'_>; 6] = [
        ("nothing", &|_, content| Some(content), &[]),
        (
            "evidence",
            &|name, content| Some(if name.starts_with("evidence/") { b"other".to_vec() } else { content }),
            &[("evidence", false)],
        ),
        (
            "no evidence",
            &|name, content| (!name.starts_with("evidence/")).then_some(content),
            &[("evidence", true)],
        ),
        (
            "a document",
            &|name, content| {
                Some(if name.ends_with(".docx") && !name.contains("反馈") {
                    b"PK".to_vec()
                } else {
                    content
                })
            },
            &[("document", false)],
        ),
        (
            "the assessment, its hash made anew",
            &|name, content| {
                Some(match name {
                    "manifest.json" => manifest.clone(),
                    name if own(name) => changed(content),
                    _ => content,
                })
            },
            &[("receipt", false)],
        ),
        (
            "the assessment",
            &|name, content| Some(if own(name) { changed(content) } else { content }),
            &[("assessment", false), ("receipt", false)],
        ),
    ];
    for (what, change, expected) in rows {
        let line = desk(Language::Zh).read("a.zip", &repacked(&bytes, change, &[])).line;
        let found: Vec<(&str, bool)> = line.altered.iter().map(|altered| (altered.of.as_str(), altered.missing)).collect();
        assert_eq!(found, expected, "{what}");
        assert_eq!(line.state, if expected.is_empty() { State::Read } else { State::Altered }, "{what}");
        let present = usize::from(!what.contains("evidence"));
        assert_eq!(line.evidence_present, Some(present), "{what}");
        assert!(line.unlisted.is_empty(), "{what}: {:?}", line.unlisted);
    }
}

#[test]
fn verify_and_the_desk_find_the_same() {
    let folder = folder("desk-verify");
    for (name, bytes) in received().iter().filter(|(name, _)| !name.ends_with(".age")) {
        let path = put(&folder, name, bytes);
        let output = kit(&["verify", &path, "--language", "en"]);
        let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let (seen, line) = (&told["files"][0], line(name).to_json());
        for member in [
            "state",
            "given",
            "receipt",
            "receipt_given",
            "altered",
            "unlisted",
            "problem_text",
            "credit_code",
        ] {
            assert_eq!(seen[member], line[member], "{name}: {member}");
        }
        let sound = line["state"] == "read";
        assert_eq!(output.status.code(), Some(i32::from(!sound)), "{name}");
    }
}

#[test]
fn two_drafts_that_share_a_page_name_each_other_and_the_place() {
    let (one, other) = (line("01 京东.json"), line("07.json"));
    let [shared] = &one.shared[..] else { panic!("{:#?}", one.shared) };
    assert_eq!(shared.file, "07.json");
    let length = PAGE.chars().filter(|sign| sign.is_alphanumeric()).count();
    assert!((64..length * 2).contains(&shared.characters), "{} of {length}", shared.characters);
    assert!(shared.opening.starts_with("质量管理部每月汇总"), "{}", shared.opening);
    assert_eq!((&other.shared[0].here, &other.shared[0].there), (&shared.there, &shared.here));
    assert!(other.shared[0].opening.starts_with("运营保障中心每月汇总"));
    assert!(shared.here.contains("4.1") || shared.here.contains("4.2"), "{}", shared.here);
    for line in LINES.iter().filter(|line| !["01 京东.json", "07.json"].contains(&line.file.as_str())) {
        assert_eq!(line.shared, [], "{}", line.file);
    }
}

#[test]
fn a_passage_of_140_ideographs_is_always_found_and_a_phrase_never() {
    let (pack, blank) = of("manufacturing", Language::Zh, 30);
    let blank = Assessment {
        items: Assessment::blank(&pack).items,
        ..blank
    };
    let other = Action::Profile(ProfileText::CreditCode, text(code(31))).apply(&Assessment::blank(&pack));
    // Texts without a beginning that repeats: every ideograph follows from its place.
    let letters = |from: u32, count: u32| -> String {
        (from..from + count)
            .map(|at| char::from_u32(0x4e00 + (at.wrapping_mul(2_654_435_761) >> 9) % 20_000).expect("an ideograph"))
            .collect()
    };
    for start in 0..24 {
        for (length, expected) in [(140, true), (40, false)] {
            let passage = letters(900_000 + start * 1_000, length);
            let one = answered(&blank, 0, &[letters(start * 97, start), passage.clone(), letters(50_000, 60)].concat());
            let two = answered(&other, 9, &[letters(70_000, 90 - start), passage, letters(80_000 + start, 33)].concat());
            let drafts = [("a", &one), ("b", &two)].map(|(name, assessment)| desk(Language::Zh).read(name, &file(&pack, assessment)));
            let lines = gathered(drafts.into());
            assert_eq!(lines[0].shared.len(), usize::from(expected), "{length} from {start}");
        }
    }
}

#[test]
fn a_document_says_what_it_goes_with_or_that_there_is_nothing() {
    for (language, with, alone) in [
        (Language::Zh, "内容与 01 京东.json 相同。", "收到的自评文件和材料包中，没有与此回执码相符的。"),
        (
            Language::En,
            "Same content as 01 京东.json.",
            "None of the assessments received has this receipt.",
        ),
    ] {
        let document = line("12.docx");
        assert_eq!(say::desk_paper(language, document).as_deref(), Some(with));
        assert!(!say::desk_remarks(language, document).contains(&alone.to_owned()));
        let received = received();
        let (name, bytes) = received.iter().find(|(name, _)| *name == "12.docx").expect("it is there");
        let lines = gathered(vec![desk(language).read(name, bytes)]);
        assert_eq!(say::desk_paper(language, &lines[0]).as_deref(), Some(alone));
        assert!(say::desk_remarks(language, &lines[0]).contains(&alone.to_owned()));
        assert_eq!(say::desk_paper(language, line("01 京东.json")), None, "no document");
    }
}

#[test]
fn drafts_of_one_code_name_each_other_and_are_not_held_against_each_other() {
    assert_eq!(line("03.json").same_code, names(&["08 later.json"]));
    assert_eq!(line("08 later.json").same_code, names(&["03.json"]));
    assert!(line("03.json").shared.is_empty());
    assert_eq!(line("03.json").same_receipt, names(&[]), "the content is another");
    assert_eq!(line("01 京东.json").same_receipt, names(&["12.docx"]), "the document goes with its assessment");
    assert_eq!(line("12.docx").given, Some(Given::Document));
    let (pack, assessment) = of("service", Language::Zh, 40);
    let bytes = file(&pack, &assessment);
    let spaced = String::from_utf8(bytes.clone())
        .expect("UTF-8")
        .replace(&code(40), &format!("{} {}", &code(40)[..9], &code(40)[9..]));
    let lines = gathered(
        [("a", bytes), ("b", spaced.into_bytes())]
            .map(|(name, bytes)| desk(Language::En).read(name, &bytes))
            .into(),
    );
    assert_eq!(
        lines[0].same_code,
        names(&["b"]),
        "a code is the same with blanks: {}",
        bare_code(&lines[1].credit_code)
    );
}

#[test]
fn a_locked_file_is_opened_with_its_passphrase_and_told_without() {
    let line = line("09.json.age");
    assert_eq!((line.state, line.locked, line.organisation.as_str()), (State::Read, true, "第 9 家公司"));
    let received = received();
    let (_, bytes) = received.iter().find(|(name, _)| name.ends_with(".age")).expect("a locked file");
    for (passphrases, code) in [(&[][..], "desk_locked"), (&["wrong"], "lock_passphrase")] {
        let told = Desk {
            passphrases,
            ..desk(Language::En)
        }
        .read("x", bytes)
        .line;
        assert_eq!((told.state, told.problem.as_str(), told.locked), (State::Unreadable, code, true));
        assert!(told.problem_text.ends_with('.'));
    }
}

#[test]
fn what_cannot_be_read_is_a_line_with_one_sentence() {
    let (pack, assessment) = of("manufacturing", Language::Zh, 50);
    let text = String::from_utf8(file(&pack, &assessment)).expect("UTF-8");
    let zip = repacked(
        &bundled(&pack, &assessment, b"x", Variant::Draft),
        &|name, content| (name != "manifest.json").then_some(content),
        &[],
    );
    let working = export(&Project::new(assessment.clone()), &pack, Target::Docx, &Options::new(Language::Zh)).expect("a document");
    let rows: [(&str, Vec<u8>, &str); 9] = [
        ("a working draft in Word", working, "desk_no_receipt"),
        ("nothing", Vec::new(), "empty"),
        ("half a file", text.chars().take(3_000).collect::<String>().into_bytes(), "not_json"),
        ("a picture", vec![0x89, b'P', b'N', b'G', 0xff, 0xd8], "not_text"),
        ("other JSON", b"{}".to_vec(), "not_assessment"),
        (
            "other criteria",
            text.replace("\"beijing-2016\"", "\"beijing-2099\"").into_bytes(),
            "unknown_pack",
        ),
        (
            "a newer format",
            text.replacen("\"version\": \"1.", "\"version\": \"2.", 1).into_bytes(),
            "newer_version",
        ),
        ("a zip of something else", zip, "bundle_no_manifest"),
        (
            "half a zip",
            bundled(&pack, &assessment, b"x", Variant::Draft)[..5_000].to_vec(),
            "bundle_not_zip",
        ),
    ];
    for language in Language::ALL {
        for (what, bytes, code) in &rows {
            let line = desk(*language).read(what, bytes).line;
            assert_eq!((line.state, line.problem.as_str()), (State::Unreadable, *code), "{what}");
            assert!(line.problem_text.chars().count() > 8 && line.problem_text.lines().count() == 1, "{what}");
            assert_eq!((line.total, line.verdict.as_str(), line.sha256.len()), (None, "", 64), "{what}");
        }
    }
}

#[test]
fn files_that_were_saved_in_another_encoding_are_read() {
    let (pack, assessment) = of("service", Language::Zh, 60);
    let text = String::from_utf8(file(&pack, &assessment)).expect("UTF-8");
    let utf_16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let line = desk(Language::Zh).read("a.json", &utf_16).line;
    assert_eq!((line.state, line.organisation.as_str()), (State::Read, "第 60 家公司"));
}

proptest! {
    #![proptest_config(cases(24))]

    /// Lines are the same whatever order the files came in.
    #[test]
    fn the_order_of_arrival_is_irrelevant(order in Just((0..12_usize).collect::<Vec<usize>>()).prop_shuffle()) {
        let drafts = order.into_iter().map(|at| DRAFTS[at].clone()).collect();
        prop_assert_eq!(&gathered(drafts), &*LINES);
    }
}

#[test]
fn a_line_that_is_written_and_read_is_the_same_line() {
    for line in LINES.iter() {
        let parsed = json::parse(&line.to_json().to_string()).expect("JSON");
        let read = json::typed::<Line>(&parsed.value, Absent::Default);
        assert_eq!(read.content.as_ref(), Some(line), "{:?}", read.wrong);
        assert!(read.unknown.is_empty());
    }
}

/// Compares with a file of `tests/cases/desk` or `docs`, or writes it.
fn kept(path: &str, made: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if written_anew::is_asked() {
        written_anew::write(&path, made);
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(made, expected, "{}; UPDATE_CASES=1 writes it", path.display());
    }
}

/// The schema is a promise to programs that read the lines: within a major version a column is only added, at the end.
#[test]
fn columns_are_those_of_the_schema_and_stay() {
    let schema = json_answer(&["schema", "desk"]);
    kept("tests/cases/desk/schema.json", &format!("{schema:#}\n"));
    let columns: Vec<String> = match Line::default().to_json() {
        Value::Object(members) => members.into_iter().map(|(name, _)| name).collect(),
        _ => Vec::new(),
    };
    let described = schema["properties"].as_object().expect("properties");
    assert_eq!(described.keys().map(String::as_str).collect::<Vec<&str>>().len(), columns.len());
    let mut documented = String::new();
    for name in &columns {
        let about = described[name]["description"].as_str().unwrap_or_else(|| panic!("{name} is described"));
        documented.push_str(&format!("| `{name}` | {} |\n", about.replace('\n', " ")));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/desk.md");
    let page = fs::read_to_string(path).expect("docs/desk.md");
    let (start, end) = ("| Column | What it holds |\n|---|---|\n", "\n<!-- columns end -->");
    let from = page.find(start).expect("a table of columns") + start.len();
    let to = page.find(end).expect("its end");
    if written_anew::is_asked() {
        written_anew::write(Path::new(path), &[&page[..from], &documented, &page[to + 1..]].concat());
    } else {
        assert_eq!(&page[from..=to], documented, "UPDATE_CASES=1 writes it");
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for line in LINES.iter() {
        let errors: Vec<String> = validator.iter_errors(&line.to_json()).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", line.file);
    }
}

#[test]
fn lines_and_table_hold_the_same() {
    let jsonl = desk_lines(&LINES);
    let objects: Vec<Value> = jsonl.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects, LINES.iter().map(ToJson::to_json).collect::<Vec<Value>>());
    let csv = desk_csv(&LINES);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heading: Vec<String> = reader.headers().expect("a heading").iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), objects.len());
    for (row, object) in rows.iter().zip(&objects) {
        for (name, cell) in heading.iter().zip(row) {
            let expected = match &object[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(cell, expected, "{name}");
        }
    }
}

#[test]
fn the_workbook_has_a_row_a_file_and_no_formula() {
    for language in Language::ALL {
        let words = language.words();
        let mut lines = LINES.clone();
        lines[0].organisation = "=1+1".into();
        let bytes = desk_workbook(&lines, *language).expect("a workbook");
        assert_eq!(bytes, desk_workbook(&lines, *language).expect("a workbook"), "same lines, same bytes");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it opens");
        let sheets = [
            words.desk_sheet(),
            words.desk_sheet_reasons(),
            words.desk_sheet_altered(),
            words.desk_sheet_shared(),
        ];
        assert_eq!(book.sheet_names(), sheets);
        let range = book.worksheet_range(words.desk_sheet()).expect("a sheet");
        let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
        let names: Vec<String> = rows[3..].iter().map(|row| row[0].to_string()).collect();
        assert_eq!(names, lines.iter().map(|line| line.file.clone()).collect::<Vec<String>>());
        assert_eq!(rows[3][2], Data::String("=1+1".into()));
        let total = rows[2]
            .iter()
            .position(|cell| matches!(cell, Data::String(text) if text == words.desk_total()))
            .expect("the total");
        assert_eq!(rows[3][total], Data::Float(lines[0].total.expect("points")));
        assert!(book.worksheet_formula(words.desk_sheet()).expect("a sheet").is_empty());
        let shared = book.worksheet_range(words.desk_sheet_shared()).expect("a sheet");
        assert_eq!(shared.rows().skip(3).count(), 2, "one for each side");
    }
}

#[test]
fn a_folder_is_read_on_the_command_line_and_written_as_a_workbook() {
    let folder = folder("desk-folder");
    fs::create_dir_all(folder.join("第二批")).expect("a folder");
    for (at, (name, bytes)) in received().into_iter().enumerate() {
        let name = if at < 6 { name.to_owned() } else { format!("第二批/{name}") };
        put(&folder, &name, bytes);
    }
    put(&folder, ".DS_Store", b"x");
    let place = folder.display().to_string();
    let secret = put(&crate::command_line::folder("desk-secret"), "secrets", format!("another one\n{PASSPHRASE}\n"));
    let book = folder.join("desk.xlsx").display().to_string();
    let call = ["desk", &place, "-o", &book, "--passphrase-file", &secret, "--language", "en"];
    let told = json_answer(&call);
    assert_eq!((&told["files"], &told["unreadable"], &told["altered"]), (&json!(12), &json!(1), &json!(1)));
    assert_eq!((&told["repeated_codes"], &told["sharing"]), (&json!(1), &json!(2)));
    let files: Vec<&str> = told["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(|line| line["file"].as_str())
        .collect();
    assert_eq!(files[0], "01 京东.json");
    assert!(files.contains(&"第二批/09.json.age"), "{files:?}");
    assert!(fs::metadata(&book).expect("a workbook").len() > 5_000);
    assert_eq!(json_answer(&call), told, "the workbook that is there by now is none of the files");
    let lines = answer(&["desk", &place, "--to", "jsonl", "--passphrase-file", &secret, "--language", "en"]);
    assert_eq!(lines.lines().count(), 13, "without -o the workbook is a file like any other");
    let table = answer(&["desk", &place, "--to", "csv", "--language", "en"]);
    assert!(table.starts_with("\u{feff}version,file,sha256,state,"), "{}", &table[..80]);
    let empty = crate::command_line::folder("desk-empty").display().to_string();
    assert!(refusal(&["desk", &empty, "--language", "en"]).contains("holds no file"));
    assert!(refusal(&["desk", "no such folder/x", "--language", "en", "--passphrase-file", "no such file"]).contains("no such file"));
}

/// Every sample as it is, in both languages, has a line without a problem.
#[test]
fn every_sample_is_read() {
    for language in Language::ALL {
        for name in SAMPLES {
            let (pack, assessment) = sample(name, *language);
            let line = desk(*language).read(name, &file(&pack, &assessment)).line;
            assert_eq!((line.state, line.problem.as_str(), line.pack_differs), (State::Read, "", Some(false)), "{name}");
            assert!(!line.receipt.is_empty() && line.lengths.len() == 2 && line.categories.len() == 7, "{name}");
        }
    }
}

/// The parts a task of the worker gives.
fn parts(task: &str, given: Vec<Given_>) -> Vec<Vec<u8>> {
    match perform(task, Language::En, &Arguments(given), &mut |_, _| {}) {
        Ok(Made::Parts(parts)) => parts,
        other => panic!("{task}: {other:?}"),
    }
}

#[test]
fn the_worker_reads_in_batches_and_gives_the_same() {
    let word = |text: String| Given_::Text(text);
    let passphrases = json!(["not this one", PASSPHRASE]).to_string();
    let keys: Vec<String> = PACKS.iter().map(|pack| [pack.id(), "@", pack.edition(), " ", pack.hash()].concat()).collect();
    let received = received();
    let mut drafts = Vec::new();
    for batch in received.chunks(5).rev() {
        let mut given = vec![word("2016-11-20".into()), word(passphrases.clone()), word(json!(keys).to_string())];
        given.extend(PACKS.iter().map(|pack| word(write_pack_file(pack))));
        given.push(word(json!(batch.iter().map(|(name, _)| name).collect::<Vec<&&str>>()).to_string()));
        given.extend(batch.iter().map(|(_, bytes)| Given_::Bytes(bytes.clone())));
        drafts.extend(parts("desk-read", given));
    }
    let lists = parts("desk-gather", drafts.into_iter().map(Given_::Bytes).collect());
    let lines: Vec<Value> = lists
        .iter()
        .flat_map(|list| serde_json::from_slice::<Vec<Value>>(list).expect("a list"))
        .collect();
    assert_eq!(lines, LINES.iter().map(ToJson::to_json).collect::<Vec<Value>>());
    let mut given = vec![word("xlsx".into())];
    given.extend(lists.into_iter().map(Given_::Bytes));
    let made = perform("desk-save", Language::En, &Arguments(given.clone()), &mut |_, _| {});
    assert_eq!(made, Ok(Made::Bytes(desk_workbook(&LINES, Language::En).expect("a workbook"))));
    given[0] = word("html".into());
    let made = perform("desk-save", Language::En, &Arguments(given), &mut |_, _| {});
    assert_eq!(made, Ok(Made::Bytes(desk_page(&LINES, Language::En))));
    let (_, locked) = received.iter().find(|(name, _)| name.ends_with(".age")).expect("a locked file");
    let opened = parts("desk-open", vec![word(passphrases), Given_::Bytes(locked.clone())]);
    assert!(String::from_utf8_lossy(&opened[0]).contains("第 9 家公司"));
    let refused = perform(
        "desk-open",
        Language::En,
        &Arguments(vec![word("[]".into()), Given_::Bytes(locked.clone())]),
        &mut |_, _| {},
    );
    assert!(refused.expect_err("no passphrase").ends_with('.'));
}

#[test]
fn what_drafts_are_held_against_each_other_by_can_be_handed_on() {
    for draft in DRAFTS.iter() {
        let bytes = draft.shingles.to_bytes();
        assert_eq!(Shingles::from_bytes(&bytes), Some(draft.shingles.clone()));
        for cut in [0, 3, bytes.len() / 2, bytes.len() - 1] {
            // Nothing that was cut off is taken for the whole.
            assert_ne!(Shingles::from_bytes(&bytes[..cut]), Some(draft.shingles.clone()), "{cut}");
        }
    }
}

#[test]
fn the_list_to_print_has_a_row_a_file() {
    for language in Language::ALL {
        let page = String::from_utf8(desk_page(&LINES, *language)).expect("UTF-8");
        roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>\n")).expect("well-formed");
        for line in LINES.iter() {
            assert!(page.contains(&line.file) && page.contains(&line.organisation), "{}", line.file);
        }
        assert_eq!(page.matches("<tr").count(), LINES.len() + 1);
    }
}

/// Sentences of a report, other ones for every seed.
fn prose(seed: u64, sentences: usize) -> String {
    const PARTS: [[&str; 8]; 5] = [
        [
            "质量管理部",
            "研究院",
            "供应链中心",
            "人力资源部",
            "战略发展部",
            "客户服务部",
            "设备部",
            "信息中心",
        ],
        [
            "每月",
            "每季度",
            "每半年",
            "按项目节点",
            "在年度评审中",
            "依据顾客反馈",
            "按计划",
            "结合内部审核",
        ],
        [
            "汇总检验数据",
            "评审在研项目",
            "走访重点供方",
            "组织岗位培训",
            "分析市场份额",
            "回访主要顾客",
            "点检关键设备",
            "核对接口数据",
        ],
        [
            "，确定责任人和期限",
            "，形成改进清单",
            "，更新风险台账",
            "，写入企业标准",
            "，通报各基地",
            "，调整资源配置",
            "，修订作业文件",
            "，上报分管领导",
        ],
        [
            "，完成率 {}%。",
            "，共 {} 项。",
            "，周期缩短 {} 天。",
            "，节约 {} 万元。",
            "，覆盖 {} 个班组。",
            "，提高 {} 分。",
            "，涉及 {} 家供方。",
            "，累计 {} 次。",
        ],
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 16) as usize
    };
    let mut text = String::new();
    for _ in 0..sentences {
        for part in &PARTS {
            text.push_str(&part[next() % 8].replace("{}", &(next() % 900 + 10).to_string()));
        }
    }
    text
}

/// How long 500 drafts of 240 kB take on the command line. A figure, not a test: nothing depends on the machine. With optimisation:
/// `cargo test --profile bench --test suite five_hundred -- --ignored --nocapture`.
#[test]
#[ignore = "takes a minute and only reports"]
fn five_hundred_drafts_are_read_and_the_seconds_told() {
    let folder = folder("desk-500");
    let (pack, sample) = of("manufacturing", Language::Zh, 0);
    let mut bytes = 0;
    for nth in 0..500_u64 {
        let named = Action::Profile(ProfileText::Name, text(format!("第 {nth} 家公司"))).apply(&sample);
        let mut draft = Action::Profile(ProfileText::CreditCode, text(code(nth as usize))).apply(&named);
        for (slot, _) in pack.items() {
            let record = Rc::make_mut(&mut draft.items[slot.0]);
            for scope in 0..record.scopes() {
                for factor in 0..pack.rubric_of(slot).factors.len() {
                    let seed = ((nth * 100 + slot.0 as u64) * 10 + scope as u64) * 10 + factor as u64;
                    record.set_answer(scope, factor, text(prose(seed, 5)));
                }
            }
        }
        let content = file(&pack, &draft);
        bytes += content.len();
        put(&folder, &format!("{nth:03}.json"), content);
    }
    let place = folder.display().to_string();
    let book = folder.with_extension("xlsx").display().to_string();
    let begun = std::time::Instant::now();
    let told = json_answer(&["desk", &place]);
    let read = begun.elapsed();
    let begun = std::time::Instant::now();
    answer(&["desk", &place, "-o", &book, "--to", "csv"]);
    eprintln!(
        "500 drafts of {} kB: {:.2} s, with the workbook {:.2} s",
        bytes / 500_000,
        read.as_secs_f64(),
        begun.elapsed().as_secs_f64()
    );
    assert_eq!((&told["files"], &told["unreadable"], &told["sharing"]), (&json!(500), &json!(0), &json!(0)));
}
