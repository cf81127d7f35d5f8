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
    "历年",
    "至今",
    "以来",
    "月平均",
    "日平均",
    "周平均",
    "季平均",
    "年平均",
    "增量",
    "增加",
    "新增",
    "提升",
    "改善",
    "内控",
    "修订前",
    "修正前",
    "更正前",
    "重述前",
    "cagr",
    "sample",
    "weight",
    "sector",
    "industry",
    "monthly",
];

/// The same, where nothing else stands there: an average over nothing that is told, another profit, what is asked for.
const WHOLLY: &[&str] = &[
    "行业",
    "平均",
    "均值",
    "平均值",
    "平均数",
    "标准",
    "国家标准",
    "行业标准",
    "企业标准",
    "国标",
    "行标",
    "要求",
    "规定",
    "税后",
    "净利",
    "净利润",
    "归母净利润",
    "毛利",
    "毛利润",
    "标准值",
    "达标值",
    "要求值",
    "限值",
    "限额",
    "基数",
    "抽样数",
    "抽检数",
    "检验数",
    "合格数",
    "不合格率",
    "不合格品率",
    "不良率",
    "废品率",
    "average",
    "avg",
    "mean",
    "standard",
    "limit",
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
    // `净利润/净资产` says how it is computed.
    let whole = || WHOLLY.contains(&folded.as_str());
    let qualified = || whole() || QUALIFIED.iter().any(|word| folded.contains(word));
    let other = matches!(
        level(text).said,
        Said::Other | Said::Means(Meaning::Target | Meaning::Benchmark | Meaning::Projected | Meaning::Rank)
    );
    other || qualified()
}
