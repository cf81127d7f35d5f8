//! What the documents hold: the form's groups, figures as tables and charts with their numbers, one part alone, and the
//! feedback report.

use crate::archive::filled;
use crate::parts_asked_for::{with_model, with_units};
use crate::samples::{BEIJING, DEMO, NEW, assessments, cases, counted, day, slot};
use award_kit::archive::open_bytes;
use award_kit::assessment::{
    Action, Assessment, FigureChange, FigureSlot, FigureText, Goal, ItemChange, Origin, OwnIndicator, ProfileText, RegisterChange, Whose, Window, text,
};
use award_kit::criteria::{Operand, Pack, built_in};
use award_kit::language::Language;
use award_kit::report::{Block, CaptionKind, Chart, Document, Label, Options, Section, SeriesRole, Table, feedback, say, submission};
use proptest::prelude::*;
use std::rc::Rc;

pub const SAMPLES: [&str; 3] = ["manufacturing", "service", "public-welfare"];

/// A sample in a language, with its pack.
pub fn sample(name: &str, language: Language) -> (Pack, Assessment) {
    let path = format!("{}/assets/samples/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
    let pack = built_in(&opened.pack().id).expect("its pack is built in");
    let assessment = opened.with_pack(&pack).expect("it fits its pack").assessment;
    (pack, assessment)
}

fn indicator(id: &str) -> FigureSlot {
    match BEIJING.operand(id) {
        Some(Operand::Indicator(slot)) => FigureSlot::Catalogue(slot),
        _ => panic!("{id} is an indicator"),
    }
}

/// Two indicators of one item: four years with everything that can be entered, and two years with nothing else; and one
/// of its own that belongs nowhere.
pub fn with_figures() -> Assessment {
    let (yield_rate, loss) = (indicator("first-pass-yield"), indicator("quality-loss-rate"));
    let change = |slot, change| Action::Figure(slot, change);
    let value = |slot, year, value| change(slot, FigureChange::Value { year, value: Some(value) });
    let mut actions = vec![
        Action::Profile(ProfileText::Name, text("北京虚构仪器有限公司")),
        Action::Years(Window::new(2012, 4)),
        change(yield_rate, FigureChange::Target(Some(Goal::Value(98.5)))),
        change(yield_rate, FigureChange::BenchmarkWhose(Some(Whose::Competitor))),
        change(yield_rate, FigureChange::Text(FigureText::BenchmarkName, text("同行 A 公司"))),
        change(yield_rate, FigureChange::BenchmarkValue { year: 2014, value: Some(94.1) }),
        change(yield_rate, FigureChange::BenchmarkValue { year: 2015, value: Some(95.0) }),
        change(yield_rate, FigureChange::Rank(Some((3, 46)))),
        change(yield_rate, FigureChange::Origin(Origin::ThirdParty, true)),
        change(yield_rate, FigureChange::Text(FigureText::Evidence, text("E-32"))),
        change(yield_rate, FigureChange::Projected(Some(99.0))),
        change(loss, FigureChange::Text(FigureText::Gap(2013), text("口径调整"))),
        value(loss, 2014, 1.21),
        value(loss, 2015, 1.06),
    ];
    actions.extend((2012..=2015).zip([96.8, 97.1, 97.9, 98.6]).map(|(year, known)| value(yield_rate, year, known)));
    let assessment = actions.iter().fold(Assessment::blank(&BEIJING), |before, action| action.apply(&before));
    let mut own = OwnIndicator {
        name: text("班组自检率"),
        unit: text("%"),
        decimals: 1,
        formula: text("自检批次 ÷ 全部批次 × 100。"),
        ..OwnIndicator::default()
    };
    own.record.values.set(2015, Some(88.0));
    counted(Action::AddOwn(NEW, Rc::new(own)).apply(&assessment))
}

/// A document as text, a line for every piece; charts with their figures.
pub fn as_text(document: &Document) -> String {
    let mut out = vec![format!("{} | {} | {} | {}", document.title, document.author, document.header, document.footer)];
    let language = document.language;
    for block in &document.blocks {
        match block {
            Block::Written { .. } => {}
            Block::Section(section) => out.push(format!("--- {}", section.name())),
            Block::Cover(cover) => {
                out.extend([&cover.award, &cover.title, &cover.organisation].map(|line| format!("cover: {line}")));
                out.extend(
                    cover
                        .lines
                        .iter()
                        .chain(&cover.warning)
                        .chain(&cover.notes)
                        .map(|line| format!("cover: {line}")),
                );
                out.extend(cover.form.iter().map(|pair| format!("cover line {}: {:?}", pair.label, pair.value)));
            }
            Block::Contents { title } => out.push(format!("contents: {title}")),
            Block::Captions { kind, title } => out.push(format!("list ({kind:?}): {title}")),
            Block::References(pieces) => out.push(format!("References: {}", pieces.iter().map(|piece| piece.told(language)).collect::<String>())),
            Block::Turn(orientation) => out.push(format!("turn: {orientation:?}")),
            Block::Heading { level, text } => out.push(format!("{} {text}", "#".repeat((*level).into()))),
            Block::Paragraph { style, text } => out.push(format!("{style:?}: {text}")),
            Block::PageBreak => out.push("page".to_owned()),
            Block::Lines(pairs) => out.extend(pairs.iter().map(|pair| format!("line {}: {:?}", pair.label, pair.value))),
            Block::KeyValues(pairs) => out.extend(pairs.iter().map(|pair| format!("{}: {:?}", pair.label, pair.value))),
            Block::Table(table) => {
                out.push(table.caption.told(language));
                let titles: Vec<String> = table.columns.iter().map(|column| format!("{} ({})", column.title, column.width)).collect();
                out.push(titles.join(" | "));
                out.extend(table.rows.iter().map(|row| format!("{:?}: {:?}", row.weight, row.cells)));
            }
            Block::Chart(chart) => {
                out.push(chart.caption.told(language));
                out.push(format!("{:?}, {}: {}", chart.shape, chart.unit, chart.description));
                let series = chart
                    .series
                    .iter()
                    .map(|series| format!("{} ({:?}): {:?}", series.name, series.role, series.values));
                out.push(format!("{:?}", chart.labels));
                out.extend(series);
            }
        }
    }
    out.push(String::new());
    out.join("\n")
}

fn told(assessment: &Assessment, language: Language) -> Document {
    submission(&BEIJING, assessment, language, &Options::default())
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

/// The table of that caption, cell by cell.
fn cells(document: &Document, caption: &str) -> Vec<Vec<String>> {
    let found = tables(document).find(|table| table.caption.text == caption);
    let table = found.unwrap_or_else(|| panic!("no table {caption}"));
    let titles = table.columns.iter().map(|column| column.title.clone()).collect();
    std::iter::once(titles).chain(table.rows.iter().map(|row| row.cells.clone())).collect()
}

#[test]
fn an_items_figures_stand_by_year_with_target_benchmark_rank_origin_evidence_and_projection() {
    let document = told(&with_figures(), Language::Zh);
    let found = cells(&document, "过程有效性结果：指标数据");
    let expected: [&[&str]; 6] = [
        &["指标（单位）", "2012", "2013", "2014", "2015", "2016 预测", "目标", "排名", "来源和证据"],
        &["过程质量", "", "", "", "", "", "", "", ""],
        &[
            "一次交验合格率（%）",
            "96.80",
            "97.10",
            "97.90",
            "98.60",
            "99.00",
            "98.50",
            "3/46",
            "第三方机构\nE-32",
        ],
        &["对比：同行 A 公司（竞争对手）", "—", "—", "94.10", "95.00", "", "", "", ""],
        &["质量损失与改进收益", "", "", "", "", "", "", "", ""],
        &["质量损失率（%）", "—", "—", "1.21", "1.06", "—", "—", "—", ""],
    ];
    assert_eq!(found, expected);
    assert!(document.plain_text().contains("质量损失率：2013 年没有数值（口径调整）。"));
}

#[test]
fn what_the_figures_say_stands_beside_them_in_both_languages() {
    for (language, caption, expected) in [
        (
            Language::Zh,
            "过程有效性结果：数据分析",
            [
                "一次交验合格率（%）",
                "96.80 → 98.60（+1.80）",
                "有改善，年数少",
                "达到",
                "优于同行 A 公司，领先 3.60\n同行业 46 家中第 3 位",
            ],
        ),
        (
            Language::En,
            "Process effectiveness results: analysis",
            [
                "First-pass yield (%)",
                "96.80 → 98.60 (+1.80)",
                "Improving, few years",
                "Reached",
                "Better than 同行 A 公司 by 3.60\nRank 3 of 46 in the sector",
            ],
        ),
    ] {
        assert_eq!(cells(&told(&with_figures(), language), caption)[1], expected);
    }
    // Fewer years than the table has are said.
    let found = cells(&told(&with_figures(), Language::Zh), "过程有效性结果：数据分析");
    assert_eq!(found[2][1..3], ["2014—2015 年：1.21 → 1.06（−0.15）", "不足 3 年"]);
}

#[test]
fn three_values_make_a_chart_with_target_benchmark_and_projection_and_two_make_none() {
    let document = told(&with_figures(), Language::Zh);
    let found = charts(&document);
    assert_eq!(found.len(), 1);
    let chart = found[0];
    assert_eq!(chart.caption.text, "一次交验合格率（%）；对比：同行 A 公司（竞争对手）");
    assert_eq!(chart.labels, ["2012", "2013", "2014", "2015", "2016"]);
    let series: Vec<(SeriesRole, &[Option<f64>])> = chart.series.iter().map(|series| (series.role, series.values.as_slice())).collect();
    assert_eq!(
        series,
        [
            (SeriesRole::Own, &[Some(96.8), Some(97.1), Some(97.9), Some(98.6), None][..]),
            (SeriesRole::Target, &[Some(98.5); 5][..]),
            (SeriesRole::Benchmark, &[None, None, Some(94.1), Some(95.0), None][..]),
            (SeriesRole::Projection, &[None, None, None, Some(98.6), Some(99.0)][..]),
        ]
    );
    assert!(chart.description.starts_with("一次交验合格率（%）：2012 年 96.80、"), "{}", chart.description);
    assert!(
        chart
            .description
            .ends_with("目标：98.50；同行 A 公司（竞争对手）：2014 年 94.10、2015 年 95.00；预测：2016 年 99.00")
    );
}

#[test]
fn an_own_indicator_without_an_item_and_its_formula_are_told() {
    let told = told(&with_figures(), Language::Zh).plain_text();
    for line in ["未归入条款的指标", "班组自检率（%）", "88.0", "班组自检率：自检批次 ÷ 全部批次 × 100。"] {
        assert!(told.lines().any(|found| found == line), "{line}");
    }
}

#[test]
fn more_years_than_fit_beside_the_rest_stand_in_a_table_before_it() {
    let mut assessment = with_figures();
    let slot = indicator("first-pass-yield");
    assessment = Action::Years(Window::new(1996, 20)).apply(&assessment);
    for year in 1996..2012 {
        assessment = Action::Figure(
            slot,
            FigureChange::Value {
                year,
                value: Some(f64::from(year - 1920)),
            },
        )
        .apply(&assessment);
    }
    let document = told(&assessment, Language::Zh);
    let found: Vec<&Table> = tables(&document).filter(|table| table.caption.text == "过程有效性结果：指标数据").collect();
    let years: Vec<usize> = found.iter().map(|table| table.columns.len() - 1).collect();
    assert_eq!(years, [10, 4, 6 + 4]);
    let shown: Vec<&str> = found
        .iter()
        .flat_map(|table| table.columns.iter().map(|column| column.title.as_str()))
        .collect();
    for year in 1996..=2015 {
        assert_eq!(shown.iter().filter(|title| **title == year.to_string()).count(), 1, "{year}");
    }
}

#[test]
fn the_form_says_whose_form_it_follows_and_what_the_kit_has_no_field_for() {
    for language in Language::ALL {
        let words = language.words();
        let document = told(&Assessment::blank(&BEIJING), *language);
        let form = document.plain_text();
        let (before, after) = words.report_form_note().split_once("{award}").expect("the award's place");
        assert!(form.contains(before) && form.contains(after));
        assert!(form.contains(words.report_form_source()), "the sources name it");
        let pairs = document.blocks.iter().filter_map(|block| match block {
            Block::KeyValues(pairs) => Some(pairs),
            _ => None,
        });
        let pairs: Vec<_> = pairs.flatten().collect();
        for label in [
            words.report_form_quality_fax(),
            words.report_form_contact_fax(),
            words.report_form_prizes(),
            words.report_form_compliance_years(),
        ] {
            let found = pairs.iter().find(|pair| pair.label == label).unwrap_or_else(|| panic!("no row {label}"));
            assert_eq!(found.value.as_deref(), Some(words.report_form_no_field()), "{label}");
        }
        let elsewhere = |field: &&ProfileText| ProfileText::OVERVIEW.contains(field) || ProfileText::MODEL.contains(field);
        for field in ProfileText::ALL.iter().filter(|field| !elsewhere(field)) {
            let label = say::profile_label(*language, field.key());
            let rows = pairs.iter().filter(|pair| pair.label == label).count();
            assert_eq!(rows, 1, "{}: {label}", language.tag());
        }
    }
}

#[test]
fn indicators_of_the_form_stand_with_their_years_and_rank() {
    let mut assessment = with_figures();
    assessment = Action::Figure(indicator("market-share"), FigureChange::Value { year: 2015, value: Some(9.6) }).apply(&assessment);
    assessment = Action::Figure(indicator("market-share"), FigureChange::Rank(Some((3, 46)))).apply(&assessment);
    let found = cells(&told(&assessment, Language::Zh), "市场与环境指标");
    assert_eq!(found[0], ["指标（单位）", "2012", "2013", "2014", "2015", "排名", "备注"]);
    assert_eq!(found[1], ["市场占有率（%）", "—", "—", "—", "9.6", "3/46", ""]);
    assert_eq!(found.last().expect("a row").last().expect("a cell"), "本工具未设此栏");
}

#[test]
fn tables_and_figures_are_numbered_in_reading_order_from_one_in_every_part() {
    for language in Language::ALL {
        let (pack, assessment) = sample("service", *language);
        for document in [
            submission(&pack, &assessment, *language, &Options::default()),
            feedback(&pack, &assessment, *language, &Options::default()),
        ] {
            for kind in [CaptionKind::Table, CaptionKind::Figure] {
                let mut last: Option<Label> = None;
                for label in document.captions(kind).map(|caption| caption.label) {
                    let before = last.replace(label).filter(|last| last.chapter == label.chapter);
                    assert_eq!(label.number, before.map_or(1, |before| before.number + 1), "{}", label.told(*language));
                    assert!(label.chapter > Some(0));
                }
                assert!(last.is_some());
            }
        }
    }
}

#[test]
fn a_part_alone_is_the_cover_and_what_that_part_holds_in_the_whole() {
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let assessment = with_units(&with_model(&assessment));
    let text_of = |section| {
        let options = Options { section, ..Options::default() };
        submission(&pack, &assessment, Language::Zh, &options).plain_text()
    };
    let without_numbers = |text: &str| -> String { text.chars().filter(|character| !character.is_ascii_digit()).collect() };
    let whole = without_numbers(&text_of(None));
    for section in Section::ALL {
        let alone = text_of(Some(section));
        let words = Language::Zh.words();
        for other in Section::ALL {
            let stands = alone.lines().any(|line| line == other.title(words));
            assert_eq!(stands, other == section, "{} alone, {}", section.name(), other.name());
        }
        let (_, part) = alone.split_once(&format!("\n{}\n", section.title(words))).expect("the part");
        assert!(whole.contains(&without_numbers(part)), "{}", section.name());
        assert!(alone.contains("虚构示例"), "{}: the cover's warning goes along", section.name());
        assert_eq!(Section::from_name(section.name()), Some(section));
    }
}

#[test]
fn the_register_and_what_it_does_not_list_are_told_once_each() {
    let item = slot(&DEMO, "practice.direction");
    let mut assessment = filled(&DEMO);
    let entry = award_kit::assessment::EvidenceEntry {
        number: text("E-1"),
        title: text("质量手册"),
        owner: text("质量部"),
        ..Default::default()
    };
    assessment = Action::Item(item, ItemChange::AddEvidence(text("会议纪要"))).apply(&assessment);
    let before = submission(&DEMO, &assessment, Language::Zh, &Options::default());
    assert!(tables(&before).all(|table| table.caption.text != "证据台账以外的引用"));
    assessment = Action::Register(RegisterChange::Add(NEW, Rc::new(entry))).apply(&assessment);
    let document = submission(&DEMO, &assessment, Language::Zh, &Options::default());
    let registered = cells(&document, "证实性材料");
    assert_eq!(registered.len(), 2);
    assert_eq!(registered[1][..3], ["E-1", "质量手册", "其他"]);
    assert!(registered[1][4].contains(&say::item_name(&DEMO, Language::Zh, item)));
    let others = cells(&document, "证据台账以外的引用");
    assert!(others.iter().any(|row| row[1] == "会议纪要"));
    assert!(others.iter().all(|row| !row[1].starts_with("E-1 ")), "{others:?}");
}

#[test]
fn feedback_tells_what_was_written_the_band_in_words_and_no_percentage() {
    for language in Language::ALL {
        let (pack, assessment) = sample("manufacturing", *language);
        let options = Options {
            draft_date: Some(day("2016-11-20")),
            section: None,
        };
        let document = feedback(&pack, &assessment, *language, &options);
        let told = document.plain_text();
        let mut rest = told.as_str();
        for (slot, item) in pack.items() {
            let record = assessment.item(slot);
            for line in record
                .strengths
                .lines()
                .chain(record.opportunities.lines())
                .filter(|line| !line.trim().is_empty())
            {
                let at = rest.find(line.trim_end()).unwrap_or_else(|| panic!("{}: {line}", item.id));
                rest = &rest[at..];
            }
            let rubric = pack.rubric_of(slot);
            for (factor, band) in rubric.factors.iter().zip(&record.bands) {
                let band = &rubric.bands[band.expect("the sample has every band")];
                assert!(told.contains(pack.words(language.tag()).band(&rubric.id, &band.id, &factor.id)), "{}", item.id);
            }
            for reference in &record.evidence {
                assert!(told.contains(reference.trim()), "{reference}");
            }
        }
        let words = language.words();
        assert!(told.contains(words.feedback_note()));
        assert!(document.header.contains(&say::date(*language, day("2016-11-20"))));
        // The band is told, the percentage is the assessor's.
        assert!(!told.contains("得分率为") && !told.lines().any(|line| line == "55%"));
    }
}

#[test]
fn feedback_of_a_blank_assessment_says_that_there_is_nothing_to_tell() {
    for language in Language::ALL {
        let told = feedback(&BEIJING, &Assessment::blank(&BEIJING), *language, &Options::default()).plain_text();
        let words = language.words();
        assert!(told.contains(words.feedback_themes_none()));
        assert_eq!(told.matches(words.feedback_item_no_strengths()).count(), 23);
        assert_eq!(told.matches(words.feedback_item_no_opportunities()).count(), 23);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_table_has_a_cell_for_every_column_and_every_chart_a_value_or_none_for_every_label(assessment in assessments(&BEIJING)) {
        for language in Language::ALL {
            for document in [
                submission(&BEIJING, &assessment, *language, &Options::default()),
                feedback(&BEIJING, &assessment, *language, &Options::default()),
            ] {
                for table in tables(&document) {
                    prop_assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.caption.text);
                    prop_assert!(!table.caption.text.contains('\n'));
                }
                for chart in charts(&document) {
                    prop_assert!(chart.series.iter().all(|series| series.values.len() == chart.labels.len()));
                    prop_assert!(chart.series.iter().flat_map(|series| &series.values).flatten().all(|value| value.is_finite()));
                    prop_assert!(!chart.description.contains('\n'));
                }
            }
        }
    }
}
