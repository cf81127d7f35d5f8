//! Texts of which a part is struck out: what is left of them counts, but a figure beside a struck out one is asked for.

use super::dated::dated;
use super::table::{Cell, Doubt};

/// Around what is struck out while a text is read: characters that no text of an office holds.
const OPEN: char = '\u{fff9}';
const CLOSE: char = '\u{fffb}';

/// A struck out part of a text, so that the rest of it is known.
#[cfg(feature = "documents")]
pub(super) fn struck(text: &str) -> String {
    if text.trim().is_empty() {
        text.to_owned()
    } else {
        [OPEN, CLOSE].map(String::from).join(text)
    }
}

/// A text with its struck out parts in brackets, as it is shown.
pub(super) fn in_brackets(text: &str) -> String {
    text.replace(OPEN, "[").replace(CLOSE, "]")
}

/// A cell of a text: without its struck out parts, so that a heading, a name or a unit is what is left; where a figure is left, with them in
/// brackets, so that it is no number. What is struck out from end to end counts no longer.
pub(super) fn kept(text: &str) -> Cell {
    if !text.contains(OPEN) {
        return if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    }
    let rest = left(text);
    let rest = rest.trim();
    if rest.is_empty() {
        Cell::Doubt(Doubt::Struck, text.replace([OPEN, CLOSE], "").trim().to_owned())
    } else if is_amount(rest) {
        Cell::Text(in_brackets(text))
    } else {
        Cell::Text(rest.to_owned())
    }
}

/// A text without what is struck out of it.
pub(super) fn left(text: &str) -> String {
    let mut is_struck = false;
    let kept = text.chars().filter(|mark| match *mark {
        OPEN | CLOSE => {
            is_struck = *mark == OPEN;
            false
        }
        _ => !is_struck,
    });
    kept.collect()
}

/// Whether a text begins as a figure does and tells no year.
fn is_amount(text: &str) -> bool {
    let signs = |mark: char| !mark.is_alphanumeric();
    text.trim_start_matches(signs)
        .starts_with(|mark: char| mark.is_ascii_digit() || ('０'..='９').contains(&mark))
        && dated(text).years.is_empty()
}
