//! Variants of what offices write that the other lists do not hold: units nobody lists, rows of years that are no headings, names that say more,
//! characters that stand apart. What arrives is right, asked for, or refused with cell and reason.

use crate::import_doubts::{check, outcome};
use crate::import_files::zipped;
use crate::import_samples::plan_in_own_units as plan;
use crate::made_workbooks::{Made, made, rows};
use crate::samples::BEIJING;
use award_kit::import::{Mapping, read_book};
use award_kit::manuscript::{figures, read_manuscript};

fn told(bytes: &[u8]) -> Vec<String> {
    outcome(&read_book(bytes).expect("a book"))
}

/// Each of these with what becomes of it, and all that are wrong at once.
fn check_files(list: &[(&str, Vec<u8>, &[&str])]) {
    let wrong: Vec<String> = list
        .iter()
        .filter_map(|(name, bytes, expected)| {
            let told = told(bytes);
            (told != *expected).then(|| format!("{name}\n  is       {told:?}\n  should be {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn multipliers_in_letters_and_powers_are_asked_for_and_never_left_out() {
    for unit in [
        "×10^8",
        "10⁸元",
        "×10⁸元",
        "x10^8 yuan",
        "x1000",
        "× 1,000",
        "K",
        "M",
        "B",
        "KK",
        "MM",
        "Mio",
        "Mio.",
        "Mill",
        "mill.",
        "in mil",
        "MIL",
        "Lakh",
        "crore",
        "yi yuan",
        "BN",
        "ths",
        "thsd.",
        "tsd",
        "W",
        "w",
        "E",
        "TCNY",
        "T RMB",
        "unit: M",
        "单位：M",
        "单位：w",
        "单位：×10³元",
    ] {
        let cells = [
            (format!("指标|2014\n主营业务收入（{unit}）|4.83"), "B2"),
            (format!("指标|2014年（{unit}）|2013年\n主营业务收入|4.83|45000"), "B2"),
            (format!("指标|单位|2014\n主营业务收入|{unit}|4.83"), "C2"),
        ];
        for (text, cell) in cells {
            let taken = format!("{cell} main-revenue value:2014");
            let told = outcome(&crate::import_doubts::book_of(&text));
            assert!(!told.iter().any(|line| line.starts_with(&taken)), "{text}: {told:?}");
        }
    }
    for caption in [
        "单位：M",
        "单位：w",
        "单位: k",
        "Unit: mn",
        "unit: Mio",
        "(in mil)",
        "(in mill. RMB)",
        "单位：×10^3元",
        "单位：10³元",
        "单位：×1000元",
        "TCNY",
        "x1000",
        "Revenue x10^8 yuan",
        "单位：元/千元",
        "主要经济指标（千元/人）",
    ] {
        check(&[(&format!("{caption}\n指标|2014\n主营业务收入|483000"), &["B3 other_unit"])]);
    }
    // Who made the table is no unit, and neither is a letter of a list.
    check(&[
        ("单位：某某公司\n指标|2014\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        ("编制单位：M公司\n指标|2014\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        ("指标|2014\n(a) 主营业务收入|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014\n（b）主营业务收入（亿元）|4.83", &["B2 main-revenue value:2014 48300*"]),
    ]);
}

#[test]
fn points_out_of_another_number_and_counts_are_asked_for() {
    for points in [
        "10分制",
        "5分制",
        "十分制",
        "满分10分",
        "满分：5",
        "1-5",
        "0～10分",
        "5-point scale",
        "out of 10",
    ] {
        check(&[
            (&format!("指标|2014\n顾客满意度（{points}）|4.5"), &["B2 other_unit"]),
            (&format!("指标|2014年（{points}）\n顾客满意度|4.5"), &["B2 other_unit"]),
            (&format!("2014年调查结果（{points}）\n指标|2014\n顾客满意度|4.5"), &["B3 other_unit"]),
        ]);
    }
    check(&[
        ("指标|2014\n顾客满意度（百分制）|91", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014\n顾客满意度（满分100分）|91", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014\n顾客满意度（0-100）|91", &["B2 customer-satisfaction value:2014 91"]),
        ("采用10分制\n指标|2014\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        ("指标|2014\n存货周转率（天数）|112", &["B2 other_unit"]),
        ("指标|2014\n千人负伤率（每万人）|12", &["B2 other_unit"]),
        ("指标|2014\n千人负伤率（per 10,000）|12", &["B2 other_unit"]),
        ("指标|2014\n新产品开发周期（年）|1", &["B2 other_unit"]),
        ("指标|2014（年）\n新产品开发周期|60", &["B2 development-time value:2014 60"]),
        ("指标|2014\n主营业务收入（年）|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014\n主营业务收入（每年）|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014\n产品合格率（百分数）|98.8", &["B2 conforming-rate value:2014 98.8"]),
    ]);
}

#[test]
fn units_are_read_in_further_wordings() {
    check(&[
        ("指标|2014\n主营业务收入（10亿元）|0.483", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014\n主营业务收入（1万元）|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014\n主营业务收入（RMB mn）|483", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014\n主营业务收入（CNY 10k）|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014\n主营业务收入〖亿元〗|4.83", &["B2 main-revenue value:2014 48300*"]),
        ("单位：千元/%\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("单位：千元/人/%\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("（单位）千元\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("单位﹕千元\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("单位∶千元\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("单位→千元\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        ("Scale: thousands\n指标|2014\n主营业务收入|483000", &["B3 main-revenue value:2014 48300*"]),
        // A multiplier alone is one of money where the caption speaks of money; over people it may be meant or not.
        (
            "RMB in millions\nIndicator|2014\nTotal profit|49.3\nStaff at the end of the year|860",
            &["B3 total-profit value:2014 4930*", "B4 staff value:2014 860"],
        ),
        (
            "单位：万\n指标|2014\n主营业务收入|48300\n年末员工总数|860\n顾客满意度|91",
            &["B3 main-revenue value:2014 48300", "B5 customer-satisfaction value:2014 91", "B4 two_units"],
        ),
        ("指标|2014 年 度\n主营业务收入|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年终\n主营业务收入|48300", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年¹\n主营业务收入²|48300", &["B2 main-revenue value:2014 48300"]),
        ("2014年度\n项目|本期金额|上期金额\n利润总额|4930|4500", &["B3 total-profit value:2014 4930"]),
    ]);
}

#[test]
fn signs_of_a_change_are_no_figure_of_the_year() {
    for sign in ["±%", "(+/-)", " +/−%", "↑", "增减±", "▲▼"] {
        check(&[(
            &format!("指标|2014年{sign}|2013年\n顾客满意度|1.1|90"),
            &["C2 customer-satisfaction value:2013 90"],
        )]);
    }
}

#[test]
fn headings_of_one_s_own_body_are_its_figures() {
    check(&[
        (
            "指标|2014年||\n|集团|本公司|标杆\n顾客满意度|90|91|95\n员工满意度|70|71|75",
            &[
                "C3 customer-satisfaction value:2014 91",
                "D3 customer-satisfaction benchmark:2014 95",
                "C4 employee-satisfaction value:2014 71",
                "D4 employee-satisfaction benchmark:2014 75",
                "ask B",
            ],
        ),
        (
            "指标|本公司||A公司|\n|2013|2014|2013|2014\n顾客满意度|90|91|80|81",
            &[
                "B3 customer-satisfaction value:2013 90",
                "C3 customer-satisfaction value:2014 91",
                "ask D",
                "ask E",
            ],
        ),
    ]);
}

#[test]
fn a_row_of_years_is_no_further_table() {
    let plain = [
        "B3 total-profit value:2013 4500",
        "C3 total-profit value:2014 4930",
        "B4 customer-satisfaction value:2013 90",
        "C4 customer-satisfaction value:2014 91",
        "row 2 unknown_row",
    ];
    for (name, years) in [
        ("首次认证年份", "2012年|2013年"),
        ("完成时间", "2012年|2013年"),
        ("投产", "2008年|2008年"),
        ("Year of certification", "'12|'13"),
    ] {
        check(&[(&format!("指标|2013年|2014年\n{name}|{years}\n利润总额|4500|4930\n顾客满意度|90|91"), &plain)]);
    }
    check(&[
        // Which years count is not certain.
        (
            "指标|2013年|2014年\n利润总额|4500|4930\n投产|2012年|2013年\n顾客满意度|90|91",
            &[
                "B2 total-profit value:2013 4500",
                "C2 total-profit value:2014 4930",
                "B4 no_year",
                "C4 no_year",
                "row 3 unknown_row",
            ],
        ),
        // Headings all the same: below a title or a blank row, by a word, or the same years again; however few rows they have.
        (
            "指标|2013年|2014年\n利润总额|4500|4930\n\n顾客|2015年|2016年\n顾客满意度|90|91",
            &[
                "B2 total-profit value:2013 4500",
                "C2 total-profit value:2014 4930",
                "B5 customer-satisfaction value:2015 90",
                "C5 customer-satisfaction value:2016 91",
            ],
        ),
        (
            "指标|2013年|2014年\n利润总额|4500|4930\n顾客类指标|2015年|2016年\n顾客满意度|90|91",
            &[
                "B2 total-profit value:2013 4500",
                "C2 total-profit value:2014 4930",
                "B4 customer-satisfaction value:2015 90",
                "C4 customer-satisfaction value:2016 91",
            ],
        ),
        (
            "指标|2013年|2014年\n利润总额|4500|4930\n顾客|2013年|2014年\n顾客满意度|90|91",
            &[
                "B2 total-profit value:2013 4500",
                "C2 total-profit value:2014 4930",
                "B4 customer-satisfaction value:2013 90",
                "C4 customer-satisfaction value:2014 91",
            ],
        ),
    ]);
}

#[test]
fn tables_side_by_side_keep_their_groups_and_captions() {
    check(&[
        (
            "财务指标|||顾客指标||\n指标|2013|2014|指标|2013|2014\n利润总额|4500|4930|顾客满意度|90|91",
            &[
                "B3 total-profit value:2013 4500",
                "C3 total-profit value:2014 4930",
                "E3 customer-satisfaction value:2013 90",
                "F3 customer-satisfaction value:2014 91",
            ],
        ),
        (
            "表1（亿元）|||表2（元）||\n指标|2013|2014|指标|2013|2014\n利润总额|0.45|0.493|主营业务收入|450000000|483000000",
            &[
                "B3 total-profit value:2013 4500*",
                "C3 total-profit value:2014 4930*",
                "E3 main-revenue value:2013 45000*",
                "F3 main-revenue value:2014 48300*",
            ],
        ),
        (
            "2013年|||2014年||\n指标|目标|实际|指标|目标|实际\n顾客满意度|89|90|顾客满意度|90|91\n员工满意度|69|70|员工满意度|70|71",
            &[
                "C3 customer-satisfaction value:2013 90",
                "C4 employee-satisfaction value:2013 70",
                "E3 customer-satisfaction target 90",
                "F3 customer-satisfaction value:2014 91",
                "E4 employee-satisfaction target 70",
                "F4 employee-satisfaction value:2014 71",
            ],
        ),
    ]);
}

#[test]
fn of_the_targets_of_several_years_that_of_the_latest_counts() {
    check(&[
        (
            "2014年度\n指标|目标|实际\n顾客满意度|90|91\n2013年度\n指标|目标|实际\n顾客满意度|88|89",
            &[
                "B3 customer-satisfaction target 90",
                "C3 customer-satisfaction value:2014 91",
                "C6 customer-satisfaction value:2013 89",
            ],
        ),
        (
            "指标|年份|目标|实际\n顾客满意度|2013|88|89\n顾客满意度|2014|90|91",
            &[
                "D2 customer-satisfaction value:2013 89",
                "C3 customer-satisfaction target 90",
                "D3 customer-satisfaction value:2014 91",
            ],
        ),
        // Of one year, or of none that is told: which is meant is not known.
        (
            "指标|2014年目标|2014年计划|2014年实际\n顾客满意度|90|92|91",
            &["D2 customer-satisfaction value:2014 91", "B2 twice", "C2 twice"],
        ),
        ("指标|目标\n顾客满意度|90\n顾客满意度|92", &["B2 twice", "B3 twice"]),
    ]);
}

#[test]
fn a_turned_table_may_hold_rows_of_a_plan_or_an_average() {
    check(&[
        (
            "年份|顾客满意度|主营业务收入（亿元）\n2013|90|4.5\n2014|91|4.83\n2015（计划）|92|5",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "C2 main-revenue value:2013 45000*",
                "C3 main-revenue value:2014 48300*",
                "B4 other_year",
                "C4 other_year",
            ],
        ),
        (
            "年份|顾客满意度\n2013|90\n2014|91\n平均|90.5",
            &["B2 customer-satisfaction value:2013 90", "B3 customer-satisfaction value:2014 91"],
        ),
        (
            "年份|顾客满意度\n2013|90\n2014|91\n2015年1-6月|40",
            &["B2 customer-satisfaction value:2013 90", "B3 customer-satisfaction value:2014 91"],
        ),
    ]);
}

#[test]
fn names_that_say_another_year_period_or_body_are_asked_for() {
    for qualifier in [
        "2013年",
        "FY13",
        "月均",
        "年均",
        "三年平均",
        "近3年",
        "其中：出口",
        "母公司",
        "行业",
        "行业均值",
        "同行",
        "全国平均",
        "权重",
        "样本量",
        "分子",
        "估计",
        "考核值",
        "最高",
        "本月",
        "2012-2013",
        "平均",
        "均值",
        "月平均",
        "年平均",
        "average",
        "历年累计",
        "累计至今",
        "当年新增",
        "标准",
        "国家标准",
        "标准值",
        "达标值",
        "要求值",
        "限值",
        "内控值",
        "基数",
        "增加值",
        "提升值",
        "检验数",
        "合格数",
        "不合格率",
        "税后",
        "净利润",
        "毛利",
        "修订前",
    ] {
        check(&[(&format!("指标|2014\n主营业务收入（{qualifier}）|48300"), &["row 2 qualified_row"])]);
    }
    for harmless in [
        "2014年",
        "合并口径",
        "含税",
        "不含税",
        "万元，2010年价",
        "本公司",
        "按行业标准计算",
        "CSI",
        "审定",
        "加权平均",
        "总额",
        "累计",
        "合格数/检验数",
    ] {
        check(&[(&format!("指标|2014\n主营业务收入（{harmless}）|48300"), &["B2 main-revenue value:2014 48300"])]);
    }
    check(&[(
        "指标|年份|数值\n利润总额（2013年）|2013|4500\n利润总额（2013年）|2014|4930",
        &["C2 total-profit value:2013 4500", "row 3 qualified_row"],
    )]);
}

#[test]
fn titles_and_names_of_sheets_that_say_a_part_of_a_year_a_plan_or_others_count() {
    for title in [
        "6月",
        "2014年6月",
        "2014-06",
        "2014年6月30日",
        "截至2014年6月30日",
        "Jun",
        "Jun-14",
        "June 2014",
        "2014 YTD",
        "Six months ended 30 June 2014",
        "Nine months 2014",
        "2014年初至今",
        "2014年工作计划",
        "2014年度经营目标责任书",
        "2014年奋斗目标",
        "质量目标",
        "十三五规划指标",
        "Plan",
        "行业平均水平",
        "标杆企业数据",
        "竞争对手A公司",
        // A month in figures, with words or without, however it is written.
        "201406",
        "201406经营指标",
        "质量指标201406",
        "质量指标_201406",
        "2014-06 质量指标",
        "2014.06质量月表",
        "2014_06",
        "2014/6",
        "2014M06",
        "14.06",
        "14-06",
        "质量指标14.06",
        "1406",
        "06/2014",
        "6-2014",
        "06.2014",
        "二〇一四年六月",
        "2014年年中",
        "2014年中期",
        "2014年9个月数据",
        "2014年前十一个月",
        "Interim 2014",
        "2014年度（未经审计）",
        "草稿",
        "示例数据",
        "2014 draft",
        "2014年质量指标考核标准",
        "2014年度考核指标",
        "省内企业平均水平",
        "二〇一四年六月经营情况",
        "2014年六月",
        "六月",
        "六月经营指标",
        "十一月份",
        "某公司2014年6月主要指标（合并）",
        "某公司2014年6月",
        "June 2014 results",
        "Quality figures, Jun 2014",
        "kpi-2014-06",
        "20140630",
        "主要指标20140630",
        "主要指标（截至2014年6月30日）",
        "填报日期：2014年6月30日",
        "2014年1月—2014年6月",
    ] {
        check(&[(&format!("{title}\n指标|2014年\n主营业务收入|48300"), &["B3 part_of_year"])]);
        let mut book = crate::import_doubts::book_of("指标|2014年\n主营业务收入|48300");
        book.tables[0].name = title.to_owned();
        assert_eq!(outcome(&book), ["B2 part_of_year"], "a sheet of the name {title}");
    }
    for title in [
        "2014年",
        "2014年12月31日",
        "31 December 2014",
        "20141231",
        "2015年3月10日",
        "2014年质量目标完成情况",
        "标杆对比分析",
        "2014年指标",
        "汇总",
        "质量指标",
        "Sheet1",
        "战略规划部",
        "20141231经营指标",
        "2014年1-12月",
        "2014年1月至12月经营情况",
        "2014年1月—2014年12月",
        "2014.01-2014.12",
        "201401-201412",
        "Jan–Dec 2014",
        "January to December 2014",
        "31-Dec-2014",
        "201506填报",
        "填报日期：2015年3月",
        "表号：QR-2014-06号",
        "第14.06号",
        "版本1.06",
        "主要指标（2012—2014年）",
        "2014年度指标 7.1-06",
        "2014年中国质量奖申报指标",
        "2014年12个月数据",
        "2014年度考核指标完成情况",
    ] {
        check(&[(&format!("{title}\n指标|2014年\n主营业务收入|48300"), &["B3 main-revenue value:2014 48300"])]);
    }
    check(&[
        // A table that tells plans and benchmarks apart says itself what is what.
        (
            "质量目标\n指标|2014年|2014年目标\n顾客满意度|91|90",
            &["B3 customer-satisfaction value:2014 91", "C3 customer-satisfaction target 90"],
        ),
        (
            "2014年质量目标\n指标|目标|实际\n顾客满意度|90|91",
            &["B3 customer-satisfaction target 90", "C3 customer-satisfaction value:2014 91"],
        ),
        (
            "标杆企业\n指标|2014年|标杆\n顾客满意度|91|95",
            &["B3 customer-satisfaction value:2014 91", "C3 customer-satisfaction benchmark:2014 95"],
        ),
        ("2015年工作计划\n指标|数值\n顾客满意度|92", &["B3 no_year"]),
        // Where the heading tells no year, a month tells none either.
        ("2014_06\n指标|数值\n顾客满意度|92", &["B3 no_year"]),
        ("14.06\n指标|数值\n顾客满意度|92", &["B3 no_year"]),
        ("201406\n指标|数值\n顾客满意度|92", &["B3 no_year"]),
        // Only the years it is a part of; and what the heading says itself.
        (
            "2014.06经营情况\n指标|2012年|2013年|2014年\n顾客满意度|89|90|91",
            &[
                "B3 customer-satisfaction value:2012 89",
                "C3 customer-satisfaction value:2013 90",
                "D3 part_of_year",
            ],
        ),
        (
            "201406经营指标\n指标|2013年|2014年\n顾客满意度|90|91",
            &["B3 customer-satisfaction value:2013 90", "C3 part_of_year"],
        ),
        // Only the year of which it is a part.
        (
            "2014年6月30日\n指标|2013年|2014年\n顾客满意度|90|91",
            &["B3 customer-satisfaction value:2013 90", "C3 part_of_year"],
        ),
    ]);
}

#[test]
fn commas_that_part_thousands_and_cells_alike_are_asked_for() {
    let file = |text: &str| text.as_bytes().to_vec();
    check_files(&[
        (
            "two figures",
            file("指标,2013,2014\n主营业务收入,48,300,50,000\n顾客满意度,90,91\n"),
            &[
                "B3 customer-satisfaction value:2013 90",
                "C3 customer-satisfaction value:2014 91",
                "B2 ambiguous_comma",
                "C2 ambiguous_comma",
            ],
        ),
        ("one figure", file("指标,2014\n主营业务收入,48,300\n"), &["B2 ambiguous_comma"]),
        ("with a remark", file("指标,2014,备注\n主营业务收入,48,300,含税\n"), &["B2 ambiguous_comma"]),
        ("with decimals and a sign", file("指标,2014\n利润总额,-4,930.5\n"), &["B2 ambiguous_comma"]),
        (
            "turned",
            file("年份,主营业务收入\n2013,45,000\n2014,48,300\n"),
            &["B2 ambiguous_comma", "B3 ambiguous_comma", "row 3 unnamed_row"],
        ),
        (
            "in quotation marks",
            file("指标,2013,2014\n主营业务收入,\"48,300\",\"50,000\"\n"),
            &["B2 main-revenue value:2013 48300", "C2 main-revenue value:2014 50000"],
        ),
        (
            "a remark without a heading",
            file("指标,2013,2014\n顾客满意度,90,91,见附件\n"),
            &["B2 customer-satisfaction value:2013 90", "C2 customer-satisfaction value:2014 91"],
        ),
        (
            "three figures that are a year's own",
            file("指标,2013,2014\n利润总额,493,500\n"),
            &["B2 total-profit value:2013 493", "C2 total-profit value:2014 500"],
        ),
        (
            "figures that could be years",
            file("指标,2013,2014\n利润总额,1998,1999\n纳税总额,450,493\n"),
            &[
                "B2 total-profit value:2013 1998",
                "C2 total-profit value:2014 1999",
                "B3 taxes-paid value:2013 450",
                "C3 taxes-paid value:2014 493",
            ],
        ),
        (
            "three noughts in a column without a heading are no unit",
            file("指标;;2014\n主营业务收入;000;48300\n"),
            &["C2 main-revenue value:2014 48300"],
        ),
    ]);
}

#[test]
fn characters_that_stand_apart_are_no_part_of_a_figure() {
    let cell = |content: &str| {
        made(&Made {
            rows: format!("{}<row r=\"2\">{}</row>", rows("指标|2014"), {
                let name = r#"<c r="A2" t="inlineStr"><is><t>顾客满意度</t></is></c>"#;
                format!(r#"{name}<c r="B2" t="inlineStr"><is>{content}</is></c>"#)
            }),
            ..Made::default()
        })
    };
    let page = |cell: &str| format!("<meta charset=utf-8><table><tr><td>指标<td>2014<tr><td>顾客满意度<td>{cell}</table>").into_bytes();
    let open = |content: &str| {
        let style = |name: &str, says: &str| format!(r#"<style:style style:name="{name}" style:family="text"><style:text-properties {says}/></style:style>"#);
        let text = |text: &str| format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#);
        let row = |first: &str, second: &str| format!("<table:table-row>{}{}</table:table-row>", text(first), text(second));
        let content = format!(
            "<office:document-content><office:automatic-styles>{}{}{}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"S\">{}{}</table:table></office:spreadsheet></office:body></office:document-content>",
            style("T1", r#"style:text-position="super 58%""#),
            style("T2", r#"style:text-line-through-style="solid""#),
            style("T3", r#"fo:font-weight="bold" style:text-position="0% 100%""#),
            row("指标", "2014年"),
            row("顾客满意度", content)
        );
        zipped(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", b"")])
    };
    let xml = |data: &str| {
        let text = |text: &str| format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#);
        format!(
            r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row>{}{}</Row><Row>{}<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">{data}</ss:Data></Cell></Row></Table></Worksheet></Workbook>"#,
            text("指标"),
            text("2014年"),
            text("顾客满意度")
        )
        .into_bytes()
    };
    let run = |property: &str, text: &str| format!("<r><rPr>{property}</rPr><t>{text}</t></r>");
    let raised = run(r#"<vertAlign val="superscript"/>"#, "1");
    const RIGHT: &[&str] = &["B2 customer-satisfaction value:2014 91"];
    const ASKED: &[&str] = &["B2 not_a_number"];
    check_files(&[
        ("a raised number of a note", cell(&[run("", "91"), raised.clone()].concat()), ASKED),
        ("struck out", cell(&[run("<strike/>", "90"), run("", "91")].concat()), ASKED),
        (
            "not struck out, bold",
            cell(&[run(r#"<strike val="0"/><b/>"#, "9"), run("", "1")].concat()),
            RIGHT,
        ),
        ("a page: raised", page("91<sup>1</sup>"), ASKED),
        ("a page: struck out", page("<s>90</s>91"), ASKED),
        ("a page: taken back", page("<del>90</del> <ins>91</ins>"), ASKED),
        ("a page: not shown", page("<span style='display: none'>20140101</span>91"), RIGHT),
        ("a page: hidden", page("<span hidden>1</span>91"), RIGHT),
        (
            "a page: one within another",
            page("<span style='visibility:hidden'>1<span>2</span>3</span>91"),
            RIGHT,
        ),
        ("a page: never closed", page("91<p style='display:none'>5"), RIGHT),
        ("a page: as it is spoken", page("<ruby>91<rt>9</rt></ruby>"), RIGHT),
        ("a page: without scripts", page("<noscript>90</noscript>91<template>1</template>"), RIGHT),
        ("a page: a choice", page("<select><option>90<option selected>91</select>"), &[]),
        ("open document: raised", open(r#"91<text:span text:style-name="T1">1</text:span>"#), ASKED),
        ("open document: struck out", open(r#"<text:span text:style-name="T2">90</text:span>91"#), ASKED),
        ("open document: bold", open(r#"<text:span text:style-name="T3">9</text:span>1"#), RIGHT),
        ("2003: raised", xml("91<Sup>1</Sup>"), ASKED),
        ("2003: struck out", xml("<S>90</S>91"), ASKED),
        ("2003: bold", xml("<B>9</B>1"), RIGHT),
    ]);
}

#[test]
fn a_raised_number_in_a_report_of_word_is_no_part_of_a_figure() {
    let told = |runs: &str| {
        let cell = |runs: &str| format!("<w:tc><w:p>{runs}</w:p></w:tc>");
        let text = |text: &str| cell(&format!("<w:r><w:t>{text}</w:t></w:r>"));
        let body = format!(
            r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>7.1 产品和服务结果</w:t></w:r></w:p><w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl></w:body></w:document>"#,
            text("指标"),
            text("2014年"),
            text("顾客满意度"),
            cell(runs)
        );
        let manuscript = read_manuscript(&zipped(&[("word/document.xml", body.as_bytes())])).expect("a manuscript");
        let (_, _, plan) = figures(&BEIJING, &crate::import_files::blank(), &manuscript, &[]);
        (plan.taken.len(), plan.refused.len())
    };
    let run = |property: &str, text: &str| format!("<w:r><w:rPr>{property}</w:rPr><w:t>{text}</w:t></w:r>");
    for (runs, expected) in [
        (run("<w:b/>", "9") + &run("", "1"), (1, 0)),
        (run("", "91") + &run(r#"<w:vertAlign w:val="superscript"/>"#, "1"), (0, 1)),
        (run("<w:strike/>", "90") + &run("", "91"), (0, 1)),
        (run(r#"<w:strike w:val="false"/>"#, "91"), (1, 0)),
        (run("<w:vanish/>", "20") + &run("", "91"), (1, 0)),
    ] {
        assert_eq!(told(&runs), expected, "{runs}");
    }
}

#[test]
fn what_stands_above_a_table_of_a_web_page_counts() {
    let page = |text: &str| ["<html><head><meta charset=utf-8></head><body>", text, "</body></html>"].concat().into_bytes();
    let table = "<tr><td>指标</td><td>2014</td></tr><tr><td>主营业务收入</td><td>4.83</td></tr>";
    let other = "<table><tr><td>指标</td><td>2014</td></tr><tr><td>利润总额</td><td>0.493</td></tr></table>";
    check_files(&[
        (
            "a line",
            page(&format!("<p>单位：亿元</p><table>{table}</table>")),
            &["B2 main-revenue value:2014 48300*"],
        ),
        (
            "its caption",
            page(&format!("<table><caption>财务指标（单位：亿元）</caption>{table}</table>")),
            &["B2 main-revenue value:2014 48300*"],
        ),
        (
            "a part of a year",
            page(&format!("<h3>2014年上半年</h3><table>{table}</table>")),
            &["B2 part_of_year"],
        ),
        (
            "a line above two tables",
            page(&format!("<p>单位：亿元</p><table>{table}</table>{other}")),
            &["B2 main-revenue value:2014 48300*", "B2 total-profit value:2014 4930*"],
        ),
        (
            "a line above each",
            page(&format!(
                "<p>单位：亿元</p><table>{table}</table><p>单位：千元</p>{}",
                other.replace("0.493", "49300")
            )),
            &["B2 main-revenue value:2014 48300*", "B2 total-profit value:2014 4930*"],
        ),
        (
            "a body that is hidden",
            page(&format!("<table><tbody style='display:none'>{table}</tbody></table>")),
            &["B2 hidden"],
        ),
        (
            "a cell that is hidden",
            page("<table><tr><td>指标</td><td hidden>2013</td><td>2014</td></tr><tr><td>顾客满意度</td><td hidden>90</td><td>91</td></tr></table>"),
            &["C2 customer-satisfaction value:2014 91", "B2 hidden"],
        ),
    ]);
}

#[test]
fn what_is_shown_and_the_number_behind_it_must_agree() {
    let page = |name: &str, number: &str, shown: &str| {
        format!("<meta charset=utf-8><table><tr><td>指标<td>2014<tr><td>{name}<td x:num=\"{number}\">{shown}</table>").into_bytes()
    };
    check_files(&[
        ("ten times", page("主营业务收入", "483000000", "4830.0"), &["B2 format"]),
        ("another number", page("主营业务收入", "483000000", "12"), &["B2 format"]),
        ("a day", page("主营业务收入", "41974", "2014-12-01"), &["B2 date"]),
        ("an exponent", page("主营业务收入", "48301", "4.83E+04"), &["B2 main-revenue value:2014 48301"]),
        ("rounded", page("主营业务收入", "48300.4", "48,300"), &["B2 main-revenue value:2014 48300.4"]),
        ("a fraction", page("主营业务收入", "0.5", "1/2"), &["B2 main-revenue value:2014 0.5"]),
    ]);
    for (format, number, expected) in [
        ("#,##0,.00", "48300", "B2 scaled"),
        (r###"#,##0,.00"千元""###, "483000000", "B2 main-revenue value:2014 48300*"),
        (r###"0"-""###, "48300", "B2 format"),
        (r###"0;0"-""###, "-48300", "B2 main-revenue value:2014 -48300"),
        ("_-* #,##0.00_-;-* #,##0.00_-", "48300", "B2 main-revenue value:2014 48300"),
    ] {
        let bytes = made(&Made {
            rows: rows(&format!("指标|2014\n主营业务收入|{number}@1")),
            formats: vec![format.to_owned()],
            ..Made::default()
        });
        assert_eq!(told(&bytes), [expected], "{number} as {format}");
    }
}

#[test]
fn an_empty_plan_of_a_doubtful_table_says_why() {
    let book = crate::import_doubts::book_of("指标|2013年|2014年\n利润总额|4500|4930\n投产|2012年|2013年\n顾客满意度|90|91");
    let written = award_kit::import::Book::from_json(&book.to_json()).expect("a book");
    assert_eq!(written, book, "doubts come back from the worker");
    let mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| Some(Mapping::guess(table))).collect();
    let plan = plan(&BEIJING, &crate::import_files::blank(), &book, &mappings);
    assert_eq!(plan.refused.len(), 2);
}
