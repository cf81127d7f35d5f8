//! How alike two sentences are.

use std::cmp::Ordering;

/// Sentences at least this alike stand together.
pub const ALIKE: f64 = 0.6;

/// Share of neighbouring signs two sentences have in common, 0 to 1 (Sørensen–Dice over pairs of letters, digits and Chinese signs;
/// case, spaces and punctuation count nothing): 过程监控覆盖面窄 and 过程监控的覆盖面窄 have 6 of 7 and 8 pairs in common, so 0.8.
pub fn likeness(one: &str, other: &str) -> f64 {
    Pairs::of(one).likeness(&Pairs::of(other))
}

/// The pairs of neighbouring signs of a sentence, in order.
pub(super) struct Pairs(Vec<(char, char)>);

impl Pairs {
    pub fn of(sentence: &str) -> Pairs {
        let signs: Vec<char> = sentence.chars().flat_map(char::to_lowercase).filter(|sign| sign.is_alphanumeric()).collect();
        let mut pairs: Vec<(char, char)> = signs.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Pairs(pairs)
    }

    pub fn likeness(&self, other: &Pairs) -> f64 {
        let (one, other) = (&self.0, &other.0);
        let all = one.len() + other.len();
        if all == 0 {
            return 0.0;
        }
        let (mut at, mut there, mut common) = (0, 0, 0_usize);
        while let (Some(pair), Some(like)) = (one.get(at), other.get(there)) {
            match pair.cmp(like) {
                Ordering::Less => at += 1,
                Ordering::Greater => there += 1,
                Ordering::Equal => (at, there, common) = (at + 1, there + 1, common + 1),
            }
        }
        2.0 * common as f64 / all as f64
    }
}
