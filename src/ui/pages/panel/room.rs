//! The projector view: one item in large type, driven by keys alone. Nothing that is kept depends on the clock.

use super::desk::{Desk, Held};
use super::dots::{draw, number};
use super::keys::{Hand, pressed};
use super::overview::{standing, treatment};
use crate::assessment::Text;
use crate::browser::page;
use crate::language::fill;
use crate::panel::{ItemReading, PanelAction, PanelReading, read_panel};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{key_of, on_button};
use crate::ui::route::Route;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The desk of the page, the same as long as the page is.
#[derive(Clone)]
pub(super) struct Shared(pub Desk);

impl PartialEq for Shared {
    fn eq(&self, _: &Shared) -> bool {
        true
    }
}

/// The panel as it is drawn.
#[derive(Clone)]
pub(super) struct Drawn(pub Rc<Held>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Drawn) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RoomProps {
    pub desk: Shared,
    pub id: Rc<str>,
    pub state: Drawn,
}

#[component]
pub(super) fn Room(props: &RoomProps) -> Html {
    let kit = use_kit();
    let redraw = use_force_update();
    let hand = use_mut_ref(Hand::default);
    let reading = read_panel(&kit.pack, &props.state.0.record.panel);
    let press = {
        let (kit, desk, hand, redraw, id) = (kit.clone(), props.desk.0.clone(), hand.clone(), redraw.clone(), props.id.clone());
        Rc::new(move |key: &str| {
            let known = pressed(&kit, &desk, &hand, &id, key);
            redraw.force_update();
            known
        })
    };
    {
        let press = press.clone();
        use_effect_with(kit.language, move |_| {
            let keys = EventListener::new_with_options(
                &gloo::utils::document(),
                "keydown",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let Some(key) = key_of(event).filter(|_| !(event.ctrl_key() || event.meta_key() || event.alt_key())) else {
                        return;
                    };
                    if page::is_writing() {
                        if key == "Escape" {
                            event.prevent_default();
                            page::focus("room");
                        }
                        return;
                    }
                    // A button that has the focus keeps its own Enter.
                    let on_button = event
                        .target()
                        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                        .is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A"));
                    if !(on_button && key == "Enter") && press(&key) {
                        event.prevent_default();
                    }
                },
            );
            move || drop(keys)
        });
    }
    let running = hand.borrow().since.is_some();
    {
        let redraw = redraw.clone();
        use_effect_with(running, move |running| {
            let tick = running.then(|| Interval::new(1000, move || redraw.force_update()));
            move || drop(tick)
        });
    }
    use_effect_with((), |()| page::focus("room"));
    let onclick = on_button("data-key", move |key| {
        // The keys go on from here, Enter too.
        page::focus("room");
        press(&key);
    });
    let words = kit.words();
    let hand = hand.borrow();
    let Some(item) = reading
        .by_disagreement
        .get(hand.at)
        .map(|at| &reading.items[*at])
        .filter(|_| reading.rated_items > 0)
    else {
        return html! { <main class="page wide room" id="room" tabindex="-1"><h1>{ words.room_title() }</h1><p>{ words.room_nothing() }</p><p><a class="btn" href={panel_address(&props.id)}>{ words.room_leave() }</a></p></main> };
    };
    html! {
        <main class="page wide room" id="room" tabindex="-1" {onclick}>
            { item_part(&kit, &props.state.0, &reading, item, &hand, &props.desk.0) }
            <div class="row">
                <button type="button" class="btn" data-key="p">{ words.room_previous() }</button><button type="button" class="btn" data-key="n">{ words.room_next() }</button>
                <button type="button" class="btn" data-key="t">{ if running { words.room_timer_stop() } else { words.room_timer_start() } }</button>
                <button type="button" class="btn" data-key="full">{ words.room_full() }</button><a class="btn" href={panel_address(&props.id)}>{ words.room_leave() }</a>
            </div>
            <div class="keys">{ words.room_keys() }{ for props.desk.0.keeping().map(|keeping| keeping.told(&kit)) }</div>
        </main>
    }
}

pub(super) fn panel_address(id: &str) -> String {
    Route::Panel { id: id.to_owned() }.href()
}

fn item_part(kit: &Kit, held: &Held, reading: &PanelReading, item: &ItemReading, hand: &Hand, desk: &Desk) -> Html {
    let words = kit.words();
    let place = [("n", (hand.at + 1).to_string()), ("all", reading.items.len().to_string())];
    let place = place.each_ref().map(|(key, value)| (*key, value.as_str()));
    let spread = item.spread.map(|spread| {
        let (median, range) = (number(spread.median), spread.range().to_string());
        fill(words.room_median(), &[("median", &median), ("range", &range)])
    });
    let proposed = hand.percent.or(held.record.panel.agreement(item.item).percent).or(item.proposal);
    let names: Vec<String> = item
        .ratings
        .iter()
        .map(|rating| {
            let name = say::assessor(kit.language, &reading.assessors[rating.assessor], held.anonymous);
            [&*name, " ", &rating.percent.to_string()].concat()
        })
        .collect();
    html! {
        <>
            <div class="title"><h1>{ say::item_name(&kit.pack, kit.language, item.item) }</h1><span class="pts">{ fill(words.room_place(), &place) }</span></div>
            <div class="big">{ draw(&kit.pack, item, names.join(words.list_separator())) }</div>
            <p class="names">{ names.join("　") }</p>
            <p class="row">{ treatment(kit, item.treatment) }<span>{ spread.unwrap_or_default() }</span><span data-testid="timer">{ fill(words.room_timer(), &[("time", &hand.time())]) }</span></p>
            <p class="row"><b class="value" data-testid="proposed">{ proposed.map_or_else(|| words.none().to_owned(), |percent| percent.to_string()) }</b>
                <span role="status" data-testid="standing">{ standing(kit, item) }</span>
                { for proposed.map(|percent| html! { <button type="button" class="btn main" data-key="Enter">{ fill(words.room_agree(), &[("percent", &percent.to_string())]) }</button> }) }</p>
            <p role="alert" class="problem">{ hand.refused.unwrap_or_default() }</p>
            <div class="two">{ field(held, desk, item, "reason", words.workshop_reason()) }{ field(held, desk, item, "note", words.workshop_note()) }</div>
        </>
    }
}

fn field(held: &Held, desk: &Desk, item: &ItemReading, id: &'static str, label: &'static str) -> Html {
    let (slot, reason) = (item.item, id == "reason");
    let agreement = held.record.panel.agreement(slot);
    let value = if reason { &agreement.reason } else { &agreement.note };
    let desk = desk.clone();
    let write = Callback::from(move |text: Text| {
        // A text that comes out of turn stays unwritten; the panel's page says why.
        let _ = desk.act(&if reason {
            PanelAction::Reason(slot, text)
        } else {
            PanelAction::Note(slot, text)
        });
    });
    let place = format!("room-{id}-{}", slot.0);
    html! { <div class="field"><label for={id}>{ label }</label><TextField key={place.clone()} {id} slot={Slot::Other(AttrValue::from(place.clone()), write)} value={value.clone()} lines={2} /></div> }
}
