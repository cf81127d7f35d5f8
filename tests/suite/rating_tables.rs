//! Ratings from a sheet: the template an assessor fills, and tables with assessors across.

use crate::command_line::{answer, folder, json_answer, put};
use crate::samples::{BEIJING, DEMO, percent};
use award_kit::archive::{Project, ScoringCopy};
use award_kit::assessment::{ItemChange, text};
use award_kit::criteria::ItemSlot;
use award_kit::export::{rating_sheet, worksheet};
use award_kit::import::{Book, Cell, Table, TableRatings, ratings, read_book};
use award_kit::language::Language;
use award_kit::panel::SheetChange;
use award_kit::report;
use serde_json::json;
use std::fs;

fn table(text: &str) -> Book {
    let cell = |written: &str| written.parse::<f64>().map_or_else(|_| Cell::text(written), Cell::Number);
    Book {
        tables: vec![Table {
            rows: text.lines().map(|line| line.split('|').map(|part| cell(part.trim())).collect()).collect(),
            percents_seen: true,
            ..Table::default()
        }],
        ..Book::default()
    }
}

fn told(found: &TableRatings) -> Vec<(String, Vec<(usize, u8)>)> {
    let of = |sheet: &award_kit::import::SheetRatings| {
        let ratings = sheet.ratings.iter().map(|(slot, percent)| (slot.0, percent.value())).collect();
        (sheet.assessor.clone(), ratings)
    };
    found.sheets.iter().map(of).collect()
}

#[test]
fn a_table_with_assessors_across_is_read_however_its_items_are_named() {
    let [one, two, three] = [0, 1, 2].map(|at| BEIJING.item(ItemSlot(at)));
    let name = |at: usize, language: &Language| BEIJING.words(language.tag()).item(&BEIJING.item(ItemSlot(at)).id).to_owned();
    for rows in [
        format!(
            "某评审组|||\n条款|李|王 五|分值\n{}|55%|60|{}\n{}|0%|/|{}\n{}|100||{}",
            one.number, one.points, two.number, two.points, three.number, three.points
        ),
        format!("条款|李|王 五\n{}|0.55|0.6\n{}|0|-\n{}|1|", one.id, two.id, three.id),
        format!(
            "条款|李|王 五\n{} {}|55|60%\n{}|0%|\n{}|100|n/a",
            one.number,
            name(0, &Language::Zh),
            name(1, &Language::En),
            name(2, &Language::Zh)
        ),
    ] {
        let found = ratings(&BEIJING, &table(&rows));
        let expected = vec![("李".to_owned(), vec![(0, 55), (1, 0), (2, 100)]), ("王 五".to_owned(), vec![(0, 60)])];
        assert_eq!(told(&found), expected, "{rows}");
        assert!(found.refused.is_empty(), "{:?}", found.refused);
    }
}

#[test]
fn what_is_no_rating_is_refused_with_its_cell_and_stops_nothing() {
    let [one, two, three] = [0, 1, 2].map(|at| BEIJING.item(ItemSlot(at)).number.clone());
    let rows = format!("条款|李|备注\n{one}|57|见附件\n{two}|约 50|\n{three}|105|可\n{one}|40|\n{two}|45|");
    let book = table(&rows);
    let found = ratings(&BEIJING, &book);
    // The column of remarks is no assessor; the first row of an item that is a rating counts.
    assert_eq!(told(&found), [("李".to_owned(), vec![(0, 40), (1, 45)])]);
    let refused: Vec<(String, &str)> = found.refused.iter().map(|(spot, shown)| (book.cell_name(*spot), shown.as_str())).collect();
    assert_eq!(refused, [("B2".to_owned(), "57"), ("B3".to_owned(), "约 50"), ("B4".to_owned(), "105")]);
    assert_eq!(ratings(&BEIJING, &table("指标|2014|2015\n产值|3|4")), TableRatings::default());
}

