//! Tables as offices write them: what is taken over is right, or it is asked, or it is refused with cell and reason. Each row of a list here is
//! a table, cells parted by `|` and rows by line ends, and what must become of it. The commoner ones stand in `tests/cases/import.md`.

use crate::import_samples::plan_in_own_units as plan;
use crate::import_samples::{book, table};
use crate::samples::{BEIJING, after};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot};
use award_kit::import::{Book, Mapping, Plan, Spot, Step, Table};
use award_kit::indicators::Subject;
use award_kit::language::Language;

fn id(step: &Step) -> String {
    match step.subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => BEIJING.indicator(slot).id.clone(),
        Subject::Indicator(FigureSlot::Own(at)) => format!("own {at}"),
        Subject::Input(slot) => BEIJING.input(slot).id.clone(),
    }
}

/// What becomes of a book: `C2 main-revenue value:2014 48300*`, with a star where it was converted; `D2 two_units` for what is refused,
/// `row 3 unknown_row` for a row that is not known, `ask D` for a column whose meaning has to be said.
pub fn outcome(book: &Book) -> Vec<String> {
    outcome_under(book, &book.tables.iter().map(Mapping::guess).collect::<Vec<Mapping>>())
}

/// The same under mappings of its tables.
fn outcome_under(book: &Book, mappings: &[Mapping]) -> Vec<String> {
    let asked: Vec<Option<Mapping>> = mappings.iter().cloned().map(Some).collect();
    told(book, mappings, &plan(&BEIJING, &Assessment::blank(&BEIJING), book, &asked))
}

/// What a plan says, as [`outcome`] writes it.
pub fn told(book: &Book, mappings: &[Mapping], plan: &Plan) -> Vec<String> {
    let mut told: Vec<String> = plan
        .taken
        .iter()
        .map(|step| {
            let value = award_kit::report::say::taken(Language::En, &step.value);
            let converted = if step.converted { "*" } else { "" };
            format!("{} {} {} {value}{converted}", book.cell_name(step.spot), id(step), step.column.code())
        })
        .collect();
    told.extend(
        plan.refused
            .iter()
            .map(|refused| format!("{} {}", book.cell_name(refused.spot), refused.reason.code())),
    );
    told.extend(plan.unknown.iter().map(|row| format!("row {} {}", row.spot.row + 1, row.reason.code())));
    for (at, (table, mapping)) in book.tables.iter().zip(mappings).enumerate() {
        if mapping.is_usable() {
            let name = |column| {
                let spot = Spot { table: at, row: 0, column };
                spot.name().trim_end_matches('1').to_owned()
            };
            told.extend(mapping.open_columns(table).into_iter().map(|column| format!("ask {}", name(column))));
        } else if !table.rows.is_empty() {
            told.push("unusable".to_owned());
        }
    }
    told
}

pub fn written(text: &str) -> Table {
    let rows: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('|').map(str::trim).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    Table {
        name: String::new(),
        ..table(&rows)
    }
}

/// The book of a table, as it is understood.
pub fn book_of(text: &str) -> Book {
    book(vec![written(text)]).arranged()
}

