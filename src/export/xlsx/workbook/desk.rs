//! The lines of the desk as a workbook: every file in a row that sorts and filters, and on sheets of their own the conditions that are
//! not met, what was altered, and what drafts share. Every text is written as a text, so that none is ever a formula.

use super::looks::{Fonts, Look, format};
use super::text::{begins_like_a_formula, fitting, in_margin};
use super::{ExportError, package};
use crate::desk::{Line, Summary};
use crate::language::{Language, Words, fill};
use crate::report::say;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The row of the headings.
const HEAD: u32 = 2;

/// A cell.
enum Cell {
    Text(String),
    Number(Option<f64>),
}

/// A column: its heading and its width in digits.
type Column<'a> = (&'a str, f64);

/// The bytes of the finished workbook. It tells no time of making.
pub(in crate::export) fn write(lines: &[Line], language: Language) -> Result<Vec<u8>, ExportError> {
    let failed = |detail: String| ExportError::Failed { detail };
    let bytes = build(lines, language).map_err(|error| failed(error.to_string()))?;
    package::finished(&bytes, false, &BTreeMap::new()).map_err(|error| failed(error.to_string()))
}

fn build(lines: &[Line], language: Language) -> Result<Vec<u8>, XlsxError> {
    let words = language.words();
    let mut workbook = Workbook::new();
    // The crate would put in the present time, which is taken out again.
    let never = ExcelDateTime::from_ymd(1980, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(words.desk_title()).set_creation_datetime(&never));
    let counts = say::desk_counts(language, &Summary::of(lines));
    let sheets = [
        Sheet {
            name: words.desk_sheet(),
            note: &counts,
            columns: overview(words, lines),
            rows: lines.iter().map(|line| row(line, lines, language)).collect(),
        },
        Sheet {
            name: words.desk_sheet_reasons(),
            note: "",
            columns: vec![
                (words.desk_file(), 34.0),
                (words.desk_organisation(), 34.0),
                (words.desk_condition(), 24.0),
                (words.desk_outcome(), 12.0),
                (words.desk_reason(), 90.0),
            ],
            rows: reasons(lines, language),
        },
        Sheet {
            name: words.desk_sheet_altered(),
            note: "",
            columns: vec![(words.desk_file(), 34.0), (words.desk_organisation(), 34.0), (words.desk_told(), 100.0)],
            rows: altered(lines, language),
        },
        Sheet {
            name: words.desk_sheet_shared(),
            note: words.desk_note(),
            columns: vec![
                (words.desk_file(), 30.0),
                (words.desk_other_file(), 30.0),
                (words.desk_characters(), 10.0),
                (words.desk_here(), 36.0),
                (words.desk_there(), 36.0),
                (words.desk_opening(), 50.0),
            ],
            rows: shared(lines),
        },
    ];
    let fonts = Fonts::of(language);
    for sheet in &sheets {
        sheet.write(workbook.add_worksheet(), words, &fonts)?;
    }
    workbook.save_to_buffer()
}

struct Sheet<'a> {
    name: &'a str,
    note: &'a str,
    columns: Vec<Column<'a>>,
    rows: Vec<Vec<Cell>>,
}

impl Sheet<'_> {
    fn write(&self, sheet: &mut Worksheet, words: &Words, fonts: &Fonts) -> Result<(), XlsxError> {
        sheet.set_name(self.name)?;
        let text = |sheet: &mut Worksheet, row: u32, column: u16, text: &str, look: Look| -> Result<(), XlsxError> {
            let text = fitting(words, text);
            let mut format = format(fonts, look);
            if begins_like_a_formula(&text) {
                format = format.set_quote_prefix();
            }
            match text.as_str() {
                "" => sheet.write_blank(row, column, &format)?,
                _ => sheet.write_string_with_format(row, column, text, &format)?,
            };
            Ok(())
        };
        text(sheet, 0, 0, [words.desk_title(), " · ", self.name].concat().as_str(), Look::Title)?;
        let note = if self.rows.is_empty() { words.desk_none() } else { self.note };
        // On one line beyond its column: a remark of the sheet is no cell of its table.
        sheet.write_string_with_format(
            1,
            0,
            fitting(words, note),
            &format(fonts, Look::Link).set_underline(rust_xlsxwriter::FormatUnderline::None),
        )?;
        for (column, (heading, width)) in (0_u16..).zip(&self.columns) {
            text(sheet, HEAD, column, heading, Look::Head)?;
            sheet.set_column_width(column, *width)?;
        }
        for (row, cells) in (HEAD + 1..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(written) => text(sheet, row, column, written, Look::Text)?,
                    Cell::Number(Some(number)) => {
                        sheet.write_number_with_format(row, column, *number, &format(fonts, Look::Number))?;
                    }
                    Cell::Number(None) => {
                        sheet.write_blank(row, column, &format(fonts, Look::Number))?;
                    }
                }
            }
        }
        let (last, last_column) = (HEAD + self.rows.len() as u32, (self.columns.len() as u16).saturating_sub(1));
        sheet.autofilter(HEAD, 0, last, last_column)?;
        sheet.set_freeze_panes(HEAD + 1, 1)?;
        sheet.set_repeat_rows(HEAD, HEAD)?;
        // Codes and numbers of clauses are names.
        sheet.ignore_error_range(0, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
        // A3 lying on its side, one page wide.
        sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
        let page = fill(words.workbook_page(), &[("page", "&P"), ("pages", "&N")]);
        sheet.set_footer(["&L", &in_margin(words.desk_title(), 60), "&C", &page, "&R&A"].concat());
        Ok(())
    }
}

