//! What improvement is worth: the points an action is expected to bring, actions by gain for their effort, and what the
//! assessment would be worth with actions done and targets met. Expectations, never ratings; nothing of it is kept.

use super::maximum::{Maximum, maxima};
use super::points::Points;
use super::score::{Score, score};
use crate::assessment::{Assessment, ImprovementAction, Percent};
use crate::criteria::{ItemSlot, Pack, Rounding};
use crate::order;
use std::cmp::Ordering;
use std::rc::Rc;

/// What is taken as reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// Every action that is open or being done brings its gain.
    Actions,
    /// Every item with a target reaches it; one that is above it already stays there.
    Targets,
    /// Both; of an item's two percentages the higher one.
    Both,
}

/// An action with what is expected of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedAction {
    /// Its position in the plan.
    pub at: usize,
    /// The item it is for, where the pack has it.
    pub item: Option<ItemSlot>,
    /// The points it is expected to bring; none where it has no gain or item, where the item does not apply to the kind of
    /// applicant, and where it is done or dropped.
    pub points: Option<Points>,
    /// Person-days; see [`ImprovementAction::effort`].
    pub days: Option<u32>,
}

impl RankedAction {
    /// Hundredths of a point for a person-day, rounded down: 5 points for 4 days are 125. For showing; the order is exact.
    pub fn points_per_day(&self) -> Option<Points> {
        let (points, days) = (self.points?, self.days?);
        points.hundredths().checked_div(days.into()).map(Points::of_hundredths)
    }

    fn order(&self, other: &RankedAction) -> Ordering {
        let most = |one: &Option<Points>, other: &Option<Points>| other.cmp(one);
        match (self.points.zip(self.days), other.points.zip(other.days)) {
            (Some((one, days)), Some((another, other_days))) => {
                let exact = |points: Points, days: u32| u128::from(points.hundredths()) * u128::from(days);
                exact(another, days).cmp(&exact(one, other_days))
            }
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => most(&self.points, &other.points),
        }
    }
}

/// The points an action is expected to bring: the item's maximum × its gain, exact in hundredths, as far as there is room
/// up to 100 %.
///
/// 50 points and a gain of 10 percent points are 5 points; where the item is rated 95 %, 5 percent points are left and it
/// is 2.5 points. Only a maximum that sharing out has made fractional can give what is no whole hundredth, and that is
/// rounded half up.
fn expected(maximum: Maximum, rating: Option<Percent>, action: &ImprovementAction) -> Option<Points> {
    let room = 100 - rating.map_or(0, Percent::value);
    let gain = action.gain.filter(|_| action.is_live())?.min(room);
    Some(Points::earned(maximum.points()?, Percent::new(gain, 1)?, Rounding::Exact))
}

/// All actions, the one with the most points for a person-day first; then those without an effort, the most points first;
/// then those nothing is expected of, done and dropped ones among them. What is equal stays in the order of the plan.
///
/// An action that brings 5 points in 4 days (1.25 a day) goes before one that brings 8 points in 20 days (0.4 a day).
pub fn rank_actions(pack: &Pack, assessment: &Assessment) -> Vec<RankedAction> {
    let maxima = maxima(pack, assessment.organisation.kind);
    let ranked = |(at, action): (usize, &Rc<ImprovementAction>)| {
        let item = pack.item_slot(&action.item);
        RankedAction {
            at,
            item,
            points: item.and_then(|slot| expected(maxima[slot.0], assessment.item(slot).percent, action)),
            days: action.effort(),
        }
    };
    let mut all: Vec<RankedAction> = assessment.improvement.actions.iter().enumerate().map(ranked).collect();
    order::sort_by(&mut all, RankedAction::order);
    all
}

/// The percentage an item reaches under an assumption, from 0 to 100; none while it is not rated and has no target.
///
/// An item at 50 % with two open actions of 10 and 15 percent points reaches 75 % by them; with a target of 80 % it reaches
/// 80 % by both together. An item that is not rated gains nothing by actions, because nobody knows where it starts.
pub fn reached(pack: &Pack, assessment: &Assessment, slot: ItemSlot, assumption: Assumption) -> Option<Percent> {
    let plan = &assessment.improvement;
    let now = assessment.item(slot).percent;
    let live = plan.of_item(&pack.item(slot).id).filter(|(_, action)| action.is_live());
    let gains: u32 = live.filter_map(|(_, action)| action.gain).map(u32::from).sum();
    let by_actions = now
        .map(|now| (u32::from(now.value()) + gains).min(100))
        .and_then(|value| Percent::new(value as u8, 1));
    let by_target = plan.target(slot).max(now);
    match assumption {
        Assumption::Actions => by_actions,
        Assumption::Targets => by_target,
        Assumption::Both => by_actions.max(by_target),
    }
}

/// The assessment as it would be under an assumption: items rated as they are taken to be, all else as it is.
pub fn assumed(pack: &Pack, assessment: &Assessment, assumption: Assumption) -> Assessment {
    let percents: Vec<Option<Percent>> = pack.items().map(|(slot, _)| reached(pack, assessment, slot, assumption)).collect();
    supposed(assessment, &percents)
}

/// The assessment with other ratings, by item of the pack; an item without one stays as it is rated.
pub fn supposed(assessment: &Assessment, percents: &[Option<Percent>]) -> Assessment {
    let mut after = assessment.clone();
    for (item, percent) in after.items.iter_mut().zip(percents) {
        if percent.is_some() && *percent != item.percent {
            Rc::make_mut(item).percent = *percent;
        }
    }
    after
}

/// What the assessment would be worth under an assumption, category by category, by the pack's own rounding.
pub fn what_if(pack: &Pack, assessment: &Assessment, assumption: Assumption) -> Score {
    score(pack, &assumed(pack, assessment, assumption))
}
