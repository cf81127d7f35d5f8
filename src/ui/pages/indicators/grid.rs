//! The grid: a row for each indicator, a cell for each year, target and benchmark, its course and what is judged of it.

use super::View;
use super::desk::field_id;
use super::judgement::{judgement, of_indicator};
use super::{course, unit};
use crate::assessment::{Assessment, FigureSlot};
use crate::criteria::Aim;
use crate::indicators::{Block, Cell, CellColumn, CellRow, FigureFinding, IndicatorReading};
use crate::language::{Words, fill};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The indicators of the item: those meant for the kind of applicant, others that have a figure, and own ones that belong to no item.
pub fn rows<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a IndicatorReading> {
    let item = view.item;
    let here = move |reading: &&IndicatorReading| reading.place.is_none_or(|(of, _)| of == item);
    view.results
        .indicators
        .iter()
        .filter(here)
        .filter(|reading| reading.applies || reading.has_figure())
}

/// The cells by row, for moving about, copying and pasting.
pub fn cells(view: &View<'_>) -> Vec<Vec<Cell>> {
    let row = |reading: &IndicatorReading| columns(view).map(|column| Cell::new(CellRow::Figure(reading.slot), column)).collect();
    rows(view).map(row).collect()
}

fn columns<'a>(view: &'a View<'_>) -> impl Iterator<Item = CellColumn> + 'a {
    let last = view.years.last().copied().unwrap_or(0);
    let years = view.years.iter().map(|year| CellColumn::Year(*year));
    years.chain([CellColumn::Target, CellColumn::Benchmark(last)])
}

/// The name of a row.
pub fn row_name(kit: &Kit, assessment: &Assessment, row: CellRow) -> String {
    match row {
        CellRow::Figure(slot) => say::indicator_name(&kit.pack, assessment, kit.language, slot),
        CellRow::Input(slot) => kit.pack_words().input(&kit.pack.input(slot).id).to_owned(),
    }
}

/// Unit and direction of an indicator.
pub fn unit_and_aim(kit: &Kit, assessment: &Assessment, slot: FigureSlot) -> (String, Aim) {
    match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = kit.pack.indicator(slot);
            (unit(kit, &indicator.unit).to_owned(), indicator.direction)
        }
        FigureSlot::Own(at) => {
            let own = assessment.figures.own.get(at);
            (
                own.map_or_else(String::new, |own| own.unit.to_string()),
                own.map_or_else(Aim::default, |own| own.direction),
            )
        }
    }
}

/// A direction as a sign and in words.
pub fn aim_words(words: &Words, aim: Aim) -> (&'static str, &'static str) {
    match aim {
        Aim::Higher => ("↑", words.grid_higher()),
        Aim::Lower => ("↓", words.grid_lower()),
        Aim::Range => ("◇", words.grid_range()),
    }
}

pub fn grid(view: &View<'_>) -> Html {
    let words = view.kit.words();
    if rows(view).next().is_none() {
        return html! { <section class="sheet"><p>{ words.grid_nothing() }</p></section> };
    }
    html! {
        <section class="sheet long stack-xs"><div class="scroll" tabindex="0" role="group" aria-label={words.grid_title()}>
            <table class="grid" role="grid" aria-multiselectable="true" aria-label={words.grid_title()}>
                <thead><tr><th scope="col">{ words.grid_indicator() }</th><th scope="col">{ words.grid_unit() }</th>{ for view.years.iter().map(|year| html! { <th scope="col" class="r">{ year.to_string() }</th> }) }
                    <th scope="col" class="r">{ words.grid_target() }</th><th scope="col" class="r">{ words.grid_benchmark() }</th><th scope="col">{ words.grid_course() }</th><th scope="col">{ words.grid_judgement() }</th></tr></thead>
                <tbody>{ for rows(view).enumerate().map(|(at, reading)| row(view, at, reading)) }</tbody>
            </table></div>
            <p class="small picked-note" role="status">{ for view.selected.iter().map(|(_, block)| selection(view, *block)) }</p>
            <p class="small muted">{ words.grid_keys() }</p></section>
    }
}

/// What is selected, in words.
fn selection(view: &View<'_>, block: Block) -> String {
    let (rows, columns) = block.size();
    fill(
        view.kit.words().grid_selected(),
        &[("rows", &rows.to_string()), ("columns", &columns.to_string())],
    )
}