/// Each table of a list with what must become of it; all that are wrong are told at once.
pub fn check(list: &[(&str, &[&str])]) {
    let wrong: Vec<String> = list
        .iter()
        .filter_map(|(text, expected)| {
            let told = outcome(&book_of(text));
            (told != *expected).then(|| format!("{text}\n  is       {told:?}\n  should be {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn units_count_wherever_they_stand() {
    check(&[
        // In the heading of the figures.
        (
            "指标|2014年（亿元）|2015年(亿元)\n主营业务收入|4.83|5",
            &["B2 main-revenue value:2014 48300*", "C2 main-revenue value:2015 50000*"],
        ),
        (
            "指标|2014年|目标（亿元）\n主营业务收入|48300|5",
            &["B2 main-revenue value:2014 48300", "C2 main-revenue target 50000*"],
        ),
        ("指标|2014年\n|亿元\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        // As a caption of the table, wherever it stands.
        ("财务指标（单位：元）|2014\n主营业务收入|483000000", &["B2 main-revenue value:2014 48300*"]),
        (
            "||单位：亿元\n指标|2013|2014\n主营业务收入|4.5|4.83",
            &["B3 main-revenue value:2013 45000*", "C3 main-revenue value:2014 48300*"],
        ),
        (
            "编制单位：某某公司|2014年12月31日|单位：元\n指标|2014\n主营业务收入|483000000",
            &["B3 main-revenue value:2014 48300*"],
        ),
        (
            "指标|2014\n主营业务收入|483000000\n注：以上金额单位为元",
            &["B2 main-revenue value:2014 48300*"],
        ),
        (
            "单位：万元、%\n指标|2014\n主营业务收入|48300\n产品合格率|96.3",
            &["B3 main-revenue value:2014 48300", "B4 conforming-rate value:2014 96.3"],
        ),
        ("指标|单位：亿元|2014\n主营业务收入||4.83", &["C2 main-revenue value:2014 48300*"]),
        // Two that do not agree.
        ("单位：元\n指标|2014\n主营业务收入|48300\n单位：万元", &["B3 two_units"]),
        // A sign beside the name, without brackets.
        ("指标|2014\n产品合格率‰|963", &["B2 conforming-rate value:2014 96.3*"]),
        ("指标|2014\n千人负伤率%|0.12", &["B2 injury-rate value:2014 1.2*"]),
        ("指标|2014\n顾客满意度%|91", &["B2 not_a_share"]),
        // A caption that names another unit for some of the rows.
        (
            "单位：万元（利润总额为亿元）\n指标|2014\n利润总额|0.493\n产品合格率|98",
            &["B4 conforming-rate value:2014 98", "B3 two_units"],
        ),
        ("金额单位：万元，其中出口为元\n指标|2014\n利润总额|4930", &["B3 two_units"]),
        ("单位：万元，500元以下不计\n指标|2014\n利润总额|4930", &["B3 total-profit value:2014 4930"]),
        (
            "万元产值能耗等指标（单位：亿元）\n指标|2014\n利润总额|0.493",
            &["B3 total-profit value:2014 4930*"],
        ),
        // A note that names a row is of that row alone.
        (
            "指标|2014\n主营业务收入|4.83\n利润总额（千元）|49300\n注：主营业务收入单位为亿元",
            &["B2 main-revenue value:2014 48300*", "B3 total-profit value:2014 4930*"],
        ),
        ("指标|2014\n主营业务收入（万元）|48300\n注：主营业务收入单位为亿元", &["B2 two_units"]),
        (
            "指标|2014\n主营业务收入|4.83\n利润总额|4930\n注：主营业务收入单位为亿元，利润总额单位为万元",
            &["B2 two_units", "B3 two_units"],
        ),
        (
            "(All amounts in RMB thousands unless otherwise stated)\nIndicator|2014\nTotal profit|49300",
            &["B3 total-profit value:2014 4930*"],
        ),
    ]);
}

#[test]
fn units_that_stand_in_columns_without_a_heading_count() {
    check(&[
        (
            "指标||2013|2014\n主营业务收入|亿元|4.5|4.83\n利润总额|〔千元〕|45000|49300",
            &[
                "C2 main-revenue value:2013 45000*",
                "D2 main-revenue value:2014 48300*",
                "C3 total-profit value:2013 4500*",
                "D3 total-profit value:2014 4930*",
            ],
        ),
        // One beside each year: which is meant where they differ is not known.
        (
            "指标|单位|2013年|单位|2014年\n主营业务收入|万元|45000|亿元|4.83\n利润总额|亿元|0.45|亿元|0.493",
            &[
                "C3 total-profit value:2013 4500*",
                "E3 total-profit value:2014 4930*",
                "C2 two_units",
                "E2 two_units",
            ],
        ),
        (
            // Which of both a remark means is not known.
            "指标|2013|备注\n主营业务收入|45000|元\n利润总额|4500|万元\n顾客满意度|91|见附件",
            &["B3 total-profit value:2013 4500", "B4 customer-satisfaction value:2013 91", "B2 two_units"],
        ),
    ]);
}

#[test]
fn a_share_among_percentages_is_asked_for() {
    check(&[
        (
            "指标|2012年|2013年|2014年\n产品合格率（%）|97.5|98.2|0.988",
            &["B2 conforming-rate value:2012 97.5", "C2 conforming-rate value:2013 98.2", "D2 share"],
        ),
        (
            "指标|单位|2013年|2014年\n产品合格率|%|98.2%|0.988",
            &["C2 conforming-rate value:2013 98.2", "D2 share"],
        ),
        // Small ones are what they are, and so is one that grew.
        (
            "指标|2013年|2014年\n产品合格率（%）|0.2|15",
            &["B2 conforming-rate value:2013 0.2", "C2 conforming-rate value:2014 15"],
        ),
        (
            "指标|2013年|2014年\n产品合格率（%）|0.9|1.1",
            &["B2 conforming-rate value:2013 0.9", "C2 conforming-rate value:2014 1.1"],
        ),
    ]);
}

#[test]
fn a_whole_row_of_a_pass_rate_that_may_be_shares_is_asked_for() {
    check(&[
        ("指标|2012|2013|2014\n产品合格率（%）|0.97|0.975|0.98", &["B2 share", "C2 share", "D2 share"]),
        ("指标|单位|2013年|2014年\n产品合格率|%|0.97|1", &["C2 share", "D2 share"]),
        ("单位：%\n指标|2013|2014\n市场占有率|0.25|0.31", &["B3 share", "C3 share"]),
        ("Indicator|2014 (%)\nMarket share|0.9", &["B2 share"]),
        ("指标|2013|2014\n顾客满意度|0.91|0.92", &["B2 share", "C2 share"]),
        // The target and the benchmark beside it as well; what stands above 1 is none.
        (
            "指标|2013年|2014年|目标|2014年标杆\n产品合格率（%）|0.97|0.98|0.99|0.985",
            &["B2 share", "C2 share", "D2 share", "E2 share"],
        ),
        ("指标|2014年|目标\n产品合格率（%）|0.97|99", &["C2 conforming-rate target 99", "B2 share"]),
        (
            "指标|2014年|目标\n产品合格率（%）|97|0.95~0.98",
            &["B2 conforming-rate value:2014 97", "C2 share"],
        ),
        (
            "指标|2014年|目标\n产品合格率（%）|97|0.95%~0.98%",
            &["B2 conforming-rate value:2014 97", "C2 conforming-rate target 0.95 to 0.98"],
        ),
        ("指标|2014年标杆\n产品合格率（%）|0.97", &["B2 share"]),
        // Years that run down, as rows or turned.
        ("指标|年份|数值（%）\n产品合格率|2013|0.97\n产品合格率|2014|0.98", &["C2 share", "C3 share"]),
        ("年份|产品合格率（%）\n2013|0.97\n2014|0.98", &["B2 share", "B3 share"]),
        // What its own sign says, and what a target shows to be so small.
        ("指标|2014\n产品合格率（%）|0.97%", &["B2 conforming-rate value:2014 0.97"]),
        ("指标|2014\n产品合格率（‰）|9.7", &["B2 conforming-rate value:2014 0.97*"]),
        (
            "指标|2013年|2014年|目标\n市场占有率（%）|0.7|0.8|1.2",
            &["B2 market-share value:2013 0.7", "C2 market-share value:2014 0.8", "D2 market-share target 1.2"],
        ),
        // Small ones are what they are, and so is what should be low or has no highest.
        (
            "指标|2013年|2014年\n市场占有率（%）|0.1|0.2",
            &["B2 market-share value:2013 0.1", "C2 market-share value:2014 0.2"],
        ),
        (
            "指标|2013年|2014年\n顾客流失率（%）|0.9|0.8",
            &["B2 customer-churn value:2013 0.9", "C2 customer-churn value:2014 0.8"],
        ),
        (
            "指标|2013年|2014年\n研发投入强度（%）|0.8|0.9",
            &["B2 rd-intensity value:2013 0.8", "C2 rd-intensity value:2014 0.9"],
        ),
    ]);
}

#[test]
fn figures_that_are_entered_tell_how_small_a_rate_is() {
    let slot = FigureSlot::Catalogue(BEIJING.indicator_slot("market-share").expect("an indicator"));
    let book = book(vec![written("指标|2014\n市场占有率（%）|0.9")]).arranged();
    let mappings = [Some(Mapping::guess(&book.tables[0]))];
    for (entered, taken) in [(0.8, 1), (85.0, 0)] {
        let value = FigureChange::Value {
            year: 2013,
            value: Some(entered),
        };
        let assessment = after(&BEIJING, &[Action::Figure(slot, value)]);
        let plan = plan(&BEIJING, &assessment, &book, &mappings);
        assert_eq!((plan.taken.len(), plan.refused.len()), (taken, 1 - taken), "beside {entered}");
    }
}

#[test]
fn of_several_columns_for_a_year_its_own_figure_is_taken_or_asked_for() {
    check(&[
        (
            "指标|2014年计划|2014年完成|2014年完成率\n顾客满意度|90|91|101.1",
            &["B2 customer-satisfaction target 90", "C2 customer-satisfaction value:2014 91"],
        ),
        (
            "指标|2014年完成|2014年完成目标率（%）|2014年目标完成度\n顾客满意度|91|101.1|1.01",
            &["B2 customer-satisfaction value:2014 91"],
        ),
        ("指标|2014年1-6月|2014年\n顾客满意度|40|91", &["C2 customer-satisfaction value:2014 91"]),
        ("指标|2014年上半年|2014年全年\n顾客满意度|40|91", &["C2 customer-satisfaction value:2014 91"]),
        (
            "指标|2014年一季度|2014年二季度|2014年三季度|2014年四季度|2014年全年\n顾客满意度|1|2|3|4|91",
            &["F2 customer-satisfaction value:2014 91"],
        ),
        (
            "指标|2014年1月|2014年2月|2014年合计\n顾客满意度|1|2|91",
            &["D2 customer-satisfaction value:2014 91"],
        ),
        ("指标|2014年预算|2014年决算\n主营业务收入|5|91", &["C2 main-revenue value:2014 91"]),
        ("指标|2014.1-6|2014\n顾客满意度|40|91", &["C2 customer-satisfaction value:2014 91"]),
        (
            "指标|2014年6月30日|2014年12月31日\n顾客满意度|40|91",
            &["C2 customer-satisfaction value:2014 91"],
        ),
        ("指标|2014-06-30|2014-12-31\n顾客满意度|40|91", &["C2 customer-satisfaction value:2014 91"]),
        ("指标|2014年初|2014年末\n顾客满意度|40|91", &["C2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|2014年同比增长\n顾客满意度|91|3", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|较上年增减\n顾客满意度|91|3", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年1-12月\n顾客满意度|91", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年度|2014年实际\n顾客满意度|90|91", &["C2 customer-satisfaction value:2014 91"]),
        (
            "Indicator|2014 Plan|2014 Actual|2014 % of plan completion\nTotal profit|90|91|101",
            &["B2 total-profit target 90", "C2 total-profit value:2014 91"],
        ),
        ("Indicator|H1 2014|Q3 2014|2014\nTotal profit|40|60|91", &["D2 total-profit value:2014 91"]),
        ("Indicator|Budget 2014|Actual 2014\nTotal profit|40|91", &["C2 total-profit value:2014 91"]),
        ("Indicator|Jan 2014|31 December 2014\nTotal profit|40|91", &["C2 total-profit value:2014 91"]),
        ("Indicator|2014A|2015E\nTotal profit|91|95", &["B2 total-profit value:2014 91"]),
        (
            "指标|2014年(1-9月)|2014年第4季|2014Q4|2014年12月|2014年度\n顾客满意度|1|2|3|4|91",
            &["F2 customer-satisfaction value:2014 91"],
        ),
        ("2014年利润表\n项目|本年数|上年数\n利润总额|4930|4500", &["B3 total-profit value:2014 4930"]),
        ("2014年12月31日\n项目|期末余额|年初余额\n年末资产总额|4930|4500", &["B3 assets value:2014 4930"]),
        ("指标|2014年未审|2014年审定\n利润总额|4900|4930", &["C2 total-profit value:2014 4930", "ask B"]),
        // Not certain: asked for.
        ("指标|2014年北京|2013\n顾客满意度|91|90", &["C2 customer-satisfaction value:2013 90", "ask B"]),
        (
            "指标|2014年实际|2014年集团\n顾客满意度|91|92",
            &["B2 customer-satisfaction value:2014 91", "ask C"],
        ),
        ("指标|2014年|2014年\n顾客满意度|91|91", &["B2 customer-satisfaction value:2014 91"]),
        // One row for each month.
        (
            "指标|年份|数值\n顾客满意度|2014年6月|40\n顾客满意度|2014年|91",
            &["C3 customer-satisfaction value:2014 91", "C2 no_year"],
        ),
    ]);
}

#[test]
fn what_is_no_one_year_is_no_year() {
    for heading in ["近10年", "第14年", "10年期", "2014—2015", "201406", "20140630"] {
        check(&[(&format!("指标|{heading}|2013\n顾客满意度|91|90"), &["C2 customer-satisfaction value:2013 90"])]);
    }
}

#[test]
fn several_tables_of_a_sheet_have_their_own_headings() {
    check(&[
        (
            "指标|2013年|2014年\n顾客满意度|90|91\n质量情况|2015年|2016年\n产品合格率|98|99\n员工满意度|70|71",
            &[
                "B2 customer-satisfaction value:2013 90",
                "C2 customer-satisfaction value:2014 91",
                "B4 conforming-rate value:2015 98",
                "C4 conforming-rate value:2016 99",
                "B5 employee-satisfaction value:2015 70",
                "C5 employee-satisfaction value:2016 71",
            ],
        ),
        (
            "指标|2014年\n顾客满意度|91\n指标|2015年\n顾客满意度|92",
            &["B2 customer-satisfaction value:2014 91", "B4 customer-satisfaction value:2015 92"],
        ),
        (
            "一、2014年\n指标|目标|实际\n顾客满意度|90|91\n\n二、2015年\n指标|目标|实际\n员工满意度|90|92",
            &[
                "B3 customer-satisfaction target 90",
                "C3 customer-satisfaction value:2014 91",
                "B7 employee-satisfaction target 90",
                "C7 employee-satisfaction value:2015 92",
            ],
        ),
        (
            "|2013年|2014年\n顾客满意度|90|91\n员工满意度|70|71\n\n|2015年|2016年\n顾客满意度|92|93\n员工满意度|72|73",
            &[
                "B2 customer-satisfaction value:2013 90",
                "C2 customer-satisfaction value:2014 91",
                "B3 employee-satisfaction value:2013 70",
                "C3 employee-satisfaction value:2014 71",
                "B6 customer-satisfaction value:2015 92",
                "C6 customer-satisfaction value:2016 93",
                "B7 employee-satisfaction value:2015 72",
                "C7 employee-satisfaction value:2016 73",
            ],
        ),
        (
            "单位：亿元\n指标|2014\n主营业务收入|4.83\n\n指标|2015\n主营业务收入|5",
            &["B3 main-revenue value:2014 48300*", "B6 main-revenue value:2015 50000*"],
        ),
        (
            "|||单位：亿元\n指标|2014|指标|2015\n主营业务收入|4.83|主营业务收入|5",
            &["B3 main-revenue value:2014 48300*", "D3 main-revenue value:2015 50000*"],
        ),
        (
            "指标|2014年||指标|2014年\n顾客满意度|91||员工满意度|71",
            &["B2 customer-satisfaction value:2014 91", "E2 employee-satisfaction value:2014 71"],
        ),
        (
            "指标|2014年|指标|2015年\n顾客满意度|91|顾客满意度|92",
            &["B2 customer-satisfaction value:2014 91", "D2 customer-satisfaction value:2015 92"],
        ),
    ]);
}

#[test]
fn tables_whose_years_run_down_are_read_turned() {
    check(&[
        (
            "年份|顾客满意度|员工满意度\n2013|90|70\n2014|91|71",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "C2 employee-satisfaction value:2013 70",
                "C3 employee-satisfaction value:2014 71",
            ],
        ),
        (
            "|顾客满意度|主营业务收入（亿元）\n2013年|90|4.5\n2014年|91|4.83",
            &[
                "B2 customer-satisfaction value:2013 90",
                "B3 customer-satisfaction value:2014 91",
                "C2 main-revenue value:2013 45000*",
                "C3 main-revenue value:2014 48300*",
            ],
        ),
        (
            "年度|顾客满意度|主营业务收入|利润总额\n|（分）|（亿元）|（万元）\n2013年|90|4.5|4500\n2014年|91|4.83|4930",
            &[
                "B3 customer-satisfaction value:2013 90",
                "B4 customer-satisfaction value:2014 91",
                "C3 main-revenue value:2013 45000*",
                "C4 main-revenue value:2014 48300*",
                "D3 total-profit value:2013 4500",
                "D4 total-profit value:2014 4930",
            ],
        ),
        // A row for each indicator and year is no such table.
        (
            "指标|年份|数值\n顾客满意度|2013|90\n顾客满意度|2014|91",
            &["C2 customer-satisfaction value:2013 90", "C3 customer-satisfaction value:2014 91"],
        ),
    ]);
}

#[test]
fn units_in_a_row_a_title_or_a_note_of_any_wording_count() {
    check(&[
        // A row of units that has a word for them where the names stand.
        (
            "指标|2013年|2014年\n单位|亿元|亿元\n主营业务收入|4.5|4.83",
            &["B3 main-revenue value:2013 45000*", "C3 main-revenue value:2014 48300*"],
        ),
        (
            "指标|2013年|2014年\n计量单位：|亿元|万元\n主营业务收入|4.5|48300",
            &["B3 main-revenue value:2013 45000*", "C3 main-revenue value:2014 48300"],
        ),
        (
            "指标|2014年|\n（单位：亿元）|目标|实际\n主营业务收入|5|4.83",
            &["B3 main-revenue target 50000*", "C3 main-revenue value:2014 48300*"],
        ),
        // A title with the unit behind it, in one row.
        (
            "经营情况表|||亿元\n指标|2012|2013|2014\n主营业务收入|4.1|4.5|4.83",
            &[
                "B3 main-revenue value:2012 41000*",
                "C3 main-revenue value:2013 45000*",
                "D3 main-revenue value:2014 48300*",
            ],
        ),
        (
            "经营情况表||（人民币千元）\n指标|2013|2014\n主营业务收入|450000|483000",
            &["B3 main-revenue value:2013 45000*", "C3 main-revenue value:2014 48300*"],
        ),
        // Over a table that is turned.
        (
            "经营情况（亿元）\n年份|主营业务收入|利润总额\n2013|4.5|0.45\n2014|4.83|0.493",
            &[
                "B3 main-revenue value:2013 45000*",
                "B4 main-revenue value:2014 48300*",
                "C3 total-profit value:2013 4500*",
                "C4 total-profit value:2014 4930*",
            ],
        ),
        // Other words for it.
        ("金额：亿元\n指标|2014\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        ("（以下金额均为亿元）\n指标|2014\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        ("币种：人民币亿元\n指标|2014\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        (
            "Currency: RMB million\nIndicator|2014\nTotal profit|49.3",
            &["B3 total-profit value:2014 4930*"],
        ),
        ("主要经济指标 亿元\n指标|2014\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        ("主要经济指标，亿元\n指标|2014\n主营业务收入|4.83", &["B3 main-revenue value:2014 48300*"]),
        ("项目/亿元|2014\n主营业务收入|4.83", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014\n主营业务收入|4.83\n注：表中金额均为亿元", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014\n主营业务收入|4.83\n注：金额以亿元计", &["B2 main-revenue value:2014 48300*"]),
        // As English reports write them.
        ("Indicator|2014\nTotal profit (RMBm)|49.3", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (RMBmn)|49.3", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (RMBbn)|0.0493", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (CNY m)|49.3", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (KCNY)|49300", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (RMB 000's)|49300", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (RMB mil.)|49.3", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (Mio. CNY)|49.3", &["B2 total-profit value:2014 4930*"]),
        ("Indicator|2014\nTotal profit (USDm)|49.3", &["B2 other_unit"]),
    ]);
}

#[test]
fn units_that_are_near_or_not_known_are_asked_for() {
    check(&[
        // Money of another currency, whose kind a caption names.
        ("单位：万美元\n指标|2014\n主营业务收入|48300", &["B3 other_unit"]),
        ("(HK$'000)\nIndicator|2014\nTotal profit|4930", &["B3 other_unit"]),
        ("单位：万元\n指标|2014\n出口额（创汇）|120", &["B3 other_unit"]),
        // What stands nearer counts before it.
        (
            "单位：万元\n指标|2014\n出口额（创汇）（万美元）|120\n利润总额|4930",
            &["B3 exports value:2014 120", "B4 total-profit value:2014 4930"],
        ),
        // Money over something.
        ("单位：元\n指标|2014\n全员劳动生产率|250000", &["B3 other_unit"]),
        ("单位：万元\n指标|2014\n全员劳动生产率|25", &["B3 labour-productivity value:2014 25"]),
        // A list does not say which share is meant.
        ("单位：万元、%\n指标|2014\n千人负伤率|1.2", &["B3 two_units"]),
        (
            "单位：万元、%\n指标|2014\n顾客满意度|91\n利润总额|4930",
            &["B3 customer-satisfaction value:2014 91", "B4 total-profit value:2014 4930"],
        ),
        // A bracket that holds a unit, though not one that is known.
        ("指标|2014\n全员劳动生产率（元/人·年）|250000", &["B2 other_unit"]),
        ("指标|2014\n全员劳动生产率（元/（人·年））|250000", &["B2 other_unit"]),
        ("指标|2014\n万元产值综合能耗（kg标准煤/万元）|82", &["B2 other_unit"]),
        ("指标|2014\n平均等待或响应时间（s）|1500", &["B2 other_unit"]),
        ("指标|2014\n平均等待或响应时间（ms）|1500", &["B2 other_unit"]),
        ("指标|2014\n主营业务收入（拾万元）|4830", &["B2 other_unit"]),
        // A price basis beside a unit that is known.
        ("指标|2014\n主营业务收入（含税亿元）|4.83", &["B2 main-revenue value:2014 48300*"]),
        ("指标|2014\n主营业务收入（亿元 当年价）|4.83", &["B2 main-revenue value:2014 48300*"]),
        // And what is no unit: an abbreviation, how it is computed.
        ("指标|2014\n净资产收益率（净利润/净资产）|14.5%", &["B2 return-on-equity value:2014 14.5"]),
        ("指标|2014\n净资产收益率（ROE）|14.5%", &["B2 return-on-equity value:2014 14.5"]),
    ]);
}

#[test]
fn a_part_of_a_year_a_plan_a_rate_or_a_gap_is_never_the_years_figure() {
    check(&[
        ("2014年上半年主要指标\n指标|目标|实际\n主营业务收入|5|24000", &["B3 part_of_year", "C3 no_year"]),
        // A target, and what others reached, are of the same part, unless their heading says that they are of the whole year.
        (
            "First half of 2014\nIndicator|Target|Benchmark 2014\nTotal profit|50000|24000",
            &["B3 part_of_year", "C3 part_of_year"],
        ),
        ("2014年三季度经营情况\n指标|数值\n主营业务收入|24000", &["B3 no_year"]),
        ("2014年1—9月经营情况\n指标|2014年\n主营业务收入|24000", &["B3 part_of_year"]),
        // `实际` says that it is no plan, and nothing of the whole year.
        ("2014年1—9月完成情况\n指标|2014年实际完成\n主营业务收入|24000", &["B3 part_of_year"]),
        ("2014年上半年及全年\n指标|2014年全年\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        ("2014年度目标分解表\n指标|2014年\n主营业务收入|50000", &["B3 part_of_year"]),
        ("Budget 2014\nIndicator|2014\nTotal profit|50000", &["B3 part_of_year"]),
        (
            "各年上半年经营情况（亿元）\n年份|主营业务收入|利润总额\n2013|4.5|0.45\n2014|4.83|0.493",
            &["B3 part_of_year", "B4 part_of_year", "C3 part_of_year", "C4 part_of_year"],
        ),
        // Where the heading says itself what is meant, or the title what came of the plan.
        ("2014年预算执行情况\n指标|2014年\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        (
            "2014年质量目标完成情况\n指标|2014年\n顾客满意度|91",
            &["B3 customer-satisfaction value:2014 91"],
        ),
        ("2014年1—12月经营情况\n指标|2014年\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        ("填报日期：2015年3月\n指标|2014年\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"]),
        // The number of a document tells no year.
        ("质字〔2015〕12号\n指标|数值\n主营业务收入|48300", &["B3 no_year"]),
        // Rates and gaps beside a year.
        ("指标|2014年|2014年完成%\n顾客满意度|91|101.1", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|与标杆差距\n顾客满意度|91|-2", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|与目标差距\n顾客满意度|91|-2", &["B2 customer-satisfaction value:2014 91"]),
        ("指标|2014年|目标偏差\n顾客满意度|91|-2", &["B2 customer-satisfaction value:2014 91"]),
        (
            "Indicator|2014|2014 % of target\nCustomer satisfaction index|91|101.1",
            &["B2 customer-satisfaction value:2014 91"],
        ),
    ]);
}

#[test]
fn a_mapping_is_not_remembered_for_days_that_end_no_year() {
    let at = |text: &str| Mapping::guess(&written(text));
    let whole = at("指标|20131231|20141231\n顾客满意度|90|91");
    let part = at("指标|20141231|20150630\n顾客满意度|91|92");
    let of = |mapping: &Mapping, text: &str| mapping.signature(&written(text));
    assert_ne!(of(&whole, "指标|20131231|20141231"), of(&part, "指标|20141231|20150630"));
    assert_eq!(of(&whole, "指标|20131231|20141231"), of(&whole, "指标|20141231|20151231"));
}

#[test]
fn a_mapping_that_is_remembered_hides_no_doubt() {
    // The table it is remembered of, and the next one of the same shape with what must become of it.
    let list: [(&str, &str, &[&str]); 7] = [
        (
            "指标|2013年|2014年\n产品合格率（%）|97|98",
            "指标|2014年|2015年\n产品合格率（%）|0.97|0.98",
            &["B2 share", "C2 share"],
        ),
        (
            "指标|2013年|2014年\n产品合格率|97%|98%",
            "指标|2014年|2015年\n产品合格率|97|0.98",
            &["B2 conforming-rate value:2014 97", "C2 share"],
        ),
        (
            "指标|单位|2013年\n主营业务收入|万元|48300",
            "指标|单位|2014年\n主营业务收入（亿元）|万元|4.83",
            &["C2 two_units"],
        ),
        (
            "指标|2013年\n主营业务收入|48300",
            "2014年上半年\n指标|2014年\n主营业务收入|24000",
            &["B3 part_of_year"],
        ),
        (
            "指标|2013年\n主营业务收入|48300",
            "指标|2014年\n主营业务收入（万美元）|48300",
            &["B2 other_unit"],
        ),
        (
            "指标|2013年|2013年（调整后）|2012年\n顾客满意度|91|92|90",
            "指标|2014年|2014年（调整后）|2013年\n顾客满意度|91|92|90",
            &["D2 customer-satisfaction value:2013 90", "ask B", "ask C"],
        ),
        (
            "指标|2013年|2013年\n顾客满意度|91|91",
            "指标|2014年|2014年\n顾客满意度|91|92",
            &["B2 twice", "C2 twice"],
        ),
    ];
    for (first, next, expected) in list {
        let [before, after] = [first, next].map(|text| book(vec![written(text)]).arranged());
        let (kept, guess) = (Mapping::guess(&before.tables[0]), Mapping::guess(&after.tables[0]));
        assert_eq!(
            kept.signature(&before.tables[0]),
            guess.signature(&after.tables[0]),
            "{next} has the same shape"
        );
        let remembered = Mapping::remembered(&kept.to_json(), &after.tables[0], guess.heading).expect("it fits");
        assert_eq!(outcome_under(&after, &[remembered]), expected, "{next}");
    }
}

#[test]
fn a_year_is_no_figure_and_a_figure_of_per_cent_is_no_name() {
    check(&[
        // Every word for a year over years, whatever stands beside it.
        (
            "指标名称|会计年度|单位|实际数\n主营业务收入|2013|元|461203700\n主营业务收入|2014|元|483000000",
            &["D2 main-revenue value:2013 46120.37*", "D3 main-revenue value:2014 48300*"],
        ),
        (
            "指标名称|考核年度|实际数\n利润总额|2013|4500\n利润总额|2014|4930",
            &["C2 total-profit value:2013 4500", "C3 total-profit value:2014 4930"],
        ),
        // Years down the rows, with a column of per cent.
        (
            "年份|主营业务收入|资产负债率\n2013|46000|46.9%\n2014|48300|44.8%",
            &[
                "B2 main-revenue value:2013 46000",
                "B3 main-revenue value:2014 48300",
                "C2 debt-ratio value:2013 46.9",
                "C3 debt-ratio value:2014 44.8",
            ],
        ),
    ]);
}

#[test]
fn fractions_under_per_cent_are_asked_for_whatever_is_better() {
    check(&[
        ("指标|2013年|2014年\n资产负债率（%）|0.4733|0.4651", &["B2 share", "C2 share"]),
        (
            "指标|2013年|2014年\n资产负债率（%）|47.33|46.51",
            &["B2 debt-ratio value:2013 47.33", "C2 debt-ratio value:2014 46.51"],
        ),
    ]);
}

#[test]
fn the_unit_behind_a_range_counts_for_both_ends() {
    check(&[
        ("指标|目标\n主营业务收入（万元）|4~5亿元", &["B2 main-revenue target 40000 to 50000"]),
        ("指标|目标\n主营业务收入（万元）|4亿~5亿", &["B2 main-revenue target 40000 to 50000"]),
        ("指标|目标\n主营业务收入（万元）|4千万~5亿元", &["B2 main-revenue target 4000 to 50000"]),
        ("指标|目标\n主营业务收入（万元）|4亿元~5", &["B2 range"]),
        ("指标|目标\n千人负伤率（‰）|0.1～0.12%", &["B2 injury-rate target 1 to 1.2"]),
        ("指标|目标\n市场占有率|10～12%", &["B2 market-share target 10 to 12"]),
        ("指标|目标\n主营业务收入（亿元）|4～5", &["B2 main-revenue target 40000 to 50000"]),
    ]);
}

#[test]
fn what_is_said_of_a_target_a_benchmark_or_a_forecast_is_none() {
    for heading in [
        "目标权重",
        "目标得分",
        "目标年",
        "目标期限",
        "月度目标",
        "目标提升",
        "目标差",
        "预测误差",
        "标杆得分",
        "Target weight",
        "Target year",
        "Target deadline",
        "Benchmark score",
        "forecast error",
    ] {
        check(&[(&format!("指标|2014年|{heading}\n顾客满意度|91|5"), &["B2 customer-satisfaction value:2014 91"])]);
    }
    check(&[(
        "指标|2014年|目标2014年\n顾客满意度|91|90",
        &["B2 customer-satisfaction value:2014 91", "C2 customer-satisfaction target 90"],
    )]);
}

#[test]
fn a_target_to_come_and_a_projection_of_what_is_there_are_not_held_against_the_value() {
    check(&[
        (
            "指标|2014年|2015年计划\n主营业务收入|48300|52000",
            &["B2 main-revenue value:2014 48300", "C2 other_year"],
        ),
        (
            "指标|2014年|2014年目标|2015年目标\n主营业务收入|48300|48000|52000",
            &["B2 main-revenue value:2014 48300", "C2 main-revenue target 48000"],
        ),
        (
            "指标|2014年（预计）|2014年完成\n主营业务收入|48000|48300",
            &["C2 main-revenue value:2014 48300", "B2 other_year"],
        ),
        (
            "指标|2014年|2015年预计\n主营业务收入|48300|52000",
            &["B2 main-revenue value:2014 48300", "C2 main-revenue projected 52000"],
        ),
    ]);
}

#[test]
fn columns_of_figures_that_are_left_out_are_told() {
    let left = |text: &str| {
        let book = book_of(text);
        let mapping = Mapping::guess(&book.tables[0]);
        mapping.left_columns(&book.tables[0])
    };
    assert_eq!(
        left("指标|2014年|2014年预算|完成率|2013年一季度|备注\n主营业务收入|48300|48000|100.6|11000|已审计"),
        [2, 3, 4]
    );
    assert_eq!(left("指标|2014年|2014年目标|2013年目标\n主营业务收入|48300|48000|45000"), [3]);
    assert_eq!(left("序号|指标|2013年|2014年\n1|主营业务收入|46000|48300"), [0; 0]);
}
