//! The panel for a projector: one item at a time, in type that is read from eight metres, driven by keys alone.

mod clock;
mod keys;
mod ladder;
mod list;
mod said;

use super::desk::{Desk, Held};
use super::overview::{standing, treatment};
use crate::assessment::Text;
use crate::browser::page;
use crate::language::fill;
use crate::panel::room::{Showing, Writing, is_key_slip};
use crate::panel::{ItemReading, PanelAction, PanelReading, Standing, read_shown};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{key_of, on_button};
use crate::ui::route::Route;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use keys::{AtHand, pressed};
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

/// The field that is written in.
const FIELD: &str = "room-field";

#[component]
pub(super) fn Room(props: &RoomProps) -> Html {
    let kit = use_kit();
    let redraw = use_force_update();
    let held = &props.state.0;
    let reading = read_shown(&kit.pack, &held.record.panel, held.anonymous);
    let at_hand = use_mut_ref(|| AtHand::at(&kit, held, &reading));
    let press = {
        let (kit, desk, at_hand, redraw, id) = (kit.clone(), props.desk.0.clone(), at_hand.clone(), redraw.clone(), props.id.clone());
        Rc::new(move |key: &str| {
            let known = pressed(&kit, &desk, &at_hand, &id, key);
            redraw.force_update();
            known
        })
    };
    // Ends the writing; what was written by a key that went astray is taken out, and that is said.
    let finish = {
        let (kit, desk, at_hand, redraw) = (kit.clone(), props.desk.0.clone(), at_hand.clone(), redraw.clone());
        Rc::new(move || {
            // The field hands over what stands in it when the focus leaves it.
            page::focus("room");
            let mut at_hand = at_hand.borrow_mut();
            at_hand.writing = None;
            at_hand.awaited = false;
            at_hand.refused = slip(&kit, &desk, &at_hand);
            redraw.force_update();
        })
    };
    {
        let (press, finish, at_hand) = (press.clone(), finish.clone(), at_hand.clone());
        use_effect_with(kit.language, move |_| {
            let keys = EventListener::new_with_options(
                &gloo::utils::document(),
                "keydown",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let Some(key) = key_of(event) else { return };
                    let with = event.ctrl_key() || event.meta_key() || event.alt_key();
                    // What is typed right after the key that opens a field is meant for it.
                    if std::mem::take(&mut at_hand.borrow_mut().awaited) {
                        page::focus(FIELD);
                    }
                    if page::is_writing() {
                        if key == "Escape" || (key == "Enter" && event.ctrl_key()) {
                            event.prevent_default();
                            finish();
                        }
                        return;
                    }
                    // A button that has the focus keeps its own Enter.
                    let on_button = event
                        .target()
                        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                        .is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A"));
                    if !(with || on_button && key == "Enter") && press(&key) {
                        event.prevent_default();
                    }
                },
            );
            move || drop(keys)
        });
    }
    let (running, writing, awaited) = {
        let at_hand = at_hand.borrow();
        (at_hand.hand.since.or(at_hand.hand.pause).is_some(), at_hand.writing, at_hand.awaited)
    };
    {
        let redraw = redraw.clone();
        use_effect_with(running, move |running| {
            let tick = running.then(|| Interval::new(1000, move || redraw.force_update()));
            move || drop(tick)
        });
    }
    {
        let at_hand = at_hand.clone();
        use_effect_with((writing, awaited), move |&(writing, _)| {
            let awaited = std::mem::take(&mut at_hand.borrow_mut().awaited);
            match writing {
                Some(_) if awaited => page::focus(FIELD),
                Some(_) => {}
                None => page::focus("room"),
            }
        });
    }
    let onclick = {
        let finish = finish.clone();
        on_button("data-key", move |key| {
            // The keys go on from here, Enter too.
            page::focus("room");
            if key == "done" {
                finish();
            } else {
                press(&key);
            }
        })
    };
    let words = kit.words();
    let at_hand = at_hand.borrow();
    let Some(item) = at_hand.hand.item(&reading).filter(|_| reading.rated_items > 0) else {
        return html! { <main class="page wide room" id="room" tabindex="-1"><h1>{ words.room_title() }</h1><p>{ words.room_nothing() }</p><p><a class="btn" href={panel_address(&props.id)}>{ words.room_leave() }</a></p></main> };
    };
    let shown = match at_hand.hand.showing {
        Showing::Item => shown(&kit, held, &reading, item, &at_hand, &props.desk.0),
        Showing::List(chosen) => list::list(&kit, &reading, &at_hand.hand.later, chosen),
        Showing::Keys => list::card(&kit),
    };
    let button = |key: &'static str, label: &'static str| html! { <button type="button" class="btn quiet" data-key={key}>{ label }</button> };
    html! {
        <main class="page wide room" id="room" tabindex="-1" {onclick}>
            { shown }
            <div class="room-foot row"><span>{ words.room_hint() }</span>
                { button("p", words.room_previous()) }{ button("n", words.room_next()) }{ button("j", words.room_list()) }{ button("l", words.room_later()) }
                { button("t", if at_hand.hand.since.is_some() { words.room_timer_stop() } else { words.room_timer_start() }) }{ button("full", words.room_full()) }
                <a class="btn quiet" href={panel_address(&props.id)}>{ words.room_leave() }</a>{ for props.desk.0.keeping().map(|keeping| keeping.told(&kit)) }</div>
        </main>
    }
}

pub(super) fn panel_address(id: &str) -> String {
    Route::Panel { id: id.to_owned() }.href()
}

