//! Styles of a part: linked once, waited for, and asked for again where they could not be fetched.

use award_kit::browser::styles::begin;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlLinkElement;

fn name(part: &str, address: &str) {
    let meta = document().create_element("meta").unwrap();
    meta.set_attribute("name", &format!("styles-{part}")).unwrap();
    meta.set_attribute("content", address).unwrap();
    document().head().unwrap().append_child(&meta).unwrap();
}

fn links(address: &str) -> Vec<HtmlLinkElement> {
    let found = document().query_selector_all(&format!("link[href='{address}']")).unwrap();
    (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
}

#[wasm_bindgen_test]
async fn styles_are_there_when_the_waiting_ends_and_are_linked_once() {
    let address = "data:text/css,body{order:0}";
    name("tested", address);
    let (first, second) = (begin("tested"), begin("tested"));
    second.await;
    first.await;
    begin("tested").await;
    let links = links(address);
    assert_eq!(links.len(), 1);
    assert!(links[0].sheet().is_some());
}

#[wasm_bindgen_test]
async fn styles_that_cannot_be_fetched_hold_nobody_up_and_are_asked_for_again() {
    let address = "./no-such-file.css";
    name("lost", address);
    begin("lost").await;
    assert!(links(address).is_empty());
    let again = begin("lost");
    assert_eq!(links(address).len(), 1);
    again.await;
}

#[wasm_bindgen_test]
async fn a_part_whose_styles_are_not_named_has_nothing_to_wait_for() {
    begin("unnamed").await;
}
