//! A whole pack as one file, to be handed on: what the kit exports and imports.

use super::content::{PackContent, PackView};
use super::fault::{Fault, FaultCode};
use super::pack::{MAX_BYTES, Pack};
use crate::json;
use serde_json::{Map, Value};

const FORMAT: &str = "award-kit.pack-file";

/// Whether a JSON text says of itself that it is a pack as one file.
pub fn is_pack_file(text: &str) -> bool {
    json::parse(text).is_ok_and(|parsed| parsed.value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads and checks a pack that is one file of that name; all faults are collected, with their places in that file.
pub fn read_pack_file(name: &str, text: &str) -> Result<Pack, Vec<Fault>> {
    let single = |code, pointer: &str| vec![Fault::new(code, name, pointer)];
    if text.len() > MAX_BYTES {
        return Err(single(FaultCode::TooLarge, ""));
    }
    let parsed = json::parse(text).map_err(|at| {
        let mut faults = single(FaultCode::NotJson, "");
        faults[0].given = [at.line.to_string(), at.column.to_string()].join(":");
        faults
    })?;
    if let Some(pointer) = parsed.repeated.first() {
        return Err(single(FaultCode::RepeatedField, pointer));
    }
    let Value::Object(mut file) = parsed.value else {
        return Err(single(FaultCode::UnknownFormat, ""));
    };
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(single(FaultCode::UnknownFormat, "/format"));
    }
    Pack::from_content(take_content(&mut file)).map_err(|mut faults| {
        for fault in &mut faults {
            let within = match fault.file.as_str() {
                "pack.json" => "/pack".to_owned(),
                "sources.json" => "/sources".to_owned(),
                texts => json::push("/texts", texts.trim_start_matches("text.").trim_end_matches(".json")),
            };
            fault.pointer = [within.as_str(), fault.pointer.as_str()].concat();
            fault.file = name.to_owned();
        }
        faults
    })
}

/// A pack as one file: JSON indented by two spaces, with a line feed at the end. Reading it again gives the same
/// content hash.
pub fn write_pack_file(pack: &Pack) -> String {
    let mut file = Map::new();
    json::set(&mut file, "format", FORMAT.into());
    json::set(&mut file, "version", "1.1".into());
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
    }
}

/// Puts the files of a pack into one file.
pub(super) fn put_content(file: &mut Map<String, Value>, content: PackView<'_>) {
    json::set(file, "pack", content.structure.clone());
    json::set(file, "sources", content.sources.clone());
    json::set(file, "texts", Value::Object(content.texts.iter().cloned().collect()));
}
