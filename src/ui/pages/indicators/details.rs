//! One indicator in detail: how it is computed, benchmark by year and whose it is, origins, evidence, projection, rank, gaps,
//! and its statistics.

use super::cell::{Cell, Column, Row};
use super::{View, grid, unit};
use crate::assessment::{Action, Assessment, Field, FigureChange, FigureSlot, FigureText, Origin, Whose, text};
use crate::criteria::InputSlot;
use crate::language::{Words, fill};
use crate::report::say;
use crate::ui::fields::TextField;
use yew::prelude::*;

/// An origin of data in words.
pub fn origin(words: &Words, origin: Origin) -> &'static str {
    match origin {
        Origin::Enterprise => words.grid_origin_enterprise,
        Origin::Government => words.grid_origin_government,
        Origin::Consumers => words.grid_origin_consumers,
        Origin::Media => words.grid_origin_media,
        Origin::ThirdParty => words.grid_origin_third_party,
    }
}

fn whose(words: &Words, whose: Whose) -> &'static str {
    match whose {
        Whose::Competitor => words.grid_competitor,
        Whose::Sector => words.grid_sector,
        Whose::World => words.grid_world,
    }
}

/// What a button of the details does.
pub fn press(assessment: &Assessment, slot: FigureSlot, act: &str, value: &str) -> Option<Action> {
    let record = assessment.figures.record(slot)?;
    let change = match act {
        "origin" => {
            let origin = Origin::ALL.into_iter().find(|origin| origin.word() == value)?;
            FigureChange::Origin(origin, !record.origins.contains(origin))
        }
        "whose" => {
            let whose = Whose::ALL.into_iter().find(|whose| whose.word() == value)?;
            FigureChange::BenchmarkWhose((record.benchmark.whose != Some(whose)).then_some(whose))
        }
        "computed" => FigureChange::Computed(!record.computed),
        _ => return None,
    };
    Some(Action::Figure(slot, change))
}

pub fn details(view: &View<'_>, slot: FigureSlot) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some(record) = view.assessment.figures.record(slot) else {
        return Html::default();
    };
    let name = grid::row_name(kit, view.assessment, Row::Figure(slot));
    let year_cell = |column: Column, label: String| html! { <div class="field"><label aria-hidden="true">{ label.clone() }</label>{ grid::input(view, Cell { row: Row::Figure(slot), column }, label, false) }</div> };
    let press_button = |act: String, label: &'static str, on: bool| html! { <button type="button" class={classes!("btn", on.then_some("main"))} aria-pressed={on.to_string()} data-act={act}>{ label }</button> };
    let gaps = view.years.iter().filter(|year| record.values.at(**year).is_none() && !record.values.is_empty());
    let field = |kind: FigureText, value: crate::assessment::Text, label: String| {
        let key = format!("{slot:?} {kind:?}");
        html! { <div class="field"><label aria-hidden="true">{ label.clone() }</label><TextField key={key.clone()} id={key.replace(['(', ')', ' '], "-")} slot={Field::Figure(slot, kind)} {value} lines={1} label={label} /></div> }
    };
    html! {
        <section class="sheet stack-s"><h2>{ name }</h2>
            { formula(view, slot, record.computed) }
            <div class="form">
                { for view.years.iter().map(|year| year_cell(Column::Benchmark(*year), fill(words.grid_benchmark_of, &[("name", words.grid_benchmark), ("year", &year.to_string())]))) }
                { year_cell(Column::Projected, words.grid_projected.to_owned()) }
                { field(FigureText::BenchmarkName, record.benchmark.name.clone(), words.grid_benchmark_name.to_owned()) }
                { field(FigureText::Evidence, record.evidence.clone(), words.grid_evidence.to_owned()) }
                { for gaps.map(|year| field(FigureText::Gap(*year), record.gaps.at(*year).cloned().unwrap_or_else(|| text("")), fill(words.grid_gap, &[("year", &year.to_string())]))) }
            </div>
            <div class="row" role="group" aria-label={words.grid_whose}><span class="small">{ words.grid_whose }</span>{ for Whose::ALL.into_iter().map(|one| press_button(format!("whose {}", one.word()), whose(words, one), record.benchmark.whose == Some(one))) }</div>
            <div class="row" role="group" aria-label={words.grid_origins}><span class="small">{ words.grid_origins }</span>{ for Origin::ALL.into_iter().map(|one| press_button(format!("origin {}", one.word()), origin(words, one), record.origins.contains(one))) }</div>
            { statistics(view, slot) }
        </section>
    }
}

