//! What a heading says its column means: words as they stand over columns in Chinese and English workbooks.

use super::column::{Column, Meaning};
use super::dated::{dated, with_whole_years};
use super::fold::{fold, narrow};
use super::stated::{beside_year, bracketed, of_name, tail};
use super::titled::is_of_others;
use crate::indicators::Measure;

/// Words in the order they are tried, folded. The first that stands anywhere in a heading decides, so the more particular come first.
const CONTAINED: &[(Meaning, &[&str])] = &[
    (
        Meaning::Gap,
        &[
            "缺数原因",
            "缺失原因",
            "无数据原因",
            "未填原因",
            "reasonfornofigure",
            "whynofigure",
            "missingreason",
            "gapreason",
        ],
    ),
    // Before the name, whose heading a part of it is.
    (
        Meaning::Whose,
        &[
            "对比对象类别",
            "对比对象类型",
            "对标类型",
            "标杆类型",
            "对标类别",
            "对比类别",
            "benchmarkof",
            "benchmarktype",
            "whosebenchmark",
        ],
    ),
    (
        Meaning::BenchmarkName,
        &[
            "对标对象",
            "标杆对象",
            "标杆名称",
            "对标名称",
            "对比对象",
            "benchmarkname",
            "nameofthebenchmark",
        ],
    ),
    (
        Meaning::TargetLow,
        &["目标下限", "目标值下限", "目标范围下限", "targetfrom", "targetlow", "lowertarget", "mintarget"],
    ),
    (
        Meaning::TargetHigh,
        &["目标上限", "目标值上限", "目标范围上限", "targetto", "targethigh", "uppertarget", "maxtarget"],
    ),
    (Meaning::Projected, &["预测", "预计", "projected", "projection", "forecast"]),
    (Meaning::Target, &["目标", "计划", "指标值要求", "target", "goal"]),
    (
        Meaning::Benchmark,
        &[
            "对标",
            "标杆",
            "对比值",
            "竞争对手",
            "行业平均",
            "行业先进",
            "行业最好",
            "世界先进",
            "benchmark",
            "competitor",
            "industryaverage",
            "sectoraverage",
            "bestinclass",
        ],
    ),
    (
        Meaning::RankOf,
        &["排名总数", "参评家数", "参与排名", "名次总数", "ofhowmany", "outofhowmany", "rankedof"],
    ),
    (Meaning::Rank, &["排名", "名次", "位次", "rank"]),
    (Meaning::Evidence, &["证据", "佐证", "附件", "evidence"]),
    (
        Meaning::Origins,
        &[
            "数据来源",
            "信息来源",
            "来源",
            "dataorigin",
            "originofthedata",
            "originsofthedata",
            "datasource",
        ],
    ),
    (Meaning::Kind, &["数据类别", "数据类型", "数据口径", "kindoffigure", "typeoffigure"]),
    (Meaning::Computed, &["按公式计算", "computedbyformula", "computedbytheformula"]),
    (Meaning::Decimals, &["小数位", "decimals", "decimalplaces"]),
    (Meaning::Low, &["可能的最小值", "可能最小值", "leastpossible", "lowestpossible"]),
    (Meaning::High, &["可能的最大值", "可能最大值", "mostpossible", "highestpossible"]),
    (Meaning::Direction, &["方向", "direction", "whichwayisbetter"]),
    (Meaning::Formula, &["公式", "计算方法", "formula"]),
    (Meaning::Clause, &["条款", "clause"]),
    (Meaning::Id, &["标识", "指标代码", "指标编码", "indicatorid", "indicatorcode", "idleaveasitis"]),
    (Meaning::Number, &["编号", "序号", "indicatornumber"]),
    (
        Meaning::Name,
        &[
            "指标名称",
            "指标项",
            "项目名称",
            "输入量",
            "测量项目",
            "indicatorname",
            "nameofindicator",
            "nameoftheindicator",
        ],
    ),
    (Meaning::Unit, &["计量单位", "unitofmeasure"]),
    (Meaning::Value, &["实际值", "实绩", "完成值", "数值", "actual", "achieved"]),
];

