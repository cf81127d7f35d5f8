//! The corpus of broken packs, `tests/cases/broken-packs/`: a folder for each fault code with a whole pack, one change
//! away from the sound one in `valid/`, and what `award-kit check` says of it in every language.
//!
//! `UPDATE_CASES=1 cargo test --test suite` writes what is said now, to be looked at as a change.

use crate::pack_files::Files;
use crate::written_anew;
use award_kit::command;
use award_kit::criteria::{FaultCode, MAX_BYTES, Pack, is_pack_file, read_pack_file, write_pack_file};
use award_kit::date::Date;
use award_kit::language::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FILES: [&str; 4] = ["pack.json", "sources.json", "text.zh.json", "text.en.json"];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/broken-packs")
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect()
}

/// What `award-kit check` prints, and its exit status.
fn check(path: &Path, language: Language) -> (String, u8) {
    let call = ["award-kit", "check", &path.display().to_string(), "--language", language.tag()].map(Into::into);
    let finished = command::run(call, Date::default());
    assert_eq!(finished.error, "", "{}", path.display());
    (finished.output, finished.status)
}

/// The folder of a code's pack. A file that is too large is made here instead of being kept: that of `valid/` with
/// blanks at its end.
fn pack_of(code: FaultCode) -> PathBuf {
    if code != FaultCode::TooLarge {
        return corpus().join(code.name());
    }
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-packs").join(code.name());
    fs::create_dir_all(&made).expect("a folder");
    for name in FILES {
        let mut content = fs::read_to_string(corpus().join("valid").join(name)).expect("the sound pack");
        if name == "text.en.json" {
            content.push_str(&" ".repeat(MAX_BYTES + 1 - content.len()));
        }
        fs::write(made.join(name), content).expect("written");
    }
    made
}

#[test]
fn every_fault_code_has_a_broken_pack_and_is_told_as_expected_in_every_language() {
    for code in FaultCode::ALL {
        for language in Language::ALL {
            let (told, status) = check(&pack_of(code), *language);
            let path = corpus().join(code.name()).join(format!("expected.{}.txt", language.tag()));
            if written_anew::is_asked() {
                written_anew::write(&path, &told);
            }
            let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(told, expected, "{}; UPDATE_CASES=1 writes what is said now", path.display());
            assert_eq!(status, 1, "{}", code.name());
            let only = told.lines().all(|line| line.starts_with(&format!("{}: ", code.name())));
            assert!(only && told.lines().count() == 1, "{} is the only fault: {told}", code.name());
        }
    }
}

#[test]
fn nothing_lies_among_the_broken_packs_that_nobody_reads() {
    let mut folders: BTreeSet<String> = FaultCode::ALL.iter().map(|code| String::from(code.name())).collect();
    for code in FaultCode::ALL {
        let mut files: BTreeSet<String> = Language::ALL.iter().map(|language| format!("expected.{}.txt", language.tag())).collect();
        if code != FaultCode::TooLarge {
            files.extend(FILES.map(String::from));
        }
        if code == FaultCode::FileMissing {
            files.remove("text.en.json");
        }
        assert_eq!(names(&corpus().join(code.name())), files, "{}", code.name());
    }
    folders.extend(["README.md", "valid", "valid.pack.json", "every-member.pack.json"].map(String::from));
    assert_eq!(names(&corpus()), folders);
    assert_eq!(names(&corpus().join("valid")), FILES.map(String::from).into());
}

#[test]
fn every_broken_pack_is_one_line_away_from_the_sound_one() {
    for code in FaultCode::ALL.into_iter().filter(|code| *code != FaultCode::TooLarge) {
        let mut changes = 0;
        for name in FILES {
            let sound = fs::read_to_string(corpus().join("valid").join(name)).expect("the sound pack");
            let Ok(broken) = fs::read_to_string(corpus().join(code.name()).join(name)) else {
                changes += 1;
                continue;
            };
            let same_before = sound.lines().zip(broken.lines()).take_while(|(sound, broken)| sound == broken).count();
            let same_after = sound
                .lines()
                .rev()
                .zip(broken.lines().rev())
                .take_while(|(sound, broken)| sound == broken)
                .count();
            let longer = sound.lines().count().max(broken.lines().count());
            if sound != broken {
                assert!(same_before + same_after + 1 >= longer, "{}: {name} differs in more than one line", code.name());
                changes += 1;
            }
        }
        assert_eq!(changes, 1, "{} differs in one file", code.name());
    }
}

