//! The worker's desk, with a stand-in for the worker: order, progress, cancelling, breaking down.
//!
//! The stand-in answers `say TEXT` with the text, `bytes` with three bytes and `refuse` with a sentence; `dwell` tells progress and is never
//! done, `break` ends in an error. It begins to listen late, as a module that is still being loaded.

use crate::page::until;
use award_kit::browser::documents::{Given, Made, Reply, Request, Undone, ask, cancel};
use award_kit::language::Language;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, BlobPropertyBag, Url};

const STAND_IN: &str = r#"
const answer = ({ data: [id, task, language, ...given] }) => {
  if (task === "say") postMessage([id, "text", language + " " + given.join(" ")]);
  if (task === "bytes") postMessage([id, new Uint8Array([1, 2, given[0].length])]);
  if (task === "refuse") postMessage([id, null, "Not done."]);
  if (task === "dwell") postMessage([id, "progress", 1, 3]);
  if (task === "break") throw new Error("the stand-in breaks down on purpose");
};
setTimeout(() => { onmessage = answer; postMessage("ready"); }, 20);
"#;

/// The page names the stand-in as its worker.
fn name_the_stand_in() {
    let document = gloo::utils::document();
    if document.query_selector("meta[name=document-worker]").expect("a selector").is_some() {
        return;
    }
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&STAND_IN.into()), &kind).expect("a blob");
    let meta = document.create_element("meta").expect("an element");
    meta.set_attribute("name", "document-worker").expect("an attribute");
    meta.set_attribute("content", &Url::create_object_url_with_blob(&blob).expect("an address"))
        .expect("an attribute");
    document.head().expect("a head").append_child(&meta).expect("the head takes it");
}

type Heard = Rc<RefCell<Vec<(&'static str, String)>>>;

fn told(reply: Reply) -> String {
    match reply {
        Ok(Made::Text(text)) => text,
        Ok(Made::Bytes(bytes)) => format!("{bytes:?}"),
        Ok(Made::Parts(parts)) => format!("{} parts", parts.len()),
        Err(Undone::Cancelled) => "cancelled".to_owned(),
        Err(Undone::Failed(sentence)) => sentence,
    }
}

/// Asks, and writes down what is heard under the request's name.
fn request(heard: &Heard, name: &'static str, task: &'static str, given: Vec<Given>) -> award_kit::browser::documents::Ticket {
    let (progress, answer) = (heard.clone(), heard.clone());
    let request = Request {
        task,
        language: Language::En,
        given,
    };
    ask(
        request,
        "The worker broke down.",
        move |done, of| progress.borrow_mut().push((name, format!("{done} of {of}"))),
        move |reply| answer.borrow_mut().push((name, told(reply))),
    )
}

fn text(text: &str) -> Vec<Given> {
    vec![Given::Text(text.to_owned())]
}

fn list(heard: &Heard) -> Vec<(&'static str, String)> {
    heard.borrow().clone()
}

fn expected(all: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    all.iter().map(|(name, told)| (*name, (*told).to_owned())).collect()
}

#[wasm_bindgen_test]
async fn requests_are_answered_in_their_order_also_those_made_before_the_worker_listens() {
    name_the_stand_in();
    let heard = Heard::default();
    request(&heard, "first", "say", text("one"));
    request(&heard, "second", "bytes", vec![Given::Bytes(vec![7; 5])]);
    request(&heard, "third", "refuse", Vec::new());
    until("three answers", || heard.borrow().len() == 3).await;
    assert_eq!(list(&heard), expected(&[("first", "en one"), ("second", "[1, 2, 5]"), ("third", "Not done.")]));
}

#[wasm_bindgen_test]
async fn cancelled_request_says_so_and_the_others_are_answered_by_a_new_worker() {
    name_the_stand_in();
    let heard = Heard::default();
    let long = request(&heard, "long", "dwell", Vec::new());
    let unwanted = request(&heard, "unwanted", "say", text("never"));
    request(&heard, "wanted", "say", text("after"));
    until("progress", || !heard.borrow().is_empty()).await;
    cancel(unwanted);
    cancel(long);
    cancel(long);
    until("four things heard", || heard.borrow().len() == 4).await;
    assert_eq!(
        list(&heard),
        expected(&[("long", "1 of 3"), ("unwanted", "cancelled"), ("long", "cancelled"), ("wanted", "en after")])
    );
}

#[wasm_bindgen_test]
async fn worker_that_breaks_down_fails_one_request_and_a_new_one_does_the_rest() {
    name_the_stand_in();
    let heard = Heard::default();
    request(&heard, "broken", "break", Vec::new());
    request(&heard, "rest", "say", text("still"));
    until("two answers", || heard.borrow().len() == 2).await;
    assert_eq!(list(&heard), expected(&[("broken", "The worker broke down."), ("rest", "en still")]));
}
