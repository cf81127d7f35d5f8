//! Texts as they are compared: full-width characters as narrow ones, small letters, letters and figures alone.

/// `顾客 满意度（％）` is `顾客满意度`, `Top-2 Score` is `top2score`.
pub(super) fn fold(text: &str) -> String {
    let kept = narrow(text).filter(|mark| mark.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// What stands before a last piece in parentheses, where there is one: `Revenue` of `Revenue (10,000 yuan)`.
pub(super) fn without_last_parentheses(text: &str) -> Option<&str> {
    let text = text.trim();
    if !text.ends_with([')', '）']) {
        return None;
    }
    let before = text.get(..text.rfind(['(', '（'])?)?.trim();
    (!before.is_empty()).then_some(before)
}

/// The years from 1900 to 2100 that are written in a text, as figures of four.
pub(super) fn years(text: &str) -> Vec<i32> {
    let narrow: String = narrow(text).collect();
    let runs = narrow.split(|mark: char| !mark.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).filter(|year| (1900..=2100).contains(year)).collect()
}

/// Full-width characters as their narrow ones.
pub(super) fn narrow(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|mark| match mark {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(mark as u32 - 0xfee0).unwrap_or(mark),
        '\u{3000}' => ' ',
        _ => mark,
    })
}
