//! The page itself: title, language, appearance, focus, and being told when it is hidden or left.

use super::settings::Appearance;
use crate::language::Language;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{
    BeforeUnloadEvent, Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, IdleRequestOptions,
    ScrollIntoViewOptions, ScrollLogicalPosition, TextDecoder, VisibilityState,
};

/// Sets what the whole page is in: language, appearance.
pub fn present(language: Language, appearance: Appearance) {
    if let Some(root) = gloo::utils::document().document_element() {
        let tag = if language == Language::Zh { "zh-CN" } else { language.tag() };
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("data-appearance", appearance.name());
    }
}

pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

fn element(id: &str) -> Option<HtmlElement> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element of that id; nothing happens where there is none.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Closes the dialog of that id; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Opens the dialog of that id over the page, which waits for it.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// A place of its own at the end of the page.
pub fn add_layer() -> Element {
    let document = gloo::utils::document();
    let layer = document.create_element("div").expect("every document makes elements");
    let _ = gloo::utils::body().append_child(&layer);
    layer
}

/// What can be written in or chosen on a page, beside links and buttons and what is folded.
const FIELDS: &str = "main :is(input:not([type=file]), textarea, select, [role=radio][tabindex='0']):not(:disabled, details:not([open]) *)";

/// Moves the focus past everything around the page: to just before its first field, or to the page where it has none.
pub fn enter() {
    let document = gloo::utils::document();
    let find = |selectors| document.query_selector(selectors).ok().flatten();
    // What stands before the field is its own label or question, so that the next Tab is the field itself.
    let target = find(FIELDS).and_then(|field| field.parent_element()).or_else(|| find("main"));
    if let Some(target) = target.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        target.set_tab_index(-1);
        let _ = target.focus();
    }
}

/// Moves the focus to the field of that id and marks its text.
pub fn focus_text(id: &str) {
    if let Some(field) = element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Moves the focus to the element of that id and brings it to the top of the window.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// Scrolls what the element of that id stands in just as far as shows it.
pub fn bring(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens the fold of that id, moves the focus to its heading and brings it into the window.
pub fn unfold(id: &str) {
    if let Some(fold) = element(id) {
        let _ = fold.set_attribute("open", "");
        if let Some(heading) = fold.first_element_child().and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
        fold.scroll_into_view();
    }
}

/// The attribute of the whole page that names the field a link wants.
const WANTED: &str = "data-wanted";

/// Notes that a field is wanted on the page that comes next; none where the id is empty.
pub fn want(id: &str) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = if id.is_empty() {
            root.remove_attribute(WANTED)
        } else {
            root.set_attribute(WANTED, id)
        };
    }
}

/// Shows the field that is wanted, if one is and it stands here.
pub fn show_wanted() {
    let wanted = gloo::utils::document().document_element().and_then(|root| root.get_attribute(WANTED));
    if let Some(id) = wanted {
        want("");
        show(&id);
    }
}

/// The number in the id of the field that is wanted: 2 of `answer-2-approach`; 0 where there is none.
pub fn wanted_number() -> usize {
    let wanted = gloo::utils::document().document_element().and_then(|root| root.get_attribute(WANTED));
    wanted.and_then(|id| id.split('-').nth(1)?.parse().ok()).unwrap_or_default()
}

