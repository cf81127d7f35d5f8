//! Checked-in cases: a folder for each under `tests/cases/`, an assessment with the files expected of it beside it.
//!
//! `UPDATE_CASES=1 cargo test --test suite` writes what is produced now, to be looked at as a change.

use crate::exports::{golden, planned};
use crate::parts_asked_for::{with_model, with_units};
use crate::samples::{BEIJING, DEMO, day};
use crate::written_anew;
use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::Assessment;
use award_kit::criteria::Pack;
use award_kit::export::Target;
use award_kit::language::Language;
use award_kit::report::{Document, Options, defence, feedback, site_review, submission};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Makes the text of an expected file.
type Produce = fn() -> String;

/// Every file under `tests/cases/`, and what produces it. A file without a line here fails, and so does a line without
/// its file.
const CASES: &[(&str, Produce)] = &[
    ("blank/assessment.json", || write(&Project::blank(&BEIJING), &BEIJING)),
    ("libreoffice-tables/assessment.json", || {
        write(&Project::new(crate::import_samples::figures_of_every_kind()), &BEIJING)
    }),
    ("mini/assessment.json", || write(&mini(), &DEMO)),
    ("figures/assessment.json", || write(&figures(), &BEIJING)),
    ("figures/draft.zh.txt", || draft(Language::Zh)),
    ("figures/draft.en.txt", || draft(Language::En)),
    ("mini/feedback.zh.txt", || feedback_report(Language::Zh)),
    ("mini/feedback.en.txt", || feedback_report(Language::En)),
    ("mini/defence.zh.txt", || outline(defence, Language::Zh)),
    ("mini/defence.en.txt", || outline(defence, Language::En)),
    ("mini/site-review.zh.txt", || outline(site_review, Language::Zh)),
    ("mini/site-review.en.txt", || outline(site_review, Language::En)),
    #[cfg(feature = "documents")]
    ("figures/document.xml", || word_part("word/document.xml")),
    #[cfg(feature = "documents")]
    ("figures/chart1.xml", || word_part("word/charts/chart1.xml")),
    #[cfg(feature = "documents")]
    ("figures/styles.xml", || word_part("word/styles.xml")),
    ("plan/assessment.json", || write(&Project::new(planned()), &DEMO)),
    ("plan/draft.md", || golden(Target::Markdown)),
    ("plan/draft.html", || golden(Target::Html)),
    ("plan/scores.csv", || golden(Target::Csv)),
    ("plan/calendar.ics", || golden(Target::Ics)),
];

/// The folder that `broken_packs.rs` watches over in its own way.
const BROKEN_PACKS: &str = "broken-packs";
/// Files that other tests read: values made by other programs, and how.
const READ_ELSEWHERE: &[&str] = &[
    "desk/schema.json",
    "indicator-references/make.py",
    "indicator-references/references.json",
    "libreoffice-tables/clipboard.txt",
    "libreoffice-tables/company.ods",
    "libreoffice-tables/company.txt",
    "libreoffice-tables/company.xls",
    "libreoffice-tables/company.xlsx",
    "libreoffice-tables/make.py",
    "libreoffice-tables/template-resaved.xlsx",
    "panel-references/incomplete.json",
    "panel-references/incomplete.py",
    "panel-references/make.py",
    "panel-references/references.json",
    "red-pen/manufacturing.en.txt",
    "red-pen/manufacturing.zh.txt",
    "red-pen/public-welfare.en.txt",
    "red-pen/public-welfare.zh.txt",
    "red-pen/service.en.txt",
    "red-pen/service.zh.txt",
];

/// Files that take the document code to make.
#[cfg(not(feature = "documents"))]
const NEED_DOCUMENTS: &[&str] = &["figures/document.xml", "figures/chart1.xml", "figures/styles.xml"];
#[cfg(feature = "documents")]
const NEED_DOCUMENTS: &[&str] = &[];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The text of an expected file.
pub fn expected(name: &str) -> String {
    let path = folder().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("tests/cases/{name}: {error}"))
}

fn figures() -> Project {
    Project::new(crate::documents::with_figures())
}

/// The draft of the case with figures, as a document without a file format.
fn draft(language: Language) -> String {
    let options = Options {
        draft_date: Some(day("2016-11-20")),
        section: None,
    };
    crate::documents::as_text(&submission(&BEIJING, &figures().assessment, language, &options))
}

fn feedback_report(language: Language) -> String {
    crate::documents::as_text(&feedback(&DEMO, &mini().assessment, language, &Options::default()))
}

/// The outline of a meeting, with the parts of the profile that only some awards ask for.
fn outline(write: fn(&Pack, &Assessment, Language, &Options, Option<u32>) -> Document, language: Language) -> String {
    let assessment = with_units(&with_model(&mini().assessment));
    crate::documents::as_text(&write(&DEMO, &assessment, language, &Options::default(), None))
}

/// One part of that draft's results as a Word document, a line for every paragraph.
#[cfg(feature = "documents")]
fn word_part(name: &str) -> String {
    use std::io::Read;
    let options = award_kit::export::Options::new(Language::Zh).only(Some(award_kit::report::Section::Evaluation));
    let bytes = award_kit::export::export(&figures(), &BEIJING, Target::Docx, &options).expect("a document");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    let mut content = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut content).expect("UTF-8");
    ["<w:p>", "<w:p ", "<w:tr>", "<w:style ", "<c:ser>", "<c:catAx>", "</w:body>"]
        .iter()
        .fold(content, |content, tag| content.replace(tag, &["\n", tag].concat()))
        + "\n"
}

fn mini() -> Project {
    Project::new(crate::archive::filled(&DEMO))
}

#[test]
fn every_expected_file_is_what_the_kit_produces() {
    for (name, produce) in CASES {
        compare(&folder().join(name), &produce());
    }
}

/// That a checked-in file holds what the kit produces, or writes it.
pub fn compare(path: &Path, produced: &str) {
    let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("a file of the project").display();
    if written_anew::is_asked() {
        written_anew::write(path, produced);
    }
    let expected = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let line = produced.lines().zip(expected.lines()).position(|(produced, expected)| produced != expected);
    assert!(
        produced == expected,
        "{name} differs from line {}; if that is meant, run UPDATE_CASES=1 cargo test --test suite and look at the change",
        line.unwrap_or_else(|| produced.lines().count().min(expected.lines().count())) + 1
    );
}

#[test]
fn an_expected_file_nobody_reads_fails() {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder of cases") {
            let path = entry.expect("an entry").path();
            if path.ends_with(BROKEN_PACKS) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if !path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(written_anew::UNFINISHED))
            {
                let name = path.strip_prefix(folder()).expect("below the cases");
                found.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let produced = CASES.iter().map(|(name, _)| *name);
    let elsewhere = READ_ELSEWHERE.iter().chain(NEED_DOCUMENTS).copied().chain(crate::told::documents());
    let read: BTreeSet<String> = produced.chain(elsewhere).map(String::from).collect();
    assert_eq!(found, read);
}

#[test]
fn an_expected_assessment_opens_as_what_was_written() {
    let cases: [(&str, &Pack, Project); 2] = [("blank", &BEIJING, Project::blank(&BEIJING)), ("mini", &DEMO, mini())];
    for (case, pack, project) in cases {
        let name = format!("{case}/assessment.json");
        // Where files are written anew, this one is now: another test may come to it later.
        compare(&folder().join(&name), &write(&project, pack));
        let opened = open_bytes(expected(&name).as_bytes()).expect("an assessment");
        assert!(!opened.criteria_changed(pack), "{case}");
        assert_eq!(opened.with_pack(pack), Ok(project), "{case}");
    }
}
