//! An assessment with figures of every kind, and tables for the tests of import.

use crate::samples::{BEIJING, NEW, after};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, FigureText, Goal, Origin, OwnIndicator, Whose, Window, text};
use award_kit::criteria::{Aim, Kind, Pack};
use award_kit::import::{Book, Cell, Mapping, Plan, Table, plan};
use std::rc::Rc;

/// Changes of an indicator of the catalogue, by id.
pub fn figure(pack: &Pack, id: &str, changes: Vec<FigureChange>) -> Action {
    let slot = FigureSlot::Catalogue(pack.indicator_slot(id).expect(id));
    Action::Several(changes.into_iter().map(|change| Action::Figure(slot, change)).collect())
}

pub fn value(year: i32, value: f64) -> FigureChange {
    FigureChange::Value { year, value: Some(value) }
}

fn benchmark(year: i32, value: f64) -> FigureChange {
    FigureChange::BenchmarkValue { year, value: Some(value) }
}

fn written(field: FigureText, content: &str) -> FigureChange {
    FigureChange::Text(field, text(content))
}

/// Figures of every kind, awkward ones among them.
pub fn figures_of_every_kind() -> Assessment {
    let pack = &*BEIJING;
    let own = |id: &str, name: &str, item: &str, area: &str| OwnIndicator {
        id: text(id),
        name: text(name),
        item: text(item),
        area: text(area),
        unit: text("%"),
        direction: Aim::Lower,
        decimals: 3,
        low: Some(0.0),
        high: Some(100.0),
        formula: text("=不合格数/总数，不是公式"),
        ..OwnIndicator::default()
    };
    let figure = |id, changes| figure(pack, id, changes);
    let of_own = |at, changes: Vec<FigureChange>| Action::Several(changes.into_iter().map(|change| Action::Figure(FigureSlot::Own(at), change)).collect());
    after(
        pack,
        &[
            Action::Kind(Some(Kind::Manufacturing)),
            Action::Years(Window::new(2013, 3)),
            Action::Input {
                input: pack.input_slot("revenue").expect("an input"),
                year: 2014,
                value: Some(81_200.25),
            },
            figure(
                "customer-satisfaction",
                vec![
                    value(2013, 88.0),
                    value(2015, 91.3),
                    written(FigureText::Gap(2014), "当年未调查：\n改版"),
                    FigureChange::Target(Some(Goal::Value(90.5))),
                    benchmark(2013, 87.0),
                    benchmark(2015, 89.25),
                    FigureChange::BenchmarkWhose(Some(Whose::World)),
                    written(FigureText::BenchmarkName, "=HYPERLINK(\"x\")"),
                    FigureChange::Rank(Some((3, 40))),
                    FigureChange::Origin(Origin::ThirdParty, true),
                    FigureChange::Origin(Origin::Enterprise, true),
                    written(FigureText::Evidence, "+附件 12 <&>"),
                    FigureChange::Projected(Some(92.5)),
                ],
            ),
            figure("debt-ratio", vec![value(2012, 52.0), FigureChange::Target(Goal::within(40.0, 60.0))]),
            figure(
                "main-revenue",
                vec![FigureChange::Computed(true), value(2013, -1.5e-7), value(2014, 123_456_789_012_345.0)],
            ),
            figure(
                "new-market-share",
                vec![FigureChange::BenchmarkWhose(Some(Whose::Competitor)), value(2014, 9.63)],
            ),
            figure("volunteer-hours", vec![value(2014, 1200.0)]),
            Action::AddOwn(NEW, Rc::new(own("own-1", "返修率（自定）", "results.processes", "process-quality"))),
            Action::AddOwn(NEW, Rc::new(own("own-2", "甲 = 乙", "", ""))),
            Action::AddOwn(NEW, Rc::new(own("own-7", "别处的指标", "results.elsewhere", "gone"))),
            of_own(
                0,
                vec![
                    value(2013, 1.25),
                    value(2015, 0.5),
                    FigureChange::BenchmarkWhose(Some(Whose::Sector)),
                    benchmark(2015, 0.75),
                ],
            ),
            of_own(2, vec![written(FigureText::Gap(2013), "尚未统计")]),
        ],
    )
}

/// Figures with more digits than a spreadsheet shows, and a text that looks like an escape in a workbook's XML.
#[cfg(feature = "documents")]
pub fn awkward_figures() -> Assessment {
    let awkward = figure(
        &BEIJING,
        "exports",
        vec![
            value(2015, 0.1 + 0.2),
            FigureChange::Projected(Some(5e-324)),
            written(FigureText::Evidence, "_x0041_ _xZZ\r\n\u{1} tail"),
        ],
    );
    awkward.apply(&figures_of_every_kind())
}

/// A table out of texts; what is a number, is one.
pub fn table(rows: &[&[&str]]) -> Table {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(number) if text.bytes().any(|byte| byte.is_ascii_digit()) => Cell::Number(number),
        _ => Cell::text(text),
    };
    Table {
        name: "Sheet".to_owned(),
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        percents_seen: true,
        ..Table::default()
    }
}

pub fn book(tables: Vec<Table>) -> Book {
    Book { tables, ..Book::default() }
}

/// The plan once every question about the unit of figures without one was answered with the unit that the assessment keeps. What is asked before, and
/// other answers, stand in `import_asked`.
pub fn plan_in_own_units(pack: &Pack, assessment: &Assessment, book: &Book, mappings: &[Option<Mapping>]) -> Plan {
    let first = plan(pack, assessment, book, mappings);
    let mut answered = mappings.to_vec();
    for asked in &first.units {
        let mapping = answered[asked.table].as_mut().expect("a table that counts");
        mapping.units.insert(asked.family.clone(), asked.kept_in(false));
    }
    plan(pack, assessment, book, &answered)
}
