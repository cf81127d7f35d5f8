//! The ladder: the scoring instrument. Bands as rungs from the bottom up, their percent steps on them, and the letters
//! of the factors on the rung each was given.
//!
//! One radio group: arrow keys move by one step from the rating, or from the step that has the focus where there is none; Home and End go
//! to the ends, Delete takes the rating away.

use crate::assessment::{Action, ItemChange, ItemRecord, Percent};
use crate::browser::page;
use crate::criteria::{ItemSlot, Rubric};
use crate::scoring::{Suggestion, band_of, steps_of, suggest};
use crate::ui::kit::Kit;
use crate::ui::parts::key_of;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Where a ladder reads and writes: keys can come faster than the page is drawn, so that the rating they move is asked for.
pub type Rated = Rc<dyn Fn() -> Option<Percent>>;

/// The rating of one item of the open assessment.
pub fn ladder(kit: &Kit, slot: ItemSlot, record: &ItemRecord) -> Html {
    let (store, own) = (kit.store.clone(), kit.store.clone());
    let present: Rated = Rc::new(move || own.snapshot().and_then(|open| open.assessment.item(slot).percent));
    let rate = Callback::from(move |percent| store.dispatch(Action::Item(slot, ItemChange::Percent(percent))));
    ladder_of(kit, slot, record, present, rate)
}

/// The rating of one item that is kept elsewhere.
pub fn ladder_of(kit: &Kit, slot: ItemSlot, record: &ItemRecord, present: Rated, rate: Callback<Option<Percent>>) -> Html {
    let words = kit.words();
    let rubric = kit.pack.rubric_of(slot);
    let step = kit.pack.structure().scoring.step;
    let percent = record.percent;
    let suggestion = suggest(rubric, &record.bands, step);
    // The one step the Tab key reaches: the chosen one, else the first suggested, else the lowest.
    let reached = percent.or(suggestion.as_ref().map(|suggestion| suggestion.low)).map_or(0, Percent::value);
    let onkeydown = {
        let rate = rate.clone();
        Callback::from(move |event: KeyboardEvent| {
            let focused = step_of(&event).and_then(|value| Percent::new(value, step));
            let from = present().or(focused);
            if let Some(next) = key_of(&event).and_then(|key| moved(&key, from, Percent::new(reached, step), step)) {
                event.prevent_default();
                rate.emit(next);
                // Without a rating the focus stays, and arrows go on from there.
                if let Some(next) = next {
                    page::focus(&step_id(next.value()));
                }
            }
        })
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(chosen) = step_of(&event).and_then(|value| Percent::new(value, step)) {
            rate.emit(Some(chosen));
        }
    });
    html! {
        <div class="ladder" id="ladder" role="radiogroup" tabindex="-1" aria-label={words.ladder_label()} aria-describedby="ladder-keys" {onkeydown} {onclick}>
            { for (0..rubric.bands.len()).rev().map(|band| rung(kit, rubric, band, record, suggestion.as_ref(), reached)) }
            <p id="ladder-keys" class="hidden">{ words.ladder_keys() }</p>
        </div>
    }
}

/// The step an event is of; a translator's element may stand in it.
fn step_of(event: &web_sys::Event) -> Option<u8> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("[data-percent]").ok()??.get_attribute("data-percent")?.parse().ok()
}

/// The rating a key asks for, from the rating or the step that has the focus; where neither is, arrows choose the step the Tab key reaches.
/// None where the key is not the ladder's.
fn moved(key: &str, from: Option<Percent>, reached: Option<Percent>, step: u8) -> Option<Option<Percent>> {
    Some(match key {
        "ArrowUp" | "ArrowRight" => from.map_or(reached, |from| Some(from.moved(1, step))),
        "ArrowDown" | "ArrowLeft" => from.map_or(reached, |from| Some(from.moved(-1, step))),
        "Home" => Percent::new(0, step),
        "End" => Percent::new(100, step),
        "Delete" | "Backspace" => None,
        _ => return None,
    })
}

fn step_id(value: u8) -> String {
    format!("step-{value}")
}

fn rung(kit: &Kit, rubric: &Rubric, at: usize, record: &ItemRecord, suggestion: Option<&Suggestion>, reached: u8) -> Html {
    let band = &rubric.bands[at];
    let words = kit.pack_words();
    let on = record.percent.is_some_and(|percent| band_of(rubric, percent) == at);
    let letters = rubric
        .factors
        .iter()
        .zip(&record.bands)
        .filter(|(_, chosen)| **chosen == Some(at))
        .map(|(factor, _)| {
            html! { <span class="letter" title={words.factor(&rubric.id, &factor.id).to_owned()}>{ &factor.letter }</span> }
        });
    let steps = steps_of(band, kit.pack.structure().scoring.step).into_iter().map(|percent| {
        let chosen = record.percent == Some(percent);
        let hinted = suggestion.is_some_and(|suggestion| (suggestion.low..=suggestion.high).contains(&percent));
        html! {
            <button type="button" role="radio" id={step_id(percent.value())} data-percent={percent.value().to_string()} aria-checked={chosen.to_string()}
                class={classes!(chosen.then_some("pick"), hinted.then_some("hint"))} tabindex={if percent.value() == reached { "0" } else { "-1" }}
                aria-label={format!("{percent}{}", if hinted { kit.words().ladder_suggested() } else { "" })}>{ percent.value() }</button>
        }
    });
    html! {
        <div class={classes!("rung", on.then_some("on"))} role="presentation">
            <span class="range"><svg class="shade" width="8" height="22" aria-hidden="true"><rect class={format!("band-{at}")} width="8" height="22" rx="2" /></svg>
                { kit.language.band(band.from, band.to) }</span>
            <span class="who">{ for letters }</span>
            <span class="steps" role="presentation">{ for steps }</span>
        </div>
    }
}