/// The categories that any line has, by number and id, in the order in which they are met.
fn categories(lines: &[Line]) -> Vec<(&str, &str)> {
    let mut known: Vec<(&str, &str)> = Vec::new();
    for category in lines.iter().flat_map(|line| &line.categories) {
        if known.iter().all(|(_, id)| *id != category.id) {
            known.push((&category.number, &category.id));
        }
    }
    known
}

fn overview<'a>(words: &'static Words, lines: &'a [Line]) -> Vec<Column<'a>> {
    let mut columns = vec![
        (words.desk_file(), 30.0),
        (words.desk_state(), 10.0),
        (words.desk_organisation(), 30.0),
        (words.desk_credit_code(), 22.0),
        (words.desk_kind(), 12.0),
        (words.desk_criteria(), 20.0),
        (words.desk_application_date(), 12.0),
        (words.desk_verdict(), 14.0),
        (words.desk_missing(), 8.0),
        (words.desk_length(), 24.0),
        (words.desk_total(), 9.0),
        (words.desk_total_max(), 9.0),
        (words.desk_total_high(), 12.0),
    ];
    columns.extend(categories(lines).into_iter().map(|(number, _)| (number, 8.0)));
    columns.extend([
        (words.desk_serious(), 9.0),
        (words.desk_lacking(), 9.0),
        (words.desk_doubts(), 9.0),
        (words.desk_evidence_entries(), 9.0),
        (words.desk_evidence_files(), 9.0),
        (words.desk_evidence_present(), 9.0),
        (words.desk_receipt(), 32.0),
        (words.desk_same_code(), 24.0),
        (words.desk_same_receipt(), 24.0),
        (words.desk_shared(), 24.0),
        (words.desk_told(), 80.0),
    ]);
    columns
}

fn row(line: &Line, lines: &[Line], language: Language) -> Vec<Cell> {
    let words = language.words();
    let text = |text: &str| Cell::Text(text.to_owned());
    let count = |count: Option<usize>| Cell::Number(count.map(|count| count as f64));
    let list = |names: &[String]| Cell::Text(names.join(words.term_list()));
    let mut cells = vec![
        text(&line.file),
        text(say::desk_state(language, line.state)),
        text(&line.organisation),
        Cell::Text(say::desk_code(language, line)),
        text(say::desk_kind(language, line)),
        Cell::Text(say::desk_criteria(language, line)),
        text(line.application_date.as_deref().unwrap_or_default()),
        text(say::desk_verdict(language, line)),
        count(line.missing),
        Cell::Text(say::desk_lengths(line)),
        Cell::Number(line.total),
        Cell::Number(line.total_max),
        Cell::Number(line.total_high),
    ];
    cells.extend(categories(lines).into_iter().map(|(_, id)| {
        let found = line.categories.iter().find(|category| category.id == id);
        Cell::Number(found.map(|category| category.points))
    }));
    let shared: Vec<String> = line.shared.iter().map(|shared| shared.file.clone()).collect();
    cells.extend([
        count(line.serious),
        count(line.lacking),
        count(line.doubts),
        count(line.evidence_entries),
        count(line.evidence_files),
        count(line.evidence_present),
        text(&line.receipt),
        list(&line.same_code),
        list(&line.same_receipt),
        list(&shared),
        Cell::Text(say::desk_remarks(language, line).join("\n")),
    ]);
    cells
}

fn reasons(lines: &[Line], language: Language) -> Vec<Vec<Cell>> {
    let of_line = |line: &Line| {
        let file = (line.file.clone(), line.organisation.clone());
        let reasons = line.reasons.clone().into_iter();
        reasons.map(move |reason| {
            let outcome = language.words().by_code(&crate::language::codes::OUTCOME, &reason.outcome);
            let texts = [file.0.clone(), file.1.clone(), reason.condition, outcome.to_owned(), reason.text];
            texts.map(Cell::Text).into()
        })
    };
    lines.iter().flat_map(of_line).collect()
}

fn altered(lines: &[Line], language: Language) -> Vec<Vec<Cell>> {
    let words = language.words();
    let of_line = |line: &Line| {
        let altered = line.altered.iter().map(|altered| altered.text.clone());
        let unlisted = line.unlisted.iter().map(|name| fill(words.desk_unlisted_file(), &[("name", name)]));
        let told: Vec<String> = altered.chain(unlisted).collect();
        let row = |text: String| [line.file.clone(), line.organisation.clone(), text].map(Cell::Text).into();
        told.into_iter().map(row).collect::<Vec<Vec<Cell>>>()
    };
    lines.iter().flat_map(of_line).collect()
}

fn shared(lines: &[Line]) -> Vec<Vec<Cell>> {
    let of_line = |line: &Line| {
        let row = |shared: &crate::desk::SharedLine| {
            let text = |text: &str| Cell::Text(text.to_owned());
            vec![
                text(&line.file),
                text(&shared.file),
                Cell::Number(Some(shared.characters as f64)),
                text(&shared.here),
                text(&shared.there),
                text(&shared.opening),
            ]
        };
        line.shared.iter().map(row).collect::<Vec<Vec<Cell>>>()
    };
    lines.iter().flat_map(of_line).collect()
}
