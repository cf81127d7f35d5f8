//! Pages that are no part of the first download: a module of their own, loaded when the first of them is asked for. It
//! draws beside the kit's own place in the page, so that neither hears the other's events.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit};

/// A module of pages that has been loaded.
#[derive(Debug, Clone)]
pub struct Module(JsValue);

/// Loads the module that the page names under `name`; none where it cannot be had.
pub async fn load(name: &str) -> Option<Module> {
    let open: js_sys::Function = js_sys::Reflect::get(&gloo::utils::window(), &"openModule".into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = open.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().map(Module)
}

impl Module {
    /// Shows the page of the address in a language; again, when the language changes.
    pub fn show(&self, language: &str) {
        self.call("show", &language.into());
    }
    /// Takes the module's pages out of the page.
    pub fn hide(&self) {
        self.call("hide", &JsValue::NULL);
    }

    fn call(&self, name: &str, argument: &JsValue) {
        if let Ok(function) = js_sys::Reflect::get(&self.0, &name.into())
            && let Ok(function) = function.dyn_into::<js_sys::Function>()
        {
            let _ = function.call1(&JsValue::NULL, argument);
        }
    }
}

/// What the page of other criteria tells: the assessment's id, the criteria as one file, and the assessment's file.
const CARRIED: &str = "award-kit-carried";

/// Tells the app what became of an assessment under other criteria.
pub fn tell_carried(id: &str, pack: &str, content: &str) {
    let detail = js_sys::Array::of3(&id.into(), &pack.into(), &content.into());
    let about = CustomEventInit::new();
    about.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(CARRIED, &about) {
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}

/// Calls back with what was told, as long as the listener is kept.
pub fn on_carried(call: impl Fn(String, String, String) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), CARRIED, move |event| {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        let detail = js_sys::Array::from(&event.detail());
        let text = |at| detail.get(at).as_string().unwrap_or_default();
        call(text(0), text(1), text(2));
    })
}
