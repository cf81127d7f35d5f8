//! Styles of a part: the built page names them in a `<meta>`, and they are linked when the part is asked for. Under
//! `trunk serve` nothing is named, because everything is linked from the beginning.

use js_sys::Promise;
use std::future::Future;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// Asks for the styles of a part, and waits until they are there. A part without its styles is better than none: what
/// could not be fetched ends the waiting too, and the next call asks again.
pub fn begin(part: &str) -> impl Future<Output = ()> + use<> {
    let link = named(part).and_then(|address| linked(&address).or_else(|| append(&address)));
    // A sheet that is there tells nobody of it a second time.
    let waited = link.filter(|link| link.sheet().is_none()).map(|link| {
        let told = Promise::new(&mut |resolve, reject| {
            for (event, heard) in [("load", &resolve), ("error", &reject)] {
                let _ = link.add_event_listener_with_callback(event, heard);
            }
        });
        (link, JsFuture::from(told))
    });
    async move {
        if let Some((link, told)) = waited
            && told.await.is_err()
        {
            link.remove();
        }
    }
}

/// The address under which the page names the styles of a part.
fn named(part: &str) -> Option<String> {
    let selector = ["meta[name='styles-", part, "']"].concat();
    let meta = gloo::utils::document().query_selector(&selector).ok()??;
    meta.get_attribute("content")
}

fn linked(address: &str) -> Option<HtmlLinkElement> {
    let selector = ["link[rel=stylesheet][href='", address, "']"].concat();
    gloo::utils::document().query_selector(&selector).ok()??.dyn_into().ok()
}

fn append(address: &str) -> Option<HtmlLinkElement> {
    let document = gloo::utils::document();
    let link: HtmlLinkElement = document.create_element("link").ok()?.dyn_into().ok()?;
    link.set_rel("stylesheet");
    link.set_href(address);
    document.head()?.append_child(&link).ok()?;
    Some(link)
}
