//! Text on its way into HTML and into the style sheet.

use crate::export::plain::legal;

/// A text for elements and for quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(legal(other)),
        }
    }
    out
}

/// A text as a string of the style sheet, quotation marks included. All but letters, digits and spaces of ASCII is written
/// by number, so that nothing ends the string or the sheet.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars().map(legal) {
        if character.is_ascii_alphanumeric() || character == ' ' || !character.is_ascii() {
            out.push(character);
        } else {
            out.push_str(&format!("\\{:x} ", u32::from(character)));
        }
    }
    out.push('"');
    out
}
