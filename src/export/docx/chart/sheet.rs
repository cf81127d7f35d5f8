//! The workbook behind a chart: labels in the first column, a column for every series. Word opens it when somebody
//! edits the chart's data.

use crate::export::docx::text::legal;
use crate::report::Chart;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The most a cell holds is 32,767 characters; a legend needs far fewer.
const LONGEST: usize = 200;

/// The bytes of the workbook; always the same for the same chart.
pub fn write(chart: &Chart) -> Result<Vec<u8>, String> {
    build(chart).map_err(|error| error.to_string())
}

fn build(chart: &Chart) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The clock is not asked.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?));
    let sheet = workbook.add_worksheet();
    let short = |text: &str| legal(text).chars().take(LONGEST).collect::<String>();
    for (row, label) in (1_u32..).zip(&chart.labels) {
        sheet.write_string(row, 0, short(label))?;
    }
    for (column, series) in (1_u16..).zip(&chart.series) {
        sheet.write_string(0, column, short(&series.name))?;
        for (row, value) in (1_u32..).zip(&series.values) {
            if let Some(value) = value {
                sheet.write_number(row, column, *value)?;
            }
        }
    }
    workbook.save_to_buffer()
}
