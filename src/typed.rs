//! What is typed and pasted, as the plain characters it stands for: input methods write full-width, copies bring marks that
//! nobody sees.

/// Full-width and small characters, minus signs and spaces of all kinds as their narrow ones; marks without width are dropped.
///
/// `１，２００` is `1,200`.
pub fn narrow(text: &str) -> String {
    let narrowed = |mark: char| match mark {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(mark as u32 - 0xfee0),
        '\u{ffe5}' => Some('¥'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => Some('-'),
        '\u{fe62}' => Some('+'),
        '\u{fe6a}' | '\u{66a}' => Some('%'),
        '\u{fe50}' => Some(','),
        '\u{fe52}' => Some('.'),
        '\u{fe59}' => Some('('),
        '\u{fe5a}' => Some(')'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        _ if mark.is_whitespace() => Some(' '),
        _ => Some(mark),
    };
    text.chars().filter_map(narrowed).collect()
}

/// A whole number from 0, thousands parted or not; none for anything else, so that nothing is guessed.
///
/// `１２０` is 120, `1，200` and `1 200` are 1,200; `1,20`, `1.0`, `-1`, `12万` and an empty text are none.
pub fn whole(text: &str) -> Option<u64> {
    let narrow = narrow(text);
    let written = narrow.trim();
    let mark = if written.contains(',') { ',' } else { ' ' };
    let groups: Vec<&str> = written.split(mark).collect();
    let first = groups.first()?;
    let parted = groups.len() == 1 || (first.len() <= 3 && !first.starts_with('0') && groups[1..].iter().all(|group| group.len() == 3));
    let digits = groups.concat();
    (parted && !first.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}
