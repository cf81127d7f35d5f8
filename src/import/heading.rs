//! What a heading says its column means: words as they stand over columns in Chinese and English workbooks.

use super::column::{Column, Meaning};
use super::fold::{fold, years};

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
        Meaning::Whose,
        &["对标类型", "标杆类型", "对标类别", "对比类别", "benchmarkof", "benchmarktype", "whosebenchmark"],
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
    (Meaning::Target, &["目标", "计划值", "指标值要求", "target", "goal"]),
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

/// The meaning of a heading. A year alone, or with words that are not known, is that year's value.
pub(super) fn heading(text: &str) -> Column {
    let folded = fold(text);
    let years = years(text);
    let year = if years.len() == 1 { years.first().copied() } else { None };
    let without_year = year.map_or(folded.clone(), |year| folded.replace(&year.to_string(), ""));
    let bare = without_year.trim_end_matches(['年', '度']);
    let found = CONTAINED
        .iter()
        .find(|(_, words)| words.iter().any(|word| without_year.contains(word)))
        .or_else(|| {
            WHOLE
                .iter()
                .find(|(_, words)| words.iter().any(|word| without_year == *word || (year.is_some() && bare == *word)))
        })
        .map(|(meaning, _)| *meaning);
    match (found, year) {
        // `2014年`, `FY 2014`, `2014-12-31`, `本年 2014`
        (None | Some(Meaning::Year | Meaning::Value), Some(year)) => Column::of(Meaning::Value, year),
        (Some(meaning), Some(year)) if meaning.has_year() => Column::of(meaning, year),
        (Some(meaning), _) => Column::plain(meaning),
        (None, None) => Column::SKIP,
    }
}
