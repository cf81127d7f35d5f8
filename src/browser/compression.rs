//! Texts made small by the browser (gzip, RFC 1952) for what is kept for long, and back.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// The text in gzip; itself where the browser has no compression.
pub async fn compressed(content: &str) -> JsValue {
    let through = async {
        let parts = Array::of1(&content.into());
        let blob = Blob::new_with_str_sequence(&parts)?;
        let bytes = JsFuture::from(piped(&blob, "CompressionStream")?.array_buffer()?).await?;
        Ok::<JsValue, JsValue>(Uint8Array::new(&bytes).into())
    };
    through.await.unwrap_or_else(|_| content.into())
}

/// The text of what [`compressed`] has made; none where it is damaged.
pub async fn text_of(kept: &JsValue) -> Option<String> {
    if let Some(content) = kept.as_string() {
        return Some(content);
    }
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(kept)).ok()?;
    let text = piped(&blob, "DecompressionStream").ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// What comes of a blob that is sent through a stream of the browser; read as the body of a response, which reads it
/// whole.
fn piped(blob: &Blob, stream: &str) -> Result<Response, JsValue> {
    let stream: Function = Reflect::get(&js_sys::global(), &stream.into())?.dyn_into()?;
    let stream = Reflect::construct(&stream, &Array::of1(&"gzip".into()))?;
    let from: JsValue = Reflect::get(blob, &"stream".into())?.dyn_into::<Function>()?.call0(blob)?;
    let piped = Reflect::get(&from, &"pipeThrough".into())?.dyn_into::<Function>()?.call1(&from, &stream)?;
    let response: Function = Reflect::get(&js_sys::global(), &"Response".into())?.dyn_into()?;
    Reflect::construct(&response, &Array::of1(&piped))?.dyn_into()
}
