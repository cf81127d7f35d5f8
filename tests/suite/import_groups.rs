//! Rows in groups: below titles between them, beside a cell that reaches over several, in a year told once, with remarks behind them. And further
//! shapes of offices that nobody asked for. What arrives is right or asked for.

use crate::import_doubts::check;

#[test]
fn titles_between_the_rows_say_what_those_below_are_of() {
    check(&[
        // Another year for headings that tell none, and for headings that tell one.
        (
            "2013年\n指标|目标|实际\n顾客满意度|89|90\n2014年\n员工满意度|70|71",
            &[
                "B3 customer-satisfaction target 89",
                "C3 customer-satisfaction value:2013 90",
                "B5 employee-satisfaction target 70",
                "C5 employee-satisfaction value:2014 71",
            ],
        ),
        (
            "指标|目标|实际\n一、2013年度\n顾客满意度|89|90\n二、2014年度\n员工满意度|70|71",
            &[
                "B3 customer-satisfaction target 89",
                "C3 customer-satisfaction value:2013 90",
                "B5 employee-satisfaction target 70",
                "C5 employee-satisfaction value:2014 71",
            ],
        ),
        (
            "指标|2014\n顾客满意度|91\n2013\n员工满意度|70",
            &["B2 customer-satisfaction value:2014 91", "B4 no_year"],
        ),
        (
            "指标|2014\n顾客满意度|91\n以下为2013年数据\n员工满意度|70",
            &["B2 customer-satisfaction value:2014 91", "B4 no_year"],
        ),
        (
            "指标|2014\n顾客满意度|91\n（2013年同期）\n员工满意度|70",
            &["B2 customer-satisfaction value:2014 91", "B4 no_year"],
        ),
        // The name of a group with a year in it contradicts nothing.
        (
            "指标|2013年|2014年\n2014年重点指标\n顾客满意度|90|91",
            &["B3 customer-satisfaction value:2013 90", "C3 customer-satisfaction value:2014 91"],
        ),
        // Others, a part of a year, a plan; and what ends it.
        (
            "指标|2013年|2014年\n一、本公司\n顾客满意度|90|91\n二、行业平均\n员工满意度|80|81",
            &[
                "B3 customer-satisfaction value:2013 90",
                "C3 customer-satisfaction value:2014 91",
                "B5 part_of_year",
                "C5 part_of_year",
            ],
        ),
        (
            "指标|2014年\n上半年\n顾客满意度|91\n全年\n员工满意度|71",
            &["B5 employee-satisfaction value:2014 71", "B3 part_of_year"],
        ),
        (
            "指标|2014年\n一、竞争对手\n（一）质量\n产品合格率|98\n（二）顾客\n顾客满意度|91\n二、本公司\n员工满意度|71",
            &["B8 employee-satisfaction value:2014 71", "B4 part_of_year", "B6 part_of_year"],
        ),
        ("指标|2014年\n2014年预算\n主营业务收入|50000", &["B3 part_of_year"]),
        // Where columns tell plans and others apart, titles between the rows do not.
        (
            "指标|2014年|目标\n质量目标\n顾客满意度|91|90",
            &["B3 customer-satisfaction value:2014 91", "C3 customer-satisfaction target 90"],
        ),
        // A unit, for what it fits.
        (
            "指标|2013年|2014年\n财务指标（亿元）\n主营业务收入|4.5|4.83\n产品合格率|98|98.5\n其他指标（万元）\n利润总额|4500|4930",
            &[
                "B3 main-revenue value:2013 45000*",
                "C3 main-revenue value:2014 48300*",
                "B4 conforming-rate value:2013 98",
                "C4 conforming-rate value:2014 98.5",
                "B6 total-profit value:2013 4500",
                "C6 total-profit value:2014 4930",
            ],
        ),
        (
            "指标|2013年|2014年\n财务指标||（亿元）\n主营业务收入|4.5|4.83",
            &["B3 main-revenue value:2013 45000*", "C3 main-revenue value:2014 48300*"],
        ),
        // A title right below the headings is none of them, whichever word it ends with.
        (
            "指标|2013年|2014年\n一、财务指标\n利润总额|4500|4930\n二、顾客指标\n顾客满意度|90|91",
            &[
                "B3 total-profit value:2013 4500",
                "C3 total-profit value:2014 4930",
                "B5 customer-satisfaction value:2013 90",
                "C5 customer-satisfaction value:2014 91",
            ],
        ),
        // A lower row of headings that is nothing but the word for names is one of them.
        (
            "项目|2013年|2014年\n指标名称||\n利润总额|4500|4930",
            &["B3 total-profit value:2013 4500", "C3 total-profit value:2014 4930"],
        ),
        // The name of another indicator whose figures are missing states no unit for those below.
        ("指标|2014年\n工业总产值（亿元）|\n利润总额|4930", &["B3 total-profit value:2014 4930"]),
        ("指标|单位|2014年\n工业总产值|亿元|\n利润总额||4930", &["C3 total-profit value:2014 4930"]),
        // Neither is a kind of figures, nor a unit, a title.
        (
            "指标|类别|2014年\n顾客满意度|实际|91\n|目标|\n员工满意度|实际|71",
            &["C2 customer-satisfaction value:2014 91", "C4 employee-satisfaction value:2014 71"],
        ),
        // A name whose figures are missing is no title.
        (
            "指标|2013年|2014年\n竞争对手\n顾客满意度||\n员工满意度|70|71",
            &["B4 part_of_year", "C4 part_of_year"],
        ),
    ]);
}

