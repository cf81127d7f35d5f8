//! Which bands the figures of a results item hint at. Advice: never points, and it never overrules the person.
//!
//! No official thresholds exist; this rule is ours. Areas are counted, so that many indicators of one kind do not stand for the
//! whole. Of the areas that count:
//!
//! - **Level**: those that are good, which means that at least half of the area's indicators that can be measured reach the target
//!   and are no worse than the benchmark, whichever there is, or without either are placed in the better half.
//! - **Trend**: those of which more indicators improve than worsen, or none worsens and the level is good and flat. Where as many
//!   areas worsen as improve, or more, the band is the second at most; unless the evidence is firm in two thirds of the areas, it is the
//!   fourth at most: three and four years can never prove more.
//! - **Comparison**: those that are compared; from the fourth band on, those that stand up to it, and in the fifth and sixth those that lead.
//! - **Integration**: those that have a figure.
//!
//! Where no area has anything to measure its level by, the figures do not tell the level, and so no range.
//!
//! None: the first band; less than a third: the second; less than two thirds: the third; less than nine in ten: the fourth; else the
//! fifth. The sixth asks for all areas and more: level and comparison that all areas lead; trends that are all firm; coverage with
//! trend, comparison and a projection in each. The percent range follows from the bands by the rule of the suggestion.

use super::counting::Totals;
use super::coverage::AreaReading;
use super::reading::IndicatorReading;
use crate::assessment::{Assessment, Percent};
use crate::criteria::{ItemSlot, Pack};
use crate::scoring::suggest;

/// What the figures of an item hint at.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// In the order level, trend, comparison, integration.
    pub factors: Vec<FactorHint>,
    /// A range of percentages, both ends included; none unless every factor has a band.
    pub range: Option<(Percent, Percent)>,
}

/// The band of one factor and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorHint {
    /// Position of the factor in the rubric.
    pub factor: usize,
    /// Position of the band in the rubric; none where the figures cannot tell.
    pub band: Option<usize>,
    pub reason: HintReason,
}

/// Why: numbers of areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintReason {
    /// So many areas are good, out of so many.
    Level {
        good: usize,
        areas: usize,
    },
    /// No area has anything to measure its level by.
    LevelUnmeasured {
        areas: usize,
    },
    Trend {
        improving: usize,
        worsening: usize,
        areas: usize,
    },
    /// No area has three years.
    TrendUnknown {
        areas: usize,
    },
    Comparison {
        compared: usize,
        standing_up: usize,
        leading: usize,
        areas: usize,
    },
    Integration {
        covered: usize,
        areas: usize,
    },
}

impl HintReason {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 6] = ["level", "level_unmeasured", "trend", "trend_unknown", "comparison", "integration"];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            HintReason::Level { .. } => "level",
            HintReason::LevelUnmeasured { .. } => "level_unmeasured",
            HintReason::Trend { .. } => "trend",
            HintReason::TrendUnknown { .. } => "trend_unknown",
            HintReason::Comparison { .. } => "comparison",
            HintReason::Integration { .. } => "integration",
        }
    }
}

pub(super) fn hint(pack: &Pack, assessment: &Assessment, item: ItemSlot, areas: &[AreaReading], indicators: &[IndicatorReading]) -> Option<Hint> {
    let totals = Totals::of(assessment, areas, indicators);
    if totals.covered == 0 {
        return None;
    }
    let rubric = pack.rubric_of(item);
    let mut bands = vec![None; rubric.factors.len()];
    let mut factors = Vec::new();
    for (id, band, reason) in bands_of(&totals) {
        let factor = rubric.factors.iter().position(|factor| factor.id == id)?;
        // Rubrics of another number of bands are divided in the same way.
        let band = band.map(|band| band * (rubric.bands.len() - 1) / 5);
        bands[factor] = band;
        factors.push(FactorHint { factor, band, reason });
    }
    let range = suggest(rubric, &bands, pack.structure().scoring.step);
    Some(Hint {
        factors,
        range: range.map(|range| (range.low, range.high)),
    })
}

/// The factors by id, each with its band out of six and why.
fn bands_of(totals: &Totals) -> [(&'static str, Option<usize>, HintReason); 4] {
    let Totals {
        areas,
        covered,
        compared,
        good,
        improving,
        worsening,
        standing_up,
        leading,
        ..
    } = *totals;
    let level = match totals.measured {
        0 => (None, HintReason::LevelUnmeasured { areas }),
        _ => {
            let band = steps(good, areas) + usize::from(good == areas && leading == areas);
            (Some(band), HintReason::Level { good, areas })
        }
    };
    let trend = if worsening > 0 && worsening >= improving {
        steps(improving, areas).min(1)
    } else if 3 * totals.firm >= 2 * areas {
        steps(improving, areas) + usize::from(totals.firm == areas)
    } else {
        steps(improving, areas).min(3)
    };
    let trend_reason = match totals.with_trend {
        0 => HintReason::TrendUnknown { areas },
        _ => HintReason::Trend { improving, worsening, areas },
    };
    let comparison = match steps(compared, areas).min(2) {
        2 if leading == areas => 5,
        2 if 3 * leading >= 2 * areas => 4,
        2 if 3 * standing_up >= areas => 3,
        band => band,
    };
    let comparison_reason = HintReason::Comparison {
        compared,
        standing_up,
        leading,
        areas,
    };
    let integration = steps(covered, areas) + usize::from(totals.whole == areas);
    [
        ("level", level.0, level.1),
        ("trend", Some(trend), trend_reason),
        ("comparison", Some(comparison), comparison_reason),
        ("integration", Some(integration), HintReason::Integration { covered, areas }),
    ]
}

/// The band of a share of areas: 0 of 6 is the first (0), 1 of 6 the second, 2 and 3 the third, 4 and 5 the fourth, 6 the fifth (4).
fn steps(part: usize, whole: usize) -> usize {
    match part {
        0 => 0,
        _ if 3 * part < whole => 1,
        _ if 3 * part < 2 * whole => 2,
        _ if 10 * part < 9 * whole => 3,
        _ => 4,
    }
}