/// Words that are the whole heading, folded.
const WHOLE: &[(Meaning, &[&str])] = &[
    (Meaning::Id, &["id", "代码", "编码", "code", "inputid", "key"]),
    (Meaning::Number, &["no", "number", "nr"]),
    (
        Meaning::Name,
        &[
            "指标",
            "名称",
            "项目",
            "绩效指标",
            "indicator",
            "indicators",
            "name",
            "measure",
            "metric",
            "kpi",
            "input",
            "quantity",
            "item",
        ],
    ),
    (Meaning::Unit, &["单位", "unit", "units", "uom"]),
    (Meaning::Year, &["年", "年份", "年度", "year", "fiscalyear", "fy", "period"]),
    (Meaning::Value, &["值", "数据", "结果", "value", "values", "result", "figure", "amount"]),
    (Meaning::Origins, &["origin", "origins", "source", "sources"]),
    (Meaning::Rank, &["名"]),
    (Meaning::Computed, &["computed"]),
    (Meaning::Gap, &["备注原因", "reason"]),
];

/// Words of a column that holds less than a year, or something else than the figure itself: never taken without being asked for.
const OTHER: &[&str] = &[
    "上半年",
    "下半年",
    "半年",
    "季度",
    "一季",
    "二季",
    "三季",
    "四季",
    "季",
    "中期",
    "上旬",
    "中旬",
    "下旬",
    "完成率",
    "达成率",
    "达标率",
    "实现率",
    "执行率",
    "增长率",
    "增长",
    "增幅",
    "增速",
    "增减",
    "同比",
    "环比",
    "占比",
    "比重",
    "比例",
    "变动",
    "变化",
    "差异",
    "差额",
    "差值",
    "差距",
    "偏差",
    "缺口",
    "计划完成",
    "计划执行",
    "目标完成",
    "目标达成",
    "目标实现",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "上年",
    "去年",
    "上期",
    "同期",
    "年初",
    "期初",
    "预算",
    "概算",
    "快报",
    "备注",
    "说明",
    "责任",
    "部门",
    "频次",
    "口径",
];

/// The same in English, as words of their own.
const OTHER_WORDS: &[&str] = &[
    "q1",
    "q2",
    "q3",
    "q4",
    "1q",
    "2q",
    "3q",
    "4q",
    "h1",
    "h2",
    "1h",
    "2h",
    "quarter",
    "half",
    "ytd",
    "mtd",
    "month",
    "monthly",
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "growth",
    "change",
    "yoy",
    "variance",
    "deviation",
    "gap",
    "vs",
    "versus",
    "against",
    "completion",
    "share",
    "ratio",
    "rate",
    "delta",
    "difference",
    "previous",
    "prior",
    "opening",
    "budget",
    "budgeted",
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
    "comments",
    "department",
    "owner",
];

/// Signs of a change and not of the figure itself: `±%`, `+/-`, `↑`.
fn is_change(text: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|mark| !mark.is_whitespace())
        .map(|mark| if matches!(mark, '−' | '–' | '—') { '-' } else { mark })
        .collect();
    plain.contains(['±', '↑', '↓', '△', '▲', '▼', '∆']) || plain.contains("+/-") || plain.contains("+-")
}

/// Words that may stand beside a year without changing what is meant, by how surely they say that the year's own figure is meant.
const SURELY: &[&str] = &[
    "实际完成值",
    "实际完成",
    "实际值",
    "实际数",
    "实际",
    "实绩",
    "完成情况",
    "完成值",
    "完成数",
    "完成",
    "实现值",
    "实现数",
    "达成值",
    "决算数",
    "决算",
    "审定数",
    "审定",
    "经审计",
    "已审计",
    "actuals",
    "actual",
    "achieved",
    "audited",
];
const WHOLLY: &[&str] = &[
    "全年合计",
    "全年累计",
    "全年",
    "年度合计",
    "合计",
    "总计",
    "会计年度",
    "财政年度",
    "本公司",
    "本单位",
    "本企业",
    "本组织",
    "本院",
    "本校",
    "我公司",
    "我单位",
    "我院",
    "我校",
    "fullyear",
    "annual",
    "total",
    "yearend",
];
const BARELY: &[&str] = &[
    "本期金额",
    "本年金额",
    "期末金额",
    "年末",
    "年底",
    "年终",
    "期末",
    "12月31日",
    "1231",
    "截至",
    "截止",
    "财年",
    "年度",
    "本年",
    "当年",
    "本期",
    "报告期",
    "数值",
    "数据",
    "余额",
    "年",
    "度",
    "数",
    "值",
    "末",
    "底",
    "止",
    "fiscalyear",
    "fiscal",
    "financialyear",
    "year",
    "fy",
    "cy",
    "asof",
    "asat",
    "endof",
    "attheendof",
    "ended",
    "31december",
    "december31",
    "31dec",
    "dec31",
    "results",
    "result",
    "values",
    "value",
    "figures",
    "figure",
    "amount",
    "a",
];

