//! The address behind the `#` as far as the first download knows it: whether it is home, and the few links it has. What stands
//! behind an address is a [`Route`](super::route::Route), whose table comes with the frame.

use crate::browser::page;
use yew::prelude::*;

pub const HOME: &str = "#/";
pub const SETTINGS: &str = "#/settings";
pub const CRITERIA: &str = "#/criteria";
pub const SCORING: &str = "#/scoring";
pub const TRAINING: &str = "#/training";

/// The link to the overview of an assessment.
pub fn overview(id: &str) -> String {
    [HOME, &String::from(js_sys::encode_uri_component(id))].concat()
}

/// Whether an address is that of the home page, which stands in no frame.
pub fn is_home(address: &str) -> bool {
    address.bytes().all(|sign| sign == b'/')
}

/// The address as far as the window scrolls it: an entry is shown beside the list it was chosen from.
pub fn scrolled(address: &str) -> &str {
    let list = ["/evidence/", "/improvement/"]
        .into_iter()
        .find_map(|list| Some(address.find(list)? + list.len() - 1));
    &address[..list.unwrap_or(address.len())]
}

/// The address the browser is at, drawn anew whenever that changes.
#[hook]
pub fn use_address() -> String {
    let address = use_state(page::address);
    let shown = String::clone(&address);
    use_effect_with((), move |()| {
        // It may have changed since the page was drawn: the framework lets events through before it calls this.
        if page::address() != *address {
            address.set(page::address());
        }
        let changes = page::on_address(move || address.set(page::address()));
        move || drop(changes)
    });
    shown
}
