//! The intraclass correlation of a panel in which ratings are missing, from every rating there is.
//!
//! The model is the one of [`correlation`](super::correlation): a rating is the mean of all, plus an item's effect, plus an assessor's, plus
//! the rest, the three drawn at random. The shares of variance are estimated by Henderson's Method 3 (C. R. Henderson,
//! *Estimation of variance and covariance components*, Biometrics 9, 1953; S. R. Searle, G. Casella and C. E. McCulloch,
//! *Variance Components*, 1992, chapter 5): it needs no iteration and no assumption on the form of the distributions, and gives Shrout and
//! Fleiss's ICC(2,1) and ICC(2,k) where nothing is missing. For the mean of a panel that does not rate every item with as many assessors,
//! k is the harmonic mean of the numbers of ratings (D. ten Hove, T. D. Jorgensen and L. A. van der Ark, *Updated guidelines on
//! selecting an intraclass correlation coefficient for interrater reliability, with applications to incomplete observational
//! designs*, Psychological Methods 29, 2024).

use super::matrix::Ratings;

/// The smallest pivot, as a share of what stood there first, that is more than rounding.
const SMALLEST: f64 = 1e-9;

/// The intraclass correlation from all ratings, and on how much it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Incomplete {
    /// What the rating of a single assessor is good for.
    pub single: f64,
    /// What the mean of [`Incomplete::per_item`] assessors is good for.
    pub average: f64,
    /// Items with a rating.
    pub items: usize,
    /// All ratings.
    pub ratings: usize,
    /// Assessors with a rating.
    pub assessors: usize,
    /// The harmonic mean of the numbers of ratings of the items: 6 and 3 ratings are 4.
    pub per_item: f64,
}

/// ICC = σ²ᵢ ÷ (σ²ᵢ + σ²ₐ + σ²ₑ), and for the mean of k̂ assessors σ²ᵢ ÷ (σ²ᵢ + (σ²ₐ + σ²ₑ) ÷ k̂), with the variances of items, assessors
/// and the rest.
///
/// With N ratings of n items by a assessors, S the sum of squares that is left when items and assessors are fitted, A what
/// assessors explain beyond items and I what items explain beyond assessors:
/// σ²ₑ = S ÷ (N − n − a + 1), σ²ₐ = (A − (a − 1) σ²ₑ) ÷ (N − n), σ²ᵢ = (I − (n − 1) σ²ₑ) ÷ (N − a).
///
/// Three items that A, B and C rate 40 50 45, 60 70 and 50 50 55 (C leaves out the second): S = 125 ÷ 3, A = 75 and I = 475 make
/// variances of 125, 85 and 805 ninths, so the single one is 805 ÷ 1015 = 0.793 and the mean of 18 ÷ 7 of them 0.908.
///
/// None where nothing differs, where too few ratings are left to tell the three apart, or where the panel falls into parts that share
/// neither an item nor an assessor.
pub fn correlation_of_all(ratings: &Ratings) -> Option<Incomplete> {
    let mut columns: Vec<Vec<Option<u8>>> = (0..ratings.assessors())
        .filter(|assessor| ratings.count_of(*assessor) > 0)
        .map(|assessor| (0..ratings.items()).map(|item| ratings.of_item(item)[assessor]).collect())
        .collect();
    // The same order whoever comes first, so that it changes no bit of the result.
    columns.sort_unstable();
    let rated = |item: &usize| columns.iter().any(|column| column[*item].is_some());
    let rows: Vec<Vec<Option<f64>>> = (0..ratings.items())
        .filter(rated)
        .map(|item| columns.iter().map(|column| column[item].map(f64::from)).collect())
        .collect();
    let turned: Vec<Vec<Option<f64>>> = (0..columns.len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let (items, assessors) = (rows.len(), columns.len());
    let (of_items, of_assessors) = (alone(&rows), alone(&turned));
    let given: Vec<f64> = rows.iter().flatten().copied().flatten().collect();
    let count = given.len();
    let left = (count + 1).checked_sub(items + assessors).filter(|left| *left > 0)? as f64;
    if count <= items || count <= assessors {
        return None;
    }
    let squares: f64 = given.iter().map(|value| value * value).sum();
    let both = if assessors <= items {
        of_items + beyond(&rows)?
    } else {
        of_assessors + beyond(&turned)?
    };
    let rest = (squares - both).max(0.0) / left;
    let (n, a, all) = (items as f64, assessors as f64, count as f64);
    let between = (both - of_assessors - (n - 1.0) * rest) / (all - a);
    let raters = (both - of_items - (a - 1.0) * rest) / (all - n);
    let reciprocals: f64 = rows.iter().map(|row| 1.0 / row.iter().flatten().count() as f64).sum();
    let per_item = n / reciprocals;
    // What is left of rounding alone is nothing that differs.
    let differs = squares * SMALLEST * SMALLEST;
    let share = |others: f64| Some(between + others).filter(|sum| *sum > differs).map(|sum| between / sum + 0.0);
    Some(Incomplete {
        single: share(raters + rest)?,
        average: share((raters + rest) / per_item)?,
        items,
        ratings: count,
        assessors,
        per_item,
    })
}

/// The sum of squares that the means of the rows explain: Σ (sum of the row)² ÷ its number.
fn alone(rows: &[Vec<Option<f64>>]) -> f64 {
    let of_row = |row: &Vec<Option<f64>>| {
        let (sum, count) = sums(row);
        sum * sum / count
    };
    rows.iter().map(of_row).sum()
}

fn sums(row: &[Option<f64>]) -> (f64, f64) {
    row.iter().flatten().fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0))
}

/// What the columns explain beyond the rows: the rows' effects are eliminated from the normal equations, and what is left is solved
/// with the last column's effect at 0. None where the equations do not settle the effects.
fn beyond(rows: &[Vec<Option<f64>>]) -> Option<f64> {
    let unknown = rows.first()?.len().checked_sub(1)?;
    // The equations with their right sides in the last place.
    let mut equations = vec![vec![0.0; unknown + 1]; unknown];
    for row in rows {
        let (sum, count) = sums(row);
        for (at, value) in row.iter().take(unknown).enumerate() {
            let Some(value) = value else { continue };
            let equation = &mut equations[at];
            equation[at] += 1.0;
            equation[unknown] += value - sum / count;
            for (place, other) in row.iter().take(unknown).enumerate() {
                equation[place] -= if other.is_some() { 1.0 / count } else { 0.0 };
            }
        }
    }
    let right: Vec<f64> = equations.iter().map(|equation| equation[unknown]).collect();
    // The matrix is symmetric and not negative, so its diagonal serves for the pivots.
    for at in 0..unknown {
        let first = rows.iter().filter(|row| row[at].is_some()).count() as f64;
        let pivot = equations[at][at];
        if pivot <= SMALLEST * first {
            return None;
        }
        let (above, below) = equations.split_at_mut(at + 1);
        let chosen = &above[at];
        for equation in below {
            let factor = equation[at] / pivot;
            if factor != 0.0 {
                for place in at..=unknown {
                    equation[place] -= factor * chosen[place];
                }
            }
        }
    }
    let mut effects = vec![0.0; unknown];
    for at in (0..unknown).rev() {
        let known: f64 = (at + 1..unknown).map(|place| equations[at][place] * effects[place]).sum();
        effects[at] = (equations[at][unknown] - known) / equations[at][at];
    }
    Some(effects.iter().zip(&right).map(|(effect, right)| effect * right).sum())
}
