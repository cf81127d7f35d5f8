//! Whether a sentence claims something that wants evidence: it states a figure, compares years, or tells of an award or certificate.
//!
//! | counts | does not |
//! |---|---|
//! | a number with a per cent sign, money, a physical unit, points or a count of things: `98.6%`, `1.2 亿元`, `36 项`, `5 points` | durations, dates, frequencies, people and ordinals: `每月 1 次`, `3 个月`, `7 人`, `第 4 条` |
//! | `百分之十`, `三倍`, `两成`, `翻番` | `一些`, `多数` |
//! | a year beside a word of change, and years in a row: `2014 年较上年提高`, `连续三年`, `grew in 2015` | a year alone: `2014 年修订`, `GB/T 19580-2012` |
//! | words of awards and certificates: `荣获`, `一等奖`, `证书`, `awarded`, `certified` | `奖励`, `奖金`, `award criteria` |
//!
//! A fixed list, so that the same text always gives the same answer; it looks for claims, and does not judge them.

use crate::typed::narrow;

/// Units that make a number a figure, as they stand right behind it or behind a space; those of letters end with their word.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "个百分点",
    "百分点",
    "ppm",
    "倍",
    "成",
    "万元",
    "亿元",
    "元",
    "万",
    "亿",
    "件",
    "台",
    "套",
    "吨",
    "项",
    "条",
    "家",
    "户",
    "人次",
    "篇",
    "份",
    "批",
    "分",
    "千克",
    "公里",
    "千瓦时",
    "度",
    "℃",
    "kg",
    "km",
    "mm",
    "μm",
    "t",
    "kw",
    "kwh",
    "mwh",
    "mpa",
    "per cent",
    "percent",
    "percentage point",
    "percentage points",
    "million",
    "billion",
    "yuan",
    "times",
    "fold",
    "points",
    "units",
    "tonnes",
    "projects",
    "patents",
];
/// What makes another word of the units that begin it.
const OTHER_WORDS: &[&str] = &[
    "万家",
    "分钟",
    "分公司",
    "分厂",
    "分部",
    "分支",
    "分条",
    "分项",
    "分期",
    "分类",
    "分级",
    "分店",
    "分行",
    "分组",
    "分管",
    "条款",
    "项目部",
    "件事",
    "套路",
    "台账",
    "家庭",
    "成立",
    "成员",
    "成本",
    "成果",
    "度假",
];
/// Money before its number.
const MONEY: &[&str] = &["¥", "￥", "$", "rmb", "cny", "yuan"];
const CHANGES: &[&str] = &[
    "同比",
    "环比",
    "较上",
    "较前",
    "较19",
    "较20",
    "比上",
    "比前",
    "比19",
    "比20",
    "提高",
    "提升",
    "增长",
    "增加",
    "上升",
    "升至",
    "增至",
    "达到",
    "下降",
    "降低",
    "降至",
    "降到",
    "减少",
    "缩短",
    "翻番",
    " than ",
    "compared",
    "rose",
    "risen",
    "fell ",
    "fallen",
    "increased",
    "decreased",
    "reduced",
    "grew",
    "growth",
    "improved",
    "doubled",
    "halved",
    "shortened",
];
const ACHIEVEMENTS: &[&str] = &[
    "荣获",
    "获奖",
    "获评",
    "被评为",
    "被授予",
    "授予",
    "称号",
    "特等奖",
    "一等奖",
    "二等奖",
    "三等奖",
    "金奖",
    "银奖",
    "铜奖",
    "优秀奖",
    "证书",
    "专利",
    "认证通过",
    "通过认证",
    "获得认证",
    "取得认证",
    "awarded",
    "prize",
    "medal",
    "certificate",
    "certified",
    "accredited",
    "accreditation",
    "patent",
    "award-winning",
];
/// A verb and what is attained by it, in this order with a few words between.
const ATTAINED: &[(&str, &str)] = &[
    ("获得", "奖"),
    ("获得", "认证"),
    ("获得", "资质"),
    ("取得", "认证"),
    ("取得", "资质"),
    ("通过", "认证"),
    ("通过", "认可"),
    ("获", "奖"),
    ("won", "award"),
    ("received", "award"),
];
/// The most characters between the two.
const NEAR: usize = 24;
/// Numerals of Chinese, with which these units make a figure.
const NUMERALS: &str = "零一二两三四五六七八九十百千半";
const OF_NUMERALS: &[&str] = &["倍", "成", "万元", "亿元", "个百分点", "番"];

/// Whether it claims something.
pub(super) fn is_claim(sentence: &str) -> bool {
    let text = narrow(sentence).to_lowercase();
    has_figure(&text) || compares_years(&text) || has_achievement(&text)
}

fn has_figure(text: &str) -> bool {
    let figure = |(at, number): (usize, &str)| {
        let before = text[..at].trim_end();
        let is_ordinal = before.ends_with('第') || before.ends_with("no.");
        let after = text[at + number.len()..].trim_start_matches([' ', '-', '余', '多']);
        !is_ordinal && (is_unit(after) || MONEY.iter().any(|money| before.ends_with(money)))
    };
    text.contains("百分之") || numbers(text).into_iter().any(figure) || has_numeral(text)
}