fn filled() -> ScoringCopy {
    let mut copy = ScoringCopy::for_assessor(&DEMO, &Project::blank(&DEMO), "李 明", &[]);
    let changes = [
        ItemChange::Percent(Some(percent(55))),
        ItemChange::Strengths(text("=方法有文件")),
        ItemChange::Opportunities(text("展开不足\n无对比")),
        ItemChange::Remark(text("见 E-3")),
    ];
    for change in changes {
        copy.sheet = copy.sheet.changed(ItemSlot(1), &SheetChange::Item(change));
    }
    copy
}

#[test]
fn the_sheet_of_an_assessor_comes_back_as_it_was_filled() {
    for language in Language::ALL {
        let copy = filled();
        let bytes = rating_sheet(&copy.sheet, &DEMO, *language).expect("a workbook");
        assert_eq!(Ok(&bytes), rating_sheet(&copy.sheet, &DEMO, *language).as_ref(), "the same bytes each time");
        let found = ratings(&DEMO, &read_book(&bytes).expect("it reads"));
        assert_eq!(told(&found), [("李 明".to_owned(), vec![(1, 55)])], "{}", language.tag());
        let expected = ["=方法有文件", "展开不足\n无对比", "见 E-3"].map(str::to_owned);
        assert_eq!(found.sheets[0].words, [(ItemSlot(1), expected)]);
        assert!(found.refused.is_empty());
    }
}

#[test]
fn the_paper_worksheet_has_every_item_its_ladder_and_its_factors() {
    let copy = ScoringCopy::for_assessor(&BEIJING, &Project::blank(&BEIJING), "王", &[ItemSlot(0), ItemSlot(4)]);
    for language in Language::ALL {
        let told = report::worksheet(&BEIJING, &copy.sheet, *language).plain_text();
        let words = BEIJING.words(language.tag());
        for slot in [ItemSlot(0), ItemSlot(4)] {
            let item = BEIJING.item(slot);
            assert!(told.contains(words.item(&item.id)), "{told}");
            for factor in &BEIJING.rubric_of(slot).factors {
                assert!(told.contains(words.factor(&item.rubric, &factor.id)));
            }
        }
        assert!(
            !told.contains(words.item(&BEIJING.item(ItemSlot(1)).id)) && told.contains("0  5  10  15") && told.contains("王"),
            "{told}"
        );
        let bytes = worksheet(&copy.sheet, &BEIJING, *language).expect("a document");
        assert!(bytes.starts_with(b"PK"));
    }
}

#[test]
fn on_the_command_line_sheets_go_out_and_count_beside_other_files() {
    let folder = folder("rating-tables");
    let assessment = put(
        &folder,
        "assessment.json",
        fs::read_to_string("assets/samples/manufacturing.zh.json").expect("the sample"),
    );
    let [copy, sheet, paper] = ["copy.json", "sheet.xlsx", "paper.docx"].map(|name| folder.join(name).display().to_string());
    for output in [&copy, &sheet, &paper] {
        answer(&["scoring-copy", &assessment, "--assessor", "李", "-o", output]);
    }
    assert!(fs::read(&paper).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    let across = put(&folder, "across.csv", "条款,赵,钱\n4.1.1,40,45\n4.1.2,57,60\n4.1.3,50,55\n4.1.4,45,50\n");
    let other = put(&folder, "other.csv", "月份,产值\n一月,3\n");
    let told = json_answer(&["panel", &across, &other, "--assessment", &assessment]);
    let names: Vec<&serde_json::Value> = told["assessors"]
        .as_array()
        .expect("assessors")
        .iter()
        .map(|assessor| &assessor["name"])
        .collect();
    assert_eq!(names, [&json!("赵"), &json!("钱")]);
    let codes: Vec<(&serde_json::Value, &serde_json::Value)> = told["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .map(|problem| (&problem["code"], &problem["counts"]))
        .collect();
    assert!(
        codes.contains(&(&json!("cell"), &json!(true))) && codes.contains(&(&json!("table"), &json!(false))),
        "{codes:?}"
    );
    assert!(!told["problems"].to_string().contains("other_assessment"));
}
