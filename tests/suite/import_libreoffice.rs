//! Tables made by LibreOffice (tests/cases/libreoffice-tables, see make.py): a company's workbook, the same copied to the
//! clipboard, and our template saved again.

use crate::import_files::{blank, figures, read_into};
use crate::import_samples::plan_in_own_units as plan;
use crate::import_samples::{book, figures_of_every_kind};
use crate::samples::{BEIJING, NEW};
use award_kit::assessment::{Action, Assessment, FigureSlot, Goal, Origin};
use award_kit::import::{Cell, Mapping, Plan, Table, read_book};
use award_kit::indicators::block_cells;

fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/cases/libreoffice-tables/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Indicator, year, value as the workbook holds them: what is shown as 98.8% is 0.9875 in the cell.
const VALUES: [(&str, i32, f64); 25] = [
    ("conforming-rate", 2013, 98.2),
    ("conforming-rate", 2014, 98.75),
    ("conforming-rate", 2015, 99.1),
    ("spot-check-pass-rate", 2013, 98.5),
    ("spot-check-pass-rate", 2014, 99.2),
    ("spot-check-pass-rate", 2015, 100.0),
    ("customer-satisfaction", 2013, 88.0),
    ("customer-satisfaction", 2014, 89.5),
    ("customer-satisfaction", 2015, 91.3),
    ("main-revenue", 2013, 81_200.0),
    ("main-revenue", 2014, 89_000.0),
    ("main-revenue", 2015, 97_500.0),
    ("total-profit", 2013, 1234.5),
    ("total-profit", 2014, 1357.95),
    ("total-profit", 2015, 1480.0),
    ("rd-intensity", 2013, 3.6),
    ("rd-intensity", 2014, 4.1),
    ("rd-intensity", 2015, 4.55),
    ("debt-ratio", 2013, 52.0),
    ("debt-ratio", 2014, 50.0),
    ("debt-ratio", 2015, 48.0),
    ("complaint-rate", 2015, 2.4),
    ("invention-patents", 2013, 12.0),
    ("invention-patents", 2015, 21.0),
    ("employee-satisfaction", 2015, 80.25),
];

fn value(assessment: &Assessment, id: &str, year: i32) -> Option<f64> {
    let slot = BEIJING.indicator_slot(id).expect(id);
    assessment.figures.indicator(slot).values.at(year).copied()
}

fn told(plan: &Plan) -> (Vec<String>, Vec<String>) {
    let unknown = plan.unknown.iter().map(|row| row.name.clone()).collect();
    (
        unknown,
        plan.refused
            .iter()
            .map(|refused| format!("{} {}", refused.spot.name(), refused.reason.code()))
            .collect(),
    )
}

#[test]
fn workbook_of_a_company_is_understood_and_what_is_not_is_told() {
    let plan = read_into(&blank(), &file("company.xlsx"));
    let after = plan.action(false, NEW).apply(&blank());
    for (id, year, expected) in VALUES {
        assert_eq!(value(&after, id, year), Some(expected), "{id} {year}");
    }
    let record = |id: &str| {
        after
            .figures
            .record(FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect(id)))
            .expect("a record")
            .clone()
    };
    let conforming = record("conforming-rate");
    assert_eq!((conforming.target, conforming.rank), (Some(Goal::Value(99.0)), Some((3, 40))));
    assert_eq!(conforming.origins.iter().collect::<Vec<Origin>>(), [Origin::Enterprise, Origin::ThirdParty]);
    assert_eq!(
        conforming
            .benchmark
            .values
            .iter()
            .map(|(year, value)| (year, *value))
            .collect::<Vec<(i32, f64)>>(),
        [(2014, 98.0), (2015, 98.5)]
    );
    assert_eq!(record("debt-ratio").target, Goal::within(40.0, 60.0));
    assert_eq!(record("employee-satisfaction").benchmark.values.at(2015), Some(&81.0));
    assert_eq!(record("injury-rate").gaps.at(2015).map(|reason| &**reason), Some("当年改用新口径"));
    assert_eq!(value(&after, "injury-rate", 2014), None, "0.0012 without a sign or unit is asked for");
    assert_eq!(value(&after, "complaint-rate", 2013), None, "a dash is no value");
    let (unknown, refused) = told(&plan);
    assert_eq!(unknown, ["厂区绿化率"]);
    assert_eq!(
        refused,
        ["E13 not_a_number", "E14 date", "D16 other_unit", "E16 other_unit", "F16 other_unit", "C4 share"]
    );
    assert!(plan.conflicts.is_empty());
}

