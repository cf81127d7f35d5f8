//! Below the scores: how many items are not rated, the range the total can still take, what the total means and how it
//! stands to the lines it is read against.

use super::book::Book;
use super::cell::{call, cell, fixed_rows, on, ranges};
use super::looks::Look;
use super::page::{Cached, Page};
use super::scores::{MAX, NAME, NUMBER, OPEN, POINTS, RATING, SOURCE, STATUS, Shown};
use crate::report::say;

/// Writes from the first row below the table on; gives the next free row.
pub(super) fn write(page: &mut Page<'_, '_>) -> u32 {
    let book = page.book;
    let (plan, score, words) = (&book.scores, &book.score, book.words);
    let shown = Shown::of(book);
    let mut row = plan.below + 1;
    page.text(row, NAME, words.workbook_summary(), Look::Section);
    let [unrated, low, high, band] = [row + 1, row + 2, row + 3, row + 4];
    let counted = plan.counted(score);
    let total = cell(plan.total, POINTS);

    let formula = ["=", &counted.len().to_string(), "-(", &call("COUNT", &ranges(&counted, RATING)), ")"].concat();
    line(page, unrated, words.workbook_unrated());
    page.formula(unrated, MAX, &formula, &Cached::Number(score.unrated as f64), Look::Number, "0");
    line(page, low, words.workbook_low());
    let formula = ["=IF(ISNUMBER(", &total, "),", &total, ",0)"].concat();
    page.formula(low, MAX, &formula, &Cached::Number(score.range.0.to_f64()), Look::Number, shown.points);
    line(page, high, words.workbook_high());
    let formula = ["=ROUND(", &cell(low, MAX), "+", &cell(plan.total, OPEN), ",2)"].concat();
    page.formula(high, MAX, &formula, &Cached::Number(score.range.1.to_f64()), Look::Number, shown.points);
    maturity(page, band, &cell(unrated, MAX), &total);
    row = band + 1;
    row = lines(page, row, &cell(low, MAX), &cell(high, MAX)) + 1;
    for told in notes(book) {
        page.across(row, 0, &told, Look::Note);
        row += 1;
    }
    row
}

/// A framed row with its name; the value comes into the column of maxima.
fn line(page: &mut Page<'_, '_>, row: u32, name: &str) {
    page.blank(row, NUMBER, Look::Text);
    page.text(row, NAME, name, Look::Text);
    page.blank(row, NAME + 1, Look::Text);
    page.blank(row, MAX, Look::Number);
}

/// The range of totals the total lies in, once everything is rated.
fn maturity(page: &mut Page<'_, '_>, row: u32, unrated: &str, total: &str) {
    let book = page.book;
    let bands = &book.pack.structure().maturity;
    if bands.is_empty() || book.scores.counted(&book.score).is_empty() {
        return;
    }
    line(page, row, book.words.workbook_maturity());
    let sheet = book.words.workbook_sheet_scale();
    let (first, last) = book.scale.maturity;
    let whole = book.score.total.points.hundredths() / 100;
    let found = bands.iter().find(|band| whole <= u64::from(band.to)).filter(|_| book.score.is_complete());
    let look_up = |col: u16| {
        let (from, to) = (on(sheet, &fixed_rows(first, last, 0)), on(sheet, &fixed_rows(first, last, col)));
        ["=IF(", unrated, "=0,LOOKUP(INT(", total, "),", &from, ",", &to, "),\"\")"].concat()
    };
    let label = found.map_or(Cached::Blank, |band| Cached::Text(super::scale::maturity_label(book, band)));
    page.formula(row, MAX, &look_up(1), &label, Look::Centre, "General");
    let meaning = found.map_or(Cached::Blank, |band| Cached::Text(book.pack_words.maturity(&band.id).to_owned()));
    page.across(row, RATING, " ", Look::Text);
    page.formula(row, RATING, &look_up(2), &meaning, Look::Text, "General");
}

/// The lines the total is read against: reached, out of reach, or open.
fn lines(page: &mut Page<'_, '_>, mut row: u32, low: &str, high: &str) -> u32 {
    let book = page.book;
    let words = book.words;
    let own = book
        .assessment
        .reference_points
        .map(|points| (words.workbook_own_line(), points, String::new()));
    let packs = book.pack.structure().scoring.reference_lines.iter();
    let packs = packs.map(|line| (book.pack_words.reference(&line.id), line.points, ["reference/", &line.id].concat()));
    for (name, points, figure) in own.into_iter().chain(packs) {
        line(page, row, name);
        page.number(row, MAX, f64::from(points), Look::Number, "0");
        let at = cell(row, MAX);
        let formula = [
            "=IF(",
            low,
            ">=",
            &at,
            ",\"",
            words.workbook_reached(),
            "\",IF(",
            high,
            "<",
            &at,
            ",\"",
            words.workbook_out_of_reach(),
            "\",\"",
            words.workbook_reach_open(),
            "\"))",
        ]
        .concat();
        let points = u64::from(points) * 100;
        let (least, most) = (book.score.range.0.hundredths(), book.score.range.1.hundredths());
        let told = match () {
            () if least >= points => words.workbook_reached(),
            () if most < points => words.workbook_out_of_reach(),
            () => words.workbook_reach_open(),
        };
        page.formula(row, RATING, &formula, &Cached::Text(told.to_owned()), Look::Centre, "General");
        for col in POINTS..=OPEN {
            page.blank(row, col, Look::Text);
        }
        let (source, status) = book.source(&figure);
        page.text(row, SOURCE, &source, Look::Centre);
        page.text(row, STATUS, status, Look::Centre);
        row += 1;
    }
    row
}

/// What counts and what does not, what the points are, and where the rules come from.
fn notes(book: &Book<'_>) -> Vec<String> {
    let words = book.words;
    let mut told = say::what_counts(book.pack, book.language, book.assessment, &book.score);
    told.push(book.pack_words.points_note().to_owned());
    let rules = [
        (words.term_figure_step(), "step"),
        (words.term_figure_rounding(), "rounding"),
        (words.term_figure_maturity(), "maturity"),
    ];
    let sourced = rules.map(|(name, figure)| book.say(words.report_status(), &[("text", name), ("status", &book.source_and_status(figure))]));
    told.push(book.say(words.workbook_rules_sources(), &[("rules", &sourced.join(words.term_list()))]));
    told
}
