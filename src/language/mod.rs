//! How it is said: every text of the kit in every language, one folder a language, made into one type by `build.rs`.
//!
//! Knows nothing of the core: it is asked by name (`words.home_title()`) or by a code (`words.by_code(codes::REASON, code)`).

mod forms;

pub use forms::{grouped, in_groups, with_minus};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Language {
    /// The language of a tag such as `en-GB`; none where the kit does not speak it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        Language::ALL.iter().copied().find(|language| language.tag() == primary)
    }

    /// A day as it is written in running text: `2016年12月2日`, `2 December 2016`.
    pub fn date(self, year: i32, month: u32, day: u32) -> String {
        let words = self.words();
        let name = words.date_months().split('|').nth(month.saturating_sub(1) as usize).unwrap_or_default();
        fill(words.date_format(), &[("year", &year.to_string()), ("month", name), ("day", &day.to_string())])
    }
}

/// Every text of the kit in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The text of a code of the core; the code itself where there is none, which a test rules out.
    pub fn by_code<'a>(&self, group: &CodeTexts, code: &'a str) -> &'a str {
        group
            .binary_search_by(|(name, _)| (*name).cmp(code))
            .map_or(code, |at| group[at].1[self.language as usize])
    }
    /// Whether there is a text for a code.
    pub fn has_code(&self, group: &CodeTexts, code: &str) -> bool {
        group.binary_search_by(|(name, _)| (*name).cmp(code)).is_ok()
    }
}

/// Puts values into the places of a text: `fill("{n} of {all}", &[("n", "3"), ("all", "23")])` gives `3 of 23`.
/// Values are not searched again, so braces a user typed stay as they are.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, after) = rest.split_at(start);
        filled.push_str(before);
        let Some(end) = after.find('}') else {
            rest = after;
            break;
        };
        let name = &after[1..end];
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&after[..=end]),
        }
        rest = &after[end + 1..];
    }
    filled.push_str(rest);
    filled
}