#[test]
fn the_sound_pack_has_no_fault_as_a_folder_and_as_one_file() {
    for language in Language::ALL {
        for path in ["valid", "valid.pack.json", "every-member.pack.json"] {
            assert_eq!(check(&corpus().join(path), *language), (String::new(), 0), "{path}");
        }
    }
}

/// An indicator for each kind of formula, and one without.
fn indicators() -> [(&'static str, Value); 8] {
    [
        ("reported", json!(null)),
        ("share", json!({ "kind": "share", "part": "sold", "whole": "made", "per": 100 })),
        ("growth", json!({ "kind": "growth", "of": "made" })),
        ("fall", json!({ "kind": "fall", "of": "share" })),
        ("difference", json!({ "kind": "difference", "plus": "made", "minus": "sold" })),
        ("sum", json!({ "kind": "sum", "of": ["made", "sold"] })),
        ("product", json!({ "kind": "product", "of": ["made", "sold"], "per": 10000 })),
        (
            "capability",
            json!({ "kind": "capability", "mean": "mean", "sigma": "sigma", "lower": "lower", "upper": "upper" }),
        ),
    ]
}

/// `valid/` with every member that a pack may have.
fn every_member() -> Pack {
    const PACK: &str = "pack.json";
    let hash = ["sha256:", &"0f".repeat(32)].concat();
    let change = json!({ "place": "points/c.i", "old": "2", "new": "1", "why": "The notice says so", "source": "Sample source" });
    let limits = json!([{ "kind": "own_band", "factor": "f" }, { "kind": "ceiling", "factor": "f", "below": "b", "band": "b" }]);
    let rules = json!([
        { "id": "here", "rule": { "kind": "registered_in", "division": "11" } },
        { "id": "legal", "rule": { "kind": "legal_person" } },
        { "id": "years", "rule": { "kind": "years_since_registration", "years": 3 } },
        { "id": "accident", "rule": { "kind": "free_of", "years": 2 } },
        { "id": "said", "rule": { "kind": "declared" } },
    ]);
    let prompts = json!([{ "id": "p", "number": "a", "orientations": ["o"], "applies_to": ["service", "public_welfare"] }, { "id": "q", "number": null }]);
    let inputs = ["made", "sold", "mean", "sigma", "lower", "upper"];
    let indicator = |(id, formula)| {
        let (low, high) = if id == "reported" {
            (json!(0), json!(100.5))
        } else {
            (json!(null), json!(null))
        };
        json!({ "id": id, "item": "c.i", "area": "one", "unit": "percent", "direction": "range", "applies_to": ["service"], "decimals": 1, "low": low, "high": high, "formula": formula })
    };
    let identities = json!([
        { "id": "within", "kind": "at_most", "left": "sold", "right": "made" },
        { "id": "both", "kind": "sum_at_most", "of": ["share", "reported"], "limit": 100 },
        { "id": "grows", "kind": "growth_of", "growth": "growth", "series": "made" },
        { "id": "falls", "kind": "fall_of", "fall": "fall", "series": "share" },
        { "id": "quotient", "kind": "ratio", "result": "share", "top": "sold", "bottom": "made", "per": 100 },
    ]);
    let bonus = json!({ "id": "c.extra", "number": "1.2", "points": 5, "rubric": "r", "orientations": [], "applies_to": ["manufacturing"], "bonus": true, "prompts": [] });
    let mut files = Files::of_folder(&corpus().join("valid"))
        .set(PACK, "/adapted", json!({ "from": { "id": "valid", "edition": "0", "hash": hash }, "changes": [change] }))
        .set(PACK, "/scoring/not_applicable", json!("redistribute"))
        .set(PACK, "/scoring/reference_lines", json!([{ "id": "half", "points": 1 }]))
        .set(PACK, "/orientations", json!(["o"]))
        .set(PACK, "/rubrics/0/limits", limits)
        .set(PACK, "/categories/0/items/0/orientations", json!(["o"]))
        .set(PACK, "/categories/0/items/0/prompts", prompts)
        .edit(PACK, |pack| pack["categories"][0]["items"].as_array_mut().expect("items").push(bonus))
        .set(PACK, "/eligibility/conditions", rules)
        .set(PACK, "/eligibility/editions/0/conditions", json!(["here", "legal", "years", "accident", "said"]))
        .set(PACK, "/eligibility/self_checks", json!([{ "id": "export", "look_back_years": 3 }, { "id": "policy", "look_back_years": null }]))
        .set(PACK, "/size", json!([{ "id": "trade", "bounds": [{ "measure": "staff", "large": 300, "medium": 100, "small": 10 }, { "measure": "revenue", "large": 3, "medium": 2, "small": 1 }, { "measure": "assets", "large": 1, "medium": 1, "small": 0 }] }]))
        .set(PACK, "/stages", json!(["application"]))
        .set(PACK, "/facts", json!([{ "id": "winners", "value": 5, "unit": "places" }, { "id": "pass-mark", "value": null, "unit": "places" }]))
        .set(PACK, "/limits", json!([{ "id": "report", "characters": 5000 }]))
        .set(PACK, "/ideas", json!(["learning"]))
        .set(PACK, "/missing", json!(["weights"]))
        .set(PACK, "/version", json!("1.2"))
        .set(PACK, "/categories/0/items/0/areas", json!(["one"]))
        .set(PACK, "/inputs", Value::Array(inputs.into_iter().map(|id| json!({ "id": id, "unit": "places" })).collect()))
        .set(PACK, "/indicators", Value::Array(indicators().into_iter().map(indicator).collect()))
        .set(PACK, "/identities", identities);
    for figure in [
        "rubric_limit",
        "orientation",
        "reference",
        "edition",
        "self_check",
        "size",
        "stage",
        "fact",
        "limit",
        "idea",
        "indicator",
    ] {
        files = files.set(
            "sources.json",
            &format!("/figures/{figure}"),
            json!({ "source": "s", "status": "unverified", "confidence": "medium" }),
        );
    }
    let ids = "reference.half orientation.o prompt.c.i.p prompt.c.i.p.name prompt.c.i.q item.c.extra condition.here condition.here.hint condition.legal condition.legal.hint condition.years \
        condition.years.hint condition.accident condition.accident.hint condition.said condition.said.hint self_check.export self_check.policy sector.trade stage.application \
        stage.application.note fact.winners fact.pass-mark unit.places limit.report idea.learning idea.learning.note missing.weights \
        area.c.i.one unit.percent identity.within identity.both identity.grows identity.falls identity.quotient";
    let mut ids: Vec<String> = ids.split_whitespace().map(String::from).collect();
    ids.extend(inputs.map(|id| ["input.", id].concat()));
    for (id, _) in indicators() {
        ids.extend([["indicator.", id].concat(), ["indicator.", id, ".formula"].concat()]);
    }
    for id in ids {
        files = files
            .set("text.zh.json", &format!("/{id}"), json!("示例"))
            .set("text.en.json", &format!("/{id}"), json!("Sample"));
    }
    files.load().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn one_file_packs_are_what_the_kit_writes_and_read_as_what_was_written() {
    let valid = Files::of_folder(&corpus().join("valid")).load().expect("the sound pack loads");
    for (name, pack) in [("valid.pack.json", valid), ("every-member.pack.json", every_member())] {
        let (path, written) = (corpus().join(name), write_pack_file(&pack));
        if written_anew::is_asked() {
            written_anew::write(&path, &written);
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(written, kept, "{name}; UPDATE_CASES=1 writes it anew");
        assert!(is_pack_file(&kept));
        let again = read_pack_file(name, &kept).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        assert_eq!(again.hash(), pack.hash(), "{name}");
    }
}
