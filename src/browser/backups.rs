//! When a backup file of an assessment was last saved: noted in local storage, to remind of the next one. Losing the note
//! costs a reminder too many.

use super::{clock, local};

const START: &str = "award-kit.backup.";

/// Notes that a file was saved just now.
pub fn note(id: &str) {
    local::set(&[START, id].concat(), &clock::now().to_string());
}

/// When one was saved last, in milliseconds since 1970; where none was, when the assessment was begun, which its id tells.
pub fn since(id: &str) -> Option<f64> {
    let noted = local::get(&[START, id].concat()).and_then(|noted| noted.parse().ok());
    let begun = id.get(..id.len().saturating_sub(8)).and_then(|begun| u64::from_str_radix(begun, 16).ok());
    noted.or(begun.map(|begun| begun as f64))
}

/// Forgets it.
pub(super) fn forget(id: &str) {
    local::remove(&[START, id].concat());
}
