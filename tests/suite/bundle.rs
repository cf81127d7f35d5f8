//! The submission as one zip: what goes in comes out, byte for byte; what was changed is named; no name leads astray.

use crate::samples::{AWKWARD, BEIJING, DEMO, NEW, after, assessments, cases, day};
use award_kit::archive::versions::Version;
use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::{Action, Assessment, EvidenceEntry, EvidenceFile, RegisterChange, text};
use award_kit::command::run;
use award_kit::export::bundle::{
    BundleContents, BundleError, EvidencePart, NamedBytes, Unbundled, VersionPart, bundle, is_bundle, is_safe_path, read_bundle, sha256, write_bundle,
};
use award_kit::export::{Options, Target, export};
use award_kit::language::{Language, codes};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

fn attach(number: &str, name: &str, content: &[u8]) -> Action {
    Action::Register(RegisterChange::Add(
        NEW,
        std::rc::Rc::new(EvidenceEntry {
            number: text(number),
            place: text("档案室"),
            file: Some(EvidenceFile {
                name: text(name),
                size: content.len() as u64,
                media_type: text("application/pdf"),
                sha256: text(sha256(content)),
            }),
            ..EvidenceEntry::default()
        }),
    ))
}

fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    archive.file_names().map(str::to_owned).collect()
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut content = Vec::new();
    archive.by_name(name).expect(name).read_to_end(&mut content).expect("it unpacks");
    content
}

fn manifest(bytes: &[u8]) -> Value {
    serde_json::from_slice(&part(bytes, "manifest.json")).expect("JSON")
}

/// Makes an entry of a zip into another one, or takes it away.
type Change<'a> = &'a dyn Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)>;

