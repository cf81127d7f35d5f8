//! The table of an item's indicators: own values by year with what they are compared with in the row below, projection,
//! target, rank, origin and evidence. Years that do not fit beside the rest stand in a table before it.

use super::naming::{Named, amount};
use super::note;
use crate::assessment::{FigureRecord, FigureSlot, Goal, Origin, Whose};
use crate::indicators::{IndicatorReading, Series};
use crate::language::{Language, fill};
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;

/// Years beside target, rank and origin, and in a table of years alone.
const MOST_YEARS: usize = 6;
pub(super) const MOST_YEARS_ALONE: usize = 10;
pub(super) type Columns = Vec<(String, u32, Alignment)>;

/// The years that count, upwards.
pub fn years(draft: &Draft<'_>) -> Vec<i32> {
    let window = draft.assessment.figures.window;
    match window {
        Some(window) => window.years().collect(),
        None => {
            let of = |reading: &IndicatorReading| reading.series.years().map(|(year, _)| year).collect::<Vec<i32>>();
            draft.results.indicators.iter().map(of).max_by_key(Vec::len).unwrap_or_default()
        }
    }
}

/// A column for every year, as wide as its numbers need.
pub fn year_columns(years: &[i32], rows: &[Row], first: usize) -> Columns {
    let wide = |at: usize| {
        rows.iter()
            .filter_map(|row| row.cells.get(at))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let columns = years
        .iter()
        .enumerate()
        .map(|(at, year)| (year.to_string(), width_of(wide(first + at)), Alignment::End));
    columns.collect()
}

fn width_of(characters: usize) -> u32 {
    characters.clamp(5, 13) as u32 + 3
}

pub fn write(draft: &mut Draft<'_>, name: &str, shown: &[IndicatorReading], areas: &[(usize, &str)]) {
    let all = years(draft);
    let (earlier, latest) = all.split_at(all.len().saturating_sub(MOST_YEARS));
    let caption = fill(draft.words.report_figures_caption(), &[("name", name)]);
    for years in earlier.chunks(MOST_YEARS_ALONE) {
        let rows = rows(draft, shown, areas, years, None);
        let mut columns = vec![(draft.words.report_figures_indicator().to_owned(), 30, Alignment::Start)];
        columns.extend(year_columns(years, &rows, 1));
        draft.table_of(&caption, columns, rows);
    }
    let details = Details::of(draft, shown, latest);
    let rows = rows(draft, shown, areas, latest, Some(&details));
    let mut columns = vec![(draft.words.report_figures_indicator().to_owned(), 28, Alignment::Start)];
    columns.extend(year_columns(latest, &rows, 1));
    columns.extend(details.columns(draft, &rows, 1 + latest.len()));
    draft.table_of(&caption, columns, rows);
    remarks(draft, shown);
}

/// Which columns stand beside the years.
struct Details {
    /// The year projected for, where anything is projected.
    projected: Option<i32>,
    ranked: bool,
}

impl Details {
    fn of(draft: &Draft<'_>, shown: &[IndicatorReading], years: &[i32]) -> Details {
        let any = |has: fn(&FigureRecord) -> bool| shown.iter().any(|reading| draft.assessment.figures.record(reading.slot).is_some_and(has));
        let next = years.last().map_or(0, |year| year + 1);
        Details {
            projected: any(|record| record.projected.is_some()).then_some(next),
            ranked: any(|record| record.rank.is_some()),
        }
    }

    fn columns(&self, draft: &Draft<'_>, rows: &[Row], first: usize) -> Columns {
        let words = draft.words;
        let widest = |at: usize| {
            let lengths = rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.chars().count());
            width_of(lengths.max().unwrap_or(0))
        };
        let mut columns: Columns = Vec::new();
        let mut at = first;
        let mut number = |title: String| {
            let word = title.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            columns.push((title, widest(at).max(width_of(word)), Alignment::End));
            at += 1;
        };
        if let Some(year) = self.projected {
            number(fill(words.report_figures_projected(), &[("year", &year.to_string())]));
        }
        number(words.report_figures_target().to_owned());
        if self.ranked {
            number(words.report_figures_rank().to_owned());
        }
        columns.push((words.report_figures_origin().to_owned(), 18, Alignment::Start));
        columns
    }

    fn count(&self) -> usize {
        2 + usize::from(self.projected.is_some()) + usize::from(self.ranked)
    }
}

fn rows(draft: &Draft<'_>, shown: &[IndicatorReading], areas: &[(usize, &str)], years: &[i32], details: Option<&Details>) -> Vec<Row> {
    let width = 1 + years.len() + details.map_or(0, Details::count);
    grouped_rows(shown, areas, width, |reading| {
        let own = own_row(draft, reading, years, details);
        std::iter::once(own).chain(benchmark_row(draft, reading, years, width)).collect()
    })
}

/// The rows of every indicator under the title of its area, then those of none.
pub(super) fn grouped_rows(shown: &[IndicatorReading], areas: &[(usize, &str)], width: usize, of: impl Fn(&IndicatorReading) -> Vec<Row>) -> Vec<Row> {
    let mut rows = Vec::new();
    let of_area = |area: Option<usize>| shown.iter().filter(move |reading| reading.place.map(|(_, area)| area) == area);
    let mut add = |title: Option<&str>, area: Option<usize>| {
        for (at, reading) in of_area(area).enumerate() {
            if let Some(title) = title.filter(|_| at == 0) {
                let mut cells = vec![String::new(); width];
                cells[0] = title.to_owned();
                rows.push(Row { weight: Weight::Group, cells });
            }
            rows.extend(of(reading));
        }
    };
    for (area, title) in areas {
        add(Some(title), Some(*area));
    }
    add(None, None);
    rows
}

