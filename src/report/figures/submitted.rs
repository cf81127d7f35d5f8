//! The figures of an item as the clean submission tells them: one table with years, target, trend and evidence, what an indicator
//! is compared with in the row below it, and at most [`MOST_CHARTS`] charts.

use super::naming::Named;
use super::table::{self, Columns, benchmark_row, goal_text, values, year_columns, years};
use super::{areas, shown};
use crate::assessment::FigureRecord;
use crate::criteria::ItemSlot;
use crate::indicators::{IndicatorReading, Judgement};
use crate::language::fill;
use crate::report::caption::Label;
use crate::report::document::{Alignment, Block, ParagraphStyle, Row, Weight};
use crate::report::draft::{Draft, one_line};

/// As many as stand side by side; more of them are a catalogue, not an argument.
const MOST_CHARTS: usize = 2;
/// The last years, those a page has room for beside the rest.
const MOST_YEARS: usize = 6;

/// Everything the figures of an item hold; nothing where there are none.
pub fn submitted(draft: &mut Draft<'_>, slot: ItemSlot) {
    let shown = shown(draft, |reading| reading.place.is_some_and(|(item, _)| item == slot));
    let item = draft.pack.item(slot);
    let name = draft.pack_words.item(&item.id).to_owned();
    let areas = areas(draft, slot);
    let caption = fill(draft.words.clean_results(), &[("name", &name)]);
    write(draft, &caption, &shown, &areas);
}

/// Own indicators that belong to no item; whether there are any.
pub fn submitted_of_no_item(draft: &mut Draft<'_>) -> bool {
    let shown = shown(draft, |reading| reading.place.is_none());
    write(draft, draft.words.clean_other_results(), &shown, &[])
}

fn write(draft: &mut Draft<'_>, caption: &str, shown: &[IndicatorReading], areas: &[(usize, &str)]) -> bool {
    let shown: Vec<IndicatorReading> = shown.iter().filter(|reading| reading.has_figure()).cloned().collect();
    if shown.is_empty() {
        return false;
    }
    let words = draft.words;
    let at = draft.blocks.len();
    let all = years(draft);
    let years = &all[all.len().saturating_sub(MOST_YEARS)..];
    let rows = table::grouped_rows(&shown, areas, years.len() + 4, |reading| {
        let own = own_row(draft, reading, years);
        let width = own.cells.len();
        std::iter::once(own).chain(benchmark_row(draft, reading, years, width)).collect()
    });
    let mut columns: Columns = vec![(words.report_figures_indicator().to_owned(), 30, Alignment::Start)];
    columns.extend(year_columns(years, &rows, 1));
    columns.push((words.report_figures_target().to_owned(), 11, Alignment::End));
    columns.push((words.report_figures_trend().to_owned(), 10, Alignment::Centre));
    columns.push((words.clean_evidence_column().to_owned(), 12, Alignment::Start));
    draft.table_of(caption, columns, rows);
    reasons(draft, &shown);
    super::chart::write(draft, &worth_showing(draft, &shown));
    refer(draft, at);
    true
}

/// Indicators whose charts show more than the table: three values or more, and a target or values of others to see them against.
/// Those of which most is known come first; whether they flatter does not count.
fn worth_showing(draft: &Draft<'_>, shown: &[IndicatorReading]) -> Vec<IndicatorReading> {
    let known = |reading: &IndicatorReading| {
        let target = draft.assessment.figures.record(reading.slot).is_some_and(|record| record.target.is_some());
        let beside = reading.benchmark.known().len();
        (reading.has_trend() && (target || beside > 0)).then(|| reading.series.known().len() + 2 * beside + usize::from(target))
    };
    let mut ranked: Vec<(usize, usize)> = shown.iter().enumerate().filter_map(|(at, reading)| Some((known(reading)?, at))).collect();
    crate::order::sort_by(&mut ranked, |one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    ranked.truncate(MOST_CHARTS);
    let mut chosen: Vec<usize> = ranked.into_iter().map(|(_, at)| at).collect();
    crate::order::sort_by(&mut chosen, usize::cmp);
    chosen.into_iter().map(|at| shown[at].clone()).collect()
}

fn own_row(draft: &Draft<'_>, reading: &IndicatorReading, years: &[i32]) -> Row {
    let named = Named::of(draft, reading.slot);
    let record = draft.assessment.figures.record(reading.slot);
    let none = || draft.words.none().to_owned();
    let mut cells = vec![named.with_unit(draft)];
    cells.extend(values(draft, &reading.series, years, &named));
    let goal = record.and_then(|record| record.target);
    cells.push(goal.map_or_else(none, |goal| goal_text(draft.language, goal, &named)));
    cells.push(trend(draft, reading).map_or_else(none, str::to_owned));
    cells.push(record.map_or_else(String::new, |record| one_line(&record.evidence)));
    Row { weight: Weight::Plain, cells }
}

/// Where it goes, in a word; none where too little is known to say.
fn trend(draft: &Draft<'_>, reading: &IndicatorReading) -> Option<&'static str> {
    let words = draft.words;
    match reading.trend()? {
        Judgement::Improving => Some(words.figures_trend_good()),
        Judgement::Flat => Some(words.figures_trend_even()),
        Judgement::Worsening => Some(words.figures_trend_poor()),
        Judgement::Mixed => Some(words.clean_trend_mixed()),
        Judgement::TooShort => None,
    }
}

/// Why a year has no value, below the table.
fn reasons(draft: &mut Draft<'_>, shown: &[IndicatorReading]) {
    let words = draft.words;
    for reading in shown {
        let named = Named::of(draft, reading.slot);
        let gaps = draft
            .assessment
            .figures
            .record(reading.slot)
            .map(|record: &FigureRecord| record.gaps.clone())
            .unwrap_or_default();
        for (year, reason) in gaps.iter().filter(|(_, reason)| !reason.trim().is_empty()) {
            let told = fill(words.report_figures_gap(), &[("year", &year.to_string()), ("reason", reason.trim())]);
            let told = fill(words.clean_remark(), &[("name", &one_line(&named.name)), ("text", &told)]);
            draft.paragraphs(ParagraphStyle::Note, &told);
        }
    }
}

/// Puts the sentence that names table and charts before them.
fn refer(draft: &mut Draft<'_>, at: usize) {
    let words = draft.words;
    let labels = |chart: bool| -> Vec<Label> {
        let label = |block: &Block| match block {
            Block::Table(table) if !chart => Some(table.caption.label),
            Block::Chart(drawn) if chart => Some(drawn.caption.label),
            _ => None,
        };
        draft.blocks[at..].iter().filter_map(label).collect()
    };
    let Some(table) = labels(false).first().copied() else { return };
    let pieces = match labels(true).as_slice() {
        [] => Draft::pieces(words.clean_see_table(), &[("table", table)]),
        [chart] => Draft::pieces(words.clean_see_chart(), &[("table", table), ("chart", *chart)]),
        [first, .., last] => Draft::pieces(words.clean_see_charts(), &[("table", table), ("first", *first), ("last", *last)]),
    };
    draft.blocks.insert(at, pieces);
}
