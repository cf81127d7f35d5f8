//! The windows of this page on this device: which are open, so that what one of them has written is not taken for what was
//! left behind; and what one of them has saved, so that the others show it.
//!
//! A window holds a lock of the browser (Web Locks API) under its own name until it is gone, however it goes. What is saved
//! goes round by a channel (BroadcastChannel).

use super::journal;
use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, Event, MessageEvent};

const NAME: &str = "award-kit.window.";
const CHANNEL: &str = "award-kit.saved";

thread_local! {
    static SAVED: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the other windows that a record is kept at a revision.
pub(super) fn tell_saved(id: &str, revision: u32) {
    let news = [id, " ", &revision.to_string()].concat();
    SAVED.with(|channel| channel.as_ref().map(|channel| channel.post_message(&news.into())));
}

/// Calls with the id and revision of every record that another window has saved, as long as what it gives back is there.
#[must_use]
pub fn on_saved(mut call: impl FnMut(&str, u32) + 'static) -> Option<EventListener> {
    let hear = move |event: &Event| {
        let news = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
        if let Some((id, revision)) = news.as_deref().and_then(|news| news.rsplit_once(' '))
            && let Ok(revision) = revision.parse()
        {
            call(id, revision);
        }
    };
    SAVED.with(|channel| channel.as_ref().map(|channel| EventListener::new(channel, "message", hear)))
}

/// The browser's locks; none where it has none (pages without transport security, old browsers).
fn locks() -> Option<JsValue> {
    let navigator = gloo::utils::window().navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Lets the other windows know that this one is open, until it is gone.
pub fn enter() {
    let Some(locks) = locks() else { return };
    let Some(request) = method(&locks, "request") else { return };
    let hold = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    let name = [NAME, &journal::writer()].concat();
    if let Ok(held) = request.call2(&locks, &name.into(), &hold)
        && let Ok(held) = held.dyn_into::<Promise>()
    {
        // It ends with the page; that it is refused there is no news.
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(held).await) });
    }
}

/// The names of all open windows, this one among them. Without locks none is known, and what another window has written a
/// moment ago is taken for left behind: it is then kept twice rather than lost.
pub(super) async fn open() -> BTreeSet<String> {
    let mut names = BTreeSet::from([journal::writer()]);
    names.extend(held().await.into_iter().flatten());
    names
}

/// Whether this is the only window that is open; none where the browser does not tell.
pub(super) async fn is_alone() -> Option<bool> {
    let own = journal::writer();
    Some(held().await?.iter().all(|name| *name == own))
}

async fn held() -> Option<Vec<String>> {
    let locks = locks()?;
    let query: Promise = method(&locks, "query")?.call0(&locks).ok()?.dyn_into().ok()?;
    let state: Object = JsFuture::from(query).await.ok()?.dyn_into().ok()?;
    let held: Array = Reflect::get(&state, &"held".into()).ok()?.dyn_into().ok()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string()?.strip_prefix(NAME).map(str::to_owned);
    Some(held.iter().filter_map(name).collect())
}
