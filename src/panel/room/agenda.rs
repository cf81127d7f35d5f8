//! The minutes of a session shared out over its items, and how far behind it is.

use crate::criteria::ItemSlot;
use crate::panel::{ItemReading, PanelReading, Treatment};

/// What a session has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Plan {
    /// Minutes from beginning to end, breaks among them; 0: no agenda.
    pub minutes: u32,
    /// Minutes of one break; 0: no break.
    pub pause: u32,
    /// A break after so many minutes of work.
    pub every: u32,
}

/// The minutes of each item, and the breaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// By item of the reading, in whole minutes.
    pub minutes: Vec<u32>,
    /// How many breaks there are.
    pub breaks: u32,
    /// Minutes of one of them.
    pub pause: u32,
}

/// Shares the minutes out by weight and spread: an item's share is its points × (range of its ratings + tolerance ÷ 2), and at least
/// one minute where there is a minute for each. An item whose median can be taken counts a quarter of that.
///
/// In 60 minutes without a break, with a tolerance of 20, an item of 50 points and a range of 40 has the weight 50 × 50 = 2500, one of
/// 100 points within the tolerance with a range of 10 has 100 × 20 ÷ 4 = 500: 50 and 10 minutes.
pub fn agenda(plan: Plan, reading: &PanelReading, tolerance: u8) -> Agenda {
    let breaks = match (plan.every, plan.pause) {
        (0, _) | (_, 0) => 0,
        // The last stretch needs no break behind it.
        (every, pause) => plan.minutes.saturating_sub(1) / (every + pause),
    };
    let work = plan.minutes.saturating_sub(breaks * plan.pause);
    let weights: Vec<u64> = reading.items.iter().map(|item| weight(item, tolerance)).collect();
    Agenda {
        minutes: shared(work, &weights),
        breaks,
        pause: plan.pause,
    }
}

fn weight(item: &ItemReading, tolerance: u8) -> u64 {
    let points = item.maximum.points().unwrap_or_default().hundredths();
    let range = item.spread.map_or(0, |spread| u64::from(spread.range()));
    // Twice and four times, so that all is whole.
    let whole = points * (2 * range + u64::from(tolerance)) * 4;
    if item.treatment == Treatment::Propose { whole / 4 } else { whole }
}

/// Whole minutes by largest remainder, one for each first where they reach.
fn shared(minutes: u32, weights: &[u64]) -> Vec<u32> {
    let count = weights.len() as u32;
    let least = u32::from(minutes >= count && count > 0);
    let rest = u64::from(minutes.saturating_sub(least * count));
    let all: u64 = weights.iter().sum();
    if all == 0 {
        return vec![least; weights.len()];
    }
    let mut shares: Vec<u32> = weights.iter().map(|weight| least + (rest * weight / all) as u32).collect();
    let given: u32 = shares.iter().sum();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    crate::order::sort_by_key(&mut order, |at| std::cmp::Reverse(rest * weights[*at] % all));
    let left = minutes.saturating_sub(given) as usize;
    for at in order.into_iter().take(left) {
        shares[at] += 1;
    }
    shares
}

impl Agenda {
    /// Whether there is one.
    pub fn is_set(&self) -> bool {
        self.minutes.iter().any(|minutes| *minutes > 0)
    }

    /// Seconds behind (above 0) or ahead of the agenda: what was worked so far, less what the items that are agreed were given, and less
    /// what the present one may take. With 10 minutes for each of two items, the first agreed after 14 and the second begun 3 minutes
    /// ago, that is 17 − 10 − 3 = 4 minutes behind.
    pub fn behind(&self, reading: &PanelReading, present: ItemSlot, worked: u64, on_present: u64) -> i64 {
        let mut planned = 0;
        for (item, minutes) in reading.items.iter().zip(&self.minutes) {
            let seconds = u64::from(*minutes) * 60;
            if item.standing.percent().is_some() {
                planned += seconds;
            } else if item.item == present {
                planned += on_present.min(seconds);
            }
        }
        worked as i64 - planned as i64
    }
}
