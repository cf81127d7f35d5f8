//! What the user did, as values: one callback for every kind of event, so that the module stays small.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Calls with the value of the input or list that changed.
pub fn on_value(act: impl Fn(String) + 'static) -> Callback<Event> {
    let act: Box<dyn Fn(String)> = Box::new(act);
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        match target.dyn_ref::<HtmlSelectElement>() {
            Some(list) => act(list.value()),
            None => act(target.unchecked_into::<HtmlInputElement>().value()),
        }
    })
}

/// The key that was pressed; none while an input method has it. WebKit tells the key that ends a composition only after that
/// has ended, so that `isComposing` is false; its code then is still that of input methods.
pub fn key_of(event: &web_sys::KeyboardEvent) -> Option<String> {
    const INPUT_METHOD: u32 = 229;
    (!event.is_composing() && event.key_code() != INPUT_METHOD).then(|| event.key())
}

/// Calls with an attribute of the button inside that was clicked: one callback for all buttons of a list.
pub fn on_button(attribute: &'static str, act: impl Fn(String) + 'static) -> Callback<MouseEvent> {
    let act: Box<dyn Fn(String)> = Box::new(act);
    Callback::from(move |event: MouseEvent| {
        let target = event.target_dyn_into::<web_sys::Element>();
        let button = target.and_then(|element| element.closest(&format!("button[{attribute}]")).ok().flatten());
        if let Some(value) = button.and_then(|button| button.get_attribute(attribute)) {
            act(value);
        }
    })
}
