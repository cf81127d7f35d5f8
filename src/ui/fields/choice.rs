//! A choice of a few, each with its own action: a row of radio buttons.

use crate::assessment::Action;
use crate::ui::kit::Kit;
use crate::ui::parts::on_value;
use yew::prelude::*;

/// One thing to choose.
pub struct Choose {
    pub label: &'static str,
    pub action: Action,
    /// How it looks when chosen: `good`, `bad` or plain.
    pub tone: &'static str,
}

/// The choice. `id` names the group in the page and is the first button's id, for jumps; `label` names it for assistive
/// technology; `chosen` is the position of the chosen one.
pub fn choice(kit: &Kit, id: &str, label: &str, options: Vec<Choose>, chosen: Option<usize>) -> Html {
    let buttons = options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            html! {
                <label class={option.tone}>
                    <input type="radio" id={(at == 0).then(|| id.to_owned())} name={id.to_owned()} value={at.to_string()} checked={chosen == Some(at)} />
                    <span>{ option.label }</span>
                </label>
            }
        })
        .collect::<Html>();
    let store = kit.store.clone();
    let onchange = on_value(move |chosen| {
        if let Some(option) = chosen.parse::<usize>().ok().and_then(|at| options.get(at)) {
            store.dispatch(option.action.clone());
        }
    });
    html! { <fieldset class="choice" {onchange}><legend class="hidden">{ label.to_owned() }</legend>{ buttons }</fieldset> }
}
