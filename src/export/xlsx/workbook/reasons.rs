//! The sheet of bands and reasons: for every item the band its rating lies in, by formula, the band chosen for each
//! factor, the range these suggest, and why the rating is what it is.

use super::book::Book;
use super::cell::{cell, fixed_rows, on};
use super::looks::Look;
use super::page::{Cached, Fit, Page};
use super::scale::band_label;
use super::scores::RATING;
use super::text::pieces;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::scoring::suggest;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_reasons(), &[9.0, 24.0, 9.0, 10.0, 38.0, 10.0, 54.0]);
    page.across(0, 0, words.workbook_sheet_reasons(), Look::Title);
    page.across(1, 0, words.workbook_reasons_note(), Look::Note);
    page.head(
        HEAD,
        &[
            words.report_score_clause(),
            words.report_score_name(),
            words.report_score_percent(),
            words.workbook_band(),
            words.workbook_factor_bands(),
            words.workbook_suggestion(),
            words.report_score_remarks(),
        ],
    );
    let mut row = HEAD + 1;
    for (slot, _) in book.pack.items() {
        let mut remarks = pieces(&book.assessment.item(slot).remark);
        if remarks.is_empty() {
            remarks.push(String::new());
        }
        for (at, remark) in remarks.iter().enumerate() {
            item_row(&mut page, row, slot, at == 0);
            page.text(row, 6, remark, Look::Text);
            row += 1;
        }
    }
    page.finish(Fit::Width)
}

/// One row of an item; a further row only carries on its remark.
fn item_row(page: &mut Page<'_, '_>, row: u32, slot: ItemSlot, first: bool) {
    let book = page.book;
    let item = book.pack.item(slot);
    page.text(row, 0, &item.number, Look::Text);
    page.text(row, 1, book.pack_words.item(&item.id), Look::Text);
    if !first {
        return (2..6).for_each(|col| page.blank(row, col, Look::Text));
    }
    ratings(page, row, slot);
    page.text(row, 4, &factor_bands(book, slot), Look::Text);
    page.text(row, 5, &suggestion(book, slot), Look::Centre);
}

fn ratings(page: &mut Page<'_, '_>, row: u32, slot: ItemSlot) {
    let book = page.book;
    let words = book.words;
    let score = &book.score.items[slot.0];
    if !score.maximum.applies() {
        page.text(row, 2, words.term_not_applicable(), Look::Centre);
        return page.blank(row, 3, Look::Centre);
    }
    let there = on(words.workbook_sheet_scores(), &cell(book.scores.items[slot.0], RATING));
    let shown = ["=IF(ISNUMBER(", &there, "),", &there, ",\"\")"].concat();
    let rating = score.percent.map(|percent| f64::from(percent.value()) / 100.0);
    page.formula(row, 2, &shown, &rating.into(), Look::Centre, "0%");
    let rubric = rubric_at(book, slot);
    let (first, last) = book.scale.bands[rubric];
    let scale = |col| on(words.workbook_sheet_scale(), &fixed_rows(first, last, col));
    let own = cell(row, 2);
    let band = ["=IF(ISNUMBER(", &own, "),LOOKUP(", &own, ",", &scale(0), ",", &scale(1), "),\"\")"].concat();
    let found = score.band.map_or(Cached::Blank, |band| Cached::Text(band_label(book, rubric, band)));
    page.formula(row, 3, &band, &found, Look::Centre, "General");
}

/// The position of an item's rubric in the pack.
fn rubric_at(book: &Book<'_>, slot: ItemSlot) -> usize {
    let id = &book.pack.rubric_of(slot).id;
    book.pack.structure().rubrics.iter().position(|rubric| rubric.id == *id).unwrap_or_default()
}

/// The band chosen for each factor; empty where none is chosen.
fn factor_bands(book: &Book<'_>, slot: ItemSlot) -> String {
    let rubric = book.pack.rubric_of(slot);
    let bands = &book.assessment.item(slot).bands;
    let chosen = rubric.factors.iter().zip(bands).filter_map(|(factor, band)| {
        let band = band_label(book, rubric_at(book, slot), (*band)?);
        let name = book.pack_words.factor(&rubric.id, &factor.id);
        Some(fill(book.words.term_within(), &[("whole", name), ("part", &band)]))
    });
    chosen.collect::<Vec<String>>().join(book.words.term_figure_separator())
}

fn suggestion(book: &Book<'_>, slot: ItemSlot) -> String {
    let record = book.assessment.item(slot);
    let found = suggest(book.pack.rubric_of(slot), &record.bands, book.pack.structure().scoring.step);
    found.map_or_else(String::new, |found| {
        if found.low == found.high {
            found.low.to_string()
        } else {
            book.language.percents(found.low.value(), found.high.value())
        }
    })
}
