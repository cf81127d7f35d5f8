//! The workbook in which figures are collected: a row per indicator with a column per year, the inputs of formulas, and how it is
//! filled in. What `import` reads it back by is its headings and its hidden column of ids.
//!
//! Every text is written as a text, so that none is ever a formula.

use super::template_look::{self as look, failed};
use super::template_rows::{At, number, text};
use crate::assessment::{Assessment, FigureRecord, FigureSlot, Window};
use crate::criteria::{Indicator, Kind, Pack};
use crate::export::ExportError;
use crate::import::{Column, HIDDEN_LISTS, Meaning, place_label};
use crate::language::{Language, Words, codes, fill};
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::collections::BTreeSet;

/// Rows for indicators that are not there yet.
const BLANK_ROWS: u32 = 15;

/// Writes the template for the applicant's kind, with the figures that are there. The years are those of the window and those that
/// have a figure.
pub(in crate::export) fn write(pack: &Pack, assessment: &Assessment, language: Language, window: Window) -> Result<Vec<u8>, ExportError> {
    let sheets = Sheets {
        pack,
        assessment,
        language,
        words: language.words(),
        years: years(assessment, window),
    };
    let mut book = Workbook::new();
    // The program's own default would be the time of day.
    let never = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    let title = sheets.words.template_title();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&never));
    sheets.indicators(book.add_worksheet())?;
    sheets.inputs(book.add_worksheet())?;
    sheets.how(book.add_worksheet())?;
    sheets.places(book.add_worksheet())?;
    book.save_to_buffer().map_err(failed)
}

fn years(assessment: &Assessment, window: Window) -> Vec<i32> {
    let figures = &assessment.figures;
    let of_record = |record: &FigureRecord| {
        let values = record.values.iter().chain(record.benchmark.values.iter()).map(|(year, _)| year);
        values.chain(record.gaps.iter().map(|(year, _)| year)).collect::<Vec<i32>>()
    };
    let own = figures.own.iter().flat_map(|own| of_record(&own.record));
    let catalogue = figures.indicators.iter().flat_map(|record| of_record(record));
    let inputs = figures.inputs.iter().flat_map(|input| input.iter().map(|(year, _)| year));
    let all: BTreeSet<i32> = window.years().chain(own).chain(catalogue).chain(inputs).collect();
    all.into_iter().collect()
}

pub(super) struct Sheets<'a> {
    pub(super) pack: &'a Pack,
    pub(super) assessment: &'a Assessment,
    pub(super) language: Language,
    pub(super) words: &'static Words,
    years: Vec<i32>,
}

