//! How far ratings lie from their references on average, and how steady they are, as a dot and a line about zero.

use yew::prelude::*;

/// What is drawn.
pub struct Offset {
    /// Mean deviation in percentage points.
    pub bias: f64,
    /// Standard deviation in percentage points.
    pub spread: Option<f64>,
    /// What lies at the ends, in percentage points.
    pub scale: f64,
    /// All of it in words.
    pub label: String,
}

/// The smallest of a few round ends that holds all of the drawings that stand below each other.
pub fn scale_of(reaches: impl Iterator<Item = f64>) -> f64 {
    let most = reaches.fold(0.0, f64::max);
    [10.0, 20.0, 40.0].into_iter().find(|end| most <= *end).unwrap_or(100.0)
}

pub fn draw_offset(offset: &Offset) -> Html {
    let at = |value: f64| {
        let part = (value / offset.scale).clamp(-1.0, 1.0);
        ((120.0 + part * 110.0) * 10.0).round() / 10.0
    };
    let reach = offset.spread.map(|spread| (at(offset.bias - spread), at(offset.bias + spread)));
    html! {
        <svg class="offset" viewBox="0 0 240 24" width="240" height="24" role="img" aria-label={offset.label.clone()}>
            <line class="base" x1="10" x2="230" y1="12" y2="12" /><line class="zero" x1="120" x2="120" y1="1" y2="23" />
            { for reach.map(|(low, high)| html! { <line class="reach" x1={low.to_string()} x2={high.to_string()} y1="12" y2="12" /> }) }
            <circle cx={at(offset.bias).to_string()} cy="12" r="5" />
        </svg>
    }
}
