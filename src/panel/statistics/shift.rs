//! Who is harsh and who is lenient.

use super::matrix::{Ratings, Sums};

/// How an assessor's ratings lie to those of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The mean of (own rating − mean of the others), in percentage points: above 0 lenient, below 0 harsh.
    pub mean: f64,
    /// Over how many items: those this assessor and at least one other rated.
    pub items: usize,
}

/// The shift of every assessor; none for one who shares no item with another.
///
/// Of two items that A rates 60 and 50, B 50 and 50, and C 40 and none, A lies 60 − 45 = 15 and 50 − 50 = 0 above the
/// others: a shift of +7.5.
pub fn shifts(ratings: &Ratings) -> Vec<Option<Shift>> {
    let mut all = vec![(0.0, 0_usize); ratings.assessors()];
    for item in 0..ratings.items() {
        let sums = Sums::of(ratings.given(item));
        if sums.count < 2 {
            continue;
        }
        let others = (sums.count - 1) as f64;
        for ((sum, items), rating) in all.iter_mut().zip(ratings.of_item(item)) {
            if let Some(rating) = rating.map(u64::from) {
                // own − (all − own) ÷ others, as one quotient of whole numbers.
                *sum += (rating as f64 * others - (sums.sum - rating) as f64) / others;
                *items += 1;
            }
        }
    }
    let shift = |(sum, items)| {
        (items > 0).then(|| Shift {
            mean: sum / items as f64,
            items,
        })
    };
    all.into_iter().map(shift).collect()
}
