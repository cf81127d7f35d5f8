//! The panel's sheet of the workbook: ratings, spread, consensus and shifts as the panel reads them, by name or by letter.

use crate::samples::{day, percent};
use crate::workbook::{Reading, samples};
use award_kit::archive::{PanelRecord, Project, ScoringCopy, subject_of, write, write_panel};
use award_kit::assessment::{Assessment, ItemChange, text};
use award_kit::criteria::{ItemSlot, Pack, write_pack_file};
use award_kit::export::{Options, PanelShown, Target, export};
use award_kit::language::Language;
use award_kit::panel::sentences::{ItemSentences, Sentence, Side};
use award_kit::panel::{Arrival, Panel, PanelAction, SheetChange, read_panel};
use award_kit::report::say;
use award_kit::worker::{Arguments, Given, Made, perform};
use std::rc::Rc;

/// Columns of the first assessor and, after the four, of what is computed.
pub const FIRST: u32 = 3;
const AFTER: u32 = FIRST + 4;
pub const HEAD: u32 = 3;

pub fn manufacturing() -> (Pack, Assessment) {
    let (pack, assessment, _) = samples().into_iter().next().expect("a sample");
    (pack, assessment)
}

/// A panel of these assessors, each with a rating for every item in turn; without an assessor nobody has rated.
pub fn panel_of(pack: &Pack, assessment: &Assessment, rows: &[(&str, &[Option<u8>])]) -> Panel {
    let project = Project::new(assessment.clone());
    let sheets = rows.iter().enumerate().map(|(at, (name, ratings))| {
        let mut sheet = ScoringCopy::for_assessor(pack, &project, name, &[]).sheet;
        for (item, rating) in (0..pack.items().len()).zip(ratings.iter().cycle()) {
            sheet = sheet.changed(ItemSlot(item), &SheetChange::Item(ItemChange::Percent(rating.map(percent))));
        }
        Arrival {
            file: text([name, ".json"].concat()),
            hash: text(format!("sha256:{}", 9 - at)),
            sheet: Rc::new(sheet),
        }
    });
    let action = PanelAction::Sheets(sheets.collect());
    action.apply(pack, &Panel::new(pack, subject_of(pack, assessment))).expect("not open yet")
}

/// Four assessors with gaps, one item agreed by the median, one against it with a reason, one whose reason is missing.
pub fn session(pack: &Pack, assessment: &Assessment) -> Panel {
    let rows: [(&str, &[Option<u8>]); 4] = [
        ("甲", &[Some(45), Some(55), None, Some(70)]),
        ("乙", &[Some(60), Some(55), Some(40)]),
        ("丙", &[Some(50), None, Some(85), Some(65), Some(35)]),
        ("=1+1", &[Some(55), Some(60), None]),
    ];
    let steps = [
        PanelAction::Date(Some(day("2016-11-18"))),
        PanelAction::Absent(vec![text("丁")]),
        PanelAction::Open,
        PanelAction::TakeProposals,
        PanelAction::Agree(ItemSlot(1), Some(percent(80))),
        PanelAction::Reason(ItemSlot(1), text("=另有证据")),
        PanelAction::Agree(ItemSlot(2), Some(percent(95))),
        PanelAction::Sentences(
            ItemSlot(3),
            ItemSentences::default().with(Sentence {
                side: Side::Opportunity,
                text: text("=展开未覆盖全部部门"),
                from: Vec::new(),
            }),
        ),
    ];
    let begun = panel_of(pack, assessment, &rows);
    steps.iter().fold(begun, |panel, step| step.apply(pack, &panel).expect("a step"))
}

pub fn with_panel(pack: &Pack, assessment: &Assessment, panel: &Panel, anonymous: bool, language: Language) -> Vec<u8> {
    let shown = PanelShown { panel, anonymous };
    let options = Options::new(language).dated(Some(day("2016-11-20"))).with_panel(Some(shown));
    export(&Project::new(assessment.clone()), pack, Target::Xlsx, &options).expect("a workbook")
}

fn close(found: Option<f64>, expected: Option<f64>) -> bool {
    match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        (found, expected) => found.is_none() && expected.is_none(),
    }
}

