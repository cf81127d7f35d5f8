//! `award-kit check` and `--pack` with every form of a pack: a folder on its base, one file, a folder of packs.

use award_kit::command::{Finished, run};
use award_kit::criteria::write_pack_file;
use award_kit::date::Date;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn kit(arguments: &[&str]) -> Finished {
    let all = [&["award-kit"], arguments, &["--language", "en"]].concat();
    run(all.into_iter().map(Into::into), Date::default())
}

/// What check prints of a path.
fn check(path: &Path) -> String {
    let finished = kit(&["check", &path.display().to_string()]);
    assert_eq!(finished.error, "");
    assert_eq!(finished.status, u8::from(!finished.output.is_empty()));
    finished.output
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-packs").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn put(path: &Path, content: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, content).expect("written");
}

/// A pack's folder with little of its own.
fn put_child(folder: &Path, base: &str) {
    let id = folder.file_name().expect("a name").to_string_lossy();
    let pack = json!({ "format": "award-kit.pack", "version": "1.1", "id": id, "edition": "1", "base": base });
    put(&folder.join("pack.json"), pack.to_string());
    put(&folder.join("sources.json"), json!({ "sources": [], "figures": {} }).to_string());
    put(&folder.join("text.zh.json"), json!({ "pack.short": id }).to_string());
    put(&folder.join("text.en.json"), json!({ "pack.name": "Child", "pack.short": id }).to_string());
}

/// The sound pack of the corpus.
fn put_valid(folder: &Path) {
    for name in ["pack.json", "sources.json", "text.zh.json", "text.en.json"] {
        put(
            &folder.join(name),
            fs::read(Path::new("tests/cases/broken-packs/valid").join(name)).expect("the sound pack"),
        );
    }
}

#[test]
fn a_base_is_looked_for_beside_the_folder_and_then_among_the_built_in_packs() {
    let host = folder("base");
    put_valid(&host.join("valid"));
    put_child(&host.join("child"), "valid");
    put_child(&host.join("grandchild"), "child");
    put_child(&host.join("on-built-in"), "demo-mini");
    for name in ["child", "grandchild", "on-built-in"] {
        assert_eq!(check(&host.join(name)), "", "{name}");
    }
    let blank = kit(&["new", "--pack", &host.join("grandchild").display().to_string()]);
    let blank: Value = serde_json::from_str(&blank.output).expect("an assessment");
    assert_eq!(blank["pack"]["id"], json!("grandchild"));
    put(&host.join("valid/text.en.json"), "{}");
    let told = "unknown_base: pack.json, /base: the pack “valid” that this one builds on is not there, or has errors itself.\n";
    assert_eq!(check(&host.join("child")), told);
}

#[test]
fn packs_that_build_on_each_other_have_no_base() {
    let host = folder("circle");
    put_child(&host.join("one"), "two");
    put_child(&host.join("two"), "one");
    put_child(&host.join("self"), "self");
    for name in ["one", "self"] {
        assert!(check(&host.join(name)).starts_with("unknown_base: "), "{name}");
    }
}

#[test]
fn a_pack_in_one_file_is_checked_and_used_like_a_folder() {
    let folder = folder("one-file");
    let demo = award_kit::criteria::built_in("demo-mini").expect("demo-mini is built in");
    let sound = write_pack_file(&demo);
    let (by_name, by_content) = (folder.join("demo.pack.json"), folder.join("agency.json"));
    put(&by_name, sound.replace("\"points\": 40", "\"points\": 45"));
    put(&by_content, ["\u{feff}", &sound].concat());
    let told = "points_do_not_add_up: demo.pack.json, /pack/categories/0/points: 70 points are stated, but the parts without bonus items add up to 75.\n";
    assert_eq!(check(&by_name), told);
    assert_eq!(check(&by_content), "");
    let blank = |path: &Path| kit(&["new", "--pack", &path.display().to_string()]);
    assert_eq!(blank(&by_content).output, kit(&["new", "--pack", "demo-mini"]).output);
    assert!(
        blank(&by_name).error.contains("errors: 1; the first: demo.pack.json, "),
        "{}",
        blank(&by_name).error
    );
    put(&by_name, "{");
    assert_eq!(
        check(&by_name),
        "not_json: demo.pack.json: the content ends at line 1, column 2 before it is complete; a closing bracket is missing.\n"
    );
}