#[test]
fn cells_in_front_of_names_say_what_their_rows_are_of() {
    check(&[
        (
            "类别|指标|2013年|2014年\n财务（亿元）|主营业务收入|4.5|4.83\n|利润总额|0.45|0.493\n顾客|顾客满意度|90|91",
            &[
                "C2 main-revenue value:2013 45000*",
                "D2 main-revenue value:2014 48300*",
                "C3 total-profit value:2013 4500*",
                "D3 total-profit value:2014 4930*",
                "C4 customer-satisfaction value:2013 90",
                "D4 customer-satisfaction value:2014 91",
            ],
        ),
        (
            "|指标|2014年\n行业平均|顾客满意度|80\n|员工满意度|70\n本公司|产品合格率|98",
            &[
                "C2 customer-satisfaction benchmark:2014 80",
                "C3 employee-satisfaction benchmark:2014 70",
                "C4 conforming-rate value:2014 98",
            ],
        ),
        ("指标|类型|年度|数值\n顾客满意度|行业|2014|88", &["D2 part_of_year"]),
        (
            "期间|指标|2014年\n上半年|主营业务收入|24000\n全年|利润总额|4930",
            &["C3 total-profit value:2014 4930", "C2 part_of_year"],
        ),
        // Years in front of the names, told for the first of them.
        (
            "年份|指标|实际|目标\n2013年|顾客满意度|90|89\n|员工满意度|70|69\n2014年|顾客满意度|91|90\n|员工满意度|71|70",
            &[
                "C2 customer-satisfaction value:2013 90",
                "C3 employee-satisfaction value:2013 70",
                "C4 customer-satisfaction value:2014 91",
                "D4 customer-satisfaction target 90",
                "C5 employee-satisfaction value:2014 71",
                "D5 employee-satisfaction target 70",
            ],
        ),
        // Behind the names they are missing.
        (
            "指标|年份|数值\n顾客满意度|2013|90\n员工满意度||70",
            &["C2 customer-satisfaction value:2013 90", "C3 no_year"],
        ),
        // How often something is measured says nothing of a year's figure.
        (
            "指标|频次|责任部门|2014年\n顾客满意度|每季度|市场部|91\n产品合格率|月度|质量部|98",
            &["D2 customer-satisfaction value:2014 91", "D3 conforming-rate value:2014 98"],
        ),
        // A unit is that of its own row.
        (
            "指标||2014年\n主营业务收入|亿元|4.83\n利润总额||4930",
            &["C2 main-revenue value:2014 48300*", "C3 total-profit value:2014 4930"],
        ),
    ]);
}

