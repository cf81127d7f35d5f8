//! Text on its way into cells: nothing XML cannot hold, nothing longer than a cell takes, one kind of line break.

use crate::language::{Words, fill};

/// The longest text of a cell, in UTF-16 code units.
const LONGEST: usize = 32_767;

/// The longest piece of a text in a list, in characters: what a row as high as Excel allows (409 points) still shows.
const PIECE: usize = 600;

/// A text as it may stand in a cell: characters XML 1.0 cannot hold become U+FFFD, every line break becomes a line feed.
pub(super) fn legal(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut legal: String = text.chars().map(allowed).collect();
    // The crate takes a text between these tags for markup of its own.
    if legal.starts_with("<r>") && legal.ends_with("</r>") {
        legal.push(' ');
    }
    legal
}

fn allowed(character: char) -> char {
    match character {
        '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// A text for one cell; where it is too long it is cut, and its end says so.
pub(super) fn fitting(words: &Words, text: &str) -> String {
    let text = legal(text);
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let told = fill(words.workbook_cut(), &[("n", &text.chars().count().to_string())]);
    let mut left = LONGEST - told.encode_utf16().count();
    let fits = |character: &char| {
        let fits = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        fits
    };
    let start: String = text.chars().take_while(fits).collect();
    start + &told
}

/// A text in pieces for the rows of a list: a piece for every line that is not empty, and long lines in several. Nothing
/// is lost.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let text = legal(text);
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let characters: Vec<char> = line.chars().collect();
        pieces.extend(characters.chunks(PIECE).map(|piece| piece.iter().collect::<String>()));
    }
    pieces
}

/// Whether a program could take the text for a formula when the cell is edited.
pub(super) fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start_matches([' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠'])
}

/// How wide a character is at 10 points, in widths of a column (a digit at 11 points).
fn width(character: char) -> f64 {
    match character {
        '\u{2e80}'.. => 1.93,
        ' ' | '!' | '\'' | '(' | ')' | ',' | '.' | ':' | ';' | '[' | ']' | 'I' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' | '|' => 0.6,
        '%' | '@' | 'M' | 'W' | 'm' | 'w' | '—' | '…' => 1.4,
        'A'..='Z' => 1.12,
        _ => 0.96,
    }
}

/// How many lines a text takes in a column so wide: Latin words stay whole, Chinese may break anywhere.
pub(super) fn lines(text: &str, room: f64) -> f64 {
    let room = (room * 0.97).max(1.0);
    let mut lines = 0.0;
    for line in text.split('\n') {
        let (mut filled, mut word) = (0.0, 0.0);
        lines += 1.0;
        for character in line.chars() {
            let wide = width(character);
            let breaks = character == ' ' || character >= '\u{2e80}';
            word = if breaks { 0.0 } else { word + wide };
            filled += wide;
            if filled > room && character != ' ' {
                lines += 1.0;
                // What has been begun goes to the next line, unless it fills one alone.
                filled = if word > 0.0 && word < room { word } else { wide };
                word = word.min(filled);
            }
        }
    }
    lines
}

/// A text as one line of a header or footer, at most so many characters; `&` begins a command there and is doubled.
pub(super) fn in_margin(text: &str, most: usize) -> String {
    let line = legal(text).split_whitespace().collect::<Vec<&str>>().join(" ");
    line.chars().take(most).collect::<String>().replace('&', "&&")
}
