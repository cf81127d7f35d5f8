//! The one checker of packs: built-in, hosted and imported ones pass through the same code.

mod eligibility;
mod ids;
mod points;
mod sources;
mod texts;

use super::fault::{Fault, FaultCode};
use super::sources::Sources;
use super::structure::Structure;
use serde_json::Value;

/// Checks what reading alone cannot see. Faults are added in the order of the files.
pub(super) fn check(pack: &Structure, sources: &Sources, texts: &[(String, Value)], faults: &mut Vec<Fault>) {
    let mut report = Report {
        file: "pack.json".into(),
        faults,
    };
    check_format(pack, &mut report);
    ids::check(pack, &mut report);
    points::check(pack, &mut report);
    eligibility::check(pack, &mut report);
    sources::check(pack, sources, &mut report);
    texts::check(pack, sources, texts, &mut report);
}

/// Collects the faults of one file after the other.
struct Report<'a> {
    file: String,
    faults: &'a mut Vec<Fault>,
}

impl Report<'_> {
    fn add(&mut self, code: FaultCode, pointer: &str, given: &str, wanted: &str) {
        let mut fault = Fault::new(code, &self.file, pointer);
        fault.given = given.to_owned();
        fault.wanted = wanted.to_owned();
        self.faults.push(fault);
    }
    fn add_number(&mut self, code: FaultCode, pointer: &str, given: u32, wanted: u32) {
        self.add(code, pointer, &given.to_string(), &wanted.to_string());
    }
    fn unknown_id(&mut self, pointer: &str, id: &str) {
        self.add(FaultCode::UnknownId, pointer, id, "");
    }
}

/// The pointer of an element of a list, or of something inside it: `element("/rubrics", 3, "/bands")`.
fn element(list: &str, at: usize, member: &str) -> String {
    [list, "/", &at.to_string(), member].concat()
}

fn check_format(pack: &Structure, report: &mut Report<'_>) {
    if pack.format != "award-kit.pack" {
        report.add(FaultCode::UnknownFormat, "/format", &pack.format, "award-kit.pack");
    }
    if pack.version.split('.').next() != Some("1") {
        report.add(FaultCode::UnknownFormat, "/version", &pack.version, "1.0");
    }
    if pack.categories.is_empty() || pack.rubrics.is_empty() {
        report.add(FaultCode::UnusableRule, "", "[]", "categories, rubrics");
    }
}
