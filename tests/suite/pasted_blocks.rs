//! Blocks from a spreadsheet that bring names or headings with them: no figure may land beside its place, whatever was copied along. And
//! blocks of figures alone, of which some have to be looked at.

use crate::import_samples::plan_in_own_units as plan;
use crate::samples::{BEIJING, after};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot};
use award_kit::import::{Mapping, PastedBlock, Plan, pasted};
use award_kit::indicators::{Block, Cell, CellColumn, CellRow, block_cells, paste_cells, pasted_lines};
use award_kit::language::Language;

const IDS: [&str; 4] = ["customer-satisfaction", "debt-ratio", "main-revenue", "exports"];

fn cell(id: &str, column: CellColumn) -> Cell {
    let slot = BEIJING.indicator_slot(id).expect("an indicator");
    Cell::new(CellRow::Figure(FigureSlot::Catalogue(slot)), column)
}

/// A sheet: the years 2013 to 2015, target, benchmark of 2015.
fn sheet() -> Vec<Vec<Cell>> {
    let columns = [2013, 2014, 2015].map(CellColumn::Year).into_iter();
    let columns: Vec<CellColumn> = columns.chain([CellColumn::Target, CellColumn::Benchmark(2015)]).collect();
    IDS.iter().map(|id| columns.iter().map(|column| cell(id, *column)).collect()).collect()
}

fn name(id: &str, language: &str) -> String {
    BEIJING.words(language).indicator(id).to_owned()
}

/// What the import makes of a block.
fn planned(assessment: &Assessment, block: &PastedBlock) -> Plan {
    let book = pasted(&BEIJING, assessment, block);
    let mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| Some(Mapping::guess(table))).collect();
    plan(&BEIJING, assessment, &book, &mappings)
}

