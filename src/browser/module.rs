//! Pages that are no part of the first download: a module of their own, loaded when the first of them is asked for. It
//! draws beside the kit's own place in the page, so that neither hears the other's events.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A module of pages that has been loaded.
#[derive(Debug, Clone)]
pub struct Module(JsValue);

thread_local! {
    /// Settled once everything is kept that was changed in pages which were left.
    static LEAVING: RefCell<Option<js_sys::Promise>> = const { RefCell::new(None) };
}

/// Loads the module that the page names under `name`; none where it cannot be had.
pub async fn load(name: &str) -> Option<Module> {
    let open: js_sys::Function = js_sys::Reflect::get(&gloo::utils::window(), &"openModule".into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = open.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().map(Module)
}

impl Module {
    /// Shows the page of the address.
    pub fn show(&self) {
        self.call("show");
    }
    /// Takes the module's pages out of the page; [`left`] waits until what they have changed is kept.
    pub fn hide(&self) {
        let promise = self.call("hide").and_then(|promise| promise.dyn_into().ok());
        LEAVING.set(promise);
    }

    fn call(&self, name: &str) -> Option<JsValue> {
        let function: js_sys::Function = js_sys::Reflect::get(&self.0, &name.into()).ok()?.dyn_into().ok()?;
        function.call0(&JsValue::NULL).ok()
    }
}

/// Waits until everything is kept that was changed in pages which were left.
pub async fn left() {
    if let Some(promise) = LEAVING.take() {
        let _ = JsFuture::from(promise).await;
    }
}

/// Where what could not be kept lies for the other module, as a member of the window.
const HANDED_OVER: &str = "awardKitHandedOver";

/// Leaves an assessment that could not be kept to the other module: its id, its file, and the revision it began with.
pub fn hand_over(id: &str, content: &str, revision: u32) {
    let left = js_sys::Array::of3(&id.into(), &content.into(), &revision.into());
    let _ = js_sys::Reflect::set(&gloo::utils::window(), &HANDED_OVER.into(), &left);
}

/// Takes what the other module could not keep of an assessment: its file, and the revision it began with.
pub fn handed_over(id: &str) -> Option<(String, u32)> {
    let window = gloo::utils::window();
    let left: js_sys::Array = js_sys::Reflect::get(&window, &HANDED_OVER.into()).ok()?.dyn_into().ok()?;
    if left.get(0).as_string().as_deref() != Some(id) {
        return None;
    }
    let _ = js_sys::Reflect::delete_property(&window, &HANDED_OVER.into());
    Some((left.get(1).as_string()?, left.get(2).as_f64()? as u32))
}
