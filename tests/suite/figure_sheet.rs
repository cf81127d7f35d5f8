//! Figures as cells: what is read, written, copied to spreadsheets and pasted from them.

use crate::samples::{BEIJING, NEW, after, cases};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, Goal, History, OwnChange, OwnIndicator, text};
use award_kit::indicators::{Block, Cell, CellColumn, CellRow, block_cells, block_text, clear_cells, copy_cells, paste_cells, read_results};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::rc::Rc;

fn catalogue(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator"))
}

fn cell(id: &str, column: CellColumn) -> Cell {
    Cell::new(CellRow::Figure(catalogue(id)), column)
}

/// A sheet of some indicators: the years 2013 to 2015, target, benchmark of 2015.
fn sheet() -> Vec<Vec<Cell>> {
    let columns = [
        CellColumn::Year(2013),
        CellColumn::Year(2014),
        CellColumn::Year(2015),
        CellColumn::Target,
        CellColumn::Benchmark(2015),
    ];
    let ids = ["customer-satisfaction", "debt-ratio", "main-revenue", "exports"];
    ids.iter().map(|id| columns.iter().map(|column| cell(id, *column)).collect()).collect()
}

/// Everything of a sheet of that size.
fn all() -> Block {
    Block::between((0, 0), (3, 4))
}

fn copy(assessment: &Assessment, block: Block) -> String {
    copy_cells(assessment, &read_results(&BEIJING, assessment), &block.cells(&sheet()))
}

fn entered(cell: Cell, value: &str) -> Action {
    let blank = Assessment::blank(&BEIJING);
    cell.write(&BEIJING, &blank, value, "").expect("understood").expect("something to do")
}

#[test]
fn cells_have_names_that_lead_back_to_them() {
    let rows = [
        CellRow::Figure(FigureSlot::Own(3)),
        cell("exports", CellColumn::Target).row,
        CellRow::Input(BEIJING.input_slot("revenue").expect("an input")),
    ];
    let columns = [
        CellColumn::Year(2013),
        CellColumn::Benchmark(2013),
        CellColumn::Target,
        CellColumn::Projected,
        CellColumn::Low,
        CellColumn::High,
        CellColumn::Place,
        CellColumn::Of,
        CellColumn::Least,
        CellColumn::Most,
    ];
    for row in rows {
        for column in columns {
            let cell = Cell::new(row, column);
            assert_eq!(Cell::named(&cell.name()), Some(cell), "{}", cell.name());
        }
    }
    for name in ["", "c", "c1", "c1/", "x1/t", "c1/y", "c1/q", "/t", "一/t"] {
        assert_eq!(Cell::named(name), None, "{name}");
    }
}

#[test]
fn blocks_are_the_text_spreadsheets_exchange() {
    for (cells, text) in [
        (vec![vec!["1", "2"], vec!["3", "4"]], "1\t2\r\n3\t4\r\n"),
        (vec![vec![""]], "\r\n"),
        (vec![vec!["", ""], vec!["", "4"]], "\t\r\n\t4\r\n"),
        (vec![vec!["a\tb", "two\nlines"]], "\"a\tb\"\t\"two\nlines\"\r\n"),
        (vec![vec!["\"quoted\"", "5\" pipe"]], "\"\"\"quoted\"\"\"\t5\" pipe\r\n"),
        (vec![vec!["1"], vec![""]], "1\r\n\r\n"),
    ] {
        assert_eq!(block_text(&cells), text);
        assert_eq!(block_cells(text), cells, "{text:?}");
    }
}

#[test]
fn texts_of_other_programs_are_read_as_well() {
    for (text, cells) in [
        ("1\t2\n3\t4", vec![vec!["1", "2"], vec!["3", "4"]]),
        ("1\r2\r", vec![vec!["1"], vec!["2"]]),
        ("", vec![vec![""]]),
        ("\"never closed\t1", vec![vec!["\"never closed", "1"]]),
        ("\"closed\" and more\t1", vec![vec!["\"closed\" and more", "1"]]),
        ("\"a\"\"b\"\t\"\"", vec![vec!["a\"b", ""]]),
        ("\"a\r\nb\"\r\n1", vec![vec!["a\r\nb"], vec!["1"]]),
    ] {
        assert_eq!(block_cells(text), cells, "{text:?}");
    }
}

