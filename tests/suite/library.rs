//! The packs that are there: which of several goes first, and what a host's index may say.

use award_kit::criteria::{Fault, FaultCode, Index, IndexEntry, Library, Origin, Pack, built_in, read_pack_file, write_pack_file};
use std::path::Path;
use std::rc::Rc;

fn kit_library() -> Library {
    let packs = ["gbt-19580-2012", "beijing-2016"].map(|id| Rc::new(built_in(id).expect("a built-in pack")));
    Library::of_kit(packs.to_vec(), "beijing-2016")
}

/// The default pack with another content, as a host would have it.
fn changed(from: &str, to: &str) -> Pack {
    let file = write_pack_file(&built_in("beijing-2016").expect("a built-in pack"));
    assert!(file.contains(from), "{from}");
    read_pack_file("changed.pack.json", &file.replacen(from, to, 1)).expect("the changed pack has no fault")
}

#[test]
fn the_device_goes_before_the_host_and_the_host_before_the_kit() {
    let mut library = kit_library();
    let own = library.pack("beijing-2016").expect("built in").hash().to_owned();
    let hosted = changed("{edition} edition", "{edition} edition, as hosted");
    let kept = changed("{edition} edition", "{edition} edition, as kept");
    let (hosted_hash, kept_hash) = (hosted.hash().to_owned(), kept.hash().to_owned());
    library.offer(Origin::Device, "kept", Ok(kept));
    library.offer(Origin::Host, "beijing-2016", Ok(hosted));
    let present = |library: &Library| library.edition("beijing-2016", "2016").expect("it is there").hash().to_owned();
    assert_eq!(present(&library), kept_hash);
    let reference = library.edition("beijing-2016", "2016").expect("it is there").reference();
    library.remove(&reference);
    assert_eq!(present(&library), hosted_hash);
    assert_ne!(hosted_hash, own);
}

#[test]
fn a_pack_with_faults_is_noted_and_the_one_that_was_there_stays() {
    let mut library = kit_library();
    let before = library.pack("beijing-2016").cloned();
    let fault = Fault::new(FaultCode::PointsDoNotAddUp, "pack.json", "/scoring/total");
    library.offer(Origin::Host, "beijing-2016", Err(vec![fault.clone()]));
    assert_eq!(library.pack("beijing-2016").cloned(), before);
    assert_eq!(library.refused().len(), 1);
    assert_eq!(library.refused()[0].faults, vec![fault]);
    // Once mended, nothing is said of it any more.
    library.offer(Origin::Host, "beijing-2016", Ok(changed("{edition} edition", "{edition} edition, mended")));
    assert!(library.refused().is_empty());
}

#[test]
fn another_edition_stands_beside_the_old_one() {
    let mut library = kit_library();
    library.offer(Origin::Host, "beijing-2016", Ok(changed("\"edition\": \"2016\"", "\"edition\": \"2026\"")));
    assert_eq!(library.pack("beijing-2016").expect("it is there").edition(), "2026");
    let old = library.edition("beijing-2016", "2016").expect("the old edition stays").clone();
    let newer: Vec<&str> = library.other_editions(&old).map(|pack| pack.edition()).collect();
    assert_eq!(newer, ["2026"]);
    assert_eq!(library.by_key("beijing-2016@2026").map(|pack| pack.key()).as_deref(), Some("beijing-2016@2026"));
    assert!(library.by_key("beijing-2016").is_none());
}

#[test]
fn the_default_is_the_one_named_and_else_the_kits_own() {
    let mut library = kit_library();
    library.set_default("gbt-19580-2012");
    assert_eq!(library.default_pack().map(|pack| pack.id()), Some("gbt-19580-2012"));
    library.set_default("not-there");
    assert_eq!(library.default_pack().map(|pack| pack.id()), Some("beijing-2016"));
}

#[test]
fn the_index_of_the_kit_names_its_packs_with_bases_before_what_builds_on_them() {
    let index = Index::read(include_str!("../../criteria/index.json")).expect("the index has no fault");
    assert_eq!(index.default, "beijing-2016");
    let ids: Vec<&str> = index.packs.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "gbt-19580-2012",
            "beijing-2016",
            "beijing-session-3",
            "tianjin-2020",
            "tianjin-2021",
            "hebei-2016",
            "hebei-2022"
        ]
    );
}

