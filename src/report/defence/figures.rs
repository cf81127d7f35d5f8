//! The figures that carry a point: those whose level, trend and comparison speak for the organisation, the strongest first.

use super::points::sourced;
use crate::criteria::ItemSlot;
use crate::indicators::{FigureDoubt, IndicatorReading, Judgement, Subject};
use crate::order;
use crate::report::draft::{Draft, one_line};
use crate::report::figures::{comparison_told, latest_told, level_told, trend_told};

/// The figures of some items, each a sentence with its source.
pub fn of(draft: &Draft<'_>, items: &[ItemSlot]) -> Vec<String> {
    let belongs = |reading: &IndicatorReading| reading.place.map(|(item, _)| item).filter(|item| reading.applies && items.contains(item));
    let all = draft.results.indicators.iter();
    let mut chosen: Vec<(ItemSlot, u8, &IndicatorReading)> = all
        .filter(|reading| !is_doubtful(draft, reading))
        .filter_map(|reading| Some((belongs(reading)?, strength(reading)?, reading)))
        .collect();
    order::sort_by_key(&mut chosen, |(_, strength, _)| std::cmp::Reverse(*strength));
    chosen.into_iter().map(|(item, _, reading)| told(draft, item, reading)).collect()
}

/// How much speaks for it, 1 to 3: a good level, an improving trend, a lead; none where nothing does, or where level or trend speak
/// against it.
fn strength(reading: &IndicatorReading) -> Option<u8> {
    let (level, trend) = (reading.is_good(), reading.trend());
    if level == Some(false) || trend == Some(Judgement::Worsening) {
        return None;
    }
    let speaks = [level == Some(true), trend == Some(Judgement::Improving), reading.leads() == Some(true)];
    let strength = speaks.into_iter().map(u8::from).sum();
    (strength > 0).then_some(strength)
}

/// Whether an examiner would ask whether a value is right. That one is missing, or where it comes from, is no such question.
fn is_doubtful(draft: &Draft<'_>, reading: &IndicatorReading) -> bool {
    let found = draft.results.findings.iter().filter(|found| found.subject == Subject::Indicator(reading.slot));
    let mut about_values = found.filter(|found| {
        !matches!(
            found.doubt,
            FigureDoubt::TooShort { .. }
                | FigureDoubt::MissingYear
                | FigureDoubt::UnnamedBenchmark
                | FigureDoubt::SingleOrigin
                | FigureDoubt::OriginWithoutEvidence
        )
    });
    about_values.next().is_some()
}

fn told(draft: &Draft<'_>, item: ItemSlot, reading: &IndicatorReading) -> String {
    let words = draft.words;
    let parts = [
        latest_told(draft, reading),
        level_told(draft, reading),
        trend_told(draft, reading).to_owned(),
        comparison_told(draft, reading),
    ];
    let parts: Vec<String> = parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect();
    let evidence = draft.assessment.figures.record(reading.slot).map_or("", |record| record.evidence.trim());
    let evidence: Vec<String> = Some(one_line(evidence)).filter(|text| !text.is_empty()).into_iter().collect();
    sourced(draft, &parts.join(words.term_figure_separator()), item, &evidence)
}