#[test]
fn a_column_beside_the_figures_says_of_which_part_of_the_year_they_are() {
    check(&[
        (
            "指标|年|季|数值\n顾客满意度|2013|1|80\n顾客满意度|2014|1|82",
            &["D2 part_of_year", "D3 part_of_year"],
        ),
        (
            "指标|年份|月份|数值\n顾客满意度|2013|12|80\n顾客满意度|2014|6|82",
            &["D2 part_of_year", "D3 part_of_year"],
        ),
        (
            "指标|年份|截止月|数值\n顾客满意度|2013|12|80\n顾客满意度|2014|6|82",
            &["D2 customer-satisfaction value:2013 80", "D3 part_of_year"],
        ),
        ("指标|2014|期间\n顾客满意度|80|1-6月", &["B2 part_of_year"]),
        ("指标|2014|期间\n顾客满意度|80|1-12月", &["B2 customer-satisfaction value:2014 80"]),
        ("指标|统计期|2014\n顾客满意度|1-6月|80", &["C2 part_of_year"]),
        ("指标|统计时段|2014\n顾客满意度|2014.1-2014.6|80", &["C2 part_of_year"]),
        ("指标|截止日期|2014\n顾客满意度|2014-06-30|80", &["C2 part_of_year"]),
        ("指标|截止日期|2014\n顾客满意度|2014-12-31|80", &["C2 customer-satisfaction value:2014 80"]),
        // How often it is measured, when it was filled in, and months beside each other.
        ("指标|统计周期|2014\n顾客满意度|月度|80", &["C2 customer-satisfaction value:2014 80"]),
        ("指标|填报日期|2014\n顾客满意度|2015-01-20|80", &["C2 customer-satisfaction value:2014 80"]),
        ("指标|1月|2月|2014年\n顾客满意度|1|2|91", &["D2 customer-satisfaction value:2014 91"]),
    ]);
}

#[test]
fn a_cell_that_says_that_its_row_is_planned_or_of_others_counts_whatever_stands_over_it() {
    for heading in ["版本", "性质", "场景", "方案", "对象说明"] {
        for said in ["预算", "计划数", "目标值", "预测", "行业平均", "竞争对手"] {
            check(&[(
                &format!("指标|{heading}|2014年\n顾客满意度|{said}|91\n员工满意度|甲|71"),
                &["C3 employee-satisfaction value:2014 71", "C2 part_of_year"],
            )]);
        }
    }
    check(&[
        (
            "Scenario|Indicator|2014\nBudget|Total profit|5000\nA|Staff|860",
            &["C2 part_of_year", "row 3 unknown_row"],
        ),
        ("指标|责任部门|2014年\n顾客满意度|预算处|91", &["C2 customer-satisfaction value:2014 91"]),
        (
            "指标|版本|2014年\n顾客满意度|预算|91\n顾客满意度|决算|92",
            &["C3 customer-satisfaction value:2014 92", "C2 part_of_year"],
        ),
    ]);
}

