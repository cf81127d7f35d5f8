//! Waiting for conditions, and what a user does to a field, as events.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(inline_js = r#"
export function write(field, text, composing) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: composing }));
}
export function change(field, text) {
  field.value = text;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}
export function composition(field, name) {
  field.dispatchEvent(new CompositionEvent("composition" + name, { bubbles: true }));
}
export function read(field) {
  return field.value;
}
export function hide(hidden) {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}
export function next_turn_comes_after(pause) {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (call, wanted, ...what) => wait(call, wanted || pause, ...what);
  return () => (globalThis.setTimeout = wait);
}
"#)]
extern "C" {
    /// The field holds `text` now and says so; `composing` while an input method is at work.
    pub fn write(field: &Element, text: &str, composing: bool);
    /// The field holds `text` now and says that it was changed, as a field for a day does with every figure.
    pub fn change(field: &Element, text: &str);
    /// An input method begins (`start`) or ends (`end`).
    pub fn composition(field: &Element, name: &str);
    pub fn read(field: &Element) -> String;
    /// Another tab comes to the front, or this one again.
    pub fn hide(hidden: bool);
    /// What is put off to the next turn comes so many milliseconds later, as in a browser that has much to do; until the answer is called.
    pub fn next_turn_comes_after(pause: i32) -> js_sys::Function;
}

/// Lets timers and the browser's own work run for a while.
pub async fn rest(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let window = gloo::utils::window();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .expect("a timer can be set");
    });
    JsFuture::from(promise).await.expect("a timer never fails");
}

/// Waits until the condition holds; fails, naming it, after 5 seconds.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        rest(10).await;
    }
    panic!("did not happen: {what}");
}

/// Waits until the condition holds without letting anything of the browser through: no timer, no event. Fails, naming it, where it does not.
pub async fn at_once(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..100 {
        if holds() {
            return;
        }
        JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await.expect("it is there");
    }
    panic!("did not happen at once: {what}");
}

/// A place in the page to render into.
pub fn place() -> Element {
    let document = gloo::utils::document();
    let place = document.create_element("div").expect("an element can be made");
    gloo::utils::body().append_child(&place).expect("the page takes it");
    place
}

pub fn find(place: &Element, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).expect("the selector is right").expect("the element is there");
    found.unchecked_into()
}
