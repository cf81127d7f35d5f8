//! An input that shows a kept value and is the user's own while it is written in: redrawing the page never touches it, only
//! another kept value does. (The framework sets an input's `value` at every drawing, also as a property.)

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Number,
    Word,
    Day,
}

#[derive(Properties, PartialEq)]
pub struct KeptInputProps {
    pub id: AttrValue,
    pub written: Written,
    pub value: AttrValue,
    /// Name for assistive technology, where no label element points here.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub onchange: Callback<Event>,
}

#[component]
pub fn KeptInput(props: &KeptInputProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.value.clone(), move |value| {
            if let Some(input) = node.cast::<HtmlInputElement>()
                && input.value() != **value
            {
                input.set_value(value);
            }
        });
    }
    let (kind, class, inputmode, max) = match props.written {
        Written::Number => ("text", "input number", Some("numeric"), None),
        Written::Word => ("text", "input short", None, None),
        Written::Day => ("date", "input date", None, Some("9999-12-31")),
    };
    html! {
        <input ref={node} id={props.id.clone()} type={kind} {class} autocomplete="off" {inputmode} {max} aria-label={props.label.clone()} onchange={props.onchange.clone()} />
    }
}
