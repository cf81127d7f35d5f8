//! The workbook as a reader finds it: sheets, formulas with their results, the cells that may be changed, charts, print
//! settings. Read back with calamine and from the parts of the file.

use crate::samples::{BEIJING, DEMO, NEW, day};
use award_kit::archive::{Project, open_bytes};
use award_kit::assessment::{Action, Assessment, FigureSlot, ImprovementAction, ImprovementChange, ItemChange, Percent, ProfileText, links, text};
use award_kit::criteria::{ItemSlot, Kind, Pack, built_in};
use award_kit::export::{Options, Target, Variant, export, file_name};
use award_kit::indicators::read_results;
use award_kit::language::Language;
use award_kit::scoring::{Points, score};
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

pub fn xlsx(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<u8> {
    export(
        &Project::new(assessment.clone()),
        pack,
        Target::Xlsx,
        &Options::new(language).dated(Some(day("2016-11-20"))),
    )
    .expect("a workbook")
}

/// Every kind's sample in every language.
pub fn samples() -> Vec<(Pack, Assessment, Language)> {
    let all = Kind::ALL
        .into_iter()
        .flat_map(|kind| Language::ALL.iter().map(move |language| (kind, *language)));
    let sample = |(kind, language): (Kind, Language)| {
        let name = kind.word().replace('_', "-");
        let path = format!("{}/assets/samples/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
        let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
        let pack = built_in(&opened.pack().id).expect("its pack is built in");
        let assessment = opened.with_pack(&pack).expect("it fits its pack").assessment;
        (pack, assessment, language)
    };
    all.map(sample).collect()
}

/// A workbook read back.
pub struct Reading {
    pub values: BTreeMap<String, Range<Data>>,
    pub formulas: BTreeMap<String, Range<String>>,
    pub names: Vec<String>,
}

impl Reading {
    pub fn of(bytes: &[u8]) -> Reading {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let names = book.sheet_names();
        let values = names.iter().map(|name| (name.clone(), book.worksheet_range(name).expect("a sheet"))).collect();
        let formulas = names
            .iter()
            .map(|name| (name.clone(), book.worksheet_formula(name).expect("formulas")))
            .collect();
        Reading { values, formulas, names }
    }
    pub fn at(&self, sheet: &str, row: u32, col: u32) -> Data {
        self.values[sheet].get_value((row, col)).cloned().unwrap_or(Data::Empty)
    }
    pub fn number(&self, sheet: &str, row: u32, col: u32) -> Option<f64> {
        match self.at(sheet, row, col) {
            Data::Float(value) => Some(value),
            Data::Int(value) => Some(value as f64),
            Data::Empty => None,
            Data::String(text) if text.is_empty() => None,
            other => panic!("{sheet} {row} {col}: {other:?}"),
        }
    }
    pub fn formula(&self, sheet: &str, row: u32, col: u32) -> String {
        self.formulas[sheet].get_value((row, col)).cloned().unwrap_or_default()
    }
    /// The row with a text in a column.
    pub fn row(&self, sheet: &str, col: u32, text: &str) -> u32 {
        let found = self.values[sheet].rows().position(|row| row.get(col as usize).is_some_and(|cell| cell == text));
        found.unwrap_or_else(|| panic!("{sheet} has no {text}")) as u32
    }
    /// Every text of every sheet.
    pub fn texts(&self) -> Vec<String> {
        let cells = self.values.values().flat_map(|range| range.cells());
        cells
            .filter_map(|(_, _, cell)| match cell {
                Data::String(text) => Some(text.clone()),
                _ => None,
            })
            .collect()
    }
    /// The rows with a number in the first column in which the items of a pack stand.
    pub fn item_rows(&self, sheet: &str, pack: &Pack) -> Vec<u32> {
        pack.items().map(|(_, item)| self.row(sheet, 0, &item.number)).collect()
    }
}

/// The parts of the file whose name begins so, each as text.
pub fn parts(bytes: &[u8], begin: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let names: Vec<String> = archive.file_names().filter(|name| name.starts_with(begin)).map(String::from).collect();
    let mut read = |name: String| {
        let mut content = String::new();
        archive.by_name(&name).expect("the part").read_to_string(&mut content).expect("UTF-8");
        (name, content)
    };
    let mut all: Vec<(String, String)> = names.into_iter().map(&mut read).collect();
    all.sort();
    all
}

pub const RATING: u32 = 4;
pub const POINTS: u32 = 5;

#[test]
fn every_part_is_well_formed_and_every_sheet_has_a_name_excel_takes() {
    for (pack, assessment, language) in samples() {
        let bytes = xlsx(&pack, &assessment, language);
        for (name, content) in parts(&bytes, "") {
            roxmltree::Document::parse(&content).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        let names = Reading::of(&bytes).names;
        assert!(names.len() >= 12, "{names:?}");
        for name in &names {
            assert!(
                !name.is_empty() && name.encode_utf16().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{name}"
            );
        }
    }
}

#[test]
fn total_subtotals_and_points_are_formulas_whose_results_are_the_score() {
    for (pack, assessment, language) in samples() {
        let words = language.words();
        let sheet = words.workbook_sheet_scores();
        let reading = Reading::of(&xlsx(&pack, &assessment, language));
        let scored = score(&pack, &assessment);
        let total = reading.row(sheet, 1, words.report_score_total());
        assert_eq!(reading.number(sheet, total, POINTS), Some(scored.total.points.to_f64()));
        assert_eq!(reading.number(sheet, total, 3), Some(scored.total.max.to_f64()));
        assert!(reading.formula(sheet, total, POINTS).contains("SUM"));
        for (item, row) in scored.items.iter().zip(reading.item_rows(sheet, &pack)) {
            assert_eq!(reading.number(sheet, row, POINTS), item.points.map(|points| points.to_f64()));
            assert_eq!(
                reading.number(sheet, row, RATING),
                item.percent.map(|percent| f64::from(percent.value()) / 100.0)
            );
            assert!(reading.formula(sheet, row, POINTS).contains("ROUND"), "{}", reading.formula(sheet, row, POINTS));
            assert_eq!(reading.formula(sheet, row, RATING), "");
        }
        for category in &scored.categories {
            let row = reading.row(sheet, 0, &pack.category(category.category).number);
            assert_eq!(reading.number(sheet, row, POINTS), Some(category.tally.points.to_f64()));
            assert!(reading.formula(sheet, row, POINTS).contains("SUM"));
        }
        assert_eq!(
            reading.number(
                words.workbook_sheet_notes(),
                reading.row(words.workbook_sheet_notes(), 0, words.report_score_total()),
                1
            ),
            Some(scored.total.points.to_f64())
        );
    }
}

#[test]
fn an_item_that_is_not_rated_stays_blank_and_widens_the_range() {
    let (pack, assessment, language) = samples().swap_remove(0);
    let words = language.words();
    let sheet = words.workbook_sheet_scores();
    let unrated = Action::Item(ItemSlot(3), ItemChange::Percent(None)).apply(&assessment);
    let reading = Reading::of(&xlsx(&pack, &unrated, language));
    let row = reading.item_rows(sheet, &pack)[3];
    assert_eq!(reading.number(sheet, row, RATING), None);
    assert_eq!(reading.number(sheet, row, POINTS), None);
    let scored = score(&pack, &unrated);
    let value = |name: &str| reading.number(sheet, reading.row(sheet, 1, name), 3);
    assert_eq!(value(words.workbook_unrated()), Some(1.0));
    assert_eq!(value(words.workbook_low()), Some(scored.range.0.to_f64()));
    assert_eq!(value(words.workbook_high()), Some(scored.range.1.to_f64()));
    let category = pack.category(pack.category_of(ItemSlot(3)));
    assert_eq!(
        reading.number(sheet, reading.row(sheet, 0, &category.number), 6),
        None,
        "no share of a category that is not rated in full"
    );
    let blank = Reading::of(&xlsx(&DEMO, &Assessment::blank(&DEMO), language));
    assert_eq!(blank.number(sheet, blank.row(sheet, 1, words.report_score_total()), POINTS), None);
}

#[test]
fn ratings_are_chosen_from_the_steps_of_the_pack() {
    let (pack, assessment, language) = samples().swap_remove(0);
    let words = language.words();
    let bytes = xlsx(&pack, &assessment, language);
    let reading = Reading::of(&bytes);
    let scores = reading.names.iter().position(|name| name == words.workbook_sheet_scores()).expect("the sheet") + 1;
    let sheet = &parts(&bytes, &format!("xl/worksheets/sheet{scores}.xml"))[0].1;
    let tree = roxmltree::Document::parse(sheet).expect("XML");
    let validation = tree
        .descendants()
        .find(|node| node.has_tag_name("dataValidation") || node.tag_name().name() == "dataValidation");
    let validation = validation.expect("a validation");
    assert_eq!(validation.attribute("type"), Some("list"));
    let list = validation
        .descendants()
        .find(|node| node.tag_name().name() == "formula1")
        .and_then(|node| node.text());
    let list = list.expect("a list").to_owned();
    assert!(list.contains(words.workbook_sheet_scale()), "{list}");
    let covered: Vec<u32> = validation.attribute("sqref").expect("cells").split(' ').flat_map(rows_of).collect();
    let expected: Vec<u32> = reading.item_rows(words.workbook_sheet_scores(), &pack).into_iter().map(|row| row + 1).collect();
    assert_eq!(covered, expected);
    let (first, last) = list.rsplit_once('!').and_then(|(_, cells)| cells.split_once(':')).expect("a range");
    let row = |cell: &str| cell.rsplit('$').next().and_then(|row| row.parse::<u32>().ok()).expect("a row");
    let steps: Vec<f64> = (row(first)..=row(last))
        .filter_map(|row| reading.number(words.workbook_sheet_scale(), row - 1, 0))
        .collect();
    assert_eq!(steps, (0..=20).map(|step| f64::from(step * 5) / 100.0).collect::<Vec<f64>>());
}

/// `E5:E7` is 5, 6, 7.
fn rows_of(cells: &str) -> Vec<u32> {
    let row = |cell: &str| {
        cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
            .parse::<u32>()
            .expect("a row")
    };
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    (row(first)..=row(last)).collect()
}

#[test]
fn computed_indicators_are_formulas_over_the_inputs_with_the_kits_values() {
    let mut formulas = 0;
    for (pack, assessment, language) in samples() {
        let sheet = language.words().workbook_sheet_indicators();
        let reading = Reading::of(&xlsx(&pack, &assessment, language));
        let words = pack.words(language.tag());
        for found in read_results(&pack, &assessment).indicators.iter().filter(|found| found.has_figure()) {
            let FigureSlot::Catalogue(slot) = found.slot else { continue };
            let row = reading.row(sheet, 1, words.indicator(&pack.indicator(slot).id));
            for (col, (_, value)) in (4..).zip(found.series.years()) {
                assert_eq!(reading.number(sheet, row, col), value, "{}", pack.indicator(slot).id);
                let formula = reading.formula(sheet, row, col);
                assert_eq!(!formula.is_empty(), found.computed, "{formula}");
                formulas += usize::from(found.computed);
            }
        }
    }
    assert!(formulas > 0, "no sample has a computed indicator");
}

#[test]
fn every_indicator_with_three_values_has_a_native_chart_and_the_categories_a_radar() {
    for (pack, assessment, language) in samples() {
        let bytes = xlsx(&pack, &assessment, language);
        let charts = parts(&bytes, "xl/charts/chart");
        let trends = read_results(&pack, &assessment).indicators.iter().filter(|found| found.has_trend()).count();
        assert_eq!(charts.iter().filter(|(_, chart)| chart.contains("<c:lineChart>")).count(), trends);
        assert_eq!(charts.iter().filter(|(_, chart)| chart.contains("<c:radarChart>")).count(), 1);
        let drawings: String = parts(&bytes, "xl/drawings/drawing").into_iter().map(|(_, drawing)| drawing).collect();
        assert_eq!(drawings.matches("descr=").count(), charts.len(), "every chart is told in words");
    }
}

#[test]
fn sheets_are_printed_on_a4_one_page_wide_with_organisation_date_and_page() {
    let (pack, assessment, language) = samples().swap_remove(0);
    let bytes = xlsx(&pack, &assessment, language);
    let sheets = parts(&bytes, "xl/worksheets/sheet");
    for (name, sheet) in &sheets {
        assert!(sheet.contains(r#"paperSize="9""#), "{name}");
        assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), "{name}");
        for told in ["京华精密机械有限公司", "2016年11月20日", "&amp;P", "&amp;N"] {
            assert!(sheet.contains(told), "{name}: {told}");
        }
    }
    let book = &parts(&bytes, "xl/workbook.xml")[0].1;
    assert_eq!(book.matches("_xlnm.Print_Area").count(), sheets.len());
    assert!(book.matches("_xlnm.Print_Titles").count() >= 8);
    let frozen = sheets.iter().filter(|(_, sheet)| sheet.contains(r#"state="frozen""#)).count();
    assert!(frozen >= 8, "{frozen}");
    assert!(book.contains(r#"fullCalcOnLoad="1""#));
}

#[test]
fn file_says_its_title_author_and_day_and_no_other_time() {
    let (pack, assessment, language) = samples().swap_remove(0);
    let core = |date| {
        let bytes = export(&Project::new(assessment.clone()), &pack, Target::Xlsx, &Options::new(language).dated(date)).expect("a workbook");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a zip file");
        for at in 0..archive.len() {
            assert_eq!(archive.by_index(at).expect("an entry").last_modified().expect("a time").year(), 1980);
        }
        assert!(Reading::of(&bytes).names.len() >= 12);
        parts(&bytes, "docProps/core.xml")[0].1.clone()
    };
    let dated = core(Some(day("2016-11-20")));
    for told in ["京华精密机械有限公司（虚构）", "自评工作簿", "2016-11-20T00:00:00Z"] {
        assert!(dated.contains(told), "{told}: {dated}");
    }
    let undated = core(None);
    assert!(!undated.contains("T00:00:00Z") && !undated.contains("dcterms:created"), "{undated}");
}

#[test]
fn same_assessment_gives_the_same_bytes_and_its_file_has_a_name() {
    for (pack, assessment, language) in samples() {
        let first = xlsx(&pack, &assessment, language);
        assert_eq!(first, xlsx(&pack, &assessment, language));
        let (again, other) = (Project::new(assessment.clone()), pack.clone());
        let file = export(&again, &other, Target::Json, &Options::new(language)).expect("a file");
        let copy = open_bytes(&file).expect("it opens").with_pack(&pack).expect("it fits").assessment;
        assert_eq!(first, xlsx(&pack, &copy, language));
    }
    let named = Action::Profile(ProfileText::Name, text("甲公司")).apply(&Assessment::blank(&BEIJING));
    assert_eq!(
        file_name(&named, Target::Xlsx, Variant::Draft, Language::Zh, Some(day("2016-11-20"))),
        "甲公司-自评工作簿-2016-11-20.xlsx"
    );
}

/// A sample with two actions and targets for half of its items.
pub fn planned() -> (Pack, Assessment, Language) {
    let (pack, assessment, language) = samples().swap_remove(0);
    let action = |title: &str, item: &str, gain| ImprovementAction {
        title: text(title),
        item: text(item),
        owner: text("质量部"),
        due: Some(day("2017-06-30")),
        days: Some(12),
        gain: Some(gain),
        ..ImprovementAction::default()
    };
    let add = |action| Action::Improve(ImprovementChange::Add(NEW, Rc::new(action)));
    let mut actions = vec![
        add(action("=建立供方评价制度", "leadership.governance", 10)),
        add(action("完善培训", "results.financial", 5)),
    ];
    let targets = pack.items().map(|(slot, _)| slot).filter(|slot| slot.0.is_multiple_of(2));
    actions.extend(targets.map(|slot| Action::Improve(ImprovementChange::Target(slot, Percent::new(75, 5)))));
    let planned = Action::Several(actions).apply(&assessment);
    (pack, planned, language)
}

#[test]
fn actions_stand_with_owner_and_day_and_targets_with_the_points_they_would_earn() {
    let (pack, assessment, language) = planned();
    let words = language.words();
    let sheet = words.workbook_sheet_actions();
    let reading = Reading::of(&xlsx(&pack, &assessment, language));
    let row = reading.row(sheet, 1, "=建立供方评价制度");
    assert_eq!(reading.at(sheet, row, 3), "质量部");
    assert_eq!(reading.at(sheet, row, 5), "2017-06-30");
    let rounding = pack.structure().scoring.rounding;
    for (slot, item) in pack.items().filter(|(slot, _)| slot.0.is_multiple_of(2)) {
        let row = reading.row(sheet, 0, &item.number);
        let max = score(&pack, &assessment).items[slot.0].maximum.points().expect("it applies");
        let earned = Points::earned(max, Percent::new(75, 5).expect("a rating"), rounding);
        assert_eq!(reading.number(sheet, row, 5), Some(earned.to_f64()));
        assert!(reading.formula(sheet, row, 5).contains("ROUND"));
    }
    let without = Reading::of(&xlsx(&pack, &Assessment::blank(&pack), language));
    assert!(!without.names.iter().any(|name| name == sheet), "a plan that is empty has no sheet");
}

#[test]
fn every_entry_of_the_register_stands_with_what_names_it() {
    let mut entries = 0;
    for (pack, assessment, language) in samples() {
        let sheet = language.words().workbook_sheet_register();
        if assessment.evidence.entries.is_empty() {
            continue;
        }
        let reading = Reading::of(&xlsx(&pack, &assessment, language));
        let links = links(&assessment);
        for (at, entry) in assessment.evidence.entries.iter().enumerate() {
            let row = reading.row(sheet, 0, &entry.number);
            assert_eq!(reading.at(sheet, row, 1), entry.title.trim());
            assert_eq!(reading.at(sheet, row, 9) == Data::Empty, links.of_entry[at].is_empty(), "{}", entry.number);
            entries += 1;
        }
    }
    assert!(entries > 0, "no sample has a register");
}

#[test]
fn formulas_are_locked_without_a_password_and_everything_else_is_open() {
    for (pack, assessment, language) in samples() {
        let bytes = xlsx(&pack, &assessment, language);
        let styles = parts(&bytes, "xl/styles");
        let tree = roxmltree::Document::parse(&styles[0].1).expect("well-formed XML");
        let formats = tree.descendants().find(|node| node.tag_name().name() == "cellXfs").expect("formats");
        let open: Vec<bool> = formats
            .children()
            .filter(|node| node.is_element())
            .map(|format| format.children().any(|node| node.attribute("locked") == Some("0")))
            .collect();
        let (mut locked, mut inputs) = (0, 0);
        for (name, content) in parts(&bytes, "xl/worksheets/sheet") {
            let tree = roxmltree::Document::parse(&content).expect("well-formed XML");
            let cells = tree.descendants().filter(|node| node.tag_name().name() == "c");
            let mut calculates = false;
            for cell in cells {
                let style: usize = cell.attribute("s").unwrap_or("0").parse().expect("a format");
                let formula = cell.children().any(|node| node.tag_name().name() == "f");
                assert_eq!(open[style], !formula, "{name}: {:?}", cell.attribute("r"));
                calculates |= formula;
                locked += usize::from(formula);
                inputs += usize::from(!formula);
            }
            let protection = tree.descendants().find(|node| node.tag_name().name() == "sheetProtection");
            assert_eq!(protection.is_some(), calculates, "{name}");
            assert!(protection.is_none_or(|node| node.attribute("password").is_none() && node.attribute("hashValue").is_none()));
            assert!(content.contains("numberStoredAsText=\"1\""), "{name}: numbers of clauses are names");
        }
        assert!(locked > 100 && inputs > 100);
    }
}

#[test]
fn charts_hold_the_values_they_are_drawn_from_also_where_those_are_formulas() {
    let mut targets = 0;
    for (pack, assessment, language) in samples() {
        for (name, content) in parts(&xlsx(&pack, &assessment, language), "xl/charts/chart") {
            let tree = roxmltree::Document::parse(&content).expect("well-formed XML");
            for series in tree.descendants().filter(|node| node.tag_name().name() == "ser") {
                let values = series.children().find(|node| node.tag_name().name() == "val").expect("values");
                let points = values.descendants().filter(|node| node.tag_name().name() == "pt").count();
                assert!(points > 0, "{name}: a series without a value");
                targets += usize::from(series.descendants().any(|node| node.text() == Some(language.words().grid_target())));
            }
        }
    }
    assert!(targets > 20, "{targets} lines of targets");
}

#[test]
fn evidence_stands_on_one_sheet() {
    for (pack, assessment, language) in samples() {
        let words = language.words();
        let names = Reading::of(&xlsx(&pack, &assessment, language)).names;
        let about = [words.workbook_sheet_register(), words.workbook_sheet_evidence()];
        assert_eq!(names.iter().filter(|name| about.contains(&name.as_str())).count(), 1, "{names:?}");
    }
}

#[test]
fn the_template_is_one_page_wide_and_has_a_footer() {
    let years = award_kit::assessment::Window::new(2013, 5).expect("a window");
    for (pack, assessment, language) in samples() {
        let bytes = award_kit::export::template(&pack, &assessment, language, years).expect("a template");
        for (name, content) in parts(&bytes, "xl/worksheets/sheet").into_iter().take(2) {
            assert!(
                content.contains(r#"fitToHeight="0""#) && content.contains("<fitToPage") || content.contains(r#"fitToPage="1""#),
                "{name}"
            );
            assert!(content.contains("<oddFooter>") && content.contains("&amp;P"), "{name}");
        }
    }
}
