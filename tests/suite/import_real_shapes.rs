//! Workbooks in the shapes offices send: a title, headings in two and three rows, joined cells, units in brackets, in a column and in a caption,
//! `2023年`, a total row, hidden columns. Every figure that arrives is right or asked for, by the core and by `award-kit import`.

use crate::command_line::{answer, folder, json_answer, put};
use crate::import_doubts::outcome;
use crate::made_workbooks::{Made, made, rows};
use award_kit::import::read_book;

struct Shape {
    name: &'static str,
    rows: &'static str,
    joined: &'static str,
    /// Columns that are hidden, from 1.
    hidden: &'static [usize],
    formats: &'static [&'static str],
    expected: &'static [&'static str],
}

const SHAPES: &[Shape] = &[
    Shape {
        name: "a department's table with a plan beside the year",
        rows: "北京某某机械制造有限公司2023年度主要经营指标完成情况表\n编制部门：财务部|~|~|~|~|~|~|~|金额单位：万元\n序号|指标名称|计量单位|2021年|2022年|2023年|~|~|备注\n~|~|~|实际|实际|目标|实际|完成率|~\n\
               一|经济效益指标\n1|主营业务收入|万元|45000|47000|50000|48300|96.6%|\n2|利润总额|万元|4500|4600|5000|4930|98.6%|\n3|全员劳动生产率|万元/人|24|24.5|25|25.2|100.8%|\n~|小计|~|1|2|3|4\n\
               二|质量指标\n4|产品合格率|%|98.2|98.5|99|98.8|99.8%|\n5|千人负伤率|‰|1.2|1.1|1|0.9|~|越低越好\n~|合计|~|1|2|3|4",
        joined: "A1:I1 A3:A4 B3:B4 C3:C4 I3:I4 F3:H3",
        hidden: &[],
        formats: &[],
        expected: &[
            "D6 main-revenue value:2021 45000",
            "E6 main-revenue value:2022 47000",
            "F6 main-revenue target 50000",
            "G6 main-revenue value:2023 48300",
            "D7 total-profit value:2021 4500",
            "E7 total-profit value:2022 4600",
            "F7 total-profit target 5000",
            "G7 total-profit value:2023 4930",
            "D8 labour-productivity value:2021 24",
            "E8 labour-productivity value:2022 24.5",
            "F8 labour-productivity target 25",
            "G8 labour-productivity value:2023 25.2",
            "D11 conforming-rate value:2021 98.2",
            "E11 conforming-rate value:2022 98.5",
            "F11 conforming-rate target 99",
            "G11 conforming-rate value:2023 98.8",
            "D12 injury-rate value:2021 1.2",
            "E12 injury-rate value:2022 1.1",
            "F12 injury-rate target 1",
            "G12 injury-rate value:2023 0.9",
            "row 9 unknown_row",
            "row 13 unknown_row",
        ],
    },
    Shape {
        name: "headings three rows deep, joined in both directions, words for names twice",
        rows: "某公司三年指标\n指标|~|经营结果|~|~|~|~|~\n~|~|2022年|~|~|2023年|~|~\n名称|单位|目标|实际|同比%|目标|实际|同比%\n\
               主营业务收入|亿元|4.6|4.7|3|5|4.83|4\n顾客满意度|分|90|91|~|92|91.5|~\n产品合格率|%|99|98.5|~|99.5|98.8|~\n总计|~|1|2|3|4|5|6",
        joined: "A1:H1 A2:B3 C2:H2 C3:E3 F3:H3",
        hidden: &[],
        formats: &[],
        expected: &[
            "D5 main-revenue value:2022 47000*",
            "F5 main-revenue target 50000*",
            "G5 main-revenue value:2023 48300*",
            "D6 customer-satisfaction value:2022 91",
            "F6 customer-satisfaction target 92",
            "G6 customer-satisfaction value:2023 91.5",
            "D7 conforming-rate value:2022 98.5",
            "F7 conforming-rate target 99.5",
            "G7 conforming-rate value:2023 98.8",
            "row 8 unknown_row",
        ],
    },
    Shape {
        name: "months hidden, the unit in the title and in brackets, formats with a scale",
        rows: "2023年质量指标统计表（单位：千元）\n指标（单位）|1月|2月|3月|2023年合计|2022年合计|2023年目标\n\
               主营业务收入（千元）|1|2|3|483000|470000|500000\n利润总额|1|2|3|49300000@1|46000000@1|50000000@1\n产品合格率（%）|1|2|3|0.988@2|0.985@2|0.99@2\n合计|1|2|3|1|2|3",
        joined: "A1:G1",
        hidden: &[2, 3, 4],
        formats: &["#,##0,\"千元\"", "0.0%"],
        expected: &[
            "E3 main-revenue value:2023 48300*",
            "F3 main-revenue value:2022 47000*",
            "G3 main-revenue target 50000*",
            "E4 total-profit value:2023 4930*",
            "F4 total-profit value:2022 4600*",
            "G4 total-profit target 5000*",
            "E5 conforming-rate value:2023 98.8",
            "F5 conforming-rate value:2022 98.5",
            "G5 conforming-rate target 99",
            "row 6 unknown_row",
        ],
    },
    Shape {
        name: "own figures beside those of the best, the year named twice, names joined over two columns",
        rows: "表7-1 产品和服务结果\n指标|~|单位|2021年|2022年|2023年|2023年\n~|~|~|本公司|本公司|本公司|标杆（A公司）\n\
               产品合格率|~|%|98.2|98.5|98.8|99\n顾客满意度|~|分|90|91|91.5|93\n主营业务收入（亿元）|~|~|4.5|4.7|4.83|9\n合计|~|~|1|2|3|4",
        joined: "A1:G1 A2:B3 C2:C3 A4:B4 A5:B5 A6:B6",
        hidden: &[],
        formats: &[],
        expected: &[
            "D4 conforming-rate value:2021 98.2",
            "E4 conforming-rate value:2022 98.5",
            "F4 conforming-rate value:2023 98.8",
            "G4 conforming-rate benchmark:2023 99",
            "D5 customer-satisfaction value:2021 90",
            "E5 customer-satisfaction value:2022 91",
            "F5 customer-satisfaction value:2023 91.5",
            "G5 customer-satisfaction benchmark:2023 93",
            "D6 main-revenue value:2021 45000*",
            "E6 main-revenue value:2022 47000*",
            "F6 main-revenue value:2023 48300*",
            "G6 main-revenue benchmark:2023 90000*",
            "row 7 unknown_row",
        ],
    },
    Shape {
        name: "kinds below each other under one joined name, a hidden year",
        rows: "主要指标（2021—2023年）\n指标名称|单位|类别|2021年|2022年|2023年\n产品合格率|%|目标|98|98.5|99\n~|~|实际|98.2|98.5|98.8\n~|~|标杆|99|99|99.2\n\
               主营业务收入|亿元|目标|4.6|4.8|5\n~|~|实际|4.5|4.7|4.83\n~|~|标杆|9|9.5|10\n合计|~|~|1|2|3",
        joined: "A3:A5 B3:B5 A6:A8 B6:B8 A1:F1",
        hidden: &[4],
        formats: &[],
        expected: &[
            "F3 conforming-rate target 99",
            "E4 conforming-rate value:2022 98.5",
            "F4 conforming-rate value:2023 98.8",
            "E5 conforming-rate benchmark:2022 99",
            "F5 conforming-rate benchmark:2023 99.2",
            "F6 main-revenue target 50000*",
            "E7 main-revenue value:2022 47000*",
            "F7 main-revenue value:2023 48300*",
            "E8 main-revenue benchmark:2022 95000*",
            "F8 main-revenue benchmark:2023 100000*",
            "D3 hidden",
            "D4 hidden",
            "D5 hidden",
            "D6 hidden",
            "D7 hidden",
            "D8 hidden",
            "row 9 unknown_row",
        ],
    },
];