/// The formula in words, and the quantities it is computed from.
fn formula(view: &View<'_>, slot: FigureSlot, computed: bool) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let FigureSlot::Catalogue(catalogue) = slot else { return Html::default() };
    let indicator = kit.pack.indicator(catalogue);
    let told = kit.pack_words().indicator_formula(&indicator.id);
    let operands = indicator.formula.iter().flat_map(|formula| formula.operands());
    let inputs: Vec<InputSlot> = operands.filter_map(|(_, id)| kit.pack.input_slot(id)).collect();
    let row = |input: InputSlot| {
        let content = kit.pack.input(input);
        let (name, unit) = (kit.pack_words().input(&content.id), unit(&kit.pack, kit, &content.unit));
        html! {
            <tr><th scope="row">{ format!("{name} ({unit})") }</th>{ for view.years.iter().map(|year| {
                let label = fill(words.grid_input_of, &[("name", name), ("unit", unit), ("year", &year.to_string())]);
                html! { <td>{ grid::input(view, Cell { row: Row::Input(input), column: Column::Year(*year) }, label, false) }</td> }
            }) }</tr>
        }
    };
    html! {
        <>
            <p class="small"><b>{ words.grid_formula }</b>{ words.colon }{ told.to_owned() }</p>
            if indicator.formula.is_some() {
                <div class="row"><button type="button" class={classes!("btn", computed.then_some("main"))} aria-pressed={computed.to_string()} data-act="computed on">{ words.grid_compute }</button></div>
                if computed { <div class="scroll" tabindex="0" role="group" aria-label={words.grid_compute}><table class="grid"><thead><tr><th scope="col">{ words.grid_indicator }</th>{ for view.years.iter().map(|year| html! { <th scope="col" class="r">{ year.to_string() }</th> }) }</tr></thead><tbody>{ for inputs.into_iter().map(row) }</tbody></table></div> }
            }
        </>
    }
}

/// Slope, probability and growth, with how little few years prove.
fn statistics(view: &View<'_>, slot: FigureSlot) -> Html {
    let words = view.kit.words();
    let Some(reading) = view.results.indicators.iter().find(|reading| reading.slot == slot) else {
        return Html::default();
    };
    let Some(found) = &reading.statistics else { return Html::default() };
    let short = |value: f64| say::figure_number(value, 3);
    let mut rows: Vec<(&str, String)> = Vec::new();
    if let Some(line) = &found.trend.line {
        rows.push((words.grid_slope, short(line.slope)));
    }
    let kendall = found.trend.kendall;
    if let Some(kendall) = &kendall {
        let p = kendall.p_rising().min(kendall.p_falling());
        rows.push((
            words.grid_kendall,
            fill(words.grid_kendall_value, &[("s", &kendall.s().to_string()), ("p", &short(p))]),
        ));
    }
    if let Some(rate) = found.since_first.and_then(|change| change.yearly) {
        rows.push((words.grid_growth, format!("{}%", short(rate * 100.0))));
    }
    let least = kendall.map(|kendall| fill(words.grid_smallest, &[("n", &kendall.n.to_string()), ("p", &short(kendall.smallest_p()))]));
    html! {
        <div class="stack-xs"><h3>{ words.grid_statistics }</h3>
            <dl class="pairs">{ for rows.into_iter().map(|(label, value)| html! { <><dt>{ label }</dt><dd>{ value }</dd></> }) }</dl>
            { for least.map(|least| html! { <p class="small">{ least }</p> }) }</div>
    }
}