impl Sheets<'_> {
    fn columns(&self) -> Vec<Column> {
        use Meaning as M;
        let by_year = |meaning| self.years.iter().map(move |year| Column::of(meaning, *year));
        let plain = |meanings: &[Meaning]| meanings.iter().copied().map(Column::plain).collect::<Vec<Column>>();
        let mut all = plain(&[M::Id, M::Number, M::Name, M::Unit, M::Direction, M::Formula, M::Clause]);
        all.extend(by_year(M::Value));
        all.extend(plain(&[M::Target, M::TargetLow, M::TargetHigh]));
        all.extend(by_year(M::Benchmark));
        let last = [
            M::Whose,
            M::BenchmarkName,
            M::Rank,
            M::RankOf,
            M::Origins,
            M::Evidence,
            M::Projected,
            M::Computed,
        ];
        all.extend(plain(&last));
        all.extend(by_year(M::Gap));
        all.extend(plain(&[M::Decimals, M::Low, M::High]));
        all
    }

    fn heading(&self, column: Column) -> String {
        let heading = self.words.by_code(&codes::SHEET_COLUMN, column.meaning.code());
        match column.year {
            Some(year) if column.meaning == Meaning::Value => year.to_string(),
            Some(year) => fill(self.words.template_of_year(), &[("heading", heading), ("year", &year.to_string())]),
            None => heading.to_owned(),
        }
    }

    fn head(&self, sheet: &mut Worksheet, name: &str, headings: &[(String, Meaning)]) -> Result<(), ExportError> {
        sheet.set_name(name).map_err(failed)?;
        for (at, (heading, meaning)) in headings.iter().enumerate() {
            let column = at as u16;
            sheet.write_string_with_format(0, column, heading, &look::heading()).map_err(failed)?;
            sheet.set_column_width(column, look::width(*meaning)).map_err(failed)?;
        }
        sheet.set_column_hidden(0).map_err(failed)?;
        sheet.set_row_height(0, 32).map_err(failed)?;
        sheet.set_repeat_rows(0, 0).map_err(failed)?;
        // A3 lying on its side, one page wide: with five years the table has some thirty columns.
        sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
        let page = fill(self.words.workbook_page(), &[("page", "&P"), ("pages", "&N")]);
        sheet.set_footer(["&L", self.words.template_title(), "&C", &page, "&R&A"].concat());
        Ok(())
    }

    fn indicators(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        let columns = self.columns();
        let headings: Vec<(String, Meaning)> = columns.iter().map(|column| (self.heading(*column), column.meaning)).collect();
        self.head(sheet, self.words.template_indicators(), &headings)?;
        sheet.set_freeze_panes(1, 3).map_err(failed)?;
        let figures = &self.assessment.figures;
        let kind = self.assessment.organisation.kind;
        let mut row = 1;
        for (slot, indicator) in self.pack.indicators() {
            let applies = Kind::among(kind, &indicator.applies_to);
            let record = figures.indicator(slot);
            if applies || !record.is_blank() {
                self.catalogue_row(sheet, row, &columns, slot, indicator)?;
                row += 1;
            }
        }
        let title = self.words.template_own();
        sheet.write_string_with_format(row, 2, title, &look::group()).map_err(failed)?;
        row += 1;
        let first_own = row;
        for own in &figures.own {
            self.own_row(sheet, row, &columns, Some(own))?;
            row += 1;
        }
        for blank in row..row + BLANK_ROWS {
            self.own_row(sheet, blank, &columns, None)?;
        }
        self.offer(sheet, &columns, first_own, row + BLANK_ROWS - 1)
    }

    /// Lists to choose from; direction and clause in the rows of one's own indicators alone.
    fn offer(&self, sheet: &mut Worksheet, columns: &[Column], first_own: u32, last: u32) -> Result<(), ExportError> {
        for (column, what) in (0_u16..).zip(columns) {
            let first = match what.meaning {
                Meaning::Direction | Meaning::Clause => first_own,
                _ => 1,
            };
            let offered = match what.meaning {
                Meaning::Clause => {
                    let list = Formula::new(format!("=lists!$A$1:$A${}", self.place_labels().len().max(1)));
                    Some(DataValidation::new().allow_list_formula(list).show_error_message(false))
                }
                meaning => look::choices(self.language, meaning)?,
            };
            if let Some(offered) = offered {
                sheet.add_data_validation(first, column, last, column, &offered).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// The inputs that formulas of the shown indicators use, and others that have a value.
    fn inputs(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        let words = self.pack.words(self.language.tag());
        let plain = |meaning: Meaning, heading: &str| (heading.to_owned(), meaning);
        let mut headings = vec![
            plain(Meaning::Id, self.heading(Column::plain(Meaning::Id)).as_str()),
            plain(Meaning::Name, self.words.template_input()),
            plain(Meaning::Unit, self.heading(Column::plain(Meaning::Unit)).as_str()),
        ];
        headings.extend(self.years.iter().map(|year| (year.to_string(), Meaning::Value)));
        self.head(sheet, self.words.template_inputs(), &headings)?;
        sheet.set_freeze_panes(1, 2).map_err(failed)?;
        let kind = self.assessment.organisation.kind;
        let applies = |indicator: &Indicator| Kind::among(kind, &indicator.applies_to);
        let used: BTreeSet<&str> = self
            .pack
            .indicators()
            .filter(|(slot, indicator)| applies(indicator) || !self.assessment.figures.record(FigureSlot::Catalogue(*slot)).is_none_or(FigureRecord::is_blank))
            .flat_map(|(_, indicator)| indicator.formula.iter().flat_map(|formula| formula.operands()).map(|(_, id)| id))
            .collect();
        let mut row = 1;
        for (slot, input) in self.pack.inputs() {
            let values = self.assessment.figures.input(slot);
            if !used.contains(input.id.as_str()) && values.is_empty() {
                continue;
            }
            for (column, given) in (0_u16..).zip([input.id.as_str(), words.input(&input.id), words.unit(&input.unit)]) {
                text(sheet, At { row, column }, given, &look::given())?;
            }
            for (column, year) in (3_u16..).zip(&self.years) {
                number(sheet, At { row, column }, values.at(*year).copied(), 2)?;
            }
            row += 1;
        }
        Ok(())
    }

    fn how(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        let words = self.words;
        sheet.set_name(words.template_how()).map_err(failed)?;
        sheet.set_column_width(0, 90).map_err(failed)?;
        sheet.write_string_with_format(0, 0, words.template_title(), &look::group()).map_err(failed)?;
        let pack = fill(words.template_how_7(), &[("pack", self.pack.words(self.language.tag()).name())]);
        let lines = [
            words.template_how_1(),
            words.template_how_2(),
            words.template_how_3(),
            words.template_how_4(),
            words.template_how_5(),
            words.template_how_6(),
            &pack,
        ];
        for (row, line) in (1_u32..).zip(lines) {
            let format = Format::new().set_text_wrap();
            sheet.write_string_with_format(row, 0, line, &format).map_err(failed)?;
        }
        Ok(())
    }

    fn place_labels(&self) -> Vec<String> {
        let items = self.pack.items();
        let labels = items.flat_map(|(_, item)| item.areas.iter().map(|area| place_label(self.pack, self.language.tag(), &item.id, area)));
        labels.collect()
    }

    /// The places in the criteria that an indicator can have, for the list to choose from.
    fn places(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        sheet.set_name(HIDDEN_LISTS).map_err(failed)?.set_hidden(true);
        for (row, label) in (0_u32..).zip(self.place_labels()) {
            sheet.write_string(row, 0, label).map_err(failed)?;
        }
        Ok(())
    }
}
