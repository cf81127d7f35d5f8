//! The sheet of indicators: a row each, years as columns, target, benchmark, rank, origin and evidence. Computed values
//! are formulas over the inputs.

mod plan;
mod values;

pub(super) use plan::{Columns, FIRST_YEAR, IndicatorRow, NAME, Plan, TITLES};

use super::book::Book;
use super::inputs::with_decimals;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::assessment::{FigureRecord, FigureSlot, Goal, Origin, Whose};
use crate::criteria::Aim;
use crate::language::fill;
use crate::report::say;
use plan::{AIM, UNIT};
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let plan = &book.indicators;
    let columns = plan.columns();
    let year = 8.5;
    let mut widths = vec![5.0, 27.0, 9.0, 9.5];
    widths.extend(plan.years().map(|_| year));
    widths.extend(columns.projected.map(|_| 9.0));
    widths.push(9.0);
    widths.extend(columns.high.map(|_| 9.0));
    widths.push(21.0);
    widths.extend(plan.years().map(|_| year));
    widths.extend([8.0, 16.0, 14.0]);
    widths.extend(columns.gaps.map(|_| 20.0));
    let mut page = Page::new(sheet, book, words.workbook_sheet_indicators(), &widths);
    page.across(0, 0, words.workbook_sheet_indicators(), Look::Title);
    if plan.rows.is_empty() {
        page.across(1, 0, words.workbook_indicators_none(), Look::Note);
        return page.finish(Fit::Width);
    }
    page.across(1, 0, words.workbook_indicators_note(), Look::Note);
    titles(&mut page, &columns);
    for (row, item) in &plan.groups {
        let name = item.map_or_else(|| words.workbook_no_item().to_owned(), |item| say::item_name(book.pack, book.language, item));
        page.across(*row, 0, &name, Look::Group);
    }
    for row in &plan.rows {
        indicator(&mut page, &columns, row);
    }
    page.freeze(TITLES, TITLES, NAME + 1);
    page.finish(Fit::Width)
}

fn titles(page: &mut Page<'_, '_>, columns: &Columns) {
    let words = page.book.words;
    let plan = &page.book.indicators;
    page.texts(
        TITLES,
        &[
            (words.workbook_number(), Look::Head),
            (words.grid_indicator(), Look::Head),
            (words.grid_unit(), Look::Head),
            (words.workbook_direction(), Look::Head),
        ],
    );
    for (year, col) in plan.years().zip(FIRST_YEAR..) {
        page.number(TITLES, col, f64::from(year), Look::Head, "0");
    }
    for (year, col) in plan.years().zip(columns.benchmark..) {
        let title = fill(words.workbook_benchmark_of(), &[("year", &year.to_string())]);
        page.text(TITLES, col, &title, Look::Head);
    }
    let next = plan.years.map_or_else(String::new, |(_, last)| (last + 1).to_string());
    if let Some(col) = columns.projected {
        page.text(TITLES, col, &fill(words.workbook_projected(), &[("year", &next)]), Look::Head);
    }
    if let Some(col) = columns.high {
        page.text(TITLES, col, words.grid_target_high(), Look::Head);
    }
    let target = if columns.high.is_some() {
        words.workbook_target_or_low()
    } else {
        words.grid_target()
    };
    page.text(TITLES, columns.target, target, Look::Head);
    page.text(TITLES, columns.whose, words.workbook_benchmark(), Look::Head);
    page.text(TITLES, columns.rank, words.workbook_rank(), Look::Head);
    page.text(TITLES, columns.origins, words.grid_origins(), Look::Head);
    page.text(TITLES, columns.evidence, words.report_evaluation_evidence(), Look::Head);
    if let Some(col) = columns.gaps {
        page.text(TITLES, col, words.workbook_gaps(), Look::Head);
    }
}

/// Name, unit, direction and decimals of an indicator.
struct About {
    name: String,
    unit: String,
    aim: Aim,
    decimals: u8,
}

