//! The course of an indicator over the years as a chart: own values, target, what it is compared with, projection. A legend has
//! room for a few short words beside each other, and word processors cut what is longer: its names are the kit's own, and whom the
//! values are compared with stands in full in the caption.

use super::naming::Named;
use super::table::{goal_text, whose_name, years};
use crate::assessment::{FigureRecord, Goal, Whose};
use crate::indicators::{IndicatorReading, Series};
use crate::language::fill;
use crate::report::chart::{Chart, ChartSeries, ChartShape, SeriesRole};
use crate::report::draft::{Draft, one_line};

pub fn write(draft: &mut Draft<'_>, shown: &[IndicatorReading]) {
    for reading in shown {
        if let Some(chart) = chart(draft, reading) {
            draft.chart(chart);
        }
    }
}

/// None with fewer than three values.
fn chart(draft: &mut Draft<'_>, reading: &IndicatorReading) -> Option<Chart> {
    let assessment = draft.assessment;
    let record = assessment.figures.record(reading.slot).filter(|_| reading.has_trend())?;
    let named = Named::of(draft, reading.slot);
    let mut years = years(draft);
    let next = years.last().copied()? + 1;
    if record.projected.is_some() {
        years.push(next);
    }
    Some(Chart {
        caption: draft.figure(&caption(draft, reading, &named)),
        description: description(draft, reading, record, &named, next),
        shape: ChartShape::Lines,
        axis: draft.words.report_chart_year().to_owned(),
        unit: named.unit.clone(),
        decimals: named.decimals,
        labels: years.iter().map(i32::to_string).collect(),
        series: series(draft, reading, record, &years),
    })
}

/// `返修率（ppm）；对比：行业协会平均（同行业）`.
fn caption(draft: &Draft<'_>, reading: &IndicatorReading, named: &Named) -> String {
    let name = named.with_unit(draft);
    if reading.benchmark.known().is_empty() {
        return name;
    }
    let whose = one_line(&whose_name(draft, reading.slot));
    fill(draft.words.report_chart_compared(), &[("name", &name), ("whose", &whose)])
}

fn series(draft: &Draft<'_>, reading: &IndicatorReading, record: &FigureRecord, years: &[i32]) -> Vec<ChartSeries> {
    let words = draft.words;
    let at = |series: &Series| years.iter().map(|&year| series.at(year)).collect::<Vec<Option<f64>>>();
    let level = |value: f64| vec![Some(value); years.len()];
    let one = |name: &str, role, values| ChartSeries {
        name: name.to_owned(),
        role,
        values,
    };
    let mut all = vec![one(words.report_chart_own(), SeriesRole::Own, at(&reading.series))];
    match record.target {
        Some(Goal::Value(value)) => all.push(one(words.report_figures_target(), SeriesRole::Target, level(value))),
        Some(Goal::Within { low, high }) => {
            all.push(one(words.report_chart_target_low(), SeriesRole::Target, level(low)));
            all.push(one(words.report_chart_target_high(), SeriesRole::Target, level(high)));
        }
        None => {}
    }
    if !reading.benchmark.known().is_empty() {
        let name = match record.benchmark.whose {
            Some(Whose::Competitor) => words.report_chart_competitor(),
            Some(Whose::Sector) => words.report_chart_sector(),
            Some(Whose::World) => words.report_chart_world(),
            None => words.report_figures_comparison(),
        };
        all.push(one(name, SeriesRole::Benchmark, at(&reading.benchmark)));
    }
    if let (Some(projected), Some((latest, value))) = (record.projected, reading.series.latest()) {
        // The line begins at the last own value, so that it is seen to go on from there.
        let last = years.last().copied();
        let values = years.iter().map(|&year| {
            if Some(year) == last {
                Some(projected)
            } else {
                (year == latest).then_some(value)
            }
        });
        all.push(one(words.report_chart_projected(), SeriesRole::Projection, values.collect()));
    }
    all
}

fn description(draft: &Draft<'_>, reading: &IndicatorReading, record: &FigureRecord, named: &Named, next: i32) -> String {
    let words = draft.words;
    let value = |year: i32, value: f64| fill(words.report_chart_value(), &[("year", &year.to_string()), ("value", &named.number(value))]);
    let values = |series: &Series| {
        let all: Vec<String> = series.known().iter().map(|&(year, known)| value(year, known)).collect();
        all.join(words.term_list())
    };
    let told = |name: &str, values: &str| fill(words.term_within(), &[("whole", name), ("part", values)]);
    let mut parts = vec![told(&named.with_unit(draft), &values(&reading.series))];
    parts.extend(
        record
            .target
            .map(|goal| told(words.report_figures_target(), &goal_text(draft.language, goal, named))),
    );
    if !reading.benchmark.known().is_empty() {
        parts.push(told(&whose_name(draft, reading.slot), &values(&reading.benchmark)));
    }
    parts.extend(record.projected.map(|projected| told(words.report_chart_projected(), &value(next, projected))));
    one_line(&parts.join(words.term_figure_separator()))
}
