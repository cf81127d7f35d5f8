//! Keys that were meant as commands and came to stand in a text.

/// Every letter that is a command of the room.
pub(super) const LETTERS: &str = "npmrtljubhsf";

/// Whether a text is nothing but one or two keys of the room, such as `r` or `n5`: somebody went on by keys while a field was open.
/// That is no reason and no note.
pub fn is_key_slip(text: &str) -> bool {
    let text = text.trim();
    let is_key = |letter: char| letter.is_ascii_digit() || LETTERS.contains(letter.to_ascii_lowercase());
    !text.is_empty() && text.chars().count() <= 2 && text.chars().all(is_key)
}
