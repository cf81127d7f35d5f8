//! Tables arranged otherwise than with years across the top and names in front: years in the last column or the last row, groups above the names,
//! several turned tables on one sheet. What arrives is right or asked for, and nothing comes to nothing without a word.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use crate::import_doubts::{book_of, check, outcome};
use crate::made_workbooks::{Made, made, rows};
use award_kit::import::{Book, read_book};
use serde_json::json;

const BOTH: &[&str] = &[
    "A2 customer-satisfaction value:2013 90",
    "A3 customer-satisfaction value:2014 91",
    "B2 main-revenue value:2013 45000*",
    "B3 main-revenue value:2014 48300*",
];

#[test]
fn a_column_of_years_may_stand_anywhere_in_a_turned_table() {
    for years in ["年份", "年度", "统计年度", "时间", "Year", ""] {
        check(&[(&format!("顾客满意度|主营业务收入（亿元）|{years}\n90|4.5|2013\n91|4.83|2014"), BOTH)]);
    }
    check(&[
        ("顾客满意度|主营业务收入（亿元）|年份\n90|4.5|2013年\n91|4.83|2014年", BOTH),
        (
            "顾客满意度|年份|主营业务收入（亿元）\n90|2013|4.5\n91|2014|4.83",
            &[
                "A2 customer-satisfaction value:2013 90",
                "A3 customer-satisfaction value:2014 91",
                "C2 main-revenue value:2013 45000*",
                "C3 main-revenue value:2014 48300*",
            ],
        ),
        // A figure that could be a year stands in front of the years.
        (
            "利润总额|顾客满意度|年份\n1998|90|2013\n2014|91|2014",
            &[
                "A2 total-profit value:2013 1998",
                "A3 total-profit value:2014 2014",
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
            ],
        ),
        // One year alone, by its word.
        ("顾客满意度|年份\n91|2014", &["A2 customer-satisfaction value:2014 91"]),
        ("年份|顾客满意度\n2014|91", &["B2 customer-satisfaction value:2014 91"]),
        // Numbers of a list in front, remarks behind.
        (
            "序号|年份|顾客满意度|备注\n1|2013|90|\n2|2014|91|",
            &["C2 customer-satisfaction value:2013 90", "C3 customer-satisfaction value:2014 91"],
        ),
        // Titles, units, a plan behind the years.
        (
            "经营情况（亿元）\n主营业务收入|利润总额|年份\n4.5|0.45|2013\n4.83|0.493|2014\n5|0.5|2015（计划）",
            &[
                "A3 main-revenue value:2013 45000*",
                "A4 main-revenue value:2014 48300*",
                "B3 total-profit value:2013 4500*",
                "B4 total-profit value:2014 4930*",
                // A plan for a year to come is no target of the latest value.
                "A5 other_year",
                "B5 other_year",
            ],
        ),
        (
            "各年上半年经营情况\n主营业务收入|年份\n45000|2013\n48300|2014",
            &["A3 part_of_year", "A4 part_of_year"],
        ),
    ]);
}

#[test]
fn hidden_rows_and_columns_of_a_turned_table_stay_hidden_where_years_stand_last() {
    let table = |hidden_row: Option<usize>, hidden_column: Option<usize>| {
        let mut book = crate::import_samples::book(vec![]);
        let cells = [["顾客满意度", "员工满意度", "年份"], ["90", "70", "2013"], ["91", "71", "2014"]];
        let rows: Vec<&[&str]> = cells.iter().map(|row| row.as_slice()).collect();
        book.tables.push(award_kit::import::Table {
            name: String::new(),
            hidden_rows: hidden_row.into_iter().collect(),
            hidden_columns: hidden_column.into_iter().collect(),
            ..crate::import_samples::table(&rows)
        });
        let book = book.arranged();
        assert_eq!(Book::from_json(&book.to_json()).as_ref(), Some(&book), "as the worker hands it on");
        outcome(&book)
    };
    let [first, second] = ["customer-satisfaction", "employee-satisfaction"];
    let value = |cell: &str, id: &str, year: i32, value: i32| format!("{cell} {id} value:{year} {value}");
    assert_eq!(
        table(Some(1), None),
        [
            value("A3", first, 2014, 91),
            value("B3", second, 2014, 71),
            "A2 hidden".to_owned(),
            "B2 hidden".to_owned()
        ]
    );
    assert_eq!(
        table(None, Some(0)),
        [
            value("B2", second, 2013, 70),
            value("B3", second, 2014, 71),
            "A2 hidden".to_owned(),
            "A3 hidden".to_owned()
        ]
    );
}

