//! What the title of a table says of all its figures: of which year they are, or that they are of a part of one, of a plan and not of what came of it, or
//! of others.

use super::dated::{dated, of_words, with_whole_years};
use super::fold::{fold, narrow};
use super::heading::year;
use super::stated::bracketed;

/// The most characters of a title in which months are looked for; more is a text.
const LONGEST: usize = 200;

/// What a title says against its figures being the organisation's own of a whole year.
#[derive(Debug, Clone, Default)]
pub(super) struct Titled {
    /// It is of a part of a year.
    pub(super) of_part: bool,
    /// It tells a month or day of these years that is not their last, so that it cannot be of the whole of them: `201406`, `2014年6月30日`. A day of a
    /// later year is that on which it was filled in.
    pub(super) parts_of: Vec<i32>,
    pub(super) of_plan: bool,
    pub(super) of_others: bool,
}

impl Titled {
    pub(super) fn read(text: &str) -> Titled {
        Titled {
            of_part: is_of_part(text) || is_not_final(text),
            parts_of: parts_of(text),
            of_plan: is_of_plan(text),
            of_others: is_of_others(text),
        }
    }

    /// What this or another says.
    pub(super) fn with(&self, other: &Titled) -> Titled {
        Titled {
            of_part: self.of_part || other.of_part,
            parts_of: self.parts_of.iter().chain(&other.parts_of).copied().collect(),
            of_plan: self.of_plan || other.of_plan,
            of_others: self.of_others || other.of_others,
        }
    }
}

/// The one whole year a title tells, whatever else it says, but that it is of a part of the year, or of a plan where the table does not tell that apart.
/// `质字〔2015〕12号` is the number of a document.
pub(super) fn only_year(text: &str, tells_plans: bool) -> Option<i32> {
    if is_of_part(text)
        || !parts_of(text).is_empty()
        || (is_of_plan(text) && !tells_plans)
        || text.contains('号') && bracketed(text).0.iter().any(|inside| year(inside).is_some())
    {
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
    let lower = plain(&with_whole_years(text));
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
        "中期",
        "至今",
        "interim",
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
    part || months || short || is_in_the_middle(&lower) || is_of_some_months(&lower) || is_until_a_month(&lower) || is_of_months(&lower) || is_a_month(&lower)
}

/// Words for figures that are not settled yet.
const NOT_FINAL: &[&str] = &[
    "估计",
    "估算",
    "测算",
    "暂估",
    "预估",
    "快报",
    "未审",
    "未经审计",
    "草稿",
    "初稿",
    "示例",
    "样例",
    "estimate",
    "preliminary",
    "provisional",
    "unaudited",
    "draft",
];

/// Whether a title or remark says that figures are not settled yet, or made up.
pub(super) fn is_not_final(text: &str) -> bool {
    let lower = plain(text);
    NOT_FINAL.iter().any(|word| lower.contains(word))
}

/// `2014年年中`, not `2014年中国`.
fn is_in_the_middle(lower: &str) -> bool {
    let behind = lower.split_once("年中").map(|(_, behind)| behind);
    behind.is_some_and(|behind| !behind.starts_with(char::is_alphabetic) || behind.starts_with('报'))
}

/// `9个月`, `前十一个月`, not `12个月`.
fn is_of_some_months(lower: &str) -> bool {
    lower.match_indices("个月").any(|(at, _)| {
        let before = lower.get(..at).unwrap_or_default();
        let digits = before.len() - before.trim_end_matches(|mark: char| mark.is_ascii_digit()).len();
        let words = before.trim_end_matches(|mark: char| "一二三四五六七八九十两".contains(mark)).len();
        let in_words = before.get(words..).unwrap_or_default();
        let number = before.get(before.len() - digits..).unwrap_or_default().parse::<u32>();
        number.is_ok_and(|number| number < 12) || (!in_words.is_empty() && in_words != "十二")
    })
}

/// `截止11月`, but not `截至3月31日`, which may be the day on which it was filled in.
fn is_until_a_month(lower: &str) -> bool {
    let until = ["截至", "截止", "累计至"]
        .iter()
        .filter_map(|word| lower.split_once(word))
        .map(|(_, behind)| behind);
    until.into_iter().any(|behind| {
        let (month, rest) = behind.split_once('月').unwrap_or_default();
        matches!(month.trim_start_matches('到').parse::<u8>(), Ok(1..=11)) && !rest.starts_with(|mark: char| mark.is_ascii_digit())
    })
}

/// A month and nothing else, with a year or without: `6月`, `Jun`, `June 2014`, `Jun-14`.
fn is_a_month(lower: &str) -> bool {
    let in_words = |month: &str| of_words(&lower.chars().collect::<Vec<char>>(), 0).is_some_and(|(_, end)| end == month.chars().count());
    if lower
        .strip_suffix('月')
        .is_some_and(|month| matches!(month.parse::<u8>(), Ok(1..=12)) || in_words(month))
    {
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
    rest && (MONTHS.contains(&letters.as_str()) || LONG_MONTHS.contains(&letters.as_str()))
}

/// The years of which a title tells a month or day, but for the last day, and for the first month together with the last.
fn parts_of(text: &str) -> Vec<i32> {
    if text.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let mut months = dated(&with_whole_years(&with_years_first(text))).months;
    let all = months.clone();
    let is_whole = |year: &i32| all.contains(&(*year, 1)) && all.contains(&(*year, 12));
    months.retain(|(year, _)| !is_whole(year));
    months.into_iter().map(|(year, _)| year).collect()
}

/// A text with its months as `2014-06`, also where they stand before the year, are named, or the year has two figures: `06/2014`, `June 2014`,
/// `Jun-14`, `14.06`. The number of a document or form, `QR-2014-06`, tells none.
fn with_years_first(text: &str) -> String {
    let lower: String = narrow(text).flat_map(char::to_lowercase).collect();
    let pieces = pieces(&lower);
    let piece = |at: Option<usize>| at.and_then(|at| pieces.get(at)).copied().unwrap_or_default();
    let is_number = |text: &str, figures: usize| text.len() == figures && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |text: &str| text.len() <= 2 && matches!(text.parse::<u8>(), Ok(1..=12));
    let is_year = |text: &str| is_number(text, 4) && (text.starts_with("19") || text.starts_with("20"));
    let is_mark = |text: &str| matches!(text, "-" | "/" | "." | "_");
    let mut whole = String::new();
    for (at, own) in pieces.iter().enumerate() {
        let [before, mark, next, behind] = [at.checked_sub(1), Some(at + 1), Some(at + 2), Some(at + 3)].map(piece);
        let month = MONTHS
            .iter()
            .position(|name| own == name || (own.starts_with(name) && LONG_MONTHS.contains(own)));
        let told = match month {
            // The last day of a year.
            Some(11) if pieces.iter().skip(at.saturating_sub(2)).take(5).any(|piece| *piece == "31") => None,
            Some(month) => {
                let beside = pieces.iter().skip(at + 1).take(6).chain(pieces.iter().take(at).rev().take(2));
                let long = beside.copied().find(|piece| is_year(piece)).map(str::to_owned);
                let short = || is_number(next, 2).then(|| ["20", next].concat());
                long.or_else(short).map(|year| (year, (month + 1).to_string()))
            }
            None if is_month(own) && is_mark(mark) && is_year(next) => Some((next.to_owned(), (*own).to_owned())),
            // `14.06`, which nothing else is joined with.
            None if is_number(own, 2) && is_number(next, 2) && is_month(next) && is_mark(mark) => {
                let is_apart =
                    |beside: &str| !is_mark(beside) && !beside.starts_with(|mark: char| mark.is_ascii_alphanumeric() || "%月日元万亿号第版章条".contains(mark));
                (is_apart(before) && is_apart(behind)).then(|| (["20", own].concat(), next.to_owned()))
            }
            // A sheet for each month: `1406`.
            None if pieces.len() == 1 && is_number(own, 4) && !is_year(own) && is_month(&own[2..]) => Some((["20", &own[..2]].concat(), own[2..].to_owned())),
            None => None,
        };
        let is_of_form = is_year(own)
            && before == "-"
            && lower.contains('号')
            && at
                .checked_sub(2)
                .is_some_and(|at| piece(Some(at)).bytes().all(|byte| byte.is_ascii_alphanumeric()));
        match told {
            Some((year, month)) => whole.extend([" ", &year, "-", &month, " "]),
            None if is_of_form => whole.push('#'),
            None => whole.push_str(own),
        }
    }
    whole
}

/// A text in pieces: figures, Latin letters, and each other character.
fn pieces(text: &str) -> Vec<&str> {
    let kind = |mark: char| (mark.is_ascii_digit(), mark.is_ascii_alphabetic());
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match kind(first) {
            (false, false) => first.len_utf8(),
            of_first => rest.find(|mark| kind(mark) != of_first).unwrap_or(rest.len()),
        };
        let (piece, behind) = rest.split_at(end);
        all.push(piece);
        rest = behind;
    }
    all
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG_MONTHS: &[&str] = &[
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
        "考核标准",
        "考核值",
        "考核指标值",
        "控制指标",
        "预测",
        "预计",
        "budget",
        "forecast",
        "target",
    ]);
    let folded = fold(text);
    let ends = [
        "计划",
        "规划",
        "目标",
        "目标值",
        "计划数",
        "规划指标",
        "计划指标",
        "目标指标",
        "考核指标",
        "plan",
        "goals",
    ];
    let came = has(&[
        "完成", "实际", "实绩", "执行", "达成", "决算", "对比", "actual", "achieved", "result", "versus", "vs",
    ]);
    (plan || ends.iter().any(|word| folded.ends_with(word))) && !came
}

