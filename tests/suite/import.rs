//! Figures from tables, before a file format comes into it: headings, rows, cells, conflicts, what is remembered.

use crate::import_samples::plan_in_own_units as plan;
use crate::import_samples::{book, figure, table, value};
use crate::samples::{BEIJING, NEW, after, cases};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, Goal, Identity, Window};
use award_kit::criteria::{Kind, Pack};
use award_kit::import::{Book, Cell, Column, Mapping, Meaning, NoMatch, Plan, Reason, Spot, Table, Taken, printed_number};
use award_kit::indicators::{Refusal, Subject};
use award_kit::language::{Language, codes};
use proptest::prelude::*;

fn codes(mapping: &Mapping) -> String {
    mapping.columns.iter().map(|column| column.code()).collect::<Vec<String>>().join(" ")
}

fn guessed(rows: &[&[&str]]) -> (usize, String) {
    let mapping = Mapping::guess(&table(rows));
    (mapping.heading, codes(&mapping))
}

fn planned(assessment: &Assessment, rows: &[&[&str]]) -> Plan {
    let table = table(rows);
    let mapping = Mapping::guess(&table);
    plan(&BEIJING, assessment, &book(vec![table]), &[Some(mapping)])
}

fn blank() -> Assessment {
    Assessment::blank(&BEIJING)
}

/// What is taken, as `cell id column value`.
fn taken(plan: &Plan) -> Vec<String> {
    let id = |subject| match subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => BEIJING.indicator(slot).id.clone(),
        Subject::Indicator(FigureSlot::Own(at)) => format!("own {at}"),
        Subject::Input(slot) => BEIJING.input(slot).id.clone(),
    };
    let told = |step: &award_kit::import::Step| {
        let value = award_kit::report::say::taken(Language::En, &step.value);
        format!("{} {} {} {value}", step.spot.name(), id(step.subject), step.column.code())
    };
    plan.taken.iter().map(told).collect()
}

#[test]
fn headings_are_known_in_both_languages() {
    for (rows, heading, columns) in [
        (
            &[&["指标名称", "单位", "2013年", "2014年", "2015年", "目标值"][..]][..],
            0,
            "name unit value:2013 value:2014 value:2015 target",
        ),
        (
            &[&["Indicator", "Unit", "FY 2013", "2014", "Actual 2015", "Target 2016"]],
            0,
            "name unit value:2013 value:2014 value:2015 target",
        ),
        (
            &[&["KPI", "２０１４年度", "对标 2014", "行业排名", "备注"]],
            0,
            "name value:2014 benchmark:2014 rank skip",
        ),
        (&[&["指标", "年度", "完成值", "标杆值"]], 0, "name year value benchmark"),
        (
            &[&["indicator", "year", "value", "reason for no figure", "benchmark"]],
            0,
            "name year value gap benchmark",
        ),
        (
            &[&["company figures"], &[""], &["Name", "2014-12-31", "2015-12-31"]],
            2,
            "name value:2014 value:2015",
        ),
        (
            &[&["指标", "2014年目标", "2015年目标", "2014", "2015"]],
            0,
            "name skip target value:2014 value:2015",
        ),
        (&[&["指标", "2014", "2014", "2013—2015"]], 0, "name value:2014 value:2014 skip"),
        (
            &[&["名称", "目标下限", "目标上限", "对标对象", "对标类型", "数据来源", "证据"]],
            0,
            "name target_low target_high benchmark_name whose origins evidence",
        ),
        (
            &[&["名称", "对比值 2014", "对比对象名称", "对比对象类别", "同行业排名", "参评家数"]],
            0,
            "name benchmark:2014 benchmark_name whose rank rank_of",
        ),
    ] {
        assert_eq!(guessed(rows), (heading, columns.to_owned()), "{rows:?}");
    }
}

#[test]
fn joined_headings_in_two_rows_are_read_together() {
    let rows: &[&[&str]] = &[
        &["2013—2015年指标"],
        &["序号", "指标", "实际值", "", "行业标杆", "", "目标"],
        &["", "", "2014年", "2015年", "2014", "2015", ""],
        &["1", "顾客满意度", "88", "89", "90", "91", "92"],
    ];
    assert_eq!(
        guessed(rows),
        (2, "number name value:2014 value:2015 benchmark:2014 benchmark:2015 target".to_owned())
    );
}

