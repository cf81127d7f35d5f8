//! Figures that differ, year by year.

use super::View;
use crate::assessment::FigureSlot;
use crate::comparison::{FigureDifference, YearChange};
use crate::language::fill;
use crate::report::say;
use yew::prelude::*;

pub(super) fn figures(view: &View<'_>, all: &[&FigureDifference]) -> Html {
    let words = view.kit.words();
    if all.is_empty() {
        return Html::default();
    }
    let [before, after, _] = view.heads();
    html! {
        <div class="stack-xs"><h4>{ words.compare_figures_title() }</h4>
            <div class="scroll" tabindex="0" role="group" aria-label={words.compare_figures_title()}><table class="figures-changed">
                <thead><tr><th scope="col">{ words.grid_indicator() }</th><th scope="col">{ words.compare_year() }</th><th scope="col" class="r">{ before }</th><th scope="col" class="r">{ after }</th><th scope="col" class="r">{ words.compare_change() }</th></tr></thead>
                { for all.iter().map(|figure| rows(view, figure)) }
            </table></div></div>
    }
}

fn rows(view: &View<'_>, found: &FigureDifference) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let (name, unit, decimals) = named(view, found);
    let named = if unit.is_empty() {
        name.clone()
    } else {
        fill(words.report_status(), &[("text", &name), ("status", &unit)])
    };
    let notes = [
        (found.target, words.compare_figure_target()),
        (found.rank, words.compare_figure_rank()),
        (found.other, words.compare_figure_other()),
    ];
    let notes: Vec<&str> = notes.iter().filter(|(there, _)| *there).map(|(_, text)| *text).collect();
    let number = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| say::figure_number(value, decimals));
    let year = |(at, name, of, change): (usize, &str, usize, &YearChange)| {
        let difference = change.before.zip(change.after).map(|(before, after)| {
            let sign = if after < before { "−" } else { "+" };
            [sign, &say::figure_number((after - before).abs(), decimals)].concat()
        });
        html! {
            <tr>if at == 0 { <th scope="rowgroup" rowspan={of.to_string()}>{ name.to_owned() }</th> }<td>{ change.year.to_string() }</td>
                <td class="r">{ number(change.before) }</td><td class="r">{ number(change.after) }</td><td class="r">{ difference }</td></tr>
        }
    };
    let block = |name: String, years: &[YearChange]| -> Html { years.iter().enumerate().map(|(at, change)| year((at, &name, years.len(), change))).collect() };
    let benchmark = fill(words.compare_benchmark_of(), &[("name", &name)]);
    html! {
        <>
            if !found.values.is_empty() { <tbody>{ block(named.clone(), &found.values) }</tbody> }
            if !found.benchmark.is_empty() { <tbody>{ block(benchmark, &found.benchmark) }</tbody> }
            if !notes.is_empty() { <tbody><tr><th scope="row">{ if found.values.is_empty() { named } else { name } }</th><td colspan="4">{ notes.join(kit.words().list_separator()) }</td></tr></tbody> }
        </>
    }
}

/// Its name, its unit in words and its digits.
fn named(view: &View<'_>, found: &FigureDifference) -> (String, String, u8) {
    let text = view.kit.pack_words();
    match found.slot {
        Some(FigureSlot::Catalogue(slot)) => {
            let indicator = view.kit.pack.indicator(slot);
            (
                text.indicator(&indicator.id).to_owned(),
                text.unit(&indicator.unit).to_owned(),
                indicator.decimals,
            )
        }
        Some(FigureSlot::Own(at)) => {
            let own = view.after.figures.own.get(at);
            own.map_or_else(Default::default, |own| (own.name.trim().to_owned(), own.unit.trim().to_owned(), own.decimals))
        }
        None => {
            let own = view.before.figures.own.iter().find(|own| own.name == found.own);
            own.map_or_else(Default::default, |own| (own.name.trim().to_owned(), own.unit.trim().to_owned(), own.decimals))
        }
    }
}
