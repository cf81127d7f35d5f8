//! What a title between the rows says of those below it, and the cells beside a name of its row: that their figures are of another year, of a part of
//! one, of a plan or of others, or in which unit they are.

use super::bodies::is_surely_part;
use super::dated::dated;
use super::fold::narrow;
use super::further::is_over_a_table;
use super::stated::{alone, of_caption};
use super::titled::{Titled, only_year};
use crate::indicators::Measure;

/// The most characters of a title or remark; more is a text.
const LONGEST: usize = 120;

/// Titles without a number stand below those with one.
const LEVEL_WITHOUT_NUMBER: u8 = 6;

/// What is said of some rows besides what the whole table says.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) titled: Titled,
    /// The one year that is told.
    pub(super) year: Option<i32>,
    /// Nothing but that year is told, so that columns of other years contradict it.
    pub(super) is_of_year: bool,
    /// It names a part of the organisation.
    pub(super) is_of_part: bool,
    /// Units that count before those of the whole table.
    pub(super) units: Vec<String>,
    /// Units that may be meant for the figures, or for something else in a remark.
    pub(super) units_asked: Vec<String>,
}

impl Section {
    pub(super) fn read(text: &str) -> Section {
        if text.chars().nth(LONGEST).is_some() {
            return Section::default();
        }
        let titled = Titled::read(text);
        let year = only_year(text, false).filter(|_| !titled.of_part);
        Section {
            year,
            is_of_year: year.is_some() && says_only_years(text),
            is_of_part: is_surely_part(text),
            units: of_caption(text),
            titled,
            ..Section::default()
        }
    }

    /// A title between the rows. One that may as well be the name of an indicator whose figures are missing, `工业总产值（亿元）`, states no unit.
    pub(super) fn of_title(text: &str) -> Section {
        let read = Section::read(text);
        let is_title = level(text) < LEVEL_WITHOUT_NUMBER || text.contains("单位") || is_over_a_table(text);
        Section {
            units: if is_title { read.units } else { Vec::new() },
            ..read
        }
    }

    /// This, and what another says where this says nothing.
    pub(super) fn with(self, other: &Section) -> Section {
        Section {
            titled: self.titled.with(&other.titled),
            year: self.year.or(other.year),
            is_of_part: self.is_of_part || other.is_of_part,
            is_of_year: if self.year.is_some() { self.is_of_year } else { other.is_of_year },
            units: if self.units.is_empty() { other.units.clone() } else { self.units },
            units_asked: self.units_asked.into_iter().chain(other.units_asked.iter().cloned()).collect(),
        }
    }
}

/// How deep a title stands by its number: `二、` over `（一）`, that over `1.`, and what has no number below all of them.
pub(super) fn level(text: &str) -> u8 {
    let text: String = narrow(text.trim()).collect();
    let chinese = |mark: char| "一二三四五六七八九十".contains(mark);
    let behind = text.trim_start_matches(chinese);
    let digits = text.trim_start_matches(|mark: char| mark.is_ascii_digit());
    match text.chars().next() {
        Some('第') => 1,
        Some('(') if text.chars().nth(1).is_some_and(chinese) => 3,
        Some('(') => 5,
        _ if behind.len() < text.len() && behind.starts_with(['、', '.', ',', ' ']) => 2,
        _ if digits.len() < text.len() && digits.starts_with(['、', '.', ')', ' ']) => 4,
        _ => LEVEL_WITHOUT_NUMBER,
    }
}

/// `2014年`, `二、2014年度`
fn says_only_years(text: &str) -> bool {
    let rest = dated(text).rest;
    let rest = rest.trim_start_matches(|mark: char| "第一二三四五六七八九十部分、.,() ".contains(mark));
    rest.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '#' | '年' | '度' | ':' | '：' | '、'))
        .is_empty()
}

/// What a remark behind the figures says of them: a unit that is named as such or stands alone, a part of the year, that they are not final.
pub(super) fn remark(text: &str) -> Option<Section> {
    const NOT_FINAL: &[&str] = &[
        "预计",
        "预测",
        "估计",
        "暂估",
        "预估",
        "快报",
        "未审",
        "estimate",
        "preliminary",
        "provisional",
        "unaudited",
    ];
    let read = Section::read(text);
    let lower = text.to_lowercase();
    let not_final = NOT_FINAL.iter().any(|word| lower.contains(word));
    let is_unit = alone(text).is_some_and(|alone| Measure::read(&alone).is_some());
    let states = lower.contains("单位") || lower.contains("unit");
    let says = read.titled.of_part || not_final || states || is_unit;
    says.then(|| Section {
        titled: Titled {
            of_part: read.titled.of_part || not_final,
            ..Titled::default()
        },
        units: if states { read.units.clone() } else { Vec::new() },
        units_asked: if is_unit && !states { read.units } else { Vec::new() },
        ..Section::default()
    })
}
