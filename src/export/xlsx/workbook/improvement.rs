//! The sheet of improvement: every opportunity in a row of its own, with the item's rating and the points it leaves, both
//! taken from the sheet of scores.

use super::book::Book;
use super::cell::{cell, on};
use super::looks::Look;
use super::page::{Cached, Fit, Page};
use super::scores::{MAX, POINTS, RATING, Shown};
use super::text::pieces;
use crate::criteria::ItemSlot;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;

/// What could be done better, a row each.
struct Row {
    item: ItemSlot,
    told: String,
}

/// The opportunities written for the items, in the order of the pack; a line is a row.
fn rows(book: &Book<'_>) -> Vec<Row> {
    let items = book.pack.items().map(|(slot, _)| slot);
    items
        .flat_map(|item| {
            pieces(&book.assessment.item(item).opportunities)
                .into_iter()
                .map(move |told| Row { item, told })
        })
        .collect()
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_improvement(), &[6.0, 9.0, 28.0, 84.0, 11.0, 13.0]);
    page.across(0, 0, words.workbook_sheet_improvement(), Look::Title);
    let all = rows(book);
    page.across(
        1,
        0,
        if all.is_empty() {
            words.workbook_improvement_none()
        } else {
            words.workbook_improvement_note()
        },
        Look::Note,
    );
    if all.is_empty() {
        return page.finish(Fit::Width);
    }
    page.head(
        HEAD,
        &[
            words.workbook_number(),
            words.report_score_clause(),
            words.report_score_name(),
            words.report_evaluation_opportunities(),
            words.report_score_percent(),
            words.workbook_left(),
        ],
    );
    for (row, (number, opportunity)) in (HEAD + 1..).zip((1..).zip(&all)) {
        let item = book.pack.item(opportunity.item);
        page.number(row, 0, f64::from(number), Look::Centre, "0");
        page.text(row, 1, &item.number, Look::Text);
        page.text(row, 2, book.pack_words.item(&item.id), Look::Text);
        page.text(row, 3, &opportunity.told, Look::Text);
        standing(&mut page, row, opportunity.item);
    }
    page.finish(Fit::Width)
}

/// Rating and points not earned; blank where it is not rated or does not apply.
fn standing(page: &mut Page<'_, '_>, row: u32, slot: ItemSlot) {
    let book = page.book;
    let score = &book.score.items[slot.0];
    if !score.maximum.applies() {
        page.text(row, 4, book.words.term_not_applicable(), Look::Centre);
        return page.blank(row, 5, Look::Number);
    }
    let there = |col| on(book.words.workbook_sheet_scores(), &cell(book.scores.items[slot.0], col));
    let (rating, points) = (there(RATING), there(POINTS));
    let shown = ["=IF(ISNUMBER(", &rating, "),", &rating, ",\"\")"].concat();
    let percent = score.percent.map(|percent| f64::from(percent.value()) / 100.0);
    page.formula(row, 4, &shown, &percent.into(), Look::Number, "0%");
    let left = ["=IF(ISNUMBER(", &points, "),ROUND(", &there(MAX), "-", &points, ",2),\"\")"].concat();
    let max = score.maximum.points().unwrap_or_default();
    let found = score.points.map(|points| (max - points).to_f64());
    page.formula(row, 5, &left, &Cached::from(found), Look::Number, Shown::of(book).points);
}