#[test]
fn files_that_cannot_be_read_are_faults_beside_the_others() {
    let pack = folder("unreadable");
    put_valid(&pack);
    // What an editor writes that saves as GBK.
    put(&pack.join("text.zh.json"), b"{\n  \"pack.name\": \"\xd6\xca\xc1\xbf\"\n}");
    fs::File::create(pack.join("text.en.json"))
        .and_then(|file| file.set_len(10_000_001))
        .expect("a sparse file");
    put(&pack.join("text.fr.json"), "[]");
    let told = "not_json: text.zh.json: not saved as UTF-8; from line 2, column 17 it looks like GBK. Save it again as UTF-8 in the editor.\n\
        too_large: text.en.json: the file is too large for this kit to read.\n\
        wrong_kind: text.fr.json, the top level: […] was found where the format asks for {…}.\n";
    assert!(check(&pack).starts_with(told), "{}", check(&pack));
    fs::remove_file(pack.join("sources.json")).expect("removed");
    assert!(check(&pack).starts_with("file_missing: sources.json"), "{}", check(&pack));
}

/// A host's folder with a sound pack, one on it, one in a file, and a glossary.
fn host(name: &str) -> PathBuf {
    let host = folder(name);
    put_valid(&host.join("valid"));
    put_child(&host.join("child"), "valid");
    put_child(&host.join("on-built-in"), "demo-mini");
    let one_file = fs::read("tests/cases/broken-packs/valid.pack.json").expect("the sound pack");
    let one_file = String::from_utf8(one_file).expect("UTF-8").replace("\"id\": \"valid\"", "\"id\": \"agency\"");
    put(
        &host.join("agency.pack.json"),
        one_file.replace("\"最小包\"", "\"主管部门\"").replace("\"Smallest\"", "\"Agency\""),
    );
    put_index(
        &host,
        json!([{ "id": "valid" }, { "id": "child" }, { "id": "on-built-in" }, { "id": "agency", "file": "agency.pack.json" }]),
    );
    let terms = json!([{ "id": "quality", "zh": "质量", "en": "quality" }]);
    put(
        &host.join("glossary.json"),
        json!({ "format": "award-kit.glossary", "version": "1.0", "terms": terms }).to_string(),
    );
    host
}

fn put_index(host: &Path, packs: Value) {
    let index = json!({ "format": "award-kit.criteria-index", "version": "1.0", "default": "valid", "packs": packs });
    put(&host.join("index.json"), index.to_string());
}

#[test]
fn the_packs_of_this_kit_have_no_fault_as_a_host_offers_them() {
    assert_eq!(check(Path::new("criteria")), "");
}

#[test]
fn a_folder_of_packs_is_checked_by_its_index() {
    let host = host("host");
    assert_eq!(check(&host), "");
    put(&host.join("child/text.zh.json"), json!({ "pack.nickname": "子" }).to_string());
    put(
        &host.join("valid/text.en.json"),
        fs::read_to_string(host.join("valid/text.en.json")).expect("a text").replace("Item", "<i>"),
    );
    let told = "text_not_plain: valid/text.en.json, /item.c.i: a text must be plain and must not contain “<i”.\n\
        unknown_base: child/pack.json, /base: the pack “valid” that this one builds on is not there, or has errors itself.\n";
    assert_eq!(check(&host), told);
}