#[test]
fn column_of_names_needs_no_heading_and_a_table_without_figures_is_not_usable() {
    let rows: &[&[&str]] = &[&["", "2014", "2015"], &["顾客满意度", "88", "89"], &["员工满意度", "78", "79"]];
    assert_eq!(guessed(rows), (0, "name value:2014 value:2015".to_owned()));
    for rows in [&[&["指标", "说明"][..]][..], &[&["2014", "2015"]], &[]] {
        assert!(!Mapping::guess(&table(rows)).is_usable(), "{rows:?}");
    }
}

#[test]
fn every_column_of_our_template_is_known_again_in_both_languages() {
    for language in Language::ALL {
        let words = language.words();
        for meaning in Meaning::ALL.iter().filter(|meaning| **meaning != Meaning::Skip && **meaning != Meaning::Value) {
            let heading = words.by_code(&codes::SHEET_COLUMN, meaning.code());
            let column = |heading: &str| Mapping::with_heading(&table(&[&[heading]]), 0).columns[0];
            assert_eq!(column(heading), Column::plain(*meaning), "{heading}");
            if meaning.has_year() {
                assert_eq!(column(&format!("{heading} 2014")), Column::of(*meaning, 2014), "{heading}");
            }
        }
    }
}

#[test]
fn every_reason_has_words_in_both_languages() {
    for language in Language::ALL {
        let words = language.words();
        let rows = NoMatch::ALL.map(NoMatch::code);
        for code in Reason::CODES.into_iter().chain(rows) {
            assert!(!words.by_code(&codes::REFUSED, code).is_empty(), "{code}");
        }
    }
}

#[test]
fn rows_are_known_by_id_number_or_name_in_any_language() {
    let slot = BEIJING.indicator_slot("customer-satisfaction").expect("an indicator");
    let number = printed_number(&BEIJING, slot);
    let english = BEIJING.words("en").indicator("customer-satisfaction").to_owned();
    let shouted = format!("  {} ", english.to_uppercase());
    for (heading, name) in [
        ("id", "customer-satisfaction"),
        ("number", number.as_str()),
        ("指标", "顾客满意度"),
        ("指标", "顾客 满意度（分）"),
        ("指标", "「顾客满意度」"),
        ("Indicator", english.as_str()),
        ("Indicator", shouted.as_str()),
    ] {
        let plan = planned(&blank(), &[&[heading, "2014"], &[name, "88"]]);
        assert_eq!(taken(&plan), ["B2 customer-satisfaction value:2014 88"], "{heading}: {name}");
    }
}

/// Numbers move when an indicator is put in front of others; a table that was numbered before is not believed.
#[test]
fn number_and_name_of_different_indicators_are_told_with_their_cell_and_never_believed() {
    let number = |id: &str| printed_number(&BEIJING, BEIJING.indicator_slot(id).expect("an indicator"));
    let name = |id: &str| BEIJING.words("zh").indicator(id).to_owned();
    let (supplier, volunteers) = ("supplier-pass-rate", "volunteer-hours");
    for (numbered, named, expected) in [
        (supplier, name(volunteers), None),
        (supplier, format!("{}（小时）", name(volunteers)), None),
        (supplier, BEIJING.words("en").indicator(volunteers).to_uppercase(), None),
        (supplier, BEIJING.words("zh").input("equipment").to_owned(), None),
        (volunteers, name(volunteers), Some(volunteers)),
        (volunteers, format!("{}（小时）", name(volunteers)), Some(volunteers)),
        // A name nobody knows says nothing against the number.
        (volunteers, "志愿者服务".to_owned(), Some(volunteers)),
        (volunteers, String::new(), Some(volunteers)),
    ] {
        for column in ["编号", "number"] {
            let plan = planned(&blank(), &[&[column, "指标", "2014"], &[&number(numbered), &named, "88"]]);
            let told: Vec<(&str, String, NoMatch)> = plan.unknown.iter().map(|row| (row.name.as_str(), row.spot.name(), row.reason)).collect();
            match expected {
                Some(id) => assert_eq!(
                    (taken(&plan), told),
                    (vec![format!("C2 {id} value:2014 88")], Vec::new()),
                    "{numbered}: {named}"
                ),
                None => assert_eq!(
                    (taken(&plan), told),
                    (Vec::new(), vec![(named.as_str(), "B2".to_owned(), NoMatch::Contradicted)]),
                    "{numbered}: {named}"
                ),
            }
        }
    }
    // What has an id is known by it, whatever number it had.
    let plan = planned(
        &blank(),
        &[&["id", "编号", "指标", "2014"], &[volunteers, &number(supplier), &name(volunteers), "88"]],
    );
    assert_eq!(taken(&plan), ["D2 volunteer-hours value:2014 88"]);
}

