//! Texts of two sides in one.

use super::Sides;
use crate::assessment::ProfileText;

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
        _ => false,
    }
}

/// Whether a free text may have several lines.
fn has_lines(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    if pointer.starts_with("/organisation/") {
        return ProfileText::ALL.iter().any(|field| field.key() == last && field.lines() > 1);
    }
    pointer.starts_with("/items/") || matches!(last, "note" | "what" | "formula")
}

/// Both texts, each under a line that says whose it is; where there is one line only, each followed by whose it is.
pub(super) fn joined(pointer: &str, ours: &str, theirs: &str, sides: Sides<'_>) -> String {
    if has_lines(pointer) {
        ["【", sides.ours, "】\n", ours, "\n\n【", sides.theirs, "】\n", theirs].concat()
    } else {
        [ours, "【", sides.ours, "】", " / ", theirs, "【", sides.theirs, "】"].concat()
    }
}