#[test]
fn an_index_with_a_file_names_it() {
    let text = r#"{"format":"award-kit.criteria-index","version":"1.0","default":"a","packs":[{"id":"a","file":"a.pack.json"}]}"#;
    let entry = IndexEntry {
        id: "a".into(),
        file: Some("a.pack.json".into()),
        hash: None,
    };
    assert_eq!(Index::read(text).expect("no fault").packs, [entry]);
}

#[test]
fn the_index_of_the_kit_tells_the_content_hash_of_every_pack() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/index.json");
    let index = Index::read(&std::fs::read_to_string(&path).expect("the index can be read")).expect("the index has no fault");
    let hash = |id: &str| built_in(id).expect("a built-in pack").hash().to_owned();
    let line = |entry: &IndexEntry| format!(r#"    {{ "id": "{}", "hash": "{}" }}"#, entry.id, hash(&entry.id));
    let packs: Vec<String> = index.packs.iter().map(line).collect();
    let written = format!(
        r#"{{
  "format": "award-kit.criteria-index",
  "version": "1.1",
  "default": "{}",
  "packs": [
{}
  ]
}}
"#,
        index.default,
        packs.join(",\n")
    );
    crate::cases::compare(&path, &written);
}

/// A pack that is put beside the others, whether as the default, the default afterwards, and what is offered in what order.
#[test]
fn an_index_is_written_as_it_was_read_and_takes_in_another_pack() {
    let text = include_str!("../../criteria/index.json");
    let index = Index::read(text).expect("the index has no fault");
    assert_eq!(index.write(), text, "byte for byte");
    let told = Index {
        benchmark: Some("benchmark.json".into()),
        ..index.clone()
    };
    let written = told.write();
    assert!(
        written.contains("\"version\": \"1.2\"") && written.contains("  \"benchmark\": \"benchmark.json\",\n"),
        "{written}"
    );
    assert_eq!(Index::read(&written), Ok(told.clone()));
    assert_eq!(
        Index::salvaged(&written.replace("\",\n", "\"，\n")).0,
        Some(told),
        "also where slips are mended"
    );
    let rows = [
        ("beijing-2027", false, "beijing-2016", 8, 7),
        ("beijing-2027", true, "beijing-2027", 8, 7),
        ("beijing-2016", false, "beijing-2016", 7, 1),
        ("tianjin-2020", true, "tianjin-2020", 7, 3),
    ];
    for (id, is_default, default, many, place) in rows {
        let entry = IndexEntry {
            id: id.into(),
            file: Some(format!("{id}.pack.json")),
            hash: Some("sha256:0\"1".into()),
        };
        let with = index.clone().with(entry.clone(), is_default);
        assert_eq!((with.default.as_str(), with.packs.len()), (default, many), "{id}");
        assert_eq!(with.packs[place], entry);
        let others = |index: &Index| index.packs.iter().filter(|entry| entry.id != id).cloned().collect::<Vec<IndexEntry>>();
        assert_eq!(others(&with), others(&index), "the others stay");
        assert_eq!(Index::read(&with.write()), Ok(with));
    }
}

#[test]
fn a_base_stands_before_what_builds_on_it() {
    let index = Index::read(include_str!("../../criteria/index.json")).expect("the index has no fault");
    assert!(index.before("gbt-19580-2012", "beijing-2016").is_some());
    assert!(index.before("beijing-2016", "gbt-19580-2012").is_none());
    assert!(index.before("beijing-2016", "beijing-2016").is_none());
    assert_eq!(Index::of_kit().packs.len(), 2);
    assert!(Index::of_kit().before("gbt-19580-2012", "beijing-2016").is_some());
}

#[test]
fn packs_of_one_origin_stand_in_the_order_of_the_index_whenever_they_arrive() {
    let mut library = Library::default();
    let ids = ["gbt-19580-2012", "beijing-2016", "tianjin-2020"];
    library.set_order(ids.map(str::to_owned).into());
    for id in ["tianjin-2020", "demo-mini", "gbt-19580-2012", "beijing-2016"] {
        library.offer(Origin::Host, id, Ok(built_in(id).expect("a built-in pack")));
    }
    library.offer(Origin::BuiltIn, "gbt-19580-2012", Ok(built_in("gbt-19580-2012").expect("a built-in pack")));
    let held: Vec<&str> = library.held().iter().map(|held| held.pack.id()).collect();
    assert_eq!(held, ["gbt-19580-2012", "beijing-2016", "tianjin-2020", "demo-mini", "gbt-19580-2012"]);
}

