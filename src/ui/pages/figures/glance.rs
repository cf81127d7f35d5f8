//! Level, trend and comparison of every indicator, and the key requirements without a figure.

use super::{Overview, link};
use crate::criteria::ItemSlot;
use crate::indicators::{Glance, IndicatorReading, Mark, Subject};
use crate::language::{Words, fill};
use crate::report::say;
use crate::ui::charts::{self, GlanceItem, GlanceWords, inline_sign};
use crate::ui::route::Route;
use yew::prelude::*;

/// The indicators of an item that count: those meant for the kind of applicant, and others with a figure.
fn of_item<'a>(view: &'a Overview<'_>, item: ItemSlot) -> impl Iterator<Item = &'a IndicatorReading> {
    let all = view.results.indicators.iter();
    all.filter(move |reading| reading.place.is_some_and(|(of, _)| of == item) && (reading.applies || reading.has_figure()))
}

/// Chart and table of all results.
pub fn glance(view: &Overview<'_>) -> Html {
    let words = view.kit.words();
    let items: Vec<ItemSlot> = view.kit.pack.results_items().filter(|item| of_item(view, *item).next().is_some()).collect();
    if items.is_empty() {
        return html! { <section class="sheet"><p>{ words.grid_nothing() }</p></section> };
    }
    let drawn: Vec<GlanceItem> = items
        .iter()
        .map(|item| GlanceItem {
            number: view.kit.pack.item(*item).number.clone(),
            indicators: of_item(view, *item).map(IndicatorReading::glance).collect(),
        })
        .collect();
    let all: Vec<Glance> = drawn.iter().flat_map(|item| &item.indicators).copied().collect();
    let there = |of: fn(&Glance) -> Mark| all.iter().filter(|glance| of(glance) != Mark::Missing).count().to_string();
    let description = fill(
        words.figures_glance_told(),
        &[
            ("all", &all.len().to_string()),
            ("level", &there(|glance| glance.level)),
            ("trend", &there(|glance| glance.trend)),
            ("comparison", &there(|glance| glance.comparison)),
        ],
    );
    let chart = GlanceWords {
        title: words.figures_glance(),
        description: description.clone(),
        rows: [words.figures_level(), words.figures_trend(), words.figures_comparison()],
        marks: [
            words.figures_good(),
            words.figures_even(),
            words.figures_poor(),
            words.figures_unclear(),
            words.figures_missing(),
        ],
    };
    html! {
        <section class="sheet long stack-s"><h2>{ words.figures_glance() }</h2><p>{ description }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.figures_chart()}>{ charts::glance(&drawn, &chart) }</div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.figures_table()}><table class="overview">
                <thead><tr><th scope="col">{ words.grid_indicator() }</th><th scope="col">{ words.figures_level() }</th><th scope="col">{ words.figures_trend() }</th><th scope="col">{ words.figures_comparison() }</th><th scope="col">{ words.grid_findings() }</th></tr></thead>
                { for items.into_iter().map(|item| rows(view, item)) }
            </table></div></section>
    }
}

fn rows(view: &Overview<'_>, item: ItemSlot) -> Html {
    let words = view.kit.words();
    let name = say::item_name(&view.kit.pack, view.kit.language, item);
    let row = |reading: &IndicatorReading| {
        let glance = reading.glance();
        let figure = reading.has_figure();
        let cell = |mark: Mark, word: String| html! { <td><span class="kind">{ inline_sign(mark) }{ word }</span></td> };
        let beside = comparison(words, glance.comparison, figure);
        let beside = if matches!(glance.comparison, Mark::Missing | Mark::Unclear) {
            beside.to_owned()
        } else {
            say::standing_told(view.kit.language, reading, beside)
        };
        let doubts = view
            .results
            .findings
            .iter()
            .filter(|finding| finding.subject == Subject::Indicator(reading.slot))
            .count();
        html! {
            <tr><th scope="row">{ link(view, reading) }</th>
                { cell(glance.level, level(words, glance.level, figure).to_owned()) }{ cell(glance.trend, trend(words, glance.trend, figure).to_owned()) }{ cell(glance.comparison, beside) }
                <td>{ if doubts > 0 { fill(words.figures_doubts(), &[("n", &doubts.to_string())]) } else { words.figures_no_doubt().to_owned() } }</td></tr>
        }
    };
    html! { <tbody><tr class="group"><th scope="rowgroup" colspan="5">{ name }</th></tr>{ for of_item(view, item).map(row) }</tbody> }
}

fn level(words: &Words, mark: Mark, figure: bool) -> &'static str {
    match mark {
        Mark::Good | Mark::Even => words.figures_level_good(),
        Mark::Poor => words.figures_level_poor(),
        Mark::Unclear | Mark::Missing if figure => words.figures_level_missing(),
        Mark::Unclear | Mark::Missing => words.figures_no_figure(),
    }
}

fn trend(words: &Words, mark: Mark, figure: bool) -> &'static str {
    match mark {
        Mark::Good => words.figures_trend_good(),
        Mark::Even => words.figures_trend_even(),
        Mark::Poor => words.figures_trend_poor(),
        Mark::Unclear => words.figures_trend_unclear(),
        Mark::Missing if figure => words.figures_trend_missing(),
        Mark::Missing => words.figures_no_figure(),
    }
}

fn comparison(words: &Words, mark: Mark, figure: bool) -> &'static str {
    match mark {
        Mark::Good => words.figures_comparison_good(),
        Mark::Even => words.figures_comparison_even(),
        Mark::Poor => words.figures_comparison_poor(),
        Mark::Unclear => words.figures_comparison_unclear(),
        Mark::Missing if figure => words.figures_comparison_missing(),
        Mark::Missing => words.figures_no_figure(),
    }
}

/// The key requirements no figure speaks for, by item.
pub fn without_figure(view: &Overview<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let bare: Vec<(ItemSlot, Vec<&str>)> = view
        .results
        .items
        .iter()
        .map(|reading| {
            let item = kit.pack.item(reading.item);
            let areas = reading.areas.iter().filter(|area| !area.figure);
            (
                reading.item,
                areas.map(|area| kit.pack_words().area(&item.id, &item.areas[area.area])).collect(),
            )
        })
        .filter(|(_, areas): &(_, Vec<&str>)| !areas.is_empty())
        .collect();
    html! {
        <section class="sheet stack-s"><h2>{ words.figures_bare() }</h2>
            if bare.is_empty() { <p>{ words.figures_bare_none() }</p> }
            else { <ul class="list">{ for bare.into_iter().map(|(item, areas)| {
                let address = Route::indicators(view.id, &kit.pack, item).href();
                html! { <li><a href={address}>{ say::item_name(&kit.pack, kit.language, item) }</a>{ words.colon() }{ areas.join(words.list_separator()) }</li> }
            }) }</ul> }
        </section>
    }
}
