//! What a draft remembers beside the pack itself: sources cited for changed figures, and reasons.

use super::edit::Citation;
use super::wording::Wording;
use crate::criteria::lineage::Succession;
use crate::criteria::sources::{Attribution, Confidence, Status};
use crate::json::{ById, ToJson, from_members, to_members};
use serde_json::Value;

/// Sources and reasons of a draft.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Notes {
    /// The source of a figure that was changed without a word about where it comes from.
    pub here: Cited,
    /// The other sources that were given in words.
    pub cited: Vec<Cited>,
    /// Figures whose attribution was given.
    pub given: Vec<Given>,
    /// Why something was changed, by place.
    pub reasons: ById<String>,
    /// What items of the original have been split and merged into; also what was retired since.
    pub items: Vec<Succession>,
}

/// A source with its citation.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cited {
    pub source: String,
    pub texts: Wording,
}

/// An attribution somebody gave.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub figure: String,
    pub attribution: Attribution,
    /// Whether it was given to the figure as the original has it; then it stays when the figure goes back to that.
    pub unchanged: bool,
}

from_members! {
    Notes { here, cited, given, reasons, items }
    Cited { source, texts }
    Given { figure, attribution, unchanged }
}
to_members! {
    Notes { here, cited, given, reasons, items }
    Cited { source, texts }
    Given { figure, attribution, unchanged }
}

impl ToJson for Attribution {
    fn to_json(&self) -> Value {
        self.to_value()
    }
}

impl Notes {
    /// What was given for a figure.
    pub fn given(&self, figure: &str) -> Option<&Given> {
        self.given.iter().find(|given| given.figure == figure)
    }
    /// Why a place was changed; empty where nobody said so.
    pub fn reason(&self, place: &str) -> &str {
        self.reasons.get(place).map_or("", String::as_str)
    }

    /// Notes a reason, or takes it back where it is empty.
    pub fn set_reason(&mut self, place: &str, why: &str) {
        let reasons = &mut self.reasons.0;
        match reasons.iter().position(|(known, _)| known == place) {
            Some(at) if why.is_empty() => drop(reasons.remove(at)),
            Some(at) => reasons[at].1 = why.to_owned(),
            None if why.is_empty() => {}
            None => {
                let at = reasons.partition_point(|(known, _)| known.as_str() < place);
                reasons.insert(at, (place.to_owned(), why.to_owned()));
            }
        }
    }

    /// Notes an attribution that was given.
    pub fn give(&mut self, figure: &str, source: &str, status: Status, unchanged: bool) {
        let given = Given {
            figure: figure.to_owned(),
            attribution: Attribution {
                source: source.to_owned(),
                status,
                confidence: None::<Confidence>,
            },
            unchanged,
        };
        match self.given.iter().position(|known| known.figure == figure) {
            Some(at) => self.given[at] = given,
            None => self.given.push(given),
        }
    }

    /// The source of a citation that is given for some figures: a known one in the same words, the one that so far was
    /// given for these figures alone and is now said otherwise, or a new one.
    pub fn source_of(&mut self, wording: &Wording, languages: &[&str], figures: &[&String], taken: &dyn Fn(&str) -> bool) -> String {
        let mut all = std::iter::once(&self.here).chain(&self.cited);
        if let Some(known) = all.find(|cited| wording.says(languages, &|language| cited.texts.get_or_first(language))) {
            return known.source.clone();
        }
        for cited in &mut self.cited {
            let mut citing = self.given.iter().filter(|given| given.attribution.source == cited.source).peekable();
            if citing.peek().is_some() && citing.all(|given| figures.contains(&&given.figure)) {
                cited.texts = wording.clone();
                return cited.source.clone();
            }
        }
        let free = |number: &usize| {
            let id = ["adapted-", &number.to_string()].concat();
            !taken(&id) && !self.cited.iter().any(|cited| cited.source == id)
        };
        let source = ["adapted-", &(1..).find(free).unwrap_or_default().to_string()].concat();
        self.cited.push(Cited {
            source: source.clone(),
            texts: wording.clone(),
        });
        source
    }

    /// Forgets the sources nothing cites any more.
    pub fn tidy(&mut self) {
        let given = &self.given;
        self.cited.retain(|cited| given.iter().any(|given| given.attribution.source == cited.source));
    }

    /// Words one of the draft's own sources otherwise in a language.
    pub fn say(&mut self, source: &str, language: &str, text: &str) {
        let mut all = std::iter::once(&mut self.here).chain(&mut self.cited);
        if let Some(cited) = all.find(|cited| cited.source == source) {
            cited.texts.set(language, text);
        }
    }

    /// The citation of one of the draft's own sources.
    pub fn citation(&self, source: &str) -> Option<&Wording> {
        let mut all = std::iter::once(&self.here).chain(&self.cited);
        all.find(|cited| cited.source == source).map(|cited| &cited.texts)
    }
}

impl Citation {
    /// A source in words, the same in all languages.
    pub fn everywhere(text: &str) -> Citation {
        Citation::Given(Wording::everywhere(text))
    }
}
