//! Texts of two sides in one.

use super::Sides;
use crate::assessment::{ProfileText, UnitText, side_by_side, wordings};

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
        ["rules_off", _] | ["notes", _, "text"] => true,
        _ => false,
    }
}

/// Whether a free text may have several lines.
fn has_lines(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    if pointer.starts_with("/organisation/") {
        return ProfileText::ALL.iter().any(|field| field.key() == last && field.lines() > 1);
    }
    pointer.starts_with("/items/") || pointer.starts_with("/notes/") || matches!(last, "note" | "what" | "formula" | "activity")
}

/// Both texts side by side, to be decided by somebody. A text that was joined before brings its wordings, each once, so that joining again
/// piles up nothing.
pub(super) fn joined(pointer: &str, ours: &str, theirs: &str, sides: Sides<'_>) -> String {
    let mut all = wordings(ours).unwrap_or_else(|| vec![(sides.ours, ours)]);
    for wording in wordings(theirs).unwrap_or_else(|| vec![(sides.theirs, theirs)]) {
        if !all.contains(&wording) {
            all.push(wording);
        }
    }
    side_by_side(&all, has_lines(pointer))
}

/// Whether a text was joined from another and something else.
pub(super) fn holds(pointer: &str, long: &str, short: &str) -> bool {
    is_free_text(pointer) && wordings(long).is_some_and(|all| all.iter().any(|(_, text)| *text == short))
}
