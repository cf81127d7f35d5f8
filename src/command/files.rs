//! Reading and writing files for the command line. A file that is too large is refused before it is read.

use super::Failure;
use crate::archive::{MAX_BYTES, Project, ReadError, open_bytes};
use crate::criteria::{Fault, FaultCode, Pack, PackFiles, built_in};
use crate::language::{Language, fill};
use crate::report::say;
use std::fs;
use std::path::{Path, PathBuf};

/// An assessment with its pack: the one given, else the built-in one the file names.
pub(super) fn assessment(file: &Path, pack_path: Option<&Path>, language: Language) -> Result<(Project, Pack), Failure> {
    let refused = |error: &ReadError| in_file(file, &say::read_error(language, error), language);
    let opened = open_bytes(&bytes(file, language)?).map_err(|error| refused(&error))?;
    let pack = match pack_path {
        Some(path) => pack(path, language)?,
        None => {
            let reference = opened.pack();
            let values = [("id", reference.id.as_str()), ("edition", reference.edition.as_str())];
            built_in(&reference.id).ok_or_else(|| in_file(file, &Failure::of(language, "pack_not_built_in", &values).0, language))?
        }
    };
    let project = opened.with_pack(&pack).map_err(|error| refused(&error))?;
    Ok((project, pack))
}

/// A pack without faults, by folder or by the id of a built-in one.
pub(super) fn pack(path: &Path, language: Language) -> Result<Pack, Failure> {
    if path.is_dir() {
        return pack_folder(path, language)?.map_err(|faults| {
            let first = faults.first().map_or_else(String::new, |fault| say::fault(language, fault));
            let (count, folder) = (faults.len().to_string(), path.display().to_string());
            let text = language.words().by_code("error", "pack_faulty");
            Failure(fill(
                text,
                &[("file", &say::on_one_line(language, &folder)), ("count", &count), ("first", &first)],
            ))
        });
    }
    let id = path.to_string_lossy();
    built_in(&id).ok_or_else(|| Failure::of(language, "no_pack", &[("id", &id)]))
}

/// The pack of a folder or its faults; a failure where a file is there and cannot be read.
pub(super) fn pack_folder(folder: &Path, language: Language) -> Result<Result<Pack, Vec<Fault>>, Failure> {
    let mut faults = Vec::new();
    let mut read = |name: &str| -> Result<String, Failure> {
        let path = folder.join(name);
        if !path.is_file() {
            faults.push(Fault::new(FaultCode::FileMissing, name, ""));
            return Ok(String::new());
        }
        let content = bytes(&path, language)?;
        Ok(String::from_utf8(content).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    };
    let structure = read("pack.json")?;
    let sources = read("sources.json")?;
    let mut texts = Vec::new();
    for tag in languages(folder, language)? {
        let content = read(&format!("text.{tag}.json"))?;
        texts.push((tag, content));
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, content)| (tag.as_str(), without_mark(content))).collect();
    Ok(Pack::load(&PackFiles {
        structure: without_mark(&structure),
        sources: without_mark(&sources),
        texts: &texts,
    }))
}

/// The languages a pack must have or has: the kit's own first, then the others of the folder in order.
fn languages(folder: &Path, language: Language) -> Result<Vec<String>, Failure> {
    let mut tags: Vec<String> = Language::ALL.iter().map(|language| language.tag().to_owned()).collect();
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error, language))?;
    let mut others: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_prefix("text.")?.strip_suffix(".json")?.to_owned()))
        .filter(|tag| !tags.contains(tag))
        .collect();
    others.sort();
    tags.append(&mut others);
    Ok(tags)
}

/// Writes a file whole or not at all, and never over the file it was made from.
pub(super) fn write(output: &Path, source: &Path, content: &[u8], language: Language) -> Result<(), Failure> {
    let failed = |error: &std::io::Error| {
        let (file, detail) = (output.display().to_string(), error.to_string());
        Failure::of(language, "cannot_write", &[("file", &file), ("detail", &detail)])
    };
    if let (Ok(output), Ok(source)) = (output.canonicalize(), source.canonicalize())
        && output == source
    {
        return Err(Failure::of(language, "same_file", &[("file", &output.display().to_string())]));
    }
    let mut name = output.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part: PathBuf = output.with_file_name(name);
    fs::write(&part, content).and_then(|()| fs::rename(&part, output)).map_err(|error| {
        let _ = fs::remove_file(&part);
        failed(&error)
    })
}

fn bytes(file: &Path, language: Language) -> Result<Vec<u8>, Failure> {
    let failed = |error: &std::io::Error| unreadable(file, error, language);
    let about = fs::metadata(file).map_err(|error| failed(&error))?;
    if about.is_dir() {
        return Err(Failure::of(language, "is_folder", &[("file", &file.display().to_string())]));
    }
    if about.len() > MAX_BYTES {
        return Err(in_file(file, &say::read_error(language, &ReadError::TooLarge { bytes: about.len() }), language));
    }
    fs::read(file).map_err(|error| failed(&error))
}

fn unreadable(file: &Path, error: &std::io::Error, language: Language) -> Failure {
    let (name, detail) = (file.display().to_string(), error.to_string());
    let code = if error.kind() == std::io::ErrorKind::NotFound {
        "no_file"
    } else {
        "cannot_read"
    };
    Failure::of(language, code, &[("file", &name), ("detail", &detail)])
}

/// A sentence with the name of its file before it.
fn in_file(file: &Path, sentence: &str, language: Language) -> Failure {
    let name = say::on_one_line(language, &file.display().to_string());
    Failure(fill(language.words().by_code("error", "in_file"), &[("file", &name), ("sentence", sentence)]))
}

fn without_mark(content: &str) -> &str {
    content.strip_prefix('\u{feff}').unwrap_or(content)
}
