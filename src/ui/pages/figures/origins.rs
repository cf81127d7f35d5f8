//! The five origins of data: for which indicators each speaks, which claims rest on it alone, what lacks evidence.

use super::{Overview, link};
use crate::indicators::{OriginReading, read_origins};
use crate::language::fill;
use crate::ui::charts::{OriginBar, OriginWords, origin_bars};
use crate::ui::pages::indicators::origin;
use yew::prelude::*;

pub fn origins(view: &Overview<'_>) -> Html {
    let words = view.kit.words();
    let reading = read_origins(view.assessment, view.results);
    let bars: Vec<OriginBar> = reading
        .origins
        .iter()
        .map(|one| OriginBar {
            name: origin(words, one.origin),
            all: one.indicators.len(),
            alone: one.alone.len(),
            unproven: one.unproven.len(),
        })
        .collect();
    let told = bars.iter().map(|bar| {
        let numbers = [bar.all, bar.alone, bar.unproven].map(|n| n.to_string());
        fill(
            words.figures_origin_told(),
            &[("name", bar.name), ("all", &numbers[0]), ("alone", &numbers[1]), ("unproven", &numbers[2])],
        )
    });
    let chart = OriginWords {
        title: words.figures_origins(),
        description: told.collect::<Vec<String>>().join(words.grid_clause()),
        legend: [words.figures_origin_all(), words.figures_origin_alone(), words.figures_origin_unproven()],
    };
    let list = |all: &[usize]| {
        if all.is_empty() {
            return html! { <span class="muted">{ words.figures_none() }</span> };
        }
        let names = all
            .iter()
            .enumerate()
            .map(|(at, of)| html! { <>if at > 0 { { words.list_separator() } }{ link(view, &view.results.indicators[*of]) }</> });
        html! { <>{ for names }</> }
    };
    let row = |one: &OriginReading| {
        html! {
            <tr><th scope="row">{ origin(words, one.origin) }</th><td>{ list(&one.indicators) }</td><td>{ list(&one.alone) }</td><td>{ list(&one.unproven) }</td></tr>
        }
    };
    html! {
        <section class="sheet long stack-s"><h2>{ words.figures_origins() }</h2><p class="small">{ words.figures_origins_intro() }</p>
            { origin_bars(&bars, &chart) }
            <div class="scroll" tabindex="0" role="group" aria-label={words.figures_origins()}><table class="facts spread">
                <thead><tr><th scope="col">{ words.figures_origin() }</th><th scope="col">{ words.figures_origin_all() }</th><th scope="col">{ words.figures_origin_alone() }</th><th scope="col">{ words.figures_origin_unproven() }</th></tr></thead>
                <tbody>{ for reading.origins.iter().map(row) }</tbody>
            </table></div>
            if !reading.unnamed.is_empty() { <p>{ words.figures_unnamed() }{ words.colon() }{ list(&reading.unnamed) }</p> }
        </section>
    }
}
