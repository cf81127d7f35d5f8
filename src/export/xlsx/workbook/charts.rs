//! The sheet of indicator charts: a native line chart for every indicator with three values or more, drawn from the rows
//! of the sheet of indicators, which is its table. Own values, benchmark and target differ in dash and marker, so that
//! they are told apart without colour.

use super::book::Book;
use super::indicators::{Columns, FIRST_YEAR, IndicatorRow, NAME, TITLES};
use super::looks::{ACCENT, LINE, Look, QUIET, SEAL};
use super::page::{Fit, Page};
use crate::assessment::{FigureSlot, Goal};
use crate::language::fill;
use crate::report::say;
use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
    ObjectMovement, Worksheet, XlsxError,
};

/// Charts side by side.
const ACROSS: usize = 3;
/// The place of a chart in pixels: three by three fill an A4 page across. Each lies in one row, so none is torn apart
/// where a page ends.
const PLACE: (u32, u32) = (330, 202);
const HEAD: u32 = 1;

/// The indicators that have a chart.
fn drawn<'a>(book: &'a Book<'_>) -> impl Iterator<Item = &'a IndicatorRow> {
    book.indicators.rows.iter().filter(|row| book.results.indicators[row.reading].has_trend())
}

pub(super) fn any(book: &Book<'_>) -> bool {
    drawn(book).next().is_some()
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let columns = book.indicators.columns();
    let width = 45.0;
    let mut page = Page::new(sheet, book, words.workbook_sheet_charts(), &[width; ACROSS]);
    page.across(0, 0, words.workbook_charts_note(), Look::Note);
    for col in 0..ACROSS as u16 {
        let set = page.sheet.set_column_width_pixels(col, PLACE.0).map(|_| ());
        page.keep(set);
    }
    for (at, indicator) in drawn(book).enumerate() {
        let (row, col) = (HEAD + (at / ACROSS) as u32, (at % ACROSS) as u16);
        if col == 0 {
            let set = page.sheet.set_row_height_pixels(row, PLACE.1).map(|_| ());
            page.keep(set);
            page.blank(row, 0, Look::Note);
        }
        let chart = chart(book, &columns, indicator);
        let placed = page.sheet.insert_chart_with_offset(row, col, &chart, 3, 3).map(|_| ());
        page.keep(placed);
    }
    page.finish(Fit::Width)
}

fn chart(book: &Book<'_>, columns: &Columns, of: &IndicatorRow) -> Chart {
    let words = book.words;
    let sheet = words.workbook_sheet_indicators();
    let last = book.indicators.count() - 1;
    let span = |first: u16| (sheet, of.row, first, of.row, first + last);
    let years = (sheet, TITLES, FIRST_YEAR, TITLES, FIRST_YEAR + last);
    let mut chart = Chart::new(ChartType::Line);
    let mut add = |name: &str, first: u16, line: &ChartLine, marker: &ChartMarker| {
        chart
            .add_series()
            .set_name(name)
            .set_categories(years)
            .set_values(span(first))
            .set_format(ChartFormat::new().set_line(line))
            .set_marker(marker);
    };
    let line = |color: u32, width: f64, dash: ChartLineDashType| ChartLine::new().set_color(color).set_width(width).set_dash_type(dash).clone();
    let marker = |kind: ChartMarkerType, color: u32| {
        let fill = ChartSolidFill::new().set_color(color).clone();
        ChartMarker::new()
            .set_type(kind)
            .set_size(5)
            .set_format(ChartFormat::new().set_solid_fill(&fill))
            .clone()
    };
    let none = ChartMarker::new().set_none().clone();
    add(
        words.workbook_own(),
        FIRST_YEAR,
        &line(ACCENT, 2.25, ChartLineDashType::Solid),
        &marker(ChartMarkerType::Circle, ACCENT),
    );
    let Some(record) = book.assessment.figures.record(of.slot) else {
        return chart;
    };
    if !book.results.indicators[of.reading].benchmark.known().is_empty() {
        let dashed = line(QUIET, 1.5, ChartLineDashType::Dash);
        add(words.grid_benchmark(), columns.benchmark, &dashed, &marker(ChartMarkerType::Diamond, QUIET));
    }
    let dotted = line(SEAL, 1.25, ChartLineDashType::RoundDot);
    match record.target {
        None => {}
        Some(Goal::Value(_)) => add(words.grid_target(), columns.low_line, &dotted, &none),
        Some(Goal::Within { .. }) => {
            add(words.grid_target_low(), columns.low_line, &dotted, &none);
            add(words.grid_target_high(), columns.high_line, &dotted, &none);
        }
    }
    // From the cell: a name is never taken for a formula.
    chart.title().set_name((sheet, of.row, NAME)).set_font(ChartFont::new().set_size(10).set_bold());
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(ChartFont::new().set_size(8));
    let small = ChartFont::new().set_size(8).clone();
    chart.x_axis().set_font(&small);
    chart
        .y_axis()
        .set_font(&small)
        .set_major_gridlines_line(ChartLine::new().set_color(LINE).set_width(0.5));
    if let Some(high) = ceiling(book, of) {
        chart.y_axis().set_max(high);
    }
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart
        .set_width(PLACE.0 - 6)
        .set_height(PLACE.1 - 6)
        .set_object_movement(ObjectMovement::MoveAndSizeWithCells);
    chart.set_alt_text(told(book, of));
    chart
}

/// The most that is possible at all, where the values come near it: no axis of shares goes on to 120 %.
fn ceiling(book: &Book<'_>, of: &IndicatorRow) -> Option<f64> {
    let high = match of.slot {
        FigureSlot::Catalogue(slot) => book.pack.indicator(slot).high,
        FigureSlot::Own(at) => book.assessment.figures.own.get(at)?.high,
    }?;
    let reading = &book.results.indicators[of.reading];
    let drawn = reading.series.known().iter().chain(reading.benchmark.known());
    let most = drawn.map(|(_, value)| *value).reduce(f64::max)?;
    (0.9 * high..=high).contains(&most).then_some(high)
}

/// The chart in words: name and values.
fn told(book: &Book<'_>, of: &IndicatorRow) -> String {
    let words = book.words;
    let name = say::indicator_name(book.pack, book.assessment, book.language, of.slot);
    let values = book.results.indicators[of.reading].series.known().iter();
    let values = values.map(|(year, value)| fill(words.grid_chart_value(), &[("year", &year.to_string()), ("value", &value.to_string())]));
    let all = fill(
        words.grid_chart(),
        &[("name", &name), ("values", &values.collect::<Vec<String>>().join(words.term_list()))],
    );
    super::text::legal(&all)
}
