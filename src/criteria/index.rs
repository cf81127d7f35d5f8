//! What a host offers: `criteria/index.json` beside the page lists the packs that lie there.

use super::fault::{Fault, FaultCode};
use crate::json::{self, Absent, FromJson, Place, WrongKind};

/// The name of the file.
const FILE: &str = "index.json";

/// The packs of a host, bases before what builds on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Id of the pack a new assessment is made with.
    pub default: String,
    pub packs: Vec<IndexEntry>,
}

/// One pack of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    pub id: String,
    /// The one file it lies in; none where it is the folder of its id.
    pub file: Option<String>,
}

/// The file as it is written, with what tells its kind.
struct IndexFile {
    format: String,
    index: Index,
}

impl FromJson for IndexFile {
    fn from_json(place: Place<'_>) -> IndexFile {
        let mut file = place.object();
        file.place("version");
        IndexFile {
            format: file.member("format"),
            index: Index {
                default: file.member("default"),
                packs: file.member("packs"),
            },
        }
    }
}

impl FromJson for IndexEntry {
    fn from_json(place: Place<'_>) -> IndexEntry {
        let mut entry = place.object();
        IndexEntry {
            id: entry.member("id"),
            file: entry.member_or_default("file"),
        }
    }
}

impl Index {
    /// Reads and checks the file; all faults are collected.
    pub fn read(text: &str) -> Result<Index, Vec<Fault>> {
        let fault = |code, pointer: &str, given: &str, wanted: &str| Fault {
            given: given.to_owned(),
            wanted: wanted.to_owned(),
            ..Fault::new(code, FILE, pointer)
        };
        let parsed = json::parse(text).map_err(|at| {
            let place = [at.line.to_string(), at.column.to_string()].join(":");
            vec![fault(FaultCode::NotJson, "", &place, "")]
        })?;
        let typed = json::typed::<IndexFile>(&parsed.value, Absent::Wrong);
        let mut faults: Vec<Fault> = Vec::new();
        for WrongKind { pointer, given, wanted } in typed.wrong {
            faults.push(fault(FaultCode::WrongKind, &pointer, &given, &wanted));
        }
        for pointer in parsed.repeated {
            faults.push(fault(FaultCode::RepeatedField, &pointer, "", ""));
        }
        for pointer in typed.unknown {
            faults.push(fault(FaultCode::UnknownField, &pointer, "", ""));
        }
        let Some(IndexFile { format, index }) = typed.content else {
            return Err(faults);
        };
        if format != "award-kit.criteria-index" {
            faults.push(fault(FaultCode::UnknownFormat, "/format", &format, "award-kit.criteria-index"));
        }
        for (at, entry) in index.packs.iter().enumerate() {
            let pointer = ["/packs/", &at.to_string()].concat();
            if !is_name(&entry.id) {
                faults.push(fault(FaultCode::MalformedId, &[&pointer, "/id"].concat(), &entry.id, "a-z 0-9 - ."));
            }
            if let Some(file) = entry.file.as_ref().filter(|file| !is_name(file)) {
                faults.push(fault(FaultCode::MalformedId, &[&pointer, "/file"].concat(), file, "a-z 0-9 - ."));
            }
            if index.packs[..at].iter().any(|before| before.id == entry.id) {
                faults.push(fault(FaultCode::DuplicateId, &[&pointer, "/id"].concat(), &entry.id, ""));
            }
        }
        if !index.packs.iter().any(|entry| entry.id == index.default) {
            faults.push(fault(FaultCode::UnknownId, "/default", &index.default, ""));
        }
        if faults.is_empty() { Ok(index) } else { Err(faults) }
    }
}

/// A name that stays inside its folder: no slash, no address, no `..`.
fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    !name.is_empty() && !name.starts_with('.') && !name.contains("..") && name.bytes().all(allowed)
}
