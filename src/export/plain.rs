//! Texts on their way into any file: in lines, and without the characters most formats cannot hold.

/// The lines of a text that are not empty, at least one.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let found: Vec<&str> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty())
        .collect();
    if found.is_empty() { vec![""] } else { found }
}

/// A character, or U+FFFD in the place of one that is no text: control characters but for tabs, and the two that are none.
pub(super) fn legal(character: char) -> char {
    let control = character.is_control() && character != '\t';
    if control || matches!(character, '\u{fffe}' | '\u{ffff}') {
        char::REPLACEMENT_CHARACTER
    } else {
        character
    }
}
