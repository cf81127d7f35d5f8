//! What a title between the rows says of those below it, and the cells beside a name of its row: that their figures are of another year, of a part of
//! one, of a plan or of others, or in which unit they are.

use super::bodies::is_surely_part;
use super::dated::dated;
use super::fold::{fold, narrow};
use super::further::is_over_a_table;
use super::stated::{alone, by_which, of_caption};
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
    /// What stands in the row itself says that its figures are planned, those of others, or of some of it alone.
    pub(super) is_of_another: bool,
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
            is_of_another: self.is_of_another || other.is_of_another,
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

/// What a remark behind the figures says of them: a unit that is named as such or stands alone, a part of the year, another year, that they are not
/// final, planned, those of others, or of some of it alone.
pub(super) fn remark(text: &str) -> Option<Section> {
    let read = Section::read(text);
    let lower = text.to_lowercase();
    let is_unit = alone(text).is_some_and(|alone| Measure::read(&alone).is_some());
    let states = lower.contains("单位") || lower.contains("unit") || !by_which(&lower).is_empty();
    let is_of_another = is_another(text) || is_limited(&lower);
    let year = read
        .year
        .filter(|_| says_only_years(&["数据", "数值", "数", "值"].iter().fold(text.to_owned(), |text, word| text.replace(word, ""))));
    let says = read.titled.of_part || states || is_unit || is_of_another || year.is_some();
    says.then(|| Section {
        titled: Titled {
            of_part: read.titled.of_part,
            ..Titled::default()
        },
        year,
        is_of_year: year.is_some(),
        units: if states { read.units.clone() } else { Vec::new() },
        units_asked: if is_unit && !states { read.units } else { Vec::new() },
        is_of_another,
        ..Section::default()
    })
}

/// `仅一厂`, `只含国内`, `only plant 2`; not `仅供参考`.
fn is_limited(lower: &str) -> bool {
    let text = lower.trim();
    (text.starts_with(['仅', '只']) && !text.starts_with("仅供")) || text.starts_with("only ")
}

/// Words that are all that stands in a cell and say that the figures of its row are planned or those of others, folded.
const OF_ANOTHER: &[&str] = &[
    "预算",
    "预算数",
    "概算",
    "计划",
    "计划数",
    "计划值",
    "目标",
    "目标值",
    "规划",
    "预测",
    "预测数",
    "预测值",
    "预计",
    "预计数",
    "行业",
    "行业平均",
    "行业均值",
    "行业水平",
    "同行",
    "同行业",
    "全国平均",
    "竞争对手",
    "标杆",
    "标杆企业",
    "budget",
    "plan",
    "target",
    "forecast",
    "industry",
    "industryaverage",
    "competitor",
    "benchmark",
];

/// Whether a cell that is not taken over says so of its row, whatever stands over it: `版本` over `预算`.
pub(super) fn is_another(text: &str) -> bool {
    text.len() <= LONGEST && OF_ANOTHER.contains(&fold(text).as_str())
}

/// Headings over a part of the year that the figures of a row are of, folded, and words in front of them.
const OF_PERIODS: &[&str] = &[
    "期间",
    "期数",
    "期次",
    "期别",
    "期",
    "时段",
    "时间段",
    "时间范围",
    "起止时间",
    "起止日期",
    "截止日期",
    "截止日",
    "截止时间",
    "截至日期",
    "截至",
    "截止",
    "截止月",
    "截止月份",
    "截至月份",
    "月",
    "月份",
    "季",
    "季度",
    "季别",
    "半年",
    "period",
    "month",
    "quarter",
    "asof",
    "asat",
];
const IN_FRONT: &[&str] = &["统计", "所属", "会计", "报告", "数据", "考核", "业务", "核算"];

/// Whether a part of the year may stand below a heading; how often something is measured is none, and neither is one month of several beside each other.
pub(super) fn is_over_periods(heading: &str) -> bool {
    let folded = fold(heading);
    let bare = IN_FRONT.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    OF_PERIODS.contains(&bare)
}

/// What a cell below such a heading says: `上半年`, `2014.1-2014.6`, and `6` below `月份`.
pub(super) fn of_period(heading: &str, text: &str) -> Titled {
    let folded = fold(heading);
    if text.len() > LONGEST {
        return Titled::default();
    }
    let number = text.trim().parse::<u8>().ok();
    let until = folded.contains("截");
    let read = |text: &str| {
        let titled = Titled::read(text);
        Titled {
            of_part: titled.of_part || !titled.parts_of.is_empty(),
            ..Titled::default()
        }
    };
    match number {
        Some(12) if until => Titled::default(),
        Some(month) if folded.contains('月') || folded.contains("month") => read(&[&month.to_string(), "月"].concat()),
        Some(_) if folded.contains(['季', '半']) || folded.contains("quarter") => read("季度"),
        _ => read(text),
    }
}
