//! Level, trend and comparison as signs that differ in shape: a full disc, a ring with a bar, a triangle that points down, an open
//! ring, and a cross for what is missing.

use crate::indicators::Mark;
use yew::prelude::*;

/// The sign around a point of a drawing, about 10 wide.
pub fn sign(mark: Mark, x: i32, y: i32) -> Html {
    let (class, path) = match mark {
        Mark::Good => ("sign good", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
        Mark::Even => ("sign even", "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0zM-4.5 0h9"),
        Mark::Poor => ("sign poor", "M-5.5-4.5h11l-5.5 10z"),
        Mark::Unclear => ("sign unclear", "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"),
        Mark::Missing => ("sign missing", "M-4-4l8 8M-4 4l8-8"),
    };
    let place = ["translate(", &x.to_string(), " ", &y.to_string(), ")"].concat();
    html! { <path {class} d={path} transform={place} /> }
}

/// The sign beside its word.
pub fn inline_sign(mark: Mark) -> Html {
    html! { <svg class="signed" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">{ sign(mark, 0, 0) }</svg> }
}
