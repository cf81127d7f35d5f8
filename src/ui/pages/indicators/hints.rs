//! What the figures of the item support: bands with their reasons, and which key requirements have a figure, a trend, a comparison.

use super::View;
use crate::language::fill;
use crate::report::say;
use crate::ui::route::Route;
use yew::prelude::*;

pub fn hints(view: &View<'_>, id: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some(reading) = view.results.items.iter().find(|reading| reading.item == view.item) else {
        return Html::default();
    };
    let name = say::item_name(&kit.pack, kit.language, view.item);
    let rubric = kit.pack.rubric_of(view.item);
    let text = kit.pack_words();
    html! {
        <section class="sheet stack-s"><h2>{ fill(words.grid_hint(), &[("name", &name)]) }</h2>
            { match &reading.hint {
                None => html! { <p>{ words.grid_hint_none() }</p> },
                Some(hint) => html! {
                    <>
                        <dl class="pairs">{ for hint.factors.iter().map(|found| {
                            let reason = say::hint(kit.language, found.reason);
                            let band = found.band.map(|band| &rubric.bands[band]);
                            let told = band.map_or(reason.clone(), |band| {
                                let range = kit.language.band(band.from, band.to);
                                fill(words.grid_hint_band(), &[("reason", &reason), ("band", &range)])
                            });
                            html! { <><dt>{ text.factor(&rubric.id, &rubric.factors[found.factor].id).to_owned() }</dt><dd>{ told }</dd></> }
                        }) }</dl>
                        { for hint.range.iter().map(|(low, high)| {
                            html! { <p class="why">{ fill(words.grid_hint_range(), &[("low", &low.value().to_string()), ("high", &high.value().to_string())]) }</p> }
                        }) }
                    </>
                },
            } }
            <h3>{ words.grid_coverage() }</h3>
            <div class="scroll" tabindex="0" role="group" aria-label={words.grid_coverage()}><table>
                <thead><tr><th scope="col">{ words.grid_area() }</th><th scope="col">{ words.grid_has_figure() }</th><th scope="col">{ words.grid_has_trend() }</th><th scope="col">{ words.grid_has_comparison() }</th></tr></thead>
                <tbody>{ for reading.areas.iter().map(|area| {
                    let item = kit.pack.item(view.item);
                    let there = |has: bool| html! { <td><span class={if has { "tag g" } else { "tag w" }}>{ if has { words.grid_yes() } else { words.grid_no() } }</span></td> };
                    html! { <tr key={area.area}><th scope="row">{ text.area(&item.id, &item.areas[area.area]).to_owned() }</th>{ there(area.figure) }{ there(area.trend) }{ there(area.comparison) }</tr> }
                }) }</tbody>
            </table></div>
            <div class="row"><a class="btn" href={Route::item(id, &kit.pack, view.item).href()}>{ words.grid_to_item() }</a></div>
        </section>
    }
}
