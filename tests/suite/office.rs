//! What LibreOffice makes of the documents: every sample in both languages is converted, and the text of the PDF holds every
//! answer in order. What takes a minute is run by hand: `cargo test --test suite office -- --ignored --nocapture`.

use crate::documents::{SAMPLES, sample};
use crate::samples::day;
use crate::workbook_panel::{session, with_panel};
use award_kit::archive::Project;
use award_kit::assessment::{Assessment, Window};
use award_kit::criteria::Pack;
use award_kit::export::{Options, StyleSet, Target, Variant, export, minute, template};
use award_kit::language::Language;
use award_kit::report::{Block, submission};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the text stands on an A4 page, in points: without header and footer.
const BODY: [&str; 8] = ["-x", "0", "-y", "66", "-W", "595", "-H", "712"];

fn converted(pack: &Pack, assessment: &Assessment, target: Target, language: Language, name: &str) -> PathBuf {
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    let bytes = export(&Project::new(assessment.clone()), pack, target, &options).expect("a document");
    opened(&bytes, name, "docx")
}

/// The PDF LibreOffice makes of a file.
fn opened(bytes: &[u8], name: &str, ending: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    std::fs::create_dir_all(&folder).expect("a folder");
    let (file, pdf) = (folder.join(format!("{name}.{ending}")), folder.join(format!("{name}.pdf")));
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
#[ignore = "takes a minute and needs LibreOffice and pdftotext"]
fn every_sample_converts_and_its_pdf_holds_every_answer_in_order() {
    for name in SAMPLES {
        for language in Language::ALL {
            let (pack, assessment) = sample(name, *language);
            let tag = language.tag();
            let pdf = converted(&pack, &assessment, Target::Docx, *language, &format!("{name}.{tag}"));
            every_entry_of_the_contents_is_readable(&pack, &assessment, *language, &pdf);
            let told = read(&pdf);
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

/// Whether what converts and reads is installed; a run of everything needs it.
fn is_there() -> bool {
    let folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let there = |program: &str| folders.iter().any(|folder| folder.join(program).is_file());
    let all = there("soffice") && there("pdftotext");
    let needed = std::env::var_os("CI").is_some() || std::env::var_os("AWARD_KIT_FULL_TESTS").is_some();
    assert!(all || !needed, "LibreOffice and pdftotext are needed for this test and not installed");
    all
}

#[test]
fn the_letter_of_commitment_takes_the_second_page_alone_in_every_style() {
    if !is_there() {
        println!("left out: LibreOffice or pdftotext is not installed");
        return;
    }
    for set in &StyleSet::ALL {
        for language in Language::ALL {
            let (pack, assessment) = sample("manufacturing", *language);
            let options = Options::new(*language).told_as(Variant::Submission).in_style(set);
            let bytes = export(&Project::new(assessment), &pack, Target::Docx, &options).expect("a document");
            let pdf = opened(&bytes, &format!("clean.{}.{}", set.name, language.tag()), "docx");
            let words = language.words();
            let page = |number: &str| {
                let read = Command::new("pdftotext").args(["-f", number, "-l", number]).arg(&pdf).arg("-").output();
                squeezed(&String::from_utf8_lossy(&read.expect("pdftotext is installed").stdout))
            };
            for (number, told) in [
                ("2", words.clean_commitment()),
                ("2", words.clean_commitment_closing()),
                ("2", words.clean_signed_on()),
                ("3", words.report_contents()),
            ] {
                assert!(page(number).contains(&squeezed(told)), "{}, {}: {told}", set.name, language.tag());
            }
        }
    }
}

#[test]
#[ignore = "takes a minute and needs LibreOffice and pdftotext"]
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

/// Every heading that is listed stands on the first pages after the cover.
fn every_entry_of_the_contents_is_readable(pack: &Pack, assessment: &Assessment, language: Language, pdf: &Path) {
    let read = Command::new("pdftotext")
        .args(["-f", "2", "-l", "4"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    let plain = |text: &str| squeezed(text).replace('.', "");
    let contents = plain(&String::from_utf8_lossy(&read.stdout));
    for block in submission(pack, assessment, language, &Default::default()).blocks {
        if let Block::Heading { level: 1..=3, text } = block {
            let entry = plain(&text);
            assert!(contents.contains(&entry), "{text}: not listed");
        }
    }
}

#[test]
#[ignore = "takes a minute and needs LibreOffice and pdftotext"]
fn every_workbook_template_and_minute_converts_and_holds_what_it_is_about() {
    let years = Window::new(2013, 3).expect("a window");
    for name in SAMPLES {
        for language in Language::ALL {
            let (pack, assessment) = sample(name, *language);
            let (words, tag) = (language.words(), language.tag());
            let panel = session(&pack, &assessment);
            let workbook = with_panel(&pack, &assessment, &panel, false, *language);
            let told = read(&opened(&workbook, &format!("{name}.workbook.{tag}"), "xlsx"));
            for sheet in [words.workbook_sheet_scores(), words.workbook_sheet_panel(), words.workbook_sheet_register()] {
                assert!(told.contains(&squeezed(sheet)), "{name}.{tag}: {sheet}");
            }
            let template = template(&pack, &assessment, *language, years).expect("a template");
            assert!(!read(&opened(&template, &format!("{name}.template.{tag}"), "xlsx")).is_empty());
            let minute = minute(&panel, &pack, *language, false).expect("a minute");
            let told = read(&opened(&minute, &format!("{name}.minute.{tag}"), "docx"));
            for line in [words.minute_title(), words.minute_items(), "另有证据"] {
                assert!(told.contains(&squeezed(line)), "{name}.{tag}: {line}");
            }
        }
    }
}
