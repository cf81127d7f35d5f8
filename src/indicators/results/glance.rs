//! Level, trend and comparison of an indicator at a glance: there or missing, and which way.

use super::reading::IndicatorReading;
use crate::indicators::Judgement;

/// What is seen of one of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Level reached, improving, ahead.
    Good,
    /// Flat; no worse than what it is compared with.
    Even,
    /// Level missed, worsening, behind.
    Poor,
    /// There, but nothing can be said: no clear course, or a neutral indicator without a target range.
    Unclear,
    /// No figure; nothing to measure the level by; fewer than three values; nothing to compare with.
    Missing,
}

impl Mark {
    /// All of them, the best first.
    pub const ALL: [Mark; 5] = [Mark::Good, Mark::Even, Mark::Poor, Mark::Unclear, Mark::Missing];
}

/// The three of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    pub level: Mark,
    pub trend: Mark,
    pub comparison: Mark,
}

impl IndicatorReading {
    /// Level, trend and comparison at a glance.
    ///
    /// 90, 92, 94 with the target 90 and a benchmark of 95: level poor, because the target is softer than the benchmark; trend good,
    /// comparison poor.
    pub fn glance(&self) -> Glance {
        let judged = self.direction.is_some();
        let level = match self.is_good() {
            Some(true) => Mark::Good,
            Some(false) => Mark::Poor,
            None => Mark::Missing,
        };
        let trend = match self.trend() {
            _ if !self.has_trend() => Mark::Missing,
            Some(Judgement::Improving) => Mark::Good,
            Some(Judgement::Flat) => Mark::Even,
            Some(Judgement::Worsening) => Mark::Poor,
            Some(Judgement::Mixed | Judgement::TooShort) | None => Mark::Unclear,
        };
        let comparison = match (self.has_comparison(), judged) {
            (false, _) => Mark::Missing,
            (true, false) => Mark::Unclear,
            (true, true) if self.leads() == Some(true) => Mark::Good,
            (true, true) if self.stands_up() == Some(true) => Mark::Even,
            (true, true) => Mark::Poor,
        };
        Glance { level, trend, comparison }
    }
}
