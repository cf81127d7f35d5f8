//! Cases one can read: the documents under `tests/cases/*.md`. Each says in prose what it is about, in blocks what is given, and beside it
//! what comes of that; whoever knows the rules can read them and add one (`docs/guides/case.md`). A topic makes the given into an
//! assessment and tells what the kit says of it; here it is held against what is expected, or written there with `UPDATE_CASES=1`.

mod awards;
mod eligibility;
mod figures;
mod given;
mod import;
mod markdown;
mod packs;
mod panel;
mod planted;
mod red_pen;
mod run;
mod scoring;
mod size;

use crate::written_anew;
use award_kit::criteria::BUILT_IN;
use award_kit::eligibility::Reason;
use award_kit::indicators::FigureDoubt;
use award_kit::red_pen::RULES;
use run::{Tell, run};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The documents, and who tells what comes of their cases. A document without a line here fails, and so does a line without its document.
const TOPICS: &[(&str, Tell)] = &[
    ("eligibility.md", eligibility::tell),
    ("figures.md", figures::tell),
    ("import.md", import::tell),
    ("packs.md", packs::tell),
    ("panel.md", panel::tell),
    ("red-pen.md", red_pen::tell),
    ("scoring.md", scoring::tell),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Holds one document to what comes of its cases; the codes that were told.
fn holds(name: &str) -> BTreeSet<&'static str> {
    let (_, tell) = TOPICS.iter().find(|(topic, _)| *topic == name).expect("a topic");
    let path = folder().join(name);
    let content = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("tests/cases/{name}: {error}"));
    let mut found = run(&content, *tell);
    if written_anew::is_asked() {
        written_anew::write(&path, &found.written);
        found = run(&found.written, *tell);
    }
    let told: Vec<String> = found
        .wrong
        .iter()
        .map(|wrong| format!("tests/cases/{name}:{}: {}", wrong.at + 1, wrong.what))
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n\n"));
    found.codes
}

#[test]
fn eligibility_comes_to_what_its_cases_say_and_every_reason_and_doubt_has_one() {
    let codes = holds("eligibility.md");
    assert!(
        codes.is_superset(&BTreeSet::from(Reason::CODES)),
        "{:?}",
        BTreeSet::from(Reason::CODES).difference(&codes)
    );
    let dates = [
        "registration_in_future",
        "registration_before_1900",
        "registration_after_application",
        "application_before_1900",
    ];
    assert!(dates.iter().all(|code| codes.contains(code)), "{codes:?}");
}

#[test]
fn scores_come_to_what_their_cases_say() {
    holds("scoring.md");
}

#[test]
fn figures_come_to_what_their_cases_say_and_every_doubt_has_one() {
    let codes = holds("figures.md");
    assert!(
        codes.is_superset(&BTreeSet::from(FigureDoubt::CODES)),
        "{:?}",
        BTreeSet::from(FigureDoubt::CODES).difference(&codes)
    );
}

#[test]
fn tables_come_to_what_their_cases_say() {
    holds("import.md");
}

#[test]
fn texts_come_to_what_their_cases_say_and_every_rule_of_the_red_pen_has_one() {
    let codes = holds("red-pen.md");
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert!(codes.is_superset(&rules), "{:?}", rules.difference(&codes));
}

#[test]
fn panels_come_to_what_their_cases_say() {
    holds("panel.md");
}

#[test]
fn cases_that_packs_carry_are_told_as_they_are() {
    holds("packs.md");
    let content = std::fs::read_to_string(folder().join("packs.md")).expect("the document");
    let untold: Vec<&str> = BUILT_IN
        .iter()
        .filter(|pack| !pack.cases.is_empty() && !content.lines().any(|line| line.ends_with(&[": ", pack.id].concat())))
        .map(|pack| pack.id)
        .collect();
    assert_eq!(untold, Vec::<&str>::new(), "packs whose cases stand in no document");
}

#[test]
fn every_document_of_cases_has_a_topic() {
    let there: BTreeSet<String> = std::fs::read_dir(folder())
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md"))
        .collect();
    let known: BTreeSet<String> = TOPICS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(there, known);
}

/// The names of the documents, for the list of files that somebody reads.
pub fn documents() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|(name, _)| *name)
}
