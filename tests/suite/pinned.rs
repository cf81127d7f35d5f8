//! Evidence pinned to a sentence: what in a text names an entry, where it leads in documents and bundles, and what is claimed without.

use crate::documents::{SAMPLES, sample};
use crate::export::part;
use crate::samples::{BEIJING, DEMO, NEW, after, day};
use award_kit::archive::Project;
use award_kit::assessment::{Action, Assessment, EvidenceEntry, EvidenceFile, Field, ItemChange, ProfileText, Referrer, RegisterChange, links, text};
use award_kit::criteria::{EditionSlot, ItemSlot};
use award_kit::eligibility::judge;
use award_kit::export::bundle::{bundle, sha256};
use award_kit::export::{Options, Target, Variant, export};
use award_kit::findings::{EvidenceFinding, Finding, Place, claims, findings};
use award_kit::language::Language;
use award_kit::merge::{Sides, merge};
use award_kit::report::Section;
use roxmltree::{Document, Node};
use std::io::{Cursor, Read};
use std::rc::Rc;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

pub fn entry(number: &str, title: &str) -> Action {
    Action::Register(RegisterChange::Add(
        NEW,
        Rc::new(EvidenceEntry {
            key: text(number),
            number: text(number),
            title: text(title),
            place: text("档案室"),
            ..EvidenceEntry::default()
        }),
    ))
}

fn answer(item: usize, content: &str) -> Action {
    let (item, scope, factor) = (ItemSlot(item), 0, 0);
    Field::Answer { item, scope, factor }.write(text(content))
}

fn told(assessment: &Assessment, item: usize) -> &str {
    assessment.items[item].answer(0, 0)
}

fn renumber(at: usize, number: &str) -> Action {
    Action::Register(RegisterChange::Renumber(at, text(number)))
}

/// What a text of the first item names, of the entries E-01, E-06, QA7 and 附件3.
fn named(content: &str) -> (Vec<&'static str>, Vec<String>) {
    let numbers = ["E-01", "E-06", "QA7", "附件3"];
    let register = numbers.map(|number| entry(number, ""));
    let assessment = after(&DEMO, &[&register[..], &[answer(0, content)]].concat());
    let links = links(&assessment);
    let Some(reference) = links.at(Referrer::Texts(ItemSlot(0))) else {
        return Default::default();
    };
    let missing = reference.missing.iter().map(|number| number.to_string()).collect();
    (reference.entries.iter().map(|at| numbers[*at]).collect(), missing)
}

#[test]
fn a_text_names_entries_by_number_and_shorter_in_brackets() {
    for (content, entries, missing) in [
        ("合格率 98%，见 E-06。", &["E-06"][..], &[][..]),
        ("合格率 98%（E-06）。", &["E-06"], &[]),
        ("合格率 98%〔证6〕。", &["E-06"], &[]),
        ("合格率 98%〔证06〕", &["E-06"], &[]),
        ("（证6）与【证据 1】、［佐证7］", &["E-06", "E-01", "QA7"], &[]),
        ("[E-06] (E6) [E-6]", &["E-06"], &[]),
        ("见Ｅ－０６、E—01 和 ＱＡ７", &["E-06", "E-01", "QA7"], &[]),
        ("E-01、E-06", &["E-01", "E-06"], &[]),
        ("（见证据 1、6）", &["E-01", "E-06"], &[]),
        ("〔证1，证6；QA7〕", &["E-01", "E-06", "QA7"], &[]),
        ("(see evidence 1 and 6)", &["E-01", "E-06"], &[]),
        ("见附件3。", &["附件3"], &[]),
        ("〔附件3〕", &["附件3"], &[]),
        ("（E-06 检验报告，第 3 页）", &["E-06"], &[]),
        // A range names its ends, where they are numbers.
        ("E-01—E-06", &["E-01", "E-06"], &[]),
        ("〔证1—6〕", &[], &[]),
        // What nobody has.
        ("见 E-99", &[], &["E-99"]),
        ("〔证9〕〔证9〕", &[], &["证9"]),
        ("（E-06、8）", &["E-06"], &["8"]),
        // Words, plain numbers, larger numbers.
        ("E10 汽油，QA8", &[], &[]),
        ("（1）（6）(7)", &[], &[]),
        ("（A1、B2）", &[], &[]),
        ("（证券6）见证6年", &[], &[]),
        ("E-061 XE-06 E-06a E-06-1", &[], &["E-061"]),
        ("（证6", &[], &[]),
        ("", &[], &[]),
    ] {
        let (found, lost) = named(content);
        assert_eq!(
            (found.as_slice(), lost.iter().map(String::as_str).collect::<Vec<&str>>().as_slice()),
            (entries, missing),
            "{content}"
        );
    }
}

