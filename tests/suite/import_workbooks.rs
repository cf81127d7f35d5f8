//! Files as offices and their programs make them, rebuilt small: number formats, hidden rows, joined cells, formulas without a result, odd parts.

use crate::import_doubts::outcome;
use crate::import_files::zipped;
use crate::made_workbooks::{Made, made, rows};
use crate::memory::peak;
use award_kit::import::{TableError, read_book};
use cpu_time::ThreadTime;

/// What no table takes more of, in worker and command line.
const MOST_HELD: usize = 512_000_000;

fn told(bytes: &[u8]) -> Vec<String> {
    outcome(&read_book(bytes).expect("a book"))
}

#[test]
fn number_is_read_as_its_format_shows_it_with_all_its_digits() {
    // Row of the sheet, format, number, what becomes of it.
    let list = [
        ("产品合格率", "0.0%", "0.963", "conforming-rate value:2014 96.3"),
        ("产品合格率", "0.00%;-0.00%", "0.98765", "conforming-rate value:2014 98.765"),
        ("产品合格率", r"0.0\%", "96.3", "conforming-rate value:2014 96.3"),
        ("产品合格率", r###"0.0"%""###, "96.3", "conforming-rate value:2014 96.3"),
        ("产品合格率", "0.0!%", "96.3", "conforming-rate value:2014 96.3"),
        ("产品合格率", "0.00_%", "96.3", "conforming-rate value:2014 96.3"),
        ("产品合格率", "[<1]0.0%;0.0", "96.3", "conforming-rate value:2014 96.3"),
        ("产品合格率", "[<1]0.0%;0.0", "0.963", "conforming-rate value:2014 96.3"),
        ("产品合格率", "[>1]0.0;0.0%", "0.963", "conforming-rate value:2014 96.3"),
        ("产品合格率", "[Red]0.0%", "0.963", "conforming-rate value:2014 96.3"),
        ("产品合格率", "[红色]0.0%", "0.963", "conforming-rate value:2014 96.3"),
        ("产品合格率", "0.0", "0.963", "share"),
        ("主营业务收入", r###"0"."0,"万元""###, "483000000", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"0!.0,"万元""###, "483000000", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"0\.0,"万元""###, "483000000", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"#","##0"."0,"万元""###, "483000000", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"0"."0000"万元""###, "483001234", "main-revenue value:2014 48300.1234"),
        ("主营业务收入", r###"0"."00,,"亿元""###, "483000000", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"0.00"亿元""###, "4.83", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"0.00亿元"###, "4.83", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"G/通用格式"亿元""###, "4.83", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"General"万元""###, "48300", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"#,##0.00,,"百万元""###, "483000000", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"#,##0,"千元""###, "483000000", "main-revenue value:2014 48300*"),
        ("主营业务收入", "#,##0,", "483000000", "scaled"),
        ("主营业务收入（千元）", "#,##0,", "483000000", "main-revenue value:2014 48300*"),
        ("主营业务收入", r###"0"."0,"###, "483000000", "scaled"),
        ("主营业务收入", "#,##0.00_);(#,##0.00)", "-5", "main-revenue value:2014 -5"),
        ("主营业务收入", "44", "48300", "currency"),
        ("主营业务收入", "42", "48300", "currency"),
        ("主营业务收入", "7", "48300", "currency"),
        ("主营业务收入（万元）", "44", "48300", "main-revenue value:2014 48300"),
        ("主营业务收入", "4", "48300", "main-revenue value:2014 48300"),
        ("主营业务收入", r###"0.0"M""###, "483", "format"),
        ("主营业务收入", r###"0.0"百万元人民币整数""###, "483", "format"),
        // What a format writes beside a number is read with it.
        ("主营业务收入", r###""亿元"0.00"###, "4.83", "main-revenue value:2014 48300*"),
        ("顾客满意度", r###""约"0.0"###, "91", "not_a_number"),
        ("顾客满意度", r###""≥"0"###, "91", "not_a_number"),
        ("产品合格率", r###""近"0.0%"###, "0.963", "not_a_number"),
        ("顾客满意度", r###"0.0"左右""###, "91", "other_unit"),
        ("顾客满意度", r###"0.0"(预计)""###, "91", "other_unit"),
        ("顾客满意度", r###"0.0" 分""###, "91", "customer-satisfaction value:2014 91"),
        ("主营业务收入", "#,##0.00;[Red]#,##0.00", "-5", "main-revenue value:2014 -5"),
        (
            "主营业务收入",
            r###"_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ "###,
            "48300",
            "currency",
        ),
        (
            "主营业务收入（万元）",
            r###"_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ "###,
            "48300",
            "main-revenue value:2014 48300",
        ),
        (
            "主营业务收入（万元）",
            r###"_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ "###,
            "-48300",
            "main-revenue value:2014 -48300",
        ),
        ("主营业务收入（元）", "[$￥-804]#,##0.00", "483000000", "main-revenue value:2014 48300*"),
        ("主营业务收入", "[$$-409]#,##0.00", "48300", "other_unit"),
        ("主营业务收入", r###"[$€-2] #,##0.00"###, "48300", "other_unit"),
        ("主营业务收入", "0.00E+00", "48300", "main-revenue value:2014 48300"),
        ("主营业务收入", "# ?/?", "0.5", "main-revenue value:2014 0.5"),
        ("主营业务收入", ";;;", "48300", "format"),
        ("主营业务收入", r###"0"000""###, "48300", "format"),
        ("主营业务收入", r###""-"0"###, "48300", "format"),
        ("主营业务收入", "yyyy-m-d", "42000", "date"),
        ("主营业务收入", "[h]:mm", "1.5", "format"),
        ("主营业务收入", "h:mm", "0.5", "format"),
        ("平均等待或响应时间", r###"0"分钟""###, "25", "waiting-time value:2014 25"),
        ("平均等待或响应时间", r###"0"小时""###, "25", "other_unit"),
        ("顾客满意度", "@", "91", "customer-satisfaction value:2014 91"),
        ("顾客满意度", "[DBNum1]General", "91", "customer-satisfaction value:2014 91"),
    ];
    let mut wrong = Vec::new();
    for (name, format, number, expected) in list {
        let bytes = made(&Made {
            rows: rows(&format!("指标|2014\n{name}|{number}@1")),
            formats: vec![format.to_owned()],
            ..Made::default()
        });
        let told = told(&bytes);
        if told != [format!("B2 {expected}")] {
            wrong.push(format!("{name} {number} as {format}: {told:?}, should be {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn years_that_are_days_are_read_as_far_as_they_are_shown() {
    let bytes = made(&Made {
        rows: rows("指标|41640@1|41974@2|42004@3\n顾客满意度|91|92|93"),
        formats: vec![r#"yyyy"年""#.to_owned(), r#"yyyy"年"m"月""#.to_owned(), "yyyy-mm-dd".to_owned()],
        ..Made::default()
    });
    // 2014, December of 2014, and the last day of 2014.
    assert_eq!(told(&bytes), ["B2 twice", "D2 twice"]);
    let bytes = made(&Made {
        rows: rows("指标|41275@1|42004@2\n顾客满意度|91|93"),
        formats: vec![r#"yyyy"年""#.to_owned(), "yyyy-mm-dd".to_owned()],
        ..Made::default()
    });
    assert_eq!(
        told(&bytes),
        ["B2 customer-satisfaction value:2013 91", "C2 customer-satisfaction value:2014 93"]
    );
}

#[test]
fn what_is_hidden_or_filtered_away_is_not_taken_and_told() {
    let filtered = Made {
        rows: rows("指标|2014\n顾客满意度|88!hidden\n顾客满意度|91\n员工满意度|70"),
        ..Made::default()
    };
    assert_eq!(
        told(&made(&filtered)),
        ["B3 customer-satisfaction value:2014 91", "B4 employee-satisfaction value:2014 70", "B2 hidden"]
    );
    for columns in [
        r#"<cols><col min="2" max="2" hidden="1"/></cols>"#,
        r#"<cols><col min="2" max="2" width="0" customWidth="1"/></cols>"#,
    ] {
        let hidden = Made {
            before: columns.to_owned(),
            rows: rows("指标|2013|2014\n顾客满意度|90|91"),
            ..Made::default()
        };
        assert_eq!(told(&made(&hidden)), ["C2 customer-satisfaction value:2014 91", "B2 hidden"]);
    }
}

#[test]
fn joined_cells_say_the_same_of_all_they_cover() {
    let joined = |cells: &str, text: &str| {
        let one = |range: &str| format!(r#"<mergeCell ref="{range}"/>"#);
        let all: String = cells.split(' ').map(one).collect();
        told(&made(&Made {
            rows: rows(text),
            behind: format!("<mergeCells>{all}</mergeCells>"),
            ..Made::default()
        }))
    };
    assert_eq!(
        joined("A1:A2 B1:C1", "指标|2014年|~|备注\n~|目标|实际\n顾客满意度|90|91|x"),
        ["B3 customer-satisfaction target 90", "C3 customer-satisfaction value:2014 91"]
    );
    assert_eq!(
        joined("A2:A3", "指标|类别|2014\n顾客满意度|实际|88\n~|行业标杆|90"),
        ["C2 customer-satisfaction value:2014 88", "C3 customer-satisfaction benchmark:2014 90"]
    );
    assert_eq!(
        joined("A2:A3", "指标|2014\n顾客满意度|88\n~|90"),
        ["B2 twice", "B3 twice"],
        "which of them is not said"
    );
    assert_eq!(
        joined("B2:B3", "指标|单位|2014\n主营业务收入|亿元|4.83\n利润总额|~|0.493"),
        ["C2 main-revenue value:2014 48300*", "C3 total-profit value:2014 4930*"]
    );
    assert_eq!(joined("B2:C2", "指标|2013|2014\n顾客满意度|91"), ["B2 joined"]);
    assert_eq!(joined("B2:B3", "指标|2014\n顾客满意度|91\n员工满意度|~"), ["B2 joined"]);
    assert_eq!(
        joined("A1:D1", "2014年主要指标（亿元）\n指标|目标|实际\n主营业务收入|5|4.83"),
        ["B3 main-revenue target 50000*", "C3 main-revenue value:2014 48300*"]
    );
    assert_eq!(joined("A1:XFD1048576", "指标|2014\n顾客满意度|91"), ["unusable"]);
}

#[test]
fn workbook_of_a_real_shape_gives_every_figure_right_or_asks_for_it() {
    let bytes = made(&Made {
        before: r#"<cols><col min="4" max="4" hidden="1"/></cols>"#.to_owned(),
        rows: rows(
            "某某公司2023年主要指标完成情况\n~|~|~|~|~|单位：亿元\n序号|指标名称|2022年|内部数|2023年|~|备注\n~|~|实际|~|目标|实际\n\
             1|主营业务收入|4.5|9|5|4.83|\n2|利润总额（万元）|4500|9|5000|4930|\n3|产品合格率（%）|98.2|9|99|98.8|\n~|合计|1|2|3|4|",
        ),
        behind: r#"<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="E3:F3"/></mergeCells>"#.to_owned(),
        ..Made::default()
    });
    assert_eq!(
        told(&bytes),
        [
            "C5 main-revenue value:2022 45000*",
            "E5 main-revenue target 50000*",
            "F5 main-revenue value:2023 48300*",
            "C7 conforming-rate value:2022 98.2",
            "E7 conforming-rate target 99",
            "F7 conforming-rate value:2023 98.8",
            // The caption says 亿元, the name 万元.
            "C6 two_units",
            "E6 two_units",
            "F6 two_units",
            "row 8 unknown_row",
        ]
    );
}

#[test]
fn units_below_a_joined_heading_count() {
    let turned = made(&Made {
        rows: rows("年份|主营业务收入|~|利润总额|~\n~|目标值|实际值|目标值|实际值\n~|亿元|亿元|万元|万元\n2022年|4.4|4.5|4400|4500\n2023年|4.8|4.83|4800|4930"),
        behind: r#"<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>"#.to_owned(),
        ..Made::default()
    });
    assert_eq!(
        told(&turned),
        [
            "B5 main-revenue target 48000*",
            "C4 main-revenue value:2022 45000*",
            "C5 main-revenue value:2023 48300*",
            "D5 total-profit target 4800",
            "E4 total-profit value:2022 4500",
            "E5 total-profit value:2023 4930",
        ]
    );
    let upright = made(&Made {
        rows: rows("指标|~|2022年|2023年\n主营业务收入|亿元|4.5|4.83\n利润总额|千元|45000|49300"),
        behind: r#"<mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#.to_owned(),
        ..Made::default()
    });
    assert_eq!(
        told(&upright),
        [
            "C2 main-revenue value:2022 45000*",
            "D2 main-revenue value:2023 48300*",
            "C3 total-profit value:2022 4500*",
            "D3 total-profit value:2023 4930*",
        ]
    );
}

#[test]
fn formula_without_a_result_is_told() {
    let bytes = made(&Made {
        rows: rows("指标|2013|2014\n顾客满意度|90|=B2+1"),
        ..Made::default()
    });
    assert_eq!(told(&bytes), ["B2 customer-satisfaction value:2013 90", "C2 no_result"]);
}

#[test]
fn result_that_was_never_computed_is_told() {
    let heading = rows("指标|2013|2014");
    let row = |cell: &str| format!(r#"{heading}<row r="2"><c r="A2" t="inlineStr"><is><t>顾客满意度</t></is></c>{cell}</row>"#);
    // The cell, and what becomes of it where the file is computed and where it asks for that.
    for (cell, computed, uncomputed) in [
        (r#"<c r="B2"><f>C2+1</f><v>0</v></c>"#, "B2 customer-satisfaction value:2013 0", "B2 no_result"),
        (
            r#"<c r="B2"><f>C2+1</f><v>90</v></c>"#,
            "B2 customer-satisfaction value:2013 90",
            "B2 customer-satisfaction value:2013 90",
        ),
        (
            r#"<c r="B2"><v>0</v></c>"#,
            "B2 customer-satisfaction value:2013 0",
            "B2 customer-satisfaction value:2013 0",
        ),
        (r#"<c r="B2" t="str"><f>C2+1</f></c>"#, "B2 no_result", "B2 no_result"),
        (r#"<c r="B2"><f>C2+1</f><v></v></c>"#, "B2 no_result", "B2 no_result"),
        (
            r#"<c r="B2" t="str"><f>C2&amp;""</f><v></v></c><c r="C2"><v>91</v></c>"#,
            "C2 customer-satisfaction value:2014 91",
            "C2 customer-satisfaction value:2014 91",
        ),
    ] {
        for (asks, expected) in [(false, computed), (true, uncomputed)] {
            let bytes = made(&Made {
                rows: row(cell),
                uncomputed: asks,
                ..Made::default()
            });
            assert_eq!(told(&bytes), [expected], "{cell}, {asks}");
        }
    }
}

#[test]
fn one_odd_cell_or_sheet_does_not_refuse_the_file() {
    for error in [
        "#SPILL!",
        "#CALC!",
        "#BUSY!",
        "#GETTING_DATA",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#PYTHON!",
        "#N/A",
    ] {
        let bytes = made(&Made {
            rows: rows(&format!("指标|2013|2014\n顾客满意度|90|{error}")),
            ..Made::default()
        });
        assert_eq!(told(&bytes), ["B2 customer-satisfaction value:2013 90", "C2 not_a_number"], "{error}");
    }
    let kinds = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];
    let others = kinds.iter().map(|kind| ((*kind).to_owned(), (*kind).to_owned(), "<chartsheet/>".to_owned()));
    for in_utf16 in [false, true] {
        let bytes = made(&Made {
            rows: rows("指标|2014\n顾客满意度|91"),
            others: others.clone().collect(),
            in_utf16,
            ..Made::default()
        });
        assert_eq!(told(&bytes), ["B2 customer-satisfaction value:2014 91"], "{in_utf16}");
    }
}

#[test]
fn what_a_file_says_of_its_sizes_is_not_believed() {
    let started = ThreadTime::now();
    let bytes = made(&Made {
        rows: r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2014</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>91</v></c><c r="C2" t="s"><v>4000000000</v></c></row>"#.to_owned(),
        strings: Some(("<si><t>指标</t></si><si><r><t>顾客</t></r><rPh><t>x</t></rPh><r><t>满意度</t></r></si>".to_owned(), "4000000000".to_owned())),
        ..Made::default()
    });
    assert_eq!(told(&bytes), ["B2 customer-satisfaction value:2014 91"]);
    let many = made(&Made {
        rows: rows("指标|2014\n顾客满意度|91"),
        strings: Some(("<si/>".repeat(1_100_000), "1".to_owned())),
        ..Made::default()
    });
    assert_eq!(read_book(&many), Err(TableError::TooLarge));
    assert!(started.elapsed().as_secs() < 10);
}

#[test]
fn words_in_the_format_of_a_year_count() {
    let years = |numbers: [&str; 2], format: &str| {
        told(&made(&Made {
            rows: rows(&format!("指标|{}@1|{}@1\n顾客满意度|90|91", numbers[0], numbers[1])),
            formats: vec![format.to_owned()],
            ..Made::default()
        }))
    };
    let right = ["B2 customer-satisfaction value:2013 90", "C2 customer-satisfaction value:2014 91"];
    let days = ["41275", "41640"];
    for format in [r#"0"年""#, r#"0"年度""#, r#""FY"0"#, r#"0"年实际""#] {
        assert_eq!(years(["2013", "2014"], format), right, "{format}");
    }
    assert_eq!(years(days, r#"yyyy"年""#), right);
    for format in [r#"0"年上半年""#, r#"0"年预算""#, r#"0"年1-6月""#, r#"0"H1""#, r#"0"E""#] {
        assert_eq!(years(["2013", "2014"], format), ["row 2 unread_row", "unusable"], "{format}");
    }
    for format in [r#"yyyy"年上半年""#, r#"yyyy"年预算""#, r#"yyyy"H1""#] {
        assert_eq!(years(days, format), ["row 2 unread_row", "unusable"], "{format}");
    }
}

#[test]
fn points_that_may_part_thousands_are_asked_for_where_commas_are_decimal() {
    let list: &[(&str, &[&str])] = &[
        (
            "指标;2013;2014\n主营业务收入;45.000;48.300\n产品合格率;98,2;98,5\n",
            &["B2 ambiguous_comma", "C2 ambiguous_comma", "B3 ambiguous_comma", "C3 ambiguous_comma"],
        ),
        (
            "指标\t2013\t2014\n主营业务收入\t45.000,5\t-1.048.300\n顾客满意度\t90.5\t91\n",
            &[
                "B3 customer-satisfaction value:2013 90.5",
                "C3 customer-satisfaction value:2014 91",
                "B2 ambiguous_comma",
                "C2 ambiguous_comma",
            ],
        ),
        // Thousands parted by commas, and three decimals where no comma is decimal.
        (
            "指标;2013;2014\n主营业务收入;45,000;48,300\n产品合格率;98.125;98.5\n",
            &[
                "B2 main-revenue value:2013 45000",
                "C2 main-revenue value:2014 48300",
                "B3 conforming-rate value:2013 98.125",
                "C3 conforming-rate value:2014 98.5",
            ],
        ),
    ];
    for (text, expected) in list {
        assert_eq!(told(text.as_bytes()), *expected, "{text}");
    }
}

#[test]
fn quotation_mark_that_is_never_closed_swallows_nothing() {
    for text in [
        "指标,2014\n\"顾客满意度,91\n员工满意度,70\n",
        "指标,2014,备注\n顾客满意度,91,\"好\n员工满意度,70,\n",
        "指标,2014,备注\n顾客满意度,91,5\" 屏\n员工满意度,70,\"x\"y\n",
        "指标,2014,备注\n顾客满意度,91,\"\"\"\n员工满意度,70,\n",
        "指标\t2014\t备注\n顾客满意度\t91\t\"\n员工满意度\t70\t\n",
    ] {
        let told = told(text.as_bytes());
        assert_eq!(
            told,
            ["B2 customer-satisfaction value:2014 91", "B3 employee-satisfaction value:2014 70"],
            "{text}"
        );
    }
    let started = ThreadTime::now();
    let many = format!("指标,2014\n{}", "\"\"\"a,\n".repeat(19_000));
    assert!(read_book(many.as_bytes()).is_ok());
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn tabs_behind_every_cell_of_a_comma_separated_file_are_no_delimiters() {
    for text in [
        "指标,\t2014,\t2015\t\n顾客满意度,\t90,\t91\t\n",
        "\t指标,\t2014,\t2015\n\t顾客满意度,\t90,\t91\n",
        "\"指标\"\t,\"2014\"\t,\"2015\"\t\n\"顾客满意度\"\t,\"90\"\t,\"91\"\t\n",
    ] {
        let told = told(text.as_bytes());
        assert_eq!(
            told,
            ["B2 customer-satisfaction value:2014 90", "C2 customer-satisfaction value:2015 91"],
            "{text:?}"
        );
    }
}

const HTML: &str = r#"<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td { color: red }</style></head><body>
<TABLE border=1><tr><th rowspan=2>指标<th colspan="2">2014年</tr><tr><td>目标</td><td>实际</td></tr>
<tr style='display: none'><td>顾客满意度<td>1<td>2</tr>
<tr><td>顾客<b>满意度</b></td><td>90<br></td><td>91</td></tr>
<!-- <tr><td>员工满意度</td></tr> --><tr><td>产品合格率</td><td>&nbsp;</td><td x:num="0.96345">96.3%</td></tr>
<tr><td>主营业务收入</td><td></td><td x:num="483012345">48301.2万元</td></tr></table></body></html>"#;

#[test]
fn web_page_named_as_a_workbook_is_read_as_it_is_shown() {
    let expected = [
        "B4 customer-satisfaction target 90",
        "C4 customer-satisfaction value:2014 91",
        "C5 conforming-rate value:2014 96.345",
        "C6 main-revenue value:2014 48301.2345",
        "B3 hidden",
        "C3 hidden",
    ];
    assert_eq!(told(HTML.as_bytes()), expected);
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(HTML.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&utf16), expected);
}

#[test]
fn workbook_as_one_xml_file_is_read() {
    let text = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="b" ss:Name="Percent"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="p" ss:Parent="b"/><Style ss:ID="w"><NumberFormat ss:Format="0&quot;.&quot;0,&quot;万元&quot;"/></Style></Styles>
<Worksheet ss:Name="S"><Table><Column ss:Index="3" ss:Hidden="1"/>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">指标</Data></Cell><Cell ss:MergeAcross="2"><Data ss:Type="String">2014年</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">目标</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">实际</Data></Cell></Row>
<Row ss:Index="5"><Cell><Data ss:Type="String">产品合格率</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.99</Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.963</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">主营业务收入</Data></Cell><Cell ss:Formula="=1+1"/><Cell/><Cell ss:StyleID="w"><Data ss:Type="Number">483000000</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="H"><Table><Row><Cell><Data ss:Type="String">指标</Data></Cell><Cell><Data ss:Type="Number">2014</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>"#;
    assert_eq!(
        told(text.as_bytes()),
        [
            "B5 conforming-rate target 99",
            "D5 conforming-rate value:2014 96.3",
            "D6 main-revenue value:2014 48300",
            "B6 no_result"
        ]
    );
}

#[test]
fn columns_and_classes_that_a_web_page_hides_are_not_read() {
    let page = |head: &str, columns: &str, cells: &str| {
        format!("<html><head>{head}</head><table>{columns}<tr><th>指标</th><th>2013年</th><th>2014年</th></tr><tr>{cells}</tr></table></html>")
    };
    let plain = "<td>顾客满意度</td><td>90</td><td>91</td>";
    let shown = ["C2 customer-satisfaction value:2014 91", "B2 hidden"];
    let hidden = [
        ("", "<col><col style='display: none'><col>", plain),
        (
            "",
            "<colgroup><col width=64><col width=0 style='display:none;mso-width-alt:0'></colgroup>",
            plain,
        ),
        (
            "",
            "<colgroup span=1></colgroup><colgroup span=1 style=\"visibility: collapse\"></colgroup>",
            plain,
        ),
        ("", "<col><colgroup style='display:none'><col></colgroup><col>", plain),
        (
            "<style>td.x, .gone { color: red; DISPLAY : none }</style>",
            "<col><col class='wide gone'>",
            plain,
        ),
        (
            "<style><!-- .off{display:none} --></style>",
            "",
            "<td>顾客满意度</td><td class=off>90</td><td>91</td>",
        ),
    ];
    for (head, columns, cells) in hidden {
        assert_eq!(told(page(head, columns, cells).as_bytes()), shown, "{head}{columns}{cells}");
    }
    let all = ["B2 customer-satisfaction value:2013 90", "C2 customer-satisfaction value:2014 91"];
    for (head, columns) in [
        ("<style>.gone{color:red} .other{display:none}</style>", "<col><col class=gone><col>"),
        ("", "<col span=3 style='width:0'>"),
    ] {
        assert_eq!(told(page(head, columns, plain).as_bytes()), all, "{head}{columns}");
    }
}

#[test]
fn open_document_that_is_locked_as_a_whole_is_said_to_be() {
    let manifest = r#"<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
        <manifest:file-entry manifest:full-path="encrypted-package" manifest:size="4711"><manifest:encryption-data><manifest:algorithm
        manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>"#;
    let locked = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("encrypted-package", b"\x8f\x02\xff"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    assert_eq!(read_book(&locked), Err(TableError::Encrypted));
    // Something else that is called so.
    assert_eq!(read_book(&zipped(&[("encrypted-package", b"x")])), Err(TableError::Unreadable));
}

#[test]
fn open_document_with_line_breaks_between_its_cells_is_read() {
    let cell = |kind: &str, text: &str| format!("<table:table-cell {kind}>\n<text:p>{text}</text:p>\n</table:table-cell>\n");
    let number = |value: &str, text: &str| cell(&format!(r#"office:value-type="float" office:value="{value}""#), text);
    let row = |cells: &[String]| format!("<table:table-row>\n{}</table:table-row>\n", cells.concat());
    let text = |text: &str| cell(r#"office:value-type="string""#, text);
    let content = |manifest: &str| {
        let rows = [
            row(&[text("指标"), number("2013", "2013"), number("2014", "2014")]),
            row(&[
                text("产品<text:span>合格率</text:span>"),
                cell(r#"office:value-type="percentage" office:value="0.963""#, "96.3%"),
                number("96.3", "96.3%"),
            ]),
            row(&[
                text("主营业务收入"),
                number("483012345", "48301.2万元"),
                r#"<table:table-cell table:formula="of:=[.B3]+1"/>"#.to_owned(),
            ]),
            format!(
                r#"<table:table-row table:visibility="filter">{}{}</table:table-row>"#,
                text("顾客满意度"),
                number("88", "88")
            ),
            r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#.to_owned(),
        ];
        let sheet = format!(r#"<table:table table:name="S"><table:table-column/>{}</table:table>"#, rows.concat());
        let content =
            format!("<office:document-content><office:body>\n<office:spreadsheet>\n{sheet}</office:spreadsheet></office:body></office:document-content>");
        zipped(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", manifest.as_bytes())])
    };
    assert_eq!(
        told(&content("")),
        [
            "B2 conforming-rate value:2013 96.3",
            "C2 conforming-rate value:2014 96.3",
            "B3 main-revenue value:2013 48301.2345",
            "C3 no_result",
            "B4 hidden",
        ]
    );
    assert_eq!(read_book(&content("<manifest:encryption-data/>")), Err(TableError::Encrypted));
}

#[test]
fn binary_workbook_and_other_office_files_are_named_for_what_they_are() {
    let binary = zipped(&[("xl/workbook.bin", b"x"), ("[Content_Types].xml", b"<Types/>")]);
    assert_eq!(read_book(&binary), Err(TableError::Binary));
    let letter = zipped(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(read_book(&letter), Err(TableError::Unreadable));
}

/// A file of the older kind with one sector chain: header, table of chains, directory; `next` are the first chains.
pub fn compound(next: &[u32], entries: &[(&str, u8, u32, u32)], content: &[u8]) -> Vec<u8> {
    let mut header = vec![0_u8; 512];
    header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    header[26] = 3;
    header[30] = 9;
    header[32] = 6;
    header[44] = 1;
    header[48..52].copy_from_slice(&1_u32.to_le_bytes());
    header[60..64].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[76..512].fill(0xff);
    header[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let mut table = vec![0xff_u8; 512];
    for (at, next) in next.iter().enumerate() {
        table[at * 4..at * 4 + 4].copy_from_slice(&next.to_le_bytes());
    }
    let mut directory = vec![0_u8; 512];
    for (at, (name, kind, start, length)) in entries.iter().enumerate() {
        let entry = &mut directory[at * 128..at * 128 + 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64] = units.len() as u8 + 2;
        entry[66] = *kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
    }
    [header, table, directory, content.to_vec()].concat()
}

#[test]
fn chains_in_a_circle_and_lengths_beyond_the_file_end_with_a_sentence() {
    let started = ThreadTime::now();
    let (last, taken) = (0xffff_fffe_u32, 0xffff_fffd_u32);
    for (name, next, entries) in [
        ("the directory", vec![taken, 1], vec![("Root Entry", 5, last, 0)]),
        (
            "the content",
            vec![taken, last, 3, 2],
            vec![("Root Entry", 5, last, 0), ("Workbook", 2, 2, 0x7fff_ffff)],
        ),
        ("itself", vec![taken, last, 2], vec![("Root Entry", 5, last, 0), ("Workbook", 2, 2, 8000)]),
        ("beyond", vec![taken, last, 70_000], vec![("Root Entry", 5, last, 0), ("Workbook", 2, 2, 8000)]),
        ("no workbook", vec![taken, last], vec![("Root Entry", 5, last, 0)]),
    ] {
        assert_eq!(read_book(&compound(&next, &entries, &[0; 1024])), Err(TableError::Unreadable), "{name}");
    }
    // A record that says a password is needed, whichever way the content is changed.
    let stream = [
        &[0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &[0x2f, 0, 2, 0, 0, 0],
        &[0; 4200],
    ]
    .concat();
    let next: Vec<u32> = [taken, last].into_iter().chain(3..11).chain([last]).collect();
    let length = stream.len() as u32;
    assert_eq!(
        read_book(&compound(&next, &[("Root Entry", 5, last, 0), ("Workbook", 2, 2, length)], &stream)),
        Err(TableError::Encrypted)
    );
    assert!(started.elapsed().as_secs() < 5);
}

/// A row of numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

#[test]
fn damaged_files_end_with_a_table_or_a_sentence() {
    let path = format!("{}/tests/cases/libreoffice-tables/company.xls", env!("CARGO_MANIFEST_DIR"));
    let older = std::fs::read(path).expect("a workbook");
    let mut dice = Dice(14);
    let started = ThreadTime::now();
    let mut read = 0;
    for round in 0..120 {
        let mut bytes = older.clone();
        for _ in 0..=dice.below(12) {
            let at = dice.below(bytes.len());
            bytes[at] = if round % 3 == 0 { 0xff } else { dice.below(256) as u8 };
        }
        if round % 10 == 9 {
            bytes.truncate(dice.below(bytes.len()));
        }
        read += usize::from(read_book(&bytes).is_ok_and(|book| !outcome(&book).is_empty()));
    }
    assert!(read > 10, "some are read all the same: {read}");
    let sheet = rows("某公司2014年指标\n单位：亿元|~|x\n指标|2013年|2014年\n主营业务收入（亿元）|4.5@1|=B4+1\n产品合格率|96.3%|0.963@1");
    for text in [HTML, "指标,2014年（亿元）,\"备注\"\r\n\"主营业务收入\",4.83,\"a\"\"b\"\n", &sheet] {
        for _ in 0..40 {
            let mut marks: Vec<char> = text.chars().collect();
            for _ in 0..=dice.below(8) {
                let (from, other) = (dice.below(marks.len()), dice.below(marks.len()));
                match dice.below(3) {
                    0 => {
                        marks.remove(from);
                    }
                    1 => marks.swap(from, other),
                    _ => marks.insert(from, ['"', '<', '>', '&', '（', '9', '年', '\u{feff}', '/'][dice.below(9)]),
                }
            }
            let damaged: String = marks.into_iter().collect();
            let bytes = if text == sheet {
                made(&Made {
                    rows: damaged,
                    formats: vec![r#"0"."0,"万元""#.to_owned()],
                    ..Made::default()
                })
            } else {
                damaged.into_bytes()
            };
            if let Ok(book) = read_book(&bytes) {
                outcome(&book);
            }
        }
    }
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn files_that_say_they_are_larger_than_any_table_end_soon_and_hold_little() {
    let started = ThreadTime::now();
    let large = [
        // One cell, and joined cells, over everything, many times.
        made(&Made {
            rows: rows("指标|2014\n顾客满意度|91"),
            behind: format!("<mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(20_000)),
            ..Made::default()
        }),
        // One long text that every cell names.
        made(&Made {
            rows: (1..=400)
                .map(|row| format!(r#"<row r="{row}">{}</row>"#, r#"<c t="s"><v>0</v></c>"#.repeat(300)))
                .collect(),
            strings: Some((format!("<si><t>{}</t></si>", "长".repeat(2_000_000)), "1".to_owned())),
            ..Made::default()
        }),
        // A format without end.
        made(&Made {
            rows: rows(&format!("指标|2014\n{}", "顾客满意度|91@1\n".repeat(1000))),
            formats: vec![format!("0{}", ",".repeat(1_000_000))],
            ..Made::default()
        }),
        format!("<table>{}", "<tr><td rowspan=20000 colspan=400>x".repeat(5000)).into_bytes(),
        "<table>".repeat(300_000).into_bytes(),
        format!("<table><a {}", "\"'<".repeat(500_000)).into_bytes(),
        format!("指标,2014\n{}", "\"".repeat(2_000_001)).into_bytes(),
        "单位：2014年（万元）,".repeat(399).into_bytes(),
    ];
    for (at, bytes) in large.iter().enumerate() {
        let before = ThreadTime::now();
        let ((), most) = peak(|| {
            if let Ok(book) = read_book(bytes) {
                outcome(&book);
            }
        });
        println!("the {at}th: {most} bytes in {:?}", before.elapsed());
        assert!(before.elapsed().as_secs() < 10, "the {at}th");
        assert!(most < MOST_HELD, "the {at}th: {most} bytes");
    }
    assert!(started.elapsed().as_secs() < 40);
}
