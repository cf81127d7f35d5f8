//! What is asked before figures of a table are taken over: the unit where none stands anywhere, which way is better for rows that become indicators of
//! one's own, whether a title that names a part is of the whole. Each row of a list is a table, cells parted by `|` and rows by line ends, and what must
//! become of it, as in `import_doubts`.

use crate::import_doubts::{book_of, told};
use crate::import_samples::figure;
use crate::samples::{BEIJING, NEW, after};
use award_kit::assessment::{Action, Assessment, FigureChange, ProfileText};
use award_kit::criteria::Aim;
use award_kit::import::{Book, Column, Mapping, Meaning, Plan, UnitAsked, plan};

fn blank() -> Assessment {
    Assessment::blank(&BEIJING)
}

fn guessed(book: &Book) -> Vec<Mapping> {
    book.tables.iter().map(Mapping::guess).collect()
}

fn planned(assessment: &Assessment, book: &Book, mappings: &[Mapping]) -> Plan {
    let asked: Vec<Option<Mapping>> = mappings.iter().cloned().map(Some).collect();
    plan(&BEIJING, assessment, book, &asked)
}

/// What becomes of a table of which nothing was answered.
fn unanswered(assessment: &Assessment, text: &str) -> (Plan, Vec<String>) {
    let book = book_of(text);
    let mappings = guessed(&book);
    let plan = planned(assessment, &book, &mappings);
    let told = told(&book, &mappings, &plan);
    (plan, told)
}

