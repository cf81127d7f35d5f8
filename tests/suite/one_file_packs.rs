//! Packs in one file: the same checker, with places in that file.

use crate::samples::DEMO;
use award_kit::criteria::FaultCode::{self, *};
use award_kit::criteria::{MAX_BYTES, is_pack_file, read_pack_file, write_pack_file};
use serde_json::{Value, json};

const NAME: &str = "agency.pack.json";

fn demo() -> Value {
    serde_json::from_str(&write_pack_file(&DEMO)).expect("JSON")
}

/// The faults of a text as code and pointer; all of them stand in the one file.
fn faults(text: &str) -> Vec<(FaultCode, String)> {
    let faults = read_pack_file(NAME, text).err().unwrap_or_default();
    assert!(faults.iter().all(|fault| fault.file == NAME), "{faults:?}");
    faults.into_iter().map(|fault| (fault.code, fault.pointer)).collect()
}

/// The same after a change of the sound file.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<(FaultCode, String)> {
    let mut file = demo();
    change(&mut file);
    faults(&file.to_string())
}

fn fault(code: FaultCode, pointer: &str) -> (FaultCode, String) {
    (code, pointer.to_owned())
}

#[test]
fn every_fault_has_its_place_in_the_one_file() {
    let found = changed(|file| {
        file["pack"]["eligibility"]["default"] = json!("2030");
        file["sources"]["sources"] = json!(["demo", "demo"]);
        file["texts"]["en"]["pack.name"] = json!("<b>");
    });
    let expected = [
        fault(UnknownId, "/pack/eligibility/default"),
        fault(DuplicateId, "/sources/sources/1"),
        fault(TextNotPlain, "/texts/en/pack.name"),
    ];
    assert_eq!(found, expected);
    assert_eq!(
        changed(|file| file["pack"]["base"] = json!("gbt-19580-2012")),
        [fault(UnknownField, "/pack/base")]
    );
}

#[test]
fn what_is_not_the_file_of_a_pack_is_refused() {
    assert_eq!(faults("{"), [fault(NotJson, "")]);
    assert_eq!(faults("[]"), [fault(UnknownFormat, "/format")]);
    assert_eq!(faults("{}"), [fault(UnknownFormat, "/format")]);
    assert_eq!(changed(|file| file["format"] = json!("award-kit.pack")), [fault(UnknownFormat, "/format")]);
    for version in [json!("2.0"), json!("1"), json!(1), json!(null)] {
        assert_eq!(
            changed(|file| file["version"] = version.clone()),
            [fault(UnknownFormat, "/version")],
            "{version}"
        );
    }
    let padded = write_pack_file(&DEMO) + &" ".repeat(MAX_BYTES);
    assert_eq!(faults(&padded), [fault(TooLarge, "")]);
    assert!(is_pack_file(&demo().to_string()) && !is_pack_file("{}") && !is_pack_file(""));
}

#[test]
fn what_the_file_lacks_has_too_much_or_holds_twice_is_told_all_at_once() {
    assert_eq!(changed(|file| file["colour"] = json!("red")), [fault(UnknownField, "/colour")]);
    assert_eq!(changed(|file| file["pack"] = json!(null)), [fault(WrongKind, "/pack")]);
    let without = changed(|file| drop(file.as_object_mut().expect("an object").remove("texts")));
    assert_eq!(without, [fault(WrongKind, "/texts"), fault(WrongKind, "/texts")]);
    let without = changed(|file| drop(file["texts"].as_object_mut().expect("an object").remove("en")));
    assert_eq!(without, [fault(WrongKind, "/texts")]);
    let twice = write_pack_file(&DEMO)
        .replacen("\"step\"", "\"total\": 1, \"step\"", 1)
        .replacen("\"sources\": {", "\"sources\": {\n    \"figures\": {},", 1);
    assert_eq!(
        faults(&twice)[..2],
        [fault(RepeatedField, "/pack/scoring/total"), fault(RepeatedField, "/sources/figures")]
    );
}

#[test]
fn a_language_of_the_file_has_a_tag() {
    assert_eq!(changed(|file| file["texts"]["fr"] = file["texts"]["en"].clone()), []);
    assert_eq!(
        changed(|file| file["texts"]["text.a/b"] = file["texts"]["en"].clone()),
        [fault(MalformedId, "/texts/text.a~1b")]
    );
}