fn is_unit(after: &str) -> bool {
    if OTHER_WORDS.iter().any(|word| after.starts_with(word)) {
        return false;
    }
    UNITS.iter().any(|unit| {
        let rest = after.strip_prefix(unit);
        rest.is_some_and(|rest| !unit.ends_with(|sign: char| sign.is_ascii_alphabetic()) || !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric()))
    })
}

/// The numbers of a text with their places, each whole: `1,200.5` is one. Parts of a word, as in `E-06` and `Q3`, are none.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begins) = text[at..].find(|sign: char| sign.is_ascii_digit()).map(|more| at + more) {
        let goes_on = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
        let length = text[begins..].find(|sign| !goes_on(sign)).unwrap_or(text.len() - begins);
        let number = text[begins..begins + length].trim_end_matches([',', '.']);
        let before = text[..begins].chars().next_back();
        let bare = text[..begins].trim_end_matches(['-', '/', '_']);
        let of_word =
            before.is_some_and(|sign| sign.is_ascii_alphanumeric()) || bare.len() < begins && bare.ends_with(|sign: char| sign.is_ascii_alphanumeric());
        if !of_word || text[begins + length..].starts_with('%') {
            found.push((begins, number));
        }
        at = begins + length;
    }
    found
}

fn has_numeral(text: &str) -> bool {
    OF_NUMERALS.iter().any(|unit| {
        text.match_indices(unit).any(|(at, _)| {
            let numeral = text[..at].chars().next_back().is_some_and(|sign| NUMERALS.contains(sign));
            numeral && !OTHER_WORDS.iter().any(|word| text[at..].starts_with(word))
        })
    })
}

fn compares_years(text: &str) -> bool {
    let year = |(at, number): &(usize, &str)| {
        let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
        is_year && !text[at + number.len()..].starts_with('-')
    };
    let in_a_row = text.match_indices("连续").any(|(at, word)| {
        let mut rest = text[at + word.len()..]
            .trim_start()
            .trim_start_matches(|sign: char| sign.is_ascii_digit() || NUMERALS.contains(sign));
        rest = rest.trim_start().trim_start_matches('个').trim_start_matches("多");
        rest.starts_with('年') || rest.starts_with("季度")
    });
    let running = ["consecutive year", "years running", "years in a row", "year on year", "year-on-year"];
    in_a_row || running.iter().any(|words| text.contains(words)) || CHANGES.iter().any(|word| text.contains(word)) && numbers(text).iter().any(year)
}

fn has_achievement(text: &str) -> bool {
    let attained = |(verb, what): &(&str, &str)| {
        text.match_indices(verb).any(|(at, _)| {
            let near: String = text[at + verb.len()..]
                .chars()
                .take_while(|sign| !matches!(sign, ',' | ';'))
                .take(NEAR)
                .collect();
            near.match_indices(what)
                .any(|(at, _)| !["奖励", "奖金", "奖惩", "奖评"].iter().any(|word| near[at..].starts_with(word)))
        })
    };
    ACHIEVEMENTS.iter().any(|word| text.contains(word)) || ATTAINED.iter().any(attained)
}

#[cfg(test)]
mod tests {
    use super::is_claim;

    #[test]
    fn figures_comparisons_and_achievements_are_claims() {
        for claim in [
            "一次交验合格率达到 98.6%。",
            "合格率９８.６％。",
            "质量损失率为 1.06 %",
            "销售收入 8.6 亿元",
            "节约 1,200 万元。",
            "不良 320 ppm",
            "每年完成改进项目 128 项",
            "培训 3,200 余人次",
            "顾客满意度 92.5 分",
            "降低百分之十二",
            "产能扩大一倍，成本下降两成",
            "产值翻了一番",
            "2014 年订单较上年增加",
            "交付周期自2013年起逐年缩短",
            "连续三年保持行业前列",
            "连续 3 年获好评",
            "荣获市级质量管理小组一等奖",
            "获得全国用户满意企业奖",
            "通过了环境管理体系认证",
            "取得发明专利",
            "Delivery on time was 97.2 %.",
            "Costs fell by 5 percentage points",
            "Revenue of CNY 860 million",
            "Complaints fell from 2013 on, compared with 2012.",
            "first place for three consecutive years",
            "The plant is certified to the standard.",
            "was awarded the city's prize",
        ] {
            assert!(is_claim(claim), "{claim}");
        }
    }

    #[test]
    fn durations_dates_frequencies_and_names_are_none() {
        for other in [
            "",
            "总经理每年 11 月主持研讨会。",
            "每月 1 次，由 7 人参加，历时 3 个月。",
            "按 GB/T 19580-2012 第 4 条款执行",
            "2014 年修订了制度。",
            "第 36 项工作",
            "会议每次 30 分钟，3 分公司参加",
            "见 E-06、Q3 报告",
            "自2013起实施",
            "设立奖励和奖金制度，获得授权",
            "制度由 5 个部门执行",
            "完成整改，成立小组",
            "连续监测",
            "The 7 senior leaders meet every November.",
            "The award criteria of 2012 apply.",
            "reviewed within 3 days, No. 5 units excluded",
            "多数部门已展开。",
        ] {
            assert!(!is_claim(other), "{other}");
        }
    }
}