/// All that are wrong are told at once.
fn all_are(wrong: impl Iterator<Item = Option<String>>) {
    let wrong: Vec<String> = wrong.flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn wrong(text: &str, is: &[String], expected: &[&str]) -> Option<String> {
    (is != expected).then(|| format!("{text}\n  is       {is:?}\n  should be {expected:?}"))
}

/// `万元 B2 C2: 元 千元 万元 百万元 亿元`
fn question(book: &Book, asked: &UnitAsked) -> String {
    let cells: Vec<String> = asked.cells.iter().map(|spot| book.cell_name(*spot)).collect();
    format!("{} {}: {}", asked.kept_in(false), cells.join(" "), asked.choices(false).join(" "))
}

const MONEY: &str = "元 千元 万元 百万元 亿元";

#[test]
fn figures_without_a_unit_are_asked_for_once_for_a_table_and_a_unit() {
    let list: &[(&str, &[&str], &[&str])] = &[
        (
            "指标|2013|2014\n主营业务收入|45000|48300\n利润总额|4500|4930",
            &["B2 no_unit", "C2 no_unit", "B3 no_unit", "C3 no_unit"],
            &["万元 B2 C2 B3 C3: {money}"],
        ),
        // Two units of the assessment are two questions, since one table may hold 万元 and 亿元.
        (
            "指标|2014\n主营业务收入|48300\n品牌价值|12",
            &["B2 no_unit", "B3 no_unit"],
            &["万元 B2: {money}", "亿元 B3: {money}"],
        ),
        ("指标|2014\n全员劳动生产率|34.8", &["B2 no_unit"], &["万元/人 B2: 元/人 千元/人 万元/人"]),
        ("指标|2014\n千人负伤率|1.2", &["B2 no_unit"], &["‰ B2: 小数 % ‰ ppm"]),
        ("指标|2014\n千人负伤率|0.0012", &["B2 no_unit"], &["‰ B2: 小数 % ‰ ppm"]),
        (
            "指标|2014\n万元产值综合能耗|0.04",
            &["B2 no_unit"],
            &["吨标准煤/万元 B2: 千克标准煤/万元 吨标准煤/万元"],
        ),
        // Targets, benchmarks and inputs as well; ranges too.
        (
            "指标|2014|目标|2014年标杆\n主营业务收入|48300|50000|60000\n利润总额|4930|4800至5200|",
            &["B2 no_unit", "C2 no_unit", "D2 no_unit", "B3 no_unit", "C3 no_unit"],
            &["万元 B2 C2 D2 B3 C3: {money}"],
        ),
        // What a cell, a heading, a column or a caption says is not asked; nor is nothing, which is nothing in any unit.
        ("指标|2014\n主营业务收入|4.83亿元", &["B2 main-revenue value:2014 48300*"], &[]),
        ("指标|2014（亿元）\n主营业务收入|4.83", &["B2 main-revenue value:2014 48300*"], &[]),
        ("单位：万元\n指标|2014\n主营业务收入|48300", &["B3 main-revenue value:2014 48300"], &[]),
        ("指标|2014\n利润总额|0", &["B2 total-profit value:2014 0"], &[]),
        (
            "指标|2014\n主营业务收入（万元）|48300\n利润总额|4930",
            &["B2 main-revenue value:2014 48300", "B3 no_unit"],
            &["万元 B3: {money}"],
        ),
        // One usual scale alone: points, per cent, hours, times, pieces.
        (
            "指标|2014\n顾客满意度|91\n产品合格率|96.3\n人均培训学时|42\n存货周转率|5.1\n有效发明专利数|12",
            &[
                "B2 customer-satisfaction value:2014 91",
                "B3 conforming-rate value:2014 96.3",
                "B4 training-hours-per-person value:2014 42",
                "B5 inventory-turnover value:2014 5.1",
                "B6 invention-patents value:2014 12",
            ],
            &[],
        ),
    ];
    all_are(list.iter().map(|(text, expected, questions)| {
        let (plan, is) = unanswered(&blank(), text);
        let asked: Vec<String> = plan.units.iter().map(|asked| question(&book_of(text), asked)).collect();
        let questions: Vec<String> = questions.iter().map(|question| question.replace("{money}", MONEY)).collect();
        let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
        wrong(text, &is, expected).or_else(|| wrong(text, &asked, &questions))
    }));
}

#[test]
fn an_answer_counts_for_all_that_was_asked_together() {
    type Answered = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);
    let list: &[Answered] = &[
        (
            "指标|2013|2014\n主营业务收入|4.5|4.83\n利润总额|0.45|0.493",
            &[("万元", "亿元")],
            &[
                "B2 main-revenue value:2013 45000*",
                "C2 main-revenue value:2014 48300*",
                "B3 total-profit value:2013 4500*",
                "C3 total-profit value:2014 4930*",
            ],
        ),
        (
            "指标|2014\n主营业务收入|48300\n品牌价值|12",
            &[("万元", "万元"), ("亿元", "亿元")],
            &["B2 main-revenue value:2014 48300", "B3 brand-value value:2014 12"],
        ),
        ("指标|2014\n千人负伤率|0.12", &[("‰", "%")], &["B2 injury-rate value:2014 1.2*"]),
        ("指标|2014\n千人负伤率|0.12", &[("‰", "‰")], &["B2 injury-rate value:2014 0.12"]),
        // So small a rate is rather a share of one, in whichever unit the others stand.
        (
            "指标|2013|2014\n千人负伤率|1.2|0.0012",
            &[("‰", "‰")],
            &["B2 injury-rate value:2013 1.2", "C2 share"],
        ),
        ("指标|2014\n千人负伤率|0.0012", &[("‰", "%")], &["B2 share"]),
        // A fraction of one can be said, and what cannot be one is not taken for it.
        (
            "指标|2013|2014\n千人负伤率|0.0011|0.0012",
            &[("‰", "小数")],
            &["B2 injury-rate value:2013 1.1*", "C2 injury-rate value:2014 1.2*"],
        ),
        (
            "指标|2013|2014\n千人负伤率|1.1|0.0012",
            &[("‰", "fraction of one")],
            &["C2 injury-rate value:2014 1.2*", "B2 other_unit"],
        ),
        ("指标|单位|2014\n产品合格率|小数|0.963", &[], &["C2 conforming-rate value:2014 96.3*"]),
        (
            "指标|2014\n主营业务收入|4.83",
            &[("万元", "100 million yuan")],
            &["B2 main-revenue value:2014 48300*"],
        ),
        (
            "指标|2014\n万元产值综合能耗|40",
            &[("吨标准煤/万元", "千克标准煤/万元")],
            &["B2 energy-intensity value:2014 0.04*"],
        ),
    ];
    all_are(list.iter().map(|(text, answers, expected)| {
        let book = book_of(text);
        let mut mappings = guessed(&book);
        for asked in planned(&blank(), &book, &mappings).units {
            let answer = answers.iter().find(|(kept, _)| asked.kept_in(false) == *kept).expect("an answer");
            mappings[asked.table].units.insert(asked.family.clone(), answer.1.to_owned());
        }
        let plan = planned(&blank(), &book, &mappings);
        assert!(plan.units.iter().all(|asked| asked.answer.is_some()), "{text}: the answer can be changed");
        wrong(text, &told(&book, &mappings, &plan), expected)
    }));
}

