//! The sheet of scores: every item with its maximum, the rating as the cell that may be changed, and points, subtotals
//! and total as formulas. What is not rated stays blank; bonus items stand apart below the total.

mod plan;
mod rows;
mod totals;

pub(super) use plan::{MAX, NAME, NUMBER, OPEN, PERCENT, POINTS, Plan, RATING, SHARE, SOURCE, STATUS, Shown};
pub(super) use rows::{open_of, share};

use super::book::Book;
use super::cell::{fixed_rows, on, ranges};
use super::looks::Look;
use super::page::{Fit, Page};
use super::summary;
use crate::language::fill;
use crate::report::say;
use plan::HEAD;
use rows::{category_row, item_row};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};
use totals::totals;

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let widths = [9.0, 34.0, 13.0, 10.0, 10.0, 11.0, 11.0, 11.0, 9.0, 12.0];
    let mut page = Page::new(sheet, book, words.workbook_sheet_scores(), &widths);
    page.across(0, 0, words.workbook_sheet_scores(), Look::Title);
    let step = book.pack.structure().scoring.step.to_string();
    let rounding = say::rounding(book.language, book.pack.structure().scoring.rounding);
    let rule = fill(words.report_score_rule(), &[("rounding", rounding)]);
    let note = fill(words.workbook_scores_note(), &[("step", &step), ("rule", &rule)]);
    page.across(1, 0, &note, Look::Note);
    page.head(
        HEAD,
        &[
            words.report_score_clause(),
            words.report_score_name(),
            words.workbook_rubric(),
            words.report_score_maximum(),
            words.report_score_percent(),
            words.report_score_points(),
            words.workbook_share(),
            words.workbook_open(),
            words.workbook_source(),
            words.workbook_status(),
        ],
    );
    for category in &book.scores.categories {
        category_row(&mut page, category);
    }
    for item in &book.score.items {
        item_row(&mut page, item);
    }
    totals(&mut page);
    validation(&mut page)?;
    let last = summary::write(&mut page);
    page.across(last, 0, words.workbook_sources_note(), Look::Note);
    // A table this long still reads well on one page.
    page.finish(if last < 62 { Fit::Upright } else { Fit::Width })
}

/// The ratings the pack allows, as a list to choose from.
fn validation(page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
    let book = page.book;
    let (first, last) = book.scale.steps;
    let list = ["=", &on(book.words.workbook_sheet_scale(), &fixed_rows(first, last, 0))].concat();
    let step = book.pack.structure().scoring.step.to_string();
    let message = fill(book.words.workbook_rating_wrong(), &[("step", &step)]);
    let allowed = DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .ignore_blank(true)
        .set_input_title(book.words.report_score_percent())?
        .set_input_message(fill(book.words.workbook_rating_prompt(), &[("step", &step)]))?
        .set_error_title(book.words.report_score_percent())?
        .set_error_message(message)?;
    let applies = book.score.items.iter().filter(|item| item.maximum.applies());
    let mut places: Vec<u32> = applies.map(|item| book.scores.items[item.item.0]).collect();
    places.sort_unstable();
    let all = ranges(&places, RATING);
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Ok(());
    };
    let allowed = allowed.set_multi_range(all.join(" "));
    page.sheet.add_data_validation(*first, RATING, *last, RATING, &allowed)?;
    Ok(())
}
