//! `docs/writing.md`, the rules of writing: those a machine can check are checked over every text a reader meets. Each rule
//! has texts that break it, which must be found, and texts like them that keep it.

mod marks;
mod spelling;

use crate::spoken::{PLACES, Spoken, spoken};
use std::collections::BTreeSet;

const ALL: &[&str] = &PLACES;
const SCREENS: &[&str] = &["screens"];
const OURS: &[&str] = &["screens", "packs"];

struct Rule {
    /// As docs/writing.md calls it.
    name: &'static str,
    tags: &'static [&'static str],
    places: &'static [&'static str],
    is_broken: fn(&str) -> bool,
    breaks: &'static [&'static str],
    keeps: &'static [&'static str],
}

const ZH: &[&str] = &["zh"];
const EN: &[&str] = &["en"];

const fn rule(name: &'static str, tags: &'static [&'static str], places: &'static [&'static str], is_broken: fn(&str) -> bool) -> Rule {
    Rule {
        name,
        tags,
        places,
        is_broken,
        breaks: &[],
        keeps: &[],
    }
}

impl Rule {
    const fn shown(mut self, breaks: &'static [&'static str], keeps: &'static [&'static str]) -> Rule {
        self.breaks = breaks;
        self.keeps = keeps;
        self
    }
    /// Only what a page or a command says of a file has to say what next.
    fn counts_for(&self, text: &Spoken, tag: &str) -> bool {
        self.tags.contains(&tag) && self.places.contains(&text.place) && (self.name != "error" || text.at.contains("/error."))
    }
}

const RULES: &[Rule] = &[
    rule("zh-range", ZH, ALL, marks::chinese_range).shown(
        &["取 50–65 档", "{} – {}", "取 30—45 档", "建议 {}—{} 档", "写作 40~60", "{}–{}%"],
        &[
            "取 50～65 档",
            "2013—2015 年",
            "2016 年 1—11 月",
            "{}—{} 年：{}",
            "Theil–Sen 斜率",
            "（半角 ~ 也可识别）",
        ],
    ),
    rule("zh-percent", ZH, ALL, marks::single_percent).shown(&["建议 30～45%"], &["建议 30%～45%", "取 30～45 档", "{}%～{}%"]),
    rule("zh-blank", ZH, ALL, marks::no_blank).shown(
        &[
            "近3 年",
            "近 3年",
            "Word文档",
            "占 20%以上",
            "2016年度",
            "2016年11月",
            "自2016年11月20日起近3 年",
        ],
        &[
            "近 3 年",
            "Word 文档",
            "〔2017〕213号",
            "E-03 企业文化手册",
            "自2016年11月20日起",
            "2015年1月2日",
        ],
    ),
    rule("zh-mark", ZH, ALL, marks::half_width).shown(
        &["名称,类别", "名称(简称)", "先保存， 再打开"],
        &["名称，类别", "（简称）", "ICC(2,1)", "12:30"],
    ),
    rule("zh-quotes", ZH, OURS, marks::chinese_quotes).shown(&["显示\"已保存\"", "「保存」"], &["显示“已保存”"]),
    rule("zh-ellipsis", ZH, OURS, marks::chinese_ellipsis).shown(&["正在保存…", "正在保存..."], &["正在保存……"]),
    rule("sentence-end", &["zh", "en"], SCREENS, marks::open_end).shown(
        &["已打开。得分按现行准则计算", "It was opened. Points follow the present criteria"],
        &["已打开。得分按现行准则计算。", "得分", "文件未读取。{}", "Opened. Points follow."],
    ),
    rule("en-range", EN, ALL, marks::hyphen_range).shown(&["from 1999-2006"], &["from 1999–2006", "2016-12-02", "GB/T 19580-2012"]),
    rule("unit", &["zh", "en"], ALL, marks::unit).shown(&["100 %", "不超过 25MB", "25MB"], &["100%", "不超过 25 MB", "5 kg", "E-03"]),
    rule("en-quotes", EN, OURS, marks::english_quotes).shown(&["the \"pack\"", "the kit’s"], &["the “pack”", "the kit's"]),
    rule("en-ellipsis", EN, OURS, marks::english_ellipsis).shown(&["Saving …", "Saving..."], &["Saving…", "… and {} more", "{} … {}"]),
    rule("en-mark", EN, OURS, marks::blank_before_mark).shown(&["so , then", "Saved ."], &["so, then", "a .docx file", "(.csv)"]),
    rule("sentence-case", EN, SCREENS, spelling::title_case).shown(
        &["Improvement Plan", "Export the Draft"],
        &["Improvement plan", "Export (Word)", "Open it in Word", "Level. Trend", "the SD", "{}: Points"],
    ),
    rule("british", EN, ALL, spelling::american).shown(
        &["Organize it", "the color", "Standardization"],
        &["Organise it", "the colour", "the size of a prize"],
    ),
    rule("error", &["zh", "en"], SCREENS, spelling::half_an_error).shown(
        &[
            "文件是空的，未读取。",
            "文件是空的，未读取；现有内容未作改动。",
            "文件是空的，未读取；请核对。",
            "It is empty and was not read; check it.",
            "It was not read; the present work is unchanged.",
        ],
        &[
            "文件是空的，未读取；请核对。现有内容未作改动。",
            "It was not read; check it. The present work is unchanged.",
            "尚未填写。",
        ],
    ),
];

#[test]
fn every_text_keeps_to_the_rules_of_writing() {
    let mut offences = Vec::new();
    for tag in ["zh", "en"] {
        for text in spoken(tag) {
            let counts = |rule: &&Rule| rule.counts_for(&text, tag);
            let broken: Vec<&str> = RULES
                .iter()
                .filter(counts)
                .filter(|rule| (rule.is_broken)(&text.text))
                .map(|rule| rule.name)
                .collect();
            if !broken.is_empty() {
                offences.push(format!("{}: {broken:?} in {:?}", text.at, text.text));
            }
        }
    }
    assert!(offences.is_empty(), "docs/writing.md:\n{}", offences.join("\n"));
}

#[test]
fn a_text_that_breaks_a_rule_is_found_and_one_like_it_that_keeps_it_is_not() {
    for rule in RULES {
        assert!(!rule.breaks.is_empty() && !rule.keeps.is_empty(), "{}", rule.name);
        for text in rule.breaks {
            assert!((rule.is_broken)(text), "{}: {text}", rule.name);
        }
        for text in rule.keeps {
            assert!(!(rule.is_broken)(text), "{}: {text}", rule.name);
        }
    }
}

#[test]
fn the_text_of_the_rules_and_the_checks_name_the_same() {
    let told = include_str!("../../docs/writing.md").replace("（`", "(`").replace("`）", "`)");
    let named: BTreeSet<&str> = told
        .split("(`")
        .skip(1)
        .filter_map(|rest| rest.split_once("`)"))
        .map(|(name, _)| name)
        .collect();
    let checked: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(named, checked);
}
