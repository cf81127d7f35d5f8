//! Text on its way into XML.

use docx_rs::{Run, RunFonts};

/// A run of text in the language's font; a tab character becomes a tab.
pub(super) fn run(text: &str, chinese: bool) -> Run {
    let mut run = Run::new();
    if chinese {
        // Quotation marks, dashes and dots exist in both fonts; this asks for the Chinese ones.
        run = run.fonts(RunFonts::new().hint("eastAsia"));
    }
    for (at, piece) in text.split('\t').enumerate() {
        if at > 0 {
            run = run.add_tab();
        }
        if !piece.is_empty() {
            run = run.add_text(legal(piece));
        }
    }
    run
}

/// The text with every character XML 1.0 cannot hold (production 2, `Char`) replaced by U+FFFD. Nothing else changes.
pub(super) fn legal(text: &str) -> String {
    let illegal = |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars()
        .map(|character| if illegal(character) { char::REPLACEMENT_CHARACTER } else { character })
        .collect()
}

/// Text between tags: `<`, `>` and `&` escaped, illegal characters replaced.
pub(super) fn escaped(text: &str) -> String {
    legal(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text in an attribute's quotation marks, on one line.
pub(super) fn attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;").replace(['\n', '\r', '\t'], " ")
}
