//! With how many digits figures were typed, and so how far each may lie from what was counted.
//!
//! Only the number is kept, not the text, and 15.0 is kept as 15; so the digits are read from the whole series. Of 13.7, 14.5 and 15
//! the last was typed with one decimal, too. One year with more digits than all others (1.51 among 13.7 and 14.5) may be a slip and says
//! nothing of the others. Zeros at the end of whole numbers are taken as counted.

/// Digits behind the point of a value as it is written shortest: 2 of 4.35, none of 15.
pub(super) fn decimals(value: f64) -> i32 {
    value.to_string().split_once('.').map_or(0, |(_, behind)| behind.len() as i32)
}

/// Half a unit of the last of so many decimals: 0.05 of one, 0.5 of none.
fn half_unit(decimals: i32) -> f64 {
    0.5 * 10_f64.powi(-decimals.clamp(0, 15))
}

/// The last digit a series was typed with: the second most decimals of its values, of one value its own; a zero says nothing.
/// Of 13.7, 14.5, 15 it is 1, of 13.7, 1.45, 15.1 also.
pub(super) fn decimals_of(values: impl Iterator<Item = f64>) -> i32 {
    let mut found: Vec<i32> = values.filter(|value| *value != 0.0).map(decimals).collect();
    found.sort_unstable();
    found.iter().rev().nth(usize::from(found.len() > 1)).copied().unwrap_or_default()
}

/// How far a value may lie from what was rounded to it: half a unit of the last digit typed in its series, or of its own where that is
/// finer. 4.3 among 4.1 and 4.7 is 4.25 to 4.35.
pub(super) fn room(value: f64, of_series: i32) -> f64 {
    let own = if value == 0.0 { of_series } else { decimals(value) };
    half_unit(own.max(of_series))
}
