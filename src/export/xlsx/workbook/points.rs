//! The pack's rule for points as a formula: maximum × percentage, rounded as `scoring::Points::earned` does it.
//!
//! A percentage stands in its cell as a share (0.55). Spreadsheets reckon in binary fractions, where 90 × 0.35 comes to a
//! little less than 31.5, so each formula first comes to a number on which all programs agree: where every maximum is
//! whole the product has at most two decimals; else it is taken in hundredths, which are whole numbers.

use super::cell::cell;
use crate::criteria::Rounding;

/// The formula of an item's points; empty text while the rating is no number. `fractional`: a maximum may have hundredths.
pub(super) fn formula(rounding: Rounding, fractional: bool, row: u32, max: u16, rating: u16) -> String {
    let (max, rating) = (cell(row, max), cell(row, rating));
    let hundredths = ["ROUND(", &max, "*100,0)*ROUND(", &rating, "*100,0)"].concat();
    let points = match (rounding, fractional) {
        (Rounding::Exact, false) => ["ROUND(", &max, "*", &rating, ",2)"].concat(),
        (Rounding::ItemHalfUp, false) => ["ROUND(ROUND(", &max, "*", &rating, ",2),0)"].concat(),
        (Rounding::Exact, true) => ["ROUND(", &hundredths, "/100,0)/100"].concat(),
        // 100 % earn the maximum itself, and nothing earns more.
        (Rounding::ItemHalfUp, true) => ["IF(", &rating, ">=1,", &max, ",MIN(", &max, ",ROUND(", &hundredths, "/10000,0)))"].concat(),
    };
    ["=IF(ISNUMBER(", &rating, "),", &points, ",\"\")"].concat()
}
