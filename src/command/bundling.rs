//! Writing a bundle: evidence files are found by their content in a folder, and in the bundle the assessment comes from;
//! what that has of earlier versions goes along.

use super::files::Content;
use super::{Call, Failure, files};
use crate::archive::Project;
use crate::criteria::Pack;
use crate::export::Options;
use crate::export::bundle::{MAX_BUNDLE_BYTES, bundle, sha256};
use crate::language::{Language, codes, fill};
use crate::report::say;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How deep folders in the folder are looked into.
const DEPTH: u32 = 4;

/// Writes the bundle and tells, a line each, which evidence files were not at hand.
pub(super) fn bundle_file(
    file: &Path,
    project: &Project,
    pack: &Pack,
    folder: Option<&Path>,
    options: &Options<'_>,
    output: &Path,
    call: Call<'_>,
) -> Result<String, Failure> {
    let language = call.language;
    let mut at_hand: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut versions = Vec::new();
    if let Content::Bundle(before) = files::content(file, call)? {
        versions = before.versions;
        at_hand.extend(before.files.into_iter().map(|file| (file.sha256, file.bytes)));
    }
    if let Some(folder) = folder {
        at_hand.extend(found(folder, project, language)?);
    }
    let made = bundle(project, pack, options, &mut |hash| at_hand.get(hash).cloned(), versions, &mut |_, _| {});
    files::write(output, file, &made.map_err(|error| Failure(error.sentence(language)))?, call)?;
    let mut told = String::new();
    for entry in &project.assessment.evidence.entries {
        if let Some(named) = entry.file.as_ref().filter(|named| !at_hand.contains_key(&*named.sha256)) {
            let values = [("number", &*entry.number), ("name", &say::on_one_line(language, &named.name))];
            told.push_str(&fill(language.words().by_code(&codes::ERROR, "evidence_not_at_hand"), &values));
            told.push('\n');
        }
    }
    Ok(told)
}

/// The files of a folder that the register names, by their content. One that has the name of a file of the register but other
/// content is a failure, unless the right one is there too.
fn found(folder: &Path, project: &Project, language: Language) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let named: Vec<_> = project
        .assessment
        .evidence
        .entries
        .iter()
        .filter_map(|entry| Some((&entry.number, entry.file.as_ref()?)))
        .collect();
    let mut paths = Vec::new();
    list(folder, DEPTH, &mut paths, language)?;
    let mut found = BTreeMap::new();
    let mut other = Vec::new();
    for path in paths {
        let size = fs::metadata(&path).map(|about| about.len()).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let called: Vec<_> = named.iter().filter(|(_, file)| *file.name == *name).collect();
        if called.is_empty() && !named.iter().any(|(_, file)| file.size == size) {
            continue;
        }
        let bytes = files::whole(&path, MAX_BUNDLE_BYTES, language)?;
        let hash = sha256(&bytes);
        if named.iter().any(|(_, file)| *file.sha256 == *hash) {
            found.insert(hash, bytes);
        } else {
            other.extend(called.into_iter().map(|(number, file)| (number, file, name.clone())));
        }
    }
    match other.iter().find(|(_, file, _)| !found.contains_key(&*file.sha256)) {
        Some((number, _, name)) => {
            let folder = folder.display().to_string();
            Err(Failure::of(
                language,
                "evidence_changed",
                &[("folder", &folder), ("name", name), ("number", number)],
            ))
        }
        None => Ok(found),
    }
}

/// The files of a folder and of folders in it, in the order of their names; links are not followed.
fn list(folder: &Path, depth: u32, paths: &mut Vec<PathBuf>, language: Language) -> Result<(), Failure> {
    let failed = |error: std::io::Error| files::unreadable(folder, &error, language);
    let mut entries = fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_file() {
            paths.push(entry.path());
        } else if kind.is_dir() && depth > 0 {
            list(&entry.path(), depth - 1, paths, language)?;
        }
    }
    Ok(())
}
