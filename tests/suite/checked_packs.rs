//! Packs as they lie beside the page: the same pack as its folder, taken without a check.

use crate::cases::compare;
use award_kit::criteria::{BUILT_IN, DEFAULT_PACK, PAGE_PACKS, Pack, built_in, checked_file, read_checked_pack, write_checked_pack, write_pack_file};
use award_kit::language::Language;
use serde_json::Value;
use std::path::Path;

fn pack(id: &str) -> Pack {
    built_in(id).expect("a built-in pack")
}

fn written(id: &str) -> String {
    write_checked_pack(&pack(id)).expect("the languages have their texts in one order")
}

#[test]
fn the_files_beside_the_page_are_those_of_the_folders() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packs");
    for id in PAGE_PACKS {
        compare(&folder.join(checked_file(id)), &written(id));
    }
    let there = std::fs::read_dir(&folder).expect("the folder is there").count();
    assert_eq!(there, PAGE_PACKS.len(), "a file nobody fetches");
    assert!(PAGE_PACKS.contains(&DEFAULT_PACK));
}

#[test]
fn the_page_names_every_one_of_them_and_copies_it_to_its_top() {
    let page = include_str!("../../index.html");
    for id in PAGE_PACKS {
        let file = checked_file(id);
        for line in [
            format!(r#"<meta name="pack.{id}" content="./{file}">"#),
            format!(r#"<link data-trunk rel="copy-file" href="assets/packs/{file}">"#),
        ] {
            assert!(page.contains(&line), "{line}");
        }
    }
}

/// Law: what is taken without a check is the pack that was loaded from its folder.
#[test]
fn a_checked_pack_is_the_pack_of_its_folder_in_every_language() {
    for entry in BUILT_IN {
        // Worked cases lie beside the page as a file of their own.
        let whole = pack(entry.id).with_cases(Value::Null);
        let taken = read_checked_pack(&written(entry.id)).expect(entry.id);
        assert_eq!(taken.hash(), whole.hash(), "{}", entry.id);
        assert_eq!(taken.content(), whole.content(), "{}", entry.id);
        assert_eq!((taken.structure(), taken.sources()), (whole.structure(), whole.sources()), "{}", entry.id);
        assert_eq!(write_pack_file(&taken), write_pack_file(&whole), "{}", entry.id);
        for language in Language::ALL {
            let (taken, whole) = (taken.words(language.tag()), whole.words(language.tag()));
            assert_eq!(taken.name(), whole.name());
            assert_ne!(taken.name(), "");
        }
        // The hash is told by the file; it is also the one of what the file holds, and that passes the check.
        let checked = Pack::from_content(taken.content().clone()).expect(entry.id);
        assert_eq!(checked.hash(), taken.hash(), "{}", entry.id);
    }
}

#[test]
fn what_another_build_or_a_lost_host_answers_is_not_read() {
    let written = written(DEFAULT_PACK);
    let cut = &written[..written.char_indices().nth(20_000).expect("a long file").0];
    let without = |member: &str| {
        let mut file: serde_json::Map<_, _> = serde_json::from_str(&written).expect("JSON");
        file.remove(member).expect("the member is there");
        serde_json::Value::Object(file).to_string()
    };
    let replaced = |from: &str, to: &str| {
        assert!(written.contains(from), "{from}");
        written.replacen(from, to, 1)
    };
    let mut cases = vec![
        ("nothing", String::new()),
        ("a page", "<!doctype html><title>Not found</title>".into()),
        ("a list", "[]".into()),
        ("cut off", cut.into()),
        ("a later version", replaced(r#""version":"1.0""#, r#""version":"2.0""#)),
        ("one text too few", replaced(r#""ids":["#, r#""ids":["one-more","#)),
        ("another kind of number", replaced(r#""points":110"#, r#""points":"110""#)),
        ("a pack as one file", write_pack_file(&pack(DEFAULT_PACK))),
    ];
    for member in ["format", "version", "hash", "pack", "sources", "ids", "texts"] {
        cases.push((member, without(member)));
    }
    for (what, text) in cases {
        assert!(read_checked_pack(&text).is_none(), "{what}");
    }
}

#[test]
fn texts_in_different_orders_are_not_written() {
    let mut content = pack("demo-mini").content().clone();
    let english = content.texts[1].1.as_object_mut().expect("the texts");
    let first = english.keys().next().expect("a text").clone();
    let text = english.shift_remove(&first).expect("it is there");
    english.insert(first, text);
    let pack = Pack::from_content(content).expect("the order is no fault");
    assert!(write_checked_pack(&pack).is_none());
}
