//! The projector view: one item in large type, driven by keys alone. Nothing that is kept depends on the clock.

use super::desk::{Desk, Held};
use super::dots::{draw, number};
use super::overview::{standing, treatment};
use crate::assessment::{Percent, Text};
use crate::browser::{clock, page};
use crate::language::fill;
use crate::panel::{ItemReading, PanelAction, PanelReading, read_panel};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use std::cell::RefCell;
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

/// What is at hand.
#[derive(Default)]
struct Hand {
    /// Position in the order of disagreement.
    at: usize,
    /// Set, and not agreed yet.
    percent: Option<Percent>,
    /// The digits that were typed for it.
    digits: String,
    /// Milliseconds the timer has run for this item, and since when it runs.
    run: f64,
    since: Option<f64>,
    /// Why the last step was refused.
    refused: Option<&'static str>,
}

impl Hand {
    /// Goes to another item, where everything begins anew.
    fn go(&mut self, at: usize) {
        *self = Hand { at, ..Hand::default() };
    }
    fn time(&self) -> String {
        let running = self.since.map_or(0.0, |since| clock::now() - since);
        let seconds = ((self.run + running) / 1000.0) as u64;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
    fn toggle_timer(&mut self) {
        match self.since.take() {
            Some(since) => self.run += clock::now() - since,
            None => self.since = Some(clock::now()),
        }
    }
    /// A digit more, the percentage in the pack's steps; digits that make more than 100 begin anew.
    fn digit(&mut self, digit: &str, step: u8) {
        self.digits += digit;
        if self.digits.parse::<u16>().is_ok_and(|value| value > 100) {
            self.digits = digit.to_owned();
        }
        let value = self.digits.parse::<u16>().unwrap_or(0);
        let step = u16::from(step.max(1));
        self.percent = Percent::new(((value + step / 2) / step * step).min(100) as u8, step as u8);
    }
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
                    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
                        return;
                    }
                    if page::is_writing() {
                        if event.key() == "Escape" {
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
                    if !(on_button && event.key() == "Enter") && press(&event.key()) {
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
        return html! { <main class="page wide room" id="room" tabindex="-1"><h1>{ words.room_title }</h1><p>{ words.room_nothing }</p><p><a class="btn" href={panel_address(&props.id)}>{ words.room_leave }</a></p></main> };
    };
    html! {
        <main class="page wide room" id="room" tabindex="-1" {onclick}>
            { item_part(&kit, &props.state.0, &reading, item, &hand, &props.desk.0) }
            <div class="row">
                <button type="button" class="btn" data-key="p">{ words.room_previous }</button><button type="button" class="btn" data-key="n">{ words.room_next }</button>
                <button type="button" class="btn" data-key="t">{ if running { words.room_timer_stop } else { words.room_timer_start } }</button>
                <button type="button" class="btn" data-key="full">{ words.room_full }</button><a class="btn" href={panel_address(&props.id)}>{ words.room_leave }</a>
            </div>
            <div class="keys">{ words.room_keys }{ for props.desk.0.keeping().map(|keeping| keeping.told(&kit)) }</div>
        </main>
    }
}

fn panel_address(id: &str) -> String {
    Route::Panel { id: id.to_owned() }.href()
}

fn item_part(kit: &Kit, held: &Held, reading: &PanelReading, item: &ItemReading, hand: &Hand, desk: &Desk) -> Html {
    let words = kit.words();
    let place = [("n", (hand.at + 1).to_string()), ("all", reading.items.len().to_string())];
    let place = place.each_ref().map(|(key, value)| (*key, value.as_str()));
    let spread = item.spread.map(|spread| {
        let (median, range) = (number(spread.median), spread.range().to_string());
        fill(words.room_median, &[("median", &median), ("range", &range)])
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
            <div class="title"><h1>{ say::item_name(&kit.pack, kit.language, item.item) }</h1><span class="pts">{ fill(words.room_place, &place) }</span></div>
            <div class="big">{ draw(&kit.pack, item, names.join(words.list_separator)) }</div>
            <p class="names">{ names.join("　") }</p>
            <p class="row">{ treatment(kit, item.treatment) }<span>{ spread.unwrap_or_default() }</span><span data-testid="timer">{ fill(words.room_timer, &[("time", &hand.time())]) }</span></p>
            <p class="row"><b class="value" data-testid="proposed">{ proposed.map_or_else(|| words.minute_none.to_owned(), |percent| percent.to_string()) }</b>
                <span role="status" data-testid="standing">{ standing(kit, item) }</span>
                { for proposed.map(|percent| html! { <button type="button" class="btn main" data-key="Enter">{ fill(words.room_agree, &[("percent", &percent.to_string())]) }</button> }) }</p>
            <p role="alert" class="problem">{ hand.refused.unwrap_or_default() }</p>
            <div class="two">{ field(held, desk, item, "reason", words.workshop_reason) }{ field(held, desk, item, "note", words.workshop_note) }</div>
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

/// Does what a key is for; false where it is for nothing.
fn pressed(kit: &Kit, desk: &Desk, hand: &RefCell<Hand>, id: &str, key: &str) -> bool {
    let Some(held) = desk.held() else { return false };
    let panel = &held.record.panel;
    let reading = read_panel(&kit.pack, panel);
    let mut hand = hand.borrow_mut();
    let Some(item) = reading.by_disagreement.get(hand.at).map(|at| &reading.items[*at]) else {
        return false;
    };
    let step = kit.pack.structure().scoring.step;
    let present = hand.percent.or(panel.agreement(item.item).percent).or(item.proposal);
    hand.refused = None;
    match key {
        "n" | "ArrowRight" => {
            let next = (hand.at + 1).min(reading.items.len() - 1);
            hand.go(next);
        }
        "p" | "ArrowLeft" => {
            let before = hand.at.saturating_sub(1);
            hand.go(before);
        }
        "ArrowUp" | "ArrowDown" => {
            let by = if key == "ArrowUp" { 1 } else { -1 };
            hand.percent = present.map(|percent| percent.moved(by, step)).or(Percent::new(0, step));
            hand.digits.clear();
        }
        "Enter" => {
            let outcome = desk.act(&PanelAction::Agree(item.item, present));
            hand.refused = outcome.err().map(|refused| say::refused(kit.language, refused));
            hand.digits.clear();
            let after = desk.held();
            let standing = after.map(|held| held.record.panel.standing(&kit.pack, item.item));
            if let Some(crate::panel::Standing::ReasonNeeded(..)) = standing {
                page::focus("reason");
            }
        }
        "m" => page::focus("note"),
        "r" => page::focus("reason"),
        "t" => hand.toggle_timer(),
        "full" => page::full_screen("room"),
        "Escape" => page::go(&panel_address(id)),
        digit if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => hand.digit(digit, step),
        _ => return false,
    }
    true
}
