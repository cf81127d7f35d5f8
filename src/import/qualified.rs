//! What stands in brackets beside a name and says that another figure than the indicator's own is meant.

use super::column::Meaning;
use super::fold::fold;
use super::said::{Said, level};

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
