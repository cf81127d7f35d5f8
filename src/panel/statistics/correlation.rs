//! How much of what differs lies in the items and not in the assessors: the intraclass correlation.
//!
//! Two-way random effects, absolute agreement: ICC(2,1) for a single rater and ICC(2,k) for the mean of k, of P. E.
//! Shrout and J. L. Fleiss, *Intraclass correlations: uses in assessing rater reliability*, Psychological Bulletin 86
//! (1979). Random, because the assessors stand for others who could have sat there; absolute agreement, because points
//! are given and not ranks.

use super::matrix::Ratings;

/// The intraclass correlation, and on how much it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// ICC(2,1): what the rating of a single assessor is good for.
    pub single: f64,
    /// ICC(2,k): what the mean of all k is good for.
    pub average: f64,
    /// Items that every assessor rated; only these count.
    pub items: usize,
    /// Items left out because a rating is missing, though they have one.
    pub left_out: usize,
    /// k: assessors with a rating.
    pub assessors: usize,
}

/// ICC(2,1) = (R − E) ÷ (R + (k − 1) E + k (C − E) ÷ n) and ICC(2,k) = (R − E) ÷ (R + (C − E) ÷ n), with the mean squares
/// R between items, C between assessors and E of the rest, n items and k assessors. Shrout and Fleiss's own example, six
/// items and four raters (9 2 5 8, 6 1 3 2, 8 4 6 8, 7 1 2 6, 10 5 6 9, 6 2 4 7), gives 0.290 and 0.620.
///
/// Needs every rating of an item: items with a gap are left out and counted, and assessors without any rating are not
/// counted as assessors. Where that leaves fewer than two items or two assessors, or nothing that differs at all, there
/// is none; [`alpha`](super::alpha) takes gaps as they are.
pub fn correlation(ratings: &Ratings) -> Option<Correlation> {
    let rating: Vec<usize> = (0..ratings.assessors()).filter(|assessor| ratings.count_of(*assessor) > 0).collect();
    let complete = |item: &usize| rating.iter().all(|assessor| ratings.of_item(*item)[*assessor].is_some());
    let rated = (0..ratings.items()).filter(|item| ratings.given(*item).next().is_some());
    let (full, partial): (Vec<usize>, Vec<usize>) = rated.partition(complete);
    let (items, assessors) = (full.len(), rating.len());
    if items < 2 || assessors < 2 {
        return None;
    }
    let mut columns = vec![0_i128; assessors];
    let (mut rows_squared, mut squares, mut total) = (0_i128, 0_i128, 0_i128);
    for item in full {
        let mut row = 0;
        for (column, assessor) in columns.iter_mut().zip(&rating) {
            let value = i128::from(ratings.of_item(item)[*assessor].unwrap_or_default());
            row += value;
            *column += value;
            squares += value * value;
        }
        rows_squared += row * row;
        total += row;
    }
    let columns_squared: i128 = columns.iter().map(|column| column * column).sum();
    let (n, k) = (items as i128, assessors as i128);
    // Sums of squares, n × k times each, so that they are whole.
    let of_all = n * k * squares - total * total;
    let of_items = n * rows_squared - total * total;
    let of_assessors = k * columns_squared - total * total;
    let of_rest = of_all - of_items - of_assessors;
    let (n, k) = (n as f64, k as f64);
    let between = of_items as f64 / (n - 1.0);
    let raters = of_assessors as f64 / (k - 1.0);
    let rest = of_rest as f64 / ((n - 1.0) * (k - 1.0));
    let correlation = |divisor: f64| Some((between - rest) / divisor + 0.0).filter(|value| value.is_finite());
    Some(Correlation {
        single: correlation(between + (k - 1.0) * rest + k * (raters - rest) / n)?,
        average: correlation(between + (raters - rest) / n)?,
        items,
        left_out: partial.len(),
        assessors,
    })
}
