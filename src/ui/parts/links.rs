//! Jumps within the page, whose address must not change.

use crate::browser::page;
use yew::prelude::*;

/// A button that goes to the element of that id.
pub fn jump(target: &'static str, label: String) -> Html {
    html! { <button type="button" class="btn main" onclick={move |_| page::show(target)}>{ label }</button> }
}
