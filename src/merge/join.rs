//! Texts of two sides in one.

use super::Sides;
use crate::assessment::{ProfileText, UnitText};

/// Whether a free text stands at a place of the file, so that two can be joined. Choices, dates and numbers are none.
pub(super) fn is_free_text(pointer: &str) -> bool {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        ["organisation", field] => ProfileText::ALL.iter().any(|known| known.key() == *field),
        ["eligibility", "answers", _, "evidence"] | ["eligibility", "self_checks", _, "note"] => true,
        ["items", _, "answers", _, _] | ["items", _, "strengths" | "opportunities" | "remark"] => true,
        ["indicators", _, "evidence"] | ["indicators", _, "gaps", _] | ["indicators", _, "benchmark", "name"] => true,
        ["own_indicators", _, "name" | "unit" | "formula"] => true,
        ["own_indicators", _, "figures", "evidence"] | ["own_indicators", _, "figures", "gaps", _] => true,
        ["own_indicators", _, "figures", "benchmark", "name"] => true,
        ["evidence", _, "title" | "owner" | "place"] => true,
        ["actions", _, "title" | "owner" | "note"] => true,
        ["road", _, "note"] | ["incidents", _, "what" | "note"] => true,
        ["units", _, field] => UnitText::ALL.iter().any(|known| known.key() == *field),
        _ => false,
    }
}

/// Whether a free text may have several lines.
fn has_lines(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    if pointer.starts_with("/organisation/") {
        return ProfileText::ALL.iter().any(|field| field.key() == last && field.lines() > 1);
    }
    pointer.starts_with("/items/") || matches!(last, "note" | "what" | "formula" | "activity")
}

/// Both texts, each under a line that says whose it is; where there is one line only, each followed by whose it is. A text
/// that was joined before brings its parts, each once, so that joining again piles up nothing.
pub(super) fn joined(pointer: &str, ours: &str, theirs: &str, sides: Sides<'_>) -> String {
    let mut parts = parts(pointer, ours).unwrap_or_else(|| vec![(sides.ours, ours)]);
    for part in self::parts(pointer, theirs).unwrap_or_else(|| vec![(sides.theirs, theirs)]) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let lines = has_lines(pointer);
    let written = parts.iter().map(|(whose, text)| {
        if lines {
            ["【", whose, "】\n", text].concat()
        } else {
            [text, "【", whose, "】"].concat()
        }
    });
    written.collect::<Vec<String>>().join(if lines { "\n\n" } else { " / " })
}

/// Whether a text was joined from another and something else.
pub(super) fn holds(pointer: &str, long: &str, short: &str) -> bool {
    is_free_text(pointer) && parts(pointer, long).is_some_and(|parts| parts.iter().any(|(_, text)| *text == short))
}

/// The parts of a joined text: whose each is, and what it says; none where it was not joined.
fn parts<'a>(pointer: &str, text: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    if has_lines(pointer) {
        let parts = text.strip_prefix('【')?.split("\n\n【");
        return parts.map(|part| part.split_once("】\n")).collect();
    }
    let part = |part: &'a str| part.strip_suffix('】')?.rsplit_once('【').map(|(text, whose)| (whose, text));
    text.split(" / ").map(part).collect()
}
