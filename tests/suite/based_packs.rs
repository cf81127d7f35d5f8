//! Packs that build on another one: what is amiss in their own files is told as in a pack that stands alone.

use crate::pack_files::Files;
use crate::samples::DEMO;
use award_kit::criteria::FaultCode::{self, *};
use award_kit::criteria::{Pack, PackFiles};
use serde_json::{Value, json};

/// A pack on demo-mini with nothing of its own but a name.
fn child() -> Files {
    Files {
        structure: json!({ "format": "award-kit.pack", "version": "1.1", "id": "child", "edition": "1", "base": "demo-mini" }).to_string(),
        sources: json!({ "sources": [], "figures": {} }).to_string(),
        chinese: Some(json!({ "pack.name": "子包" }).to_string()),
        english: Some(json!({ "pack.name": "Child" }).to_string()),
    }
}

fn load(files: &Files, base: Option<&Pack>) -> Result<Pack, Vec<(FaultCode, String, String)>> {
    let texts = [("zh", &files.chinese), ("en", &files.english)];
    let texts: Vec<(&str, &str)> = texts.into_iter().filter_map(|(tag, text)| Some((tag, text.as_deref()?))).collect();
    let files = PackFiles {
        structure: &files.structure,
        sources: &files.sources,
        texts: &texts,
    };
    let told = |faults: Vec<award_kit::criteria::Fault>| faults.into_iter().map(|fault| (fault.code, fault.file, fault.pointer)).collect();
    Pack::load_on(&files, base).map_err(told)
}

/// The faults of a child with its base.
fn faults(files: &Files) -> Vec<(FaultCode, String, String)> {
    load(files, Some(&DEMO)).err().unwrap_or_default()
}

fn fault(code: FaultCode, file: &str, pointer: &str) -> (FaultCode, String, String) {
    (code, file.to_owned(), pointer.to_owned())
}

#[test]
fn a_pack_says_what_is_its_own_and_takes_the_rest_from_its_base() {
    let pack = load(&child(), Some(&DEMO)).expect("the child is whole");
    assert_eq!((pack.id(), pack.edition()), ("child", "1"));
    assert_eq!(pack.words("en").name(), "Child");
    assert_eq!(pack.words("en").short(), DEMO.words("en").short());
    assert_eq!(pack.structure().categories, DEMO.structure().categories);
    assert_ne!(pack.hash(), DEMO.hash());
    let without_texts = Files {
        chinese: None,
        english: None,
        ..child()
    };
    assert_eq!(faults(&without_texts), []);
}

#[test]
fn a_pack_without_its_base_tells_that_and_what_its_files_show_without_it() {
    let expected = [fault(UnknownBase, "pack.json", "/base")];
    assert_eq!(load(&child(), None).expect_err("no base"), expected);
    let other = Files::demo().set("pack.json", "/id", json!("other")).load().expect("whole");
    assert_eq!(load(&child(), Some(&other)).expect_err("another base"), expected);
    let cut = Files {
        english: Some("{".into()),
        ..child()
    };
    let expected = [fault(UnknownBase, "pack.json", "/base"), fault(NotJson, "text.en.json", "")];
    assert_eq!(load(&cut, None).expect_err("two faults"), expected);
}

#[test]
fn a_base_is_named_by_an_id_that_is_safe_as_a_folder() {
    let named = |base: Value| {
        let structure = json!({ "base": base }).to_string();
        let files = PackFiles {
            structure: &structure,
            sources: "",
            texts: &[],
        };
        files.base()
    };
    assert_eq!(named(json!("gbt-19580-2012")), Some("gbt-19580-2012".to_owned()));
    for unsafe_name in [
        json!("../secret"),
        json!(".."),
        json!("https://example.org"),
        json!("A b"),
        json!(""),
        json!(5),
        json!(null),
    ] {
        assert_eq!(named(unsafe_name.clone()), None, "{unsafe_name}");
    }
}

#[test]
fn no_fault_of_its_own_files_is_lost_under_a_base() {
    let cut = Files {
        english: Some("{".into()),
        ..child()
    };
    assert_eq!(faults(&cut), [fault(NotJson, "text.en.json", "")]);
    let cut_with_new_texts = cut
        .set("pack.json", "/stages", json!(["new"]))
        .set("text.zh.json", "/stage.new", json!("新"))
        .set("text.zh.json", "/stage.new.note", json!("新的阶段。"));
    assert_eq!(faults(&cut_with_new_texts), [fault(NotJson, "text.en.json", "")]);
    let sources = |member: &str, value: Value| child().set("sources.json", &format!("/{member}"), value);
    assert_eq!(faults(&sources("figures", json!([]))), [fault(WrongKind, "sources.json", "/figures")]);
    assert_eq!(faults(&sources("sources", json!("demo"))), [fault(WrongKind, "sources.json", "/sources")]);
    assert_eq!(faults(&sources("figure", json!({}))), [fault(UnknownField, "sources.json", "/figure")]);
    assert_eq!(
        faults(&child().set("pack.json", "/scoring", json!({ "total": "1" }))).first(),
        Some(&fault(NumberAsText, "pack.json", "/scoring/total"))
    );
    assert_eq!(
        faults(&child().set("text.en.json", "/pack.name", json!(["Child"]))),
        [fault(WrongKind, "text.en.json", "/pack.name"), fault(TextMissing, "text.en.json", "")][..1]
    );
}

#[test]
fn what_is_its_own_and_not_needed_is_a_fault_and_what_is_inherited_and_not_needed_is_not() {
    let own = child()
        .set("sources.json", "/figures/prize", json!({ "source": "demo", "status": "assumed" }))
        .set("text.zh.json", "/stage.old", json!("旧"))
        .set("pack.json", "/facts", json!([]))
        .set("pack.json", "/orientations", json!(["innovation", "innovation"]));
    let expected = [
        fault(DuplicateId, "pack.json", "/orientations/1"),
        fault(SourceUnknown, "sources.json", "/figures/prize"),
        fault(TextUnknown, "text.zh.json", "/stage.old"),
    ];
    assert_eq!(faults(&own), expected);
}