#[test]
fn rows_above_the_names_of_a_turned_table_say_what_they_say() {
    let plain: &[&str] = &[
        "B3 main-revenue value:2013 45000",
        "B4 main-revenue value:2014 48300",
        "C3 total-profit value:2013 4500",
        "C4 total-profit value:2014 4930",
        "D3 customer-satisfaction value:2013 90",
        "D4 customer-satisfaction value:2014 91",
    ];
    let rows = "2013|45000|4500|90\n2014|48300|4930|91";
    check(&[
        // Names of groups.
        (&format!("年份|经济指标||顾客\n|主营业务收入|利润总额|顾客满意度\n{rows}"), plain),
        (&format!("|经济指标||顾客\n年份|主营业务收入|利润总额|顾客满意度\n{rows}"), plain),
        (&format!("年份|经济指标||顾客满意度\n|主营业务收入|利润总额|\n{rows}"), plain),
        // Who answers for them, and how they are computed.
        (
            "年份|主营业务收入|顾客满意度\n责任部门|财务部|市场部\n2013|45000|90\n2014|48300|91",
            &[
                "B3 main-revenue value:2013 45000",
                "B4 main-revenue value:2014 48300",
                "C3 customer-satisfaction value:2013 90",
                "C4 customer-satisfaction value:2014 91",
            ],
        ),
        // The unit of a group.
        (
            "年份|经济指标（亿元）||顾客\n|主营业务收入|利润总额|顾客满意度\n2013|4.5|0.45|90\n2014|4.83|0.493|91",
            &[
                "B3 main-revenue value:2013 45000*",
                "B4 main-revenue value:2014 48300*",
                "C3 total-profit value:2013 4500*",
                "C4 total-profit value:2014 4930*",
                "D3 customer-satisfaction value:2013 90",
                "D4 customer-satisfaction value:2014 91",
            ],
        ),
        // Kinds of figures above the names, and below them.
        (
            "年份|实际||目标|\n|顾客满意度|员工满意度|顾客满意度|员工满意度\n2013|90|70|91|71\n2014|91|71|92|72",
            &[
                "B3 customer-satisfaction value:2013 90",
                "B4 customer-satisfaction value:2014 91",
                "C3 employee-satisfaction value:2013 70",
                "C4 employee-satisfaction value:2014 71",
                "D4 customer-satisfaction target 92",
                "E4 employee-satisfaction target 72",
            ],
        ),
        (
            "年份|顾客满意度||员工满意度|\n|目标|实际|目标|实际\n2013|89|90|69|70\n2014|90|91|70|71",
            &[
                "B4 customer-satisfaction target 90",
                "C3 customer-satisfaction value:2013 90",
                "C4 customer-satisfaction value:2014 91",
                "D4 employee-satisfaction target 70",
                "E3 employee-satisfaction value:2013 70",
                "E4 employee-satisfaction value:2014 71",
            ],
        ),
        // What is something else than the figure itself.
        (
            "年份|金额|同比增长\n|主营业务收入|利润总额\n2013|45000|8.3\n2014|48300|9.1",
            &["B3 main-revenue value:2013 45000", "B4 main-revenue value:2014 48300", "row 3 qualified_row"],
        ),
    ]);
}

