//! What lies beside the page on its host: samples, criteria, glossary. Fetched by relative addresses only.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The largest file that is taken from the host, in bytes.
const MAX_BYTES: f64 = 10_000_000.0;

/// The text of a file; none where it cannot be had. The host is asked each time whether it has changed, so that what
/// an editor puts there is seen at the next loading.
pub async fn text(name: &str) -> Option<String> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let address = ["./", name].concat();
    let request = gloo::utils::window().fetch_with_str_and_init(&address, &options);
    let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    let length = response.headers().get("content-length").ok()?.and_then(|length| length.parse().ok());
    if !response.ok() || length.is_some_and(|length: f64| length > MAX_BYTES) {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    // Some editors put a byte-order mark before the text.
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
