//! The roll-up: items, categories, rubrics, total, and the range the total can still take.

use super::band::band_of;
use super::maximum::{Maximum, maxima};
use super::points::Points;
use crate::assessment::{Assessment, Percent};
use crate::criteria::{CategorySlot, ItemSlot, Pack};

/// Points earned out of points possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub points: Points,
    pub max: Points,
}

impl Tally {
    fn add(&mut self, max: Points, points: Option<Points>) {
        self.max = self.max + max;
        self.points = self.points + points.unwrap_or_default();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemScore {
    pub item: ItemSlot,
    pub maximum: Maximum,
    /// The rating as it stands in the assessment. Where the item does not apply it is kept and not counted.
    pub percent: Option<Percent>,
    /// None while the item is not rated, and where it does not apply.
    pub points: Option<Points>,
    /// The band the percentage lies in; none as for the points.
    pub band: Option<usize>,
}

/// A category's items that count: those that apply and are no bonus items.
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

/// What an assessment is worth under a pack, for the kind of applicant it names.
///
/// Only items that apply count. Bonus items stand apart: their points are in no subtotal and not in the total, and one
/// that is not rated is not *unrated*, because nobody has to answer it.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Without bonus items. Items not rated count nothing here; see [`Score::range`].
    pub total: Tally,
    /// What bonus items that apply add on top.
    pub bonus: Tally,
    /// By rubric of the pack: process items and results items.
    pub rubrics: Vec<Tally>,
    pub categories: Vec<CategoryScore>,
    /// Every item of the pack, also those that do not apply.
    pub items: Vec<ItemScore>,
    /// Items that count and are not rated.
    pub unrated: usize,
    /// The least and the most the total can become when the items not rated are: nothing, or all their points.
    pub range: (Points, Points),
}

impl Score {
    /// The number of items that count.
    pub fn counted(&self) -> usize {
        self.categories.iter().map(|category| category.items).sum()
    }
    /// The number of items that count and are rated.
    pub fn rated(&self) -> usize {
        self.counted() - self.unrated
    }
    /// Whether every item that counts is rated, and there is one.
    pub fn is_complete(&self) -> bool {
        self.unrated == 0 && self.counted() > 0
    }
    /// Whether a bonus item applies.
    pub fn has_bonus(&self) -> bool {
        self.items.iter().any(|item| matches!(item.maximum, Maximum::Bonus(_)))
    }
    /// Whether any item of a category applies.
    pub fn category_applies(&self, pack: &Pack, category: CategorySlot) -> bool {
        pack.items_of(category).any(|item| self.items[item.0].maximum.applies())
    }
    /// The number of items that do not apply to the kind of applicant.
    pub fn not_applicable(&self) -> usize {
        self.items.iter().filter(|item| !item.maximum.applies()).count()
    }
    /// Whether sharing out has given an item a maximum that is no whole number of points.
    pub fn has_fractional_maximum(&self) -> bool {
        self.items.iter().filter_map(|item| item.maximum.points()).any(|max| !max.is_whole())
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
        bonus: Tally::default(),
        rubrics: vec![Tally::default(); rubrics.len()],
        categories: pack
            .categories()
            .map(|(category, _)| CategoryScore {
                category,
                tally: Tally::default(),
                rated: 0,
                items: 0,
            })
            .collect(),
        items: Vec::with_capacity(pack.items().len()),
        unrated: 0,
        range: Default::default(),
    };
    let maxima = maxima(pack, assessment.organisation.kind);
    for ((slot, item), maximum) in pack.items().zip(maxima) {
        let percent = assessment.item(slot).percent;
        let counting = percent.zip(maximum.points());
        let points = counting.map(|(percent, max)| Points::earned(max, percent, rounding));
        let band = counting.map(|(percent, _)| band_of(pack.rubric_of(slot), percent));
        match maximum {
            Maximum::NotApplicable => {}
            Maximum::Bonus(max) => score.bonus.add(max, points),
            Maximum::Counted(max) => {
                let category = &mut score.categories[pack.category_of(slot).0];
                let rubric = rubrics.iter().position(|rubric| rubric.id == item.rubric).unwrap_or(0);
                for tally in [&mut score.total, &mut category.tally, &mut score.rubrics[rubric]] {
                    tally.add(max, points);
                }
                category.items += 1;
                match points {
                    Some(_) => category.rated += 1,
                    None => {
                        score.unrated += 1;
                        score.range.1 = score.range.1 + max;
                    }
                }
            }
        }
        score.items.push(ItemScore {
            item: slot,
            maximum,
            percent,
            points,
            band,
        });
    }
    score.range = (score.total.points, score.total.points + score.range.1);
    score
}

/// What an item gains when its rating reaches the lowest percentage of the next band; none when it is not rated, does
/// not apply or stands in the highest band. 80 points at 50 % reach 70 % with 16 more points.
pub fn next_band_gain(pack: &Pack, item: &ItemScore) -> Option<Points> {
    let rubric = pack.rubric_of(item.item);
    let next = rubric.bands.get(item.band? + 1)?;
    let scoring = &pack.structure().scoring;
    let reached = Points::earned(item.maximum.points()?, Percent::new(next.from, scoring.step)?, scoring.rounding);
    Some(reached - item.points?)
}
