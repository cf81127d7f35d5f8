//! Progress of a category as a ring. The rail says the same in words.

use yew::prelude::*;

/// The circumference of a circle of radius 6, in tenths.
const AROUND: usize = 377;

pub fn ring(rated: usize, items: usize) -> Html {
    let done = AROUND * rated / items.max(1);
    html! {
        <svg class="ring" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <circle class="whole" cx="8" cy="8" r="6" />
            if rated > 0 { <circle class="done" cx="8" cy="8" r="6" pathLength="377" stroke-dasharray={format!("{done} {AROUND}")} transform="rotate(-90 8 8)" /> }
        </svg>
    }
}