/// Whether a title says that its table is of a sector or of competitors: `行业平均水平`, `竞争对手A`.
pub(super) fn is_of_others(text: &str) -> bool {
    let folded = fold(text);
    let ends = [
        "行业",
        "行业平均",
        "行业均值",
        "行业平均值",
        "平均水平",
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
        "industryaverages",
        "sectoraverage",
        "peers",
        "peergroup",
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
    let of_table = || ["情况", "指标", "数据", "报表", "统计"].iter().any(|word| text.contains(word));
    let filled_in = || ["日期", "填报", "编制", "制表", "印发", "截至", "截止"].iter().any(|word| text.contains(word));
    // `六月经营情况`
    let in_words = (0..marks.len()).any(|at| of_words(&marks, at).is_some_and(|(month, end)| (1..=12).contains(&month) && marks.get(end) == Some(&'月')));
    if in_words && of_table() && !filled_in() {
        return true;
    }
    for (at, _) in marks.iter().enumerate().filter(|(_, mark)| **mark == '月') {
        let start = marks[..at].iter().rposition(|mark| !mark.is_ascii_digit()).map_or(0, |before| before + 1);
        let Some(month) = digits(&marks[start..at]) else { continue };
        let before = start.checked_sub(1).map(|before| marks[before]);
        let is_range = before.is_some_and(|mark| matches!(mark, '-' | '—' | '–' | '~' | '～' | '至' | '到'));
        if is_range && month < 12 {
            return true;
        }
        let is_day = marks.get(at + 1).is_some_and(char::is_ascii_digit);
        if !is_range && !is_day && of_table() && !filled_in() {
            return true;
        }
    }
    false
}