#[test]
fn an_index_names_packs_that_are_there_in_an_order_that_works() {
    let host = host("index");
    put_index(
        &host,
        json!([{ "id": "child" }, { "id": "valid" }, { "id": "agency", "file": "valid/pack.json" }]),
    );
    assert_eq!(
        check(&host),
        "malformed_id: index.json, /packs/2/file: the id “valid/pack.json” is malformed; it should be ….pack.json.\n"
    );
    put_index(
        &host,
        json!([{ "id": "child" }, { "id": "valid" }, { "id": "other", "file": "agency.pack.json" }, { "id": "gone" }]),
    );
    let told = "unknown_id: index.json, /packs/2/id: the id “other” it refers to does not exist.\n\
        unknown_base: child/pack.json, /base: the pack “valid” that this one builds on is not there, or has errors itself.\n\
        file_missing: gone/pack.json: the pack lacks this file.\n";
    assert_eq!(check(&host), told);
    put_index(
        &host,
        json!([{ "id": "child" }, { "id": "child" }, { "id": "../a" }, { "id": "b", "weight": 1 }]),
    );
    let told = "unknown_field: index.json, /packs/3/weight: the format has no such field.\n\
        duplicate_id: index.json, /packs/1/id: the id “child” is used twice.\n\
        malformed_id: index.json, /packs/2/id: the id “../a” is malformed; it should be a-z 0-9 -.\n\
        unknown_id: index.json, /default: the id “valid” it refers to does not exist.\n";
    assert_eq!(check(&host), told);
    put(
        &host.join("index.json"),
        json!({ "format": "award-kit.pack", "version": "2.0", "default": "valid", "packs": [] }).to_string(),
    );
    let told = "unknown_format: index.json, /format: the value is “award-kit.pack”, and this kit reads only “award-kit.criteria-index”.\n\
        unknown_format: index.json, /version: the value is “2.0”, and this kit reads only “1.x”.\n\
        unknown_id: index.json, /default: the id “valid” it refers to does not exist.\n";
    assert_eq!(check(&host), told);
}

#[test]
fn a_glossary_has_every_term_in_both_languages_as_plain_text() {
    let host = host("glossary");
    let terms = json!([{ "id": "quality", "zh": "质量", "en": " " }, { "id": "quality", "zh": "<b>", "en": "b" }]);
    put(
        &host.join("glossary.json"),
        json!({ "format": "award-kit.glossary", "version": "1.0", "terms": terms }).to_string(),
    );
    let told = "duplicate_id: glossary.json, /terms/1: the id “quality” is used twice.\n\
        text_missing: glossary.json: the text “quality” is missing or empty.\n\
        text_not_plain: glossary.json, /terms/1/zh: a text must be plain and must not contain “<b”.\n";
    assert_eq!(check(&host), told);
    put(&host.join("glossary.json"), "[]");
    assert_eq!(
        check(&host),
        "wrong_kind: glossary.json, the top level: […] was found where the format asks for {…}.\n"
    );
}

#[test]
fn the_lineage_of_a_folder_of_packs_is_checked_with_it() {
    let host = host("lineage");
    put(&host.join("lineage.json"), "{");
    assert!(check(&host).starts_with("not_json: lineage.json"), "{}", check(&host));
    let name = |folder: &str| {
        let content = fs::read_to_string(host.join(folder).join("pack.json")).expect("a pack");
        let pack: Value = serde_json::from_str(&content).expect("JSON");
        json!([pack["id"], pack["edition"]])
    };
    let entry = json!({ "kind": "renamed", "from": ["c.gone"], "to": ["c.i"], "note": { "zh": "更名", "en": "Renamed" } });
    let step = json!({ "from": name("valid"), "to": name("child"), "items": [entry], "conditions": [] });
    put(
        &host.join("lineage.json"),
        json!({ "format": "award-kit.lineage", "version": "1.0", "steps": [step] }).to_string(),
    );
    let told = check(&host);
    assert!(
        told.contains("lineage.json") && told.contains("unknown_id") && told.contains("c.gone"),
        "{told}"
    );
}

#[test]
fn two_packs_of_a_host_need_two_short_names() {
    let host = host("names");
    assert_eq!(check(&host), "");
    let path = host.join("agency.pack.json");
    let same = fs::read_to_string(&path).expect("the pack").replace("\"Agency\"", "\"Smallest\"");
    put(&path, same);
    let told = "name_taken: text.en.json, /pack.short: the short name “Smallest” is that of valid@2026 already; the two need different ones.\n";
    assert_eq!(check(&host), told);
    let renamed = fs::read_to_string(&path).expect("the pack").replace("\"Smallest\"", "\"Sample · 3 items\"");
    put(&path, renamed);
    assert!(check(&path).contains("is that of demo-mini@demo already"), "{}", check(&path));
}
