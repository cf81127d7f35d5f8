//! Beside the item at hand: the list to jump in, and the card of keys.

use crate::language::fill;
use crate::panel::PanelReading;
use crate::panel::room::sequence;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// So many items are shown of the list, around the one that is chosen.
const SHOWN: usize = 9;

pub(super) fn list(kit: &Kit, reading: &PanelReading, later: &[crate::criteria::ItemSlot], chosen: usize) -> Html {
    let words = kit.words();
    let order = sequence(reading, later);
    let first = chosen.saturating_sub(SHOWN / 2).min(order.len().saturating_sub(SHOWN));
    let rows = order.iter().enumerate().skip(first).take(SHOWN).map(|(place, at)| {
        let item = &reading.items[*at];
        let agreed = item.standing.percent().map_or_else(String::new, |percent| ["▲ ", &percent.to_string()].concat());
        let range = item.spread.map_or_else(String::new, |spread| {
            let range = spread.range().to_string();
            fill(words.room_list_range(), &[("range", &range)])
        });
        let put_off = later.contains(&item.item).then_some(words.room_later());
        html! {
            <li class={(place == chosen).then_some("on")} aria-current={(place == chosen).then_some("true")}><span>{ place + 1 }</span><b>{ say::item_name(&kit.pack, kit.language, item.item) }</b>
                <span>{ for put_off }{ " " }{ range }</span><span>{ agreed }</span></li>
        }
    });
    html! { <section class="room-list"><h1>{ words.room_list() }</h1><ol>{ for rows }</ol></section> }
}

pub(super) fn card(kit: &Kit) -> Html {
    let words = kit.words();
    let rows = words.room_card().lines().filter_map(|row| row.split_once('|'));
    html! {
        <section class="room-card"><h1>{ words.room_card_title() }</h1>
            <dl>{ for rows.map(|(key, what)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> }) }</dl><p>{ words.room_card_end() }</p></section>
    }
}
