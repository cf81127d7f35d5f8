//! How both files are read: whole or not at all, every fault with its place.

use super::fault::{CardFault, CardFaultCode};
use crate::eligibility::SizeClass;
use crate::json::{self, Absent, FromJson};
use serde_json::Value;

/// The major version of both files.
const MAJOR: &str = "1";

/// A file of a format as its type. `most` is its largest size in bytes; with `alone` a member nobody knows is a fault, else it is passed
/// over.
pub(super) fn read<T: FromJson>(text: &str, format: &str, most: usize, alone: bool) -> Result<T, Vec<CardFault>> {
    let one = |code, at: &str, given: &str| vec![CardFault::new(code, at, given)];
    if text.len() > most {
        return Err(one(CardFaultCode::TooLarge, "", &text.len().to_string()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = json::parse(text).map_err(|at| one(CardFaultCode::NotJson, &format!("{}:{}", at.line, at.column), ""))?;
    let says = |member: &str| parsed.value.get(member).and_then(Value::as_str).unwrap_or_default();
    if says("format") != format {
        return Err(one(CardFaultCode::OtherFile, "/format", says("format")));
    }
    match says("version").split_once('.') {
        Some((major, minor)) if is_number(major) && is_number(minor) => {
            if major != MAJOR {
                return Err(one(CardFaultCode::Newer, "/version", says("version")));
            }
        }
        _ => return Err(one(CardFaultCode::BadValue, "/version", says("version"))),
    }
    let typed = json::typed::<T>(&parsed.value, Absent::Wrong);
    let mut faults: Vec<CardFault> = parsed.repeated.iter().map(|at| CardFault::new(CardFaultCode::Repeated, at, "")).collect();
    faults.extend(
        typed
            .wrong
            .into_iter()
            .map(|wrong| CardFault::new(CardFaultCode::WrongKind, wrong.pointer, wrong.given)),
    );
    if alone {
        faults.extend(typed.unknown.into_iter().map(|at| CardFault::new(CardFaultCode::Unknown, at, "")));
    }
    typed.content.filter(|_| faults.is_empty()).ok_or(faults)
}

fn is_number(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Size classes by their words in files.
pub(super) const SIZES: [(&str, SizeClass); 4] = {
    use SizeClass::{Large, Medium, Micro, Small};
    [(Micro.word(), Micro), (Small.word(), Small), (Medium.word(), Medium), (Large.word(), Large)]
};
