//! What the title of a table says of all its figures: of which year they are, or that they are of a part of one, of a plan and not of what came of it, or
//! of others.

use super::dated::dated;
use super::fold::{fold, narrow};
use super::heading::year;
use super::stated::bracketed;

/// What a title says against its figures being the organisation's own of a whole year.
#[derive(Debug, Default)]
pub(super) struct Titled {
    /// It is of a part of a year.
    pub(super) of_part: bool,
    /// It is a day or month of that year and nothing else: `2014年6月30日`. A day of a later year is that on which it was filled in.
    pub(super) part_of: Option<i32>,
    pub(super) of_plan: bool,
    pub(super) of_others: bool,
}

impl Titled {
    pub(super) fn read(text: &str) -> Titled {
        Titled {
            of_part: is_of_part(text),
            part_of: part_of(text),
            of_plan: is_of_plan(text),
            of_others: is_of_others(text),
        }
    }
}

/// The one whole year a title tells, whatever else it says, but that it is of a part of the year, or of a plan where the table does not tell that apart.
/// `质字〔2015〕12号` is the number of a document.
pub(super) fn only_year(text: &str, tells_plans: bool) -> Option<i32> {
    if is_of_part(text) || (is_of_plan(text) && !tells_plans) || text.contains('号') && bracketed(text).0.iter().any(|inside| year(inside).is_some()) {
        return None;
    }
    let dated = dated(text);
    match dated.years.as_slice() {
        [only] if !dated.part => Some(*only),
        _ => year(text),
    }
}

/// Whether a title says that its table is of a part of a year: `2014年上半年`, `三季度`, `2014H1`, `6月`, `June 2014`, `nine months`.
fn is_of_part(text: &str) -> bool {
    let lower = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let part = has(&[
        "上半年",
        "下半年",
        "半年度",
        "半年报",
        "季度",
        "季报",
        "月份",
        "月度",
        "月报",
        "快报",
        "中期报告",
        "至今",
        "half-year",
        "halfyear",
        "quarter",
        "monthly",
        "firsthalf",
        "secondhalf",
        "ytd",
        "yeartodate",
        "year-to-date",
    ]);
    let months = has(&["monthsended", "threemonths", "sixmonths", "ninemonths"]) && !has(&["twelvemonths", "12months"]);
    let short = ["h1", "h2", "q1", "q2", "q3", "q4", "1h", "2h"].iter().any(|mark| {
        lower.match_indices(mark).any(|(at, _)| {
            let before = lower.get(..at).and_then(|before| before.chars().next_back());
            let behind = lower.get(at + mark.len()..).and_then(|behind| behind.chars().next());
            before.is_none_or(|mark| !mark.is_ascii_alphabetic()) && behind.is_none_or(|mark| !mark.is_alphanumeric() || !mark.is_ascii())
        })
    });
    part || months || short || is_of_months(&lower) || is_a_month(&lower)
}

/// A month and nothing else, with a year or without: `6月`, `Jun`, `June 2014`, `Jun-14`.
fn is_a_month(lower: &str) -> bool {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if lower.strip_suffix('月').is_some_and(|month| matches!(month.parse::<u8>(), Ok(1..=12))) {
        return true;
    }
    // The last day of a year.
    if lower.contains("31") && lower.contains("dec") {
        return false;
    }
    let letters: String = lower.chars().filter(char::is_ascii_alphabetic).collect();
    let rest = lower
        .chars()
        .all(|mark| mark.is_ascii_alphanumeric() || matches!(mark, '-' | '\'' | '.' | ',' | '/' | '_'));
    let whole = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "sept",
        "october",
        "november",
        "december",
    ];
    rest && (MONTHS.contains(&letters.as_str()) || whole.contains(&letters.as_str()))
}

/// The year of a title that is a day or month and nothing else, but for the last day of the year.
fn part_of(text: &str) -> Option<i32> {
    let lower = plain(text);
    let bare = ["截至", "截止", "asof", "asat"]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower);
    let dated = dated(bare);
    let is_day = dated
        .rest
        .chars()
        .all(|mark| mark.is_ascii_digit() || matches!(mark, '#' | '年' | '月' | '日' | '-' | '/' | '.' | '末' | '底'));
    match dated.years.as_slice() {
        [year] if dated.part && is_day => Some(*year),
        _ => None,
    }
}

/// Whether a title says that its table is of a plan and not of what came of it: `2014年预算表`, `奋斗目标`, `十三五规划指标`.
fn is_of_plan(text: &str) -> bool {
    let lower = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let plan = has(&[
        "预算",
        "概算",
        "计划表",
        "目标分解",
        "目标表",
        "目标值表",
        "责任书",
        "预测",
        "预计",
        "budget",
        "forecast",
        "target",
    ]);
    let folded = fold(text);
    let ends = ["计划", "规划", "目标", "目标值", "计划数", "规划指标", "计划指标", "目标指标", "plan", "goals"];
    let came = has(&[
        "完成", "实际", "实绩", "执行", "达成", "决算", "对比", "actual", "achieved", "result", "versus", "vs",
    ]);
    (plan || ends.iter().any(|word| folded.ends_with(word))) && !came
}

/// Whether a title says that its table is of a sector or of competitors: `行业平均水平`, `竞争对手A`.
fn is_of_others(text: &str) -> bool {
    let folded = fold(text);
    let ends = [
        "行业",
        "行业平均",
        "行业均值",
        "行业平均值",
        "行业平均水平",
        "行业水平",
        "行业数据",
        "同行",
        "同行业",
        "竞争对手",
        "竞争对手数据",
        "标杆",
        "标杆企业",
        "标杆数据",
        "标杆企业数据",
        "industryaverage",
        "sectoraverage",
        "competitor",
        "competitors",
        "benchmark",
        "benchmarks",
    ];
    let beside = ["对比", "比较", "对标", "差距", "分析", "本公司", "我公司"]
        .iter()
        .any(|word| folded.contains(word));
    !beside && (folded.starts_with("竞争对手") || ends.iter().any(|word| folded.ends_with(word)))
}

/// Narrow, in small letters, without blanks.
fn plain(text: &str) -> String {
    narrow(text).filter(|mark| !mark.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// `1-6月`, but not `1-12月`; `6月经营情况`, but no day on which something was filled in.
fn is_of_months(text: &str) -> bool {
    let marks: Vec<char> = text.chars().collect();
    let digits = |range: &[char]| range.iter().collect::<String>().parse::<u32>().ok();
    for (at, _) in marks.iter().enumerate().filter(|(_, mark)| **mark == '月') {
        let start = marks[..at].iter().rposition(|mark| !mark.is_ascii_digit()).map_or(0, |before| before + 1);
        let Some(month) = digits(&marks[start..at]) else { continue };
        let before = start.checked_sub(1).map(|before| marks[before]);
        let is_range = before.is_some_and(|mark| matches!(mark, '-' | '—' | '–' | '~' | '～' | '至' | '到'));
        if is_range && month < 12 {
            return true;
        }
        let is_day = marks.get(at + 1).is_some_and(char::is_ascii_digit);
        let of_table = ["情况", "指标", "数据", "报表", "统计"].iter().any(|word| text.contains(word));
        let filled_in = ["日期", "填报", "编制", "制表", "印发", "截至", "截止"].iter().any(|word| text.contains(word));
        if !is_range && !is_day && of_table && !filled_in {
            return true;
        }
    }
    false
}