/// The same zip with its entries changed, left out or added.
fn repacked(bytes: &[u8], change: Change<'_>, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in names(bytes) {
        if let Some((name, content)) = change(&name, part(bytes, &name)) {
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

fn same(name: &str, content: Vec<u8>) -> Option<(String, Vec<u8>)> {
    Some((name.to_owned(), content))
}

fn contents(evidence: Vec<EvidencePart>) -> BundleContents {
    BundleContents {
        project: NamedBytes {
            name: "自评.json".into(),
            bytes: b"{}".to_vec(),
        },
        documents: vec![NamedBytes {
            name: "申报材料.docx".into(),
            bytes: b"PK".to_vec(),
        }],
        evidence,
        versions: Vec::new(),
        receipt: None,
    }
}

fn evidence(number: &str, file: &str, content: &[u8]) -> EvidencePart {
    EvidencePart {
        number: number.into(),
        file: file.into(),
        sha256: sha256(content),
        bytes: Some(content.to_vec()),
    }
}

fn made(project: &Project, files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let day = Some(day("2016-11-20"));
    bundle(
        project,
        &BEIJING,
        &Options::new(Language::Zh).dated(day),
        &mut |hash| files.get(hash).cloned(),
        Vec::new(),
        &mut |_, _| {},
    )
    .expect("a bundle")
}

/// An earlier version of a moment, which names files by their hashes.
fn version(at: f64, content: &[u8], files: &[&str]) -> VersionPart {
    let version = Version {
        at,
        occasion: "day_end".into(),
        name: "送审稿".into(),
        pack: "beijing-2016".into(),
        points: "542".into(),
        rated: 20,
        items: 23,
        files: files.iter().map(|hash| (*hash).to_owned()).collect(),
    };
    VersionPart {
        version,
        content: content.to_vec(),
    }
}

#[test]
fn earlier_versions_come_back_with_the_files_only_they_name() {
    let (handbook, older) = (b"handbook".to_vec(), b"older handbook".to_vec());
    let project = Project::new(assessment_with(&handbook));
    let files = BTreeMap::from([(sha256(&handbook), handbook.clone()), (sha256(&older), older.clone())]);
    let gone = sha256(b"gone");
    let versions = vec![
        version(1_479_000_000_000.0, b"{\"first\":1}", &[&sha256(&older), &gone]),
        version(1_479_200_000_000.0, b"{\"second\":2}", &[&sha256(&handbook), &sha256(&older)]),
    ];
    let bytes = bundle(
        &project,
        &BEIJING,
        &Options::new(Language::Zh),
        &mut |hash| files.get(hash).cloned(),
        versions.clone(),
        &mut |_, _| {},
    )
    .expect("a bundle");
    assert_eq!(manifest(&bytes)["versions"][0]["name"], "versions/1479000000000.json");
    assert_eq!(manifest(&bytes)["missing"], json!([]), "what the register names is all there");
    let read = read_bundle(&bytes).expect("it reads");
    assert_eq!(read.versions, versions);
    let hashes: Vec<&str> = read.files.iter().map(|file| file.sha256.as_str()).collect();
    assert_eq!(hashes, [sha256(&handbook), sha256(&older)], "each once");
    // Made anew on the command line they go along.
    let folder = Folder::new("versions");
    let (first, second) = (folder.put("first.zip", &bytes), folder.at("second.zip"));
    assert_eq!(called(&["export", &first, "--to", "zip", "-o", &second]).2, 0);
    let again = read_bundle(&fs::read(&second).expect("a file")).expect("it reads");
    assert_eq!((again.versions, again.files), (versions, read.files));
}

#[test]
fn a_version_that_was_changed_or_names_no_moment_is_refused() {
    let mut packed = contents(Vec::new());
    packed.versions = vec![version(1.0, b"one", &[])];
    let bytes = write_bundle(&packed).expect("a bundle");
    let changed = repacked(
        &bytes,
        &|name, content| same(name, if name.starts_with("versions/") { b"two".to_vec() } else { content }),
        &[],
    );
    let name = "versions/1.json".to_owned();
    assert_eq!(read_bundle(&changed), Err(BundleError::Changed { name }));
    for at in [json!(-1), json!(0.5), json!(1e300)] {
        let mut listed = manifest(&bytes);
        listed["versions"][0]["version"]["at"] = at.clone();
        let manifest = |name: &str, content| same(name, if name == "manifest.json" { listed.to_string().into_bytes() } else { content });
        let refused = read_bundle(&repacked(&bytes, &manifest, &[]));
        let detail = "/versions/0/version/at".to_owned();
        assert_eq!(refused, Err(BundleError::BadManifest { detail }), "{at}");
    }
}

#[test]
fn a_hash_is_that_of_fips_180_4() {
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn a_bundle_holds_project_documents_and_evidence_and_gives_them_back() {
    let handbook = b"%PDF-1.4 \x00\xff handbook".to_vec();
    let assessment = after(
        &BEIJING,
        &[
            attach("E01", "手册.pdf", &handbook),
            attach("E02", "手册（同一份）.pdf", &handbook),
            attach("E03", "没有.pdf", b"not here"),
        ],
    );
    let project = Project::new(assessment);
    let files = BTreeMap::from([(sha256(&handbook), handbook.clone())]);
    let bytes = made(&project, &files);
    assert!(is_bundle(&bytes));
    assert_eq!(bytes, made(&project, &files), "same contents, same bytes");
    let listed = manifest(&bytes);
    assert_eq!(listed["evidence"][0]["name"], "evidence/E01-手册.pdf");
    assert_eq!(listed["evidence"][1]["name"], "evidence/E01-手册.pdf", "one file serves two entries");
    assert_eq!(
        listed["missing"],
        json!([{ "number": "E03", "file": "没有.pdf", "sha256": sha256(b"not here") }])
    );
    let own = listed["project"]["name"].as_str().expect("a name");
    let document = listed["documents"][0]["name"].as_str().expect("a name");
    assert!(own.ends_with("2016-11-20.json") && document.ends_with("2016-11-20.docx"), "{own} {document}");
    let handbook_at = Some("evidence/E01-手册.pdf".to_owned());
    let files = [handbook_at.clone(), handbook_at, None];
    let options = Options::new(Language::Zh).dated(Some(day("2016-11-20"))).with_files(&files);
    let docx = export(&project, &BEIJING, Target::Docx, &options).expect("a document");
    assert_eq!(part(&bytes, document), docx);
    let Unbundled {
        project: text,
        files,
        differing,
        versions,
    } = read_bundle(&bytes).expect("it reads");
    assert!(differing.is_empty() && versions.is_empty());
    assert_eq!(text, write(&project, &BEIJING).into_bytes());
    assert_eq!(open_bytes(&text).expect("a file").with_pack(&BEIJING).expect("it fits"), project);
    assert_eq!(files.len(), 1);
    assert_eq!((&files[0].bytes, &files[0].sha256), (&handbook, &sha256(&handbook)));
}

#[test]
fn a_bundle_without_evidence_files_is_made_by_the_common_door() {
    let project = Project::blank(&DEMO);
    let bytes = export(&project, &DEMO, Target::Zip, &Options::new(Language::En)).expect("a bundle");
    assert_eq!(read_bundle(&bytes).expect("it reads").project, write(&project, &DEMO).into_bytes());
}

#[test]
fn times_in_a_bundle_are_fixed() {
    let bytes = write_bundle(&contents(vec![evidence("E01", "a.pdf", b"1")])).expect("a bundle");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a zip");
    for at in 0..archive.len() {
        let entry = archive.by_index(at).expect("an entry");
        assert_eq!(entry.last_modified().expect("a time").year(), 1980);
    }
}

#[test]
fn hostile_names_are_made_safe_and_stay_apart() {
    for (number, file, expected) in [
        ("E01", "../../etc/passwd", "evidence/E01-etc passwd"),
        ("E01", "/abs.pdf", "evidence/E01-abs.pdf"),
        ("E01", "C:\\temp\\a.PDF", "evidence/E01-C temp a.PDF"),
        ("E01", "a\u{0}b\u{1b}\n.pdf", "evidence/E01-a b.pdf"),
        ("E01", "\u{202e}fdp.exe", "evidence/E01-fdp.exe"),
        ("E01", "", "evidence/E01"),
        ("E01", "...", "evidence/E01"),
        ("CON", "", "evidence/CON-file"),
        ("E01", "con.txt", "evidence/E01-con.txt"),
        ("E01", "报告.pdf", "evidence/E01-报告.pdf"),
        ("E01", ".gitignore", "evidence/E01.gitignore"),
    ] {
        let bytes = write_bundle(&contents(vec![evidence(number, file, b"1")])).expect("a bundle");
        assert_eq!(manifest(&bytes)["evidence"][0]["name"], expected, "{file:?}");
        assert!(read_bundle(&bytes).is_ok(), "{file:?}");
    }
    let long = "长".repeat(1000) + ".pdf";
    let twice = vec![
        evidence("E1", &long, b"1"),
        evidence("e1", &long, b"2"),
        evidence("E1", "x.pdf", b"3"),
        evidence("E1", "X.pdf", b"4"),
    ];
    let bytes = write_bundle(&contents(twice)).expect("a bundle");
    let given: Vec<String> = names(&bytes).into_iter().filter(|name| name.starts_with("evidence/")).collect();
    assert!(given.iter().all(|name| name.len() < 255 && name.ends_with(".pdf")), "{given:?}");
    let mut folded: Vec<String> = given.iter().map(|name| name.to_lowercase()).collect();
    folded.sort();
    folded.dedup();
    assert_eq!(folded.len(), 4);
}

#[test]
fn a_path_that_leads_out_of_its_folder_is_not_safe() {
    for safe in ["a", "a/b.pdf", "evidence/E01-手册.pdf", "a..b", "console.txt"] {
        assert!(is_safe_path(safe), "{safe}");
    }
    for unsafe_path in [
        "",
        "/a",
        "../a",
        "a/../b",
        "a/./b",
        "a//b",
        "a\\b",
        "C:a",
        "a\u{0}",
        "a\u{202e}b",
        "nul",
        "a/CON.txt",
        "..",
        "a/",
        "a/...",
    ] {
        assert!(!is_safe_path(unsafe_path), "{unsafe_path:?}");
    }
}

#[test]
fn what_is_wrong_with_a_zip_is_told_by_name() {
    let bytes = write_bundle(&contents(vec![evidence("E01", "a.pdf", b"first"), evidence("E02", "b.pdf", b"second")])).expect("a bundle");
    let with_manifest = |change: &dyn Fn(&mut Value)| {
        let mut changed = manifest(&bytes);
        change(&mut changed);
        repacked(
            &bytes,
            &|name, content| same(name, if name == "manifest.json" { changed.to_string().into_bytes() } else { content }),
            &[],
        )
    };
    let name = |name: &str| name.to_owned();
    let cases: Vec<(&str, Vec<u8>, BundleError)> = vec![
        ("empty", Vec::new(), BundleError::NotZip),
        ("text", b"{}".to_vec(), BundleError::NotZip),
        ("cut off", bytes[..bytes.len() - 30].to_vec(), BundleError::NotZip),
        (
            "without a manifest",
            repacked(&bytes, &|name, content| if name == "manifest.json" { None } else { same(name, content) }, &[]),
            BundleError::NoManifest,
        ),
        (
            "of another kind",
            with_manifest(&|manifest| manifest["format"] = json!("other")),
            BundleError::NoManifest,
        ),
        (
            "newer",
            with_manifest(&|manifest| manifest["version"] = json!("2.0")),
            BundleError::BadManifest { detail: name("2.0") },
        ),
        (
            "of the wrong kind",
            with_manifest(&|manifest| manifest["evidence"][0]["size"] = json!("5")),
            BundleError::BadManifest {
                detail: name("/evidence/0/size"),
            },
        ),
        (
            "not JSON",
            repacked(
                &bytes,
                &|name, content| same(name, if name == "manifest.json" { b"{\n!".to_vec() } else { content }),
                &[],
            ),
            BundleError::BadManifest { detail: name("2:1") },
        ),
        (
            "without a file",
            repacked(&bytes, &|name, content| if name.contains("E02") { None } else { same(name, content) }, &[]),
            BundleError::Missing {
                name: name("evidence/E02-b.pdf"),
            },
        ),
        (
            "with a changed byte",
            repacked(
                &bytes,
                &|name, content| same(name, if name.contains("E02") { b"sEcond".to_vec() } else { content }),
                &[],
            ),
            BundleError::Changed {
                name: name("evidence/E02-b.pdf"),
            },
        ),
        (
            "with a way out",
            repacked(&bytes, &same, &[("../evil.txt", b"x")]),
            BundleError::UnsafeName { name: name("../evil.txt") },
        ),
        (
            "with a way out in the manifest",
            with_manifest(&|manifest| manifest["evidence"][0]["name"] = json!("../a")),
            BundleError::UnsafeName { name: name("../a") },
        ),
        (
            "that would be too large",
            with_manifest(&|manifest| manifest["evidence"][0]["size"] = json!(500_000_001)),
            BundleError::TooLarge,
        ),
        (
            "with a project that is too large",
            with_manifest(&|manifest| manifest["project"]["size"] = json!(20_000_001)),
            BundleError::TooLarge,
        ),
    ];
    for (what, bytes, expected) in cases {
        let error = read_bundle(&bytes).expect_err(what);
        assert_eq!(error, expected, "{what}");
        for language in Language::ALL {
            assert!(!error.sentence(*language).contains(['{', '}', '\n']), "{what}");
        }
    }
    for code in BundleError::CODES {
        assert!(Language::ALL.iter().all(|language| language.words().has_code(&codes::ERROR, code)), "{code}");
    }
}

#[test]
fn a_bundle_with_a_document_edited_or_deleted_opens_and_says_so() {
    let bytes = write_bundle(&contents(vec![evidence("E02", "b.pdf", b"second")])).expect("a bundle");
    let whole = read_bundle(&bytes).expect("it reads");
    assert_eq!((whole.differing.len(), whole.told(Language::En)), (0, None));
    let edited = repacked(
        &bytes,
        &|name, content| same(name, if name.ends_with("docx") { b"PKK".to_vec() } else { content }),
        &[],
    );
    let deleted = repacked(&bytes, &|name, content| if name.ends_with("docx") { None } else { same(name, content) }, &[]);
    let renamed = repacked(&bytes, &|name, content| same(&name.replace("申报", "改名"), content), &[]);
    for (bytes, differs) in [(edited, true), (deleted, true), (renamed, false)] {
        let read = read_bundle(&bytes).expect("it reads");
        assert_eq!((&read.project, &read.files), (&whole.project, &whole.files));
        assert_eq!(read.differing, if differs { vec!["申报材料.docx".to_owned()] } else { Vec::new() });
        for language in Language::ALL {
            let told = read.told(*language);
            assert_eq!(told.is_some(), differs);
            assert!(told.is_none_or(|told| told.contains("申报材料.docx") && !told.contains(['{', '\n'])));
        }
    }
}

#[test]
fn a_bundle_packed_anew_in_a_folder_beside_other_files_still_reads() {
    let bytes = write_bundle(&contents(vec![evidence("E01", "a.pdf", b"first")])).expect("a bundle");
    let moved = repacked(
        &bytes,
        &|name, content| same(&format!("材料/{name}"), content),
        &[("__MACOSX/._材料", b"x"), (".DS_Store", b"y")],
    );
    assert_eq!(read_bundle(&moved), read_bundle(&bytes));
}

#[test]
fn a_bundle_packed_anew_by_another_program_reads_whatever_that_does_to_names() {
    let bytes = write_bundle(&contents(vec![evidence("E01", "手册é.pdf", b"first"), evidence("E02", "b.pdf", b"other")])).expect("a bundle");
    type Moved<'a> = &'a dyn Fn(&str) -> String;
    let moves: [(&str, Moved<'_>); 4] = [
        ("two folders", &|name| format!("材料/材料/{name}")),
        ("strokes of the other kind", &|name| format!("材料/{name}").replace('/', "\\")),
        ("decomposed letters", &|name| name.replace('é', "e\u{301}")),
        ("letters of another encoding", &|name| {
            name.chars().map(|mark| if mark.is_ascii() { mark } else { '╩' }).collect()
        }),
    ];
    for (what, moved) in moves {
        let moved = repacked(&bytes, &|name, content| same(&moved(name), content), &[]);
        assert_eq!(read_bundle(&moved), read_bundle(&bytes), "{what}");
    }
    let marked = |name: &str, content: Vec<u8>| {
        let mark: &[u8] = if name == "manifest.json" { b"\xef\xbb\xbf" } else { b"" };
        same(name, [mark, &content].concat())
    };
    assert_eq!(read_bundle(&repacked(&bytes, &marked, &[])), read_bundle(&bytes));
}

/// A zip with the names of its members in GBK, as tools on Chinese systems write them: without the mark that they are UTF-8.
fn in_gbk(zip: &[u8], names: &[String]) -> Vec<u8> {
    let mut changed = zip.to_vec();
    for name in names.iter().filter(|name| !name.is_ascii()) {
        let (gbk, _, lossy) = encoding_rs::GBK.encode(name);
        assert!(!lossy, "{name}");
        // Each letter was written as so many signs as GBK has bytes.
        let stand_in = placeholder(name);
        assert_eq!(stand_in.len(), gbk.len());
        let places: Vec<usize> = (0..changed.len()).filter(|at| changed[*at..].starts_with(stand_in.as_bytes())).collect();
        assert_eq!(places.len(), 2, "{name} stands before its content and in the list at the end");
        for at in places {
            changed[at..at + gbk.len()].copy_from_slice(&gbk);
        }
    }
    changed
}

fn placeholder(name: &str) -> String {
    name.chars()
        .map(|mark| if mark.is_ascii() { mark.to_string() } else { "~~".to_owned() })
        .collect()
}

#[test]
fn a_bundle_packed_anew_with_names_in_gbk_reads() {
    let bytes = write_bundle(&contents(vec![
        evidence("E01", "手册.pdf", b"first"),
        evidence("E02", "管理评审.pdf", b"other"),
    ]))
    .expect("a bundle");
    let in_folder = |name: &str| format!("材料/{name}");
    let moved = repacked(&bytes, &|name, content| same(&placeholder(&in_folder(name)), content), &[]);
    let names: Vec<String> = names(&bytes).iter().map(|name| in_folder(name)).collect();
    let moved = in_gbk(&moved, &names);
    assert!(std::str::from_utf8(&moved).is_err() && !String::from_utf8_lossy(&moved).contains("手册"));
    assert_eq!(read_bundle(&moved), read_bundle(&bytes));
}

/// A folder of this test alone, gone when it is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("award-kit-bundle-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }
    fn put(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, content).expect("a file");
        path.to_string_lossy().into_owned()
    }
    fn at(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn called(words: &[&str]) -> (String, String, u8) {
    let words = std::iter::once("award-kit").chain(words.iter().copied()).map(OsString::from);
    let finished = run(words, day("2016-11-20"));
    (finished.output, finished.error, finished.status)
}

#[test]
fn the_command_line_packs_evidence_by_its_content_and_opens_a_bundle_wherever_an_assessment_is_taken() {
    let folder = Folder::new("packs");
    let assessment = after(&BEIJING, &[attach("E01", "手册.pdf", b"handbook"), attach("E02", "b.pdf", b"second")]);
    let source = folder.put("a.json", write(&Project::new(assessment), &BEIJING).as_bytes());
    folder.put("files/deep/renamed.bin", b"handbook");
    folder.put("files/unrelated.txt", b"something");
    let (zip, again) = (folder.at("a.zip"), folder.at("again.zip"));
    let files = folder.at("files");
    let (told, error, status) = called(&["export", &source, "--to", "zip", "--evidence", &files, "-o", &zip]);
    assert_eq!((error.as_str(), status), ("", 0));
    assert!(told.contains("E02") && told.contains("b.pdf") && told.lines().count() == 1, "{told}");
    let bytes = fs::read(&zip).expect("the bundle");
    let read = read_bundle(&bytes).expect("it reads");
    assert_eq!(read.files[0].bytes, b"handbook");
    for words in [&["score"][..], &["check"], &["eligibility"], &["indicators"]] {
        let of = |file: &str| called(&[words, &[file]].concat());
        assert_eq!(of(&zip), of(&source), "{words:?}");
        assert_eq!(of(&zip).2, 0, "{words:?}");
    }
    let (_, error, status) = called(&["export", &zip, "--to", "zip", "-o", &again]);
    assert_eq!((error.as_str(), status), ("", 0));
    assert_eq!(fs::read(&again).expect("the bundle"), bytes, "its own evidence goes along");
}

#[test]
fn the_command_line_refuses_evidence_that_was_changed_and_damaged_bundles() {
    let folder = Folder::new("refuses");
    let assessment = after(&BEIJING, &[attach("E01", "手册.pdf", b"handbook")]);
    let source = folder.put("a.json", write(&Project::new(assessment), &BEIJING).as_bytes());
    folder.put("files/手册.pdf", b"another edition");
    let (zip, files) = (folder.at("a.zip"), folder.at("files"));
    let (_, error, status) = called(&["export", &source, "--to", "zip", "--evidence", &files, "-o", &zip]);
    assert!(status == 2 && error.contains("E01") && error.contains("手册.pdf"), "{error}");
    assert!(!PathBuf::from(&zip).exists());
    let (_, error, status) = called(&["export", &source, "--to", "json", "--evidence", &files, "-o", &zip]);
    assert!(status == 2 && error.contains("--evidence"), "{error}");
    let (_, error, status) = called(&["export", &source, "--to", "zip", "--evidence", &folder.at("nowhere"), "-o", &zip]);
    assert!(status == 2 && error.contains("nowhere"), "{error}");
    let damaged = folder.put("damaged.zip", b"PK\x03\x04 and nothing more");
    for command in ["score", "check"] {
        let (_, error, status) = called(&[command, &damaged]);
        assert!(status == 2 && error.contains("damaged.zip"), "{error}");
    }
}

/// Any evidence file: with awkward names, at hand or not.
fn parts() -> impl Strategy<Value = EvidencePart> {
    let name = prop_oneof![select(AWKWARD).prop_map(String::from), "[a-zA-Z./\\\\: ]{0,12}", Just("a.pdf".to_owned())];
    ("[A-Z]{1,2}[0-9]{1,2}", name, option::of(vec(any::<u8>(), 0..40))).prop_map(|(number, file, bytes)| EvidencePart {
        number,
        file,
        sha256: sha256(bytes.as_deref().unwrap_or(b"elsewhere")),
        bytes,
    })
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn what_goes_into_a_bundle_comes_out_of_it(assessment in assessments(&DEMO), evidence in vec(parts(), 0..8)) {
        let project = write(&Project::new(assessment), &DEMO).into_bytes();
        let contents = BundleContents { project: NamedBytes { name: "自评.json".into(), bytes: project.clone() }, ..contents(evidence.clone()) };
        let bytes = write_bundle(&contents).expect("a bundle");
        prop_assert_eq!(&bytes, &write_bundle(&contents).expect("a bundle"));
        let read = read_bundle(&bytes).expect("it reads");
        prop_assert_eq!(read.project, project);
        for part in &evidence {
            let found = read.files.iter().find(|file| file.sha256 == part.sha256).map(|file| &file.bytes);
            prop_assert_eq!(found, part.bytes.as_ref());
        }
        prop_assert!(names(&bytes).iter().all(|name| is_safe_path(name)));
    }

    #[test]
    fn a_changed_byte_is_found_and_named(evidence in vec(parts(), 1..6), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let bytes = write_bundle(&contents(evidence)).expect("a bundle");
        let all: Vec<String> = names(&bytes).into_iter().filter(|name| name != "manifest.json" && !part(&bytes, name).is_empty()).collect();
        let target = at.get(&all);
        // What a document held is in the assessment.
        let is_document = target.ends_with("docx");
        let changed = repacked(&bytes, &|name, mut content| {
            if name == target {
                let place = at.index(content.len());
                content[place] ^= 1 << bit;
            }
            same(name, content)
        }, &[]);
        match read_bundle(&changed) {
            Ok(read) => prop_assert!(is_document && read.differing == [target.clone()], "{}", target),
            refused => prop_assert_eq!(refused, Err(BundleError::Changed { name: target.clone() })),
        }
    }
}

#[test]
fn the_tasks_of_the_worker_pack_and_unpack() {
    use award_kit::criteria::write_pack_file;
    use award_kit::worker::{Arguments, Given, Made, perform};
    let content = write(&Project::new(assessment_with(b"handbook")), &BEIJING);
    let given = Arguments(vec![
        Given::Text(write_pack_file(&BEIJING)),
        Given::Text(content.clone()),
        Given::Text("2016-11-20".into()),
        Given::Text(String::new()),
        Given::Text(String::new()),
        Given::Text(String::new()),
        Given::Text(String::new()),
        Given::Text(json!([{ "at": 5, "occasion": "asked", "name": "", "pack": "", "points": "", "rated": 0, "items": 0, "files": [] }]).to_string()),
        Given::Text("{}".into()),
        Given::Bytes(b"handbook".to_vec()),
    ]);
    let mut heard = Vec::new();
    let made = perform("bundle", Language::Zh, &given, &mut |done, of| heard.push((done, of)));
    let Ok(Made::Bytes(bytes)) = made else { panic!("{made:?}") };
    assert!(heard.windows(2).all(|pair| pair[0].0 < pair[1].0) && heard.len() > 1, "{heard:?}");
    let unpacked = perform("unbundle", Language::Zh, &Arguments(vec![Given::Bytes(bytes)]), &mut |_, _| {});
    let Ok(Made::Parts(parts)) = unpacked else { panic!("{unpacked:?}") };
    let told: Value = serde_json::from_slice(&parts[1]).expect("JSON");
    assert_eq!((&told["hashes"], &told["told"]), (&json!([sha256(b"handbook")]), &Value::Null));
    assert_eq!(told["versions"][0]["occasion"], "asked");
    assert_eq!([&parts[0], &parts[2], &parts[3]], [content.as_bytes(), b"handbook", b"{}"]);
    let refused = perform("unbundle", Language::Zh, &Arguments(vec![Given::Bytes(b"no".to_vec())]), &mut |_, _| {});
    assert_eq!(refused, Err(BundleError::NotZip.sentence(Language::Zh)));
}

fn assessment_with(content: &[u8]) -> Assessment {
    after(&BEIJING, &[attach("E01", "手册.pdf", content)])
}