#[test]
fn a_count_that_two_entries_have_names_none_and_is_found() {
    let assessment = after(
        &BEIJING,
        &[
            entry("E-06", ""),
            entry("F-06", ""),
            answer(0, "〔证6〕〔F6〕"),
            answer(1, "无"),
            Action::Profile(ProfileText::Environment, text("见 E-07")),
        ],
    );
    let found = links(&assessment);
    let reference = found.at(Referrer::Texts(ItemSlot(0))).expect("a reference");
    assert_eq!((reference.entries.as_slice(), &*reference.missing[0]), (&[1][..], "证6"));
    let eligibility = judge(&BEIJING, &assessment, EditionSlot(0), None, day("2016-11-20"));
    let missing: Vec<(Place, String)> = findings(&BEIJING, &assessment, &eligibility)
        .into_iter()
        .filter_map(|found| match &found {
            Finding::Evidence(EvidenceFinding::Missing { number, .. }) => Some((found.place(), number.to_string())),
            _ => None,
        })
        .collect();
    let overview = Place::Profile(award_kit::findings::ProfilePart::Text(ProfileText::Environment));
    assert_eq!(missing, [(overview, "E-07".to_owned()), (Place::Item(ItemSlot(0)), "证6".to_owned())]);
}

#[test]
fn an_entry_named_in_a_sentence_is_used_and_one_place_where_the_item_lists_it_too() {
    let list = Action::Item(ItemSlot(0), ItemChange::AddEvidence(text("E-01")));
    let assessment = after(&DEMO, &[entry("E-01", ""), entry("E-02", ""), list, answer(0, "见 E-01、E-02")]);
    let places = links(&assessment).of_entry;
    assert_eq!(places, [vec![Referrer::Item(ItemSlot(0), 0)], vec![Referrer::Texts(ItemSlot(0))]]);
}

#[test]
fn what_a_text_names_follows_a_new_number_and_a_merge() {
    let base = after(
        &DEMO,
        &[
            entry("E-06", "手册"),
            entry("附件3", "执照"),
            answer(0, "甲〔证6〕、Ｅ－０６，见附件3。"),
            answer(1, "乙〔证6〕"),
        ],
    );
    let renamed = renumber(1, "E-03").apply(&renumber(0, "E-12").apply(&base));
    assert_eq!(told(&renamed, 0), "甲〔E-12〕、E-12，见E-03。");
    let other = answer(2, "丙〔证6〕，附件3").apply(&base);
    let projects = [&base, &renamed, &other].map(|assessment| Project::new(assessment.clone()));
    for (ours, theirs) in [(1, 2), (2, 1)] {
        let merged = merge(&DEMO, Some(&projects[0]), &projects[ours], &projects[theirs]);
        assert_eq!(merged.conflicts, []);
        let result = merged.settled(&DEMO, &[], Sides { ours: "甲", theirs: "乙" }).expect("a result").assessment;
        assert_eq!(
            [0, 1, 2].map(|item| told(&result, item)),
            ["甲〔E-12〕、E-12，见E-03。", "乙〔E-12〕", "丙〔E-12〕，E-03"]
        );
    }
    // Where nothing changed its number, everything stays as it was spelt.
    let merged = merge(&DEMO, Some(&projects[0]), &projects[0], &projects[2]);
    assert_eq!(
        told(&merged.settled(&DEMO, &[], Sides { ours: "甲", theirs: "乙" }).expect("a result").assessment, 2),
        "丙〔证6〕，附件3"
    );
}