#[test]
fn a_number_does_not_make_the_figure_of_a_part_or_of_others_that_of_the_whole() {
    let number = printed_number(&BEIJING, BEIJING.indicator_slot("customer-satisfaction").expect("an indicator"));
    for (name, reason) in [
        ("顾客满意度（行业平均）", NoMatch::Qualified),
        ("顾客满意度（二厂）", NoMatch::Part),
        ("顾客满意度－上海分公司", NoMatch::Part),
    ] {
        let plan = planned(&blank(), &[&["编号", "指标", "2014"], &[&number, name, "88"]]);
        let told: Vec<(&str, NoMatch)> = plan.unknown.iter().map(|row| (row.name.as_str(), row.reason)).collect();
        assert_eq!((taken(&plan), told), (Vec::new(), vec![(name, reason)]), "{name}");
    }
    let plan = planned(&blank(), &[&["编号", "指标", "2014"], &[&number, "顾客满意度（全公司）", "88"]]);
    assert_eq!(taken(&plan), ["C2 customer-satisfaction value:2014 88"]);
}

#[test]
fn row_nobody_knows_is_listed_only_where_it_has_figures() {
    let plan = planned(&blank(), &[&["指标", "2014"], &["一、产品", ""], &["厂区绿化率", "31"], &["小计", "—"]]);
    assert_eq!(plan.unknown.len(), 1);
    assert_eq!(
        (plan.unknown[0].name.as_str(), plan.unknown[0].spot.row, plan.unknown[0].reason),
        ("厂区绿化率", 2, NoMatch::Unknown)
    );
    assert_eq!(plan.changes(true), 0);
}

#[test]
fn inputs_are_taken_by_name_and_have_years_alone() {
    let name = BEIJING.words("zh").input("rd-spend").to_owned();
    let plan = planned(&blank(), &[&["指标", "2014", "目标"], &[&name, "5", "6"]]);
    assert_eq!(taken(&plan), ["B2 rd-spend value:2014 5"]);
    assert_eq!(plan.refused[0].reason, Reason::InputOnlyYears);
}

#[test]
fn numbers_are_read_as_people_write_them_and_the_unit_of_the_row_counts() {
    for (unit, written, expected) in [
        ("", "1,234.5", Ok("1234.5")),
        ("", "１２３", Ok("123")),
        ("", "3亿元", Ok("30000")),
        ("亿元", "9.75", Ok("97500")),
        ("元", "50000", Ok("5")),
        ("万元", "12", Ok("12")),
        ("亿元", "12万元", Ok("12")),
        ("吨", "12", Err(Reason::Number(Refusal::OtherUnit))),
        ("", "约3", Err(Reason::Number(Refusal::NotANumber))),
        ("", "1.2万", Err(Reason::Number(Refusal::AmbiguousMultiplier))),
        ("", "#DIV/0!", Err(Reason::Number(Refusal::NotANumber))),
        ("", "12.5%", Err(Reason::Number(Refusal::NotAShare))),
    ] {
        let plan = planned(&blank(), &[&["指标", "单位", "2014"], &["主营业务收入", unit, written]]);
        match expected {
            Ok(expected) => assert_eq!(taken(&plan), [format!("C2 main-revenue value:2014 {expected}")], "{written} {unit}"),
            Err(reason) => {
                assert!(plan.taken.is_empty(), "{written} {unit}");
                assert_eq!((plan.refused[0].reason, plan.refused[0].text.as_str()), (reason, written), "{written} {unit}");
            }
        }
    }
}