/// Every figure of the sheet is that of the panel.
pub fn is_that_of(reading: &Reading, language: Language, pack: &Pack, panel: &Panel) {
    let sheet = language.words().workbook_sheet_panel();
    let read = read_panel(pack, panel);
    let share = |value: f64| value / 100.0;
    for (row, item) in (HEAD + 1..).zip(&read.items) {
        let at = |col: u32| reading.number(sheet, row, AFTER + col);
        let name = &pack.item(item.item).id;
        for assessor in 0..4 {
            let given = item.ratings.iter().find(|rating| rating.assessor == assessor);
            let expected = given.map(|rating| share(rating.percent.value().into()));
            assert_eq!(reading.number(sheet, row, FIRST + assessor as u32), expected, "{name}");
        }
        let of = |value: &dyn Fn(&award_kit::panel::statistics::Spread) -> f64| item.spread.as_ref().map(value);
        assert_eq!(at(0), Some(of(&|spread| spread.count as f64).unwrap_or(0.0)), "{name}");
        assert!(close(at(2), of(&|spread| share(spread.median))), "{name}: median {:?}", at(2));
        assert!(close(at(3), of(&|spread| share(spread.mean))), "{name}: mean {:?}", at(3));
        assert!(close(at(4), of(&|spread| share(spread.lowest.into()))), "{name}: lowest {:?}", at(4));
        assert!(close(at(5), of(&|spread| share(spread.highest.into()))), "{name}: highest {:?}", at(5));
        let deviation = item.spread.and_then(|spread| spread.deviation);
        assert!(close(at(6), deviation), "{name}: {:?} but {deviation:?}", at(6));
        assert_eq!(
            reading.at(sheet, row, AFTER + 7).to_string(),
            say::treatment(language, item.treatment),
            "{name}"
        );
        let percent = |known: Option<award_kit::assessment::Percent>| known.map(|known| share(known.value().into()));
        assert!(close(at(8), percent(item.proposal)), "{name}: proposal {:?}", at(8));
        assert!(close(at(10), percent(item.standing.percent())), "{name}: agreed {:?}", at(10));
        for (col, known) in [(9, item.proposal), (11, item.standing.percent())] {
            assert!(
                close(at(col), known.map(|known| item.points(pack, known).to_f64())),
                "{name}: points {:?}",
                at(col)
            );
        }
    }
    let below = HEAD + 1 + read.items.len() as u32;
    assert!(close(reading.number(sheet, below, AFTER + 9), Some(read.start.points.to_f64())));
    assert!(close(reading.number(sheet, below, AFTER + 11), Some(read.agreed.points.to_f64())));
    for (col, assessor) in (FIRST..).zip(&read.assessors) {
        let shift = assessor.shift;
        assert!(close(reading.number(sheet, below + 1, col), shift.map(|shift| shift.mean)), "{}", assessor.name);
        assert_eq!(reading.number(sheet, below + 2, col), Some(shift.map_or(0.0, |shift| shift.items as f64)));
    }
}

#[test]
fn the_sheet_of_the_panel_holds_the_panels_figures_beside_its_formulas() {
    let (pack, assessment) = manufacturing();
    let panel = session(&pack, &assessment);
    for language in Language::ALL {
        let reading = Reading::of(&with_panel(&pack, &assessment, &panel, false, *language));
        is_that_of(&reading, *language, &pack, &panel);
        let sheet = language.words().workbook_sheet_panel();
        assert!(reading.formulas[sheet].used_cells().count() > 23 * 10);
        let told = reading.texts();
        assert!(told.contains(&"=另有证据".to_owned()), "the reason");
        assert_eq!(
            reading.at(sheet, HEAD + 4, AFTER + 15).to_string(),
            "=展开未覆盖全部部门",
            "the opportunity of the item"
        );
        let calibrated = read_panel(&pack, &panel).items[0].calibrated.map(|median| median / 100.0);
        assert!(calibrated.is_some() && close(reading.number(sheet, HEAD + 1, AFTER + 13), calibrated));
        assert!(told.iter().any(|text| text.starts_with("95%: ")), "what lacks its reason says so");
        assert_eq!(
            (reading.at(sheet, HEAD, FIRST).to_string(), reading.at(sheet, HEAD, FIRST + 3).to_string()),
            ("=1+1".to_owned(), "甲".to_owned())
        );
        assert!(!reading.formulas[sheet].used_cells().any(|(_, _, formula)| formula == "1+1"));
    }
}

#[test]
fn without_names_assessors_stand_by_letter_in_the_order_of_their_letters() {
    let (pack, assessment) = manufacturing();
    let rows: [(&str, &[Option<u8>]); 4] = [("甲", &[Some(45)]), ("乙", &[Some(60)]), ("丙", &[Some(50)]), ("=1+1", &[Some(55)])];
    let panel = panel_of(&pack, &assessment, &rows);
    let reading = Reading::of(&with_panel(&pack, &assessment, &panel, true, Language::Zh));
    let words = Language::Zh.words();
    for (col, letter) in (FIRST..).zip(["A", "B", "C", "D"]) {
        let name = words.panel_letter().replace("{letter}", letter);
        assert_eq!(reading.at(words.workbook_sheet_panel(), HEAD, col).to_string(), name);
    }
    let ratings: Vec<Option<f64>> = (FIRST..FIRST + 4)
        .map(|col| reading.number(words.workbook_sheet_panel(), HEAD + 1, col))
        .collect();
    // The letters follow the hashes, which run against the order of the names here.
    assert_eq!(ratings, [Some(0.55), Some(0.5), Some(0.6), Some(0.45)]);
    assert!(!reading.texts().iter().any(|text| text == "甲" || text == "乙"));
}

