//! A comment taken apart into sentences.

/// The sentences of a text, without numbering and bullets before them: at the ends of lines, behind `。！？；` and behind `.`, `!`, `?` and
/// `;` where a space follows. A number with a point in it stays whole.
pub fn split(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut begun = String::new();
    let mut put = |begun: &mut String| {
        let sentence = bare(begun);
        if sentence.chars().any(char::is_alphanumeric) {
            sentences.push(sentence.to_owned());
        }
        begun.clear();
    };
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        if matches!(mark, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            put(&mut begun);
            continue;
        }
        begun.push(mark);
        let ends = match mark {
            '。' | '！' | '？' | '；' => true,
            // `1. 方法` is numbering, `4.2` a number.
            '.' => marks.peek().is_none_or(|next| next.is_whitespace()) && bare(&begun).chars().filter(|letter| letter.is_alphabetic()).count() > 1,
            '!' | '?' | ';' => marks.peek().is_none_or(|next| next.is_whitespace()),
            _ => false,
        };
        if ends {
            put(&mut begun);
        }
    }
    put(&mut begun);
    sentences
}

/// Without what only numbers it: `1. `, `（2）`, `③`, `- `, `• `.
fn bare(text: &str) -> &str {
    let mut rest = text.trim();
    rest = rest
        .trim_start_matches(['-', '•', '·', '*', '—', '–', '●', '○', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'])
        .trim_start();
    let inner = rest.trim_start_matches(['（', '(']);
    let digits = inner.len() - inner.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = &inner[digits..];
        let closed = after.trim_start_matches(['）', ')', '、', '．', '.']);
        // A number that goes on, such as `3.5` or `20%`, is none of an enumeration.
        if closed.len() < after.len() && !closed.starts_with(|letter: char| letter.is_ascii_digit()) {
            rest = closed.trim_start();
        }
    }
    rest
}
