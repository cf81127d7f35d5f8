//! Text is text: a pack can hold no markup, no script, no address, and nothing that steers the line it stands in.

/// What a text must not hold, as it is told: `<b`, `://`, `U+202E`; none where the text is plain.
///
/// The sign `<` alone is plain (`X < 300`), and so is a colon after a word (`data: 3 years`).
pub(in crate::criteria) fn offence(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let found = match byte {
            b'<' if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?') => &text[at..=at + 1],
            b'/' if next == b'/' && ends(bytes, at, ":") => "://",
            b'/' if next == b'/' && bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric) => "//",
            b':' if ends(bytes, at, "javascript") => "javascript:",
            b':' if ends(bytes, at, "vbscript") => "vbscript:",
            b':' if ends(bytes, at, "data") && (next.is_ascii_alphabetic() || matches!(next, b',' | b';')) => "data:",
            b'.' if ends(bytes, at, "www") && next.is_ascii_alphanumeric() => "www.",
            // Where the characters of `steers` begin in UTF-8.
            ..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef => match text[at..].chars().next().filter(|first| steers(*first)) {
                Some(character) => return Some(code_point(character)),
                None => continue,
            },
            _ => continue,
        };
        return Some(found.into());
    }
    None
}

/// Whether a word ends before a position, in capitals or not, and no longer word does.
fn ends(bytes: &[u8], at: usize, word: &str) -> bool {
    let Some(start) = at.checked_sub(word.len()) else { return false };
    let whole = start == 0 || !bytes[start - 1].is_ascii_alphanumeric() || word == ":";
    whole && bytes[start..at].eq_ignore_ascii_case(word.as_bytes())
}

/// Control characters but the line feed, the invisible ones that change the direction or the end of a line, and the
/// sign that stands where a file was not UTF-8.
fn steers(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}')
}

/// `U+202E`, as character tables name it.
pub(in crate::criteria) fn code_point(character: char) -> String {
    let mut name = String::from("U+");
    for shift in [12, 8, 4, 0] {
        let digit = char::from_digit((character as u32 >> shift) & 15, 16);
        name.extend(digit.map(|digit| digit.to_ascii_uppercase()));
    }
    name
}
