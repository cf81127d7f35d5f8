//! Texts over a group of columns that are no more than a name for it, so that the figures below are what they would be without it: `经营结果`,
//! `近三年数据`, `顾客类`. What is not known may be a body, a standard, a scale of an appraisal, and has to be asked for.

use super::bodies::is_whole;
use super::dated::dated;
use super::fold::fold;
use super::stated::{bracketed, of_caption};

/// What a group is called at its end.
const ENDS: &[&str] = &[
    "指标",
    "数据",
    "情况",
    "结果",
    "绩效",
    "业绩",
    "成绩",
    "成果",
    "数值",
    "统计",
    "年份",
    "年度",
    "历年",
    "趋势",
    "信息",
    "项目",
    "内容",
    "performance",
    "results",
    "result",
    "figures",
    "data",
    "indicators",
    "years",
    "history",
    "trend",
    "trends",
    "values",
    "metrics",
    "kpis",
    "statistics",
];

/// The kinds of results that criteria and reports part, with or without `类`, `方面`.
const KINDS: &[&str] = &[
    "财务",
    "经济",
    "经营",
    "效益",
    "经济效益",
    "财务效益",
    "顾客",
    "客户",
    "用户",
    "市场",
    "顾客与市场",
    "质量",
    "产品",
    "服务",
    "产品和服务",
    "产品与服务",
    "员工",
    "人力资源",
    "资源",
    "过程",
    "流程",
    "过程有效性",
    "安全",
    "环境",
    "环保",
    "能源",
    "创新",
    "研发",
    "技术",
    "供方",
    "供应商",
    "社会",
    "社会责任",
    "领导",
    "治理",
    "管理",
    "战略",
    "品牌",
    "生产",
    "运营",
    "综合",
    "主要",
    "关键",
    "重点",
    "核心",
    "其他",
    "financial",
    "customer",
    "customers",
    "market",
    "quality",
    "product",
    "products",
    "service",
    "services",
    "productsandservices",
    "staff",
    "employees",
    "people",
    "workforce",
    "process",
    "processes",
    "safety",
    "environment",
    "innovation",
    "suppliers",
    "society",
    "leadership",
    "operations",
];

/// Whether a text over a group of columns changes nothing about their figures.
pub(super) fn is_plain_group(text: &str) -> bool {
    let (inside, outside) = bracketed(text);
    let is_unit = |inside: &String| !of_caption(&["(", inside, ")"].concat()).is_empty() || !dated(inside).years.is_empty();
    if is_whole(text) {
        return true;
    }
    if !inside.iter().all(is_unit) {
        return false;
    }
    let folded = fold(&outside);
    let bare = folded.trim_start_matches(|mark: char| mark.is_ascii_digit() || "一二三四五六七八九十近前过去最历连续年来的".contains(mark));
    let kind = ["类", "方面", "层面", "维度", "部分", "板块"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    bare.is_empty() || ENDS.iter().any(|end| bare.ends_with(end)) || KINDS.contains(&kind)
}
