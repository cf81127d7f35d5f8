//! The sheet of quantities the indicators are computed from: as entered, by year, with the year before the first one,
//! which growth is reckoned from.

use super::book::Book;
use super::indicators;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::assessment::{Assessment, Yearly};
use crate::criteria::{InputSlot, Operand, Pack};
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 2;
const FIRST_YEAR: u16 = 2;

/// In which row which input stands.
pub(super) struct Plan {
    /// Slot and row; every input that holds something or is asked for by a computed indicator.
    inputs: Vec<(InputSlot, u32)>,
    /// The years shown, the first is the one before the first that counts.
    years: Option<(i32, i32)>,
}

impl Plan {
    pub fn of(pack: &Pack, assessment: &Assessment, indicators: &indicators::Plan) -> Plan {
        let years = indicators.years.map(|(first, last)| (first - 1, last));
        let asked = |slot: InputSlot| {
            indicators.rows.iter().any(|row| {
                let formula = row.computed(pack);
                formula.is_some_and(|formula| formula.operands().iter().any(|(_, id)| pack.operand(id) == Some(Operand::Input(slot))))
            })
        };
        let held = |slot: InputSlot| !assessment.figures.input(slot).is_empty();
        let slots = pack
            .inputs()
            .map(|(slot, _)| slot)
            .filter(|slot| years.is_some() && (held(*slot) || asked(*slot)));
        Plan {
            inputs: slots.zip(HEAD + 1..).collect(),
            years,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// The cell of an input in a year.
    pub fn place(&self, slot: InputSlot, year: i32) -> Option<(u32, u16)> {
        let (first, last) = self.years?;
        let (_, row) = self.inputs.iter().find(|(known, _)| *known == slot)?;
        let col = FIRST_YEAR + u16::try_from(year - first).ok()?;
        (year <= last).then_some((*row, col))
    }
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let Some((first, last)) = book.inputs.years else { return Ok(()) };
    let mut widths = vec![40.0, 14.0];
    widths.extend((first..=last).map(|_| 14.0));
    let mut page = Page::new(sheet, book, words.workbook_sheet_inputs(), &widths);
    page.across(0, 0, words.workbook_sheet_inputs(), Look::Title);
    page.across(1, 0, words.workbook_inputs_note(), Look::Note);
    page.head(HEAD, &[words.workbook_input(), words.grid_unit()]);
    for (year, col) in (first..=last).zip(FIRST_YEAR..) {
        page.number(HEAD, col, f64::from(year), Look::Head, "0");
    }
    for &(slot, row) in &book.inputs.inputs {
        let input = book.pack.input(slot);
        let values = book.assessment.figures.input(slot);
        page.text(row, 0, book.pack_words.input(&input.id), Look::Text);
        page.text(row, 1, book.pack_words.unit(&input.unit), Look::Centre);
        let shown = with_decimals(decimals(values));
        for (year, col) in (first..=last).zip(FIRST_YEAR..) {
            page.maybe(row, col, values.at(year).copied(), Look::Input, &shown);
        }
    }
    page.finish(Fit::Width)
}

/// Digits after the point that the values need, at most four.
fn decimals(values: &Yearly<f64>) -> u8 {
    let needs = |value: f64| {
        (0..4).find(|digits| {
            let scaled = value * 10_f64.powi(i32::from(*digits));
            (scaled - scaled.round()).abs() < 1e-6
        })
    };
    values.iter().map(|(_, value)| needs(*value).unwrap_or(4)).max().unwrap_or_default()
}

/// A number format with so many digits after the point, thousands parted.
pub(super) fn with_decimals(digits: u8) -> String {
    match digits {
        0 => "#,##0".to_owned(),
        digits => ["#,##0.", &"0".repeat(digits.into())].concat(),
    }
}
