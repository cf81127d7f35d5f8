//! Texts of any origin inside a sentence: on one line, short, and without what steers the line.

use crate::language::{Language, fill};

/// The longest value of a file that is quoted in a sentence, in characters.
const VALUE: usize = 60;

/// The longest place.
pub(super) const PLACE: usize = 200;

/// A value of a file for the middle of a sentence.
pub(super) fn quoted(language: Language, value: &str) -> String {
    shortened(language, value, VALUE)
}

/// A name or message of any origin on one line, shortened where it is very long.
pub fn on_one_line(language: Language, text: &str) -> String {
    shortened(language, text, PLACE)
}

/// A text on one line, without what steers the line, and at most so many characters long.
pub(super) fn shortened(language: Language, text: &str, most: usize) -> String {
    let mut characters = text
        .chars()
        .map(|character| if steers(character) { char::REPLACEMENT_CHARACTER } else { character });
    let start: String = characters.by_ref().take(most).collect();
    match characters.next() {
        Some(_) => fill(language.words().term_shortened(), &[("text", &start)]),
        None => start,
    }
}

/// Control characters, and the invisible ones that change the direction or the end of a line.
fn steers(character: char) -> bool {
    character.is_control() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
