//! The fields of the page: each carries the name of the edit it makes.

use crate::criteria::Kind;
use crate::date::{is_written_out, parse_date};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// A whole number.
pub fn number(name: String, value: &str, label: String) -> Html {
    html! { <input class="input figure" type="text" inputmode="numeric" autocomplete="off" data-edit={name} value={value.to_owned()} aria-label={label} /> }
}

/// A line of text.
pub fn line(name: String, value: &str, label: String) -> Html {
    html! { <input class={shape(value)} type="text" autocomplete="off" data-edit={name} value={value.to_owned()} aria-label={label} /> }
}

/// The look of a text field: one that is empty is seen to be.
fn shape(value: &str) -> &'static str {
    if value.trim().is_empty() { "input lacking" } else { "input" }
}

/// A text of several lines.
pub fn lines(name: String, value: &str, label: String, language: &'static str) -> Html {
    html! { <textarea class={shape(value)} rows="2" lang={language} data-edit={name} value={value.to_owned()} aria-label={label} /> }
}

pub fn day(name: String, value: Option<crate::date::Date>, label: String) -> Html {
    html! { <input class="input date" type="date" data-edit={name} value={value.map_or_else(String::new, |day| day.to_string())} aria-label={label} /> }
}

/// Whether the field holds a day whose year is still being typed; a browser tells it with every figure.
pub fn is_being_typed(name: &str, value: &str) -> bool {
    ["dates/", "case/years/"].iter().any(|start| name.starts_with(start)) && parse_date(value).is_some_and(|day| !is_written_out(day))
}

pub fn tick(name: String, on: bool, label: String) -> Html {
    html! { <input type="checkbox" data-edit={name} checked={on} aria-label={label} /> }
}

/// A list to choose from: value, label.
pub fn list(name: &str, chosen: &str, entries: &[(String, String)], label: String) -> Html {
    html! {
        <select class="input short" data-edit={name.to_owned()} aria-label={label}>
            { for entries.iter().map(|(value, label)| html! { <option value={value.clone()} selected={value == chosen}>{ label.clone() }</option> }) }
        </select>
    }
}

/// A box for each kind of applicant an item is meant for.
pub fn kinds(kit: &Kit, item: &str, name: &str, chosen: &[Kind]) -> Html {
    kinds_of(kit, &["applies/", item].concat(), name, chosen)
}

/// A box for each kind of applicant; `edit` is what their names begin with.
pub fn kinds_of(kit: &Kit, edit: &str, name: &str, chosen: &[Kind]) -> Html {
    Kind::ALL
        .into_iter()
        .map(|kind| {
            let word = say::kind(kit.language, kind);
            let label = fill(kit.words().adapt_applies_of(), &[("kind", word), ("name", name)]);
            html! { <label class="kind">{ tick(format!("{edit}/{}", kind.word()), chosen.contains(&kind), label) }<small aria-hidden="true">{ word }</small></label> }
        })
        .collect()
}
