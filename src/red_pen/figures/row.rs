//! Numbers that follow one another, and what the first rose or fell to.

use super::before::MONEY;
use super::context::{Years, years_at_end, years_at_start};
use super::grammar::Reader;
use crate::red_pen::numbers::{Kind, Number};
use crate::red_pen::words::Tongue;
use std::ops::Range;

/// What a figure rose or fell to.
const TO_ZH: &str = "升至|降至|增至|降到|升到|增到|缩短到|缩短至|提高到|提高至|提升到|提升至|下降到|下降至|上升到|上升至|增加到";

/// One number after another, with the unit behind the last.
pub(super) struct List {
    pub numbers: Vec<Number>,
    pub end: usize,
}

/// What a figure rose or fell to, and the years that are named with either.
pub(super) type Later = (Option<i32>, Option<i32>, List);

impl Reader<'_> {
    /// Numbers that follow one another: `1.42%、1.21%、1.06%`, `97.1%, 97.9% and 98.6%`.
    pub(super) fn list(&self, found: &[Number]) -> List {
        let text = self.text();
        let mut numbers = vec![found[0].clone()];
        let end = |range: &Range<usize>| {
            range.end + usize::from(text[range.end..].starts_with('%')) + if text[range.end..].starts_with('‰') { '‰'.len_utf8() } else { 0 }
        };
        for next in &found[1..] {
            let last = end(&numbers[numbers.len() - 1].range);
            let between = text.get(last..next.range.start).unwrap_or_default();
            let goes_on = match self.tongue {
                Tongue::Chinese => matches!(between, "、" | "和" | " 和 "),
                Tongue::English => matches!(between, ", " | " and " | ", and "),
            };
            if !goes_on || next.kind != Kind::Figure {
                break;
            }
            numbers.push(next.clone());
        }
        let end = end(&numbers[numbers.len() - 1].range);
        List { numbers, end }
    }

    /// Behind the first number: what it rose or fell to, and the year that is named with either.
    pub(super) fn later(&self, found: &[Number], end: usize) -> Option<Later> {
        let text = self.text();
        let first = found.iter().find(|number| number.kind == Kind::Figure)?;
        let between = &text[end..first.range.start];
        let one = |years: Option<Years>| years.filter(|(first, last)| first == last).map(|(year, _)| year);
        if between.len() > 60 {
            return None;
        }
        let list = self.list(&found[found.iter().position(|number| number == first)?..]);
        match self.tongue {
            Tongue::Chinese => {
                let (unit, then) = TO_ZH
                    .split('|')
                    .filter_map(|verb| between.split_once(verb))
                    .min_by_key(|(unit, _)| unit.len())?;
                if unit.chars().count() > 8 || unit.contains(['，', '。', '；', '、']) {
                    return None;
                }
                let then = then.trim_matches(' ');
                let year = if then.is_empty() {
                    None
                } else {
                    Some(one(years_at_end(then, self.tongue).map(|(years, _)| years))?)
                };
                Some((None, year, list))
            }
            Tongue::English => {
                let (unit, then) = between.rsplit_once(" to ")?;
                if !then.is_empty() && !MONEY.contains(&then.trim()) {
                    return None;
                }
                let began = unit
                    .find(" in ")
                    .and_then(|at| one(years_at_start(&unit[at..], self.tongue).map(|(years, _)| years)));
                if unit.contains([',', ';']) {
                    return None;
                }
                let behind = &text[list.end..self.sentence.range.end];
                let unit_end = behind.find(" in ").filter(|at| *at < 20 && !behind[..*at].contains([',', ';']));
                let ended = unit_end.and_then(|at| one(years_at_start(&behind[at..], self.tongue).map(|(years, _)| years)));
                Some((began, ended, list))
            }
        }
    }

    /// Whether a figure of an English sentence is said of a part behind it: `98.9% at Changping`, `1.2% for spindles`.
    pub(super) fn of_a_part(&self, end: usize) -> bool {
        let behind = &self.passage.cased[end..self.sentence.range.end];
        let unit = behind.find([' ', ',', ';', '.']).map_or("", |at| &behind[at..]);
        let named = [" at ", " in ", " on "].iter().any(|word| {
            unit.strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_uppercase()))
        });
        self.tongue == Tongue::English && (named || unit.starts_with(" for ") && !unit.starts_with(" for the"))
    }
}
