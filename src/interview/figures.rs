//! What the figures of a results item tell of its questions, so that it need not be asked.
//!
//! Counted by areas, with the shares of the hints (`indicators/results/hint`): none, less than a third, less than two thirds, less than nine
//! in ten, more.

use super::answer::Said;
use crate::assessment::{Assessment, FigureSlot, Whose};
use crate::criteria::{FiguresTell, ItemInterview, ItemSlot, Question};
use crate::indicators::{HintReason, IndicatorReading, ItemReading, Results};

/// What the figures tell of a results item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiguresTold {
    areas: usize,
    covered: usize,
    /// None where there is nothing to measure the level by.
    good: Option<usize>,
    improving: usize,
    worsening: usize,
    compared: usize,
    standing_up: usize,
    leading: usize,
    /// How many years half of the areas with a figure have values for.
    years: u32,
    against: Vec<Whose>,
}

/// What the figures tell of an item; none where it has none.
pub fn told_by_figures(assessment: &Assessment, results: &Results, item: ItemSlot) -> Option<FiguresTold> {
    let reading = results.items.iter().find(|reading| reading.item == item)?;
    let hint = reading.hint.as_ref()?;
    let mut told = FiguresTold {
        areas: reading.areas.len(),
        covered: 0,
        good: None,
        improving: 0,
        worsening: 0,
        compared: 0,
        standing_up: 0,
        leading: 0,
        years: years(reading, results),
        against: against(assessment, reading, results),
    };
    for factor in &hint.factors {
        match factor.reason {
            HintReason::Level { good, .. } => told.good = Some(good),
            HintReason::Trend { improving, worsening, .. } => (told.improving, told.worsening) = (improving, worsening),
            HintReason::Comparison {
                compared,
                standing_up,
                leading,
                ..
            } => (told.compared, told.standing_up, told.leading) = (compared, standing_up, leading),
            HintReason::Integration { covered, .. } => told.covered = covered,
            HintReason::LevelUnmeasured { .. } | HintReason::TrendUnknown { .. } => {}
        }
    }
    Some(told)
}

/// Of each area with a figure the longest series; of these the lower median. Areas with 3, 3, 2 and 5 years have 3.
fn years(reading: &ItemReading, results: &Results) -> u32 {
    let known = |at: &usize| results.indicators[*at].series.known().len() as u32;
    let areas = reading.areas.iter().filter(|area| area.figure);
    let mut longest: Vec<u32> = areas.map(|area| area.indicators.iter().map(known).max().unwrap_or(0)).collect();
    crate::order::sort(&mut longest);
    longest.get(longest.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

fn against(assessment: &Assessment, reading: &ItemReading, results: &Results) -> Vec<Whose> {
    let whose = |indicator: &IndicatorReading| {
        let record = match indicator.slot {
            FigureSlot::Catalogue(slot) => Some(assessment.figures.indicator(slot)).map(|record| &**record),
            FigureSlot::Own(at) => assessment.figures.own.get(at).map(|own| &own.record),
        };
        record.filter(|_| indicator.has_comparison()).and_then(|record| record.benchmark.whose)
    };
    let members = reading.areas.iter().flat_map(|area| &area.indicators).map(|at| &results.indicators[*at]);
    let found: Vec<Whose> = members.filter_map(whose).collect();
    Whose::ALL.into_iter().filter(|whose| found.contains(whose)).collect()
}

impl FiguresTold {
    /// What is told of a question; none where its figures tell nothing.
    pub fn said(&self, item: ItemInterview<'_>, question: &Question) -> Option<Said> {
        Some(match question.figures? {
            FiguresTell::Covered => Said::Choice(self.share(self.covered)),
            FiguresTell::Good => Said::Choice(self.share(self.good?)),
            FiguresTell::Compared => Said::Choice(self.share(self.compared)),
            FiguresTell::Years => Said::Number(self.years),
            FiguresTell::Course => Said::Choice(self.course()),
            FiguresTell::Standing => Said::Choice(self.standing()),
            FiguresTell::Against => {
                let options = item.options(question);
                let named = |option: &str| self.against.iter().any(|whose| whose.word() == option);
                Said::Several((0..options.len()).filter(|at| named(options[*at])).collect())
            }
        })
    }

    /// Of five options the one of a share: 0 of 6 is the first (0), 1 the second, 2 and 3 the third, 4 and 5 the fourth, 6 the fifth.
    fn share(&self, part: usize) -> usize {
        match part {
            0 => 0,
            part if 3 * part < self.areas => 1,
            part if 3 * part < 2 * self.areas => 2,
            part if 10 * part < 9 * self.areas => 3,
            _ => 4,
        }
    }

    /// No more improving than worsening is the first; with one that worsens it is the third at most.
    fn course(&self) -> usize {
        match (self.improving > self.worsening, self.worsening) {
            (false, _) => 0,
            (true, 0) => self.share(self.improving),
            (true, _) => self.share(self.improving).min(2),
        }
    }

    /// By the areas that lead, and where these are few, by those that are no worse.
    fn standing(&self) -> usize {
        match (self.share(self.leading), self.share(self.standing_up)) {
            (3.., _) => 4,
            (2, _) => 3,
            (_, 2..) => 2,
            (_, 1) => 1,
            _ => 0,
        }
    }
}