fn workbook(shape: &Shape) -> Vec<u8> {
    let joined = shape
        .joined
        .split(' ')
        .map(|range| format!(r#"<mergeCell ref="{range}"/>"#))
        .collect::<String>();
    let hidden = shape
        .hidden
        .iter()
        .map(|column| format!(r#"<col min="{column}" max="{column}" hidden="1"/>"#))
        .collect::<String>();
    made(&Made {
        rows: rows(shape.rows),
        before: if hidden.is_empty() { hidden } else { format!("<cols>{hidden}</cols>") },
        behind: format!("<mergeCells>{joined}</mergeCells>"),
        formats: shape.formats.iter().map(|format| (*format).to_owned()).collect(),
        ..Made::default()
    })
}

#[test]
fn workbooks_of_real_shapes_give_every_figure_right_or_ask_for_it() {
    for shape in SHAPES {
        let told = outcome(&read_book(&workbook(shape)).expect("a book"));
        assert_eq!(told, shape.expected, "{}", shape.name);
    }
}

#[test]
fn the_command_line_tells_the_same_of_them() {
    let folder = folder("import-real-shapes");
    let blank = put(&folder, "blank.json", answer(&["new"]));
    for (at, shape) in SHAPES.iter().enumerate() {
        let table = put(&folder, &format!("{at}.xlsx"), workbook(shape));
        let out = folder.join(format!("{at}.json")).display().to_string();
        let told = json_answer(&["import", &blank, &table, "-o", &out, "--language", "en"]);
        let list = |name: &str| told[name].as_array().cloned().unwrap_or_default();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let mut lines: Vec<String> = list("taken")
            .iter()
            .map(|step| {
                let star = if step["converted"] == true { "*" } else { "" };
                format!(
                    "{} {} {} {}{star}",
                    text(&step["cell"]),
                    text(&step["id"]),
                    text(&step["what"]),
                    text(&step["value"])
                )
            })
            .collect();
        lines.extend(
            list("refused")
                .iter()
                .map(|refused| format!("{} {}", text(&refused["cell"]), text(&refused["reason"]))),
        );
        lines.extend(list("unknown").iter().map(|row| format!("row {} {}", row["row"], text(&row["reason"]))));
        assert_eq!(lines, shape.expected, "{}", shape.name);
    }
}