/// What a text over a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The figure of the year; the larger, the more surely.
    Figure(u8),
    Means(Meaning),
    /// Less than a year, or no figure of the kind that is taken over.
    Other,
    /// Nothing but years and units, or nothing.
    Nothing,
    Unknown,
}

struct Level {
    said: Said,
    years: Vec<i32>,
}

/// The most characters of a heading; more is a text.
const LONGEST: usize = 60;

fn level(text: &str) -> Level {
    if text.chars().nth(LONGEST).is_some() {
        return Level {
            said: Said::Unknown,
            years: Vec::new(),
        };
    }
    // The number of a note: `2014年¹`.
    let (inside, outside) = bracketed(text.trim_end_matches(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']));
    // What a bracket says counts as well, but where it is the unit.
    let rest = inside.iter().filter(|inside| of_name(&["年(", inside, ")"].concat()).is_empty());
    let whole = rest.fold(outside, |text, inside| text + " " + inside);
    let dated = dated(&with_whole_years(&whole));
    let without = tail(dated.rest.trim()).map_or(dated.rest.as_str(), |(before, _)| before);
    let said = if dated.part { Said::Other } else { said(without, !dated.years.is_empty()) };
    Level { said, years: dated.years }
}

/// What the words beside the years say.
fn said(text: &str, dated: bool) -> Said {
    let lower = text.to_lowercase();
    let folded = fold(text);
    // Nothing but the year, or with the unit right behind it.
    let all = text.chars().filter(|mark| !mark.is_whitespace() && !matches!(mark, '#' | '年' | '度')).count();
    if folded.is_empty() || beside_year(text).is_some_and(|unit| unit.chars().filter(|mark| !mark.is_whitespace()).count() == all) {
        return if is_change(text) { Said::Other } else { Said::Nothing };
    }
    let words = || lower.split(|mark: char| !mark.is_ascii_alphanumeric());
    let month = || {
        let marks: Vec<char> = lower.chars().collect();
        marks.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == '月')
    };
    // `2014E`, `2014F`: an estimate.
    let estimate = dated && matches!(folded.as_str(), "e" | "f" | "p" | "b");
    let contained = CONTAINED.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    let named = contained.is_some_and(|(meaning, _)| {
        !matches!(
            meaning,
            Meaning::Value | Meaning::Target | Meaning::Benchmark | Meaning::Projected | Meaning::Rank
        )
    });
    let year_end = ["12月31日", "december31", "31december", "dec31", "31dec"]
        .iter()
        .any(|end| folded.contains(end));
    // `完成%`, `% of target`: a share of what was planned.
    let of_plan = || {
        let narrow: String = narrow(&lower).filter(|mark| !mark.is_whitespace()).collect();
        [
            "完成%",
            "达成%",
            "实现%",
            "执行%",
            "%of",
            "percentof",
            "achieved%",
            "achievement%",
            "completion%",
        ]
        .iter()
        .any(|part| narrow.contains(part))
    };
    let other = || OTHER.iter().any(|word| folded.contains(word)) || of_plan() || (!year_end && (words().any(|word| OTHER_WORDS.contains(&word)) || month()));
    if !named && (estimate || other()) {
        return Said::Other;
    }
    let figure = figure(&folded);
    if figure.is_some() && is_change(text) {
        return Said::Other;
    }
    match contained {
        Some((Meaning::Value, _)) | None => {}
        Some((meaning, _)) => return Said::Means(*meaning),
    }
    if words().any(|word| matches!(word, "plan" | "planned")) {
        return Said::Means(Meaning::Target);
    }
    let bare = folded.trim_end_matches(['年', '度']);
    // `财务指标`, `key indicators`
    let of_names = ["指标", "科目", "indicator", "indicators"].iter().any(|word| folded.ends_with(word));
    if of_names && contained.is_none() && !dated {
        return Said::Means(Meaning::Name);
    }
    let whole = WHOLE
        .iter()
        .find(|(_, words)| words.iter().any(|word| folded == *word || (dated && bare == *word)));
    match (whole, figure) {
        (None, _) if !dated && contained.is_none() && says_years(text) => Said::Means(Meaning::Year),
        (Some((Meaning::Value, _)), _) => Said::Figure(0),
        (Some((Meaning::Year, _)), _) if dated => Said::Nothing,
        (Some((meaning, _)), _) => Said::Means(*meaning),
        (None, Some(0)) if dated => Said::Nothing,
        (None, Some(surely)) => Said::Figure(surely),
        (None, None) if contained.is_some() && !dated => Said::Figure(2),
        (None, None) => Said::Unknown,
    }
}

/// Words for a year from its first day to its last, folded.
const WHOLE_YEAR: &[&str] = &[
    "全年",
    "整年",
    "年度合计",
    "年度累计",
    "会计年度",
    "财政年度",
    "fullyear",
    "wholeyear",
    "annual",
];

/// Whether a heading says that the whole year is meant, whatever a title says of a part of it.
pub(super) fn says_whole_year(text: &str) -> bool {
    let folded = fold(text);
    WHOLE_YEAR.iter().any(|word| folded.contains(word))
}

/// How surely words mean the year's own figure; none where others stand among them.
fn figure(folded: &str) -> Option<u8> {
    let mut rest = folded.to_owned();
    let mut surely = 0;
    for (strength, words) in [(2, SURELY), (1, WHOLLY), (0, BARELY)] {
        for word in words {
            // One letter is no word within others.
            if rest.contains(word) && (word.len() > 1 || rest == *word) {
                rest = rest.replace(word, "");
                surely = surely.max(strength);
            }
        }
    }
    rest.is_empty().then_some(surely)
}

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

/// Words in brackets beside a name for another period, another body or another kind of figure than the indicator's own.
const QUALIFIED: &[&str] = &[
    "月均",
    "日均",
    "周均",
    "季均",
    "年均",
    "人均",
    "户均",
    "两年",
    "三年",
    "五年",
    "近3年",
    "近5年",
    "本月",
    "当月",
    "单月",
    "每月",
    "本季",
    "本周",
    "最高",
    "最低",
    "最大",
    "最小",
    "权重",
    "样本量",
    "样本数",
    "分子",
    "分母",
    "估计",
    "预估",
    "暂估",
    "基准值",
    "考核值",
    "挑战值",
    "行业均",
    "行业值",
    "行业水平",
    "同行",
    "同业",
    "全国",
    "第一名",
    "其中",
    "出口",
    "境外",
    "母公司",
    "子公司",
    "分公司",
    "单体",
    "调整前",
    "审计前",
    "未审",
    "cagr",
    "sample",
    "weight",
    "sector",
    "industry",
    "monthly",
];

/// Whether what stands in brackets beside a name says that another figure than the indicator's own is meant: `同比增长%`, `目标`, `行业平均`, `月均`.
pub(super) fn is_something_else(text: &str) -> bool {
    const BESIDE: &[&str] = &[
        "口径",
        "部门",
        "说明",
        "备注",
        "责任",
        "频次",
        "note",
        "remark",
        "comment",
        "department",
        "owner",
    ];
    let folded = fold(text);
    if BESIDE.iter().any(|word| folded.contains(word)) {
        return false;
    }
    let qualified = || folded == "行业" || QUALIFIED.iter().any(|word| folded.contains(word));
    let other = matches!(
        level(text).said,
        Said::Other | Said::Means(Meaning::Target | Meaning::Benchmark | Meaning::Projected | Meaning::Rank)
    );
    other || qualified()
}

/// Whether a text can stand over a column of figures: a year, a meaning, a unit.
pub(super) fn is_heading(text: &str) -> bool {
    let level = level(text);
    !matches!(level.said, Said::Unknown | Said::Nothing) || !level.years.is_empty() || Measure::read(&narrow(text).collect::<String>()).is_some()
}
