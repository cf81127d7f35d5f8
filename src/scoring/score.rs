//! The roll-up: items, categories, rubrics, total, and the range the total can still take.

use super::band::band_of;
use super::points::Points;
use crate::assessment::{Assessment, Percent};
use crate::criteria::{CategorySlot, ItemSlot, Pack};

/// Points earned out of points possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub points: Points,
    pub max: Points,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemScore {
    pub item: ItemSlot,
    pub max: Points,
    pub percent: Option<Percent>,
    /// None while the item is not rated.
    pub points: Option<Points>,
    /// The band the percentage lies in.
    pub band: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CategoryScore {
    pub category: CategorySlot,
    pub tally: Tally,
    pub rated: usize,
    pub items: usize,
}

impl CategoryScore {
    /// Earned share of the maximum in whole percent, rounded down; none while an item is not rated.
    pub fn percent(&self) -> Option<u64> {
        (self.rated == self.items && self.tally.max.hundredths() > 0).then(|| self.tally.points.hundredths() * 100 / self.tally.max.hundredths())
    }
}

/// What an assessment is worth under a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Items not rated count nothing here; see [`Score::range`].
    pub total: Tally,
    /// By rubric of the pack: process items and results items.
    pub rubrics: Vec<Tally>,
    pub categories: Vec<CategoryScore>,
    pub items: Vec<ItemScore>,
    pub unrated: usize,
    /// The least and the most the total can become when the items not rated are: nothing, or all their points.
    pub range: (Points, Points),
}

impl Score {
    pub fn rated(&self) -> usize {
        self.items.len() - self.unrated
    }
    /// The subtotal of a rubric by its id, such as `process`.
    pub fn rubric(&self, pack: &Pack, id: &str) -> Tally {
        let found = pack.structure().rubrics.iter().position(|rubric| rubric.id == id);
        found.map_or_else(Tally::default, |at| self.rubrics[at])
    }
}

/// Scores an assessment. Category points add up to the total, and so do the rubrics'.
pub fn score(pack: &Pack, assessment: &Assessment) -> Score {
    let rounding = pack.structure().scoring.rounding;
    let rubrics = &pack.structure().rubrics;
    let mut score = Score {
        total: Tally::default(),
        rubrics: vec![Tally::default(); rubrics.len()],
        categories: pack
            .categories()
            .map(|(category, content)| CategoryScore {
                category,
                tally: Tally::default(),
                rated: 0,
                items: content.items.len(),
            })
            .collect(),
        items: Vec::with_capacity(pack.items().len()),
        unrated: 0,
        range: Default::default(),
    };
    for (slot, item) in pack.items() {
        let percent = assessment.item(slot).percent;
        let max = Points::whole(item.points);
        let points = percent.map(|percent| Points::earned(item.points, percent, rounding));
        let band = percent.map(|percent| band_of(pack.rubric_of(slot), percent));
        let category = &mut score.categories[pack.category_of(slot).0];
        let rubric = rubrics.iter().position(|rubric| rubric.id == item.rubric).unwrap_or(0);
        for tally in [&mut score.total, &mut category.tally, &mut score.rubrics[rubric]] {
            tally.max = tally.max + max;
            tally.points = tally.points + points.unwrap_or_default();
        }
        match points {
            Some(_) => category.rated += 1,
            None => {
                score.unrated += 1;
                score.range.1 = score.range.1 + max;
            }
        }
        score.items.push(ItemScore {
            item: slot,
            max,
            percent,
            points,
            band,
        });
    }
    score.range = (score.total.points, score.total.points + score.range.1);
    score
}

/// What an item gains when its rating reaches the lowest percentage of the next band; none when it is not rated or
/// stands in the highest band. 80 points at 50 % reach 70 % with 16 more points.
pub fn next_band_gain(pack: &Pack, item: &ItemScore) -> Option<Points> {
    let rubric = pack.rubric_of(item.item);
    let next = rubric.bands.get(item.band? + 1)?;
    let step = pack.structure().scoring.step;
    let reached = Points::earned(pack.item(item.item).points, Percent::new(next.from, step)?, pack.structure().scoring.rounding);
    Some(reached - item.points?)
}
