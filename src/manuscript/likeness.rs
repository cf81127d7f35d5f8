//! How alike two texts are in their words: pairs of neighbouring signs of Chinese, stems of other words.

use std::collections::{BTreeMap, BTreeSet};

/// How often each word occurs.
pub(super) type Words = BTreeMap<String, f64>;

/// Letters that count of a word: `customers` and `customer` are one.
const STEM: usize = 6;

pub(super) fn words(text: &str) -> Words {
    let mut found = Words::new();
    let mut add = |word: String| *found.entry(word).or_default() += 1.0;
    let mut before: Option<char> = None;
    let mut word = String::new();
    for mark in text.chars().chain([' ']) {
        let is_wide = ('\u{2e80}'..='\u{9fff}').contains(&mark);
        if mark.is_alphabetic() && !is_wide {
            word.extend(mark.to_lowercase());
        } else if !word.is_empty() {
            let stem: String = std::mem::take(&mut word).chars().take(STEM).collect();
            if stem.chars().count() > 2 {
                add(stem);
            }
        }
        if let (Some(before), true) = (before, is_wide) {
            add([before, mark].iter().collect());
        }
        before = is_wide.then_some(mark);
    }
    found
}

/// Share of the words two titles have in common, 0 to 1 (Sørensen–Dice): 顾客满意 and 顾客满意程度 have 3 of 3 and 5, so 0.75.
pub(super) fn of_titles(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let all = (one.len() + other.len()) as f64;
    if all == 0.0 {
        0.0
    } else {
        2.0 * one.intersection(other).count() as f64 / all
    }
}

/// Each word of a title once.
pub(super) fn set(title: &str) -> BTreeSet<String> {
    words(title).into_keys().collect()
}

/// Texts that another one is compared with. Words that many of them share count less (inverse document frequency, Spärck Jones 1972).
pub(super) struct Known {
    texts: Vec<Words>,
    weights: BTreeMap<String, f64>,
}

impl Known {
    pub(super) fn new(texts: &[String]) -> Known {
        let counted: Vec<Words> = texts.iter().map(|text| words(text)).collect();
        let mut in_texts = Words::new();
        for word in counted.iter().flat_map(BTreeMap::keys) {
            *in_texts.entry(word.clone()).or_default() += 1.0;
        }
        let all = counted.len() as f64;
        let weights: BTreeMap<String, f64> = in_texts.into_iter().map(|(word, of)| (word, (all / of).ln())).collect();
        let weighed = |counts: &Words| weigh(counts, &weights);
        let texts = counted.iter().map(weighed).collect();
        Known { texts, weights }
    }

    /// How alike a text is to each of them, 0 to 1: the cosine of their weighed words.
    pub(super) fn likeness(&self, text: &str) -> Vec<f64> {
        let asked = weigh(&words(text), &self.weights);
        let size = |words: &Words| words.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        let of_asked = size(&asked);
        let likeness = |known: &Words| {
            let shared: f64 = asked.iter().filter_map(|(word, weight)| Some(weight * known.get(word)?)).sum();
            let sizes = of_asked * size(known);
            if sizes > 0.0 { shared / sizes } else { 0.0 }
        };
        self.texts.iter().map(likeness).collect()
    }
}

/// A word that occurs ten times says more than one that occurs once, but not ten times as much.
fn weigh(counts: &Words, weights: &BTreeMap<String, f64>) -> Words {
    let weighed = counts
        .iter()
        .filter_map(|(word, count)| Some((word.clone(), (1.0 + count.ln()) * weights.get(word)?)));
    weighed.collect()
}