/// What is said of a text that is nothing but keys; the text is taken out.
fn slip(kit: &Kit, desk: &Desk, at_hand: &AtHand) -> Option<String> {
    let held = desk.held()?;
    let panel = &held.record.panel;
    let reading = read_shown(&kit.pack, panel, held.anonymous);
    let slot = at_hand.hand.item(&reading)?.item;
    let agreement = panel.agreement(slot);
    let found = [
        (&agreement.reason, PanelAction::Reason(slot, Text::default())),
        (&agreement.note, PanelAction::Note(slot, Text::default())),
    ];
    let (text, without) = found.into_iter().find(|(text, _)| is_key_slip(text))?;
    desk.act(&without).ok()?;
    Some(fill(kit.words().room_slip(), &[("text", text.trim())]))
}

/// What the criteria ask for, in one line: the names of the sub-clauses, else the first words of what is to be described.
fn sense(kit: &Kit, item: &ItemReading) -> String {
    let (pack, words) = (kit.pack.item(item.item), kit.pack_words());
    let names: Vec<&str> = pack
        .prompts
        .iter()
        .filter(|prompt| prompt.number.is_some())
        .map(|prompt| words.prompt_name(&pack.id, &prompt.id))
        .filter(|name| !name.is_empty())
        .collect();
    match (names.is_empty(), pack.prompts.first()) {
        (true, Some(prompt)) => words.prompt(&pack.id, &prompt.id).to_owned(),
        _ => names.join(kit.words().list_separator()),
    }
}

fn shown(kit: &Kit, held: &Held, reading: &PanelReading, item: &ItemReading, at_hand: &AtHand, desk: &Desk) -> Html {
    let (words, panel, hand) = (kit.words(), &held.record.panel, &at_hand.hand);
    let mut place = fill(
        words.room_place(),
        &[("n", &(hand.at + 1).to_string()), ("all", &reading.items.len().to_string())],
    );
    if !hand.later.is_empty() {
        place = [&place, " · ", &fill(words.room_later_count(), &[("n", &hand.later.len().to_string())])].concat();
    }
    let ratings: Vec<String> = item
        .ratings
        .iter()
        .map(|rating| say::rating(kit.language, reading, rating, held.anonymous, " "))
        .collect();
    let range = item.spread.map(|spread| {
        let (range, tolerance) = (spread.range().to_string(), panel.tolerance.to_string());
        fill(words.room_range(), &[("range", &range), ("tolerance", &tolerance)])
    });
    html! {
        <>
            <div class="head"><h1>{ say::item_name(&kit.pack, kit.language, item.item) }</h1><div><p>{ place }</p>{ clock::told(kit, held.plan, panel.tolerance, reading, at_hand, item.item) }</div></div>
            <p class="sense">{ sense(kit, item) }</p>
            { ladder::ladder(kit, reading, item, held.anonymous, ratings.join(words.list_separator())) }
            <p class="row figures">{ treatment(kit, item.treatment) }<span>{ range.unwrap_or_default() }</span></p>
            { said::said(kit, panel, item, hand.part) }
            { agreed(kit, held, reading, item, at_hand, desk) }
        </>
    }
}

/// The percentage at hand, how it stands, its reason, or the field in which a text is written.
fn agreed(kit: &Kit, held: &Held, reading: &PanelReading, item: &ItemReading, at_hand: &AtHand, desk: &Desk) -> Html {
    let (words, panel, hand) = (kit.words(), &held.record.panel, &at_hand.hand);
    let proposed = hand.present(reading, panel);
    let told = match item.standing {
        Standing::ReasonNeeded(_, why) => fill(words.room_reason_needed(), &[("why", say::why(kit.language, why))]),
        _ => standing(kit, item),
    };
    let reason = panel.agreement(item.item).reason.trim();
    html! {
        <div class="agreed">
            <b class="value" data-testid="proposed">{ proposed.map_or_else(|| words.none().to_owned(), |percent| percent.to_string()) }</b>
            if let Some(writing) = at_hand.writing { { field(kit, held, desk, item, writing) } } else {
                <div><p role="status" data-testid="standing">{ told }</p>
                    if !reason.is_empty() { <p class="reason">{ fill(words.room_reason(), &[("text", reason)]) }</p> }
                    <p role="alert" class="problem">{ at_hand.refused.clone().unwrap_or_default() }</p></div>
                { for proposed.map(|percent| html! { <button type="button" class="btn main" data-key="Enter">{ fill(words.room_agree(), &[("percent", &percent.to_string())]) }</button> }) }
            }
        </div>
    }
}

fn field(kit: &Kit, held: &Held, desk: &Desk, item: &ItemReading, writing: Writing) -> Html {
    let (words, slot) = (kit.words(), item.item);
    let agreement = held.record.panel.agreement(slot);
    let (label, title, value) = match writing {
        Writing::Reason => (words.workshop_reason(), words.room_writing_reason(), &agreement.reason),
        Writing::Note => (words.workshop_note(), words.room_writing_note(), &agreement.note),
    };
    let write = {
        let desk = desk.clone();
        Callback::from(move |text: Text| {
            // A text that comes out of turn stays unwritten; the panel's page says why.
            let _ = desk.act(&match writing {
                Writing::Reason => PanelAction::Reason(slot, text),
                Writing::Note => PanelAction::Note(slot, text),
            });
        })
    };
    let place = format!("room-{}-{}", writing as u8, slot.0);
    html! {
        <div class="writing"><p>{ title }</p><TextField key={place.clone()} id={FIELD} label={label} slot={Slot::Other(AttrValue::from(place.clone()), write)} value={value.clone()} lines={2} />
            <button type="button" class="btn" data-key="done">{ words.room_done() }</button></div>
    }
}
