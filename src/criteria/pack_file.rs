//! A whole pack as one file, to be handed on: what the kit exports and imports.

use super::check::is_readable;
use super::content::{PackContent, PackView, parse};
use super::fault::{Fault, FaultCode};
use super::pack::Pack;
use crate::json;
use serde_json::{Map, Value};

const FORMAT: &str = "award-kit.pack-file";

const MEMBERS: [&str; 6] = ["format", "version", "pack", "sources", "texts", "cases"];

/// Whether a JSON text says of itself that it is a pack as one file.
pub fn is_pack_file(text: &str) -> bool {
    json::parse(text).is_ok_and(|parsed| parsed.value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads a pack that somebody has at work: kept on a device, or handed on with an assessment. A kit before format 1.3 let
/// texts say other figures than the rules, and such a pack has to stay usable; in everything else it is
/// [`read_pack_file`].
pub fn read_kept_pack(name: &str, text: &str) -> Result<Pack, Vec<Fault>> {
    read(name, text, true)
}

/// Reads and checks a pack that is one file of that name; all faults are collected, with their places in that file.
pub fn read_pack_file(name: &str, text: &str) -> Result<Pack, Vec<Fault>> {
    read(name, text, false)
}

fn read(name: &str, text: &str, kept: bool) -> Result<Pack, Vec<Fault>> {
    let single = |code, pointer: &str, given: &str, wanted: &str| Fault {
        given: given.to_owned(),
        wanted: wanted.to_owned(),
        ..Fault::new(code, name, pointer)
    };
    let mut faults = Vec::new();
    let Some(value) = parse(name, text, &mut faults) else {
        return Err(faults);
    };
    let mut file = match value {
        Value::Object(file) if file.get("format").and_then(Value::as_str) == Some(FORMAT) => file,
        other => {
            let given = other.get("format").map(Value::to_string).unwrap_or_default();
            return Err(vec![single(FaultCode::UnknownFormat, "/format", &given, FORMAT)]);
        }
    };
    let version = file.get("version").and_then(Value::as_str).unwrap_or_default();
    if !is_readable(version) {
        return Err(vec![single(FaultCode::UnknownFormat, "/version", version, "1.x")]);
    }
    for member in file.keys().filter(|member| !MEMBERS.contains(&member.as_str())) {
        faults.push(single(FaultCode::UnknownField, &json::push("", member), "", ""));
    }
    let content = take_content(&mut file);
    let checked = if kept { Pack::from_kept(content) } else { Pack::from_content(content) };
    match checked {
        Ok(pack) if faults.is_empty() => return Ok(pack),
        Ok(_) => {}
        Err(found) => faults.extend(found.into_iter().map(|fault| within(name, fault))),
    }
    Err(faults)
}

/// A fault of a pack's content with its place in the one file.
fn within(name: &str, fault: Fault) -> Fault {
    let language = |file: &str| {
        file.strip_prefix("text.")
            .and_then(|rest| rest.strip_suffix(".json"))
            .unwrap_or_default()
            .to_owned()
    };
    if fault.code == FaultCode::FileMissing {
        return Fault {
            given: "{…}".to_owned(),
            wanted: ["{\"", &language(&fault.file), "\": …}"].concat(),
            ..Fault::new(FaultCode::WrongKind, name, "/texts")
        };
    }
    let part = match fault.file.as_str() {
        "pack.json" => "/pack".to_owned(),
        "sources.json" => "/sources".to_owned(),
        texts => json::push("/texts", &language(texts)),
    };
    Fault {
        file: name.to_owned(),
        pointer: [part, fault.pointer].concat(),
        ..fault
    }
}

/// A pack as one file: JSON indented by two spaces, with a line feed at the end. Reading it again gives the same
/// content hash.
pub fn write_pack_file(pack: &Pack) -> String {
    let mut file = Map::new();
    json::set(&mut file, "format", FORMAT.into());
    // Older readers do not know the cases.
    let version = if pack.cases().is_null() { "1.1" } else { "1.2" };
    json::set(&mut file, "version", version.into());
    put_content(&mut file, pack.content().view());
    let mut written = format!("{:#}", Value::Object(file));
    written.push('\n');
    written
}

/// Takes the files of a pack out of the members of one file, without any check.
pub(super) fn take_content(file: &mut Map<String, Value>) -> PackContent {
    let texts = match file.remove("texts") {
        Some(Value::Object(texts)) => texts.into_iter().collect(),
        _ => Vec::new(),
    };
    PackContent {
        structure: file.remove("pack").unwrap_or_default(),
        sources: file.remove("sources").unwrap_or_default(),
        texts,
        cases: file.remove("cases").unwrap_or_default(),
    }
}

/// Puts the files of a pack into one file.
pub(super) fn put_content(file: &mut Map<String, Value>, content: PackView<'_>) {
    json::set(file, "pack", content.structure.clone());
    json::set(file, "sources", content.sources.clone());
    json::set(file, "texts", Value::Object(content.texts.iter().cloned().collect()));
    if !content.cases.is_null() {
        json::set(file, "cases", content.cases.clone());
    }
}
