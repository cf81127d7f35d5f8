//! The distribution of the total: what it could have been, had each item been given one of its ratings.
//!
//! Every rating of an item is equally likely, and the items are independent of each other. The distribution is computed
//! exactly, by convolution of the items' distributions, and not by drawing lots. Totals are whole hundredths of points;
//! only their probabilities are decimal numbers.

use crate::scoring::Points;

/// Probabilities smaller than this are left out at the far ends; no double could tell their sum from zero.
const NOTHING: f64 = 1e-250;
/// What a sum of probabilities may lack of a level because decimals are rounded: 0.05 reached by twenty times 0.0025.
const SLACK: f64 = 1e-12;

/// What the total can be and how likely.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalDistribution {
    /// The least the ratings allow, and the most.
    pub lowest: Points,
    pub highest: Points,
    /// Items that went in: those with a rating.
    pub items: usize,
    /// Hundredths of the first probability, and from one to the next.
    first: u64,
    step: u64,
    probabilities: Vec<f64>,
}

impl TotalDistribution {
    /// Every total that can be, upwards, with its probability; those below 10⁻²⁵⁰ are left out at the ends.
    pub fn iter(&self) -> impl Iterator<Item = (Points, f64)> + '_ {
        let total = |at: usize| Points::of_hundredths(self.first + at as u64 * self.step);
        self.probabilities
            .iter()
            .enumerate()
            .filter(|(_, probability)| **probability > 0.0)
            .map(move |(at, probability)| (total(at), *probability))
    }

    /// The least total that is not exceeded with at least this probability (0 to 1): `quantile(0.5)` is the median.
    pub fn quantile(&self, level: f64) -> Points {
        let mut reached = 0.0;
        let mut totals = self.iter();
        let found = totals.find(|(_, probability)| {
            reached += probability;
            reached >= level - SLACK
        });
        found.map_or(self.highest, |(total, _)| total)
    }

    /// The probability of a total of at most so many points.
    pub fn at_most(&self, points: Points) -> f64 {
        self.iter().take_while(|(total, _)| *total <= points).map(|(_, probability)| probability).sum()
    }

    /// The middle part that holds at least `coverage` of all probability, the same at either end: 0.95 goes from the
    /// 2.5 % to the 97.5 % quantile.
    pub fn interval(&self, coverage: f64) -> (Points, Points) {
        let tail = (1.0 - coverage) / 2.0;
        (self.quantile(tail), self.quantile(1.0 - tail))
    }

    /// The expected total in points: the sum of the items' mean points.
    pub fn mean(&self) -> f64 {
        self.iter().map(|(total, probability)| total.to_f64() * probability).sum()
    }
}

/// The distribution of the total of items with these points, a list of equally likely ones for each; an item without
/// any counts nothing. None where no item has any.
///
/// Two items, one rated 10 and 20 points, the other 5, 5 and 15: the total is 15 with 1/3, 25 with 1/6 + 1/3 and 35
/// with 1/6.
pub fn total_distribution<P: AsRef<[Points]>>(items: &[P]) -> Option<TotalDistribution> {
    let items: Vec<Vec<(u64, usize)>> = items.iter().map(|item| counted(item.as_ref())).filter(|item| !item.is_empty()).collect();
    if items.is_empty() {
        return None;
    }
    let least = |item: &Vec<(u64, usize)>| item[0].0;
    let first: u64 = items.iter().map(least).sum();
    let highest: u64 = items.iter().filter_map(|item| item.last()).map(|(points, _)| points).sum();
    let distances = items.iter().flat_map(|item| item.iter().map(move |(points, _)| points - item[0].0));
    let step = distances.fold(0, greatest_common_divisor).max(1);
    let mut sum = Convolution {
        first: 0,
        probabilities: vec![1.0],
    };
    for item in &items {
        let all = item.iter().map(|(_, count)| count).sum::<usize>() as f64;
        let parts: Vec<(usize, f64)> = item
            .iter()
            .map(|(points, count)| (((points - least(item)) / step) as usize, *count as f64 / all))
            .collect();
        sum.add(&parts);
    }
    Some(TotalDistribution {
        lowest: Points::of_hundredths(first),
        highest: Points::of_hundredths(highest),
        items: items.len(),
        first: first + sum.first as u64 * step,
        step,
        probabilities: sum.probabilities,
    })
}

/// Different values in hundredths, upwards, with how often each stands there.
fn counted(points: &[Points]) -> Vec<(u64, usize)> {
    let mut values: Vec<u64> = points.iter().map(|points| points.hundredths()).collect();
    values.sort_unstable();
    let mut counted: Vec<(u64, usize)> = Vec::new();
    for value in values {
        match counted.last_mut() {
            Some((last, count)) if *last == value => *count += 1,
            _ => counted.push((value, 1)),
        }
    }
    counted
}

fn greatest_common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}

/// Probabilities at consecutive places, the first of which is `first`.
struct Convolution {
    first: usize,
    probabilities: Vec<f64>,
}

impl Convolution {
    /// Adds an independent quantity: places from 0 upwards with their probabilities.
    fn add(&mut self, parts: &[(usize, f64)]) {
        let furthest = parts.last().map_or(0, |(place, _)| *place);
        let mut sum = vec![0.0; self.probabilities.len() + furthest];
        for (place, probability) in parts {
            let target = &mut sum[*place..*place + self.probabilities.len()];
            for (into, from) in target.iter_mut().zip(&self.probabilities) {
                *into += probability * from;
            }
        }
        // Also keeps the numbers clear of the range where arithmetic is slow.
        let before = sum.iter().take_while(|probability| **probability < NOTHING).count();
        let after = sum.iter().rev().take_while(|probability| **probability < NOTHING).count();
        sum.truncate(sum.len() - after);
        sum.drain(..before);
        self.first += before;
        self.probabilities = sum;
    }
}
