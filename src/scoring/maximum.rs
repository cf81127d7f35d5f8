//! What every item can be worth at most for one kind of applicant: the pack's points, and what its rule makes of the
//! points of items that do not apply. Knows nothing of ratings.

use super::points::Points;
use crate::criteria::{ItemSlot, Kind, NotApplicable, Pack};
use std::ops::Range;

/// What an item can be worth at most, and where that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maximum {
    /// Counts in its category, its rubric and the total.
    Counted(Points),
    /// A bonus item: on top, in no category's, rubric's or total's sum.
    Bonus(Points),
    /// The item does not apply to this kind of applicant: nothing of it counts. Not the same as a maximum of 0.
    NotApplicable,
}

impl Maximum {
    /// The most it can be worth; none where the item does not apply.
    pub fn points(self) -> Option<Points> {
        match self {
            Maximum::Counted(points) | Maximum::Bonus(points) => Some(points),
            Maximum::NotApplicable => None,
        }
    }
    pub fn applies(self) -> bool {
        self != Maximum::NotApplicable
    }
}

/// The maximum of every item, in the order of the pack; while the applicant's kind is not known, every item applies.
///
/// Of three items of 40, 30 and 30 points, where the second does not apply, `reduce` leaves 40 and 30, and
/// `redistribute` gives 57.14 and 42.86: the 30 points are shared out 4 : 3, which is 17.142… and 12.857…, and the
/// hundredth that rounding down leaves goes to the larger remainder. Points of a bonus item are never shared out, and
/// a bonus item gets no share. Where no other item has points there is nobody to share, and the maximum gets smaller.
pub fn maxima(pack: &Pack, kind: Option<Kind>) -> Vec<Maximum> {
    let mut maxima = Vec::with_capacity(pack.items().len());
    for (_, item) in pack.items() {
        let points = Points::whole(item.points);
        maxima.push(match item.bonus {
            _ if !Kind::among(kind, &item.applies_to) => Maximum::NotApplicable,
            true => Maximum::Bonus(points),
            false => Maximum::Counted(points),
        });
    }
    match pack.structure().scoring.not_applicable {
        NotApplicable::Reduce => {}
        NotApplicable::RedistributeInCategory => {
            let mut start = 0;
            for (_, category) in pack.categories() {
                let end = start + category.items.len();
                share_out(pack, start..end, &mut maxima);
                start = end;
            }
        }
        NotApplicable::Redistribute => share_out(pack, 0..maxima.len(), &mut maxima),
    }
    maxima
}

/// Shares the points of the items that do not apply out over the others of the range, in proportion to their points,
/// in hundredths, by largest remainder; of equal remainders the earlier item's comes first.
fn share_out(pack: &Pack, range: Range<usize>, maxima: &mut [Maximum]) {
    let points = |at: usize| u64::from(pack.item(ItemSlot(at)).points);
    let (mut free, mut whole) = (0, 0);
    for at in range.clone() {
        match maxima[at] {
            Maximum::Counted(_) => whole += points(at),
            Maximum::NotApplicable if !pack.item(ItemSlot(at)).bonus => free += points(at),
            _ => {}
        }
    }
    if free == 0 || whole == 0 {
        return;
    }
    let mut left = free * 100;
    let mut remainders = vec![0; range.len()];
    for at in range.clone() {
        if let Maximum::Counted(own) = maxima[at] {
            // Both fit into 32 bits, so the product fits; hundredths are taken in a second step.
            let share = free.saturating_mul(points(at));
            let rest = share % whole * 100;
            let hundredths = share / whole * 100 + rest / whole;
            left -= hundredths;
            remainders[at - range.start] = rest % whole;
            maxima[at] = Maximum::Counted(own + Points::of_hundredths(hundredths));
        }
    }
    // Fewer hundredths are left than there are items with a remainder.
    for _ in 0..left.min(remainders.len() as u64) {
        let mut largest = 0;
        for at in 1..remainders.len() {
            if remainders[at] > remainders[largest] {
                largest = at;
            }
        }
        remainders[largest] = 0;
        if let Maximum::Counted(max) = &mut maxima[range.start + largest] {
            *max = *max + Points::of_hundredths(1);
        }
    }
}
