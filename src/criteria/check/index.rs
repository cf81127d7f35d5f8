//! The index of a host's packs: each is named once, by an id and a file that stay inside the folder.

use super::ids::is_id;
use super::{FORM, Report, check_header, element};
use crate::criteria::fault::{Fault, FaultCode};
use crate::criteria::index::{FORMAT, Index};
use std::collections::BTreeSet;

pub(in crate::criteria) fn check_index(format: &str, version: &str, index: &Index, faults: &mut Vec<Fault>) {
    let mut report = Report {
        file: "index.json".into(),
        faults,
    };
    check_header(format, FORMAT, version, &mut report);
    let mut known = BTreeSet::new();
    for (at, entry) in index.packs.iter().enumerate() {
        let place = |member: &str| element("/packs", at, member);
        if !is_id(&entry.id) {
            report.add(FaultCode::MalformedId, &place("/id"), &entry.id, FORM);
        }
        if !known.insert(entry.id.as_str()) {
            report.add(FaultCode::DuplicateId, &place("/id"), &entry.id, "");
        }
        if let Some(file) = entry.file.as_ref().filter(|file| !is_file_name(file)) {
            report.add(FaultCode::MalformedId, &place("/file"), file, "….pack.json");
        }
    }
    if let Some(name) = index.benchmark.as_ref().filter(|name| !is_benchmark_name(name)) {
        report.add(FaultCode::MalformedId, "/benchmark", name, "benchmark….json");
    }
    if !known.contains(index.default.as_str()) {
        report.unknown_id("/default", &index.default);
    }
}

/// A name by which the page and what keeps it for times without a network know what the file holds.
pub(in crate::criteria) fn is_benchmark_name(name: &str) -> bool {
    name.starts_with("benchmark") && is_file_name(name)
}

/// A name that stays inside its folder: no slash, no address, no `..`.
fn is_file_name(name: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    name.ends_with(".json") && !name.starts_with('.') && !name.contains("..") && name.bytes().all(allowed)
}
