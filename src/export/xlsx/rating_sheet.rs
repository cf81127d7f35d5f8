//! The workbook an assessor fills who has no kit at hand: a row for each item with room for the rating and for words. `import` reads it back by
//! its headings and the numbers of the items.

use super::template_look::{self as look, failed};
use crate::criteria::Pack;
use crate::export::ExportError;
use crate::language::{Language, fill};
use crate::panel::Sheet;
use rust_xlsxwriter::{DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Workbook};

/// The row of the headings.
const HEAD: u32 = 3;

/// Writes the sheet of an assessor, with what is judged already.
pub(in crate::export) fn write(pack: &Pack, sheet: &Sheet, language: Language) -> Result<Vec<u8>, ExportError> {
    let (words, pack_words) = (language.words(), pack.words(language.tag()));
    let mut book = Workbook::new();
    // The program's own default would be the time of day.
    let never = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_title(words.rating_sheet_title()).set_creation_datetime(&never));
    let page = book.add_worksheet();
    page.set_name(words.rating_sheet_title()).map_err(failed)?;
    let step = pack.structure().scoring.step;
    page.write_string_with_format(0, 0, words.rating_sheet_title(), &look::group())
        .map_err(failed)?;
    let how = fill(words.rating_sheet_how(), &[("step", &step.to_string())]);
    page.write_string(1, 0, &how).map_err(failed)?;
    page.write_string_with_format(2, 0, words.minute_assessor(), &look::given()).map_err(failed)?;
    page.write_string_with_format(2, 1, &*sheet.assessor, &look::open()).map_err(failed)?;
    let columns = [
        (words.rating_sheet_number(), 9.0),
        (words.rating_sheet_item(), 30.0),
        (words.rating_sheet_points(), 8.0),
        (words.rating_sheet_percent(), 12.0),
        (words.item_strengths(), 44.0),
        (words.item_opportunities(), 44.0),
        (words.item_remark(), 36.0),
    ];
    for (at, (heading, width)) in (0_u16..).zip(columns) {
        page.write_string_with_format(HEAD, at, heading, &look::heading()).map_err(failed)?;
        page.set_column_width(at, width).map_err(failed)?;
    }
    let percent: Format = look::open().set_num_format("0\"%\"");
    let mut row = HEAD;
    for slot in &sheet.assigned {
        row += 1;
        let (item, judgement) = (pack.item(*slot), sheet.judgement(*slot));
        page.write_string_with_format(row, 0, &item.number, &look::given()).map_err(failed)?;
        page.write_string_with_format(row, 1, pack_words.item(&item.id), &look::given())
            .map_err(failed)?;
        page.write_number_with_format(row, 2, f64::from(item.points), &look::given()).map_err(failed)?;
        match judgement.percent {
            Some(given) => page.write_number_with_format(row, 3, f64::from(given.value()), &percent),
            None => page.write_blank(row, 3, &percent),
        }
        .map_err(failed)?;
        for (at, text) in (4_u16..).zip([&judgement.strengths, &judgement.opportunities, &judgement.remark]) {
            page.write_string_with_format(row, at, &**text, &look::open()).map_err(failed)?;
        }
    }
    let allowed = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, 100))
        .ignore_blank(true)
        .set_error_message(&how)
        .map_err(failed)?;
    if row > HEAD {
        page.add_data_validation(HEAD + 1, 3, row, 3, &allowed).map_err(failed)?;
    }
    page.set_freeze_panes(HEAD + 1, 2).map_err(failed)?;
    page.set_repeat_rows(HEAD, HEAD).map_err(failed)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    book.save_to_buffer().map_err(failed)
}
