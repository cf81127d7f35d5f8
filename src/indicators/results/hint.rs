//! Which bands the figures of a results item hint at. Advice: never points, and it never overrules the person.
//!
//! No official thresholds exist; this rule is ours. Areas are counted, so that many indicators of one kind do not stand for the
//! whole. Of the areas that count:
//!
//! - **Level**: those that are good, which means that at least half of the area's indicators that can be measured reach the target,
//!   or, without one, are no worse than the benchmark or placed in the better half.
//! - **Trend**: those of which more indicators improve than worsen, or none worsens and the level is good and flat. Where as many
//!   areas worsen as improve, or more, the band is the second at most; unless the evidence is firm in two thirds of the areas, it is the
//!   fourth at most: three years can never prove more.
//! - **Comparison**: those that are compared; from the fourth band on, those that stand up to it, and in the fifth and sixth those that lead.
//! - **Integration**: those that have a figure.
//!
//! Where no area has anything to measure its level by, the figures do not tell the level, and so no range.
//!
//! None: the first band; less than a third: the second; less than two thirds: the third; less than nine in ten: the fourth; else the
//! fifth. The sixth asks for all areas and more: level and comparison that all areas lead; trends that are all firm; coverage with
//! trend, comparison and a projection in each. The percent range follows from the bands by the rule of the suggestion.

use super::coverage::AreaReading;
use super::reading::IndicatorReading;
use crate::assessment::{Assessment, Percent};
use crate::criteria::{ItemSlot, Pack};
use crate::indicators::{Evidence, Judgement};
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

/// What is counted of one area.
#[derive(Default)]
struct Counted {
    measured: bool,
    good: bool,
    improving: bool,
    worsening: bool,
    firm: bool,
    stands_up: bool,
    leads: bool,
    projected: bool,
}

pub(super) fn hint(pack: &Pack, assessment: &Assessment, item: ItemSlot, areas: &[AreaReading], indicators: &[IndicatorReading]) -> Option<Hint> {
    let all = areas.len();
    let covered = areas.iter().filter(|area| area.figure).count();
    if covered == 0 {
        return None;
    }
    let counted: Vec<Counted> = areas.iter().map(|area| count(assessment, area, indicators)).collect();
    let number = |has: fn(&Counted) -> bool| counted.iter().filter(|area| has(area)).count();
    let good = number(|area| area.good);
    let leading = number(|area| area.leads);
    let (improving, worsening) = (number(|area| area.improving), number(|area| area.worsening));
    let (compared, standing_up) = (areas.iter().filter(|area| area.comparison).count(), number(|area| area.stands_up));
    let firm = number(|area| area.improving && area.firm);
    let whole = areas
        .iter()
        .filter(|area| area.trend && area.comparison)
        .count()
        .min(number(|area| area.projected));
    let level = steps(good, all) + usize::from(good == all && leading == all);
    let trend = if worsening > 0 && worsening >= improving {
        steps(improving, all).min(1)
    } else if 3 * firm >= 2 * all {
        steps(improving, all) + usize::from(firm == all)
    } else {
        steps(improving, all).min(3)
    };
    let comparison = match steps(compared, all).min(2) {
        2 if leading == all => 5,
        2 if 3 * leading >= 2 * all => 4,
        2 if 3 * standing_up >= all => 3,
        band => band,
    };
    let integration = steps(covered, all) + usize::from(whole == all);
    let unmeasured = number(|area| area.measured) == 0;
    let unknown = areas.iter().all(|area| !area.trend);
    let reasons = [
        (
            "level",
            level,
            if unmeasured {
                HintReason::LevelUnmeasured { areas: all }
            } else {
                HintReason::Level { good, areas: all }
            },
        ),
        (
            "trend",
            trend,
            if unknown {
                HintReason::TrendUnknown { areas: all }
            } else {
                HintReason::Trend {
                    improving,
                    worsening,
                    areas: all,
                }
            },
        ),
        (
            "comparison",
            comparison,
            HintReason::Comparison {
                compared,
                standing_up,
                leading,
                areas: all,
            },
        ),
        ("integration", integration, HintReason::Integration { covered, areas: all }),
    ];
    let rubric = pack.rubric_of(item);
    let mut bands = vec![None; rubric.factors.len()];
    let mut factors = Vec::new();
    for (id, band, reason) in reasons {
        let factor = rubric.factors.iter().position(|factor| factor.id == id)?;
        // Rubrics of another number of bands are divided in the same way.
        let band = (!matches!(reason, HintReason::LevelUnmeasured { .. })).then_some(band * (rubric.bands.len() - 1) / 5);
        bands[factor] = band;
        factors.push(FactorHint { factor, band, reason });
    }
    let range = suggest(rubric, &bands, pack.structure().scoring.step);
    Some(Hint {
        factors,
        range: range.map(|range| (range.low, range.high)),
    })
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

fn count(assessment: &Assessment, area: &AreaReading, indicators: &[IndicatorReading]) -> Counted {
    let all = || area.indicators.iter().map(|&at| &indicators[at]);
    // At least half of those that can be measured, and at least one.
    let half = |has: fn(&IndicatorReading) -> Option<bool>| {
        let (yes, no) = all()
            .filter_map(has)
            .fold((0, 0), |(yes, no), holds| if holds { (yes + 1, no) } else { (yes, no + 1) });
        yes > 0 && yes >= no
    };
    let going = |way: Judgement| all().filter(|reading| reading.trend() == Some(way)).count();
    let (better, worse) = (going(Judgement::Improving), going(Judgement::Worsening));
    let good = half(IndicatorReading::is_good);
    let is_firm = |reading: &IndicatorReading| reading.statistics.as_ref().is_some_and(|found| found.trend.evidence == Evidence::Firm);
    let projected = |reading: &IndicatorReading| assessment.figures.record(reading.slot).is_some_and(|record| record.projected.is_some());
    Counted {
        measured: all().any(|reading| reading.is_good().is_some()),
        good,
        improving: better > worse || (worse == 0 && good && going(Judgement::Flat) > 0),
        worsening: worse > better,
        firm: all().any(|reading| reading.trend() == Some(Judgement::Improving) && is_firm(reading)),
        stands_up: half(IndicatorReading::stands_up),
        leads: half(IndicatorReading::leads),
        projected: all().any(projected),
    }
}