#[test]
fn an_empty_library_has_no_default_and_a_pack_of_the_device_is_nobodys_base() {
    let mut library = Library::of_kit(Vec::new(), "beijing-2016");
    assert!(library.default_pack().is_none());
    library.offer(Origin::Device, "kept", Ok(changed("{edition} edition", "{edition} edition, as kept")));
    assert!(library.pack("beijing-2016").is_some() && library.base("beijing-2016").is_none());
    library.offer(Origin::BuiltIn, "beijing-2016", Ok(built_in("beijing-2016").expect("a built-in pack")));
    assert_eq!(
        library.base("beijing-2016").map(|pack| pack.hash()),
        built_in("beijing-2016").as_ref().map(Pack::hash)
    );
}

#[test]
fn every_fault_of_an_index_is_found_with_its_place() {
    let of = |packs: &str, default: &str| format!(r#"{{"format":"award-kit.criteria-index","version":"1.0","default":"{default}","packs":{packs}}}"#);
    let cases = [
        ("cut off", "{".to_owned(), FaultCode::NotJson, ""),
        (
            "another file",
            of("[]", "a").replace("criteria-index", "pack"),
            FaultCode::UnknownFormat,
            "/format",
        ),
        ("the default is not there", of(r#"[{"id":"a"}]"#, "b"), FaultCode::UnknownId, "/default"),
        ("twice the same", of(r#"[{"id":"a"},{"id":"a"}]"#, "a"), FaultCode::DuplicateId, "/packs/1/id"),
        (
            "an address for an id",
            of(r#"[{"id":"https://example.org"}]"#, "https://example.org"),
            FaultCode::MalformedId,
            "/packs/0/id",
        ),
        (
            "out of the folder",
            of(r#"[{"id":"a","file":"../a.json"}]"#, "a"),
            FaultCode::MalformedId,
            "/packs/0/file",
        ),
        (
            "below another folder",
            of(r#"[{"id":"a","file":"x/a.json"}]"#, "a"),
            FaultCode::MalformedId,
            "/packs/0/file",
        ),
        (
            "a distribution out of the folder",
            of(r#"[{"id":"a"}],"benchmark":"../benchmark.json""#, "a"),
            FaultCode::MalformedId,
            "/benchmark",
        ),
        (
            "a distribution under another name",
            of(r#"[{"id":"a"}],"benchmark":"quartiles.json""#, "a"),
            FaultCode::MalformedId,
            "/benchmark",
        ),
        ("no list", of("{}", "a"), FaultCode::WrongKind, "/packs"),
        (
            "a hash that is no text",
            of(r#"[{"id":"a","hash":1}]"#, "a"),
            FaultCode::WrongKind,
            "/packs/0/hash",
        ),
        (
            "an unknown member",
            of(r#"[{"id":"a","weight":1}]"#, "a"),
            FaultCode::UnknownField,
            "/packs/0/weight",
        ),
    ];
    for (what, text, code, pointer) in cases {
        let faults = Index::read(&text).expect_err(what);
        assert!(
            faults
                .iter()
                .any(|fault| fault.code == code && fault.pointer == pointer && fault.file == "index.json"),
            "{what}: {faults:?}"
        );
    }
}

#[test]
fn a_new_session_is_told_to_whoever_works_under_the_old_one() {
    let mut library = kit_library();
    let old = library.pack("beijing-2016").cloned().expect("built in");
    assert!(library.newer_session(&old).is_none());
    library.offer(Origin::Host, "beijing-session-3", Ok(built_in("beijing-session-3").expect("built in")));
    assert!(library.newer_session(&old).is_none(), "it is there, but not what new assessments are made with");
    library.set_default("beijing-session-3");
    let newer = library.newer_session(&old).cloned().expect("a new session");
    assert_eq!(newer.id(), "beijing-session-3");
    assert!(library.newer_session(&newer).is_none());
    // Another award's criteria are no session of this one.
    let national = library.pack("gbt-19580-2012").cloned().expect("built in");
    assert!(library.newer_session(&national).is_none());
    assert!(library.is_of_default_award(&old) && library.is_of_default_award(&newer) && !library.is_of_default_award(&national));
    let mut library = kit_library();
    library.offer(Origin::Host, "beijing-2016", Ok(changed("\"edition\": \"2016\"", "\"edition\": \"2027\"")));
    assert_eq!(library.newer_session(&old).map(|pack| pack.edition()), Some("2027"));
    assert_eq!(library.newer_session(&old).map(|pack| pack.words("zh").short()), Some("北京 · 2027 版"));
}

#[test]
fn whoever_works_under_the_kits_pack_in_place_of_a_faulty_one_has_fallen_back() {
    let fault = || Err(vec![Fault::new(FaultCode::PointsDoNotAddUp, "pack.json", "/scoring/total")]);
    let mut library = kit_library();
    let own = library.pack("beijing-2016").cloned().expect("built in");
    let national = library.pack("gbt-19580-2012").cloned().expect("built in");
    assert!(!library.has_fallen_back(&own));
    library.offer(Origin::Device, "beijing-2016", fault());
    assert!(!library.has_fallen_back(&own), "of the device, not of the host");
    library.offer(Origin::Host, "beijing-2016", fault());
    assert!(library.has_fallen_back(&own) && !library.has_fallen_back(&national));
    library.offer(Origin::Host, "beijing-2016", Ok(changed("{edition} edition", "{edition} edition, mended")));
    let hosted = library.pack("beijing-2016").cloned().expect("the host's");
    assert!(!library.has_fallen_back(&hosted) && !library.has_fallen_back(&own));
    library.offer(Origin::Host, "index.json", fault());
    assert!(library.has_fallen_back(&national) && !library.has_fallen_back(&hosted));
}

/// A text of the index, the packs that can be had of it and the default, and the codes of its faults.
#[test]
fn an_index_with_faults_is_read_as_far_as_it_can_be() {
    use FaultCode::{DuplicateId, FileMissing, MalformedId, NotJson, UnknownField, UnknownFormat, UnknownId, WrongKind};
    type Had = Option<(&'static [&'static str], &'static str)>;
    let index = |packs: &str, default: &str| format!(r#"{{"format":"award-kit.criteria-index","version":"1.1","default":"{default}","packs":[{packs}]}}"#);
    let both = r#"{"id":"gbt-19580-2012"},{"id":"beijing-2016"}"#;
    let cases: Vec<(&str, String, Had, &[FaultCode])> = vec![
        (
            "sound",
            index(both, "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[],
        ),
        (
            "a comma too many",
            index(&format!("{both},"), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[NotJson],
        ),
        (
            "a comma too few",
            index(&both.replace("},", "}\n"), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[NotJson],
        ),
        (
            "a wide comma",
            index(&both.replace("},", "}，"), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[NotJson],
        ),
        (
            "one without id",
            index(&format!("{{}},{both}"), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[WrongKind],
        ),
        (
            "one out of the folder",
            index(&format!(r#"{{"id":"../x"}},{both}"#), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[MalformedId],
        ),
        (
            "one twice",
            index(&format!("{both},{both}"), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[DuplicateId, DuplicateId],
        ),
        (
            "a default there is not",
            index(both, "nobody"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[UnknownId],
        ),
        (
            "a member nobody knows",
            index(&both.replacen('}', r#","weight":1}"#, 1), "beijing-2016"),
            Some((&["gbt-19580-2012", "beijing-2016"], "beijing-2016")),
            &[UnknownField],
        ),
        ("nothing left", index("{}", "beijing-2016"), None, &[WrongKind]),
        (
            "another file",
            r#"{"format":"award-kit.pack","version":"1.1","default":"a","packs":[]}"#.into(),
            None,
            &[UnknownFormat, UnknownId],
        ),
        ("a fallback page", "<!doctype html><title>Home</title>".into(), None, &[NotJson]),
        ("not there", String::new(), None, &[FileMissing]),
    ];
    for (what, text, had, codes) in cases {
        let (index, faults) = Index::salvaged(&text);
        let found = index
            .as_ref()
            .map(|index| (index.packs.iter().map(|entry| entry.id.as_str()).collect::<Vec<&str>>(), index.default.as_str()));
        assert_eq!(found, had.map(|(ids, default)| (ids.to_vec(), default)), "{what}");
        assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), codes, "{what}");
        assert_eq!(Index::sound(&text).is_some(), codes.is_empty(), "{what}");
    }
}
