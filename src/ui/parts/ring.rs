//! Progress of a category as a ring. The rail says the same in words.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RingProps {
    pub rated: usize,
    pub items: usize,
}

#[component]
pub fn Ring(props: &RingProps) -> Html {
    /// The circumference of a circle of radius 6.
    const AROUND: f64 = 37.7;
    let done = AROUND * props.rated as f64 / props.items.max(1) as f64;
    html! {
        <svg class="ring" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <circle class="whole" cx="8" cy="8" r="6" />
            if props.rated > 0 { <circle class="done" cx="8" cy="8" r="6" stroke-dasharray={format!("{done:.1} {AROUND}")} transform="rotate(-90 8 8)" /> }
        </svg>
    }
}
