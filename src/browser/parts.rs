//! Parts of the kit's code, fetched before they are asked for. The start script knows their files.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;

/// Has the files of a part fetched; nothing happens where the whole kit is one file.
pub fn fetch_ahead(part: &str) {
    let window = gloo::utils::window();
    let fetch = Reflect::get(&window, &"awardKitParts".into()).and_then(|parts| Reflect::get(&parts, &"fetch".into()));
    if let Some(fetch) = fetch.ok().and_then(|fetch| fetch.dyn_into::<Function>().ok()) {
        // What cannot be fetched now is fetched when it is asked for.
        let _ = fetch.call1(&window, &part.into());
    }
}
