//! How it leaves: a Word document that holds every answer, whatever was written into it, and always the same bytes.

use crate::archive::filled;
use crate::samples::{AWKWARD, BEIJING, DEMO, assessments, cases, day, slot};
use award_kit::archive::{Project, open_bytes};
use award_kit::assessment::{Action, Assessment, ItemChange, ProfileText, text};
use award_kit::criteria::Pack;
use award_kit::export::{Options, Target, export, file_name};
use award_kit::language::Language;
use proptest::prelude::*;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn docx(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<u8> {
    export(
        &Project::new(assessment.clone()),
        pack,
        Target::Docx,
        &Options::new(language).dated(Some(day("2016-11-20"))),
    )
    .expect("a document")
}

fn sample(language: Language) -> Project {
    let path = format!("{}/assets/samples/manufacturing.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
    opened.with_pack(&BEIJING).expect("it fits its pack")
}

/// One part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut content = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut content).expect("UTF-8");
    content
}

/// The text of every paragraph, tabs as tabs; fails where the XML is not well formed.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let content = part(bytes, "word/document.xml");
    let tree = roxmltree::Document::parse(&content).expect("well-formed XML");
    let found = tree.descendants().filter(|node| node.has_tag_name((WORD, "p")));
    let text = |paragraph: roxmltree::Node<'_, '_>| {
        let pieces = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
            "t" => Some(node.text().unwrap_or_default().to_owned()),
            "tab" if node.parent().is_some_and(|parent| parent.has_tag_name((WORD, "r"))) => Some("\t".to_owned()),
            _ => None,
        });
        pieces.collect::<String>()
    };
    found.map(text).collect()
}

/// What a line becomes in the file: characters XML cannot hold are replaced, all others stay.
fn written(line: &str) -> String {
    let illegal = |character: char| (character < ' ' && !"\t\n\r".contains(character)) || character == '\u{fffe}' || character == '\u{ffff}';
    line.chars().map(|character| if illegal(character) { '\u{fffd}' } else { character }).collect()
}

fn lines(content: &str) -> impl Iterator<Item = &str> {
    content
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty())
}

#[test]
fn every_part_of_the_document_is_well_formed() {
    let bytes = docx(&BEIJING, &sample(Language::Zh).assessment, Language::Zh);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a zip file");
    let names: Vec<String> = archive.file_names().map(String::from).collect();
    for name in &names {
        let content = part(&bytes, name);
        roxmltree::Document::parse(&content).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    assert_eq!(archive.by_index(0).expect("an entry").name(), "[Content_Types].xml");
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "docProps/core.xml",
    ] {
        assert!(names.iter().any(|found| found == name), "{name} is missing");
    }
}

#[test]
fn document_holds_every_answer_of_the_sample() {
    for language in Language::ALL {
        let assessment = sample(*language).assessment;
        let found = paragraphs(&docx(&BEIJING, &assessment, *language));
        for answer in assessment.items.iter().flat_map(|item| item.answers()) {
            for line in lines(answer) {
                assert!(found.iter().any(|paragraph| paragraph == line), "{}: {line}", language.tag());
            }
        }
    }
}

