//! A choice of a few, each with its own action: a row of radio buttons.

use crate::assessment::Action;
use crate::ui::kit::use_kit;
use yew::prelude::*;

/// One thing to choose.
#[derive(Clone, PartialEq)]
pub struct Choose {
    pub label: AttrValue,
    pub action: Action,
    /// How it looks when chosen: `good`, `bad` or plain.
    pub tone: &'static str,
}

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Name of the group in the page; the first button's id, for jumps.
    pub id: AttrValue,
    /// Name of the group for assistive technology.
    pub label: AttrValue,
    pub options: Vec<Choose>,
    /// Position of the chosen one.
    pub chosen: Option<usize>,
}

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let kit = use_kit();
    let onchange = {
        let actions: Vec<Action> = props.options.iter().map(|option| option.action.clone()).collect();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            if let Some(action) = chosen.parse::<usize>().ok().and_then(|at| actions.get(at)) {
                kit.store.dispatch(action.clone());
            }
        })
    };
    html! {
        <fieldset class="choice" {onchange}>
            <legend class="hidden">{ &props.label }</legend>
            { for props.options.iter().enumerate().map(|(at, option)| html! {
                <label class={option.tone}>
                    <input type="radio" id={(at == 0).then(|| props.id.clone())} name={props.id.clone()} value={at.to_string()} checked={props.chosen == Some(at)} />
                    <span>{ &option.label }</span>
                </label>
            }) }
        </fieldset>
    }
}
