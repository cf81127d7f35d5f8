//! The worker's desk: tasks that take long (documents, tables) are asked for here and done off the main thread. The worker
//! is started when the first is asked for, so that its code is no part of the first download and typing goes on meanwhile.
//!
//! One request lies with the worker at a time, the others wait here in the order they were made. A request that is
//! cancelled while the worker is at it ends the worker; the ones that wait go to a new one.

use crate::language::Language;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the worker is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The name of a task of `src/worker/`.
    pub task: &'static str,
    /// The language of what is made, which may differ from the screen's.
    pub language: Language,
    /// What comes along, in the task's order.
    pub given: Vec<Given>,
}

/// An argument of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Text(String),
    Bytes(Vec<u8>),
    /// A file, which the worker reads by itself.
    Blob(web_sys::Blob),
}

/// What was made.
#[derive(Debug, Clone, PartialEq)]
pub enum Made {
    Bytes(Vec<u8>),
    Text(String),
    /// Several pieces, each a `Uint8Array`, which stay outside of the module's memory.
    Parts(Vec<JsValue>),
}

/// Why nothing was made.
#[derive(Debug, Clone, PartialEq)]
pub enum Undone {
    Cancelled,
    /// One sentence.
    Failed(String),
}

pub type Reply = Result<Made, Undone>;

/// A request that was made, to cancel it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket(u32);

/// Asks for something; the answer comes later, once, also when it is a failure. `failure` is the sentence for a worker that
/// could not be started or broke down; `progress` hears how much is done, of how much, where the task tells.
pub fn ask(request: Request, failure: &'static str, progress: impl Fn(u32, u32) + 'static, answer: impl FnOnce(Reply) + 'static) -> Ticket {
    let id = DESK.with_borrow_mut(|desk| {
        desk.last += 1;
        desk.waiting.push_back(Asked {
            id: desk.last,
            request,
            failure,
            progress: Rc::new(progress),
            answer: Box::new(answer),
        });
        desk.last
    });
    go_on();
    Ticket(id)
}

/// Takes a request back; its answer is [`Undone::Cancelled`]. Nothing happens where it was answered already.
pub fn cancel(ticket: Ticket) {
    let taken = DESK.with_borrow_mut(|desk| {
        if desk.at_hand.as_ref().is_some_and(|asked| asked.id == ticket.0) {
            end(desk.running.take());
            return desk.at_hand.take();
        }
        let at = desk.waiting.iter().position(|asked| asked.id == ticket.0)?;
        desk.waiting.remove(at)
    });
    if let Some(asked) = taken {
        (asked.answer)(Err(Undone::Cancelled));
        go_on();
    }
}

struct Asked {
    id: u32,
    request: Request,
    failure: &'static str,
    progress: Rc<dyn Fn(u32, u32)>,
    answer: Box<dyn FnOnce(Reply)>,
}

struct Running {
    worker: Worker,
    /// It listens; what is posted before that would be lost.
    ready: bool,
    _listeners: [Closure<dyn FnMut(JsValue)>; 2],
}

#[derive(Default)]
struct Desk {
    running: Option<Running>,
    /// What the worker is at.
    at_hand: Option<Asked>,
    waiting: VecDeque<Asked>,
    /// The number of the last request.
    last: u32,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Gives the worker the next request where it is idle; starts one where there is none.
fn go_on() {
    let failed = DESK.with_borrow_mut(|desk| {
        if desk.waiting.is_empty() {
            return None;
        }
        if desk.running.is_none() {
            desk.running = start();
        }
        let Some(running) = &desk.running else {
            return Some(std::mem::take(&mut desk.waiting));
        };
        if running.ready && desk.at_hand.is_none() {
            desk.at_hand = desk.waiting.pop_front();
            if let Some(asked) = &desk.at_hand {
                let _ = running.worker.post_message(&message(asked));
            }
        }
        None
    });
    fail(failed.into_iter().flatten());
}

fn message(asked: &Asked) -> js_sys::Array {
    let request = &asked.request;
    let message = js_sys::Array::of(&[asked.id.into(), request.task.into(), request.language.tag().into()]);
    for given in &request.given {
        message.push(&match given {
            Given::Text(text) => text.into(),
            Given::Bytes(bytes) => js_sys::Uint8Array::from(bytes.as_slice()).into(),
            Given::Blob(blob) => blob.into(),
        });
    }
    message
}

fn start() -> Option<Running> {
    let named = gloo::utils::document().query_selector("meta[name=document-worker]").ok()??;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&named.get_attribute("content")?, &options).ok()?;
    let on_message = Closure::new(|event: JsValue| hear(&event.unchecked_into::<MessageEvent>().data()));
    let on_error = Closure::new(|_: JsValue| broken());
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Running {
        worker,
        ready: false,
        _listeners: [on_message, on_error],
    })
}

/// Ends a worker. It is dropped later, because this may be called by one of its listeners.
fn end(running: Option<Running>) {
    if let Some(running) = running {
        running.worker.set_onmessage(None);
        running.worker.set_onerror(None);
        running.worker.terminate();
        gloo::timers::callback::Timeout::new(0, move || drop(running)).forget();
    }
}

fn hear(data: &JsValue) {
    if data.as_string().as_deref() == Some("ready") {
        DESK.with_borrow_mut(|desk| desk.running.iter_mut().for_each(|running| running.ready = true));
        return go_on();
    }
    let data = js_sys::Array::from(data);
    let (id, number) = (data.get(0).as_f64(), |at| data.get(at).as_f64().unwrap_or_default() as u32);
    let word = data.get(1).as_string();
    let is_this = |asked: &Asked| id == Some(f64::from(asked.id));
    if word.as_deref() == Some("progress") {
        let progress = DESK.with_borrow(|desk| Some(desk.at_hand.as_ref().filter(|asked| is_this(asked))?.progress.clone()));
        progress.iter().for_each(|progress| progress(number(2), number(3)));
        return;
    }
    let Some(asked) = DESK.with_borrow_mut(|desk| desk.at_hand.take_if(|asked| is_this(asked))) else {
        return;
    };
    let text = data.get(2).as_string();
    (asked.answer)(match (word.as_deref(), data.get(1).dyn_into::<js_sys::Uint8Array>()) {
        (_, Ok(bytes)) => Ok(Made::Bytes(bytes.to_vec())),
        (Some("parts"), _) => Ok(Made::Parts(data.iter().skip(2).collect())),
        (Some("text"), _) => Ok(Made::Text(text.unwrap_or_default())),
        _ => Err(Undone::Failed(text.unwrap_or_else(|| asked.failure.into()))),
    });
    go_on();
}

/// A worker that broke down: what it was at fails, and the others go to a new one, unless it never began to listen.
fn broken() {
    let failed = DESK.with_borrow_mut(|desk| {
        let began = desk.running.as_ref().is_some_and(|running| running.ready);
        end(desk.running.take());
        let rest = if began { VecDeque::new() } else { std::mem::take(&mut desk.waiting) };
        desk.at_hand.take().into_iter().chain(rest).collect::<Vec<Asked>>()
    });
    fail(failed);
    go_on();
}

fn fail(all: impl IntoIterator<Item = Asked>) {
    for asked in all {
        (asked.answer)(Err(Undone::Failed(asked.failure.into())));
    }
}
