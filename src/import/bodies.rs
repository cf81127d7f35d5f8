//! Parts of an organisation and its products, beside the name of an indicator or in a column of their own: `产品合格率（二厂）`, `A型`, `上海分公司`.
//! Their figures are not those of the whole, which has none of them or says `合计`, `全公司`.

use super::dated::dated;
use super::fold::{fold, narrow};
use super::heading::is_heading;
use super::stated::{alone, of_name};
use crate::indicators::Measure;

/// The most characters of a title; more is a text.
const LONGEST: usize = 60;

/// Words for the whole, folded.
const WHOLE: &[&str] = &[
    "合计",
    "总计",
    "总数",
    "总体",
    "整体",
    "综合",
    "全部",
    "全体",
    "汇总",
    "公司",
    "公司合计",
    "公司整体",
    "公司总体",
    "全公司",
    "本公司",
    "我公司",
    "全厂",
    "本厂",
    "全院",
    "本院",
    "全校",
    "本校",
    "全企业",
    "本企业",
    "全单位",
    "本单位",
    "本组织",
    "全组织",
    "total",
    "grandtotal",
    "companytotal",
    "whole",
    "wholecompany",
    "entirecompany",
    "company",
    "companywide",
    "overall",
    "all",
    "organisation",
    "organization",
];
const WHOLE_BEGINS: &[&str] = &["全部", "全体", "所有", "整个", "各", "allproducts", "allplants", "allsites"];

/// Words that name a part wherever they stand, and at the end.
const SURELY: &[&str] = &[
    "分公司",
    "子公司",
    "分厂",
    "车间",
    "事业部",
    "生产线",
    "产线",
    "厂区",
    "分院",
    "院区",
    "校区",
    "分店",
];
const ANYWHERE: &[&str] = &[
    "工厂",
    "门店",
    "基地",
    "型号",
    "系列",
    "园区",
    "工段",
    "班组",
    "项目部",
    "机组",
    "分部",
    "支行",
    "分行",
    "品牌",
    "国内",
    "国外",
    "海外",
    "境内",
];
const AT_THE_END: &[&str] = &[
    "厂", "公司", "部", "线", "区", "型", "店", "院", "校", "站", "所", "处", "科", "室", "队", "组", "段", "产品", "项目", "号", "机", "类", "款", "省", "市",
    "县", "镇", "中心", "集团",
];
/// The same in English, as words of their own.
const IN_ENGLISH: &[&str] = &[
    "plant",
    "factory",
    "branch",
    "subsidiary",
    "division",
    "workshop",
    "line",
    "model",
    "series",
    "product",
    "products",
    "site",
    "region",
    "shop",
    "store",
    "domestic",
    "overseas",
    "export",
    "exports",
];

/// Words of a note or definition in brackets, which leave the figure what it is.
const BEGIN_NOTES: &[&str] = &[
    "含", "不", "除", "按", "以", "指", "即", "包括", "扣除", "剔除", "未", "非", "每", "见", "注", "经", "incl", "excl", "without", "before", "after",
];
const NOTES: &[&str] = &[
    "口径",
    "税",
    "价",
    "审",
    "计算",
    "统计",
    "公式",
    "标准",
    "检验",
    "检测",
    "检查",
    "测评",
    "测量",
    "测试",
    "调查",
    "抽检",
    "抽样",
    "抽查",
    "评价",
    "净额",
    "净利",
    "毛利",
    "期末",
    "期初",
    "年末",
    "年底",
    "年度",
    "加权",
    "平均",
    "均值",
    "百分",
    "分制",
    "满分",
    "累计",
    "合并",
    "归属",
    "归母",
    "修订",
    "更正",
    "调整",
    "定义",
    "一次",
    "首次",
    "交验",
    "交检",
    "入库",
    "来源",
    "部门",
    "说明",
    "备注",
    "填列",
    "列示",
    "亏损",
    "第三方",
];
const NOTES_END: &[&str] = &[
    "法",
    "净",
    "比率",
    "百分率",
    "指数",
    "指数值",
    "数值",
    "总额",
    "净额",
    "金额",
    "总值",
    "绝对值",
    "绝对数",
];
const NOTES_IN_ENGLISH: &[&str] = &[
    "incl",
    "including",
    "includes",
    "excl",
    "excluding",
    "excludes",
    "without",
    "with",
    "net",
    "gross",
    "before",
    "after",
    "tax",
    "audited",
    "consolidated",
    "adjusted",
    "restated",
    "average",
    "weighted",
    "per",
    "basis",
    "as",
    "see",
    "note",
    "survey",
    "definition",
    "by",
    "of",
    "in",
    "cumulative",
    "final",
];
/// Short names of indicators as they stand in brackets behind the long one.
const SHORT_NAMES: &[&str] = &[
    "csi", "csat", "esi", "nps", "enps", "roe", "roa", "roi", "ros", "roce", "eva", "ebit", "ebitda", "fpy", "fty", "rty", "ppm", "dpmo", "oee", "otd", "coq",
    "copq", "trir", "ltir", "ltifr", "mtbf", "mttr", "kpi", "rd", "tfp", "cpk", "ppk",
];

/// Whether a text means the whole organisation, or all its products.
pub(super) fn is_whole(text: &str) -> bool {
    let folded = fold(text);
    WHOLE.contains(&folded.as_str()) || WHOLE_BEGINS.iter().any(|word| folded.starts_with(word))
}

