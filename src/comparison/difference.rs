//! How two assessments of the same criteria differ: points gained and lost, by item and category, and what was written.

use super::actions::{ActionDifference, action_differences};
use super::figures::{FigureDifference, figure_differences};
use super::texts::{TextDifference, item_texts, profile_texts};
use crate::assessment::{Assessment, Text};
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use crate::scoring::{ItemScore, Maximum, Points, Score, Tally, score};

/// Two assessments, one compared with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub total: TallyChange,
    /// By rubric of the pack: process items and results items.
    pub rubrics: Vec<TallyChange>,
    /// Categories with an item that applies on either side.
    pub categories: Vec<(CategorySlot, TallyChange)>,
    /// Every item that applies on either side, in the order of the pack.
    pub items: Vec<ItemDifference>,
    /// What is written differently in the profile.
    pub profile: Vec<TextDifference>,
    /// Indicators of which anything differs.
    pub figures: Vec<FigureDifference>,
    /// Improvement actions that are new, gone, or at another stage.
    pub actions: Vec<ActionDifference>,
}

impl Difference {
    /// Hundredths of a point gained by items that gain and lost by items that lose, with how many they are; bonus items, which
    /// are in no total, apart. Gained less lost is what the total gains.
    pub fn gained_and_lost(&self) -> ((i64, usize), (i64, usize)) {
        let bonus = |item: &&ItemDifference| [item.before, item.after].iter().any(|score| matches!(score.maximum, Maximum::Bonus(_)));
        let gains: Vec<i64> = self.items.iter().filter(|item| !bonus(item)).map(ItemDifference::gained).collect();
        let of = |sign: i64| {
            let those = gains.iter().map(|gain| gain * sign).filter(|gain| *gain > 0);
            (those.clone().sum(), those.count())
        };
        (of(1), of(-1))
    }
    /// Whether anything differs at an item: its rating, its bands, what is written, its evidence, figures or actions.
    pub fn touches(&self, item: &ItemDifference) -> bool {
        let here = Some(item.item);
        !item.is_same() || self.figures.iter().any(|figure| figure.item == here) || self.actions.iter().any(|action| action.item == here)
    }
}

/// Points before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyChange {
    pub before: Tally,
    pub after: Tally,
}

impl TallyChange {
    /// Hundredths of a point gained; negative where points are lost. What is not rated counts nothing.
    pub fn gained(&self) -> i64 {
        gained(self.before.points, self.after.points)
    }
}

/// One item before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemDifference {
    pub item: ItemSlot,
    pub before: ItemScore,
    pub after: ItemScore,
    /// Position of the factor, with its bands.
    pub bands: Vec<(usize, Change<Option<usize>>)>,
    /// What is written differently.
    pub texts: Vec<TextDifference>,
    /// References to evidence that are new, and those that are gone.
    pub evidence_added: Vec<Text>,
    pub evidence_gone: Vec<Text>,
}

/// A value before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<T> {
    pub before: T,
    pub after: T,
}

impl ItemDifference {
    /// Hundredths of a point gained; negative where points are lost. What is not rated counts nothing: an item that is
    /// rated 50 % of 80 points for the first time gains 4000.
    pub fn gained(&self) -> i64 {
        gained(self.before.points.unwrap_or_default(), self.after.points.unwrap_or_default())
    }
    /// Whether nothing differs but, perhaps, what the item is worth.
    pub fn is_same(&self) -> bool {
        let written = self.texts.is_empty() && self.evidence_added.is_empty() && self.evidence_gone.is_empty();
        written && self.bands.is_empty() && self.before.percent == self.after.percent
    }
}

/// Signed hundredths.
fn gained(before: Points, after: Points) -> i64 {
    let signed = |points: Points| i64::try_from(points.hundredths()).unwrap_or(i64::MAX);
    signed(after) - signed(before)
}

/// Compares `after` with `before`, both in the slots of this pack. An assessment under other criteria is carried first
/// (`archive::carry`).
pub fn difference(pack: &Pack, before: &Assessment, after: &Assessment) -> Difference {
    let scores = Change {
        before: score(pack, before),
        after: score(pack, after),
    };
    let change = |pick: &dyn Fn(&Score) -> Tally| TallyChange {
        before: pick(&scores.before),
        after: pick(&scores.after),
    };
    let applies = |score: &Score, item: ItemSlot| score.items[item.0].maximum.applies();
    let items = pack.items().map(|(slot, _)| slot);
    let items = items.filter(|slot| applies(&scores.before, *slot) || applies(&scores.after, *slot));
    let categories = pack.categories().map(|(slot, _)| slot);
    let categories = categories.filter(|slot| scores.before.category_applies(pack, *slot) || scores.after.category_applies(pack, *slot));
    Difference {
        total: change(&|score| score.total),
        rubrics: (0..pack.structure().rubrics.len()).map(|at| change(&|score| score.rubrics[at])).collect(),
        categories: categories.map(|slot| (slot, change(&|score| score.categories[slot.0].tally))).collect(),
        items: items.map(|slot| item(slot, &scores, before, after)).collect(),
        profile: profile_texts(&before.organisation, &after.organisation),
        figures: figure_differences(pack, &before.figures, &after.figures),
        actions: action_differences(pack, &before.improvement, &after.improvement),
    }
}

fn item(slot: ItemSlot, scores: &Change<Score>, before: &Assessment, after: &Assessment) -> ItemDifference {
    let (one, other) = (before.item(slot), after.item(slot));
    let bands = one.bands.iter().zip(&other.bands).enumerate();
    let bands = bands.filter(|(_, (one, other))| one != other).map(|(factor, (one, other))| {
        let change = Change { before: *one, after: *other };
        (factor, change)
    });
    let missing = |from: &[Text], there: &[Text]| -> Vec<Text> { from.iter().filter(|reference| !there.contains(reference)).cloned().collect() };
    ItemDifference {
        item: slot,
        before: scores.before.items[slot.0],
        after: scores.after.items[slot.0],
        bands: bands.collect(),
        texts: item_texts(one, other),
        evidence_added: missing(&other.evidence, &one.evidence),
        evidence_gone: missing(&one.evidence, &other.evidence),
    }
}
