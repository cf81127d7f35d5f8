//! References to evidence: one is written or chosen from the register, added, and stands as a chip that can be taken away. What
//! is written can be made an entry of the register at once.

use super::View;
use crate::assessment::{Action, EvidenceEntry, ItemChange, Referrer, RegisterChange, reference, text};
use crate::browser::chance::drawn;
use crate::browser::page;
use crate::language::fill;
use crate::ui::parts::{REGISTER_LIST, cited, on_button, register_list};
use std::rc::Rc;
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
    let store = view.kit.store.clone();
    let register = Callback::from(move |_: MouseEvent| {
        let Some(open) = store.snapshot() else { return };
        let title = page::take_value(NEW).unwrap_or_default();
        let (number, title) = (open.assessment.evidence.next_number(), text(title.trim()));
        let named = [&*number, " ", &*title].concat();
        let entry = EvidenceEntry {
            number,
            title,
            ..EvidenceEntry::default()
        };
        store.dispatch(Action::Several(vec![
            Action::Register(RegisterChange::Add(drawn(), Rc::new(entry))),
            Action::Item(slot, ItemChange::AddEvidence(text(named.trim_end()))),
        ]));
    });
    let chips = view.record.evidence.iter().enumerate().map(|(at, written)| {
        let named = reference(view.register, Referrer::Item(slot, at), written);
        html! {
            <li class="chip"><span>{ written.to_string() }</span>{ cited(view.kit, view.register, view.id, named.as_ref()) }
                <button type="button" class="remove" data-at={at.to_string()} aria-label={fill(words.item_evidence_remove(), &[("name", written)])}>{ "×" }</button></li>
        }
    });
    html! {
        <div class="field">
            <h3><label for={NEW}>{ words.item_evidence() }</label></h3>
            if !view.record.evidence.is_empty() { <ul class="chips" onclick={remove}>{ for chips }</ul> }
            <form class="row" onsubmit={add}>
                <input class="input grow" id={NEW} type="text" autocomplete="off" placeholder={words.item_evidence_hint()} list={REGISTER_LIST} />
                { register_list(view.register) }
                <button type="submit" class="btn">{ words.item_evidence_add() }</button>
                <button type="button" class="btn" onclick={register}>{ words.register_new_entry() }</button>
            </form>
        </div>
    }
}