#[test]
fn what_stands_over_years_and_is_not_known_is_asked_for() {
    // A body, a standard, a scale of an appraisal: of whom or what the figures are is not known.
    for group in [
        "考核值",
        "基准值",
        "A公司",
        "全国平均",
        "集团",
        "一厂",
        "上海",
        "限值",
        "标准",
        "出口",
        "承诺",
        "Industry",
        "Peer average",
        "经营（考核值）",
    ] {
        check(&[
            (
                &format!("指标|{group}||\n|2012|2013|2014\n顾客满意度|89|90|91"),
                &["row 3 unread_row", "unusable"],
            ),
            (
                &format!("指标|{group}||实际||\n|2013|2014|2013|2014\n顾客满意度|89|90|91|92"),
                &[
                    "D3 customer-satisfaction value:2013 91",
                    "E3 customer-satisfaction value:2014 92",
                    "ask B",
                    "ask C",
                ],
            ),
        ]);
    }
    for plain in [
        "近三年数据",
        "历年情况",
        "经营结果",
        "全公司",
        "财务类指标",
        "顾客",
        "质量方面",
        "Results",
        "Key figures",
        "2012—2014年",
    ] {
        check(&[(
            &format!("指标|{plain}||\n|2012|2013|2014\n顾客满意度|89|90|91"),
            &[
                "B3 customer-satisfaction value:2012 89",
                "C3 customer-satisfaction value:2013 90",
                "D3 customer-satisfaction value:2014 91",
            ],
        )]);
    }
    // The same over names, where years run down.
    check(&[
        (
            "年份|限值||实际值|\n|顾客满意度|员工满意度|顾客满意度|员工满意度\n2013|80|81|90|91\n2014|82|83|92|93",
            &[
                "D3 customer-satisfaction value:2013 90",
                "D4 customer-satisfaction value:2014 92",
                "E3 employee-satisfaction value:2013 91",
                "E4 employee-satisfaction value:2014 93",
                "row 2 qualified_row",
                "row 3 qualified_row",
            ],
        ),
        (
            "年份|集团|\n|顾客满意度|员工满意度\n2013|80|81\n2014|82|83",
            &["row 2 part_row", "row 3 part_row"],
        ),
    ]);
}

