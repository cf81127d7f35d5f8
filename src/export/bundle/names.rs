//! Names inside a bundle: made so that every common file system takes them, and checked before they are believed.

use crate::export::name::safe;

/// Names Windows keeps for devices, whatever ending they have.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
    "lpt8", "lpt9",
];
/// The longest ending that is kept as one, in characters.
const LONGEST_ENDING: usize = 10;

/// The names given so far; two never differ by the case of letters alone.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// A name of its own in a folder (empty: none). What was said to it goes into it as far as that is safe:
    /// `("evidence", "E01", "../Handbuch.PDF")` gives `evidence/E01-Handbuch.PDF`.
    pub fn give(&mut self, folder: &str, number: &str, wanted: &str) -> String {
        let (stem, ending) = match wanted.rsplit_once('.') {
            Some((stem, ending)) if (1..=LONGEST_ENDING).contains(&ending.chars().count()) && ending.chars().all(char::is_alphanumeric) => (stem, ending),
            _ => (wanted, ""),
        };
        let (stem, number) = (safe(stem), safe(number));
        let mut parts: Vec<&str> = [number.as_str(), stem.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() || (parts.len() == 1 && is_reserved(parts[0])) {
            parts.push("file");
        }
        let base = parts.join("-");
        let mut count = 1;
        loop {
            let mut name = String::new();
            if !folder.is_empty() {
                name.push_str(folder);
                name.push('/');
            }
            name.push_str(&base);
            if count > 1 {
                name.push('-');
                name.push_str(&count.to_string());
            }
            if !ending.is_empty() {
                name.push('.');
                name.push_str(ending);
            }
            let folded = name.to_lowercase();
            if !self.0.contains(&folded) {
                self.0.push(folded);
                return name;
            }
            count += 1;
        }
    }
}

fn is_reserved(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or_default();
    RESERVED.contains(&base.trim().to_lowercase().as_str())
}

/// Whether a name stays inside the folder it would be unpacked to, on every common file system: relative, parts divided by
/// slashes, none of them empty, `.`, `..` or reserved, without control characters, colons and backslashes.
pub fn is_safe_path(name: &str) -> bool {
    let refused = |character: char| character.is_control() || matches!(character, '\\' | ':' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let part = |part: &str| !part.is_empty() && part.chars().any(|character| character != '.') && !is_reserved(part);
    !name.chars().any(refused) && name.split('/').all(part)
}
