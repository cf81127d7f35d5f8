//! The sheet of categories: maximum, points and share with a radar chart of the shares beside the table. A category with
//! an item that is not rated has no share, and no point on the chart.

use super::book::Book;
use super::cell::{cell, on};
use super::looks::{ACCENT, Look};
use super::page::{Cached, Fit, Page};
use super::scores::{MAX, OPEN, PERCENT, POINTS, SHARE, Shown, open_of, share};
use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLayout, ChartLine, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, ConditionalFormatFormula, Format,
    Worksheet, XlsxError,
};

const HEAD: u32 = 2;
/// A radar of fewer corners shows no shape.
const CORNERS: usize = 3;

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_radar(), &[9.0, 26.0, 10.0, 11.0, 12.0, 11.0, 12.0, 3.0, 88.0]);
    page.across(0, 0, words.workbook_sheet_radar(), Look::Title);
    page.across(1, 0, words.workbook_radar_note(), Look::Note);
    page.head(
        HEAD,
        &[
            words.report_score_clause(),
            words.workbook_category(),
            words.report_score_maximum(),
            words.report_score_points(),
            words.workbook_share(),
            words.workbook_open(),
            words.workbook_on_chart(),
        ],
    );
    let counted = book.scores.categories.iter().filter(|category| category.counted > 0);
    let rows: Vec<u32> = (HEAD + 1..)
        .zip(counted)
        .map(|(row, rows_of)| category(&mut page, row, rows_of.slot, rows_of.row))
        .collect();
    if let (Some(&first), Some(&last)) = (rows.first(), rows.last()) {
        let chart = chart(book, first, last);
        let placed = page.sheet.insert_chart(HEAD, 8, &chart).map(|_| ());
        page.keep(placed);
        let quiet = Format::new().set_font_color(0xFF_FFFF);
        let missing = ConditionalFormatFormula::new()
            .set_rule(["=ISNA(", &cell(first, 6), ")"].concat().as_str())
            .set_format(quiet);
        let hidden = page.sheet.add_conditional_format(first, 6, last, 6, &missing).map(|_| ());
        page.keep(hidden);
        // The chart is higher than a short table.
        page.blank(HEAD + 22, 0, Look::Note);
    }
    page.finish(Fit::Width)
}

fn category(page: &mut Page<'_, '_>, row: u32, slot: usize, there: u32) -> u32 {
    let book = page.book;
    let shown = Shown::of(book);
    let score = &book.score.categories[slot];
    let category = book.pack.category(score.category);
    page.text(row, 0, &category.number, Look::Text);
    page.text(row, 1, book.pack_words.category(&category.id), Look::Text);
    let of = |col| on(book.words.workbook_sheet_scores(), &cell(there, col));
    let complete = score.rated == score.items;
    let part = share(&score.tally, complete);
    let points = Cached::from((score.rated > 0).then(|| score.tally.points.to_f64()));
    let open = open_of(&book.score, |item| book.pack.category_of(item.item) == score.category);
    page.formula(
        row,
        2,
        &["=", &of(MAX)].concat(),
        &Cached::Number(score.tally.max.to_f64()),
        Look::Number,
        shown.max,
    );
    page.formula(row, 3, &["=", &of(POINTS)].concat(), &points, Look::Number, shown.points);
    page.formula(row, 4, &["=", &of(SHARE)].concat(), &part, Look::Number, PERCENT);
    page.formula(row, 5, &["=", &of(OPEN)].concat(), &Cached::Number(open), Look::Number, shown.open);
    let own = cell(row, 4);
    let plotted = ["=IF(ISNUMBER(", &own, "),", &own, ",NA())"].concat();
    let drawn = if part == Cached::Blank { Cached::Text("#N/A".to_owned()) } else { part };
    page.formula(row, 6, &plotted, &drawn, Look::Number, PERCENT);
    row
}

fn chart(book: &Book<'_>, first: u32, last: u32) -> Chart {
    let words = book.words;
    let sheet = words.workbook_sheet_radar();
    let enough = (last - first + 1) as usize >= CORNERS;
    let mut chart = Chart::new(if enough { ChartType::RadarWithMarkers } else { ChartType::Column });
    let fill = ChartSolidFill::new().set_color(ACCENT).clone();
    let line = ChartLine::new().set_color(ACCENT).set_width(2.0).clone();
    let series = chart
        .add_series()
        .set_name(words.workbook_share())
        .set_categories((sheet, first, 1, last, 1))
        .set_values((sheet, first, 6, last, 6));
    if enough {
        let marker = ChartMarker::new()
            .set_type(ChartMarkerType::Circle)
            .set_size(6)
            .set_format(ChartFormat::new().set_solid_fill(&fill))
            .clone();
        series.set_format(ChartFormat::new().set_line(&line)).set_marker(&marker);
    } else {
        series.set_format(ChartFormat::new().set_solid_fill(&fill));
    }
    chart
        .title()
        .set_name(words.workbook_radar_title())
        .set_font(ChartFont::new().set_size(12).set_bold());
    chart.x_axis().set_font(ChartFont::new().set_size(8));
    if enough {
        // Room for long names on both sides.
        chart
            .plot_area()
            .set_layout(&ChartLayout::new().set_offset(0.31, 0.16).set_dimensions(0.38, 0.74));
    }
    chart.legend().set_hidden();
    chart.y_axis().set_min(0).set_max(1).set_major_unit(0.2).set_num_format("0%");
    chart.set_width(600).set_height(400).set_alt_text(words.workbook_radar_title());
    chart
}
