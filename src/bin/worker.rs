//! The worker module: a Web Worker the page starts when a document or a table is asked for, so that neither the first
//! download nor typing waits for it. Puts the tasks of [`award_kit::worker`] into messages.
//!
//! Takes `[id, task, language tag, …arguments]`, each argument a text, a `Uint8Array` or a `Blob`. Posts back `[id, Uint8Array]`,
//! `[id, "text", text]`, `[id, "parts", …Uint8Array]` or `[id, null, sentence]`, before that any number of `[id, "progress", done, of]`, and `"ready"` once.
//! A panic is posted as a failure of the request at hand before the module ends.

#[cfg(target_family = "wasm")]
mod post {
    use award_kit::archive::ReadError;
    use award_kit::export::ExportError;
    use award_kit::language::Language;
    use award_kit::report::say;
    use award_kit::worker::{Arguments, Given, Made, perform};
    use js_sys::{Array, Uint8Array};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;
    use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

    thread_local! {
        /// The request being worked on: its id and its language.
        static AT_HAND: RefCell<Option<(JsValue, Language)>> = const { RefCell::new(None) };
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    /// Listens for requests and says so.
    pub fn start() -> Result<(), JsValue> {
        std::panic::set_hook(Box::new(|panic| {
            if let Ok(Some((id, language))) = AT_HAND.try_with(RefCell::take) {
                let error = ExportError::Failed { detail: panic.to_string() };
                let _ = scope().post_message(&Array::of(&[id, JsValue::NULL, error.sentence(language).into()]));
            }
        }));
        let listener: Closure<dyn FnMut(MessageEvent)> = Closure::new(|event: MessageEvent| {
            let _ = scope().post_message(&answer(&Array::from(&event.data())));
        });
        scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
        // The listener lives as long as the worker.
        listener.forget();
        scope().post_message(&"ready".into())
    }

    fn answer(request: &Array) -> Array {
        let id = request.get(0);
        let word = |at| request.get(at).as_string().unwrap_or_default();
        let language = Language::from_tag(&word(2)).unwrap_or(Language::Zh);
        let given = request.iter().skip(3).map(|value| match value.dyn_into::<Uint8Array>() {
            Ok(bytes) => Some(Given::Bytes(bytes.to_vec())),
            Err(value) => match value.dyn_ref::<Blob>() {
                Some(blob) => content(blob).map(Given::Bytes),
                None => Some(Given::Text(value.as_string().unwrap_or_default())),
            },
        });
        let Some(given) = given.collect::<Option<Vec<Given>>>() else {
            let sentence = say::read_error(language, &ReadError::NoContent);
            return Array::of(&[id, JsValue::NULL, sentence.into()]);
        };
        let arguments = Arguments(given);
        AT_HAND.set(Some((id.clone(), language)));
        let mut progress = |done: u32, of: u32| {
            let _ = scope().post_message(&Array::of(&[id.clone(), "progress".into(), done.into(), of.into()]));
        };
        let made = perform(&word(1), language, &arguments, &mut progress);
        AT_HAND.set(None);
        match made {
            Ok(Made::Bytes(bytes)) => Array::of(&[id, Uint8Array::from(bytes.as_slice()).into()]),
            Ok(Made::Parts(parts)) => {
                let answer = Array::of(&[id, "parts".into()]);
                for part in parts {
                    answer.push(&Uint8Array::from(part.as_slice()));
                }
                answer
            }
            Ok(Made::Text(text)) => Array::of(&[id, "text".into(), text.into()]),
            Err(sentence) => Array::of(&[id, JsValue::NULL, sentence.into()]),
        }
    }

    /// The bytes of a file, which only a worker may wait for.
    fn content(blob: &Blob) -> Option<Vec<u8>> {
        let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(blob).ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

#[cfg(target_family = "wasm")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    post::start()
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
