//! Word lists of the rules, one for each language a text may be written in, and which language that is.

use std::ops::Range;

/// The language a sentence is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    Chinese,
    English,
}

impl Tongue {
    /// By what it consists of: a Chinese sentence may hold Latin names, an English one a Chinese name. What is capitals only (ERP, SPC)
    /// belongs to both. None without words.
    pub fn of(text: &str) -> Option<Tongue> {
        let joins = |sign: char| sign.is_ascii_alphabetic() || matches!(sign, '-' | '\'' | '’');
        let signs = text.chars().filter(|&sign| is_han(sign)).count();
        let is_word = |word: &&str| word.bytes().any(|letter| letter.is_ascii_lowercase());
        let words = text.split(|sign| !joins(sign)).filter(is_word).count();
        if signs == 0 && words < 2 {
            None
        } else if signs >= words {
            Some(Tongue::Chinese)
        } else {
            Some(Tongue::English)
        }
    }
}

/// Whether it is an ideograph.
pub(super) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What a rule looks for, in small letters, parted by `|`. English ones are whole words; with `*` behind it, one is what words begin
/// with.
pub(super) struct Words {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Words {
    /// Whether the letters of any of them stand in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        let latin = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        self.zh.split('|').any(|word| text.contains(word)) || latin && self.en.split('|').any(|word| text.contains(word.trim_end_matches('*')))
    }

    /// The first of them in a text that is in small letters.
    pub fn first(&self, tongue: Tongue, text: &str) -> Option<Range<usize>> {
        match tongue {
            Tongue::Chinese => self
                .zh
                .split('|')
                .filter_map(|word| text.find(word).map(|at| at..at + word.len()))
                .min_by_key(|place| place.start),
            Tongue::English => self.en.split('|').filter_map(|word| english(text, word)).min_by_key(|place| place.start),
        }
    }
}

fn english(text: &str, word: &str) -> Option<Range<usize>> {
    let (word, begins) = word.strip_suffix('*').map_or((word, false), |word| (word, true));
    let apart = |sign: Option<char>| !sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    let is_word = |at: &usize| apart(text[..*at].chars().next_back()) && (begins || apart(text[at + word.len()..].chars().next()));
    let at = text.match_indices(word).map(|(at, _)| at).find(is_word)?;
    let rest = text[at + word.len()..].bytes().take_while(|byte| begins && byte.is_ascii_alphabetic()).count();
    Some(at..at + word.len() + rest)
}

#[cfg(test)]
mod tests {
    use super::{Tongue, Words};

    #[test]
    fn a_sentence_is_of_the_language_most_of_it_is_in() {
        for (text, tongue) in [
            ("采用 PDCA 和 SPC 方法", Some(Tongue::Chinese)),
            ("The brand 京华 is known.", Some(Tongue::English)),
            ("2013 2014 2015", None),
            ("", None),
            ("ERP", None),
            ("上线 ERP、MES、PLM", Some(Tongue::Chinese)),
        ] {
            assert_eq!(Tongue::of(text), tongue, "{text}");
        }
    }

    #[test]
    fn english_words_are_whole_or_beginnings() {
        let words = Words {
            zh: "显著",
            en: "great|dramatic*",
        };
        let found = |text| words.first(Tongue::English, text).map(|place| &text[place]);
        assert_eq!(found("greatly dramatically great"), Some("dramatically"));
        assert_eq!(found("greatest"), None);
        assert_eq!(words.first(Tongue::Chinese, "成效显著"), Some(6..12));
    }
}
