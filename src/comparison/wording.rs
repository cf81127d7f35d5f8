//! What differs in the wording of two texts, for reading: what stands, what is gone and what is new.
//!
//! Chinese has no spaces between words, so every ideograph is compared for itself; letters and digits go together as words and
//! numbers. What happens to stay between two changes and is shorter than both is no help to a reader and belongs to them.

use similar::DiffOp;
use similar::algorithms::{Capture, myers};
use std::ops::Range;

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    /// Only in the text before.
    Gone(String),
    /// Only in the text after.
    New(String),
}

/// A change: words of the text before that are gone, and words of the text after that stand in their place.
struct Changed {
    gone: Range<usize>,
    new: Range<usize>,
}

/// The pieces of two texts in reading order; what is gone stands before what is new. Without those that are new they are the
/// text before, without those that are gone the text after.
///
/// `每年评审一次` and `每季度评审一次` are `每`, `年` gone, `季度` new, `评审一次`.
pub fn wording(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let changes = joined(&old, &new, changes(&old, &new));
    let mut pieces = Vec::new();
    let mut add = |piece: fn(String) -> Piece, words: &[&str]| {
        if !words.is_empty() {
            pieces.push(piece(words.concat()));
        }
    };
    let mut at = 0;
    for change in changes {
        add(Piece::Same, &old[at..change.gone.start]);
        add(Piece::Gone, &old[change.gone.clone()]);
        add(Piece::New, &new[change.new]);
        at = change.gone.end;
    }
    add(Piece::Same, &old[at..]);
    pieces
}

/// Whether of two texts hardly anything stands, less than a third of the shorter one, so that they are better read side by side.
pub fn is_rewritten(pieces: &[Piece]) -> bool {
    let (mut same, mut gone, mut new) = (0, 0, 0);
    for piece in pieces {
        match piece {
            Piece::Same(text) => same += text.chars().count(),
            Piece::Gone(text) => gone += text.chars().count(),
            Piece::New(text) => new += text.chars().count(),
        }
    }
    gone > 0 && new > 0 && same * 3 < same + gone.min(new)
}

fn changes(old: &[&str], new: &[&str]) -> Vec<Changed> {
    let mut found = Capture::new();
    // Nothing that is captured fails.
    let _ = myers::diff(&mut found, old, 0..old.len(), new, 0..new.len());
    let changed = |operation: &DiffOp| !matches!(operation, DiffOp::Equal { .. });
    let ranges = |operation: &DiffOp| Changed {
        gone: operation.old_range(),
        new: operation.new_range(),
    };
    found.ops().iter().filter(|operation| changed(operation)).map(ranges).collect()
}

/// Changes that touch, or between which less stays than either has changed, become one.
fn joined(old: &[&str], new: &[&str], changes: Vec<Changed>) -> Vec<Changed> {
    let letters = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let size = |change: &Changed| letters(&old[change.gone.clone()]).max(letters(&new[change.new.clone()]));
    let mut all: Vec<Changed> = Vec::new();
    for mut change in changes {
        while let Some(last) = all.last() {
            let between = letters(&old[last.gone.end..change.gone.start]);
            if between > size(last).min(size(&change)) {
                break;
            }
            change = Changed {
                gone: last.gone.start..change.gone.end,
                new: last.new.start..change.new.end,
            };
            all.pop();
        }
        all.push(change);
    }
    all
}

/// What a character is when words are cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    /// Goes on with the word before it.
    Word,
    /// Stands for itself.
    Alone,
    /// Belongs to whatever stands before it.
    Mark,
}

fn letter(character: char) -> Letter {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => Letter::Mark,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Letter::Alone,
        character if character.is_alphanumeric() => Letter::Word,
        _ => Letter::Alone,
    }
}

/// A text cut into words: `一次交验合格率达98.5%` into its ideographs, `98.5` and `%`.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut before = None::<char>;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let digits = before.is_some_and(|before| before.is_ascii_digit()) && next.is_some_and(|next| next.is_ascii_digit());
        let goes_on = match letter(character) {
            Letter::Mark => true,
            Letter::Word => before.is_some_and(|before| letter(before) == Letter::Word || matches!(before, '.' | ',') && at > start + before.len_utf8()),
            Letter::Alone => matches!(character, '.' | ',') && digits,
        };
        if !goes_on && at > start {
            all.push(&text[start..at]);
            start = at;
        }
        before = Some(character);
    }
    if start < text.len() {
        all.push(&text[start..]);
    }
    all
}
