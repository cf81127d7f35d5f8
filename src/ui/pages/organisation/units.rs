//! The list of controlled units, each with its fields.

use crate::assessment::{Action, ControlledUnit, Field, Organisation, UnitChange, UnitText};
use crate::browser::chance::drawn;
use crate::browser::page;
use crate::language::fill;
use crate::ui::fields::{Entry, TextField, options, select};
use crate::ui::kit::Kit;
use crate::ui::parts::on_button;
use yew::prelude::*;

/// What the buttons of the list do.
pub(super) fn acts(kit: &Kit) -> Callback<MouseEvent> {
    let (store, question) = (kit.store.clone(), kit.words().units_remove_question());
    on_button("data-unit", move |at| {
        let change = match at.parse::<usize>() {
            Ok(at) if page::confirm(question) => UnitChange::Remove(at),
            Ok(_) => return,
            Err(_) => UnitChange::Add(drawn()),
        };
        store.dispatch(Action::Unit(change));
    })
}

pub(super) fn list(kit: &Kit, organisation: &Organisation) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack" aria-labelledby="units">
            <div class="stack-s"><div class="title"><h2 id="units">{ words.units_title() }</h2>
                <span class="pts"><button type="button" class="btn" data-unit="add">{ words.units_add() }</button></span></div>
                <p class="small">{ words.units_intro() }</p></div>
            if organisation.units.is_empty() { <p class="muted">{ words.units_none() }</p> } else {
                <ol class="plain stack">{ for organisation.units.iter().enumerate().map(|(at, unit)| entry(kit, at, unit)) }</ol>
            }
        </section>
    }
}

fn entry(kit: &Kit, at: usize, unit: &ControlledUnit) -> Html {
    let words = kit.words();
    let number = (at + 1).to_string();
    let id = |field: &str| ["unit-", &at.to_string(), "-", field].concat();
    // The same field of another unit has another name for those who do not see where it stands.
    let named = |label: &str| fill(words.units_field(), &[("field", label), ("n", &number)]);
    let written = |field: UnitText| {
        let id = id(field.key());
        let (label, lines) = match field {
            UnitText::Name => (words.units_name(), 1),
            UnitText::Relation => (words.units_relation(), 1),
            UnitText::Activity => (words.units_activity(), 2),
            UnitText::Employees => (words.units_employees(), 1),
        };
        html! { <div class={classes!("field", (lines > 1).then_some("broad"))}><label for={id.clone()}>{ label }</label>
        <TextField key={id.clone()} id={id.clone()} slot={Field::Unit(at, field)} value={unit.text(field).clone()} {lines} label={named(label)} /></div> }
    };
    html! {
        <li class="well stack-s" key={unit.id.to_string()}>
            <div class="title"><h3>{ fill(words.units_numbered(), &[("n", &number)]) }</h3>
                <span class="pts"><button type="button" class="btn quiet" data-unit={at.to_string()} aria-label={fill(words.units_remove_of(), &[("n", &number)])}>{ words.units_remove() }</button></span></div>
            <div class="form">
                { for UnitText::ALL.into_iter().map(written) }
                <div class="field"><label for={id("scope")}>{ words.units_in_scope() }</label>{ in_scope(kit, id("scope"), named(words.units_in_scope()), at, unit) }</div>
            </div>
        </li>
    }
}

fn in_scope(kit: &Kit, id: String, label: String, at: usize, unit: &ControlledUnit) -> Html {
    let words = kit.words();
    let choices = [
        ("", words.units_unstated(), None),
        ("yes", words.answer_yes(), Some(true)),
        ("no", words.answer_no(), Some(false)),
    ];
    let entries = choices.map(|(value, label, in_scope)| Entry {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: unit.in_scope == in_scope,
    });
    let store = kit.store.clone();
    select(id, "", Some(label), options(entries.into_iter()), move |chosen| {
        let found = choices.iter().find(|(value, _, _)| *value == chosen);
        let in_scope = found.and_then(|(_, _, in_scope)| *in_scope);
        store.dispatch(Action::Unit(UnitChange::InScope(at, in_scope)));
    })
}
