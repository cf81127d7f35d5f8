//! The rows of the template workbook, cell by cell: what the criteria say, and what is entered.

use super::template::Sheets;
use super::template_look::{self as look, failed};
use crate::assessment::{FigureRecord, Goal, OwnIndicator, Text};
use crate::criteria::{Indicator, IndicatorSlot};
use crate::export::ExportError;
use crate::import::{Column, Meaning, place_label, printed_number};
use crate::report::say;
use rust_xlsxwriter::{Format, Worksheet};

/// The longest text a cell holds, in UTF-16 units. A longer one is left out, and a blank cell erases nothing.
const LONGEST: usize = 32_767;

/// Where something is written.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) column: u16,
}

impl Sheets<'_> {
    /// A row of the catalogue.
    pub(super) fn catalogue_row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        columns: &[Column],
        slot: IndicatorSlot,
        indicator: &Indicator,
    ) -> Result<(), ExportError> {
        let words = self.pack.words(self.language.tag());
        let mut lines = 1;
        let record = self.assessment.figures.indicator(slot);
        for (column, what) in (0_u16..).zip(columns) {
            let at = At { row, column };
            let given = match what.meaning {
                Meaning::Id => indicator.id.clone(),
                Meaning::Number => printed_number(self.pack, slot),
                Meaning::Name => words.indicator(&indicator.id).to_owned(),
                Meaning::Unit => words.unit(&indicator.unit).to_owned(),
                Meaning::Direction => look::direction(self.words, indicator.direction).to_owned(),
                Meaning::Formula => words.indicator_formula(&indicator.id).to_owned(),
                Meaning::Clause => place_label(self.pack, self.language.tag(), &indicator.item, &indicator.area),
                Meaning::Decimals | Meaning::Low | Meaning::High => String::new(),
                Meaning::Computed if indicator.formula.is_none() => String::new(),
                _ => {
                    self.entered(sheet, at, *what, record, indicator.decimals)?;
                    continue;
                }
            };
            lines = lines.max(look::lines(&given, what.meaning));
            text(sheet, at, &given, &look::given())?;
        }
        // Excel fits rows to wrapped text when it is typed, not when it is opened.
        sheet.set_row_height(row, 3 + 15 * lines).map_err(failed)?;
        Ok(())
    }

    /// An indicator of one's own, or a row for a new one.
    pub(super) fn own_row(&self, sheet: &mut Worksheet, row: u32, columns: &[Column], own: Option<&OwnIndicator>) -> Result<(), ExportError> {
        let blank = FigureRecord::default();
        for (column, what) in (0_u16..).zip(columns) {
            let at = At { row, column };
            let told = |told: &dyn Fn(&OwnIndicator) -> String| own.map_or_else(String::new, told);
            let given = match what.meaning {
                Meaning::Id => told(&|own| own.id.to_string()),
                Meaning::Number => String::new(),
                Meaning::Name => told(&|own| own.name.to_string()),
                Meaning::Unit => told(&|own| own.unit.to_string()),
                Meaning::Direction => told(&|own| look::direction(self.words, own.direction).to_owned()),
                Meaning::Formula => told(&|own| own.formula.to_string()),
                Meaning::Clause => match own {
                    Some(own) if !(own.item.is_empty() && own.area.is_empty()) => place_label(self.pack, self.language.tag(), &own.item, &own.area),
                    _ => String::new(),
                },
                Meaning::Decimals => {
                    number(sheet, at, own.map(|own| own.decimals.into()), 0)?;
                    continue;
                }
                Meaning::Low | Meaning::High => {
                    let bound = own.and_then(|own| if what.meaning == Meaning::Low { own.low } else { own.high });
                    number(sheet, at, bound, 2)?;
                    continue;
                }
                _ => {
                    let (record, decimals) = own.map_or((&blank, 2), |own| (&own.record, own.decimals));
                    self.entered(sheet, at, *what, record, decimals)?;
                    continue;
                }
            };
            text(sheet, at, &given, &look::open())?;
        }
        Ok(())
    }

    /// What is entered for an indicator.
    fn entered(&self, sheet: &mut Worksheet, at: At, column: Column, record: &FigureRecord, decimals: u8) -> Result<(), ExportError> {
        let year = column.year.unwrap_or_default();
        let (target, low, high) = match record.target {
            Some(Goal::Value(value)) => (Some(value), None, None),
            Some(Goal::Within { low, high }) => (None, Some(low), Some(high)),
            None => (None, None, None),
        };
        let words = self.words;
        let written = match column.meaning {
            Meaning::Value => return number(sheet, at, record.values.at(year).copied(), decimals),
            Meaning::Target => return number(sheet, at, target, decimals),
            Meaning::TargetLow => return number(sheet, at, low, decimals),
            Meaning::TargetHigh => return number(sheet, at, high, decimals),
            Meaning::Benchmark => return number(sheet, at, record.benchmark.values.at(year).copied(), decimals),
            Meaning::Projected => return number(sheet, at, record.projected, decimals),
            Meaning::Rank => return number(sheet, at, record.rank.map(|(place, _)| place.into()), 0),
            Meaning::RankOf => return number(sheet, at, record.rank.map(|(_, of)| of.into()), 0),
            Meaning::Whose => record.benchmark.whose.map_or("", |whose| say::whose(self.language, whose)).to_owned(),
            Meaning::BenchmarkName => record.benchmark.name.to_string(),
            Meaning::Evidence => record.evidence.to_string(),
            Meaning::Computed => if record.computed { words.template_yes() } else { "" }.to_owned(),
            Meaning::Origins => {
                let origins: Vec<&str> = record.origins.iter().map(|origin| say::origin(self.language, origin)).collect();
                origins.join(words.term_list())
            }
            Meaning::Gap => record.gaps.at(year).map_or_else(String::new, Text::to_string),
            _ => String::new(),
        };
        text(sheet, at, &written, &look::open())
    }
}

pub(super) fn text(sheet: &mut Worksheet, at: At, text: &str, format: &Format) -> Result<(), ExportError> {
    let legal = text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    if legal.is_empty() || legal.encode_utf16().count() > LONGEST {
        sheet.write_blank(at.row, at.column, format).map_err(failed)?;
    } else {
        sheet.write_string_with_format(at.row, at.column, legal, format).map_err(failed)?;
    }
    Ok(())
}

pub(super) fn number(sheet: &mut Worksheet, at: At, number: Option<f64>, decimals: u8) -> Result<(), ExportError> {
    let format = look::figure(decimals);
    match number {
        Some(number) => sheet.write_number_with_format(at.row, at.column, number, &format),
        None => sheet.write_blank(at.row, at.column, &format),
    }
    .map_err(failed)?;
    Ok(())
}
