//! A field for a whole number; empty is unknown, never zero.

use crate::assessment::{Action, Quantity};
use crate::ui::kit::use_kit;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    pub id: AttrValue,
    pub value: Option<u64>,
    pub slot: Quantity,
}

#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let kit = use_kit();
    let refused = use_state(|| false);
    let slot = props.slot;
    let onchange = {
        let (store, refused) = (kit.store.clone(), refused.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
            let written: String = input
                .value()
                .chars()
                .filter(|character| !matches!(character, ',' | '，') && !character.is_whitespace())
                .collect();
            let number = written.parse::<u64>().ok();
            refused.set(number.is_none() && !written.is_empty());
            if number.is_some() || written.is_empty() {
                store.dispatch(Action::Quantity(slot, number));
            }
        })
    };
    let problem = format!("{}-problem", props.id);
    html! {
        <>
            <input type="text" inputmode="numeric" autocomplete="off" class={classes!("input", "number", refused.then_some("invalid"))} id={props.id.clone()}
                aria-invalid={refused.then_some("true")} aria-describedby={refused.then(|| problem.clone())}
                value={props.value.map(|value| value.to_string()).unwrap_or_default()} {onchange} />
            if *refused { <small class="problem" id={problem}>{ kit.words().field_number_refused }</small> }
        </>
    }
}
