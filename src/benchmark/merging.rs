//! Many cards made one file, and what was left out of it.

use super::card::ScoreCard;
use super::cells::Cell;
use super::disclosure::{LEAST, published_parts};
use super::fault::CardFault;
use super::publication::{Publication, PublishedCell};
use super::quartiles::{Coarseness, Quartiles, quartiles};
use crate::assessment::Percent;
use crate::criteria::{Pack, PackReference};
use crate::scoring::{Points, maxima};
use std::collections::BTreeMap;

/// A file that does not count, by its place among those that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub at: usize,
    pub why: Why,
}

/// Why it does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read; the first of its faults.
    Unreadable(CardFault),
    /// It is of other criteria than those at hand, or of another edition.
    OtherPack { id: String, edition: String },
    /// What the criteria cannot have.
    Misfit(CardFault),
    /// It holds the same as an earlier file, by its place: one that was sent twice.
    Repeated(usize),
}

/// What cards came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// None where fewer than [`LEAST`] cards count.
    pub publication: Option<Publication>,
    /// Cards that count.
    pub counted: usize,
    pub left_out: Vec<LeftOut>,
    /// Cells that hold cards and are not published, with how many: for whoever merges, never to be published.
    pub withheld: Vec<(Cell, usize)>,
}

/// Merges files under a pack. Their order does not matter, but for which of two that hold the same is named.
pub fn merge(pack: &Pack, files: &[&str]) -> Merged {
    let (mut cards, mut left_out) = (Vec::new(), Vec::new());
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let why = match ScoreCard::read(file) {
            Err(faults) => match faults.into_iter().next() {
                Some(fault) => Why::Unreadable(fault),
                None => continue,
            },
            Ok(card) if card.pack.id != pack.id() || card.pack.edition != pack.edition() => Why::OtherPack {
                id: card.pack.id,
                edition: card.pack.edition,
            },
            Ok(card) => match (card.misfit(pack), known.get(&card.write())) {
                (Some(fault), _) => Why::Misfit(fault),
                (None, Some(earlier)) => Why::Repeated(*earlier),
                (None, None) => {
                    known.insert(card.write(), at);
                    cards.push(card);
                    continue;
                }
            },
        };
        left_out.push(LeftOut { at, why });
    }
    let mut withheld = Vec::new();
    let publication = (cards.len() >= LEAST).then(|| Publication {
        pack: PackReference {
            id: pack.id().to_owned(),
            edition: pack.edition().to_owned(),
            hash: pack.hash().to_owned(),
        },
        years: (
            cards.iter().map(|card| card.year).min().unwrap_or_default(),
            cards.iter().map(|card| card.year).max().unwrap_or_default(),
        ),
        cells: cells(pack, &cards, &mut withheld),
    });
    Merged {
        publication,
        counted: cards.len(),
        left_out,
        withheld,
    }
}

/// The published cells, from the whole inwards.
fn cells(pack: &Pack, cards: &[ScoreCard], withheld: &mut Vec<(Cell, usize)>) -> Vec<PublishedCell> {
    let (mut all, mut inside) = (Vec::new(), vec![Cell::WHOLE]);
    while !inside.is_empty() {
        let mut next = Vec::new();
        for cell in inside {
            let of: Vec<&ScoreCard> = cards.iter().filter(|card| cell.holds(card)).collect();
            all.extend(published(pack, cell, &of));
            let parts = cell.parts();
            let counts: Vec<usize> = parts.iter().map(|part| of.iter().filter(|card| part.holds(card)).count()).collect();
            for ((part, n), is_told) in parts.iter().zip(&counts).zip(published_parts(of.len(), &counts)) {
                match is_told {
                    true => next.push(*part),
                    false if *n > 0 => withheld.push((*part, *n)),
                    false => {}
                }
            }
        }
        inside = next;
    }
    all
}

/// What is told of a cell.
fn published(pack: &Pack, cell: Cell, cards: &[&ScoreCard]) -> Option<PublishedCell> {
    let totals: Vec<u32> = cards.iter().map(|card| total(pack, card)).collect();
    let item = |id: &String| -> Option<(String, Quartiles)> {
        let ratings: Option<Vec<u32>> = cards.iter().map(|card| card.items.get(id).map(|percent| u32::from(*percent) * 100)).collect();
        Some((id.clone(), quartiles(&ratings?, Coarseness::of_ratings(pack.structure().scoring.step))?))
    };
    Some(PublishedCell {
        cell,
        n: (cards.len() / LEAST * LEAST) as u32,
        total: quartiles(&totals, Coarseness::TOTAL)?,
        items: pack.items().filter_map(|(_, about)| item(&about.id)).collect(),
    })
}

/// The total of a card in hundredths of a per cent of the points possible for its kind, rounded down: 545 of 1,000 is 5450.
fn total(pack: &Pack, card: &ScoreCard) -> u32 {
    let scoring = &pack.structure().scoring;
    let (mut earned, mut possible) = (Points::default(), Points::default());
    for ((_, item), maximum) in pack.items().zip(maxima(pack, Some(card.kind))) {
        let rated = card.items.get(&item.id).and_then(|percent| Percent::new(*percent, scoring.step));
        if let Some((max, percent)) = maximum.points().zip(rated) {
            earned = earned + Points::earned(max, percent, scoring.rounding);
            possible = possible + max;
        }
    }
    (earned.hundredths() * 10_000).checked_div(possible.hundredths()).unwrap_or_default() as u32
}