#[test]
fn share_of_one_or_less_is_not_guessed_where_the_file_hides_per_cent() {
    let mut hidden = table(&[&["指标", "2013", "2014"], &["产品合格率", "0.982", "98.2"]]);
    hidden.percents_seen = false;
    let mapping = Mapping::guess(&hidden);
    let plan = plan(&BEIJING, &blank(), &book(vec![hidden]), &[Some(mapping)]);
    assert_eq!(plan.refused[0].reason, Reason::Share);
    assert_eq!(taken(&plan), ["C2 conforming-rate value:2014 98.2"]);
}

#[test]
fn other_columns_are_read_or_refused_with_a_reason() {
    let name = "顾客满意度";
    for (heading, cell, expected) in [
        ("目标", "90", Ok("target 90")),
        ("目标", "≥90", Ok("target 90")),
        ("目标", "85～95", Ok("target 85 to 95")),
        ("目标", "95至85", Err(Reason::Range)),
        ("目标下限", "85", Err(Reason::Range)),
        ("对标类型", "竞争对手", Ok("whose a competitor")),
        ("benchmark of", "World class", Ok("whose international best")),
        ("对标类型", "邻居", Err(Reason::Choice)),
        ("对比对象类别", "国际先进", Ok("whose international best")),
        ("benchmark of", "international best", Ok("whose international best")),
        ("来源", "企业、第三方", Ok("origins enterprise, third-party body")),
        ("origins", "media; government", Ok("origins government, news media")),
        ("来源", "企业、邻居", Err(Reason::Choice)),
        ("排名", "3/40", Ok("rank 3 of 40")),
        ("排名", "3", Err(Reason::Rank)),
        ("排名", "第三", Err(Reason::Rank)),
        ("参评家数", "40", Err(Reason::Rank)),
        ("证据", "12", Ok("evidence 12")),
        ("按公式计算", "是", Ok("computed yes")),
        ("按公式计算", "或许", Err(Reason::Choice)),
        ("预测", "92", Ok("projected 92")),
        ("标杆", "92", Err(Reason::NoYear)),
        ("缺数原因 2014", "未统计", Ok("gap:2014 未统计")),
    ] {
        let plan = planned(&blank(), &[&["指标", heading], &[name, cell]]);
        match expected {
            Ok(expected) => assert_eq!(taken(&plan), [format!("B2 customer-satisfaction {expected}")], "{heading}: {cell}"),
            Err(reason) => assert_eq!(
                plan.refused.iter().map(|refused| refused.reason).collect::<Vec<Reason>>(),
                [reason],
                "{heading}: {cell}"
            ),
        }
    }
}

#[test]
fn row_per_indicator_and_year_gives_the_same_as_a_column_per_year() {
    let by_year = planned(
        &blank(),
        &[
            &["指标", "年份", "数值", "对标值"],
            &["顾客满意度", "2014", "88", "90"],
            &["顾客满意度", "2015年", "89", ""],
            &["顾客满意度", "去年", "80", ""],
        ],
    );
    let wide = planned(&blank(), &[&["指标", "2014", "2015", "对标 2014"], &["顾客满意度", "88", "89", "90"]]);
    let reason = |plan: &Plan| {
        plan.refused
            .iter()
            .map(|refused| (refused.spot.name(), refused.reason))
            .collect::<Vec<(String, Reason)>>()
    };
    assert_eq!(reason(&by_year), [("C4".to_owned(), Reason::NoYear)]);
    assert_eq!(by_year.action(false, NEW).apply(&blank()), wide.action(false, NEW).apply(&blank()));
    assert_eq!(by_year.taken.len(), 3);
}

