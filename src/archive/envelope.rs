//! What all files of the kit have in common: text, JSON, `format` and `version`.

use super::error::ReadError;
use super::{MAJOR, MAX_BYTES, MAX_VALUES};
use crate::json::{self, Absent, FromJson};
use serde_json::Value;

/// A file of a known format, before its members are read.
#[derive(Debug)]
pub(super) struct Envelope {
    pub value: Value,
    /// Pointer of the first member that stands twice.
    pub repeated: Option<String>,
}

/// The text of a file: at most [`MAX_BYTES`], UTF-8 with or without byte-order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len() as u64 });
    }
    let content = std::str::from_utf8(bytes).map_err(|_| ReadError::NotText)?;
    Ok(content.strip_prefix('\u{feff}').unwrap_or(content))
}

/// The JSON of a text.
pub(super) fn parse(content: &str) -> Result<Envelope, ReadError> {
    if content.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let scanned = json::scan(content);
    if scanned.values > MAX_VALUES {
        return Err(ReadError::TooMany { limit: MAX_VALUES });
    }
    let parsed = scanned.parse().map_err(|at| ReadError::NotJson {
        line: at.line,
        column: at.column,
    })?;
    Ok(Envelope {
        value: parsed.value,
        repeated: parsed.repeated.into_iter().next(),
    })
}

impl Envelope {
    /// JSON that is there already.
    pub fn of(value: Value) -> Envelope {
        Envelope { value, repeated: None }
    }

    /// What the file says it is; empty where it says nothing.
    pub fn format(&self) -> &str {
        self.value.get("format").and_then(Value::as_str).unwrap_or_default()
    }

    /// The minor version of a file of a format; refused where it is another format, a newer major version, or a member
    /// stands twice.
    pub fn minor(&self, format: &str, otherwise: ReadError) -> Result<u32, ReadError> {
        if self.format() != format {
            return Err(otherwise);
        }
        let version = self.value.get("version").and_then(Value::as_str).unwrap_or_default();
        let (major, minor) = version_of(version).ok_or_else(|| ReadError::BadValue {
            pointer: "/version".into(),
            value: version.into(),
        })?;
        if major != MAJOR {
            return Err(ReadError::NewerVersion { version: version.into() });
        }
        match &self.repeated {
            Some(pointer) => Err(ReadError::Repeated { pointer: pointer.clone() }),
            None => Ok(minor),
        }
    }
}

/// A file's members as its type, and the pointers of those the type does not know.
pub(super) fn members<T: FromJson>(value: &Value) -> Result<(T, Vec<String>), ReadError> {
    let typed = json::typed::<T>(value, Absent::Default);
    match typed.content {
        Some(file) => Ok((file, typed.unknown)),
        None => {
            let pointer = typed.wrong.into_iter().next().map_or_else(String::new, |wrong| wrong.pointer);
            Err(ReadError::WrongKind { pointer })
        }
    }
}

fn version_of(version: &str) -> Option<(u32, u32)> {
    let (major, minor) = version.split_once('.')?;
    let major: u32 = major.parse().ok()?;
    let minor: u32 = minor.parse().ok()?;
    (major >= 1).then_some((major, minor))
}