fn row(view: &View<'_>, at: usize, reading: &IndicatorReading) -> Html {
    let (kit, words, assessment) = (view.kit, view.kit.words(), view.assessment);
    let slot = reading.slot;
    let name = row_name(kit, assessment, CellRow::Figure(slot));
    let (unit_name, aim) = unit_and_aim(kit, assessment, slot);
    let (arrow, meaning) = aim_words(words, aim);
    let findings = of_indicator(view, slot);
    let record = assessment.figures.record(slot);
    let origins = record.into_iter().flat_map(|record| record.origins.iter());
    let origins = origins.map(|origin| super::origin(words, origin));
    let evidence = record.map_or("", |record| &*record.evidence);
    let own = matches!(slot, FigureSlot::Own(_)).then_some(words.grid_own());
    let nowhere = reading.place.is_none().then_some(words.grid_own_nowhere());
    let notes = assessment.notes.entries.iter().filter(|note| !note.done);
    let noted = match notes.filter(|note| note.place.indicator(&kit.pack, assessment) == Some(slot)).count() {
        0 => None,
        n => Some(fill(words.notes_button_counted(), &[("n", &n.to_string())])),
    };
    let about: Vec<&str> = own
        .into_iter()
        .chain(nowhere)
        .chain(origins)
        .chain((!evidence.is_empty()).then_some(evidence))
        .chain(noted.as_deref())
        .collect();
    let key = Cell::row_name(CellRow::Figure(slot));
    let open = view.chosen == Some(slot);
    let cells = columns(view).enumerate().map(|(column, of)| {
        let picked = view.selected.is_some_and(|(sheet, block)| sheet == 0 && block.contains((at, column)));
        html! { <td role="gridcell" class={picked.then_some("picked")} aria-selected={picked.to_string()}>{ cell(view, reading, of, &name, &findings) }</td> }
    });
    html! {
        <tr key={key.clone()}>
            <th scope="row"><button type="button" class="btn quiet" data-act={format!("details {key}")} aria-expanded={open.to_string()} aria-label={fill(words.grid_details_of(), &[("name", &name)])}>{ name.clone() }</button>
                if !about.is_empty() { <div class="small muted">{ about.join(" · ") }</div> }</th>
            <td class="small">{ unit_name }{ " " }<span title={meaning} aria-hidden="true">{ arrow }</span><span class="hidden">{ meaning }</span></td>
            { for cells }
            <td>{ course::small(view, reading, &name) }</td>
            <td class="judged">{ judgement(view, reading, &findings) }</td>
        </tr>
    }
}

fn cell(view: &View<'_>, reading: &IndicatorReading, column: CellColumn, name: &str, findings: &[&FigureFinding]) -> Html {
    let words = view.kit.words();
    let of_year = |text: &str, year: i32| fill(text, &[("name", name), ("year", &year.to_string())]);
    let (label, year) = match column {
        CellColumn::Year(year) => (of_year(words.grid_value_of(), year), Some(year)),
        CellColumn::Benchmark(year) => (of_year(words.grid_benchmark_of(), year), None),
        _ => (fill(words.grid_target_of(), &[("name", name)]), None),
    };
    let odd = year.is_some_and(|year| findings.iter().any(|finding| finding.year == Some(year)));
    let cell = Cell::new(CellRow::Figure(reading.slot), column);
    if let (true, Some(year)) = (reading.computed, year) {
        let decimals = cell.decimals(&view.kit.pack, view.assessment);
        let value = reading.series.at(year).map_or_else(String::new, |value| say::figure_number(value, decimals));
        let label = fill(words.grid_computed_of(), &[("name", &label)]);
        return html! { <input class={classes!("input", "figure", "computed", odd.then_some("invalid"))} type="text" readonly=true id={field_id(0, cell)} data-cell={cell.name()} {value} aria-label={label} title={words.grid_computed()} /> };
    }
    field(view, 0, cell, label, odd)
}

/// The field of a cell in a sheet. `odd` marks a value that does not fit.
pub fn field(view: &View<'_>, sheet: usize, cell: Cell, label: String, odd: bool) -> Html {
    let value = view.writing.text(cell).unwrap_or_else(|| shown(view.kit, view.assessment, cell));
    html! { <input class={classes!("input", "figure", odd.then_some("invalid"))} type="text" inputmode="decimal" autocomplete="off" id={field_id(sheet, cell)} data-cell={cell.name()} {value} aria-label={label} /> }
}

/// What stands in a cell as it is shown: an indicator's with its usual digits, and every other one that was given.
pub fn shown(kit: &Kit, assessment: &Assessment, cell: Cell) -> String {
    let figure = cell.value(assessment).filter(|_| matches!(cell.row, CellRow::Figure(_)));
    let Some(value) = figure else { return cell.plain(assessment) };
    let rounded = say::figure_typed(value, cell.decimals(&kit.pack, assessment));
    if rounded.parse() == Ok(value) { rounded } else { cell.plain(assessment) }
}