#[test]
fn joined_cells_of_turned_tables_reach_where_they_reach() {
    let told = |text: &str, joined: &[&str]| {
        let joined = joined.iter().map(|range| format!(r#"<mergeCell ref="{range}"/>"#)).collect::<String>();
        let bytes = made(&Made {
            rows: rows(text),
            behind: format!("<mergeCells>{joined}</mergeCells>"),
            ..Made::default()
        });
        outcome(&read_book(&bytes).expect("a book"))
    };
    let groups = "年份|经济指标（亿元）|~|顾客满意度\n~|主营业务收入|利润总额|~\n2013|4.5|0.45|90\n2014|4.83|0.493|91";
    assert_eq!(
        told(groups, &["A1:A2", "B1:C1", "D1:D2"]),
        [
            "B3 main-revenue value:2013 45000*",
            "B4 main-revenue value:2014 48300*",
            "C3 total-profit value:2013 4500*",
            "C4 total-profit value:2014 4930*",
            "D3 customer-satisfaction value:2013 90",
            "D4 customer-satisfaction value:2014 91",
        ]
    );
    let last = "主要指标|~|~\n顾客满意度|~|年份\n目标|实际|~\n89|90|2013\n90|91|2014";
    assert_eq!(
        told(last, &["A1:C1", "A2:B2", "C2:C3"]),
        [
            "A5 customer-satisfaction target 90",
            "B4 customer-satisfaction value:2013 90",
            "B5 customer-satisfaction value:2014 91",
        ]
    );
    // One figure over two years.
    let over = "顾客满意度|年份|利润总额\n90|2013|4500\n~|2014|4930";
    assert_eq!(
        told(over, &["A2:A3"]),
        ["C2 total-profit value:2013 4500", "C3 total-profit value:2014 4930", "A2 joined"]
    );
}

#[test]
fn several_turned_tables_on_a_sheet_are_each_read() {
    check(&[
        (
            "年份|顾客满意度\n2013|90\n2014|91\n\n年份|产品合格率\n2013|98\n2014|98.5",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "B6 conforming-rate value:2013 98",
                "B7 conforming-rate value:2014 98.5",
            ],
        ),
        (
            "单位：亿元\n主营业务收入|年份\n4.5|2013\n4.83|2014\n二、利润\n利润总额|年份\n0.45|2013\n0.493|2014",
            &[
                "A3 main-revenue value:2013 45000*",
                "A4 main-revenue value:2014 48300*",
                "A7 total-profit value:2013 4500*",
                "A8 total-profit value:2014 4930*",
            ],
        ),
        (
            "年份|顾客满意度||年份|产品合格率\n2013|90||2013|98\n2014|91||2014|98.5",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "E2 conforming-rate value:2013 98",
                "E3 conforming-rate value:2014 98.5",
            ],
        ),
        (
            "顾客满意度|年份|产品合格率|年份\n90|2012|98|2013\n91|2013|98.5|2014",
            &[
                "A2 customer-satisfaction value:2012 90",
                "A3 customer-satisfaction value:2013 91",
                "C2 conforming-rate value:2013 98",
                "C3 conforming-rate value:2014 98.5",
            ],
        ),
    ]);
}

#[test]
fn headings_below_the_figures_are_read_where_nothing_else_can_be_meant() {
    let plain: &[&str] = &[
        "B1 customer-satisfaction value:2013 90",
        "C1 customer-satisfaction value:2014 91",
        "B2 main-revenue value:2013 45000*",
        "C2 main-revenue value:2014 48300*",
    ];
    let rows = "顾客满意度|90|91\n主营业务收入（亿元）|4.5|4.83";
    for years in [
        "指标|2013|2014",
        "年份|2013|2014",
        "|2013年|2014年",
        "|2013|2014",
        "指标名称|2013年|2014年\n\n注：数据来自年报",
    ] {
        check(&[(&format!("{rows}\n{years}"), plain)]);
    }
    check(&[
        (
            "2014年主要指标（单位：亿元）\n主营业务收入|4.5|4.83\n利润总额|0.45|0.493\n|2013年|2014年",
            &[
                "B2 main-revenue value:2013 45000*",
                "C2 main-revenue value:2014 48300*",
                "B3 total-profit value:2013 4500*",
                "C3 total-profit value:2014 4930*",
            ],
        ),
        // Figures that look like years are no headings.
        ("顾客满意度|90|91\n首次认证年份|2012|2013", &["row 1 unread_row", "unusable"]),
        ("顾客满意度|90|91\n利润总额|1998|1999", &["row 1 unread_row", "unusable"]),
        // Rows above headings that have others below them may be another table's.
        (
            "顾客满意度|90|91\n指标|2013|2014\n产品合格率|98|98.5",
            &["B3 conforming-rate value:2013 98", "C3 conforming-rate value:2014 98.5", "row 1 unread_row"],
        ),
        // Each row may be about the headings above it or below it.
        (
            "顾客满意度|90|91\n指标|2013年|2014年\n产品合格率|98|98.5\n指标|2015年|2016年",
            &["B3 no_year", "C3 no_year", "row 1 unread_row"],
        ),
    ]);
}