#[test]
fn choices_are_units_that_are_read_alike_in_both_languages() {
    for text in [
        "指标|2014\n主营业务收入|1",
        "指标|2014\n出口额（创汇）|1",
        "指标|2014\n全员劳动生产率|1",
        "指标|2014\n千人负伤率|1",
        "指标|2014\n万元产值综合能耗|1",
    ] {
        let (plan, _) = unanswered(&blank(), text);
        let asked = &plan.units[0];
        let read = |english| -> Vec<Option<award_kit::indicators::Measure>> {
            let units = asked.choices(english);
            units.iter().map(|unit| award_kit::indicators::Measure::read(unit)).collect()
        };
        assert!(read(false).iter().all(Option::is_some), "{text}");
        assert_eq!(read(false), read(true), "{text}");
        assert!(!asked.kept_in(false).is_empty() && !asked.kept_in(true).is_empty(), "{text}");
        let unit = vec!["亿元".to_owned(), asked.kept_in(true)];
        assert_eq!(asked.answered_by(&unit), unit.last(), "{text}: its own unit before another");
    }
}

#[test]
fn what_is_entered_tells_the_unit_where_it_is_as_large() {
    // Entered for 2013, arriving, whether it is certain.
    for (entered, arriving, certain) in [
        (45_000.0, "48300", true),
        (45_000.0, "15000", true),
        (45_000.0, "135000", true),
        (45_000.0, "136000", false),
        (45_000.0, "4.83", false),
        (45_000.0, "483000000", false),
        (45_000.0, "-48300", false),
    ] {
        let before = figure(
            &BEIJING,
            "main-revenue",
            vec![FigureChange::Value {
                year: 2013,
                value: Some(entered),
            }],
        );
        let assessment = after(&BEIJING, &[before]);
        let (plan, _) = unanswered(&assessment, &format!("指标|2014\n主营业务收入|{arriving}"));
        assert_eq!(
            (plan.taken.len(), plan.units.len()),
            (usize::from(certain), usize::from(!certain)),
            "{arriving} beside {entered}"
        );
        // One series tells for all of the sheet that is kept in the same unit.
        let (plan, _) = unanswered(&assessment, &format!("指标|2014\n主营业务收入|{arriving}\n利润总额|4930"));
        assert_eq!(plan.taken.len(), if certain { 2 } else { 0 }, "{arriving} beside {entered}");
    }
}

/// A table whose unknown rows are to become indicators of one's own, those of these names in these directions.
fn with_own(text: &str, decided: &[(&str, Aim)]) -> (Book, Vec<Mapping>, Plan) {
    let book = book_of(text);
    let mut mappings = guessed(&book);
    for mapping in &mut mappings {
        mapping.add_own = true;
        decided.iter().for_each(|(name, aim)| mapping.decide(name, Some(*aim)));
    }
    let plan = planned(&blank(), &book, &mappings);
    (book, mappings, plan)
}

