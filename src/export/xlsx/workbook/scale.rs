//! The sheet of the scales the formulas look up: what a total means, the bands of every rubric with what they ask of each
//! factor, and the ratings that may be chosen.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::criteria::{MaturityBand, Pack};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// First and last row of what is looked up.
pub(super) struct Plan {
    pub maturity: (u32, u32),
    /// By rubric.
    pub bands: Vec<(u32, u32)>,
    pub steps: (u32, u32),
}

impl Plan {
    /// Every block has a title, a header and its rows, and an empty row behind it.
    pub fn of(pack: &Pack) -> Plan {
        let structure = pack.structure();
        let mut row = 2;
        let mut block = |length: usize| {
            let first = row + 2;
            row = first + length as u32 + 1;
            (first, first + (length as u32).max(1) - 1)
        };
        Plan {
            maturity: block(structure.maturity.len()),
            bands: structure.rubrics.iter().map(|rubric| block(rubric.bands.len())).collect(),
            steps: block(100 / usize::from(structure.scoring.step.max(1)) + 1),
        }
    }
}

/// A range of totals as it is written: `500～599`.
pub(super) fn maturity_label(book: &Book<'_>, band: &MaturityBand) -> String {
    book.language.range(&band.from.to_string(), &band.to.to_string())
}

/// A band as it is written: `50%～65%`.
pub(super) fn band_label(book: &Book<'_>, rubric: usize, band: usize) -> String {
    let found = book.pack.structure().rubrics.get(rubric).and_then(|rubric| rubric.bands.get(band));
    found.map_or_else(String::new, |band| {
        if band.from == band.to {
            format!("{}%", band.from)
        } else {
            book.language.percents(band.from, band.to)
        }
    })
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let factors = book
        .pack
        .structure()
        .rubrics
        .iter()
        .map(|rubric| rubric.factors.len())
        .max()
        .unwrap_or(1)
        .clamp(1, 12);
    let mut widths = vec![12.0, 14.0];
    widths.extend(vec![120.0 / factors as f64; factors]);
    let mut page = Page::new(sheet, book, words.workbook_sheet_scale(), &widths);
    page.across(0, 0, words.workbook_sheet_scale(), Look::Title);
    page.across(1, 0, words.workbook_scale_note(), Look::Note);
    maturity(&mut page);
    for at in 0..book.pack.structure().rubrics.len() {
        rubric(&mut page, at);
    }
    steps(&mut page);
    // A scale this long still reads well on one page.
    page.finish(if book.scale.steps.1 < 62 { Fit::Upright } else { Fit::Width })
}

fn maturity(page: &mut Page<'_, '_>) {
    let book = page.book;
    let words = book.words;
    let (first, _) = book.scale.maturity;
    page.text(first - 2, 0, words.workbook_maturity(), Look::Section);
    page.texts(first - 1, &[(words.workbook_from(), Look::Head), (words.workbook_points_range(), Look::Head)]);
    page.across(first - 1, 2, words.workbook_meaning(), Look::Head);
    for (band, row) in book.pack.structure().maturity.iter().zip(first..) {
        page.number(row, 0, f64::from(band.from), Look::Number, "0");
        page.text(row, 1, &maturity_label(book, band), Look::Centre);
        page.across(row, 2, book.pack_words.maturity(&band.id), Look::Text);
    }
}

fn rubric(page: &mut Page<'_, '_>, at: usize) {
    let book = page.book;
    let words = book.words;
    let rubric = &book.pack.structure().rubrics[at];
    let (first, _) = book.scale.bands[at];
    page.text(first - 2, 0, book.pack_words.rubric(&rubric.id), Look::Section);
    page.texts(first - 1, &[(words.workbook_from(), Look::Head), (words.workbook_band(), Look::Head)]);
    for (factor, col) in rubric.factors.iter().zip(2..) {
        page.text(first - 1, col, book.pack_words.factor(&rubric.id, &factor.id), Look::Head);
    }
    for (band, (at_band, row)) in rubric.bands.iter().zip((0..).zip(first..)) {
        page.number(row, 0, f64::from(band.from) / 100.0, Look::Number, "0%");
        page.text(row, 1, &band_label(book, at, at_band), Look::Centre);
        for (factor, col) in rubric.factors.iter().zip(2..) {
            page.text(row, col, book.pack_words.band(&rubric.id, &band.id, &factor.id), Look::Text);
        }
    }
}

fn steps(page: &mut Page<'_, '_>) {
    let book = page.book;
    let (first, last) = book.scale.steps;
    page.text(first - 2, 0, book.words.workbook_steps(), Look::Section);
    page.text(first - 1, 0, book.words.report_score_percent(), Look::Head);
    let step = u32::from(book.pack.structure().scoring.step);
    for row in first..=last {
        page.number(row, 0, f64::from((row - first) * step) / 100.0, Look::Number, "0%");
    }
}
