//! A sheet being written: cells, columns, and how it is printed (A4, one page wide, header rows repeated).
//!
//! The first thing that goes wrong is kept and told at the end.

use super::book::Book;
use super::cell::on;
use super::looks::{Look, format};
use super::text::{begins_like_a_formula, fitting, in_margin, legal, lines};
use crate::language::fill;
use rust_xlsxwriter::{Format, Formula, IgnoreError, ProtectionOptions, Url, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// A4 in the list of paper sizes.
const A4: u8 = 9;

/// What a formula comes to, as the kit has computed it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cached {
    Number(f64),
    Text(String),
    /// An empty text: the formula has nothing to show.
    Blank,
}

impl From<Option<f64>> for Cached {
    fn from(value: Option<f64>) -> Cached {
        value.map_or(Cached::Blank, Cached::Number)
    }
}

/// How a sheet is fitted to the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// One page wide.
    Width,
    /// All on one page.
    Page,
    /// All on one upright page.
    Upright,
}

pub(super) struct Page<'w, 'b> {
    pub sheet: &'w mut Worksheet,
    pub book: &'b Book<'b>,
    /// Width of every column, in digits.
    widths: Vec<f64>,
    /// The last row that holds something.
    last: u32,
    /// Lines of the rows that need more than one. Excel would find them itself; other programs show one line.
    lines: BTreeMap<u32, f64>,
    /// The header rows repeated on every printed page.
    head: Option<(u32, u32)>,
    /// Whether it holds a formula.
    calculates: bool,
    fault: Option<XlsxError>,
}

impl<'w, 'b> Page<'w, 'b> {
    /// A sheet with its name and the widths of its columns.
    pub fn new(sheet: &'w mut Worksheet, book: &'b Book<'b>, name: &str, widths: &[f64]) -> Page<'w, 'b> {
        let mut page = Page {
            sheet,
            book,
            widths: widths.to_vec(),
            last: 0,
            lines: BTreeMap::new(),
            head: None,
            calculates: false,
            fault: None,
        };
        // The crate's own default would be 0.
        page.sheet.set_formula_result_default("");
        let named = page.sheet.set_name(name).map(|_| ());
        page.note(named);
        for (col, width) in (0..).zip(widths) {
            let set = page.sheet.set_column_width(col, *width).map(|_| ());
            page.note(set);
        }
        page
    }

    fn note(&mut self, result: Result<(), XlsxError>) {
        if let Err(error) = result {
            self.fault.get_or_insert(error);
        }
    }

    /// Everything but formulas may be changed, also where formulas are protected.
    fn look(&self, look: Look) -> Format {
        format(&self.book.fonts, look).set_unlocked()
    }

    fn last_col(&self) -> u16 {
        (self.widths.len() as u16).saturating_sub(1)
    }

    /// A text. It is text whatever it begins with, also after it has been edited.
    pub fn text(&mut self, row: u32, col: u16, text: &str, look: Look) {
        let text = fitting(self.book.words, text);
        if text.is_empty() {
            return self.blank(row, col, look);
        }
        let mut format = self.look(look);
        if begins_like_a_formula(&text) {
            format = format.set_quote_prefix();
        }
        if !matches!(look, Look::Title | Look::Section) {
            self.room(row, col, &text);
        }
        let written = self.sheet.write_string_with_format(row, col, text, &format).map(|_| ());
        self.note(written);
        self.last = self.last.max(row);
    }

    /// Makes room for a text that is broken into lines in its column.
    fn room(&mut self, row: u32, col: u16, text: &str) {
        let width = self.widths.get(usize::from(col)).copied().unwrap_or(9.0);
        let lines = lines(text, width);
        if lines > 1.0 {
            let most = self.lines.entry(row).or_default();
            *most = most.max(lines);
        }
    }

    /// Texts side by side from the first column on.
    pub fn texts(&mut self, row: u32, texts: &[(&str, Look)]) {
        for (col, (text, look)) in (0..).zip(texts) {
            self.text(row, col, text, *look);
        }
    }

    pub fn blank(&mut self, row: u32, col: u16, look: Look) {
        let written = self.sheet.write_blank(row, col, &self.look(look)).map(|_| ());
        self.note(written);
        self.last = self.last.max(row);
    }

    pub fn number(&mut self, row: u32, col: u16, value: f64, look: Look, number_format: &str) {
        let format = self.look(look).set_num_format(number_format);
        let written = self.sheet.write_number_with_format(row, col, value, &format).map(|_| ());
        self.note(written);
        self.last = self.last.max(row);
    }

    /// A number, or an empty cell where there is none: missing is not zero.
    pub fn maybe(&mut self, row: u32, col: u16, value: Option<f64>, look: Look, number_format: &str) {
        match value {
            Some(value) => self.number(row, col, value, look, number_format),
            None => {
                let format = self.look(look).set_num_format(number_format);
                let written = self.sheet.write_blank(row, col, &format).map(|_| ());
                self.note(written);
                self.last = self.last.max(row);
            }
        }
    }

