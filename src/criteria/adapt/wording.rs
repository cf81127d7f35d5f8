//! A text given in several languages at once.

use crate::json::{ById, from_members, to_members};

/// A text by language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    texts: ById<String>,
    /// For every other language.
    otherwise: String,
}

from_members! { Wording { texts, otherwise } }
to_members! { Wording { texts, otherwise } }

impl Wording {
    /// One text a language, by tag. A language that is not among them has none.
    pub fn new(texts: &[(&str, &str)]) -> Wording {
        Wording {
            texts: ById(texts.iter().map(|(tag, text)| (String::from(*tag), String::from(*text))).collect()),
            otherwise: String::new(),
        }
    }

    /// One text for all languages, such as the title of a document.
    pub fn everywhere(text: &str) -> Wording {
        Wording {
            texts: ById::default(),
            otherwise: text.to_owned(),
        }
    }

    /// Sets the text of a language.
    pub fn set(&mut self, language: &str, text: &str) {
        let texts = &mut self.texts.0;
        match texts.iter().position(|(tag, _)| tag == language) {
            Some(at) => texts[at].1 = text.to_owned(),
            None => texts.push((language.to_owned(), text.to_owned())),
        }
    }

    /// The text in a language; empty where it has none.
    pub fn get(&self, language: &str) -> &str {
        self.texts.get(language).unwrap_or(&self.otherwise)
    }

    /// Whether it has no words in any language.
    pub fn is_blank(&self) -> bool {
        self.otherwise.trim().is_empty() && self.texts.0.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Whether it says the same as some texts; one text for all languages does so where one of them is that text.
    pub fn says<'t>(&self, languages: &[&str], text: &dyn Fn(&str) -> &'t str) -> bool {
        if self.texts.0.is_empty() {
            return languages.iter().any(|language| text(language) == self.otherwise);
        }
        languages.iter().all(|language| text(language) == self.get_or_first(language))
    }

    /// The text in a language, or in the first one it has: for what must not be left without.
    pub fn get_or_first(&self, language: &str) -> &str {
        match (self.get(language), self.texts.0.first()) {
            ("", Some((_, first))) => first,
            (text, _) => text,
        }
    }
}
