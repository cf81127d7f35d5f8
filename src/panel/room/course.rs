//! How far the session is: what of the hand outlasts the page, so that whoever opens the room again, after a reload or on another
//! day, goes on at the item, in the order and on the clock where the session stands.

use super::hand::Hand;
use super::sequence::sequence;
use crate::criteria::{ItemSlot, Pack};
use crate::panel::PanelReading;

/// A clock that runs longer than this without a key was left running, in milliseconds: nobody stays four hours on one item.
const LEFT: f64 = 4.0 * 3_600_000.0;

/// What is kept of the hand. Items by id, moments and durations in milliseconds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// The item at hand; empty before the session.
    pub item: String,
    /// Items put off, in the order in which they were.
    pub later: Vec<String>,
    /// How long each item was worked on; those that were not are left out.
    pub worked: Vec<(String, f64)>,
    /// Since when the clock runs; none while it stands.
    pub since: Option<f64>,
    /// Since when there is a break.
    pub pause: Option<f64>,
}

impl Course {
    /// What is kept of a hand.
    pub fn of(hand: &Hand, pack: &Pack, reading: &PanelReading) -> Course {
        let id = |slot: ItemSlot| pack.item(slot).id.clone();
        Course {
            item: hand.item(reading).map(|item| id(item.item)).unwrap_or_default(),
            later: hand.later.iter().copied().map(id).collect(),
            worked: pack
                .items()
                .filter_map(|(slot, item)| Some((item.id.clone(), *hand.worked.get(slot.0).filter(|worked| **worked > 0.0)?)))
                .collect(),
            since: hand.since,
            pause: hand.pause,
        }
    }

    /// The hand that goes on from here at a moment. Items the criteria or the panel no longer have are left out. A clock that was left
    /// running ([`LEFT`]), or began later than now, stands, and what it ran counts for no item: a session that was left at 17:00 and
    /// opened at 9:00 the next day goes on with the minutes worked until the last key.
    pub fn hand(&self, pack: &Pack, reading: &PanelReading, now: f64) -> Hand {
        let going = |moment: Option<f64>| moment.filter(|since| (0.0..LEFT).contains(&(now - since)));
        let mut hand = Hand::default();
        hand.later = self.later.iter().filter_map(|id| pack.item_slot(id)).collect();
        (hand.since, hand.pause) = (going(self.since), going(self.pause));
        for (id, worked) in &self.worked {
            if let Some(slot) = pack.item_slot(id) {
                hand.add(slot, *worked);
            }
        }
        let order = sequence(reading, &hand.later);
        let at_hand = |at: &usize| reading.items.get(*at).is_some_and(|item| pack.item(item.item).id == self.item);
        hand.at = order.iter().position(at_hand).unwrap_or(0);
        hand
    }
}