    /// A formula with the result the kit has computed, for readers that do not calculate.
    pub fn formula(&mut self, row: u32, col: u16, formula: &str, result: &Cached, look: Look, number_format: &str) {
        let format = format(&self.book.fonts, look).set_num_format(number_format);
        self.calculates = true;
        let result = match result {
            Cached::Number(value) => {
                self.book.came_to(&self.sheet.name(), (row, col), *value);
                value.to_string()
            }
            Cached::Text(text) => legal(text),
            Cached::Blank => String::new(),
        };
        let formula = Formula::new(formula).set_result(result);
        let written = self.sheet.write_formula_with_format(row, col, formula, &format).map(|_| ());
        self.note(written);
        self.last = self.last.max(row);
    }

    /// A link to another sheet.
    pub fn link(&mut self, row: u32, col: u16, name: &str) {
        let target = ["internal:", &on(name, "A1")].concat();
        let format = self.look(Look::Link);
        let url = Url::new(target).set_text(name);
        let written = self.sheet.write_url_with_format(row, col, url, &format).map(|_| ());
        self.note(written);
        self.last = self.last.max(row);
    }

    /// A text across all columns from one on, as high as it needs.
    pub fn across(&mut self, row: u32, first: u16, text: &str, look: Look) {
        self.span(row, first, self.last_col(), text, look);
    }

    /// A text across some columns, as high as it needs.
    pub fn span(&mut self, row: u32, first: u16, last: u16, text: &str, look: Look) {
        let text = fitting(self.book.words, text);
        let room: f64 = (first..=last).filter_map(|col| self.widths.get(usize::from(col))).sum();
        // A title is one large line.
        let needed = if look == Look::Title { 1.6 } else { lines(&text, room) };
        let mut format = self.look(look);
        if begins_like_a_formula(&text) {
            format = format.set_quote_prefix();
        }
        let merged = if first < last {
            self.sheet.merge_range(row, first, row, last, &text, &format).map(|_| ())
        } else {
            self.sheet.write_string_with_format(row, first, &text, &format).map(|_| ())
        };
        self.note(merged);
        let most = self.lines.entry(row).or_default();
        *most = most.max(needed);
        self.last = self.last.max(row);
    }

    /// The header of the sheet's table; what stands above stays in view, and the header is printed on every page.
    pub fn head(&mut self, row: u32, titles: &[&str]) {
        for (col, title) in (0..).zip(titles) {
            self.text(row, col, title, Look::Head);
        }
        self.freeze(row, row, 0);
    }

    /// Rows that are printed on every page, with all above them and columns to the left kept in view.
    pub fn freeze(&mut self, first: u32, last: u32, columns: u16) {
        let frozen = self.sheet.set_freeze_panes(last + 1, columns).map(|_| ());
        self.note(frozen);
        self.head = Some((first, last));
    }

    /// Keeps an error of a call made on the sheet itself.
    pub fn keep<T>(&mut self, result: Result<T, XlsxError>) {
        self.note(result.map(|_| ()));
    }

    /// Sets up printing.
    pub fn finish(mut self, fit: Fit) -> Result<(), XlsxError> {
        for (row, lines) in std::mem::take(&mut self.lines) {
            let high = self.sheet.set_row_height(row, self.book.fonts.height(lines)).map(|_| ());
            self.note(high);
        }
        let (last, last_col) = (self.last, self.last_col());
        let area = self.sheet.set_print_area(0, 0, last, last_col).map(|_| ());
        self.note(area);
        if let Some((first, last)) = self.head {
            let repeated = self.sheet.set_repeat_rows(first, last).map(|_| ());
            self.note(repeated);
        }
        // Numbers of clauses are names: 4.10 is not 4.1.
        let names = self.sheet.ignore_error_range(0, 0, last, last_col, IgnoreError::NumberStoredAsText).map(|_| ());
        self.note(names);
        if self.calculates {
            // No password: whoever wants to change a formula says so, and nobody does by a slip of the hand.
            self.sheet.protect_with_options(&ProtectionOptions {
                format_cells: true,
                format_columns: true,
                format_rows: true,
                sort: true,
                use_autofilter: true,
                edit_objects: true,
                ..ProtectionOptions::default()
            });
        }
        let book = self.book;
        let words = book.words;
        let organisation = in_margin(&book.organisation, 60);
        let date = in_margin(book.day.as_deref().unwrap_or_default(), 40);
        let pack = in_margin(book.pack_words.edition_name(), 60);
        let page = fill(words.workbook_page(), &[("page", "&P"), ("pages", "&N")]);
        self.sheet.set_landscape().set_paper_size(A4);
        // Left, right, top, bottom, header, footer, in inches.
        self.sheet.set_margins(0.5, 0.5, 0.75, 0.7, 0.35, 0.35);
        self.sheet
            .set_header(["&L", &organisation, " · ", words.workbook_title(), "&R", &date].concat());
        self.sheet.set_footer(["&L", &pack, "&C", &page, "&R&A"].concat());
        match fit {
            Fit::Width => {
                self.sheet.set_print_fit_to_pages(1, 0);
            }
            Fit::Page => {
                self.sheet.set_print_fit_to_pages(1, 1);
            }
            Fit::Upright => {
                self.sheet.set_portrait().set_print_fit_to_pages(1, 1);
            }
        }
        self.fault.map_or(Ok(()), Err)
    }
}
