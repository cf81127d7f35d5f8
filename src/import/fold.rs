//! Texts as they are compared: full-width characters as narrow ones, small letters, letters and figures alone.

/// `顾客 满意度（％）` is `顾客满意度`, `Top-2 Score` is `top2score`.
pub(super) fn fold(text: &str) -> String {
    let kept = narrow(text).filter(|mark| mark.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Full-width characters as their narrow ones.
pub(super) fn narrow(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|mark| match mark {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(mark as u32 - 0xfee0).unwrap_or(mark),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ffe5}' => '¥',
        '\u{fe6a}' => '%',
        '\u{fe13}' | '\u{fe30}' | '\u{fe55}' | '\u{2236}' => ':',
        '\u{fe59}' => '(',
        '\u{fe5a}' => ')',
        _ => mark,
    })
}
