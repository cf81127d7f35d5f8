//! The sheet of the panel: every assessor's rating of every item in a cell that may be changed, their spread and what follows
//! from it as formulas, what was agreed with its reason, and how each assessor lies to the others.
//!
//! Percentages stand as shares (0.55), as on the sheet of scores; deviations and shifts in percentage points.

mod below;
mod plan;
mod rows;

pub(super) use plan::Plan;

use super::book::Book;
use super::cell::{fixed_rows, on};
use super::looks::Look;
use super::page::{Fit, Page};
use crate::archive::assessment_key;
use crate::language::{Language, fill};
use crate::panel::Panel;
use crate::report::say;
use plan::{After, FIRST, HEAD, MAX, NAME, NUMBER, TOLERANCE};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

/// Whether there is something to show: a rating file, or something agreed.
pub(super) fn any(panel: &Panel) -> bool {
    !panel.sheets.is_empty() || panel.agreements.iter().any(|agreement| !agreement.is_blank())
}

pub(super) fn write(book: &Book<'_>, plan: &Plan<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut widths = vec![9.0, 30.0, 8.0];
    widths.extend(plan.assessors.iter().map(|_| 10.0));
    widths.extend([8.0, 9.0, 9.0, 9.0, 8.0, 8.0, 9.0, 12.0, 9.0, 10.0, 9.0, 10.0, 48.0, 10.0, 48.0, 48.0]);
    let mut page = Page::new(sheet, book, words.workbook_sheet_panel(), &widths);
    page.across(0, 0, words.workbook_sheet_panel(), Look::Title);
    let step = book.pack.structure().scoring.step.to_string();
    let mut note = fill(words.workbook_panel_note(), &[("step", &step)]);
    if *plan.panel.subject.key != *assessment_key(book.pack, book.assessment) {
        note = [&note, words.workbook_panel_other()].concat();
    }
    if !plan.reading.lettered {
        let gap = if book.language == Language::Zh { "" } else { " " };
        note = [&note, gap, words.panel_unlettered()].concat();
    }
    page.across(1, 0, &note, Look::Note);
    page.span(TOLERANCE, NUMBER, NAME, words.workshop_tolerance(), Look::Group);
    page.number(TOLERANCE, MAX, f64::from(plan.panel.tolerance), Look::Input, "0");
    page.across(TOLERANCE, FIRST, words.panel_tolerance_source(), Look::Note);
    head(&mut page, plan);
    for at in 0..plan.reading.items.len() {
        rows::item(&mut page, plan, at);
    }
    below::write(&mut page, plan);
    validation(&mut page, plan)?;
    page.finish(Fit::Width)
}

fn head(page: &mut Page<'_, '_>, plan: &Plan<'_>) {
    let (words, language) = (page.book.words, page.book.language);
    let assessors = plan.assessors.iter().filter_map(|at| plan.reading.assessors.get(*at));
    let names: Vec<String> = assessors
        .enumerate()
        .map(|(at, assessor)| match plan.reading.lettered {
            true => say::assessor(language, assessor, plan.anonymous),
            false => fill(words.workbook_panel_rating(), &[("n", &(at + 1).to_string())]),
        })
        .collect();
    let mut titles = vec![words.report_score_clause(), words.report_score_name(), words.report_score_maximum()];
    titles.extend(names.iter().map(String::as_str));
    titles.extend([
        words.workbook_panel_count(),
        words.workbook_panel_sum(),
        words.minute_median(),
        words.workbook_panel_mean(),
        words.workbook_panel_lowest(),
        words.workbook_panel_highest(),
        words.workbook_panel_deviation(),
        words.minute_treatment(),
        words.workbook_panel_proposal(),
        words.workbook_panel_start(),
        words.minute_agreed(),
        words.minute_points(),
        words.workbook_panel_reason(),
        words.workshop_calibrated(),
        words.item_strengths(),
        words.item_opportunities(),
    ]);
    page.head(HEAD, &titles);
    page.freeze(HEAD, HEAD, MAX);
}

/// Ratings and what is agreed are steps of the pack.
fn validation(page: &mut Page<'_, '_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let book = page.book;
    let Some((top, bottom)) = plan.rows() else { return Ok(()) };
    let (first, last) = book.scale.steps;
    let list = ["=", &on(book.words.workbook_sheet_scale(), &fixed_rows(first, last, 0))].concat();
    let step = book.pack.structure().scoring.step.to_string();
    let allowed = DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .ignore_blank(true)
        .set_error_title(book.words.report_score_percent())?
        .set_error_message(fill(book.words.workbook_rating_wrong(), &[("step", &step)]))?;
    if !plan.assessors.is_empty() {
        page.sheet.add_data_validation(top, FIRST, bottom, plan.last_assessor(), &allowed)?;
    }
    let agreed = plan.col(After::Agreed);
    page.sheet.add_data_validation(top, agreed, bottom, agreed, &allowed)?;
    Ok(())
}