/// Chooses a value among the buttons of that name, as the user would.
pub fn choose(name: &str, value: &str) {
    let selector = ["input[name='", name, "'][value='", value, "']"].concat();
    let button = gloo::utils::document().query_selector(&selector).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Moves the focus to the text area of that id and selects a part of its text, given in bytes; all of it stays as it is where the text
/// has become another.
pub fn mark_text(id: &str, part: std::ops::Range<usize>) {
    let Some(area) = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let _ = area.focus();
    let text = area.value();
    let units = |to: usize| text.get(..to).map(|before| before.encode_utf16().count() as u32);
    if let (Some(start), Some(end)) = (units(part.start), units(part.end)) {
        let _ = area.set_selection_range(start, end);
    }
}

/// Whether the page is told when a place that waits (class `waits`) comes near, by an event `near` there; see `late.js`. Where that script
/// did not come it is not, and nothing may wait.
pub fn tells_what_is_near() -> bool {
    gloo::utils::document()
        .document_element()
        .is_some_and(|root| root.get_attribute("data-near").is_some())
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = gloo::utils::window().print();
}

/// The value of the input or list of that id; empty where there is none.
pub fn value(id: &str) -> String {
    let Some(element) = element(id) else { return String::new() };
    match element.dyn_ref::<HtmlSelectElement>() {
        Some(list) => list.value(),
        None => element.unchecked_into::<HtmlInputElement>().value(),
    }
}

/// Whether the box of that id is ticked.
pub fn is_ticked(id: &str) -> bool {
    element(id).is_some_and(|element| element.unchecked_into::<HtmlInputElement>().checked())
}

/// The value of the input of that id, which is emptied.
pub fn take_value(id: &str) -> Option<String> {
    let input: HtmlInputElement = element(id)?.dyn_into().ok()?;
    let value = input.value();
    input.set_value("");
    Some(value)
}

/// What is written in the text area of that id, which is empty then.
pub fn take_text(id: &str) -> String {
    let area = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    area.map_or_else(String::new, |area| {
        let value = area.value();
        area.set_value("");
        value
    })
}

/// Shows the element of that id on the whole screen, or the page as it was where something is shown so already.
pub fn full_screen(id: &str) {
    let document = gloo::utils::document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(element) = element(id) {
        // A browser that does not do that leaves everything as it is.
        let _ = element.request_fullscreen();
    }
}

/// Clicks the element of that id, as the user would: a file dialog opens only so.
pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// The address behind the `#`, as it stands there.
pub fn address() -> String {
    let hash = gloo::utils::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Calls back whenever the address behind the `#` changes, as long as the listener is kept.
pub fn on_address(call: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| call())
}

/// Goes to an address behind the `#`; the app hears of it.
pub fn go(address: &str) {
    let _ = gloo::utils::window().location().set_hash(address);
}

/// Whether the address still names a thing, such as an assessment's id.
pub fn is_at(name: &str) -> bool {
    gloo::utils::window().location().hash().is_ok_and(|address| address.contains(name))
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Whether the focus is in a field that has an undo of its own.
pub fn is_writing() -> bool {
    let active = gloo::utils::document().active_element();
    let text = |element: &web_sys::Element| !matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox"));
    active.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT") && text(&element))
}

/// Whether the page is hidden: another tab is in front, or the page is being left.
pub fn is_hidden() -> bool {
    gloo::utils::document().visibility_state() == VisibilityState::Hidden
}

/// Calls once the browser has nothing more pressing to do, a second at the latest; at once where it cannot tell.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let options = IdleRequestOptions::new();
    options.set_timeout(1000);
    let call = Closure::once_into_js(call);
    let window = gloo::utils::window();
    if window.request_idle_callback_with_options(call.unchecked_ref(), &options).is_err() {
        let _ = call.unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
    }
}

/// Rows 16 to 55 of GB 2312, whose characters stand in the order of their pinyin; empty where the browser does not know that encoding.
pub fn characters_by_pinyin() -> String {
    let places = |row: u8| (0xa1..=if row == 0xd7 { 0xf9 } else { 0xfe }).flat_map(move |place| [row, place]);
    let bytes: Vec<u8> = (0xb0..=0xd7).flat_map(places).collect();
    let decoder = TextDecoder::new_with_label("gb18030");
    decoder.and_then(|decoder| decoder.decode_with_u8_array(&bytes)).unwrap_or_default()
}

/// Asks a yes-or-no question.
pub fn confirm(question: &str) -> bool {
    gloo::utils::window().confirm_with_message(question).unwrap_or(false)
}

/// Calls back whenever the page is hidden or left, as long as the listeners are kept.
pub fn on_hidden(call: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let leave = call.clone();
    let hidden = EventListener::new(&gloo::utils::document(), "visibilitychange", move |_| {
        if is_hidden() {
            call();
        }
    });
    [hidden, EventListener::new(&gloo::utils::window(), "pagehide", move |_| leave())]
}

/// Calls back when the page goes, as long as the listener is kept.
pub fn on_gone(call: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "pagehide", move |_| call())
}

/// Keeps the browser from opening a file that is dropped beside the places that take one.
pub fn refuse_drops() -> [EventListener; 2] {
    ["dragover", "drop"].map(|event| {
        EventListener::new_with_options(&gloo::utils::window(), event, EventListenerOptions::enable_prevent_default(), |event| {
            event.prevent_default()
        })
    })
}

/// Lets the browser ask before the page is left while `unsaved` says so.
pub fn on_leaving(unsaved: impl Fn() -> bool + 'static) -> EventListener {
    EventListener::new_with_options(
        &gloo::utils::window(),
        "beforeunload",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if unsaved()
                && let Some(event) = event.dyn_ref::<BeforeUnloadEvent>()
            {
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        },
    )
}