#[test]
fn an_own_indicator_is_added_once_it_is_said_which_way_is_better() {
    let list: &[(&str, &str, &str)] = &[
        // Table, name, unit.
        ("指标|2014\n设备投入（万元）|3500", "设备投入", "万元"),
        ("指标|单位|2014\n厂区绿化率|%|31", "厂区绿化率", "%"),
        ("指标|2014（亿元）\n设备投入|0.35", "设备投入", "亿元"),
        ("单位：千元\n指标|2014\n研发费用|26183", "研发费用", "千元"),
        ("一、财务 单位：元\n单位：千元\n指标|2014\n设备投入|26183", "设备投入", ""),
        // The unit of a caption is none of a rate or a count.
        ("单位：万元\n指标|2014\n在岗培训率|98.5", "在岗培训率", ""),
        ("单位：万元\n指标|2014\n客户数|120", "客户数", ""),
        ("指标|目标|2014\n投诉成本（元）|3000|3500", "投诉成本", "元"),
        // A row for each year is one indicator.
        ("指标|年份|单位|数值\n设备投入|2013|万元|3300\n设备投入|2014|万元|3500", "设备投入", "万元"),
    ];
    for (text, name, unit) in list {
        let (_, _, open) = with_own(text, &[]);
        assert_eq!((open.own.len(), open.undecided.len(), open.taken.len()), (0, 1, 0), "{text}");
        assert!(open.unknown.iter().all(|row| row.reason.code() == "undecided_row"), "{text}");
        assert_eq!(
            (&*open.undecided[0].indicator.name, &*open.undecided[0].indicator.unit),
            (*name, *unit),
            "{text}"
        );
        let (_, _, decided) = with_own(text, &[(name, Aim::Lower)]);
        assert!(decided.undecided.is_empty() && decided.unknown.is_empty(), "{text}");
        let assessment = decided.action(false, NEW).apply(&blank());
        let [own] = assessment.figures.own.as_slice() else { panic!("{text}") };
        assert_eq!((&*own.name, &*own.unit, own.direction), (*name, *unit, Aim::Lower), "{text}");
        assert!(own.record.values.at(2014).is_some(), "{text}");
    }
    // Names that differ by signs alone are two where each brings its id, and are kept as they are written.
    let template = "标识|指标|单位|方向|条款|2014\nown-1|=A|%|越高越好||31\nown-2|+A（万元）||越低越好||32\nown-3|+A|%|越低越好||33\nown-4|-A|%|越低越好||34\nown-5|A|%|越低越好||35";
    let (_, _, plan) = with_own(template, &[]);
    let names: Vec<(&str, &str)> = plan.own.iter().map(|own| (&*own.indicator.name, &*own.indicator.unit)).collect();
    assert_eq!(names, [("=A", "%"), ("+A（万元）", ""), ("+A", "%"), ("-A", "%"), ("A", "%")]);
    assert!(plan.unknown.is_empty(), "{:?}", plan.unknown);
    let stated = "指标|方向|2014\n投诉处理成本|越低越好|12";
    let (_, _, plan) = with_own(stated, &[]);
    assert_eq!(plan.own[0].indicator.direction, Aim::Lower, "what the table says is not asked");
}

#[test]
fn shares_of_one_under_per_cent_are_asked_for_in_own_indicators_too() {
    let list: &[(&str, &[&str])] = &[
        ("指标|2013|2014\n绿化率（%）|0.4512|0.4733", &["B2 share", "C2 share"]),
        ("指标|2014\n绿化率（%）|0.47", &["B2 share"]),
        ("指标|单位|2013|2014\n绿化率|%|0.4512|0.4733", &["C2 share", "D2 share"]),
        ("单位：%\n指标|2014\n绿化率|0.4733", &["B3 share"]),
        // As fine as the others of the table, it is what it says.
        (
            "指标|2014\n产品合格率（%）|98.86\n绿化率（%）|0.47",
            &["B2 conforming-rate value:2014 98.86", "B3 own 0 value:2014 0.47"],
        ),
        (
            "指标|2014\n产品合格率（%）|98.9\n绿化率（%）|0.4733",
            &["B2 conforming-rate value:2014 98.9", "B3 share"],
        ),
        ("指标|2013|2014\n绿化率（%）|0.9|31.5", &["B2 own 0 value:2013 0.9", "C2 own 0 value:2014 31.5"]),
        ("指标|2014\n绿化率（%）|0.47%", &["B2 own 0 value:2014 0.47"]),
    ];
    all_are(list.iter().map(|(text, expected)| {
        let (book, mappings, plan) = with_own(text, &[("绿化率", Aim::Higher)]);
        wrong(text, &told(&book, &mappings, &plan), expected)
    }));
}

