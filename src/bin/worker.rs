//! The document module: a Web Worker the page starts when a document is asked for, so that neither the first download
//! nor typing waits for it.
//!
//! Takes `[id, criteria as one file, assessment file, target (`docx`, `xlsx` …), language tag, "YYYY-MM-DD" or ""]` and posts back
//! `[id, Uint8Array]` or `[id, null, sentence]`; posts `"ready"` once. A panic is posted as a failure of the request
//! at hand before the module ends.

#[cfg(target_family = "wasm")]
mod post {
    use award_kit::archive::{ReadError, open};
    use award_kit::criteria::read_pack_file;
    use award_kit::date::parse_date;
    use award_kit::export::{ExportError, Target, export};
    use award_kit::language::Language;
    use award_kit::report::say;
    use js_sys::{Array, Uint8Array};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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
        let (id, word) = (request.get(0), |at| request.get(at).as_string().unwrap_or_default());
        let language = Language::from_tag(&word(4)).unwrap_or(Language::Zh);
        AT_HAND.set(Some((id.clone(), language)));
        let made = make(&word(1), &word(2), &word(3), language, &word(5));
        AT_HAND.set(None);
        match made {
            Ok(bytes) => Array::of(&[id, Uint8Array::from(bytes.as_slice()).into()]),
            Err(sentence) => Array::of(&[id, JsValue::NULL, sentence.into()]),
        }
    }

    fn make(pack: &str, file: &str, target: &str, language: Language, date: &str) -> Result<Vec<u8>, String> {
        let unread = |error: ReadError| say::read_error(language, &error);
        let opened = open(file).map_err(unread)?;
        let pack = read_pack_file("", pack).map_err(|faults| faults.first().map_or_else(String::new, |fault| say::fault(language, fault)))?;
        let project = opened.with_pack(&pack).map_err(unread)?;
        let target = Target::from_name(target).ok_or_else(|| ExportError::Unavailable.sentence(language))?;
        export(&project, &pack, target, language, parse_date(date)).map_err(|error| error.sentence(language))
    }
}

#[cfg(target_family = "wasm")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    post::start()
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