/// Whether a text can only name a part: `上海分公司`, `一车间`, `二厂`.
pub(super) fn is_surely_part(text: &str) -> bool {
    let folded = fold(text);
    let numbered = |marks: &str| marks.ends_with(|mark: char| mark.is_ascii_digit() || "一二三四五六七八九十".contains(mark));
    let plant = || folded.strip_suffix('厂').or_else(|| folded.strip_suffix("号线")).is_some_and(numbered);
    !is_whole(text) && !begins_note(&folded) && (SURELY.iter().any(|word| folded.contains(word)) || plant())
}

/// Whether a title names a part whose figures stand below it: `顺义分公司2014年指标`, `填报单位：一车间`. One over all parts or their sum is none, nor one of
/// who made the table.
pub(super) fn is_title_of_part(title: &str) -> bool {
    const OVER_ALL: &[&str] = &["汇总", "合并", "合计", "总计", "各", "含", "及", "所属", "下属", "全公司", "全厂", "集团"];
    const MADE_BY: &[&str] = &["部门", "制表", "编制", "审核", "填表", "责任"];
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    title.chars().nth(LONGEST).is_none() && !has(OVER_ALL) && !has(MADE_BY) && is_surely_part(title)
}

/// Whether a text names a part by one of the usual words, or by a letter.
pub(super) fn is_part(text: &str) -> bool {
    let folded = fold(text);
    let has_word = || words(text).iter().any(|word| IN_ENGLISH.contains(&word.as_str()));
    let is_letter = folded.len() == 1 && folded.bytes().all(|byte| byte.is_ascii_alphabetic());
    let named = ANYWHERE.iter().any(|word| folded.contains(word)) || AT_THE_END.iter().any(|word| folded.ends_with(word));
    is_surely_part(text) || (!is_whole(text) && !begins_note(&folded) && (named || has_word() || is_letter))
}

/// Whether what stands in brackets beside an indicator's name may be a part. Units, years, notes and definitions are none; what is not known may be.
pub(super) fn may_be_part(inside: &str) -> bool {
    let folded = fold(inside);
    let is_number = || folded.chars().all(|mark| mark.is_numeric() || "一二三四五六七八九十".contains(mark));
    // `人·年` within the brackets of a unit, `元/`.
    let is_in_unit = |part: &str| !part.trim().is_empty() && Measure::read(part.trim()).is_some();
    let is_unit = || narrow(inside).collect::<String>().split(['/', '·', '*']).any(is_in_unit) || !of_name(&["年(", inside, ")"].concat()).is_empty();
    if folded.is_empty() || is_whole(inside) || is_unit() {
        return false;
    }
    is_part(inside) || !(is_number() || !dated(inside).years.is_empty() || is_note(inside) || is_heading(inside))
}

fn begins_note(folded: &str) -> bool {
    BEGIN_NOTES.iter().any(|word| folded.starts_with(word))
}

fn is_note(text: &str) -> bool {
    let folded = fold(text);
    let in_english = || words(text).iter().any(|word| NOTES_IN_ENGLISH.contains(&word.as_str()));
    let is_standard = || ["gb", "iso", "iec"].iter().any(|begin| folded.starts_with(begin)) && folded.contains(|mark: char| mark.is_ascii_digit());
    begins_note(&folded)
        || SHORT_NAMES.contains(&folded.as_str())
        || NOTES.iter().any(|word| folded.contains(word))
        || NOTES_END.iter().any(|word| folded.ends_with(word))
        || in_english()
        || is_standard()
}

fn words(text: &str) -> Vec<String> {
    let narrow: String = narrow(text).collect();
    let words = narrow.split(|mark: char| !mark.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Headings of columns in which parts stand, at their ends, and words in front of them that make them another thing.
const HEADINGS: &[&str] = &[
    "单位",
    "单位名称",
    "厂区",
    "工厂",
    "分厂",
    "厂",
    "厂别",
    "车间",
    "产品",
    "产品名称",
    "产品类别",
    "产品类型",
    "产品系列",
    "产品线",
    "产品大类",
    "业务线",
    "条线",
    "客户群",
    "顾客群",
    "渠道",
    "型号",
    "品种",
    "规格",
    "机型",
    "机种",
    "品牌",
    "系列",
    "公司",
    "公司名称",
    "事业部",
    "业务单元",
    "业务板块",
    "区域",
    "地区",
    "片区",
    "大区",
    "门店",
    "院区",
    "校区",
    "基地",
    "生产线",
    "产线",
    "班组",
    "项目部",
    "分支机构",
    "plant",
    "plants",
    "site",
    "factory",
    "product",
    "products",
    "productline",
    "model",
    "branch",
    "subsidiary",
    "division",
    "businessunit",
    "region",
    "workshop",
    "store",
    "entity",
    "company",
];
const NOT_OF_PARTS: &[&str] = &[
    "责任",
    "主管",
    "归口",
    "负责",
    "牵头",
    "填报",
    "提供",
    "报送",
    "考核",
    "对标",
    "对比",
    "标杆",
    "计量",
    "编制",
    "审核",
    "统计",
    "检测",
    "认证",
    "调查",
    "评价",
    "responsible",
    "source",
    "benchmark",
];

/// Whether parts stand below a heading, where they differ.
pub(super) fn is_of_parts(heading: &str) -> bool {
    let folded = fold(heading);
    HEADINGS.iter().any(|word| folded.ends_with(word)) && !NOT_OF_PARTS.iter().any(|word| folded.contains(word))
}

/// Whether the cells below a word that may mean units or bodies, `单位`, are bodies: none is a unit, and one is surely a part or the whole.
pub(super) fn are_bodies(texts: &[&str]) -> bool {
    let is_unit = |text: &&str| alone(text).is_some_and(|alone| Measure::read(&alone).is_some());
    let is_known = |text: &&str| is_surely_part(text) || is_whole(text);
    !texts.iter().any(is_unit) && texts.iter().any(is_known)
}
