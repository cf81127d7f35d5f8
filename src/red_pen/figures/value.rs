//! The sum a number states, in the unit of its figure.

use super::before::Before;
use super::grammar::Reader;
use super::row::List;
use super::unit::Behind;
use super::{Stated, What};
use crate::red_pen::numbers::{Number, decimals, value};

impl Reader<'_> {
    pub(super) fn state(&self, before: &Before, number: &Number, list: &List, year: i32, dated: bool, row: usize) -> Option<Stated> {
        let text = self.text();
        let digits = &text[number.range.clone()];
        let last = &list.numbers[list.numbers.len() - 1];
        let own_sign = text[number.range.end..].chars().next().filter(|sign| matches!(sign, '%' | '‰'));
        // A sign stands behind each number, a unit behind the last.
        let unit_at = if own_sign.is_some() { number.range.end } else { last.range.end };
        let after = &text[unit_at..self.sentence.range.end];
        let (what, factor, sign) = match before.known {
            Some(known) => {
                let (behind, length) = self.figures.known[known].unit.behind(after, before.money);
                let factor = match behind {
                    Behind::Times(factor) => factor,
                    Behind::Nothing => 1.0,
                    Behind::Other => return None,
                };
                (What::Known(known), factor, if number.range.end == unit_at { length } else { 0 })
            }
            None => {
                let unit = written_unit(after);
                let name = [&text[before.name.clone()], " ", unit].concat();
                (What::Called(name), 1.0, own_sign.map_or(0, char::len_utf8))
            }
        };
        Some(Stated {
            passage: self.at,
            range: number.range.start..number.range.end + sign,
            what,
            year,
            dated,
            row,
            value: value(digits)? * factor,
            room: factor * 0.5 * 10_f64.powi(-decimals(digits)),
        })
    }
}

/// What is written behind a number, up to the next mark: `%`, `万元`, `million`.
fn written_unit(after: &str) -> &str {
    let text = after.trim_start_matches(' ');
    if text.starts_with(['%', '‰']) {
        return &text[..text.chars().next().map_or(0, char::len_utf8)];
    }
    let end = text.char_indices().take(6).find(|(_, sign)| !sign.is_alphabetic()).map(|(at, _)| at);
    let end = end.unwrap_or_else(|| text.char_indices().nth(6).map_or(text.len(), |(at, _)| at));
    &text[..end]
}
