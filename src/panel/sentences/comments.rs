//! All comments on an item, by factor, those that say nearly the same together.

use super::likeness::{ALIKE, Pairs};
use super::record::{ItemSentences, Side, Source, sources};
use crate::criteria::{ItemSlot, Pack};
use crate::order;
use crate::panel::Panel;

/// Words that tell of which factor a sentence is, by factor of the rubric. They are texts, so whoever asks brings them along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cues(pub Vec<Vec<String>>);

impl Cues {
    /// The factor a sentence is of: the one it is headed with (`展开：…`), else the one most of whose words stand in it; of several the one
    /// that is named first. None where no word of any stands there.
    pub fn factor(&self, sentence: &str) -> Option<usize> {
        let sentence = sentence.to_lowercase();
        let headed = |cue: &String| {
            sentence
                .strip_prefix(cue.as_str())
                .is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
        };
        if let Some(factor) = self.0.iter().position(|cues| cues.iter().any(headed)) {
            return Some(factor);
        }
        let mut best: Option<(usize, usize, usize)> = None;
        for (factor, cues) in self.0.iter().enumerate() {
            let places: Vec<usize> = cues.iter().filter_map(|cue| sentence.find(cue.as_str())).collect();
            let Some(first) = places.iter().min() else { continue };
            if best.is_none_or(|(count, place, _)| places.len() > count || (places.len() == count && *first < place)) {
                best = Some((places.len(), *first, factor));
            }
        }
        best.map(|(.., factor)| factor)
    }
}

/// What became of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is part of a sentence of the panel, by its position among those kept.
    Used(usize),
    /// It is set aside, by its position among those.
    Aside(usize),
    /// It is not dealt with yet.
    Left,
}

/// A sentence an assessor wrote, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub source: Source,
    pub outcome: Outcome,
}

/// Sentences that say nearly the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub side: Side,
    /// As its position in the rubric; none where no sentence tells.
    pub factor: Option<usize>,
    /// In the order of their words.
    pub said: Vec<Said>,
}

/// The comments on an item: strengths before opportunities, by factor of the rubric with those of no factor last, larger groups first.
/// Two sentences at least [`ALIKE`] stand in one group, and so does what is alike to one of them. The order of the assessors is
/// irrelevant.
pub fn comments(panel: &Panel, item: ItemSlot, cues: &Cues) -> Vec<Group> {
    let sentences = panel.sentences_of(item);
    let mut groups = Vec::new();
    for side in Side::ALL {
        let mut all: Vec<Source> = written(panel, item, side);
        order::sort_by(&mut all, |one, other| (&one.text, &one.assessor).cmp(&(&other.text, &other.assessor)));
        all.dedup();
        let mut of_side: Vec<Group> = Vec::new();
        for members in together(&all) {
            let said: Vec<Said> = members
                .iter()
                .map(|at| Said {
                    outcome: outcome(&sentences, side, &all[*at]),
                    source: all[*at].clone(),
                })
                .collect();
            let factor = most(said.iter().filter_map(|said| cues.factor(&said.source.text)));
            of_side.push(Group { side, factor, said });
        }
        order::sort_by_key(&mut of_side, |group| (group.factor.unwrap_or(usize::MAX), std::cmp::Reverse(group.said.len())));
        groups.extend(of_side);
    }
    groups
}

/// Comments on the whole that are not dealt with yet, of items that somebody has rated or commented.
pub fn left(pack: &Pack, panel: &Panel) -> usize {
    let of_item = |item: ItemSlot| {
        let sentences = panel.sentences_of(item);
        let of_side = |side: Side| {
            let written = written(panel, item, side);
            written.iter().filter(|source| outcome(&sentences, side, source) == Outcome::Left).count()
        };
        Side::ALL.into_iter().map(of_side).sum::<usize>()
    };
    pack.items().map(|(slot, _)| of_item(slot)).sum()
}

pub(super) fn written(panel: &Panel, item: ItemSlot, side: Side) -> Vec<Source> {
    let mut all = Vec::new();
    for collected in &panel.sheets {
        let judgement = collected.sheet.judgement(item);
        let written = match side {
            Side::Strength => &judgement.strengths,
            Side::Opportunity => &judgement.opportunities,
        };
        all.extend(sources(&collected.sheet.assessor, written));
    }
    all
}

fn outcome(sentences: &ItemSentences, side: Side, source: &Source) -> Outcome {
    let used = |kept: &super::record::Sentence| kept.side == side && kept.from.contains(source);
    let aside = |aside: &super::record::Aside| aside.side == side && aside.source == *source;
    if let Some(at) = sentences.kept.iter().position(used) {
        Outcome::Used(at)
    } else if let Some(at) = sentences.aside.iter().position(aside) {
        Outcome::Aside(at)
    } else {
        Outcome::Left
    }
}

/// Positions of sentences that belong together, each group upwards, groups by their first.
fn together(all: &[Source]) -> Vec<Vec<usize>> {
    let pairs: Vec<Pairs> = all.iter().map(|source| Pairs::of(&source.text)).collect();
    // To which earlier sentence each belongs.
    let mut first: Vec<usize> = (0..all.len()).collect();
    for at in 0..all.len() {
        for before in 0..at {
            if first[before] != first[at] && (all[before].text == all[at].text || pairs[before].likeness(&pairs[at]) >= ALIKE) {
                let (low, high) = (first[before].min(first[at]), first[before].max(first[at]));
                first.iter_mut().filter(|place| **place == high).for_each(|place| *place = low);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
    for (at, place) in first.into_iter().enumerate() {
        groups[place].push(at);
    }
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}

/// The factor most sentences are of; of several the first of the rubric.
fn most(factors: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<usize> = Vec::new();
    for factor in factors {
        if counts.len() <= factor {
            counts.resize(factor + 1, 0);
        }
        counts[factor] += 1;
    }
    let most = counts.iter().max().filter(|count| **count > 0)?;
    counts.iter().position(|count| count == most)
}
