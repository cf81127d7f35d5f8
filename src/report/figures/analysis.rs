//! What the figures of an item say, indicator by indicator: change, trend, target and comparison. Figures judge
//! nothing where no direction is set.

use super::naming::Named;
use super::table::whose_name;
use crate::indicators::{Evidence, IndicatorReading, Judgement, Standing};
use crate::language::fill;
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;

pub fn write(draft: &mut Draft<'_>, name: &str, shown: &[IndicatorReading]) {
    let words = draft.words;
    let rows = shown.iter().filter_map(|reading| row(draft, reading)).collect();
    let columns = [
        (words.report_figures_indicator, 28, Alignment::Start),
        (words.report_figures_change, 26, Alignment::Start),
        (words.report_figures_trend, 16, Alignment::Start),
        (words.report_figures_target, 16, Alignment::Start),
        (words.report_figures_comparison, 28, Alignment::Start),
    ];
    let caption = fill(words.report_figures_analysis, &[("name", name)]);
    draft.table(&caption, &columns, rows);
}

fn row(draft: &Draft<'_>, reading: &IndicatorReading) -> Option<Row> {
    let found = reading.statistics.as_ref()?;
    let words = draft.words;
    let named = Named::of(draft, reading.slot);
    let change = found.since_first.map_or_else(String::new, |change| {
        let value = |year| reading.series.at(year).map_or_else(String::new, |value| named.number(value));
        fill(
            words.report_figures_from_to,
            &[
                ("from", &change.from.to_string()),
                ("first", &value(change.from)),
                ("to", &change.to.to_string()),
                ("last", &value(change.to)),
                ("difference", &named.difference(change.absolute)),
            ],
        )
    });
    let judged = reading.direction.is_some();
    let trend = if judged {
        trend(draft, found.trend.judgement, found.trend.evidence)
    } else {
        words.report_figures_neutral
    };
    let target = found.target.filter(|_| judged).map_or_else(String::new, |level| {
        if level.met {
            words.report_figures_met.to_owned()
        } else {
            fill(words.report_figures_missed, &[("gap", &named.number(level.gap.abs()))])
        }
    });
    let cells = vec![named.with_unit(draft), change, trend.to_owned(), target, comparison(draft, reading, &named)];
    Some(Row { weight: Weight::Plain, cells })
}

fn trend(draft: &Draft<'_>, judgement: Judgement, evidence: Evidence) -> &'static str {
    let words = draft.words;
    match (judgement, evidence) {
        (Judgement::Improving, Evidence::Firm) => words.report_figures_improving,
        (Judgement::Improving, _) => words.report_figures_improving_weak,
        (Judgement::Worsening, Evidence::Firm) => words.report_figures_worsening,
        (Judgement::Worsening, _) => words.report_figures_worsening_weak,
        (Judgement::Flat, _) => words.report_figures_flat,
        (Judgement::Mixed, _) => words.report_figures_mixed,
        (Judgement::TooShort, _) => words.report_figures_short,
    }
}

/// Against the benchmark and in the sector, a line each.
fn comparison(draft: &Draft<'_>, reading: &IndicatorReading, named: &Named) -> String {
    let words = draft.words;
    let Some(found) = reading.statistics.as_ref() else { return String::new() };
    let beside = found.comparison.as_ref().filter(|_| reading.direction.is_some()).map(|comparison| {
        let text = match comparison.latest {
            Standing::Leads => words.report_figures_leads,
            Standing::Level => words.report_figures_level,
            Standing::Behind => words.report_figures_behind,
        };
        let gap = comparison.gaps.last().map_or(0.0, |(_, gap)| gap.abs());
        fill(text, &[("name", &whose_name(draft, reading.slot)), ("gap", &named.number(gap))])
    });
    let rank = draft.assessment.figures.record(reading.slot).and_then(|record| record.rank);
    let placed = rank
        .filter(|_| matches!(found.placement, Some(Ok(_))))
        .map(|(place, of)| fill(words.report_figures_placed, &[("place", &place.to_string()), ("of", &of.to_string())]));
    [beside, placed].into_iter().flatten().collect::<Vec<String>>().join("\n")
}