#[test]
fn remarks_behind_the_figures_are_heard() {
    check(&[
        ("指标|2014年|备注\n主营业务收入|24000|上半年数", &["B2 part_of_year"]),
        ("指标|2014年|备注\n主营业务收入|24000|1-6月", &["B2 part_of_year"]),
        ("指标|2014年|说明\n顾客满意度|91|预计数", &["B2 part_of_year"]),
        ("Indicator|2014|Notes\nTotal profit|4930|unaudited", &["B2 part_of_year"]),
        ("指标|2014年|备注\n利润总额|0.493|单位：亿元", &["B2 total-profit value:2014 4930*"]),
        ("指标|2014年|备注\n主营业务收入|4.83|亿元", &["B2 two_units"]),
        ("指标|2014年|备注\n主营业务收入|48300|万元", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年|备注\n主营业务收入|48300|比上年增长8.3%", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年|备注\n主营业务收入|48300|完成全年目标", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年|备注\n主营业务收入|48300|经审计", &["B2 main-revenue value:2014 48300"]),
        ("指标|2014年|备注\n产品合格率|98|见附件2（万元以上项目）", &["B2 conforming-rate value:2014 98"]),
        ("指标|2014年|备注\n主营业务收入|4.83|以亿元计", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014年|备注\n顾客满意度|91|仅9个月", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|仅一厂", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|目标值", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|行业平均", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|估算", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|2013年数据", &["B2 no_year"]),
        ("Indicator|2014|Notes\nTotal profit|4930|only plant 2", &["B2 part_of_year"]),
        ("指标|2014年|备注\n顾客满意度|91|仅供参考", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|备注\n顾客满意度|91|高于行业平均", &["B2 customer-satisfaction value:2014 91"]),
        (
            "指标|2014年|备注\n顾客满意度|91|2013年起由第三方测评",
            &["B2 customer-satisfaction value:2014 91"],
        ),
        // The same of a column of scopes, and of a table that is turned.
        ("指标|2014年|统计口径\n利润总额|4930|母公司", &["B2 part_of_year"]),
        ("指标|2014年|统计口径\n利润总额|4930|合并口径", &["B2 total-profit value:2014 4930"]),
        ("年份|顾客满意度|备注\n2013|80|上半年\n2014|91|", &["B3 customer-satisfaction value:2014 91"]),
        (
            "年份|顾客满意度|期间\n2013|80|上半年\n2014|91|全年",
            &["B3 customer-satisfaction value:2014 91", "row 3 unknown_row"],
        ),
        ("年份|月份|顾客满意度\n2012|12|80\n2013|6|82\n2014|9|83", &["row 3 unread_row", "unusable"]),
    ]);
}

#[test]
fn further_shapes_are_read_or_asked_for() {
    check(&[
        // A word for years over the names.
        (
            "年度|2013|2014|2015\n顾客满意度|90|91|\n利润总额|4500|4930|5000（预计）",
            &[
                "B2 customer-satisfaction value:2013 90",
                "C2 customer-satisfaction value:2014 91",
                "B3 total-profit value:2013 4500",
                "C3 total-profit value:2014 4930",
                "D3 other_unit",
            ],
        ),
        (
            "年份|2013|2014\n指标||\n顾客满意度|90|91",
            &["B3 customer-satisfaction value:2013 90", "C3 customer-satisfaction value:2014 91"],
        ),
        ("指标|数值|统计年份\n顾客满意度|91|2014", &["B2 customer-satisfaction value:2014 91"]),
        // Names behind the figures.
        (
            "2013年|2014年|指标\n90|91|顾客满意度\n4.5|4.83|主营业务收入（亿元）",
            &[
                "A2 customer-satisfaction value:2013 90",
                "B2 customer-satisfaction value:2014 91",
                "A3 main-revenue value:2013 45000*",
                "B3 main-revenue value:2014 48300*",
            ],
        ),
        // Others over years.
        ("指标|行业|\n|2013年|2014年\n顾客满意度|88|89", &["row 3 unread_row", "unusable"]),
        (
            "指标|本公司||行业|\n|2013年|2014年|2013年|2014年\n顾客满意度|90|91|88|89",
            &[
                "B3 customer-satisfaction value:2013 90",
                "C3 customer-satisfaction value:2014 91",
                "ask D",
                "ask E",
            ],
        ),
        (
            "指标|2014年(本公司)|2014年(行业)\n顾客满意度|91|88",
            &["B2 customer-satisfaction value:2014 91", "ask C"],
        ),
        // An average of years, and the last day of one.
        (
            "指标|2012-2014年平均|2014年实际\n顾客满意度|90|91",
            &["C2 customer-satisfaction value:2014 91", "ask B"],
        ),
        // Shares beside amounts, ranks below years.
        (
            "|2013年||2014年|\n|金额（万元）|占比|金额（万元）|占比\n主营业务收入|45000|90%|48300|91%\n利润总额|4500|10%|4930|9%",
            &[
                "B3 main-revenue value:2013 45000",
                "D3 main-revenue value:2014 48300",
                "B4 total-profit value:2013 4500",
                "D4 total-profit value:2014 4930",
            ],
        ),
        (
            "指标|2014年|\n|数值|排名\n顾客满意度|91|3/40",
            &["B3 customer-satisfaction value:2014 91", "C3 customer-satisfaction rank 3 of 40"],
        ),
        // Figures that say more themselves.
        (
            "指标|2013年|2014年\n顾客满意度|90分|91（目标）\n产品合格率|98.2%↑|98.5（1-9月）\n主营业务收入|约45000|48300余",
            &[
                "B2 customer-satisfaction value:2013 90",
                "C2 other_unit",
                "B3 not_a_number",
                "C3 not_a_number",
                "B4 not_a_number",
                "C4 other_unit",
            ],
        ),
        // A number of the criteria in front of a name, and a kind behind it.
        (
            "指标|2014年\n7.2-1 顾客满意度|92\n产品合格率-目标|99\n主营业务收入：|48300",
            &["B4 main-revenue value:2014 48300", "row 2 unknown_row", "row 3 unknown_row"],
        ),
        // Until a month; the day on which it was filled in; a month and what came to pass since the year began.
        ("2014年经营指标完成情况（截止11月）\n指标|2014年\n利润总额|4930", &["B3 part_of_year"]),
        ("填表日期：2015-01-20\n指标|2014年\n利润总额|4930", &["B3 total-profit value:2014 4930"]),
        ("2014年\n项目|本月数|本年累计数\n利润总额|400|4930", &["row 3 unread_row", "unusable"]),
        ("指标|2014年1-11月|2014年预计\n利润总额|4500|4930", &["C2 total-profit projected 4930"]),
        // Kinds and bodies above names where years run down, and an indicator beside its average.
        (
            "年份|本公司||行业平均|\n|顾客满意度|员工满意度|顾客满意度|员工满意度\n2013|90|70|88|68\n2014|91|71|89|69",
            &[
                "B3 customer-satisfaction value:2013 90",
                "B4 customer-satisfaction value:2014 91",
                "C3 employee-satisfaction value:2013 70",
                "C4 employee-satisfaction value:2014 71",
                "D3 customer-satisfaction benchmark:2013 88",
                "D4 customer-satisfaction benchmark:2014 89",
                "E3 employee-satisfaction benchmark:2013 68",
                "E4 employee-satisfaction benchmark:2014 69",
            ],
        ),
        (
            "年份|顾客满意度|顾客满意度（行业平均）|顾客满意度目标\n2013|90|88|89\n2014|91|89|90",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "row 3 qualified_row",
                "row 4 unknown_row",
            ],
        ),
        // The indicator in the title alone.
        (
            "顾客满意度（分）\n年份|目标|实际\n2013|89|90\n2014|90|91",
            &[
                "C3 customer-satisfaction value:2013 90",
                "B4 customer-satisfaction target 90",
                "C4 customer-satisfaction value:2014 91",
            ],
        ),
        // Products and bodies across, and below each other.
        (
            "指标|2013年|2014年|2013年|2014年\n|A产品|A产品|B产品|B产品\n产品合格率|98|98.5|97|97.5",
            &["row 3 unread_row", "unusable"],
        ),
        ("指标|产品|2014年\n产品合格率|A|98.5\n产品合格率|B|97", &["row 2 part_row", "row 3 part_row"]),
        (
            "合并报表||母公司报表|\n指标|2014年|指标|2014年\n主营业务收入|48300|主营业务收入|40000",
            &["row 3 unread_row", "unusable"],
        ),
        (
            "类别|指标|2013年|2014年\n本公司|顾客满意度|90|91\n竞争对手|顾客满意度|88|89",
            &[
                "C2 customer-satisfaction value:2013 90",
                "D2 customer-satisfaction value:2014 91",
                "C3 customer-satisfaction benchmark:2013 88",
                "D3 customer-satisfaction benchmark:2014 89",
            ],
        ),
        // As statements of accounts write a name.
        (
            "项目|附注|2014年|2013年\n三、利润总额（亏损总额以“-”号填列）|五、12|4930|4500",
            &["C2 total-profit value:2014 4930", "D2 total-profit value:2013 4500"],
        ),
        // Months and quarters alone.
        ("月份|顾客满意度\n2014-01|90\n2014-02|91", &["row 1 unread_row", "unusable"]),
        ("指标名称|单位|第1季度|第2季度\n顾客满意度|分|90|91", &["row 2 unread_row", "unusable"]),
    ]);
}

#[test]
fn brackets_that_may_name_a_part_are_asked_for() {
    for part in [
        "二厂",
        "一车间",
        "上海分厂",
        "空调事业部",
        "3号线",
        "A线",
        "A型",
        "A",
        "A产品",
        "空调",
        "华东区",
        "华东",
        "上海",
        "1#机组",
        "二期",
        "国内",
        "线上",
        "天河店",
        "某某有限公司",
        "法兰",
        "Plant 2",
        "domestic",
        "model X",
        "Shanghai",
    ] {
        check(&[
            (&format!("指标|2014\n产品合格率（{part}）|98"), &["row 2 part_row"]),
            // The one without a part is the company's, whichever comes first.
            (
                &format!("指标|2014\n产品合格率（{part}）|97\n产品合格率|98"),
                &["B3 conforming-rate value:2014 98", "row 2 part_row"],
            ),
            (
                &format!("指标|2014\n产品合格率（合计）（%）|98\n产品合格率（{part}）（%）|97"),
                &["B2 conforming-rate value:2014 98", "row 3 part_row"],
            ),
        ]);
    }
    // Units, notes, definitions and short names are no parts.
    for harmless in [
        "%",
        "％",
        "含税",
        "不含研发",
        "含外协件",
        "不含二厂",
        "出厂检验",
        "一次交检",
        "抽检",
        "加权平均",
        "按批次",
        "百分比",
        "注1",
        "1",
        "①",
        "FPY",
        "GB/T 2828.1",
        "全年",
        "全公司",
        "全部产品",
        "总计",
        "total",
        "whole company",
        "incl. outsourced parts",
        "审定数",
    ] {
        check(&[(&format!("指标|2014\n产品合格率（{harmless}）|98"), &["B2 conforming-rate value:2014 98"])]);
    }
    check(&[
        // Behind a stroke or colon, in front of it, and in a list with a number.
        ("指标|2014\n产品合格率－上海分公司|98", &["row 2 part_row"]),
        ("指标|2014\n产品合格率:A型|98", &["row 2 part_row"]),
        ("指标|2014\n二厂－产品合格率|98", &["row 2 part_row"]),
        (
            "指标|2014\n产品合格率：A型|97\n产品合格率：全公司|98",
            &["B3 conforming-rate value:2014 98", "row 2 part_row"],
        ),
        ("指标|2014\n（1）产品合格率（A型）|97", &["row 2 part_row"]),
        ("指标|2014\n(a) 产品合格率|97", &["B2 conforming-rate value:2014 97"]),
        // Years down and indicators across.
        (
            "年份|产品合格率|产品合格率（二厂）\n2013|98|97\n2014|98.5|97.5",
            &["B2 conforming-rate value:2013 98", "B3 conforming-rate value:2014 98.5", "row 3 part_row"],
        ),
        // Parts alone.
        (
            "指标|2013|2014\n产品合格率（一厂）|98|98.5\n产品合格率（二厂）|98|98.5",
            &["row 2 part_row", "row 3 part_row"],
        ),
    ]);
}

#[test]
fn columns_and_titles_of_parts_are_no_figures_of_the_whole() {
    check(&[
        (
            "单位|指标|2014年\n全公司|产品合格率|98\n一厂|产品合格率|97\n二厂|产品合格率|99",
            &["C2 conforming-rate value:2014 98", "row 3 part_row", "row 4 part_row"],
        ),
        (
            "单位|指标|2014年\n一厂|产品合格率|98\n二厂|顾客满意度|91",
            &["row 2 part_row", "row 3 part_row"],
        ),
        // Told once for the rows that follow.
        (
            "厂区|指标|2014年\n东区|产品合格率|98\n|顾客满意度|91\n合计|产品合格率|97\n|顾客满意度|90",
            &[
                "C4 conforming-rate value:2014 97",
                "C5 customer-satisfaction value:2014 90",
                "row 2 part_row",
                "row 3 part_row",
            ],
        ),
        // Behind the names, where a blank cell is the whole.
        (
            "指标|产品|2014年\n产品合格率||98\n产品合格率|A型|97",
            &["C2 conforming-rate value:2014 98", "row 3 part_row"],
        ),
        (
            "指标|2014年|产品型号\n产品合格率|97|A型\n产品合格率|98|总计",
            &["B3 conforming-rate value:2014 98", "row 2 part_row"],
        ),
        (
            "Plant|Indicator|2014\nNorth|Total profit|4000\nSouth|Total profit|930\nTotal|Total profit|4930",
            &["C4 total-profit value:2014 4930", "row 2 part_row", "row 3 part_row"],
        ),
        // With years down.
        (
            "年份|分公司|指标|数值\n2013|上海|产品合格率|98\n2013|北京|产品合格率|97\n2013|合计|产品合格率|97.5",
            &["D4 conforming-rate value:2013 97.5", "row 2 part_row", "row 3 part_row"],
        ),
        // The same body in every row is the organisation itself; units are no bodies, and who answers for a figure is none.
        (
            "公司名称|指标|2014年\n某某公司|产品合格率|98\n某某公司|顾客满意度|91",
            &["C2 conforming-rate value:2014 98", "C3 customer-satisfaction value:2014 91"],
        ),
        (
            "单位|指标|2014年\n亿元|主营业务收入|4.83\n分|顾客满意度|91",
            &["C2 main-revenue value:2014 48300*", "C3 customer-satisfaction value:2014 91"],
        ),
        (
            "指标|责任单位|2014年\n产品合格率|一车间|98\n顾客满意度|销售公司|91",
            &["C2 conforming-rate value:2014 98", "C3 customer-satisfaction value:2014 91"],
        ),
        // Without a heading, and as a title between the rows.
        (
            "|指标|2014年\n一车间|产品合格率|98\n合计|顾客满意度|91",
            &["C3 customer-satisfaction value:2014 91", "row 2 part_row"],
        ),
        (
            "指标|2014年\n顾客满意度|91\n一、上海分公司\n产品合格率|98\n二、质量\n员工满意度|71",
            &[
                "B2 customer-satisfaction value:2014 91",
                "B6 employee-satisfaction value:2014 71",
                "row 4 part_row",
            ],
        ),
    ]);
}

#[test]
fn an_indicator_named_in_the_title_alone_is_that_of_its_years() {
    let right: &[&str] = &[
        "C3 customer-satisfaction value:2013 90",
        "B4 customer-satisfaction target 90",
        "C4 customer-satisfaction value:2014 91",
    ];
    for title in [
        "顾客满意度",
        "顾客满意度（分）",
        "表3 顾客满意度",
        "图7.2-1 顾客满意度趋势图",
        "2013-2014年顾客满意度目标完成情况",
        "一、顾客满意度",
        "近三年顾客满意度统计表",
    ] {
        check(&[(&format!("{title}\n年份|目标|实际\n2013|89|90\n2014|90|91"), right)]);
        let mut book = crate::import_doubts::written("年份|目标|实际\n2013年|89|90\n2014年|90|91");
        book.name = title.to_owned();
        let told = crate::import_doubts::outcome(&crate::import_samples::book(vec![book]).arranged());
        assert_eq!(told.len(), 3, "a sheet of the name {title}: {told:?}");
        assert_eq!(told[0], "C2 customer-satisfaction value:2013 90", "a sheet of the name {title}");
    }
    check(&[
        // With a unit above, a remark and a share of the plan beside.
        (
            "主营业务收入\n单位：亿元\n年份|目标|实际|完成率|备注\n2013|4.4|4.5|102%|\n2014|4.8|4.83|101%|经审计",
            &[
                "C4 main-revenue value:2013 45000*",
                "B5 main-revenue target 48000*",
                "C5 main-revenue value:2014 48300*",
            ],
        ),
        // Two of them below each other, each with its title.
        (
            "顾客满意度\n年份|目标|实际\n2013|89|90\n2014|90|91\n员工满意度\n年份|目标|实际\n2013|69|70\n2014|70|71",
            &[
                "C3 customer-satisfaction value:2013 90",
                "B4 customer-satisfaction target 90",
                "C4 customer-satisfaction value:2014 91",
                "C7 employee-satisfaction value:2013 70",
                "B8 employee-satisfaction target 70",
                "C8 employee-satisfaction value:2014 71",
            ],
        ),
        // What has years alone has no target.
        (
            "年末员工总数\n年份|目标|实际\n2013|850|860",
            &["C3 staff value:2013 860", "B3 input_only_years"],
        ),
        // No indicator, one of a part, another period.
        ("年度指标完成情况\n年份|目标|实际\n2013|89|90", &["row 3 unknown_row"]),
        ("产品合格率（二厂）\n年份|目标|实际\n2013|89|90", &["row 3 part_row"]),
        (
            "2013年上半年顾客满意度\n年份|目标|实际\n2013|89|90\n2014|90|91",
            &["row 2 unknown_row", "row 3 unknown_row"],
        ),
    ]);
}