/// A table in which the meaning of some columns was corrected.
fn corrected(text: &str, columns: &[(usize, Column)]) -> Vec<String> {
    let book = book_of(text);
    let mut mappings = guessed(&book);
    columns.iter().for_each(|(at, column)| mappings[0].columns[*at] = *column);
    let plan = planned(&blank(), &book, &mappings);
    told(&book, &mappings, &plan)
}

#[test]
fn the_correction_of_one_column_moves_no_other_and_the_year_before_is_the_year_before() {
    let of_2013 = Column::of(Meaning::Value, 2013);
    let value = Column::plain(Meaning::Value);
    type Corrected<'a> = (&'static str, &'a [(usize, Column)], &'static [&'static str]);
    let list: &[Corrected<'_>] = &[
        (
            "2014年度指标完成情况\n指标|上年实际|本年计划|本年实际|行业标杆\n顾客满意度|88|90|91|93",
            &[],
            &[
                "C3 customer-satisfaction target 90",
                "D3 customer-satisfaction value:2014 91",
                "E3 customer-satisfaction benchmark:2014 93",
            ],
        ),
        (
            "2014年度指标完成情况\n指标|上年实际|本年计划|本年实际|行业标杆\n顾客满意度|88|90|91|93",
            &[(1, of_2013)],
            &[
                "B3 customer-satisfaction value:2013 88",
                "C3 customer-satisfaction target 90",
                "D3 customer-satisfaction value:2014 91",
                "E3 customer-satisfaction benchmark:2014 93",
            ],
        ),
        // A value without a year, below `上年`, is of the year before.
        (
            "2014年度指标完成情况\n指标|上年实际|本年实际\n顾客满意度|88|91",
            &[(1, value)],
            &["B3 customer-satisfaction value:2013 88", "C3 customer-satisfaction value:2014 91"],
        ),
        (
            "2014年度\n指标|本年累计|上年同期\n顾客满意度|91|88",
            &[(1, value), (2, value)],
            &["B3 customer-satisfaction value:2014 91", "C3 customer-satisfaction value:2013 88"],
        ),
        // Years that only the corrections tell count for what has none.
        (
            "指标|本期|行业标杆\n顾客满意度|91|93",
            &[(1, Column::of(Meaning::Value, 2014))],
            &["B2 customer-satisfaction value:2014 91", "C2 customer-satisfaction benchmark:2014 93"],
        ),
    ];
    all_are(list.iter().map(|(text, columns, expected)| wrong(text, &corrected(text, columns), expected)));
}

#[test]
fn figures_of_the_year_before_are_never_taken_for_this_year() {
    for heading in ["上年实际", "上年同期", "去年完成", "上年数", "上年度", "上期金额"] {
        let text = format!("2014年度\n指标|{heading}|本年实际\n顾客满意度|88|91");
        let (_, is) = unanswered(&blank(), &text);
        assert_eq!(is, ["C3 customer-satisfaction value:2014 91"], "{heading}");
    }
}

#[test]
fn a_title_that_names_a_part_is_asked_for() {
    let taken: &[&str] = &["B3 customer-satisfaction value:2014 91"];
    let asked: &[&str] = &["row 3 part_row"];
    for (title, expected) in [
        ("顺义分公司主要指标", asked),
        ("一车间质量指标", asked),
        ("填报单位：二分厂", asked),
        ("华东事业部2014年指标完成情况", asked),
        ("北京恒远阀门有限公司（合并）", taken),
        ("北京恒远阀门有限公司主要指标", taken),
        ("各分公司汇总表", taken),
        ("公司及所属分公司合计", taken),
        ("编制部门：一车间", taken),
        ("恒远公司顺义分公司主要指标", asked),
    ] {
        let text = format!("{title}\n指标|2014\n顾客满意度|91");
        let (plan, is) = unanswered(&blank(), &text);
        assert_eq!(is, expected, "{title}");
        assert_eq!(plan.parts.len(), usize::from(expected == asked), "{title}");
        // Once it is said that it is of the whole, it is.
        let book = book_of(&text);
        let mut mappings = guessed(&book);
        mappings[0].whole = true;
        let plan = planned(&blank(), &book, &mappings);
        assert_eq!(told(&book, &mappings, &plan), taken, "{title}");
    }
    // An organisation that is a branch itself.
    let branch = after(&BEIJING, &[Action::Profile(ProfileText::Name, "恒远公司顺义分公司".into())]);
    assert_eq!(unanswered(&branch, "恒远公司顺义分公司主要指标\n指标|2014\n顾客满意度|91").1, taken);
    assert_eq!(unanswered(&branch, "恒远公司顺义分公司一车间\n指标|2014\n顾客满意度|91").1, asked);
}

#[test]
fn rows_that_another_column_tells_apart_are_not_one_that_stands_twice() {
    let list: &[(&str, &[&str])] = &[
        // A column of products: each row may be of one, and an average is none of the whole.
        (
            "产品线|指标|2014\n球阀|顾客满意度|90.4\n闸阀|顾客满意度|88.9\n平均|顾客满意度|89.7",
            &["row 2 part_row", "row 3 part_row", "row 4 part_row"],
        ),
        // Any other column.
        (
            "指标|调查方式|2014\n顾客满意度|电话|90.4\n顾客满意度|问卷|88.9",
            &["C2 told_apart", "C3 told_apart"],
        ),
        ("指标|2014\n顾客满意度|90.4\n顾客满意度|88.9", &["B2 twice", "B3 twice"]),
        (
            "产品线|指标|2014\n球阀|顾客满意度|90.4\n合计|顾客满意度|88.9",
            &["C3 customer-satisfaction value:2014 88.9", "row 2 part_row"],
        ),
    ];
    all_are(list.iter().map(|(text, expected)| wrong(text, &unanswered(&blank(), text).1, expected)));
}

#[test]
fn a_month_is_no_year() {
    let list: &[(&str, &[&str])] = &[
        ("指标|202412\n有效发明专利数|12", &["row 2 unread_row", "unusable"]),
        ("指标|2013年|2014年12月\n有效发明专利数|11|12", &["B2 invention-patents value:2013 11"]),
        (
            "指标|期间|数值\n有效发明专利数|201312|11\n有效发明专利数|201412|12",
            &["C2 no_year", "C3 no_year"],
        ),
        // The last day of a year is its end.
        ("指标|2014-12-31\n有效发明专利数|12", &["B2 invention-patents value:2014 12"]),
        ("指标|2014年12月31日\n有效发明专利数|12", &["B2 invention-patents value:2014 12"]),
    ];
    all_are(list.iter().map(|(text, expected)| wrong(text, &unanswered(&blank(), text).1, expected)));
}

#[test]
fn what_is_refused_says_of_which_indicator_and_between_which_units() {
    let (plan, is) = unanswered(&blank(), "单位：元\n指标|2014\n主营业务收入|48300\n单位：万元");
    assert_eq!(is, ["B3 two_units"]);
    let refused = &plan.refused[0];
    assert!(refused.subject.is_some());
    assert_eq!(refused.units, ["万元", "元"]);
    let sentence = award_kit::report::say::not_imported(award_kit::language::Language::En, refused);
    assert!(sentence.contains("万元") && sentence.contains('元'), "{sentence}");
}

#[cfg(feature = "documents")]
#[test]
fn sheets_that_a_file_hides_are_named() {
    for file in ["company.xlsx", "company.ods", "company.xls"] {
        let bytes = std::fs::read(format!("tests/cases/libreoffice-tables/{file}")).expect(file);
        assert_eq!(award_kit::import::read_book(&bytes).expect(file).hidden, ["底稿"], "{file}");
    }
}