#[test]
fn number_shown_as_per_cent_is_read_as_it_is_shown_with_all_its_digits() {
    let book = read_book(&file("company.xlsx")).expect("a book");
    let shown: Vec<String> = book.tables[0].rows[4][3..9].iter().map(Cell::shown).collect();
    assert_eq!(shown, ["98.2%", "98.75%", "99.1%", "98%", "98.5%", "99%"]);
    assert_eq!(book.tables[0].cell(5, 5), &Cell::Text("100%".to_owned()));
}

#[test]
fn open_document_and_older_workbook_of_the_same_give_the_same() {
    let workbook = read_into(&blank(), &file("company.xlsx"));
    for name in ["company.ods", "company.xls"] {
        let other = read_into(&blank(), &file(name));
        assert_eq!(told(&other), told(&workbook), "{name}");
        assert_eq!(
            figures(&other.action(false, NEW).apply(&blank())),
            figures(&workbook.action(false, NEW).apply(&blank())),
            "{name}"
        );
    }
}

#[test]
fn block_copied_from_the_workbook_gives_what_the_workbook_gives_to_the_digits_shown() {
    let rows = block_cells(&String::from_utf8(file("company.txt")).expect("UTF-8"));
    let table = Table {
        name: String::new(),
        rows: rows.iter().map(|row| row.iter().map(|cell| Cell::text(cell)).collect()).collect(),
        percents_seen: true,
        ..Table::default()
    };
    let mapping = Mapping::guess(&table);
    let plan = plan(&BEIJING, &blank(), &book(vec![table]), &[Some(mapping)]);
    let after = plan.action(false, NEW).apply(&blank());
    let rounded = [("conforming-rate", 2014, 98.8), ("total-profit", 2014, 1358.0), ("rd-intensity", 2015, 4.6)];
    for (id, year, exact) in VALUES.into_iter().filter(|(id, ..)| *id != "employee-satisfaction") {
        let shown = rounded
            .iter()
            .find(|(rounded, of, _)| (*rounded, *of) == (id, year))
            .map_or(exact, |(_, _, shown)| *shown);
        assert_eq!(value(&after, id, year), Some(shown), "{id} {year}");
    }
    assert_eq!(
        told(&plan).1,
        ["E12 not_a_number", "E13 date", "D15 other_unit", "E15 other_unit", "F15 other_unit"]
    );
}

#[test]
fn clipboard_text_of_libreoffice_keeps_quotation_marks_and_cells_apart() {
    let rows = block_cells(&String::from_utf8(file("clipboard.txt")).expect("UTF-8"));
    let expected = [
        ["plain", "say \"yes\"", "two lines", "a tab"],
        ["96.3%", "1,234.50", "", "１２３"],
        ["\"", "line end ", "both \" \"", "last"],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn template_saved_again_by_libreoffice_comes_back_with_every_figure() {
    let assessment = figures_of_every_kind();
    let bytes = file("template-resaved.xlsx");
    let plan = read_into(&blank(), &bytes);
    assert_eq!(told(&plan), (vec![], vec![]));
    let back = plan.action(false, NEW).apply(&blank());
    assert_eq!(figures(&back), figures(&assessment));
    assert_eq!(read_into(&assessment, &bytes).action(true, NEW), Action::Several(vec![]));
    assert_eq!(read_book(&bytes).expect("a book").tables.len(), 3, "the hidden sheet of lists is not read");
}
