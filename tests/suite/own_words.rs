//! The kit's own words: whatever a file or a program beneath the kit says in English, no Chinese sentence repeats it.

use crate::samples::DEMO;
use award_kit::archive::{PanelRecord, Project, open_bytes, open_panel, open_scoring, read_training, subject_of, write, write_panel};
use award_kit::assessment::Assessment;
use award_kit::criteria::{Pack, PackFiles, write_pack_file};
use award_kit::export::{ExportError, Options, Target, export};
use award_kit::language::Language;
use award_kit::panel::Panel;
use award_kit::report::say;
use award_kit::worker::{Arguments, Given, perform};

/// English words that follow each other in a sentence: at least two, of two letters each, the first of them no name of a format.
fn english(sentence: &str) -> Vec<&str> {
    let runs = sentence.split(|mark: char| !(mark.is_ascii_alphabetic() || mark == ' ' || mark == '\''));
    let is_english = |run: &&str| {
        let words: Vec<&str> = run.split_whitespace().filter(|word| word.len() > 1).collect();
        words.len() > 1 && words.iter().any(|word| word.chars().all(|mark| mark.is_ascii_lowercase()))
    };
    runs.map(str::trim).filter(is_english).collect()
}

#[test]
fn english_words_in_a_chinese_sentence_are_seen() {
    assert_eq!(
        english("文件未能生成（invalid Zip archive: no end），请重试。"),
        ["invalid Zip archive", "no end"]
    );
    assert_eq!(english("该文件不是 JSON，请用 Excel 或 WPS 打开 E01 a.pdf。"), [""; 0]);
}

/// Files that are broken in the ways the programs beneath the kit have words for.
fn broken() -> Vec<Vec<u8>> {
    let texts = [
        "",
        "{",
        "{\"a\": }",
        "{\"a\": 1, \"a\": 2}",
        "[1, 2",
        "\"\\ud800\"",
        "{\"format\": \"award-kit.assessment\", \"version\": 1}",
        "{\"format\": \"award-kit.scoring\", \"version\": \"1.0\", \"pack\": 3}",
        "{\"format\": \"award-kit.pack\"}",
        "1e999",
        "<html><p>",
        "nonsense",
        "age-encryption.org/v1\n-> scrypt AAAA 18\n--- x\n",
        "age-encryption.org/v1\n-> X25519 AAAA\n",
    ];
    let bytes: [&[u8]; 6] = [
        b"\xff\xfe\x00\xd8",
        b"PK\x03\x04\xff\xff",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.7",
        b"\x8f\x00\x01",
    ];
    let texts = texts.iter().map(|text| text.as_bytes().to_vec());
    let mut all: Vec<Vec<u8>> = texts.chain(bytes.iter().map(|bytes| bytes.to_vec())).collect();
    // Zips that are cut off, or of which one part is changed.
    let project = Project::new(Assessment::blank(&DEMO));
    for target in [Target::Docx, Target::Xlsx] {
        let document = export(&project, &DEMO, target, &Options::new(Language::Zh)).expect("a document");
        let mut changed = document.clone();
        let middle = changed.len() / 2;
        changed[middle..middle + 40].fill(0);
        all.extend([document[..document.len() / 2].to_vec(), changed]);
    }
    all
}

#[test]
fn no_words_of_a_program_beneath_the_kit_reach_a_chinese_sentence() {
    let project = Project::new(Assessment::blank(&DEMO));
    let panel = Panel::new(&DEMO, subject_of(&DEMO, &project.assessment));
    let (pack, file) = (write_pack_file(&DEMO), write(&project, &DEMO));
    let record = write_panel(&PanelRecord::new(panel), &DEMO);
    let document = export(&project, &DEMO, Target::Docx, &Options::new(Language::Zh)).expect("a document");
    let text = |text: &str| Given::Text(text.to_owned());
    let (pack, file, record, none) = (text(&pack), text(&file), text(&record), text(""));
    let document = Given::Bytes(document);
    let tasks: [(&str, Vec<Given>); 13] = [
        (
            "export",
            vec![pack.clone(), file.clone(), text("docx"), none.clone(), none.clone(), record.clone()],
        ),
        ("bundle", vec![pack.clone(), file.clone(), none.clone(), record.clone()]),
        ("unbundle", vec![document.clone()]),
        ("unlock", vec![document.clone(), text("passphrase")]),
        ("fill", vec![pack.clone(), file.clone(), none.clone(), document.clone()]),
        ("minute", vec![pack.clone(), record.clone(), none.clone()]),
        (
            "compare",
            vec![pack.clone(), file.clone(), file.clone(), none.clone(), none.clone(), none.clone()],
        ),
        ("tracked", vec![pack.clone(), file.clone(), file.clone(), none.clone()]),
        ("template", vec![pack.clone(), file.clone(), text("2013"), text("3")]),
        ("table", vec![document.clone()]),
        ("split", vec![pack.clone(), file.clone(), document.clone()]),
        ("begin", vec![pack.clone(), file.clone(), document.clone(), text("[]"), text("1")]),
        ("return", vec![pack, file, document, text("质量部")]),
    ];
    let mut said = Vec::new();
    for bytes in broken() {
        let content = String::from_utf8_lossy(&bytes).into_owned();
        for (task, given) in &tasks {
            // Each file in turn; days, names and numbers stay what they are.
            let files = given
                .iter()
                .enumerate()
                .filter(|(_, given)| !matches!(given, Given::Text(text) if text.len() < 20));
            for (at, one) in files {
                let mut given = given.clone();
                given[at] = match one {
                    Given::Text(_) => Given::Text(content.clone()),
                    Given::Bytes(_) => Given::Bytes(bytes.clone()),
                };
                said.extend(perform(task, Language::Zh, &Arguments(given), &mut |_, _| {}).err());
            }
        }
        let opened = [
            open_bytes(&bytes).err(),
            open_scoring(&bytes).err(),
            open_panel(&bytes).err(),
            read_training(&bytes).err(),
        ];
        said.extend(opened.into_iter().flatten().map(|error| say::read_error(Language::Zh, &error)));
        let files = PackFiles {
            structure: &content,
            sources: &content,
            texts: &[("zh", &content)],
        };
        let faults = Pack::load(&files).err().unwrap_or_default();
        said.extend(faults.iter().map(|fault| say::fault(Language::Zh, fault)));
    }
    let detail = "invalid Zip archive: Could not find EOCD".to_owned();
    said.push(ExportError::Failed { detail }.sentence(Language::Zh));
    said.sort();
    said.dedup();
    println!("{} sentences", said.len());
    assert!(said.len() > 20);
    let wrong: Vec<(&String, Vec<&str>)> = said.iter().map(|said| (said, english(said))).filter(|(_, words)| !words.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