fn own_row(draft: &Draft<'_>, reading: &IndicatorReading, years: &[i32], details: Option<&Details>) -> Row {
    let named = Named::of(draft, reading.slot);
    let mut cells = vec![named.with_unit(draft)];
    cells.extend(values(draft, &reading.series, years, &named));
    if let (Some(details), Some(record)) = (details, draft.assessment.figures.record(reading.slot)) {
        if details.projected.is_some() {
            cells.push(record.projected.map_or_else(|| draft.words.none().to_owned(), |value| named.number(value)));
        }
        cells.push(
            record
                .target
                .map_or_else(|| draft.words.none().to_owned(), |goal| goal_text(draft.language, goal, &named)),
        );
        if details.ranked {
            let rank = record.rank.map(|(place, of)| [&place.to_string(), "/", &of.to_string()].concat());
            cells.push(rank.unwrap_or_else(|| draft.words.none().to_owned()));
        }
        cells.push(origin_text(draft, record));
    }
    Row { weight: Weight::Plain, cells }
}

/// Own values by year, without rows of what they are compared with; for the application form.
pub fn rows_by_year(draft: &Draft<'_>, series: &Series, slot: FigureSlot, years: &[i32]) -> (String, Vec<String>) {
    let named = Named::of(draft, slot);
    (named.with_unit(draft), values(draft, series, years, &named).collect())
}

pub(super) fn values<'a>(draft: &'a Draft<'_>, series: &'a Series, years: &'a [i32], named: &'a Named) -> impl Iterator<Item = String> + 'a {
    years
        .iter()
        .map(|&year| series.at(year).map_or_else(|| draft.words.none().to_owned(), |value| named.number(value)))
}

/// `98.5`, `40—50`.
pub(super) fn goal_text(language: Language, goal: Goal, named: &Named) -> String {
    match goal {
        Goal::Value(value) => named.number(value),
        Goal::Within { low, high } => language.range(&amount(low, named.decimals), &amount(high, named.decimals)),
    }
}

fn origin_text(draft: &Draft<'_>, record: &FigureRecord) -> String {
    let words = draft.words;
    let names = record.origins.iter().map(|origin| match origin {
        Origin::Enterprise => words.report_origin_enterprise(),
        Origin::Government => words.report_origin_government(),
        Origin::Consumers => words.report_origin_consumers(),
        Origin::Media => words.report_origin_media(),
        Origin::ThirdParty => words.report_origin_third_party(),
    });
    let names = names.collect::<Vec<&str>>().join(words.term_list());
    let lines = [names.as_str(), record.evidence.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<&str>>().join("\n")
}

pub(super) fn benchmark_row(draft: &Draft<'_>, reading: &IndicatorReading, years: &[i32], width: usize) -> Option<Row> {
    let benchmark = &draft.assessment.figures.record(reading.slot)?.benchmark;
    if benchmark.values.is_empty() && benchmark.whose.is_none() && benchmark.name.trim().is_empty() {
        return None;
    }
    let named = Named::of(draft, reading.slot);
    let mut cells = vec![fill(draft.words.report_figures_beside(), &[("name", &whose_name(draft, reading.slot))])];
    cells.extend(values(draft, &reading.benchmark, years, &named));
    cells.resize(width, String::new());
    Some(Row { weight: Weight::Plain, cells })
}

/// Whom it is compared with: `同行 A 公司（竞争对手）`.
pub(super) fn whose_name(draft: &Draft<'_>, slot: FigureSlot) -> String {
    let words = draft.words;
    let Some(record) = draft.assessment.figures.record(slot) else {
        return String::new();
    };
    let whose = record.benchmark.whose.map(|whose| match whose {
        Whose::Competitor => words.report_whose_competitor(),
        Whose::Sector => words.report_whose_sector(),
        Whose::World => words.report_whose_world(),
    });
    match (record.benchmark.name.trim(), whose) {
        ("", None) => words.report_figures_unnamed().to_owned(),
        ("", Some(whose)) => whose.to_owned(),
        (name, None) => name.to_owned(),
        (name, Some(whose)) => fill(words.report_status(), &[("text", name), ("status", whose)]),
    }
}

/// Reasons for missing years, and how own indicators are computed.
fn remarks(draft: &mut Draft<'_>, shown: &[IndicatorReading]) {
    let words = draft.words;
    for reading in shown {
        let named = Named::of(draft, reading.slot);
        let assessment = draft.assessment;
        let Some(record) = assessment.figures.record(reading.slot) else { continue };
        for (year, reason) in record.gaps.iter().filter(|(_, reason)| !reason.trim().is_empty()) {
            let told = fill(words.report_figures_gap(), &[("year", &year.to_string()), ("reason", reason.trim())]);
            note(draft, &named, &told);
        }
        if let FigureSlot::Own(at) = reading.slot
            && let Some(formula) = assessment
                .figures
                .own
                .get(at)
                .map(|own| own.formula.trim())
                .filter(|formula| !formula.is_empty())
        {
            note(draft, &named, formula);
        }
    }
}