/// A paragraph's text, with what is linked in it as `[text](place)`.
fn linked(paragraph: Node<'_, '_>) -> String {
    let mut out = String::new();
    for node in paragraph.descendants().filter(|node| node.has_tag_name((WORD, "t"))) {
        let text = node.text().unwrap_or_default();
        let link = node.ancestors().find(|node| node.has_tag_name((WORD, "hyperlink")));
        match link.and_then(|link| link.attribute((WORD, "anchor"))) {
            Some(place) => out.push_str(&format!("[{text}]({place})")),
            None => out.push_str(text),
        }
    }
    out
}

fn paragraphs(document: &str) -> Vec<String> {
    let tree = Document::parse(document).expect("well-formed XML");
    let all = tree.descendants().filter(|node| node.has_tag_name((WORD, "p")));
    all.map(linked).collect()
}

fn made(assessment: &Assessment, target: Target, options: &Options<'_>) -> Vec<u8> {
    export(&Project::new(assessment.clone()), &BEIJING, target, options).expect("a document")
}

fn pinned() -> Assessment {
    after(
        &BEIJING,
        &[
            entry("E-01", "手册"),
            entry("附件3", "执照"),
            answer(0, "合格率 98%，见 E-01、〔证3〕。\n第二段（E-99）。"),
            Action::Item(ItemSlot(0), ItemChange::AddEvidence(text("E-01 手册"))),
            Action::Profile(ProfileText::Environment, text("主要场所见附件3")),
        ],
    )
}

/// Outlines for a meeting have no register to lead to.
const WITH_A_REGISTER: [Variant; 2] = [Variant::Draft, Variant::Submission];

#[test]
fn references_lead_to_the_row_of_the_register_in_word_documents() {
    for variant in WITH_A_REGISTER {
        let options = Options::new(Language::Zh).told_as(variant);
        let document = part(&made(&pinned(), Target::Docx, &options), "word/document.xml");
        let told = paragraphs(&document);
        for line in [
            "合格率 98%，见 [E-01](_evidence_1)、〔[证3](_evidence_2)〕。",
            "第二段（E-99）。",
            "主要场所见[附件3](_evidence_2)",
        ] {
            assert!(told.iter().any(|known| known == line), "{variant:?} {line}");
        }
        let tree = Document::parse(&document).expect("XML");
        for (place, number) in [("_evidence_1", "E-01"), ("_evidence_2", "附件3")] {
            let mut marks = tree.descendants().filter(|node| node.attribute((WORD, "name")) == Some(place));
            let (mark, more) = (marks.next().expect("a bookmark"), marks.next());
            assert!(more.is_none(), "{place} is there once");
            let row = mark.ancestors().find(|node| node.has_tag_name((WORD, "tr"))).expect("in a row");
            let cell = row.descendants().find(|node| node.has_tag_name((WORD, "tc"))).expect("a cell");
            let told = cell.descendants().filter(|node| node.has_tag_name((WORD, "t")));
            assert_eq!(told.filter_map(|node| node.text()).collect::<String>(), number);
        }
        assert!(!document.contains("HYPERLINK"), "no file lies beside it");
        // A part without the register leads nowhere.
        let alone = part(&made(&pinned(), Target::Docx, &options.only(Some(Section::Evaluation))), "word/document.xml");
        assert!(!alone.contains("_evidence_") && alone.contains("〔证3〕"));
    }
}