#[test]
fn a_block_is_copied_with_all_its_digits_and_computed_values() {
    let revenue = BEIJING.input_slot("revenue").expect("an input");
    let assessment = after(
        &BEIJING,
        &[
            entered(cell("customer-satisfaction", CellColumn::Year(2013)), "86.25"),
            entered(cell("customer-satisfaction", CellColumn::Target), "90"),
            entered(cell("debt-ratio", CellColumn::Target), "40～60%"),
            entered(cell("exports", CellColumn::Year(2015)), "3亿"),
            entered(cell("exports", CellColumn::Benchmark(2015)), "(5)"),
            Action::Figure(catalogue("main-revenue"), FigureChange::Computed(true)),
            Action::Input {
                input: revenue,
                year: 2014,
                value: Some(1234.5),
            },
        ],
    );
    let text = copy(&assessment, all());
    assert_eq!(
        text,
        "86.25\t\t\t90\t\r\n\t\t\t40~60\t\r\n\t1234.5\t\t\t\r\n\t\t300000000\t\t-5\r\n".replace("300000000", "30000")
    );
    assert_eq!(copy(&assessment, Block::between((1, 3), (0, 2))), "\t90\r\n\t40~60\r\n");
}

#[test]
fn clearing_takes_away_a_block_as_one_step_and_leaves_what_is_computed() {
    let start = after(
        &BEIJING,
        &[
            entered(cell("customer-satisfaction", CellColumn::Year(2013)), "86"),
            entered(cell("customer-satisfaction", CellColumn::Target), "90"),
            entered(cell("main-revenue", CellColumn::Year(2013)), "500"),
            entered(cell("exports", CellColumn::Year(2014)), "4"),
            Action::Figure(catalogue("main-revenue"), FigureChange::Computed(true)),
        ],
    );
    let history = History::new(start.clone());
    let block = Block::between((0, 0), (2, 3));
    let after = history.after(&clear_cells(&BEIJING, &start, &block.cells(&sheet()))).expect("a change");
    let left = after.present();
    assert_eq!(cell("customer-satisfaction", CellColumn::Year(2013)).value(left), None);
    assert_eq!(cell("customer-satisfaction", CellColumn::Target).value(left), None);
    assert_eq!(
        cell("main-revenue", CellColumn::Year(2013)).value(left),
        Some(500.0),
        "kept beside what is computed"
    );
    assert_eq!(cell("exports", CellColumn::Year(2014)).value(left), Some(4.0), "beside the block");
    assert_eq!(**after.undone().expect("a step").present(), start);
}

#[test]
fn pasting_tells_what_was_written_refused_and_fell_beside() {
    let blank = Assessment::blank(&BEIJING);
    let at = |row, column| Block::between((row, column), (row, column));
    for (block, text, told) in [
        (at(0, 0), "86\t87\t88", (3, 0, 0)),
        (at(0, 0), "86\tabc\t88", (2, 1, 0)),
        (at(0, 3), "90\t89\t12\t13", (2, 0, 2)),
        (at(3, 4), "1\r\n2\r\n\r\n", (1, 0, 1)),
        (at(1, 3), "40~60", (1, 0, 0)),
        (at(1, 3), "60~40", (0, 1, 0)),
        (at(1, 0), "40~60", (0, 1, 0)),
        (Block::between((0, 0), (1, 2)), "5", (6, 0, 0)),
        (Block::between((0, 0), (1, 2)), "5\t6", (2, 0, 0)),
    ] {
        let pasted = paste_cells(&BEIJING, &blank, &sheet(), block, text);
        assert_eq!((pasted.written, pasted.refused, pasted.beside), told, "{text}");
    }
    let computed = after(&BEIJING, &[Action::Figure(catalogue("main-revenue"), FigureChange::Computed(true))]);
    let pasted = paste_cells(&BEIJING, &computed, &sheet(), at(2, 2), "500\t600");
    assert_eq!((pasted.written, pasted.beside), (1, 1), "nothing is written where a formula computes");
}

#[test]
fn a_target_range_is_read_in_the_forms_people_use() {
    let target = cell("debt-ratio", CellColumn::Target);
    for text in ["40~60", "40～60", "40–60%", "40%-60%", "40 至 60", "４０－６０", "40.0 — 60"] {
        assert_eq!(
            entered(target, text),
            Action::Figure(catalogue("debt-ratio"), FigureChange::Target(Goal::within(40.0, 60.0))),
            "{text}"
        );
    }
    assert_eq!(
        entered(target, "-5~5"),
        Action::Figure(catalogue("debt-ratio"), FigureChange::Target(Goal::within(-5.0, 5.0)))
    );
    let blank = Assessment::blank(&BEIJING);
    for text in ["60~40", "40~", "a~b", "40~60~80", "2016-12-02"] {
        assert!(target.write(&BEIJING, &blank, text, "").is_err(), "{text}");
    }
}