#[test]
fn blank_cells_and_dashes_erase_nothing_and_conflicts_keep_what_is_there_unless_told() {
    let id = "customer-satisfaction";
    let before = after(&BEIJING, &[figure(&BEIJING, id, vec![value(2013, 87.0), value(2014, 88.0), value(2015, 89.0)])]);
    let plan = planned(&before, &[&["指标", "2012", "2013", "2014", "2015"], &["顾客满意度", "86", "", "—", "90"]]);
    assert_eq!(taken(&plan), ["B2 customer-satisfaction value:2012 86"]);
    assert_eq!(plan.conflicts.len(), 1);
    assert_eq!(plan.conflicts[0].present, Some(Taken::Number(89.0)));
    let values = |assessment: &Assessment| {
        let record = assessment.figures.indicator(BEIJING.indicator_slot(id).expect("an indicator")).clone();
        record.values.iter().map(|(year, value)| (year, *value)).collect::<Vec<(i32, f64)>>()
    };
    assert_eq!(
        values(&plan.action(false, NEW).apply(&before)),
        [(2012, 86.0), (2013, 87.0), (2014, 88.0), (2015, 89.0)]
    );
    assert_eq!(
        values(&plan.action(true, NEW).apply(&before)),
        [(2012, 86.0), (2013, 87.0), (2014, 88.0), (2015, 90.0)]
    );
    assert_eq!((plan.changes(false), plan.changes(true)), (1, 2));
}

#[test]
fn what_stands_in_several_places_with_different_values_is_taken_from_none_of_them() {
    let rows: &[&[&str]] = &[&["指标", "2014"], &["顾客满意度", "88"], &["顾客满意度", "88"], &["顾客满意度", "89"]];
    let plan = planned(&blank(), &rows[..3]);
    assert_eq!(taken(&plan), ["B2 customer-satisfaction value:2014 88"], "the same twice is no doubt");
    let plan = planned(&blank(), rows);
    assert!(plan.taken.is_empty());
    let refused: Vec<(String, Reason)> = plan.refused.iter().map(|refused| (refused.spot.name(), refused.reason)).collect();
    assert_eq!(refused, [("B2".to_owned(), Reason::Twice), ("B4".to_owned(), Reason::Twice)]);
}

#[test]
fn years_beyond_those_asked_for_are_asked_for_afterwards() {
    let before = after(&BEIJING, &[Action::Years(Window::new(2014, 2))]);
    let plan = planned(&before, &[&["指标", "2012", "2014"], &["顾客满意度", "86", "88"]]);
    assert_eq!(plan.action(false, NEW).apply(&before).figures.window, Window::new(2012, 4));
    let far = planned(&before, &[&["指标", "1950"], &["顾客满意度", "86"]]);
    assert_eq!(
        far.action(false, NEW).apply(&before).figures.window,
        Window::new(2014, 2),
        "20 years are the most"
    );
}

#[test]
fn unknown_rows_become_own_indicators_where_that_is_asked_for() {
    let table = table(&[
        &["指标", "单位", "方向", "条款", "2014"],
        &["厂区绿化率", "%", "越高越好", "", "31%"],
        &["", "", "", "", "5"],
        &["二、其他", "", "", "", ""],
    ]);
    let mut mapping = Mapping::guess(&table);
    assert!(!mapping.add_own);
    mapping.add_own = true;
    let plan = plan(&BEIJING, &blank(), &book(vec![table]), &[Some(mapping)]);
    assert_eq!(plan.own.len(), 1);
    let with = plan.action(false, NEW).apply(&blank());
    let own = &with.figures.own[0];
    assert_eq!((&*own.name, &*own.unit), ("厂区绿化率", "%"));
    assert!(Identity::is_written(&own.id, "own-"), "{}", own.id);
    assert_eq!(own.record.values.at(2014), Some(&31.0));
}

