//! What the panel writes down from comments.

use super::split::split;
use crate::assessment::{Text, text};
use crate::criteria::ItemSlot;
use std::rc::Rc;

/// On which side something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Strength,
    Opportunity,
}

impl Side {
    pub const ALL: [Side; 2] = [Side::Strength, Side::Opportunity];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Side::Strength => "strength",
            Side::Opportunity => "opportunity",
        }
    }
    /// The side of a word.
    pub fn of_word(word: &str) -> Option<Side> {
        Side::ALL.into_iter().find(|side| side.word() == word)
    }
}

/// A sentence an assessor wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    pub assessor: Text,
    pub text: Text,
}

/// A sentence of the panel, with the comments it was made of; none where the panel wrote it itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub side: Side,
    pub text: Text,
    pub from: Vec<Source>,
}

/// A comment that is not used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    pub side: Side,
    pub source: Source,
    pub reason: Text,
}

/// What the panel made of the comments on one item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemSentences {
    /// In the order in which they are told.
    pub kept: Vec<Sentence>,
    pub aside: Vec<Aside>,
}

impl ItemSentences {
    pub fn is_blank(&self) -> bool {
        self.kept.is_empty() && self.aside.is_empty()
    }

    /// The sentences of a side, one a line; empty where there is none.
    pub fn told(&self, side: Side) -> String {
        let lines = self.kept.iter().filter(|sentence| sentence.side == side).map(|sentence| sentence.text.trim());
        lines.filter(|line| !line.is_empty()).collect::<Vec<&str>>().join("\n")
    }

    /// With a sentence of the panel made of some comments, which are no longer set aside.
    pub fn with(&self, sentence: Sentence) -> ItemSentences {
        let mut after = self.clone();
        after.release(sentence.side, &sentence.from);
        after.kept.push(sentence);
        after
    }

    /// With comments set aside, which are no longer part of a sentence; a sentence that has no comment left goes.
    pub fn setting_aside(&self, side: Side, sources: &[Source], reason: &Text) -> ItemSentences {
        let mut after = self.clone();
        after.release(side, sources);
        let aside = |source: &Source| Aside {
            side,
            source: source.clone(),
            reason: reason.clone(),
        };
        after.aside.extend(sources.iter().map(aside));
        after
    }

    /// With comments not dealt with again.
    pub fn releasing(&self, side: Side, sources: &[Source]) -> ItemSentences {
        let mut after = self.clone();
        after.release(side, sources);
        after
    }

    fn release(&mut self, side: Side, sources: &[Source]) {
        self.aside.retain(|aside| aside.side != side || !sources.contains(&aside.source));
        for sentence in self.kept.iter_mut().filter(|sentence| sentence.side == side && !sentence.from.is_empty()) {
            sentence.from.retain(|source| !sources.contains(source));
            if sentence.from.is_empty() {
                sentence.text = text("");
            }
        }
        self.kept.retain(|sentence| !sentence.text.is_empty());
    }
}

/// A key theme across items, in the panel's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub side: Side,
    pub text: Text,
    /// The items it was seen in.
    pub items: Vec<ItemSlot>,
}

/// Something to be verified on site 现场评审.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub item: ItemSlot,
    /// What is to be verified.
    pub question: Text,
    /// Who asks.
    pub who: Text,
    /// Where: a room, a workshop, a department.
    pub place: Text,
    /// Which evidence is to be shown.
    pub evidence: Text,
}

/// The sentences of a comment with who wrote it.
pub(super) fn sources(assessor: &Text, written: &str) -> Vec<Source> {
    let source = |sentence: String| Source {
        assessor: assessor.clone(),
        text: Rc::from(sentence),
    };
    split(written).into_iter().map(source).collect()
}
