//! The worked samples, fetched from beside the page when asked for.

use crate::language::Language;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of the manufacturing sample in a language; none where it cannot be fetched.
pub async fn manufacturing(language: Language) -> Option<String> {
    let address = format!("./samples/manufacturing.{}.json", language.tag());
    let response: Response = JsFuture::from(gloo::utils::window().fetch_with_str(&address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
