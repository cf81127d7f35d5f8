//! The chart of an indicator, and the table that belongs to it.

use super::View;
use super::grid::{self, field};
use crate::assessment::FigureSlot;
use crate::criteria::InputSlot;
use crate::indicators::{Cell, CellColumn, CellRow, FigureFinding, IndicatorReading, Series, Subject};
use crate::language::fill;
use crate::report::say;
use crate::ui::charts::{Course, Legend, course};
use yew::prelude::*;

/// The chart in the row.
pub fn small(view: &View<'_>, reading: &IndicatorReading, name: &str) -> Html {
    draw(view, reading, name, "s", None)
}

/// The chart with years and legend.
pub fn large(view: &View<'_>, reading: &IndicatorReading, name: &str) -> Html {
    let words = view.kit.words();
    let legend = [words.grid_own_values(), words.grid_benchmark(), words.grid_target(), words.grid_projected()];
    draw(view, reading, name, "l", Some(legend))
}

fn draw(view: &View<'_>, reading: &IndicatorReading, name: &str, size: &str, legend: Option<Legend>) -> Html {
    let record = view.assessment.figures.record(reading.slot);
    let words = view.kit.words();
    let values = |series: &Series| {
        let one = |(year, value): &(i32, f64)| fill(words.grid_chart_value(), &[("year", &year.to_string()), ("value", &value.to_string())]);
        series.known().iter().map(one).collect::<Vec<String>>().join(words.list_separator())
    };
    let mut parts = vec![
        (words.grid_own_values(), values(&reading.series)),
        (words.grid_benchmark(), values(&reading.benchmark)),
    ];
    for (label, column) in [(words.grid_target(), CellColumn::Target), (words.grid_projected(), CellColumn::Projected)] {
        parts.push((label, Cell::new(CellRow::Figure(reading.slot), column).plain(view.assessment)));
    }
    let told = parts.iter().filter(|(_, told)| !told.is_empty());
    let told: Vec<String> = told.map(|(label, told)| [label, words.colon(), told.as_str()].concat()).collect();
    let chart = Course {
        id: [size, &Cell::row_name(CellRow::Figure(reading.slot))].concat(),
        title: name.to_owned(),
        description: told.join(words.grid_clause()),
        own: reading.series.known(),
        benchmark: reading.benchmark.known(),
        target: record.and_then(|record| record.target),
        projected: record.and_then(|record| record.projected),
    };
    course(&chart, legend)
}

/// The quantities an indicator's formula is computed from.
pub fn inputs(view: &View<'_>, slot: FigureSlot) -> Vec<InputSlot> {
    let FigureSlot::Catalogue(slot) = slot else { return Vec::new() };
    let pack = &view.kit.pack;
    let formula = pack.indicator(slot).formula.iter();
    let mut all: Vec<InputSlot> = formula
        .flat_map(|formula| formula.operands())
        .filter_map(|(_, id)| pack.input_slot(id))
        .collect();
    all.dedup();
    all
}

/// The table: quantities and what the formula gives of them, own values with the projection, and the benchmark.
pub fn table(view: &View<'_>, reading: &IndicatorReading) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let slot = reading.slot;
    let inputs = inputs(view, slot);
    let decimals = Cell::new(CellRow::Figure(slot), CellColumn::Target).decimals(&kit.pack, view.assessment);
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| say::figure_number(value, decimals));
    let head = |text: String| html! { <th scope="col" class="r">{ text }</th> };
    let told = |series: &Series| -> Html {
        view.years
            .iter()
            .map(|year| html! { <td class="r">{ number(series.at(*year)) }</td> })
            .collect()
    };
    let ahead = Cell::new(CellRow::Figure(slot), CellColumn::Projected);
    let mut row = 0;
    let mut cells = |of: CellRow, column: fn(i32) -> CellColumn, label: &dyn Fn(i32) -> String, odd: &dyn Fn(i32) -> bool| {
        let at = row;
        row += 1;
        let cells = view.years.iter().enumerate().map(|(place, year)| {
            let picked = view.selected.is_some_and(|(sheet, block)| sheet == 1 && block.contains((at, place)));
            let cell = Cell::new(of, column(*year));
            html! { <td role="gridcell" class={classes!("r", picked.then_some("picked"))} aria-selected={picked.to_string()}>{ field(view, 1, cell, label(*year), odd(*year)) }</td> }
        });
        cells.collect::<Html>()
    };
    let of_input = |finding: &&FigureFinding, input: InputSlot| finding.subject == Subject::Input(input);
    let rows = inputs.iter().map(|input| {
        let content = kit.pack.input(*input);
        let (name, unit) = (kit.pack_words().input(&content.id), super::unit(kit, &content.unit));
        let label = |year: i32| fill(words.grid_input_of(), &[("name", name), ("unit", unit), ("year", &year.to_string())]);
        let odd = |year: i32| view.results.findings.iter().any(|finding| of_input(&finding, *input) && finding.year == Some(year));
        html! { <tr><th scope="row">{ fill(words.grid_with_unit(), &[("name", name), ("unit", unit)]) }</th>{ cells(CellRow::Input(*input), CellColumn::Year, &label, &odd) }<td></td></tr> }
    });
    let rows: Html = rows.collect();
    let of_benchmark = |year: i32| fill(words.grid_benchmark_of(), &[("name", words.grid_benchmark()), ("year", &year.to_string())]);
    let benchmark = cells(CellRow::Figure(slot), CellColumn::Benchmark, &of_benchmark, &|_| false);
    let has_formula = matches!(slot, FigureSlot::Catalogue(slot) if kit.pack.indicator(slot).formula.is_some());
    let doubts = view
        .results
        .findings
        .iter()
        .filter(|finding| inputs.iter().any(|input| of_input(finding, *input)));
    html! {
        <><div class="scroll" tabindex="0" role="group" aria-label={words.grid_table()}><table class="grid" role="grid" aria-label={words.grid_table()}>
            <thead><tr><th scope="col"><span class="hidden">{ words.grid_indicator() }</span></th>{ for view.years.iter().map(|year| head(year.to_string())) }{ head(words.grid_projected().to_owned()) }</tr></thead>
            <tbody>{ rows }
                if has_formula { <tr><th scope="row">{ words.grid_by_formula() }</th>{ told(&reading.by_formula) }<td></td></tr> }
                <tr><th scope="row">{ words.grid_own_values() }</th>{ told(&reading.series) }
                    <td class="r">{ grid::field(view, 1, ahead, words.grid_projected().to_owned(), false) }</td></tr>
                <tr><th scope="row">{ words.grid_benchmark() }</th>{ benchmark }<td></td></tr></tbody>
        </table></div>{ super::judgement::sentences(view, doubts) }</>
    }
}

/// The cells of the table one moves about in.
pub fn cells(view: &View<'_>, slot: FigureSlot) -> Vec<Vec<Cell>> {
    let row = |of: CellRow, column: fn(i32) -> CellColumn| view.years.iter().map(|year| Cell::new(of, column(*year))).collect();
    let inputs = inputs(view, slot).into_iter().map(|input| row(CellRow::Input(input), CellColumn::Year));
    inputs.chain([row(CellRow::Figure(slot), CellColumn::Benchmark)]).collect()
}
