//! What if: where the next points are cheapest.

use crate::assessment::{Assessment, Percent};
use crate::criteria::{ItemSlot, Pack};
use crate::order;
use crate::scoring::{ItemScore, Maximum, Points, next_band_gain, score};
use std::cmp::Ordering;

/// The step of one item into its next band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextPoints {
    pub item: ItemSlot,
    pub from: Percent,
    /// The lowest percentage of the next band.
    pub to: Percent,
    /// What that gains.
    pub gain: Points,
    /// Person-days of the actions for this item that are open or being done; none where no action says.
    pub days: Option<u32>,
}

impl NextPoints {
    /// Points for a person-day, rounded down to hundredths: 16 points for 6 days are 2.66. For showing; the order is exact.
    pub fn points_per_day(&self) -> Option<Points> {
        self.gain.hundredths().checked_div(self.days?.into()).map(Points::of_hundredths)
    }

    /// Whether this one comes first: the most points for a person-day, then, where no effort is known, the most points.
    fn order(&self, other: &NextPoints) -> Ordering {
        match (self.days, other.days) {
            (Some(days), Some(others)) => {
                let weighed = |gain: Points, days: u32| u128::from(gain.hundredths()) * u128::from(days);
                weighed(other.gain, days).cmp(&weighed(self.gain, others))
            }
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => other.gain.cmp(&self.gain),
        }
    }
}

/// Every rated item that has a band above its own, the cheapest points first: those whose effort is known by points for a
/// person-day, then the others by points. What is equal stays in the order of the pack. An item of 80 points at 50 % gains 16
/// points by reaching 70 %; with actions of 8 person-days for it that is 2 points a day.
pub fn next_points(pack: &Pack, assessment: &Assessment) -> Vec<NextPoints> {
    let step = pack.structure().scoring.step;
    let next = |item: &ItemScore| {
        let counted = matches!(item.maximum, Maximum::Counted(_));
        let gain = next_band_gain(pack, item).filter(|_| counted)?;
        let band = pack.rubric_of(item.item).bands.get(item.band? + 1)?;
        let actions = assessment.improvement.of_item(&pack.item(item.item).id);
        let days: Vec<u32> = actions
            .filter(|(_, action)| action.is_live())
            .filter_map(|(_, action)| action.effort())
            .collect();
        Some(NextPoints {
            item: item.item,
            from: item.percent?,
            to: Percent::new(band.from, step)?,
            gain,
            days: (!days.is_empty()).then(|| days.iter().fold(0, |sum: u32, days| sum.saturating_add(*days))),
        })
    };
    let mut all: Vec<NextPoints> = score(pack, assessment).items.iter().filter_map(next).collect();
    order::sort_by(&mut all, NextPoints::order);
    all
}
