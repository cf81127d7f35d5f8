//! Values by year: typed, or the pack's formula over the cells of its operands with what it comes to.

use super::super::book::Book;
use super::super::cell::{cell, on};
use super::super::formula::expression;
use super::super::looks::Look;
use super::super::page::{Cached, Page};
use super::plan::{Columns, FIRST_YEAR, IndicatorRow};
use crate::assessment::FigureSlot;
use crate::criteria::{Formula, Operand};
use crate::indicators::evaluate;

/// The values by year: typed, or the formula with what it comes to.
pub(super) fn values(page: &mut Page<'_, '_>, of: &IndicatorRow, shown: &str) {
    let book = page.book;
    let plan = &book.indicators;
    let Some((first, last)) = plan.years else { return };
    let reading = &book.results.indicators[of.reading];
    let record = book.assessment.figures.record(of.slot);
    let columns = plan.columns();
    let formula = of.computed(book.pack);
    for (year, col) in (first..=last).zip(FIRST_YEAR..) {
        let live = formula.and_then(|formula| expression(formula, &|id, before| operand(book, id, year - i32::from(before))));
        let value = reading.series.at(year);
        match live {
            Some(live) => page.formula(of.row, col, &live, &Cached::from(value), Look::Number, shown),
            None => page.maybe(of.row, col, value, Look::Number, shown),
        }
    }
    if !named_by_growth(book, of.slot) {
        return;
    }
    let year = first - 1;
    let live = formula.and_then(|formula| expression(formula, &|id, before| operand(book, id, year - i32::from(before))));
    match live {
        Some(live) => page.formula(of.row, columns.prior, &live, &Cached::from(computed(book, of.slot, year)), Look::Number, shown),
        None => page.maybe(
            of.row,
            columns.prior,
            record.filter(|_| formula.is_none()).and_then(|record| record.values.at(year).copied()),
            Look::Number,
            shown,
        ),
    }
}

/// The cell of an operand in a year, as a formula on the sheet of indicators names it.
fn operand(book: &Book<'_>, id: &str, year: i32) -> Option<String> {
    match book.pack.operand(id)? {
        Operand::Input(slot) => {
            let (row, col) = book.inputs.place(slot, year)?;
            Some(on(book.words.workbook_sheet_inputs(), &cell(row, col)))
        }
        Operand::Indicator(slot) => {
            let (row, col) = book.indicators.place(slot, year)?;
            Some(cell(row, col))
        }
    }
}

/// Whether the growth of this indicator is another one's value.
fn named_by_growth(book: &Book<'_>, slot: FigureSlot) -> bool {
    let FigureSlot::Catalogue(slot) = slot else { return false };
    book.indicators.rows.iter().any(|row| match row.computed(book.pack) {
        Some(Formula::Growth { of } | Formula::Fall { of }) => book.pack.operand(of) == Some(Operand::Indicator(slot)),
        _ => false,
    })
}

/// A computed value of the year before the first, which is in no series.
fn computed(book: &Book<'_>, slot: FigureSlot, year: i32) -> Option<f64> {
    let FigureSlot::Catalogue(slot) = slot else { return None };
    let record = book.assessment.figures.indicator(slot);
    match &book.pack.indicator(slot).formula {
        Some(formula) if record.computed => evaluate(formula, year, &|id, year| match book.pack.operand(id)? {
            Operand::Input(slot) => book.assessment.figures.input(slot).at(year).copied(),
            Operand::Indicator(slot) => computed(book, FigureSlot::Catalogue(slot), year),
        }),
        _ => record.values.at(year).copied(),
    }
}

/// The target by year, outside of what is printed: a chart draws a line only from a row of cells.
pub(super) fn lines(page: &mut Page<'_, '_>, columns: &Columns, row: u32, (low, high): (Option<f64>, Option<f64>), shown: &str) {
    let ends = [(low, Some(columns.target), columns.low_line), (high, columns.high, columns.high_line)];
    for (value, from, first) in ends {
        let (Some(value), Some(from)) = (value, from) else { continue };
        let formula = ["=", &cell(row, from)].concat();
        for col in first..first + page.book.indicators.count() {
            page.formula(row, col, &formula, &Cached::Number(value), Look::Note, shown);
        }
    }
}
