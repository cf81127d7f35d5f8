//! The one checker of packs: built-in, hosted and imported ones pass through the same code.

mod eligibility;
mod glossary;
mod ids;
mod index;
mod indicators;
mod kinds;
mod labels;
mod plain;
mod points;
mod said;
mod sources;
mod texts;

pub use glossary::check_glossary;
pub(super) use ids::{is_id, list, unique};
pub(super) use index::{check_index, is_benchmark_name};
pub(super) use plain::{code_point, offence};

use super::fault::{Fault, FaultCode};
use super::sources::Sources;
use super::structure::Structure;
use serde_json::Value;

/// The form of an id, as it is told.
const FORM: &str = "a-z 0-9 -";

/// The most faults that are collected; nobody mends more of them at once, and a screen holds no more.
const MOST: usize = 10_000;

/// Checks what reading alone cannot see. Faults are added in the order of the files.
pub(super) fn check(pack: &Structure, sources: &Sources, texts: &[(String, Value)], faults: &mut Vec<Fault>) {
    let mut report = Report {
        file: "pack.json".into(),
        faults,
    };
    check_format(pack, &mut report);
    ids::check(pack, &mut report);
    labels::check(pack, &mut report);
    points::check(pack, &mut report);
    kinds::check(pack, &mut report);
    indicators::check(pack, &mut report);
    eligibility::check(pack, &mut report);
    sources::check(pack, sources, &mut report);
    texts::check(pack, sources, texts, &mut report);
}

/// Collects the faults of one file after the other.
pub(super) struct Report<'a> {
    pub(super) file: String,
    pub(super) faults: &'a mut Vec<Fault>,
}

impl Report<'_> {
    pub(super) fn add(&mut self, code: FaultCode, pointer: &str, given: &str, wanted: &str) {
        if self.faults.len() < MOST {
            let mut fault = Fault::new(code, &self.file, pointer);
            fault.given = given.to_owned();
            fault.wanted = wanted.to_owned();
            self.faults.push(fault);
        }
    }
    fn add_number(&mut self, code: FaultCode, pointer: &str, given: u64, wanted: u64) {
        self.add(code, pointer, &given.to_string(), &wanted.to_string());
    }
    pub(super) fn unknown_id(&mut self, pointer: &str, id: &str) {
        self.add(FaultCode::UnknownId, pointer, id, "");
    }
    pub(super) fn unusable(&mut self, pointer: &str, given: &str, wanted: &str) {
        self.add(FaultCode::UnusableRule, pointer, given, wanted);
    }
    /// A number that must be one of `from..=to`.
    pub(super) fn within(&mut self, pointer: &str, given: u64, from: u64, to: u64) {
        if given < from || given > to {
            self.unusable(pointer, &given.to_string(), &[&from.to_string(), "–", &to.to_string()].concat());
        }
    }
    /// A list that must hold something.
    pub(super) fn not_empty(&mut self, pointer: &str, length: usize) {
        if length == 0 {
            self.unusable(pointer, "[]", "[…]");
        }
    }
    /// A text that is shown as it stands.
    fn plain(&mut self, pointer: &str, text: &str) {
        if let Some(found) = plain::offence(text) {
            self.add(FaultCode::TextNotPlain, pointer, &found, "");
        }
    }
}

/// The pointer of an element of a list, or of something inside it: `element("/rubrics", 3, "/bands")`.
pub(super) fn element(list: &str, at: usize, member: &str) -> String {
    [list, "/", &at.to_string(), member].concat()
}

fn check_format(pack: &Structure, report: &mut Report<'_>) {
    check_header(&pack.format, "award-kit.pack", &pack.version, report);
    report.not_empty("/categories", pack.categories.len());
    report.not_empty("/rubrics", pack.rubrics.len());
}

/// What a file says of itself.
pub(super) fn check_header(format: &str, wanted: &str, version: &str, report: &mut Report<'_>) {
    if format != wanted {
        report.add(FaultCode::UnknownFormat, "/format", format, wanted);
    }
    if !is_readable(version) {
        report.add(FaultCode::UnknownFormat, "/version", version, "1.x");
    }
}

/// Whether this kit reads a format of this version: `1.` and a number.
pub(super) fn is_readable(version: &str) -> bool {
    version.strip_prefix("1.").is_some_and(|minor| minor.parse::<u32>().is_ok())
}