#[test]
fn references_lead_to_the_row_of_the_register_in_web_pages() {
    for variant in WITH_A_REGISTER {
        let options = Options::new(Language::Zh).told_as(variant);
        let page = String::from_utf8(made(&pinned(), Target::Html, &options)).expect("UTF-8");
        let tree = Document::parse_with_options(
            &page,
            roxmltree::ParsingOptions {
                allow_dtd: true,
                ..Default::default()
            },
        )
        .expect("well-formed");
        assert!(
            page.contains("见 <a href=\"#evidence-1\">E-01</a>、〔<a href=\"#evidence-2\">证3</a>〕。"),
            "{variant:?}"
        );
        assert!(page.contains("<tr id=\"evidence-1\"><td>E-01</td>"), "{variant:?}");
        let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
        for place in tree.descendants().filter_map(|node| node.attribute("href")) {
            let place = place.strip_prefix('#').expect("nothing but places of the page");
            assert_eq!(ids.iter().filter(|id| **id == place).count(), 1, "{place}");
        }
        let alone = String::from_utf8(made(&pinned(), Target::Html, &options.only(Some(Section::Evaluation)))).expect("UTF-8");
        assert!(!alone.contains("evidence-1"));
    }
}

/// The content of a file in a zip.
fn unzipped(bytes: &[u8], ending: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let name = archive.file_names().find(|name| name.ends_with(ending)).expect(ending).to_owned();
    let mut content = Vec::new();
    archive.by_name(&name).expect("an entry").read_to_end(&mut content).expect("it unpacks");
    content
}

