//! `--passphrase-file`: every command that reads an assessment opens a locked one, and what is written under a name ending in
//! `.age` is locked.

use crate::command_line::{answer, folder, put, refusal};
use std::fs;
use std::path::Path;

const SAMPLE: &str = "assets/samples/manufacturing.zh.json";
const PASSPHRASE: &str = "质量 2016";

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// A folder with a passphrase file and the sample, locked by the command line itself.
fn locked_sample(name: &str) -> (std::path::PathBuf, String, String) {
    let folder = folder(name);
    let secret = put(&folder, "secret", PASSPHRASE);
    let locked = path(&folder, "sample.json.age");
    answer(&["export", SAMPLE, "--to", "json", "-o", &locked, "--passphrase-file", &secret]);
    (folder, secret, locked)
}

#[test]
fn an_assessment_is_locked_and_every_command_opens_it() {
    let (folder, secret, locked) = locked_sample("lock-all");
    assert!(fs::read(&locked).expect("a file").starts_with(b"age-encryption.org/v1\n-> scrypt "));
    let open: Vec<Vec<&str>> = vec![vec!["score"], vec!["indicators"], vec!["eligibility"], vec!["check"]];
    for command in open {
        let (mut plain, mut opened) = (command.clone(), command);
        plain.push(SAMPLE);
        opened.extend([&*locked, "--passphrase-file", &secret]);
        assert_eq!(answer(&plain), answer(&opened), "{plain:?}");
    }
    let back = path(&folder, "back.json");
    answer(&["export", &locked, "--to", "json", "-o", &back, "--passphrase-file", &secret]);
    let again = path(&folder, "again.json");
    answer(&["export", SAMPLE, "--to", "json", "-o", &again]);
    assert_eq!(fs::read(&back).expect("a file"), fs::read(&again).expect("a file"));
}

#[test]
fn a_bundle_a_part_a_copy_and_a_merge_are_locked_and_opened() {
    let (folder, secret, locked) = locked_sample("lock-others");
    let with = ["--passphrase-file", &*secret];
    let run = |arguments: &[&str]| answer(&[arguments, &with].concat());
    let (zip, part, copy, merged) = (
        path(&folder, "sample.zip.age"),
        path(&folder, "part.json.AGE"),
        path(&folder, "copy.json.age"),
        path(&folder, "merged.json.age"),
    );
    run(&["export", &locked, "--to", "zip", "-o", &zip]);
    assert_eq!(run(&["score", &zip]), answer(&["score", SAMPLE]));
    run(&["hand-out", &locked, "--department", "销售部", "--items", "customers.knowledge", "-o", &part]);
    run(&["merge", &locked, &part, "-o", &merged]);
    run(&["scoring-copy", &locked, "--assessor", "甲", "-o", &copy]);
    let told: serde_json::Value = serde_json::from_str(&run(&["panel", &copy, &locked])).expect("JSON");
    let names = |list: &str, member: &str| -> Vec<String> {
        let list = told[list].as_array().expect("a list");
        list.iter().map(|one| one[member].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names("assessors", "name"), ["sample", "甲"]);
    assert_eq!(names("problems", "code"), ["nothing_rated"]);
    run(&["compare", SAMPLE, &merged]);
    for file in [&zip, &part, &copy, &merged] {
        assert!(fs::read(file).expect("a file").starts_with(b"age-encryption.org/v1\n"), "{file}");
        assert!(refusal(&["score", file]).contains("--passphrase-file"));
    }
}

#[test]
fn one_line_end_and_a_mark_are_not_part_of_the_passphrase() {
    let (folder, _, locked) = locked_sample("lock-ends");
    let same = [
        PASSPHRASE.to_owned(),
        format!("{PASSPHRASE}\n"),
        format!("{PASSPHRASE}\r\n"),
        format!("\u{feff}{PASSPHRASE}\n"),
    ];
    for (at, content) in same.into_iter().enumerate() {
        let secret = put(&folder, &format!("same {at}"), content);
        answer(&["score", &locked, "--passphrase-file", &secret]);
    }
    let other = [
        format!("{PASSPHRASE}\n\n"),
        format!("{PASSPHRASE} "),
        format!(" {PASSPHRASE}"),
        "other".to_owned(),
    ];
    for (at, content) in other.into_iter().enumerate() {
        let secret = put(&folder, &format!("other {at}"), content);
        let told = refusal(&["score", &locked, "--passphrase-file", &secret, "--language", "en"]);
        assert!(told.contains("sample.json.age: The passphrase is not the right one"), "{told}");
    }
    for (at, content) in [b"".to_vec(), b"\n".to_vec(), vec![0xff, 0xfe], vec![b'a'; 10_001]].into_iter().enumerate() {
        let secret = put(&folder, &format!("unusable {at}"), content);
        assert!(refusal(&["score", &locked, "--passphrase-file", &secret, "--language", "en"]).contains("cannot be used"));
    }
}

#[test]
fn nothing_is_saved_unlocked_by_a_slip() {
    let (folder, secret, _) = locked_sample("lock-slip");
    let out = path(&folder, "open.json");
    let told = refusal(&["export", SAMPLE, "--to", "json", "-o", &out, "--passphrase-file", &secret, "--language", "en"]);
    assert!(told.contains(".age"), "{told}");
    assert!(!Path::new(&out).exists());
    let out = path(&folder, "locked.json.age");
    let told = refusal(&["export", SAMPLE, "--to", "json", "-o", &out, "--language", "en"]);
    assert!(told.contains("--passphrase-file"), "{told}");
    assert!(!Path::new(&out).exists());
    let missing = path(&folder, "no such file");
    refusal(&["score", SAMPLE, "--passphrase-file", &missing]);
}