#[test]
fn where_some_rated_fewer_items_columns_are_no_assessors_and_have_no_shift() {
    let (pack, assessment) = manufacturing();
    let panel = session(&pack, &assessment);
    let words = Language::Zh.words();
    let sheet = words.workbook_sheet_panel();
    let reading = Reading::of(&with_panel(&pack, &assessment, &panel, true, Language::Zh));
    let read = read_panel(&pack, &panel);
    for (row, item) in (HEAD + 1..).zip(&read.items) {
        let mut given: Vec<f64> = item.ratings.iter().map(|rating| f64::from(rating.percent.value()) / 100.0).collect();
        given.sort_by(f64::total_cmp);
        let found: Vec<f64> = (FIRST..FIRST + 4).filter_map(|col| reading.number(sheet, row, col)).collect();
        assert_eq!(found, given, "{}", pack.item(item.item).id);
        assert!(close(reading.number(sheet, row, AFTER + 2), item.spread.map(|spread| spread.median / 100.0)));
    }
    assert_eq!(reading.at(sheet, HEAD, FIRST).to_string(), words.workbook_panel_rating().replace("{n}", "1"));
    let told = reading.texts();
    assert!(told.iter().any(|text| text.contains(words.panel_unlettered())) && !told.iter().any(|text| text == words.minute_shift()));
}

#[test]
fn a_workbook_without_a_panel_or_with_an_empty_one_has_no_such_sheet() {
    let (pack, assessment) = manufacturing();
    let empty = panel_of(&pack, &assessment, &[]);
    let plain = export(
        &Project::new(assessment.clone()),
        &pack,
        Target::Xlsx,
        &Options::new(Language::En).dated(Some(day("2016-11-20"))),
    );
    assert_eq!(plain, Ok(with_panel(&pack, &assessment, &empty, false, Language::En)));
    let names = Reading::of(&plain.expect("a workbook")).names;
    assert!(!names.contains(&Language::En.words().workbook_sheet_panel().to_owned()));
}

#[test]
fn a_panel_that_judged_other_content_is_said_to_have_done_so() {
    let (pack, assessment) = manufacturing();
    let panel = session(&pack, &assessment);
    let mut changed = assessment.clone();
    Rc::make_mut(&mut changed.items[0]).set_answer(0, 0, text("另写的一段。"));
    let told = |assessment: &Assessment| {
        let texts = Reading::of(&with_panel(&pack, assessment, &panel, false, Language::Zh)).texts();
        texts.iter().any(|text| text.contains(Language::Zh.words().workbook_panel_other()))
    };
    assert!(!told(&assessment));
    assert!(told(&changed));
}

#[test]
fn the_worker_writes_the_panel_into_the_workbook_and_the_zip() {
    let (pack, assessment) = manufacturing();
    let panel = session(&pack, &assessment);
    let project = Project::new(assessment.clone());
    let record = write_panel(&PanelRecord::new(panel.clone()), &pack);
    let done = |task: &str, texts: &[&str]| {
        let arguments = Arguments(texts.iter().map(|text| Given::Text((*text).to_owned())).collect());
        perform(task, Language::Zh, &arguments, &mut |_, _| {})
    };
    let (criteria, file) = (write_pack_file(&pack), write(&project, &pack));
    let workbook = with_panel(&pack, &assessment, &panel, true, Language::Zh);
    let made = done("export", &[&criteria, &file, "xlsx", "2016-11-20", "", &record, "anonymous"]);
    assert_eq!(made, Ok(Made::Bytes(workbook.clone())));
    let Ok(Made::Bytes(zip)) = done("bundle", &[&criteria, &file, "2016-11-20", &record, "anonymous"]) else {
        panic!("a bundle is made")
    };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip file");
    let name = archive.file_names().find(|name| name.ends_with(".xlsx")).map(String::from).expect("a workbook");
    let mut packed = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name(&name).expect("the workbook"), &mut packed).expect("bytes");
    assert_eq!(packed, workbook);
    let sentence = done("export", &[&criteria, &file, "xlsx", "", "", "{}", ""]).expect_err("no record");
    assert!(sentence.ends_with('。'), "{sentence}");
}
