//! All results at a glance: where level, trend and comparison are there and what they say, which key requirements have no figure, and
//! the figures by the five origins of data. Every indicator leads to its cell.

mod glance;
mod origins;

use super::indicators::want;
use crate::assessment::Assessment;
use crate::indicators::{Cell, CellColumn, CellRow, IndicatorReading, Results, read_results};
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What the parts of the page are made from.
struct Overview<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    results: &'a Results,
    id: &'a str,
    /// The year whose cell a link leads to.
    year: i32,
}

pub fn figures_page(kit: &Kit, assessment: &Assessment, id: &str) -> Html {
    let words = kit.words();
    let results = read_results(&kit.pack, assessment);
    let year = super::indicators::last_year(assessment);
    let view = Overview {
        kit,
        assessment,
        results: &results,
        id,
        year,
    };
    // The link leads to the page; what is asked for here, to the cell.
    let onclick = Callback::from(|event: MouseEvent| {
        let link = event
            .target_dyn_into::<web_sys::Element>()
            .and_then(|element| element.closest("a[data-to]").ok().flatten());
        if let Some(cell) = link.and_then(|link| link.unchecked_ref::<web_sys::Element>().get_attribute("data-to")) {
            want(cell);
        }
    });
    html! {
        <main class="page wide" key="figures"><div class="stack" {onclick}>
            <div class="stack-xs"><h1>{ words.figures_title() }</h1><p class="small">{ words.figures_intro() }</p></div>
            { glance::glance(&view) }
            { glance::without_figure(&view) }
            { origins::origins(&view) }
        </div></main>
    }
}

/// The name of an indicator as a link to its last cell; the name alone where it has no place.
fn link(view: &Overview<'_>, reading: &IndicatorReading) -> Html {
    let name = say::indicator_name(&view.kit.pack, view.assessment, view.kit.language, reading.slot);
    let Some((item, _)) = reading.place else { return html! { name } };
    let cell = Cell::new(CellRow::Figure(reading.slot), CellColumn::Year(view.year)).name();
    html! { <a href={Route::indicators(view.id, &view.kit.pack, item).href()} data-to={cell}>{ name }</a> }
}
