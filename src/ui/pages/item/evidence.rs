//! References to evidence: one is written, added, and stands as a chip that can be taken away.

use super::View;
use crate::assessment::{Action, ItemChange, text};
use crate::browser::page;
use crate::language::fill;
use crate::ui::parts::on_button;
use yew::prelude::*;

/// Id of the field a new reference is written into.
const NEW: &str = "evidence-new";

pub(super) fn evidence(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let slot = view.slot;
    let store = view.kit.store.clone();
    let add = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let reference = page::take_value(NEW).unwrap_or_default();
        if !reference.trim().is_empty() {
            store.dispatch(Action::Item(slot, ItemChange::AddEvidence(text(reference.trim()))));
        }
    });
    let store = view.kit.store.clone();
    let remove = on_button("data-at", move |at| {
        if let Ok(at) = at.parse() {
            store.dispatch(Action::Item(slot, ItemChange::RemoveEvidence(at)));
        }
    });
    let chips = view.record.evidence.iter().enumerate().map(|(at, reference)| {
        html! {
            <li class="chip"><span>{ reference.to_string() }</span>
                <button type="button" class="remove" data-at={at.to_string()} aria-label={fill(words.item_evidence_remove, &[("name", reference)])}>{ "×" }</button></li>
        }
    });
    html! {
        <div class="field">
            <h3><label for={NEW}>{ words.item_evidence }</label></h3>
            if !view.record.evidence.is_empty() { <ul class="chips" onclick={remove}>{ for chips }</ul> }
            <form class="row" onsubmit={add}>
                <input class="input grow" id={NEW} type="text" autocomplete="off" placeholder={words.item_evidence_hint} />
                <button type="submit" class="btn">{ words.item_evidence_add }</button>
            </form>
        </div>
    }
}
