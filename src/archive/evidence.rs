//! The evidence register between the file's types and the record.

use super::error::ReadError;
use super::evidence_file::{AttachedFile, EntryFile, RegisterFile};
use super::read::date;
use crate::assessment::{EvidenceEntry, EvidenceFile, EvidenceRegister, is_evidence_number, text};
use crate::json::{self, ById};
use serde_json::Value;
use std::collections::BTreeSet;
use std::rc::Rc;

const POINTER: &str = "/evidence";

/// The register; a number that is none or stands twice, a day that does not exist and a hash that is none are refused.
pub(super) fn read(file: &RegisterFile) -> Result<EvidenceRegister, ReadError> {
    let mut register = EvidenceRegister::default();
    // A set of its own: looking through the register for each entry would take time with the square of their number. Keys stand once; where
    // no entry has another number, there is nothing to look for.
    let renamed = file.evidence.0.iter().any(|(_, entry)| entry.number.is_some());
    let mut numbers = BTreeSet::new();
    // Most texts of many entries are blank: one for all of them.
    let blank = text("");
    let written = |content: &str| if content.is_empty() { blank.clone() } else { text(content) };
    for (key, entry) in &file.evidence.0 {
        let pointer = |member: &str| json::push(&json::push(POINTER, key), member);
        let number = entry.number.as_ref().unwrap_or(key);
        if !is_evidence_number(number) || (renamed && !numbers.insert(number.as_str())) {
            return Err(ReadError::BadValue {
                pointer: pointer("number"),
                value: number.clone(),
            });
        }
        let day = |written: &Option<String>, member: &str| match written {
            Some(written) => date(Some(written), &pointer(member)),
            None => Ok(None),
        };
        let key = text(key);
        register.entries.push(Rc::new(EvidenceEntry {
            number: entry.number.as_ref().map_or_else(|| key.clone(), text),
            key,
            title: written(&entry.title),
            kind: entry.kind,
            date: day(&entry.date, "date")?,
            valid_until: day(&entry.valid_until, "valid_until")?,
            owner: written(&entry.owner),
            confidentiality: entry.confidentiality,
            place: written(&entry.place),
            file: entry.file.as_ref().map(|file| attached(file, || pointer("file"))).transpose()?,
        }));
    }
    Ok(register)
}

fn attached(file: &AttachedFile, pointer: impl Fn() -> String) -> Result<EvidenceFile, ReadError> {
    if !EvidenceFile::is_sha256(&file.sha256) {
        return Err(ReadError::BadValue {
            pointer: json::push(&pointer(), "sha256"),
            value: file.sha256.clone(),
        });
    }
    Ok(EvidenceFile {
        name: text(&file.name),
        size: file.size,
        media_type: text(&file.media_type),
        sha256: text(&file.sha256),
    })
}

/// What is written.
pub(super) fn file_of(register: &EvidenceRegister) -> RegisterFile {
    let entries = register.entries.iter().map(|entry| (String::from(&*entry.key), entry_file(entry)));
    RegisterFile {
        evidence: ById(entries.collect()),
    }
}

fn entry_file(entry: &EvidenceEntry) -> EntryFile {
    EntryFile {
        number: (entry.number != entry.key).then(|| String::from(&*entry.number)),
        title: String::from(&*entry.title),
        kind: entry.kind,
        date: entry.date.map(|date| date.to_string()),
        valid_until: entry.valid_until.map(|date| date.to_string()),
        owner: String::from(&*entry.owner),
        confidentiality: entry.confidentiality,
        place: String::from(&*entry.place),
        file: entry.file.as_ref().map(|file| AttachedFile {
            name: String::from(&*file.name),
            size: file.size,
            media_type: String::from(&*file.media_type),
            sha256: String::from(&*file.sha256),
        }),
    }
}

/// Whether a kept member stands inside an entry that has been removed: put back, it would make an entry of its own.
pub(super) fn is_of_removed(pointer: &str, file: &Value) -> bool {
    let key = pointer.strip_prefix("/evidence/").and_then(|rest| rest.split_once('/'));
    key.is_some_and(|(key, _)| file.pointer(&[POINTER, "/", key].concat()).is_none())
}
