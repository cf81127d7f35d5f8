//! The document worker: started when the first document is asked for, so that its code is no part of the first
//! download and typing goes on meanwhile.

use crate::language::Language;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the worker is asked to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The criteria as one file.
    pub pack: String,
    /// The assessment file's text.
    pub content: String,
    /// `docx` or `json`.
    pub target: &'static str,
    /// The document's language, which may differ from the screen's.
    pub language: Language,
    /// `YYYY-MM-DD`, printed as the draft's date.
    pub draft_date: String,
    /// The name of the part wanted alone; empty for all of it.
    pub section: &'static str,
}

/// The finished bytes, or one sentence why there are none.
pub type Reply = Result<Vec<u8>, String>;

type Waiting = BTreeMap<u32, Box<dyn FnOnce(Reply)>>;

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

struct Desk {
    worker: Worker,
    waiting: Rc<RefCell<Waiting>>,
    /// Requests made before the worker listens; none once it does.
    early: Rc<RefCell<Option<Vec<js_sys::Array>>>>,
    next: u32,
    _listeners: [Closure<dyn FnMut(JsValue)>; 2],
}

/// Asks for a document; the answer comes later, also when it is a failure. `failure` is the sentence for a worker
/// that could not be started or broke down.
pub fn make(request: Request, failure: &'static str, answer: impl FnOnce(Reply) + 'static) {
    DESK.with_borrow_mut(|desk| {
        if desk.is_none() {
            *desk = Desk::open(failure);
        }
        match desk {
            Some(desk) => desk.ask(request, answer),
            None => answer(Err(failure.into())),
        }
    });
}

impl Desk {
    fn open(failure: &'static str) -> Option<Desk> {
        let named = gloo::utils::document().query_selector("meta[name=document-worker]").ok()??;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&named.get_attribute("content")?, &options).ok()?;
        let waiting: Rc<RefCell<Waiting>> = Rc::default();
        let early = Rc::new(RefCell::new(Some(Vec::<js_sys::Array>::new())));
        let (answers, held, ready) = (waiting.clone(), early.clone(), worker.clone());
        let on_message = Closure::new(move |event: JsValue| {
            let data = event.unchecked_into::<MessageEvent>().data();
            if data.as_string().as_deref() == Some("ready") {
                for message in held.borrow_mut().take().unwrap_or_default() {
                    let _ = ready.post_message(&message);
                }
                return;
            }
            let data = js_sys::Array::from(&data);
            let Some(id) = data.get(0).as_f64() else { return };
            let Some(answer) = answers.borrow_mut().remove(&(id as u32)) else { return };
            let bytes = data.get(1).dyn_into::<js_sys::Uint8Array>();
            answer(
                bytes
                    .map(|bytes| bytes.to_vec())
                    .map_err(|_| data.get(2).as_string().unwrap_or_else(|| failure.into())),
            );
        });
        let broken = waiting.clone();
        let on_error = Closure::new(move |_: JsValue| {
            // The desk holds this very closure, so it is dropped only after the closure has returned.
            let desk = DESK.with(|desk| desk.try_borrow_mut().ok().and_then(|mut desk| desk.take()));
            gloo::timers::callback::Timeout::new(0, move || drop(desk)).forget();
            let unanswered = std::mem::take(&mut *broken.borrow_mut());
            for (_, answer) in unanswered {
                answer(Err(failure.into()));
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Desk {
            worker,
            waiting,
            early,
            next: 0,
            _listeners: [on_message, on_error],
        })
    }

    fn ask(&mut self, request: Request, answer: impl FnOnce(Reply) + 'static) {
        self.next += 1;
        self.waiting.borrow_mut().insert(self.next, Box::new(answer));
        let message = js_sys::Array::new();
        message.push(&self.next.into());
        for text in [
            &request.pack,
            &request.content,
            request.target,
            request.language.tag(),
            &request.draft_date,
            request.section,
        ] {
            message.push(&text.into());
        }
        match &mut *self.early.borrow_mut() {
            Some(early) => early.push(message),
            None => {
                let _ = self.worker.post_message(&message);
            }
        }
    }
}
