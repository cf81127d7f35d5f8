//! The address the browser is at: a change of it is heard from the first moment.

use crate::page::{at_once, next_turn_comes_after, place, rest, until};
use award_kit::ui::address::use_address;
use std::cell::Cell;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

thread_local! {
    /// Whether the framework has told the page that it was drawn.
    static TOLD: Cell<bool> = const { Cell::new(false) };
}

/// Takes so long to draw that the framework lets events through before it tells of what it has drawn.
#[component]
fn Slow() -> Html {
    let address = use_address();
    use_effect(|| TOLD.set(true));
    let begun = js_sys::Date::now();
    while js_sys::Date::now() < begun + 40.0 {}
    html! { <p>{ address }</p> }
}

#[wasm_bindgen_test]
async fn an_address_that_changes_right_after_the_page_was_drawn_is_heard() {
    let location = gloo::utils::window().location();
    location.set_hash("/first").expect("the address can be changed");
    // Nobody has to hear of this one.
    rest(50).await;
    let place = place();
    let usual = next_turn_comes_after(50);
    let app = yew::Renderer::<Slow>::with_root(place.clone()).render();
    at_once("the page is drawn", || place.text_content().is_some_and(|text| text == "/first")).await;
    assert!(!TOLD.get(), "the framework has told of it already");
    location.set_hash("/second").expect("the address can be changed");
    usual.call0(&usual).expect("it becomes as usual");
    until("the page follows", || place.text_content().is_some_and(|text| text == "/second")).await;
    app.destroy();
    place.remove();
    location.set_hash("").expect("the address can be changed");
}
