//! Worked cases of packs on the command line: beside a folder as `cases.json`, in one file as its member `cases`.

use super::Failure;
use super::packs::{file_name, folders, pack_file, pack_folder, text};
use crate::criteria::{Fault, Index, Pack};
use crate::json;
use crate::language::Language;
use crate::report::say;
use crate::worked;
use serde_json::Value;
use std::path::Path;

/// The worked cases of the packs of a path that come to something else than they say, a sentence each after the file they
/// stand in; of packs without fault only.
pub(super) fn broken(path: &Path, language: Language) -> Result<Vec<String>, Failure> {
    let host = path.join("index.json").is_file() && !path.join("pack.json").exists();
    if !host {
        let (checked, file) = if path.is_dir() {
            (pack_folder(path, language)?, worked::FILE.to_owned())
        } else {
            (pack_file(path, language)?, file_name(path))
        };
        return Ok(checked.map_or_else(|_| Vec::new(), |pack| told(&pack, &file, language)));
    }
    let mut all = Vec::new();
    for folder in folders(path, language)?.iter().filter(|folder| folder.join(worked::FILE).is_file()) {
        if let Ok(pack) = pack_folder(folder, language)? {
            all.extend(told(&pack, &[&file_name(folder), "/", worked::FILE].concat(), language));
        }
    }
    for file in listed_files(path, language)? {
        if let Ok(pack) = pack_file(&path.join(&file), language)? {
            all.extend(told(&pack, &file, language));
        }
    }
    Ok(all)
}

/// The cases of a pack that no longer hold, with the name of their file before each.
fn told(pack: &Pack, file: &str, language: Language) -> Vec<String> {
    let cases = worked::cases_of(pack.cases()).unwrap_or_default();
    let broken = worked::run(pack, &cases);
    broken
        .iter()
        .map(|broken| [file, ": ", &say::broken_case(language, pack, broken)].concat())
        .collect()
}

/// The packs in one file that the index of a host's folder names.
fn listed_files(host: &Path, language: Language) -> Result<Vec<String>, Failure> {
    let index = text(&host.join("index.json"), "index.json", &mut Vec::new(), language)?;
    let index = index.and_then(|content| Index::read(&content).ok());
    let files = index.into_iter().flat_map(|index| index.packs).filter_map(|entry| entry.file);
    Ok(files.filter(|file| host.join(file).is_file()).collect())
}

/// The faults of the worked cases that a pack of one file carries, with their places in that file.
pub(super) fn faults_carried(name: &str, pack: &Pack) -> Vec<Fault> {
    let faults = worked::cases_of(pack.cases()).err().unwrap_or_default().into_iter();
    let within = faults.map(|fault| Fault {
        file: name.to_owned(),
        pointer: ["/cases", &fault.pointer].concat(),
        ..fault
    });
    within.collect()
}

/// The worked cases beside a pack, as their file; null where there are none, or it is no JSON, which their faults tell.
pub(super) fn beside(folder: &Path, language: Language) -> Result<Value, Failure> {
    let path = folder.join(worked::FILE);
    let content = if path.is_file() {
        text(&path, worked::FILE, &mut Vec::new(), language)?
    } else {
        None
    };
    let parsed = content.and_then(|content| json::parse(&content).ok());
    Ok(parsed.map_or(Value::Null, |parsed| parsed.value))
}

/// The faults of the worked cases of a folder, as a file.
pub(super) fn faults_beside(folder: &Path, language: Language) -> Result<Vec<Fault>, Failure> {
    let mut faults = Vec::new();
    if folder.join(worked::FILE).is_file()
        && let Some(content) = text(&folder.join(worked::FILE), worked::FILE, &mut faults, language)?
    {
        faults.extend(worked::read_cases(&content).err().unwrap_or_default());
    }
    Ok(faults)
}
