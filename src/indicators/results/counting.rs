//! What is counted of the areas of a results item, before bands are made of it.

use super::coverage::AreaReading;
use super::reading::IndicatorReading;
use crate::assessment::Assessment;
use crate::indicators::{Evidence, Judgement};

/// Numbers of areas.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    pub areas: usize,
    /// With a figure, and with a comparison.
    pub covered: usize,
    pub compared: usize,
    /// With something to measure the level by, and good by it.
    pub measured: usize,
    pub good: usize,
    pub with_trend: usize,
    pub improving: usize,
    pub worsening: usize,
    /// Improving with firm evidence.
    pub firm: usize,
    /// No worse than others, and better.
    pub standing_up: usize,
    pub leading: usize,
    /// With trend, comparison and projection.
    pub whole: usize,
}

impl Totals {
    pub fn of(assessment: &Assessment, areas: &[AreaReading], indicators: &[IndicatorReading]) -> Totals {
        let mut totals = Totals::default();
        for area in areas {
            let one = count(assessment, area, indicators);
            for (total, holds) in [
                (&mut totals.areas, true),
                (&mut totals.covered, area.figure),
                (&mut totals.compared, area.comparison),
                (&mut totals.measured, one.measured),
                (&mut totals.good, one.good),
                (&mut totals.with_trend, area.trend),
                (&mut totals.improving, one.improving),
                (&mut totals.worsening, one.worsening),
                (&mut totals.firm, one.improving && one.firm),
                (&mut totals.standing_up, one.stands_up),
                (&mut totals.leading, one.leads),
                (&mut totals.whole, area.trend && area.comparison && one.projected),
            ] {
                *total += usize::from(holds);
            }
        }
        totals
    }
}

/// What is counted of one area.
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
