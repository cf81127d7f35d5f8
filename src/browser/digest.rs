//! Hashes made by the browser, which has them at hand: nothing of it needs to be in the page's modules.

use crate::assessment::hexadecimal;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 (FIPS 180-4) of bytes as 64 hexadecimal digits in lower case. None on pages without transport security,
/// where browsers do not offer it.
pub(super) async fn sha256(bytes: &Object) -> Option<String> {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(JsValue::is_object);
    let subtle = member(&member(&gloo::utils::window(), "crypto")?, "subtle")?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = digest.call2(&subtle, &"SHA-256".into(), bytes).ok()?.dyn_into().ok()?;
    Some(hexadecimal(&Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec()))
}

/// That of a text in UTF-8.
pub(super) async fn of_text(text: &str) -> Option<String> {
    sha256(&Uint8Array::from(text.as_bytes())).await
}
