//! What a heading says its column means: words as they stand over columns in Chinese and English workbooks.

use super::bodies::is_surely_part;
use super::column::{Column, Meaning};
use super::fold::{fold, narrow};
use super::group_names::is_plain_group;
use super::said::{Level, Said, level};
use super::titled::is_of_others;
use crate::indicators::Measure;

/// A column as its headings, from the top down, say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Headed {
    pub(super) column: Column,
    /// The latest year that is told, also where the meaning has none.
    pub(super) year: Option<i32>,
    /// Of several columns for one thing, the one with the most.
    pub(super) surely: u8,
    /// A year is told, but not all the words beside it are understood.
    pub(super) open: bool,
}

/// The meaning of the headings of a column, those above first. A year alone is that year's value; where words stand beside it that are not known,
/// it is left open.
pub(super) fn heading(texts: &[String]) -> Headed {
    let levels: Vec<Level> = texts.iter().filter(|text| !text.trim().is_empty()).map(|text| level(text)).collect();
    let single = |level: &Level| if let [year] = level.years.as_slice() { Some(*year) } else { None };
    let dated: Vec<i32> = levels.iter().filter_map(single).collect();
    let year = dated.last().copied().filter(|year| dated.iter().all(|other| other == year));
    let latest = levels.iter().flat_map(|level| level.years.iter().copied()).max();
    let range = levels.last().is_some_and(|level| level.years.len() > 1);
    let last = levels.last().map_or(Said::Nothing, |level| level.said);
    let other = levels.iter().any(|level| level.said == Said::Other);
    // Words above a year are a group's name; those beside it or below it must be known.
    // `行业` over a year, where nothing says that it is a benchmark.
    let is_benchmark = levels.iter().any(|level| level.said == Said::Means(Meaning::Benchmark));
    let of_others = year.is_some() && !is_benchmark && texts.iter().any(|text| is_of_others(text));
    let is_unknown = |level: &Level| level.said == Said::Unknown && !level.years.is_empty();
    let unknown = of_others || levels.iter().any(is_unknown) || (last == Said::Unknown && year.is_some());
    let contradict = dated.len() > 1 && year.is_none();
    let surely = levels
        .iter()
        .filter_map(|level| if let Said::Figure(surely) = level.said { Some(surely) } else { None })
        .max();
    let mut means = None;
    for level in &levels {
        means = match (means, level.said) {
            // `行业标杆` over `实际值`
            (Some(Meaning::Benchmark), Said::Figure(_)) => means,
            (_, Said::Figure(_)) => None,
            // `指标` over `单位`: a row of units below the headings.
            (Some(name), Said::Means(Meaning::Unit)) if name.names() => means,
            (_, Said::Means(meaning)) => Some(meaning),
            // `财务指标` over `2014年`: the name of a group.
            (Some(name), Said::Nothing) if name.names() && !level.years.is_empty() => None,
            _ => means,
        };
    }
    // `A公司`, `考核值`, `限值` over a year: of whom or what the figures are is not known.
    let of_group = levels.iter().any(|level| {
        let is_open = level.said == Said::Unknown && level.years.is_empty() && !is_plain_group(&level.text);
        is_open && ((means.is_none() && surely.is_none_or(|surely| surely < 2)) || is_surely_part(&level.text))
    });
    let unknown = unknown || (of_group && (year.is_some() || surely.is_some()));
    let column = match (means, year) {
        _ if other || unknown || contradict || (range && means.is_none()) => Column::SKIP,
        (Some(meaning), Some(year)) if meaning.has_year() => Column::of(meaning, year),
        (Some(meaning), _) => Column::plain(meaning),
        (None, Some(year)) => Column::of(Meaning::Value, year),
        (None, None) if surely.is_some() => Column::plain(Meaning::Value),
        (None, None) => Column::SKIP,
    };
    Headed {
        column,
        year: latest,
        surely: surely.unwrap_or(0),
        open: (unknown || contradict) && !other,
    }
}

/// The year that a cell of a column of years tells, where it tells a whole one.
pub(super) fn year(text: &str) -> Option<i32> {
    // Most texts hold no figure at all.
    if !text.contains(|mark: char| mark.is_numeric() || matches!(mark, '○' | '◯')) {
        return None;
    }
    match level(text) {
        Level {
            said: Said::Nothing | Said::Figure(_),
            years,
            ..
        } if years.len() == 1 => years.first().copied(),
        _ => None,
    }
}

/// A word for years and nothing else: `年份`, `统计年度`, `时间`, `年份/指标`.
pub(super) fn says_years(text: &str) -> bool {
    const YEARS: &[&str] = &[
        "会计年度",
        "财政年度",
        "年份",
        "年度",
        "年限",
        "年",
        "时间",
        "期间",
        "报告期",
        "fiscalyear",
        "calendaryear",
        "years",
        "year",
        "period",
        "fy",
        "time",
    ];
    const BESIDE: &[&str] = &[
        "统计",
        "考核",
        "评价",
        "所属",
        "核算",
        "财务",
        "业务",
        "数据",
        "报告",
        "会计",
        "指标",
        "项目",
        "名称",
        "indicators",
        "indicator",
        "items",
        "item",
        "reporting",
    ];
    if text.chars().count() > 24 {
        return false;
    }
    let folded = fold(text);
    let without = |text: String, words: &[&str]| words.iter().fold(text, |text, word| text.replace(word, ""));
    let rest = without(folded.clone(), YEARS);
    rest != folded && without(rest, BESIDE).is_empty()
}

/// The kind of figure a cell in a column of kinds tells: the year's own, a benchmark, a target.
pub(super) fn kind(text: &str) -> Option<Meaning> {
    let own = [
        "本单位",
        "本公司",
        "本企业",
        "本组织",
        "公司",
        "自身",
        "本院",
        "本校",
        "own",
        "ours",
        "organisation",
        "company",
        "we",
    ];
    let folded = fold(text);
    // What became of a target is no target.
    if ["完成", "达成", "达到", "实现", "超", "未"].iter().any(|word| folded.contains(word)) && folded.contains("目标") {
        return None;
    }
    match level(text) {
        _ if own.contains(&folded.as_str()) => Some(Meaning::Value),
        Level { said: Said::Figure(_), .. } => Some(Meaning::Value),
        Level {
            said: Said::Means(meaning @ (Meaning::Target | Meaning::Benchmark | Meaning::Projected)),
            ..
        } => Some(meaning),
        _ => None,
    }
}

/// Whether a text can stand over a column of figures: a year, a meaning, a unit.
pub(super) fn is_heading(text: &str) -> bool {
    let level = level(text);
    !matches!(level.said, Said::Unknown | Said::Nothing) || !level.years.is_empty() || Measure::read(&narrow(text).collect::<String>()).is_some()
}
