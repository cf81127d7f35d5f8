//! The answers by factor: for the item as a whole, or for one sub-clause at a time.

use super::{View, short_number};
use crate::assessment::{Action, Field, ItemChange};
use crate::findings::characters;
use crate::language::fill;
use crate::ui::fields::TextField;
use crate::ui::noting::About;
use crate::ui::parts::{band_list, note_mark, on_value};
use yew::prelude::*;

pub(super) fn answers(view: &View<'_>, scope: &UseStateHandle<usize>) -> Html {
    let kit = view.kit;
    let factors = 0..kit.pack.rubric_of(view.slot).factors.len();
    html! {
        <section class="sheet stack" aria-label={kit.words().item_answers()}>
            { scopes(view, scope) }
            { for factors.map(|factor| answer(view, **scope, factor)) }
        </section>
    }
}

/// The choice of the scope; nothing where the item has no sub-clauses.
fn scopes(view: &View<'_>, scope: &UseStateHandle<usize>) -> Html {
    let words = view.kit.words();
    let text = view.kit.pack_words();
    let item = view.kit.pack.item(view.slot);
    let numbered = item.prompts.iter().enumerate().filter_map(|(at, prompt)| {
        // The one written in stays, also when its last word is deleted.
        if !view.shows(at, prompt) && **scope != at + 1 {
            return None;
        }
        let number = short_number(prompt.number.as_deref()?);
        Some((at + 1, format!("{number} {}", text.prompt_name(&item.id, &prompt.id))))
    });
    let all: Vec<(usize, String)> = std::iter::once((0, words.item_whole().to_owned())).chain(numbered).collect();
    if all.len() == 1 {
        return Html::default();
    }
    let setter = scope.setter();
    let onchange = on_value(move |chosen| {
        if let Ok(chosen) = chosen.parse() {
            setter.set(chosen);
        }
    });
    let tabs = all.into_iter().map(|(at, label)| {
        let written = !view.record.scope_is_empty(at);
        html! {
            <label><input type="radio" name="scope" value={at.to_string()} checked={**scope == at} />
                <span>{ label }if written { <span class="dot" title={words.item_written()}></span><span class="hidden">{ words.item_written() }</span> }</span></label>
        }
    });
    html! { <fieldset class="choice scopes" {onchange}><legend class="hidden">{ words.item_scope() }</legend>{ for tabs }</fieldset> }
}

fn answer(view: &View<'_>, scope: usize, factor: usize) -> Html {
    let kit = view.kit;
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(view.slot);
    let content = &rubric.factors[factor];
    let value = view.record.answer(scope, factor).clone();
    let id = format!("answer-{scope}-{}", content.id);
    let length = match characters(&value) {
        0 => kit.words().not_written().to_owned(),
        count => fill(kit.words().characters(), &[("n", &count.to_string())]),
    };
    let slot = Field::Answer {
        item: view.slot,
        scope,
        factor,
    };
    html! {
        <div class="field" key={id.clone()}>
            <div class="head">
                <span class="letter" aria-hidden="true">{ content.letter.clone() }</span>
                <h3><label for={id.clone()}>{ text.factor(&rubric.id, &content.id).to_owned() }</label></h3>
                <span class="small">{ length }</span>{ note_mark(kit, About::Text(slot)) }
            </div>
            <TextField key={id.clone()} id={id.clone()} {slot} {value} lines={5} hint={text.factor_hint(&rubric.id, &content.id).to_owned()} />
            { band(view, factor) }
        </div>
    }
}

/// The band of one factor, with its words.
fn band(view: &View<'_>, factor: usize) -> Html {
    let (store, slot) = (view.kit.store.clone(), view.slot);
    band_list(view.kit, slot, factor, view.record.bands[factor], move |band| {
        store.dispatch(Action::Item(slot, ItemChange::Band { factor, band }));
    })
}
