//! Key themes proposed from what recurs: a factor or an orientation that several items show on the same side. A proposal is counted,
//! not judged; people choose and word it.

use super::comments::{Cues, written};
use super::record::Side;
use crate::criteria::{ItemSlot, Pack};
use crate::order;
use crate::panel::Panel;
use crate::scoring::maxima;

/// A factor or an orientation recurs from so many items on.
const RECURS: usize = 3;

/// What recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A factor: positions of the rubric in the pack and of the factor in it.
    Factor { rubric: usize, factor: usize },
    /// An orientation, by its id.
    Orientation(String),
}

/// A theme that could be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub side: Side,
    pub about: About,
    /// The items that show it, in the order of the pack.
    pub items: Vec<ItemSlot>,
}

/// What recurs over the items that apply, most items first: factors before orientations of as many items. Of an item the panel has
/// sentences of, these count; else what the assessors wrote. `cues` are asked for with the position of a rubric.
///
/// With opportunities on deployment in 4.1.1, 4.2.1 and 4.3.2, and on approach in two items, deployment is proposed.
pub fn proposals(pack: &Pack, panel: &Panel, cues: &dyn Fn(usize) -> Cues) -> Vec<Proposal> {
    let rubrics = &pack.structure().rubrics;
    let cues: Vec<Cues> = (0..rubrics.len()).map(cues).collect();
    let mut all: Vec<Proposal> = Vec::new();
    let mut count = |side: Side, about: About, item: ItemSlot| match all.iter_mut().find(|known| known.side == side && known.about == about) {
        Some(known) if known.items.last() != Some(&item) => known.items.push(item),
        Some(_) => {}
        None => all.push(Proposal {
            side,
            about,
            items: vec![item],
        }),
    };
    for ((slot, item), maximum) in pack.items().zip(maxima(pack, panel.subject.kind)) {
        let Some(rubric) = rubrics.iter().position(|rubric| rubric.id == item.rubric).filter(|_| maximum.applies()) else {
            continue;
        };
        let sentences = panel.sentences_of(slot);
        for side in Side::ALL {
            let kept = sentences.kept.iter().filter(|sentence| sentence.side == side);
            let mut factors: Vec<Option<usize>> = kept.map(|sentence| cues[rubric].factor(&sentence.text)).collect();
            if factors.is_empty() {
                factors = written(panel, slot, side).iter().map(|source| cues[rubric].factor(&source.text)).collect();
            }
            if factors.is_empty() {
                continue;
            }
            order::sort(&mut factors);
            factors.dedup();
            for factor in factors.into_iter().flatten() {
                count(side, About::Factor { rubric, factor }, slot);
            }
            for orientation in &item.orientations {
                count(side, About::Orientation(orientation.clone()), slot);
            }
        }
    }
    all.retain(|proposal| proposal.items.len() >= RECURS);
    let is_factor = |about: &About| matches!(about, About::Factor { .. });
    order::sort_by_key(&mut all, |proposal| (std::cmp::Reverse(proposal.items.len()), !is_factor(&proposal.about)));
    all
}
