//! What is to be said of a template that was filled: nothing of it is dropped in silence.

use crate::language::{Language, fill};
use crate::report::{Placed, Placing};

/// Names are told once each, in the order they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Placeholders nobody knows; they stand in the document as they stood in the template.
    pub unknown: Vec<String>,
    /// Parts whose placeholder does not stand alone in a paragraph of the text; they stand as they stood.
    pub misplaced: Vec<String>,
    /// Placeholders for which nothing was filled in; nothing stands in their place.
    pub empty: Vec<String>,
    /// What was written and has no placeholder, by title.
    pub unplaced: Vec<String>,
    /// The template has no part at all, and the submission stands behind it.
    pub appended: bool,
}

impl Told {
    pub(super) fn of(names: &[(&str, bool)], placing: &Placing) -> Told {
        let mut told = Told {
            unplaced: placing.unplaced.clone(),
            appended: placing.placed.len() > names.len(),
            ..Told::default()
        };
        for ((name, _), placed) in names.iter().zip(&placing.placed) {
            let list = match placed {
                Placed::Unknown => &mut told.unknown,
                Placed::Value(value) if value.is_empty() => &mut told.empty,
                Placed::Part(range) if range.is_empty() => &mut told.empty,
                Placed::Misplaced => &mut told.misplaced,
                _ => continue,
            };
            if !list.iter().any(|known| known == name) {
                list.push((*name).to_owned());
            }
        }
        told
    }

    /// What is to be said, a sentence each.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let words = language.words();
        let listed = |text: &str, names: &[String]| {
            let all = names.join(words.term_list());
            (!names.is_empty()).then(|| fill(text, &[("list", &all)]))
        };
        let all = [
            listed(words.clean_unknown(), &self.unknown),
            listed(words.clean_misplaced(), &self.misplaced),
            listed(words.clean_blank(), &self.empty),
            listed(words.clean_unplaced(), &self.unplaced),
            self.appended.then(|| words.clean_appended().to_owned()),
        ];
        all.into_iter().flatten().collect()
    }
}
