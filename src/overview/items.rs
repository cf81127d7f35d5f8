//! How every item stands: the rows of the overview. Each number is the one its own page shows.

use crate::assessment::Assessment;
use crate::criteria::{Item, ItemSlot, Pack};
use crate::date::Date;
use crate::findings::{Finding, characters, grouped};
use crate::indicators::Results;
use crate::merge::ListedPart;
use crate::scoring::{ItemScore, Maximum, Score};

/// How far an item is, in as few words as there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Neither answered nor rated.
    Empty,
    /// Answered or rated, and something is found.
    Begun,
    /// Answered and rated, and nothing is found.
    Complete,
    /// It does not apply to the kind of applicant.
    NotApplicable,
}

impl State {
    /// All states.
    pub const ALL: [State; 4] = [State::Empty, State::Begun, State::Complete, State::NotApplicable];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            State::Empty => "empty",
            State::Begun => "begun",
            State::Complete => "complete",
            State::NotApplicable => "not_applicable",
        }
    }
}

/// Who has a part with the item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub department: String,
    /// The last day on which it is in time; none where nobody said one.
    pub deadline: Option<Date>,
    /// Whether the part came back.
    pub is_back: bool,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStanding {
    pub item: ItemSlot,
    pub state: State,
    /// What all its answers are long, in 字数: see [`characters`].
    pub characters: usize,
    /// How many factors have an answer, in any scope.
    pub answered: usize,
    /// How many factors its rubric has.
    pub factors: usize,
    pub score: ItemScore,
    /// References to evidence that are listed with it.
    pub evidence: usize,
    /// Of a results item: how many of the indicators meant for the applicant have a figure, and how many there are.
    pub figures: Option<(usize, usize)>,
    /// How many things are found in it and its figures.
    pub findings: usize,
    /// In the order they were handed out.
    pub holders: Vec<Holder>,
}

/// All items of the pack in its order.
pub fn item_standings(pack: &Pack, assessment: &Assessment, score: &Score, results: &Results, found: &[Finding], parts: &[ListedPart]) -> Vec<ItemStanding> {
    let groups = grouped(found);
    let of = |(slot, item): (ItemSlot, &Item)| {
        let record = assessment.item(slot);
        let factors = pack.rubric_of(slot).factors.len();
        let is_answered = |factor: &usize| (0..record.scopes()).any(|scope| !record.answer(scope, *factor).trim().is_empty());
        let findings = groups.iter().find(|group| group.item == Some(slot)).map_or(0, |group| group.findings.len());
        let holders = parts.iter().filter(|part| part.items.contains(&item.id)).map(|part| Holder {
            department: part.department.clone(),
            deadline: part.wanted.deadline,
            is_back: part.returned.is_some(),
        });
        let score = score.items[slot.0];
        ItemStanding {
            item: slot,
            state: match score.maximum {
                Maximum::NotApplicable => State::NotApplicable,
                _ if record.percent.is_none() && record.is_unanswered() => State::Empty,
                _ if record.percent.is_none() || record.is_unanswered() || findings > 0 => State::Begun,
                _ => State::Complete,
            },
            characters: record.answers().map(|answer| characters(answer)).sum(),
            answered: (0..factors).filter(is_answered).count(),
            factors,
            score,
            evidence: record.evidence.len(),
            figures: figures(pack, results, slot),
            findings,
            holders: holders.collect(),
        }
    };
    pack.items().map(of).collect()
}

/// As the page of indicators counts them; none where the item has no indicators.
fn figures(pack: &Pack, results: &Results, slot: ItemSlot) -> Option<(usize, usize)> {
    pack.results_items().find(|results| *results == slot)?;
    let of_item = results
        .indicators
        .iter()
        .filter(|reading| reading.applies && reading.place.is_some_and(|(item, _)| item == slot));
    let (mut there, mut all) = (0, 0);
    for reading in of_item {
        all += 1;
        there += usize::from(reading.has_figure());
    }
    (all > 0).then_some((there, all))
}
