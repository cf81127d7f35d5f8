//! A list to choose one entry from.

use crate::ui::parts::on_value;
use yew::prelude::*;

/// One entry of a list.
pub struct Entry {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// One entry as an option.
pub fn option(entry: Entry) -> Html {
    html! { <option value={entry.value} selected={entry.chosen}>{ entry.label }</option> }
}

/// The list; `label` names it for assistive technology where no label element does.
pub fn select(id: String, class: &'static str, label: Option<String>, content: Html, chosen: impl Fn(String) + 'static) -> Html {
    html! { <select class={classes!("input", class)} {id} aria-label={label} onchange={on_value(chosen)}>{ content }</select> }
}

/// Entries as options.
pub fn options(entries: impl Iterator<Item = Entry>) -> Html {
    entries.map(option).collect()
}
