//! `award-kit check --fix`: what an editor's hand or its encoding did to the files of criteria, mended where it is certain.
//! A file in which anything is doubtful is left as it is.

use super::packs::{encoding, faults};
use super::{Failure, files};
use crate::criteria::{Fault, FaultCode, MAX_BYTES};
use crate::json;
use crate::language::{Language, codes, fill};
use crate::report::say;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::fs;
use std::path::{Path, PathBuf};

/// Mends the files of a pack or of a folder of packs, and tells which, a line each; none where the path is neither.
pub(super) fn mend(path: &Path, language: Language) -> Result<Option<String>, Failure> {
    let (root, names) = if path.is_dir() { (path.to_owned(), names(path)) } else { one(path) };
    let mut mended = Vec::new();
    for name in &names {
        if let Some(text) = spelling(&root.join(name)) {
            files::put(&root.join(name), text.as_bytes(), language)?;
            mended.push(name.clone());
        }
    }
    let Some(found) = faults(path, language)? else { return Ok(None) };
    for name in &names {
        if let Some(text) = numbers(&root.join(name), &found, name) {
            files::put(&root.join(name), text.as_bytes(), language)?;
            if !mended.contains(name) {
                mended.push(name.clone());
            }
        }
    }
    let line = |name: &String| {
        let text = language.words().by_code(&codes::FAULT, "mended");
        ["mended: ", &fill(text, &[("file", &say::on_one_line(language, name))]), "\n"].concat()
    };
    Ok(Some(mended.iter().map(line).collect()))
}

/// A file alone.
fn one(path: &Path) -> (PathBuf, Vec<String>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (path.parent().unwrap_or(Path::new("")).to_owned(), vec![name])
}

/// The JSON files of a pack's folder, or of a host's folder and of the packs in it, as faults name them.
fn names(folder: &Path) -> Vec<String> {
    let mut all = json_files(folder);
    if !folder.join("pack.json").exists() && folder.join("index.json").is_file() {
        for pack in folders(folder) {
            let inside = folder.join(&pack);
            all.extend(json_files(&inside).into_iter().map(|name| format!("{pack}/{name}")));
        }
    }
    all
}

fn json_files(folder: &Path) -> Vec<String> {
    entries(folder, &|path| path.is_file() && path.extension().is_some_and(|ending| ending == "json"))
}

/// The folders that hold a pack.
fn folders(folder: &Path) -> Vec<String> {
    entries(folder, &|path| path.join("pack.json").is_file())
}

fn entries(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().filter(|entry| wanted(&entry.path()))?.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

/// A file as it was meant; none where it is sound, or where that is not certain.
fn spelling(path: &Path) -> Option<String> {
    let content = content(path)?;
    let (text, decoded) = match encoding(&content) {
        Some((name, _)) => (decoded(&content, name)?, true),
        None => (String::from_utf8(content).ok()?, false),
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if json::parse(&text).is_ok() {
        return decoded.then_some(text);
    }
    let mended = json::mend(&text);
    (mended.is_certain() && json::parse(&mended.text).is_ok()).then_some(mended.text)
}

/// A file with its numbers written as numbers, where faults say that some are texts.
fn numbers(path: &Path, found: &[Fault], name: &str) -> Option<String> {
    let here = found.iter().filter(|fault| fault.code == FaultCode::NumberAsText && fault.file == name);
    let pointers: Vec<&str> = here.map(|fault| fault.pointer.as_str()).collect();
    if pointers.is_empty() {
        return None;
    }
    let text = String::from_utf8(content(path)?).ok()?;
    let mended = json::mend(&text);
    let whole = mended.with_numbers(&pointers);
    (mended.is_certain() && json::parse(&whole).is_ok()).then_some(whole)
}

fn content(path: &Path) -> Option<Vec<u8>> {
    let small = fs::metadata(path).is_ok_and(|about| about.len() <= MAX_BYTES as u64);
    small.then(|| fs::read(path).ok()).flatten()
}

/// Bytes in another encoding as text; none where they are not that for certain: every byte is read, and what comes out are
/// the letters and signs of Chinese office texts.
fn decoded(content: &[u8], name: &str) -> Option<String> {
    let encoding: &Encoding = match (name, content) {
        ("UTF-16", [0xfe, 0xff, ..] | [0, ..]) => UTF_16BE,
        ("UTF-16", _) => UTF_16LE,
        _ => GB18030,
    };
    let content = match (name, content) {
        ("UTF-16", [0xfe, 0xff, rest @ ..] | [0xff, 0xfe, rest @ ..]) => rest,
        _ => content,
    };
    if name == "GBK" && !is_simplified(content) {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(content)?;
    text.chars().all(is_usual).then(|| text.into_owned())
}

/// Whether bytes are ASCII and the signs of GB 2312, which no other encoding of Latin or Chinese letters keeps to for long.
fn is_simplified(content: &[u8]) -> bool {
    let mut rest = content;
    loop {
        rest = match rest {
            [] => return true,
            [..=0x7f, rest @ ..] | [0xa1..=0xf7, 0xa1..=0xfe, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Letters and signs that texts of criteria are written in: what another encoding makes of bytes mostly is none of them.
fn is_usual(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='ÿ' | '‐'..='…' | '‰' | '′' | '″' | '℃' | '←'..='↓' | '−' | '≈' | '≤' | '≥' | '①'..='⑳'
        | '\u{3000}'..='〟' | '一'..='\u{9fff}' | '！'..='～' | '￥' | '\u{feff}')
}
