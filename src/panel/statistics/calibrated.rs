//! The median of an item once every rating is put right by what its assessor is harsh or lenient elsewhere.
//!
//! The kit's own arithmetic, to be looked at beside the plain median and never put in its place: a shift is itself a mean of few
//! differences, and an assessor who is stricter where it matters is not wrong.

use super::matrix::Ratings;
use super::shift::Shift;

/// By item the median of (rating − shift of its assessor), held within 0 and 100; none where an item has fewer than two ratings by
/// assessors with a shift.
///
/// Of 60, 50 and 40 by assessors whose shifts are +7.5, −2 and −8, it is the median of 52.5, 52 and 48: 52 instead of 50.
pub fn calibrated(ratings: &Ratings, shifts: &[Option<Shift>]) -> Vec<Option<f64>> {
    (0..ratings.items())
        .map(|item| {
            let given = ratings.of_item(item).iter().zip(shifts);
            let mut values: Vec<f64> = given
                .filter_map(|(rating, shift)| Some((f64::from((*rating)?) - (*shift)?.mean).clamp(0.0, 100.0)))
                .collect();
            values.sort_unstable_by(f64::total_cmp);
            let count = values.len();
            (count > 1).then(|| (values[(count - 1) / 2] + values[count / 2]) / 2.0)
        })
        .collect()
}