#[test]
fn a_pair_is_kept_once_both_are_there_and_in_order() {
    let blank = Assessment::blank(&BEIJING);
    let write = |column, text, partner| cell("debt-ratio", column).write(&BEIJING, &blank, text, partner);
    let target = |goal| Ok(Some(Action::Figure(catalogue("debt-ratio"), FigureChange::Target(goal))));
    let rank = |rank| Ok(Some(Action::Figure(catalogue("debt-ratio"), FigureChange::Rank(rank))));
    assert_eq!(write(CellColumn::Low, "40", ""), Ok(None));
    assert_eq!(write(CellColumn::Low, "40", "60"), target(Goal::within(40.0, 60.0)));
    assert_eq!(write(CellColumn::High, "60", "40"), target(Goal::within(40.0, 60.0)));
    assert!(write(CellColumn::High, "6", "40").is_err());
    assert_eq!(write(CellColumn::High, "", ""), target(None));
    assert_eq!(write(CellColumn::Place, "3", ""), Ok(None));
    assert_eq!(write(CellColumn::Place, "3", "40 家"), Ok(None), "the other one is not understood yet");
    assert_eq!(write(CellColumn::Of, "40", "3"), rank(Some((3, 40))));
    assert_eq!(write(CellColumn::Place, "", ""), rank(None));
    assert!(write(CellColumn::Place, "2.5", "40").is_err());
    let ranked = after(&BEIJING, &[Action::Figure(catalogue("debt-ratio"), FigureChange::Rank(Some((3, 40))))]);
    assert_eq!(cell("debt-ratio", CellColumn::Of).plain(&ranked), "40");
}

#[test]
fn the_bounds_of_an_own_indicator_are_cells_that_keep_their_order() {
    let own = OwnIndicator {
        unit: text("件"),
        low: Some(0.0),
        ..OwnIndicator::default()
    };
    let assessment = after(&BEIJING, &[Action::AddOwn(NEW, Rc::new(own))]);
    let most = Cell::new(CellRow::Figure(FigureSlot::Own(0)), CellColumn::Most);
    let bounds = |high| Ok(Some(Action::Own(0, OwnChange::Bounds(Some(0.0), high))));
    assert_eq!(most.write(&BEIJING, &assessment, "1.2万件", ""), bounds(Some(12_000.0)));
    assert_eq!(most.write(&BEIJING, &assessment, "", ""), bounds(None));
    assert!(most.write(&BEIJING, &assessment, "-1", "").is_err());
}

fn figure() -> impl Strategy<Value = f64> {
    let small = (-2_000_000_i32..2_000_000).prop_map(|value| f64::from(value) / 1000.0);
    prop_oneof![small, -1e14..1e14, (1e-9..1e-3)].prop_map(|value| value + 0.0)
}

/// Some value, or a range, for each cell of the sheet.
fn filled() -> impl Strategy<Value = Assessment> {
    let range = (figure(), figure()).prop_map(|(one, other)| Goal::within(one.min(other), one.max(other)));
    (vec(option::of(figure()), 20), vec(range, 4), any::<u8>()).prop_map(|(values, ranges, which)| {
        let mut actions = Vec::new();
        for (cell, value) in sheet().into_iter().flatten().zip(values) {
            let CellRow::Figure(slot) = cell.row else { continue };
            actions.push(Action::Figure(
                slot,
                match cell.column {
                    CellColumn::Year(year) => FigureChange::Value { year, value },
                    CellColumn::Benchmark(year) => FigureChange::BenchmarkValue { year, value },
                    _ => FigureChange::Target(value.map(Goal::Value)),
                },
            ));
        }
        for (at, range) in ranges.into_iter().enumerate().filter(|(at, _)| which & (1 << at) != 0) {
            let CellRow::Figure(slot) = sheet()[at][3].row else { continue };
            actions.push(Action::Figure(slot, FigureChange::Target(range)));
        }
        after(&BEIJING, &actions)
    })
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn what_is_copied_and_pasted_into_an_empty_sheet_is_the_same_figures(assessment in filled()) {
        let text = copy(&assessment, all());
        let blank = Assessment::blank(&BEIJING);
        let pasted = paste_cells(&BEIJING, &blank, &sheet(), Block::between((0, 0), (0, 0)), &text);
        prop_assert_eq!((pasted.refused, pasted.beside), (0, 0));
        prop_assert_eq!(pasted.action.apply(&blank).figures, assessment.figures);
    }

    #[test]
    fn what_is_copied_and_pasted_over_the_same_cells_changes_nothing(assessment in filled(), one in (0..4_usize, 0..5_usize), other in (0..4_usize, 0..5_usize)) {
        let block = Block::between(one, other);
        let pasted = paste_cells(&BEIJING, &assessment, &sheet(), block, &copy(&assessment, block));
        prop_assert_eq!(pasted.action.apply(&assessment), assessment);
    }

    #[test]
    fn any_block_of_texts_comes_back(cells in vec(vec("[a-z\"\t\n\r ,0-9一]{0,5}", 3), 1..4)) {
        prop_assert_eq!(block_cells(&block_text(&cells)), cells);
    }
}
