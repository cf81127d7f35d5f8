//! A percent range suggested by the factors' bands, with its reason. Advice: it never overrules the person.
//!
//! The way of choosing (best-fitting band, then its upper or lower end by the neighbours) is common examiners'
//! practice; the exact rule below is ours, because no published one exists:
//!
//! 1. The base is the lower median of the factors' bands, held down by the rubric's limits.
//! 2. Factors below the base pull towards the step below it, factors above towards its top.

use super::band::steps_of;
use crate::assessment::Percent;
use crate::criteria::{Rubric, RubricLimit};

/// A suggested range, both ends included, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub low: Percent,
    pub high: Percent,
    /// Position of the base band.
    pub base: usize,
    /// Factors in bands below the base.
    pub below: Vec<usize>,
    /// Factors in bands above the base.
    pub above: Vec<usize>,
    /// The factor whose limit held the base down.
    pub limited_by: Option<usize>,
}

/// Suggests a range once every factor has a band; none before.
///
/// With bands 70–85, 50–65, 30–45 and 50–65 for A, D, L and I the base is 50–65; one factor lies below and no more lie
/// above, so the range is the last step of the band below and the first of the base: 45–50 %.
pub fn suggest(rubric: &Rubric, bands: &[Option<usize>], step: u8) -> Option<Suggestion> {
    let chosen: Vec<usize> = bands.iter().copied().collect::<Option<Vec<usize>>>()?;
    // The lower of the two in the middle: the lowest band that at least half of the factors do not exceed.
    let reached = |band: usize| 2 * chosen.iter().filter(|&&other| other <= band).count() >= chosen.len();
    let median = chosen.iter().copied().filter(|&band| reached(band)).min()?;
    let (base, limited_by) = limited(rubric, &chosen, median);
    let below: Vec<usize> = (0..chosen.len()).filter(|&factor| chosen[factor] < base).collect();
    let above: Vec<usize> = (0..chosen.len()).filter(|&factor| chosen[factor] > base).collect();
    let steps = steps_of(rubric.bands.get(base)?, step);
    let (first, last) = (*steps.first()?, *steps.last()?);
    let (low, high) = if !below.is_empty() && above.len() <= below.len() {
        (first.moved(-1, step), first)
    } else if above.len() > below.len() && below.is_empty() {
        (*steps.get(steps.len().saturating_sub(2))?, last)
    } else {
        (*steps.get((steps.len() - 1) / 2)?, *steps.get(steps.len() / 2)?)
    };
    Some(Suggestion {
        low,
        high,
        base,
        below,
        above,
        limited_by,
    })
}

fn limited(rubric: &Rubric, chosen: &[usize], median: usize) -> (usize, Option<usize>) {
    let mut base = median;
    let mut limited_by = None;
    let band_at = |id: &str| rubric.bands.iter().position(|band| band.id == id);
    for limit in &rubric.limits {
        let Some(factor) = rubric.factors.iter().position(|factor| factor.id == limit.factor()) else {
            continue;
        };
        let Some(&own) = chosen.get(factor) else { continue };
        let ceiling = match limit {
            RubricLimit::OwnBand { .. } => Some(own),
            RubricLimit::Ceiling { below, band, .. } => match (band_at(below), band_at(band)) {
                (Some(below), Some(ceiling)) if own < below => Some(ceiling),
                _ => None,
            },
        };
        if let Some(ceiling) = ceiling.filter(|ceiling| *ceiling < base) {
            base = ceiling;
            limited_by = Some(factor);
        }
    }
    (base, limited_by)
}
