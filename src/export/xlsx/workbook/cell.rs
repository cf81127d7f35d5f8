//! How cells and ranges are named in formulas. Rows and columns count from 0.

/// The most arguments a function takes in Excel are 255.
const ARGUMENTS: usize = 200;

/// The letters of a column: 0 is `A`, 26 is `AA`.
fn column(col: u16) -> String {
    let letter = char::from(b'A' + (col % 26) as u8).to_string();
    match col / 26 {
        0 => letter,
        left => column(left - 1) + &letter,
    }
}

/// A cell of the same sheet: `E5`.
pub(super) fn cell(row: u32, col: u16) -> String {
    [column(col), (row + 1).to_string()].concat()
}

/// Cells of one column of the same sheet: `E5:E9`, or `E5` where there is one.
pub(super) fn rows(first: u32, last: u32, col: u16) -> String {
    if first == last {
        cell(first, col)
    } else {
        [cell(first, col), cell(last, col)].join(":")
    }
}

/// A cell that stays when the formula is copied: `$E$5`.
pub(super) fn fixed(row: u32, col: u16) -> String {
    ["$", &column(col), "$", &(row + 1).to_string()].concat()
}

/// Cells of one column that stay: `$E$5:$E$9`.
pub(super) fn fixed_rows(first: u32, last: u32, col: u16) -> String {
    [fixed(first, col), fixed(last, col)].join(":")
}

/// A place on another sheet: `'得分'!E5`.
pub(super) fn on(sheet: &str, place: &str) -> String {
    ["'", &sheet.replace('\'', "''"), "'!", place].concat()
}

/// Rows of one column as few ranges: 4, 5, 6 and 9 are `F5:F7` and `F10`.
pub(super) fn ranges(rows_in_order: &[u32], col: u16) -> Vec<String> {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for &row in rows_in_order {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => spans.push((row, row)),
        }
    }
    spans.into_iter().map(|(first, last)| rows(first, last, col)).collect()
}

/// A function of any number of places: `SUM(F5:F7,F10)`. Beyond what one call takes, calls are added.
pub(super) fn call(function: &str, places: &[String]) -> String {
    let parts = places.chunks(ARGUMENTS).map(|part| [function, "(", &part.join(","), ")"].concat());
    let calls: Vec<String> = parts.collect();
    if calls.is_empty() { "0".to_owned() } else { calls.join("+") }
}