#[test]
fn in_a_bundle_the_rows_lead_to_the_files_that_are_there() {
    let with = |at: usize, name: &str, content: &[u8]| {
        Action::Register(RegisterChange::File(
            at,
            Some(EvidenceFile {
                name: text(name),
                size: content.len() as u64,
                media_type: text(""),
                sha256: text(sha256(content)),
            }),
        ))
    };
    let assessment = after(
        &BEIJING,
        &[
            entry("E-01", "手册"),
            entry("E-02", "无文件"),
            entry("E-03", "不在手边"),
            entry("E-04", "同一份"),
            entry("E-05", "怪名"),
            with(0, "手册 50%#1.pdf", b"one"),
            with(2, "没有.pdf", b"gone"),
            with(3, "另一名.pdf", b"one"),
            with(4, "a\"b<c>&(d)'.pdf", b"odd"),
            answer(0, "98%〔证1〕"),
        ],
    );
    let mut at_hand = |hash: &str| [&b"one"[..], b"odd"].into_iter().find(|content| sha256(content) == hash).map(<[u8]>::to_vec);
    let bytes = bundle(
        &Project::new(assessment),
        &BEIJING,
        &Options::new(Language::Zh),
        &mut at_hand,
        Vec::new(),
        &mut |_, _| {},
    )
    .expect("a bundle");
    let names: Vec<String> = zip::ZipArchive::new(Cursor::new(&bytes))
        .expect("a zip")
        .file_names()
        .map(str::to_owned)
        .collect();
    let decoded = |address: &str| {
        let mut bytes = Vec::new();
        let mut rest = address.as_bytes();
        while let [first, more @ ..] = rest {
            let hex = (*first == b'%').then(|| u8::from_str_radix(std::str::from_utf8(&more[..2]).expect("hex"), 16).expect("hex"));
            bytes.push(hex.unwrap_or(*first));
            rest = if hex.is_some() { &more[2..] } else { more };
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    let document = part(&unzipped(&bytes, "申报材料草稿.docx"), "word/document.xml");
    let tree = Document::parse(&document).expect("XML");
    let fields: Vec<&str> = tree
        .descendants()
        .filter(|node| node.has_tag_name((WORD, "instrText")))
        .filter_map(|node| node.text())
        .collect();
    let links: Vec<String> = fields
        .iter()
        .filter_map(|code| code.trim().strip_prefix("HYPERLINK \"")?.strip_suffix('"'))
        .map(decoded)
        .collect();
    let page = String::from_utf8(unzipped(&bytes, ".html")).expect("UTF-8");
    let on_page: Vec<String> = page
        .split("<td><a href=\"")
        .skip(1)
        .map(|rest| decoded(rest.split('"').next().expect("an end")))
        .collect();
    let plain = String::from_utf8(unzipped(&bytes, ".md")).expect("UTF-8");
    let in_text: Vec<String> = plain
        .split("](evidence/")
        .skip(1)
        .map(|rest| decoded(&["evidence/", rest.split(')').next().expect("an end")].concat()))
        .collect();
    assert_eq!((&links, &in_text), (&on_page, &on_page));
    assert_eq!(links.len(), 3, "{links:?}");
    assert_eq!(links[0], links[1], "one file serves two entries");
    assert!(links.iter().all(|link| names.contains(link)), "{links:?} {names:?}");
    assert!(page.contains("<a href=\"#evidence-1\">证1</a>") && page.contains("<td>E-03</td>"));
}

#[test]
fn nothing_that_is_written_becomes_markup() {
    let assessment = after(
        &BEIJING,
        &[
            entry("E-01", "<script>alert(1)</script>"),
            answer(0, "<img src=x onerror=alert(1)> E-01\"><script>x</script> 〔证1〕&lt; [x](javascript:1) ]]>"),
            answer(1, &"（".repeat(500)),
            answer(2, &["〔", &"证1、".repeat(400), "〕"].concat()),
        ],
    );
    let page = String::from_utf8(made(&assessment, Target::Html, &Options::new(Language::Zh))).expect("UTF-8");
    assert!(!page.contains("<script") && !page.contains("<img") && page.contains("<a href=\"#evidence-1\">E-01</a>"));
    let document = part(&made(&assessment, Target::Docx, &Options::new(Language::Zh)), "word/document.xml");
    assert!(
        paragraphs(&document)
            .iter()
            .any(|line| line.contains("onerror=alert(1)> [E-01](_evidence_1)\"><script>"))
    );
}

#[test]
fn claims_without_evidence_are_listed_by_item_and_pinned_ones_are_not() {
    let text = "合格率 98%。一次检验不合格 3 件（E-01）。获得一等奖。〔证1〕荣获金奖！每月评审一次。\n2014 年较上年提高；E-99 已登记。Costs fell to 5%. Waste is 3%, see E-01. No. 5 fell 2%.";
    let assessment = after(
        &DEMO,
        &[entry("E-01", ""), answer(0, text), answer(1, "每月一次。"), answer(2, "“达到 99%。”〔证1〕")],
    );
    let found = claims(&DEMO, &assessment);
    let told: Vec<(usize, Vec<&str>)> = found
        .iter()
        .map(|claims| (claims.item.0, claims.sentences.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(told, [(0, vec!["合格率 98%。", "荣获金奖！", "Costs fell to 5%.", "No. 5 fell 2%."])]);
    // Without a register a number of the usual form is evidence named.
    let without = after(&DEMO, &[answer(0, "合格率 98%（E-01）。合格率 97%〔证2〕。合格率 96%。")]);
    assert_eq!(claims(&DEMO, &without)[0].sentences, ["合格率 96%。"]);
    assert_eq!(claims(&DEMO, &Assessment::blank(&DEMO)), []);
}

#[test]
fn the_working_draft_lists_claims_and_the_clean_submission_does_not() {
    let told = |assessment: &Assessment, variant| {
        let options = Options::new(Language::Zh).told_as(variant);
        String::from_utf8(made(assessment, Target::Markdown, &options)).expect("UTF-8")
    };
    let title = Language::Zh.words().report_evidence_claims();
    let unpinned = after(&BEIJING, &[entry("E-01", ""), answer(0, "合格率 98%。")]);
    assert!(told(&unpinned, Variant::Draft).contains(title) && !told(&unpinned, Variant::Submission).contains(title));
    assert!(!told(&pinned(), Variant::Draft).contains(title), "all is pinned");
    for name in SAMPLES {
        let (pack, assessment) = sample(name, Language::Zh);
        assert!(claims(&pack, &assessment).iter().all(|claims| !claims.sentences.is_empty()));
    }
}