#[test]
fn names_that_several_share_are_decided_by_the_kind_of_applicant_or_not_at_all() {
    let pack: &Pack = &BEIJING;
    let shared = pack.indicators().find(|(slot, one)| {
        pack.indicators()
            .any(|(other, rival)| other != *slot && pack.words("zh").indicator(&rival.id) == pack.words("zh").indicator(&one.id))
    });
    assert!(shared.is_none(), "no two indicators of the pack have one name");
    let name = pack.words("zh").indicator("customer-satisfaction").to_owned();
    let own = award_kit::assessment::OwnIndicator {
        name: award_kit::assessment::text(name.clone()),
        ..Default::default()
    };
    let before = after(pack, &[Action::Kind(Some(Kind::Service)), Action::AddOwn(NEW, own.into())]);
    let plan = planned(&before, &[&["指标", "2014"], &[&name, "88"]]);
    assert_eq!(plan.unknown[0].reason, NoMatch::Ambiguous);
}

#[test]
fn mapping_is_remembered_by_its_headings_and_takes_its_years_from_them() {
    let first = table(&[&["指标", "2013年", "2014年", "说明"], &["顾客满意度", "88", "89", "x"]]);
    let next = table(&[&["2016"], &["指标", "2014年", "2015年", "说明"], &["顾客满意度", "89", "90", "y"]]);
    let mut mapping = Mapping::guess(&first);
    mapping.columns[3] = Column::plain(Meaning::Evidence);
    let signature = mapping.signature(&first);
    let kept = mapping.to_json();
    assert_eq!(kept, r#"{"version":1,"columns":["name","value:2013","value:2014","evidence"],"add_own":false}"#);
    let guess = Mapping::guess(&next);
    assert_eq!((guess.heading, guess.signature(&next)), (1, signature));
    let remembered = Mapping::remembered(&kept, &next, guess.heading).expect("it fits");
    assert_eq!(codes(&remembered), "name value:2014 value:2015 evidence");
    for unfit in [
        "",
        "{}",
        r#"{"version":2,"columns":[],"add_own":false}"#,
        r#"{"version":1,"columns":["name","value:x","skip","skip"],"add_own":false}"#,
    ] {
        assert_eq!(Mapping::remembered(unfit, &next, 1), None, "{unfit}");
    }
}

#[test]
fn columns_and_books_come_back_from_their_written_forms() {
    for meaning in Meaning::ALL {
        for column in [Column::plain(*meaning), Column::of(*meaning, 2014)] {
            let expected = (column.year.is_none() || meaning.has_year()).then_some(column);
            assert_eq!(Column::from_code(&column.code()), expected);
        }
    }
    let mut table = table(&[&["n1", "0.1", ""], &[], &["t", "\n"]]);
    table.rows[0].push(Cell::Number(0.1 + 0.2));
    table.rows[1].push(Cell::Number(-1.5e-300));
    let book = Book {
        tables: vec![table, Table::default()],
        hidden: vec!["旧稿".to_owned()],
    };
    assert_eq!(Book::from_json(&book.to_json()), Some(book));
    assert_eq!(Book::from_json("{}"), None);
}

#[test]
fn cells_are_named_as_in_a_spreadsheet() {
    for (row, column, name) in [(0, 0, "A1"), (4, 2, "C5"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1")] {
        assert_eq!(Spot { table: 0, row, column }.name(), name);
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_table_is_planned_without_harm(
        rows in prop::collection::vec(prop::collection::vec("(指标|id|年份|2014|2015年|目标|排名|顾客满意度|main-revenue|[0-9]{1,4}%?|.{0,6})", 0..6), 0..8),
        replace in any::<bool>(),
    ) {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let before = after(&BEIJING, &[figure(&BEIJING, "customer-satisfaction", vec![value(2014, 88.0), FigureChange::Target(Some(Goal::Value(90.0)))])]);
        let plan = planned(&before, &rows);
        let with = plan.action(replace, NEW).apply(&before);
        // What was there is still there unless it was to be replaced, and a second reading finds nothing more to do.
        if !replace {
            let record = with.figures.indicator(BEIJING.indicator_slot("customer-satisfaction").expect("an indicator"));
            prop_assert_eq!(record.values.at(2014), Some(&88.0));
        }
        let again = planned(&with, &rows);
        prop_assert_eq!(again.taken.len() + again.own.len(), 0);
        if replace {
            prop_assert_eq!(again.conflicts.len(), 0);
        }
    }
}
