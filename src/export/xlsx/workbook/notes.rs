//! The first sheet: whose workbook it is, under which criteria and of which day, what it is and what it is not, how it
//! reckons, and where what stands.

use super::book::Book;
use super::cell::{cell, on};
use super::looks::Look;
use super::page::{Cached, Fit, Page};
use super::scores::{POINTS, Shown};
use super::{actions, charts, register, self_checks};
use crate::language::fill;
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_notes(), &[26.0, 16.0, 100.0]);
    page.across(
        0,
        0,
        &fill("{award} · {title}", &[("award", book.pack_words.name()), ("title", words.workbook_title())]),
        Look::Title,
    );
    let mut row = 1;
    if book.assessment.fictional {
        page.across(row, 0, words.report_fictional(), Look::Warning);
        row += 1;
    }
    row = facts(&mut page, row) + 1;
    page.text(row, 0, words.workbook_about(), Look::Section);
    for told in told(book) {
        row += 1;
        page.across(row, 0, &told, Look::Note);
    }
    row += 2;
    page.text(row, 0, words.workbook_contents(), Look::Section);
    for (name, told) in contents(book) {
        row += 1;
        page.link(row, 0, name);
        page.across(row, 1, told, Look::Note);
    }
    page.finish(Fit::Page)
}

/// Organisation, criteria, day and total; gives the next free row.
fn facts(page: &mut Page<'_, '_>, mut row: u32) -> u32 {
    let book = page.book;
    let (words, score) = (book.words, &book.score);
    let kind = book.assessment.organisation.kind.map(|kind| say::kind(book.language, kind));
    let facts = [
        (words.workbook_organisation(), book.organisation.as_str()),
        (say::profile_label(book.language, "kind"), kind.unwrap_or(words.report_not_filled())),
        (words.workbook_criteria(), book.pack_words.edition_name()),
        (words.workbook_day(), book.day.as_deref().unwrap_or(words.workbook_no_day())),
        (words.workbook_state(), words.workbook_state_draft()),
    ];
    for (label, value) in facts {
        page.text(row, 0, label, Look::Group);
        page.across(row, 1, value, Look::Text);
        row += 1;
    }
    let shown = Shown::of(book);
    let there = |col| on(words.workbook_sheet_scores(), &cell(book.scores.total, col));
    page.text(row, 0, words.report_score_total(), Look::Group);
    let total = ["=IF(ISNUMBER(", &there(POINTS), "),", &there(POINTS), ",\"\")"].concat();
    let points = (score.rated() > 0).then(|| score.total.points.to_f64());
    page.formula(row, 1, &total, &Cached::from(points), Look::Centre, shown.points);
    let (rated, counted) = (score.rated().to_string(), score.counted().to_string());
    let told = fill(
        words.workbook_total_note(),
        &[("max", &score.total.max.to_string()), ("rated", &rated), ("counted", &counted)],
    );
    page.across(row, 2, &told, Look::Text);
    row + 1
}

/// What the workbook is and is not, and how it reckons.
fn told(book: &Book<'_>) -> Vec<String> {
    let words = book.words;
    let scoring = &book.pack.structure().scoring;
    let mut told = vec![
        words.workbook_is().to_owned(),
        words.workbook_is_not().to_owned(),
        book.pack_words.disclaimer().to_owned(),
    ];
    told.push(words.workbook_editable().to_owned());
    let rule = say::rounding(book.language, scoring.rounding);
    told.push(fill(words.report_score_rule(), &[("rounding", rule)]));
    told.push(words.workbook_exact().to_owned());
    told.extend(say::what_counts(book.pack, book.language, book.assessment, &book.score));
    told.push(book.pack_words.points_note().to_owned());
    told
}

/// The other sheets, each with what it holds.
fn contents(book: &Book<'_>) -> Vec<(&'static str, &'static str)> {
    let words = book.words;
    let mut sheets = vec![
        (words.workbook_sheet_scores(), words.workbook_holds_scores()),
        (words.workbook_sheet_reasons(), words.workbook_holds_reasons()),
        (words.workbook_sheet_scale(), words.workbook_holds_scale()),
        (words.workbook_sheet_radar(), words.workbook_holds_radar()),
    ];
    if book.panel.is_some() {
        sheets.push((words.workbook_sheet_panel(), words.workbook_holds_panel()));
    }
    sheets.push((words.workbook_sheet_indicators(), words.workbook_holds_indicators()));
    if charts::any(book) {
        sheets.push((words.workbook_sheet_charts(), words.workbook_holds_charts()));
    }
    if !book.inputs.is_empty() {
        sheets.push((words.workbook_sheet_inputs(), words.workbook_holds_inputs()));
    }
    sheets.extend([
        (words.workbook_sheet_findings(), words.workbook_holds_findings()),
        (words.workbook_sheet_eligibility(), words.workbook_holds_eligibility()),
    ]);
    if self_checks::any(book) {
        sheets.push((words.workbook_sheet_self_checks(), words.workbook_holds_self_checks()));
    }
    if register::any(book) {
        sheets.push((words.workbook_sheet_register(), words.workbook_holds_register()));
    }
    if !register::any(book) {
        sheets.push((words.workbook_sheet_evidence(), words.workbook_holds_evidence()));
    }
    sheets.push((words.workbook_sheet_improvement(), words.workbook_holds_improvement()));
    if actions::any(book) {
        sheets.push((words.workbook_sheet_actions(), words.workbook_holds_actions()));
    }
    sheets.push((words.workbook_sheet_sources(), words.workbook_holds_sources()));
    sheets
}
