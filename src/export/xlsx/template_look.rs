//! How the template workbook looks: its formats, the widths of its columns and the choices that cells offer.

use crate::assessment::{Origin, Whose};
use crate::criteria::Aim;
use crate::export::ExportError;
use crate::import::Meaning;
use crate::language::{Language, Words};
use crate::report::say;
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, XlsxError};

pub(super) fn failed(error: XlsxError) -> ExportError {
    ExportError::Failed { detail: error.to_string() }
}

fn cell() -> Format {
    let thin = Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00c0_c7cc));
    thin.set_align(FormatAlign::VerticalCenter)
}

/// A heading.
pub(super) fn heading() -> Format {
    let format = cell().set_bold().set_text_wrap().set_background_color(Color::RGB(0x001f_4e4a));
    format.set_font_color(Color::White).set_align(FormatAlign::Center)
}
/// What the criteria say, not to be filled in.
pub(super) fn given() -> Format {
    cell().set_text_wrap().set_background_color(Color::RGB(0x00ee_f2f1))
}
/// A text to be filled in.
pub(super) fn open() -> Format {
    cell().set_text_wrap()
}
/// A figure to be filled in, shown with some decimals; further ones stay in the cell.
pub(super) fn figure(decimals: u8) -> Format {
    let zeros = "0".repeat(decimals.min(4).into());
    let format = if zeros.is_empty() { "#,##0".to_owned() } else { ["#,##0.", &zeros].concat() };
    cell().set_num_format(format)
}
/// A title above a group of rows.
pub(super) fn group() -> Format {
    Format::new().set_bold().set_align(FormatAlign::VerticalCenter)
}

/// The width of a column, in characters.
pub(super) fn width(meaning: Meaning) -> f64 {
    match meaning {
        Meaning::Name => 30.0,
        Meaning::Formula | Meaning::Clause => 34.0,
        Meaning::BenchmarkName | Meaning::Evidence | Meaning::Origins | Meaning::Gap => 20.0,
        Meaning::Direction | Meaning::Whose | Meaning::Computed => 16.0,
        _ => 12.0,
    }
}

/// How many lines a text takes in its column; a Chinese character is two characters wide.
pub(super) fn lines(text: &str, meaning: Meaning) -> u32 {
    let wide: usize = text.chars().map(|mark| if mark.is_ascii() { 1 } else { 2 }).sum();
    // A little is left free at the end of lines.
    let room = (width(meaning) as usize).saturating_sub(3).max(1);
    wide.div_ceil(room).max(1) as u32
}

pub(super) fn direction(words: &Words, direction: Aim) -> &'static str {
    match direction {
        Aim::Higher => words.grid_higher(),
        Aim::Lower => words.grid_lower(),
        Aim::Range => words.grid_range(),
    }
}

/// What a cell of a meaning offers; none where anything may be written.
pub(super) fn choices(language: Language, meaning: Meaning) -> Result<Option<DataValidation>, ExportError> {
    let words = language.words();
    let list = match meaning {
        Meaning::Whose => Whose::ALL.map(|one| say::whose(language, one)).to_vec(),
        Meaning::Origins => Origin::ALL.map(|one| say::origin(language, one)).to_vec(),
        Meaning::Direction => Aim::ALL.map(|one| direction(words, one)).to_vec(),
        Meaning::Computed => vec![words.template_yes(), words.template_no()],
        _ => return Ok(None),
    };
    let offered = DataValidation::new().allow_list_strings(&list).map_err(failed)?;
    // Several origins are written beside each other, so that the list is an offer alone.
    Ok(Some(offered.show_error_message(meaning != Meaning::Origins)))
}
