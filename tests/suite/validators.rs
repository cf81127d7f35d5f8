//! Every document the kit makes, looked at by validators and readers that share no code with it: openxml-audit (schema and
//! semantics), ooxml-integrity, python-docx and openpyxl. `cargo xtask setup test` installs them.

use crate::documents::{SAMPLES, sample};
use crate::samples::{BEIJING, day};
use crate::workbook_panel::session;
use award_kit::archive::Project;
use award_kit::assessment::{Action, Assessment, ItemChange, ProfileText, Window, text};
use award_kit::criteria::Pack;
use award_kit::export::{Options, StyleSet, Target, Variant, comparison, export, fill_template, minute, template};
use award_kit::language::Language;
use award_kit::report::Compared;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What no writer should stumble over: markup, characters XML cannot hold, none at all, long words, other directions.
const HOSTILE: [&str; 6] = [
    "<w:p/>&amp;]]><!-- \u{0}\u{b}\u{ffff} {{report}}",
    "\u{202e}abc\u{2028}d\u{2029}e\r\n\t\t",
    "=1+1\n@SUM(A1)\n'x",
    "𠀀𠀁 e\u{301}\u{200d}👩\u{200d}🔬",
    "_x000D_ _x0041_ &#65; %41",
    "質",
];

fn hostile() -> Assessment {
    let mut actions: Vec<Action> = Vec::new();
    for (at, field) in ProfileText::ALL.iter().enumerate() {
        actions.push(Action::Profile(*field, text(HOSTILE[at % HOSTILE.len()])));
    }
    for (at, (slot, _)) in BEIJING.items().enumerate() {
        let written = text([HOSTILE[at % HOSTILE.len()], &"长".repeat(3_000)].join("\n"));
        actions.push(Action::Item(slot, ItemChange::Strengths(written.clone())));
        actions.push(Action::Item(slot, ItemChange::AddEvidence(text(HOSTILE[(at + 1) % HOSTILE.len()]))));
        for scope in 0..2 {
            let answer = ItemChange::Answer {
                scope,
                factor: 0,
                text: written.clone(),
            };
            actions.push(Action::Item(slot, answer));
        }
    }
    actions.iter().fold(crate::documents::with_figures(), |before, action| action.apply(&before))
}

/// All documents of one assessment, by the name of their file.
fn documents(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<(String, Vec<u8>)> {
    let project = Project::new(assessment.clone());
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    let of = |target| export(&project, pack, target, &options).expect("a document");
    let told_as = |variant| export(&project, pack, Target::Docx, &options.told_as(variant)).expect("a document");
    let blank = Assessment::blank(pack);
    let compared = Compared {
        before: &blank,
        after: assessment,
        name: "去年.json",
        note: "",
    };
    let years = Window::new(2013, 3).expect("years");
    let mut made = vec![
        ("draft.docx".to_owned(), of(Target::Docx)),
        ("feedback.docx".to_owned(), of(Target::Feedback)),
        ("defence.docx".to_owned(), told_as(Variant::Defence)),
        ("site-review.docx".to_owned(), told_as(Variant::SiteReview)),
        ("workbook.xlsx".to_owned(), of(Target::Xlsx)),
        (
            "minute.docx".to_owned(),
            minute(&session(pack, assessment), pack, language, false).expect("a minute"),
        ),
        (
            "comparison.docx".to_owned(),
            comparison(pack, &compared, language, options.draft_date).expect("a comparison"),
        ),
        ("figures.xlsx".to_owned(), template(pack, assessment, language, years).expect("a workbook")),
    ];
    // A style set changes styles and widths alone: what is blank and what is hostile stands for the others.
    let sets = if assessment.fictional { &StyleSet::ALL[..1] } else { &StyleSet::ALL[..] };
    for set in sets {
        let options = options.told_as(Variant::Submission).in_style(set_of(set));
        made.push((
            format!("clean-{}.docx", set.name),
            export(&project, pack, Target::Docx, &options).expect("a document"),
        ));
    }
    let agency = agency(&made[0].1);
    made.push(("agency.docx".to_owned(), fill_template(&project, pack, &options, &agency).expect("filled").0));
    made
}

/// A document of the kit's with a template's body in its place: all parts Word asks for, and other styles than those of
/// [`crate::agency_template`].
fn agency(document: &[u8]) -> Vec<u8> {
    let places = [
        "{{organisation.name}} {{date}}",
        "{{applicant}}",
        "{{contents}}",
        "{{tables}}",
        "{{figures}}",
        "{{units}}",
        "{{profile}}",
        "{{model}}",
        "{{report}}",
        "{{evidence}}",
    ];
    let lines = places.map(|place| format!("<w:p><w:r><w:t>{place}</w:t></w:r></w:p>")).concat();
    let mut archive = ZipArchive::new(Cursor::new(document)).expect("a zip file");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut content = String::new();
        let name = entry.name().to_owned();
        if name.starts_with("word/charts") || name.starts_with("word/embeddings") {
            continue;
        }
        entry.read_to_string(&mut content).expect("its text");
        let lists = name == "[Content_Types].xml" || name == "word/_rels/document.xml.rels";
        if lists {
            let kept = content.split_inclusive('>').filter(|tag| !tag.contains("charts/chart"));
            content = kept.collect();
        } else if name == "word/document.xml" {
            let (head, _) = content.split_once("<w:body>").expect("a body");
            let (_, section) = content.rsplit_once("<w:sectPr>").expect("a section");
            content = [head, "<w:body>", &lines, "<w:sectPr>", section].concat();
        }
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_bytes()).expect("its content");
    }
    writer.finish().expect("a file").into_inner()
}

fn set_of(set: &StyleSet) -> &'static StyleSet {
    StyleSet::from_name(set.name).expect("a set of that name")
}

/// Where `cargo xtask setup test` puts them (xtask/src/validators.rs).
fn python() -> PathBuf {
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| std::env::home_dir().unwrap_or_default().join(".cargo"), PathBuf::from);
    cargo.join("award-kit-tools/validators/bin/python")
}

#[test]
fn independent_validators_find_no_fault_in_any_document() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("validated");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut count = 0;
    let mut keep = |name: &str, language: Language, made: Vec<(String, Vec<u8>)>| {
        for (kind, bytes) in made {
            std::fs::write(folder.join(format!("{name}.{}.{kind}", language.tag())), bytes).expect("the file is written");
            count += 1;
        }
    };
    for &language in Language::ALL {
        for name in SAMPLES {
            let (pack, assessment) = sample(name, language);
            keep(name, language, documents(&pack, &assessment, language));
        }
        keep("blank", language, documents(&BEIJING, &Assessment::blank(&BEIJING), language));
        keep("hostile", language, documents(&BEIJING, &hostile(), language));
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/validators/check.py");
    let done = Command::new(python())
        .arg(script)
        .arg(&folder)
        .output()
        .expect("run `cargo xtask setup test` first");
    let told = String::from_utf8_lossy(&done.stdout);
    let found: serde_json::Value = serde_json::from_str(&told).unwrap_or_else(|_| panic!("{told}{}", String::from_utf8_lossy(&done.stderr)));
    assert_eq!(found["documents"], count, "every document was looked at");
    assert_eq!(found["faults"], serde_json::json!({}), "{:#}", found["faults"]);
}