fn about(book: &Book<'_>, slot: FigureSlot) -> About {
    match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = book.pack.indicator(slot);
            About {
                name: book.pack_words.indicator(&indicator.id).to_owned(),
                unit: book.pack_words.unit(&indicator.unit).to_owned(),
                aim: indicator.direction,
                decimals: indicator.decimals,
            }
        }
        FigureSlot::Own(at) => book.assessment.figures.own.get(at).map_or_else(
            || About {
                name: String::new(),
                unit: String::new(),
                aim: Aim::Higher,
                decimals: 0,
            },
            |own| About {
                name: own.name.to_string(),
                unit: own.unit.to_string(),
                aim: own.direction,
                decimals: own.decimals,
            },
        ),
    }
}

fn indicator(page: &mut Page<'_, '_>, columns: &Columns, of: &IndicatorRow) {
    let book = page.book;
    let (plan, words, row) = (&book.indicators, book.words, of.row);
    let Some(record) = book.assessment.figures.record(of.slot) else { return };
    let reading = &book.results.indicators[of.reading];
    let about = about(book, of.slot);
    let shown = with_decimals(about.decimals);
    let number = plan.rows.iter().position(|known| known.row == row).unwrap_or_default() + 1;
    page.number(row, 0, number as f64, Look::Centre, "0");
    page.text(row, NAME, &about.name, Look::Text);
    page.text(row, UNIT, &about.unit, Look::Centre);
    let aim = match about.aim {
        Aim::Higher => words.workbook_higher(),
        Aim::Lower => words.workbook_lower(),
        Aim::Range => words.workbook_in_range(),
    };
    page.text(row, AIM, aim, Look::Centre);
    values::values(page, of, &shown);
    for (year, col) in plan.years().zip(columns.benchmark..) {
        page.maybe(row, col, record.benchmark.values.at(year).copied(), Look::Number, &shown);
    }
    if let Some(col) = columns.projected {
        page.maybe(row, col, record.projected, Look::Number, &shown);
    }
    let (low, high) = match record.target {
        None => (None, None),
        Some(Goal::Value(value)) => (Some(value), None),
        Some(Goal::Within { low, high }) => (Some(low), Some(high)),
    };
    page.maybe(row, columns.target, low, Look::Number, &shown);
    if let Some(col) = columns.high {
        page.maybe(row, col, high, Look::Number, &shown);
    }
    page.text(row, columns.whose, &benchmark(book, record), Look::Text);
    let rank = record.rank.map_or_else(String::new, |(place, of)| {
        fill(words.workbook_rank_of(), &[("place", &place.to_string()), ("of", &of.to_string())])
    });
    page.text(row, columns.rank, &rank, Look::Centre);
    page.text(row, columns.origins, &origins(book, record), Look::Text);
    page.text(row, columns.evidence, &record.evidence, Look::Text);
    if let Some(col) = columns.gaps {
        page.text(row, col, &gaps(book, record), Look::Text);
    }
    if reading.has_trend() {
        values::lines(page, columns, row, (low, high), &shown);
    }
}

/// Whose the benchmark is, and who that is.
fn benchmark(book: &Book<'_>, record: &FigureRecord) -> String {
    let words = book.words;
    let whose = record.benchmark.whose.map(|whose| match whose {
        Whose::Competitor => words.grid_competitor(),
        Whose::Sector => words.grid_sector(),
        Whose::World => words.grid_world(),
    });
    let name = record.benchmark.name.trim();
    match whose {
        Some(whose) if name.is_empty() => whose.to_owned(),
        Some(whose) => fill(words.term_within(), &[("whole", whose), ("part", name)]),
        None => name.to_owned(),
    }
}

fn origins(book: &Book<'_>, record: &FigureRecord) -> String {
    let words = book.words;
    let named = record.origins.iter().map(|origin| match origin {
        Origin::Enterprise => words.grid_origin_enterprise(),
        Origin::Government => words.grid_origin_government(),
        Origin::Consumers => words.grid_origin_consumers(),
        Origin::Media => words.grid_origin_media(),
        Origin::ThirdParty => words.grid_origin_third_party(),
    });
    named.collect::<Vec<&str>>().join(words.term_list())
}

/// Why years are missing, a line each.
fn gaps(book: &Book<'_>, record: &FigureRecord) -> String {
    let told = record
        .gaps
        .iter()
        .map(|(year, why)| fill(book.words.term_within(), &[("whole", &year.to_string()), ("part", why)]));
    told.collect::<Vec<String>>().join("\n")
}
