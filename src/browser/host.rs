//! What lies beside the page on its host: samples, criteria, glossary, and the files of the build that the page names.
//! Fetched by relative addresses only.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The largest file that is taken from the host, in bytes.
const MAX_BYTES: f64 = 10_000_000.0;

/// A request that is under way, whether somebody waits for it or not.
pub struct Request(JsFuture);

/// Asks for a file an editor may change. The host is asked each time whether it has changed, so that what is put there
/// is seen at the next loading.
pub fn ask(name: &str) -> Request {
    request(&["./", name].concat(), RequestCache::NoCache)
}

/// The text of a file an editor may change; none where it cannot be had.
pub async fn text(name: &str) -> Option<String> {
    ask(name).text().await
}

/// The text of a file of the build, which the page names in a `<meta>` and the browser may keep for good; none where it
/// cannot be had.
pub async fn built(name: &str) -> Option<String> {
    let selector = ["meta[name='", name, "']"].concat();
    let named = gloo::utils::document().query_selector(&selector).ok()??;
    request(&named.get_attribute("content")?, RequestCache::Default).text().await
}

fn request(address: &str, cache: RequestCache) -> Request {
    let options = RequestInit::new();
    options.set_cache(cache);
    Request(JsFuture::from(gloo::utils::window().fetch_with_str_and_init(address, &options)))
}

impl Request {
    /// What the host answers; none where it cannot be had.
    pub async fn text(self) -> Option<String> {
        self.answer().await.filter(|text| !text.is_empty())
    }

    /// The same, empty where the host answers that it has no such file, or one too large; none where it does not answer.
    pub async fn answer(self) -> Option<String> {
        let response: Response = self.0.await.ok()?.dyn_into().ok()?;
        let length = response.headers().get("content-length").ok()?.and_then(|length| length.parse().ok());
        if !response.ok() || length.is_some_and(|length: f64| length > MAX_BYTES) {
            return Some(String::new());
        }
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        // Some editors put a byte-order mark before the text.
        Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}
