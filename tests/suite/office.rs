//! What LibreOffice makes of the documents: every sample in both languages is converted, and the text of the PDF holds every
//! answer in order. It takes minutes, so it is run by hand: `cargo test --test suite office -- --ignored --nocapture`.

use crate::documents::{SAMPLES, sample};
use crate::samples::day;
use award_kit::archive::Project;
use award_kit::assessment::Assessment;
use award_kit::criteria::Pack;
use award_kit::export::{Options, Target, export};
use award_kit::language::Language;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the text stands on an A4 page, in points: without header and footer.
const BODY: [&str; 8] = ["-x", "0", "-y", "66", "-W", "595", "-H", "712"];

fn converted(pack: &Pack, assessment: &Assessment, target: Target, language: Language, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    std::fs::create_dir_all(&folder).expect("a folder");
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    let bytes = export(&Project::new(assessment.clone()), pack, target, &options).expect("a document");
    let (file, pdf) = (folder.join(format!("{name}.docx")), folder.join(format!("{name}.pdf")));
    let _ = std::fs::remove_file(&pdf);
    std::fs::write(&file, bytes).expect("the file is written");
    let profile = format!("-env:UserInstallation=file://{}", folder.join(["profile-", name].concat()).display());
    let done = Command::new("soffice")
        .arg(profile)
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &file])
        .output()
        .expect("LibreOffice is installed");
    assert!(done.status.success() && pdf.exists(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    pdf
}

/// The text of the pages without white space, which line breaks and columns put in, and without hyphens, which pdftotext
/// takes out at the end of a line.
fn read(pdf: &Path) -> String {
    let read = Command::new("pdftotext")
        .args(BODY)
        .arg("-nopgbrk")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    squeezed(&String::from_utf8_lossy(&read.stdout))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '-').collect()
}

/// What a person wrote for the items, in the order of the report.
fn answers(pack: &Pack, assessment: &Assessment) -> Vec<String> {
    let mut all = Vec::new();
    for (slot, _) in pack.items() {
        let record = assessment.item(slot);
        all.extend(record.answers().map(|answer| answer.to_string()));
        all.extend([record.strengths.to_string(), record.opportunities.to_string()]);
        all.extend(record.evidence.iter().map(|reference| reference.to_string()));
    }
    all.iter().flat_map(|text| text.lines()).map(squeezed).filter(|line| !line.is_empty()).collect()
}

#[test]
#[ignore = "takes minutes and needs LibreOffice and pdftotext"]
fn every_sample_converts_and_its_pdf_holds_every_answer_in_order() {
    for name in SAMPLES {
        for language in Language::ALL {
            let (pack, assessment) = sample(name, *language);
            let tag = language.tag();
            let told = read(&converted(&pack, &assessment, Target::Docx, *language, &format!("{name}.{tag}")));
            let (mut rest, all) = (told.as_str(), answers(&pack, &assessment));
            for line in &all {
                let at = rest
                    .find(line.as_str())
                    .unwrap_or_else(|| panic!("{name}.{tag}: missing or out of order: {line}"));
                rest = &rest[at + line.len()..];
            }
            assert!(!told.contains("HYPERLINK") && !told.contains("SEQ"), "{name}.{tag}: field codes show");
            let characters: usize = all.iter().map(|line| line.chars().count()).sum();
            println!("{name}.{tag}: {} lines, {characters} characters, all in order", all.len());
        }
    }
}

#[test]
#[ignore = "takes minutes and needs LibreOffice and pdftotext"]
fn every_feedback_report_converts_and_holds_strengths_and_opportunities() {
    for name in SAMPLES {
        for language in Language::ALL {
            let (pack, assessment) = sample(name, *language);
            let told = read(&converted(
                &pack,
                &assessment,
                Target::Feedback,
                *language,
                &format!("{name}.feedback.{}", language.tag()),
            ));
            for (slot, _) in pack.items() {
                let record = assessment.item(slot);
                for line in record.strengths.lines().chain(record.opportunities.lines()) {
                    assert!(told.contains(&squeezed(line)), "{name}.{}: {line}", language.tag());
                }
            }
        }
    }
}