#[test]
fn headings_are_styles_and_the_contents_field_lists_them() {
    let bytes = docx(&BEIJING, &sample(Language::Zh).assessment, Language::Zh);
    let styles = part(&bytes, "word/styles.xml");
    for (style, level) in [("heading 1", 0), ("heading 2", 1), ("heading 3", 2)] {
        assert!(styles.contains(&format!(r#"<w:name w:val="{style}" />"#)), "{style}");
        assert!(styles.contains(&format!(r#"<w:outlineLvl w:val="{level}" />"#)), "{style}");
    }
    for font in ["SimSun", "SimHei", "Times New Roman", "Arial"] {
        assert!(styles.contains(font), "{font}");
    }
    assert!(styles.contains(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN""#));
    let content = part(&bytes, "word/document.xml");
    assert!(content.contains(r#"<w:instrText>TOC \o &quot;1-3&quot; \h</w:instrText>"#));
    assert!(content.contains("<w:tblHeader />"), "header rows are repeated");
    assert!(!content.contains("80000"), "no tab stop lies beyond the page");
    let found = paragraphs(&bytes);
    let entries = found.iter().filter(|paragraph| paragraph.trim_end() == "4.1.2 高层领导的作用（50 分）").count();
    assert_eq!(entries, 2, "once in the contents, once as a heading");
    assert!(part(&bytes, "word/footer1.xml").contains("<w:instrText>PAGE</w:instrText>"));
    assert!(part(&bytes, "word/header1.xml").contains("京华精密机械有限公司（虚构）"));
}

#[test]
fn same_assessment_gives_the_same_bytes_also_when_made_twice_and_in_another_thread() {
    let project = sample(Language::Zh);
    let make = || docx(&BEIJING, &project.assessment, Language::Zh);
    let first = make();
    assert_eq!(docx(&DEMO, &filled(&DEMO), Language::En), docx(&DEMO, &filled(&DEMO), Language::En));
    assert_eq!(first, make());
    let assessment = open_bytes(
        export(&project, &BEIJING, Target::Json, &Options::new(Language::Zh))
            .expect("a file")
            .as_slice(),
    );
    let copy = assessment.expect("it opens").with_pack(&BEIJING).expect("it fits").assessment;
    assert_eq!(first, docx(&BEIJING, &copy, Language::Zh));
    let elsewhere = std::thread::spawn(|| docx(&BEIJING, &sample(Language::Zh).assessment, Language::Zh));
    assert_eq!(first, elsewhere.join().expect("the other thread ends well"));
}

#[test]
fn file_says_its_title_author_and_day_and_no_other_time() {
    let project = sample(Language::Zh);
    let dated = part(&docx(&BEIJING, &project.assessment, Language::Zh), "docProps/core.xml");
    for text in [
        "京华精密机械有限公司（虚构）",
        "申报材料（工作草稿）",
        "2016-11-20T00:00:00Z",
        "<dc:language>zh</dc:language>",
    ] {
        assert!(dated.contains(text), "{text}");
    }
    let undated = export(&project, &BEIJING, Target::Docx, &Options::new(Language::Zh)).expect("a document");
    assert!(!part(&undated, "docProps/core.xml").contains("T00:00:00Z"));
    let mut archive = zip::ZipArchive::new(Cursor::new(undated)).expect("a zip file");
    for at in 0..archive.len() {
        let entry = archive.by_index(at).expect("an entry");
        assert_eq!(entry.last_modified().expect("a time").year(), 1980);
    }
}

#[test]
fn hostile_text_survives_or_is_replaced_where_xml_cannot_hold_it() {
    let long = "质".repeat(100_000);
    let formulas = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "]]>",
        "<w:p/>",
        "&#0;",
        "{page}",
        "{organisation}",
    ];
    let all = AWKWARD.iter().copied().chain(formulas).chain([long.as_str()]);
    let item = slot(&DEMO, "practice.direction");
    for content in all.filter(|content| !content.trim().is_empty()) {
        let mut assessment = filled(&DEMO);
        let actions = [
            Action::Item(
                item,
                ItemChange::Answer {
                    scope: 0,
                    factor: 1,
                    text: text(content),
                },
            ),
            Action::Item(item, ItemChange::AddEvidence(text(content))),
            Action::Profile(ProfileText::Name, text(content)),
            Action::Profile(ProfileText::Customers, text(content)),
        ];
        for action in actions {
            assessment = action.apply(&assessment);
        }
        let bytes = docx(&DEMO, &assessment, Language::Zh);
        let found = paragraphs(&bytes);
        for line in lines(content) {
            let line = written(line);
            let times = found.iter().filter(|paragraph| paragraph.trim() == line.trim()).count();
            assert!(times >= 3, "{} times: {line:.80}", times);
        }
        for name in ["word/header1.xml", "docProps/core.xml", "word/footer1.xml"] {
            roxmltree::Document::parse(&part(&bytes, name)).unwrap_or_else(|error| panic!("{name}: {error}: {content:.80}"));
        }
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn any_assessment_becomes_a_document_with_every_answer(assessment in assessments(&DEMO)) {
        let bytes = docx(&DEMO, &assessment, Language::En);
        let found = paragraphs(&bytes);
        for item in &assessment.items {
            for line in item.answers().chain(&item.evidence).flat_map(|content| lines(content)) {
                let line = written(line);
                prop_assert!(found.contains(&line), "{:?} is missing", line);
            }
        }
        prop_assert_eq!(bytes, docx(&DEMO, &assessment, Language::En));
    }
}

#[test]
fn exported_assessment_is_the_file_itself() {
    let project = sample(Language::En);
    let bytes = export(&project, &BEIJING, Target::Json, &Options::new(Language::Zh)).expect("a file");
    let again = open_bytes(&bytes).expect("it opens").with_pack(&BEIJING).expect("it fits");
    assert_eq!(again, project);
}

#[test]
fn file_names_are_taken_by_every_file_system() {
    let named = |name: &str| {
        let assessment = Action::Profile(ProfileText::Name, text(name)).apply(&Assessment::blank(&DEMO));
        file_name(&assessment, Target::Docx, Language::Zh, Some(day("2016-11-20")))
    };
    for (name, expected) in [
        ("京华精密机械有限公司", "京华精密机械有限公司-申报材料草稿-2016-11-20.docx"),
        ("", "未命名组织-申报材料草稿-2016-11-20.docx"),
        ("../../etc/passwd", "etc passwd-申报材料草稿-2016-11-20.docx"),
        ("a:b*c?\"<>|\u{0}\u{202e}.", "a b c-申报材料草稿-2016-11-20.docx"),
        (" . ", "未命名组织-申报材料草稿-2016-11-20.docx"),
    ] {
        assert_eq!(named(name), expected);
    }
    assert!(named(&"长".repeat(1000)).chars().count() < 100);
    let data = file_name(&Assessment::blank(&DEMO), Target::Json, Language::En, None);
    assert_eq!(data, "unnamed-organisation-assessment.json");
}

/// Runs a program; none where it is not installed.
fn run(program: &str, arguments: &[&str]) -> Option<std::process::Output> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => panic!("{program}: {error}"),
    }
}

#[test]
fn libreoffice_opens_the_document_and_its_pdf_holds_the_chinese_text() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libreoffice");
    std::fs::create_dir_all(&folder).expect("a folder");
    let (file, pdf) = (folder.join("draft.docx"), folder.join("draft.pdf"));
    let _ = std::fs::remove_file(&pdf);
    std::fs::write(&file, docx(&BEIJING, &sample(Language::Zh).assessment, Language::Zh)).expect("the file is written");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let (file, outdir, pdf) = (file.display().to_string(), folder.display().to_string(), pdf.display().to_string());
    let convert = [profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", &outdir, &file];
    let converted = run("soffice", &convert).or_else(|| run("libreoffice", &convert));
    let read = converted.and_then(|_| run("pdftotext", &["-layout", &pdf, "-"]));
    let Some(read) = read else {
        let needed = std::env::var_os("CI").is_some() || std::env::var_os("AWARD_KIT_FULL_TESTS").is_some();
        assert!(!needed, "LibreOffice and pdftotext are needed for this test and not installed");
        println!("left out: LibreOffice or pdftotext is not installed");
        return;
    };
    let told: String = String::from_utf8_lossy(&read.stdout).split_whitespace().collect();
    for text in [
        "北京市人民政府质量管理奖",
        "京华精密机械有限公司（虚构）",
        "4.1.2高层领导的作用（50分）",
        "申报资格与合规说明",
        "得分表",
        "本材料中的组织、人员和数据均为虚构",
    ] {
        assert!(told.contains(text), "the PDF lacks {text}");
    }
    assert!(!told.contains("HYPERLINK") && !told.contains("PAGEREF"), "field codes show in the text");
}
