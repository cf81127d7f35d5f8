//! Who lies where: assessors by items, each cell the distance of a rating from the item's median.

use super::View;
use yew::prelude::*;

pub(super) fn map(view: &View<'_>) -> Html {
    let (kit, words, reading) = (view.kit, view.kit.words(), view.reading);
    if !reading.lettered || reading.assessors.len() < 2 {
        return Html::default();
    }
    let button = html! { <div class="row"><button type="button" class="btn quiet" data-act="map" aria-expanded={view.map.to_string()}>{ words.workshop_map() }</button></div> };
    if !view.map {
        return button;
    }
    let number = |at: usize| kit.pack.item(reading.items[at].item).number.clone();
    let cell = |assessor: usize, at: usize| {
        let item = &reading.items[at];
        let given = item.ratings.iter().find(|rating| rating.assessor == assessor);
        let apart = given.zip(item.spread).map(|(rating, spread)| f64::from(rating.percent.value()) - spread.median);
        let class = match apart {
            Some(apart) if apart > 0.0 => "r above",
            Some(apart) if apart < 0.0 => "r below",
            _ => "r",
        };
        html! { <td {class}>{ apart.map_or_else(String::new, signed) }</td> }
    };
    html! {
        <>
            { button }<p class="small">{ words.workshop_map_note() }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.workshop_map()}><table class="slim map"><thead><tr><th scope="col">{ words.workshop_member() }</th>{ for (0..reading.items.len()).map(|at| html! { <th scope="col" class="r">{ number(at) }</th> }) }<th scope="col" class="r">{ words.workshop_column_shift() }</th></tr></thead>
                <tbody>{ for reading.assessors.iter().enumerate().map(|(assessor, found)| html! {
                    <tr><th scope="row">{ view.name(assessor) }</th>{ for (0..reading.items.len()).map(|at| cell(assessor, at)) }<td class="r"><b>{ found.shift.map_or_else(String::new, |shift| signed(shift.mean)) }</b></td></tr> }) }</tbody></table></div>
        </>
    }
}

/// With its sign, to a tenth; nothing but `0` where it is none.
fn signed(value: f64) -> String {
    let told = super::dots::number(value.abs());
    match told.as_str() {
        "0" => told,
        _ if value < 0.0 => ["−", &told].concat(),
        _ => ["+", &told].concat(),
    }
}
