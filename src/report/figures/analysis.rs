//! What the figures of an item say, indicator by indicator: change, trend, target and comparison. Figures judge
//! nothing where no direction is set.

use super::naming::Named;
use super::table::{goal_text, whose_name};
use crate::indicators::{Evidence, IndicatorReading, Judgement, Standing};
use crate::language::fill;
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;
use crate::report::say;

pub fn write(draft: &mut Draft<'_>, name: &str, shown: &[IndicatorReading]) {
    let words = draft.words;
    let rows = shown.iter().filter_map(|reading| row(draft, reading)).collect();
    let columns = [
        (words.report_figures_indicator(), 25, Alignment::Start),
        (words.report_figures_change(), 25, Alignment::Start),
        (words.report_figures_trend(), 19, Alignment::Start),
        (words.report_figures_target(), 17, Alignment::Start),
        (words.report_figures_comparison(), 26, Alignment::Start),
    ];
    let caption = fill(words.report_figures_analysis(), &[("name", name)]);
    draft.table(&caption, &columns, rows);
}

fn row(draft: &Draft<'_>, reading: &IndicatorReading) -> Option<Row> {
    let found = reading.statistics.as_ref()?;
    let words = draft.words;
    let named = Named::of(draft, reading.slot);
    let change = found.since_first.map_or_else(String::new, |change| {
        let value = |year| reading.series.at(year).map_or_else(String::new, |value| named.number(value));
        let values = [value(change.from), value(change.to), named.difference(change.absolute)];
        let [first, last, difference] = values.each_ref().map(String::as_str);
        let told = fill(words.report_figures_from_to(), &[("first", first), ("last", last), ("difference", difference)]);
        // The years are said where they are not those of the whole table.
        let mut years = reading.series.years().map(|(year, _)| year);
        if (years.next(), years.last()) == (Some(change.from), Some(change.to)) {
            return told;
        }
        let (from, to) = (change.from.to_string(), change.to.to_string());
        fill(words.report_figures_in_years(), &[("from", &from), ("to", &to), ("change", &told)])
    });
    let judged = reading.direction.is_some();
    let target = found.target.filter(|_| judged).map_or_else(String::new, |level| {
        if level.met {
            words.report_figures_met().to_owned()
        } else {
            fill(words.report_figures_missed(), &[("gap", &named.number(level.gap.abs()))])
        }
    });
    let cells = vec![
        named.with_unit(draft),
        change,
        trend_told(draft, reading).to_owned(),
        target,
        comparison_told(draft, reading),
    ];
    Some(Row { weight: Weight::Plain, cells })
}

/// The last value with its year: `一次交验合格率（%）：98.7（2015 年）`; empty without one.
pub fn latest_told(draft: &Draft<'_>, reading: &IndicatorReading) -> String {
    let Some((year, value)) = reading.series.latest() else { return String::new() };
    let named = Named::of(draft, reading.slot);
    let year = fill(draft.words.member_year(), &[("year", &year.to_string())]);
    let told = fill(draft.words.report_status(), &[("text", &named.number(value)), ("status", &year)]);
    fill(draft.words.term_within(), &[("whole", &named.with_unit(draft)), ("part", &told)])
}

/// Where an indicator goes, in a few words; empty without a value.
pub fn trend_told(draft: &Draft<'_>, reading: &IndicatorReading) -> &'static str {
    let words = draft.words;
    let Some(found) = reading.statistics.as_ref() else { return "" };
    if reading.impossible {
        return words.report_figures_impossible();
    }
    if reading.direction.is_none() {
        return words.report_figures_neutral();
    }
    let few = found.trend.few_years();
    match (found.trend.judgement, found.trend.evidence) {
        (Judgement::Improving, Evidence::Firm) => words.report_figures_improving(),
        (Judgement::Improving, _) if few => words.report_figures_improving_weak(),
        (Judgement::Improving, _) => words.report_figures_improving_unsteady(),
        (Judgement::Worsening, Evidence::Firm) => words.report_figures_worsening(),
        (Judgement::Worsening, _) if few => words.report_figures_worsening_weak(),
        (Judgement::Worsening, _) => words.report_figures_worsening_unsteady(),
        (Judgement::Flat, _) => words.report_figures_flat(),
        (Judgement::Mixed, _) => words.report_figures_mixed(),
        (Judgement::TooShort, _) => words.report_figures_short(),
    }
}

/// Whether the target is reached, in a few words; empty without one.
pub fn level_told(draft: &Draft<'_>, reading: &IndicatorReading) -> String {
    let words = draft.words;
    let found = reading.statistics.as_ref().and_then(|found| found.target);
    let goal = draft.assessment.figures.record(reading.slot).and_then(|record| record.target);
    let Some((level, goal)) = found.zip(goal) else { return String::new() };
    let named = Named::of(draft, reading.slot);
    let text = if level.met { words.feedback_item_met() } else { words.feedback_item_missed() };
    let (target, gap) = (goal_text(draft.language, goal, &named), named.number(level.gap.abs()));
    fill(text, &[("target", &target), ("gap", &gap)])
}

/// Against the benchmark and in the sector, a line each.
pub fn comparison_told(draft: &Draft<'_>, reading: &IndicatorReading) -> String {
    let words = draft.words;
    let named = Named::of(draft, reading.slot);
    let Some(found) = reading.statistics.as_ref() else { return String::new() };
    let beside = found.comparison.as_ref().filter(|_| reading.direction.is_some()).map(|comparison| {
        let text = match comparison.latest {
            Standing::Leads => words.report_figures_leads(),
            Standing::Level => words.report_figures_level(),
            Standing::Behind => words.report_figures_behind(),
        };
        let named_so = draft.assessment.figures.record(reading.slot).map_or("", |record| record.benchmark.name.trim());
        let name = if named_so.is_empty() {
            whose_name(draft, reading.slot)
        } else {
            named_so.to_owned()
        };
        let gap = comparison.gaps.last().map_or(0.0, |(_, gap)| gap.abs());
        say::standing_told(draft.language, reading, &fill(text, &[("name", &name), ("gap", &named.number(gap))]))
    });
    let rank = draft.assessment.figures.record(reading.slot).and_then(|record| record.rank);
    let placed = rank
        .filter(|_| matches!(found.placement, Some(Ok(_))))
        .map(|(place, of)| fill(words.report_figures_placed(), &[("place", &place.to_string()), ("of", &of.to_string())]));
    [beside, placed].into_iter().flatten().collect::<Vec<String>>().join("\n")
}