/// Figures by indicator and column.
type Figures = Vec<(&'static str, CellColumn, f64)>;

/// What a block comes to when it was pasted at a place and confirmed: where it is no table, what pasting alone does. Cells that hold
/// nothing afterwards are left out.
fn comes_to(at: (usize, usize), text: &str) -> (bool, Figures) {
    let blank = Assessment::blank(&BEIJING);
    let block = PastedBlock {
        sheet: sheet(),
        at,
        lines: block_cells(text),
    };
    let action = if block.is_table() {
        planned(&blank, &block).action(false, crate::samples::NEW)
    } else {
        let pasted = paste_cells(&BEIJING, &blank, &sheet(), Block::between(at, at), text);
        assert_eq!(pasted.doubtful, 0, "{text}");
        pasted.action
    };
    let left = action.apply(&blank);
    let mut found = Vec::new();
    for (id, row) in IDS.into_iter().zip(sheet()) {
        found.extend(row.iter().filter_map(|cell| Some((id, cell.column, cell.value(&left)?))));
    }
    (block.is_table(), found)
}

const fn year(year: i32) -> CellColumn {
    CellColumn::Year(year)
}

#[test]
fn figures_find_their_places_whatever_was_copied_along() {
    let [satisfaction, debt, revenue, exports] = IDS;
    let zh = IDS.map(|id| name(id, "zh"));
    let en = IDS.map(|id| name(id, "en"));
    let two_years = vec![
        (satisfaction, year(2013), 86.0),
        (satisfaction, year(2014), 87.0),
        (debt, year(2013), 60.0),
        (debt, year(2014), 61.0),
    ];
    let cases: Vec<(&str, String, bool, Figures)> = vec![
        ("figures alone", "86\t87\r\n60\t61\r\n".into(), false, two_years.clone()),
        ("names in front", format!("{}\t86\t87\r\n{}\t60\t61\r\n", zh[0], zh[1]), true, two_years.clone()),
        (
            "names in English",
            format!("{}\t86\t87\r\n{}\t60\t61\r\n", en[0], en[1]),
            true,
            two_years.clone(),
        ),
        (
            "names in another order",
            format!("{}\t60\t61\r\n{}\t86\t87\r\n", zh[1], zh[0]),
            true,
            two_years.clone(),
        ),
        (
            "numbers of a list and names",
            format!("1\t{}\t86\t87\r\n2\t{}\t60\t61\r\n", zh[0], zh[1]),
            true,
            two_years.clone(),
        ),
        ("years on top", "2013年\t2014年\r\n86\t87\r\n60\t61\r\n".into(), true, two_years.clone()),
        ("bare years on top", "2013\t2014\r\n86\t87\r\n60\t61\r\n".into(), true, two_years.clone()),
        (
            "years on top in falling order",
            "2014\t2013\r\n87\t86\r\n61\t60\r\n".into(),
            true,
            two_years.clone(),
        ),
        (
            "years on top that are others than those pasted at",
            "2014\t2015\r\n86\t87\r\n".into(),
            true,
            vec![(satisfaction, year(2014), 86.0), (satisfaction, year(2015), 87.0)],
        ),
        (
            "names and years",
            format!("指标名称\t2013年\t2014年\r\n{}\t86\t87\r\n{}\t60\t61\r\n", zh[0], zh[1]),
            true,
            two_years.clone(),
        ),
        (
            "names and years, the corner empty",
            format!("\t2013\t2014\r\n{}\t86\t87\r\n{}\t60\t61\r\n", zh[0], zh[1]),
            true,
            two_years.clone(),
        ),
        (
            "turned",
            format!("年度\t{}\t{}\r\n2013\t86\t60\r\n2014\t87\t61\r\n", zh[0], zh[1]),
            true,
            two_years.clone(),
        ),
        (
            "an end behind the last line",
            format!("{}\t86\t87\n{}\t60\t61\n\n", zh[0], zh[1]),
            true,
            two_years.clone(),
        ),
        (
            "names and units, which are others",
            format!("{}\t亿元\t4.83\r\n{}\t万美元\t86\r\n", zh[2], zh[3]),
            true,
            vec![(revenue, year(2013), 48300.0), (exports, year(2013), 86.0)],
        ),
        (
            "target and benchmark under their headings",
            "2015年\t目标\r\n88\t90\r\n62\t55\r\n".into(),
            true,
            vec![
                (satisfaction, year(2015), 88.0),
                (satisfaction, CellColumn::Target, 90.0),
                (debt, year(2015), 62.0),
                (debt, CellColumn::Target, 55.0),
            ],
        ),
        (
            "a year that is a figure",
            "2013\t86\r\n2020\t60\r\n".into(),
            false,
            vec![
                (satisfaction, year(2013), 2013.0),
                (satisfaction, year(2014), 86.0),
                (debt, year(2013), 2020.0),
                (debt, year(2014), 60.0),
            ],
        ),
        (
            "one line of figures that look like years",
            "2013\t2014".into(),
            false,
            vec![(satisfaction, year(2013), 2013.0), (satisfaction, year(2014), 2014.0)],
        ),
    ];
    for (what, text, is_table, expected) in cases {
        let mut expected = expected;
        expected.sort_by_key(|(id, column, _)| {
            (
                IDS.iter().position(|other| other == id),
                sheet()[0].iter().position(|cell| cell.column == *column),
            )
        });
        assert_eq!(comes_to((0, 0), &text), (is_table, expected), "{what}: {text}");
    }
}

#[test]
fn columns_without_a_heading_are_those_of_the_sheet_from_where_it_was_pasted() {
    for (at, column) in sheet()[0].iter().enumerate() {
        let text = format!("{}\t55\r\n", name("debt-ratio", "zh"));
        assert_eq!(comes_to((2, at), &text), (true, vec![("debt-ratio", column.column, 55.0)]), "column {at}");
    }
}

/// Of a block of figures alone: how many cells have to be looked at, and what the import then takes and asks for, cell by cell.
fn looked_at(assessment: &Assessment, block: Block, text: &str) -> (usize, Vec<String>) {
    let doubtful = paste_cells(&BEIJING, assessment, &rates(), block, text).doubtful;
    let table = PastedBlock {
        sheet: rates(),
        at: (block.rows.0, block.columns.0),
        lines: pasted_lines(block, text),
    };
    assert!(!table.is_table(), "{text}");
    let plan = planned(assessment, &table);
    let steps = plan.taken.iter().chain(&plan.conflicts);
    let told = steps.map(|step| {
        let value = award_kit::report::say::taken(Language::En, &step.value);
        [step.given.as_str(), " → ", &value, if step.converted { "*" } else { "" }].concat()
    });
    let asked = plan.refused.iter().map(|refused| [refused.text.as_str(), " ", refused.reason.code()].concat());
    (doubtful, told.chain(asked).collect())
}

/// A pass rate, a rate that should be low, revenue.
fn rates() -> Vec<Vec<Cell>> {
    let columns = [year(2013), year(2014), year(2015), CellColumn::Target];
    let ids = ["conforming-rate", "customer-churn", "main-revenue"];
    ids.iter().map(|id| columns.iter().map(|column| cell(id, *column)).collect()).collect()
}

#[test]
fn a_block_of_figures_with_doubtful_ones_is_looked_at_cell_by_cell() {
    let blank = Assessment::blank(&BEIJING);
    let at = |row| Block::between((row, 0), (row, 0));
    let whole = Block::between((0, 0), (0, 1));
    let cases: [(&str, Block, usize, &[&str]); 9] = [
        ("0.97\t0.975\t0.98", at(0), 3, &["0.97 share", "0.975 share", "0.98 share"]),
        ("0.963", whole, 2, &["0.963 share", "0.963 share"]),
        ("0.97\t0.98\t\t99", at(0), 2, &["99 → 99", "0.97 share", "0.98 share"]),
        ("1.2亿\t13000", at(2), 1, &["1.2亿 → 12000*", "13000 → 13000"]),
        ("4‰\t5", at(1), 1, &["4‰ → 0.4*", "5 → 5"]),
        ("41\t0.412", at(1), 1, &["41 → 41", "0.412 share"]),
        // Nothing to be looked at.
        ("97\t97.5%", at(0), 0, &["97 → 97", "97.5% → 97.5"]),
        ("0.5\t0.4", at(1), 0, &["0.5 → 0.5", "0.4 → 0.4"]),
        ("0.97%\t", at(0), 0, &["0.97% → 0.97"]),
    ];
    for (text, block, doubtful, told) in cases {
        assert_eq!(
            looked_at(&blank, block, text),
            (doubtful, told.iter().map(|text| (*text).to_owned()).collect()),
            "{text}"
        );
    }
    let slot = FigureSlot::Catalogue(BEIJING.indicator_slot("conforming-rate").expect("an indicator"));
    let entered = after(&BEIJING, &[Action::Figure(slot, FigureChange::Value { year: 2013, value: Some(97.5) })]);
    let beside = Block::between((0, 1), (0, 1));
    assert_eq!(looked_at(&entered, beside, "0.988\t0.989").0, 2, "beside 97.5");
}

#[test]
fn what_says_that_there_is_no_value_clears_and_is_told() {
    let value = |year, value| {
        Action::Figure(
            FigureSlot::Catalogue(BEIJING.indicator_slot(IDS[0]).expect("an indicator")),
            FigureChange::Value { year, value: Some(value) },
        )
    };
    let filled = after(&BEIJING, &[value(2013, 80.0), value(2014, 81.0)]);
    let at = Block::between((0, 0), (0, 0));
    for none in ["", " ", "—", "-", "……", "/", "无", "暂无", "不适用", "N/A", "n/a"] {
        let pasted = paste_cells(&BEIJING, &filled, &sheet(), at, &format!("86\t{none}\t{none}"));
        assert_eq!((pasted.written, pasted.cleared, pasted.refused, pasted.beside), (1, 1, 0, 0), "{none:?}");
        let left = pasted.action.apply(&filled);
        let row = &sheet()[0];
        assert_eq!([0, 1, 2].map(|at| row[at].value(&left)), [Some(86.0), None, None], "{none:?}");
    }
}