#[test]
fn names_beside_figures_never_come_to_nothing_without_a_word() {
    check(&[
        // No year at all, years twice, a year for each company.
        ("顾客满意度|90|91\n产品合格率|98|98.5", &["row 1 unread_row", "row 2 unread_row", "unusable"]),
        (
            "公司|年份|顾客满意度\n甲|2013|90\n甲|2014|91\n乙|2013|80\n乙|2014|81",
            &["row 1 unread_row", "unusable"],
        ),
        ("季度|顾客满意度\n一季度|90\n二季度|91", &["row 1 unread_row", "unusable"]),
        ("指标|2014年上半年\n顾客满意度|40", &["row 2 unread_row", "unusable"]),
        ("指标|北京|上海\n顾客满意度|90|91", &["row 2 unread_row", "unusable"]),
        // All that is entered is blank, and the figures stand where nothing is taken from.
        ("指标|2014年上半年|2014年\n顾客满意度|40|", &["row 2 unread_row"]),
        // Nothing to say of a list without figures, of one that only counts them, and of one that is still to be filled in.
        ("指标|责任部门\n顾客满意度|市场部", &["unusable"]),
        ("序号|指标|责任部门\n1|顾客满意度|市场部\n2|产品合格率|质量部", &["unusable"]),
        ("指标|单位|2013年|2014年\n顾客满意度|分||\n产品合格率|%|—|—", &[]),
        // The same again says nothing new.
        (
            "指标|2014年|指标|2014年\n顾客满意度|91|顾客满意度|91",
            &["B2 customer-satisfaction value:2014 91"],
        ),
    ]);
}

#[test]
fn the_command_line_says_which_sheet_gave_nothing_and_why() {
    let folder = folder("import-unread");
    let empty = put(&folder, "blank.json", answer(&["new"]));
    let out = folder.join("out.json").display().to_string();
    let unread = put(&folder, "unread.csv", "公司,年份,顾客满意度\n甲,2013,90\n乙,2013,80\n");
    let sentence = refusal(&["import", &empty, &unread, "-o", &out, "--language", "en"]);
    assert!(sentence.contains("“顾客满意度” in C1"), "{sentence}");
    let sentence = refusal(&["import", &empty, &unread, "-o", &out, "--language", "zh"]);
    assert!(sentence.contains("C1") && sentence.contains("顾客满意度"), "{sentence}");
    // Beside a sheet that is read, and with the cells where they stand in the file.
    let page = "<meta charset=utf-8><table><tr><td>指标<td>2014<tr><td>利润总额<td>4930</table><table><tr><td>公司<td>顾客满意度<tr><td>甲<td>90</table><table><tr><td>产品合格率<td>厂区绿化率<td>年份<tr><td>98<td>30<td>2013<tr><td>98.5<td>31<td>2014</table>";
    let table = put(&folder, "page.xls", page);
    let told = json_answer(&["import", &empty, &table, "-o", &out, "--language", "en", "--unit", "万元"]);
    let cells: Vec<&serde_json::Value> = told["taken"].as_array().into_iter().flatten().map(|step| &step["cell"]).collect();
    assert_eq!(cells, [&json!("B2"), &json!("A2"), &json!("A3")]);
    let unknown: Vec<(&serde_json::Value, &serde_json::Value)> = told["unknown"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| (&row["cell"], &row["reason"]))
        .collect();
    assert_eq!(unknown, [(&json!("B1"), &json!("unread_row")), (&json!("B1"), &json!("unknown_row"))]);
    assert_eq!(told["sheets"].as_array().map(Vec::len), Some(2));
    // An export whose headings stand below.
    let below = put(&folder, "below.csv", "顾客满意度,90,91\n,2013年,2014年\n");
    let told = json_answer(&["import", &empty, &below, "-o", &out]);
    assert_eq!((&told["taken"][0]["cell"], &told["sheets"][0]["heading_row"]), (&json!("B1"), &json!(2)));
    assert_eq!(book_of("顾客满意度|90|91\n|2013年|2014年").tables[0].row_in_file(0), 1);
}
