//! References to the evidence register where they are written: entries to choose from while typing, and which of them a text
//! names.

use crate::assessment::{Action, Assessment, EvidenceRegister, Field, Reference, Text, text};
use crate::language::fill;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use yew::prelude::*;

/// Id of the list of entries a field may offer while one types.
pub const REGISTER_LIST: &str = "register-entries";

/// An entry as a reference names it: number and title.
fn citation(number: &str, title: &str) -> String {
    [number, " ", title.trim()].concat().trim_end().to_owned()
}

/// The entries to choose from while typing; stands once on a page.
pub fn register_list(register: &EvidenceRegister) -> Html {
    html! { <datalist id={REGISTER_LIST}>{ for register.entries.iter().map(|entry| html! { <option value={citation(&entry.number, &entry.title)} /> }) }</datalist> }
}

/// Which entries a reference names, as links to them, and which numbers it names that are not there.
pub fn cited(kit: &Kit, register: &EvidenceRegister, id: &str, reference: Option<&Reference>) -> Html {
    let words = kit.words();
    let Some(reference) = reference else { return Html::default() };
    let there = reference.entries.iter().filter_map(|at| register.entries.get(*at)).map(|entry| {
        let label = fill(words.register_resolved(), &[("number", &entry.number)]);
        html! { <a class="tag g" href={Route::evidence(id, &entry.number).href()} title={entry.title.to_string()} aria-label={label}>{ ["✓ ", &entry.number].concat() }</a> }
    });
    let missing = reference.missing.iter().map(|number| {
        html! { <span class="tag w">{ fill(words.register_unresolved(), &[("number", number)]) }</span> }
    });
    html! { <>{ for there }{ for missing }</> }
}

/// A list of the register beside a text of several lines: what is chosen is added at its end. Nothing without a register.
pub fn cite(kit: &Kit, assessment: &Assessment, id: String, label: String, field: Field, value: &Text) -> Html {
    let register = &assessment.evidence;
    if register.is_empty() {
        return Html::default();
    }
    let first = Entry {
        value: String::new(),
        label: kit.words().register_cite().to_owned(),
        chosen: true,
    };
    let entries = register.entries.iter().map(|entry| Entry {
        value: citation(&entry.number, &entry.title),
        label: citation(&entry.number, &entry.title),
        chosen: false,
    });
    let (store, before) = (kit.store.clone(), value.clone());
    let add = move |chosen: String| {
        if chosen.is_empty() {
            return;
        }
        let joined = match before.trim_end() {
            "" => chosen,
            written => [written, "\n", &chosen].concat(),
        };
        let action: Action = field.write(text(joined));
        store.dispatch(action);
    };
    // Begins anew with every change, so that it shows no choice.
    html! { <div class="cite" key={value.to_string()}>{ select(id, "band", Some(label), options(std::iter::once(first).chain(entries)), add) }</div> }
}
