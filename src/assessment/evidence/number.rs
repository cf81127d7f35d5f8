//! Numbers of entries: `E01`, `E-32`, `附件3`, `QMS-2015.a`.

/// The longest number, in characters.
pub const LONGEST_NUMBER: usize = 20;

/// Whether a text can be the number of an entry: 1 to 20 letters, digits, hyphens, full stops and underscores, beginning
/// and ending with a letter or digit, with at least one letter. `E-01` is one; `12`, `E 01` and `-E1` are none.
pub fn is_evidence_number(text: &str) -> bool {
    let ends = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
    let allowed = |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '_');
    ends && text.chars().count() <= LONGEST_NUMBER && text.chars().all(allowed) && text.chars().any(char::is_alphabetic)
}

/// A number as what stands before its last digits, and those: `E-01` is (`E-`, `01`), `E-a` is (`E-a`, ``).
pub(super) fn split(number: &str) -> (&str, &str) {
    let prefix = number.trim_end_matches(|character: char| character.is_ascii_digit());
    number.split_at(prefix.len())
}

/// A number of a prefix and a count, filled up with zeros: (`E-`, 7, 2) is `E-07`.
pub(super) fn join(prefix: &str, count: u64, width: usize) -> String {
    let digits = count.to_string();
    let mut number = String::from(prefix);
    for _ in digits.len()..width.min(LONGEST_NUMBER) {
        number.push('0');
    }
    number.push_str(&digits);
    number
}

/// Whether what stands at the beginning of a reference has the form of a number, register or not: one to three ASCII
/// letters, a hyphen or none, one to four digits, as in `E-03`; after them the small letters of a number that gave way to
/// another when files were merged, as in `E-03-kq`.
pub(crate) fn usual(word: &str) -> bool {
    let small = |letters: &str| letters.len() >= 2 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let word = word.rsplit_once('-').filter(|(_, letters)| small(letters)).map_or(word, |(word, _)| word);
    let (prefix, digits) = split(word);
    let letters = prefix.strip_suffix('-').unwrap_or(prefix);
    (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase()) && (1..=4).contains(&digits.len())
}
