//! What is agreed on one item, and whether that can stand.

use crate::assessment::{Percent, Text};
use crate::panel::room::is_key_slip;
use crate::panel::statistics::Spread;

/// What the panel wrote down of one item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// None: not agreed yet.
    pub percent: Option<Percent>,
    /// Why it is not the median.
    pub reason: Text,
    /// Anything else of the discussion.
    pub note: Text,
}

impl Agreement {
    pub fn is_blank(&self) -> bool {
        *self == Agreement::default()
    }
    /// Whether a reason is written: a word, and not a key of the room that went astray.
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty() && !is_key_slip(&self.reason)
    }
}

/// How an item is to be dealt with, from its ratings alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Treatment {
    /// The ratings lie further apart than the tolerance.
    Discuss,
    /// They lie within it: the median can be taken.
    Propose,
    /// There is one rating only; nothing to compare.
    Single,
    /// Nobody has rated it.
    Unrated,
}

impl Treatment {
    /// The code looked up for words, and what stands in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Treatment::Discuss => "discuss",
            Treatment::Propose => "propose",
            Treatment::Single => "single",
            Treatment::Unrated => "unrated",
        }
    }
}

/// Ratings whose range is at most the tolerance lie within it: 45, 55 and 65 with 20 points, and not 40, 55 and 65.
pub fn treatment(spread: Option<&Spread>, tolerance: u8) -> Treatment {
    match spread {
        None => Treatment::Unrated,
        Some(spread) if spread.count == 1 => Treatment::Single,
        Some(spread) if spread.range() <= tolerance => Treatment::Propose,
        Some(_) => Treatment::Discuss,
    }
}

/// Whether what is agreed can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is agreed yet.
    Open,
    /// A percentage is written down, and the reason it needs is not: it does not count.
    ReasonNeeded(Percent, Why),
    Agreed(Percent),
}

impl Standing {
    /// The percentage, where it counts.
    pub fn percent(self) -> Option<Percent> {
        match self {
            Standing::Agreed(percent) => Some(percent),
            Standing::Open | Standing::ReasonNeeded(..) => None,
        }
    }
}

/// Why a percentage needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is below the lowest or above the highest rating.
    OutsideRange,
    /// It is more than one step away from the median.
    FarFromMedian,
    /// Nobody rated the item.
    NobodyRated,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 3] = [Why::OutsideRange, Why::FarFromMedian, Why::NobodyRated];

    /// The code looked up for words.
    pub const fn code(self) -> &'static str {
        match self {
            Why::OutsideRange => "outside_range",
            Why::FarFromMedian => "far_from_median",
            Why::NobodyRated => "nobody_rated",
        }
    }

    /// Why a percentage needs a reason; none where it needs none. With ratings of 40 to 60, a median of 52.5 and steps
    /// of 5, that is none for 50 and 55, far from the median for 45, 40 and 60, and outside for all else.
    pub fn needed(percent: Percent, spread: Option<&Spread>, step: u8) -> Option<Why> {
        let Some(spread) = spread else { return Some(Why::NobodyRated) };
        let distance = (u16::from(percent.value()) * 2).abs_diff(spread.median_doubled());
        if !(spread.lowest..=spread.highest).contains(&percent.value()) {
            Some(Why::OutsideRange)
        } else if distance > u16::from(step) * 2 {
            Some(Why::FarFromMedian)
        } else {
            None
        }
    }
}

/// Whether an agreement can stand before the ratings of its item.
pub fn standing(agreement: &Agreement, spread: Option<&Spread>, step: u8) -> Standing {
    let Some(percent) = agreement.percent else { return Standing::Open };
    match Why::needed(percent, spread, step) {
        Some(why) if !agreement.has_reason() => Standing::ReasonNeeded(percent, why),
        _ => Standing::Agreed(percent),
    }
}
